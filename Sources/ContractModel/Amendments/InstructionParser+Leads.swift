/// What leads an instruction: in what ("In Section 3.1, the words …"), from when ("Effective as of May 1, 2016,"), for what ("for "ten"
/// substitute") and where ("At the end of clause 6.2 there is added").
extension InstructionParser {
  static let harmlessLeads: [StaticString] = [
    "pursuant to", "in accordance with", "in consideration", "accordingly", "further", "in addition", "additionally", "also",
    "finally", "first", "second", "third", "fourth", "fifth", "now therefore", "therefore", "the parties", "it is agreed",
    "for the avoidance", "in order to", "to reflect", "by this", "by execution", "by mutual", "hereby", "and",
    "after giving effect to the foregoing",
  ]
  static let timeLeads: [StaticString] = [
    "as of", "on and as of", "from and after", "on and after", "on", "in the event", "for purposes", "for the purpose",
    "with respect to", "after", "prior to", "before", "at", "for the", "with effect", "in connection with the closing",
    "in respect of",
    "immediately following", "immediately upon", "immediately after", "following", "from the", "pending", "for so long",
    "so long as",
  ]

  /// The provision that is all a stretch names, behind its label: "Section 4.2: "ten" is replaced".
  func provision(_ stretch: Range<Int>) -> InstructionNoun? {
    let start = words.behindLabel(stretch.lowerBound, before: stretch.upperBound)
    var nouns = InstructionNounParser(words: words, facts: facts, at: words[start] == "in" ? start + 1 : start)
    let noun = nouns.noun(before: stretch.upperBound)
    guard case .provision = noun else { return nil }
    return nouns.passDocument(before: stretch.upperBound) && nouns.at == stretch.upperBound ? noun : nil
  }

  /// The provision that a line names whose items ask for changes of it: "In Section 2.2:".
  static func holder(_ words: InstructionWords, _ facts: InstructionFacts) -> InstructionNoun? {
    guard words.count > 1, words[words.count - 1] == ":" else { return nil }
    let none = MainVerb(at: words.count, phrase: words.count, verb: .amend, form: .base)
    return InstructionParser(words, facts, none).provision(0..<words.count - 1)
  }

  /// Where "In clause 4.2 of the Lease" ends before words in quotation marks or what stands for them; nil for what leads otherwise.
  func containerEnd(_ start: Int) -> Int? {
    guard ["in", "under"].contains(words[start]) else { return nil }
    var nouns = InstructionNounParser(words: words, facts: facts, at: start + 1)
    guard case .provision = nouns.noun(before: verb.phrase), nouns.passDocument(before: verb.phrase) else { return nil }
    // "(as varied by paragraph 1 of this Deed)"
    if words[nouns.at] == "(", words[nouns.at + 1] == "as",
      let close = (nouns.at..<verb.phrase).first(where: { words[$0] == ")" })
    {
      nouns.at = close + 1
    }
    let end = nouns.at
    guard end < verb.phrase else { return nil }
    let isNoun =
      words[end] == "the" && ["words", "word", "figure", "number", "sum", "amount", "phrase", "date"].contains(words[end + 1])
    let isNew = words.matches("the following", at: end) || words.matches("a new", at: end)
    return words.quote(end) != nil || isNoun || isNew || ["for", "after", "before"].contains(words[end]) ? end : nil
  }

  /// Where "With effect from 1 September 2016 (the "Variation Date")" or "On and from the Completion Date" ends, where no comma ends it.
  func dayEnd(_ start: Int) -> Int? {
    guard words.length(ofAny: Self.timeLeads, at: start) != nil || InstructionLimit.starters.contains(words[start]) else {
      return nil
    }
    let near = start..<min(verb.phrase, start + 12)
    var end: Int
    if let year = near.first(where: { words[$0].figures.map { (1900...2200).contains($0.number) } ?? false }) {
      end = year + 1
    } else if let date = near.first(where: { words[$0] == "date" && words.isCapital($0) && words.reference($0 + 1) != nil }) {
      end = date + 1
    } else {
      return nil
    }
    if words[end] == "(", let close = (end..<verb.phrase).first(where: { words[$0] == ")" }) { end = close + 1 }
    return end < verb.phrase && ![",", "and", "to", "until", "through"].contains(words[end]) ? end : nil
  }

  /// The end of the lead of who asks without a subject: "for "ten" substitute", "For clause 2.3 there shall be substituted".
  func leadBeforeVerb(_ start: Int) -> Int? {
    let end = words[verb.phrase - 1] == "there" ? verb.phrase - 1 : verb.phrase
    guard verb.form == .base || end < verb.phrase, start < end, [.insert, .substitute, .delete, .replace].contains(verb.verb),
      ["for", "after", "before", "at", "in"].contains(words[start]), !(start..<end).contains(where: { words[$0] == "," })
    else { return nil }
    return end
  }

  /// "Effective as of May 1, 2016, ", "In Section 3.1, ", "Pursuant to Section 9, ".
  mutating func readLead(_ lead: Range<Int>) {
    var lead = lead
    while lead.count > 1, [",", ":"].contains(words[lead.upperBound - 1]) { lead = lead.lowerBound..<lead.upperBound - 1 }
    guard !lead.isEmpty else { return }
    // "In Clause 5.2 of the Agreement, for the words "ten days", the words …"
    if let other = lead.dropFirst().first(where: {
      words[$0] == "for" && (words[$0 - 1] == "," || words.reference($0 - 1) != nil) || isPlace($0) && words[$0 - 1] == ","
    }) {
      readLead(lead.lowerBound..<other)
      readLead(other..<lead.upperBound)
      return
    }
    if ["in", "under", "from", "throughout"].contains(words[lead.lowerBound]) {
      var nouns = InstructionNounParser(words: words, facts: facts, at: lead.lowerBound + 1)
      let noun = nouns.noun(before: lead.upperBound)
      switch noun {
      case .provision, .part, .item, .definitions, .several:
        instruction.operations = [InstructionOperation(verb: .amend, container: noun)]
      case .agreement: break
      default: if Self.harmlessLeads.first(where: { words.matches($0, at: lead.lowerBound) }) == nil { doubt(Self.unclear) }
      }
      return
    }
    if words[lead.lowerBound] == "for" {
      var nouns = InstructionNounParser(words: words, facts: facts, at: lead.lowerBound + 1)
      let noun = nouns.noun(before: lead.upperBound)
      if takesPlace(noun) {
        // "For the words "ten days" in clause 5.1 of the Agreement there shall be substituted"
        if nouns.at < lead.upperBound, ["in", "of", "from"].contains(words[nouns.at]),
          let held = provision(nouns.at + 1..<lead.upperBound)
        {
          instruction.operations = [InstructionOperation(verb: .amend, container: held)]
          nouns.at = lead.upperBound
        }
        if nouns.at == lead.upperBound {
          replaced = noun
          return
        }
      }
    }
    if isPlace(lead.lowerBound), let (kind, length) = place(lead.lowerBound) {
      var nouns = InstructionNounParser(words: words, facts: facts, at: lead.lowerBound + length)
      let noun = nouns.noun(before: lead.upperBound)
      if !isUnknown(noun), nouns.at == lead.upperBound {
        instruction.place = (kind, noun)
        return
      }
    }
    if words.length(ofAny: Self.harmlessLeads, at: lead.lowerBound) != nil { return }
    // The "Effective" of "On and as of the Amendment Effective Date" is part of a name.
    if let limit = lead.first(where: { index in
      InstructionLimit.starters.contains(words[index])
        && !(index > lead.lowerBound && words.isCapital(index) && words.isCapital(index + 1))
    }) {
      instruction.limits.append(words.range(limit..<lead.upperBound))
    } else if words.length(ofAny: Self.timeLeads, at: lead.lowerBound) != nil {
      instruction.limits.append(words.range(lead))
    } else if !lead.allSatisfy({ words.isCapital($0) || words.kind($0) != .word || words[$0] == "and" || words[$0] == "," }) {
      doubt(Self.unclear)
    }
  }

  /// Whether the lead of an insertion says where: "after "post"", "At the end of clause 6.2".
  func isPlace(_ index: Int) -> Bool {
    verb.verb == .insert && words[index] != "following" && place(index) != nil
  }

  /// Whether something can go out for words that come in: other words, or a provision.
  func takesPlace(_ noun: InstructionNoun) -> Bool {
    switch noun {
    case .words, .provision, .item, .part: true
    default: false
    }
  }
}
