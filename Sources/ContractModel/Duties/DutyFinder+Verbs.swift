/// Which words oblige, permit or forbid: `shall`, `agrees not to`, `shall have the option, by notice, to`.
extension DutyFinder {
  /// How somebody is bound, without what binds: the "obligated to" of "shall not be obligated to".
  private static let bindings: Set<Word> = ["obligated", "obliged", "required", "bound", "liable"]
  private static let burdens: Set<Word> = ["obligation", "duty", "liability", "responsibility"]
  private static let promises: Set<Word> = [
    "agrees", "agree", "covenants", "covenant", "undertakes", "undertake", "promises", "promise",
  ]
  private static let promised: Set<Word> = ["agreed", "covenanted", "undertaken", "promised"]
  /// What takes the force of the verb behind it: "shall in no way be obliged to".
  private static let denials: [StaticString] = [
    "in no way", "in no event", "in no case", "in no circumstances", "under no circumstances", "at no time", "never",
  ]

  /// Where a phrase ends that says that somebody owes nothing: "shall not be bound to", "shall be under no duty to", "will have no liability".
  private func isFree(_ words: SentenceWords, _ at: Int) -> Int? {
    var next = at
    if words.isAny(.modal, at: next) { next += 1 }
    var isDenied = false
    if words[next] == "not" {
      isDenied = true
      next += 1
    } else if let denial = Self.denials.first(where: { words.matches($0, at: next) }) {
      isDenied = true
      next += denial.wordCount
    }
    if ["be", "is", "are"].contains(words[next]) {
      next += 1
      if words[next] == "not" {
        isDenied = true
        next += 1
      }
      if isDenied, Self.bindings.contains(words[next]), words[next + 1] == "to" { return next + 2 }
      // "shall not be prevented from selling": it may.
      if isDenied, ["prevented", "precluded", "prohibited", "restricted"].contains(words[next]), words[next + 1] == "from" {
        return next + 2
      }
      guard words[next] == "under", words[next + 1] == "no" || isDenied && words[next + 1] == "any",
        Self.burdens.contains(words[next + 2])
      else { return nil }
      return next + 3
    }
    guard ["have", "has"].contains(words[next]) else { return nil }
    // "shall not have to mend casks"
    if isDenied, words[next + 1] == "to" { return next + 2 }
    guard words[next + 1] == "no" || isDenied && words[next + 1] == "any" else { return nil }
    let nouns = next + 2..<next + 6
    return nouns.first { Self.burdens.contains(words[$0]) }.map { $0 + 1 }
  }

  /// Whether a verb binds by a word of its own, so that nobody owes anything where "neither" or "in no event" stands before it.
  func isBinding(_ words: SentenceWords, _ at: Int) -> Bool {
    var next = at
    if words.isAny(.modal, at: next) { next += 1 }
    guard ["be", "is", "are"].contains(words[next]) else {
      return ["have", "has"].contains(words[next]) && (next + 1..<next + 4).contains { Self.burdens.contains(words[$0]) }
    }
    return Self.bindings.contains(words[next + 1]) && words[next + 2] == "to"
  }

  /// What is promised, whatever stands between: "covenants and agrees not to", "agrees, for itself and its heirs, not to", "undertakes to the
  /// Builder not to".
  private func promise(_ words: SentenceWords, _ at: Int) -> (modality: Duty.Modality?, end: Int)? {
    // "has agreed not to": what somebody has agreed to do may be told of what is done.
    if ["has", "have"].contains(words[at]), Self.promised.contains(words[at + 1]) {
      let isNot =
        ["not", "never"].contains(words[at + 2]) && words[at + 3] == "to"
        || words[at + 2] == "to" && ["not", "never"].contains(words[at + 3])
      return isNot ? (.shallNot, at + 4) : nil
    }
    guard Self.promises.contains(words[at]) else { return nil }
    var next = at + 1
    // "undertakes to and agrees with the Brewer not to sell"
    while words[next] == "and" || words[next] == "hereby" || Self.promises.contains(words[next])
      || ["to", "with"].contains(words[next]) && words[next + 1] == "and" && Self.promises.contains(words[next + 2])
    { next += 1 }
    if words[next] == "," {
      guard let close = (next + 1..<next + 24).first(where: { words[$0] == "," }) else { return nil }
      next = close + 1
    }
    // "The Tenant covenants with the Landlord:" leads a list.
    if ["to", "with"].contains(words[next]), let colon = (next + 1..<next + 9).first(where: { words[$0] == ":" }),
      !(next + 1..<colon).contains(where: { ["to", "that", ",", "."].contains(words[$0]) })
    {
      return (.shall, colon)
    }
    if ["to", "with"].contains(words[next]),
      words.isAny([.article, .partyLead], at: next + 1)
        || words.tokens.indices.contains(next + 1) && words.tokens[next + 1].isCapital
    {
      guard let to = (next + 2..<next + 9).first(where: { ["to", "not", "that"].contains(words[$0]) }) else { return nil }
      next = to
    }
    if ["not", "never", "neither"].contains(words[next]), words[next + 1] == "to" { return (.shallNot, next + 2) }
    if words[next] == "to", words[next + 1] == "refrain", words[next + 2] == "from" { return (.shallNot, next + 3) }
    guard words[next] == "to" else { return nil }
    // "The parties agree to amend the lease as follows": it is done by these words.
    if ["amend", "modify"].contains(words[next + 1]),
      (next + 2..<next + 16).contains(where: { words[$0] == "as" && ["follows", "hereinafter", "set"].contains(words[$0 + 1]) })
    {
      return (nil, next + 1)
    }
    return ["not", "never"].contains(words[next + 1]) ? (.shallNot, next + 2) : (.shall, next + 1)
  }

  /// Nil for what neither obliges nor permits.
  private static let verbs: [(phrase: StaticString, modality: Duty.Modality?)] = [
    ("shall not", .shallNot), ("will not", .shallNot), ("may not", .shallNot), ("must not", .shallNot),
    ("shall in no event", .shallNot), ("shall neither", .shallNot), ("may neither", .shallNot), ("must neither", .shallNot),
    ("shall in no circumstances", .shallNot), ("will in no circumstances", .shallNot), ("may in no circumstances", .shallNot),
    ("may under no circumstances", .shallNot), ("must under no circumstances", .shallNot), ("must in no event", .shallNot),
    ("must in no circumstances", .shallNot), ("must never", .shallNot), ("may never", .shallNot), ("shall in no way", .shallNot),
    ("shall refrain from", .shallNot), ("will refrain from", .shallNot), ("must refrain from", .shallNot),
    ("shall abstain from", .shallNot), ("is not permitted to", .shallNot), ("are not permitted to", .shallNot),
    ("is prohibited from", .shallNot), ("are prohibited from", .shallNot), ("shall be prohibited from", .shallNot),
    ("is forbidden to", .shallNot), ("are forbidden to", .shallNot), ("is forbidden from", .shallNot),
    ("is not entitled to", .shallNot), ("are not entitled to", .shallNot), ("shall not only", .shall), ("will not only", .shall),
    ("must not only", .shall),
    ("shall never", .shallNot), ("shall at no time", .shallNot), ("will at no time", .shallNot), ("may at no time", .shallNot),
    ("shall under no circumstances", .shallNot), ("will under no circumstances", .shallNot), ("will in no event", .shallNot),
    ("may in no event", .shallNot), ("shall in no case", .shallNot), ("will neither", .shallNot), ("will never", .shallNot),
    ("will be entitled to", .may), ("reserves the right to", .may), ("is obliged to", .shall), ("are obliged to", .shall),
    ("shall be obliged to", .shall), ("is not obliged to", nil), ("are each obliged to", .shall),
    ("are each required to", .shall), ("are both obliged to", .shall), ("shall each be obliged to", .shall),
    ("is required not to", .shallNot), ("are required not to", .shallNot), ("shall be required not to", .shallNot),
    ("shall not be obliged to", nil), ("is authorized to", .may),
    ("is hereby authorized to", .may), ("shall be authorized to", .may),
    ("agrees not to", .shallNot), ("agree not to", .shallNot), ("covenants not to", .shallNot), ("undertakes not to", .shallNot),
    ("shall be at liberty to", .may), ("will be at liberty to", .may), ("is at liberty to", .may), ("are at liberty to", .may),
    ("shall be free to", .may), ("will be free to", .may), ("is free to", .may), ("are free to", .may), ("cannot", .shallNot),
    ("is not to", .shallNot), ("are not to", .shallNot),
    ("shall be eligible to", .may), ("will be eligible to", .may), ("is eligible to", .may),
    ("shall be entitled to", .may), ("is entitled to", .may), ("are entitled to", .may), ("shall have the right to", .may),
    ("has the right to", .may), ("have the right to", .may), ("shall have the option to", .may), ("has the option to", .may),
    ("shall be permitted to", .may), ("is permitted to", .may), ("is not required to", nil), ("shall not be required to", nil),
    ("are not required to", nil), ("will not be required to", nil),
    ("shall not be obligated to", nil), ("is not obligated to", nil), ("are not obligated to", nil),
    ("will not be obligated to", nil),
    ("has no obligation to", nil), ("have no obligation to", nil), ("shall have no obligation to", nil),
    ("shall be under no obligation to", nil),
    ("agrees to not", .shallNot), ("agree to not", .shallNot), ("agrees never to", .shallNot), ("promises not to", .shallNot),
    ("promises never to", .shallNot), ("promises to", .shall),
    ("agrees to", .shall), ("agree to", .shall), ("covenants to", .shall), ("undertakes to", .shall), ("is required to", .shall),
    ("are required to", .shall), ("is obligated to", .shall), ("are obligated to", .shall), ("covenants and agrees to", .shall),
    ("hereby agrees to", .shall), ("shall", .shall), ("will", .shall), ("must", .shall), ("may", .may),
  ]

  /// The same by their first words.
  private static let verbsByFirst: [Word: [(phrase: StaticString, modality: Duty.Modality?)]] = Dictionary(
    grouping: verbs, by: { Word($0.phrase.description.prefix { $0 != " " }) })

  /// The longest verb that begins at a word.
  func verb(_ words: SentenceWords, _ at: Int) -> (modality: Duty.Modality?, end: Int)? {
    guard words.isAny(.dutyVerb, at: at) else { return nil }
    var best: (modality: Duty.Modality?, end: Int)?
    // "any rights that Licensor may have": no leave to do it.
    if words[at] == "may", ["have", "be", "from"].contains(words[at + 1]) {
      // "No copy of the Software may be made by the Licensee"
      let isDone = words[at + 1] == "be" && isParticiple(words, at + 2) && (at + 3..<at + 12).contains { words[$0] == "by" }
      return isDone ? (.may, at + 1) : nil
    }
    // "All repairs are to be made by the Franchisee"
    if isToBe(words, at) { return (.shall, at + 2) }
    // "The fee is payable by the Owner"
    if ["is", "are"].contains(words[at]), words[at + 1] == "payable", (at + 2..<at + 9).contains(where: { words[$0] == "by" }) {
      return (.shall, at + 1)
    }
    // "The Tenant is to send a list each week"
    if ["is", "are"].contains(words[at]), words[at + 1] == "to", words[at + 2].initial.isLower,
      !["be", "have", "the", "a", "an", "any", "such", "its", "their", "that", "receive"].contains(words[at + 2])
    {
      return (.shall, at + 2)
    }
    if words[at] == "shall" || words[at] == "will" {
      // "unless Lender shall have received": a condition; "shall mean", "shall be deemed": nothing that anyone does.
      if words[at + 1] == "have", isParticiple(words, at + 2) { return nil }
      // "and shall fail to remedy it" is what may happen; "shall be discharged" frees, and binds nobody.
      if ["mean", "include", "constitute", "fail", "default", "exceed", "equal"].contains(words[at + 1]) { return nil }
      if words[at + 1] == "most", words[at + 2] == "likely" || words[at + 1] == "likely" { return nil }
      let be = words[at + 1] == "not" ? at + 2 : at + 1
      if words[be] == "be", ["deemed", "discharged", "released", "relieved", "referred", "known"].contains(words[be + 1]) {
        return nil
      }
      // "shall receive a salary" is due to whom it names.
      if words[at + 1] == "receive" { return (.may, at + 1) }
    }
    if let end = isFree(words, at) { return (nil, end) }
    if let right = right(words, at) { return right }
    if let promise = promise(words, at) { return promise }
    // "undertakes to the Distillery that it will not": what is promised stands behind "that".
    if Self.promises.contains(words[at]), ["to", "with"].contains(words[at + 1]),
      words.isAny([.article, .partyLead], at: at + 2) || words.tokens.indices.contains(at + 2) && words.tokens[at + 2].isCapital
    {
      return nil
    }
    // "is entitled, but not obliged, to"
    let be = words.isAny(.modal, at: at) ? at + 1 : at
    if ["is", "are", "be"].contains(words[be]), ["entitled", "permitted"].contains(words[be + 1]),
      words[be + 2] == "," || words[be + 2] == "(", ["but", "and"].contains(words[be + 3]),
      let close = (be + 4..<be + 12).first(where: { words[$0] == "," || words[$0] == ")" }), words[close + 1] == "to"
    {
      return (.may, close + 2)
    }
    // "may make no statements": what may be done is nothing.
    if words[at] == "may", words[at + 2] == "no", words[at + 1].initial.isLower, !words.isAny(.preposition, at: at + 1) {
      return (.shall, at + 1)
    }
    for (phrase, modality) in Self.verbsByFirst[words[at]] ?? [] where words.matches(phrase, at: at) {
      var end = at + phrase.wordCount
      // "is entitled to his salary": to a thing, and to do nothing.
      if modality == .may, words[end - 2] == "entitled", isThing(words, end) { end -= 2 }
      if end > (best?.end ?? 0) { best = (modality, end) }
    }
    return best
  }

  /// Whether a thing begins at a word, and no verb: "his salary", "the fee".
  private func isThing(_ words: SentenceWords, _ at: Int) -> Bool {
    words.isAny(.article, at: at)
      || ["his", "her", "its", "their", "all", "no", "one"].contains(words[at])
  }

  /// A right by its noun, whatever stands around it: "shall have the option, by notice, to assume", "shall have full power and authority to",
  /// "shall be entitled, in addition to the fee, to"; "no right to" forbids.
  private func right(_ words: SentenceWords, _ at: Int) -> (modality: Duty.Modality?, end: Int)? {
    let verb = words[at] == "shall" || words[at] == "will" ? at + 1 : at
    let nouns: [Word] = ["right", "option", "power", "authority", "privilege", "election"]
    var noun: Int
    if words[verb] == "have" || words[verb] == "has" {
      guard let found = (verb + 1..<verb + 8).first(where: { nouns.contains(words[$0]) }) else { return nil }
      noun = found
      // "has full power and authority to enter into this Agreement" is a representation.
      if verb == at, words[noun] == "power" || words[noun] == "authority" { return nil }
      if [".", ";", ":"].contains(where: { mark in (verb..<noun).contains { words[$0] == mark } }) { return nil }
    } else if verb > at, words[verb] == "be", words[verb + 1] == "entitled", words[verb + 2] == "," {
      noun = verb + 1
    } else {
      return nil
    }
    let isNone = words[verb + 1] == "no"
    // "the right and option to", "the right, at any time, to": what is put between commas is passed over.
    var next = noun + 1
    while next < noun + 4, ["and", "or"].contains(words[next]) || nouns.contains(words[next]) { next += 1 }
    if words[next] == "," {
      guard let close = (next + 1..<next + 24).first(where: { words[$0] == "," }) else { return nil }
      next = close + 1
    } else if words[next] != "to" {
      // The "to" of "from time to time" leads nothing.
      guard
        let to = (next..<next + 9).first(where: {
          [",", ";"].contains(words[$0]) || words[$0] == "to" && words[$0 + 1] != "time"
        })
      else { return nil }
      next = to
    }
    guard words[next] == "to", words[next + 1].initial.isLower else { return nil }
    return (isNone ? .shallNot : .may, next + 1)
  }

  /// Whether "is to be" stands at a place, and what is done behind it.
  func isToBe(_ words: SentenceWords, _ at: Int) -> Bool {
    // "is to be paid by", "has to be paid by"
    ["is", "are", "has", "have"].contains(words[at]) && words[at + 1] == "to" && words[at + 2] == "be"
      && isParticiple(words, at + 3)
  }

  func isParticiple(_ words: SentenceWords, _ at: Int) -> Bool {
    words[at].hasSuffix("ed") && words[at] != "need" || words.isAny(.participle, at: at)
  }
}
