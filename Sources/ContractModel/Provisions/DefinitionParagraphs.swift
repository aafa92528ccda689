/// Finds the paragraphs of a definitions list, each of which ends the items of the one before: `"Rent" means (a) …`, `(b) …`, `"Term" means`.
enum DefinitionParagraphs {
  /// Where they begin, in reading offsets and in order; none where fewer than three stand in the text.
  static func find(_ span: Span<UInt8>, _ paragraphs: [ProvisionCandidates.Paragraph]) -> [Int] {
    var out: [Int] = []
    for paragraph in paragraphs where defines(span, paragraph.range) { out.append(paragraph.range.lowerBound) }
    return out.count < 3 ? [] : out
  }

  private static func defines(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 8, span[range.lowerBound] == Ascii.quote else { return false }
    let limit = min(range.upperBound, range.lowerBound + 130)
    let close = span.firstOffset(of: Ascii.quote, in: (range.lowerBound + 1)..<limit)
    guard close < limit else { return false }
    let at = span.skipSpaces(close + 1)
    for verb: StaticString in ["means", "shall mean", "has the meaning", "shall have the meaning", "is defined", ":"]
    where span.matches(verb, at: at) { return true }
    return false
  }
}
