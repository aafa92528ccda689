/// The parties of terms that are put to whoever uses a thing, who is named by a pronoun or by what users are called alone.
///
/// `an agreement between you and Oak Ltd`, `between Oak Inc. (or one of its affiliates) and you`, `between Customer and Oak Inc. ("Oak")`.
extension PartyFinder {
  /// One side of such terms.
  private struct Side {
    var name: Range<Int>
    var role: Range<Int>?
    /// Whether no name is given: "you", "the Customer".
    var isUnnamed: Bool
    /// Behind its name and what stands in brackets or between commas there.
    var end: Int
  }

  /// Two sides or more, one of them unnamed and one with a name, at the place that tells most; none where the first 12 000 bytes name nobody
  /// so. `known` are those that were found before, whose short names may stand here: "between you and Oak".
  static func ofTerms(
    _ reading: ReadingText, _ found: [DefinitionFinder.Found], _ keywords: KeywordIndex, known: PartyReading
  ) -> PartyReading {
    let span = reading.bytes.span
    let limit = min(span.count, 12_000)
    var best = PartyReading()
    for between in keywords[.between] where between < limit && span.matchesWord("between", at: between) {
      guard tellsOfAgreement(span, between) else { continue }
      let sides = sides(span, from: between + 7, to: limit, found)
      guard sides.count >= 2, let reader = sides.first(where: \.isUnnamed), sides.contains(where: { !$0.isUnnamed }) else {
        continue
      }
      var out = PartyReading()
      // What is called by a role alone agrees with a company, or with who has a short name.
      var isTold = span.matchesWord("you", at: reader.name.lowerBound)
      for side in sides {
        if !side.isUnnamed, let full = full(reading, side.name, found, known) {
          isTold = true
          out.names.append(full.name)
          out.roles.append(full.role)
          out.parties.append(full.party)
          continue
        }
        // The addressee of a letter has a name.
        if side.isUnnamed, isTold, known.parties.count == 1, known.parties[0].role == nil, known.names.count == 1,
          !isCompany(span, known.names[0])
        {
          out.names.append(known.names[0])
          out.parties.append(known.parties[0])
          continue
        }
        if !side.isUnnamed, isCompany(span, side.name) || side.role != nil { isTold = true }
        out.names.append(side.name)
        if let role = side.role { out.roles.append(role) }
        out.parties.append(party(reading, side.name, role: side.role))
      }
      if isTold, out.score > best.score { best = out }
    }
    return best
  }

  /// The party whose short name words are: one found before, or the company that a definition gives: `"Oak" - Oak Trading Corporation`.
  private static func full(_ reading: ReadingText, _ words: Range<Int>, _ found: [DefinitionFinder.Found], _ known: PartyReading)
    -> (name: Range<Int>, role: Range<Int>, party: Party)?
  {
    let span = reading.bytes.span
    let printed = String(decoding: words.map { span[$0] }, as: UTF8.self)
    if let index = known.parties.firstIndex(where: { $0.role == printed }), index < known.names.count {
      return (known.names[index], words, known.parties[index])
    }
    for item in found where item.kind == .list && item.words.count == words.count {
      guard item.words.indices.allSatisfy({ span[$0] == span[words.lowerBound + $0 - item.words.lowerBound] }),
        let name = meant(span, item, isCalled: true)
      else { continue }
      return (name, item.words, party(reading, name, role: item.words))
    }
    return nil
  }

  /// Whether the words before "between" say what is agreed: "these terms contain the agreement", "is a legal contract".
  private static func tellsOfAgreement(_ span: Span<UInt8>, _ between: Int) -> Bool {
    var start = between
    while start > 0, between - start < 120, span[start - 1] != Ascii.lineFeed { start -= 1 }
    let near = start..<between
    for words: StaticString in ["agreement", "contract", "terms", "licence", "license", "entered into", "legal"]
    where span.firstIndex(of: words, in: near) != nil { return true }
    return false
  }

  private static func sides(_ span: Span<UInt8>, from start: Int, to limit: Int, _ found: [DefinitionFinder.Found]) -> [Side] {
    var out: [Side] = []
    var at = start
    while out.count < 4, let side = side(span, at, limit, found) {
      // A third is a company that is named whole: "and you and your friends" names nobody.
      guard out.count < 2 || !side.isUnnamed && isCompany(span, side.name), !out.contains(where: { $0.name == side.name }) else {
        break
      }
      out.append(side)
      guard let and = joint(span, side.end, limit) else { break }
      at = and
    }
    return out
  }

  /// The side that begins at a place, over an article.
  private static func side(_ span: Span<UInt8>, _ from: Int, _ limit: Int, _ found: [DefinitionFinder.Found]) -> Side? {
    var start = from
    while start < limit, span[start].isSpace || [Ascii.comma, Ascii.colon, Ascii.hyphen].contains(span[start]) { start += 1 }
    guard start < limit else { return nil }
    if span.matchesWord("you", at: start) {
      let end = behindDescription(span, start + 3, limit)
      return Side(name: start..<(start + 3), role: role(span, start + 3, end, found), isUnnamed: true, end: end)
    }
    let article = span.matches("the ", at: start) ? 4 : 0
    let word = start + article
    guard word < limit, span[word].isUpper, let stop = nameEnd(span, word, limit), stop - word < 80 else { return nil }
    let name = word..<stop
    if isRoleWord(span, name) {
      let end = behindDescription(span, stop, limit)
      return Side(name: start..<stop, role: role(span, stop, end, found) ?? name, isUnnamed: true, end: end)
    }
    guard isName(span, name) else { return nil }
    let end = behindDescription(span, stop, limit)
    return Side(name: name, role: role(span, stop, end, found), isUnnamed: false, end: end)
  }

  /// Behind brackets and what stands between commas: `(or one of its affiliates)`, `, with its seat in Hull,`.
  private static func behindDescription(_ span: Span<UInt8>, _ from: Int, _ limit: Int) -> Int {
    var at = from
    for _ in 0..<3 {
      let open = span.skipSpaces(at)
      guard open < limit, span[open] == Ascii.open, let close = ReferenceOwner.closing(span, open, min(limit, open + 400)) else {
        break
      }
      at = close + 1
    }
    guard at < limit, span[at] == Ascii.comma else { return at }
    // Up to the "and" that goes on with the list, in the same sentence.
    var i = at
    while i < min(limit, at + 300), span[i] != Ascii.lineFeed,
      !(span[i] == Ascii.period && i + 1 < limit && span[i + 1] == Ascii.space)
    {
      if span.matches(" and you", at: i) || span.matches(", and ", at: i) || span.matches(") and ", at: i) {
        return span[i] == Ascii.space ? i : i + 1
      }
      // "Oak Ltd, a company of Ireland ("Oak", "we" or "us").": the bracket ends what is said of a side.
      if span.matches("(\"", at: i) || span.matches("(the \"", at: i) {
        return ReferenceOwner.closing(span, i, min(limit, i + 200)).map { $0 + 1 } ?? at
      }
      i += 1
    }
    return at
  }

  /// Behind the "and" that a list of sides goes on with, over a clause between commas: `and, where you live in Spain, Elm S.L.`
  private static func joint(_ span: Span<UInt8>, _ from: Int, _ limit: Int) -> Int? {
    var at = span.skipSpaces(from)
    if at < limit, span[at] == Ascii.comma { at = span.skipSpaces(at + 1) }
    guard at + 4 < limit, span.matchesWord("and", at: at) else { return nil }
    at += 3
    guard span[at] == Ascii.comma else { return span[at].isSpace ? at + 1 : nil }
    let comma = span.firstOffset(of: Ascii.comma, in: (at + 1)..<min(limit, at + 120))
    return comma < min(limit, at + 120) ? comma + 1 : nil
  }

  /// The short name in what is said of a side.
  private static func role(_ span: Span<UInt8>, _ from: Int, _ end: Int, _ found: [DefinitionFinder.Found]) -> Range<Int>? {
    found.first { $0.words.lowerBound >= from && $0.words.upperBound <= end && $0.kind == .inline }?.words
  }
}
