/// Whole numbers in English words.
enum SpelledNumber {
  /// The number whose words end right before a place ("thirty", "One Hundred and Five Thousand", "Dollars" passed over), and where it begins.
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

  /// A word of "United States Dollars".
  private static func isCurrency(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool {
    for known: StaticString in ["dollars", "states", "united", "us"]
    where known.utf8CodeUnitCount == word.count && span.matches(known, at: word.lowerBound) { return true }
    return false
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
