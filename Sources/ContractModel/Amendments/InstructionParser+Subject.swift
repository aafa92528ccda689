/// What an instruction is said of, before its verb: "Section 2 of the Lease", "The words "ten" in Section 3.1".
extension InstructionParser {
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
      // "Section 2.3 - The reference to "ten" is changed"
      case "-" where depth == 0 && words.isCapital(index + 1) && provision(start..<index) != nil:
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
          readLead(unread..<segment)
          readLead(segment..<end)
          (segment, unread) = (end, end)
          continue
        }
        if let end = leadBeforeVerb(segment) {
          readLead(unread..<segment)
          readLead(segment..<end)
          at = verb.phrase
          return
        }
        if let term = revalued(segment) {
          readLead(unread..<segment)
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
        if segment >= verb.phrase, verb.form != .participle {
          readLead(unread..<segment)
          at = verb.phrase
          return
        }
        if words[segment] == "the" || words.kind(segment) != .word || segment < verb.phrase { continue }
        break
      }
      readLead(unread..<segment)
      instruction.subject = noun
      if case .agreement(let name) = noun { instruction.paper = name }
      if case .provision = noun, words[nouns.at] == "thereof" { instruction.pointsBack = true }
      // "Section 5.4 of this Amendment is deleted"
      if case .provision = noun, words.reference(nouns.at - 1) != nil, facts.isOwn(words, nouns.at - 1) {
        doubt("it is of the amendment itself")
      }
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
        } else {
          readTailWord(here)
        }
      }
    }
  }
}
