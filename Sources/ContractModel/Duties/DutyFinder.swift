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

  /// Who stands before a verb.
  struct Bearer {
    var name: String
    var party: Int?
    /// The first word of the name.
    var start: Int
    /// Whether "no" or "neither" stands before it.
    var isNone: Bool
  }
}
