/// One thing that an instruction asks for.
struct InstructionOperation {
  enum Place {
    case end
    case after, before
    /// At a place that no words tell.
    case unclear
  }

  var verb: InstructionVerb
  /// What goes out, or is restated.
  var object: InstructionNoun?
  /// What comes in, as it is named.
  var new: InstructionNoun?
  /// The words that come in, in the reading text.
  var words: Range<Int>?
  var place: (kind: Place, noun: InstructionNoun?)?
  /// What holds the object: "from Section 4", "In Section 3.1, the words …".
  var container: InstructionNoun?
  /// "wherever it appears", "all references to".
  var isEverywhere = false
  /// "to read in part".
  var isPartial = false
  /// "to read as follows".
  var isRead = false
}

/// Reads an instruction: what it names, each thing it asks for, and what limits it.
///
/// A sentence says what is changed before its verb ("Section 2 is deleted", "The words "ten" are deleted from Section 2") or behind it ("by
/// deleting Section 2"). What is left over, that is not a known filler, makes the whole doubtful.
struct InstructionParser {
  /// What a sentence asks for.
  struct Instruction {
    var operations: [InstructionOperation] = []
    var subject: InstructionNoun = .unknown
    /// Ranges of the reading text.
    var limits: [Range<Int>] = []
    /// Why it cannot be carried out, as something in it was not understood.
    var doubt: String?
    /// Whether it says that something is done, and does not merely tell or allow it.
    var isCertain = true
  }

  private let words: InstructionWords
  private let facts: InstructionFacts
  private let verb: MainVerb
  private var at = 0
  private var instruction = Instruction()
  /// What holds the words of the last noun phrase.
  private var heldIn: InstructionNoun?

  static let ambiguousPart = "it changes a part of the provision that is not told apart"
  static let unplaced = "adds words at a place that is not certain"
  static let several = "it names several provisions at once"
  static let unclear = "what it changes was not understood"

  /// Nil where the words ask for nothing.
  static func parse(_ words: InstructionWords, _ facts: InstructionFacts) -> Instruction? {
    guard let verb = MainVerb.find(words), !isTold(words, verb) else { return nil }
    var parser = InstructionParser(words, facts, verb)
    parser.readSubject()
    parser.readOperations()
    return parser.instruction
  }

  private init(_ words: InstructionWords, _ facts: InstructionFacts, _ verb: MainVerb) {
    self.words = words
    self.facts = facts
    self.verb = verb
  }

  private mutating func doubt(_ reason: String) { instruction.doubt = instruction.doubt ?? reason }

  // MARK: What is told and not done

  private static let tellingWords: Set<Word> = [
    "whereas", "nothing", "wish", "wishes", "desire", "desires", "desired", "asked", "asks", "request", "requests", "requested",
    "propose", "proposes", "proposed", "intend", "intends", "want", "wants", "meaning", "construed", "interpreted", "may", "might",
    "whether", "neither",
  ]

  /// "WHEREAS, the Tenant has asked that Section 3 be deleted", "Nothing herein means that it is deleted", "may agree that it be deleted".
  private static func isTold(_ words: InstructionWords, _ verb: MainVerb) -> Bool {
    let before = 0..<max(0, verb.phrase)
    if before.contains(where: { tellingWords.contains(words[$0]) && !(words[$0] == "may" && words.isCapital($0)) }) { return true }
    // "that Section 3 be deleted" is done where the parties agree to it.
    guard let that = before.last(where: { words[$0] == "that" && words[$0 + 1] != "certain" && words.kind($0 - 1) == .word }) else {
      return false
    }
    if words[that - 1] == "provided" || words[that - 1] == "," && words[that - 2] == "provided" { return false }
    let isAgreed = before.contains { $0 < that && ["agree", "agrees", "agreed", "acknowledge", "confirm"].contains(words[$0]) }
    let isRelative = words.kind(that - 1) == .word && words[that - 1] == "so"
    return !isAgreed && !isRelative
  }

  // MARK: The subject

  private static let harmlessLeads: [StaticString] = [
    "pursuant to", "in accordance with", "in consideration", "accordingly", "further", "in addition", "additionally", "also",
    "finally", "first", "second", "third", "fourth", "fifth", "now therefore", "therefore", "the parties", "it is agreed",
    "for the avoidance", "in order to", "to reflect", "by this", "by execution", "by mutual", "hereby", "and",
    "after giving effect to the foregoing",
  ]
  private static let timeLeads: [StaticString] = [
    "as of", "on and as of", "from and after", "on and after", "on", "in the event", "for purposes", "for the purpose",
    "with respect to", "after", "prior to", "before", "at", "for the period", "with effect", "in connection with the closing",
  ]

  private mutating func readSubject() {
    var start = 0
    // Behind a label, a heading and its period or colon: "1. Rent. Section 2 is", "PURCHASE PRICE: Section 2 is".
    var depth = 0
    for index in 0..<verb.phrase {
      switch words[index] {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case ":": start = index + 1
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
    guard start < verb.phrase else { return }
    at = start
    // The subject begins behind leads, which end in commas.
    var segment = start
    while true {
      var nouns = InstructionNounParser(words: words, facts: facts, at: segment)
      let noun = nouns.noun(before: verb.phrase)
      if case .unknown = noun {
        if let term = revalued(segment) {
          if segment > start { readLead(start..<segment) }
          instruction.subject = .definitions([term], in: nil)
          at = verb.phrase
          return
        }
        guard let comma = (segment..<verb.phrase).first(where: { words[$0] == "," && isOutside($0, segment) }) else { break }
        segment = comma + 1
        if words[segment] == "the" || words.kind(segment) != .word || segment < verb.phrase { continue }
        break
      }
      if segment > start { readLead(start..<segment) }
      instruction.subject = noun
      if let held = nouns.container {
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

  /// Whether a place is outside brackets that open behind another.
  private func isOutside(_ place: Int, _ start: Int) -> Bool {
    (start..<place).count { words[$0] == "(" } <= (start..<place).count { words[$0] == ")" }
  }

  /// The term that gets another value: "The Expiration Date under the Lease is extended".
  private func revalued(_ start: Int) -> Range<Int>? {
    guard verb.verb == .revalue else { return nil }
    let first = words[start] == "the" ? start + 1 : start
    var end = first
    while end < verb.phrase, words.isCapital(end) { end += 1 }
    return end > first ? words.range(first..<end) : nil
  }

  private func behindLabel(_ start: Int) -> Int { words.behindLabel(start, before: verb.phrase) }

  /// "Effective as of May 1, 2016, ", "In Section 3.1, ", "Pursuant to Section 9, ".
  private mutating func readLead(_ lead: Range<Int>) {
    var lead = lead
    while lead.count > 1, words[lead.upperBound - 1] == "," { lead = lead.lowerBound..<lead.upperBound - 1 }
    guard !lead.isEmpty else { return }
    if ["in", "under", "from", "throughout"].contains(words[lead.lowerBound]) {
      var nouns = InstructionNounParser(words: words, facts: facts, at: lead.lowerBound + 1)
      let noun = nouns.noun(before: lead.upperBound)
      switch noun {
      case .provision, .part, .item, .definitions: instruction.operations = [InstructionOperation(verb: .amend, container: noun)]
      case .agreement: break
      default: if Self.harmlessLeads.first(where: { words.matches($0, at: lead.lowerBound) }) == nil { doubt(Self.unclear) }
      }
      return
    }
    if words.length(ofAny: Self.harmlessLeads, at: lead.lowerBound) != nil { return }
    if let limit = lead.first(where: { InstructionLimit.starters.contains(words[$0]) }) {
      instruction.limits.append(words.range(limit..<lead.upperBound))
    } else if words.length(ofAny: Self.timeLeads, at: lead.lowerBound) != nil {
      instruction.limits.append(words.range(lead))
    } else if !lead.allSatisfy({ words.isCapital($0) || words.kind($0) != .word || words[$0] == "and" || words[$0] == "," }) {
      doubt(Self.unclear)
    }
  }

  /// What stands between the subject and its verb: "of the Lease", "(Upkeep)", "which provides: …".
  private mutating func readTail() {
    while at < verb.phrase {
      let here = at
      at += 1
      switch words.kind(here) {
      case .reference?:
        if ["and", "or", ","].contains(words[here - 1]) {
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
          at = close + 1
        } else if InstructionLimit.starters.contains(words[here]),
          !["through", "notwithstanding", "provided"].contains(words[here])
        {
          instruction.limits.append(words.range(here..<verb.phrase))
          at = verb.phrase
        } else if words.length(
          ofAny: ["with respect to", "as it relates", "as they relate", "as applied", "to the extent", "relating to", "in so far"],
          at: here) != nil
        {
          instruction.limits.append(words.range(here..<verb.phrase))
          at = verb.phrase
        } else if ["sentence", "sentences", "paragraph", "paragraphs", "proviso", "definition", "definitions", "table"].contains(
          words[here]), !words.isCapital(here)
        {
          doubt(Self.ambiguousPart)
        }
      }
    }
  }

  // MARK: What is asked for

  private mutating func readOperations() {
    let lead = instruction.operations.first?.container
    let isEverywhere = instruction.operations.first?.isEverywhere ?? false
    instruction.operations = []
    at = verb.at
    var operation = InstructionOperation(verb: .amend, object: instruction.subject, container: lead, isEverywhere: isEverywhere)
    while at < words.count {
      if let limit = limit() {
        instruction.limits.append(limit)
      } else if let (found, form) = verbForm(at) {
        let word = words[at]
        at += 1
        switch form {
        case .participle: begin(&operation, found, word)
        case .gerund, .base:
          // "by amending and restating"
          if found == .amend, words[at] == "and", verbForm(at + 1)?.verb == .restate { continue }
          // "Amend section 4 to delete "ten"": what is amended holds what goes out.
          let isActive = operation.verb == .amend && verb.form != .participle && operation.object.map { !isUnknown($0) } ?? false
          let holder =
            isActive ? operation.object : verb.form == .participle ? lead : operation.verb == .delete ? nil : operation.container
          if operation.verb != .amend || operation.words != nil { instruction.operations.append(operation) }
          operation = InstructionOperation(verb: found, container: holder)
          readArgument(of: &operation)
        }
      } else {
        readFurther(&operation)
      }
    }
    instruction.operations.append(operation)
  }

  /// A participle says more of the same, "amended and restated", or something else of it: "deleted, and the following is added".
  private mutating func begin(_ operation: inout InstructionOperation, _ verb: InstructionVerb, _ word: Word) {
    switch (operation.verb, verb) {
    case (_, .amend): return
    case (.delete, .substitute), (.delete, .replace): operation.verb = .replace
    case (.amend, _), (.restate, .replace), (.replace, .restate), (.delete, .restate): operation.verb = verb
    default:
      instruction.operations.append(operation)
      operation = InstructionOperation(verb: verb, container: operation.container)
      return
    }
    guard verb == .insert || verb == .substitute else { return }
    if word == "supplemented" {
      operation.place = (.end, nil)
    } else if word == "substituted", case .provision? = operation.object {
      // "cancelled and substituted as follows"
      operation.verb = .replace
    } else {
      operation.new = operation.object
      if case .words(let range)? = operation.object { operation.words = range }
      operation.object = nil
    }
  }

  /// The verb at a place, where it asks for something and does not tell what was: "as amended".
  private func verbForm(_ index: Int) -> (verb: InstructionVerb, form: InstructionVerb.Form)? {
    guard words.kind(index) == .word else { return nil }
    guard let (found, form) = InstructionVerb.of(words[index]) else {
      if words.matches("no further force", at: index) || words.matches("null and void", at: index) { return (.delete, .participle) }
      return index == verb.at && words.matches("references to", at: index) ? (.replace, .participle) : nil
    }
    if words[index - 1] == "as" || words[index - 2] == "as" && ["so", "further", "hereby"].contains(words[index - 1]) {
      return nil
    }
    if form == .base, index != verb.at, !["to", "and", "hereby", ",", ")"].contains(words[index - 1]) { return nil }
    return (found, form)
  }

  private mutating func noun() -> InstructionNoun {
    var nouns = InstructionNounParser(words: words, facts: facts, at: at)
    let noun = nouns.noun(before: words.count)
    if case .unknown = noun { return noun }
    at = nouns.at
    heldIn = nouns.container
    return noun
  }

  /// What an active verb is said of: "deleting the words …", "adding the following …".
  private mutating func readArgument(of operation: inout InstructionOperation) {
    let isAdding = operation.verb == .insert || operation.verb == .substitute
    if isAdding {
      // "inserting after "the" the word "net"", "substituting in its place the following", "substituting for "ten" "five""
      if place(at) != nil || words[at] == "for" || words.length(ofAny: Self.inPlaceOf, at: at) != nil { return }
      if readPronounPlace(&operation), at >= words.count { return }
    }
    if ["all", "each", "every"].contains(words[at]) { operation.isEverywhere = true }
    if ["thereto", "therein", "therefrom", "thereafter"].contains(words[at]) { at += 1 }
    let noun = noun()
    if case .unknown = noun { return }
    operation.container = operation.container ?? heldIn
    if isAdding { come(noun, into: &operation) } else { operation.object = noun }
  }

  private func come(_ noun: InstructionNoun, into operation: inout InstructionOperation) {
    operation.new = noun
    if case .words(let range) = noun { operation.words = range }
  }

  private static let inPlaceOf: [StaticString] = ["in lieu of", "in place of", "in substitution for", "in substitution of"]
  private static let inItsPlace: [StaticString] = [
    "in its place and stead", "in its place", "in their place", "in lieu thereof", "in place thereof", "in substitution therefor",
    "in substitution thereof", "therefor", "in its stead", "in their stead", "in replacement thereof", "instead",
  ]

  /// "in its place", "therefor": in the place of what goes out.
  private mutating func readPronounPlace(_ operation: inout InstructionOperation) -> Bool {
    guard let length = words.length(ofAny: Self.inItsPlace, at: at) else { return false }
    at += length
    if operation.object == nil { operation.object = .pronoun }
    return true
  }

  private static let ends: [StaticString] = [
    "at the end of", "to the end of", "at the end thereof", "to the end thereof", "at the end", "to the end",
  ]
  private static let unclearPlaces: [StaticString] = [
    "at the beginning", "to the beginning", "before the colon", "before the period", "before the semicolon", "between",
  ]

  /// How words at a place say where others come in, and how many they are.
  private func place(_ index: Int) -> (kind: InstructionOperation.Place, length: Int)? {
    if let length = words.length(ofAny: Self.ends, at: index) { return (.end, length) }
    if let length = words.length(ofAny: Self.unclearPlaces, at: index) { return (.unclear, length) }
    let lead = ["immediately", "directly"].contains(words[index]) ? 1 : 0
    switch words[index + lead] {
    case "after", "behind": return (.after, lead + 1)
    case "following" where words[index - 1] != "the" && words.kind(index + lead + 1) != .newWords: return (.after, lead + 1)
    case "before", "preceding": return (.before, lead + 1)
    case "prior" where words[index + lead + 1] == "to": return (.before, lead + 2)
    default: return nil
    }
  }

  private static let limitPhrases: [StaticString] = [
    "with respect to", "to the extent", "as of", "from and after", "on and after", "for purposes of", "for the purposes of",
    "in the event", "for the period", "at such time", "at the closing", "prior to the closing", "at closing", "prior to closing",
    "as needed",
    "on the date", "only with", "only for", "only as to", "only in", "only to", "upon",
  ]

  /// Words that limit what is asked, to the next comma or the end: ", effective May 1, 2016,", "; provided that …".
  private mutating func limit() -> Range<Int>? {
    let start = at
    let isStarter =
      InstructionLimit.starters.contains(words[start])
      && !["immediately", "through", "only", "notwithstanding"].contains(words[start])
    guard isStarter || words.length(ofAny: Self.limitPhrases, at: start) != nil,
      // "dated as of May 1"
      !["dated", "made", "entered"].contains(words[start - 1])
    else { return nil }
    let runsOn = ["provided", "if", "unless", "except", "when"].contains(words[start])
    var end = start + 1
    while end < words.count, words.kind(end) != .newWords, runsOn || words.kind(end) != .quote {
      // The comma of a date ends nothing.
      if !runsOn, words[end] == ",", !(words[end + 1].figures.map { $0.number > 1900 } ?? false) { break }
      if !runsOn,
        words.length(
          ofAny: ["to read", "by deleting", "to provide", "by replacing", "by adding", "by inserting", "as follows"], at: end)
          != nil
      {
        break
      }
      end += 1
    }
    at = end
    return words.range(start..<end)
  }

  private static let everywhere: [StaticString] = [
    "wherever", "each place", "every place", "each time", "each instance", "all places", "throughout", "each case",
    "every instance",
    "all instances", "each occurrence",
  ]
  private static let placeholders: [StaticString] = ["as follows", "as set forth below", "be as set forth below", "the following"]

  /// A word or more behind the verbs: what holds the object, what comes in, and where; what says nothing is passed over.
  private mutating func readFurther(_ operation: inout InstructionOperation) {
    let here = at
    if words.length(ofAny: Self.everywhere, at: here) != nil {
      operation.isEverywhere = true
      at += 1
    } else if ["and", ","].contains(words[here]), readSecondSubject(&operation) {
      return
    } else if words.matches("in part", at: here) {
      operation.isPartial = true
      at += 2
    } else if let length = words.length(ofAny: ["as follows", "as set forth below"], at: here) {
      at += length
    } else if let (kind, length) = place(here), operation.verb == .insert || kind != .end {
      at += length
      readPlace(kind, &operation, isNamed: kind != .end || words[at - 1] == "of")
    } else if readPronounPlace(&operation) {
      if operation.new == nil, [.insert, .substitute].contains(operation.verb) { readArgument(of: &operation) }
    } else if ["read", "reads", "provide", "provides", "state"].contains(words[here]) {
      at += 1
      readReading(here, &operation)
    } else if operation.verb == .substitute || operation.verb == .insert,
      let length = words[here] == "for" ? 1 : words.length(ofAny: Self.inPlaceOf, at: here)
    {
      at += length
      operation.object = noun()
      operation.verb = .replace
      if operation.new == nil, operation.words == nil { readNew(&operation) }
    } else if words.kind(here) == .word, ["with", "by", "as", "to"].contains(words[here]) {
      at += 1
      if verbForm(at) == nil { readComplement(words[here], &operation) }
    } else if ["from", "in", "of", "within", "under"].contains(words[here]) {
      at += 1
      readContainer(&operation)
    } else {
      at += 1
      readLeftover(here, &operation)
    }
  }

  /// "…, and the following new Section 4.1 is inserted in lieu thereof": another thing is done to another subject.
  private mutating func readSecondSubject(_ operation: inout InstructionOperation) -> Bool {
    var start = at
    while ["and", ","].contains(words[start]) { start += 1 }
    guard words.matches("the following", at: start) || words.matches("a new", at: start) || words.matches("new", at: start) else {
      return false
    }
    var nouns = InstructionNounParser(words: words, facts: facts, at: start)
    let noun = nouns.noun(before: words.count)
    var next = nouns.at
    while ["shall", "is", "are", "be", "hereby", "also", "will"].contains(words[next]) { next += 1 }
    guard next > nouns.at, let (found, form) = InstructionVerb.of(words[next]), form == .participle else { return false }
    instruction.operations.append(operation)
    operation = InstructionOperation(verb: found)
    come(noun, into: &operation)
    at = next + 1
    return true
  }

  private mutating func readPlace(_ kind: InstructionOperation.Place, _ operation: inout InstructionOperation, isNamed: Bool) {
    let noun = isNamed ? noun() : .unknown
    guard operation.verb == .insert else { return doubt(Self.ambiguousPart) }
    // "before the colon at the end thereof"
    guard operation.place == nil else {
      operation.place = (.unclear, nil)
      return
    }
    if case .unknown = noun {
      operation.place = kind == .end ? (.end, nil) : (.unclear, nil)
    } else {
      operation.place = (kind, noun)
    }
    if operation.new == nil { readArgument(of: &operation) }
  }

  /// "to read as follows", "formerly read: …".
  private mutating func readReading(_ here: Int, _ operation: inout InstructionOperation) {
    let tellsOld = ["formerly", "previously", "currently", "presently", "now", "which"].contains(words[here - 1])
    if tellsOld, words[here - 1] != "now" || words[here] == "reads", operation.verb != .insert {
      guard let old = (at..<words.count).first(where: { [.newWords, .quote].contains(words.kind($0)) }) else { return }
      operation.container = operation.container ?? operation.object
      operation.object = .words(words.lexemes[old].range)
      operation.verb = .replace
      at = old + 1
      return
    }
    if operation.verb == .amend { operation.verb = .restate }
    operation.isRead = true
  }

  /// "replaced with "five"", "changed to "five"", "added to Section 2", "added as Section 4".
  private mutating func readComplement(_ preposition: Word, _ operation: inout InstructionOperation) {
    switch (operation.verb, preposition) {
    case (.insert, "to"): readContainer(&operation)
    case (.insert, "as"):
      let back = at
      switch noun() {
      case .provision(let index), .newProvision(let index?): operation.new = .newProvision(index)
      case .newProvision(nil): operation.new = .newProvision(nil)
      default: at = back
      }
    case (.insert, "with"), (.insert, "by"):
      // "supplemented with the following"
      if operation.words == nil { come(noun(), into: &operation) }
    case (.amend, "to") where isWords(operation.object):
      readNew(&operation)
      operation.verb = .replace
    case (.replace, _), (.delete, "with"), (.delete, "by"): readNew(&operation)
    case (.restate, "as"), (.restate, "in"), (.amend, "as"):
      let back = at
      if case .provision(let index) = noun(), facts.isAttachment(index) { operation.new = .provision(index) } else { at = back }
    case (.revalue, "to"): operation.words = operation.words ?? span(from: at)
    default: break
    }
  }

  /// "from May 31, 2019" of "is extended from May 31, 2019 to May 31, 2021".
  private func span(from start: Int) -> Range<Int>? {
    var end = start
    while end < words.count, words.kind(end) == .word, !["to", ";", "and"].contains(words[end]) { end += 1 }
    while end > start, [".", ",", ";"].contains(words[end - 1]) { end -= 1 }
    return end > start ? words.range(start..<end) : nil
  }

  private func isUnknown(_ noun: InstructionNoun) -> Bool {
    if case .unknown = noun { return true }
    return false
  }

  private func isWords(_ noun: InstructionNoun?) -> Bool {
    if case .words? = noun { return true }
    return false
  }

  /// What takes the place of the object.
  private mutating func readNew(_ operation: inout InstructionOperation) {
    if let range = words.quote(at) {
      take(range, &operation)
      at += 1
      return
    }
    let noun = noun()
    switch noun {
    case .words(let range): take(range, &operation)
    case .following, .newProvision: operation.new = noun
    case .provision(let index) where facts.isAttachment(index): operation.new = noun
    case .unknown, .pronoun: break
    case .provision, .item, .part, .agreement, .heading, .definitions: doubt(Self.unclear)
    }
  }

  private mutating func readContainer(_ operation: inout InstructionOperation) {
    let back = at
    if operation.verb == .revalue, words[back - 1] == "from", let old = span(from: back) {
      operation.container = operation.object
      operation.object = .words(old)
      while at < words.count, words.lexemes[at].range.lowerBound < old.upperBound { at += 1 }
      return
    }
    let noun = noun()
    switch noun {
    case .provision, .item, .part, .definitions, .heading:
      if operation.container == nil { operation.container = noun } else { doubt(Self.unclear) }
    case .agreement: break
    case .words, .following, .newProvision, .pronoun, .unknown: at = back
    }
  }

  /// Words that come in, where "the following" or nothing stands for them; first those that stand for what goes out.
  private mutating func take(_ range: Range<Int>, _ operation: inout InstructionOperation) {
    if case .following(.words)? = operation.object, operation.verb != .amend {
      operation.object = .words(range)
    } else if operation.words == nil {
      operation.words = range
    } else {
      doubt(Self.unclear)
    }
  }

  /// What no preposition leads.
  private mutating func readLeftover(_ here: Int, _ operation: inout InstructionOperation) {
    switch words.kind(here) {
    case .reference?: doubt(["and", ","].contains(words[here - 1]) ? "it asks for several changes at once" : Self.unclear)
    case .quote?, .newWords?: take(words.lexemes[here].range, &operation)
    default:
      if words[here] == "(", let close = (here..<words.count).first(where: { words[$0] == ")" }), close - here < 40 {
        at = close + 1
      }
      let isPart = ["sentence", "paragraph", "proviso", "definition", "clause"].contains(words[here])
      if isPart, operation.new == nil, operation.words == nil { doubt(Self.ambiguousPart) }
    }
  }
}
