/// Where a name ends: before its description, its address or number in a register, its bracket, or the next party.
extension PartyFinder {
  /// Whether the number of a house and its street stand at a place: `12 Mill Road,`.
  private static func isStreet(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    var at = span.wordEnd(start)
    for _ in 0..<4 {
      guard at + 1 < limit, span[at] == Ascii.space, !span[at + 1].isLower else { return false }
      let word = at + 1
      at = word
      while at < limit, span[at].isWord { at += 1 }
      if streets.contains(span, word..<at) { return true }
    }
    return false
  }

  private static let streets = WordSet(
    "road", "street", "avenue", "lane", "parade", "drive", "place", "way", "terrace", "crescent", "square", "close", "court",
    "boulevard", "highway", "row", "quay", "hill", "gardens", "walk", "st", "rd", "ave", "blvd")

  /// The end of a name: before its description, bracket, or the next party.
  static func nameEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var i = start
    let limit = min(end, start + 180)
    while i < limit {
      let byte = span[i]
      if byte == Ascii.comma {
        let next = span.skipSpaces(i + 1)
        let isWhole = endsInCorporateForm(span, start, i)
        // "Oak AB, corp. reg. no. 556123"
        if span.matches("corp. reg", at: next) || span.matches("reg. no", at: next) { return i }
        if let suffix = CorporateEnding.end(span, next) ?? branch(span, next, limit)
          ?? (isWhole ? nil : partners(span, next, limit))
        {
          i = suffix
          continue
        }
        if let bank = nationalBank(span, next, limit) {
          i = bank
          continue
        }
        return i
      }
      if byte == Ascii.open {
        // `(Nevada), Inc.` belongs to the name, `("Acme")` and `(the …)` do not.
        // `Elm Ltd (Licensee)` gives a role without marks.
        if i + 1 < limit, span[i + 1].isUpper, let close = span.firstIndex(of: ")", in: i..<min(limit, i + 30)),
          !isRoleWord(span, (i + 1)..<close), span.firstIndex(of: "address", in: i..<close) == nil
        {
          let next = span.skipSpaces(close + 1)
          if next < limit,
            span[next] == Ascii.comma && CorporateEnding.end(span, span.skipSpaces(next + 1)) != nil
              || CorporateEnding.end(span, next) != nil || span[next].isUpper
          {
            i = close + 1
            continue
          }
        }
        return trimmed(span, start, i)
      }
      if byte == Ascii.semicolon || byte == Ascii.lineFeed || byte == Ascii.quote || byte == Ascii.colon
        || byte == Ascii.openBracket
      {
        return trimmed(span, start, i)
      }
      if byte == Ascii.period {
        let next = i + 1
        if next >= limit || span[next] == Ascii.lineFeed { return keepsPeriod(span, start, i) ? next : i }
        // "Oak Energy Group. Inc."
        if span[next] == Ascii.space, let suffix = CorporateEnding.end(span, next + 1) {
          i = suffix
          continue
        }
        if span[next] == Ascii.space, next + 1 < limit, span[next + 1].isUpper, !keepsPeriod(span, start, i), i - start > 3,
          !span[i - 2].isSpace
        {
          return i
        }
      }
      if byte == Ascii.space {
        let next = i + 1
        // "Fir Polska Sp. z o.o.": a form of several words is gone over at once.
        if let form = CorporateEnding.end(span, next) {
          i = form
          continue
        }
        // "Elm Farms Ltd. of Hull, England"
        if span.matchesWord("of", at: next), endsInCorporateForm(span, start, i), !span.matchesWord("corporation", endingAt: i) {
          return i
        }
        // "JANE MOSS of 4 Mill Lane", "Heron Pty Ltd ABN 12 345", "Oak, Inc. 11 W. Ford Ave"
        if span.matches("of ", at: next), next + 3 < limit, span[next + 3].isDigit { return i }
        // "ELM COLLEGE OF ART of Mill Walk": the name is in capitals, and the address is not.
        if span.matches("of ", at: next), i - start > 6, next + 4 < limit,
          span[next + 3].isUpper && span[next + 4].isLower || span[next + 3] >= 0xC3,
          TitleWords.isCapitals(span, start..<i)
        {
          return i
        }
        if endsInCorporateForm(span, start, i), span[next].isDigit || isAddress(span, next, limit) { return i }
        // "The Trustees of Elm School 12 Mill Road, Hull"
        if next < limit, span[next].isDigit, i - start > 6, isStreet(span, next, limit) { return i }
        // "MZANSI TYRES CC Registration No. 2004/067890/23"
        for word: StaticString in ["registration no", "registration number", "company no", "company number"]
        where span.matchesWord(word, at: next) && i - start > 6 { return i }
        for word: StaticString in ["abn", "acn", "arbn", "uen", "reg. no", "reg no"]
        where span.matchesWord(word, at: next) && endsInCorporateForm(span, start, i) { return i }
        // "Feng Yan Tel: 5395": the next field of a form.
        if span[next].isUpper, span.wordEnd(next) < limit, span[span.wordEnd(next)] == Ascii.colon { return i }
        // "Ash Research Unit a Division of Ash Health Ltd" is no body without the company it is a part of.
        if span.matches("a division of ", at: next), span[next + 2].isUpper {
          i = next + 13
          continue
        }
        if span.matches("for ", at: next) || span.matches("of ", at: next) || span.matches("in ", at: next),
          isOffice(span, start, i), case let after = span.skipSpaces(next + 3), after < limit, span[after].isUpper
        {
          i = next + 2
          continue
        }
        if span[next].isLower, !span.matchesWord("and", at: next),
          !belongsToName(span, next, limit, endsInCorporateForm(span, start, i))
        {
          return i
        }
        if span.matchesWord("and", at: next), !span.matchesWord("england", endingAt: i) {
          let after = span.skipSpaces(next + 3)
          // "Smith and Wesson Corp." or the next party?
          if after < limit, span[after].isUpper,
            !endsInCorporateForm(span, start, i) && finishesBody(span, after, limit) || partOfName(span, after, limit)
              || !endsInCorporateForm(span, start, i) && isGenericEnd(span, after, limit)
              || span.firstOffset(of: Ascii.space, in: start..<i) == i && endsInCompany(span, after, limit)
                && !isRoleWord(span, start..<i)
          {
            i = next + 3
            continue
          }
          return i
        }
      }
      i += 1
    }
    return i < end ? nil : i
  }

  /// Whether the words before "for", "of" or "and" are those of an office or a public body, whose name goes on behind them: `Secretary of
  /// State for Rural Affairs`, `Minister for Finance`, `Health and Safety Executive`.
  private static func isOffice(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for office: StaticString in [
      "secretary of state", "minister", "ministry", "department", "commissioners", "commissioner", "board", "office", "institute",
      "foundation", "trustees", "mayor", "society", "centre", "center", "council",
    ] where span.matchesWord(office, endingAt: end) { return true }
    return false
  }

  /// Whether the words behind "and" finish the name of a public body or a firm of partners: `Safety Executive`, `Moss LLP`.
  private static func finishesBody(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    var at = start
    for _ in 0..<3 {
      guard at < limit, span[at].isUpper else { return false }
      let end = span.wordEnd(at)
      for last: StaticString in [
        "executive", "llp", "authority", "commission", "agency", "council", "burgesses", "partners", "venture", "club",
      ]
      where span.matchesWord(last, at: at) && span.wordEnd(at) == at + last.utf8CodeUnitCount { return true }
      guard end < limit, span[end] == Ascii.space else { return false }
      at = end + 1
    }
    return false
  }

  /// Whether an address goes on where a name is complete: `Oak AG Alter Postplatz 2 6370 Stans`. It holds a number, and no corporate form.
  private static func isAddress(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    guard span[start].isUpper, CorporateEnding.end(span, start) == nil else { return false }
    var at = start
    var hasNumber = false
    while at < limit, span[at] != Ascii.open, span[at] != Ascii.lineFeed, span[at] != Ascii.quote, span[at] != Ascii.semicolon {
      if span[at - 1] == Ascii.space {
        if CorporateEnding.end(span, at) != nil || span.matchesWord("and", at: at) { break }
        if span[at].isDigit { hasNumber = true }
      }
      at += 1
    }
    return hasNumber
  }

  /// Small words within names of companies and persons, in the languages that agreements here are drafted or translated in.
  private static let particles = WordSet(
    "of", "the", "de", "del", "la", "las", "los", "le", "les", "du", "des", "der", "die", "das", "den", "und", "fur", "für", "zur",
    "von",
    "van", "vom", "zu", "y", "e", "et", "di", "da", "do", "dos", "och", "og", "en", "al", "bin", "ibn", "mbh")

  /// Whether a word in small letters is part of a name, and not the beginning of what is said of it: the "of the" of `Bank of the West`,
  /// the `iOak` of `Elm and iOak`, the `d.o.o.` of `Hrast d.o.o.`
  private static func belongsToName(_ span: Span<UInt8>, _ at: Int, _ limit: Int, _ isWhole: Bool) -> Bool {
    let end = span.wordEnd(at)
    // "Transport Corporation of Ohio"
    if !isWhole
      || span.matchesWord("of", at: at)
        && (span.matchesWord("corporation", endingAt: at - 1) || span.matchesWord("limited", endingAt: at - 1)),
      particles.contains(span, at..<end), end + 1 < limit, span[end] == Ascii.space,
      span[end + 1].isUpper || span[end + 1] >= 0xC3 || particles.contains(span, (end + 1)..<span.wordEnd(end + 1))
    {
      return true
    }
    if (at..<end).dropFirst().contains(where: { span[$0].isUpper }) || CorporateEnding.end(span, at) != nil { return true }
    return end + 1 < limit && span[end] == Ascii.period && span[end + 1].isLetter
  }

  /// The end of the names of partners behind the first: `, Ash & Sons, Ltd.`, `, Birch, Cedar & Elm, P.C.`, `, Linden and Partners LLP`.
  private static func partners(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    guard start < limit else { return nil }
    let near = start..<min(limit, start + 40)
    var joint = span.firstOffset(of: 0x26, in: near)
    for words: StaticString in [" and partners", " and sons", " and company", " and associates"] where joint == near.upperBound {
      if let and = span.firstIndex(of: words, in: near) { joint = and + 3 }
    }
    guard joint < near.upperBound, span[start].isUpper,
      !(start..<joint).contains(where: { span[$0] == Ascii.open || span[$0] == Ascii.quote })
    else { return nil }
    // Names parted by commas are of one word each.
    var word = start
    if (start..<joint).contains(where: { span[$0] == Ascii.comma }) {
      while word < joint, span[word].isUpper {
        while word < joint, span[word].isWord { word += 1 }
        if span[word] == Ascii.comma { word += 1 }
        word = span.skipSpaces(word)
      }
      guard word >= joint else { return nil }
    }
    var at = joint + 1
    while at < min(limit, joint + 40), span[at] == Ascii.space || span[at].isWord || span[at] == Ascii.comma {
      if span[at - 1] == Ascii.space, let end = CorporateEnding.end(span, at) { return end }
      at += 1
    }
    return nil
  }

  /// The end of a bank's name behind the state it is of: `, OHIO, NATIONAL ASSOCIATION`, `, Texas, N.A.`
  private static func nationalBank(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    guard start < limit else { return nil }
    let comma = span.firstOffset(of: Ascii.comma, in: start..<min(limit, start + 20))
    guard comma < min(limit, start + 20), span[start].isUpper,
      (start..<comma).allSatisfy({ span[$0].isLetter || span[$0] == Ascii.space })
    else { return nil }
    let form = span.skipSpaces(comma + 1)
    for words: StaticString in ["national association", "n.a."] where span.matches(words, at: form) {
      return form + words.utf8CodeUnitCount
    }
    return nil
  }

  /// The end of a branch's name behind a bank's: `, New York Branch`.
  private static func branch(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    guard start < limit else { return nil }
    let end = span.firstOffset(of: Ascii.comma, in: start..<min(limit, start + 40))
    return end < limit && (span.matchesWord("branch", endingAt: end) || span.matchesWord("division", endingAt: end)) ? end : nil
  }

  /// Whether the words behind "and" finish one company's name: they end at once in a company word, without a name before "and" that is complete.
  static func partOfName(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> Bool {
    var i = at
    var words = 0
    while i < limit, span[i].isWord || span[i] == Ascii.space || span[i] == 0x26 {
      if span[i] == Ascii.space { words += 1 }
      if words > 2 { return false }
      i += 1
    }
    for word: StaticString in [
      "company", "co", "corporation", "inc", "trust company", "savings", "bank", "associates", "sons", "partners", "loan",
    ] where span.matches(word, at: at) { return true }
    return false
  }

  /// Whether the words behind "and" only say what a company does, and its form: the "Management Co." of "Oak Development and Management Co."
  private static func isGenericEnd(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> Bool {
    guard trades.begins(span, at: at) else { return false }
    var i = at
    for _ in 0..<3 {
      i = span.wordEnd(i)
      guard i < limit, span[i] == Ascii.space || span[i] == Ascii.comma else { return false }
      while i < limit, span[i] == Ascii.space || span[i] == Ascii.comma { i += 1 }
      if CorporateEnding.end(span, i) != nil || span.matchesWord("company", at: i) || span.matchesWord("association", at: i) {
        return true
      }
    }
    return false
  }

  /// What companies do, as their names have it.
  private static let trades = WordSet(
    "management", "development", "entertainment", "trading", "investment", "investments", "engineering", "manufacturing",
    "technology", "technologies", "marketing", "services", "communications", "finance", "financial", "insurance", "resources",
    "holdings", "supply", "equipment", "construction", "storage", "transport", "logistics", "media", "productions", "publishing",
    "research", "design", "systems", "power", "light", "gas", "water", "electric", "steel", "iron", "oil", "chemical", "paper",
    "rubber",
    "glass", "tile", "casualty", "life", "loan", "exploration", "production", "minerals", "mining", "metals", "leasing", "realty",
    "properties", "consulting", "software", "networks", "savings", "trust")

  /// Whether the words that finish a name behind "and" are a company's: the `Traders Trust Company,` of `Makers and Traders Trust Company, a`.
  private static func endsInCompany(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> Bool {
    let end = span.firstOffset(of: Ascii.comma, in: at..<min(limit, at + 40))
    guard end < min(limit, at + 40) else { return false }
    for word: StaticString in ["trust company", "company", "bank"] where span.matchesWord(word, endingAt: end) {
      return TitleWords.isTitle(span, at..<end, words: 3) && end - word.utf8CodeUnitCount > at
    }
    return false
  }

  static func keepsPeriod(_ span: Span<UInt8>, _ start: Int, _ period: Int) -> Bool {
    if Abbreviation.closes(span, period) { return true }
    return period >= 2 && span[period - 1].isLetter && !span[period - 2].isWord
  }

  static func trimmed(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = end
    while i > start, span[i - 1] == Ascii.space || span[i - 1] == Ascii.comma || span[i - 1] == Ascii.underscore { i -= 1 }
    return i
  }
}
