/// Finds who shall, may or shall not do what, by the verbs and the names before them.
///
/// `Licensee shall pay`, `each Party may`, `neither Party shall`, `Buyer agrees not to`; a second verb goes with the first one's subject:
/// `Licensee shall pay the fee and shall not assign`. What things do ("this Agreement shall continue") is no duty.
struct DutyFinder {
  let agreement: Agreement
  /// How a party or a person of the text is called.
  struct Name {
    var name: String
    var party: Int?
  }

  struct Called {
    /// Of the name, the last in the singular.
    var words: [Word]
    var name: Name
  }

  /// Names by their last word, the longest first.
  let names: [Word: [Called]]

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
      var last: (bearers: [Bearer], sentence: Range<Int>, verb: Int)?
      var opening = SentenceOpening()
      while at < words.count {
        guard words.isAny(.dutyVerb, at: at), let verb = verb(words, at) else {
          at += 1
          continue
        }
        let sentence = words.sentence(at)
        opening.read(words, sentence, upTo: at)
        if let (bearers, end) = inverted(words, at, sentence) {
          // "In no event shall the Licensee be obligated to": it owes nothing.
          if isBinding(words, end) {
            at = end
            continue
          }
          let opened = Lead(bearers: bearers, modality: .shallNot)
          let action = action(words, end, sentence)
          if !action.isEmpty { out += duties(words, action, of: opened, from: at) }
          at = end
          continue
        }
        if let (bearer, condition, end) = invertedLeave(words, at, sentence) {
          let opened = Lead(
            bearers: [bearer], modality: .may, conditions: [agreement.reading.source(words.range(condition))])
          let action = action(words, end, sentence)
          if !action.isEmpty { out += duties(words, action, of: opened, from: at) }
          at = end
          continue
        }
        guard let modality = verb.modality else {
          // "is not obligated to": nobody owes anything, and nothing is allowed or forbidden; but "shall not be required to, and shall not"
          // goes on with a verb that forbids.
          let free = subjects(words, endingAt: at, sentence)
          if !free.isEmpty { last = (free, sentence, at) }
          at = verb.end
          continue
        }
        // What is done to whom is no duty of theirs: "the Licensee is to be paid by".
        let isPassive = isToBe(words, at) || words[at] == "may" && words[at + 1] == "be"
        var bearers = isPassive ? [] : subjects(words, endingAt: at, sentence)
        if bearers.contains(where: \.isNone), isBinding(words, at) {
          at = verb.end
          continue
        }
        if bearers.isEmpty, !isPassive, let last, last.sentence == sentence, ["and", "or", "but", ","].contains(words[at - 1]),
          !isOfCondition(words, last.verb + 1..<at)
        {
          // "shall pay the fee and shall not assign"
          bearers = last.bearers.map { Bearer(name: $0.name, party: $0.party, start: at, isNone: false) }
        }
        if bearers.isEmpty, !isPassive, words[at - 1] == ")" {
          // "The Distillery: (a) must keep the yard clear; (b) may reject a cask"
          bearers = bearersOfItem(words, at, sentence, opening).map {
            Bearer(name: $0.name, party: $0.party, start: at, isNone: false)
          }
        }
        // "the insurance that must be taken out by the Contractor" tells what the noun is.
        var hasAgent = false
        if bearers.isEmpty, modality != .may || isPassive, !["that", "which", "who"].contains(words[at - 1]),
          !isInOpenCondition(words, at, sentence)
        {
          let isNone = modality != .shallNot && hasNegativeSubject(words, at, sentence)
          bearers = agents(words, verb.end, sentence).map { Bearer(name: $0.name, party: $0.party, start: at, isNone: isNone) }
          hasAgent = true
        }
        if modality == .may, let first = bearers.first, first.start > sentence.lowerBound, words[first.start - 1] == "as" {
          // "as the Agent may request"
          bearers = []
        }
        let start = behindSecondVerb(words, verb.end, sentence) ?? verb.end
        let isThen = bearers.first.map { opening.saysThen(before: $0.start) } ?? false
        guard let first = bearers.first, start < sentence.upperBound,
          modality == .may || isThen
            || !isListedEvent(words.range(start..<start + 1).lowerBound) && !isListedCondition(words, first.start, opening)
              && !isLimbOfCondition(words, first.start, sentence)
        else {
          at = max(verb.end, start)
          continue
        }
        let reading = agreement.reading
        let before = condition(words, before: min(first.start, at), sentence) ?? inner(words, before: at, behind: first.start)
        let opened = Lead(
          bearers: bearers, modality: modality,
          conditions: [before, limitOfLead(words, start, sentence)].compactMap { $0.map { reading.source(words.range($0)) } },
          object: hasAgent ? object(words, before: at, sentence).map { reading.source(words.range($0)) } : nil,
          provision: agreement.provisions.innermost(at: reading.source(words.range(at..<at + 1).lowerBound)))
        if let colon = colon(words, start, sentence) {
          let items = items(words, behind: colon)
          for item in items { out += duties(words, item, of: opened) }
          if colon + 1 == words.count { lead = opened }
          at = max(items.last?.upperBound ?? 0, colon + 1)
          continue
        }
        let action = action(words, start, sentence)
        if !action.isEmpty { out += duties(words, action, of: hangingOnItems(words, action, opened), from: at) }
        if hasAgent, let second = secondAgents(words, in: action, behind: first, sentence) {
          out += duties(words, second.action, of: Lead(bearers: second.bearers, modality: modality, object: opened.object))
        }
        if !action.isEmpty, let other = between(words, verb.end, start, sentence) {
          out += duties(words, action, of: other.lead, from: other.verb)
        }
        last = (bearers, sentence, at)
        at = max(verb.end, start)
      }
    }
    return out
  }

  /// Who stands before the colon that an item's verb hangs on, in its sentence or in the provision above: "The Distillery: (a) must".
  private func bearersOfItem(_ words: SentenceWords, _ verb: Int, _ sentence: Range<Int>, _ opening: SentenceOpening) -> [Bearer] {
    if let colon = opening.colon(before: verb) {
      let bearers = subjects(words, endingAt: colon, sentence)
      return opening.hasModal(before: colon) ? [] : bearers
    }
    let reading = agreement.reading
    let tree = agreement.provisions
    let place = reading.source(words.range(verb..<verb + 1).lowerBound)
    guard let id = tree.innermost(at: place), let parent = tree[id].parent,
      reading.reading(tree[id].bodyStart) + 1
        >= words.range(verb..<verb + 1).lowerBound
    else { return [] }
    // The words of the provision above before its first item: a name and a colon.
    let first = tree.children(of: parent).first.map { tree[$0].start } ?? tree[id].start
    let range = reading.reading(tree[parent].bodyStart)..<reading.reading(first)
    guard range.lowerBound < range.upperBound, range.count < 120 else { return [] }
    let lead = SentenceWords(reading.bytes, range)
    guard let colon = lead.indices.last(where: { lead[$0] == ":" }), colon + 1 >= lead.count,
      !lead.indices.contains(where: { lead.isAny(.modal, at: $0) })
    else { return [] }
    return subjects(lead, endingAt: colon, 0..<lead.count)
  }

  /// One duty for each who bears it; `verb` is where the verb stands, where it stands in the words of the duty.
  private func duties(_ words: SentenceWords, _ action: Range<Int>, of lead: Lead, from verb: Int? = nil) -> [Duty] {
    let reading = agreement.reading
    // "shall: (a) not sublet": the item itself forbids.
    let isForbidden = lead.modality == .shall && words[action.lowerBound] == "not" && action.count > 1
    var action = isForbidden ? action.lowerBound + 1..<action.upperBound : action
    // "The Tenant covenants with the Landlord: (a) to pay the rent"
    if words[action.lowerBound] == "to", action.count > 1, words[action.lowerBound - 1] != "," {
      action = action.lowerBound + 1..<action.upperBound
    }
    return lead.bearers.map { bearer in
      let start = verb.map { min(bearer.start, $0) } ?? action.lowerBound
      let range = reading.source(words.range(start..<action.upperBound))
      return Duty(
        bearer: bearer.name, party: bearer.party,
        modality: bearer.isNone || isForbidden ? .shallNot : lead.modality, range: range,
        conditions: lead.conditions, object: lead.object, action: reading.source(words.range(action)),
        provision: agreement.provisions.innermost(at: range.lowerBound))
    }
  }

  /// What commas hold between the subject and its verb, where it limits the duty: "the Tenant, within four days of demand, shall".
  private func inner(_ words: SentenceWords, before verb: Int, behind bearer: Int) -> Range<Int>? {
    guard verb - 2 > bearer, words[verb - 1] == ",",
      let open = (max(bearer, verb - 40)..<verb - 1).last(where: { words[$0] == "," && Self.conditions.contains(words[$0 + 1]) })
    else { return nil }
    return open + 1..<verb - 1
  }

  /// Whether a place is an item of what happens if: "may end this Agreement if: (a) …; or (b) the Tenant shall be dissolved".
  private func isListedCondition(_ words: SentenceWords, _ place: Int, _ opening: SentenceOpening) -> Bool {
    guard let colon = opening.colon(before: place) else { return false }
    if Self.listed.contains(words[colon - 1]) { return true }
    // "may terminate upon the occurrence of any of the following:"
    if words.matches("any of the following", endingAt: colon),
      (max(0, colon - 8)..<max(0, colon - 4)).contains(where: { ["occurrence", "upon", "if", "on"].contains(words[$0]) })
    {
      return true
    }
    return words.matches("any of the following", endingAt: colon) && !opening.hasModal(before: colon)
  }

  private static let listed: Set<Word> = ["if", "when", "where", "occurs", "events", "circumstances"]

  private static let conditions: Set<Word> = [
    "to", "by", "for",
    "if", "upon", "within", "when", "whenever", "unless", "subject", "during", "after", "before", "following", "until", "on",
    "where", "without", "other", "apart",
    "provided", "save", "promptly", "at", "in", "as", "no", "not", "immediately", "prior", "except", "so", "should", "once",
    "while",
  ]

  private static let prepositions: Set<Word> = [
    "within", "upon", "on", "after", "before", "during", "until", "at", "following", "not", "no", "by", "immediately", "promptly",
  ]

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
      (Self.conditions.contains(words[index]) || index == sentence.lowerBound && isEachTime(words, index))
        && (index == sentence.lowerBound || [";", ".", ":", ")"].contains(words[index - 1]) || words.tokens[index].isCapital)
    }
    return start.map { $0..<end - 1 }
  }

  /// Whether words end in a condition with a verb of its own, which another goes on with: "may leave if the Distillery shall fail to pay | or
  /// shall become insolvent".
  private func isOfCondition(_ words: SentenceWords, _ range: Range<Int>) -> Bool {
    guard let condition = range.last(where: { words.isAny(.condition, at: $0) }) else { return false }
    return (condition..<range.upperBound).contains { words.isAny(.modal, at: $0) }
  }

  /// Whether a condition that opens a clause is not closed before a verb: "If the Bank finds that no tax is | payable by".
  private func isInOpenCondition(_ words: SentenceWords, _ verb: Int, _ sentence: Range<Int>) -> Bool {
    let clause =
      (sentence.lowerBound..<verb).last { [",", ";", ":", "(", ")"].contains(words[$0]) }.map { $0 + 1 } ?? sentence.lowerBound
    return ["if", "unless", "when", "whether"].contains(words[clause])
  }

  /// "Each Monday, the Cooper shall"
  private func isEachTime(_ words: SentenceWords, _ at: Int) -> Bool {
    ["each", "every"].contains(words[at]) && words.isAny([.timeUnit, .calendarName], at: at + 1)
  }

  /// Whether a place begins a further limb of a condition: "If (a) the Distillery fails or (b) the Distillery shall become insolvent".
  private func isLimbOfCondition(_ words: SentenceWords, _ place: Int, _ sentence: Range<Int>) -> Bool {
    var place = place
    while place > sentence.lowerBound, words.isAny(.article, at: place - 1) { place -= 1 }
    guard words[place - 1] == ")", words[place - 3] == "(", ["or", "and", ",", ";"].contains(words[place - 4]) else { return false }
    return (max(sentence.lowerBound, place - 60)..<place).contains { at in
      words.isAny(.condition, at: at) && words[at + 1] == "(" && words[at + 3] == ")"
    }
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
    let bytes = reading.bytes
    let span = bytes.span
    if leadsEvents(span, low..<high) { return true }
    guard
      let event = span.firstIndex(of: "event of default", in: low..<high) ?? span.firstIndex(
        of: "events of default", in: low..<high)
        ?? span.firstIndex(of: "termination event", in: low..<high)
    else { return false }
    if span.firstIndex(of: "constitute", in: low..<high) != nil || span.firstIndex(of: "exist", in: event..<high) != nil {
      return true
    }
    guard let following = span.firstIndex(of: "following", in: low..<high) else { return false }
    return span.firstIndex(of: "event", in: following..<min(high, following + 60)) != nil
  }

  /// Whether the words above a list end in what tells of events: "may end this Agreement if:", "means any of the following:".
  private func leadsEvents(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, span[end - 1].isSpace { end -= 1 }
    guard end > range.lowerBound, span[end - 1] == Ascii.colon else { return false }
    end = span.skipSpaces(endingAt: end - 1)
    // "may terminate upon the occurrence of any of the following:"
    if span.matchesWord("following", endingAt: end), span.firstIndex(of: "occurrence of", in: range) != nil { return true }
    for word: StaticString in ["if", "when", "where", "occurs", "events", "circumstances", "event"]
    where span.matchesWord(word, endingAt: end) { return true }
    // "The occurrence of any of the following constitutes a default:"
    if span.matchesWord("default", endingAt: end), span.firstIndex(of: "following", in: range) != nil { return true }
    return span.matchesWord("following", endingAt: end) && span.firstIndex(of: "means", in: range) != nil
  }

  // MARK: What is to be done

  /// The words from behind the verb to where the clause ends: a semicolon, the sentence's end, or "and" with a verb of its own.
  func action(_ words: SentenceWords, _ first: Int, _ sentence: Range<Int>) -> Range<Int> {
    // "shall not be required to, and shall not, work"
    let start = words[first] == "," && words[first - 1] == "not" ? first + 1 : first
    var stop = start
    var hasColon = false
    while stop < sentence.upperBound, stop - start < 120 {
      if words[stop] == ":" { hasColon = true }
      // "shall keep: (i) a log; (ii) the keys": the items are what is kept.
      if words[stop] == ";" {
        let next = ["and", "or"].contains(words[stop + 1]) ? stop + 2 : stop + 1
        guard hasColon, words[next] == "(", words[next + 2] == ")",
          !(next..<next + 8).contains(where: { words.isAny(.dutyVerb, at: $0) })
        else { break }
      }
      if stop > start, words[stop] == ",", anotherBegins(words, stop, sentence) { break }
      // "shall pay the fee, and if it does not, the Cooper may stop work"
      if stop > start, words[stop] == "and", words[stop - 1] == ",", words.isAny(.condition, at: stop + 1),
        let comma = (stop + 1..<max(stop + 1, min(sentence.upperBound, stop + 14))).first(where: { words[$0] == "," }),
        anotherBegins(words, comma, sentence)
      {
        break
      }
      // "shall pay, failing which the Landlord may enter"
      if stop > start, words[stop] == "failing", words[stop + 1] == "which" { break }
      // "shall act alone, and the word "Keys" shall mean all": another clause, whoever does what it says.
      if stop > start, words[stop] == "and", isOtherClause(words, stop, sentence, behind: start) { break }
      // "shall permit, and shall cause its guards to permit, visits": what is permitted has not come yet.
      if stop > start, ["and", "or", "but", "while", "whilst", "whereas", "whereupon"].contains(words[stop]),
        stop - start != 2 || words[stop - 1] != ",",
        verb(words, stop + 1) != nil && !isOfCondition(words, start..<stop) || anotherBegins(words, stop, sentence)
      {
        break
      }
      stop += 1
    }
    while stop > start, [".", ",", ":", "and"].contains(words[stop - 1]) { stop -= 1 }
    // "shall, by notice, ask"
    return words[start] == "," && start + 1 < stop ? start + 1..<stop : start..<stop
  }

  /// Whether a clause with a subject of its own begins behind "and": "and the fee shall be due", but not "and the keys that it may need".
  private func isOtherClause(_ words: SentenceWords, _ joint: Int, _ sentence: Range<Int>, behind start: Int) -> Bool {
    guard words.isAny([.article, .determiner], at: joint + 1) || words[joint + 1] == "it",
      !(max(start, joint - 5)..<joint).contains(where: { words.isAny(.condition, at: $0) || words[$0] == "that" }),
      let modal = (joint + 2..<min(sentence.upperBound, joint + 12)).first(where: { words.isAny(.modal, at: $0) })
    else { return false }
    return !(joint + 2..<modal).contains {
      words.isAny(.condition, at: $0) || ["that", "who", "whom", ",", ";", "("].contains(words[$0])
        || words.isAny(.dutyVerb, at: $0)
    }
  }
}
