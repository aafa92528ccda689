/// Finds the words that an amendment quotes from the agreement it changes; their numbers are that agreement's, not this one's.
///
/// For example `3. Section 7.2 is amended to read as follows:` and then `"7.2 Fees. …"` or, without quotation marks, `7.2 Fees. …`. A
/// zone goes on until the amendment's own series does.
enum QuotedProvisions {
  /// Zones in reading offsets, in order.
  static func find(_ span: Span<UInt8>, _ paragraphs: [Paragraph]) -> [Range<Int>] {
    var zones: [Range<Int>] = []
    // Only what says so above amends; elsewhere, "in Canada the following replaces Item 1:", the words are the paper's own, but for marks.
    let amends =
      span.firstIndex(of: "amend", in: 0..<min(span.count, 4_000)) != nil
      || span.firstIndex(of: "supplement", in: 0..<min(span.count, 400)) != nil
    for index in paragraphs.indices {
      let range = paragraphs[index].range
      guard range.count > 30, span[range.upperBound - 1] == Ascii.colon || span[range.upperBound - 1] == Ascii.hyphen,
        changes(span, range) && (amends || isQuoted(span, paragraphs, behind: index)) || amends && quotes(span, range)
      else { continue }
      if let last = zones.last, last.contains(range.lowerBound) { zones[zones.count - 1] = last.lowerBound..<range.lowerBound }
      zones.append(range.upperBound..<span.count)
    }
    return zones
  }

  private static func isQuoted(_ span: Span<UInt8>, _ paragraphs: [Paragraph], behind index: Int) -> Bool {
    guard index + 1 < paragraphs.count, !paragraphs[index + 1].range.isEmpty else { return false }
    return span[paragraphs[index + 1].range.lowerBound] == Ascii.quote
  }

  /// Whether the words behind a paragraph are what the other paper says today: "Section 3.1 of the Contract, which provides:".
  private static func quotes(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for words: StaticString in [
      "which provides:", "which reads:", "which states:", "currently reads:", "currently provides:", "reads as follows:",
      "provides as follows:", "states as follows:", "read as follows:",
    ]
    where span.matches(words, at: range.upperBound - words.utf8CodeUnitCount) { return true }
    return false
  }

  private static func changes(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let tail = max(range.lowerBound, range.upperBound - 180)..<range.upperBound
    // "is amended as follows:" introduces the amendment's own list of changes; "to read as follows:" quotes.
    guard
      span.firstIndex(of: "read", in: tail) != nil || span.firstIndex(of: "following", in: tail) != nil
        || span.firstIndex(of: "provide as follows", in: tail) != nil || span.matches("in its place:", at: range.upperBound - 13)
        || span.firstIndex(of: "restating the definition", in: tail) != nil
    else { return false }
    for verb: StaticString in [
      "amended", "restated", "replaced", "inserted", "inserting", "adding", "deleted", "deleting", "substituted", "substituting",
      " added", "restating", "putting",
    ]
    where span.firstIndex(of: verb, in: tail) != nil { return true }
    return false
  }
}
