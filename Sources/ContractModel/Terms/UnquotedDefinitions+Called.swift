/// Terms without marks that a sentence names at its end: `£900 a week is referred to as the Weekly Charge`, `the shed shall be known as
/// the Plant Shed`, `The day on which the deed is registered is the Transfer Date`.
extension UnquotedDefinitions {
  static func called(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ keywords: KeywordIndex) -> [Candidate] {
    var out: [Candidate] = []
    keywords.forEach(.called, in: paragraphs) { at, paragraph in
      guard at > paragraph.lowerBound, !span[at - 1].isWord,
        let article = span.matchesWord("which", at: at) ? copula(span, at, paragraph) : verb(span, at, paragraph),
        let end = nameEnd(span, article + 4, paragraph.upperBound), ends(span, end, paragraph)
      else { return }
      out.append(Candidate(words: (article + 4)..<end, paragraph: paragraph, isLed: true))
    }
    return out
  }

  /// Where "the" stands behind a naming verb: `is referred to in this agreement as the`, `shall be called the`.
  private static func verb(_ span: Span<UInt8>, _ at: Int, _ paragraph: Range<Int>) -> Int? {
    let names =
      ["referred to", "called", "known as", "deemed"].contains { (word: StaticString) in span.matchesWord(word, at: at) }
    let before = span.skipSpaces(endingAt: at)
    guard names, ["be", "is", "are"].contains(where: { (word: StaticString) in span.matchesWord(word, endingAt: before) }),
      let article = span.firstIndex(of: " the ", in: at..<min(paragraph.upperBound, at + 60)).map({ $0 + 1 }),
      DefinitionFinder.connectors(span, span.wordEnd(at)..<article)
    else { return nil }
    return article
  }

  /// Where "the" stands behind the verb of a sentence that begins `The day on which`, `The sum by which`: `… is the Transfer Date`.
  private static func copula(_ span: Span<UInt8>, _ at: Int, _ paragraph: Range<Int>) -> Int? {
    let before = span.skipSpaces(endingAt: at)
    var noun = before
    while noun > paragraph.lowerBound, span[noun - 1].isLower { noun -= 1 }
    // Over the preposition to the noun and its article.
    noun = span.skipSpaces(endingAt: noun)
    let nounEnd = noun
    while noun > paragraph.lowerBound, span[noun - 1].isLower { noun -= 1 }
    guard nounEnd > noun, span.skipSpaces(endingAt: noun) >= paragraph.lowerBound + 3,
      span.matches("the ", at: noun - 4), span[noun - 4].isUpper
    else { return nil }
    let sentence = DefinitionFinder.sentence(span, at, behind: at, paragraph)
    var article: Int?
    for verb: StaticString in [" is the ", " are the ", " shall be the ", " will be the "] {
      var from = at
      while let found = span.firstIndex(of: verb, in: from..<sentence.upperBound) {
        from = found + verb.utf8CodeUnitCount - 4
        article = max(article ?? from, from)
      }
    }
    return article
  }

  /// Whether a sentence, or a part of it, ends at a place.
  private static func ends(_ span: Span<UInt8>, _ end: Int, _ paragraph: Range<Int>) -> Bool {
    guard end < paragraph.upperBound else { return true }
    return [Ascii.period, Ascii.close, Ascii.semicolon, Ascii.comma].contains(span[end]) || span.matches(" and ", at: end)
  }
}
