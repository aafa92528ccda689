/// What a party is called behind its name: in brackets without marks, `Jane Roe (EMPLOYEE)`, or by what it acts as, `Oak Bank, N.A., as
/// Administrative Agent`; and which brackets name no role.
extension PartyFinder {
  /// A short name in capitals and brackets right behind a name: `Oak Services, Inc. (OSI)`, `Jane Roe (EMPLOYEE)`.
  static func bracketed(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Range<Int>? {
    var open = end
    while open < limit, span[open] == Ascii.space || span[open] == Ascii.underscore { open += 1 }
    guard open < limit, span[open] == Ascii.open else { return nil }
    var close = open + 1
    while close < limit, close - open < 24, span[close].isUpper || span[close] == Ascii.space { close += 1 }
    return close < limit && span[close] == Ascii.close && close - open > 2 ? (open + 1)..<close : nil
  }

  /// A role without marks in brackets that end what is said of a party: `(1) Oak Ltd of 4 Mill Lane, Hull (the Owner);`, `Elm Ltd (Hirer)`.
  /// In a numbered list it may be any one word; elsewhere it is what parties are called.
  static func bracketedRole(_ span: Span<UInt8>, _ end: Int, _ limit: Int, isMarked: Bool) -> Range<Int>? {
    var close = limit
    while close > end, span[close - 1] != Ascii.close {
      close -= 1
      guard limit - close < 8 else { return nil }
    }
    guard close > end + 4 else { return nil }
    // Nothing but "and" and signs stand behind it.
    guard !(close..<limit).contains(where: { span[$0].isWord }) || span.matchesWord("and", at: span.skipSpaces(close)) else {
      return nil
    }
    var open = close - 2
    while open > end, span[open] != Ascii.open, close - open < 40 { open -= 1 }
    guard span[open] == Ascii.open else { return nil }
    let start = span.matches("the ", at: open + 1) ? open + 5 : open + 1
    let words = start..<(close - 1)
    guard words.count >= 4, span[words.lowerBound].isUpper, words.allSatisfy({ span[$0].isLetter || span[$0] == Ascii.space }),
      TitleWords.isTitle(span, words, words: 3), CorporateEnding.end(span, words.lowerBound) == nil
    else { return nil }
    return isRoleWord(span, words) || isMarked && !words.contains { span[$0] == Ascii.space } ? words : nil
  }

  /// In what capacity a party acts, right behind its name: `Oak Bank, N.A., as Administrative Agent`.
  static func capacity(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Range<Int>? {
    guard end < limit, span[end] == Ascii.comma, span.matches(" as ", at: end + 1) else { return nil }
    var start = end + 5
    for article: StaticString in ["the ", "an ", "a "] where span.matches(article, at: start) { start += article.utf8CodeUnitCount }
    var stop = start
    while stop < limit, stop - start < 40,
      span[stop].isLetter || span[stop] == Ascii.space || span[stop] == Ascii.hyphen || span[stop] == Ascii.slash
    { stop += 1 }
    stop = span.skipSpaces(endingAt: stop)
    if span.matchesWord("and", endingAt: stop) { stop = span.skipSpaces(endingAt: stop - 3) }
    guard stop - start >= 4, span[start].isUpper, TitleWords.isTitle(span, start..<stop, words: 6) else { return nil }
    return start..<stop
  }

  /// Whether words are a company's entry in a register: `Reg. No. 556123-4567`.
  static func isRegistration(_ span: Span<UInt8>, _ name: Range<Int>) -> Bool {
    for words: StaticString in [
      "reg. no", "reg no", "corp. reg", "org. no", "company no", "company number", "registration n", "registered n", "reg n",
      "vat ",
    ]
    where span.matches(words, at: name.lowerBound) { return true }
    return false
  }

  /// The capacity behind a short description: `Oak Corporation, a Texas corporation, as Borrower`.
  static func describedCapacity(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Range<Int>? {
    guard span.matches(", a", at: end) else { return nil }
    var at = end + 1
    while at < min(limit, end + 90), span[at] != Ascii.comma, span[at] != Ascii.open, span[at] != Ascii.lineFeed { at += 1 }
    return at < limit && span[at] == Ascii.comma ? capacity(span, at, limit) : nil
  }

  /// A role is not a place's short name ("PRC") in a description: it stands last before the next party, in a bracket of its own.
  static func isRole(_ span: Span<UInt8>, _ words: Range<Int>, _ name: Range<Int>) -> Bool {
    // `(the "Employment Agreement")` is a paper.
    var last = words.upperBound
    while last > words.lowerBound, span[last - 1].isWord { last -= 1 }
    if papers.contains(span, last..<words.upperBound) { return false }
    // `(each a "Party", together the "Parties")` is what all are.
    for all: StaticString in ["party", "parties"]
    where span.matchesWord(all, at: words.lowerBound) && words.count == all.utf8CodeUnitCount { return false }
    var at = words.lowerBound - 1
    while at > name.upperBound, span[at] != Ascii.open { at -= 1 }
    guard at > name.upperBound else { return true }
    var before = at
    while before > name.upperBound, span[before - 1] == Ascii.space { before -= 1 }
    for place: StaticString in ["china", "america", "states", "kingdom", "republic", "korea"]
    where span.matchesWord(place, endingAt: before) {
      // Followed by more description, it names the place.
      var after = words.upperBound
      while after < span.count, !span[after].isWord { after += 1 }
      return !(after < span.count && span[after].isLower)
    }
    return true
  }

  private static let papers = WordSet(
    "agreement", "contract", "note", "lease", "plan", "amendment", "guaranty", "guarantee", "debt", "date", "period")
}
