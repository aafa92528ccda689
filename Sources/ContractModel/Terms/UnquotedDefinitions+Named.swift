/// Definitions behind a naming word: `hereinafter called the Owner`, `hereafter referred to as Miller`, `(hereinafter Oak)`.
extension UnquotedDefinitions {
  /// Terms that are named so and are none yet; they are added to `known`.
  static func named(
    _ span: Span<UInt8>, _ paragraphs: [Paragraph], _ keywords: KeywordIndex, _ known: inout NameTable
  ) -> [DefinitionFinder.Found] {
    var out: [DefinitionFinder.Found] = []
    keywords.forEach(.naming, in: paragraphs) { at, paragraph in
      guard let found = name(span, at, paragraph) else { return }
      for found in [found, second(span, behind: found, paragraph)].compactMap({ $0 }) where !known.contains(span, found.words) {
        known.insert(span, found.words, 0)
        out.append(found)
      }
    }
    return out
  }

  /// The capitalised words behind `hereinafter called the`, `hereafter referred to as`, `(hereinafter`.
  private static func name(_ span: Span<UInt8>, _ at: Int, _ range: Range<Int>) -> DefinitionFinder.Found? {
    // Nearly all are "hereof", "hereto" and "hereunder".
    guard at + 12 < range.upperBound, span[at + 5].lowercased == 0x6E || span[at + 5].lowercased == 0x66 else { return nil }
    guard span.matchesWord("hereinafter", at: at) || span.matchesWord("hereafter", at: at) || span.matches("herein called", at: at)
    else { return nil }
    var start = at
    var words = 0
    while start < range.upperBound, !span[start].isUpper {
      let word = start
      while start < range.upperBound, span[start].isLower { start += 1 }
      guard start > word, start < range.upperBound, span[start] == Ascii.space, words < 9,
        DefinitionFinder.connectors(span, word..<start)
      else { return nil }
      start += 1
      words += 1
    }
    let isBracketed = at > range.lowerBound && span[at - 1] == Ascii.open
    guard
      isBracketed || span.firstIndex(of: "called", in: at..<start) != nil || span.firstIndex(of: "known", in: at..<start) != nil
        || span.firstIndex(of: "as ", in: at..<start) != nil
    else { return nil }
    var end = start
    var stop = start
    while stop < range.upperBound, end - start < 60, !span.matchesWord("or", at: stop),
      span[stop].isUpper || TitleWords.isSmall(span, stop..<wordEnd(span, stop, range))
    {
      let next = wordEnd(span, stop, range)
      if span[stop].isUpper { end = next }
      guard next > stop, next < range.upperBound, span[next] == Ascii.space else { break }
      stop = next + 1
    }
    // A bare name ends where its clause does.
    guard end - start > 1,
      end >= range.upperBound || !span[end].isWord && span[end] != Ascii.apostrophe && span[end] != Ascii.quote,
      !isBracketed || end < range.upperBound && (span[end] == Ascii.close || span.matches(" or ", at: end))
    else { return nil }
    return DefinitionFinder.Found(
      kind: .inline, words: start..<end, extent: DefinitionFinder.sentence(span, start, behind: end, range))
  }

  /// The other name that a bracket gives: the Company of `(hereinafter referred to as GBS or Company)`.
  private static func second(_ span: Span<UInt8>, behind first: DefinitionFinder.Found, _ range: Range<Int>) -> DefinitionFinder
    .Found?
  {
    guard span.matches(" or ", at: first.words.upperBound) else { return nil }
    var start = first.words.upperBound + 4
    if span.matches("the ", at: start) { start += 4 }
    var end = start
    while end < range.upperBound, end - start < 40, span[end].isWord || span[end] == Ascii.space && span.byte(end + 1).isUpper {
      end += 1
    }
    guard start < end, span[start].isUpper, span.byte(end) == Ascii.close else { return nil }
    return DefinitionFinder.Found(
      kind: .inline, words: start..<end, extent: DefinitionFinder.sentence(span, start, behind: end, range))
  }

  private static func wordEnd(_ span: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Int {
    var end = start
    while end < range.upperBound, span[end].isWord || span[end] == Ascii.hyphen { end += 1 }
    return end
  }
}
