/// What a duty hangs on, and what may happen and so is no duty: "Upon written request, the Cooper shall", "if the Tenant shall fail to pay".
extension DutyFinder {
  /// What commas hold between the subject and its verb, where it limits the duty: "the Tenant, within four days of demand, shall".
  func inner(_ words: SentenceWords, before verb: Int, behind bearer: Int) -> Range<Int>? {
    guard verb - 2 > bearer, words[verb - 1] == ",",
      let open = (max(bearer, verb - 40)..<verb - 1).last(where: { words[$0] == "," && Self.conditions.contains(words[$0 + 1]) })
    else { return nil }
    return open + 1..<verb - 1
  }

  /// Whether a place is an item of what happens if: "may end this Agreement if: (a) …; or (b) the Tenant shall be dissolved".
  func isListedCondition(_ words: SentenceWords, _ place: Int, _ opening: SentenceOpening) -> Bool {
    guard let colon = opening.colon(before: place) else { return false }
    if Self.listed.contains(words[colon - 1]) { return true }
    // "may terminate upon the occurrence of any of the following:"
    if words.matches("any of the following", endingAt: colon),
      (max(0, colon - 8)..<max(0, colon - 4)).contains(where: { ["occurrence", "upon", "if", "on"].contains(words[$0]) })
    {
      return true
    }
    return words.matches("any of the following", endingAt: colon) && !opening.hasModal(before: colon)
  }

  private static let listed: Set<Word> = ["if", "when", "where", "occurs", "events", "circumstances"]

  private static let conditions: Set<Word> = [
    "to", "by", "for",
    "if", "upon", "within", "when", "whenever", "unless", "subject", "during", "after", "before", "following", "until", "on",
    "where", "without", "other", "apart",
    "provided", "save", "promptly", "at", "in", "as", "no", "not", "immediately", "prior", "except", "so", "should", "once",
    "while",
  ]

  private static let prepositions: Set<Word> = [
    "within", "upon", "on", "after", "before", "during", "until", "at", "following", "not", "no", "by", "immediately", "promptly",
  ]

  /// The words that open a sentence before its subject: "Upon written request, the Cooper shall"; nil where there are none.
  func condition(_ words: SentenceWords, before bearer: Int, _ sentence: Range<Int>) -> Range<Int>? {
    var end = bearer
    while end > sentence.lowerBound, words.isAny(.article, at: end - 1) { end -= 1 }
    if words[end - 1] == "then" { end -= 1 }
    guard end > sentence.lowerBound + 1 else { return nil }
    if words[end - 1] != "," {
      // "Within five days of demand the Distillery shall": short words of time need no comma.
      let start = (max(sentence.lowerBound, end - 12)..<end).last {
        words.tokens[$0].isCapital && Self.prepositions.contains(words[$0])
      }
      return words.isAny(.article, at: end) ? start.map { $0..<end } : nil
    }
    // Behind a label, a heading and a semicolon.
    let start = (sentence.lowerBound..<end).last { index in
      (Self.conditions.contains(words[index]) || index == sentence.lowerBound && isEachTime(words, index))
        && (index == sentence.lowerBound || [";", ".", ":", ")"].contains(words[index - 1]) || words.tokens[index].isCapital)
    }
    return start.map { $0..<end - 1 }
  }

  /// Whether words end in a condition with a verb of its own, which another goes on with: "may leave if the Distillery shall fail to pay | or
  /// shall become insolvent".
  func isOfCondition(_ words: SentenceWords, _ range: Range<Int>) -> Bool {
    guard let condition = range.last(where: { words.isAny(.condition, at: $0) }) else { return false }
    return (condition..<range.upperBound).contains { words.isAny(.modal, at: $0) }
  }

  /// Whether a condition that opens a clause is not closed before a verb: "If the Bank finds that no tax is | payable by".
  func isInOpenCondition(_ words: SentenceWords, _ verb: Int, _ sentence: Range<Int>) -> Bool {
    let clause =
      (sentence.lowerBound..<verb).last { [",", ";", ":", "(", ")"].contains(words[$0]) }.map { $0 + 1 } ?? sentence.lowerBound
    return ["if", "unless", "when", "whether"].contains(words[clause])
  }

  /// "Each Monday, the Cooper shall"
  private func isEachTime(_ words: SentenceWords, _ at: Int) -> Bool {
    ["each", "every"].contains(words[at]) && words.isAny([.timeUnit, .calendarName], at: at + 1)
  }

  /// Whether a place begins a further limb of a condition: "If (a) the Distillery fails or (b) the Distillery shall become insolvent".
  func isLimbOfCondition(_ words: SentenceWords, _ place: Int, _ sentence: Range<Int>) -> Bool {
    var place = place
    while place > sentence.lowerBound, words.isAny(.article, at: place - 1) { place -= 1 }
    guard words[place - 1] == ")", words[place - 3] == "(", ["or", "and", ",", ";"].contains(words[place - 4]) else { return false }
    return (max(sentence.lowerBound, place - 60)..<place).contains { at in
      words.isAny(.condition, at: at) && words[at + 1] == "(" && words[at + 3] == ")"
    }
  }

  /// Whether a place is of a list of events of default: "the Borrower shall fail to pay" is what may happen there, and no duty.
  ///
  /// What the list is told by is the words above its first item: "Each of the following is an Event of Default:". A list
  /// of remedies ("Upon an Event of Default, the Lender may") is none.
  func isListedEvent(_ place: Int) -> Bool {
    let tree = agreement.provisions
    guard let id = tree.innermost(at: agreement.reading.source(place)), let parent = tree[id].parent else { return false }
    let reading = agreement.reading
    let low = reading.reading(tree[parent].start)
    let high = max(low, min(reading.reading(tree[parent + 1].start), low + 600))
    let bytes = reading.bytes
    let span = bytes.span
    if leadsEvents(span, low..<high) { return true }
    guard
      let event = span.firstIndex(of: "event of default", in: low..<high) ?? span.firstIndex(
        of: "events of default", in: low..<high)
        ?? span.firstIndex(of: "termination event", in: low..<high)
    else { return false }
    if span.firstIndex(of: "constitute", in: low..<high) != nil || span.firstIndex(of: "exist", in: event..<high) != nil {
      return true
    }
    guard let following = span.firstIndex(of: "following", in: low..<high) else { return false }
    return span.firstIndex(of: "event", in: following..<min(high, following + 60)) != nil
  }

  /// Whether the words above a list end in what tells of events: "may end this Agreement if:", "means any of the following:".
  private func leadsEvents(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, span[end - 1].isSpace { end -= 1 }
    guard end > range.lowerBound, span[end - 1] == Ascii.colon else { return false }
    end = span.skipSpaces(endingAt: end - 1)
    // "may terminate upon the occurrence of any of the following:"
    if span.matchesWord("following", endingAt: end), span.firstIndex(of: "occurrence of", in: range) != nil { return true }
    for word: StaticString in ["if", "when", "where", "occurs", "events", "circumstances", "event"]
    where span.matchesWord(word, endingAt: end) { return true }
    // "The occurrence of any of the following constitutes a default:"
    if span.matchesWord("default", endingAt: end), span.firstIndex(of: "following", in: range) != nil { return true }
    return span.matchesWord("following", endingAt: end) && span.firstIndex(of: "means", in: range) != nil
  }
}
