/// Whether a sentence speaks of another paper before it names a number: "the lease of March 1, 2018, in particular its Section 12".
extension PaperNames {
  /// Whether another paper is named in the words of a sentence before a reference, from `low` on, or told behind it: "of those terms".
  ///
  /// It is told by its kind: "the stock option plan", "an operating agreement", "the policy of the insurer", "the FIDIC Conditions".
  func namesOther(_ span: Span<UInt8>, inSentenceOf reference: Range<Int>, from low: Int) -> Bool {
    let behind = span.skipSpaces(reference.upperBound)
    for words: StaticString in ["of those ", "of such ", "thereof"] where span.matches(words, at: behind) { return true }
    if isNamedBeside(span, reference) { return true }
    // "The grant agreement of 2017 stays in force; its Sections 11 and 12 bind": "its" speaks of what the clause before names.
    let pointsBack = span.matchesWord("its", endingAt: span.skipSpaces(endingAt: reference.lowerBound))
    var start = reference.lowerBound
    while start > max(low, reference.lowerBound - Self.reach),
      !closesSentence(span, start - 1) || pointsBack && span[start - 1] == Ascii.semicolon
    { start -= 1 }
    var word = start
    var previous = start..<start
    while word < reference.lowerBound {
      let end = max(word + 1, span.wordEnd(word))
      if span[word].isWord {
        if names(span, word..<end, behind: previous) || pointsBack && isPaperOfName(span, word..<end) { return true }
        previous = word..<end
      } else if span[word] != Ascii.space {
        previous = word..<word
      }
      word = end
    }
    return false
  }

  /// Whether another paper is named right before a reference or a bracket that holds it, or right behind either: "the UK GDPR, Article 28",
  /// "the GDPR (Articles 15 to 22)", "Chapter V (Articles 44 to 50) of the GDPR", "the Lease dated May 2, 2015, Section 14.2", "Section 83 and,
  /// if elected, Section 83(b) of the Code", "Section 7 of the Company's 2015 stock plan".
  private func isNamedBeside(_ span: Span<UInt8>, _ reference: Range<Int>) -> Bool {
    let before = span.skipSpaces(endingAt: reference.lowerBound)
    let limit = min(span.count, reference.upperBound + 160)
    if before > 0, span[before - 1] == Ascii.open {
      if endsName(span, span.skipSpaces(endingAt: before - 1)) { return true }
      if span.byte(reference.upperBound) == Ascii.close,
        case .other = ReferenceOwner.claim(span, after: reference.upperBound + 1, limit: limit)
      {
        return true
      }
    }
    if before > 0, span[before - 1] == Ascii.comma {
      var end = before - 1
      // Behind its short name in brackets and its date.
      if end > 0, span[end - 1] == Ascii.close, let open = (max(0, end - 40)..<end).last(where: { span[$0] == Ascii.open }) {
        end = span.skipSpaces(endingAt: open)
      }
      if let dated = span.firstIndex(of: "dated", in: max(0, end - 40)..<end) { end = span.skipSpaces(endingAt: dated) }
      if endsName(span, end) { return true }
    }
    let behind = span.skipSpaces(reference.upperBound)
    // "and, if elected, Section 83(b) of the Code"
    if span.matches("and, ", at: behind) || span.matches("or, ", at: behind) {
      let close = span.firstOffset(of: Ascii.comma, in: (behind + 5)..<max(behind + 5, min(limit, behind + 50)))
      let next = span.skipSpaces(close + 1)
      if next < limit, let words = ReferenceGrammar.parse(span, next, limit),
        case .other = ReferenceOwner.claim(span, words, limit: limit)
      {
        return true
      }
    }
    guard span.matches("of the ", at: behind) else { return false }
    var word = behind + 7
    for _ in 0..<6 {
      let end = span.wordEnd(word)
      guard end > word, span[word].isAlphanumeric else { return false }
      if span[word].isLower, Self.alone.contains(span, word..<end) || Self.qualified.contains(span, word..<end) {
        return !isOwn([TermName.key(span, word..<end)])
      }
      word = span.matches("'s ", at: end) ? end + 3 : end + 1
    }
    return false
  }

  /// Whether the name of another paper ends at a place: capitalised words among which is a word for a paper, or the initials of a law.
  private func endsName(_ span: Span<UInt8>, _ end: Int) -> Bool {
    let words = Self.wordsOfName(span, endingAt: end)
    guard let last = words.first, let first = words.last?.lowerBound else { return false }
    let isInitials = last.count >= 3 && last.allSatisfy { span[$0].isUpper }
    guard isInitials || words.contains(where: { span[$0.lowerBound].isUpper && ReferenceOwner.isDocumentWord(span, $0) }),
      !span.matchesWord("this", at: first), !span.matchesWord("this", endingAt: span.skipSpaces(endingAt: first))
    else { return false }
    return !own.contains(TermName.key(span, first..<end))
  }

  /// The words of a name that ends at a place, the last first: the `Law`, `of`, `Code` of "the Code of Law"; seven at most.
  static func wordsOfName(_ span: Span<UInt8>, endingAt end: Int) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var stop = end
    while out.count < 7 {
      var start = stop
      while start > 0, span[start - 1].isWord || span[start - 1] == Ascii.hyphen { start -= 1 }
      guard start < stop, span[start].isUpper || TitleWords.isSmall(span, start..<stop), !span.matchesWord("the", at: start) else {
        break
      }
      out.append(start..<stop)
      guard start > 0, span[start - 1] == Ascii.space else { break }
      stop = start - 1
    }
    return out
  }

  /// How many bytes before a reference belong to its sentence at most.
  private static let reach = 240

  private func closesSentence(_ span: Span<UInt8>, _ at: Int) -> Bool {
    span[at] == Ascii.lineFeed || span[at] == Ascii.semicolon
      || span[at] == Ascii.period && span.byte(at + 1) == Ascii.space && span.byte(at + 2).isUpper
  }

  /// Whether a word with a capital names another paper: "under the Lease, in particular its Section 12".
  private func isPaperOfName(_ span: Span<UInt8>, _ noun: Range<Int>) -> Bool {
    span[noun.lowerBound].isUpper && !own.contains(TermName.key(span, noun))
      && (Self.alone.contains(span, noun) || Self.qualified.contains(span, noun))
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
