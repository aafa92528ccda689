/// Sentences that ask for more than one thing: further items of one, and two changes that "and" joins.
extension AmendmentFinder {
  /// Whether an instruction is a further item of a sentence: "(ii) adding …", "and by deleting …".
  func isFurtherItem(_ instruction: InstructionWords) -> Bool {
    var head = instruction.behindLabel(0, before: instruction.count)
    if instruction[head] == "and" { head = instruction.behindLabel(head + 1, before: instruction.count) }
    return instruction[head] == "by" || InstructionVerb.of(instruction[head])?.form == .gerund
  }

  /// What two halves of a sentence ask for, parted by "and", that is not understood as one: "In Section 5.1, "ten" is replaced by "five" and,
  /// in Section 7, "red" is replaced by "blue"". What limits one of them limits both.
  func halves(_ words: SentenceWords, _ clause: Range<Int>, _ lead: Lead?) -> [Amendment]? {
    var isQuoted = false
    for index in clause {
      if words[index] == "\"" { isQuoted.toggle() }
      guard !isQuoted, words[index] == "and", index > clause.lowerBound else { continue }
      let end = words[index - 1] == "," ? index - 1 : index
      let start = words[index + 1] == "," ? index + 2 : index + 1
      guard start < clause.upperBound, let first = asked(words, clause.lowerBound..<end, lead) else { continue }
      guard let second = asked(words, start..<clause.upperBound, lead) ?? halves(words, start..<clause.upperBound, lead) else {
        continue
      }
      let limits = (first.first?.limits ?? []) + (second.first?.limits ?? [])
      return (first + second).map { found in
        var found = found
        found.limits = limits
        return found
      }
    }
    return nil
  }

  /// What a stretch of a sentence asks for by itself, where all of it is understood and names its place.
  private func asked(_ words: SentenceWords, _ stretch: Range<Int>, _ lead: Lead?) -> [Amendment]? {
    // What a colon or a mark leaves open goes on in other sentences.
    guard !stretch.isEmpty, !stretch.contains(where: { words[$0] == ":" }), stretch.count(where: { words[$0] == "\"" }) % 2 == 0
    else {
      return nil
    }
    var instruction = InstructionWords(span, facts.references)
    _ = instruction.read(words, stretch, introduces: { _ in false })
    guard let found = InstructionParser.parse(instruction, facts), found.doubt == nil, found.namesPlace else { return nil }
    let made = AmendmentReducer(
      agreement, facts, found, agreement.reading.source(words.range(stretch)), found.limits.compactMap(limit), lead?.container,
      paper: found.paper.map { agreement.reading.source($0) }
    ).amendments()
    return made.isEmpty || made.contains(where: { $0.isUnknown || $0.target == .none }) ? nil : made
  }
}
