/// What a byte of agreement text can be, for scanners that read bytes and not characters.
extension UInt8 {
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isUpper: Bool { self &- 0x41 < 26 }
  @inline(__always) var isLower: Bool { self &- 0x61 < 26 }
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
  /// A letter, a digit or any byte of a character beyond ASCII, which for agreements is nearly always a letter.
  @inline(__always) var isWord: Bool { isLetter || isDigit || self >= 0x80 }
  @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
  @inline(__always) var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  @inline(__always) var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
  /// Whether a small letter is one that most Roman numerals of lists are made of: i, v or x.
  @inline(__always) var isSmallNumeral: Bool { self == 0x69 || self == 0x76 || self == 0x78 }
  /// The lower-case form of an ASCII letter; any other byte unchanged.
  @inline(__always) var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}

/// ASCII bytes by name, so that scanners read as text.
enum Ascii {
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let apostrophe: UInt8 = 0x27
  static let open: UInt8 = 0x28
  static let close: UInt8 = 0x29
  static let comma: UInt8 = 0x2C
  static let hyphen: UInt8 = 0x2D
  static let period: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let greater: UInt8 = 0x3E
  static let openBracket: UInt8 = 0x5B
  static let closeBracket: UInt8 = 0x5D
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D
  static let underscore: UInt8 = 0x5F
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let formFeed: UInt8 = 0x0C
  static let section: UInt8 = 0xA7
}

/// Reading literals out of a run of bytes.
extension Span where Element == UInt8 {
  /// Whether the ASCII `literal` (given in lower case) stands at `offset`, in any case of letters.
  @inline(__always) func matches(_ literal: StaticString, at offset: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    let start = literal.utf8Start
    for i in 0..<length where self[offset + i].lowercased != start[i] { return false }
    return true
  }

  /// Whether the word `literal` (lower case) stands at `offset` and ends there.
  @inline(__always) func matchesWord(_ literal: StaticString, at offset: Int) -> Bool {
    guard matches(literal, at: offset) else { return false }
    let end = offset + literal.utf8CodeUnitCount
    return end >= count || !self[end].isWord
  }

  /// Whether the word `literal` ends just before `offset`.
  @inline(__always) func matchesWord(_ literal: StaticString, endingAt offset: Int) -> Bool {
    let start = offset - literal.utf8CodeUnitCount
    guard start >= 0, matches(literal, at: start) else { return false }
    return start == 0 || !self[start - 1].isWord
  }

  /// Whether a dash, quote or dots beyond ASCII (U+2000 to U+203F) begin at `offset`.
  func isGeneralPunctuation(at offset: Int) -> Bool {
    self[offset] == 0xE2 && offset + 1 < count && self[offset + 1] == 0x80
  }

  /// Whether a capital letter of any Latin, Greek or Cyrillic alphabet begins at `offset`: `A`, `Å`, `Ł`.
  func beginsCapital(at offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    if self[offset] < 0x80 { return self[offset].isUpper }
    guard (0xC3...0xD4).contains(self[offset]), offset + 1 < count, self[offset + 1] & 0xC0 == 0x80,
      let scalar = Unicode.Scalar(UInt32(self[offset] & 0x1F) << 6 | UInt32(self[offset + 1] & 0x3F))
    else { return false }
    return scalar.properties.isUppercase
  }

  /// Where the word that holds `offset` ends.
  @inline(__always) func wordEnd(_ offset: Int) -> Int {
    var i = offset
    while i < count, self[i].isWord { i += 1 }
    return i
  }

  /// The first offset at or after `offset` that is no space.
  @inline(__always) func skipSpaces(_ offset: Int) -> Int {
    var i = offset
    while i < count, self[i].isSpace { i += 1 }
    return i
  }

  /// Where the spaces that end at `offset` begin.
  @inline(__always) func skipSpaces(endingAt offset: Int) -> Int {
    var i = offset
    while i > 0, self[i - 1].isSpace { i -= 1 }
    return i
  }
}
