/// Finds the date of an agreement among the dates before its body.
enum AgreementDate {
  /// The date of an agreement: the one nearest the words that make it, before its body.
  static func find(_ span: Span<UInt8>, limit: Int) -> CalendarDate? {
    var best: (score: Int, date: CalendarDate, at: Int)?
    var i = 0
    let end = min(limit, span.count)
    while i < end {
      if span[i].isAlphanumeric, i == 0 || !span[i - 1].isWord, let (date, after) = DateParser.parse(span, i) ?? spelled(span, i) {
        // "[Fill in the date; the law changed on July 1, 2025]" tells whoever fills it in.
        if isInNote(span, i) {
          i = after
          continue
        }
        var score = names(span, i, behind: after) ? 0 : weight(span, i)
        // A line of its own, near the title.
        let isAlone = (i == 0 || span[i - 1] == Ascii.lineFeed) && (after >= span.count || span[after] == Ascii.lineFeed)
        if isAlone, i < 1_500 { score += 4 }
        if score > (best?.score ?? 0) { best = (score, date, i) }
        i = after
      } else {
        i += 1
      }
    }
    guard let best else { return signed(span, from: end) }
    return inOwnOrder(span, best.date, at: best.at)
  }

  /// A date of figures in the order of the paper: `05/08/2019` is the fifth of August where other dates of it, its law or its money say so.
  private static func inOwnOrder(_ span: Span<UInt8>, _ date: CalendarDate, at place: Int) -> CalendarDate {
    guard span[place].isDigit, date.day <= 12,
      (place + 1..<min(span.count, place + 3)).contains(where: { span[$0] == Ascii.slash }),
      let turned = CalendarDate(year: date.year, month: date.day, day: date.month)
    else { return date }
    let text = 0..<min(span.count, 60_000)
    var at = 0
    while let slash = span.firstIndex(of: "/", in: at..<text.upperBound) {
      at = slash + 1
      guard slash > 1, slash + 3 < span.count, span[slash - 1].isDigit, span[slash - 2].isDigit, span[slash + 1].isDigit,
        span[slash + 2].isDigit, span[slash + 3] == Ascii.slash
      else { continue }
      if (span[slash - 2] - 0x30) * 10 + span[slash - 1] - 0x30 > 12 { return turned }
      if (span[slash + 1] - 0x30) * 10 + span[slash + 2] - 0x30 > 12 { return date }
    }
    let signs: [StaticString] = [
      "england", "english law", "scotland", "scots law", "northern ireland", "irish law", "laws of ireland", "australia",
      "new zealand",
      "laws of india", "singapore", "south africa", "£", "€", "gmbh",
    ]
    return signs.contains { span.firstIndex(of: $0, in: text) != nil } ? turned : date
  }

  /// A day in words: `the twenty-third day of April Two Thousand and Nineteen`, `third day of May 2019`.
  private static func spelled(_ span: Span<UInt8>, _ start: Int) -> (date: CalendarDate, end: Int)? {
    var at = start
    var day = 0
    if span[at].isLetter {
      // `twenty-third` is a ten and an ordinal.
      let first = span.wordEnd(at)
      if let ordinal = SpelledNumber.ordinals[Word(span, at..<first)] {
        day = ordinal
        at = first
      } else if let ten = SpelledNumber.cardinals[Word(span, at..<first)], ten == 20 || ten == 30, first < span.count,
        span[first] == Ascii.hyphen || span[first] == Ascii.space,
        let ordinal = SpelledNumber.ordinals[Word(span, (first + 1)..<span.wordEnd(first + 1))], ordinal < 10
      {
        day = ten + ordinal
        at = span.wordEnd(first + 1)
      }
    } else {
      while at < span.count, span[at].isDigit, at - start < 2 {
        day = day * 10 + Int(span[at] - 0x30)
        at += 1
      }
      for suffix: StaticString in ["st", "nd", "rd", "th"] where span.matches(suffix, at: at) { at += 2 }
    }
    guard (1...31).contains(day), span.matches(" day of ", at: at), let month = DateParser.month(span, at + 8) else { return nil }
    at = month.end
    while at < span.count, span[at] == Ascii.comma || span[at] == Ascii.space { at += 1 }
    var year = 0
    if at + 4 <= span.count, (at..<at + 4).allSatisfy({ span[$0].isDigit }) {
      for place in at..<at + 4 { year = year * 10 + Int(span[place] - 0x30) }
      at += 4
    } else {
      guard span.matches("two thousand", at: at) else { return nil }
      at += 12
      year = 2000
      if span.matches(" and", at: at) { at += 4 }
      for _ in 0..<2 where at < span.count && (span[at] == Ascii.space || span[at] == Ascii.hyphen) {
        let end = span.wordEnd(at + 1)
        guard let value = SpelledNumber.cardinals[Word(span, (at + 1)..<end)], value < 100 else { break }
        year += value
        at = end
      }
    }
    return CalendarDate(year: year, month: month.month, day: day).map { ($0, at) }
  }

  /// Whether a place stands in square brackets that hold more than a date.
  private static func isInNote(_ span: Span<UInt8>, _ at: Int) -> Bool {
    var open = at
    while open > 0, span[open - 1] != Ascii.lineFeed, span[open - 1] != Ascii.closeBracket, at - open < 1_000 {
      open -= 1
      if span[open] == Ascii.openBracket {
        return span.firstOffset(of: Ascii.closeBracket, in: open..<min(span.count, open + 1_000)) - open > 48
      }
    }
    return false
  }

  /// The day on which an agreement was signed, where nothing else dates it: "have signed this Amendment on June 1, 2010", "This Amendment is
  /// dated as of June 1, 2010", or the last of the lines "Date: June 1, 2010", "Signed at Boise this 1 June 2010" below.
  private static func signed(_ span: Span<UInt8>, from start: Int) -> CalendarDate? {
    var last: CalendarDate?
    var first: Int?
    var line = start
    while line > 0, line < span.count, span[line - 1] != Ascii.lineFeed { line += 1 }
    while line < span.count, first.map({ line - $0 < 4_000 }) ?? true {
      let end = span.firstOffset(of: Ascii.lineFeed, in: line..<span.count)
      // "By: ______ Date: June 1, 2010" is one line where the two stand below each other.
      let isSigned = span.matches("by:", at: line) && span.firstIndex(of: "date", in: line..<end) != nil
      let opens = isSigned || signingWords.contains { span.matches($0, at: line) }
      if opens || span.matches("in witness whereof", at: line), let date = date(span, line..<min(end, line + 240)) {
        if !opens { return date }
        last = last.map { max($0, date) } ?? date
        first = first ?? line
      } else if let witness = span.firstIndex(of: "in witness whereof", in: line..<end),
        let label = span.firstIndex(of: " date: ", in: witness..<end), let date = date(span, label..<min(end, label + 40))
      {
        // Flattened text: the lines of the signatures are one.
        return date
      } else if end - line < 600, let at = executes(span, line..<end), let date = date(span, at..<end) {
        return date
      } else if end - line < 300, dates(span, line..<end), let date = date(span, line..<end) {
        return date
      }
      line = end + 1
    }
    return last
  }

  private static let signingWords: [StaticString] = [
    "date: ", "date:", "dated: ", "dated ", "dated:", "signed at", "signed on", "signed this", "signed as of", "executed effective",
    "executed as of", "executed on", "executed this", "agreed on", "agreed as of", "agreed this", "given this",
  ]

  /// Where a line says that the parties signed: "The parties have executed this Amendment at Calgary this 22nd day of November, 2017."
  private static func executes(_ span: Span<UInt8>, _ line: Range<Int>) -> Int? {
    for words: StaticString in ["have executed this", "has executed this", "have signed this", "has signed this"] {
      if let at = span.firstIndex(of: words, in: line) { return at }
    }
    return nil
  }

  /// "2. This Amendment is dated and takes effect as of June 1, 2010."
  private static func dates(_ span: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let at = span.firstIndex(of: "this ", in: line), at - line.lowerBound < 6 else { return false }
    let words: [StaticString] = [" is dated", " is executed as of", " is executed on", " is signed as of"]
    return words.contains { span.firstIndex(of: $0, in: at..<line.upperBound) != nil }
  }

  private static func date(_ span: Span<UInt8>, _ range: Range<Int>) -> CalendarDate? {
    for at in range where span[at].isDigit || span[at].isUpper {
      if at == 0 || !span[at - 1].isWord, let (date, _) = DateParser.parse(span, at) { return date }
    }
    return nil
  }

  /// Whether a date is that of another paper, which is named right before it: "to the Lease Agreement dated as of May 14, 2014".
  private static func datesAnother(_ span: Span<UInt8>, _ at: Int) -> Bool {
    var end = at
    func drops(_ word: StaticString) -> Bool {
      while end > 0, span[end - 1] == Ascii.space { end -= 1 }
      guard span.matchesWord(word, endingAt: end) else { return false }
      end -= word.utf8CodeUnitCount
      return true
    }
    _ = drops("the") || drops("on")
    if drops("of") { _ = drops("as") }
    // "the Employment Agreement made effective the 1st day of June, 2016"
    let isMade = drops("effective") ? drops("made") : drops("dated") || drops("made")
    guard isMade else { return false }
    while end > 0, span[end - 1] == Ascii.space || span[end - 1] == Ascii.comma { end -= 1 }
    if isNamedSmall(span, endingAt: end) { return true }
    // The capitalised words of a name.
    var start = end
    var isPaper = false
    while start > 0 {
      while start > 0, span[start - 1] == Ascii.space { start -= 1 }
      var word = start
      while word > 0, span[word - 1].isWord { word -= 1 }
      guard word < start, span[word].isUpper || span[word].isDigit else { break }
      if span.matchesWord("this", at: word) { return false }
      isPaper = isPaper || ReferenceOwner.isDocumentWord(span, word..<start)
      start = word
    }
    guard isPaper else { return false }
    return ["the", "that", "certain", "an", "a"].contains { (article: StaticString) in
      span.matchesWord(article, endingAt: start) && span[start - article.utf8CodeUnitCount].isLower
    }
  }

  /// Whether a paper is named by its kind, in small letters and with its article: "to the employment agreement, dated as of July 1, 2003".
  private static func isNamedSmall(_ span: Span<UInt8>, endingAt end: Int) -> Bool {
    var at = end
    for count in 0..<5 {
      var word = at
      while word > 0, span[word - 1].isWord { word -= 1 }
      guard word < at, span[word].isLower else { return false }
      if count == 0, !ReferenceOwner.isDocumentWord(span, word..<at) { return false }
      if count > 0, span.matchesWord("the", at: word) || span.matchesWord("that", at: word) { return true }
      at = span.skipSpaces(endingAt: word)
    }
    return false
  }

  /// Whether a date is that of a paper which gets a short name right behind it: "That certain Agreement for … between Owner and Contractor
  /// dated as of June 4, 2002 ("Contract") is hereby modified".
  private static func names(_ span: Span<UInt8>, _ at: Int, behind end: Int) -> Bool {
    var next = end
    while next < span.count, span[next] == Ascii.space || span[next] == Ascii.comma { next += 1 }
    guard next < span.count, span[next] == Ascii.open else { return false }
    next += 1
    if span.matches("the ", at: next) { next += 4 }
    guard next < span.count, span[next] == Ascii.quote else { return false }
    let close = span.firstOffset(of: Ascii.quote, in: next + 1..<min(span.count, next + 60))
    var word = close
    while word > next + 1, span[word - 1].isWord { word -= 1 }
    guard word < close, ReferenceOwner.isDocumentWord(span, word..<close) else { return false }
    // A title has no article: "SERVICES AGREEMENT, dated as of June 4, 2002 (the "Agreement"), between".
    var start = at
    while start > 0, at - start < 200, span[start - 1] != Ascii.lineFeed { start -= 1 }
    var isNamed = false
    for article: StaticString in ["the ", "that ", "certain ", "an ", "a "] where !isNamed {
      isNamed = (start..<at).contains { ($0 == start || !span[$0 - 1].isWord) && span.matches(article, at: $0) }
    }
    return isNamed && span.firstIndex(of: "this ", in: max(0, at - 60)..<at) == nil && !opens(span, at)
  }

  /// Whether a date is the one that a paragraph gives what it is about: "THIS SUPPLY AGREEMENT, dated as of May 1, 2004".
  private static func opens(_ span: Span<UInt8>, _ at: Int) -> Bool {
    var start = at
    while start > 0, at - start < 200, span[start - 1] != Ascii.lineFeed { start -= 1 }
    guard start == 0 || span[start - 1] == Ascii.lineFeed else { return false }
    if !span.matches("this ", at: start), start > 1, span[start - 2] != Ascii.period {
      // A first line that stands by itself, as titles do: "THIS AMENDMENT NO. 2 TO CREDIT", "AGREEMENT, dated as of May 1, 2004".
      start -= 1
      while start > 0, at - start < 200, span[start - 1] != Ascii.lineFeed { start -= 1 }
    }
    guard span.matches("this ", at: start) else { return false }
    // No other paper may be named before it.
    return span.firstIndex(of: "certain", in: start..<at) == nil && span.firstIndex(of: "that ", in: start..<at) == nil
      && span.firstIndex(of: " to the ", in: start..<at) == nil
      && !(start..<at).contains {
        span[$0].isDigit && span.byte(max($0 - 1, 0)) == Ascii.space && $0 + 4 < at && span[$0 + 3].isDigit
      }
  }

  /// Whether a date is of the paper that a sentence says another amends: "This First Amendment amends the Lease dated as of June 12, 2017".
  private static func isOfAmended(_ span: Span<UInt8>, _ at: Int) -> Bool {
    var start = at
    while start > 0, at - start < 200, span[start - 1] != Ascii.lineFeed { start -= 1 }
    return (["amends the", "supplements the", "varies the", "supplemental to", "relates to the", "modifies the"] as [StaticString])
      .contains { span.firstIndex(of: $0, in: start..<at) != nil }
  }

  private static func weight(_ span: Span<UInt8>, _ at: Int) -> Int {
    let before = max(0, at - 60)..<at
    var score = 1
    for (phrase, points) in [
      ("as of" as StaticString, 4), ("dated", 3), ("entered into", 4), ("made", 3), ("effective", 3), (" on ", 1), ("signed", 4),
      ("this ", 2),
    ] {
      guard let place = span.firstIndex(of: phrase, in: before) else { continue }
      // "has entered into the Lease dated as of": another paper is.
      let end = place + phrase.utf8CodeUnitCount
      if span.matches("entered into", at: place), span.matches(" the ", at: end) || span.matches(" that ", at: end) { continue }
      score += points
    }
    // Another agreement's date in the preamble ("the Lease dated May 1, 1998, as amended").
    for other: StaticString in [
      "certain", "amended by", "pursuant to", "original", "prior", "previous", "your ", "ending", "expires", "born",
    ]
    where span.firstIndex(of: other, in: before) != nil { score -= 3 }
    // A day of something else: "Date of Birth: 08/13/1952", "Expiration Date: September 30, 2021".
    for label: StaticString in ["birth", "expiration date", "termination date", "completion date", "expiry date", "maturity date"]
    where span.firstIndex(of: label, in: max(0, at - 32)..<at) != nil { return 0 }
    // "and as amended on October 30, 2006" tells of the paper that is amended.
    if span.matchesWord("amended on", endingAt: at - 1) { return 0 }
    if datesAnother(span, at) || isOfAmended(span, at) { return 0 }
    if opens(span, at) { score += 4 }
    if at == 0 || span[at - 1] == Ascii.lineFeed {
      score += 4
      // A letter bears its date above its greeting.
      if span.firstIndex(of: "\ndear ", in: at..<min(span.count, at + 1_200)) != nil { score += 8 }
    }
    return score
  }
}
