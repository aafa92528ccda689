/// Blanks and what prints nothing, in UTF-8: no-break and thin spaces, soft hyphens, zero-width characters.
enum Blanks {
  /// How many bytes the blank at a place has: no-break, en, em and thin spaces are blanks; 0 where there is none.
  @inline(__always) static func blank(_ span: Span<UInt8>, _ i: Int, _ end: Int) -> Int {
    let byte = span[i]
    if byte.isSpace { return 1 }
    if byte == 0xC2, i + 1 < end, span[i + 1] == 0xA0 { return 2 }
    return byte == 0xE2 && i + 2 < end && span[i + 1] == 0x80 && (span[i + 2] <= 0x8A || span[i + 2] == 0xAF) ? 3 : 0
  }

  /// Whether a line ends in a hyphen whose word goes on in the next: `non-`, `exclusive`; `Schedule A-`, `1`; not `mid-`, `and long-term`.
  static func breaksCompound(_ span: Span<UInt8>, _ blank: Int, _ next: Int) -> Bool {
    guard blank >= 2, span[blank - 1] == Ascii.hyphen, span[blank - 2].isAlphanumeric,
      (blank..<next).contains(where: { span[$0].isLineEnd })
    else { return false }
    if span[next].isDigit { return true }
    // `Schedule 2-`, `A`
    if span[next].isUpper, span[blank - 2].isDigit, next + 1 < span.count, !span[next + 1].isWord { return true }
    guard span[next].isLower else { return false }
    return !["and ", "or ", "to "].contains { (word: StaticString) in span.matches(word, at: next) }
  }

  /// How many bytes a character has that prints nothing inside a word: a soft hyphen, a zero-width space or joiner; less than nothing
  /// for one that breaks its word at the end of a line. Nil for anything else.
  static func invisible(_ span: Span<UInt8>, _ i: Int, _ end: Int) -> Int? {
    guard i + 1 < end else { return nil }
    if span[i] == 0xC2, span[i + 1] == 0xAD { return i + 2 < end && span[i + 2].isLineEnd ? -2 : 2 }
    guard i + 2 < end else { return nil }
    if span[i] == 0xE2, span[i + 1] == 0x80, (0x8B...0x8D).contains(span[i + 2]) { return 3 }
    if span[i] == 0xE2, span[i + 1] == 0x81, span[i + 2] == 0xA0 { return 3 }
    return span[i] == 0xEF && span[i + 1] == 0xBB && span[i + 2] == 0xBF ? 3 : nil
  }
}
