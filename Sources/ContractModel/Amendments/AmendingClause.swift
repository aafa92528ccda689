/// A clause of an amendment as the finder asks about it: its verb, what it quotes, which part of a provision it names.
///
/// Places are offsets in the reading text; indices are of words.
struct AmendingClause {
  let words: SentenceWords
  let clause: Range<Int>
  let range: Range<Int>
  /// The words in quotation marks, but for the name in "the definition of "Rent"".
  let quotes: [Range<Int>]
  /// The name of the term whose definition is changed.
  let definition: Range<Int>?
  private let allQuotes: [Range<Int>]
  /// The words that ask: those not quoted, to the colon that new words follow.
  private let asking: [Int]
  /// The colon itself.
  let colon: Int?

  init(_ words: SentenceWords, _ clause: Range<Int>, _ span: [UInt8]) {
    self.words = words
    self.clause = clause
    range = words.range(clause)
    var found: [Range<Int>] = []
    var open: Int?
    for i in range where span[i] == Ascii.quote {
      if let start = open {
        if start < i { found.append(start..<i) }
        open = nil
      } else {
        open = i + 1
      }
    }
    // New words that begin in this clause may close their quotation marks far behind it.
    if let open, open < range.upperBound { found.append(open..<range.upperBound) }
    allQuotes = found
    let quoted = found
    let spoken = clause.filter { index in !quoted.contains { $0.contains(words.tokens[index].range.lowerBound) } }
    // "FIRST:" is a label.
    let stop = spoken.first { words[$0] == ":" && $0 > clause.lowerBound + 2 }
    colon = stop.map { words.tokens[$0].range.lowerBound }
    asking = stop.map { stop in spoken.filter { $0 < stop } } ?? spoken
    let named = found.first { quote in
      guard let at = clause.first(where: { words.tokens[$0].range.lowerBound >= quote.lowerBound }) else { return false }
      return [
        "definition of \"", "definition for \"", "definition of the term \"", "defined term \"",
        "definition of the defined term \"",
      ]
      .contains { (phrase: StaticString) in words.matches(phrase, endingAt: at) }
    }
    definition = named ?? Self.unquoted(words, clause)
    let limits = words.range(clause)
    quotes = found.filter { quote in
      // "(the "Prior Terms")" gives a name.
      var at = quote.lowerBound - 2
      while at >= limits.lowerBound, quote.lowerBound - at < 16, span[at] != Ascii.open, span[at] != Ascii.quote { at -= 1 }
      let isBracketed = at >= limits.lowerBound && quote.lowerBound - at < 16 && span[at] == Ascii.open
      let isName = isBracketed && quote.upperBound + 1 < span.count && span[quote.upperBound + 1] == Ascii.close
      return quote != named && !isName
    }
  }

  /// The name in "the definition of Net Income contained in", which no marks set apart.
  private static func unquoted(_ words: SentenceWords, _ clause: Range<Int>) -> Range<Int>? {
    guard let at = clause.first(where: { words.matches("definition of", at: $0) || words.matches("definition for", at: $0) }) else {
      return nil
    }
    let start = words[at + 2] == "the" ? at + 3 : at + 2
    var end = start
    while end < clause.upperBound, words.tokens[end].isCapital || words[end] == "of" && end > start { end += 1 }
    while end > start, words[end - 1] == "of" { end -= 1 }
    return end > start ? words.range(start..<end) : nil
  }

  /// Whether a phrase stands among the words that ask.
  func has(_ phrase: StaticString) -> Bool { asking.contains { words.matches(phrase, at: $0) } }

  /// Whether one of several phrases does.
  func hasAny(_ phrases: [StaticString]) -> Bool { phrases.contains { (phrase: StaticString) in has(phrase) } }

  /// Where a word that asks begins.
  func place(of word: Word) -> Int? { asking.first { words[$0] == word }.map { words.tokens[$0].range.lowerBound } }

  func isQuoted(_ place: Int) -> Bool { allQuotes.contains { $0.contains(place) } }

  private static let verbs: Set<Word> = [
    "amended", "deleted", "replaced", "restated", "modified", "added", "inserted", "substituted", "stricken", "revised", "changed",
    "renumbered", "corrected", "voided",
  ]

  /// The verb that changes something: "is hereby amended", "shall be deleted", "are replaced".
  var verb: Int? {
    asking.first { index in
      if words[index] == "read", words[index - 1] == "shall" { return true }
      if words[index] == "amend", words[index - 1] == "to", colon != nil { return true }
      if words.matches("no further force", at: index) { return true }
      guard Self.verbs.contains(words[index]) else { return false }
      var at = index - 1
      while ["hereby", "further", "and", "also", "deleted", "amended", ",", "therefore"].contains(words[at]) { at -= 1 }
      return ["is", "are", "be"].contains(words[at]) && !["may", "can", "cannot", "not", "to"].contains(words[at - 1])
    }
  }

  /// Whether the verb takes the whole away: "is deleted", and not "is amended by deleting".
  func isDeletion(_ verb: Int) -> Bool { words[verb] == "deleted" || words[verb] == "stricken" }

  // MARK: The provision named

  private func before(_ range: Range<Int>) -> Int? { clause.first { words.tokens[$0].range.upperBound > range.lowerBound } }
  private func behind(_ range: Range<Int>) -> Int {
    clause.first { words.tokens[$0].range.lowerBound >= range.upperBound } ?? clause.upperBound
  }

  /// "Section 4 hereof", "Section 4 of this Amendment", "Section 4 above": the amendment's own.
  func isOwn(_ range: Range<Int>) -> Bool {
    let at = behind(range)
    return ["hereof", "above", "below", "hereto", "herein"].contains(words[at]) || words.matches("of this amendment", at: at)
      || words.matches("of this letter", at: at)
  }

  /// "in Section 4", "pursuant to Section 4": named by the way, unless a part of it is.
  func isUnderPreposition(_ range: Range<Int>) -> Bool {
    guard let at = before(range) else { return false }
    switch words[at - 1] {
    case "of": return !Self.parts.contains(words[at - 2])
    case "as": return ["hereto", "herein", "thereto"].contains(words[at - 2])
    case "in", "under", "by", "with", "per", "from":
      return definition == nil && !["references", "reference"].contains(words[at - 2])
    case "to": return !["references", "reference"].contains(words[at - 2])
    case "after", "following": return words[at - 2] != "the"
    default: return false
    }
  }

  /// "deleted from Section 4", "added at the end of Section 4", "added to the Agreement as Section 12".
  func leadsBack(to range: Range<Int>) -> Bool {
    guard let at = before(range) else { return false }
    return ["from", "to", "of", "in", "into", "as", "following", "new"].contains(words[at - 1])
  }

  /// "a new Section 4", "the following Section 4", "as Section 4", "Section 4 is added".
  func isNew(_ range: Range<Int>?) -> Bool {
    guard let range, let at = before(range) else { return false }
    if let verb, verb > at, words[verb] == "added", !has("to such section") { return true }
    return ["new", "following", "as", "additional"].contains(words[at - 1])
      || ["a", "the"].contains(words[at - 1]) && words[at - 2] == "as"
  }

  func isAttachment(_ range: Range<Int>) -> Bool {
    guard let at = before(range) else { return false }
    return ["exhibit", "exhibits", "schedule", "schedules", "annex", "annexes", "appendix", "appendices"].contains(words[at])
  }

  /// "by adding a new subsection (k)", "the following new clause".
  var addsProvision: Bool {
    asking.contains {
      Self.provisionNouns.contains(words[$0]) && ["new", "following", "additional", "a"].contains(words[$0 - 1])
    } || hasAny(["as section", "as subsection", "as paragraph"])
  }

  private static let provisionNouns: Set<Word> = [
    "subsection", "section", "paragraph", "subparagraph", "clause", "provision", "language", "subclause", "article",
  ]

  // MARK: Doubts

  static let ambiguousPart = "it changes a part of the provision that is not told apart"
  static let unplaced = "adds words at a place that is not certain"

  private static let conditions: [StaticString] = [
    "upon completion", "upon the completion", "upon closing", "upon the closing", "upon consummation", "upon the consummation",
    "prior to closing", "prior to the closing", "prior to the effective time", "for purposes of", "as needed",
  ]

  /// Why a change cannot be applied though its words are understood: it waits for something, or its part or place is not told apart.
  func doubt(_ verb: Int) -> String? {
    if hasAny(Self.conditions) { return "it takes effect on a condition" }
    let identified = asking.filter { $0 < verb + 40 && ["sentence", "paragraph"].contains(words[$0]) && hasOrdinal($0) }
    if Set(identified.map { words[$0] }).count > 1 || definition != nil && namesItem { return Self.ambiguousPart }
    return hasAny(["before the colon", "before the period", "before the semicolon", "beginning of"]) ? Self.unplaced : nil
  }

  /// The same for a provision that another one is named beside or behind.
  func doubt(of subject: Range<Int>, beside next: Range<Int>, _ verb: Int, isSame: () -> Bool) -> String? {
    guard let at = before(next) else { return nil }
    // "Paragraph 3.6 of Section 3"
    if words[at - 1] == "of", next.lowerBound - subject.upperBound <= 4 { return "which provision it is a part of is not certain" }
    // "Section 2 and Exhibit A are"
    guard at > verb else {
      let isConjoined = ["and", "or", ","].contains(words[at - 1]) && next.lowerBound - subject.upperBound < 60
      return isConjoined ? "it names several provisions at once" : nil
    }
    // "Section 6(e) shall be deleted and Section 3(e) shall be restated"
    let asksMore = asking.contains {
      $0 > at && Self.verbs.contains(words[$0]) && ["is", "are", "be", "hereby"].contains(words[$0 - 1])
    }
    return asksMore && !isSame() ? "it asks for several changes at once" : nil
  }

  /// Whether an ordinal stands before a word for a part: "the second paragraph".
  private func hasOrdinal(_ index: Int) -> Bool {
    SpelledNumber.ordinals[words[index - 1]] != nil || ["last", "final", "full"].contains(words[index - 1])
  }

  /// "clause (i)(B) of the definition of", "subsection (iii) of the defined term".
  private var namesItem: Bool {
    asking.contains {
      ["clause", "subsection", "subclause", "paragraph", "subparagraph", "item", "part"].contains(words[$0]) && words[$0 + 1] == "("
    }
  }

  // MARK: Parts

  private static let parts: Set<Word> = [
    "sentence", "sentences", "paragraph", "paragraphs", "phrase", "clause", "portion", "line", "lines", "table", "row", "column",
    "chart",
    "heading", "title", "caption", "introduction", "proviso", "definition", "definitions",
  ]

  /// The one part told apart: "the second sentence of Section 4", "the last paragraph thereof".
  func part(_ subject: Range<Int>?) -> Amendment.Part? {
    guard let index = partWord(subject) else { return nil }
    let isSentence = words[index] == "sentence"
    guard isSentence || words[index] == "paragraph" else { return nil }
    let number: Int?
    switch words[index - 1] {
    case "last", "final":
      guard words[index - 2] != "to" else { return nil }
      number = nil
    default:
      guard let ordinal = SpelledNumber.ordinals[words[index - 1]], words[index - 2] != "-" else { return nil }
      number = ordinal
    }
    return isSentence ? .sentence(number) : .paragraph(number)
  }

  /// Whether the part is where words come in behind: "after the second sentence of".
  func isBehind(_ part: Amendment.Part) -> Bool {
    switch part {
    case .sentence, .paragraph:
      asking.contains { words[$0] == "after" && words[$0 + 1] == "the" && Self.parts.contains(words[$0 + 3]) }
    case .whole, .definition: false
    }
  }

  /// Whether words name a part of a provision.
  var namesPart: Bool { partWord(nil) != nil }

  /// The first word for a part that is not itself new, nor a name: "the following sentence", "Paragraph 4".
  private func partWord(_ subject: Range<Int>?) -> Int? {
    asking.first { index in
      guard Self.parts.contains(words[index]) else { return false }
      let next = index + 1
      if clause.contains(next), words[next].initial.isDigit || words[next] == "(" || words[next] == "\"" { return false }
      var at = index - 1
      while ["additional", "two", "three", "sentence", "and", "or", "entire"].contains(words[at]) { at -= 1 }
      return !["following", "new", "a", "as"].contains(words[at])
    }
  }
}
