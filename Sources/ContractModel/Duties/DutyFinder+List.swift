/// Duties that are listed below who bears them: "The Distillery shall not:", then "(a) sell any still; or (b) borrow money".
///
/// The items are of the same paragraph, or provisions below the one the lead stands in. A lead that says something itself ("shall deliver
/// to the Buyer: (i) a bill of sale") is a duty of its own, and its items are things.
extension DutyFinder {
  /// Who must, may or must not do what the items below say.
  struct Lead {
    var bearers: [Bearer]
    var modality: Duty.Modality
    /// What it hangs on, in the source text.
    var conditions: [Range<Int>] = []
    /// What it is done to, where the verb is passive; in the source text.
    var object: Range<Int>?
    /// The provision the lead stands in, whose items are below it.
    var provision: Int?
  }

  /// What may stand between the verb and the colon of a lead: "shall not, directly or indirectly, do any of the following:".
  private static let leadWords: Set<Word> = [
    ",", "directly", "or", "and", "indirectly", "do", "any", "all", "each", "of", "the", "following", "things", "acts", "actions",
    "take", "not", "at", "times", "also", "either", "to", "right", "sole", "discretion", "in", "its", "only", "further", "every",
    "day",
    "week", "month", "quarter", "year", "during", "term",
  ]

  /// The colon behind a verb, where nothing that is to be done stands between them; nil where this is no lead.
  func colon(_ words: SentenceWords, _ start: Int, _ sentence: Range<Int>) -> Int? {
    var at = start
    while at < min(sentence.upperBound, start + 40) {
      if words[at] == ":" { return at }
      // "without the prior written consent of the Lessor," limits what follows.
      if words[at] == ",", ["without", "except", "unless", "during", "subject"].contains(words[at + 1]),
        let close = (at + 2..<max(at + 2, min(sentence.upperBound, at + 24))).first(where: { [",", ":"].contains(words[$0]) })
      {
        at = close
        continue
      }
      guard Self.leadWords.contains(words[at]) else { return nil }
      at += 1
    }
    return nil
  }

  /// What limits all items of a lead between its verb and its colon: "shall not, without the consent of the Lessor:".
  func limitOfLead(_ words: SentenceWords, _ start: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard words[start] == ",", ["without", "except", "unless", "during", "subject"].contains(words[start + 1]),
      let colon = colon(words, start, sentence),
      let close = (start + 2...colon).first(where: { [",", ":"].contains(words[$0]) })
    else { return nil }
    return start + 1..<close
  }

  /// The items behind a colon in its paragraph, as words without their numbers: "(i) keep books; and (ii) test each cask".
  func items(_ words: SentenceWords, behind colon: Int) -> [Range<Int>] {
    guard colon + 1 < words.count else { return [] }
    let sentence = words.sentence(colon)
    let starts = (colon + 1..<sentence.upperBound).filter { at in
      guard words[at] == "(", words[at + 2] == ")", words[at + 1].count < 5 else { return false }
      return [":", ";", ",", "and", "or"].contains(words[at - 1])
    }
    return zip(starts, starts.dropFirst() + [sentence.upperBound]).compactMap { start, end in
      var end = end
      while end > start + 3, [".", ",", ";", "and", "or"].contains(words[end - 1]) { end -= 1 }
      let item = action(words, start + 3, start + 3..<end)
      return isDone(words, item, sentence) ? item : nil
    }
  }

  /// The item of a lead above that a paragraph is, if any, and whether the paragraph still stands below the lead.
  func item(_ words: SentenceWords, below lead: Lead) -> (action: Range<Int>?, isWithin: Bool) {
    let tree = agreement.provisions
    let reading = agreement.reading
    guard words.count > 0, let parent = lead.provision else { return (nil, false) }
    let start = reading.source(words.range(0..<1).lowerBound)
    guard let provision = tree.innermost(at: start) else { return (nil, false) }
    guard tree[parent].range.contains(start), provision != parent else { return (nil, false) }
    guard tree[provision].parent == parent, tree[provision].start == start else { return (nil, true) }
    let body = reading.reading(tree[provision].bodyStart)
    guard let first = words.indices.first(where: { words.tokens[$0].range.lowerBound >= body }) else { return (nil, true) }
    let sentence = words.sentence(first)
    let item = action(words, first, sentence)
    return (isDone(words, item, sentence) ? item : nil, true)
  }

  /// Where the verb of an item begins: behind the "to" or "not to" of "The Tenant covenants with the Landlord: (a) not to make holes".
  private func verbOfItem(_ words: SentenceWords, _ start: Int) -> Int {
    let to = words[start] == "not" ? start + 1 : start
    return words[to] == "to" ? to + 1 : start
  }

  /// Whether words are what somebody does: a verb leads them, and no subject of their own stands in them.
  private func isDone(_ words: SentenceWords, _ item: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard let first = item.first.map({ verbOfItem(words, $0) }), first < item.upperBound,
      !words.isAny([.article, .preposition, .partyLead], at: first),
      words[first].initial.isLetter
    else { return false }
    let reach = first..<min(item.upperBound, first + 60)
    // "if the Lender asks, New Corp. shall sign": somebody else's, whoever that is.
    let clause = first..<min(sentence.upperBound, first + 60)
    if words.isAny(.condition, at: first), clause.contains(where: { words.isAny(.modal, at: $0) }) { return false }
    return !reach.contains { words.isAny(.dutyVerb, at: $0) && !subjects(words, endingAt: $0, sentence).isEmpty }
  }

  /// A duty or leave that hangs on the items below it: "The Owner may end this Agreement if:", then "(a) the Cooper breaks its word".
  func hangingOnItems(_ words: SentenceWords, _ action: Range<Int>, _ lead: Lead) -> Lead {
    guard ["if", "when", "where", "unless", "provided"].contains(words[action.upperBound - 1]), words[action.upperBound] == ":"
    else {
      return lead
    }
    let reading = agreement.reading
    let tree = agreement.provisions
    let colon = action.upperBound
    var items: Range<Int>?
    if colon + 1 < words.sentence(colon).upperBound {
      items = reading.source(words.range(colon + 1..<words.sentence(colon).upperBound))
    } else if let provision = lead.provision, let first = tree.children(of: provision).first,
      let last = tree.children(of: provision).last
    {
      items = tree[first].start..<tree[last].range.upperBound
    }
    guard let items, items.count < 4_000 else { return lead }
    var lead = lead
    lead.conditions.append(items)
    return lead
  }
}
