/// Finds where another paper begins in a file: behind the signatures of the one before, or below a title of its own.
///
/// For example `KAUFVERTRAG`, then `1. Gegenstand`, behind the English text; or `1. Payment.` in a note behind its agreement.
struct PaperBeginnings {
  let reading: ReadingText
  let paragraphs: [Paragraph]
  /// Whether lines are paragraphs as the file has them.
  let hasParagraphs: Bool
  /// The paragraphs that the file says are headings.
  let givenHeadings: [Int: Int]
  /// The first of them.
  private let firstGiven: (paragraph: Int, level: Int)?

  init(reading: ReadingText, paragraphs: [Paragraph], hasParagraphs: Bool, givenHeadings: [Int: Int]) {
    self.reading = reading
    self.paragraphs = paragraphs
    self.hasParagraphs = hasParagraphs
    self.givenHeadings = givenHeadings
    firstGiven = givenHeadings.min { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether the number 1 of a candidate begins a paper; `last` is the paragraph of the provision before.
  func begins(_ candidates: [ProvisionCandidate], _ index: Int, behind last: Int, _ series: NumberingSeries) -> Bool {
    let candidate = candidates[index]
    guard candidate.marker.isFirst || candidate.marker.keyword == .article && candidate.marker.values == [1],
      !series.levels.isEmpty, series.successorFollows(candidates, index, [1])
    else { return false }
    let span = reading.bytes.span
    if isBelowTitle(candidate, series, span, behind: last) || isTranslation(candidate, series, span) { return true }
    guard candidate.isStrong else { return false }
    let between = max(last + 1, candidate.paragraph - 400)..<max(last + 1, candidate.paragraph)
    return paragraphs[between].contains { isSignature(span, $0.range) }
      && NumberingSeries(hasParagraphs: hasParagraphs).place(candidates, index) != nil
  }

  /// The title of the paper that a candidate begins, below the signatures of the paper before; nil where none was seen.
  func title(above candidate: ProvisionCandidate, behind last: Int) -> Range<Int>? {
    let span = reading.bytes.span
    let between = max(last + 1, candidate.paragraph - 40)..<max(last + 1, candidate.paragraph)
    let signature = paragraphs[between].lastIndex { isSignature(span, $0.range) }
    let own = max(between.lowerBound, signature.map { $0 + 1 } ?? 0)..<between.upperBound
    return own.first { isPaperTitle(span, paragraphs[$0].range) }.map { paragraphs[$0].range }
      ?? own.last { givenHeadings[$0] != nil && PaperNouns.occurs(span, paragraphs[$0].range) }.map { paragraphs[$0].range }
  }

  /// `CREDIT AGREEMENT`, `ADDITIONAL TERMS FOR EUROPE`: capitals alone that name a kind of paper.
  private func isPaperTitle(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    (4...80).contains(range.count) && TitleWords.isCapitals(span, range)
      && ProvisionMarker.parse(span, range.lowerBound, range.upperBound) == nil && PaperNouns.occurs(span, range)
  }

  /// Whether a number 1 stands right below the title of a paper.
  private func isBelowTitle(_ candidate: ProvisionCandidate, _ series: NumberingSeries, _ span: Span<UInt8>, behind last: Int)
    -> Bool
  {
    guard candidate.lead == .paragraph, candidate.marker.isFirst, candidate.marker.keyword == .none, candidate.paragraph > 0
    else { return false }
    // A sentence may stand between the title and its first number: "If you take part in the trial, these terms apply too."
    let near = paragraphs[max(min(last + 1, candidate.paragraph), candidate.paragraph - 3)..<candidate.paragraph].map(\.range)
    let above = near.last { isPaperTitle(span, $0) && PaperNouns.ends(span, $0) } ?? paragraphs[candidate.paragraph - 1].range
    // What only holds the noun, "ADDITIONAL TERMS FOR EUROPE", begins anew what ran at the top.
    let isAlike =
      series.levels.first.map { $0.style.form == .decimal && $0.style.parts == 1 && $0.style.keyword == .none && $0.value > 1 }
      ?? false
    if isAlike, isBelowGivenTitle(candidate, span, behind: last) { return true }
    return isPaperTitle(span, above) && (PaperNouns.ends(span, above) || isAlike) || isAlike && isFurtherTitle(span, above)
  }

  /// Whether the file gives a heading above a candidate that is a paper's title: `## Oak Group Terms of Service`, and `### 1.` below it;
  /// or `# Terms for Dealers` on the level of the first heading of all.
  private func isBelowGivenTitle(_ candidate: ProvisionCandidate, _ span: Span<UInt8>, behind last: Int) -> Bool {
    let isHeading = givenHeadings[candidate.paragraph] != nil
    return (max(last + 1, candidate.paragraph - 20)..<max(last + 1, candidate.paragraph)).contains { index in
      guard let level = givenHeadings[index], (4...90).contains(paragraphs[index].range.count),
        PaperNouns.occurs(span, paragraphs[index].range),
        ProvisionMarker.parse(span, paragraphs[index].range.lowerBound, paragraphs[index].range.upperBound) == nil
      else { return false }
      return isHeading || level > 0 && level == firstGiven?.level && index != firstGiven?.paragraph
    }
  }

  /// Whether the first number of the series at the top comes again in another language: `1. Object.` behind `3. Ley.`
  private func isTranslation(_ candidate: ProvisionCandidate, _ series: NumberingSeries, _ span: Span<UInt8>) -> Bool {
    guard candidate.isStrong, let top = series.levels.first, top.style.form == .decimal, top.style.parts == 1, top.value > 1,
      top.style.keyword == candidate.marker.keyword, !candidate.marker.opened, candidate.marker.parts[0].kind.isArabic
    else { return false }
    let first = top.firstItemStart..<min(candidate.start, top.firstItemStart + Self.telling)
    let behind = candidate.start..<min(span.count, candidate.start + Self.telling)
    guard let original = Language.of(span, first), let translation = Language.of(span, behind) else { return false }
    return original != translation
  }

  /// How many bytes tell the language that they are in.
  private static let telling = 700

  private static let further = WordSet(
    "additional", "special", "supplementary", "supplemental", "further", "specific", "extra", "general", "standard", "particular")

  /// `Additional Terms for Europe`: the title of a further set of terms, in capitals or not.
  private func isFurtherTitle(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    (4...80).contains(range.count) && Self.further.begins(span, at: range.lowerBound) && PaperNouns.occurs(span, range)
      && ![Ascii.period, Ascii.colon, Ascii.semicolon].contains(span[range.upperBound - 1])
      && ProvisionMarker.parse(span, range.lowerBound, range.upperBound) == nil
  }

  private func isSignature(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for words: StaticString in ["by:", "/s/", "in witness whereof", "very truly yours"]
    where span.matches(words, at: range.lowerBound) { return true }
    return false
  }
}
