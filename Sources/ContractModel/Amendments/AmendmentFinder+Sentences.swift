/// Cuts paragraphs of an amendment into what each asks for, and reads the words of one with the new words behind its colon.
extension AmendmentFinder {
  /// The words of an instruction that begins with a clause, over the paragraphs it runs through, and where it ends.
  ///
  /// - Parameter isItem: Whether a sentence above leads it, so that "(a) the deletion of "ten"" asks.
  func read(_ words: SentenceWords, _ clause: Range<Int>, isItem: Bool) -> (InstructionWords, end: Int, leadsItems: Bool) {
    var out = InstructionWords(span, facts.references)
    out.readsNounsAsVerbs = isItem
    let own = words.range(clause).lowerBound
    var words = words
    var stretch = clause
    var end = words.range(clause).upperBound
    var leadsItems = false
    while let colon = out.read(words, stretch, introduces: introduces) ?? periodForColon(out, words, stretch) {
      var targets: [String] = []
      for lexeme in out.lexemes { if case .reference(let index) = lexeme.kind { targets += facts.numbers(index) } }
      // "Section 5.2 is amended by: • replacing …": what stands below asks, whatever it is.
      if Self.leadingWords.contains(out[out.count - 1]), MainVerb.find(out)?.verb == .amend,
        !(out[out.count - 1] == "to" && isQuoted(behind: colon))
      {
        leadsItems = true
        break
      }
      let search = NewWords(
        agreement, facts, own: own, targets: targets, stops: stops, signing: signing, isSeveral: namesSeveral(out))
      guard let found = search.words(behind: colon) else {
        leadsItems = search.asks(behind: colon)
        break
      }
      out.add(newWords: found)
      end = max(end, found.upperBound)
      guard let next = goesOn(found.upperBound, words, stretch) else { break }
      (words, stretch) = next
      end = max(end, words.range(stretch).upperBound)
    }
    return (out, end, leadsItems)
  }

  /// Whether words in marks stand behind a colon: "Section 3.1 is hereby changed to:", then the words of 3.1.
  private func isQuoted(behind colon: Int) -> Bool {
    var next = colon + 1
    while next < span.count, span[next].isSpace { next += 1 }
    return next < span.count && span[next] == Ascii.quote
  }

  /// Words before a colon behind which only further instructions can stand.
  private static let leadingWords: Set<Word> = ["by", "changes", "amendments", "modifications", "variations", "respects", "to"]

  /// Whether a colon behind words introduces new ones: they ask for something, or give what is.
  private func introduces(_ words: InstructionWords) -> Bool {
    if MainVerb.find(words) != nil { return true }
    return ["provides", "reads", "read", "states"].contains(words[words.count - 1])
  }

  private func namesSeveral(_ words: InstructionWords) -> Bool {
    words.lexemes.indices.contains {
      ["sections", "definitions", "terms", "paragraphs", "provisions", "subsections", "articles"].contains(words[$0])
        || (words.reference($0).map { facts.numbers($0).count > 1 } ?? false)
    }
  }

  /// A period at the end of a line that should be a colon: "is amended to read as follows."
  private func periodForColon(_ out: InstructionWords, _ words: SentenceWords, _ stretch: Range<Int>) -> Int? {
    let last = words.tokens[stretch.upperBound - 1]
    guard last.word == ".", last.range.upperBound < span.count, span[last.range.upperBound] == Ascii.lineFeed else { return nil }
    let isAsked = out.lexemes.indices.contains {
      out.length(ofAny: ["as follows", "the following", "set forth below"], at: $0) != nil
    }
    return isAsked && !out.lexemes.contains { $0.kind == .newWords || $0.kind == .quote } ? last.range.lowerBound : nil
  }

  /// What a sentence goes on with behind new words: `"…" and by deleting`, or a paragraph that begins in small letters: `with the following`.
  private func goesOn(_ end: Int, _ words: SentenceWords, _ stretch: Range<Int>) -> (SentenceWords, Range<Int>)? {
    let paragraphEnd = words.range(stretch).upperBound
    if end < paragraphEnd {
      guard let next = stretch.first(where: { words.tokens[$0].range.lowerBound > end }), words[next] != ".",
        words.tokens[next].range.lowerBound < paragraphEnd
      else { return nil }
      return (words, next..<stretch.upperBound)
    }
    var next = end
    while next < span.count, span[next].isSpace || span[next] == Ascii.quote { next += 1 }
    guard next < span.count, next == 0 || span[next - 1] == Ascii.lineFeed, NewWords.goesOn(span.span, next) else { return nil }
    let following = SentenceWords(span, next..<span.span.firstOffset(of: Ascii.lineFeed, in: next..<span.count))
    return following.count > 0 ? (following, following.sentence(0)) : nil
  }

  /// Whether what a sentence asks for stands behind its colon: `shall be varied as follows: in clause 2.2, "five" shall become "three"; and in
  /// clause 3.1, …`, `Section 3 is varied: "by day" becomes "by night".`
  private func asksBehind(_ words: SentenceWords, _ colon: Int, _ end: Int) -> Bool {
    if words[colon + 1] == "\"", (colon..<end).contains(where: { ["become", "becomes"].contains(words[$0]) }) { return true }
    // "The Lease is hereby amended as follows: Section 3.1 is replaced …", "shall be varied as follows: clause 3.2 shall be deleted"
    if words[colon - 1] == "follows", ["amended", "varied", "modified", "changed", "revised"].contains(words[colon - 3]),
      ["section", "clause", "article", "paragraph", "the"].contains(words[colon + 1])
    {
      var behind = InstructionWords(span, facts.references)
      _ = behind.read(words, colon + 1..<end, introduces: introduces)
      if MainVerb.find(behind).map({ $0.verb != .amend || behind.count > $0.at + 1 }) ?? false,
        behind.lexemes.indices.contains(where: { behind.reference($0) != nil })
      {
        return true
      }
    }
    guard words[colon - 1] == "follows" || Self.leadingWords.contains(words[colon - 1]),
      let stop = (colon..<end).first(where: { words[$0] == ";" })
    else { return false }
    if words[colon + 1] == "in" { return true }
    // "as follows: (a) Section 5.1 is amended by replacing "ten" with "five"; (b) …"
    guard words[colon + 1] == "(", words[colon + 3] == ")" else { return false }
    var item = InstructionWords(span, facts.references)
    item.readsNounsAsVerbs = true
    _ = item.read(words, colon + 1..<stop, introduces: { _ in false })
    return InstructionParser.parse(item, facts) != nil
  }

  /// Sentences, cut at semicolons outside quotation marks.
  func clauses(_ words: SentenceWords) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var at = 0
    while at < words.count {
      let sentence = words.sentence(at)
      var start = at
      var isQuoted = false
      for index in sentence {
        if words[index] == "\"" {
          isQuoted.toggle()
          // "… instrument." Section 5 is amended": what follows the mark is a sentence of its own.
          if !isQuoted, words[index - 1] == ".", sentence.contains(index + 1), words.tokens[index + 1].isCapital {
            out.append(start..<index + 1)
            start = index + 1
          }
        }
        // `… all." and Section 1.2 is hereby deleted`: another instruction behind the words of one.
        if words[index] == "\"", !isQuoted, words[index - 1] == ".", words[index + 1] == "and", sentence.contains(index + 3),
          words.tokens[index + 2].isCapital, ["section", "clause", "article", "paragraph"].contains(words[index + 2])
        {
          out.append(start..<index + 1)
          start = index + 2
        }
        // "with "7.12". In addition": neither does the period behind the mark end what SentenceWords calls a sentence.
        if words[index] == ".", !isQuoted, words[index - 1] == "\"", sentence.contains(index + 1),
          words.tokens[index + 1].isCapital || words[index + 1].isFigures && words[index + 2] == "."
        {
          out.append(start..<index + 1)
          start = index + 1
        }
        if words[index] == ":", !isQuoted, asksBehind(words, index, sentence.upperBound) {
          out.append(start..<index + 1)
          start = index + 1
        }
        // What is provided behind a semicolon limits what is before it.
        if words[index] == ";", !isQuoted, index > start, words[index + 1] != "provided" {
          out.append(start..<index)
          start = words[index + 1] == "and" && sentence.contains(index + 2) ? index + 2 : index + 1
        }
      }
      if start < sentence.upperBound { out.append(start..<sentence.upperBound) }
      at = sentence.upperBound
    }
    return out
  }
}
