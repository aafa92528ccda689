/// Where an agreement introduces its parties.
extension PartyFinder {
  /// A place behind the words that introduce parties.
  struct Introduction {
    let start: Int
    /// Where the names end at the latest; nil where nothing limits them.
    var limit: Int?
    /// Whether several are named up to the limit, with roles or without.
    var isList = false
    /// Whether another paper's parties are named there, who may be this one's too.
    var namesOtherDocument = false
    /// Whether it is the sentence that makes the agreement, and no cover: "AGREEMENT dated as of May 1, 2004 among".
    var isPreamble = false
    /// Whether it is a sentence, and no title.
    var isSentence = false
  }

  private static let phrases: [StaticString] = [
    "by and between", "by and among", "between and among", "made between", "entered into between", "is between", "among", "between",
  ]

  /// The introductions, the most telling first.
  static func introductions(
    _ span: Span<UInt8>, _ paragraphs: [Paragraph], _ keywords: KeywordIndex, _ end: Int
  ) -> [Introduction] {
    var given: Introduction?
    var preambles: [Int] = []
    var strong: [Int] = []
    var weak: [Int] = []
    var others: [Int] = []
    var recitals: [Int] = []
    var alone: [Introduction] = []
    var betweens = keywords[.between][...]
    for paragraph in paragraphs where paragraph.range.lowerBound < end {
      let range = paragraph.range.lowerBound..<min(paragraph.range.upperBound, end)
      let gives = given == nil ? giver(span, range) : nil
      given = given ?? gives
      betweens = betweens.drop { $0 < range.lowerBound }
      let places = betweens.first.map { $0 < range.upperBound } ?? false ? phrases.compactMap { place(span, $0, range) } : []
      // The first phrase of the paragraph, and of those there the longest.
      // Words that only say what both are called name nobody: "SAMPLE AGREEMENT BETWEEN FRANCHISEE AND ITS STAFF".
      let telling = places.filter { !namesRole(span, $0.at + $0.phrase.utf8CodeUnitCount, range.upperBound) }
      if let (phrase, first) = (telling.isEmpty ? places : telling).min(by: {
        ($0.at, -$0.phrase.utf8CodeUnitCount) < ($1.at, -$1.phrase.utf8CodeUnitCount)
      }) {
        var at = first
        // "by and between the parties hereto" speaks of them; the names come behind the next "between".
        while span.matches(" the parties", at: at + phrase.utf8CodeUnitCount),
          let next = span.firstIndex(of: phrase, in: (at + 1)..<range.upperBound)
        { at = next }
        let after = at + phrase.utf8CodeUnitCount
        // `"Contract" means the agreement between the Company and the Customer`: a definition introduces nobody.
        let isDefinition = span.firstIndex(of: "means ", in: range.lowerBound..<at) != nil
        let isOther = namesOtherDocument(span, range.lowerBound..<at) || gives.map { $0.start < at } ?? false
        // A title ("between the Company and the Lenders" on the cover) is weaker than the sentence that makes the agreement.
        let sentence =
          range.count > 120 || span.firstIndex(of: "entered into", in: range) != nil
          || span.firstIndex(of: "dated", in: range) != nil
        if isDefinition {
        } else if isOther {
          others.append(after)
        } else if makes(span, range, before: at) {
          preambles.append(after)
        } else if sentence, !saysWhoAgrees(span, range.lowerBound..<after) {
          strong.append(after)
        } else {
          weak.append(after)
        }
      }
      if isPreamble(span, range) { weak.append(range.lowerBound) }
      if opensParties(span, range) { strong.append(range.upperBound) }
      // "PARTIES (1) Oak Limited is a company"
      if span.matches("parties (1)", at: range.lowerBound) { strong.append(range.lowerBound + 8) }
      // "Parties: Jane Roe ("Landlord") and John Roe ("Lodger")"
      if span.matches("parties:", at: range.lowerBound), range.count > 20 { strong.append(range.lowerBound + 8) }
      if range.count <= 20, span.matches("b e t w e e n", at: range.lowerBound) { strong.append(range.upperBound) }
      if range.count <= 20, span.matchesWord("the undersigned", at: range.lowerBound) { strong.append(range.upperBound) }
      if let names = recital(span, range) { recitals.append(names) }
      if let introduction = unintroduced(span, range) { alone.append(introduction) }
      for phrase: StaticString in ["agreement of ", "entered into by ", "made by ", "agreement with ", "executed by "] {
        if let at = span.firstIndex(of: phrase, in: range) { weak.append(at + phrase.utf8CodeUnitCount) }
      }
      if strong.count + preambles.count > 3 { break }
    }
    return (given.map { [$0] } ?? []) + preambles.map { Introduction(start: $0, isPreamble: true) }
      + strong.map { Introduction(start: $0, isSentence: true) } + weak.map { Introduction(start: $0) } + alone
      + (others + recitals).map { Introduction(start: $0, namesOtherDocument: true) }
  }

  /// Whether a paragraph is the title of the parties, with a clause's number or without: `PARTIES`, `1. THE PARTIES`.
  private static func opensParties(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 20 else { return false }
    let marker = ProvisionMarker.parse(span, range.lowerBound, range.upperBound)
    let start = marker.map { $0.textStart } ?? range.lowerBound
    let word = span.matches("the ", at: start) ? start + 4 : start
    return span.matchesWord("parties", at: word) && range.upperBound - word <= 9
  }

  /// Whether the first name behind a place is a role alone.
  private static func namesRole(_ span: Span<UInt8>, _ from: Int, _ end: Int) -> Bool {
    guard let start = nameStart(span, from, end), blankEnd(span, start, end) == nil, let stop = nameEnd(span, start, end) else {
      return false
    }
    return isRoleWord(span, start..<stop)
  }

  /// Whether the words of an introduction say that an agreement is between the names behind them: "This is an agreement between".
  private static func saysWhoAgrees(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let near = max(range.lowerBound, range.upperBound - 60)..<range.upperBound
    return span.firstIndex(of: "agreement", in: near) != nil || span.firstIndex(of: "contract", in: near) != nil
  }

  /// Where a phrase that introduces parties begins in a paragraph, as words of its own.
  private static func place(_ span: Span<UInt8>, _ phrase: StaticString, _ range: Range<Int>) -> (phrase: StaticString, at: Int)? {
    guard let at = span.firstIndex(of: phrase, in: range), at == 0 || !span[at - 1].isWord else { return nil }
    let after = at + phrase.utf8CodeUnitCount
    return after >= span.count || !span[after].isWord ? (phrase, at) : nil
  }

  /// Names that no word introduces: `Oak Hospital (hereinafter "the Data Provider")`, `OAK BANK PLC and ELM INC. have entered or expect to
  /// enter into trades`.
  private static func unintroduced(_ span: Span<UInt8>, _ range: Range<Int>) -> Introduction? {
    if let told = told(span, range) { return told }
    guard range.count > 12, span[range.lowerBound].isUpper, !span.matches("this ", at: range.lowerBound) else { return nil }
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 240)
    let isNamed = !span.matches("whereas", at: range.lowerBound) && !span.matches("the parties", at: range.lowerBound)
    if isNamed,
      let at = span.firstIndex(of: " have entered", in: head) ?? span.firstIndex(of: " have agreed to enter", in: head)
        ?? span.firstIndex(of: " are parties to ", in: head),
      span.firstIndex(of: " and ", in: range.lowerBound..<at) != nil
    {
      return Introduction(start: range.lowerBound, limit: at, isList: true)
    }
    if let agreeing = agreeing(span, range) { return agreeing }
    // `Oak Bank AG and Elm Trading S.A. hereby agree as follows:`, `… wish to enter into loans`: companies are the sentence's subject.
    for verb: StaticString in [
      " intend to enter", " propose to enter", " desire to enter", " may from time to time enter", " expect to enter",
      " agree as follows", " have agreed as follows", " wish to ",
    ] where isNamed {
      guard let at = span.firstIndex(of: verb, in: head),
        let and = span.firstIndex(of: " and ", in: range.lowerBound..<at),
        holdsCompany(span, range.lowerBound..<and), holdsCompany(span, and..<at)
      else { continue }
      return Introduction(start: range.lowerBound, limit: at, isList: true)
    }
    // `Oak, Inc. (the "Company") hereby grants to the Participant …`
    for verb: StaticString in [" hereby grants", " hereby awards", " hereby agrees", " hereby offers"] {
      guard let at = span.firstIndex(of: verb, in: head), at > 1, span[at - 1] == Ascii.close, span[at - 2] == Ascii.quote else {
        continue
      }
      return Introduction(start: range.lowerBound, limit: at, isList: true)
    }
    for words: StaticString in ["(hereinafter", "(in the following"] {
      if range.count <= 260, let bracket = span.firstIndex(of: words, in: head), bracket - range.lowerBound <= 120 {
        return Introduction(start: range.lowerBound)
      }
    }
    // `Oak Institute, a foundation of Bonn, hereinafter "the Provider",`
    guard let named = span.firstIndex(of: ", hereinafter", in: head), named - range.lowerBound <= 160,
      let quote = (named + 13..<min(range.upperBound, named + 40)).first(where: { span[$0] == Ascii.quote }),
      span.firstOffset(of: Ascii.period, in: named..<quote) == quote, !span.matchesWord("whereas", at: range.lowerBound)
    else { return nil }
    return Introduction(start: range.lowerBound)
  }

  /// Whether words end in the form of a company: `Oak Bank AG`, `Elm Trading S.A. ("Client")`.
  private static func holdsCompany(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { at in
      span[at].isUpper && at > range.lowerBound && !span[at - 1].isWord
        && CorporateEnding.end(span, at).map { $0 <= range.upperBound } ?? false
    }
  }

  private static func endsSentence(_ span: Span<UInt8>, _ at: Int) -> Bool {
    span[at] == Ascii.period && span.byte(at + 1) == Ascii.space && span.byte(at + 2).isUpper && !Abbreviation.closesAny(span, at)
  }

  /// Those whom a sentence or a clause says to be the parties: `The parties to this Agreement are Oak Ltd (the "Seller") and Ann Elm (the
  /// "Buyer").`, `1.1 The parties to this agreement are:`.
  private static func told(_ span: Span<UInt8>, _ range: Range<Int>) -> Introduction? {
    let words = ProvisionMarker.parse(span, range.lowerBound, range.upperBound).map { $0.textStart } ?? range.lowerBound
    if span.matches("the parties to this ", at: words),
      let verb = span.firstIndex(of: " are", in: words..<min(range.upperBound, words + 100)), !span.byte(verb + 4).isWord
    {
      // "The parties to this Agreement are:" leads a list of items.
      let isOpen = span[range.upperBound - 1] == Ascii.colon
      return Introduction(start: verb + 4, limit: isOpen ? nil : range.upperBound, isList: true)
    }
    return nil
  }

  /// Those who agree in a sentence with no "between": `Oak, Inc. ("Oak") and Elm, Inc. ("Elm") hereby agree that …`.
  private static func agreeing(_ span: Span<UInt8>, _ range: Range<Int>) -> Introduction? {
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 600)
    // `By this Agreement, dated May 1, 2004, Oak Ltd (the "Seller") agrees with Elm Ltd (the "Buyer") as follows:`
    if span.matches("by this ", at: range.lowerBound), let verb = span.firstIndex(of: ") agrees with ", in: head),
      let comma = (head.lowerBound..<verb).first(where: { span[$0] == Ascii.comma && span.beginsCapital(at: $0 + 2) })
    {
      return Introduction(start: comma, limit: range.upperBound, isList: true)
    }
    guard
      !["whereas", "the parties", "pursuant", "in accordance", "in consideration"].contains(where: {
        span.matches($0, at: range.lowerBound)
      }),
      let role = span.firstIndex(of: "\")", in: head)
    else { return nil }
    for verb: StaticString in [
      " hereby agree", " mutually agree", " agree that", " agree to", " agree as follows", " by this agreement ",
      " hereby enter into", " enter into this",
    ] {
      guard let at = span.firstIndex(of: verb, in: role..<head.upperBound),
        span.firstIndex(of: " and ", in: range.lowerBound..<at) != nil, !(role..<at).contains(where: { endsSentence(span, $0) })
      else { continue }
      return Introduction(start: range.lowerBound, limit: at, isList: true)
    }
    return nil
  }

  /// Where the names begin in a recital that says who made the agreement before: `WHEREAS, Oak Ltd ("Company") and Jane Roe ("Employee")
  /// entered into …`.
  private static func recital(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard span.matches("whereas", at: range.lowerBound) else { return nil }
    var start = range.lowerBound + 7
    while start < range.upperBound, span[start] == Ascii.comma || span[start] == Ascii.space || span[start] == Ascii.colon {
      start += 1
    }
    guard start < range.upperBound else { return nil }
    let head = start..<min(range.upperBound, start + 400)
    for words: StaticString in ["entered into", "are parties to", "were parties to", "have entered", "executed", "are the parties"]
    {
      guard let at = span.firstIndex(of: words, in: head), let close = span.firstIndex(of: "\") and ", in: start..<at),
        span.firstIndex(of: "(\"", in: close..<at) ?? span.firstIndex(of: "(the \"", in: close..<at) != nil
      else { continue }
      return start
    }
    return nil
  }

  /// Whether a paragraph says in one sentence that an agreement is made, by its date or by the word, and between whom.
  private static func makes(_ span: Span<UInt8>, _ range: Range<Int>, before phrase: Int) -> Bool {
    let head = range.lowerBound..<phrase
    guard head.count < 400, ClauseEnding.closesClause(span, range) || range.count > 600,
      span.firstIndex(of: "agreement", in: head.lowerBound..<min(head.upperBound, head.lowerBound + 120)) != nil
    else { return false }
    for words: StaticString in ["dated", "made", "entered into"] where span.firstIndex(of: words, in: head) != nil { return true }
    return false
  }

  /// Whether the words before "by and among" name another paper: "described in the Agreement and Plan of Merger by and among".
  private static func namesOtherDocument(_ span: Span<UInt8>, _ before: Range<Int>) -> Bool {
    guard !span.matches("this ", at: before.lowerBound) else { return false }
    let near = max(before.lowerBound, before.upperBound - 240)..<before.upperBound
    for words: StaticString in [
      "that certain ", "described in the ", "contemplated by the ", "pursuant to the ", "pursuant to that ",
    ]
    where span.firstIndex(of: words, in: near) != nil { return span.firstIndex(of: "this ", in: near) == nil }
    return false
  }

  /// Whether a paragraph names who agrees without naming the paper: `Oak, Inc., a Delaware corporation (the "Borrower"), and … agree as follows:`.
  private static func isPreamble(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 80, span[range.lowerBound].isUpper, span.firstIndex(of: "agree as follows", in: range) != nil,
      let role = span.firstIndex(of: "(the \"", in: range)
    else { return false }
    let head = range.lowerBound..<role
    if span.firstIndex(of: "agreement", in: head) != nil { return false }
    return span.firstIndex(of: ", a ", in: head) != nil || span.firstIndex(of: ", an ", in: head) != nil
  }

  /// Who gives what one side alone signs: "This Guaranty is given as of May 1, 2004 by Oak Ltd ("Guarantor") in favor of Elm Ltd".
  ///
  /// What it is given for may name others: "for the Lease between Elm Ltd and Fir Ltd".
  private static func giver(_ span: Span<UInt8>, _ range: Range<Int>) -> Introduction? {
    if let promisor = promisor(span, range) { return promisor }
    // "This Guaranty is …", "PARENT GUARANTEE, dated as of May 1, 2004, made by".
    guard
      span.matches("this ", at: range.lowerBound)
        || TitleWords.isCapitals(span, range.lowerBound..<span.wordEnd(range.lowerBound))
    else {
      return nil
    }
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 220)
    guard let by = span.firstIndex(of: " by ", in: head), by + 4 < range.upperBound,
      span[by + 4].isUpper || span.matches("the ", at: by + 4),
      [
        "is given", "is made", "is executed", "made", "executed", "is delivered", "is being delivered", "is issued", "granted",
        "entered into",
      ].contains(where: {
        span.firstIndex(of: $0, in: range.lowerBound..<by) != nil
      }),
      !["between", "among", "party"].contains(where: { span.firstIndex(of: $0, in: range.lowerBound..<by) != nil })
    else { return nil }
    var limit = range.upperBound
    for words: StaticString in [
      " between ", " among ", " pursuant to ", " in connection ", " that certain ", " dated ",
      " with respect ",
    ] {
      if let at = span.firstIndex(of: words, in: by..<limit) { limit = at }
    }
    return Introduction(start: by + 4, limit: limit)
  }

  /// Who promises to pay in a note: "FOR VALUE RECEIVED, Oak, Inc. (the "Company") promises to pay to the order of ____ (the "Holder")".
  private static func promisor(_ span: Span<UInt8>, _ range: Range<Int>) -> Introduction? {
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 500)
    guard let value = span.firstIndex(of: "for value received", in: head.lowerBound..<min(head.upperBound, head.lowerBound + 60)),
      let promise = span.firstIndex(of: "promise", in: value..<head.upperBound),
      let pay = span.firstIndex(of: " pay ", in: promise..<min(range.upperBound, promise + 60))
    else { return nil }
    var start = value + 18
    while start < promise, span[start] == Ascii.comma || span[start].isSpace { start += 1 }
    for lead: StaticString in ["the undersigned", "as herein provided"] where span.matches(lead, at: start) {
      start += lead.utf8CodeUnitCount
    }
    return Introduction(start: start, limit: min(range.upperBound, pay + 500), isList: true)
  }
}
