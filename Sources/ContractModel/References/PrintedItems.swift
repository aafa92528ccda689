/// Where running text prints items in brackets, found in one pass: "shall pay (i) the rent and (ii) the tax".
///
/// A text that says "clause (b) above" thirty thousand times is then not searched for its (b) each time.
struct PrintedItems {
  /// Places of items that a blank or bracket stands before, by their bytes.
  private var all: [UInt64: [Int]] = [:]
  private var allFolded: [UInt64: [Int]] = [:]
  /// Those of them that no keyword leads, which are therefore no references.
  private var unled: [UInt64: [Int]] = [:]
  /// Items have at most six letters or figures: `(xxviii)`.
  private static let longest = 8

  init(_ reading: ReadingText) {
    let span = reading.bytes.span
    var i = 0
    while true {
      i = span.firstOffset(of: Ascii.open, in: i..<span.count)
      guard i < span.count else { return }
      let start = i
      i += 1
      while i < span.count, i - start < Self.longest, span[i].isAlphanumeric { i += 1 }
      guard i < span.count, i > start + 1, i - start < Self.longest, span[i] == Ascii.close,
        start == 0 || span[start - 1] == Ascii.space || span[start - 1] == Ascii.close
      else { continue }
      var exact: UInt64 = 0
      var folded: UInt64 = 0
      for k in start...i {
        exact = exact << 8 | UInt64(span[k])
        folded = folded << 8 | UInt64(span[k].lowercased)
      }
      all[exact, default: []].append(start)
      allFolded[folded, default: []].append(start)
      if start > 0, span[start - 1] == Ascii.space, !InlineItems.isLed(span, start) { unled[exact, default: []].append(start) }
    }
  }

  /// Whether an item, `(b)`, is printed behind the beginning of a range and before its end, and is no reference.
  func isPrinted(_ item: [UInt8], within range: Range<Int>) -> Bool {
    guard let key = Self.key(item, folded: false), let places = unled[key] else { return false }
    let first = places.boundary { $0 <= range.lowerBound }
    return first < places.count && places[first] + item.count <= range.upperBound
  }

  /// Whether an item is printed in a range, anywhere but within one part of it.
  func isPrinted(_ item: [UInt8], in range: Range<Int>, but part: Range<Int>, sameCase: Bool) -> Bool {
    guard let key = Self.key(item, folded: !sameCase), let places = (sameCase ? all : allFolded)[key] else { return false }
    var index = places.boundary { $0 < range.lowerBound }
    while index < places.count, places[index] + item.count <= range.upperBound {
      if !part.contains(places[index]) { return true }
      index += 1
    }
    return false
  }

  private static func key(_ item: [UInt8], folded: Bool) -> UInt64? {
    guard item.count <= longest, item.first == Ascii.open else { return nil }
    return item.reduce(0) { $0 << 8 | UInt64(folded ? $1.lowercased : $1) }
  }
}
