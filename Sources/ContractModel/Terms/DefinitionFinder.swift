/// Finds the places that make terms, by the form of the words around a quotation.
///
/// `"Fee" means …`, `"Fee" shall have the meaning set forth in Section 4`, `(the "Fee")`, `(each a "Party" and together the "Parties")`,
/// `hereinafter referred to as "Buyer"`; and without quotation marks `Fee means …` where a definitions list prints its terms so, and
/// `(the Fee)` where the file prints the word in bold or underlined.
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

  static func find(
    _ text: SourceText, _ reading: ReadingText, _ paragraphs: [Paragraph], _ heads: DefinitionHeads, _ keywords: KeywordIndex
  ) -> [Found] {
    let span = reading.bytes.span
    var found: [Found] = []
    var quotes: [QuotedWords] = []
    for (number, paragraph) in paragraphs.enumerated() {
      if number + 1 < paragraphs.count, let own = aboveMeaning(span, paragraph.range, paragraphs[number + 1].range) {
        found.append(own)
        continue
      }
      quotes.removeAll(keepingCapacity: true)
      QuotedWords.inParagraph(span, paragraph.range, into: &quotes)
      for index in quotes.indices {
        if let definition = definition(span, quotes, index, paragraph.range, found.last) { found.append(definition) }
      }
      let marks = reading.emphasis.marks(in: paragraph.range)
      if !marks.isEmpty {
        found += setApart(span, marks, besides: quotes, paragraph.range)
        found += setApartInSentence(span, marks, paragraph.range)
      }
    }
    found += UnquotedDefinitions.find(reading, paragraphs, heads, keywords, found)
    var known = Set<Int>()
    found.removeAll { !known.insert($0.words.lowerBound).inserted }
    found += ColumnDefinitions.find(reading, paragraphs, text).filter { !known.contains($0.words.lowerBound) }
    found.sort { $0.words.lowerBound < $1.words.lowerBound }
    return found
  }

  /// Definitions with the roles of parties that nothing sets apart but brackets: `Elm Ltd (Hirer)`.
  static func adding(roles: [Range<Int>], to found: [Found], _ span: Span<UInt8>, _ paragraphs: [Paragraph]) -> [Found] {
    let new = roles.filter { role in !found.contains { $0.words.overlaps(role) } }
    guard !new.isEmpty else { return found }
    let made = new.map { role in
      let index = paragraphs.boundary(behindAll: { $0.range.upperBound < role.upperBound })
      let paragraph = index < paragraphs.count ? paragraphs[index].range : role
      return Found(kind: .inline, words: role, extent: sentence(span, role.lowerBound, behind: role.upperBound, paragraph))
    }
    return (found + made).sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// A term on a line of its own above the words that begin with "means": `"Goods"`, then `means the boards in the order.`
  private static func aboveMeaning(_ span: Span<UInt8>, _ line: Range<Int>, _ next: Range<Int>) -> Found? {
    // `"Goods":`, and its meaning below.
    let isQuoted =
      line.count > 4 && span[line.lowerBound] == Ascii.quote && next.count > 8 && span[next.lowerBound] != Ascii.quote
      && (span[line.upperBound - 1] == Ascii.colon && span[line.upperBound - 2] == Ascii.quote
        || span[line.upperBound - 2] == Ascii.colon && span[line.upperBound - 1] == Ascii.quote)
    guard line.count <= 80, !line.isEmpty, next.count > 8,
      isQuoted || span.matchesWord("means", at: next.lowerBound) || span.matches("shall mean ", at: next.lowerBound)
        || span.matches("has the meaning ", at: next.lowerBound)
    else { return nil }
    var low = line.lowerBound
    var high = line.upperBound
    if let marker = ProvisionMarker.parse(span, low, high), marker.textStart < high { low = marker.textStart }
    let opening = low
    while low < high, span[low] == Ascii.quote || span[low] == Ascii.apostrophe { low += 1 }
    while high > low, [Ascii.quote, Ascii.apostrophe, Ascii.colon, Ascii.comma, Ascii.space].contains(span[high - 1]) { high -= 1 }
    guard low < high, span[low].isLetter, nameable(span, low..<high), !(low..<high).contains(where: { span[$0] == Ascii.period })
    else {
      return nil
    }
    return Found(
      kind: .list, words: low..<high,
      extent: opening..<sentence(span, next.lowerBound, behind: next.lowerBound + 5, next).upperBound)
  }

  private static func definition(
    _ span: Span<UInt8>, _ quotes: [QuotedWords], _ index: Int, _ paragraph: Range<Int>, _ last: Found?
  ) -> Found? {
    let quote = quotes[index]
    guard nameable(span, quote.words), !isLabel(span, quote, paragraph) else { return nil }
    if let found = list(span, quotes, index, paragraph) { return found }
    if inline(span, quotes, index, paragraph) || named(span, quote, paragraph, last) {
      return Found(kind: .inline, words: quote.words, extent: sentence(span, quote.open, behind: quote.words.upperBound, paragraph))
    }
    return nil
  }

  /// Whether quotation marks hold the name of an attachment or provision: `Schedule 2.05(a)` and the A of `Exhibit "A"` in them.
  private static func isLabel(_ span: Span<UInt8>, _ quote: QuotedWords, _ paragraph: Range<Int>) -> Bool {
    if AttachmentLabel.read(span, quote.words.lowerBound, quote.words.upperBound) != nil { return true }
    guard quote.words.count <= 2 else { return false }
    var end = quote.open
    for _ in 0..<16 {
      // Back over `["A"], ["B"] and` to the noun.
      while end > paragraph.lowerBound, marks.contains(span[end - 1]) { end -= 1 }
      if span.matchesWord("and", endingAt: end) || span.matchesWord("or", endingAt: end) {
        end -= span.matchesWord("and", endingAt: end) ? 3 : 2
      } else if end > paragraph.lowerBound + 3, span[end - 1] == Ascii.quote,
        let open = ((end - 4)..<(end - 1)).first(where: { span[$0] == Ascii.quote })
      {
        end = open
      } else {
        break
      }
    }
    return labelled.ends(span, at: end)
  }

  private static let marks: [UInt8] = [Ascii.space, Ascii.comma, Ascii.openBracket, Ascii.closeBracket]
  private static let labelled = WordSet(
    "exhibit", "exhibits", "schedule", "schedules", "annex", "annexes", "appendix", "appendices", "attachment", "attachments",
    "section", "sections", "paragraph", "paragraphs", "article", "articles", "part", "class", "series")

  /// Whether the words can be a term: letters, at most a dozen words, not a sentence.
  static func nameable(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    var spaces = 0
    var letters = 0
    for i in words {
      if span[i] == Ascii.space { spaces += 1 }
      if span[i].isLetter || span[i] >= 0x80 { letters += 1 }
      if span[i] == Ascii.semicolon { return false }
    }
    return letters > 0 && spaces < 12 && words.count < 110
  }

  // MARK: referred to as "X"

  private static func named(_ span: Span<UInt8>, _ quote: QuotedWords, _ paragraph: Range<Int>, _ last: Found?) -> Bool {
    var at = quote.open
    while at > paragraph.lowerBound, span[at - 1] == Ascii.space { at -= 1 }
    // `hereinafter referred to as: "Seller"`
    if at > paragraph.lowerBound, span[at - 1] == Ascii.colon, span.matchesWord("as", endingAt: at - 1) { at -= 1 }
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
    // "are referred to collectively in this Agreement as", "hereby referred to as"
    if span.matchesWord("as", endingAt: at),
      let referred = span.firstIndex(of: "referred to", in: max(paragraph.lowerBound, at - 60)..<at),
      !["commonly ", "currently ", "generally ", "sometimes also ", "previously "].contains(where: {
        span.matches($0, at: referred - $0.utf8CodeUnitCount)
      }), connectors(span, (referred + 11)..<at)
    {
      return true
    }
    for word: StaticString in [
      "hereinafter called", "hereinafter to be called", "herein called", "hereafter called", "hereinafter", "hereafter",
      "herein collectively as", "hereinafter as", "referred to below as", "hereinafter known as", "hereinafter designated",
      "herein collectively", "collectively as", "referred to generically as", "hereinafter,", "hereafter,",
      "shall be identified as",
    ] where span.matchesWord(word, endingAt: at) {
      let before = at - word.utf8CodeUnitCount
      for bad: StaticString in ["commonly ", "currently ", "generally ", "sometimes also ", "previously "]
      where before >= bad.utf8CodeUnitCount && span.matches(bad, at: before - bad.utf8CodeUnitCount) { return false }
      return true
    }
    // "the rest shall be the "Reserve"", "each will constitute an "Event of Default"": what is named so begins with a capital.
    if span[quote.words.lowerBound].isUpper, at < quote.open - 1 {
      if span.matchesWord("shall be", endingAt: at) {
        // "any of these shall be an "Event of Default":"
        let next = quote.end < paragraph.upperBound ? span[quote.end] : Ascii.period
        return span.matches("the ", at: at + 1) || next == Ascii.colon || next == Ascii.period || next == Ascii.semicolon
      }
      // "Oak and Elm are each a "Party" and together constitute the "Parties"".
      if span.matches("each a ", at: quote.open - 7) || span.matches("each an ", at: quote.open - 8)
        || span.matches("individually a ", at: quote.open - 15) || span.matches("individually an ", at: quote.open - 16)
      {
        return true
      }
      if span.matchesWord("known as", endingAt: at), !knownAlready(span, at - 8) { return true }
      for verb: StaticString in [
        "constitute",
        "shall each be", "shall constitute", "will constitute", "be deemed to be", "be deemed", "shall be called",
        "is called", "are called", "being defined as", "is considered", "are considered", "is considered for",
      ] where span.matchesWord(verb, endingAt: at) { return true }
    }
    // "The files listed below are "Shared Files.""
    if span[quote.words.lowerBound].isUpper, span.matchesWord("are", endingAt: at),
      quote.end >= paragraph.upperBound || span[quote.end - 2] == Ascii.period,
      span.firstIndex(of: "below", in: max(paragraph.lowerBound, at - 30)..<at) != nil
        || span.firstIndex(of: "following", in: max(paragraph.lowerBound, at - 60)..<at) != nil
    {
      return true
    }
    // "We call what you post for everyone "Public Posts"."
    if span[quote.words.lowerBound].isUpper,
      let call = span.firstIndex(of: "we call ", in: max(paragraph.lowerBound, quote.open - 90)..<quote.open),
      span.firstIndex(of: ". ", in: call..<quote.open) == nil
    {
      return true
    }
    // "shall be called the "Mill House" or the "House"": a second name of the same.
    if let last, last.kind == .inline, quote.open > last.words.upperBound, quote.open - last.words.upperBound <= 9,
      span.matchesWord("or", endingAt: at), span[quote.words.lowerBound].isUpper,
      !quote.words.contains(where: { span[$0] == Ascii.close || span[$0] == Ascii.period && span.byte($0 + 1) == Ascii.space })
    {
      return true
    }
    // "… collectively as the "Parties" and separately as a "Party."": goes on from the definition before.
    if let last, last.kind == .inline, quote.open - last.words.upperBound < 60, quote.open > last.words.upperBound {
      let gap = (last.words.upperBound + 1)..<quote.open
      if connectors(span, gap), span.matchesWord("as", endingAt: at) || span.firstIndex(of: " and ", in: gap) != nil,
        span.firstIndex(of: ")", in: gap) == nil
      {
        return span.matchesWord("as", endingAt: at) || span.firstIndex(of: "collectively", in: gap) != nil
          || span.firstIndex(of: "together the", in: gap) != nil
      }
    }
    return false
  }

  /// "commonly known as the", "formerly known as the": a name that others gave.
  private static func knownAlready(_ span: Span<UInt8>, _ known: Int) -> Bool {
    let end = span.skipSpaces(endingAt: known)
    for word: StaticString in ["commonly", "formerly", "generally", "previously", "currently", "also", "now", "locally"]
    where span.matchesWord(word, endingAt: end) { return true }
    return false
  }

  /// From the opening quote to the end of the sentence behind the term's words ("St. Louis Plant" has a full stop of its own), or to where a text without full stops is given up (10 000 bytes).
  static func sentence(_ span: Span<UInt8>, _ open: Int, behind words: Int, _ paragraph: Range<Int>) -> Range<Int> {
    let end = max(words, min(paragraph.upperBound, open + 10_000))
    var i = words
    while true {
      i = span.firstOffset(of: Ascii.period, in: i..<end)
      guard i < end else { return open..<end }
      if i + 1 >= paragraph.upperBound
        || span[i + 1] == Ascii.space && i + 2 < paragraph.upperBound && (span[i + 2].isUpper || span[i + 2] == Ascii.quote)
          && !Abbreviation.closesAny(span, i)
      {
        return open..<(i + 1)
      }
      i += 1
    }
  }
}
