/// Where each definition of a list stands, for references to its items: "clause (b) of the definition of Charge", "paragraph (a) of this
/// definition".
struct DefinitionPlaces {
  /// From the term to the next definition, in reading offsets, in order.
  private let stretches: [Range<Int>]
  private let byName: NameTable

  init(_ found: [DefinitionFinder.Found], _ reading: ReadingText) {
    let span = reading.bytes.span
    let listed = found.filter {
      $0.kind == .list && ($0.extent.lowerBound == 0 || span[$0.extent.lowerBound - 1] == Ascii.lineFeed)
    }
    var byName = NameTable(capacity: listed.count)
    var stretches: [Range<Int>] = []
    for (index, definition) in listed.enumerated() {
      byName.insert(span, definition.words, index)
      let end = index + 1 < listed.count ? listed[index + 1].extent.lowerBound : span.count
      stretches.append(definition.words.lowerBound..<max(definition.words.upperBound, end))
    }
    self.byName = byName
    self.stretches = stretches
  }

  /// The definition whose term words at a place name, in quotation marks or in capitals: `"Charge"`, `Charge`.
  func named(_ span: Span<UInt8>, at start: Int, _ limit: Int) -> (stretch: Range<Int>, end: Int)? {
    var at = start
    for word: StaticString in ["the term ", "the ", "term "] where span.matches(word, at: at) { at += word.utf8CodeUnitCount }
    if at < limit, span[at] == Ascii.quote {
      let end = span.firstOffset(of: Ascii.quote, in: (at + 1)..<limit)
      guard end < limit, let index = byName[span, (at + 1)..<end] else { return nil }
      return (stretches[index], end + 1)
    }
    // The longest run of words that is a term.
    var end = at
    var best: (stretch: Range<Int>, end: Int)?
    while end < limit, end - at < 80 {
      while end < limit, span[end].isWord || span[end] == Ascii.hyphen { end += 1 }
      if end > at, let index = byName[span, at..<end] { best = (stretches[index], end) }
      guard end < limit, span[end] == Ascii.space else { break }
      end += 1
    }
    return best
  }

  /// The definition that a place stands in.
  func around(_ place: Int) -> Range<Int>? {
    let next = stretches.boundary(behindAll: { $0.lowerBound <= place })
    guard next > 0, stretches[next - 1].contains(place) else { return nil }
    return stretches[next - 1]
  }
}
