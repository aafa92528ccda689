/// Verbs that are put between a verb and what is to be done: `shall, and shall cause its Affiliates to, keep`.
extension DutyFinder {
  /// Where the action begins behind a second verb that is put in between: `shall not, and shall not permit any Subsidiary to, sell`,
  /// `may (but shall not be obligated to) pay`.
  func behindSecondVerb(_ words: SentenceWords, _ end: Int, _ sentence: Range<Int>) -> Int? {
    // "may at any time, but shall not be bound to, fumigate the hall"
    if ["at", "from", "in"].contains(words[end]),
      let comma = (end + 1..<end + 10).first(where: { words[$0] == "," || words[$0] == "(" }),
      ["and", "or", "but"].contains(words[comma + 1]),
      words.isAny(.dutyVerb, at: comma + 2), let second = verb(words, comma + 2)
    {
      if words[second.end] == "," || words[second.end] == ")" { return second.end + 1 }
      // "must at all times, and must cause its subcontractors to, comply"
      if let close = (second.end..<max(second.end, min(sentence.upperBound, second.end + 12))).first(where: { words[$0] == "," }),
        words[close - 1] == "to"
      {
        return close + 1
      }
    }
    // "must not and must ensure that its users do not share passwords", "shall not and shall ensure that its staff shall not"
    if words[end] == "and", words[end - 1] == "not", words.isAny(.dutyVerb, at: end + 1),
      let not = (end + 2..<max(end + 2, min(sentence.upperBound, end + 16))).first(where: { words[$0] == "not" }),
      ["do", "does", "shall", "will", "must"].contains(words[not - 1])
    {
      return not + 1
    }
    // "may but shall not be bound to repair the lift"
    if ["but", "and"].contains(words[end]), words[end - 1] == "may", words.isAny(.dutyVerb, at: end + 1),
      let second = verb(words, end + 1), second.modality == nil
    {
      return second.end
    }
    let closing: Word
    if words[end] == ",", ["and", "but"].contains(words[end + 1]),
      let colon = (end + 2..<max(end + 2, min(sentence.upperBound, end + 24))).first(where: { words[$0] == ":" }),
      words[colon - 1] == "to",
      !(end + 2..<colon).contains(where: { words[$0] == "," })
    {
      // "shall not, and shall not permit any Affiliate to:" leads a list.
      return colon
    }
    if words[end] == "," {
      closing = ","
    } else if words[end] == "(" {
      closing = ")"
    } else {
      return nil
    }
    let isNeed = words[end + 2] == "need" && words[end + 3] == "not"
    // "The parties shall, and the Cooper shall cause its drivers to, keep": the second has a subject of its own.
    let isOthers = words[end + 1] == "and" && anotherBegins(words, end + 1, sentence)
    guard ["and", "or", "but"].contains(words[end + 1]),
      isOthers || isNeed || words.isAny(.dutyVerb, at: end + 2) && verb(words, end + 2) != nil
    else { return nil }
    let reach = (end + 3)..<max(end + 3, min(sentence.upperBound, end + 24))
    // "and shall cause its Affiliates, managers and agents to, keep"
    let toClose = reach.first { words[$0] == closing && words[$0 - 1] == "to" }
    guard let close = toClose ?? reach.first(where: { words[$0] == closing }), close + 1 < sentence.upperBound else { return nil }
    return close + 1
  }

  /// The duty of another that is put between a verb and what is to be done: the second of "The Cooper shall, and the Owner shall not, move
  /// the casks".
  func between(_ words: SentenceWords, _ end: Int, _ start: Int, _ sentence: Range<Int>) -> (lead: Lead, verb: Int)? {
    guard words[end] == ",", words[end + 1] == "and", start > end + 3,
      let at = (end + 2..<start).first(where: { words.isAny(.dutyVerb, at: $0) }), let verb = verb(words, at),
      let modality = verb.modality, verb.end + 1 == start,
      case let bearers = subjects(words, endingAt: at, end + 2..<sentence.upperBound), !bearers.isEmpty
    else { return nil }
    return (Lead(bearers: bearers, modality: modality), at)
  }
}
