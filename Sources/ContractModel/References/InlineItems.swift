/// Items of a list that stand in a provision's running text and are no provisions: "shall pay (i) the rent and (ii) the tax".
enum InlineItems {
  /// Words that lead a number in running text, so that it begins nothing.
  private static let leads = WordSet(
    "section", "sections", "article", "articles", "paragraph", "paragraphs", "clause", "clauses", "subsection", "subsections",
    "subparagraph", "subclause", "exhibit", "schedule", "annex", "appendix", "attachment")

  /// Whether items stand one behind another in a part of the reading text: `(b)` and then `(ii)`, or `b.` at a paragraph's start.
  static func stand(_ items: [[UInt8]], in range: Range<Int>, of reading: ReadingText) -> Bool {
    let span = reading.bytes.span
    var at = range.lowerBound
    let end = range.upperBound
    for wanted in items where !wanted.isEmpty {
      var found: Int?
      reading.wordStarts.forEach(in: at..<end) { i in
        guard span[i].lowercased == wanted[0], i + wanted.count < end,
          wanted.indices.allSatisfy({ span[i + $0].lowercased == wanted[$0] })
        else { return i + 1 }
        let after = i + wanted.count
        let start = i > 0 && span[i - 1] == Ascii.open ? i - 1 : i
        let opensParagraph = start == 0 || span[start - 1] == Ascii.lineFeed
        let closes = span[after] == Ascii.close && (opensParagraph || !isLed(span, start))
        // "2. for what is in stock" in running text
        let isFigure =
          wanted.allSatisfy(\.isDigit) && start == i && i > 0 && span[i - 1] == Ascii.space && span[after] == Ascii.period
          && after + 1 < end && span[after + 1] == Ascii.space
        let isAlone = opensParagraph && (span[after] == Ascii.period || span[after] == Ascii.space)
        guard closes || isFigure || isAlone else { return i + 1 }
        found = after
        return end
      }
      guard let found else { return false }
      at = found
    }
    return true
  }

  /// Whether the word before a place leads a number in running text: "Section 5", "16.1(e) or (f)".
  static func isLed(_ span: Span<UInt8>, _ place: Int) -> Bool {
    var end = span.skipSpaces(endingAt: place)
    if end > 0, span[end - 1] == Ascii.comma { end -= 1 }
    for word: StaticString in ["and", "or", "and/or", "through", "to"] where span.matchesWord(word, endingAt: end) {
      end = span.skipSpaces(endingAt: end - word.utf8CodeUnitCount)
      if end > 0, span[end - 1] == Ascii.comma { end -= 1 }
      return end > 0 && (span[end - 1] == Ascii.close || span[end - 1].isDigit)
    }
    return leads.ends(span, at: end) || end == place && end > 0 && (span[end - 1].isWord || span[end - 1] == Ascii.close)
  }
}
