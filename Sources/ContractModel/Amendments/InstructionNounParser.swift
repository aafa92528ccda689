/// Reads noun phrases of an instruction: "the first sentence of Section 2.1", "the definitions of "Rent" and "Term"", "the words "ten"".
struct InstructionNounParser {
  let words: InstructionWords
  let facts: InstructionFacts
  var at: Int
  /// What holds the words that were read, where the phrase says so: "the reference in Section 3.1 to "ten"".
  private(set) var container: InstructionNoun?

  init(words: InstructionWords, facts: InstructionFacts, at: Int) {
    self.words = words
    self.facts = facts
    self.at = at
  }

  static let determiners: Set<Word> = [
    "the", "a", "an", "such", "said", "that", "this", "certain", "each", "all", "both", "any", "entire", "existing", "current",
    "its",
    "their", "two", "three", "four", "then", "foregoing",
  ]
  private static let provisionNouns: Set<Word> = [
    "section", "sections", "subsection", "subsections", "article", "articles", "clause", "clauses",
    "subclause", "subparagraph", "subparagraphs", "item", "items", "covenant", "covenants", "exhibit", "exhibits", "schedule",
    "schedules",
  ]
  private static let textNouns: Set<Word> = [
    "sentence", "sentences", "paragraph", "paragraphs", "language", "text", "proviso", "provision", "provisions", "table", "row",
    "line", "chart",
    "bullet", "parenthetical", "legend",
  ]
  /// What stands before words in quotation marks: "the number "30"", "the reference to "ten"".
  private static let wordNouns: Set<Word> = [
    "word", "words", "phrase", "phrases", "number", "numbers", "figure", "figures", "language", "text", "reference", "references",
    "date", "dates", "sum", "name", "address", "amount", "percentage", "expression", "term", "terms", "letter", "numeral", "symbol",
    "sentence", "parenthetical", "ratio", "price", "rate",
    "clause", "paragraph",
  ]
  static let documents: Set<Word> = [
    "agreement", "lease", "contract", "note", "plan", "letter", "indenture", "loan", "deed", "guaranty", "guarantee", "mortgage",
    "license", "order", "subcontract", "sublease", "terms", "notes", "bond", "bonds", "policy", "bylaws", "instructions",
    "debenture", "warrant", "amendment",
    "charter", "trust", "pledge", "licence", "sublicence", "sublicense", "undertaking", "indemnity",
  ]

  /// The noun phrase that begins here and ends before a place; `unknown` where none is understood.
  mutating func noun(before end: Int) -> InstructionNoun {
    var isNew = false
    var isFollowing = false
    var pointsBack = false
    reading: while at < end {
      switch words[at] {
      case "new", "additional", "another": isNew = true
      case "following":
        isFollowing = true
      case "of" where ["each", "all", "both", "any"].contains(words[at - 1]): break
      case let word where Self.determiners.contains(word):
        if ["such", "said", "that", "this", "foregoing"].contains(word) { pointsBack = true }
      default: break reading
      }
      at += 1
    }
    guard at < end else { return isFollowing ? .following(.words) : .unknown }
    switch words.kind(at) {
    case .reference(let index)?:
      at += 1
      return isNew || isFollowing ? .newProvision(index) : provisions(index, end)
    case .quote?:
      let range = words.lexemes[at].range
      at += 1
      // "Section 2.2. Overdue Rent" of the Lease: the marks hold the name of a provision.
      if let index = facts.reference(opening: range) { return provision(index, end) }
      return .words(range)
    case .newWords?: return isFollowing ? .following(.words) : .unknown
    case .word?, nil: break
    }
    // "the dollar amount "$100""
    if words[at] == "dollar", Self.wordNouns.contains(words[at + 1]) { at += 1 }
    let word = words[at]
    if ["it", "them", "same"].contains(word) {
      at += 1
      return .pronoun
    }
    if word == "definition" || word == "definitions" { return definitions(isFollowing || isNew, end) }
    if word == "defined", ["term", "terms"].contains(words[at + 1]) {
      at += 2
      if isFollowing || isNew { return following(.definitions, end) }
      let names = names(end)
      return names.isEmpty ? .unknown : .definitions(names, in: container(end))
    }
    if !isFollowing, !isNew, Self.itemNouns.contains(word), let item = definitionItem(end) { return item }
    if isFollowing || isNew {
      if ["term", "terms"].contains(word) {
        at += 1
        return following(.definitions, end)
      }
      if Self.provisionNouns.contains(word)
        || ["paragraph", "subparagraph"].contains(word) && (isNew || words.reference(at + 1) != nil)
      {
        at += 1
        // "the following new clause (k)", "a new Section 4"
        if let index = words.reference(at) {
          at += 1
          return .newProvision(index)
        }
        return isNew && !isFollowing ? .newProvision(nil) : following(.provisions, end)
      }
      if Self.textNouns.contains(word) || Self.wordNouns.contains(word) { at += 1 }
      if let range = words.quote(at), at < end {
        at += 1
        return .words(range)
      }
      return .following(.words)
    }
    // "the text of Section 5.02"
    if ["text", "wording", "content", "contents", "provisions"].contains(word), words[at + 1] == "of", at + 2 < end,
      let index = words.reference(at + 2)
    {
      at += 3
      return provision(index, end)
    }
    if let part = part() {
      // "of Section 2", "in the second paragraph of Section 2"
      guard ["of", "in", "to", "under", "contained", "from"].contains(words[at]), at < end else {
        if ["thereof", "therein", "thereto"].contains(words[at]) { at += 1 }
        return .part(part, of: nil)
      }
      let back = at
      at += words[at] == "contained" ? 2 : 1
      switch noun(before: end) {
      case .part: return .unknown
      case .unknown, .agreement, .pronoun:
        at = back
        return .part(part, of: nil)
      case let whole: return .part(part, of: whole)
      }
    }
    if let found = mark(end) { return found }
    if !isFollowing, !isNew, let found = words.value(at), words.isSumOrDay(found.range) {
      at = found.next
      return .words(found.range)
    }
    if Self.wordNouns.contains(word), let found = wordsInMarks(end) { return found }
    // "in lieu of such reference"
    if pointsBack, Self.wordNouns.contains(word) {
      at += 1
      return .pronoun
    }
    // "the heading of Section 7"
    if ["heading", "caption", "title"].contains(word), ["of", "to"].contains(words[at + 1]), at + 2 < end {
      let back = at
      at += 2
      if case .provision(let index) = noun(before: end) { return .part(.heading, of: .provision(index)) }
      at = back
    }
    if Self.attachmentNouns.contains(word), let behind = behindOwn(at + 1) {
      at = behind
      return .ownAttachment
    }
    if Self.provisionNouns.contains(word) || ["paragraph", "provision", "provisions"].contains(word) {
      // "the section of the Lease entitled "Upkeep""
      if let named = (at..<end).first(where: { ["entitled", "titled", "captioned", "headed"].contains(words[$0]) }),
        !(at..<named).contains(where: { words.reference($0) != nil || words.quote($0) != nil }),
        let heading = words.quote(named + 1)
      {
        at = named + 2
        return .heading(heading)
      }
      if pointsBack {
        at += 1
        return .pronoun
      }
      return .unknown
    }
    return document(end).map { .agreement($0) } ?? .unknown
  }

  private static let itemNouns: Set<Word> = [
    "clause", "subclause", "paragraph", "subparagraph", "subsection", "item", "limb", "sub-clause", "sub-paragraph",
  ]

  private static let attachmentNouns: Set<Word> = ["schedule", "appendix", "annex", "annexure", "exhibit", "attachment"]

  /// Behind the words that say that something is the amendment's own: "hereto", "to this deed", "attached to this letter".
  private func behindOwn(_ start: Int) -> Int? {
    var next = start
    if ["attached", "annexed", "appended", "scheduled"].contains(words[next]) { next += 1 }
    if words[next] == "hereto" { return next + 1 }
    guard words[next] == "to", words[next + 1] == "this" else { return nil }
    return next + 3
  }

  /// "the following definitions in Section 1.1".
  mutating func following(_ kind: InstructionNoun.Following, _ end: Int) -> InstructionNoun {
    if let index = self.container(end) { container = .provision(index) }
    return .following(kind)
  }

  /// "the words "ten"", "the reference in Section 3.1 to "ten"", "the sentence in Section 2 stating "…"", "the term "Rent" appearing in
  /// Section 1.1".
  private mutating func wordsInMarks(_ end: Int) -> InstructionNoun? {
    let isTerm = words[at] == "term"
    var next = at + 1
    var held: InstructionNoun?
    if ["in", "contained", "appearing", "set"].contains(words[next]) {
      while ["contained", "appearing", "set", "forth"].contains(words[next]) { next += 1 }
      var nouns = InstructionNounParser(words: words, facts: facts, at: next + 1)
      switch nouns.noun(before: end) {
      case .provision(let index): held = .provision(index)
      case .item(let index, let holder, let part): held = .item(index, of: holder, part: part)
      case .definitionItem(let label, let name, let holder): held = .definitionItem(label, of: name, in: holder)
      case .agreement(let name): held = .agreement(name)
      default: return nil
      }
      next = nouns.at
      while ["of", "the", "in"].contains(words[next]) || words.isCapital(next) && words.kind(next) == .word { next += 1 }
    }
    let links: Set<Word> = [
      "to", "of", "the", "word", "words", "phrase", "number", "figure", "term", "terms", ",", "and", "stating", "which", "that",
      "reads",
      "reading", "states",
    ]
    while links.contains(words[next]), next < end { next += 1 }
    guard next < end, let (range, behind) = words.quote(next).map({ ($0, next + 1) }) ?? amount(next) else { return nil }
    at = behind
    if isTerm, let index = container(end) { return .definitions([facts.trimmed(range)], in: index) }
    container = held
    return .words(range)
  }

  /// A date or an amount without marks behind what it is called: "the date June 30, 2020", "the sum of $4,200".
  private func amount(_ next: Int) -> (Range<Int>, Int)? {
    guard ["date", "sum", "amount", "figure", "number", "percentage", "price", "rate"].contains(words[at]) else { return nil }
    return words.value(next).map { ($0.range, $0.next) }
  }

  /// "first sentence", "last paragraph", "last three sentences", "penultimate sentence".
  private mutating func part() -> Amendment.Part? {
    var pick: Amendment.Pick
    var next = at + 1
    if ["last", "final"].contains(words[at]) {
      pick = Amendment.Pick(first: 1, isFromEnd: true)
    } else if words[at] == "penultimate" {
      pick = Amendment.Pick(first: 2, isFromEnd: true)
    } else if let ordinal = SpelledNumber.ordinals[words[at]], words[at - 1] != "-" {
      pick = Amendment.Pick(first: ordinal)
    } else {
      return nil
    }
    if let count = SpelledNumber.cardinals[words[next]], pick.first == 1 {
      pick.count = count
      if pick.isFromEnd { pick.first = count }
      next += 1
    }
    let isOne = pick.count == 1
    let isSentence = words[next] == (isOne ? "sentence" : "sentences")
    guard isSentence || words[next] == (isOne ? "paragraph" : "paragraphs") else { return nil }
    at = next + 1
    return isSentence ? .sentence(pick) : .paragraph(pick)
  }

  private static let marks: [Word: UInt8] = [
    "period": Ascii.period, "semicolon": Ascii.semicolon, "comma": Ascii.comma, "colon": Ascii.colon,
  ]

  /// "the period at the end of clause (c)", "the semicolon", "the final period".
  private mutating func mark(_ end: Int) -> InstructionNoun? {
    var next = at
    var isLast = false
    if ["final", "last", "ending"].contains(words[next]) {
      isLast = true
      next += 1
    }
    if words[next] == "full", words[next + 1] == "stop" {
      next += 2
    } else {
      guard next < end, Self.marks[words[next]] != nil else { return nil }
      next += 1
    }
    let mark = Self.marks[words[next - 1]] ?? Ascii.period
    at = next
    if let length = words.length(ofAny: ["at the end of", "at the end thereof", "at the end", "at its end"], at: next),
      next + length <= end
    {
      isLast = true
      at = next + length
      if words[at - 1] == "of" { hold(before: end) }
    } else if ["in", "of"].contains(words[next]), next < end {
      at = next + 1
      hold(before: end)
    }
    return .mark(mark, isLast: isLast)
  }

  /// Reads what holds the words or the mark before it.
  private mutating func hold(before end: Int) {
    var nouns = InstructionNounParser(words: words, facts: facts, at: at)
    switch nouns.noun(before: end) {
    case .provision(let index): container = .provision(index)
    case .item(let index, let holder, let part): container = .item(index, of: holder, part: part)
    case .definitionItem(let label, let name, let holder): container = .definitionItem(label, of: name, in: holder)
    case .part(let part, let whole): container = .part(part, of: whole)
    case .several(let all): container = .several(all)
    default: return
    }
    at = nouns.at
  }
}
