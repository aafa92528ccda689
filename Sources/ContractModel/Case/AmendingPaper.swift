/// Tells by the introduction that a paper changes another, where its title does not: "This Amendment is made", "we have agreed to amend the
/// Letter Agreement as follows".
enum AmendingPaper {
  private static let ownName: [StaticString] = [
    "this amendment", "this first amendment", "this second amendment", "this third amendment",
  ]
  private static let agreeing: [StaticString] = [
    "agreed to amend", "agreed to further amend", "agree to amend", "agree to further amend", "is hereby amended as follows",
    "are hereby amended as follows",
  ]

  static func saysSo(_ agreement: Agreement) -> Bool {
    let span = agreement.reading.bytes.span
    let head = 0..<min(span.count, 3_000)
    for words in ownName {
      // Where a paper calls itself so, it does in its first sentence, and not among "any amendment".
      if let at = span.firstIndex(of: words, in: head), at == 0 || !span[at - 1].isWord,
        !isPlural(span, at + words.utf8CodeUnitCount)
      {
        return true
      }
    }
    for words in agreeing where span.firstIndex(of: words, in: head) != nil { return true }
    return false
  }

  private static func isPlural(_ span: Span<UInt8>, _ end: Int) -> Bool { end < span.count && span[end].isWord }
}
