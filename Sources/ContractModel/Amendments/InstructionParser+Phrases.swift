/// The phrases behind a verb: where words come in, what holds the object, what comes in its place, and what limits it.
extension InstructionParser {
  static let inPlaceOf: [StaticString] = ["in lieu of", "in place of", "in substitution for", "in substitution of"]
  static let inItsPlace: [StaticString] = [
    "in its place and stead", "in its place", "in their place", "in lieu thereof", "in place thereof", "in substitution therefor",
    "in substitution thereof", "therefor", "in its stead", "in their stead", "in replacement thereof", "instead",
  ]

  /// "in its place", "therefor": in the place of what goes out.
  mutating func readPronounPlace(_ operation: inout InstructionOperation) -> Bool {
    guard let length = words.length(ofAny: Self.inItsPlace, at: at) else { return false }
    at += length
    if operation.object == nil { operation.object = .pronoun }
    return true
  }

  static let ends: [StaticString] = [
    "at the end of", "to the end of", "at the end thereof", "to the end thereof", "at the end", "to the end",
  ]
  static let starts: [StaticString] = [
    "at the beginning of", "to the beginning of", "at the start of", "at the beginning thereof", "at the beginning",
    "to the beginning",
  ]

  /// How words at a place say where others come in, and how many they are.
  func place(_ index: Int) -> (kind: InstructionOperation.Place, length: Int)? {
    if let length = words.length(ofAny: Self.ends, at: index) { return (.end, length) }
    if let length = words.length(ofAny: Self.starts, at: index) { return (.start, length) }
    if words[index] == "between" { return (.unclear, 1) }
    let lead = ["immediately", "directly"].contains(words[index]) ? 1 : 0
    switch words[index + lead] {
    case "after", "behind": return (.after, lead + 1)
    case "following" where words[index - 1] != "the" && words.kind(index + lead + 1) != .newWords: return (.after, lead + 1)
    case "before", "preceding": return (.before, lead + 1)
    case "prior" where words[index + lead + 1] == "to": return (.before, lead + 2)
    default: return nil
    }
  }

  /// The label of the item that words at a place say something stands before, and the place behind them: "immediately preceding clause
  /// (c) thereof".
  func itemBehind(_ index: Int) -> (label: [UInt8], next: Int)? {
    var at = index
    while ["immediately", "directly", "appearing", "which", "appears", "that"].contains(words[at]) { at += 1 }
    guard ["before", "preceding", "prior", "precedes"].contains(words[at]) else { return nil }
    at += words[at] == "prior" ? 2 : 1
    while ["the", "existing", "current"].contains(words[at]) { at += 1 }
    var label: [UInt8]?
    if let item = words.reference(at) {
      label = facts.label(item)
      at += 1
    } else if words[at] == "(", words[at + 2] == ")" {
      label = Array("(\(words.text(at + 1..<at + 2)))".utf8)
      at += 3
    }
    if ["thereof", "therein"].contains(words[at]) { at += 1 }
    return label.map { ($0, at) }
  }

  static let limitPhrases: [StaticString] = [
    "with respect to", "to the extent", "as of", "from and after", "on and after", "for purposes of", "for the purposes of",
    "in the event", "for the period", "at such time", "at the closing", "prior to the closing", "at closing", "prior to closing",
    "as needed",
    "on the date", "only with", "only for", "only as to", "only in", "only to", "upon", "in respect of", "for the month",
    "for the months",
    "for the calendar", "for calendar", "for the fiscal", "for fiscal", "for the year", "for the years", "for the remainder",
    "from the day",
    "from the date", "so long as", "for so long", "pending", "with effect from", "with effect on", "with effect as of",
  ]

  /// Words that limit what is asked, to the next comma or the end: ", effective May 1, 2016,", "; provided that …".
  mutating func limit() -> Range<Int>? {
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

  mutating func readPlace(_ kind: InstructionOperation.Place, _ operation: inout InstructionOperation, isNamed: Bool) {
    let noun = isNamed ? noun() : .unknown
    guard operation.verb == .insert else { return doubt(Self.ambiguousPart) }
    // "before the colon at the end thereof"
    // "at the end thereof, before the period": what comes in at the end comes before the mark there.
    if case .mark = noun, kind == .before, let place = operation.place, place.kind == .end { return }
    guard operation.place == nil else {
      operation.place = (.unclear, nil)
      return
    }
    if case .unknown = noun {
      operation.place = kind == .end || kind == .start ? (kind, nil) : (.unclear, nil)
    } else {
      operation.place = (kind, noun)
      if case .mark = noun { operation.container = operation.container ?? heldIn }
      if case .words = noun { operation.container = operation.container ?? heldIn }
    }
    if operation.new == nil { readArgument(of: &operation) }
  }

  /// "to read as follows", "formerly read: …".
  mutating func readReading(_ here: Int, _ operation: inout InstructionOperation) {
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
  mutating func readComplement(_ preposition: Word, _ operation: inout InstructionOperation) {
    switch (operation.verb, preposition) {
    case (.insert, "to"): readContainer(&operation)
    case (.renumber, "as"), (.renumber, "to"):
      // "is renumbered as Section 3.4, and Section 3.4 as Section 3.3"
      if operation.new != nil { doubt("it renumbers provisions") }
      operation.new = noun()
    case (.insert, "as"):
      let back = at
      if readOrdinalPlace(&operation) { return }
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
    // "with the Schedule 1 attached to this Deed"
    case (.replace, "to") where operation.new != nil && ["attached", "appended", "annexed", "scheduled"].contains(words[at - 2]):
      _ = noun()
    case (.replace, _), (.delete, "with"), (.delete, "by"): readNew(&operation)
    case (.restate, "as"), (.restate, "in"), (.amend, "as"):
      let back = at
      // "in the form of Annex 1 hereto"
      at +=
        words.length(
          ofAny: [
            "the form of", "form of", "the form set out in", "the form attached as", "set forth in", "set out in", "set forth on",
          ], at: at) ?? 0
      if case .provision(let index) = noun(), facts.isAttachment(index) { operation.new = .provision(index) } else { at = back }
    case (.revalue, "to"): operation.words = operation.words ?? span(from: at)
    default: break
    }
  }

  /// "from May 31, 2019" of "is extended from May 31, 2019 to May 31, 2021".
  func span(from start: Int) -> Range<Int>? {
    var end = start
    while end < words.count, words.kind(end) == .word, !["to", ";", "and"].contains(words[end]) { end += 1 }
    while end > start, [".", ",", ";"].contains(words[end - 1]) { end -= 1 }
    return end > start ? words.range(start..<end) : nil
  }

  func isWords(_ noun: InstructionNoun?) -> Bool {
    if case .words? = noun { return true }
    return false
  }

  /// "as a new third sentence of Section 3", "as the last sentence of Section 3": behind the one before.
  private mutating func readOrdinalPlace(_ operation: inout InstructionOperation) -> Bool {
    var next = at
    while ["a", "the", "new"].contains(words[next]) { next += 1 }
    let isLast = ["last", "final"].contains(words[next])
    guard words[next + 1] == "sentence", ["of", "in", "to"].contains(words[next + 2]), operation.place == nil,
      isLast || SpelledNumber.ordinals[words[next]] ?? 0 > 1
    else { return false }
    let back = at
    at = next + 3
    guard case .provision(let index) = noun() else {
      at = back
      return false
    }
    let whole = InstructionNoun.provision(index)
    let before = SpelledNumber.ordinals[words[next]].map { $0 - 1 }
    operation.place =
      isLast ? (.end, whole) : (.after, .part(.sentence(Amendment.Pick(first: before ?? 1)), of: whole))
    return true
  }

  // MARK: Several pairs

  /// Words in marks and what takes their place: `"ten" with "five"`, `the word "ten" by "five"`.
  private func pair(_ start: Int) -> (old: Range<Int>, new: Range<Int>, end: Int)? {
    guard let (old, behind) = marked(start), ["with", "by"].contains(words[behind]), let (new, end) = marked(behind + 1) else {
      return nil
    }
    return (old, new, end)
  }

  /// Words in marks, behind what they are called: `the words "ten days"`, `the references to "ten"`.
  private func marked(_ start: Int) -> (words: Range<Int>, end: Int)? {
    var next = start
    while ["the", "word", "words", "phrase", "reference", "references", "to", "figure", "number", "date", "amount", "term"]
      .contains(words[next])
    {
      next += 1
    }
    return words.quote(next).map { ($0, next + 1) }
  }

  /// "replacing "ten" with "five" and "red" with "blue"", "replacing "ten" and "red" with "five" and "blue", respectively": one operation
  /// for each pair.
  mutating func readPairs(_ operation: inout InstructionOperation) -> Bool {
    guard operation.verb == .replace, case (let olds, var next) = listed(at), olds.count > 1 else { return false }
    if ["therein", "thereof"].contains(words[next]) { next += 1 }
    guard ["with", "by"].contains(words[next]), case (let news, var end) = listed(next + 1), news.count == olds.count else {
      return false
    }
    if words[end] == "," { end += 1 }
    guard words[end] == "respectively" else { return false }
    at = end + 1
    let pairs = zip(olds, news).map { old, new in
      var each = operation
      each.object = .words(old)
      each.words = new
      return each
    }
    instruction.operations += pairs.dropLast()
    operation = pairs[pairs.count - 1]
    return true
  }

  /// Words in marks one behind the other, `"ten", "red" and "wet"`, and the place behind them.
  private func listed(_ start: Int) -> (words: [Range<Int>], end: Int) {
    guard let first = marked(start) else { return ([], start) }
    var out = [first.words]
    var end = first.end
    while [",", "and"].contains(words[end]) {
      let behind = words[end] == "," && words[end + 1] == "and" ? end + 2 : end + 1
      guard let next = marked(behind) else { break }
      out.append(next.words)
      end = next.end
    }
    return (out, end)
  }

  /// A further pair behind one: `and "red" with "blue"`.
  mutating func readFurtherPair(_ operation: inout InstructionOperation) -> Bool {
    var start = at
    while ["and", ","].contains(words[start]) { start += 1 }
    guard isWords(operation.object), let found = pair(start) else { return false }
    instruction.operations.append(operation)
    operation.object = .words(found.old)
    operation.words = found.new
    operation.isEverywhere = false
    at = found.end
    return true
  }

  /// "the date "June 30" reads "July 31"" of "so that the date "June 30" reads "July 31"".
  func readingPair(_ start: Int) -> (old: Range<Int>, new: Range<Int>, end: Int)? {
    guard let (old, behind) = marked(start) else { return nil }
    var next = behind
    while ["shall", "will", "now", "hereafter", "instead"].contains(words[next]) { next += 1 }
    guard ["reads", "read", "becomes", "become"].contains(words[next]), let new = words.quote(next + 1) else { return nil }
    return (old, new, next + 2)
  }

  /// What takes the place of the object.
  mutating func readNew(_ operation: inout InstructionOperation) {
    if let range = words.quote(at) {
      take(range, &operation)
      at += 1
      return
    }
    if isWords(operation.object), let (range, next) = words.value(at) {
      take(range, &operation)
      at = next
      return
    }
    let noun = noun()
    switch noun {
    case .words(let range): take(range, &operation)
    // "by the new Annex 1 appended to this Amendment"
    case .newProvision(let index?) where facts.isAttachment(index): operation.new = .provision(index)
    case .following, .newProvision, .ownAttachment: operation.new = noun
    case .provision(let index) where facts.isAttachment(index): operation.new = noun
    case .unknown, .pronoun: break
    case .provision, .item, .part, .agreement, .heading, .definitions, .definitionItem, .mark, .several: doubt(Self.unclear)
    }
  }

  mutating func readContainer(_ operation: inout InstructionOperation) {
    let back = at
    // "changing the address from "9 Oven Street" to "12 Bread Road""
    if [.revalue, .amend].contains(operation.verb), words[back - 1] == "from", let (old, to) = marked(back) ?? words.value(back),
      words[to] == "to", let (new, end) = marked(to + 1) ?? words.value(to + 1)
    {
      if isUnknown(operation.object ?? .unknown) {
        operation.isObjectUnknown = false
      } else {
        operation.container = operation.object
      }
      operation.verb = .replace
      operation.object = .words(old)
      operation.words = new
      at = end
      return
    }
    if operation.verb == .revalue, words[back - 1] == "from", let old = span(from: back) {
      operation.container = operation.object
      operation.object = .words(old)
      while at < words.count, words.lexemes[at].range.lowerBound < old.upperBound { at += 1 }
      return
    }
    let noun = noun()
    switch noun {
    case .provision, .item, .part, .definitions, .definitionItem, .heading, .several:
      if operation.container == nil { operation.container = noun } else { doubt(Self.unclear) }
    case .agreement(let name):
      // "is replaced with "Oak" wherever it appears in the Agreement"
      if operation.isEverywhere, operation.container == nil { operation.container = noun }
      // "is deleted from the First Amendment"
      if instruction.paper == nil { instruction.paper = name }
    case .words, .mark, .following, .newProvision, .ownAttachment, .pronoun, .unknown: at = back
    }
  }

  /// Words that come in, where "the following" or nothing stands for them; first those that stand for what goes out.
  mutating func take(_ range: Range<Int>, _ operation: inout InstructionOperation) {
    if case .following(.words)? = operation.object, operation.verb != .amend {
      operation.object = .words(range)
    } else if operation.words == nil {
      operation.words = range
    } else {
      doubt(Self.unclear)
    }
  }

  /// What no preposition leads.
  mutating func readLeftover(_ here: Int, _ operation: inout InstructionOperation) {
    switch words.kind(here) {
    case .reference?: doubt(["and", ","].contains(words[here - 1]) ? "it asks for several changes at once" : Self.unclear)
    // "the rate for "Handling" with $3.10": the marks name a row and are no new words.
    case .quote? where ["for", "of", "opposite", "against"].contains(words[here - 1]): doubt(Self.ambiguousPart)
    // "by deleting the terms "Commitment" and "Loan"": several go out, and none comes in.
    case .quote? where operation.verb == .delete && isWords(operation.object) && ["and", ",", "or"].contains(words[here - 1]):
      doubt(Self.several)
    case .quote?, .newWords?: take(words.lexemes[here].range, &operation)
    default:
      if words[here] == "(", let close = (here..<words.count).first(where: { words[$0] == ")" }), close - here < 40 {
        if ["it", "provided", "but", "except", "only", "subject", "other"].contains(words[here + 1]) {
          instruction.limits.append(words.range(here + 1..<close))
        }
        at = close + 1
      }
      if isUnread(here) { instruction.hasUnread = true }
      let isPart = ["sentence", "paragraph", "proviso", "definition", "clause"].contains(words[here])
      if isPart, operation.new == nil, operation.words == nil { doubt(Self.ambiguousPart) }
    }
  }
}
