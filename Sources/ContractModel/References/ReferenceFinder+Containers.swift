/// References to provisions that are said to be of another provision: `Section 2 of Article 3`, `Article 8, Section C`, `Clause 1 of this
/// Article`, `Clause 2 of the General Conditions`.
extension ReferenceFinder {
  /// The reference with the article, part or section that it is said to be of; nil where none is named, or it has no such provision.
  func inContainer(_ span: Span<UInt8>, _ words: ReferenceWords, _ here: Int?, _ limit: Int) -> CrossReference? {
    if let inner = words.inner.last { return innermost(words, inner, here) }
    guard !words.isLettersOnly, words.keyword == .section || words.keyword == .clause || words.keyword == .paragraph else {
      return nil
    }
    let of = span.skipSpaces(words.range.upperBound)
    guard span.matches("of ", at: of) || span.matches("in ", at: of) else { return nil }
    var at = span.skipSpaces(of + 3)
    var container: Int?
    if span.matches("this ", at: at) {
      at = span.skipSpaces(at + 5)
      guard let (keyword, _, end) = ReferenceGrammar.keyword(span, at), keyword.rawValue < ReferenceWords.Keyword.exhibit.rawValue
      else { return nil }
      container = here.flatMap { resolver.ancestor(of: $0, called: keyword) }
      at = end
      // "Section 1 of this Article 3"
      var number = span.skipSpaces(end)
      if ReferenceGrammar.item(span, &number, limit, attachment: false, keyword: keyword) != nil { at = number }
    } else if let outer = ReferenceGrammar.parse(span, at, limit), !outer.isAttachment, !outer.isLettersOnly,
      outer.items.count == 1,
      outer.keyword == .article || outer.keyword == .part || outer.keyword == .section && words.keyword != .section
        || outer.keyword == .clause && words.keyword == .paragraph
    {
      container = resolver.resolve(outer, from: here).found.first
      at = outer.range.upperBound
      // "paragraphs 2 and 4 of Article 28", "Clause 2 of Part B of the Rules": of an article or a part that this paper does not have.
      if container == nil, outer.keyword == .article || outer.keyword == .part, span.matches("of ", at: of) {
        return external(words.range, here, owner: nil)
      }
    }
    guard let container else { return nil }
    return resolver.allPlaces(words.items) { resolver.find($0, below: container) }
      .map { leading(words.range.lowerBound..<at, to: $0, here) }
  }

  /// `Article 8, Section C`: the section of that article, or where sections count through all articles the one of that number.
  private func innermost(_ words: ReferenceWords, _ inner: (keyword: ReferenceWords.Keyword, path: [[UInt8]]), _ here: Int?)
    -> CrossReference?
  {
    guard let container = resolver.resolve(words, from: here).found.first else { return nil }
    if let id = resolver.find(inner.path, below: container) { return leading(words.range, to: [id], here) }
    var own = words
    own.keyword = inner.keyword
    own.items = [ReferenceWords.Item(path: inner.path, range: words.range)]
    own.inner = []
    let outcome = resolver.resolve(own, from: container)
    if outcome.found.isEmpty, knownElsewhere(words) != nil { return external(words.range, here, owner: nil) }
    return leading(words.range, to: outcome.found.isEmpty ? [container] : outcome.found, absent: outcome.absent, here)
  }

  /// The reference to a provision of a part of the file that words name by its title: `Section 8.1 of the Standard Terms`.
  func ofTitled(_ span: Span<UInt8>, _ words: ReferenceWords, _ name: Range<Int>, _ here: Int?) -> CrossReference? {
    guard !name.isEmpty, !words.isAttachment, !words.isLettersOnly, let container = resolver.titled(name) else { return nil }
    return resolver.allPlaces(words.items) { resolver.find($0, below: container) }
      .map { leading(words.range.lowerBound..<name.upperBound, to: $0, here) }
  }
}
