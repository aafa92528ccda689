/// Whether a sentence speaks of another paper before it names a number: "the lease of March 1, 2018, in particular its Section 12".
extension PaperNames {
  /// Whether another paper is named in the words of a sentence before a reference, from `low` on, or told behind it: "of those terms".
  ///
  /// It is told by its kind: "the stock option plan", "an operating agreement", "the policy of the insurer", "the FIDIC Conditions".
  func namesOther(_ span: Span<UInt8>, inSentenceOf reference: Range<Int>, from low: Int) -> Bool {
    let behind = span.skipSpaces(reference.upperBound)
    for words: StaticString in ["of those ", "of such ", "thereof"] where span.matches(words, at: behind) { return true }
    var start = reference.lowerBound
    while start > max(low, reference.lowerBound - Self.reach), !closesSentence(span, start - 1) { start -= 1 }
    var word = start
    var previous = start..<start
    while word < reference.lowerBound {
      let end = max(word + 1, span.wordEnd(word))
      if span[word].isWord {
        if names(span, word..<end, behind: previous) { return true }
        previous = word..<end
      } else if span[word] != Ascii.space {
        previous = word..<word
      }
      word = end
    }
    return false
  }

  /// How many bytes before a reference belong to its sentence at most.
  private static let reach = 240

  private func closesSentence(_ span: Span<UInt8>, _ at: Int) -> Bool {
    span[at] == Ascii.lineFeed || span[at] == Ascii.semicolon
      || span[at] == Ascii.period && span.byte(at + 1) == Ascii.space && span.byte(at + 2).isUpper
  }

  /// Whether a word and the one before it name another paper.
  private func names(_ span: Span<UInt8>, _ noun: Range<Int>, behind previous: Range<Int>) -> Bool {
    // "the FIDIC Conditions"
    if span[noun.lowerBound].isUpper {
      return Self.rules.contains(span, noun) && previous.count >= 3 && previous.allSatisfy { span[$0].isUpper }
        && !own.contains(TermName.key(span, previous.lowerBound..<noun.upperBound))
    }
    let isSet = Self.rules.contains(span, noun)
    let isPaper = [Self.alone, Self.qualified, Self.furtherKinds].contains { $0.contains(span, noun) }
    guard isSet || isPaper, !own.isEmpty else { return false }
    let key = TermName.key(span, noun)
    let isQualified = previous.contains { span[$0].isLower } && span[previous.lowerBound].isLower
    if isSet { return isQualified && Self.sets.contains(span, previous) }
    if isQualified, !TitleWords.isSmall(span, previous), !Self.same.contains(span, previous), !Self.plain.contains(span, previous) {
      return !isOwn([TermName.key(span, previous), key])
    }
    // "the lease of March 1", "the policy of the insurer", in a paper that is none itself
    guard !own.contains(key), !span.matchesWord("this", at: previous.lowerBound) else { return false }
    return [" of ", " between ", " dated ", " with "].contains { span.matches($0, at: noun.upperBound) }
  }

  private static let furtherKinds = WordSet("bylaws", "constitution", "charterparty", "code", "handbook")
  private static let rules = WordSet("conditions", "terms", "rules", "regulations", "clauses")
  private static let sets = WordSet("general", "standard", "special", "model", "enclosed", "attached")
  /// Words before a kind that tell of this paper or of none: "a written agreement", "the present contract".
  private static let plain = WordSet(
    "written", "mutual", "prior", "express", "oral", "binding", "further", "other", "under", "into", "that", "such", "this",
    "these",
    "hereby", "will", "shall", "business", "action", "in")
}
