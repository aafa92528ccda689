/// References to attachments, and to provisions that are said to be an attachment's: `Section 2 of Exhibit A`.
extension ReferenceFinder {
  /// A reference to an attachment by its name.
  func attachment(_ span: Span<UInt8>, _ words: ReferenceWords, _ here: Int?) -> CrossReference? {
    // "Schedule 13G", "Schedule 14A" are forms.
    if words.keyword == .schedule, let first = words.items.first?.path[0], first.count == 3, first[0] == 0x31, first[2].isLetter {
      return nil
    }
    let outcome = resolver.resolveAttachments(words)
    if let found = inner(words, outcome.found) {
      guard words.inner.isEmpty else { return leading(words.range, to: [found], here) }
      // `Annex I.A` is an attachment, `Schedule 1, paragraph 2` a provision of one.
      return CrossReference(
        range: reading.source(words.range), status: .attachment, targets: [tree[found].number], targetIDs: [found], absent: [],
        attached: true, provision: here, owner: nil)
    }
    return CrossReference(
      range: reading.source(words.range), status: .attachment, targets: outcome.names, targetIDs: outcome.found,
      absent: outcome.found.count < outcome.names.count ? outcome.missing : [],
      attached: !outcome.found.isEmpty, provision: here, owner: nil)
  }

  /// What of an attachment words name: 2.1 of `Schedule 1, Part A, paragraph 2.1`, part A of `Annex I.A`.
  private func inner(_ words: ReferenceWords, _ attachments: [Int]) -> Int? {
    if let attachment = attachments.first, attachments.count == 1, let last = words.inner.last {
      let part = words.inner.first { $0.keyword == .part }.map { Array("Part ".utf8) + ReferenceResolver.flat($0.path) }
      if last.keyword == .part { return part.flatMap { resolver.find([$0], in: attachment, part: nil) } }
      return resolver.find(last.path, in: attachment, part: part)
    }
    guard attachments.isEmpty, words.items.count == 1, let name = words.items[0].path.first,
      let dot = name.lastIndex(of: Ascii.period), dot > 0
    else { return nil }
    var whole = words
    whole.items[0].path[0] = Array(name[..<dot])
    guard let attachment = resolver.resolveAttachments(whole).found.first else { return nil }
    return resolver.find([Array(name[(dot + 1)...])], in: attachment, part: nil)
  }

  /// A reference to a provision of a part: `paragraph 2.1 of part B of schedule 1`, `paragraph 2.1 of this Part`.
  func ofPart(_ span: Span<UInt8>, _ words: ReferenceWords, _ here: Int?, _ limit: Int) -> CrossReference? {
    let of = span.skipSpaces(words.range.upperBound)
    guard span.matches("of ", at: of) || span.matches("in ", at: of) else { return nil }
    var at = span.skipSpaces(of + 3)
    let isThis = span.matches("this ", at: at)
    if isThis { at = span.skipSpaces(at + 5) }
    guard span.matchesWord("part", at: at) else { return nil }
    at += 4
    var part: [UInt8]?
    var attachment = here.flatMap { tree.attachment(of: $0) }
    if isThis {
      part = here.flatMap { resolver.part(of: $0) }
    } else {
      at = span.skipSpaces(at)
      guard let item = ReferenceGrammar.item(span, &at, limit, attachment: false, keyword: .part) else { return nil }
      part = Array("Part ".utf8) + ReferenceResolver.flat(item.path)
      let next = span.skipSpaces(at)
      if span.matches("of ", at: next), let outer = ReferenceGrammar.parse(span, span.skipSpaces(next + 3), limit),
        outer.isAttachment
      {
        attachment = resolver.resolveAttachments(outer).found.first
        at = outer.range.upperBound
      }
    }
    guard let attachment, let part else { return nil }
    let found = words.items.compactMap { resolver.find($0.path, in: attachment, part: part) }
    return found.count == words.items.count ? leading(words.range.lowerBound..<at, to: found, here) : nil
  }

  /// The reference to a paragraph behind its part: `Part 2 of Schedule 1, paragraph 2.1`.
  func ofPartBefore(_ span: Span<UInt8>, _ words: ReferenceWords, _ here: Int?, _ limit: Int) -> CrossReference? {
    guard words.keyword == .part, words.items.count == 1, let outer = attachmentBehind(span, words, limit),
      let attachment = resolver.resolveAttachments(outer).found.first
    else { return nil }
    let part = Array("Part ".utf8) + ReferenceResolver.flat(words.items[0].path)
    guard let inner = outer.inner.last, inner.keyword == .paragraph || inner.keyword == .section,
      let found = resolver.find(inner.path, in: attachment, part: part)
    else { return nil }
    return leading(words.range.lowerBound..<outer.range.upperBound, to: [found], here)
  }

  /// The words of an attachment that a provision is said to be of: `Section (j) of Schedule 3.01`.
  func attachmentBehind(_ span: Span<UInt8>, _ words: ReferenceWords, _ limit: Int) -> ReferenceWords? {
    let of = span.skipSpaces(words.range.upperBound)
    guard span.matches("of ", at: of) else { return nil }
    let at = span.skipSpaces(of + 3)
    // "of this Agreement", "of the Code": nearly every one.
    guard at < limit, span[at].lowercased != 0x74 || AttachmentLabel.ordinal(span, at, limit) != nil,
      let outer = ReferenceGrammar.parse(span, at, limit), outer.isAttachment
    else { return nil }
    return outer
  }

  /// The reference to a provision of the paper's one attachment of a kind: `Part 2(b) of the Schedule`, `Section 3 of the Master Annex`.
  func ofUnnumberedAttachment(_ span: Span<UInt8>, _ words: ReferenceWords, _ here: Int?) -> CrossReference? {
    let of = span.skipSpaces(words.range.upperBound)
    guard span.matches("of the ", at: of) || span.matches("to the ", at: of) || span.matches("in the ", at: of) else { return nil }
    let at = span.skipSpaces(of + 7)
    guard at < span.count, span[at].isUpper else { return nil }
    for (name, id) in resolver.unnumberedAttachments
    where at + name.utf8.count <= span.count && zip(name.utf8, at...).allSatisfy({ $0 == span[$1] }) {
      let outcome = resolver.resolve(words, from: id)
      guard !outcome.found.isEmpty, outcome.found.allSatisfy({ tree.holds(id, $0) }) else { continue }
      return leading(words.range.lowerBound..<(at + name.utf8.count), to: outcome.found, absent: outcome.absent, here)
    }
    return nil
  }

  /// The reference to a provision of an attachment in the file, where it has such.
  func reference(_ words: ReferenceWords, of outer: ReferenceWords, in scope: Int, _ here: Int?) -> CrossReference? {
    // A clause that is said to be an attachment's is no clause of the body.
    var own = words
    if own.keyword == .clause { own.keyword = .paragraph }
    let outcome = resolver.resolve(own, from: scope)
    guard !outcome.found.isEmpty, outcome.found.allSatisfy({ tree.holds(scope, $0) }) else { return nil }
    return leading(words.range.lowerBound..<outer.range.upperBound, to: outcome.found, absent: outcome.absent, here)
  }
}
