/// Where running text prints items in brackets, found in one pass: "shall pay (i) the rent and (ii) the tax".
///
/// A text that says "clause (b) above" thirty thousand times is then not searched for its (b) each time.
final class PrintedItems {
  private struct Item {
    var start: Int32
    /// The bytes of the item, brackets included, as a number.
    var key: UInt64
  }

  private let reading: ReadingText
  /// Items that a blank or bracket stands before, in order of place; made when a reference first asks.
  private lazy var all = find()
  /// Those of them that no keyword leads, which are therefore no references.
  private lazy var unled: [Item] = {
    let bytes = reading.bytes
    let span = bytes.span
    var out: [Item] = []
    for item in all {
      let start = Int(item.start)
      if start > 0, span[start - 1] == Ascii.space, !InlineItems.isLed(span, start) { out.append(item) }
    }
    return out
  }()
  /// How often it was asked for items that no keyword leads; the list of them is only made where that is often.
  private var questions = 0
  /// Items have at most six letters or figures: `(xxviii)`.
  private static let longest = 8

  init(_ reading: ReadingText) { self.reading = reading }

  private func find() -> [Item] {
    let bytes = reading.bytes
    let span = bytes.span
    var out: [Item] = []
    var i = 0
    while true {
      i = span.firstOffset(of: Ascii.open, in: i..<span.count)
      guard i < span.count else { return out }
      let start = i
      var key = UInt64(Ascii.open)
      i += 1
      while i < span.count, i - start < Self.longest, span[i].isAlphanumeric {
        key = key << 8 | UInt64(span[i])
        i += 1
      }
      guard i < span.count, i > start + 1, i - start < Self.longest, span[i] == Ascii.close,
        start == 0 || span[start - 1] == Ascii.space || span[start - 1] == Ascii.close
      else { continue }
      out.append(Item(start: Int32(truncatingIfNeeded: start), key: key << 8 | UInt64(Ascii.close)))
    }
  }

  /// Whether an item, `(b)`, is printed behind the beginning of a range and before its end, and is no reference.
  func isPrinted(_ item: [UInt8], within range: Range<Int>) -> Bool {
    guard let key = Self.key(item) else { return false }
    questions += 1
    if questions <= 400 {
      let bytes = reading.bytes
      let span = bytes.span
      var index = all.boundary { Int($0.start) <= range.lowerBound }
      while index < all.count, Int(all[index].start) + item.count <= range.upperBound {
        let start = Int(all[index].start)
        if all[index].key == key, span[start - 1] == Ascii.space, !InlineItems.isLed(span, start) { return true }
        index += 1
      }
      return false
    }
    var index = unled.boundary { Int($0.start) <= range.lowerBound }
    while index < unled.count, Int(unled[index].start) + item.count <= range.upperBound {
      if unled[index].key == key { return true }
      index += 1
    }
    return false
  }

  /// Whether an item is printed in a range, anywhere but within one part of it.
  func isPrinted(_ item: [UInt8], in range: Range<Int>, but part: Range<Int>, sameCase: Bool) -> Bool {
    guard let key = Self.key(item) else { return false }
    let wanted = sameCase ? key : Self.folded(key)
    var index = all.boundary { Int($0.start) < range.lowerBound }
    while index < all.count, Int(all[index].start) + item.count <= range.upperBound {
      if (sameCase ? all[index].key : Self.folded(all[index].key)) == wanted, !part.contains(Int(all[index].start)) { return true }
      index += 1
    }
    return false
  }

  private static func key(_ item: [UInt8]) -> UInt64? {
    guard item.count <= longest, item.first == Ascii.open else { return nil }
    return item.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The same for letters of either case.
  private static func folded(_ key: UInt64) -> UInt64 {
    var out: UInt64 = 0
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      out = out << 8 | UInt64(UInt8(truncatingIfNeeded: key >> shift).lowercased)
    }
    return out
  }
}
