/// Where what is said of a party ends, and where the next one may begin.
extension PartyFinder {
  /// Where this party's description ends and where the next party may begin.
  static func next(_ span: Span<UInt8>, _ from: Int, _ end: Int, _ isMarked: Bool, _ found: [DefinitionFinder.Found]) -> (
    end: Int, following: Int?
  ) {
    var i = from
    var depth = 0
    while i < end {
      let byte = span[i]
      if byte == Ascii.open { depth += 1 }
      if byte == Ascii.close {
        depth = max(0, depth - 1)
        // Behind a role the list goes on with a comma or "and", or it is over: `("HGF") FOR THE DEVELOPMENT OF …`.
        let after = span.skipSpaces(i + 1)
        if depth == 0, span[i - 1] == Ascii.quote, after < end, after > i + 1, span[after].isUpper,
          !span.matchesWord("and", at: after)
        {
          return (i + 1, nil)
        }
      }
      if depth == 0 {
        if byte == Ascii.semicolon { return (i, i + 1) }
        if byte == Ascii.period,
          i + 1 >= end || span[i + 1] == Ascii.lineFeed
            || span[i + 1] == Ascii.space && i + 2 < end && span[i + 2].isUpper && !keepsPeriod(span, from, i)
        {
          // A full stop closes the introduction, unless a numbered party or "AND:" follows on the next line.
          let next = span.skipSpaces(i + 1)
          if next < end, span.matches("and:", at: next) { return (i, next) }
          if next < end, let marker = ProvisionMarker.parse(span, next, end), marker.close == .bracket,
            marker.parts[0].kind.isArabic, marker.parts[0].value > 1
          {
            return (i, next)
          }
          if isNextClause(span, from, next, end) { return (i, next) }
          return (i, nil)
        }
        if byte == Ascii.lineFeed {
          let next = span.skipSpaces(i + 1)
          // `(the "Lender")` in a paragraph of its own.
          let reach = max(next, min(end, next + (span.matches("(hereinafter", at: next) ? 40 : 12)))
          if next < end, span[next] == Ascii.open, span.firstOffset(of: Ascii.quote, in: next..<reach) < reach {
            i = next
            continue
          }
          // `(Registration No. 2004/067890/23)` on a line of its own
          if next < end, span[next] == Ascii.open, isRegistration(span, (next + 1)..<end) {
            i = span.firstOffset(of: Ascii.close, in: next..<end)
            continue
          }
          // "- and -" on a line of its own
          let joint = next < end && span[next] == Ascii.hyphen ? span.skipSpaces(next + 1) : next
          if next < end, span.matchesWord("and", at: joint) || ProvisionMarker.parse(span, next, end)?.close == .bracket {
            return (i, next)
          }
          // "…PARTY OF THE FIRST PART" on a line of its own
          if let part = partLineEnd(span, next, end) {
            i = part
            continue
          }
          // An address in lines of its own, and the bracket below it: `OAK LTD.,`, `Hull, England`, `(as "Owners")`.
          if let bracket = bracketBelow(span, i, end) {
            i = bracket
            continue
          }
          let before = span[max(from, i - 1)]
          if before == Ascii.comma || before == Ascii.semicolon || span.matchesWord("and", endingAt: i) { return (i, i + 1) }
          return (i, nil)
        }
        for words: StaticString in [
          " in favor of ", " in favour of ", " for the benefit of ", " pay to the order of ", "), to ", " agrees with ",
        ] where span.matches(words, at: i) {
          return (i, i + words.utf8CodeUnitCount)
        }
        // `entered into by Oak Ltd (the "Seller") with Elm Ltd (the "Buyer")`
        if span.matches(" with ", at: i), i > from, span[i - 1] == Ascii.close, span[i - 2] == Ascii.quote,
          span.beginsCapital(at: i + 6)
        {
          return (i, i + 6)
        }
        if i == from, span.matches(", to ", at: i), i + 5 < end, span[i + 5].isUpper { return (i, i + 5) }
        if byte == Ascii.space, span.matchesWord("and", at: i + 1) {
          var after = span.skipSpaces(i + 4)
          // `AND: Elm Ltd`, `and, Elm Ltd`
          if after < end, span[after] == Ascii.colon || span[after] == Ascii.comma { after = span.skipSpaces(after + 1) }
          // `("Oak") - and - ELM LTD.`
          if after < end, span[after] == Ascii.hyphen, span[i - 1] == Ascii.hyphen { after = span.skipSpaces(after + 1) }
          // `and each of the holders named below (the "Holders")`
          if after < end, span[after].isLower || span[after] == Ascii.open, !describes(span, from, i, after),
            group(span, i + 1, end, found) != nil
          {
            return (i, i + 1)
          }
          if after < end,
            span.beginsCapital(at: after) || span[after].isDigit
              || span[after] == Ascii.quote && after + 1 < end && span[after + 1].isUpper
              || blankEnd(span, after, end) != nil
              || span.matches("the ", at: after) && after + 4 < end && span[after + 4].isUpper || span[after] == Ascii.lineFeed
              || isStyledName(span, after, end) || pastArticle(span, after, end) != nil
              || ProvisionMarker.parse(span, after, end)?.close == .bracket,
            !describes(span, from, i, after), !isMarked || ProvisionMarker.parse(span, after, end)?.close == .bracket
          {
            return (i, i + 1)
          }
        }
        if byte == Ascii.comma {
          // `OAK LTD., Hull, England (as "Owners")`: where it sits.
          if i == from, let bracket = bracketBehindPlace(span, i, end) {
            i = bracket
            continue
          }
          // Without "and": `, Acme Two, Inc. ("Two"), and`; only a name with a role or a company's ending.
          var after = span.skipSpaces(i + 1)
          if isMarked {
            if after < end, span[after] == Ascii.open, let marker = ProvisionMarker.parse(span, after, end),
              marker.close == .bracket,
              marker.textStart < end, span[marker.textStart].isUpper
            {
              return (i, after)
            }
            i += 1
            continue
          }
          // `, the banks listed on Schedule I (the "Lenders"), and`
          if span.matches("the ", at: after) || span.matches("certain ", at: after) || span.matches("each of ", at: after),
            span.byte(span.skipSpaces(span.wordEnd(after))).isLower, i > from, span[i - 1] == Ascii.close,
            let group = group(span, i + 1, end, found), goesOn(span, behind: group, end)
          {
            return (i, i + 1)
          }
          if span.matches("the ", at: after) { after += 4 }
          if after < end, span[after].isUpper || span[after].isDigit && isCompany(span, after, end), i > 0, !placeName(span, after),
            CorporateEnding.end(span, after) == nil, !span.matches("a ", at: after), !span.matches("an ", at: after),
            span[i - 1] == Ascii.close && span[after] != Ascii.open
              || (entities.ends(span, at: i) || span[i - 1].isDigit)
                && (isCompany(span, after, end) || isDescribed(span, after, end))
              // `Dr. Ann Fir, Oak Mills Limited, and Elm Ltd`
              || i == from && isPerson(span, i) && isCompany(span, after, end)
              // `Oak Ltd., as Borrower, Elm Bank, N.A., as Agent`
              || i > from && endsCapacity(span, from, i, end) && isCompany(span, after, end)
              || i == from && endsInCorporateForm(span, i) && (isDescribed(span, after, end) || isCompany(span, after, end))
          {
            return (i, i + 1)
          }
        }
      }
      i += 1
    }
    return (end, nil)
  }

  /// Whether a clause begins that numbers the next party: `1.2 Elm Ltd ("the Customer").` behind `1.1 Oak (Pty) Ltd ("the Supplier").`
  private static func isNextClause(_ span: Span<UInt8>, _ name: Int, _ next: Int, _ end: Int) -> Bool {
    guard next < end, let marker = ProvisionMarker.parse(span, next, end), marker.isDotted else { return false }
    var line = name
    while line > 0, span[line - 1] != Ascii.lineFeed { line -= 1 }
    guard let own = ProvisionMarker.parse(span, line, name), own.isDotted, isName(span, own.textStart..<name) else {
      return false
    }
    var following = own.values
    following[following.count - 1] += 1
    return marker.values.elementsEqual(following)
  }

  /// Whether a list of parties goes on behind a group, and none is swallowed by it: "the banks party hereto and OAK BANK, N.A., as Agent".
  private static func goesOn(
    _ span: Span<UInt8>, behind group: (name: Range<Int>, role: Range<Int>, end: Int), _ end: Int
  ) -> Bool {
    let swallows = group.name.contains { span.matches(" and ", at: $0) && span.byte($0 + 5).isUpper }
    let behind = span.skipSpaces(group.end)
    guard !swallows, behind < end else { return false }
    return span[behind] == Ascii.comma || span[behind] == Ascii.semicolon || span.matchesWord("and", at: behind)
  }

  /// Where a line ends that only says which part a party is of: `... Party of the First Part`; nil for other lines.
  private static func partLineEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, [Ascii.period, Ascii.hyphen, Ascii.space].contains(span[at]) || span.isGeneralPunctuation(at: at) {
      at += span[at] < 0x80 ? 1 : 3
    }
    if span.matches("party ", at: at) { at += 6 }
    for side in sides where span.matches(side, at: at) {
      let line = span.firstOffset(of: Ascii.lineFeed, in: at..<end)
      return line - at < 40 ? line : nil
    }
    return nil
  }

  /// Where a bracket with a short name stands at the beginning of one of the next few lines, before the list goes on.
  private static func bracketBelow(_ span: Span<UInt8>, _ from: Int, _ end: Int) -> Int? {
    var line = from
    for _ in 0..<4 {
      while line < end, span[line].isSpace { line += 1 }
      guard line < end, !span.matchesWord("and", at: line), span[line] != Ascii.hyphen else { return nil }
      if span[line] == Ascii.open {
        let isShort = span.firstOffset(of: Ascii.quote, in: line..<min(end, line + 16)) < min(end, line + 16)
        return isShort && ProvisionMarker.parse(span, line, end) == nil ? line : nil
      }
      let next = span.firstOffset(of: Ascii.lineFeed, in: line..<end)
      // `7 Mill Road, Hull (the "Employee")`
      let open = span.firstOffset(of: Ascii.open, in: line..<min(next, line + 80))
      if open < next, span[line].isDigit, open + 12 < end, next > 1, span[next - 1] == Ascii.close,
        span.firstOffset(of: Ascii.quote, in: open..<(open + 12)) < open + 12
      {
        return open
      }
      guard next - line < 80, span[next - 1] != Ascii.period else { return nil }
      line = next
    }
    return nil
  }

  /// The bracket with a short name behind a company's town and country: both in capitals, with a comma between them.
  private static func bracketBehindPlace(_ span: Span<UInt8>, _ comma: Int, _ end: Int) -> Int? {
    guard endsInCorporateForm(span, comma) else { return nil }
    let near = comma + 1..<min(end, comma + 60)
    let open = span.firstOffset(of: Ascii.open, in: near)
    guard open < near.upperBound, span.firstOffset(of: Ascii.comma, in: comma + 1..<open) < open,
      span.firstOffset(of: Ascii.quote, in: open..<min(end, open + 12)) < min(end, open + 12)
    else { return nil }
    for at in comma + 1..<open where span[at].isWord && !span[at - 1].isWord {
      guard span[at].isUpper, CorporateEnding.end(span, at) == nil else { return nil }
    }
    return open
  }

  /// Whether the capacity of a party ends at a place: `Oak Ltd., as Borrower,`, `Oak Ltd., a Texas corporation, as Borrower,`.
  private static func endsCapacity(_ span: Span<UInt8>, _ name: Int, _ at: Int, _ limit: Int) -> Bool {
    let found = capacity(span, name, limit) ?? describedCapacity(span, name, limit)
    return found.map { $0.upperBound == at } ?? false
  }

  /// Whether the name that ends at a place begins with a person's title: `Dr. Ann Fir`.
  private static func isPerson(_ span: Span<UInt8>, _ end: Int) -> Bool {
    let near = max(0, end - 60)..<end
    return near.contains { at in
      (at == 0 || span[at - 1].isSpace) && ["dr.", "mr.", "ms.", "mrs.", "prof."].contains { span.matches($0, at: at) }
        && span.firstOffset(of: Ascii.comma, in: at..<end) == end
    }
  }

  /// Whether the words before a place end as a company's name does: `Oak & Mills LLC`.
  private static func endsInCorporateForm(_ span: Span<UInt8>, _ end: Int) -> Bool {
    endsInCorporateForm(span, max(0, end - 60), end)
  }

  /// Whether a name and then a description stand at a place: `Elm & Voss, a California partnership`.
  private static func isDescribed(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    guard let end = nameEnd(span, start, limit), isName(span, start..<end) else { return false }
    return span.matches(", a ", at: end) || span.matches(", an ", at: end)
  }

  /// What a description says a party is, last: "a Delaware limited liability company".
  private static let entities = WordSet(
    "corporation", "company", "partnership", "association", "trust", "bank", "individual", "liability", "organization", "person",
    "subsidiary", "affiliate", "parent", "hereto", "thereto")
}
