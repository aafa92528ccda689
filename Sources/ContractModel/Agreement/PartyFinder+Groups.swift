/// Parties that are named together or only by what they are.
extension PartyFinder {
  /// Words that begin a group no name is given for.
  static let groupLeads: [StaticString] = [
    "each ", "the ", "those ", "certain ", "all ", "such ", "several ", "one or more ",
  ]

  /// Those that are told by a description alone, with the short name behind it, from behind the names before: `each of the holders named
  /// on the signature pages (the "Holders")`, `and (the "Participant")`, where a name was to be filled in.
  static func group(_ span: Span<UInt8>, _ from: Int, _ end: Int, _ found: [DefinitionFinder.Found])
    -> (name: Range<Int>, role: Range<Int>, end: Int)?
  {
    var start = from
    while start < end, span[start].isSpace || span[start] == Ascii.comma || span[start] == Ascii.semicolon { start += 1 }
    if span.matchesWord("and", at: start) { start = span.skipSpaces(start + 3) }
    guard start < end else { return nil }
    let limit = min(end, start + 320)
    // `and you ("Executive")`
    let isReader = span.matchesWord("you", at: start) && isCalled(span, start + 3, end)
    let isLed = groupLeads.contains { span.matches($0, at: start) } && !span.matches("the parties", at: start)
    guard isLed || isReader || isCalled(span, start, end) else { return nil }
    let quoted = found.first { $0.words.lowerBound > start && $0.kind == .inline && $0.words.upperBound < limit }?.words
    // `the persons named in Schedule 1 (Sellers)`
    let bracket = span.firstOffset(of: Ascii.open, in: start..<limit)
    let close = span.firstOffset(of: Ascii.close, in: bracket..<limit)
    let bare = close < limit ? bracketedRole(span, start, close + 1, isMarked: true) : nil
    for role in [quoted, bare].compactMap(\.self) {
      if let group = group(span, start, limit, role: role, isReader: isReader, isLed: isLed) { return group }
    }
    return nil
  }

  /// A group from its first word to the bracket that holds its short name.
  private static func group(
    _ span: Span<UInt8>, _ start: Int, _ limit: Int, role: Range<Int>, isReader: Bool, isLed: Bool
  ) -> (name: Range<Int>, role: Range<Int>, end: Int)? {
    var open = role.lowerBound
    while open > start, span[open] != Ascii.open { open -= 1 }
    let head = start..<open
    guard span[open] == Ascii.open,
      !head.contains(where: { [Ascii.lineFeed, Ascii.semicolon, Ascii.colon, Ascii.open, Ascii.quote].contains(span[$0]) }),
      span.firstIndex(of: ". ", in: head) == nil
    else { return nil }
    let close = span.firstOffset(of: Ascii.close, in: role.upperBound..<limit)
    guard close < limit else { return nil }
    // No name at all: the short name is all there is.
    if head.isEmpty { return (role, role, close + 1) }
    // What a group is called stands in its description: "the undersigned bank (the "Bank")"; or it is told where they are named.
    let isTold =
      (Self.descriptions + Self.signers).contains { span.firstIndex(of: $0, in: head) != nil }
      || head.count <= 60 && !head.contains(where: { span[$0] == Ascii.comma })
    guard isReader || isLed && head.count >= 8 && isTold else { return nil }
    return (start..<trimmed(span, start, open), role, close + 1)
  }

  /// What tells a group by its signing.
  private static let signers: [StaticString] = ["undersigned", "executing", "appearing", "identified"]

  /// What says where those are named who are called by what they are: "the Investors severally described in Schedule 1".
  private static let descriptions: [StaticString] = [
    "severally", "described", "named", "listed", "identified", "set forth", "set out", "whose names", "party to", "parties to",
    "signatory", "signing", "from time to time", "who sign", "that sign", "who are",
  ]

  /// Whether words behind a name say where those are told whom it is said of: "the Investors severally described in Schedule 1".
  static func tellsWhere(_ span: Span<UInt8>, behind name: Int) -> Bool {
    name < span.count && span[name] == Ascii.space && descriptions.contains { span.matches($0, at: name + 1) }
  }

  /// A group's name with its article and up to the bracket that holds its short name; nil where nothing says that it is a group.
  static func described(_ span: Span<UInt8>, _ name: Range<Int>, before role: Range<Int>) -> Range<Int>? {
    guard tellsWhere(span, behind: name.upperBound) else { return nil }
    var open = role.lowerBound
    while open > name.upperBound, span[open] != Ascii.open { open -= 1 }
    let high = trimmed(span, name.lowerBound, open)
    guard open > name.upperBound, high - name.lowerBound < 160 else { return nil }
    let low = name.lowerBound >= 4 && span.matches("the ", at: name.lowerBound - 4) ? name.lowerBound - 4 : name.lowerBound
    return low..<high
  }

  /// Gives a short name that is said of several to each of those named since the last: `Oak LP and Elm LP (together, the "Company")`; and
  /// two that are given "respectively" to each its own.
  static func share(
    _ span: Span<UInt8>, _ role: Range<Int>, with indices: Range<Int>, of found: [DefinitionFinder.Found],
    in out: inout PartyReading
  ) {
    guard indices.count > 1 else { return }
    var open = role.lowerBound
    while open > 0, role.lowerBound - open < 80, span[open] != Ascii.open { open -= 1 }
    let close = span.firstOffset(of: Ascii.close, in: role.upperBound..<min(span.count, role.upperBound + 160))
    let lead = open..<role.lowerBound
    let own = found.filter { $0.words.lowerBound > open && $0.words.upperBound <= close && $0.kind == .inline }.map(\.words)
    if span.firstIndex(of: "respectively", in: open..<close) != nil, own.count >= indices.count {
      for (index, words) in zip(indices, own) { out.parties[index].role = String(decoding: words.map { span[$0] }, as: UTF8.self) }
      return
    }
    let isShared = ["collectively", "together", "jointly", "each", "joint"].contains { span.firstIndex(of: $0, in: lead) != nil }
    guard isShared else { return }
    for index in indices where out.parties[index].role == nil {
      out.parties[index].role = String(decoding: role.map { span[$0] }, as: UTF8.self)
    }
  }
}
