/// The words that tell what a term means.
extension Agreement {
  /// The words that explain a term: of a list its meaning with its items; of a party its name and what is said of it; of a term made in
  /// brackets the sentence before them.
  ///
  /// `Oak Mills, Inc., a Maine corporation (the "Seller")`; `the flour in the first barn (the "Goods")`; `"Default" has the meaning given in
  /// the Loan Agreement.`
  public func explanation(of definition: Definition, _ landmarks: Landmarks) -> Range<Int> {
    switch definition.kind {
    case .list, .reference: return landmarks.meaning(definition, in: self)
    case .external: return withOpeningQuote(definition.extent)
    case .party, .inline: break
    }
    let span = reading.bytes.span
    let words = reading.reading(definition.range)
    let end = bracketEnd(span, words) ?? max(words.upperBound, reading.reading(definition.extent).upperBound)
    let start = partyStart(definition) ?? sentenceStart(span, before: words.lowerBound)
    return reading.source(min(start, words.lowerBound)..<min(end, span.count))
  }

  /// A range with the quotation mark that stands right before it.
  private func withOpeningQuote(_ range: Range<Int>) -> Range<Int> {
    let words = reading.reading(range)
    guard words.lowerBound > 0, reading.bytes[words.lowerBound - 1] == Ascii.quote else { return range }
    return reading.source(words.lowerBound - 1)..<range.upperBound
  }

  /// How far the beginning of a sentence is looked for, in bytes; then it begins with a word.
  private static let longestSentence = 400

  /// Behind the bracket that holds a term; nil where none does.
  private func bracketEnd(_ span: Span<UInt8>, _ words: Range<Int>) -> Int? {
    var at = words.lowerBound
    while at > 0, words.lowerBound - at < Self.longestSentence, span[at - 1] != Ascii.lineFeed, span[at - 1] != Ascii.close {
      at -= 1
      guard span[at] == Ascii.open else { continue }
      let close = span.firstOffset(of: Ascii.close, in: words.upperBound..<min(span.count, words.upperBound + Self.longestSentence))
      return close < span.count && span[close] == Ascii.close ? close + 1 : nil
    }
    return nil
  }

  /// Where the name of the first party stands that a term is the role of, before it in its paragraph.
  private func partyStart(_ definition: Definition) -> Int? {
    let role = words(definition.range)
    let place = parties.filter { $0.role == role && $0.range.lowerBound < definition.range.lowerBound }.map(\.range.lowerBound)
      .min()
    guard let place, definition.range.lowerBound - place < 2_000 else { return nil }
    return reading.reading(place)
  }

  private func sentenceStart(_ span: Span<UInt8>, before offset: Int) -> Int {
    let limit = max(0, offset - Self.longestSentence)
    var start = offset
    while start > limit, span[start - 1] != Ascii.lineFeed {
      if span[start - 1] == Ascii.space, start > 1, span[start - 2] == Ascii.period, !Abbreviation.closesAny(span, start - 2) {
        return start
      }
      start -= 1
    }
    guard start == limit, start > 0 else { return start }
    while start < offset, span[start] != Ascii.space { start += 1 }
    return min(start + 1, offset)
  }
}
