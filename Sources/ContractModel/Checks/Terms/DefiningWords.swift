/// Looks for words that may define a term, before a check says that nothing does.
///
/// Drafters define in more ways than a parser knows: "A Hazardous Material is any substance", "shall constitute an Event of Default",
/// "(Initial Term)" without quotation marks, a term with its plural on the first word, a heading that says what it is.
struct DefiningWords {
  private let agreement: Agreement
  /// The words of each heading, in small letters.
  private let headings: [Set<ArraySlice<UInt8>>]
  /// Where words begin, by their first two letters in small letters.
  private let starts: [[Int32]]

  init(_ agreement: Agreement) {
    self.agreement = agreement
    headings = agreement.provisions.indices.compactMap { id in
      agreement.heading(id).map { heading in
        Set(heading.utf8.map(\.lowercased).split { !$0.isWord && $0 != Ascii.hyphen })
      }
    }
    var starts = [[Int32]](repeating: [], count: 1 << 10)
    let bytes = agreement.reading.bytes
    let span = bytes.span
    agreement.reading.wordStarts.forEach(in: 0..<span.count) { place in
      if span[place].isLetter, place + 1 < span.count {
        starts[Self.key(span[place], span[place + 1])].append(Int32(truncatingIfNeeded: place))
      }
      return place + 1
    }
    self.starts = starts
  }

  /// The place of two letters in the table of word starts.
  private static func key(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 0x1F) << 5 | Int(second & 0x1F) }

  /// How surely words define a term: "shall mean" clearly; a heading of the term's name, or "is the", possibly.
  enum Evidence: Comparable { case none, possible, clear }

  /// The best evidence of any place that a term, given in small letters, is defined.
  func evidence(_ key: String) -> Evidence {
    let isPerson = TermLikeWords.isPerson(key)
    var best = Evidence.none
    for form in Self.forms(key.utf8.contains(Ascii.hyphen) ? key.replacing("- ", with: "-") : key) {
      for place in places(form) {
        best = max(best, evidence(place, isPerson: isPerson))
        if best == .clear { return best }
      }
    }
    return best == .none && isHeading(key) ? .possible : best
  }

  /// Whether a short heading holds each word of a term; "Position since the Accounts Date" does not say what the Accounts Date is.
  private func isHeading(_ key: String) -> Bool {
    let words = key.utf8.split(separator: Ascii.space).map { ArraySlice(Array($0)) }
    return headings.contains { heading in heading.count <= words.count + 2 && words.allSatisfy { heading.contains($0) } }
  }

  /// The term without its plural, on the last word and on the first of "Guaranties of Payment".
  private static func forms(_ key: String) -> [[UInt8]] {
    func stem(_ word: [UInt8]) -> [UInt8] {
      let one = TermName.singular(word)
      return one.last == 0x79 ? Array(one.dropLast()) : one
    }
    let words = key.split(separator: " ").map { Array($0.utf8) }
    guard let last = words.last else { return [] }
    var out = [Array(words.dropLast().joined(separator: [Ascii.space])) + (words.count > 1 ? [Ascii.space] : []) + stem(last)]
    if words.count > 2, words[1].elementsEqual("of".utf8) {
      out.append(Array(([stem(words[0])] + words.dropFirst()).joined(separator: [Ascii.space])))
    }
    return out
  }

  /// Where a form stands, its last word's ending included; "True- Up" and "True-Up" are one.
  private func places(_ form: [UInt8]) -> [Range<Int>] {
    let span = agreement.reading.bytes.span
    guard let first = form.first, first.isLower else { return [] }
    var out: [Range<Int>] = []
    for start in starts[form.count > 1 ? Self.key(first, form[1]) : Self.key(first, 0)] {
      let i = Int(start)
      var at = i
      var k = 0
      var extra = 0
      while k < form.count, at < span.count {
        if span[at].lowercased == form[k] || form[k] == Ascii.space && span[at] == Ascii.lineFeed {
          k += 1
          extra = 0
        } else if form[k] == Ascii.space, span[at] == Ascii.hyphen {
          // "Concurrent-User" for "Concurrent User"
          k += 1
          extra = 0
        } else if form[k] == Ascii.space, span[at].isLetter, extra < 3 {
          // "Events of Default" for "Event of Default"
          extra += 1
        } else if !(span[at] == Ascii.space && at > 0 && span[at - 1] == Ascii.hyphen) {
          break
        }
        at += 1
      }
      guard k == form.count else { continue }
      let stem = at
      while at < span.count, span[at].isLetter, at - stem < 4 { at += 1 }
      if at >= span.count || !span[at].isWord { out.append(i..<at) }
    }
    return out
  }

  /// What leads a promise that a term has a meaning here.
  static let leads: [StaticString] = [
    "(as defined ", "(defined ", ", as defined ", "(as such term is defined ", "(as that term is defined ",
    ", as such term is defined ", ", as that term is defined ",
  ]

  /// Whether "(as defined herein)" stands at a place: the meaning is promised here, and given elsewhere in the text or nowhere.
  static func promises(_ span: Span<UInt8>, at place: Int) -> Bool {
    let at = place < span.count && span[place] == Ascii.comma ? place : span.skipSpaces(place)
    for words: StaticString in [
      "(as hereinafter defined)", ", as hereinafter defined,", "(as hereafter defined)", "(hereinafter defined)",
    ]
    where span.matches(words, at: at) { return true }
    for lead in leads where span.matches(lead, at: at) {
      let next = at + lead.utf8CodeUnitCount
      // "(as defined in Clause 1)", with nothing behind that names another paper
      if span.matches("in ", at: next), let words = ReferenceGrammar.parse(span, next + 3, min(span.count, next + 40)),
        words.range.upperBound < span.count, span[words.range.upperBound] == Ascii.close, !words.isLettersOnly
      {
        return true
      }
      for words: StaticString in [
        "herein", "hereinafter", "below", "above", "in this agreement", "hereafter", "elsewhere in this agreement",
      ]
      where span.matchesWord(words, at: next) {
        let end = next + words.utf8CodeUnitCount
        return end >= span.count || [Ascii.close, Ascii.comma, Ascii.period].contains(span[end])
      }
    }
    return false
  }

  /// What the words around a term's place say of its meaning.
  private func evidence(_ place: Range<Int>, isPerson: Bool) -> Evidence {
    let span = agreement.reading.bytes.span
    let before = place.lowerBound
    let after = place.upperBound
    let closing = after < span.count ? span[after] : Ascii.space
    // "Licensee's Application" in quotation marks defines no Licensee.
    if closing == Ascii.quote
      || before > 0 && span[before - 1] == Ascii.quote && (closing == Ascii.comma || closing == Ascii.period)
    {
      return .clear
    }
    // "(Initial Term)", "within thirty days (the Payment Period)"
    if before > 0, closing == Ascii.close,
      span[before - 1] == Ascii.open || before > 5 && span.matches("(the ", at: before - 5)
    {
      return .clear
    }
    if isRowLabel(place) || isGiven(span, after) || closing == Ascii.close && isNamedInBracket(span, place) { return .clear }
    // `"SOW" - Statement of Work`
    if before > 3, span[before - 1] == Ascii.space, span[before - 2] == Ascii.hyphen, span[before - 3] == Ascii.space,
      span[before - 4] == Ascii.quote
    {
      return .clear
    }
    // "the Effective Date stated in it"; "set forth in Article 6" promises a meaning in this agreement and gives none.
    for words: StaticString in [
      " stated in ", " specified in ", " set forth in ", " set out in ", ", as set out in ", ", as set forth in ",
    ]
    where span.matches(words, at: after) {
      let next = after + words.utf8CodeUnitCount
      if !span.matchesWord("article", at: next), !span.matchesWord("section", at: next) { return .clear }
    }
    if Self.promises(span, at: after) { return .none }
    if Self.wordsBehind.contains(where: { span.matches($0, at: after) }) { return .clear }
    if before > 0, Self.wordsBefore.contains(where: { span.matchesWord($0, endingAt: before - 1) }) { return .clear }
    return mayDefine(span, place, closing, isPerson: isPerson) ? .possible : .none
  }

  /// Whether a bracket that closes behind a place names what stands before it: "(hereafter, the Reserve Share)", "(such sum, the Reserve
  /// Share)", "(hereinafter referred to as GBS or Company)".
  private func isNamedInBracket(_ span: Span<UInt8>, _ place: Range<Int>) -> Bool {
    let low = max(0, place.lowerBound - 60)
    guard let open = (low..<place.lowerBound).last(where: { span[$0] == Ascii.open || span[$0] == Ascii.close }),
      span[open] == Ascii.open
    else { return false }
    let inner = open..<place.lowerBound
    if ["referred to as ", "called ", "known as "].contains(where: { span.firstIndex(of: $0, in: inner) != nil }) { return true }
    let before = span.skipSpaces(endingAt: place.lowerBound)
    guard span.matchesWord("the", endingAt: before) else { return false }
    let comma = span.skipSpaces(endingAt: before - 3)
    return comma > open && span[comma - 1] == Ascii.comma
  }

  /// Words behind a term that give its meaning, or say where it is given.
  private static let wordsBehind: [StaticString] = [
    " (as defined", " (defined", " is defined", " as defined", ", as defined", " (as such term", ", as such term is defined",
    ", as that term is defined", " as set forth in", " means", ", which means", " shall mean", " will mean", " refers to",
    " shall refer", " has the meaning", " shall have the meaning", " consists of", " shall consist",
    " shall be deemed to have occurred", " will be deemed to have occurred", " shall be deemed to occur", " shall have occurred if",
    " shall be defined as", " shall have the same meaning", " has the same meaning", " have the same meaning", " have the meaning",
    ", as that term is used", ", as such term is used", " as that term is used", " as such term is used", ", within the meaning of",
    " within the meaning of", ", that is to say", " are defined in",
    " shall occur if", " shall occur when", ", as reported", ", as published", ", which is ", " as reported", " as published",
    ", as shown",
  ]

  /// Words before a term that make it one.
  private static let wordsBefore: [StaticString] = [
    "referred to as", "referred to as the", "called the", "known as the", "collectively the", "collectively, the", "considered the",
    "considered a", "considered an", "designated the", "hereinafter", "hereinafter the", "deemed an", "deemed the",
    "termed the", "call the", "called", "hereafter the",
    "deemed to be the", "constitute the", "constitutes the", "treated as the", "treated as a", "defined as the", "quoted as the",
  ]

  /// Whether words around a place may tell a term's meaning, and may as well only tell of it: "the Opening Date shall be the first of May".
  private func mayDefine(_ span: Span<UInt8>, _ place: Range<Int>, _ closing: UInt8, isPerson: Bool) -> Bool {
    let before = place.lowerBound
    let after = place.upperBound
    // "11) Effective Date. This Agreement …" and a title in capitals at a paragraph's beginning.
    if before > 1, closing == Ascii.period, span[before - 1] == Ascii.space,
      span[before - 2] == Ascii.close || span[before - 2] == Ascii.period,
      before < 4 || !span[before - 3].isLetter
    {
      return true
    }
    if before == 0 || span[before - 1] == Ascii.lineFeed, TitleWords.isCapitals(span, place) { return true }
    // A heading in capitals, whether it was taken for one or not; "this Release of Claims" names itself.
    if closing == Ascii.period || closing == Ascii.colon || closing == Ascii.lineFeed, TitleWords.isCapitals(span, place) {
      return true
    }
    // "where Licensee is a consumer" tells of the Licensee, and not who that is.
    if isPerson { return false }
    // "pays a Bonus Payment of five million", "the Purchase Price of: …"
    if span.matches(" of:", at: after) { return true }
    if span.matches(" of ", at: after),
      span.matchesWord("a", endingAt: before - 1) || span.matchesWord("an", endingAt: before - 1)
        || span.firstIndex(of: " an ", in: max(0, before - 16)..<before) != nil
        || span.firstIndex(of: " a ", in: max(0, before - 16)..<before) != nil
    {
      return true
    }
    for words: StaticString in [
      " shall be the ", " shall be a ", ", which shall be", " will be the ", " is any", " are any", " is the ", " is a ",
      " includes",
      " shall include", ": ", ", being ",
    ] where span.matches(words, at: after) { return true }
    for words: StaticString in [
      "constitute an", "constitute a", "constitutes an", "constitutes a", "term", "terms", "be an", "being the", "attached",
      "enclosed", "following", "this",
    ]
    where before > 0 && span.matchesWord(words, endingAt: before - 1) { return true }
    return false
  }

  /// Whether a place is the label of a table's row, as cover pages set out their terms: `Effective Date     1 May 2020`.
  private func isRowLabel(_ place: Range<Int>) -> Bool {
    let reading = agreement.reading
    let span = reading.bytes.span
    guard place.lowerBound == 0 || span[place.lowerBound - 1] == Ascii.lineFeed, place.upperBound < span.count else { return false }
    let bytes = agreement.text.bytes.span
    var at = reading.source(place.upperBound - 1) + 1
    var blanks = 0
    while at < bytes.count, bytes[at] == Ascii.space || bytes[at] == 0x09 || bytes[at] == 0x7C {
      blanks += bytes[at] == Ascii.space ? 1 : 4
      at += 1
    }
    return blanks >= 3 && at < bytes.count && !bytes[at].isLineEnd
  }

  /// Whether a value is given right behind a place: "THE EFFECTIVE DATE OF THIS AGREEMENT SHALL BE: May 1, 2004".
  private func isGiven(_ span: Span<UInt8>, _ after: Int) -> Bool {
    var at = after
    if span.matches(" of this ", at: at) {
      at += 9
      while at < span.count, at - after < 60,
        span[at].isWord || span[at] == Ascii.space && !span.matches(" shall be", at: at) && !span.matches(" is", at: at)
      { at += 1 }
    }
    for verb: StaticString in [" shall be", " is"] where span.matches(verb, at: at) {
      let next = at + verb.utf8CodeUnitCount
      if next < span.count, span[next] == Ascii.colon { return true }
      // "The Reserve Share is five percent of the funds"
      let value = span.skipSpaces(next)
      if value < span.count, span[value].isDigit || Currency.signEnd(span, at: value) != nil { return true }
      if SpelledNumber.cardinals[Word(span, value..<max(value, span.wordEnd(value)))] ?? 0 > 1 { return true }
      return DateParser.parse(span, value) != nil
    }
    return false
  }
}
