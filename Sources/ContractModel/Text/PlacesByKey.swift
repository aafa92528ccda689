/// Places in a text grouped by a key, each group in order of place.
///
/// ```swift
/// let places = PlacesByKey([(7, 100), (9, 120), (7, 140)])
/// places.first(of: 7, from: 101)  // 140
/// ```
struct PlacesByKey: Sendable {
  private var places: [Int32]
  private var keys: [UInt64] = []
  /// Where the group of each key begins in `places`; one more than there are keys.
  private var starts: [Int32] = [0]
  /// One more than the index of the key in each slot, by hash; a power of two, and never more than half of them taken.
  private var slots: [Int32]
  private var bits: UInt64 = 7

  /// Lists of places, each in order of place; no key is in two of them.
  init(_ lists: [(key: UInt64, place: Int32)]...) {
    let count = lists.reduce(0) { $0 + $1.count }
    slots = [Int32](repeating: 0, count: 1 << bits)
    places = [Int32](repeating: 0, count: count)
    var groups = [Int32](repeating: 0, count: count)
    var counts: [Int32] = []
    var index = 0
    for list in lists {
      for item in list {
        var slot = slot(of: item.key)
        if slots[slot] == 0 {
          keys.append(item.key)
          counts.append(0)
          slots[slot] = Int32(truncatingIfNeeded: keys.count)
          if keys.count * 2 > slots.count {
            grow()
            slot = self.slot(of: item.key)
          }
        }
        let group = slots[slot] - 1
        groups[index] = group
        counts[Int(group)] += 1
        index += 1
      }
    }
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    index = 0
    for list in lists {
      for item in list {
        let group = Int(groups[index])
        places[Int(next[group])] = item.place
        next[group] += 1
        index += 1
      }
    }
  }

  private mutating func grow() {
    bits += 1
    slots = [Int32](repeating: 0, count: 1 << bits)
    for index in keys.indices { slots[slot(of: keys[index])] = Int32(truncatingIfNeeded: index + 1) }
  }

  /// The first place of a key that is not before an offset.
  func first(of key: UInt64, from offset: Int) -> Int? {
    let group = slots[slot(of: key)]
    guard group > 0 else { return nil }
    let alike = places[Int(starts[Int(group) - 1])..<Int(starts[Int(group)])]
    let index = alike.boundary(behindAll: { Int($0) < offset })
    return index < alike.endIndex ? Int(alike[index]) : nil
  }

  private func slot(of key: UInt64) -> Int {
    var slot = key.slot(bits: bits)
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
