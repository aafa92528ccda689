/// Who stands before a verb: `Licensee, at its expense, shall`, `neither Party shall`, `the Cooper and the Distillery shall`.
extension DutyFinder {
  /// All who stand before a verb: `Neither the Cooper nor the Distillery shall` binds both, and so does `the Cooper and the Distillery`.
  func subjects(_ words: SentenceWords, endingAt verb: Int, _ sentence: Range<Int>) -> [Bearer] {
    let end = behindNamesOfOwn(words, verb, sentence)
    let reach = max(sentence.lowerBound, end - 60)..<end
    // "The Cooper agrees that neither it nor its owners will"
    if let neither = reach.last(where: { words[$0] == "neither" }), words[neither + 1] == "it", words[neither - 1] == "that",
      let promise = (max(sentence.lowerBound, neither - 12)..<neither - 1).last(where: { Self.promising.contains(words[$0]) })
    {
      return subjects(words, endingAt: promise, sentence).map {
        Bearer(name: $0.name, party: $0.party, start: $0.start, isNone: true)
      }
    }
    if let neither = reach.last(where: { words[$0] == "neither" }) {
      if let nor = (neither...end).last(where: { words[$0] == "nor" }),
        !(neither..<end).contains(where: { words[$0] == ";" || words[$0] == ":" }),
        neither == sentence.lowerBound || !words.isAny(.condition, at: neither - 1)
      {
        // "Neither the Owner, nor the Cooper, shall": a comma may close each.
        let first = words[nor - 1] == "," ? nor - 1 : nor
        let second = words[end - 1] == "," ? named(words, endingAt: end - 1, nor + 1..<sentence.upperBound) : nil
        let before = named(words, endingAt: first, sentence).map {
          listed(words, $0, neither + 1..<sentence.upperBound, isOpen: true)
        }
        let last = end <= nor ? nil : second ?? subject(words, endingAt: end, sentence)
        let all = (before ?? []) + [last].compactMap { $0 }
        return all.map { Bearer(name: $0.name, party: $0.party, start: neither, isNone: true) }
      }
      // "Neither of the Cooper and the Distillery shall"
      if words[neither + 1] == "of", let and = (neither..<end).last(where: { words[$0] == "and" }),
        let last = subject(words, endingAt: end, sentence), last.start == and + 1,
        let first = named(words, endingAt: and, neither + 2..<sentence.upperBound)
      {
        return [first, last].map { Bearer(name: $0.name, party: $0.party, start: neither, isNone: true) }
      }
    }
    // "The Cooper agrees that it shall"
    if ["it", "they", "he", "she"].contains(words[end - 1]), words[end - 2] == "that",
      let promise = (max(sentence.lowerBound, end - 16)..<end - 2).last(where: { Self.promising.contains(words[$0]) })
    {
      var verb = promise
      while verb - 1 > sentence.lowerBound, words[verb - 1] == "and" || Self.promising.contains(words[verb - 1]) { verb -= 1 }
      return subjects(words, endingAt: verb, sentence)
    }
    guard let last = subject(words, endingAt: end, sentence) else { return [] }
    // "The Cooper and not the Distillery shall": who stands behind "not" owes nothing.
    if words[last.start - 1] == "not", ["and", "but", ","].contains(words[last.start - 2]) {
      var before = last.start - 2
      if words[before - 1] == "," { before -= 1 }
      return named(words, endingAt: before, sentence).map { [$0] } ?? []
    }
    // "The Owner as well as the Cooper shall"
    if words.matches("as well as", endingAt: last.start), let first = named(words, endingAt: last.start - 3, sentence) {
      return [first, last]
    }
    // "The Hotel and, if asked, the Painter shall"
    if words[last.start - 1] == ",",
      let open = (max(sentence.lowerBound, last.start - 10)..<last.start - 1).last(where: { words[$0] == "," }),
      words[open - 1] == "and", let first = named(words, endingAt: open - 1, sentence)
    {
      return [first, last]
    }
    // "None of the Painter, the Hotel or their agents shall": what is theirs closes the list.
    let isCut = end < verb && words[last.start - 1] == ","
    guard last.start - 1 > sentence.lowerBound, isCut || ["and", "or"].contains(words[last.start - 1]) else { return [last] }
    let all = listed(words, last, sentence, isOpen: isCut)
    if all.count > 1 { return all }
    // What is before "and" may be of a condition: "If the Cooper and the Distillery agree".
    return words[last.start - 1] == "and" && isConditional(words, before: last.start - 1, sentence) ? [] : [last]
  }

  /// Where the names end that stand before a verb, without whoever is only told as one of theirs: "The Cooper and its Affiliates shall",
  /// "neither the Cooper nor any of its agents will".
  private func behindNamesOfOwn(_ words: SentenceWords, _ verb: Int, _ sentence: Range<Int>) -> Int {
    let near = max(sentence.lowerBound, verb - 8)..<max(sentence.lowerBound, verb - 1)
    guard
      let joint = near.last(where: { at in
        guard ["and", "or", "nor"].contains(words[at]) else { return false }
        let own =
          words[at + 1] == "any" && words[at + 2] == "of" || words[at + 1] == "all" && words[at + 2] == "of" ? at + 3 : at + 1
        return ["its", "their", "his", "her"].contains(words[own])
      }), joint > sentence.lowerBound, !(joint..<verb).contains(where: { [";", ":", "."].contains(words[$0]) })
    else { return verb }
    // The "nor" is kept: it tells that "neither" is closed.
    if words[joint] == "nor" { return joint }
    return named(words, endingAt: joint, sentence) == nil ? verb : joint
  }

  /// The names of a list that ends in one: "The Cooper, the Distillery and the Bank shall"; "No Cooper or Distillery shall" binds both.
  /// `isOpen` says that the list goes on behind it.
  private func listed(_ words: SentenceWords, _ last: Bearer, _ sentence: Range<Int>, isOpen: Bool = false) -> [Bearer] {
    var out = [last]
    while let next = out.first?.start, next - 1 > sentence.lowerBound {
      var behind = next - 1
      let isJoint = ["and", "or"].contains(words[behind])
      guard isJoint && out.count == 1 || words[behind] == "," && (out.count > 1 || isOpen) else { break }
      if isJoint, words[behind - 1] == "," {
        // "the Cooper, on the one hand, and the Distillery"
        let hand = words[behind - 2] == "hand" ? (max(sentence.lowerBound, behind - 8)..<behind - 1).last { words[$0] == "," } : nil
        behind = hand ?? behind - 1
      }
      guard let name = named(words, endingAt: behind, sentence) else { break }
      out.insert(name, at: 0)
    }
    guard out.count > 1, out[0].isNone else { return out }
    return out.map { Bearer(name: $0.name, party: $0.party, start: $0.start, isNone: true) }
  }

  private static let promising: Set<Word> = [
    "agrees", "agree", "covenants", "covenant", "undertakes", "undertake", "promises", "promise", "warrants",
  ]

  /// Whether a name before a place is part of a condition.
  func isConditional(_ words: SentenceWords, before end: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, end - 6)..<end).contains { words.isAny(.condition, at: $0) }
  }

  /// Who stands before a verb: a name, "each Party", "the Parties"; what stands in brackets or between commas is passed over.
  func subject(_ words: SentenceWords, endingAt end: Int, _ sentence: Range<Int>) -> Bearer? {
    var at = end
    // "jointly and severally"
    while at > sentence.lowerBound, isAdverb(words[at - 1]) || words[at - 1] == "and" && at < end && isAdverb(words[at - 2]) {
      at -= 1
    }
    // "Licensee, at its expense, shall": back over what the commas hold.
    if at > sentence.lowerBound, words[at - 1] == ",",
      let opened = (max(sentence.lowerBound, at - 40)..<(at - 1)).last(where: { words[$0] == "," })
    {
      // "The Owner, and the Cooper, shall": no more than a list.
      if ["and", "or"].contains(words[opened + 1]), let found = named(words, endingAt: at - 1, opened + 2..<sentence.upperBound) {
        return found
      }
      if let found = named(words, endingAt: opened, sentence) { return found }
      at -= 1
    }
    if at > sentence.lowerBound, words[at - 1] == ")",
      let opened = (max(sentence.lowerBound, at - 40)..<(at - 1)).last(where: { words[$0] == "(" })
    {
      at = opened
    }
    return named(words, endingAt: at, sentence)
  }

  /// What stands before a "that" which opens a clause of its own, and does not tell of a noun.
  private static let opensAClause: Set<Word> = [
    ",", ";", ":", "agree", "agrees", "agreed", "agreeing", "provided", "however", "further", "acknowledges", "acknowledge",
    "covenants",
    "covenant", "ensure", "understood", "except", "and", "so", "such", "warrants", "undertakes", "confirms", "confirm", "intend",
  ]

  private func isAdverb(_ word: Word) -> Bool {
    ["hereby", "also", "further", "then", "each", "both", "therefore", "hereto"].contains(word)
      || word.hasSuffix("ly") && word.count > 4
  }

  func named(_ words: SentenceWords, endingAt end: Int, _ sentence: Range<Int>) -> Bearer? {
    guard end > sentence.lowerBound else { return nil }
    let isParty = words[end - 1] == "party" || words[end - 1] == "parties"
    for called in names[words[end - 1].withoutPlural] ?? [] {
      let start = end - called.words.count
      // "Party" alone is each; "Secured Party" is called so.
      if isParty, called.words.count == 1 { continue }
      guard start >= sentence.lowerBound, words.tokens[start].isCapital,
        (start..<end - 1).allSatisfy({ words[$0] == called.words[$0 - start] })
      else { continue }
      // "approval of the Licensee", "for Licensee": no subject.
      var before = start
      while before > sentence.lowerBound, words.isAny(.article, at: before - 1) { before -= 1 }
      // "consent of the Required Lenders": what stands before the name belongs to it.
      if before == start, before - 2 > sentence.lowerBound, words.tokens[before - 1].isCapital,
        words.isAny(.article, at: before - 2),
        words.isAny(.preposition, at: before - 3)
      {
        return nil
      }
      // "(whether or not such Tenant shall be named)", "to believe the Tenant may sell"
      if words.matches("whether or not", endingAt: before) || Self.believing.contains(words[before - 1]) { return nil }
      let isOfNone = words[before - 1] == "of" && ["neither", "none"].contains(words[before - 2])
      let isOfAll = isOfNone || words[before - 1] == "of" && ["each", "both", "all"].contains(words[before - 2])
      // "In case the Cooper shall sell" tells what may happen; "failing which the Cooper may" what may be done then.
      if before > sentence.lowerBound, words[before - 1] == "case", words[before - 2] == "in" { return nil }
      // "In the event the Cooper shall become insolvent", "If at any time the Cooper shall be unable"
      if words.matches("in the event", endingAt: before) { return nil }
      if words.matches("at any time", endingAt: before), words.isAny(.condition, at: before - 4) { return nil }
      let isThen = words[before - 1] == "which" && ["failing", "following", "after"].contains(words[before - 2])
      let isJoined = words.matches("as well as", endingAt: before)
      if before > sentence.lowerBound, !isOfAll, !isThen, !isJoined, words.isAny([.preposition, .condition], at: before - 1) {
        return nil
      }
      // "A notice that the Cooper is required to give", but "agrees that the Cooper shall" and
      // "provided, however, that the Cooper shall".
      if (before..<start).contains(where: { words[$0] == "that" }), before > sentence.lowerBound,
        !Self.opensAClause.contains(words[before - 1])
      {
        return nil
      }
      let isNone = isOfNone || before > sentence.lowerBound && words[before - 1] == "no" || words[before - 1] == "neither"
      return Bearer(name: called.name.name, party: called.name.party, start: before, isNone: isNone)
    }
    return isParty ? anyParty(words, end, sentence) : nil
  }

  /// What somebody believes that another shall or may do binds nobody.
  private static let believing: Set<Word> = [
    "believe", "believes", "believing", "suggest", "suggests", "suggesting", "imply", "implies",
  ]

  /// "each Party", "neither party", "the Parties", "the breaching Party", "the other party".
  private func anyParty(_ words: SentenceWords, _ end: Int, _ sentence: Range<Int>) -> Bearer? {
    var start = end - 1
    while start > sentence.lowerBound, end - start < 6, !words.isAny(.partyLead, at: start - 1) || words[start - 1] == "other",
      words[start - 1] != ","
    { start -= 1 }
    guard start > sentence.lowerBound, words.isAny(.partyLead, at: start - 1) else {
      return words.tokens[end - 1].isCapital ? Bearer(name: "the Parties", party: nil, start: end - 1, isNone: false) : nil
    }
    start -= 1
    // "Neither of the Parties may"
    let isOfNone = words[start - 1] == "of" && ["neither", "none"].contains(words[start - 2])
    if start > sentence.lowerBound, !isOfNone,
      ["of", "by", "to", "for", "from", "with", "upon", "between", "against", "than"].contains(words[start - 1])
    {
      return nil
    }
    if start > sentence.lowerBound, words.isAny(.condition, at: start - 1) { return nil }
    let lead = words[start]
    // "any suit which a Party may bring" tells of the suit.
    if (start + 1..<end).contains(where: { ["which", "that", "who", "as", "whom"].contains(words[$0]) }) { return nil }
    // "neither a party nor a judge"
    let first = words[start + 1] == "a" || words[start + 1] == "the" ? start + 2 : start + 1
    let inner = words.text(first..<end).replacing(" - ", with: "-")
    let isPlural = words[end - 1] == "parties"
    let name = inner == "party" || inner == "parties" ? (isPlural || lead == "both" ? "the Parties" : "each Party") : "the \(inner)"
    return Bearer(name: name, party: nil, start: start, isNone: isOfNone || lead == "neither" || lead == "no")
  }

  /// Whether another's duty begins behind "and": "and the Distillery shall pay".
  func anotherBegins(_ words: SentenceWords, _ joint: Int, _ sentence: Range<Int>) -> Bool {
    var first = joint + 1
    // "and, on demand, the Distillery shall"
    if words[first] == ",", let close = (first + 1..<first + 10).first(where: { words[$0] == "," }) { first = close + 1 }
    // "and in return the Distillery shall"
    if words.matches("in return", at: first) { first += 2 }
    return ((first + 1)..<max(first + 1, min(sentence.upperBound, first + 7))).contains { at in
      words.isAny(.dutyVerb, at: at) && named(words, endingAt: at, sentence).map { $0.start == first } ?? false
    }
  }
}
