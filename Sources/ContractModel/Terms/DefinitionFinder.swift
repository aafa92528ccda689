/// Finds the places that make terms, by the form of the words around a quotation.
///
/// `"Fee" means …`, `"Fee" shall have the meaning set forth in Section 4`, `(the "Fee")`, `(each a "Party" and together the "Parties")`,
/// `hereinafter referred to as "Buyer"`; and without quotation marks `Fee means …` where a definitions list prints its terms so.
/// Quoted words that define nothing (`marked "confidential"`, `the word "including" means`) have none of these forms.
struct DefinitionFinder {
  /// A definition in reading offsets, before its kind is final.
  struct Found {
    var kind: Definition.Kind
    var words: Range<Int>
    var extent: Range<Int>
    /// The reference words behind "has the meaning set forth in", if any.
    var pointer: Range<Int>?
  }

  static func find(_ reading: ReadingText, _ paragraphs: [ProvisionCandidates.Paragraph], _ tree: ProvisionTree) -> [Found] {
    let span = reading.bytes.span
    var found: [Found] = []
    var quotes: [QuotedWords] = []
    for paragraph in paragraphs {
      quotes.removeAll(keepingCapacity: true)
      QuotedWords.inParagraph(span, paragraph.range, into: &quotes)
      for index in quotes.indices {
        if let definition = definition(span, quotes, index, paragraph.range, found.last) { found.append(definition) }
      }
    }
    found += UnquotedDefinitions.find(reading, paragraphs, tree, found)
    found.sort { $0.words.lowerBound < $1.words.lowerBound }
    return found
  }

  private static func definition(
    _ span: Span<UInt8>, _ quotes: [QuotedWords], _ index: Int, _ paragraph: Range<Int>, _ last: Found?
  ) -> Found? {
    let quote = quotes[index]
    guard nameable(span, quote.words) else { return nil }
    if let found = list(span, quotes, index, paragraph) { return found }
    if inline(span, quotes, index, paragraph) || named(span, quote, paragraph, last) {
      return Found(kind: .inline, words: quote.words, extent: sentence(span, quote.open, paragraph))
    }
    return nil
  }

  /// Whether the words can be a term: letters, at most a dozen words, not a sentence.
  private static func nameable(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    var spaces = 0
    var letters = 0
    for i in words {
      if span[i] == Ascii.space { spaces += 1 }
      if span[i].isLetter || span[i] >= 0x80 { letters += 1 }
      if span[i] == Ascii.semicolon { return false }
    }
    return letters > 0 && spaces < 12 && words.count < 110
  }

  // MARK: "X" means

  private static func list(_ span: Span<UInt8>, _ quotes: [QuotedWords], _ index: Int, _ paragraph: Range<Int>) -> Found? {
    let quote = quotes[index]
    if precededByWord(span, quote.open) || isFunctionWord(span, quote.words) { return nil }
    // Over aliases: "X" or "Y" means; "X" and "Y" have meanings correlative.
    var at = quote.end
    var next = index + 1
    while next < quotes.count, joined(span, at..<quotes[next].open) {
      at = quotes[next].end
      next += 1
    }
    guard let verb = verb(span, at, paragraph, clauseStart: startsClause(span, quote.open, paragraph)) else { return nil }
    let extent = sentence(span, quote.open, paragraph)
    switch verb {
    case .means: return Found(kind: .list, words: quote.words, extent: extent)
    case .hasMeaning(let start):
      switch pointer(span, start, paragraph) {
      case .reference(let range): return Found(kind: .reference, words: quote.words, extent: extent, pointer: range)
      case .external: return Found(kind: .external, words: quote.words, extent: extent)
      case .here: return Found(kind: .list, words: quote.words, extent: extent)
      }
    }
  }

  /// `herein`, `including`, `or`: rules of construction speak of them, no one defines them.
  private static func isFunctionWord(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    for word: StaticString in [
      "hereof", "herein", "hereunder", "hereto", "hereby", "hereafter", "herewith", "include", "includes", "including", "or", "and",
      "from",
      "to", "until", "through", "will", "shall", "may", "must", "without limitation", "to the extent", "thereof", "not", "any",
      "all", "each",
    ] where word.utf8CodeUnitCount == words.count && span.matches(word, at: words.lowerBound) && span[words.lowerBound].isLower {
      return true
    }
    return false
  }

  private enum Verb {
    case means
    case hasMeaning(Int)
  }

  private static func joined(_ span: Span<UInt8>, _ gap: Range<Int>) -> Bool {
    let at = span.skipSpaces(gap.lowerBound)
    guard gap.count <= 24 else { return false }
    if at >= gap.upperBound { return false }
    for word: StaticString in ["or", "and", ", or", ", and", ",", "and/or", "and the term", "or the term", "and the", "or the"] {
      let end = at + word.utf8CodeUnitCount
      if span.matches(word, at: at), span.skipSpaces(end) == gap.upperBound { return true }
    }
    return false
  }

  /// The defining verb behind a quotation, over a short qualification.
  private static func verb(_ span: Span<UInt8>, _ start: Int, _ paragraph: Range<Int>, clauseStart: Bool) -> Verb? {
    var at = span.skipSpaces(start)
    guard at < paragraph.upperBound else { return nil }
    if let verb = verbHere(span, at, paragraph, clauseStart: clauseStart) { return verb }
    // A qualification: "of any Person", "as used herein", "(and correlative terms)", ", with respect to …,".
    var qualified = span[at] == Ascii.comma || span[at] == Ascii.open
    for word: StaticString in ["of", "as", "when", "with", "for", "in", "used", "under", "or", "and", "shall", "hereunder"]
    where span.matchesWord(word, at: at) { qualified = true }
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
      if byte == Ascii.space, depth == 0, let verb = verbHere(span, at + 1, paragraph, clauseStart: false) { return verb }
      at += 1
    }
    return nil
  }

  private static func verbHere(_ span: Span<UInt8>, _ at: Int, _ paragraph: Range<Int>, clauseStart: Bool) -> Verb? {
    let first = span[at].lowercased
    switch first {
    case 0x6D:
      for word: StaticString in ["means", "mean", "meaning"] where span.matchesWord(word, at: at) { return .means }
    case 0x73:
      var next = at
      if span.matches("shall ", at: at) { next = at + 6 }
      if span.matches("respectively ", at: next) { next += 13 }
      guard next > at else { return nil }
      if span.matches("also ", at: next) || span.matches("not ", at: next) { return nil }
      for word: StaticString in ["mean", "means", "refer to", "be understood to mean"] where span.matches(word, at: next) {
        return .means
      }
      if span.matches("each mean", at: next) || span.matches("collectively mean", at: next) { return .means }
      if span.matches("have", at: next) { return hasMeaning(span, next + 4, paragraph) }
      if clauseStart,
        span.matches("include", at: next) || span.matches("be ", at: next) && !span.matches("be deemed to include", at: next)
      {
        return .means
      }
    case 0x68:
      if span.matchesWord("has", at: at) { return hasMeaning(span, at + 3, paragraph) }
      if span.matchesWord("have", at: at) { return hasMeaning(span, at + 4, paragraph) }
      if span.matches("having the meaning", at: at) { return hasMeaning(span, at + 6, paragraph) }
    case 0x69:
      if span.matches("is defined", at: at) || span.matches("is used as defined", at: at) { return .hasMeaning(at) }
      if clauseStart, span.matches("is ", at: at), !span.matches("is deemed", at: at) { return .means }
      if clauseStart, span.matches("includes ", at: at) || span.matches("identifies", at: at) { return .means }
    case 0x61:
      if span.matches("are defined", at: at) { return .hasMeaning(at) }
    case 0x72:
      if span.matches("refers to", at: at) || span.matches("refer to", at: at) { return .means }
    case Ascii.colon where clauseStart:
      let next = span.skipSpaces(at + 1)
      if span.matches("as defined", at: next) || span.matches("has the meaning", at: next) { return .hasMeaning(next) }
      return next < paragraph.upperBound && !(span[next] == Ascii.quote) ? .means : nil
    case Ascii.hyphen where clauseStart:
      return at + 1 < paragraph.upperBound && (span[at + 1] == Ascii.space || span[at + 1] == Ascii.hyphen) ? .means : nil
    case 0x77:
      if span.matches("will mean", at: at) || span.matches("will refer to", at: at) { return .means }
      if span.matches("will have the", at: at) { return hasMeaning(span, at + 9, paragraph) }
    default: break
    }
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
      !(span[end] == Ascii.period && (end + 1 >= limit || span[end + 1] == Ascii.space) && !abbreviation(span, end))
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

  private static func abbreviation(_ span: Span<UInt8>, _ at: Int) -> Bool {
    at >= 2 && span[at - 1].isUpper && !span[at - 2].isLetter || span.matchesWord("sec", endingAt: at)
      || span.matchesWord("no", endingAt: at)
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
    func back() {}
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

  // MARK: (the "X")

  private static func inline(_ span: Span<UInt8>, _ quotes: [QuotedWords], _ index: Int, _ paragraph: Range<Int>) -> Bool {
    let quote = quotes[index]
    guard let open = openBracket(span, quote.open, paragraph) else { return false }
    // What stands between the bracket and the quotation, earlier quotations stripped.
    var words = open + 1
    var first = true
    if index > 0, quotes[index - 1].open > open {
      words = quotes[index - 1].end
      first = false
    }
    let gap = words..<quote.open
    guard introduces(span, gap, first: first) else { return false }
    return closes(span, quote, paragraph)
  }

  /// The bracket that is open at a place, or nil.
  private static func openBracket(_ span: Span<UInt8>, _ place: Int, _ paragraph: Range<Int>) -> Int? {
    var depth = 0
    var i = place - 1
    let limit = max(paragraph.lowerBound, place - 500)
    while i >= limit {
      if span[i] == Ascii.close || span[i] == Ascii.closeBracket { depth += 1 }
      if span[i] == Ascii.open || span[i] == Ascii.openBracket {
        if depth == 0 {
          // `1)` and `(a)` close what they did not open; `[(the "X")]` opens twice.
          return i
        }
        depth -= 1
      }
      i -= 1
    }
    return nil
  }

  /// Whether the words before a quotation in brackets present it as a name.
  private static func introduces(_ span: Span<UInt8>, _ gap: Range<Int>, first: Bool) -> Bool {
    var end = gap.upperBound
    while end > gap.lowerBound, span[end - 1] == Ascii.space { end -= 1 }
    var start = gap.lowerBound
    while start < end, span[start] == Ascii.space { start += 1 }
    if start == end { return true }
    for bad: StaticString in [
      "defined in", "within the meaning", "marked", "meaning of", "definition of", "formerly", "e.g.", "whether", "for example",
      "entitled", "currently",
    ]
    where span.firstIndex(of: bad, in: start..<end) != nil { return false }
    for word: StaticString in [
      "the", "a", "an", "this", "each", "as", "collectively", "together", "individually", "hereinafter", "herein", "hereafter",
      "being", "called", "collective", "jointly", "or", "and", "such", "any", "all", "severally", "sometimes", "known", "either",
      "also", "our", "your", "those", "these", "to", "hereinafter,", "collectively,", "together,", "each,", "individually,",
      "hereinafter:", "its", "one",
    ]
    where span.matches(word, at: end - word.utf8CodeUnitCount) && end - word.utf8CodeUnitCount >= start
      && (end - word.utf8CodeUnitCount == start || !span[end - word.utf8CodeUnitCount - 1].isWord)
    {
      if end - word.utf8CodeUnitCount == start { return true }
      if span.matchesWord("to", endingAt: end), !span.matchesWord("referred to", endingAt: end) { return false }
      if span.matchesWord("and", endingAt: end) || span.matchesWord("or", endingAt: end) {
        return !first || end - start < 40 && connectors(span, start..<end)
      }
      if connectors(span, start..<end) { return true }
      // A clause before it: it must close with a comma, a naming verb or a copula.
      return presents(span, start..<end, first: first)
    }
    return span.firstIndex(of: "referred to", in: start..<end) != nil || span.firstIndex(of: "called", in: start..<end) != nil
      || end - start <= 2 && span[end - 1] == Ascii.hyphen
      || span[end - 1] == Ascii.comma && connectors(span, start..<end)
  }

  /// Whether every word is one that only connects: "hereinafter sometimes collectively referred to as the".
  private static func connectors(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      while i < range.upperBound, !span[i].isWord { i += 1 }
      let start = i
      while i < range.upperBound, span[i].isWord { i += 1 }
      guard i > start else { break }
      var known = false
      for word: StaticString in [
        "the", "a", "an", "this", "each", "any", "all", "such", "and", "or", "as", "to", "of", "is", "are", "be", "being",
        "hereinafter", "hereafter", "herein", "hereunder", "collectively", "individually",
        "together", "with", "jointly", "severally", "referred", "called", "known", "defined", "sometimes", "also", "both", "either",
        "in", "agreement", "may", "shall", "will", "them", "which", "it", "every", "foregoing", "singly", "collective", "capacity",
        "its", "their", "one", "more", "separately", "time", "from", "for", "purposes", "amended", "then", "thereof",
        "respectively", "aggregate", "case", "plural", "singular", "throughout", "document", "we", "us", "our", "contract", "after",
      ]
      where word.utf8CodeUnitCount == i - start && span.matches(word, at: start) {
        known = true
        break
      }
      if !known { return false }
    }
    return true
  }

  private static func presents(_ span: Span<UInt8>, _ range: Range<Int>, first: Bool) -> Bool {
    // Before the last article: a comma, dash or verb.
    var end = range.upperBound
    for word: StaticString in [
      "the", "a", "an", "this", "each a", "each an", "each", "collectively", "together", "collectively the", "as",
    ] where span.matchesWord(word, endingAt: end) {
      end -= word.utf8CodeUnitCount
      break
    }
    while end > range.lowerBound, span[end - 1] == Ascii.space { end -= 1 }
    guard end > range.lowerBound else { return true }
    if span[end - 1] == Ascii.comma || span[end - 1] == Ascii.hyphen || span[end - 1] == Ascii.semicolon
      || span[end - 1] == Ascii.colon
    {
      return true
    }
    for word: StaticString in [
      "referred to as", "referred to", "called", "known as", "as", "being", "defined as", "constituting", "constitute", "to as",
      "collectively", "each", "herein", "hereinafter", "hereafter", "and", "or", "together", "be", "is", "are",
    ] where span.matchesWord(word, endingAt: end) { return true }
    return false
  }

  /// Whether what follows the quotation closes the bracket soon.
  private static func closes(_ span: Span<UInt8>, _ quote: QuotedWords, _ paragraph: Range<Int>) -> Bool {
    let at = span.skipSpaces(quote.end)
    guard at < paragraph.upperBound else { return true }
    let byte = span[at]
    if byte == Ascii.close || byte == Ascii.comma || byte == Ascii.semicolon || byte == Ascii.closeBracket || byte == Ascii.period {
      return true
    }
    for word: StaticString in [
      "and", "or", "as", "which", "for", "with", "when", "herein", "in this", "hereinafter", "below", "collectively", "together",
      "individually", "such", "each", "the", "pursuant", "under", "to the extent", "where",
    ] where span.matchesWord(word, at: at) || span.matches(word, at: at) {
      return span.firstIndex(of: ")", in: at..<min(paragraph.upperBound, at + 400)) != nil
    }
    return false
  }

  // MARK: referred to as "X"

  private static func named(_ span: Span<UInt8>, _ quote: QuotedWords, _ paragraph: Range<Int>, _ last: Found?) -> Bool {
    var at = quote.open
    while at > paragraph.lowerBound, span[at - 1] == Ascii.space { at -= 1 }
    var stripped = true
    while stripped {
      stripped = false
      for word: StaticString in [
        "the", "a", "an", "each", "collectively", "individually", "this", "herein", "respectively", "collectively,", "either",
      ] where span.matchesWord(word, endingAt: at) && at - word.utf8CodeUnitCount > paragraph.lowerBound {
        at -= word.utf8CodeUnitCount
        while at > paragraph.lowerBound, span[at - 1] == Ascii.space { at -= 1 }
        stripped = true
      }
    }
    for word: StaticString in [
      "referred to as", "referred to herein as", "referred to hereinafter as", "referred to hereafter as",
      "referred to in this agreement as", "hereinafter called", "herein called", "hereafter called", "hereinafter", "hereafter",
      "referred to individually as", "referred to collectively as", "referred to herein collectively as", "herein collectively as",
      "hereinafter as", "referred to below as", "hereinafter known as", "hereinafter designated", "herein referred to as",
      "herein collectively", "referred to herein individually as",
    ] where span.matchesWord(word, endingAt: at) {
      let before = at - word.utf8CodeUnitCount
      for bad: StaticString in ["commonly ", "currently ", "generally ", "sometimes also ", "previously "]
      where before >= bad.utf8CodeUnitCount && span.matches(bad, at: before - bad.utf8CodeUnitCount) { return false }
      return true
    }
    // "… collectively as the "Parties" and separately as a "Party."": goes on from the definition before.
    if let last, last.kind == .inline, quote.open - last.words.upperBound < 60, quote.open > last.words.upperBound {
      let gap = (last.words.upperBound + 1)..<quote.open
      if connectors(span, gap), span.matchesWord("as", endingAt: at) || span.firstIndex(of: " and ", in: gap) != nil,
        span.firstIndex(of: ")", in: gap) == nil
      {
        return span.matchesWord("as", endingAt: at)
      }
    }
    return false
  }

  /// From the opening quote to the end of the sentence.
  static func sentence(_ span: Span<UInt8>, _ open: Int, _ paragraph: Range<Int>) -> Range<Int> {
    var i = open
    while i < paragraph.upperBound {
      if span[i] == Ascii.period,
        i + 1 >= paragraph.upperBound
          || span[i + 1] == Ascii.space && i + 2 < paragraph.upperBound && (span[i + 2].isUpper || span[i + 2] == Ascii.quote)
            && !abbreviation(span, i)
      {
        return open..<(i + 1)
      }
      i += 1
    }
    return open..<max(open, paragraph.upperBound)
  }
}
