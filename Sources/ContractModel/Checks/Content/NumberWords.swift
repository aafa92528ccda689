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
      if let (figure, close) = figure(span, i), let (value, start) = words(span, i, figure), value != figure,
        !(figure == value * 100 && isHour(span, close))
      {
        out.append(finding(agreement, reading.source(start..<close), value, figure))
      } else if let (value, start, close) = spelled(span, i), let figure = scaled(span, start) ?? before(span, start),
        figure.value != value * 1_000
      {
        out.append(finding(agreement, reading.source(figure.start..<close), value * 1_000, figure.value))
      }
      i += 1
    }
  }

  /// Both values in thousandths.
  private static func finding(_ agreement: Agreement, _ range: Range<Int>, _ value: Int, _ figure: Int) -> Finding {
    let words = agreement.words(range)
    func printed(_ value: Int) -> String {
      let part = value % 1_000
      let fraction = String(part + 1_000).dropFirst()
      return "\(value / 1_000)" + (part == 0 ? "" : "." + String(fraction.reversed().drop { $0 == "0" }.reversed()))
    }
    return Finding(
      code, .warning, range, subject: words, "“\(words)” says \(printed(value)) in words and \(printed(figure)) in figures.")
  }

  /// The number in words before a bracket, in thousandths; over a unit of time too, where the figure is no item's mark: "ninety days (60)".
  private static func words(_ span: Span<UInt8>, _ open: Int, _ figure: Int) -> (value: Int, start: Int)? {
    if let found = withHalf(span, open) { return found }
    if let found = SpelledNumber.before(span, withoutCents(span, open)) { return (found.value * 1_000, found.start) }
    guard figure >= 10_000 else { return nil }
    let end = span.skipSpaces(endingAt: open)
    for unit: StaticString in ["days", "months", "years", "weeks", "hours"] where span.matchesWord(unit, endingAt: end) {
      return SpelledNumber.before(span, end - unit.utf8CodeUnitCount).flatMap {
        $0.value >= 10 ? ($0.value * 1_000, $0.start) : nil
      }
    }
    return nil
  }

  /// A number and a half in words before a bracket, in thousandths: "four and one half per cent (".
  private static func withHalf(_ span: Span<UInt8>, _ open: Int) -> (value: Int, start: Int)? {
    var end = span.skipSpaces(endingAt: open)
    for unit: StaticString in ["percent", "per cent", "per centum"] where span.matchesWord(unit, endingAt: end) {
      end = span.skipSpaces(endingAt: end - unit.utf8CodeUnitCount)
      break
    }
    for half: StaticString in ["and one half", "and one-half", "and a half"] where span.matchesWord(half, endingAt: end) {
      return SpelledNumber.before(span, end - half.utf8CodeUnitCount).map { ($0.value * 1_000 + 500, $0.start) }
    }
    return nil
  }

  /// A sum in figures with a word for thousands before a bracket, in thousandths: "$3.5 million (".
  private static func scaled(_ span: Span<UInt8>, _ open: Int) -> (value: Int, start: Int)? {
    let end = span.skipSpaces(endingAt: open)
    for (word, scale) in [("million" as StaticString, 1_000_000), ("billion", 1_000_000_000), ("thousand", 1_000)]
    where span.matchesWord(word, endingAt: end) {
      let last = span.skipSpaces(endingAt: end - word.utf8CodeUnitCount)
      var start = last
      while start > 0, span[start - 1].isDigit || span[start - 1] == Ascii.period { start -= 1 }
      guard start > 0, last - start <= 6, span[start - 1] == 0x24 || span[start - 1] == 0xA3 || span[start - 1] == 0xAC else {
        return nil
      }
      var value = 0
      var places: Int?
      for i in start..<last {
        if span[i] == Ascii.period {
          guard places == nil else { return nil }
          places = 0
        } else {
          value = value * 10 + Int(span[i] - 0x30)
          places = places.map { $0 + 1 }
        }
      }
      let divisor = (0..<(places ?? 0)).reduce(1) { product, _ in product * 10 }
      return (value * scale * 1_000 / divisor, start - 1)
    }
    return nil
  }

  /// Where "Fifty Thousand" ends in "Fifty Thousand and 00/100 Dollars (": before the hundredths, where there are none.
  private static func withoutCents(_ span: Span<UInt8>, _ open: Int) -> Int {
    var end = span.skipSpaces(endingAt: open)
    for unit: StaticString in ["dollars", "united states dollars"] where span.matchesWord(unit, endingAt: end) {
      end = span.skipSpaces(endingAt: end - unit.utf8CodeUnitCount)
    }
    for cents: StaticString in ["and 00/100", "and no/100", "and 00/100ths", "and no/100ths"]
    where span.matches(cents, at: end - cents.utf8CodeUnitCount) {
      return span.skipSpaces(endingAt: end - cents.utf8CodeUnitCount)
    }
    return open
  }

  /// The number in words that a bracket holds, where the bracket begins, and where it ends: "(six thousand dollars)".
  private static func spelled(_ span: Span<UInt8>, _ open: Int) -> (value: Int, open: Int, close: Int)? {
    guard open > 0, open + 1 < span.count, span[open + 1].isLetter else { return nil }
    let close = span.firstOffset(of: Ascii.close, in: open..<min(span.count, open + 100))
    guard close < span.count, span[close] == Ascii.close else { return nil }
    // "(Rupees Five Thousand only)"
    var end = close
    if span.matchesWord("only", endingAt: end) { end = span.skipSpaces(endingAt: end - 4) }
    var first = open + 1
    for currency: StaticString in ["rupees ", "dollars ", "euros ", "pounds ", "rand "] where span.matches(currency, at: first) {
      first += currency.utf8CodeUnitCount
    }
    guard let (value, start) = SpelledNumber.before(span, end), start == first else { return nil }
    return (value, open, close + 1)
  }

  /// The amount in figures before a bracket, in thousandths: "$5,000".
  private static func before(_ span: Span<UInt8>, _ open: Int) -> (value: Int, start: Int)? {
    var end = span.skipSpaces(endingAt: open)
    // "Rs. 5,000/-"
    if end > 2, span.matches("/-", at: end - 2) { end -= 2 }
    var start = end
    while start > 0, span[start - 1].isDigit || span[start - 1] == Ascii.comma || isGroup(span, start - 1, end) { start -= 1 }
    guard start < end, start > 0 else { return nil }
    if span[start - 1] != 0x24, span[start - 1] != 0xA3, span[start - 1] != 0xAC { return unsigned(span, start..<end, open) }
    var value = 0
    for i in start..<end where span[i].isDigit && value < 1_000_000_000_000 { value = value * 10 + Int(span[i] - 0x30) }
    // The sign of a pound or a euro has two bytes, or three.
    var sign = start - 1
    while sign > 0, span[sign] & 0xC0 == 0x80 { sign -= 1 }
    return (value * 1_000, sign)
  }

  /// Whether a blank parts groups of three figures: "R50 000".
  private static func isGroup(_ span: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    at > 0 && span[at] == Ascii.space && span[at - 1].isDigit && at + 3 < end && (at + 1...at + 3).allSatisfy { span[$0].isDigit }
      && (at + 4 >= end || !span[at + 4].isDigit)
  }

  /// Figures without a sign before them that are counted in a currency or in a unit of time: `EUR 10,000 (…)`, `30 (twenty) days`.
  private static func unsigned(_ span: Span<UInt8>, _ figures: Range<Int>, _ open: Int) -> (value: Int, start: Int)? {
    var value = 0
    for i in figures where span[i].isDigit && value < 1_000_000_000_000 { value = value * 10 + Int(span[i] - 0x30) }
    let before = span.skipSpaces(endingAt: figures.lowerBound)
    for code: StaticString in ["eur", "usd", "gbp", "aud", "cad", "inr", "zar", "chf", "sgd", "rs.", "rs"]
    where span.matchesWord(code, endingAt: before) && span[before - code.utf8CodeUnitCount].isUpper {
      return (value * 1_000, before - code.utf8CodeUnitCount)
    }
    // "R50,000"
    if before == figures.lowerBound, before > 1, span[before - 1] == 0x52, !span[before - 2].isWord {
      return (value * 1_000, before - 1)
    }
    let close = span.firstOffset(of: Ascii.close, in: open..<min(span.count, open + 100))
    guard close < span.count, !span[figures.lowerBound - 1].isWord, span[figures.lowerBound - 1] != Ascii.period else { return nil }
    let unit = span.skipSpaces(close + 1)
    for word: StaticString in [
      "days", "day", "months", "month", "years", "year", "weeks", "week", "hours", "business days", "calendar",
    ]
    where span.matchesWord(word, at: unit) { return (value * 1_000, figures.lowerBound) }
    // "10 (twelve) bays": things that are counted, and no number of a provision.
    let end = unit < span.count ? span.wordEnd(unit) : unit
    var word = before
    while word > 0, span[word - 1].isLetter { word -= 1 }
    guard end - unit > 3, span[unit].isLower, span[end - 1] == 0x73, before < figures.lowerBound,
      ReferenceGrammar.keyword(span, word) == nil
    else { return nil }
    return (value * 1_000, figures.lowerBound)
  }

  /// Whether an hour of the day is told: "twelve (1200) o'clock".
  private static func isHour(_ span: Span<UInt8>, _ close: Int) -> Bool {
    ([" o'clock", " hours", " noon", " midnight"] as [StaticString]).contains { span.matches($0, at: close) }
  }

  /// The number in brackets at `open`, in thousandths: `(20)`, `($3,000,000)`, `(7.5%)`, `($20.000)`, which is twenty dollars.
  private static func figure(_ span: Span<UInt8>, _ open: Int) -> (Int, end: Int)? {
    var i = open + 1
    for sign: StaticString in ["u.s.", "usd", "us", "eur", "gbp", "£", "€", "rs.", "rs", "inr", "zar"]
    where span.matches(sign, at: i) {
      i += sign.utf8CodeUnitCount
      break
    }
    i = span.skipSpaces(i)
    if i < span.count, span[i] == 0x24 { i = span.skipSpaces(i + 1) }
    var value = 0
    let first = i
    while i < span.count,
      span[i].isDigit
        || span[i] == Ascii.comma && i + 3 < span.count && span[i + 1].isDigit
          && (span[i + 3].isDigit || span[i + 3] == Ascii.comma && span[i + 2].isDigit),
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
    // "Rs. 50,00,000/-"
    if span.matches("/-", at: i) { i += 2 }
    guard i < span.count, span[i] == Ascii.close else { return nil }
    return (value, i + 1)
  }
}
