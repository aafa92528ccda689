/// Finds blanks that were never filled in: `[Delaware]`, `[●]`, `June __, 2003`, `TBD`.
///
/// Brackets that only open a capital (`[T]he`), redactions (`[***]`) and remarks (`[Signature page follows]`) are none.
enum Placeholder: CheckRule {
  static let code = "placeholder"
  static let severity = Finding.Severity.warning
  static let summary = "a blank that was never filled in"
  static let example = "June __, 2003"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let span = agreement.text.bytes.span
    var out: [Finding] = []
    for block in agreement.blocks where block.kind.isRead && block.kind != .printed {
      var i = block.range.lowerBound
      while i < block.range.upperBound {
        if span[i] == Ascii.openBracket, let end = bracket(span, i, block.range.upperBound) {
          out.append(finding(agreement, i..<end))
          i = end
        } else if span[i] == Ascii.underscore, let range = blank(span, i, block.range) {
          out.append(finding(agreement, range))
          i = range.upperBound
        } else {
          i += 1
        }
      }
    }
    return out
  }

  private static func finding(_ agreement: Agreement, _ range: Range<Int>) -> Finding {
    let words = agreement.words(range)
    return Finding(code, .warning, range, subject: words, message(words))
  }

  private static func bracket(_ span: Span<UInt8>, _ open: Int, _ limit: Int) -> Int? {
    var i = open + 1
    var letters = 0
    while i < min(limit, open + 40), span[i] != Ascii.closeBracket {
      if span[i].isLetter { letters += 1 }
      if span[i] == 0x2A || span[i] == Ascii.openBracket || span[i].isLineEnd { return nil }
      i += 1
    }
    guard i < limit, span[i] == Ascii.closeBracket else { return nil }
    for remark: StaticString in [
      "signature", "remainder", "seal", "logo", "reserved", "intentionally", "omitted", "end of", "chinese", "page", "sic",
      "form of", "rest of", "balance", "letterhead", "confidential", "missing", "redacted", "not used", "corporate", "execution",
      "graphic", "notar", "see ",
    ] where span.firstIndex(of: remark, in: open..<i) != nil { return nil }
    // `[T]he` changes a letter; `[1]` is a note.
    if letters == 1, i == open + 2 { return nil }
    if letters == 0, span[open + 1].isDigit { return nil }
    return i + 1
  }

  /// Two underscores or more in the middle of words: `June __, 2003`.
  private static func blank(_ span: Span<UInt8>, _ start: Int, _ block: Range<Int>) -> Range<Int>? {
    var end = start
    while end < block.upperBound, span[end] == Ascii.underscore { end += 1 }
    guard end - start >= 2, end - start <= 30 else { return nil }
    return start..<end
  }

  private static func message(_ words: String) -> String { "“\(words)” was never filled in." }
}
