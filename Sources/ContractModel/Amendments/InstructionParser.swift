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
    /// The name of the paper that is said to be changed, in the reading text.
    var paper: Range<Int>?
    /// Whether it is the one spoken of before: "Section 3.04 thereof".
    var pointsBack = false
    /// Where words come in, where the sentence begins with that: "At the end of clause 6.2 there is added".
    var place: (kind: InstructionOperation.Place, noun: InstructionNoun?)?
    /// Whether it holds words that nothing was made of.
    var hasUnread = false
    /// Why it cannot be carried out, as something in it was not understood.
    var doubt: String?

    /// Whether it names what it changes, before its verb or behind it.
    var namesPlace: Bool {
      func names(_ noun: InstructionNoun?) -> Bool {
        switch noun {
        case nil, .unknown?, .agreement?, .pronoun?: false
        default: true
        }
      }
      return names(subject) || place != nil || operations.contains { names($0.container) || names($0.object) }
    }
  }

  let words: InstructionWords
  let facts: InstructionFacts
  let verb: MainVerb
  var at = 0
  var instruction = Instruction()
  /// What holds the words of the last noun phrase.
  var heldIn: InstructionNoun?
  /// What goes out, where the sentence begins with it: "for the words "ten days", the words "five days" shall be substituted".
  var replaced: InstructionNoun?

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
    parser.readPaper()
    let isAsking = parser.instruction.operations.contains { $0.verb != .amend || $0.words != nil }
    if parser.instruction.hasUnread, isAsking { parser.doubt(unread) }
    return parser.instruction
  }

  init(_ words: InstructionWords, _ facts: InstructionFacts, _ verb: MainVerb) {
    self.words = words
    self.facts = facts
    self.verb = verb
  }

  mutating func doubt(_ reason: String) { instruction.doubt = instruction.doubt ?? reason }

  mutating func readOperations() {
    let lead = instruction.operations.first?.container
    let isEverywhere = instruction.operations.first?.isEverywhere ?? false
    instruction.operations = []
    at = verb.at
    var operation = InstructionOperation(verb: .amend, object: instruction.subject, container: lead, isEverywhere: isEverywhere)
    // Of several each is the subject in its turn.
    if case .several = instruction.subject { operation.object = nil }
    // "there shall be substituted the following clause", "there is added "first class"": what comes in stands behind the verb.
    if verb.form == .participle, words[verb.phrase - 1] == "there" {
      at = verb.at + 1
      operation = InstructionOperation(verb: verb.verb, container: lead)
      readIncoming(&operation)
    }
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
          if at == verb.at + 1 { readIncoming(&operation) } else { readArgument(of: &operation) }
        }
      } else {
        readFurther(&operation)
      }
    }
    instruction.operations.append(operation)
  }

  /// What the main verb is said of, and what the sentence began with: where words come in, and what goes out for them.
  private mutating func readIncoming(_ operation: inout InstructionOperation) {
    if operation.verb == .insert { operation.place = instruction.place }
    guard operation.verb == .substitute, let replaced else { return readArgument(of: &operation) }
    operation.verb = .replace
    operation.object = replaced
    readNew(&operation)
  }

  /// A participle says more of the same, "amended and restated", or something else of it: "deleted, and the following is added".
  mutating func begin(_ operation: inout InstructionOperation, _ verb: InstructionVerb, _ word: Word) {
    switch (operation.verb, verb) {
    case (_, .amend): return
    // "is hereby superseded and replaced"
    case (verb, verb) where operation.words == nil && operation.new == nil: return
    case (.delete, .substitute), (.delete, .replace): operation.verb = .replace
    // "is deleted and "[Reserved]" is inserted in lieu thereof": the words stand before their verb.
    case (.delete, .insert) where operation.words != nil && operation.new == nil:
      operation.verb = .replace
      return
    case (.amend, _), (.restate, .replace), (.replace, .restate), (.delete, .restate): operation.verb = verb
    default:
      instruction.operations.append(operation)
      operation = InstructionOperation(verb: verb, container: operation.container)
      return
    }
    guard verb == .insert || verb == .substitute else { return }
    if let replaced, case .words(let range)? = operation.object {
      operation.verb = .replace
      operation.words = range
      operation.object = replaced
      return
    }
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
  func verbForm(_ index: Int) -> (verb: InstructionVerb, form: InstructionVerb.Form)? {
    guard words.kind(index) == .word else { return nil }
    guard let (found, form) = InstructionVerb.of(words[index]) else {
      if words.matches("no further force", at: index) || words.matches("null and void", at: index) { return (.delete, .participle) }
      // "shall cease to have effect", "shall become": the main verb is told by more than its word; "read" says what follows by itself.
      return index == verb.at && verb.verb != .amend ? (verb.verb, verb.form) : nil
    }
    if words[index - 1] == "as" || words[index - 2] == "as" && ["so", "further", "hereby"].contains(words[index - 1]) {
      return nil
    }
    if form == .base, index != verb.at, !["to", "and", "hereby", ",", ")"].contains(words[index - 1]) { return nil }
    return (found, form)
  }

  mutating func noun() -> InstructionNoun {
    var nouns = InstructionNounParser(words: words, facts: facts, at: at)
    let noun = nouns.noun(before: words.count)
    if case .unknown = noun { return noun }
    at = nouns.at
    heldIn = nouns.container
    return noun
  }

  /// What an active verb is said of: "deleting the words …", "adding the following …".
  mutating func readArgument(of operation: inout InstructionOperation) {
    let isAdding = operation.verb == .insert || operation.verb == .substitute
    if isAdding {
      // "inserting, immediately after the second sentence thereof, the following"
      passOrder()
      // "inserting after "the" the word "net"", "substituting in its place the following", "substituting for "ten" "five""
      if place(at) != nil || words[at] == "for" || words.length(ofAny: Self.inPlaceOf, at: at) != nil { return }
      if readPronounPlace(&operation), at >= words.count { return }
    }
    // "by striking out "ten""
    if words[at] == "out" { at += 1 }
    // "deleting from Section 3 "ten""
    if operation.verb == .delete, ["from", "in"].contains(words[at]), operation.container == nil {
      at += 1
      readContainer(&operation)
    }
    if readPairs(&operation) { return }
    if ["all", "each", "every"].contains(words[at]) { operation.isEverywhere = true }
    if words.length(ofAny: Self.occurrences, at: at) != nil {
      operation.isEverywhere = true
      at += 3
    } else if words.matches("the first occurrence of", at: at) {
      operation.isAtFirst = true
      at += 4
    }
    if ["thereto", "therein", "therefrom", "thereafter"].contains(words[at]) { at += 1 }
    if isAdding { passOrder() }
    let noun = noun()
    if case .unknown = noun {
      operation.isObjectUnknown = !isAdding && !isWholeProvision() && namesSomething(at)
      return
    }
    operation.container = operation.container ?? heldIn
    if isAdding { come(noun, into: &operation) } else { operation.object = noun }
  }

  /// Passes over commas and the words that say in what order something comes in: ", in the appropriate alphabetical order,".
  private mutating func passOrder() {
    while words[at] == "," { at += 1 }
    guard words[at] == "in" else { return }
    var next = at + 1
    while ["the", "its", "their", "appropriate", "proper", "correct", "alphabetical", "alphabetic", "numerical"].contains(
      words[next])
    {
      next += 1
    }
    guard next > at + 1, ["order", "position", "sequence", "place"].contains(words[next]),
      !["and", "of"].contains(words[next + 1])
    else { return }
    // "in its place" stands for what goes out.
    guard words[next] != "place" || next > at + 2 else { return }
    at = next + 1
    while words[at] == "," { at += 1 }
  }

  /// Whether an object begins here, and not what says more of the verb: "deleting in its entirety", "deleting and replacing".
  private func namesSomething(_ index: Int) -> Bool {
    guard index < words.count, words.kind(index) == .word else { return false }
    return ![
      "in", "and", ",", "from", "therefrom", ":", "as", "with", "by", "to", "hereby", "completely", "wholly", "entirely",
    ].contains(words[index]) && verbForm(index) == nil
  }

  /// Passes over a name of the whole that is changed, "the entire text thereof", "the section in its entirety"; false where only a part of
  /// it, or something else, is named.
  private mutating func isWholeProvision() -> Bool {
    var next = at
    while ["the", "its", "entire", "whole", "existing", "current", "such", "said", "all", "of"].contains(words[next]) { next += 1 }
    let wholes: Set<Word> = [
      "section", "subsection", "clause", "paragraph", "article", "provision", "text", "contents", "content", "language",
      "definition",
      "exhibit", "schedule", "annex", "wording", "provisions",
    ]
    guard wholes.contains(words[next]) else { return false }
    next += 1
    if ["thereof", "therein", "thereto"].contains(words[next]) { next += 1 }
    let isEntire = words[next] == "in" && ["its", "their"].contains(words[next + 1])
    guard next >= words.count || isEntire || ["and", ",", "with", "by", ".", ":"].contains(words[next]) else { return false }
    at = next
    return true
  }

  func come(_ noun: InstructionNoun, into operation: inout InstructionOperation) {
    operation.new = noun
    if case .words(let range) = noun { operation.words = range }
  }

  static let everywhere: [StaticString] = [
    "wherever", "each place", "every place", "each time", "each instance", "all places", "throughout", "each case",
    "every instance",
    "all instances", "each occurrence",
  ]
  static let occurrences: [StaticString] = [
    "each instance of", "every instance of", "all instances of", "each occurrence of", "every occurrence of", "all occurrences of",
  ]
  static let firstPlaces: [StaticString] = [
    "in the first place where it appears", "in the first place it appears", "where it first appears", "the first time it appears",
    "the first place where it appears", "the first place it appears", "where it first occurs", "in the first place where it occurs",
  ]

  /// A word or more behind the verbs: what holds the object, what comes in, and where; what says nothing is passed over.
  mutating func readFurther(_ operation: inout InstructionOperation) {
    let here = at
    if operation.verb == .delete,
      let length = words.length(ofAny: ["to have effect", "to have any effect", "to have any further effect"], at: here)
    {
      // "Clause 2.3 shall cease to have effect"
      at += length
    } else if operation.verb == .renumber, operation.new != nil, ["and", ","].contains(words[here]),
      (here..<words.count).contains(where: { words.reference($0) != nil && ["as", "to"].contains(words[$0 + 1]) })
    {
      // "Section 3.3 is renumbered as Section 3.4, and Section 3.4 as Section 3.3"
      doubt("it renumbers provisions")
      at = words.count
    } else if words[here] == "other", words[here + 1] == "than" {
      doubt(Self.ambiguousPart)
      at += 2
    } else if let length = words.length(ofAny: Self.everywhere, at: here) {
      operation.isEverywhere = true
      at += length
    } else if ["and", ","].contains(words[here]), readSecondSubject(&operation) {
      return
    } else if let length = words.length(
      ofAny: [
        "in part", "in relevant part", "in pertinent part", "the relevant part", "the pertinent part", "the relevant portion",
        "the pertinent portion", "the part", "that part", "the portion", "that portion", "among other things",
      ], at: here)
    {
      operation.isPartial = true
      at += length
    } else if let length = words.length(ofAny: ["as follows", "as set forth below"], at: here) {
      at += length
    } else if let length = words.length(ofAny: Self.firstPlaces, at: here) {
      operation.isAtFirst = true
      at += length
    } else if operation.verb == .replace, operation.words != nil, ["and", ","].contains(words[here]), readFurtherPair(&operation) {
      return
    } else if words.matches("so that", at: here), operation.words == nil, let reading = readingPair(here + 2) {
      operation.verb = .replace
      operation.object = .words(reading.old)
      operation.words = reading.new
      at = reading.end
    } else if [.delete, .replace].contains(operation.verb), operation.words == nil, isWords(operation.object),
      let length = words.length(ofAny: Self.ends, at: here)
    {
      // "deleting the word "and" at the end of clause (b)"
      operation.isAtEnd = true
      at += length
      if words[at - 1] == "of" { readContainer(&operation) }
    } else if [.delete, .replace].contains(operation.verb), operation.words == nil, isWords(operation.object),
      let (label, next) = itemBehind(here)
    {
      // "deleting the word "and" immediately before clause (c) thereof"
      operation.itemBehind = label
      at = next
    } else if let (kind, length) = place(here), operation.verb == .insert || kind == .after || kind == .before {
      at += length
      readPlace(kind, &operation, isNamed: kind == .after || kind == .before || words[at - 1] == "of")
    } else if readPronounPlace(&operation) {
      if operation.new == nil, [.insert, .substitute].contains(operation.verb) { readArgument(of: &operation) }
    } else if ["read", "reads", "provide", "provides", "state"].contains(words[here]), !words.isCapital(here) {
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
    } else if operation.verb == .insert, operation.new == nil, operation.words == nil, words.matches("a new", at: here) {
      // "There is added to the Agreement a new Section 8"
      readArgument(of: &operation)
    } else if words.matches("which new", at: here), words.reference(here + 2) != nil {
      at += 3
    } else if ["from", "in", "of", "within", "under"].contains(words[here]) {
      at += 1
      readContainer(&operation)
    } else if let length = words.length(ofAny: Self.fillerPhrases, at: here) {
      at += length
    } else {
      at += 1
      readLeftover(here, &operation)
    }
  }

  /// "…, and the following new Section 4.1 is inserted in lieu thereof": another thing is done to another subject.
  mutating func readSecondSubject(_ operation: inout InstructionOperation) -> Bool {
    var start = at
    while ["and", ","].contains(words[start]) { start += 1 }
    var nouns = InstructionNounParser(words: words, facts: facts, at: start)
    let noun = nouns.noun(before: words.count)
    var next = nouns.at
    while ["shall", "is", "are", "be", "hereby", "also", "will"].contains(words[next]) { next += 1 }
    guard next > nouns.at, let (found, form) = InstructionVerb.of(words[next]), form == .participle else { return false }
    let isNew = words.matches("the following", at: start) || words.matches("a new", at: start) || words.matches("new", at: start)
    switch noun {
    case _ where isNew:
      instruction.operations.append(operation)
      operation = InstructionOperation(verb: found)
      come(noun, into: &operation)
    // "and the words "forty" are substituted therefor"
    case .words where [.insert, .substitute].contains(found) && operation.verb == .delete && operation.words == nil:
      operation.verb = .replace
      come(noun, into: &operation)
    // "and Section 5.3 is renumbered as Section 5.2"
    case .provision where [.delete, .renumber].contains(found) && verb.form == .participle:
      instruction.operations.append(operation)
      operation = InstructionOperation(verb: found, object: noun)
    default: return false
    }
    at = next + 1
    return true
  }

  func isUnknown(_ noun: InstructionNoun) -> Bool {
    if case .unknown = noun { return true }
    return false
  }
}
