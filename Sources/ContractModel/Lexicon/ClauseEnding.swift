/// How the text of a line or block ends and begins, for joining what a page or line break parted.
enum ClauseEnding {
  /// Whether the text of a range closes a sentence or clause: `.`, `;`, `:`, `!`, `?`, perhaps behind quotes or brackets.
  static func closesClause(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.upperBound - 1
    while i >= range.lowerBound {
      switch span[i] {
      case Ascii.period, Ascii.semicolon, Ascii.colon, 0x21, 0x3F: return true
      case Ascii.close, Ascii.closeBracket, Ascii.quote, Ascii.apostrophe, 0x2A: i -= 1
      case 0x9D where i - 2 >= range.lowerBound && span[i - 1] == 0x80 && span[i - 2] == 0xE2: i -= 3
      case 0x99 where i - 2 >= range.lowerBound && span[i - 1] == 0x80 && span[i - 2] == 0xE2: i -= 3
      default: return false
      }
    }
    return false
  }

  /// Whether a list item may follow: the clause is closed, or ends in a comma, a dash, "and" or "or".
  static func admitsItem(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 0 else { return true }
    if closesClause(span, range) { return true }
    let last = span[range.upperBound - 1]
    if last == Ascii.comma || last == Ascii.hyphen || last == 0x94 || last == 0x93 { return true }
    return span.matchesWord("and", endingAt: range.upperBound) || span.matchesWord("or", endingAt: range.upperBound)
  }
}
