/// Finds the new words that an instruction puts in a place: behind "as follows:", in quotation marks, perhaps of several paragraphs, or the
/// rest of the provision that asks.
///
/// Ranges are of the reading text.
struct NewWords {
  private let agreement: Agreement
  private let facts: InstructionFacts
  private let span: [UInt8]
  /// Where the instruction begins.
  private let own: Int
  /// The numbers of the provisions the words are for.
  private let targets: [String]
  private let stops: [Int]
  private let signing: SigningPlaces
  /// Whether they are of several provisions or definitions, each perhaps in marks of its own.
  private let isSeveral: Bool

  /// `stops` are the paragraphs that new words do not reach; see `stops(of:)`.
  init(
    _ agreement: Agreement, _ facts: InstructionFacts, own: Int, targets: [String], stops: [Int], signing: SigningPlaces,
    isSeveral: Bool
  ) {
    self.agreement = agreement
    self.facts = facts
    span = agreement.reading.bytes
    self.own = own
    self.targets = targets
    self.stops = stops
    self.signing = signing
    self.isSeveral = isSeveral
  }

  /// Whether a paragraph goes on with the sentence that words above it interrupted: "with the following sentence:", "is hereby amended to".
  static func goesOn(_ span: Span<UInt8>, _ start: Int) -> Bool {
    let openings: [StaticString] = [
      "with", "by", "it", "is", "are", "shall", "and", "in its place", "in lieu", "to read", "so that", "hereby", "now",
    ]
    return span[start].isLower && openings.contains { span.matchesWord($0, at: start) }
  }

  /// Where in the reading text of an amendment paragraphs begin that close it or ask for another change, in order.
  static func stops(of agreement: Agreement) -> [Int] {
    let reading = agreement.reading
    let span = reading.bytes.span
    let names = Set(agreement.parties.map { letters($0.name.utf8) })
    let roles = Set(agreement.parties.compactMap { $0.role.map { letters($0.utf8) } })
    // `LANDLORD: OAK, L.P.`, and `Company:` above who signs for it.
    func signsFor(_ paragraph: Range<Int>) -> Bool {
      let colon = span.firstOffset(of: Ascii.colon, in: paragraph)
      guard colon < paragraph.upperBound, roles.contains(letters(reading.bytes[paragraph.lowerBound..<colon])) else { return false }
      let rest = letters(reading.bytes[colon..<paragraph.upperBound])
      return rest.isEmpty || names.contains(rest)
    }
    var out: [Int] = []
    let paragraphs = reading.paragraphs(0..<span.count)
    for (index, paragraph) in paragraphs.enumerated()
    where closes(span, paragraph.lowerBound, paragraph.upperBound) || asksAnew(span, paragraph.lowerBound, paragraph.upperBound)
      || paragraph.count < 100 && signsFor(paragraph)
      || paragraph.count < 100 && names.contains(letters(reading.bytes[paragraph]))
        && paragraphs[index...].dropFirst().prefix(2).contains(where: { signs(span, $0.lowerBound) })
    {
      out.append(paragraph.lowerBound)
    }
    return out
  }

  private static func letters(_ words: some Sequence<UInt8>) -> [UInt8] { words.filter(\.isAlphanumeric).map(\.lowercased) }

  /// Whether a line below a party's name is one to sign on, and no line of its address: "By: ____", "/s/ Ann Alder".
  private static func signs(_ span: Span<UInt8>, _ start: Int) -> Bool {
    let words: [StaticString] = ["by:", "by ", "per:", "/s/", "name:", "title:", "its:", "signature", "_"]
    return words.contains { span.matches($0, at: start) }
  }

  private static let closingWords: [StaticString] = [
    "in witness whereof", "very truly yours", "sincerely,", "agreed and accepted", "accepted and agreed", "agreed to", "agreed:",
    "by: ", "/s/", "attest:", "this amendment is executed", "this amendment has been executed", "as amended hereby",
    "as so amended",
  ]
  private static let staying: [StaticString] = [
    "remain in full force", "remains in full force", "continue in full force", "continues in full force", "remain unchanged",
    "remains unchanged", "remain effective", "remains effective", "are unaffected", "remain unaffected", "stays as it is",
    "stay as they are", "remains as it is", "remain as they are", "no other change", "no other amendment", "not otherwise amended",
    "otherwise unchanged", "is unchanged", "are unchanged", "is changed", "is not changed", "no further change", "nothing else",
    "may be signed in", "may be executed in", "hereby ratified", "hereby ratify", "ratify and confirm",
    "is executed as", "executed under seal", "are ratified", "is ratified", "in all other respects",
    "in all else",
  ]
  private static let asking: [StaticString] = [
    "hereby amended", "hereby deleted", "hereby replaced", "hereby restated", "hereby added", "hereby modified", "is amended",
    "are amended", "is deleted", "are deleted", "is added", "are added", "is replaced", "shall be amended", "shall be deleted",
    "shall be replaced", "shall be added", "shall be restated",
  ]

  /// "2. Section 7.2 of the Agreement is amended to read": another instruction.
  private static func asksAnew(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let head = start..<min(end, start + 60)
    for keyword: StaticString in [
      "section ", "sections ", "article ", "paragraph ", "exhibit ", "the following sentence", "the following paragraph",
      "the following definition", "the following section", "the following clause", "a new section", "a new paragraph",
    ] {
      guard let at = span.firstIndex(of: keyword, in: head), at == start || !span[at - 1].isWord else { continue }
      // A label may stand before it, or a part of it.
      let near = at..<min(end, at + 200)
      for words in asking where span.firstIndex(of: words, in: near) != nil { return true }
    }
    return false
  }

  /// "IN WITNESS WHEREOF", "Except as amended hereby": what closes an amendment.
  private static func closes(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    // "[Signatures on following page]", "[Remainder of page intentionally left blank]"
    if start < end, span[start] == Ascii.openBracket {
      return ["[signature", "[remainder", "[the remainder", "[balance of", "[rest of"].contains { span.matches($0, at: start) }
    }
    guard start < end, span[start].isAlphanumeric || span[start] == Ascii.slash || span[start] == Ascii.open else { return false }
    let opening = start..<min(end, start + 400)
    // "This Agreement shall remain in full force until May 1" is a term of the agreement.
    let isTimed = ["until", "for a period", "unless", "so long as"].contains { span.firstIndex(of: $0, in: opening) != nil }
    for words in staying where !isTimed && span.firstIndex(of: words, in: opening) != nil {
      // "All other terms of the Agreement remain unchanged."
      for subject: StaticString in ["agreement", "lease", "contract", "letter", "all other", "amendment", "except as"]
      where span.firstIndex(of: subject, in: opening) != nil { return true }
    }
    guard span[start].isUpper || span[start] == Ascii.slash else { return false }
    for words in closingWords where span.matches(words, at: start) { return true }
    for words: StaticString in ["no other change", "no further change", "nothing else in"] where span.matches(words, at: start) {
      return true
    }
    guard
      ["except as", "except to the extent", "to the extent not", "save as", "other than as"].contains(where: {
        span.matches($0, at: start)
      })
    else { return false }
    let near = start..<min(end, start + 90)
    return [
      "amended", "modified", "set out above", "set forth above", "stated above", "herein", "in this amendment", "set out in this",
    ]
    .contains { span.firstIndex(of: $0, in: near) != nil }
  }

  // MARK: Looking

  func words(behind colon: Int) -> Range<Int>? {
    var end = boundary(colon)
    var start = span.span.skipSpaces(colon + 1)
    while start < end, span[start].isSpace { start += 1 }
    guard start < end, !asks(start) else { return nil }
    if span[start] == Ascii.quote, !definesTerm(start, end) {
      if var close = closing(start, end) {
        // Each of several provisions has marks of its own.
        while isSeveral, let next = nextOpening(behind: close, end), let further = closing(next, end) { close = further }
        // `"Fee" means $5."`: one mark opens both the words and the term that they define.
        let isShared = termEnd(start, end) != nil && (start...close).count(where: { span[$0] == Ascii.quote }) % 2 == 1
        let first = isShared ? start : start + 1
        return first < close ? first..<close : nil
      }
      // A mark that nothing closes opens a term that is defined, or who knows what.
      let line = span.span.firstOffset(of: Ascii.lineFeed, in: start..<end)
      guard (start + 1..<min(line, start + 100)).contains(where: { span[$0] == Ascii.quote }) else { return nil }
    }
    // Without marks only what is a provision of its own tells where they end.
    guard agreement.provisions.innermost(at: agreement.reading.source(own)) != nil else { return nil }
    end = resumption(start, end) ?? end
    let reading = agreement.reading
    end = min(end, max(start, reading.reading(signing.end(of: reading.source(start)..<reading.source(end)))))
    var stop = end
    // Lines of asterisks and the like close nothing and say nothing, nor do the numbers of pages.
    while stop > start, let line = (start..<stop).last(where: { span[$0] == Ascii.lineFeed }),
      (line..<stop).allSatisfy({ !span[$0].isAlphanumeric }) || isPageNumber(line + 1..<stop)
    { stop = line }
    while stop > start, span[stop - 1].isSpace { stop -= 1 }
    return start < stop ? start..<stop : nil
  }

  /// Whether a line is a page's number: `2`, `- 2 -`, `<Page 5>`.
  private func isPageNumber(_ line: Range<Int>) -> Bool {
    var signs = span[line].filter(\.isAlphanumeric).map(\.lowercased)
    if signs.starts(with: "page".utf8) { signs.removeFirst(4) }
    return line.count <= 16 && (1...3).contains(signs.count) && signs.allSatisfy(\.isDigit)
  }

  /// The mark that opens the paragraph behind another.
  private func nextOpening(behind close: Int, _ end: Int) -> Int? {
    var at = close + 1
    while at < end, !span[at].isAlphanumeric, span[at] != Ascii.quote { at += 1 }
    return at < end && span[at] == Ascii.quote ? at : nil
  }

  /// Where a paragraph goes on with the sentence that the new words interrupt.
  private func resumption(_ start: Int, _ end: Int) -> Int? {
    var at = start
    while let feed = (at..<end).first(where: { span[$0] == Ascii.lineFeed }) {
      at = feed + 1
      while at < end, span[at].isSpace { at += 1 }
      if at < end, span[at].isLower, Self.goesOn(span.span, at),
        ["is", "are", "shall", "it", "with"].contains(where: { span.span.matchesWord($0, at: at) })
      {
        return feed
      }
    }
    return nil
  }

  private static let askingOpenings: [StaticString] = [
    "by deleting", "by adding", "by inserting", "by replacing", "by substituting", "by striking", "by amending", "deleting ",
    "adding ",
    "inserting ", "replacing ", "substituting ", "striking ", "delete ", "add ", "insert ", "replace ", "strike ", "substitute ",
    "omit ", "omitting ", "by omitting", "by the ", "the deletion", "the insertion", "the substitution", "the addition",
    "the replacement", "the omission", "in section", "in clause", "in paragraph", "in article", "in schedule", "in part",
    "in the definition", "in the first", "in the second", "in the third", "in the last", "in the heading", "in the preamble",
    "in the recital", "in the introduct", "in the table", "in the opening", "in the title",
  ]

  /// Whether items stand below a colon that ask themselves.
  func asks(behind colon: Int) -> Bool {
    var start = colon + 1
    while start < span.count, span[start].isSpace { start += 1 }
    return start < span.count && asks(start)
  }

  /// Whether what stands below a colon asks itself, as an item of what the sentence leads: "(a) by deleting".
  private func asks(_ start: Int) -> Bool {
    var at = start
    // "• replacing "ten" with "five""
    if span[at] >= 0x80 {
      while at < span.count, span[at] >= 0x80 || span[at].isSpace { at += 1 }
      guard at < span.count else { return false }
    }
    if span[at] == Ascii.open, let close = (at..<min(span.count, at + 8)).first(where: { span[$0] == Ascii.close }) {
      at = span.span.skipSpaces(close + 1)
    } else if let mark = (at..<min(span.count, at + 6)).first(where: { !span[$0].isAlphanumeric }), span[mark] == Ascii.period {
      at = span.span.skipSpaces(mark + 1)
    }
    return Self.askingOpenings.contains { span.span.matches($0, at: at) } || asksItself(at)
  }

  /// Whether the sentence that begins at a place asks for a change of what it names: "clause 5.2 shall be deleted", "For clause 2.3 there
  /// shall be substituted".
  private func asksItself(_ start: Int) -> Bool {
    let words = SentenceWords(span, start..<span.span.firstOffset(of: Ascii.lineFeed, in: start..<span.count))
    guard words.count > 0 else { return false }
    let sentence = words.sentence(0)
    var instruction = InstructionWords(span, facts.references)
    _ = instruction.read(words, sentence, introduces: { _ in false })
    if let found = InstructionParser.parse(instruction, facts) { return found.namesPlace }
    let head = instruction.behindLabel(0, before: instruction.count)
    let opensWithPlace = instruction.reference(head) != nil || instruction.matches("all references", at: head)
    return opensWithPlace && AmendmentSentence(span[words.range(sentence)]).looksLikeInstruction
  }

  /// Whether a mark opens a term that the new words define: "Good Reason" will mean.
  private func definesTerm(_ start: Int, _ end: Int) -> Bool {
    guard let close = termEnd(start, end) else { return false }
    // Words in marks of their own close them; then the first mark is theirs.
    let line = span.span.firstOffset(of: Ascii.lineFeed, in: close..<end)
    return !(close + 1..<line).contains { span[$0] == Ascii.quote && $0 + 2 >= line }
  }

  /// The mark that closes the term that one at `start` opens, where words that define it follow.
  private func termEnd(_ start: Int, _ end: Int) -> Int? {
    guard span[start + 1 < end ? start + 1 : start] != Ascii.quote,
      let close = (start + 1..<min(end, start + 100)).first(where: { span[$0] == Ascii.quote })
    else { return nil }
    let next = span.span.skipSpaces(close + 1)
    let verbs: [StaticString] = ["means", "shall mean", "will mean", "has the meaning", "shall have the meaning", "includes"]
    return verbs.contains { span.span.matches($0, at: next) } ? close : nil
  }

  /// The mark that closes what the one at `start` opens; nil where nothing does.
  ///
  /// Within it every paragraph may open the words anew, and terms have marks of their own, which come in pairs.
  private func closing(_ start: Int, _ end: Int) -> Int? {
    var count = 1
    for at in start + 1..<end where span[at] == Ascii.quote && span[at - 1] != Ascii.lineFeed {
      count += 1
      if count % 2 == 0, ends(at, end) { return at }
    }
    // Where marks are missing, the last of the provision that asks is the one.
    guard agreement.provisions.innermost(at: agreement.reading.source(own)) != nil else { return nil }
    return (start + 1..<end).last { span[$0] == Ascii.quote && ends($0, end) }
  }

  /// Whether a sentence or a paragraph ends with a mark.
  private func ends(_ at: Int, _ end: Int) -> Bool {
    [Ascii.period, Ascii.semicolon].contains(span[at - 1]) || span[at + 1 < end ? at + 1 : at] == Ascii.lineFeed || isLast(at, end)
  }

  /// Where the amendment goes on: its next provision on the level of the instruction, what closes it, or its end.
  private func boundary(_ colon: Int) -> Int {
    let reading = agreement.reading
    let provisions = agreement.provisions
    var end = span.count
    if let id = provisions.innermost(at: reading.source(own)) {
      end = reading.reading(provisions[id].range.upperBound)
      // The new words may be numbered like provisions of the amendment: "1.02 Section 4.04 shall read as follows: 4.04. Change of Control."
      var at = colon + 1
      for target in targets {
        while at < span.count, span[at].isSpace || span[at] == Ascii.quote { at += 1 }
        let part = provisions.provisions.boundary { reading.reading($0.start) < at }
        guard part > id, part < provisions.count, reading.reading(provisions[part].start) == at,
          Self.isPart(provisions[part].number, of: target)
        else { break }
        at = reading.reading(provisions[part].range.upperBound)
        end = max(end, at)
      }
    }
    // The closing of a paper is no new words, nor is the next instruction.
    let stop = stops.boundary(behindAll: { $0 <= colon })
    if stop < stops.count { end = min(end, stops[stop]) }
    return min(end, nextLabel(colon, end) ?? end)
  }

  /// Where a paragraph goes on with the numbers of the instruction's own, which the new words have none of: "7. No Other Change" below
  /// "1. Section 2 is restated as follows: Rent is due in May."
  private func nextLabel(_ colon: Int, _ end: Int) -> Int? {
    func label(_ start: Int) -> Int? {
      var at = start
      while at < span.count, span[at].isDigit { at += 1 }
      guard at > start, at - start <= 2, at < span.count, span[at] == Ascii.period, at + 1 < span.count, span[at + 1].isSpace else {
        return nil
      }
      return Int(String(decoding: span[start..<at], as: UTF8.self))
    }
    var line = own
    while line > 0, span[line - 1] != Ascii.lineFeed { line -= 1 }
    var first = colon + 1
    while first < end, span[first].isSpace || span[first] == Ascii.quote { first += 1 }
    guard let number = label(line), first < end, label(first) == nil else { return nil }
    var at = first
    while let feed = (at..<end).first(where: { span[$0] == Ascii.lineFeed }) {
      at = feed + 1
      if let next = label(at), next > number { return at }
    }
    return nil
  }

  private static func isPart(_ number: String, of target: String) -> Bool {
    number == target || target.hasPrefix(number + "(") || target.hasPrefix(number + ".") || number.hasPrefix(target + "(")
  }

  /// Whether nothing but marks stands between a place and an end.
  private func isLast(_ at: Int, _ end: Int) -> Bool { (at + 1..<end).allSatisfy { !span[$0].isAlphanumeric } }
}
