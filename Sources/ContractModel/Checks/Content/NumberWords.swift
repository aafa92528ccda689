/// Finds amounts said twice that differ: "thirty (20) days", "Two Million Dollars (US $3,000,000)".
enum NumberWords: CheckRule {
  static let code = "number-words"
  static let severity = Finding.Severity.warning
  static let summary = "an amount whose words and figures differ"
  static let example = "thirty (20) days"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Finding] = []
    var i = 0
    while true {
      i = span.firstOffset(of: Ascii.open, in: i..<span.count)
      guard i < span.count else { return out }
      if let (figure, close) = figure(span, i), let (value, start) = SpelledNumber.before(span, i), value != figure,
        !(figure == value * 100 && isHour(span, close))
      {
        let range = reading.source(start..<close)
        let words = agreement.words(range)
        out.append(Finding(code, .warning, range, subject: words, "“\(words)” says \(value) in words and \(figure) in figures."))
      }
      i += 1
    }
  }

  /// Whether an hour of the day is told: "twelve (1200) o'clock".
  private static func isHour(_ span: Span<UInt8>, _ close: Int) -> Bool {
    ([" o'clock", " hours", " noon", " midnight"] as [StaticString]).contains { span.matches($0, at: close) }
  }

  /// The whole number in brackets at `open`: `(20)`, `($3,000,000)`, `($20.000)`, which is twenty dollars; not `(2.5)` or `(5%)`.
  private static func figure(_ span: Span<UInt8>, _ open: Int) -> (Int, end: Int)? {
    var i = open + 1
    for sign: StaticString in ["u.s.", "usd", "us"] where span.matches(sign, at: i) {
      i += sign.utf8CodeUnitCount
      break
    }
    i = span.skipSpaces(i)
    let isDollars = i < span.count && span[i] == 0x24
    if isDollars { i = span.skipSpaces(i + 1) }
    var value = 0
    let first = i
    while i < span.count,
      span[i].isDigit || span[i] == Ascii.comma && i + 3 < span.count && span[i + 1].isDigit && span[i + 3].isDigit,
      i - first < 15
    {
      if span[i].isDigit { value = value * 10 + Int(span[i] - 0x30) }
      i += 1
    }
    guard i > first else { return nil }
    if span.matches(".00", at: i) { i += isDollars && span.matches(".000", at: i) ? 4 : 3 }
    guard i < span.count, span[i] == Ascii.close else { return nil }
    return (value, i + 1)
  }
}
