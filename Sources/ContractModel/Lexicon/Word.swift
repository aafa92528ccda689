/// A word in small letters as a value of fixed size, so that scanners compare words and not strings: `"notice"`.
///
/// Words of up to sixteen bytes are held whole; of longer ones the first sixteen bytes, the last four and the length are.
struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Bytes 0 to 7, the first lowest, and bytes 8 to 15; zeros behind the last.
  private let first: UInt64
  private let second: UInt64
  /// The last four bytes, the last lowest.
  private let tail: UInt32
  /// In bytes.
  let count: Int32

  /// What stands beyond the ends of a text.
  static let none = Word("")

  /// The bytes of a range of a text, capitals made small; the range must lie in the text.
  @inline(__always) init(_ span: Span<UInt8>, _ range: Range<Int>) {
    let count = range.count
    let head = span.padded(at: range.lowerBound)
    if count < 8 {
      first = (head & ((1 << UInt64(8 * count)) &- 1)).lowercasedBytes
      second = 0
    } else {
      first = head.lowercasedBytes
      let unused = UInt64(8 * max(0, 16 - count))
      second = count == 8 ? 0 : ((span.padded(at: range.lowerBound + 8) << unused) >> unused).lowercasedBytes
    }
    var tail: UInt32 = 0
    for i in max(range.lowerBound, range.upperBound - 4)..<range.upperBound { tail = tail << 8 | UInt32(span[i].lowercased) }
    self.tail = tail
    self.count = Int32(truncatingIfNeeded: count)
  }

  init(stringLiteral literal: StaticString) {
    self = literal.withUTF8Buffer { Word($0.span, 0..<$0.count) }
  }

  init(_ string: some StringProtocol) {
    let bytes = Array(string.utf8)
    self.init(bytes.span, 0..<bytes.count)
  }

  @inline(__always) static func == (a: Word, b: Word) -> Bool {
    a.first == b.first && a.second == b.second && a.count == b.count && a.tail == b.tail
  }

  /// The slot of the word in a table of 2^bits places.
  @inline(__always) func slot(bits: UInt64) -> Int { (first ^ second &* 0x9E37_79B9_7F4A_7C15).slot(bits: bits) }

  /// A byte of the first sixteen; 0 behind the last.
  private func byte(_ index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: (index < 8 ? first : second) >> UInt64(8 * (index & 7)))
  }

  /// The first byte; 0 where there is none.
  var initial: UInt8 { byte(0) }

  /// Whether it is made of figures alone, sixteen at most. What stands beyond the ends of a text is not, so that a walk over figures ends there.
  var isFigures: Bool {
    guard 1...16 ~= count else { return false }
    return (0..<Int(count)).allSatisfy { byte($0).isDigit }
  }

  /// Whether it ends in a suffix of up to four bytes: `"ed"`.
  func hasSuffix(_ suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    guard length <= count, length <= 4 else { return false }
    return suffix.withUTF8Buffer { bytes in
      (0..<length).allSatisfy { unsafe UInt8(truncatingIfNeeded: tail >> UInt32(8 * (length - 1 - $0))) == bytes[$0] }
    }
  }

  /// The number that leads it, of five figures at most, and whether `st`, `nd`, `rd` or `th` follows; nil where anything else does.
  var figures: (number: Int, isOrdinal: Bool)? {
    var number = 0
    var digits = 0
    while digits < min(Int(count), 8), byte(digits).isDigit {
      number = number * 10 + Int(byte(digits) - Ascii.zero)
      digits += 1
    }
    guard digits > 0, digits <= 5 else { return nil }
    if digits == count { return (number, false) }
    guard Int(count) == digits + 2 else { return nil }
    let isOrdinal = ["st", "nd", "rd", "th"].contains { (suffix: StaticString) in hasSuffix(suffix) }
    return isOrdinal ? (number, true) : nil
  }

  /// The number of up to four figures before the sign of a half: the 2 of `2½`.
  var figuresBeforeHalf: Int? {
    let digits = Int(count) - 2
    guard (1...4).contains(digits), hasSuffix("½"), (0..<digits).allSatisfy({ byte($0).isDigit }) else { return nil }
    return (0..<digits).reduce(0) { $0 * 10 + Int(byte($1) - Ascii.zero) }
  }

  /// The word without an `s` at its end.
  var withoutPlural: Word {
    guard count > 0, count <= 16, tail & 0xFF == 0x73 else { return self }
    return Word(first: first, second: second, droppingLastOf: Int(count))
  }

  /// The word without its last byte.
  private init(first: UInt64, second: UInt64, droppingLastOf count: Int) {
    let last = count - 1
    self.first = last >= 8 ? first : first & ((1 << UInt64(8 * last)) &- 1)
    self.second = last < 8 ? 0 : second & ((1 << UInt64(8 * (last - 8))) &- 1)
    self.count = Int32(last)
    var tail: UInt32 = 0
    for i in max(0, last - 4)..<last {
      tail = tail << 8 | UInt32(UInt8(truncatingIfNeeded: (i < 8 ? self.first : self.second) >> UInt64(8 * (i & 7))))
    }
    self.tail = tail
  }
}
