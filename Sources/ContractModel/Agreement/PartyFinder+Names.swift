/// Where a name begins, and what is no name.
extension PartyFinder {
  /// Which part a party is of, as old papers say.
  static let sides: [StaticString] = [
    "of the first part", "of the second part", "of the third part", "of the one part", "of the other part",
  ]

  /// Over connecting words and list numbers to the capital that begins a name.
  static func nameStart(_ span: Span<UInt8>, _ from: Int, _ end: Int) -> Int? {
    var i = from
    var steps = 0
    while i < end, steps < 24 {
      steps += 1
      i = span.skipSpaces(i)
      guard i < end else { return nil }
      let byte = span[i]
      if blankEnd(span, i, end) != nil { return i }
      if byte == Ascii.comma || byte == Ascii.semicolon || byte == Ascii.colon || byte == Ascii.lineFeed || byte == Ascii.hyphen
        || byte == Ascii.underscore || byte == 0x2A
      {
        i += 1
        continue
      }
      var skipped = false
      for word: StaticString in [
        "and", "by", "between", "among", "the following parties", "the following", "parties", "on the one hand", "the undersigned",
        "by and between", "the parties hereto", "as of", "both", "each of",
      ] + sides + ["of", "messrs.", "messrs", "m/s.", "m/s"] where span.matchesWord(word, at: i) {
        i += word.utf8CodeUnitCount
        skipped = true
        break
      }
      if skipped { continue }
      // `● Oak Ltd.`, `• Oak Ltd.`
      if let length = Bullet.length(span, i) {
        i += length
        continue
      }
      // A bullet: `o Oak Ltd.`
      if byte == 0x6F, i + 2 < end, span[i + 1] == Ascii.space, span[i + 2].isUpper {
        i += 2
        continue
      }
      // "Between the", and the names on lines of their own; "between the lessor, Oak, Inc."
      if let past = pastArticle(span, i, end) {
        i = past
        continue
      }
      if let marker = ProvisionMarker.parse(span, i, end), marker.close != .none || marker.isDotted, marker.textStart > i,
        !(marker.parts[0].kind == .upperLetter && marker.close == .period && !marker.opened) || marker.opened
      {
        i = marker.textStart
        continue
      }
      // A capital article belongs to the name, "The Clorox Company", but to no role: "BETWEEN THE FRANCHISEE".
      if span.matches("the ", at: i), span.beginsCapital(at: i + 4) {
        let isRole = nameEnd(span, i + 4, end).map { isRoleWord(span, (i + 4)..<$0) } ?? false
        return span[i].isUpper && !isRole ? i : i + 4
      }
      // `between "Acme Exports", a Delaware corporation`
      if byte == Ascii.quote, i + 3 < end, span[i + 1].isUpper {
        let close = span.firstOffset(of: Ascii.quote, in: (i + 1)..<min(end, i + 60))
        if span.matches(", a ", at: close + 1) || span.matches(", an ", at: close + 1) { return i + 1 }
      }
      if byte.isUpper || byte.isDigit && i + 1 < end || byte >= 0xC3 || isStyledName(span, i, end) {
        for stop: StaticString in [
          "whereas", "recitals", "witnesseth", "now", "this ", "background", "table of", "article", "section", "dated", "for ",
          "in consideration", "preliminary", "w i t n",
        ] where span.matches(stop, at: i) { return nil }
        // "AGREE AS FOLLOWS", "HAVE AGREED"
        for stop: StaticString in ["agree", "agrees", "have", "hereby", "declare", "declares"] where span.matchesWord(stop, at: i) {
          return nil
        }
        return behindBareNumber(span, i, end) ?? i
      }
      return nil
    }
    return nil
  }

  /// Behind an article that ends its line, a role in small letters that a comma sets before its name, or the titles of a blank: `Between the`,
  /// `the lessor, Oak, Inc.`, `Mr./Ms. [name]`.
  static func pastArticle(_ span: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    for titles: StaticString in ["mr./ms. ", "ms./mr. ", "mr./mrs. ", "mr/ms ", "mr. / ms. "]
    where span.matches(titles, at: at) && span.byte(at + titles.utf8CodeUnitCount) == Ascii.openBracket {
      return at + titles.utf8CodeUnitCount
    }
    guard span.matchesWord("the", at: at), at + 4 < end else { return nil }
    if span[at + 3] == Ascii.lineFeed { return at + 3 }
    let role = at + 4
    let stop = span.wordEnd(role)
    guard span[role].isLower, stop < end, span[stop] == Ascii.comma, RoleNouns.contains(span, role..<stop) else { return nil }
    return stop + 1
  }

  /// Where a name begins behind a number that nothing closes, `1 Oak Limited of 1 Mill Lane`, where the next line of the list has the next
  /// number, or the one before it the last.
  static func behindBareNumber(_ span: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    guard span[at].isDigit, span[at] > Ascii.zero, span.byte(at + 1) == Ascii.space, span.byte(at + 2).isUpper,
      at == 0 || span[at - 1] == Ascii.lineFeed
    else { return nil }
    func isNumbered(_ digit: UInt8, _ lines: Range<Int>) -> Bool {
      lines.contains {
        span[$0] == Ascii.lineFeed && span.byte($0 + 1) == digit && span.byte($0 + 2) == Ascii.space && span.byte($0 + 3).isUpper
      }
    }
    let isFirst = span[at] == Ascii.zero + 1
    guard isFirst ? isNumbered(span[at] + 1, at..<min(end, at + 1_500)) : isNumbered(span[at] - 1, max(0, at - 1_500)..<at) else {
      return nil
    }
    return at + 2
  }

  /// Where a blank ends that stands for a name: `[NAME]`, `[●]`, `<Name of Supplier>`, `__________, (the "Executive")`.
  static func blankEnd(_ span: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    if span[at] == Ascii.underscore {
      var close = at
      while close < end, span[close] == Ascii.underscore { close += 1 }
      let next = span.skipSpaces(close)
      // A name may be printed on the rule: `____ Oak Ltd ____`.
      return close - at >= 4 && !(next < end && (span[next].isUpper || span[next].isDigit)) ? close : nil
    }
    if span[at] == Ascii.openBrace {
      // `{name}`, `{{ company_name }}`
      var close = span.firstOffset(of: Ascii.closeBrace, in: at..<min(end, at + 60))
      guard close < min(end, at + 60), (at..<close).contains(where: { span[$0].isLetter }) else { return nil }
      while close < end, span[close] == Ascii.closeBrace { close += 1 }
      return close
    }
    // `<Name of Supplier>`
    if span[at] == Ascii.less {
      var close = span.firstOffset(of: Ascii.greater, in: at..<min(end, at + 60))
      guard close < min(end, at + 60) else { return nil }
      while close < end, span[close] == Ascii.greater { close += 1 }
      return span.firstIndex(of: "name", in: at..<close) != nil || isCalled(span, close, end) ? close : nil
    }
    guard span[at] == Ascii.openBracket else { return nil }
    let close = span.firstOffset(of: Ascii.closeBracket, in: at..<min(end, at + 60))
    guard close < min(end, at + 60), close > at + 1 else { return nil }
    let words = (at + 1)..<close
    let isField = words.allSatisfy { !span[$0].isLower } || span.firstIndex(of: "name", in: words) != nil
    let isNamed = words.contains { span[$0].isLetter || span[$0] >= 0x80 }
    // "[***]" and "[__]" are a party's name where a short name follows.
    // `[________]`
    let next = close + 1 < end && span[close + 1] == Ascii.comma ? span.skipSpaces(close + 2) : end
    let isRule =
      words.count >= 4 && words.allSatisfy { span[$0] == Ascii.underscore }
      && (span.matches("a ", at: next) || span.matches("an ", at: next))
    return isField && (isNamed && !words.contains(where: { span[$0] == 0x2A }) || isRule || isCalled(span, close + 1, end))
      ? close + 1 : nil
  }

  /// Whether a bracket with a short name stands at a place, over blanks and a comma: `, (the "Executive")`.
  static func isCalled(_ span: Span<UInt8>, _ from: Int, _ end: Int) -> Bool {
    var open = from
    while open < end, span[open].isSpace || span[open] == Ascii.comma { open += 1 }
    guard open + 4 < end, span[open] == Ascii.open else { return false }
    let words = span.skipSpaces(open + 1)
    return span[words] == Ascii.quote || span[words] == Ascii.apostrophe || span.matches("the \"", at: words)
  }

  /// A company's name that begins with a small letter: `iVillage, Inc.`, `e.l.f. Beauty, Inc.`, `oak.com, inc.`
  static func isStyledName(_ span: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at + 8 < end, span[at].isLower else { return false }
    var first = at
    while first < min(end, at + 30), !span[first].isSpace, span[first] != Ascii.comma { first += 1 }
    if first - at > 3, first < end, span[first].isSpace || span[first] == Ascii.comma {
      let ending = span.skipSpaces(span[first] == Ascii.comma ? first + 1 : first)
      if CorporateEnding.end(span, ending) != nil { return true }
    }
    guard span[at + 1].isUpper || span[at + 1].isDigit || span[at + 1] == Ascii.period && span[at + 2].isLower else { return false }
    // One of the words that follow ends a company's name.
    var word = at
    while word < min(end, at + 50), span[word] != Ascii.open, span[word] != Ascii.lineFeed {
      if word > at, span[word - 1] == Ascii.space, CorporateEnding.end(span, word) != nil { return true }
      word += 1
    }
    return false
  }

  /// Whether a name ends in a corporate form: `Ltd.`, `e. K.`
  static func endsInCorporateForm(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var word = end
    for _ in 0..<4 {
      while word > start, !span[word - 1].isSpace { word -= 1 }
      guard word > start else { return false }
      if CorporateEnding.end(span, word) == end { return true }
      word -= 1
    }
    return false
  }

  /// Whether a name that begins at a place ends as a company's does: `Elm Holdings Ltd.`, not `Texas`.
  static func isCompany(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    nameEnd(span, start, limit).map { isCompany(span, start..<$0) } ?? false
  }

  /// Whether a name ends as a company's or another body's does: `Elm Holdings Ltd.`, `Ash Family Trust`.
  static func isCompany(_ span: Span<UInt8>, _ name: Range<Int>) -> Bool {
    if endsInCorporateForm(span, name.lowerBound, name.upperBound) { return true }
    var word = name.upperBound
    while word > name.lowerBound, span[word - 1].isLetter { word -= 1 }
    return word > name.lowerBound && bodies.contains(span, word..<name.upperBound)
  }

  /// What bodies are called last that have no corporate form.
  static let bodies = WordSet(
    "trust", "fund", "partnership", "foundation", "university", "college", "institute", "bank", "association", "company", "union",
    "council", "authority", "hospital", "consortium", "group")

  static func isName(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 2, range.count <= 120 else { return false }
    var words = 1
    for i in range where span[i] == Ascii.space { words += 1 }
    guard words <= 14,
      span[range.lowerBound].isUpper || span[range.lowerBound].isDigit || span[range.lowerBound] >= 0x80
        || isStyledName(span, range.lowerBound, span.count)
    else {
      return false
    }
    // "50 north" is a way, and "3M Company" a name.
    if span[range.lowerBound].isDigit, !range.contains(where: { span[$0].isUpper }) { return false }
    // A date, a number, or a role alone is nobody's name.
    if DateParser.month(span, range.lowerBound) != nil { return false }
    var letters = 0
    for i in range where span[i].isLetter || span[i] >= 0x80 { letters += 1 }
    let isShort = range.count == 2 && range.allSatisfy { span[$0].isUpper }
    if letters < 3 && !isShort || isRoleWord(span, range) { return false }
    for words: StaticString in ["parties hereto", "party hereto", " agree", " hereby", " desire", " as follows"]
    where span.firstIndex(of: words, in: range) != nil { return false }
    for word: StaticString in [
      "agreement", "exhibit", "lenders party", "date", "dated", "page", "amendment", "recital", "order", "this", "registration",
      "deed",
      "parties",
    ]
    where span.matchesWord(word, at: range.lowerBound) || span.matchesWord(word, endingAt: range.upperBound) { return false }
    return !isOfficeAlone(span, range)
  }

  /// `Documentation Agent`, `Sole Lead Arranger`, `General Counsel`; and the ends of sums and streets: `No/100 United States Dollars`,
  /// `Route 320`.
  static func isOfficeAlone(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if span.matchesWord("route", at: range.lowerBound) { return true }
    var word = range.upperBound
    while word > range.lowerBound, span[word - 1].isLetter { word -= 1 }
    return word > range.lowerBound && offices.contains(span, word..<range.upperBound)
  }

  static let offices = WordSet(
    "agent", "agents", "arranger", "arrangers", "bookrunner", "bookrunners", "officer", "counsel", "conditions", "dollars")

  /// Whether the words are what a party is called, and nobody's name: "Contractor", "the Company", "Owner and Construction Manager".
  static func isRoleWord(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var low = range.lowerBound
    if span.matches("the ", at: low) { low += 4 }
    var isRole = false
    if span.matches("l/c ", at: low) { low += 4 }
    for kind: StaticString in ["issuing ", "swing line ", "swingline "] where span.matches(kind, at: low) {
      low += kind.utf8CodeUnitCount
    }
    while low < range.upperBound {
      let end = span.wordEnd(low)
      guard end > low, end <= range.upperBound, RoleNouns.contains(span, low..<end) else { return false }
      isRole = true
      low = end
      while low < range.upperBound, !span[low].isWord { low += 1 }
    }
    return isRole || range.isEmpty || span.matchesWord("the", at: range.lowerBound) && range.count == 3
  }
}
