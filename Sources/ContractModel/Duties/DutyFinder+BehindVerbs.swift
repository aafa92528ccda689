/// Who stands behind a verb: `shall be paid by the Distillery`, `In no event shall the Licensee settle`, `Only with leave may the Cooper enter`.
extension DutyFinder {
  /// Who must do what is to be done: "the price shall be paid by the Distillery".
  func agents(_ words: SentenceWords, _ start: Int, _ sentence: Range<Int>) -> [Bearer] {
    var start = start
    // "shall, on each Friday, be removed by the Cooper"
    if words[start] == ",",
      let close = (start + 1..<max(start + 1, min(sentence.upperBound, start + 12))).first(where: { words[$0] == "," })
    {
      start = close + 1
    }
    // "shall at all times be kept upright by the Carrier"
    for phrase: StaticString in ["at all times", "at any time", "in each case", "in any event", "always", "promptly", "only"]
    where words.matches(phrase, at: start) {
      start += phrase.wordCount
      break
    }
    // "The fee is payable by the Owner", "shall be payable by the Owner"
    let isPayable = words[start] == "payable" || words[start] == "be" && words[start + 1] == "payable"
    guard isPayable || words[start] == "be" && isParticiple(words, start + 1) else { return [] }
    let reach = (start + (words[start] == "be" ? 2 : 1))..<max(start + 2, min(sentence.upperBound, start + 16))
    // "be waived by any inspection by the Lender": only who stands behind the first does it.
    guard
      let by = reach.first(where: {
        words[$0] == "by" && !Self.means.contains(words[$0 + 1]) && !words[$0 + 1].isFigures && words.month(at: $0 + 1) == nil
      })
    else { return [] }
    /// The name itself, without the "by" that keeps it from being a subject.
    func name(behind by: Int) -> Bearer? {
      // "by, and at the sole cost of, the Purchaser"
      let close = words[by + 1] == "," ? (by + 2..<by + 16).first { words[$0] == "," } : nil
      let from = close ?? by
      guard from + 2 <= min(sentence.upperBound, from + 8) else { return nil }
      return ((from + 2)...min(sentence.upperBound, from + 8)).lazy.compactMap {
        named(words, endingAt: $0, (from + 1)..<sentence.upperBound)
      }.first
    }
    if let found = name(behind: by) {
      // "shall be borne by the Cooper and the Distillery"
      let behind = (found.start..<min(sentence.upperBound, found.start + 8)).first { ["and", "or"].contains(words[$0]) }
      let second = behind.flatMap { joint in
        (joint + 2..<max(joint + 2, min(sentence.upperBound, joint + 6))).lazy.compactMap {
          self.named(words, endingAt: $0, joint + 1..<sentence.upperBound)
        }.first { $0.start == joint + 1 }
      }
      let isList = behind.map { named(words, endingAt: $0, found.start..<sentence.upperBound) != nil } ?? false
      return [found] + (isList ? [second].compactMap { $0 } : [])
    }
    // "shall be painted by hand and be tested by the Supplier"
    if let and = (by..<reach.upperBound).first(where: { words[$0] == "and" && words[$0 + 1] == "be" }),
      let second = (and..<reach.upperBound).first(where: { words[$0] == "by" }), let found = name(behind: second)
    {
      return [found]
    }
    return []
  }

  /// Who does what a second participle says: the Owner of "shall be sent by the Cooper and paid by the Owner".
  func secondAgents(_ words: SentenceWords, in action: Range<Int>, behind first: Bearer, _ sentence: Range<Int>)
    -> (bearers: [Bearer], action: Range<Int>)?
  {
    let joints = action.filter { words[$0] == "and" && isParticiple(words, $0 + 1) }
    for joint in joints where (action.lowerBound..<joint).contains(where: { words[$0] == "by" }) {
      guard let by = (joint + 2..<max(joint + 2, min(action.upperBound, joint + 12))).first(where: { words[$0] == "by" }) else {
        continue
      }
      let ends = by + 2..<max(by + 2, min(sentence.upperBound, by + 8) + 1)
      guard let found = ends.lazy.compactMap({ self.named(words, endingAt: $0, by + 1..<sentence.upperBound) }).first,
        found.start == by + 1
      else { continue }
      return ([Bearer(name: found.name, party: found.party, start: joint + 1, isNone: false)], joint + 1..<action.upperBound)
    }
    return nil
  }

  /// What a passive verb is said of: the "The linen" of "The linen shall not be removed by the Cleaner".
  func object(_ words: SentenceWords, before verb: Int, _ sentence: Range<Int>) -> Range<Int>? {
    var start = verb
    while start > sentence.lowerBound, verb - start < 30, ![",", ";", ":", "that", "."].contains(words[start - 1]) { start -= 1 }
    // Behind the label of a provision: "(a) The linen", "2.2 The linen".
    while start < verb, !words[start].initial.isLetter || words[start + 1] == ")" { start += 1 }
    return start < verb && !words.isAny([.condition, .preposition], at: start) ? start..<verb : nil
  }

  /// What a thing is done by that is nobody: a time or a means.
  private static let means: Set<Word> = [
    "noon", "midnight", "hand", "mail", "post", "email", "courier", "wire", "cheque", "check", "fax", "close", "way", "means",
  ]

  /// Whether what a passive verb is said of is nothing: "No part of the fee shall be returned by the Licensor".
  func hasNegativeSubject(_ words: SentenceWords, _ verb: Int, _ sentence: Range<Int>) -> Bool {
    var start = verb
    while start > sentence.lowerBound, verb - start < 20, ![",", ";", ":", "that", "and"].contains(words[start - 1]) { start -= 1 }
    // Behind the label of a provision: "2.2 No change shall".
    while start < verb, !words[start].initial.isLetter || words[start + 1] == ")" { start += 1 }
    return ["no", "none", "neither", "nothing"].contains(words[start])
  }

  /// Who stands behind a verb that "in no event" puts before them: "In no event shall the Licensee settle any claim", "In no event shall
  /// either the Cooper or the Distillery sell the list".
  func inverted(_ words: SentenceWords, _ verb: Int, _ sentence: Range<Int>) -> (bearers: [Bearer], end: Int)? {
    let leads: [StaticString] = ["in no event", "under no circumstances", "at no time", "in no case", "nor"]
    guard ["shall", "will", "may"].contains(words[verb]), leads.contains(where: { words.matches($0, endingAt: verb) }) else {
      return nil
    }
    func bearer(from start: Int) -> (bearer: Bearer, end: Int)? {
      for end in (start + 1)..<max(start + 1, min(sentence.upperBound, start + 8)) {
        if let found = named(words, endingAt: end, start..<sentence.upperBound), found.start <= start + 1 { return (found, end) }
      }
      return nil
    }
    let isEither = words[verb + 1] == "either"
    guard let first = bearer(from: verb + (isEither ? 2 : 1)) else { return nil }
    guard words[first.end] == "or" || words[first.end] == "nor", let second = bearer(from: first.end + 1) else {
      return ([first.bearer], first.end)
    }
    return ([first.bearer, second.bearer], second.end)
  }

  /// Who stands behind a verb of leave that "only" puts before them, and what it hangs on: "Only with the consent of the Owner may the Cooper
  /// use the lift".
  func invertedLeave(_ words: SentenceWords, _ verb: Int, _ sentence: Range<Int>)
    -> (bearer: Bearer, condition: Range<Int>, end: Int)?
  {
    guard words[verb] == "may",
      let only = (max(sentence.lowerBound, verb - 20)..<verb).last(where: { words[$0] == "only" && words.tokens[$0].isCapital }),
      subjects(words, endingAt: verb, only + 1..<sentence.upperBound).isEmpty
    else { return nil }
    for end in verb + 2..<max(verb + 2, min(sentence.upperBound, verb + 8)) {
      if let found = named(words, endingAt: end, verb + 1..<sentence.upperBound), found.start <= verb + 2 {
        return (found, only..<verb, end)
      }
    }
    return nil
  }
}
