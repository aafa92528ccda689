/// One printed numeral of a provision's number, and the values it can have.
///
/// For example `iv` is the Roman 4, `(i)` is the Roman 1 or the ninth letter, `FIVE` is 5, `aa` is the 27th letter.
struct Numeral: Sendable, Equatable {
  /// A doubled letter is the aa, bb of a list that begins with it, and no 27th letter.
  enum Kind: UInt8, Sendable { case arabic, upperLetter, lowerLetter, upperRoman, lowerRoman, word, doubledLetter }
  var kind: Kind
  var value: Int

  /// The Roman numeral at `start`, all letters in one case, if it is one in its canonical form.
  static func roman(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> (value: Int, end: Int)? {
    guard start < limit, span[start].isLetter else { return nil }
    let upper = span[start].isUpper
    var i = start
    var total = 0
    var previous = 0
    var letters = 0
    while i < limit, span[i].isLetter {
      guard span[i].isUpper == upper, let digit = romanDigit(span[i].lowercased), letters < 12 else { return nil }
      total += digit
      if previous < digit { total -= 2 * previous }
      previous = digit
      letters += 1
      i += 1
    }
    if i < limit, span[i] >= 0x80, span[i] != 0xC2, span[i] != 0xE2 { return nil }
    guard total > 0, total < 200, isCanonical(total, span, start..<i) else { return nil }
    return (total, i)
  }

  private static func romanDigit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x69: 1
    case 0x76: 5
    case 0x78: 10
    case 0x6C: 50
    case 0x63: 100
    default: nil
    }
  }

  /// Whether letters print a value as it is printed: `iv`, never `iiii`.
  private static func isCanonical(_ value: Int, _ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let printed = romans[value]
    guard printed.count == range.count else { return false }
    for k in 0..<printed.count where span[range.lowerBound + k].lowercased != printed[k] { return false }
    return true
  }

  private static let romans = (0..<200).map(romanBytes)

  /// The Roman numeral of a value, in lower-case letters.
  static func romanBytes(_ value: Int) -> [UInt8] {
    var rest = value
    var out: [UInt8] = []
    let table: [(Int, [UInt8])] = [
      (100, [0x63]), (90, [0x78, 0x63]), (50, [0x6C]), (40, [0x78, 0x6C]), (10, [0x78]), (9, [0x69, 0x78]),
      (5, [0x76]), (4, [0x69, 0x76]), (1, [0x69]),
    ]
    for (amount, letters) in table {
      while rest >= amount {
        out += letters
        rest -= amount
      }
    }
    return out
  }

  /// The letters at `start` as a list letter: `a` is 1, `z` 26, `aa` 27, `bb` 28.
  static func letter(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> (value: Int, end: Int)? {
    guard start < limit, span[start].isLetter else { return nil }
    var i = start
    while i < limit, span[i].isLetter, i - start < 4 {
      guard span[i] == span[start] else { return nil }
      i += 1
    }
    if i < limit, span[i].isLetter || span[i] >= 0xC3 && span[i] < 0xE2 { return nil }
    let base = Int(span[start].lowercased - 0x60)
    return (base + 26 * (i - start - 1), i)
  }

  /// A number in words at `start`: `FIVE` is 5, `Twenty-One` is 21, `Third` is 3.
  static func word(_ span: Span<UInt8>, _ start: Int) -> (value: Int, end: Int)? {
    func word(_ start: Int) -> (word: Word, end: Int) {
      var end = start
      while end < span.count, span[end].isWord { end += 1 }
      return (Word(span, start..<end), end)
    }
    guard start < span.count, span[start].isLetter else { return nil }
    let (first, end) = word(start)
    guard let value = SpelledNumber.cardinals[first] ?? SpelledNumber.ordinals[first], value < 100 else { return nil }
    if value >= 20, value % 10 == 0, end < span.count, span[end] == Ascii.hyphen {
      let (second, last) = word(end + 1)
      if let unit = SpelledNumber.cardinals[second], unit < 10 { return (value + unit, last) }
    }
    return (value, end)
  }
}
