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
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let openBracket: UInt8 = 0x5B
  static let closeBracket: UInt8 = 0x5D
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

  /// The first occurrence of `literal` (lower case) in `range`, in any case of letters.
  func firstIndex(of literal: StaticString, in range: Range<Int>) -> Int? {
    let length = literal.utf8CodeUnitCount
    let last = Swift.min(range.upperBound, count) - length
    guard length > 0, range.lowerBound >= 0, last >= range.lowerBound else { return nil }
    let start = unsafe literal.utf8Start
    // Blanks are everywhere: the first letter, the one behind it and the last are looked for, sixteen places at a time.
    var anchor = 0
    while anchor + 1 < length, unsafe start[anchor] == 0x20 { anchor += 1 }
    let steps = (anchor + 1 < length ? 1 : 0, length - 1 - anchor)
    let wanted = unsafe (start[anchor], start[anchor + steps.0], start[length - 1])
    let folds: (UInt8, UInt8, UInt8) = (wanted.0.isLower ? 0x20 : 0, wanted.1.isLower ? 0x20 : 0, wanted.2.isLower ? 0x20 : 0)
    @inline(__always) func others<Bytes: ByteLanes>(_ first: Bytes, _ second: Bytes, _ last: Bytes) -> Bytes {
      ((first | .all(folds.0)) ^ .all(wanted.0)) | ((second | .all(folds.1)) ^ .all(wanted.1))
        | ((last | .all(folds.2)) ^ .all(wanted.2))
    }
    var i = range.lowerBound + anchor
    let end = last + anchor
    while i <= end {
      while i + steps.1 + 16 <= count, i <= end,
        others(sixteen(at: i), sixteen(at: i + steps.0), sixteen(at: i + steps.1)).zeroBytes.isEmpty
      { i += 16 }
      if i + steps.1 + 8 <= count {
        var mask = others(eight(at: i), eight(at: i + steps.0), eight(at: i + steps.1)).exactZeroBytes
        while mask != 0 {
          let at = i + mask.firstMarked
          mask &= mask &- 1
          if at > end { return nil }
          if matches(literal, at: at - anchor) { return at - anchor }
        }
        i += 8
      } else if i <= end {
        if known(i) | folds.0 == wanted.0, matches(literal, at: i - anchor) { return i - anchor }
        i += 1
      }
    }
    return nil
  }
}
