/// Finds brackets that are opened and never closed, or closed and never opened, and quotation marks that a bracket cuts off: `(the "Seller)`.
///
/// A bracket may go on over several paragraphs, as around a list; `a)` and `1)` are marks of items.
enum Unbalanced: CheckRule {
  static let code = "unbalanced"
  static let severity = Finding.Severity.warning
  static let summary = "a bracket or quotation mark without its other half"
  static let example = "(the “Seller)"

  /// How many paragraphs a bracket may span.
  private static let reach = 8

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var open: [(at: Int, paragraph: Int)] = []
    var found: [(range: Range<Int>, message: String, fix: Finding.Fix?)] = []
    var paragraph = 0
    func report(_ range: Range<Int>, _ message: (String) -> String, fix: Finding.Fix? = nil) {
      found.append((range, message(quote(reading, around: range)), fix))
    }
    for i in 0..<span.count {
      switch span[i] {
      case Ascii.lineFeed:
        paragraph += 1
        let old = open.firstIndex { paragraph - $0.paragraph <= reach } ?? open.count
        for left in open[..<old] { report(left.at..<(left.at + 1), unclosed) }
        open.removeFirst(old)
      case Ascii.open:
        open.append((i, paragraph))
        if let end = cutQuote(span, i) { report(i..<end, cut, fix: closing(agreement, i..<end)) }
      case Ascii.close:
        if open.popLast() == nil, !isItem(span, i) { report(i..<(i + 1), unopened) }
      default: break
      }
    }
    for left in open { report(left.at..<(left.at + 1), unclosed) }
    // A text full of them is no text, or was torn on its way; of a file encoded as text nothing is said.
    let isSure = found.count <= max(6, span.count / 20_000)
    if found.count > 200, found.count * 400 > span.count { return [] }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { range, message, fix in
      let place = reading.source(range)
      return Finding(code, isSure ? .warning : .info, place, subject: agreement.words(place), message, fix: fix)
    }
  }

  /// `("Seller)`, `(the "Seller)`: the end of a bracket that holds one quotation mark, which opens.
  private static func cutQuote(_ span: Span<UInt8>, _ open: Int) -> Int? {
    var marks = 0
    var i = open + 1
    while i < span.count, i - open < 60, span[i] != Ascii.close, span[i] != Ascii.lineFeed {
      if span[i] == Ascii.open { return nil }
      if span[i] == Ascii.quote {
        marks += 1
        guard i + 1 < span.count, span[i + 1].isUpper, !span[i - 1].isWord else { return nil }
      }
      i += 1
    }
    return i < span.count && span[i] == Ascii.close && marks == 1 ? i + 1 : nil
  }

  /// The second quotation mark, of the kind of the first.
  private static func closing(_ agreement: Agreement, _ bracket: Range<Int>) -> Finding.Fix {
    let place = agreement.reading.source(bracket)
    let isCurly = agreement.text.bytes[place].firstRange(of: [0xE2, 0x80, 0x9C]) != nil
    return Finding.Fix(range: (place.upperBound - 1)..<(place.upperBound - 1), text: isCurly ? "”" : "\"")
  }

  /// Whether a closing bracket belongs to the mark of an item: `a)`, `bb)`, `12)`, `1.2)`, `iv)`.
  private static func isItem(_ span: Span<UInt8>, _ close: Int) -> Bool {
    var start = close
    while start > 0, close - start < 7, span[start - 1].isAlphanumeric || span[start - 1] == Ascii.period { start -= 1 }
    guard start < close, start == 0 || !span[start - 1].isWord else { return start == close }
    let mark = start..<close
    return mark.count <= 2 || mark.allSatisfy { span[$0].isDigit || span[$0] == Ascii.period }
      || mark.allSatisfy { span[$0].lowercased.isSmallNumeral }
  }

  /// Words around a place, on its own paragraph.
  private static func quote(_ reading: ReadingText, around range: Range<Int>) -> String {
    let span = reading.bytes.span
    var low = range.lowerBound
    var high = range.upperBound
    while low > 0, range.lowerBound - low < 24, span[low - 1] != Ascii.lineFeed { low -= 1 }
    while low < range.lowerBound, low > 0, span[low - 1].isWord || span[low] & 0xC0 == 0x80 { low += 1 }
    while high < span.count, high - range.upperBound < 24, span[high] != Ascii.lineFeed { high += 1 }
    while high > range.upperBound, high < span.count, span[high].isWord || span[high] & 0xC0 == 0x80 { high -= 1 }
    return String(decoding: reading.bytes[low..<high], as: UTF8.self)
  }

  private static func unclosed(_ words: String) -> String { "A bracket is opened and not closed: “\(words)”." }
  private static func unopened(_ words: String) -> String { "A bracket is closed that was not opened: “\(words)”." }
  private static func cut(_ words: String) -> String { "A quotation mark has no second one: “\(words)”." }
}
