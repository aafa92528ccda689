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
    let spoken = clause.filter { index in !quoted.contains { $0.contains(words.words[index].range.lowerBound) } }
    // "FIRST:" is a label.
    let stop = spoken.first { words[$0] == ":" && $0 > clause.lowerBound + 2 }
    colon = stop.map { words.words[$0].range.lowerBound }
    asking = stop.map { stop in spoken.filter { $0 < stop } } ?? spoken
    let named = found.first { quote in
      guard let at = clause.first(where: { words.words[$0].range.lowerBound >= quote.lowerBound }) else { return false }
      return [
        "definition of \"", "definition for \"", "definition of the term \"", "defined term \"",
        "definition of the defined term \"",
      ]
      .contains { words.matches($0.replacing("\"", with: " \""), endingAt: at) }
    }
    definition = named ?? Self.unquoted(words, clause)
    quotes = found.filter { $0 != named }
  }

  /// The name in "the definition of Net Income contained in", which no marks set apart.
  private static func unquoted(_ words: SentenceWords, _ clause: Range<Int>) -> Range<Int>? {
    guard let at = clause.first(where: { words.matches("definition of", at: $0) || words.matches("definition for", at: $0) }) else {
      return nil
    }
    let start = words[at + 2] == "the" ? at + 3 : at + 2
    var end = start
    while end < clause.upperBound, words.words[end].isCapital || words[end] == "of" && end > start { end += 1 }
    while end > start, words[end - 1] == "of" { end -= 1 }
    return end > start ? words.range(start..<end) : nil
  }

  /// Whether a phrase stands among the words that ask.
  func has(_ phrase: String) -> Bool { asking.contains { words.matches(phrase, at: $0) } }

  /// Where a word that asks begins.
  func place(of word: String) -> Int? { asking.first { words[$0] == word }.map { words.words[$0].range.lowerBound } }

  func isQuoted(_ place: Int) -> Bool { allQuotes.contains { $0.contains(place) } }

  private static let verbs: Set<String> = [
    "amended", "deleted", "replaced", "restated", "modified", "added", "inserted", "substituted", "stricken", "revised",
  ]

  /// The verb that changes something: "is hereby amended", "shall be deleted", "are replaced".
  var verb: Int? {
    asking.first { index in
      if words[index] == "read", words[index - 1] == "shall" { return true }
      if words[index] == "amend", words[index - 1] == "to", colon != nil { return true }
      guard Self.verbs.contains(words[index]) else { return false }
      var at = index - 1
      while ["hereby", "further", "and", "also", "deleted", "amended", ",", "therefore"].contains(words[at]) { at -= 1 }
      return ["is", "are", "be"].contains(words[at]) && !["may", "can", "cannot", "not", "to"].contains(words[at - 1])
    }
  }

  /// Whether the verb takes the whole away: "is deleted", and not "is amended by deleting".
  func isDeletion(_ verb: Int) -> Bool { words[verb] == "deleted" || words[verb] == "stricken" }

  // MARK: The provision named

  private func before(_ range: Range<Int>) -> Int? { clause.first { words.words[$0].range.upperBound > range.lowerBound } }
  private func behind(_ range: Range<Int>) -> Int {
    clause.first { words.words[$0].range.lowerBound >= range.upperBound } ?? clause.upperBound
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
    case "to": return !["references", "reference", "amendment"].contains(words[at - 2])
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

  /// Whether another provision is named beside one: "Section 2 and Exhibit A are".
  func isConjoined(_ range: Range<Int>, with next: Range<Int>?, before verb: Int) -> Bool {
    guard let next, next.lowerBound < words.words[verb].range.lowerBound, let at = before(next) else { return false }
    return ["and", "or", ","].contains(words[at - 1]) && next.lowerBound - range.upperBound < 60
  }

  /// "by adding a new subsection (k)", "the following new clause".
  var addsProvision: Bool {
    ["subsection", "section", "paragraph", "subparagraph", "clause", "provision", "language", "subclause", "article"].contains {
      noun in
      has("new " + noun) || has("following " + noun) || has("following new " + noun) || has("additional " + noun)
        || has("a " + noun)
    } || has("as section") || has("as subsection") || has("as paragraph")
  }

  // MARK: Parts

  private static let parts: Set<String> = [
    "sentence", "sentences", "paragraph", "paragraphs", "phrase", "clause", "portion", "line", "lines", "table", "row", "column",
    "chart",
    "heading", "title", "caption", "introduction", "proviso", "definition", "definitions",
  ]
  private static let ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]

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
      guard let ordinal = Self.ordinals.firstIndex(of: words[index - 1]), words[index - 2] != "-" else { return nil }
      number = ordinal + 1
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
      if clause.contains(next), words[next].first?.isNumber == true || words[next] == "(" || words[next] == "\"" { return false }
      var at = index - 1
      while ["additional", "two", "three", "sentence", "and", "or", "entire"].contains(words[at]) { at -= 1 }
      return !["following", "new", "a", "as"].contains(words[at])
    }
  }
}
