/// Finds who shall, may or shall not do what, by the verbs and the names before them.
///
/// `Licensee shall pay`, `each Party may`, `neither Party shall`, `Buyer agrees not to`; a second verb goes with the first one's subject:
/// `Licensee shall pay the fee and shall not assign`. What things do ("this Agreement shall continue") is no duty.
struct DutyFinder {
  private let agreement: Agreement
  /// How a party or a person of the text is called.
  private struct Name {
    var name: String
    var party: Int?
  }

  /// Names by their words in small letters, the last in the singular.
  private let names: [String: Name]
  /// How many words the longest has.
  private let longest: Int

  init(_ agreement: Agreement) {
    self.agreement = agreement
    var found: [String: (name: String, party: Int?)] = [:]
    for (index, party) in agreement.parties.enumerated() {
      for name in [party.name, party.role].compactMap({ $0 }) where found[name.lowercasedBytes] == nil {
        found[name.lowercasedBytes] = (party.role ?? party.name, index)
      }
    }
    for term in agreement.terms where Self.isPerson(term) && found[term.name.lowercasedBytes] == nil {
      found[term.name.lowercasedBytes] = (term.name, nil)
    }
    var names: [String: Name] = [:]
    var longest = 0
    for (key, value) in found.sorted(by: { $0.key < $1.key }) {
      let words = Self.words(key)
      guard !words.isEmpty, words.count <= 16 else { continue }
      longest = max(longest, words.count)
      let joined = Self.singular(words.joined(separator: " "))
      if names[joined] == nil || value.party != nil { names[joined] = Name(name: value.name, party: value.party) }
    }
    self.names = names
    self.longest = longest
  }

  private static func singular(_ word: String) -> String { word.hasSuffix("s") ? String(word.dropLast()) : word }

  private static func words(_ name: String) -> [String] {
    let bytes = Array(name.utf8)
    return SentenceWords(bytes.span, 0..<bytes.count).words.map(\.text)
  }

  /// Whether a term names those who can owe: `Administrative Agent`, `Lenders`, `Executive`.
  private static func isPerson(_ term: DefinedTerm) -> Bool {
    if term.definitions.contains(where: { $0.kind == .party }) { return true }
    guard let last = term.name.lowercasedBytes.split(separator: " ").last else { return false }
    let word = last.hasSuffix("s") ? last.dropLast() : last
    return persons.contains(String(word))
  }

  private static let persons: Set<String> = [
    "party", "agent", "lender", "borrower", "trustee", "guarantor", "company", "executive", "employee", "contractor", "owner",
    "buyer",
    "seller", "purchaser", "parent", "bank", "board", "director", "committee", "manager", "holder", "member", "affiliate",
    "subsidiary",
    "licensor", "licensee", "lessor", "lessee", "landlord", "tenant", "supplier", "customer", "provider", "distributor",
    "developer",
    "architect", "engineer", "consultant", "partner", "partnership", "investor", "stockholder", "shareholder", "issuer", "servicer",
    "depositor", "underwriter", "indemnitor", "indemnitee", "recipient", "client", "corporation", "franchisee", "franchisor",
    "subcontractor", "surety", "insurer", "employer", "assignee", "assignor", "officer", "sublicensee", "grantor", "grantee",
    "pledgor",
    "optionee", "participant", "administrator", "custodian", "escrow agent", "arbitrator", "obligor", "obligee", "vendor",
    "operator",
  ]

  func duties() -> [Duty] {
    let span = agreement.reading.bytes.span
    var out: [Duty] = []
    var start = 0
    while start < span.count {
      let end = span.firstOffset(of: Ascii.lineFeed, in: start..<span.count)
      let words = SentenceWords(span, start..<end)
      var at = 0
      var last: (bearer: String, party: Int?, sentence: Range<Int>)?
      while at < words.count {
        guard let verb = verb(words, at) else {
          at += 1
          continue
        }
        let sentence = words.sentence(at)
        var bearer = subject(words, endingAt: at, sentence)
        if bearer == nil, let last, last.sentence == sentence, ["and", "or", "but", ","].contains(words[at - 1]) {
          // "shall pay the fee and shall not assign"
          bearer = (last.bearer, last.party, at, false)
        }
        if let bearer {
          let action = action(words, verb.end, sentence)
          if !action.isEmpty {
            let modality: Duty.Modality = bearer.isNone && verb.modality != .shallNot ? .shallNot : verb.modality
            let reading = agreement.reading
            let range = reading.source(words.range(min(bearer.start, at)..<action.upperBound))
            out.append(
              Duty(
                bearer: bearer.name, party: bearer.party, modality: modality, range: range,
                action: reading.source(words.range(action)), provision: agreement.provisions.innermost(at: range.lowerBound)))
            last = (bearer.name, bearer.party, sentence)
          }
        }
        at = verb.end
      }
      start = end + 1
    }
    return out
  }

  // MARK: Verbs

  private static let verbs: [(String, Duty.Modality)] = [
    ("shall not", .shallNot), ("will not", .shallNot), ("may not", .shallNot), ("must not", .shallNot),
    ("shall in no event", .shallNot), ("shall neither", .shallNot),
    ("shall never", .shallNot),
    ("agrees not to", .shallNot), ("agree not to", .shallNot), ("covenants not to", .shallNot), ("undertakes not to", .shallNot),
    ("shall be entitled to", .may), ("is entitled to", .may), ("are entitled to", .may), ("shall have the right to", .may),
    ("has the right to", .may), ("have the right to", .may), ("shall have the option to", .may), ("has the option to", .may),
    ("shall be permitted to", .may), ("is permitted to", .may), ("is not required to", .may), ("shall not be required to", .may),
    ("shall not be obligated to", .may), ("is not obligated to", .may),
    ("agrees to", .shall), ("agree to", .shall), ("covenants to", .shall), ("undertakes to", .shall), ("is required to", .shall),
    ("are required to", .shall), ("is obligated to", .shall), ("are obligated to", .shall), ("covenants and agrees to", .shall),
    ("hereby agrees to", .shall), ("shall", .shall), ("will", .shall), ("must", .shall), ("may", .may),
  ]

  /// The longest verb that begins at a word.
  private func verb(_ words: SentenceWords, _ at: Int) -> (modality: Duty.Modality, end: Int)? {
    guard
      ["shall", "will", "may", "must", "agrees", "agree", "covenants", "undertakes", "is", "are", "has", "have", "hereby"].contains(
        words[at])
    else { return nil }
    var best: (modality: Duty.Modality, end: Int)?
    // "any rights that Licensor may have": no leave to do it.
    if words[at] == "may", ["have", "be", "from"].contains(words[at + 1]) { return nil }
    if words[at] == "shall" || words[at] == "will" {
      // "unless Lender shall have received": a condition; "shall mean", "shall be deemed": nothing that anyone does.
      if words[at + 1] == "have", Self.isParticiple(words[at + 2]) { return nil }
      if ["mean", "include", "constitute"].contains(words[at + 1]) || words.matches("be deemed", at: at + 1) { return nil }
    }
    for (phrase, modality) in Self.verbs where words.matches(phrase, at: at) {
      let end = at + phrase.split(separator: " ").count
      if end > (best?.end ?? 0) { best = (modality, end) }
    }
    return best
  }

  private static func isParticiple(_ word: String) -> Bool {
    word.hasSuffix("ed") && word != "need"
      || ["been", "become", "made", "paid", "given", "taken", "sent", "sold", "begun", "met", "had", "done", "failed"].contains(
        word)
  }

  /// Words before a subject that make it part of a condition or a relative clause: "as Borrower may request", "if Borrower shall fail".
  private static let conditions: Set<String> = [
    "as", "which", "whichever", "what", "whatever", "than", "if", "unless", "until", "whether", "when", "whenever", "where",
  ]

  // MARK: Subjects

  /// Who stands before a verb: a name, "each Party", "the Parties"; what stands in brackets or between commas is passed over.
  private func subject(_ words: SentenceWords, endingAt end: Int, _ sentence: Range<Int>)
    -> (name: String, party: Int?, start: Int, isNone: Bool)?
  {
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

  private func isAdverb(_ word: String) -> Bool {
    ["hereby", "also", "further", "then", "each", "both", "therefore", "hereto"].contains(word)
      || word.hasSuffix("ly") && word.utf8.count > 4
  }

  private func named(_ words: SentenceWords, endingAt end: Int, _ sentence: Range<Int>)
    -> (name: String, party: Int?, start: Int, isNone: Bool)?
  {
    guard end > sentence.lowerBound else { return nil }
    if words[end - 1] == "party" || words[end - 1] == "parties" { return anyParty(words, end, sentence) }
    for count in stride(from: min(longest, end - sentence.lowerBound), to: 0, by: -1) {
      let start = end - count
      guard words.words[start].isCapital,
        let name = names[Self.singular((start..<end).map { words[$0] }.joined(separator: " "))]
      else { continue }
      // "approval of the Licensee", "for Licensee": no subject.
      var before = start
      while before > sentence.lowerBound,
        ["the", "such", "each", "any", "a", "an", "every", "said", "that"].contains(words[before - 1])
      { before -= 1 }
      guard
        before == sentence.lowerBound
          || !["of", "by", "to", "for", "from", "with", "upon", "between", "against", "'", "on", "in", "under", "than"].contains(
            words[before - 1])
      else { return nil }
      if before > sentence.lowerBound, Self.conditions.contains(words[before - 1]) { return nil }
      let isNone = before > sentence.lowerBound && words[before - 1] == "no" || words[before - 1] == "neither"
      return (name.name, name.party, before, isNone)
    }
    return nil
  }

  /// "each Party", "neither party", "the Parties", "the breaching Party", "the other party".
  private func anyParty(_ words: SentenceWords, _ end: Int, _ sentence: Range<Int>) -> (
    name: String, party: Int?, start: Int, isNone: Bool
  )? {
    var start = end - 1
    let leads: Set<String> = [
      "each", "either", "neither", "no", "both", "the", "any", "such", "other", "all", "every", "first", "second",
    ]
    while start > sentence.lowerBound, end - start < 6, !leads.contains(words[start - 1]) || words[start - 1] == "other",
      words[start - 1] != ","
    { start -= 1 }
    guard start > sentence.lowerBound, leads.contains(words[start - 1]) else {
      return words.words[end - 1].isCapital ? ("the Parties", nil, end - 1, false) : nil
    }
    start -= 1
    if start > sentence.lowerBound,
      ["of", "by", "to", "for", "from", "with", "upon", "between", "against", "than"].contains(words[start - 1])
    {
      return nil
    }
    if start > sentence.lowerBound, Self.conditions.contains(words[start - 1]) { return nil }
    let lead = words[start]
    let inner = (start + 1..<end).map { words[$0] }.joined(separator: " ").replacing(" - ", with: "-")
    let isPlural = words[end - 1] == "parties"
    let name = inner == "party" || inner == "parties" ? (isPlural || lead == "both" ? "the Parties" : "each Party") : "the \(inner)"
    return (name, nil, start, lead == "neither" || lead == "no")
  }

  // MARK: What is to be done

  /// The words from behind the verb to where the clause ends: a semicolon, the sentence's end, or "and" with a verb of its own.
  private func action(_ words: SentenceWords, _ start: Int, _ sentence: Range<Int>) -> Range<Int> {
    var stop = start
    while stop < sentence.upperBound, stop - start < 120, words[stop] != ";" {
      if words[stop] == "and" || words[stop] == "or" || words[stop] == "but", verb(words, stop + 1) != nil, stop > start { break }
      stop += 1
    }
    while stop > start, [".", ",", ":", "and"].contains(words[stop - 1]) { stop -= 1 }
    return start..<stop
  }
}
