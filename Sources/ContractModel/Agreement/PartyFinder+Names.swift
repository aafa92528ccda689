/// Where a name begins and ends, and what is no name.
extension PartyFinder {
  /// Over connecting words and list numbers to the capital that begins a name.
  static func nameStart(_ span: Span<UInt8>, _ from: Int, _ end: Int) -> Int? {
    var i = from
    var steps = 0
    while i < end, steps < 24 {
      steps += 1
      i = span.skipSpaces(i)
      guard i < end else { return nil }
      let byte = span[i]
      if byte == Ascii.comma || byte == Ascii.semicolon || byte == Ascii.colon || byte == Ascii.lineFeed || byte == Ascii.hyphen
        || byte == Ascii.underscore || byte == 0x2A
      {
        i += 1
        continue
      }
      var skipped = false
      for word: StaticString in [
        "and", "by", "between", "among", "the following parties", "the following", "parties", "on the one hand", "the undersigned",
        "by and between", "the parties hereto", "as of", "both", "each of", "of",
      ] where span.matchesWord(word, at: i) {
        i += word.utf8CodeUnitCount
        skipped = true
        break
      }
      if skipped { continue }
      // A bullet: `o Oak Ltd.`
      if byte == 0x6F, i + 2 < end, span[i + 1] == Ascii.space, span[i + 2].isUpper {
        i += 2
        continue
      }
      if let marker = ProvisionMarker.parse(span, i, end), marker.close != .none, marker.textStart > i,
        !(marker.parts[0].kind == .upperLetter && marker.close == .period && !marker.opened) || marker.opened
      {
        i = marker.textStart
        continue
      }
      if span.matches("the ", at: i), i + 4 < end, span[i + 4].isUpper {
        return i + 4
      }
      if blankEnd(span, i, end) != nil { return i }
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
        return i
      }
      return nil
    }
    return nil
  }

  /// Where "you" stands in the list of parties, over an "and" before it: "between you and Oak GmbH ("Oak")".
  static func reader(_ span: Span<UInt8>, _ from: Int, _ end: Int) -> Int? {
    var i = span.skipSpaces(from)
    if span.matchesWord("and", at: i) { i = span.skipSpaces(i + 3) }
    return i + 3 < end && span.matchesWord("you", at: i) ? i : nil
  }

  /// Where a blank ends that stands for a name: `[NAME]`, `[●]`.
  static func blankEnd(_ span: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    guard span[at] == Ascii.openBracket else { return nil }
    let close = span.firstOffset(of: Ascii.closeBracket, in: at..<min(end, at + 60))
    guard close < min(end, at + 60), close > at + 1 else { return nil }
    let words = (at + 1)..<close
    let isField = words.allSatisfy { !span[$0].isLower } || span.firstIndex(of: "name", in: words) != nil
    // "[***]" was taken out.
    let isNamed = words.contains { span[$0].isLetter || span[$0] >= 0x80 }
    return isField && isNamed && !words.contains(where: { span[$0] == 0x2A }) ? close + 1 : nil
  }

  /// A company's name that begins with a small letter: `iVillage, Inc.`, `e.l.f. Beauty, Inc.`
  private static func isStyledName(_ span: Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at + 8 < end, span[at].isLower, span[at + 1].isUpper || span[at + 1] == Ascii.period && span[at + 2].isLower else {
      return false
    }
    // One of the words that follow ends a company's name.
    var word = at
    while word < min(end, at + 50), span[word] != Ascii.open, span[word] != Ascii.lineFeed {
      if span[word - 1] == Ascii.space, CorporateEnding.end(span, word) != nil { return true }
      word += 1
    }
    return false
  }

  /// The end of a name: before its description, bracket, or the next party.
  static func nameEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var i = start
    let limit = min(end, start + 180)
    while i < limit {
      let byte = span[i]
      if byte == Ascii.comma {
        let next = span.skipSpaces(i + 1)
        let isWhole = endsInCorporateForm(span, start, i)
        if let suffix = CorporateEnding.end(span, next) ?? branch(span, next, limit)
          ?? (isWhole ? nil : partners(span, next, limit))
        {
          i = suffix
          continue
        }
        return i
      }
      if byte == Ascii.open {
        // `(Nevada), Inc.` belongs to the name, `("Acme")` and `(the …)` do not.
        if i + 1 < limit, span[i + 1].isUpper, let close = span.firstIndex(of: ")", in: i..<min(limit, i + 30)) {
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
        if span[next] == Ascii.space, next + 1 < limit, span[next + 1].isUpper, !keepsPeriod(span, start, i), i - start > 3,
          !span[i - 2].isSpace
        {
          return i
        }
      }
      if byte == Ascii.space {
        let next = i + 1
        // "Elm Farms Ltd. of Hull, England"
        if span.matchesWord("of", at: next), endsInCorporateForm(span, start, i), !span.matchesWord("corporation", endingAt: i),
          !span.matchesWord("incorporated", endingAt: i)
        {
          return i
        }
        // "JANE MOSS of 4 Mill Lane", "Heron Pty Ltd ABN 12 345", "Moss Limited t/a Moss Tiles"
        if span.matches("of ", at: next), next + 3 < limit, span[next + 3].isDigit { return i }
        for word: StaticString in ["abn", "acn", "arbn", "uen", "t/a", "d/b/a", "company number", "company no"]
        where span.matchesWord(word, at: next) && endsInCorporateForm(span, start, i) { return i }
        for word: StaticString in [
          "whose", "having", "with", "a", "an", "located", "c/o", "as", "acting", "residing", "doing", "who", "which", "is", "are",
          "for", "hereinafter", "herein", "dated", "individually", "on behalf", "organized", "effective", "pursuant", "regarding",
          "shall", "made", "in", "to", "under", "and its", "and each", "referred", "by", "incorporated", "registered",
          "established",
          "trading", "represented", "together", "hereafter", "hereby", "have", "has", "agree", "at",
        ] where span.matchesWord(word, at: next) && span[next].isLower { return i }
        if span.matchesWord("and", at: next), !span.matchesWord("england", endingAt: i) {
          let after = span.skipSpaces(next + 3)
          // "Smith and Wesson Corp." or the next party?
          if after < limit, span[after].isUpper,
            partOfName(span, after, limit)
              || span.firstOffset(of: Ascii.space, in: start..<i) == i && endsInCompany(span, after, limit)
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

  /// Whether the last word of a name is a corporate form: `Ltd.`
  private static func endsInCorporateForm(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var word = end
    while word > start, span[word - 1] != Ascii.space { word -= 1 }
    return word > start && CorporateEnding.end(span, word) == end
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

  /// The end of a branch's name behind a bank's: `, New York Branch`.
  private static func branch(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    guard start < limit else { return nil }
    let end = span.firstOffset(of: Ascii.comma, in: start..<min(limit, start + 40))
    return end < limit && span.matchesWord("branch", endingAt: end) ? end : nil
  }

  /// Whether a name that begins at a place ends as a company's does: `Elm Holdings Ltd.`, not `Texas`.
  static func isCompany(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    nameEnd(span, start, limit).map { endsInCorporateForm(span, start, $0) } ?? false
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

  static func isName(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 3, range.count <= 120 else { return false }
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
    if letters < 3 || isRoleWord(span, range) { return false }
    for words: StaticString in ["parties hereto", "party hereto", " agree", " hereby", " desire", " as follows"]
    where span.firstIndex(of: words, in: range) != nil { return false }
    for word: StaticString in ["agreement", "exhibit", "lenders party", "date", "page", "amendment", "recital"]
    where span.matchesWord(word, at: range.lowerBound) || span.matchesWord(word, endingAt: range.upperBound) { return false }
    return true
  }

  static func isRoleWord(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for word: StaticString in [
      "the", "executive", "employee", "company", "employer", "lender", "lenders", "borrower", "agent", "arranger", "parent",
      "committee",
      "owner", "contractor", "buyer", "seller", "purchaser", "bank", "banks", "consultant", "licensor", "licensee", "customer",
      "provider", "the company", "the employee", "the executive", "guarantor", "guarantors", "administrative agent", "parties",
    ] where word.utf8CodeUnitCount == range.count && span.matches(word, at: range.lowerBound) { return true }
    return false
  }
}
