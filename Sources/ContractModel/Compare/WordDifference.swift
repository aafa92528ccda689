/// What was taken out and put in between two rows of keys, found by what both have once, then by Myers' algorithm between those.
///
/// ```swift
/// WordDifference.runs([1, 2, 3], [1, 3, 4])  // same 1, deleted 2, same 3, inserted 4
/// ```
package enum WordDifference {
  package enum Kind { case same, deleted, inserted }

  package struct Run: Equatable {
    package var kind: Kind
    package var old: Range<Int>
    package var new: Range<Int>
  }

  /// Longer stretches without anything in common are not looked into: what is there was replaced.
  private static let longest = 3_000

  package static func runs(_ old: ArraySlice<UInt64>, _ new: ArraySlice<UInt64>) -> [Run] {
    var runs: [Run] = []
    compare(old, new, depth: 0, &runs)
    return runs
  }

  private static func add(_ kind: Kind, _ old: Range<Int>, _ new: Range<Int>, _ runs: inout [Run]) {
    guard !old.isEmpty || !new.isEmpty else { return }
    if let last = runs.last, last.kind == kind, last.old.upperBound == old.lowerBound, last.new.upperBound == new.lowerBound {
      runs[runs.count - 1] = Run(kind: kind, old: last.old.lowerBound..<old.upperBound, new: last.new.lowerBound..<new.upperBound)
    } else {
      runs.append(Run(kind: kind, old: old, new: new))
    }
  }

  private static func replace(_ old: ArraySlice<UInt64>, _ new: ArraySlice<UInt64>, _ runs: inout [Run]) {
    add(.deleted, old.indices, new.startIndex..<new.startIndex, &runs)
    add(.inserted, old.endIndex..<old.endIndex, new.indices, &runs)
  }

  private static func compare(_ old: ArraySlice<UInt64>, _ new: ArraySlice<UInt64>, depth: Int, _ runs: inout [Run]) {
    var (old, new) = (old, new)
    var head = 0
    while head < min(old.count, new.count), old[old.startIndex + head] == new[new.startIndex + head] { head += 1 }
    add(.same, old.startIndex..<(old.startIndex + head), new.startIndex..<(new.startIndex + head), &runs)
    old = old.dropFirst(head)
    new = new.dropFirst(head)
    var tail = 0
    while tail < min(old.count, new.count), old[old.endIndex - 1 - tail] == new[new.endIndex - 1 - tail] { tail += 1 }
    let ends = (old.endIndex - tail..<old.endIndex, new.endIndex - tail..<new.endIndex)
    old = old.dropLast(tail)
    new = new.dropLast(tail)
    defer { add(.same, ends.0, ends.1, &runs) }
    guard !old.isEmpty, !new.isEmpty else { return replace(old, new, &runs) }
    let anchors = depth < 40 ? anchors(old, new) : []
    guard !anchors.isEmpty else { return shortest(old, new, &runs) }
    var (a, b) = (old.startIndex, new.startIndex)
    for anchor in anchors {
      compare(old[a..<anchor.old], new[b..<anchor.new], depth: depth + 1, &runs)
      add(.same, anchor.old..<(anchor.old + 1), anchor.new..<(anchor.new + 1), &runs)
      (a, b) = (anchor.old + 1, anchor.new + 1)
    }
    compare(old[a...], new[b...], depth: depth + 1, &runs)
  }

  /// What stands once in each, in an order that both have: single keys in short rows, and in long ones those that stand with the same next
  /// to them, for a rare word alone may have moved.
  private static func anchors(_ old: ArraySlice<UInt64>, _ new: ArraySlice<UInt64>) -> [(old: Int, new: Int)] {
    let width = old.count + new.count > 400 ? 3 : 1
    func once(_ row: ArraySlice<UInt64>) -> [UInt64: Int] {
      var places: [UInt64: Int] = [:]
      guard row.count >= width else { return places }
      for i in row.startIndex...(row.endIndex - width) {
        var key = row[i]
        for k in 1..<max(width, 1) where k < width { key = (key &* 1_099_511_628_211) ^ row[i + k] }
        places[key] = places[key] == nil ? i : -1
      }
      return places
    }
    let (first, second) = (once(old), once(new))
    var shared = first.compactMap { key, place -> (old: Int, new: Int)? in
      guard place >= 0, let other = second[key], other >= 0 else { return nil }
      return (place, other)
    }
    shared.sort { $0.old < $1.old }
    return increasing(shared.map(\.new)).map { shared[$0] }
  }

  /// The indices of a longest row of rising values.
  static func increasing(_ values: [Int]) -> [Int] {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      let at = tails.boundary { values[$0] < value }
      before[index] = at > 0 ? tails[at - 1] : -1
      if at == tails.count { tails.append(index) } else { tails[at] = index }
    }
    return chain(to: tails.last ?? -1, before)
  }

  /// The indices of the row of rising values that weighs most. O(n log n), by a tree of prefix maxima (Fenwick 1994).
  static func heaviestIncreasing(_ values: [Int], _ weights: [Int]) -> [Int] {
    let ranks = Dictionary(uniqueKeysWithValues: Set(values).sorted().enumerated().map { ($1, $0 + 1) })
    var tree = [(weight: Int, index: Int)](repeating: (0, -1), count: ranks.count + 1)
    var before = [Int](repeating: -1, count: values.count)
    var best = (weight: 0, index: -1)
    for (index, value) in values.enumerated() {
      let rank = ranks[value] ?? 1
      var found = (weight: 0, index: -1)
      var at = rank - 1
      while at > 0 {
        if tree[at].weight > found.weight { found = tree[at] }
        at -= at & -at
      }
      before[index] = found.index
      let weight = found.weight + weights[index]
      if weight > best.weight { best = (weight, index) }
      at = rank
      while at < tree.count {
        if tree[at].weight < weight { tree[at] = (weight, index) }
        at += at & -at
      }
    }
    return chain(to: best.index, before)
  }

  private static func chain(to last: Int, _ before: [Int]) -> [Int] {
    var out: [Int] = []
    var next = last
    while next >= 0 {
      out.append(next)
      next = before[next]
    }
    return out.reversed()
  }

  /// Myers' algorithm (1986), as the standard library has it.
  private static func shortest(_ old: ArraySlice<UInt64>, _ new: ArraySlice<UInt64>, _ runs: inout [Run]) {
    guard old.count + new.count <= longest else {
      // A long table whose rows are alike: where it has as many words as before, each is held against that in its place.
      guard old.count == new.count else { return replace(old, new, &runs) }
      for (a, b) in zip(old.indices, new.indices) {
        if old[a] == new[b] { add(.same, a..<(a + 1), b..<(b + 1), &runs) } else { replace(old[a...a], new[b...b], &runs) }
      }
      return
    }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(old.startIndex + offset)
      case .insert(let offset, _, _): inserted.insert(new.startIndex + offset)
      }
    }
    var (a, b) = (old.startIndex, new.startIndex)
    while a < old.endIndex || b < new.endIndex {
      if a < old.endIndex, removed.contains(a) {
        add(.deleted, a..<(a + 1), b..<b, &runs)
        a += 1
      } else if b < new.endIndex, inserted.contains(b) {
        add(.inserted, a..<a, b..<(b + 1), &runs)
        b += 1
      } else {
        add(.same, a..<(a + 1), b..<(b + 1), &runs)
        a += 1
        b += 1
      }
    }
  }
}
