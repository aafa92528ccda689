/// Whole numbers in English words.
enum SpelledNumber {
  /// The number whose words end right before a place ("thirty", "One Hundred and Five Thousand", "Dollars" passed over), and where it begins.
  ///
  /// Nil where the words say only part of it: "4 Million", "Four and One-Half Million". Of two numbers side by side it is the
  /// second: "one twelve (12) month period".
  static func before(_ span: Span<UInt8>, _ end: Int) -> (value: Int, start: Int)? {
    var words: [(value: Int, start: Int)] = []
    var at = end
    while words.count < 14 {
      var stop = at
      while stop > 0, span[stop - 1] == Ascii.space || span[stop - 1] == Ascii.hyphen || span[stop - 1] == Ascii.comma { stop -= 1 }
      var start = stop
      while start > 0, span[start - 1].isLetter { start -= 1 }
      guard start < stop, end - start < 160 else { break }
      if words.isEmpty, isCurrency(span, start..<stop) {
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
    guard !words.isEmpty else { return nil }
    if let whole = figuresBefore(span, at), words.allSatisfy({ $0.value >= 1_000 }) {
      // "4 Million"
      let scale = words.reduce(1) { $0.multipliedReportingOverflow(by: $1.value).partialValue }
      return scale <= 1_000_000_000 && whole.value < 1_000 ? (whole.value * scale, whole.start) : nil
    }
    guard !isPartly(span, at) else { return nil }
    if let second = words.indices.dropFirst().first(where: { !goesOn(words[$0].value, words[$0 - 1].value) }) {
      words.removeSubrange(second...)
    }
    guard let first = words.last else { return nil }
    // Read from the left: units add, hundred multiplies, thousand, lakh, million and crore close a group.
    var total = 0
    var group = 0
    for word in words.reversed() {
      // No amount of money; "hundred hundred hundred" without end is none either.
      guard group < 1_000_000, total < 1_000_000_000_000_000 else { return nil }
      switch word.value {
      case 100: group = max(group, 1) * 100
      case 1_000, 100_000, 1_000_000, 10_000_000, 1_000_000_000:
        total += max(group, 1) * word.value
        group = 0
      default: group += word.value
      }
    }
    return (total + group, first.start)
  }

  /// The whole number in figures that ends before a place: the 4 of "4 Million", and none of "4.5 Million".
  private static func figuresBefore(_ span: Span<UInt8>, _ at: Int) -> (value: Int, start: Int)? {
    var end = at
    while end > 0, span[end - 1] == Ascii.space { end -= 1 }
    var start = end
    while start > 0, end - start < 4, span[start - 1].isDigit { start -= 1 }
    guard start < end, start == 0 || !span[start - 1].isDigit && span[start - 1] != Ascii.period && span[start - 1] != Ascii.comma
    else {
      return nil
    }
    var value = 0
    for i in start..<end { value = value * 10 + Int(span[i] - 0x30) }
    return (value, start)
  }

  /// Whether one word of a number goes on with another: "twenty" with "four", "four" with "hundred"; not "one" with "twelve".
  private static func goesOn(_ word: Int, _ next: Int) -> Bool {
    word >= 100 || next >= 100 || (20...90).contains(word) && next < 10
  }

  /// Whether what ends before the words is a part of the same number: "4" Million, "One-Half" Million.
  private static func isPartly(_ span: Span<UInt8>, _ at: Int) -> Bool {
    var stop = at
    while stop > 0, span[stop - 1] == Ascii.space || span[stop - 1] == Ascii.hyphen { stop -= 1 }
    if stop > 0, span[stop - 1].isDigit { return true }
    var start = stop
    while start > 0, span[start - 1].isLetter { start -= 1 }
    if isPart(span, start..<stop) { return true }
    // "one-half of one percent (0.50%)", "1/4 of one percent"
    guard span.matches("of", at: start), stop - start == 2 else { return false }
    stop = start
    while stop > 0, span[stop - 1] == Ascii.space || span[stop - 1] == Ascii.close { stop -= 1 }
    if stop > 0, span[stop - 1].isDigit || span[stop - 1] == 0x25 { return true }
    start = stop
    while start > 0, span[start - 1].isLetter { start -= 1 }
    return isPart(span, start..<stop)
  }

  /// "half", "quarter", "hundredths": a word for a part of something.
  private static func isPart(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool {
    if (["half", "halves", "third", "thirds", "quarter", "quarters", "point"] as [StaticString]).contains(where: { part in
      part.utf8CodeUnitCount == word.count && span.matches(part, at: word.lowerBound)
    }) {
      return true
    }
    return word.count > 4 && (span.matches("th", at: word.upperBound - 2) || span.matches("ths", at: word.upperBound - 3))
  }

  /// A word of "United States Dollars".
  private static func isCurrency(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool {
    if Currency.isName(span, word) { return true }
    for known: StaticString in ["states", "united", "us", "percent", "per", "cent"]
    where known.utf8CodeUnitCount == word.count && span.matches(known, at: word.lowerBound) { return true }
    return false
  }

  static func value(_ span: Span<UInt8>, _ word: Range<Int>) -> Int? { cardinals[Word(span, word)] }

  /// What the words of a number count: "twelve", "hundred".
  static let cardinals: [Word: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000,
  ]

  /// Places in an order: "first", "thirtieth".
  static let ordinals: [Word: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "sixtieth": 60,
    "ninetieth": 90,
  ]
}
