/// Definitions by a verb: `"X" means`, `"X" or "Y" shall mean`, `"X" has the meaning set forth in Section 4`.
extension DefinitionFinder {
  static func list(_ span: Span<UInt8>, _ quotes: [QuotedWords], _ index: Int, _ paragraph: Range<Int>) -> Found? {
    let quote = quotes[index]
    if isFunctionWord(span, quote.words) { return nil }
    // `for "Cause", which shall mean gross negligence`
    if toldBehind(span, quote.end) {
      return Found(kind: .list, words: quote.words, extent: sentence(span, quote.open, behind: quote.words.upperBound, paragraph))
    }
    if precededByWord(span, quote.open) && !isExpression(span, quote) { return nil }
    // `"Machine:" the digger`
    if span[quote.words.upperBound] == Ascii.colon, quote.end < paragraph.upperBound, startsClause(span, quote.open, paragraph),
      quote.open <= paragraph.lowerBound + 8
    {
      return Found(kind: .list, words: quote.words, extent: sentence(span, quote.open, behind: quote.words.upperBound, paragraph))
    }
    // Over aliases: "X" or "Y" means; "X" and "Y" have meanings correlative.
    var at = quote.end
    var next = index + 1
    while next < quotes.count, joined(span, at..<quotes[next].open) {
      at = quotes[next].end
      next += 1
    }
    let verb = verb(span, at, paragraph, clauseStart: startsClause(span, quote.open, paragraph))
    guard let verb = verb ?? (isApposed(span, quote, paragraph) ? .means : nil) else { return nil }
    let extent = sentence(span, quote.open, behind: quote.words.upperBound, paragraph)
    switch verb {
    case .means: return Found(kind: .list, words: quote.words, extent: extent)
    case .hasMeaning(let start): return pointing(span, quote.words, extent, from: start, paragraph)
    }
  }

  /// A definition by "has the meaning …" at `start`: returns the definition that `words` introduce, with where its meaning is.
  static func pointing(
    _ span: Span<UInt8>, _ words: Range<Int>, _ extent: Range<Int>, from start: Int, _ paragraph: Range<Int>
  ) -> Found {
    switch pointer(span, start, paragraph) {
    case .reference(let range): Found(kind: .reference, words: words, extent: extent, pointer: range)
    case .external: Found(kind: .external, words: words, extent: extent)
    case .here: Found(kind: .list, words: words, extent: extent)
    }
  }

  /// Whether a member of a list puts a meaning behind a comma: `"Working Day", a day on which banks in Leeds are open;`.
  private static func isApposed(_ span: Span<UInt8>, _ quote: QuotedWords, _ paragraph: Range<Int>) -> Bool {
    guard quote.open <= paragraph.lowerBound + 8, span[quote.words.lowerBound].isUpper, span.byte(quote.end) == Ascii.comma else {
      return false
    }
    let next = span.skipSpaces(quote.end + 1)
    guard articles.begins(span, at: next) || Currency.signEnd(span, at: next) != nil else { return false }
    /// Whether a semicolon ends what stands before a place, over the "and" of a list's last member but one.
    func closes(_ end: Int) -> Bool {
      var at = span.skipSpaces(endingAt: end)
      for word: StaticString in ["and", "or"] where span.matchesWord(word, endingAt: at) {
        at = span.skipSpaces(endingAt: at - word.utf8CodeUnitCount)
        break
      }
      return at > 0 && span[at - 1] == Ascii.semicolon
    }
    return closes(paragraph.upperBound) || closes(paragraph.lowerBound)
  }

  private static let articles = WordSet("a", "an", "the", "any", "each", "all", "every", "such")

  /// `the expression "Hire Period" means`: here the word is given a meaning.
  private static func isExpression(_ span: Span<UInt8>, _ quote: QuotedWords) -> Bool {
    let end = span.skipSpaces(endingAt: quote.open)
    guard
      span.matchesWord("expression", endingAt: end) || span.matchesWord("word", endingAt: end)
        || span.matchesWord("phrase", endingAt: end),
      span[quote.words.lowerBound].isUpper
    else { return false }
    let at = span.skipSpaces(quote.end)
    return span.matchesWord("means", at: at)
      || ["shall mean", "refers to", "shall refer to", "is to be read as", "is to be construed as"].contains {
        span.matches($0, at: at)
      }
  }

  /// Whether a relative clause behind a quotation gives its meaning.
  private static func toldBehind(_ span: Span<UInt8>, _ end: Int) -> Bool {
    let at = span.skipSpaces(end < span.count && span[end] == Ascii.comma ? end + 1 : end)
    for words: StaticString in [
      "which shall mean ", "which means ", "which term means ", "which term shall mean ", "which will mean ",
    ]
    where span.matches(words, at: at) { return true }
    return false
  }

  /// `herein`, `including`, `or`: rules of construction speak of them, no one defines them.
  private static func isFunctionWord(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    for word: StaticString in [
      "hereof", "herein", "hereunder", "hereto", "hereby", "hereafter", "herewith", "include", "includes", "including", "or", "and",
      "from",
      "to", "until", "through", "will", "shall", "may", "must", "without limitation", "to the extent", "thereof", "not", "any",
      "all", "each", "such as", "for example", "e.g", "for instance", "including without limitation",
    ] where word.utf8CodeUnitCount == words.count && span.matches(word, at: words.lowerBound) && span[words.lowerBound].isLower {
      return true
    }
    // "each reference to "this Agreement" shall refer to the Lease as amended"
    if span[words.lowerBound].isLower, span.matches("this ", at: words.lowerBound) { return true }
    return false
  }

  private enum Verb {
    case means
    case hasMeaning(Int)
  }

  private static func joined(_ span: Span<UInt8>, _ gap: Range<Int>) -> Bool {
    let at = span.skipSpaces(gap.lowerBound)
    guard gap.count <= 24 else { return false }
    // `"Licensee," "You" or "Your"`: the comma stands inside the marks.
    if at >= gap.upperBound { return gap.lowerBound > 1 && span[gap.lowerBound - 2] == Ascii.comma }
    for word: StaticString in ["or", "and", ", or", ", and", ",", "and/or", "and the term", "or the term", "and the", "or the"] {
      let end = at + word.utf8CodeUnitCount
      if span.matches(word, at: at), span.skipSpaces(end) == gap.upperBound { return true }
    }
    return false
  }

  private static let qualifiers = WordSet(
    "of", "as", "when", "with", "for", "from", "in", "used", "under", "or", "and", "shall", "hereunder", "applicable", "by", "to",
    "at", "during", "on", "wherever", "whenever")

  /// The defining verb behind a quotation, over a short qualification.
  private static func verb(_ span: Span<UInt8>, _ start: Int, _ paragraph: Range<Int>, clauseStart: Bool) -> Verb? {
    var at = span.skipSpaces(start)
    guard at < paragraph.upperBound else { return nil }
    if let verb = verbHere(span, at, paragraph, clauseStart: clauseStart) { return verb }
    if clauseStart, occurs(span, at) { return .means }
    // A qualification: "of any Person", "as used herein", "(and correlative terms)", ", with respect to …,".
    var qualified = span[at] == Ascii.comma || span[at] == Ascii.open
    if qualifiers.begins(span, at: at) { qualified = true }
    guard qualified else { return nil }
    if span[at] == Ascii.comma, !clauseStart, !span.matches(", as used", at: at), !span.matches(", when used", at: at) {
      return nil
    }
    let limit = min(paragraph.upperBound, at + 150)
    var depth = 0
    while at < limit {
      let byte = span[at]
      if byte == Ascii.open { depth += 1 }
      if byte == Ascii.close {
        depth -= 1
        if depth < 0 { return nil }
      }
      if byte == Ascii.semicolon || byte == Ascii.period && at + 1 < limit && span[at + 1] == Ascii.space || byte == Ascii.colon {
        return nil
      }
      if byte == Ascii.quote, !clauseStart { return nil }
      if byte == Ascii.space, depth == 0, at + 1 < limit {
        if let verb = verbHere(span, at + 1, paragraph, clauseStart: false) { return verb }
        if clauseStart, occurs(span, at + 1) { return .means }
      }
      at += 1
    }
    return nil
  }

  /// Whether an event is said to happen under conditions: `A "Change in Control" of Oak shall be deemed to have occurred if`.
  private static func occurs(_ span: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    for words: StaticString in ["shall ", "will ", "is ", "be deemed to ", "deemed to "] where span.matches(words, at: at) {
      at += words.utf8CodeUnitCount
    }
    guard at > start else { return false }
    for words: StaticString in ["have occurred ", "occur "] where span.matches(words, at: at) {
      return conditions.begins(span, at: at + words.utf8CodeUnitCount)
    }
    return false
  }

  private static let conditions = WordSet("if", "when", "upon", "on", "at", "where", "in", "only")

  /// What is said of a word by these is no meaning: `paragraphs "E" and "F" are hereby added`, `"Sections" are references to`.
  private static let saysOther = WordSet(
    "deemed", "hereby", "to", "references", "used", "for", "registered", "intended", "added", "deleted", "amended", "replaced",
    "not")

  private static func verbHere(_ span: Span<UInt8>, _ at: Int, _ paragraph: Range<Int>, clauseStart: Bool) -> Verb? {
    let first = span[at].lowercased
    switch first {
    case 0x6D:
      for word: StaticString in ["means", "mean"] where span.matchesWord(word, at: at) {
        return pointing(span, behind: at + word.utf8CodeUnitCount) ?? .means
      }
      // "within the meaning of"
      if span.matchesWord("meaning", at: at), !span.matchesWord("the", endingAt: span.skipSpaces(endingAt: at)) { return .means }
    case 0x73:
      var next = at
      if span.matches("shall ", at: at) { next = at + 6 }
      if span.matches("respectively ", at: next) { next += 13 }
      if next == at, span.matchesWord("signifies", at: at) { return .means }
      guard next > at else { return nil }
      if span.matches("also ", at: next) || span.matches("not ", at: next) { return nil }
      for word: StaticString in ["mean", "means", "refer to", "be understood to mean", "be deemed to mean", "be deemed to exist"]
      where span.matches(word, at: next) {
        return .means
      }
      if span.matches("be construed accordingly", at: next) { return .means }
      if span.matches("each mean", at: next) || span.matches("collectively mean", at: next) { return .means }
      if clauseStart, span.matches("equal ", at: next) { return .means }
      if span.matches("have", at: next) { return hasMeaning(span, next + 4, paragraph) }
      if clauseStart,
        span.matches("include", at: next) || span.matches("encompass", at: next) || span.matches("exist ", at: next)
          || span.matches("be ", at: next) && !span.matches("be deemed to include", at: next)
      {
        return .means
      }
    case 0x68:
      if span.matchesWord("has", at: at) { return hasMeaning(span, at + 3, paragraph) }
      if span.matchesWord("have", at: at) { return hasMeaning(span, at + 4, paragraph) }
      if span.matches("having the meaning", at: at) { return hasMeaning(span, at + 6, paragraph) }
    case 0x69:
      if span.matches("is defined", at: at) || span.matches("is used as defined", at: at) { return .hasMeaning(at) }
      for words: StaticString in [
        "is to be read as", "is to be construed as", "is to be construed accordingly", "is construed accordingly",
        "is construed as", "is a reference to", "is to mean",
      ]
      where span.matches(words, at: at) { return .means }
      if clauseStart, span.matches("is ", at: at), !saysOther.begins(span, at: at + 3) { return .means }
      if clauseStart, span.matchesWord("includes", at: at) || span.matches("identifies", at: at) { return .means }
    case 0x61:
      if span.matches("are defined", at: at) { return .hasMeaning(at) }
      if clauseStart, span.matches("are ", at: at), !saysOther.begins(span, at: at + 4) { return .means }
    case 0x64:
      if span.matches("denotes ", at: at) || span.matches("denote ", at: at) { return .means }
      // `"Message" does not include a call.`
      if clauseStart, span.matches("does not include ", at: at) { return .means }
    case 0x65:
      if span.matches("each have ", at: at) || span.matches("each has ", at: at) { return hasMeaning(span, at + 9, paragraph) }
      if clauseStart, span.matches("exists ", at: at) || span.matches("exist ", at: at) || span.matches("equals ", at: at) {
        return .means
      }
    case 0x63 where clauseStart:
      if span.matchesWord("comprises", at: at) || span.matches("consists of ", at: at) || span.matches("consist of ", at: at) {
        return .means
      }
    case 0x6F where clauseStart:
      // `"Change of Control" occurs when: (a) …`
      if span.matches("occurs ", at: at), conditions.begins(span, at: at + 7) { return .means }
    case 0x72:
      if span.matches("refers to", at: at) || span.matches("refer to", at: at) { return .means }
    case Ascii.colon where clauseStart:
      let next = span.skipSpaces(at + 1)
      if span.matches("as defined", at: next) || span.matches("has the meaning", at: next) { return .hasMeaning(next) }
      // `"Award": see clause 2.2.`
      if span.matches("see ", at: next) { return .hasMeaning(next) }
      return next < paragraph.upperBound && !(span[next] == Ascii.quote) ? .means : nil
    case 0x3D where clauseStart:
      // `"Season" = the months from April to October`
      return at + 2 < paragraph.upperBound && span[at + 1] == Ascii.space ? .means : nil
    case Ascii.hyphen where clauseStart:
      guard at + 1 < paragraph.upperBound, span[at + 1] == Ascii.space || span[at + 1] == Ascii.hyphen else { return nil }
      return pointing(span, behind: at + 2) ?? .means
    case 0xE2 where clauseStart && span.matches("\u{2014}", at: at):
      // `"Machine" — the digger`
      return at + 4 < paragraph.upperBound ? pointing(span, behind: at + 3) ?? .means : nil
    case 0x77:
      if span.matches("which shall mean", at: at) || span.matches("which means", at: at) { return .means }
      if span.matches("will be construed accordingly", at: at) { return .means }
      if span.matches("will mean", at: at) || span.matches("will refer to", at: at) { return .means }
      if span.matches("will have the", at: at) { return hasMeaning(span, at + 9, paragraph) }
    default: break
    }
    return nil
  }

  /// What stands where a meaning would and only says where it is: "means as defined in the preamble", "– see Section 2".
  private static func pointing(_ span: Span<UInt8>, behind verb: Int) -> Verb? {
    let at = span.skipSpaces(verb)
    for words: StaticString in [
      "as defined in ", "as set forth in ", "as specified in ", "see section ", "see article ", "see clause ",
    ]
    where span.matches(words, at: at) { return .hasMeaning(at) }
    return nil
  }

  /// "the meaning …", "a correlative meaning", "such meaning".
  private static func hasMeaning(_ span: Span<UInt8>, _ at: Int, _ paragraph: Range<Int>) -> Verb? {
    let limit = min(paragraph.upperBound, at + 48)
    guard let meaning = span.firstIndex(of: "meaning", in: at..<limit) else { return nil }
    return .hasMeaning(meaning)
  }

  private enum Pointer {
    case reference(Range<Int>?)
    case external
    case here
  }

  /// Where a meaning is said to be: a provision of this agreement, another document, or right here.
  private static func pointer(_ span: Span<UInt8>, _ start: Int, _ paragraph: Range<Int>) -> Pointer {
    var end = start
    let limit = min(paragraph.upperBound, start + 320)
    while end < limit, span[end] != Ascii.semicolon,
      !(span[end] == Ascii.period && (end + 1 >= limit || span[end + 1] == Ascii.space) && !Abbreviation.closesAny(span, end))
    { end += 1 }
    let clause = start..<end
    var at = start
    while at < end {
      if span[at].isLetter || span[at] >= 0x80, at == 0 || !span[at - 1].isWord, let words = ReferenceGrammar.parse(span, at, end) {
        if words.isAttachment {
          return .reference(words.range)
        }
        return ReferenceOwner.isExternal(span, words, limit: end) ? .external : .reference(words.range)
      }
      at += 1
    }
    for place: StaticString in [
      "preamble", "recital", "introductory", "first paragraph", "opening paragraph", "above", "heading of", "herein", "hereof",
    ] where span.firstIndex(of: place, in: clause) != nil { return .reference(nil) }
    for place: StaticString in [" below", "following", "correlative", "meaning:", "meanings:"]
    where span.firstIndex(of: place, in: clause) != nil { return .here }
    for owner: StaticString in [
      " agreement", " act", " code", " law", " plan", " rule", " regulation", " indenture", " lease", " erisa", " ucc", "statute",
      "gaap", " policy", " charter", " note", " contract",
    ] where span.firstIndex(of: owner, in: clause) != nil {
      return span.firstIndex(of: "this agreement", in: clause) != nil ? .here : .external
    }
    return .here
  }

  /// `the word "X"`, `words "X"`, `definition of "X"`, `phrase "X"`: words discussed, not defined.
  private static func precededByWord(_ span: Span<UInt8>, _ open: Int) -> Bool {
    var at = open
    while at > 0, span[at - 1] == Ascii.space { at -= 1 }
    for word: StaticString in [
      "word", "words", "definition of", "phrase", "phrases", "marked", "meaning of", "expression", "legend",
      "definition of the term", "by", "with", "replacing",
    ]
    where span.matchesWord(word, endingAt: at) { return true }
    return false
  }

  /// Whether a quotation stands where a clause begins: behind a number, a period or semicolon, "the term", or an article.
  private static func startsClause(_ span: Span<UInt8>, _ open: Int, _ paragraph: Range<Int>) -> Bool {
    var at = open
    while at > paragraph.lowerBound, span[at - 1] == Ascii.space { at -= 1 }
    if at == paragraph.lowerBound { return true }
    for word: StaticString in ["the term", "term", "an", "a", "the", "terms"] where span.matchesWord(word, endingAt: at) {
      at -= word.utf8CodeUnitCount
      while at > paragraph.lowerBound, span[at - 1] == Ascii.space { at -= 1 }
      break
    }
    if at == paragraph.lowerBound { return true }
    let before = span[at - 1]
    return before == Ascii.period || before == Ascii.semicolon || before == Ascii.colon || before == Ascii.close
      || before == Ascii.comma || before.isDigit || before == Ascii.hyphen
      || before == Ascii.quote || span.matchesWord("and", endingAt: at) || before == 0x94 || before == 0xA2 || before == 0xB7
  }
}
