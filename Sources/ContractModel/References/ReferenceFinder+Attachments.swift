/// References to attachments, and to provisions that are said to be an attachment's: `Section 2 of Exhibit A`.
extension ReferenceFinder {
  /// A reference to an attachment by its name.
  func attachment(_ span: Span<UInt8>, _ words: ReferenceWords, _ here: Int?) -> CrossReference? {
    // "Schedule 13G", "Schedule 14A" are forms.
    if words.keyword == .schedule, let first = words.items.first?.path[0], first.count == 3, first[0] == 0x31, first[2].isLetter {
      return nil
    }
    let outcome = resolver.resolveAttachments(words)
    return CrossReference(
      range: reading.source(words.range), status: .attachment, targets: outcome.names, targetIDs: outcome.found,
      absent: outcome.found.count < outcome.names.count ? outcome.missing : [],
      attached: !outcome.found.isEmpty, provision: here, owner: nil)
  }

  /// The words of an attachment that a provision is said to be of: `Section (j) of Schedule 3.01`.
  func attachmentBehind(_ span: Span<UInt8>, _ words: ReferenceWords, _ limit: Int) -> ReferenceWords? {
    let of = span.skipSpaces(words.range.upperBound)
    guard span.matches("of ", at: of) else { return nil }
    let at = span.skipSpaces(of + 3)
    // "of this Agreement", "of the Code": nearly every one.
    guard at < limit, span[at].lowercased != 0x74, let outer = ReferenceGrammar.parse(span, at, limit), outer.isAttachment else {
      return nil
    }
    return outer
  }

  /// The reference to a provision of an attachment in the file, where it has such.
  func reference(_ words: ReferenceWords, of outer: ReferenceWords, in scope: Int, _ here: Int?) -> CrossReference? {
    let outcome = resolver.resolve(words, from: scope)
    guard !outcome.found.isEmpty, outcome.found.allSatisfy({ tree.holds(scope, $0) }) else { return nil }
    return CrossReference(
      range: reading.source(words.range.lowerBound..<outer.range.upperBound), status: .internal,
      targets: outcome.found.map { tree[$0].number }, targetIDs: outcome.found, absent: outcome.absent, attached: false,
      provision: here, owner: nil)
  }
}
