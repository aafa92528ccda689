/// The parties of a letter: the addressee above the greeting, and the company whose short name the first sentences give.
///
/// `Mr. John Roe`, `12 Elm Street`, `Dear John:`, `We at Acme Holdings, Inc. ("Acme") are glad …`.
extension PartyFinder {
  static func correspondents(_ reading: ReadingText, _ found: [DefinitionFinder.Found]) -> PartyReading {
    let span = reading.bytes.span
    var out = PartyReading()
    guard let greeting = greeting(span) else { return out }
    if let name = addressee(span, above: greeting) {
      out.names.append(name)
      out.parties.append(party(reading, name, role: nil))
    }
    for item in found where item.kind == .inline && item.words.lowerBound > greeting && item.words.lowerBound < greeting + 2_500 {
      guard let name = namedBefore(span, item.words.lowerBound) else { continue }
      out.names.append(name)
      out.roles.append(item.words)
      out.parties.append(party(reading, name, role: item.words))
      break
    }
    if out.roles.isEmpty, let name = writer(span, below: greeting), !out.names.contains(name) {
      out.names.append(name)
      out.parties.append(party(reading, name, role: nil))
    }
    return out
  }

  /// The first company that the letter speaks of with a word before it: "offer of employment with Oak Mills Inc. as follows".
  private static func writer(_ span: Span<UInt8>, below greeting: Int) -> Range<Int>? {
    let body = greeting..<min(span.count, greeting + 1_500)
    for at in body where span[at] == Ascii.space {
      for lead: StaticString in ["with ", "of ", "at ", "by ", "join ", "from "] where span.matches(lead, at: at + 1) {
        let start = at + 1 + lead.utf8CodeUnitCount
        guard start < body.upperBound, span[start].isUpper, let end = nameEnd(span, start, min(span.count, start + 120)),
          isCompany(span, start..<end), isName(span, start..<end), CorporateEnding.end(span, start) == nil
        else { continue }
        return start..<end
      }
    }
    return nil
  }

  /// Who is called by a short name, or is what a short name means, where nothing introduces parties: `processed by Oak e.K. (hereinafter
  /// referred to as the Contractor)`, `"We" means Oak Ltd`.
  static func called(_ reading: ReadingText, _ found: [DefinitionFinder.Found]) -> PartyReading {
    let span = reading.bytes.span
    var out = PartyReading()
    for item in found where item.words.lowerBound < 6_000 && out.parties.count < 4 {
      let name: Range<Int>?
      switch item.kind {
      case .inline: name = referred(span, item.words) ?? bracketedBody(span, item.words)
      case .list: name = meant(span, item)
      default: name = nil
      }
      guard let name, !out.names.contains(name) else { continue }
      out.names.append(name)
      out.roles.append(item.words)
      out.parties.append(party(reading, name, role: item.words))
    }
    return out
  }

  /// The company right before a bracket that says what it is "referred to as".
  private static func referred(_ span: Span<UInt8>, _ words: Range<Int>) -> Range<Int>? {
    var open = words.lowerBound
    while open > 0, words.lowerBound - open < 60, span[open] != Ascii.open { open -= 1 }
    guard span[open] == Ascii.open, span.firstIndex(of: "referred to", in: open..<words.lowerBound) != nil else { return nil }
    let end = span.skipSpaces(endingAt: open)
    var start = end
    // Up to seven words that may be of a name, the last of them its corporate form.
    for _ in 0..<7 {
      var word = span.skipSpaces(endingAt: start)
      while word > 0, !span[word - 1].isSpace { word -= 1 }
      // "spruceWorks" has a capital inside.
      let isStyled = (word..<max(word, start)).contains { span[$0].isUpper }
      // "The Owner: Oak Ltd" is a label and a name.
      guard word < start, start == end || span[span.skipSpaces(endingAt: start) - 1] != Ascii.colon else { break }
      guard isStyled || isStyledName(span, word, end + 1) || CorporateEnding.end(span, word) == end else { break }
      start = word
    }
    guard start < end else { return nil }
    if span[start].isLower, isRoleWord(span, words) { return start..<end }
    return (isCompany(span, start..<end) || isRoleWord(span, words)) && isName(span, start..<end) ? start..<end : nil
  }

  /// A body whose short name in brackets is a word of its own name: `Grove College (the "College")`, `the Union of Dining Staff (the "Union")`.
  private static func bracketedBody(_ span: Span<UInt8>, _ words: Range<Int>) -> Range<Int>? {
    guard let name = namedBefore(span, words.lowerBound, isBody: true), name.count > words.count + 3,
      bodies.contains(span, words) || isCompany(span, words)
    else { return nil }
    let isNamed = name.contains { at in
      at + words.count <= name.upperBound && (at == name.lowerBound || !span[at - 1].isWord)
        && words.indices.allSatisfy { span[$0] == span[at + $0 - words.lowerBound] }
    }
    return isNamed ? name : nil
  }

  /// The company a definition says its word means; `isCalled` where the word is known to be what a party is called.
  static func meant(_ span: Span<UInt8>, _ item: DefinitionFinder.Found, isCalled: Bool = false) -> Range<Int>? {
    let head = item.words.upperBound..<min(item.extent.upperBound, item.words.upperBound + 160)
    // "Counsel" means a firm, and no party.
    let isPronoun = (["we", "us", "our"] as [StaticString]).contains {
      span.matchesWord($0, at: item.words.lowerBound) && $0.utf8CodeUnitCount == item.words.count
    }
    guard isCalled || isPronoun || isRoleWord(span, item.words) else { return nil }
    for verb: StaticString in [" means ", " shall mean ", " refers to ", " refer to ", " mean ", " - "] {
      guard let at = span.firstIndex(of: verb, in: head) else { continue }
      let start = at + verb.utf8CodeUnitCount
      // The stops of "e. K." do not end what is said of it.
      let line = span.firstOffset(of: Ascii.lineFeed, in: start..<min(span.count, start + 200))
      guard start < item.extent.upperBound, span[start].isUpper, let end = nameEnd(span, start, line + 1),
        isCompany(span, start..<end), isName(span, start..<end)
      else { return nil }
      return start..<end
    }
    return nil
  }

  /// Where the greeting begins, at the break or the blank before it: `Dear John:`, on a line of its own or the last of the address.
  private static func greeting(_ span: Span<UInt8>) -> Int? {
    let head = 0..<min(span.count, 5_000)
    if let alone = span.firstIndex(of: "\ndear ", in: head) { return alone }
    guard let at = span.firstIndex(of: " dear ", in: head), span[at + 1].isUpper else { return nil }
    let line = (at + 6)..<min(span.count, at + 50)
    let stop = span.firstOffset(of: Ascii.lineFeed, in: line)
    guard stop < line.upperBound, [Ascii.colon, Ascii.comma].contains(span[stop - 1]) else { return nil }
    return at
  }

  /// The first words of the address: up to its number, its next line or a comma.
  private static func addressee(_ span: Span<UInt8>, above greeting: Int) -> Range<Int>? {
    // The address is the last of the paragraphs above that holds a postal number; a "Re:" line may stand between.
    var end = greeting
    for _ in 0..<6 {
      var start = end
      while start > 0, span[start - 1] != Ascii.lineFeed { start -= 1 }
      if let name = personOrCompany(span, start..<end, greeting) { return name }
      guard start > 0 else { return nil }
      end = start - 1
    }
    return nil
  }

  /// Whether a name is that of the greeted, or begins with the same letter: `Sean Moss` above "Dear Sean", `Thomas Fir` above "Dear Tom".
  private static func isGreeted(_ span: Span<UInt8>, _ name: Range<Int>, by greeting: Int) -> Bool {
    let first = greeting + 6
    guard first < span.count, span[first].isUpper, !span.matches("sir", at: first) else { return false }
    if span[first] == span[name.lowerBound] { return true }
    let word = first..<span.wordEnd(first)
    return name.contains { at in
      at + word.count <= name.upperBound && zip(word, at...).allSatisfy { span[$0] == span[$1] }
    }
  }

  private static func personOrCompany(_ span: Span<UInt8>, _ paragraph: Range<Int>, _ greeting: Int) -> Range<Int>? {
    var start = paragraph.lowerBound
    for title: StaticString in ["mr. ", "ms. ", "mrs. ", "dr. ", "miss "] where span.matches(title, at: start) {
      start += title.utf8CodeUnitCount
    }
    let titled = start > paragraph.lowerBound
    var end = start
    var words = 0
    while end < paragraph.upperBound, words < 8 {
      let word = end
      while end < paragraph.upperBound,
        span[end].isWord || span[end] == Ascii.period || span[end] == Ascii.apostrophe || span[end] == Ascii.hyphen
      {
        end += 1
      }
      guard end > word, span[word].isUpper || span[word] >= 0x80 else {
        end = word
        break
      }
      words += 1
      if end < paragraph.upperBound, span[end] == Ascii.comma, let suffix = CorporateEnding.end(span, span.skipSpaces(end + 1)),
        suffix <= paragraph.upperBound
      {
        end = suffix
        words += 1
        break
      }
      guard end + 1 < paragraph.upperBound, span[end] == Ascii.space, span[end + 1].isUpper else { break }
      // Three words name a person; the address goes on behind them.
      if titled, words == 3 { break }
      end += 1
    }
    while end > start, span[end - 1] == Ascii.space { end -= 1 }
    guard words >= 2, end > start, isName(span, start..<end), !span.matchesWord("re", at: start) else { return nil }
    // "El Hull, CA 90245" is a town.
    let state = span.skipSpaces(end + 1)
    if span.byte(end) == Ascii.comma, span.byte(state).isUpper, span.byte(state + 1).isUpper,
      span.byte(span.skipSpaces(state + 2)).isDigit
    {
      return nil
    }
    // An address, not a letterhead's slogan: a number stands in it, or the person's title before it; or who is greeted.
    var number = titled || isGreeted(span, start..<end, by: greeting)
    for i in end..<paragraph.upperBound where span[i].isDigit { number = true }
    return number && DateParser.parse(span, start) == nil ? start..<end : nil
  }

  /// Whom a company employs, whose office stands before "of" and its name.
  private static let officers = WordSet(
    "president", "director", "manager", "chairman", "secretary", "treasurer", "controller", "member")

  /// Where ", a Maine corporation" begins that ends at a place; nil where none does.
  private static func whatItIs(_ span: Span<UInt8>, endingAt end: Int) -> Int? {
    guard PartyDescription.kinds.contains(where: { span.matchesWord($0, endingAt: end) }) else { return nil }
    var at = end
    while at > 0, end - at < 90 {
      at -= 1
      if span[at] == Ascii.lineFeed || span[at] == Ascii.open || span[at] == Ascii.semicolon { return nil }
      if span.matches(", a ", at: at) || span.matches(", an ", at: at) { return at }
    }
    return nil
  }

  /// The company's name before the bracket that gives its short name: right before it, or before what it is, `Oak Bank, a Maine banking
  /// corporation, (the "Bank")`.
  private static func namedBefore(_ span: Span<UInt8>, _ words: Int, isBody: Bool = false) -> Range<Int>? {
    var open = words
    while open > 0, words - open < 12, span[open - 1] != Ascii.open { open -= 1 }
    guard open > 1, span[open - 1] == Ascii.open else { return nil }
    var end = open - 1
    while end > 0, span[end - 1] == Ascii.space || span[end - 1] == Ascii.comma { end -= 1 }
    let description = whatItIs(span, endingAt: end)
    end = description ?? end
    var start = end
    var suffixed = false
    while start > 0, end - start < 90 {
      var word = start
      while word > 0, span[word - 1] == Ascii.space || span[word - 1] == Ascii.comma { word -= 1 }
      let stop = word
      while word > 0,
        span[word - 1].isWord || span[word - 1] == Ascii.period || span[word - 1] == 0x26 || span[word - 1] == Ascii.apostrophe
          || span[word - 1] == Ascii.hyphen
      { word -= 1 }
      let isOf = span.matchesWord("of", at: word) && stop - word == 2
      guard word < stop, span[word].isUpper || span[word] == 0x26 || isOf else { break }
      // "Chief Financial Officer of Oak Company": an office there, and no name.
      if isOf, start < end {
        let before = span.skipSpaces(endingAt: word)
        var office = before
        while office > 0, span[office - 1].isLetter { office -= 1 }
        if offices.contains(span, office..<before) || officers.contains(span, office..<before) { break }
      }
      if CorporateEnding.end(span, word) == stop {
        suffixed = true
      } else if start < end, span[stop] == Ascii.comma, !suffixed || start != end && CorporateEnding.end(span, start) == nil {
        break
      }
      start = word
    }
    // "the terms of Oak Inc."
    if span.matches("of ", at: start), start + 3 < end { start += 3 }
    if description != nil, start < end { suffixed = suffixed || isCompany(span, start..<end) }
    guard suffixed || isBody, start < end, isName(span, start..<end) else { return nil }
    return start..<end
  }
}
