/// Laws and standards that own a reference: `§ 7 Abs. 3 BUrlG`, `Article 6 GDPR`, `26 U.S.C. § 501`, `BS 5839-1`.
extension ReferenceOwner {
  /// A law that is named right behind a number, as in Germany and in the European Union: `§ 7 Abs. 3 BUrlG`, `Article 6(1)(f) GDPR`,
  /// `§§ 95 ff. SGB III`.
  static func lawBehind(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Range<Int>? {
    var at = start
    // The finer place: a paragraph, a sentence, a number, a letter, and what follows.
    for _ in 0..<4 {
      guard let word = finerPlaces.first(where: { span.matches($0, at: at) }) else { break }
      at = span.skipSpaces(at + word.utf8CodeUnitCount)
      while at < limit, span[at].isAlphanumeric, word.utf8CodeUnitCount > 3 || span[at].isDigit { at += 1 }
      if at < limit, span[at] == Ascii.close { at += 1 }
      at = span.skipSpaces(at)
    }
    // "Articles 46 or 47 Regulation (EU) 2016/679"
    for word: StaticString in ["regulation", "directive", "decision"] where span.matchesWord(word, at: at) && span[at].isUpper {
      return at..<(at + word.utf8CodeUnitCount)
    }
    // "§ 2 Abs. 1 AGBG", "§ 4 VOB/B": behind the sign a law may be capitals alone.
    let isSign = at > start || (max(0, start - 12)..<start).contains { span[$0] == 0xC2 && span[$0 + 1] == Ascii.section }
    if isSign, at < limit, span[at].isUpper {
      var end = at
      while end < limit, span[end].isUpper || span[end] >= 0x80 { end += 1 }
      if end + 1 < limit, span[end] == Ascii.slash, span[end + 1].isUpper { end += 2 }
      let isLaw = ["g", "o", "v", "b"].contains { span.matches($0, at: end - 1) }
      if isLaw, (3...8).contains(end - at), end >= limit || !span[end].isWord { return at..<end }
    }
    // "Article 17 MAR asks": a regulation by its initials, right behind an article's number.
    let isArticle = (max(0, start - 14)..<start).contains { span.matchesWord("article", at: $0) && span[$0 + 1].isLower }
    // "sections 21 and 22 TUPE"
    let isSection = (max(0, start - 24)..<start).contains { span.matchesWord("sections", at: $0) && span[$0].isLower }
    if isArticle || isSection, let name = initials(span, at, limit), name.upperBound < limit, !span[name.upperBound].isWord {
      return name
    }
    // "Schedule 8 VATA 1994"
    if at > start || span.byte(start - 1) == Ascii.space, let name = initials(span, at, limit), name.upperBound + 4 < limit,
      (1...4).allSatisfy({ span[name.upperBound + $0].isDigit })
    {
      return name.lowerBound..<(name.upperBound + 5)
    }
    return law(span, at, limit)
  }

  /// Where a finer place than the reference itself ends, with the comma behind it: "no. 3", ", paragraph 4,"; nil where none is named.
  static func finerPlaceEnd(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    var at = span[start] == Ascii.comma ? span.skipSpaces(start + 1) : start
    let words: [StaticString] = [
      "no. ", "nos. ", "nr. ", "para. ", "paras. ", "paragraph ", "subparagraph ", "point ", "sentence ", "letter ", "lit. ",
    ]
    guard let word = words.first(where: { span.matches($0, at: at) }) else { return nil }
    at = span.skipSpaces(at + word.utf8CodeUnitCount)
    let isOpen = at < limit && span[at] == Ascii.open
    if isOpen { at += 1 }
    let number = at
    while at < limit, span[at].isAlphanumeric, at - number < 4 { at += 1 }
    guard at > number, span[number].isDigit || at - number == 1 else { return nil }
    if isOpen, at < limit, span[at] == Ascii.close { at += 1 }
    guard at < limit, !span[at].isWord else { return nil }
    if span[at] == Ascii.comma { at += 1 }
    return at
  }

  private static let finerPlaces: [StaticString] = ["abs. ", "absatz ", "satz ", "nr. ", "lit. ", "ff.", "f.", "para. "]
  private static let lawsInCapitals: [StaticString] = [
    "gdpr", "dsgvo", "ds-gvo", "bgb", "hgb", "zpo", "sgb", "gg", "uwg", "bdsg", "tfeu", "aeuv", "teu", "vvg", "kwg", "gwb", "ttdsg",
    "tmg",
  ]

  /// The name of a law in German or European style: `BUrlG`, `Kündigungsschutzgesetz`, `GDPR`.
  static func law(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Range<Int>? {
    guard start < limit, span[start].isUpper else { return nil }
    // "Article 28 UK GDPR"
    for union: StaticString in ["uk ", "eu "] where span.matches(union, at: start) && start + 3 < limit && span[start + 3].isUpper {
      return law(span, start + 3, limit).map { start..<$0.upperBound }
    }
    for law in lawsInCapitals where span.matches(law, at: start) {
      let end = start + law.utf8CodeUnitCount
      let isCapital = (start..<end).allSatisfy { !span[$0].isLower || law.utf8CodeUnitCount > 4 }
      if isCapital, end >= limit || !span[end].isWord { return start..<end }
    }
    var end = start
    while end < limit, span[end].isLetter || span[end] >= 0x80 { end += 1 }
    guard end - start >= 3, end >= limit || !span[end].isWord else { return nil }
    for suffix: StaticString in ["gesetz", "gesetzes", "gesetzbuch", "verordnung", "ordnung"]
    where end - start > suffix.utf8CodeUnitCount + 2 && span.matches(suffix, at: end - suffix.utf8CodeUnitCount) {
      return start..<end
    }
    // Capitals and small letters mixed, with a G, a GB or an O at the end: BUrlG, StGB, InsO.
    let capitals = (start..<end).count { span[$0].isUpper }
    let ends = span[end - 1].isUpper && ["g", "o", "v", "gb"].contains { span.matches($0, at: end - $0.utf8CodeUnitCount) }
    return ends && capitals >= 2 && end - start <= 10 && (start..<end).contains(where: { span[$0].isLower }) ? start..<end : nil
  }

  /// A law or paper by its initials, with nothing capitalised behind: "of the CCAA".
  static func initials(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Range<Int>? {
    var end = start
    while end < limit, span[end].isUpper { end += 1 }
    guard (3...6).contains(end - start), end >= limit || !span[end].isWord else { return nil }
    let next = span.skipSpaces(end)
    return next < limit && span[next].isUpper ? nil : start..<end
  }

  /// A standard or a notice by its number: `BS 5839-1`, `EN 1090-2`, `Notice 700`.
  static func standard(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Range<Int>? {
    var end = start
    while end < limit, span[end].isUpper { end += 1 }
    let isName = (2...4).contains(end - start)
    if !isName, span.matchesWord("notice", at: start), span[start].isUpper { end = start + 6 }
    guard isName || end == start + 6, end + 1 < limit, span[end] == Ascii.space else { return nil }
    end += 1
    // `ASTM D3039`
    if isName, span[end].isUpper { end += 1 }
    guard end < limit, span[end].isDigit else { return nil }
    while end < limit, span[end].isDigit || span[end] == Ascii.hyphen { end += 1 }
    return start..<end
  }

  /// `Code §`, `ERISA Section`, `26 U.S.C. §`, `Treas. Reg. Section`, `Rule` before the keyword.
  static func hasStatutePrefix(_ span: Span<UInt8>, _ start: Int) -> Bool { statutePrefix(span, start) != nil }

  /// The start of `c. 214` in `M.G.L. c. 214, §1B`.
  private static func stateChapter(_ span: Span<UInt8>, _ end: Int) -> Int? {
    var i = end
    while i > 0, span[i - 1].isAlphanumeric { i -= 1 }
    guard i < end, i > 2, span[i].isDigit else { return nil }
    while i > 0, span[i - 1] == Ascii.space { i -= 1 }
    return span.matchesWord("c.", endingAt: i) || span.matchesWord("ch.", endingAt: i) || span.matchesWord("chapter", endingAt: i)
      ? i : nil
  }

  /// Where the statute's name begins that leads the reference, and whether its words are part of the reference's range.
  static func statutePrefix(_ span: Span<UInt8>, _ start: Int) -> (start: Int, included: Bool)? {
    var at = start
    while at > 0, span[at - 1] == Ascii.space || span[at - 1] == Ascii.comma { at -= 1 }
    guard at > 1, start - at <= 2 else { return nil }
    // "in Section", "of Section": nearly every one follows a small word.
    if span[at - 1].isLower {
      var word = at - 1
      while word > 0, span[word - 1].isWord { word -= 1 }
      if TitleWords.isSmall(span, word..<at) { return nil }
    }
    for code: StaticString in [
      "u.s.c.", "u.s.c.a.", "c.f.r.", "u.s.c", "c.f.r", "usc", "cfr", "united states code", "u. s. c.", "c. f. r.",
    ] where span.matchesWord(code, endingAt: at) || span.matches(code, at: at - code.utf8CodeUnitCount) {
      var i = at - code.utf8CodeUnitCount
      while i > 0, span[i - 1] == Ascii.space { i -= 1 }
      let digits = i
      while i > 0, span[i - 1].isDigit { i -= 1 }
      return (i < digits ? i : at - code.utf8CodeUnitCount, true)
    }
    if let chapter = stateChapter(span, at) { return (chapter, false) }
    // "the Contracts (Rights of Third Parties) Act 1999 section 1"
    if at > 9, (at - 4..<at).allSatisfy({ span[$0].isDigit }), span[at - 5] == Ascii.space {
      let end = span[at - 6] == Ascii.comma ? at - 6 : at - 5
      for word: StaticString in ["act", "ordinance", "regulations", "order"]
      where span.matchesWord(word, endingAt: end) && span[end - word.utf8CodeUnitCount].isUpper { return (start, false) }
    }
    for code: StaticString in ["treasury regulation", "treasury regulations", "treas. reg.", "treasury reg.", "far", "dfars"]
    where span.matchesWord(code, endingAt: at) || code.utf8CodeUnitCount > 5 && span.matches(code, at: at - code.utf8CodeUnitCount)
    { return (at - code.utf8CodeUnitCount, true) }
    for word: StaticString in [
      "code", "law", "act", "erisa", "statutes", "stat.", "stat", "regulation", "regulations", "regs.", "rule", "ucc", "ann.",
      "laws",
    ]
    where span.matches(word, at: at - word.utf8CodeUnitCount)
      && (at - word.utf8CodeUnitCount == 0 || !span[at - word.utf8CodeUnitCount - 1].isWord)
      && span[at - word.utf8CodeUnitCount].isUpper
    { return (start, false) }
    return nil
  }
}
