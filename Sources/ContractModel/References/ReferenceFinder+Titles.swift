/// References by heading alone: `the Section entitled "Governing Law"`, `Sections titled "Fees" and "Taxes"`, `the Article captioned
/// Notices`.
extension ReferenceFinder {
  private static let titling = WordSet("entitled", "titled", "captioned", "headed")

  /// The reference whose keyword stands at a place, with headings of this agreement for numbers; nil where it has none such.
  func titled(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> CrossReference? {
    // "Sub-section entitled"
    var next = at
    while next < limit, span[next].isWord || span[next] == Ascii.hyphen { next += 1 }
    next = span.skipSpaces(next)
    guard Self.titling.begins(span, at: next), let keyword = ReferenceGrammar.keyword(span, at)?.0,
      keyword.rawValue < ReferenceWords.Keyword.exhibit.rawValue
    else { return nil }
    next = span.skipSpaces(span.wordEnd(next))
    var found: [Int] = []
    var stop = at
    while next < limit, found.count < 20,
      let title = span[next] == Ascii.quote ? quoted(span, next, limit) : plain(span, next, limit)
    {
      found.append(title.id)
      stop = title.end
      // `"Fees," "Taxes" and "Notices"`
      next = span.skipSpaces(stop)
      while next < limit, span[next] == Ascii.comma { next = span.skipSpaces(next + 1) }
      for joint: StaticString in ["and", "or"] where span.matchesWord(joint, at: next) {
        next = span.skipSpaces(next + joint.utf8CodeUnitCount)
      }
      guard next < limit, span[next] == Ascii.quote else { break }
    }
    guard !found.isEmpty else { return nil }
    switch ReferenceOwner.claim(span, after: stop, limit: limit) {
    case .otherDocument: return nil
    case .other(let name): if !isOwn(span, name) { return nil }
    case .this, .unspecified: break
    }
    return leading(at..<stop, to: found, tree.innermost(at: reading.source(at)))
  }

  private func quoted(_ span: Span<UInt8>, _ open: Int, _ limit: Int) -> (id: Int, end: Int)? {
    let close = span.firstOffset(of: Ascii.quote, in: (open + 1)..<min(limit, open + 120))
    guard close < min(limit, open + 120) else { return nil }
    var end = close
    while end > open + 1, span[end - 1] == Ascii.comma || span[end - 1] == Ascii.period || span[end - 1] == Ascii.semicolon {
      end -= 1
    }
    return resolver.titled((open + 1)..<end).map { ($0, close + 1) }
  }

  /// The longest run of words that is a heading, as it has no marks around it.
  private func plain(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> (id: Int, end: Int)? {
    guard span[start].isUpper else { return nil }
    var best: (id: Int, end: Int)?
    var end = start
    while end < limit, end - start < 80 {
      while end < limit, span[end].isWord || span[end] == Ascii.hyphen || span[end] == Ascii.apostrophe { end += 1 }
      if let id = resolver.titled(start..<end) { best = (id, end) }
      while end < limit, span[end] == Ascii.space || span[end] == Ascii.comma || span[end] == Ascii.slash { end += 1 }
      guard end < limit, span[end].isWord else { break }
    }
    return best
  }
}
