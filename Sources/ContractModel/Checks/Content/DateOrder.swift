/// Finds periods that end before they begin: "from January 1, 2005 to December 31, 2004".
enum DateOrder: CheckRule {
  static let code = "date-order"
  static let severity = Finding.Severity.warning
  static let summary = "a period that ends before it begins"
  static let example = "from January 1, 2005 to December 31, 2004"

  /// How many bytes may stand between a period's two dates.
  private static let distance = 80

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Finding] = []
    var last: (date: CalendarDate, range: Range<Int>)?
    reading.wordStarts.forEach(in: 0..<span.count) { i in
      guard span[i].isUpper || span[i].isDigit, let (date, end) = DateParser.parse(span, i) else { return i + 1 }
      if let first = last, date < first.date, begins(span, first.range.lowerBound), ends(span, first.range.upperBound..<i) {
        let range = reading.source(first.range.lowerBound..<end)
        let words = agreement.words(range)
        out.append(Finding(code, .warning, range, subject: words, message(words)))
      }
      last = (date, i..<end)
      return end
    }
    return out
  }

  /// Whether the words before a date say that a period begins there.
  private static func begins(_ span: Span<UInt8>, _ start: Int) -> Bool {
    var end = span.skipSpaces(endingAt: start)
    if span.matchesWord("on", endingAt: end) { end = span.skipSpaces(endingAt: end - 2) }
    for word: StaticString in [
      "from", "commencing", "beginning", "starting", "commence", "commences", "begin", "begins", "between",
    ]
    where span.matchesWord(word, endingAt: end) { return true }
    return false
  }

  /// Whether the words between two dates say that the period ends at the second.
  private static func ends(_ span: Span<UInt8>, _ between: Range<Int>) -> Bool {
    guard between.count < distance else { return false }
    for i in between where span[i] == Ascii.lineFeed || span[i] == Ascii.semicolon { return false }
    let end = span.skipSpaces(endingAt: between.upperBound)
    for words: StaticString in [
      "to", "through", "until", "till", "ending", "ending on", "ends on", "end on", "expiring on", "expire on", "expires on",
      "terminating on", "terminate on",
    ] where span.matchesWord(words, endingAt: end) { return true }
    return between.count < 12 && span.matchesWord("and", endingAt: end)
  }

  private static func message(_ words: String) -> String { "“\(words)” ends before it begins." }
}
