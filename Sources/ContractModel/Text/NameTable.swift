/// Names in any case of ASCII letters, each with a whole number: a dictionary whose keys lie in one buffer, so that looking one up
/// allocates nothing.
///
/// ```swift
/// var table = NameTable(capacity: 100)
/// table.insert("4.2(a)", 7)
/// table["4.2(A)"]  // 7
/// ```
struct NameTable {
  private struct Entry {
    var start: Int32
    var count: Int32
    var hash: UInt32
    var value: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// One more than the entry in each slot, by hash; a power of two, and never more than half of them taken.
  private var slots: [Int32]
  private var bits: UInt32
  private let seed = Self.seed

  private static let seed = UInt32.random(in: .min ... .max)

  init(capacity: Int = 8) {
    bits = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    slots = [Int32](repeating: 0, count: 1 << bits)
    entries.reserveCapacity(capacity)
  }

  /// How many names there are.
  var count: Int { entries.count }

  /// The number of a name; nil where it is not there.
  subscript(name: [UInt8]) -> Int? { self[name.span, 0..<name.count] }
  subscript(name: String) -> Int? {
    let bytes = name.utf8
    return self[bytes.span, 0..<bytes.count]
  }

  /// The number of the name that the bytes of a range make.
  subscript(span: Span<UInt8>, name: Range<Int>) -> Int? {
    let found = slots.span.known(slot(span, name, hash(span, name)))
    return found == 0 ? nil : Int(entries[Int(found) - 1].value)
  }

  func contains(_ span: Span<UInt8>, _ name: Range<Int>) -> Bool { self[span, name] != nil }

  /// Adds a name with its number; where it is there already its number stays. Returns the number it has then.
  @discardableResult
  mutating func insert(_ name: [UInt8], _ value: Int) -> Int { insert(name.span, 0..<name.count, value) }

  @discardableResult
  mutating func insert(_ name: String, _ value: Int) -> Int {
    let bytes = name.utf8
    return insert(bytes.span, 0..<bytes.count, value)
  }

  @discardableResult
  mutating func insert(_ span: Span<UInt8>, _ name: Range<Int>, _ value: Int) -> Int {
    let hash = self.hash(span, name)
    let slot = slot(span, name, hash)
    if slots[slot] != 0 { return Int(entries[Int(slots[slot]) - 1].value) }
    entries.append(
      Entry(
        start: Int32(truncatingIfNeeded: bytes.count), count: Int32(truncatingIfNeeded: name.count), hash: hash,
        value: Int32(truncatingIfNeeded: value)))
    for i in name { bytes.append(span[i].lowercased) }
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    if entries.count * 2 > slots.count { grow() }
    return value
  }

  private mutating func grow() {
    bits += 1
    slots = [Int32](repeating: 0, count: 1 << bits)
    for (index, entry) in entries.enumerated() {
      var slot = entry.hash.slot(bits: bits)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: index + 1)
    }
  }

  /// The slot of a name: where it is, or where it would be.
  private func slot(_ span: Span<UInt8>, _ name: Range<Int>, _ hash: UInt32) -> Int {
    let slots = slots.span
    var slot = hash.slot(bits: bits)
    while slots.known(slot) != 0, !isName(entries[Int(slots.known(slot)) - 1], hash, span, name) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isName(_ entry: Entry, _ hash: UInt32, _ span: Span<UInt8>, _ name: Range<Int>) -> Bool {
    guard entry.hash == hash, Int(entry.count) == name.count else { return false }
    let bytes = bytes.span
    for i in 0..<name.count where bytes[Int(entry.start) + i] != span[name.lowerBound + i].lowercased { return false }
    return true
  }

  /// The Fowler-Noll-Vo hash (FNV-1a, 32 bits) of the small letters, from a beginning of this run's own: a text cannot be written so
  /// that all its names have one slot. The order of names is never seen.
  private func hash(_ span: Span<UInt8>, _ name: Range<Int>) -> UInt32 {
    var hash = seed
    for i in name { hash = (hash ^ UInt32(span[i].lowercased)) &* 0x0100_0193 }
    return hash
  }
}
