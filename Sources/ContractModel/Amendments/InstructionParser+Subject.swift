/// What an instruction is said of, before its verb: "Section 2 of the Lease", "In Section 3.1, the words …".
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

  mutating func readSubject() {
    var start = 0
    // Behind a label, a heading and its period or colon: "1. Rent. Section 2 is", "PURCHASE PRICE: Section 2 is".
    var depth = 0
    var heldBefore: InstructionNoun?
    for index in 0..<verb.phrase {
      switch words[index] {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      // "In clause 3.2: delete": what stands before the colon says in what.
      case ":" where index + 1 < verb.phrase || verb.form != .base:
        heldBefore = provision(start..<index)
        start = index + 1
      case "." where depth == 0:
        let next = index + 1
        if words.isCapital(next) || words.kind(next) != .word || words[next] == "(" { start = next }
      default: break
      }
    }
    start = behindLabel(start)
    // "The parties agree that Section 2 is"
    if let that = (start..<max(start, verb.phrase)).last(where: { words[$0] == "that" && words[$0 + 1] != "certain" }),
      (start..<that).contains(where: { ["agree", "agrees", "agreed", "acknowledge", "confirm"].contains(words[$0]) })
    {
      start = that + 1
    }
    if let heldBefore { instruction.operations = [InstructionOperation(verb: .amend, container: heldBefore)] }
    guard start < verb.phrase else { return }
    at = start
    // The subject begins behind leads, which end in commas; those before `unread` are read.
    var segment = start
    var unread = start
    while true {
      var nouns = InstructionNounParser(words: words, facts: facts, at: segment)
      let noun = nouns.noun(before: verb.phrase)
      if case .unknown = noun {
        // "In clause 4.2 of the Lease "ten" is replaced": no comma ends what leads.
        if let end = containerEnd(segment) ?? dayEnd(segment) {
          if segment > unread { readLead(unread..<segment) }
          readLead(segment..<end)
          (segment, unread) = (end, end)
          continue
        }
        if let end = leadBeforeVerb(segment) {
          if segment > unread { readLead(unread..<segment) }
          readLead(segment..<end)
          instruction.subject = .unknown
          at = verb.phrase
          return
        }
        if let term = revalued(segment) {
          if segment > unread { readLead(unread..<segment) }
          instruction.subject = .definitions([term], in: nil)
          at = verb.phrase
          return
        }
        // "The deposit set forth in Section 4.2 is increased from $50,000 to $60,000": what it is of tells where.
        if verb.verb == .revalue, let index = (segment..<verb.phrase).compactMap({ words.reference($0) }).last,
          !(segment..<verb.phrase).contains(where: { words[$0] == "," })
        {
          instruction.subject = .provision(index)
          at = verb.phrase
          return
        }
        guard let comma = (segment..<verb.phrase).first(where: { [",", ":"].contains(words[$0]) && isOutside($0, segment) }) else {
          break
        }
        segment = comma + 1
        // "In clause 3.1, delete": who is told to stands nowhere, and the lead says in what.
        if segment >= verb.phrase, verb.form == .base {
          readLead(unread..<segment)
          instruction.subject = .unknown
          at = verb.phrase
          return
        }
        if words[segment] == "the" || words.kind(segment) != .word || segment < verb.phrase { continue }
        break
      }
      if segment > unread { readLead(unread..<segment) }
      instruction.subject = noun
      if case .agreement(let name) = noun { instruction.paper = name }
      if case .provision = noun, words[nouns.at] == "thereof" { instruction.pointsBack = true }
      if let held = nouns.container ?? heldBefore {
        let isEverywhere = ["all", "each", "every", "any"].contains(words[segment])
        instruction.operations = [InstructionOperation(verb: .amend, container: held, isEverywhere: isEverywhere)]
      }
      at = nouns.at
      readTail()
      return
    }
    // Nothing was understood, but words that limit it are told all the same.
    if let limit = (start..<verb.phrase).first(where: { InstructionLimit.starters.contains(words[$0]) }) {
      instruction.limits.append(words.range(limit..<verb.phrase))
    }
    instruction.subject = .unknown
  }

  /// The provision that is all a stretch names, behind its label: "Section 4.2: "ten" is replaced".
  private func provision(_ stretch: Range<Int>) -> InstructionNoun? {
    let start = words.behindLabel(stretch.lowerBound, before: stretch.upperBound)
    var nouns = InstructionNounParser(words: words, facts: facts, at: words[start] == "in" ? start + 1 : start)
    let noun = nouns.noun(before: stretch.upperBound)
    guard case .provision = noun else { return nil }
    if ["of", "to"].contains(words[nouns.at]) {
      nouns.at += words[nouns.at + 1] == "the" ? 2 : 1
      guard nouns.document(stretch.upperBound) != nil else { return nil }
    }
    return nouns.at == stretch.upperBound ? noun : nil
  }

  /// The provision that a line names whose items ask for changes of it: "In Section 2.2:".
  static func holder(_ words: InstructionWords, _ facts: InstructionFacts) -> InstructionNoun? {
    guard words.count > 1, words[words.count - 1] == ":" else { return nil }
    let none = MainVerb(at: words.count, phrase: words.count, verb: .amend, form: .base)
    return InstructionParser(words, facts, none).provision(0..<words.count - 1)
  }

  /// Where "In clause 4.2 of the Lease" ends before words in quotation marks or what stands for them; nil for what leads otherwise.
  private func containerEnd(_ start: Int) -> Int? {
    guard ["in", "under"].contains(words[start]) else { return nil }
    var nouns = InstructionNounParser(words: words, facts: facts, at: start + 1)
    guard case .provision = nouns.noun(before: verb.phrase) else { return nil }
    if ["of", "to", "in"].contains(words[nouns.at]) {
      nouns.at += words[nouns.at + 1] == "the" ? 2 : 1
      guard nouns.document(verb.phrase) != nil else { return nil }
    }
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
  private func dayEnd(_ start: Int) -> Int? {
    guard
      words.length(ofAny: Self.timeLeads + ["on and from"], at: start) != nil || InstructionLimit.starters.contains(words[start])
    else { return nil }
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
  private func leadBeforeVerb(_ start: Int) -> Int? {
    let end = words[verb.phrase - 1] == "there" ? verb.phrase - 1 : verb.phrase
    guard verb.form == .base || end < verb.phrase, start < end, [.insert, .substitute, .delete, .replace].contains(verb.verb),
      ["for", "after", "before", "at", "in"].contains(words[start]), !(start..<end).contains(where: { words[$0] == "," })
    else { return nil }
    return end
  }

  /// The paper that what is changed is said to be in, where no reference tells: "the definition of "Vessel" in the Pledge Agreement".
  mutating func readPaper() {
    guard instruction.paper == nil, !(0..<verb.phrase).contains(where: { words.reference($0) != nil }) else { return }
    let end = verb.form == .participle ? verb.phrase : words.count
    for index in 0..<end where words.kind(index) == .word && ["in", "of", "under", "from"].contains(words[index]) {
      var next = index + 1
      while ["the", "that", "said", "such"].contains(words[next]) { next += 1 }
      var nouns = InstructionNounParser(words: words, facts: facts, at: next)
      guard next < end, let name = nouns.document(end) else { continue }
      instruction.paper = name
      return
    }
  }

  /// The paper that a heading says is changed: "Amendments to the Note."
  static func headingPaper(_ words: InstructionWords, _ facts: InstructionFacts) -> Range<Int>? {
    guard words.count < 16, words.lexemes.indices.contains(where: { ["amendment", "amendments", "changes"].contains(words[$0]) })
    else {
      return nil
    }
    for index in words.lexemes.indices where ["to", "of"].contains(words[index]) {
      var nouns = InstructionNounParser(words: words, facts: facts, at: words[index + 1] == "the" ? index + 2 : index + 1)
      if let name = nouns.document(words.count) { return name }
    }
    return nil
  }

  /// Whether a place is outside brackets that open behind another.
  func isOutside(_ place: Int, _ start: Int) -> Bool {
    (start..<place).count { words[$0] == "(" } <= (start..<place).count { words[$0] == ")" }
  }

  /// The term that gets another value: "The Expiration Date under the Lease is extended".
  func revalued(_ start: Int) -> Range<Int>? {
    guard verb.verb == .revalue else { return nil }
    let first = words[start] == "the" ? start + 1 : start
    var end = first
    while end < verb.phrase, words.isCapital(end) { end += 1 }
    return end > first ? words.range(first..<end) : nil
  }

  func behindLabel(_ start: Int) -> Int { words.behindLabel(start, before: verb.phrase) }

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
  private func isPlace(_ index: Int) -> Bool {
    verb.verb == .insert && words[index] != "following" && place(index) != nil
  }

  /// Whether something can go out for words that come in: other words, or a provision.
  private func takesPlace(_ noun: InstructionNoun) -> Bool {
    switch noun {
    case .words, .provision, .item, .part: true
    default: false
    }
  }

  /// What stands between the subject and its verb: "of the Lease", "(Upkeep)", "which provides: …".
  mutating func readTail() {
    while at < verb.phrase {
      let here = at
      at += 1
      switch words.kind(here) {
      case .reference?:
        if case .words = instruction.subject, instruction.operations.isEmpty,
          ["in", "of", "from", "under"].contains(words[here - 1]),
          let index = words.reference(here), !facts.isItem(index)
        {
          // "The words "and in the Territory" in clause 2.1 shall be deleted"
          instruction.operations = [InstructionOperation(verb: .amend, container: .provision(index))]
        } else if ["and", "or", ","].contains(words[here - 1]) {
          doubt(Self.several)
        } else if !["by", "under", "pursuant", "to"].contains(words[here - 1]) {
          doubt("which provision it is a part of is not certain")
        }
      case .quote?:
        let names: Set<Word> = ["entitled", "titled", "captioned", "headed", "heading", "designated", "called", "the", "("]
        let isAbout = (0..<here).contains { ["related", "relating", "regarding", "concerning", "entitled"].contains(words[$0]) }
        let isBehindReference =
          words.reference(here - 1) != nil || [",", "-", "."].contains(words[here - 1]) && words.reference(here - 2) != nil
        if !names.contains(words[here - 1]), !isBehindReference, !isAbout { doubt(Self.unclear) }
      case .newWords?:
        // "Section 3.1, which provides: …" gives the words as they are.
        break
      default:
        if words[here] == "(", let close = (here..<verb.phrase).first(where: { words[$0] == ")" }) {
          // "Section 3.1 (other than its first sentence) is deleted"
          if ["other", "except", "excluding", "but", "save", "without"].contains(words[here + 1]) { doubt(Self.ambiguousPart) }
          at = close + 1
        } else if InstructionLimit.starters.contains(words[here]),
          !["through", "notwithstanding", "provided"].contains(words[here])
        {
          instruction.limits.append(words.range(here..<verb.phrase))
          at = verb.phrase
        } else if words.length(
          ofAny: [
            "with respect to", "as it relates", "as they relate", "as applied", "to the extent", "relating to", "in so far",
            "from the day",
            "from the date", "from and after", "in respect of", "for the month", "for the months", "for the calendar",
            "for the year",
          ],
          at: here) != nil
        {
          instruction.limits.append(words.range(here..<verb.phrase))
          at = verb.phrase
        } else if ["item", "items", "row", "rows", "entry", "entries", "line", "lines", "column", "columns", "figure", "bullet"]
          .contains(words[here])
        {
          // "Schedule 1, Item 4 is deleted", "the third row of Schedule 1"
          doubt(Self.ambiguousPart)
        } else if ["sentence", "sentences", "paragraph", "paragraphs", "proviso", "definition", "definitions", "table"].contains(
          words[here]), !words.isCapital(here)
        {
          doubt(Self.ambiguousPart)
        }
      }
    }
  }
}
