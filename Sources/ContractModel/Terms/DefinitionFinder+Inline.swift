/// Definitions in brackets: `(the "X")`, `(each a "X" and collectively the "Xs")`.
extension DefinitionFinder {
  static func inline(_ span: Span<UInt8>, _ quotes: [QuotedWords], _ index: Int, _ paragraph: Range<Int>) -> Bool {
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
    // `(for example, "Carta" or "paper book")`: what leads the first leads all.
    if !first {
      var lead = index
      while lead > 0, quotes[lead - 1].open > open { lead -= 1 }
      let words = open + 1..<quotes[lead].open
      for bad: StaticString in ["for example", "e.g.", "such as"] where span.firstIndex(of: bad, in: words) != nil { return false }
    }
    return closes(span, quote, paragraph)
  }

  /// Terms in brackets that are set apart by type instead of quotation marks, behind an article: `(the **Seller**)`, `(**the Seller**)`.
  static func setApart(_ span: Span<UInt8>, _ marks: ArraySlice<Range<Int>>, besides quotes: [QuotedWords], _ paragraph: Range<Int>)
    -> [Found]
  {
    var out: [Found] = []
    var next = 0
    for mark in marks where mark.count <= 60 && out.last?.words.overlaps(mark) != true {
      while next < quotes.count, quotes[next].end <= mark.lowerBound { next += 1 }
      guard next == quotes.count || quotes[next].open >= mark.upperBound else { continue }
      var words = mark
      var open = mark.lowerBound
      for article: StaticString in ["the ", "each a ", "each an ", "a ", "an "]
      where article.utf8CodeUnitCount < mark.count && span.matches(article, at: mark.lowerBound) {
        words = (mark.lowerBound + article.utf8CodeUnitCount)..<mark.upperBound
        open = words.lowerBound
        break
      }
      while words.count > 1, !span[words.upperBound - 1].isAlphanumeric { words = words.lowerBound..<(words.upperBound - 1) }
      let quote = QuotedWords(open: open, words: words, end: words.upperBound)
      let before = span.skipSpaces(endingAt: open)
      guard words.count > 1, span[words.lowerBound].isUpper, before > paragraph.lowerBound, span[before - 1].isLetter,
        nameable(span, words),
        inline(span, [quote], 0, paragraph)
      else { continue }
      out.append(Found(kind: .inline, words: words, extent: sentence(span, open, behind: words.upperBound, paragraph)))
    }
    return out
  }

  /// Terms that are set apart by type at the head of a sentence within a paragraph: `1. Words. **Machine** means the digger.`
  static func setApartInSentence(_ span: Span<UInt8>, _ marks: ArraySlice<Range<Int>>, _ paragraph: Range<Int>) -> [Found] {
    marks.compactMap { mark in
      guard mark.count <= 60, mark.lowerBound > paragraph.lowerBound + 2, span[mark.lowerBound].isUpper else { return nil }
      var before = span.skipSpaces(endingAt: mark.lowerBound)
      for article: StaticString in ["a", "an", "the"] where span.matchesWord(article, endingAt: before) {
        before = span.skipSpaces(endingAt: before - article.utf8CodeUnitCount)
      }
      let end = span.skipSpaces(endingAt: mark.upperBound)
      let verb = span.skipSpaces(end)
      guard before > paragraph.lowerBound, [Ascii.period, Ascii.colon, Ascii.semicolon].contains(span[before - 1]),
        end > mark.lowerBound + 1, verb < paragraph.upperBound
      else { return nil }
      return DefinitionHeads.byVerb(span, mark.lowerBound..<end, verb..<span.wordEnd(verb), paragraph)
    }
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
    for bad: StaticString in ["marked", "definition of", "e.g.", "whether", "for example", "currently"]
    where span.firstIndex(of: bad, in: start..<end) != nil { return false }
    // "(formerly known as Oak, the "Company")": what is cut off by a comma names anew.
    let cut = isCutOff(span, start..<end)
    for bad: StaticString in ["defined in", "within the meaning", "meaning of", "formerly", "entitled"]
    where !cut && span.firstIndex(of: bad, in: start..<end) != nil { return false }
    // `(any such payment a "Bonus")`, `(such support "Credit Support")`
    if end - start <= 60, span[gap.upperBound + 1].isUpper, !span.matches("such as", at: start),
      ["such ", "any such ", "each such ", "all such "].contains(where: { span.matches($0, at: start) }),
      !["term", "terms", "word", "words"].contains(where: { span.matchesWord($0, endingAt: end) })
    {
      return true
    }
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
      // `(together with any renewal, such further years the "Term")`
      if span.matchesWord("together", at: start) || span.matchesWord("collectively", at: start) { return true }
      // A clause before it: it must close with a comma, a naming verb or a copula.
      return presents(span, start..<end, first: first)
    }
    return span.firstIndex(of: "referred to", in: start..<end) != nil || span.firstIndex(of: "called", in: start..<end) != nil
      || end - start <= 2 && span[end - 1] == Ascii.hyphen
      || span[end - 1] == Ascii.comma && (connectors(span, start..<end) || cut && span[gap.upperBound + 1].isUpper)
  }

  /// Whether a comma, and perhaps an article, stands last, and the words do not give instances: `(the calls in (i) and (ii), "Calls")`.
  private static func isCutOff(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    var end = words.upperBound
    if span.matchesWord("the", endingAt: end) { end = span.skipSpaces(endingAt: end - 3) }
    guard end > words.lowerBound, span[end - 1] == Ascii.comma else { return false }
    // `(including its Affiliates, "Customer")` names the company.
    for whose: StaticString in ["including its ", "including their ", "including any of its "]
    where span.matches(whose, at: words.lowerBound) { return true }
    for word: StaticString in ["including", "such as", "i.e.", "or", "other", "excluding", "except"]
    where span.matchesWord(word, at: words.lowerBound) { return false }
    return true
  }

  /// Whether every word is one that only connects: "hereinafter sometimes collectively referred to as the".
  static func connectors(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
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
        "respectively", "call", "aggregate", "case", "plural", "singular", "throughout", "document", "we", "us", "our", "contract",
        "deed", "lease", "letter", "these", "terms",
        "after",
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

  /// Terms for the parties that begin with a small letter.
  private static let speakers = WordSet("we", "us", "our", "you", "your")

  /// Whether what follows the quotation closes the bracket soon.
  private static func closes(_ span: Span<UInt8>, _ quote: QuotedWords, _ paragraph: Range<Int>) -> Bool {
    let at = span.skipSpaces(quote.end)
    guard at < paragraph.upperBound else { return true }
    let byte = span[at]
    if byte == Ascii.close || byte == Ascii.comma || byte == Ascii.semicolon || byte == Ascii.closeBracket || byte == Ascii.period {
      return true
    }
    // `("Oak," "we," or "us")`
    if byte == Ascii.quote, span[quote.end - 2] == Ascii.comma,
      span[quote.words.lowerBound].isUpper || speakers.contains(span, quote.words)
    {
      return true
    }
    // `(the "Term" (its first day being the "Start Date"))`
    if byte == Ascii.open, !span.matches("as ", at: at + 1), let inner = ReferenceOwner.closing(span, at, paragraph.upperBound) {
      return inner + 1 < paragraph.upperBound && span[inner + 1] == Ascii.close
    }
    for word: StaticString in [
      "and", "or", "as", "which", "for", "with", "when", "herein", "in this", "hereinafter", "below", "collectively", "together",
      "individually", "such", "each", "the", "pursuant", "under", "to the extent", "where",
    ] where span.matchesWord(word, at: at) || span.matches(word, at: at) {
      return span.firstIndex(of: ")", in: at..<min(paragraph.upperBound, at + 400)) != nil
    }
    return false
  }
}
