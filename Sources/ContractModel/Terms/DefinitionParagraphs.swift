/// Finds the paragraphs of a definitions list, each of which ends the items of the one before: `"Rent" means (a) …`, `(b) …`, `"Term" means`.
enum DefinitionParagraphs {
  /// Where they begin, in reading offsets and in order; none where one stands alone.
  static func find(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ heads: DefinitionHeads) -> [Int] {
    var out: [Int] = []
    for paragraph in paragraphs where defines(span, paragraph.range) { out.append(paragraph.range.lowerBound) }
    let quoted = out.count
    out += heads.labels.map(\.words.lowerBound)
    if heads.verbs.count >= 3 { out += heads.verbs.map(\.words.lowerBound) }
    // Without quotation marks two may be sentences.
    return quoted >= 2 || out.count >= 3 ? out.sorted() : []
  }

  private static func defines(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, span[range.lowerBound] == Ascii.quote else { return false }
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 400)
    var quotes: [QuotedWords] = []
    QuotedWords.inParagraph(span, head, into: &quotes)
    guard let first = quotes.first, first.open == range.lowerBound else { return false }
    // `"Interest Period":` with its meaning in the items below.
    let behind = span.skipSpaces(first.words.upperBound + 1)
    let isLabel = behind + 1 == range.upperBound && span[behind] == Ascii.colon && first.words.count <= 80
    return isLabel || DefinitionFinder.list(span, quotes, 0, head) != nil
  }
}
