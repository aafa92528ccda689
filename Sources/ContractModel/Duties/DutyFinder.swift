/// Finds who shall, may or shall not do what, by the verbs and the names before them.
///
/// `Licensee shall pay`, `each Party may`, `neither Party shall`, `Buyer agrees not to`; a second verb goes with the first one's subject:
/// `Licensee shall pay the fee and shall not assign`. What things do ("this Agreement shall continue") is no duty.
struct DutyFinder {
  let agreement: Agreement
  /// How a party or a person of the text is called.
  private struct Name {
    var name: String
    var party: Int?
  }

  private struct Called {
    /// Of the name, the last in the singular.
    var words: [Word]
    var name: Name
  }

  /// Names by their last word, the longest first.
  private let names: [Word: [Called]]

  init(_ agreement: Agreement) {
    self.agreement = agreement
    var found: [String: Name] = [:]
    for (index, party) in agreement.parties.enumerated() {
      for name in [party.name, party.role].compactMap({ $0 }) where found[name.lowercasedBytes] == nil {
        found[name.lowercasedBytes] = Name(name: party.role ?? party.name, party: index)
      }
    }
    for term in agreement.terms where Self.isPerson(term) && found[term.name.lowercasedBytes] == nil {
      found[term.name.lowercasedBytes] = Name(name: term.name, party: nil)
    }
    var names: [Word: [Called]] = [:]
    for (key, name) in found.sorted(by: { $0.key < $1.key }) {
      var words = Self.words(key)
      guard let last = words.last, words.count <= 16 else { continue }
      words[words.count - 1] = last.withoutPlural
      var alike = names[last.withoutPlural] ?? []
      if let index = alike.firstIndex(where: { $0.words == words }) {
        if name.party != nil { alike[index].name = name }
      } else {
        alike.append(Called(words: words, name: name))
      }
      names[last.withoutPlural] = alike.sorted { $0.words.count > $1.words.count }
    }
    self.names = names
  }

  private static func words(_ name: String) -> [Word] {
    let bytes = Array(name.utf8)
    return SentenceWords(bytes, 0..<bytes.count).tokens.map(\.word)
  }

  /// Whether a term names those who can owe: `Administrative Agent`, `Lenders`, `Executive`.
  private static func isPerson(_ term: DefinedTerm) -> Bool {
    if term.definitions.contains(where: { $0.kind == .party }) { return true }
    guard let last = term.name.split(separator: " ").last else { return false }
    return WordClass.of(Word(last).withoutPlural).contains(.person)
  }

  func duties() -> [Duty] {
    var out: [Duty] = []
    var lead: Lead?
    SentenceWords.forEachParagraph(of: agreement.reading) { words in
      // What recitals tell binds nobody.
      if words[0] == "whereas", words.count < 300 { return }
      if let open = lead {
        let item = item(words, below: open)
        if let action = item.action { out += duties(words, action, of: open) }
        if !item.isWithin { lead = nil }
      }
      var at = 0
      var last: (bearers: [Bearer], sentence: Range<Int>)?
      while at < words.count {
        guard words.isAny(.dutyVerb, at: at), let verb = verb(words, at) else {
          at += 1
          continue
        }
        let sentence = words.sentence(at)
        if let (bearer, end) = inverted(words, at, sentence) {
          let opened = Lead(bearers: [bearer], modality: .shallNot, condition: nil, provision: nil)
          let action = action(words, end, sentence)
          if !action.isEmpty { out += duties(words, action, of: opened, from: at) }
          at = end
          continue
        }
        guard let modality = verb.modality else {
          // "is not obligated to": nobody owes anything, and nothing is allowed or forbidden.
          at = verb.end
          continue
        }
        var bearers = subjects(words, endingAt: at, sentence)
        if bearers.isEmpty, let last, last.sentence == sentence, ["and", "or", "but", ","].contains(words[at - 1]) {
          // "shall pay the fee and shall not assign"
          bearers = last.bearers.map { Bearer(name: $0.name, party: $0.party, start: at, isNone: false) }
        }
        // "the insurance that must be taken out by the Contractor" tells what the noun is.
        if bearers.isEmpty, modality != .may, !["that", "which", "who"].contains(words[at - 1]) {
          let isNone = modality == .shall && hasNegativeSubject(words, at, sentence)
          bearers = agents(words, verb.end, sentence).map { Bearer(name: $0.name, party: $0.party, start: at, isNone: isNone) }
        }
        if modality == .may, let first = bearers.first, first.start > sentence.lowerBound, words[first.start - 1] == "as" {
          // "as the Agent may request"
          bearers = []
        }
        let start = behindSecondVerb(words, verb.end, sentence) ?? verb.end
        let isThen =
          bearers.first.map { (sentence.lowerBound..<max(sentence.lowerBound, $0.start)).contains { words[$0] == "then" } } ?? false
        guard let first = bearers.first, start < sentence.upperBound,
          modality != .shall || isThen || !isListedEvent(words.range(start..<start + 1).lowerBound)
        else {
          at = max(verb.end, start)
          continue
        }
        let reading = agreement.reading
        let opened = Lead(
          bearers: bearers, modality: modality,
          condition: condition(words, before: min(first.start, at), sentence).map { reading.source(words.range($0)) },
          provision: agreement.provisions.innermost(at: reading.source(words.range(at..<at + 1).lowerBound)))
        if let colon = colon(words, start, sentence) {
          let items = items(words, behind: colon)
          for item in items { out += duties(words, item, of: opened) }
          if colon + 1 == words.count { lead = opened }
          at = max(items.last?.upperBound ?? 0, colon + 1)
          continue
        }
        let action = action(words, start, sentence)
        if !action.isEmpty { out += duties(words, action, of: opened, from: at) }
        last = (bearers, sentence)
        at = max(verb.end, start)
      }
    }
    return out
  }

  /// One duty for each who bears it; `verb` is where the verb stands, where it stands in the words of the duty.
  private func duties(_ words: SentenceWords, _ action: Range<Int>, of lead: Lead, from verb: Int? = nil) -> [Duty] {
    let reading = agreement.reading
    // "shall: (a) not sublet": the item itself forbids.
    let isForbidden = lead.modality == .shall && words[action.lowerBound] == "not" && action.count > 1
    let action = isForbidden ? action.lowerBound + 1..<action.upperBound : action
    return lead.bearers.map { bearer in
      let start = verb.map { min(bearer.start, $0) } ?? action.lowerBound
      let range = reading.source(words.range(start..<action.upperBound))
      return Duty(
        bearer: bearer.name, party: bearer.party,
        modality: bearer.isNone || isForbidden ? .shallNot : lead.modality, range: range,
        condition: lead.condition, action: reading.source(words.range(action)),
        provision: agreement.provisions.innermost(at: range.lowerBound))
    }
  }

  private static let conditions: Set<Word> = [
    "if", "upon", "within", "when", "whenever", "unless", "subject", "during", "after", "before", "following", "until", "on",
    "where",
    "provided", "promptly", "at", "in", "as", "no", "not", "immediately", "prior", "except", "so", "should", "once", "while",
  ]

  private static let prepositions: Set<Word> = ["within", "upon", "on", "after", "before", "during", "until", "at", "following"]

  /// The words that open a sentence before its subject: "Upon written request, the Cooper shall"; nil where there are none.
  private func condition(_ words: SentenceWords, before bearer: Int, _ sentence: Range<Int>) -> Range<Int>? {
    var end = bearer
    while end > sentence.lowerBound, words.isAny(.article, at: end - 1) { end -= 1 }
    if words[end - 1] == "then" { end -= 1 }
    guard end > sentence.lowerBound + 1 else { return nil }
    if words[end - 1] != "," {
      // "Within five days of demand the Distillery shall": short words of time need no comma.
      let start = (max(sentence.lowerBound, end - 12)..<end).last {
        words.tokens[$0].isCapital && Self.prepositions.contains(words[$0])
      }
      return words.isAny(.article, at: end) ? start.map { $0..<end } : nil
    }
    // Behind a label, a heading and a semicolon.
    let start = (sentence.lowerBound..<end).last { index in
      Self.conditions.contains(words[index])
        && (index == sentence.lowerBound || [";", ".", ":", ")"].contains(words[index - 1]) || words.tokens[index].isCapital)
    }
    return start.map { $0..<end - 1 }
  }

  /// Who must do what is to be done: "the price shall be paid by the Distillery".
  private func agents(_ words: SentenceWords, _ start: Int, _ sentence: Range<Int>) -> [Bearer] {
    guard words[start] == "be", isParticiple(words, start + 1) else { return [] }
    let reach = (start + 2)..<max(start + 2, min(sentence.upperBound, start + 16))
    // "be waived by any inspection by the Lender": only who stands behind the first does it.
    if let by = reach.first(where: { words[$0] == "by" }) {
      for end in (by + 2)..<min(sentence.upperBound, by + 8) + 1 {
        // The name itself, without the "by" that keeps it from being a subject.
        if let found = named(words, endingAt: end, (by + 1)..<sentence.upperBound) { return [found] }
      }
    }
    return []
  }

  /// Whether what a passive verb is said of is nothing: "No part of the fee shall be returned by the Licensor".
  private func hasNegativeSubject(_ words: SentenceWords, _ verb: Int, _ sentence: Range<Int>) -> Bool {
    var start = verb
    while start > sentence.lowerBound, verb - start < 20, ![",", ";", ":", "that", "and"].contains(words[start - 1]) { start -= 1 }
    return ["no", "none", "neither", "nothing"].contains(words[start])
  }

  /// Who stands behind a verb that "in no event" puts before them: "In no event shall the Licensee settle any claim".
  private func inverted(_ words: SentenceWords, _ verb: Int, _ sentence: Range<Int>) -> (bearer: Bearer, end: Int)? {
    let leads: [StaticString] = ["in no event", "under no circumstances", "at no time", "in no case"]
    guard ["shall", "will", "may"].contains(words[verb]), leads.contains(where: { words.matches($0, endingAt: verb) }) else {
      return nil
    }
    for end in (verb + 2)..<max(verb + 2, min(sentence.upperBound, verb + 9)) {
      if let found = named(words, endingAt: end, (verb + 1)..<sentence.upperBound), found.start <= verb + 2 { return (found, end) }
    }
    return nil
  }

  /// Who stands before a verb.
  struct Bearer {
    var name: String
    var party: Int?
    /// The first word of the name.
    var start: Int
    /// Whether "no" or "neither" stands before it.
    var isNone: Bool
  }

  /// Where the action begins behind a second verb that is put in between: `shall not, and shall not permit any Subsidiary to, sell`,
  /// `may (but shall not be obligated to) pay`.
  private func behindSecondVerb(_ words: SentenceWords, _ end: Int, _ sentence: Range<Int>) -> Int? {
    let closing: Word
    if words[end] == "," {
      closing = ","
    } else if words[end] == "(" {
      closing = ")"
    } else {
      return nil
    }
    guard ["and", "or", "but"].contains(words[end + 1]), words.isAny(.dutyVerb, at: end + 2), verb(words, end + 2) != nil else {
      return nil
    }
    let reach = (end + 3)..<max(end + 3, min(sentence.upperBound, end + 24))
    guard let close = reach.first(where: { words[$0] == closing }), close + 1 < sentence.upperBound else { return nil }
    return close + 1
  }

  /// Whether a place is of a list of events of default: "the Borrower shall fail to pay" is what may happen there, and no duty.
  ///
  /// What the list is told by is the words above its first item: "Each of the following is an Event of Default:". A list
  /// of remedies ("Upon an Event of Default, the Lender may") is none.
  private func isListedEvent(_ place: Int) -> Bool {
    let tree = agreement.provisions
    guard let id = tree.innermost(at: agreement.reading.source(place)), let parent = tree[id].parent else { return false }
    let reading = agreement.reading
    let low = reading.reading(tree[parent].start)
    let high = max(low, min(reading.reading(tree[parent + 1].start), low + 600))
    let span = reading.bytes.span
    guard
      let event = span.firstIndex(of: "event of default", in: low..<high)
        ?? span.firstIndex(of: "events of default", in: low..<high)
    else { return false }
    if span.firstIndex(of: "constitute", in: low..<high) != nil || span.firstIndex(of: "exist", in: event..<high) != nil {
      return true
    }
    guard let following = span.firstIndex(of: "following", in: low..<high) else { return false }
    return span.firstIndex(of: "event", in: following..<min(high, following + 60)) != nil
  }

  // MARK: Verbs

  /// Nil for what neither obliges nor permits.
  private static let verbs: [(phrase: StaticString, modality: Duty.Modality?)] = [
    ("shall not", .shallNot), ("will not", .shallNot), ("may not", .shallNot), ("must not", .shallNot),
    ("shall in no event", .shallNot), ("shall neither", .shallNot),
    ("shall never", .shallNot), ("shall at no time", .shallNot), ("will at no time", .shallNot), ("may at no time", .shallNot),
    ("shall under no circumstances", .shallNot), ("will under no circumstances", .shallNot), ("will in no event", .shallNot),
    ("may in no event", .shallNot), ("shall in no case", .shallNot), ("will neither", .shallNot), ("will never", .shallNot),
    ("will be entitled to", .may), ("reserves the right to", .may), ("is obliged to", .shall), ("are obliged to", .shall),
    ("shall be obliged to", .shall), ("is not obliged to", nil), ("shall not be obliged to", nil), ("is authorized to", .may),
    ("is hereby authorized to", .may), ("shall be authorized to", .may),
    ("agrees not to", .shallNot), ("agree not to", .shallNot), ("covenants not to", .shallNot), ("undertakes not to", .shallNot),
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

  /// The longest verb that begins at a word.
  private func verb(_ words: SentenceWords, _ at: Int) -> (modality: Duty.Modality?, end: Int)? {
    guard words.isAny(.dutyVerb, at: at) else { return nil }
    var best: (modality: Duty.Modality?, end: Int)?
    // "any rights that Licensor may have": no leave to do it.
    if words[at] == "may", ["have", "be", "from"].contains(words[at + 1]) { return nil }
    if words[at] == "shall" || words[at] == "will" {
      // "unless Lender shall have received": a condition; "shall mean", "shall be deemed": nothing that anyone does.
      if words[at + 1] == "have", isParticiple(words, at + 2) { return nil }
      // "and shall fail to remedy it" is what may happen; "shall be discharged" frees, and binds nobody.
      if ["mean", "include", "constitute", "fail", "default"].contains(words[at + 1]) { return nil }
      if words[at + 1] == "be", ["deemed", "discharged", "released", "relieved"].contains(words[at + 2]) { return nil }
      // "shall receive a salary" is due to whom it names.
      if words[at + 1] == "receive" { return (.may, at + 1) }
    }
    if let right = right(words, at) { return right }
    // "may make no statements": what may be done is nothing.
    if words[at] == "may", words[at + 2] == "no", words[at + 1].initial.isLower { return (.shall, at + 1) }
    for (phrase, modality) in Self.verbs where words.matches(phrase, at: at) {
      let end = at + phrase.wordCount
      if end > (best?.end ?? 0) { best = (modality, end) }
    }
    return best
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

  private func isParticiple(_ words: SentenceWords, _ at: Int) -> Bool {
    words[at].hasSuffix("ed") && words[at] != "need" || words.isAny(.participle, at: at)
  }

  // MARK: Subjects

  /// All who stand before a verb: `Neither the Cooper nor the Distillery shall` binds both, and so does `the Cooper and the Distillery`.
  func subjects(_ words: SentenceWords, endingAt end: Int, _ sentence: Range<Int>) -> [Bearer] {
    let reach = max(sentence.lowerBound, end - 60)..<end
    if let nor = reach.last(where: { words[$0] == "nor" }), let neither = reach.last(where: { words[$0] == "neither" && $0 < nor }),
      !(neither..<end).contains(where: { words[$0] == ";" || words[$0] == ":" }),
      neither == sentence.lowerBound || !words.isAny(.condition, at: neither - 1)
    {
      let both = [named(words, endingAt: nor, sentence), subject(words, endingAt: end, sentence)].compactMap { $0 }
      return both.map { Bearer(name: $0.name, party: $0.party, start: neither, isNone: true) }
    }
    guard let last = subject(words, endingAt: end, sentence) else { return [] }
    guard last.start - 1 > sentence.lowerBound, words[last.start - 1] == "and" else { return [last] }
    // What is before "and" may be of a condition: "If the Cooper and the Distillery agree".
    if let first = named(words, endingAt: last.start - 1, sentence) {
      return [Bearer(name: first.name, party: first.party, start: first.start, isNone: false), last]
    }
    return isConditional(words, before: last.start - 1, sentence) ? [] : [last]
  }

  /// Whether a name before a place is part of a condition.
  private func isConditional(_ words: SentenceWords, before end: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, end - 6)..<end).contains { words.isAny(.condition, at: $0) }
  }

  /// Who stands before a verb: a name, "each Party", "the Parties"; what stands in brackets or between commas is passed over.
  private func subject(_ words: SentenceWords, endingAt end: Int, _ sentence: Range<Int>) -> Bearer? {
    var at = end
    while at > sentence.lowerBound, isAdverb(words[at - 1]) { at -= 1 }
    // "Licensee, at its expense, shall": back over what the commas hold.
    if at > sentence.lowerBound, words[at - 1] == ",",
      let opened = (max(sentence.lowerBound, at - 40)..<(at - 1)).last(where: { words[$0] == "," })
    {
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

  private func named(_ words: SentenceWords, endingAt end: Int, _ sentence: Range<Int>) -> Bearer? {
    guard end > sentence.lowerBound else { return nil }
    if words[end - 1] == "party" || words[end - 1] == "parties" { return anyParty(words, end, sentence) }
    for called in names[words[end - 1].withoutPlural] ?? [] {
      let start = end - called.words.count
      guard start >= sentence.lowerBound, words.tokens[start].isCapital,
        (start..<end - 1).allSatisfy({ words[$0] == called.words[$0 - start] })
      else { continue }
      // "approval of the Licensee", "for Licensee": no subject.
      var before = start
      while before > sentence.lowerBound, words.isAny(.article, at: before - 1) { before -= 1 }
      if before > sentence.lowerBound, words.isAny([.preposition, .condition], at: before - 1) { return nil }
      // "A notice that the Cooper is required to give", but "agrees that the Cooper shall" and
      // "provided, however, that the Cooper shall".
      if (before..<start).contains(where: { words[$0] == "that" }), before > sentence.lowerBound,
        !Self.opensAClause.contains(words[before - 1])
      {
        return nil
      }
      let isNone = before > sentence.lowerBound && words[before - 1] == "no" || words[before - 1] == "neither"
      return Bearer(name: called.name.name, party: called.name.party, start: before, isNone: isNone)
    }
    return nil
  }

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
    if start > sentence.lowerBound,
      ["of", "by", "to", "for", "from", "with", "upon", "between", "against", "than"].contains(words[start - 1])
    {
      return nil
    }
    if start > sentence.lowerBound, words.isAny(.condition, at: start - 1) { return nil }
    let lead = words[start]
    let inner = words.text(start + 1..<end).replacing(" - ", with: "-")
    let isPlural = words[end - 1] == "parties"
    let name = inner == "party" || inner == "parties" ? (isPlural || lead == "both" ? "the Parties" : "each Party") : "the \(inner)"
    return Bearer(name: name, party: nil, start: start, isNone: lead == "neither" || lead == "no")
  }

  /// Whether another's duty begins behind "and": "and the Distillery shall pay".
  private func anotherBegins(_ words: SentenceWords, _ joint: Int, _ sentence: Range<Int>) -> Bool {
    ((joint + 2)..<max(joint + 2, min(sentence.upperBound, joint + 8))).contains { at in
      words.isAny(.modal, at: at) && named(words, endingAt: at, sentence).map { $0.start == joint + 1 } ?? false
    }
  }

  // MARK: What is to be done

  /// The words from behind the verb to where the clause ends: a semicolon, the sentence's end, or "and" with a verb of its own.
  func action(_ words: SentenceWords, _ start: Int, _ sentence: Range<Int>) -> Range<Int> {
    var stop = start
    while stop < sentence.upperBound, stop - start < 120, words[stop] != ";" {
      // "shall permit, and shall cause its guards to permit, visits": what is permitted has not come yet.
      if stop > start, ["and", "or", "but"].contains(words[stop]), stop - start != 2 || words[stop - 1] != ",",
        verb(words, stop + 1) != nil || anotherBegins(words, stop, sentence)
      {
        break
      }
      stop += 1
    }
    while stop > start, [".", ",", ":", "and"].contains(words[stop - 1]) { stop -= 1 }
    return start..<stop
  }
}
