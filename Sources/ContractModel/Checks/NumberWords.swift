/// Finds amounts said twice that differ: "thirty (20) days", "Two Million Dollars (US $3,000,000)".
enum NumberWords {
  static let code = "number-words"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Finding] = []
    var i = 0
    while true {
      i = span.firstOffset(of: Ascii.open, in: i..<span.count)
      guard i < span.count else { return out }
      if let (figure, close) = figure(span, i), let (value, start) = SpelledNumber.before(span, i), value != figure {
        let range = reading.source(start..<close)
        let words = agreement.words(range)
        out.append(Finding(code, .warning, range, subject: words, "“\(words)” says \(value) in words and \(figure) in figures."))
      }
      i += 1
    }
  }

  /// The whole number in brackets at `open`: `(20)`, `($3,000,000)`; not `(2.5)` or `(5%)`.
  private static func figure(_ span: Span<UInt8>, _ open: Int) -> (Int, end: Int)? {
    var i = open + 1
    for sign: StaticString in ["us", "usd", "u.s."] where span.matches(sign, at: i) { i += sign.utf8CodeUnitCount }
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
    if span.matches(".00", at: i) { i += 3 }
    guard i < span.count, span[i] == Ascii.close else { return nil }
    return (value, i + 1)
  }
}

/// Whole numbers in English words.
enum SpelledNumber {
  /// The number whose words end right before a place ("thirty", "One Hundred and Five Thousand", "Dollars" passed over), and where it begins.
  static func before(_ span: Span<UInt8>, _ end: Int) -> (value: Int, start: Int)? {
    var words: [(value: Int, start: Int)] = []
    var at = end
    var passed = false
    while words.count < 14 {
      var stop = at
      while stop > 0, span[stop - 1] == Ascii.space || span[stop - 1] == Ascii.hyphen || span[stop - 1] == Ascii.comma { stop -= 1 }
      var start = stop
      while start > 0, span[start - 1].isLetter { start -= 1 }
      guard start < stop, end - start < 160 else { break }
      if !passed, words.isEmpty, span.matchesWord("dollars", at: start) || span.matchesWord("united states dollars", at: start) {
        passed = true
        at = start
        continue
      }
      if !words.isEmpty, span.matches("and", at: start), stop - start == 3 {
        at = start
        continue
      }
      guard let value = value(span, start..<stop) else { break }
      words.append((value, start))
      at = start
    }
    guard let first = words.last else { return nil }
    // Read from the left: units add, hundred multiplies, thousand and million close a group.
    var total = 0
    var group = 0
    for word in words.reversed() {
      // No amount of money; "hundred hundred hundred" without end is none either.
      guard group < 1_000_000, total < 1_000_000_000_000_000 else { return nil }
      switch word.value {
      case 100: group = max(group, 1) * 100
      case 1_000, 1_000_000, 1_000_000_000:
        total += max(group, 1) * word.value
        group = 0
      default: group += word.value
      }
    }
    return (total + group, first.start)
  }

  private static func value(_ span: Span<UInt8>, _ word: Range<Int>) -> Int? {
    for (literal, value) in table where literal.utf8CodeUnitCount == word.count && span.matches(literal, at: word.lowerBound) {
      return value
    }
    return nil
  }

  private static let table: [(StaticString, Int)] = [
    ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
    ("ten", 10),
    ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17),
    ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60),
    ("seventy", 70), ("eighty", 80), ("ninety", 90), ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000),
    ("billion", 1_000_000_000),
  ]
}
