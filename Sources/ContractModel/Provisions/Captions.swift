/// The headings without numbers that stand between numbered provisions: `RECITALS`, `Key Terms`, `Data Source 1`, `Signatures`.
///
/// The numbers run on across them, so that they frame nothing; they are places of the outline, and what stands below one is no part of the
/// numbered provision before it. Where captions are the outline themselves, `HeadingOutline` finds them.
///
/// A caption is a paragraph that the file gives as a heading or sets apart as a whole, or a line of capitals, short, without a number, with
/// words below it. Titles above the first words of the agreement are none, and neither is what stands where it is signed.
struct Captions {
  /// A caption and its paragraph.
  struct Caption {
    let range: Range<Int>
    let paragraph: Int
    /// Whether it is known by its capitals alone, and running text and no number stands below it: within a numbered provision that may be
    /// the name over an address, or words of a notice.
    let mayBeText: Bool
  }

  private let text: SourceText
  private let blocks: [Block]
  private let reading: ReadingText
  private let paragraphs: [Paragraph]

  /// The longest caption, in bytes.
  private static let longest = 110
  /// How many bytes a paragraph has that is running text.
  private static let running = 60

  /// Finds the captions of a reading text, in order of place. `given` are the paragraphs that the file says are headings.
  static func find(
    _ text: SourceText, _ blocks: [Block], _ reading: ReadingText, _ paragraphs: [Paragraph], given: [Int: Int]
  ) -> [Caption] {
    Captions(text: text, blocks: blocks, reading: reading, paragraphs: paragraphs).find(given)
  }

  private func find(_ given: [Int: Int]) -> [Caption] {
    let span = reading.bytes.span
    var out: [Caption] = []
    var hasBody = false
    var isSigned = false
    for (index, paragraph) in paragraphs.enumerated() {
      let range = paragraph.range
      guard !range.isEmpty else { continue }
      hasBody = hasBody || isRunningText(span, range) || opensAgreement(span, range) || isItem(span, range)
      if span.matches("in witness", at: range.lowerBound) { isSigned = true }
      if isSigned, AttachmentLabel.read(span, range.lowerBound, range.upperBound) != nil { isSigned = false }
      let isGiven = given[index] != nil
      guard hasBody, readsAsCaption(span, index), isGiven || !isSigned && !isOfSignatures(span, range) else { continue }
      let isApart = !isGiven && isSetApart(reading.source(range)) && !isInTable(range)
      guard isGiven || isApart || TitleWords.isCapitals(span, range) && closesBefore(span, index), isFollowed(span, index, given)
      else { continue }
      let isPlain = !isGiven && !isApart
      out.append(Caption(range: range, paragraph: index, mayBeText: isPlain && !leadsNumber(span, index)))
    }
    return withoutRunningHeads(span, out, given)
  }

  /// Lines of capitals that come more often are the heads of pages: `MILL LEASE - DRAFT OF MAY 1`.
  private static let most = 4

  private func withoutRunningHeads(_ span: Span<UInt8>, _ all: [Caption], _ given: [Int: Int]) -> [Caption] {
    func words(_ caption: Caption) -> String { String(decoding: caption.range.map { span[$0] }, as: UTF8.self) }
    var counts: [String: Int] = [:]
    for caption in all { counts[words(caption), default: 0] += 1 }
    return all.filter { given[$0.paragraph] != nil || counts[words($0), default: 0] <= Self.most }
  }

  /// Whether a paragraph is short, has no number and is neither a sentence nor a line of a form: `Contact person: Ms Oak`.
  private func readsAsCaption(_ span: Span<UInt8>, _ index: Int) -> Bool {
    let range = paragraphs[index].range
    guard (3...Self.longest).contains(range.count),
      span[range.lowerBound].isUpper || span[range.lowerBound] >= 0xC3 && span[range.lowerBound] != 0xE2,
      range.count(where: { span[$0].isLetter }) >= max(3, 3 * range.count(where: { span[$0].isDigit })),
      !range.contains(where: { [Ascii.underscore, 0x2A, 0x3D].contains(span[$0]) }), !Self.isSum(span, range),
      ![Ascii.period, Ascii.comma, Ascii.semicolon].contains(span[range.upperBound - 1]),
      ProvisionMarker.parse(span, range.lowerBound, range.upperBound) == nil,
      AttachmentLabel.read(span, range.lowerBound, range.upperBound) == nil,
      !tellsOfOthers(span, range)
    else { return false }
    let colon = span.firstOffset(of: Ascii.colon, in: range)
    guard colon < range.upperBound else { return true }
    guard colon == range.upperBound - 1 else { return false }
    // `RECITALS:`, `THE PARTIES AGREE AS FOLLOWS:`; and no `CONTRACTOR:` over an address.
    if TitleWords.isCapitals(span, range) {
      for words: StaticString in [
        "recital", "witness", "w i t n", "r e c i t", "whereas", "background", "statement", "follows", "agree",
      ]
      where span.firstIndex(of: words, in: range) != nil { return true }
      return false
    }
    return !TitleWords.hasVerb(span, range)
  }

  /// `OAK, INC.`, `AGREED AND ACCEPTED`, and not `AGREED TERMS`.
  private func isOfSignatures(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    HeadingOutline.isOfSignatures(span, range) && !span.matches("agreed terms", at: range.lowerBound)
  }

  /// `THIS AGREEMENT is dated 3 March 2019`
  private func opensAgreement(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    span.matches("this ", at: range.lowerBound) && range.count(where: { span[$0].isLower }) >= 8
  }

  /// `TWO HUNDRED EUROS (200 €)`: an amount, and no heading.
  private static func isSum(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.contains(where: { span[$0].isDigit }) else { return false }
    return range.contains { Currency.signEnd(span, at: $0) != nil }
  }

  /// `2. the Press; and`: an item, and no title.
  private func isItem(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let marker = ProvisionMarker.parse(span, range.lowerBound, range.upperBound), marker.textStart < range.upperBound else {
      return false
    }
    return span[marker.textStart].isLower && [Ascii.semicolon, Ascii.period].contains(span[range.upperBound - 1])
  }

  /// Whether a line tells of words that were left out (`REDACTED`), is the keyword of a number that
  /// stands apart (`SECTION`), or introduces a party (`BETWEEN:`).
  private func tellsOfOthers(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for words: StaticString in [
      "redacted", "omitted", "confidential treatment", "in witness", "execution copy", "execution version",
    ]
    where span.firstIndex(of: words, in: range) != nil { return true }
    for word: StaticString in ["between", "and", "by and between", "by and among", "among", "to", "from"]
    where span.matches(word, at: range.lowerBound) && range.count - word.utf8CodeUnitCount <= 1 { return true }
    return range.count < 10
      && (span.matchesWord("section", at: range.lowerBound) || span.matchesWord("article", at: range.lowerBound))
  }

  /// Whether the paragraph before has ended, so that a line of capitals is none of its lines.
  private func closesBefore(_ span: Span<UInt8>, _ index: Int) -> Bool {
    let range = paragraphs[index].range
    guard blocks[paragraphs[index].block].kind == .heading, range.count(where: { span[$0].isLetter }) >= 5,
      let before = paragraphs[..<index].last(where: { !$0.range.isEmpty })?.range
    else { return false }
    var last = range.upperBound
    while last > range.lowerBound, span[last - 1].isLetter { last -= 1 }
    return !TitleWords.isSmall(span, last..<range.upperBound)
      && !startsWithJoint(span, range)
      && ([Ascii.period, Ascii.colon, Ascii.semicolon, Ascii.close].contains(span[before.upperBound - 1])
        || before.count < Self.running)
  }

  /// `FOR CONSTRUCTION AND OTHER MATTERS`, `AND ACCEPTANCE CRITERIA`: a further line of a title; `TOTAL EQUITY` heads a sum.
  private func startsWithJoint(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = range.lowerBound..<min(span.wordEnd(range.lowerBound), range.upperBound)
    return first.upperBound < range.upperBound && TitleWords.isSmall(span, first) && !span.matchesWord("the", at: range.lowerBound)
      && !span.matchesWord("non", at: range.lowerBound)
      || span.matchesWord("total", at: range.lowerBound)
  }

  /// Whether a number stands right below, and not the house of an address: `38 Fountain Square`.
  private func leadsNumber(_ span: Span<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < paragraphs.count else { return false }
    let next = paragraphs[index + 1].range
    return ProvisionMarker.parse(span, next.lowerBound, next.upperBound).map {
      $0.close != .none || $0.isDotted || $0.keyword != .none
    } ?? false
  }

  /// Whether a range is in a cell of a table.
  private func isInTable(_ range: Range<Int>) -> Bool {
    let source = reading.source(range)
    let cell = text.cells.boundary { $0.range.upperBound <= source.lowerBound }
    return text.cells.indices.contains(cell) && text.cells[cell].range.lowerBound <= source.lowerBound
  }

  /// Whether all words of a range of the source are bold or underlined.
  private func isSetApart(_ source: Range<Int>) -> Bool {
    let first = text.styles.boundary { $0.range.lowerBound <= source.lowerBound }
    return text.styles[..<first].suffix(4).contains {
      ($0.kind == .bold || $0.kind == .underline || $0.kind == .heading) && $0.range.upperBound + 2 >= source.upperBound
    }
  }

  /// Whether running text or a numbered provision follows, or another caption that is so followed.
  private func isFollowed(_ span: Span<UInt8>, _ index: Int, _ given: [Int: Int]) -> Bool {
    for next in paragraphs[(index + 1)...].prefix(2) {
      if isRunningText(span, next.range) || isSentence(span, next.range)
        || ProvisionMarker.parse(span, next.range.lowerBound, next.range.upperBound) != nil
      {
        return true
      }
      guard readsAsCaption(span, index + 1), given[index + 1] != nil || isSetApart(reading.source(next.range)) else { return false }
    }
    return false
  }

  /// A short sentence: `It is kept dry.`
  private func isSentence(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count >= 12 && span[range.upperBound - 1] == Ascii.period && range.contains { span[$0].isLower }
  }

  private func isRunningText(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count >= Self.running && range.count(where: { span[$0].isLower }) * 2 > range.count
  }
}
