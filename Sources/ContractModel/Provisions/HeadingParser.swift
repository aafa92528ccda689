/// Finds the heading behind a provision's number.
///
/// A heading runs in (`2.1 License Grant. The …`), stands on a line of its own (`1. DEFINITIONS`), or is cut off by a dash or colon.
/// It is told from a sentence by being set apart (bold, underlined) where the file says so, by its capitals, and in sentence case
/// (`Governing law. This …`) by being short and having no verb.
enum HeadingParser {
  /// The heading (without closing punctuation) and where the words behind it begin; both in reading offsets.
  ///
  /// `number` is where the number begins, which may be set apart with its heading.
  static func heading(_ reading: ReadingText, _ start: Int, _ end: Int, from number: Int) -> (heading: Range<Int>?, body: Int) {
    let span = reading.bytes.span
    let from = pastPunctuation(span, start, end)
    guard from < end else { return (nil, end) }
    if let stop = reading.emphasis.end(at: from, from: number), let found = setApart(span, from..<beforeItem(span, stop, from), end)
    {
      return found
    }
    let first = span[from]
    guard
      first.isUpper || first.isLower && from + 1 < end && span[from + 1].isUpper || first == Ascii.openBracket
        || first == Ascii.quote || first.isDigit || first >= 0xC3 || first == Ascii.open
    else {
      return (nil, start)
    }
    if first == Ascii.open { return (nil, from) }
    if let term = definedTerm(span, from, end) { return (term, start) }
    if let found = capitals(reading, from, end) { return found }
    // What an item says in full, `(a) death of the Executive.`, is its text.
    let isItem = span[number] == Ascii.open
    let limit = min(end, from + 160)
    var i = from
    while i < limit {
      let byte = span[i]
      if byte == Ascii.period || byte == Ascii.colon || isDash(span, i)
        || byte == Ascii.hyphen && i + 1 < end && (span[i + 1] == Ascii.hyphen || span[i + 1] == Ascii.space)
      {
        let closing = i
        var next = i + 1
        if isDash(span, i) { next = i + 3 }
        while next < end,
          span[next] == Ascii.period || span[next] == Ascii.hyphen || span[next] == Ascii.quote || span[next] == Ascii.close
        { next += 1 }
        // "3:00 p.m."
        if byte == Ascii.colon, next < end, span[next].isDigit, span[i - 1].isDigit {
          i += 1
          continue
        }
        let stop =
          next >= end || span[next] == Ascii.space || byte == 0xE2 || byte == Ascii.hyphen || byte == Ascii.colon
          || isGlued(span, from, closing)
        if byte == Ascii.period, stop, isAbbreviation(span, from, closing) {
          i += 1
          continue
        }
        guard stop else {
          i += 1
          continue
        }
        let range = trimmed(span, from..<closing)
        guard !range.isEmpty else { return (nil, start) }
        let body = span.skipSpaces(next)
        // "eDiets Marks. eDiets hereby": a name may begin small.
        let following =
          body + 1 < end && span[body].isLower && span[body + 1].isUpper ? span[body + 1] : body < end ? span[body] : 0
        if reads(span, range, isItem: isItem, end: body >= end, following: following, by: byte) {
          if byte != Ascii.period, let longer = goesOn(span, from, body, end) { return longer }
          return (range, min(body, end))
        }
        return (nil, start)
      }
      i += 1
    }
    // On a line of its own, or cut off by the end of the paragraph.
    guard end - from <= 160 else { return (nil, start) }
    let range = trimmed(span, from..<end)
    // "3. What is this contract?"
    if !isItem, span[end - 1] == 0x3F, end - from <= 100,
      !(from..<end - 1).contains(where: { span[$0] == 0x3F || span[$0] == Ascii.semicolon })
    {
      return (from..<end, end)
    }
    // `Who we are`, `When you must pay`
    if !isItem, range.count <= 80, asks(span, range), !ClauseEnding.closesClause(span, range),
      !isListed(span, start..<end) || endsQuestion(span, range)
    {
      return (range, end)
    }
    if !range.isEmpty, !isListed(span, start..<end),
      TitleWords.isTitle(span, range, words: 20) || TitleWords.isCapitals(span, range)
        || range.count < (isWide(reading, range) ? 60 : 100) && !isItem && !TitleWords.hasVerb(span, range)
    {
      return (range, end)
    }
    return (nil, start)
  }

  /// Where a title ends that is set apart together with its first item: before the (a) of `**Warranties. (a)** Each party warrants`.
  private static func beforeItem(_ span: Span<UInt8>, _ stop: Int, _ from: Int) -> Int {
    guard stop - from > 8, span[stop - 1] == Ascii.close,
      let open = (stop - 5..<stop - 2).last(where: { span[$0] == Ascii.open }), open > from + 3,
      case let end = span.skipSpaces(endingAt: open), end < open, span[end - 1] == Ascii.period
    else { return stop }
    return end
  }

  /// Whether a sentence begins right behind a title's stop, the blank left out: `Other Restrictions.You may not`.
  private static func isGlued(_ span: Span<UInt8>, _ from: Int, _ stop: Int) -> Bool {
    stop >= from + 4 && stop + 2 < span.count && span[stop - 1].isLower && span[stop + 1].isUpper
      && (span[stop + 2].isLower || span[stop + 2] == Ascii.space) && TitleWords.isTitle(span, from..<stop, words: 12)
  }

  /// Whether words stand in columns: `2   A from Moody's   14.0 basis points`.
  private static func isWide(_ reading: ReadingText, _ range: Range<Int>) -> Bool {
    reading.source(range.upperBound - 1) - reading.source(range.lowerBound) > range.count + 2
  }

  /// A title that goes on behind its colon or dash to a full stop: `Binding Effect: Successors.`, `Termination – For Cause.`
  private static func goesOn(_ span: Span<UInt8>, _ from: Int, _ body: Int, _ end: Int) -> (heading: Range<Int>?, body: Int)? {
    let limit = min(end, from + 160)
    guard body < limit, span[body].isUpper else { return nil }
    let stop = span.firstOffset(of: Ascii.period, in: body..<limit)
    guard stop < limit, stop + 1 >= end || span[stop + 1] == Ascii.space, !isAbbreviation(span, from, stop),
      TitleWords.isTitle(span, from..<stop, words: 16)
    else { return nil }
    return (trimmed(span, from..<stop), min(span.skipSpaces(stop + 1), end))
  }

  /// Whether words end as an item of a list does that others follow: `50% of the Eligible Inventory, and`, `a Trigger Event; or`.
  private static func isListed(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let last = span[range.upperBound - 1]
    if last == Ascii.comma || last == Ascii.semicolon { return true }
    for word: StaticString in ["and", "or"] where span.matchesWord(word, endingAt: range.upperBound) { return true }
    // "Notwithstanding the foregoing, if either"
    var word = range.upperBound
    while word > range.lowerBound, span[word - 1].isWord { word -= 1 }
    return word < range.upperBound && span[word].isLower && TitleWords.isSmall(span, word..<range.upperBound)
  }

  /// A heading that is set apart from the words behind it: what follows is closed off by punctuation, or begins a sentence.
  private static func setApart(_ span: Span<UInt8>, _ marked: Range<Int>, _ end: Int) -> (heading: Range<Int>?, body: Int)? {
    guard marked.upperBound < end, marked.count <= 160, span[marked.lowerBound].isUpper || span[marked.lowerBound] >= 0xC3 else {
      return nil
    }
    let title = title(span, marked)
    let closed =
      title.upperBound < marked.upperBound && span[title.upperBound] != Ascii.comma && span[title.upperBound] != Ascii.space
    let next = pastPunctuation(span, marked.upperBound, end)
    var word = title.upperBound
    while word > title.lowerBound, span[word - 1].isWord { word -= 1 }
    // "the Parent or" goes on.
    if TitleWords.isSmall(span, word..<title.upperBound), !closed { return nil }
    // "Seller, Inc. shall", "Company shall": a name in a sentence.
    guard !title.isEmpty, next < end, closed || next > span.skipSpaces(marked.upperBound) || !span[next].isLower,
      span[next].isAlphanumeric || span[next] == Ascii.open || span[next] == Ascii.quote || span[next] >= 0xC3,
      !TitleWords.hasVerb(span, title) || TitleWords.isTitle(span, title, words: 16)
        || closed && title.count <= 100 && span[next].isUpper && span[title.upperBound] == Ascii.period
    else { return nil }
    return (title, next)
  }

  /// The term that a numbered definition is about, which is its title: `1.4 "Closing Date" means`, `1.5 BASE RATE shall mean`.
  private static func definedTerm(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
    let limit = min(end, start + 90)
    var i = start
    var term: Range<Int>
    if span[start] == Ascii.quote {
      i += 1
      while i < limit, span[i] != Ascii.quote { i += 1 }
      guard i < limit, i > start + 1 else { return nil }
      term = trimmed(span, (start + 1)..<i)
      i += 1
    } else {
      while i < limit, !span[i].isLower, span[i] != Ascii.period || i + 1 == end || span[i + 1] != Ascii.space { i += 1 }
      guard i < limit, span[i - 1] == Ascii.space else { return nil }
      term = trimmed(span, start..<i)
      guard TitleWords.isCapitals(span, term), term.count >= 3 else { return nil }
    }
    let at = span.skipSpaces(i)
    for verb: StaticString in [
      "means", "shall mean", "shall have the meaning", "has the meaning", "have the meaning", "refers to", "is defined",
    ]
    where span.matchesWord(verb, at: at) { return term.isEmpty ? nil : term }
    return nil
  }

  /// A title in capitals that no mark closes, before a sentence in small letters: `2.1  CARE OF GOODS  The Seller takes care`.
  ///
  /// The sentence tells by how it begins; behind a wide blank it may begin with any capital. "LESSEE shall pay" has no title.
  private static func capitals(_ reading: ReadingText, _ from: Int, _ end: Int) -> (heading: Range<Int>?, body: Int)? {
    let span = reading.bytes.span
    guard let (title, word) = capitals(span, from..<end) else { return nil }
    let isWide = reading.source(word) - reading.source(word - 1) >= 2
    // A lone word in capitals may be a name: "NETTAXI The" is a slip, "NOTICES The" a title.
    let isLong = title.contains { span[$0] == Ascii.space }
    guard span[word].isUpper else { return nil }
    return opensSentence(span, at: word) && (isLong || ClauseTitle.singles.begins(span, at: title.lowerBound)) || isWide && isLong
      ? (title, word) : nil
  }

  /// Words in capitals that others in small letters follow, and where those begin.
  static func capitals(_ span: Span<UInt8>, _ range: Range<Int>) -> (title: Range<Int>, body: Int)? {
    let limit = min(range.upperBound, range.lowerBound + 120)
    var word = range.lowerBound
    while word < limit, !span[word].isLower, span[word] != Ascii.period, span[word] != Ascii.colon, !isDash(span, word) {
      if span[word].isUpper, word + 1 < limit, span[word + 1].isLower { break }
      word = span.skipSpaces(max(span.wordEnd(word), word + 1))
    }
    guard word > range.lowerBound, word + 1 < limit, span[word - 1] == Ascii.space, span[word].isLetter else { return nil }
    // "INSURANCE A party must": the article belongs to the sentence.
    if span[word].isLower, word >= range.lowerBound + 3, span.matches(" a ", at: word - 3), span[word - 2].isUpper { word -= 2 }
    let title = trimmed(span, range.lowerBound..<word)
    let leads: [StaticString] = ["whereas", "article", "section", "note", "provided"]
    guard title.count(where: { span[$0].isUpper }) >= 4, TitleWords.isCapitals(span, title),
      !title.contains(where: { span[$0] == Ascii.quote }), !leads.contains(where: { span.matchesWord($0, at: title.lowerBound) })
    else { return nil }
    return (title, word)
  }

  /// Whether a word begins a sentence more often than it goes on with a title: "The", "Each", "If".
  static func opensSentence(_ span: Span<UInt8>, at word: Int) -> Bool { sentenceOpenings.begins(span, at: word) }

  /// The words between a number and where its first child begins, without what sets them apart.
  static func title(_ span: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var title = trimmed(span, pastPunctuation(span, range.lowerBound, range.upperBound)..<range.upperBound)
    while title.count > 0, span[title.upperBound - 1] == Ascii.period { title = title.lowerBound..<(title.upperBound - 1) }
    return title
  }

  private static func pastPunctuation(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var from = start
    while from < end,
      span[from] == Ascii.hyphen || span[from] == Ascii.colon || span[from] == Ascii.period || span[from] == Ascii.space
        || isDash(span, from)
    {
      from += isDash(span, from) ? 3 : 1
    }
    return from
  }

  /// Whether the words read as a heading, given what closed them.
  private static func reads(
    _ span: Span<UInt8>, _ range: Range<Int>, isItem: Bool, end: Bool, following: UInt8, by closing: UInt8
  ) -> Bool {
    if span[range.lowerBound] == Ascii.quote, closing != Ascii.period || !end {
      return hasClosingQuote(span, range) && range.count < 60 && closing == Ascii.period
    }
    if closing == Ascii.hyphen, !TitleWords.isTitle(span, range, words: 14) { return false }
    if isSentence(span, range) { return false }
    if TitleWords.isCapitals(span, range), range.count <= 130 { return true }
    if closing == Ascii.colon, opensSentence(span, range) { return false }
    if TitleWords.isTitle(span, range, words: closing == Ascii.period ? 20 : 16) { return true }
    let words = wordCount(span, range)
    // `2.1 How we will accept your order. Our acceptance takes place when …`
    if closing == Ascii.period, !isItem, !end, words <= 14, asks(span, range), following.isAlphanumeric, !following.isLower {
      return true
    }
    if TitleWords.hasVerb(span, range) { return false }
    if closing == Ascii.colon { return words <= 6 }
    if end { return words <= 8 && !isItem }
    return words <= 7 && !following.isLower
  }

  /// Whether words that look like a title say something of what they begin with: `The Start Date is 3 May 2021`, `EACH PARTY TO THIS DEED
  /// SHALL PAY ITS COSTS`, `This Contract follows the eight-hour day`. "Time is of the Essence" is a title.
  private static func isSentence(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard determiners.begins(span, at: range.lowerBound) else { return false }
    let isInCapitals = TitleWords.isCapitals(span, range)
    var words = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let end = max(at + 1, span.wordEnd(at))
      if words >= 2, isInCapitals || span[at].isLower, finite.contains(span, at..<end) { return true }
      if words >= 2, !isInCapitals, span[at].isLower, end - at > 4, span[end - 1] == 0x73, span[end - 2] != 0x73,
        span.matchesWord("this", at: range.lowerBound), !TitleWords.isSmall(span, at..<end)
      {
        return true
      }
      words += 1
      at = span.skipSpaces(end)
    }
    return false
  }
  private static let determiners = WordSet("the", "this", "these", "each", "such", "either", "neither", "every")
  private static let finite = WordSet(
    "is", "are", "shall", "will", "has", "have", "must", "may", "consents", "agrees", "waives", "was", "were")

  /// Whether words put a question as captions do, without its mark: "How we use your data", "What we charge".
  private static func asks(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    span[range.lowerBound].isUpper && questions.begins(span, at: range.lowerBound) && wordCount(span, range) >= 2
      && !range.contains { span[$0] == Ascii.comma || span[$0] == Ascii.semicolon }
  }

  /// Whether a question ends here, in a small word: "Who we are", "Where we get data from".
  private static func endsQuestion(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    (["are", "is", "do", "does", "about", "from", "with", "for", "on"] as [StaticString]).contains {
      span.matchesWord($0, endingAt: range.upperBound)
    }
  }

  private static let questions = WordSet("how", "what", "why", "who", "which", "when", "where", "whose", "reasons")

  /// "If Licensee: (a) becomes …", "In this Agreement: …" begins a sentence.
  private static func opensSentence(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    conditions.begins(span, at: range.lowerBound)
      || leadIns.contains { span.matchesWord($0, at: range.lowerBound) }
  }
  private static let conditions = WordSet("if", "when", "whenever", "unless", "where", "upon", "provided")
  private static let leadIns: [StaticString] = [
    "in this", "in these", "in the following", "for the purpose of", "for the purposes", "for purposes of", "as used", "subject to",
  ]

  private static func hasClosingQuote(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    span[range.upperBound - 1] == Ascii.quote
  }

  private static func wordCount(_ span: Span<UInt8>, _ range: Range<Int>) -> Int {
    var words = 1
    for i in range where span[i] == Ascii.space { words += 1 }
    return words
  }

  /// Whether the period at `at` closes an abbreviation: `Inc.`, `No.`, `U.S.`, `Art.`.
  private static func isAbbreviation(_ span: Span<UInt8>, _ from: Int, _ at: Int) -> Bool {
    var start = at
    while start > from, span[start - 1].isLetter || span[start - 1] == Ascii.period { start -= 1 }
    let count = at - start
    if count == 1 {
      if isInitial(span, from, start) { return true }
      return at + 2 < span.count
        && (span[at + 1].isUpper
          || span[start].isUpper && span[at + 1] == Ascii.space && start > from && span[start - 1] != Ascii.space
            && !span[start - 1].isDigit)
    }
    // "Demand; Protest; etc. The Borrower waives"
    if count == 3, span.matches("etc", at: start) { return at + 2 >= span.count || span[at + 2].isLower }
    // "E.W. Wylie"
    if count == 3, span[start].isUpper, span[start + 1] == Ascii.period, span[start + 2].isUpper, at + 2 < span.count,
      span[at + 1] == Ascii.space, span[at + 2].isUpper
    {
      return true
    }
    // "NO." in a line of capitals is the word.
    if count == 2, span[start].isUpper, span[start + 1].isUpper, span.matches("no", at: start) { return false }
    return Abbreviation.closes(span, at)
  }

  /// Whether a capital with a stop is the initial of a name, between its first name and its last: `Hugh M. Fenner`. "Exhibit A. The Plan"
  /// and "Class B. Holders" have none.
  private static func isInitial(_ span: Span<UInt8>, _ from: Int, _ letter: Int) -> Bool {
    guard letter > from + 2, letter + 4 < span.count, span[letter].isUpper, span[letter - 1] == Ascii.space,
      span[letter + 2] == Ascii.space, span[letter + 3].isUpper, span[letter + 4].isLower
    else { return false }
    var word = letter - 1
    while word > from, span[word - 1].isLetter { word -= 1 }
    return letter - 1 - word >= 3 && span[word].isUpper && span[word + 1].isLower && !labels.begins(span, at: word)
      && !sentenceOpenings.begins(span, at: letter + 3)
  }
  private static let labels = WordSet(
    "exhibit", "schedule", "annex", "appendix", "attachment", "part", "section", "article", "class", "series", "option", "phase",
    "plan", "tier", "group", "type", "form", "table", "module", "tranche", "party", "team", "level", "grade", "unit", "lot",
    "regulation", "rule", "list", "item", "note", "category", "zone", "block", "building")
  private static let sentenceOpenings = WordSet(
    "the", "this", "these", "each", "if", "all", "any", "no", "in", "for", "upon", "a", "an", "on", "it", "such", "you", "we",
    "our", "your", "as", "at", "to", "with", "where", "when", "unless", "subject", "during", "except", "and", "or", "by", "from",
    "neither", "none", "not", "nothing", "there", "their", "its")

  private static func isDash(_ span: Span<UInt8>, _ i: Int) -> Bool {
    i + 2 < span.count && span[i] == 0xE2 && span[i + 1] == 0x80 && (span[i + 2] == 0x93 || span[i + 2] == 0x94)
  }

  private static func trimmed(_ span: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, span[low] == Ascii.space || span[low] == Ascii.underscore { low += 1 }
    while high > low,
      span[high - 1] == Ascii.space || span[high - 1] == Ascii.hyphen || span[high - 1] == Ascii.colon
        || span[high - 1] == Ascii.comma || span[high - 1] == Ascii.underscore
    { high -= 1 }
    return low..<high
  }
}
