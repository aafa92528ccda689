/// Noun phrases that name provisions, definitions and papers: "subsection (b) of Section 2.3", "the definition of "Rent" in Section 1".
extension InstructionNounParser {
  /// A reference and those beside it: "Section 3.2 and Section 5.1", "Section 3.2 and in Section 5.1".
  mutating func provisions(_ index: Int, _ end: Int) -> InstructionNoun {
    var all = [provision(index, end)]
    while true {
      var next = at
      var isJoined = false
      while [",", "and", "or"].contains(words[next]), next < end {
        if words[next] != "," { isJoined = true }
        next += 1
      }
      if isJoined, ["in", "of"].contains(words[next]) { next += 1 }
      guard next > at, next < end, let further = words.reference(next), !facts.isOwn(words, next),
        // "deleting Section 2 and Section 3 is amended" asks for two things.
        next + 1 >= end || !["is", "are", "shall", "will"].contains(words[next + 1])
      else { break }
      at = next + 1
      all.append(provision(further, end))
    }
    return all.count == 1 ? all[0] : .several(all)
  }

  /// A reference and what it is of: "subsection (b) of Section 2.3", "Article 2, Section 2.3".
  mutating func provision(_ index: Int, _ end: Int) -> InstructionNoun {
    var next = at
    if words[next] == "(", let close = (next..<end).first(where: { words[$0] == ")" }) { next = close + 1 }
    if words[next] == ",", let inner = words.reference(next + 1), next + 1 < end, !facts.isOwn(words, next + 1),
      facts.isItem(inner) || facts.isPart(inner, of: index)
    {
      at = next + 2
      return facts.isItem(inner) ? .item(inner, of: index) : .provision(inner)
    }
    guard ["of", "in", "to", "under", "from"].contains(words[next]), next < end else { return .provision(index) }
    next += 1
    while Self.determiners.contains(words[next]), next < end { next += 1 }
    if words[next] == "definition", let label = facts.label(index) {
      at = next
      return item(label, ofDefinitionBefore: end)
    }
    guard let outer = words.reference(next), next < end else { return .provision(index) }
    at = next + 1
    if facts.namesPart(outer) {
      // "paragraph 2 of Part 1 of Schedule 1"
      guard ["of", "in", "to"].contains(words[at]), at < end, let whole = words.reference(at + 1), at + 1 < end,
        facts.isAttachment(whole)
      else { return .unknown }
      at += 2
      return .item(index, of: whole, part: outer)
    }
    // "Paragraph 2 of Schedule 1"
    if facts.isItem(index) || facts.isAttachment(outer) && !facts.isAttachment(index) { return .item(index, of: outer) }
    return facts.holds(outer, index) ? .provision(index) : .unknown
  }

  /// "clause (b) of the definition of "Debt"", which no reference of the amendment is: its definitions are the agreement's.
  mutating func definitionItem(_ end: Int) -> InstructionNoun? {
    var next = at + 1
    var label: [UInt8] = []
    while words[next] == "(", words[next + 2] == ")", next + 2 < end {
      label += [Ascii.open] + facts.bytes(words.lexemes[next + 1].range) + [Ascii.close]
      next += 3
    }
    guard !label.isEmpty, ["of", "in"].contains(words[next]) else { return nil }
    next += 1
    while Self.determiners.contains(words[next]), next < end { next += 1 }
    guard words[next] == "definition", next < end else { return nil }
    at = next
    return item(label, ofDefinitionBefore: end)
  }

  /// An item of the definition that begins here: "definition of "Debt" in Section 1.1".
  private mutating func item(_ label: [UInt8], ofDefinitionBefore end: Int) -> InstructionNoun {
    guard case .definitions(let names, let holder) = definitions(false, end), names.count == 1 else { return .unknown }
    return .definitionItem(label, of: names[0], in: holder)
  }

  /// "definition of "Rent" in Section 1", "definitions of "Rent" and "Term"".
  mutating func definitions(_ isNew: Bool, _ end: Int) -> InstructionNoun {
    at += 1
    if isNew { return following(.definitions, end) }
    guard ["of", "for"].contains(words[at]), at < end else { return .unknown }
    at += 1
    // "the definition of Term": a name.
    while ["the", "defined", "term", "terms", "each", "words"].contains(words[at]), !words.isCapital(at), at < end { at += 1 }
    let names = names(end)
    return names.isEmpty ? .unknown : .definitions(names, in: container(end))
  }

  /// Names in quotation marks, parted by commas and "and"; or one in capitals, which no marks set apart.
  mutating func names(_ end: Int) -> [Range<Int>] {
    var out: [Range<Int>] = []
    while at < end, let range = words.quote(at) {
      out.append(facts.trimmed(range))
      at += 1
      var next = at
      while [",", "and", "or", "the", "term", "terms"].contains(words[next]) { next += 1 }
      guard words.quote(next) != nil, next < end else { break }
      at = next
    }
    if out.isEmpty {
      let start = at
      while at < end, words.isCapital(at) || words[at] == "of" && at > start && words.isCapital(at + 1) { at += 1 }
      if at > start { out.append(words.range(start..<at)) }
    }
    return out
  }

  /// The provision that definitions are in: "in Section 1.1", "set forth in Section 1.1".
  mutating func container(_ end: Int) -> Int? {
    var next = at
    while [
      "as", "set", "forth", "contained", "appearing", "found", "which", "appears", "appear", "that", "is", "are", "located",
      "stated", "provided", "given", ",",
    ].contains(words[next]), next < end { next += 1 }
    guard ["in", "of", "under", "from"].contains(words[next]) else { return nil }
    if ["said", "such", "that"].contains(words[next + 1]) { next += 1 }
    guard let index = words.reference(next + 1), next + 1 < end else { return nil }
    at = next + 2
    return index
  }

  /// Passes over what a provision is said to be of, "of the Lease"; false where something else follows "of".
  mutating func passDocument(before end: Int) -> Bool {
    guard ["of", "to", "in"].contains(words[at]) else { return true }
    at += words[at + 1] == "the" ? 2 : 1
    return document(end) != nil
  }

  /// "the Credit Agreement", "Lease", "Deed of Trust": capitals, one of which is a word for a paper.
  mutating func document(_ end: Int) -> Range<Int>? {
    // "This Amendment shall be void if the yard is sold" is said of itself.
    guard words[at - 1] != "this" || words[at] != "amendment" else { return nil }
    var next = at
    while next < end, words.kind(next) == .word,
      words.isCapital(next) || words[next] == "of" && next > at && words.isCapital(next + 1)
    {
      next += 1
    }
    // "Amendment No. 2"
    if next > at + 1, words[next - 1] == "no", words[next] == ".", words[next + 1].isFigures,
      Self.documents.contains(words[next - 2])
    {
      defer { at = next + 2 }
      return words.range(at..<next + 2)
    }
    guard next > at,
      Self.documents.contains(words[next - 1]) || next - at > 2 && words[next - 2] == "of" && Self.documents.contains(words[at])
    else { return nil }
    defer { at = next }
    return words.range(at..<next)
  }
}
