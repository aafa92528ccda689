/// References to attachments, and to provisions that are said to be an attachment's: `Section 2 of Exhibit A`.
extension ReferenceFinder {
  /// A reference to an attachment by its name.
  func attachment(_ span: Span<UInt8>, _ words: ReferenceWords, _ here: Int?) -> CrossReference? {
    // "Schedule 13G", "Schedule 14A" are forms.
    if words.keyword == .schedule, let first = words.items.first?.path[0], first.count == 3, first[0] == 0x31, first[1].isDigit,
      first[2].isLetter
    {
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

  /// A reference to the paper's one attachment of a kind, by the kind alone: "the goods described in the Schedule".
  func unnumbered(_ span: Span<UInt8>, _ at: Int, _ paragraph: Range<Int>) -> CrossReference? {
    guard span[at].isUpper, !resolver.unnumberedAttachments.isEmpty,
      span.matchesWord("the", endingAt: span.skipSpaces(endingAt: at)), at > paragraph.lowerBound + 4
    else { return nil }
    guard let (id, end) = unnumberedAttachment(span, at, paragraph.upperBound) else { return nil }
    switch ReferenceOwner.claim(span, after: end, limit: paragraph.upperBound) {
    case .other, .otherDocument: return nil
    case .this, .unspecified: break
    }
    return CrossReference(
      range: reading.source(at..<end), status: .attachment, targets: [tree[id].number], targetIDs: [id], absent: [],
      attached: true, provision: tree.innermost(at: reading.source(at)), owner: nil)
  }

  /// The attachment without a number whose name stands at a place, in its own letters or in capitals, and where the name ends.
  private func unnumberedAttachment(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> (id: Int, end: Int)? {
    for (name, id) in resolver.unnumberedAttachments {
      let end = at + name.utf8.count
      guard end <= limit, end == limit || !span[end].isWord,
        zip(name.utf8, at...).allSatisfy({ $0 == span[$1] || $0.lowercased == span[$1].lowercased && !span[at + 1].isLower })
      else { continue }
      return (id, end)
    }
    return nil
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
    return resolver.allPlaces(words.items) { resolver.find($0, in: attachment, part: part) }
      .map { leading(words.range.lowerBound..<at, to: $0, here) }
  }

  /// The reference to a provision of an attachment whose places are named one behind another in any order: `paragraph 2.1 of Part 2 of
  /// Schedule 1`, `Schedule 1 (Part 2), paragraph 2.1`, `Schedule 1: Part 2: paragraph 2.1`, `paragraph 2.1, Part 2, Schedule 1`.
  func inAttachment(_ span: Span<UInt8>, _ first: ReferenceWords, _ here: Int?, _ limit: Int) -> CrossReference? {
    var chain = PlaceChain()
    guard chain.take(first) else { return nil }
    var end = first.range.upperBound
    var attachment: Int?
    while attachment == nil {
      if chain.attachment == nil, let (id, stop) = unnumberedPlace(span, end, limit) {
        attachment = id
        chain.names += 1
        end = stop
      } else if let (next, stop) = nextPlace(span, end, limit), chain.take(next) {
        end = max(stop, next.range.upperBound)
      } else {
        break
      }
    }
    guard chain.names >= 2, let attachment = attachment ?? chain.attachment.flatMap({ resolver.resolveAttachments($0).found.first })
    else {
      return nil
    }
    let part = chain.part.map { Array("Part ".utf8) + ReferenceResolver.flat($0) }
    if chain.items.isEmpty {
      // `Schedule 1, Part 2` alone.
      return part.flatMap { resolver.find([$0], in: attachment, part: nil) }.map {
        leading(first.range.lowerBound..<end, to: [$0], here)
      }
    }
    // Without its part, the other rules know the attachment's own numbers; but `Schedule 2 paragraph 2`, `paragraph 2, Schedule 1` and
    // `paragraph 2 of that Schedule` are one.
    guard part != nil || first.isAttachment || first.keyword == .paragraph else { return nil }
    return resolver.allPlaces(chain.items) { resolver.find($0, in: attachment, part: part) }
      .map { leading(first.range.lowerBound..<end, to: $0, here) }
  }

  /// The one attachment of its kind at a place: "of the Schedule".
  private func unnumberedPlace(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> (id: Int, end: Int)? {
    let at = span.skipSpaces(start)
    for joint: StaticString in ["of that ", "of the same ", "in that "] where span.matches(joint, at: at) {
      let name = at + joint.utf8CodeUnitCount
      guard let (keyword, plural, end) = ReferenceGrammar.keyword(span, name), !plural, let id = named[keyword] else { return nil }
      return (id, end)
    }
    for joint: StaticString in ["of the ", "to the ", "in the "] where span.matches(joint, at: at) {
      return unnumberedAttachment(span, at + joint.utf8CodeUnitCount, limit)
    }
    return nil
  }

  /// The next place of a chain, over what joins it to the one before, and where it ends with the bracket around it.
  private func nextPlace(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> (words: ReferenceWords, end: Int)? {
    var at = span.skipSpaces(start)
    // `paragraph 2.1 (accounts) of Part 1`
    if at < limit, span[at] == Ascii.open, let close = ReferenceOwner.closing(span, at, limit), close - at < 80,
      ReferenceGrammar.parse(span, at + 1, close) == nil
    {
      at = span.skipSpaces(close + 1)
    }
    guard at < limit else { return nil }
    if span[at] == Ascii.comma || span[at] == Ascii.colon { at = span.skipSpaces(at + 1) }
    for joint: StaticString in ["of ", "in ", "to ", "at "] where span.matches(joint, at: at) {
      at = span.skipSpaces(at + joint.utf8CodeUnitCount)
      break
    }
    if span.matches("its ", at: at) { at = span.skipSpaces(at + 4) }
    let isBracketed = at < limit && span[at] == Ascii.open
    if isBracketed { at += 1 }
    guard at < limit, at > start, let words = ReferenceGrammar.parse(span, at, limit) else { return nil }
    let end = span.skipSpaces(words.range.upperBound)
    if isBracketed { return end < limit && span[end] == Ascii.close ? (words, end + 1) : nil }
    return (words, words.range.upperBound)
  }

  /// The attachment, its part and the numbers of a chain of places, each at most once.
  private struct PlaceChain {
    var attachment: ReferenceWords?
    var part: [[UInt8]]?
    var items: [ReferenceWords.Item] = []
    var names = 0

    /// Adds a place; false where one of its kind is there, or it is none.
    mutating func take(_ words: ReferenceWords) -> Bool {
      switch words.keyword {
      case .part:
        guard part == nil, words.items.count == 1 else { return false }
        part = words.items[0].path
      case .paragraph, .section, .clause:
        guard items.isEmpty, !words.isLettersOnly else { return false }
        items = words.items
      case .article, .statute: return false
      default:
        guard attachment == nil, words.items.count == 1 else { return false }
        attachment = words
        // `Schedule 1, Part A, paragraph 2.1` is read as one.
        for inner in words.inner {
          if inner.keyword == .part, part == nil {
            part = inner.path
          } else if items.isEmpty {
            items = [ReferenceWords.Item(path: inner.path, range: words.range)]
          }
          names += 1
        }
      }
      names += 1
      return true
    }
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
    guard at < span.count, span[at].isUpper, let (id, end) = unnumberedAttachment(span, at, span.count) else { return nil }
    let outcome = resolver.resolve(words, from: id)
    guard !outcome.found.isEmpty, outcome.found.allSatisfy({ tree.holds(id, $0) }) else { return nil }
    return leading(words.range.lowerBound..<end, to: outcome.found, absent: outcome.absent, here)
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
