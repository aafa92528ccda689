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
      if let (figure, close) = figure(span, i), let (value, start) = words(span, i, figure), value * 1_000 != figure,
        !(figure == value * 100_000 && isHour(span, close))
      {
        out.append(finding(agreement, reading.source(start..<close), value, figure))
      } else if let (value, start, close) = spelled(span, i), let figure = before(span, start), figure.value != value * 1_000 {
        out.append(finding(agreement, reading.source(figure.start..<close), value, figure.value))
      }
      i += 1
    }
  }

  private static func finding(_ agreement: Agreement, _ range: Range<Int>, _ value: Int, _ figure: Int) -> Finding {
    let words = agreement.words(range)
    let part = figure % 1_000
    let fraction = String(part + 1_000).dropFirst()
    let printed = "\(figure / 1_000)" + (part == 0 ? "" : "." + String(fraction.reversed().drop { $0 == "0" }.reversed()))
    return Finding(code, .warning, range, subject: words, "“\(words)” says \(value) in words and \(printed) in figures.")
  }

  /// The number in words before a bracket; over a unit of time too, where the figure is no item's mark: "ninety days (60)".
  private static func words(_ span: Span<UInt8>, _ open: Int, _ figure: Int) -> (value: Int, start: Int)? {
    if let found = SpelledNumber.before(span, open) { return found }
    guard figure >= 10_000 else { return nil }
    let end = span.skipSpaces(endingAt: open)
    for unit: StaticString in ["days", "months", "years", "weeks", "hours"] where span.matchesWord(unit, endingAt: end) {
      return SpelledNumber.before(span, end - unit.utf8CodeUnitCount).flatMap { $0.value >= 10 ? $0 : nil }
    }
    return nil
  }

  /// The number in words that a bracket holds, where the bracket begins, and where it ends: "(six thousand dollars)".
  private static func spelled(_ span: Span<UInt8>, _ open: Int) -> (value: Int, open: Int, close: Int)? {
    guard open > 0, open + 1 < span.count, span[open + 1].isLetter else { return nil }
    let close = span.firstOffset(of: Ascii.close, in: open..<min(span.count, open + 100))
    guard close < span.count, span[close] == Ascii.close, let (value, start) = SpelledNumber.before(span, close), start == open + 1
    else {
      return nil
    }
    return (value, open, close + 1)
  }

  /// The amount in figures before a bracket, in thousandths: "$5,000".
  private static func before(_ span: Span<UInt8>, _ open: Int) -> (value: Int, start: Int)? {
    let end = span.skipSpaces(endingAt: open)
    var start = end
    while start > 0, span[start - 1].isDigit || span[start - 1] == Ascii.comma { start -= 1 }
    guard start < end, start > 0, span[start - 1] == 0x24 || span[start - 1] == 0xA3 || span[start - 1] == 0xAC else { return nil }
    var value = 0
    for i in start..<end where span[i].isDigit && value < 1_000_000_000_000 { value = value * 10 + Int(span[i] - 0x30) }
    return (value * 1_000, start - 1)
  }

  /// Whether an hour of the day is told: "twelve (1200) o'clock".
  private static func isHour(_ span: Span<UInt8>, _ close: Int) -> Bool {
    ([" o'clock", " hours", " noon", " midnight"] as [StaticString]).contains { span.matches($0, at: close) }
  }

  /// The number in brackets at `open`, in thousandths: `(20)`, `($3,000,000)`, `(7.5%)`, `($20.000)`, which is twenty dollars.
  private static func figure(_ span: Span<UInt8>, _ open: Int) -> (Int, end: Int)? {
    var i = open + 1
    for sign: StaticString in ["u.s.", "usd", "us", "eur", "gbp", "£", "€"] where span.matches(sign, at: i) {
      i += sign.utf8CodeUnitCount
      break
    }
    i = span.skipSpaces(i)
    if i < span.count, span[i] == 0x24 { i = span.skipSpaces(i + 1) }
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
    value *= 1_000
    if i + 1 < span.count, span[i] == Ascii.period, span[i + 1].isDigit {
      i += 1
      var unit = 100
      while i < span.count, span[i].isDigit {
        value += Int(span[i] - 0x30) * unit
        unit /= 10
        i += 1
      }
    }
    if i < span.count, span[i] == 0x25 { i += 1 }
    guard i < span.count, span[i] == Ascii.close else { return nil }
    return (value, i + 1)
  }
}
