/// Reads the names of the parties where the agreement introduces them: behind "between" or "among", up to the recitals.
///
/// `by and between Acme (Nevada), Inc., a Nevada corporation ("Acme"), and Jane Roe ("Buyer")`. A name ends before its description; the
/// first quoted short name behind it is its role. Letters say "the agreement of X (the "Buyer") and Y".
struct PartyFinder {
  static func find(
    _ text: SourceText, _ blocks: [Block], _ reading: ReadingText, _ paragraphs: [Paragraph], _ found: [DefinitionFinder.Found],
    _ keywords: KeywordIndex, limit: Int
  ) -> PartyReading {
    let span = reading.bytes.span
    let end = min(limit, span.count, 24_000)
    var best = inColumns(text, reading, blocks, end)
    if best.parties.isEmpty { best = introduced(reading, paragraphs, found, keywords, end: end) }
    if best.parties.count < 2 || best.parties.allSatisfy({ $0.role == nil }) {
      let stacked = stacked(reading, paragraphs, found, end)
      if stacked.score > best.score { best = stacked }
    }
    let headed = headed(reading, paragraphs, found)
    if headed.parties.count > best.parties.count || headed.parties.count == best.parties.count && headed.score > best.score {
      best = headed
    }
    if best.parties.isEmpty { best = sideBySide(reading, paragraphs, end) }
    if best.parties.count < 2 {
      for found in [labelled(text, reading, paragraphs, end), inTables(text, reading, end)] where found.score > best.score {
        best = found
      }
    }
    if best.parties.count < 2 {
      let letter = correspondents(reading, found)
      if letter.score > best.score { best = letter }
    }
    // "ARTICLE 1 - PARTIES": the introduction is itself a provision.
    if best.parties.isEmpty { best = introduced(reading, paragraphs, found, keywords, end: min(end + 3_000, span.count)) }
    // Terms that are put to whoever uses a thing, and no letter, whose "you" is the addressee.
    if best.parties.count < 2 {
      let terms = ofTerms(reading, found, keywords, known: best)
      if terms.parties.count > best.parties.count { best = terms }
    }
    if best.parties.isEmpty { best = inListOfParties(reading, paragraphs) }
    if best.parties.isEmpty { best = called(reading, found) }
    if best.parties.isEmpty { best = signing(text, reading) }
    // Roles given again on the cover page or further down in the preamble.
    let names = Set(best.parties.compactMap { $0.role?.lowercasedBytes })
    for item in found where item.words.upperBound < end && item.kind == .inline && names.contains(TermName.key(span, item.words)) {
      best.roles.append(item.words)
    }
    return best
  }

  private static func introduced(
    _ reading: ReadingText, _ paragraphs: [Paragraph], _ found: [DefinitionFinder.Found],
    _ keywords: KeywordIndex, end: Int
  ) -> PartyReading {
    let span = reading.bytes.span
    var best = PartyReading()
    var most = 0
    for place in introductions(span, paragraphs, keywords, end) where !place.namesOtherDocument || best.parties.isEmpty {
      let parties = read(span, reading, found, from: place.start, to: min(end, place.limit ?? place.start + 8_000))
      // Who gives something alone is called by a role.
      if place.limit != nil, !place.isList, parties.parties.first?.role == nil { continue }
      // "the difference between Fair Value and Par": words that nothing shows to be names.
      if !place.isPreamble, place.limit == nil,
        !zip(parties.parties, parties.names).contains(where: { party, name in
          party.role != nil || isCompany(span, name) || span[name.lowerBound] == Ascii.openBracket
        }), parties.parties.count < 2 || place.isSentence
      {
        continue
      }
      // A cover names more banks than the sentence that makes the agreement.
      let weight = parties.score + (place.isPreamble && parties.parties.count >= 2 ? 3 : 0)
      if weight > most {
        most = weight
        best = parties
      }
      if best.parties.count >= 2, best.parties.contains(where: { $0.role != nil }) { break }
    }
    return best
  }

  private static func read(
    _ span: Span<UInt8>, _ reading: ReadingText, _ found: [DefinitionFinder.Found], from start: Int, to end: Int
  ) -> PartyReading {
    var out = PartyReading()
    var at = start
    // How many parties already had a short name when the last one was read.
    var named = 0
    // Whether the parties are lettered or numbered: `(a) Oak S.A. ("Oak"), a company listed in Hull and the Isle of Man, (b) Elm Ltd`.
    var isMarked = false
    while out.parties.count < 60 {
      guard let begin = nameStart(span, at, end) else {
        // Those no name is given for: "each purchaser identified on the signature pages (the "Purchasers")".
        guard let group = group(span, at, end, found) else { break }
        out.names.append(group.name)
        out.roles.append(group.role)
        out.parties.append(party(reading, group.name, role: group.role))
        named = out.parties.count
        // The list goes on at once, or it is over: "(collectively, the "Holders") sets forth the terms".
        let behind = span.skipSpaces(group.end)
        guard behind < end,
          [Ascii.comma, Ascii.semicolon, Ascii.lineFeed].contains(span[behind]) || span.matchesWord("and", at: behind)
            || span.matchesWord("to", at: behind),
          let following = next(span, group.end, end, isMarked, found).following
        else { break }
        at = following
        continue
      }
      let blank = blankEnd(span, begin, end)
      guard let nameEnd = blank ?? nameEnd(span, begin, end) else { break }
      isMarked = isMarked || isListItem(span, begin)
      let next = next(span, nameEnd, end, isMarked, found)
      let role = found.first {
        $0.words.lowerBound > nameEnd && $0.words.lowerBound < next.end && ($0.kind == .inline || $0.kind == .list)
          && isRole(span, $0.words, begin..<nameEnd)
      }
      let group = role.flatMap { described(span, begin..<nameEnd, before: $0.words) }
      let name = group ?? begin..<nameEnd
      if group == nil, isRoleWord(span, name) || isRegistration(span, name) {
        guard let following = next.following else { break }
        at = following
        continue
      }
      guard blank != nil || group != nil || isName(span, name) else { break }
      // The tail of a name named before ("Savings Association"), or a party's own short name, is no other party.
      if out.names.contains(where: { ends(span, $0, with: name) }) || out.roles.contains(where: { ends(span, $0, with: name) }) {
        guard let following = next.following else { break }
        at = following
        continue
      }
      out.names.append(name)
      let bare =
        role == nil
        ? bracketed(span, nameEnd, next.end) ?? bracketedRole(span, nameEnd, next.end, isMarked: isMarked) : nil
      if let bare { out.bareRoles.append(bare) }
      let called =
        role?.words ?? bare ?? capacity(span, nameEnd, next.end)
        ?? describedCapacity(span, nameEnd, next.end)
      out.parties.append(party(reading, name, role: called))
      out.parties[out.parties.count - 1].description = description(span, nameEnd..<max(nameEnd, next.end), without: role?.words)
      if let role {
        share(span, role.words, with: named..<out.parties.count, of: found, in: &out)
        named = out.parties.count
        out.roles.append(role.words)
        // A second short name in the same bracket is the party's too.
        for other in found
        where other.words.lowerBound > role.words.upperBound && other.words.lowerBound - role.words.upperBound < 12
          && other.words.lowerBound < next.end
        { out.roles.append(other.words) }
      }
      // "(1) JOHN MOLE and SUSAN MOLE both of 3 Dell Road": two in one number.
      let joint = span.matches(" and ", at: nameEnd) ? nameEnd + 5 : nil
      let second = joint.flatMap { start in self.nameEnd(span, start, end).map { start..<$0 } }
      if isMarked, let second, span[second.lowerBound].isUpper, isName(span, second), !isCompany(span, second),
        [" both of", " of ", " each of", ","].contains(where: { span.matches($0, at: second.upperBound) })
      {
        at = second.lowerBound
        continue
      }
      guard let following = next.following else { break }
      at = following
    }
    return out
  }

  /// Whether a marker in brackets stands right before a name: `(1) Oak Ltd`.
  private static func isListItem(_ span: Span<UInt8>, _ name: Int) -> Bool {
    var close = name
    while close > 0, span[close - 1].isSpace { close -= 1 }
    guard close > 2, span[close - 1] == Ascii.close else { return false }
    var open = close - 2
    while open > 0, close - open < 6, span[open].isWord { open -= 1 }
    return span[open] == Ascii.open && close - open > 2 && ProvisionMarker.parse(span, open, name) != nil
  }

  /// The party whose name and role stand at places of the reading text. A rule to be filled in is four underscores, however long.
  static func party(_ reading: ReadingText, _ name: Range<Int>, role: Range<Int>?) -> Party {
    let span = reading.bytes.span
    let isRule = name.allSatisfy { span[$0] == Ascii.underscore }
    return Party(
      name: isRule ? "____" : String(decoding: name.map { span[$0] }, as: UTF8.self),
      role: role.map { String(decoding: $0.map { span[$0] }, as: UTF8.self) }, range: reading.source(name))
  }

  /// What is said of a party behind its name, without the bracket that holds its short name.
  static func description(_ span: Span<UInt8>, _ range: Range<Int>, without role: Range<Int>?) -> PartyDescription {
    var stretches = [range]
    if let role, role.lowerBound > range.lowerBound, role.upperBound <= range.upperBound + 2 {
      var open = role.lowerBound
      while open > range.lowerBound, span[open] != Ascii.open, role.lowerBound - open < 60 { open -= 1 }
      if span[open] != Ascii.open { open = role.lowerBound }
      let close = min(
        span.firstOffset(of: Ascii.close, in: role.upperBound..<max(role.upperBound, range.upperBound)) + 1, range.upperBound)
      stretches = [range.lowerBound..<open, min(close, range.upperBound)..<range.upperBound]
    }
    // "Oak Limited is a company incorporated in England"
    if let first = stretches.first, case let verb = span.skipSpaces(first.lowerBound), span.matches("is a ", at: verb),
      verb + 3 < first.upperBound
    {
      stretches[0] = (verb + 3)..<first.upperBound
    }
    return PartyDescription(
      stretches.filter { !$0.isEmpty && $0.count < 1_200 }.map { String(decoding: $0.map { span[$0] }, as: UTF8.self) }.joined(
        separator: " "))
  }

  /// A short name in capitals and brackets right behind a name: `Oak Services, Inc. (OSI)`, `Jane Roe (EMPLOYEE)`.
  private static func bracketed(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Range<Int>? {
    var open = end
    while open < limit, span[open] == Ascii.space || span[open] == Ascii.underscore { open += 1 }
    guard open < limit, span[open] == Ascii.open else { return nil }
    var close = open + 1
    while close < limit, close - open < 24, span[close].isUpper || span[close] == Ascii.space { close += 1 }
    return close < limit && span[close] == Ascii.close && close - open > 2 ? (open + 1)..<close : nil
  }

  /// A role without marks in brackets that end what is said of a party: `(1) Oak Ltd of 4 Mill Lane, Hull (the Owner);`, `Elm Ltd (Hirer)`.
  /// In a numbered list it may be any one word; elsewhere it is what parties are called.
  private static func bracketedRole(_ span: Span<UInt8>, _ end: Int, _ limit: Int, isMarked: Bool) -> Range<Int>? {
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
  private static func capacity(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Range<Int>? {
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
  private static func isRegistration(_ span: Span<UInt8>, _ name: Range<Int>) -> Bool {
    for words: StaticString in [
      "reg. no", "reg no", "corp. reg", "org. no", "company no", "company number", "registration n", "vat ",
    ]
    where span.matches(words, at: name.lowerBound) { return true }
    return false
  }

  /// The capacity behind a short description: `Oak Corporation, a Texas corporation, as Borrower`.
  private static func describedCapacity(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Range<Int>? {
    guard span.matches(", a", at: end) else { return nil }
    var at = end + 1
    while at < min(limit, end + 90), span[at] != Ascii.comma, span[at] != Ascii.open, span[at] != Ascii.lineFeed { at += 1 }
    return at < limit && span[at] == Ascii.comma ? capacity(span, at, limit) : nil
  }

  private static func ends(_ span: Span<UInt8>, _ long: Range<Int>, with short: Range<Int>) -> Bool {
    guard short.count <= long.count else { return false }
    for k in 1...short.count where span[long.upperBound - k] != span[short.upperBound - k] { return false }
    return true
  }

  /// A role is not a place's short name ("PRC") in a description: it stands last before the next party, in a bracket of its own.
  private static func isRole(_ span: Span<UInt8>, _ words: Range<Int>, _ name: Range<Int>) -> Bool {
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
    "agreement", "contract", "note", "lease", "plan", "amendment", "guaranty", "guarantee", "debt")

  /// Where this party's description ends and where the next party may begin.
  private static func next(_ span: Span<UInt8>, _ from: Int, _ end: Int, _ isMarked: Bool, _ found: [DefinitionFinder.Found]) -> (
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
          return (i, nil)
        }
        if byte == Ascii.lineFeed {
          let next = span.skipSpaces(i + 1)
          // `(the "Lender")` in a paragraph of its own.
          let reach = span.matches("(hereinafter", at: next) ? 40 : 12
          if next + reach < end, span[next] == Ascii.open,
            span.firstOffset(of: Ascii.quote, in: next..<(next + reach)) < next + reach
          {
            i = next
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
          " in favor of ", " in favour of ", " for the benefit of ", " pay to the order of ", "), to ",
        ] where span.matches(words, at: i) {
          return (i, i + words.utf8CodeUnitCount)
        }
        if i == from, span.matches(", to ", at: i), i + 5 < end, span[i + 5].isUpper { return (i, i + 5) }
        if byte == Ascii.space, span.matchesWord("and", at: i + 1) {
          var after = span.skipSpaces(i + 4)
          // `AND: Elm Ltd`, `and, Elm Ltd`
          if after < end, span[after] == Ascii.colon || span[after] == Ascii.comma { after = span.skipSpaces(after + 1) }
          // `and each of the holders named below (the "Holders")`
          if after < end, span[after].isLower || span[after] == Ascii.open, !describes(span, from, i, after),
            group(span, i + 1, end, found) != nil
          {
            return (i, i + 1)
          }
          if after < end,
            span[after].isUpper || span[after].isDigit || span[after] == Ascii.quote && after + 1 < end && span[after + 1].isUpper
              || blankEnd(span, after, end) != nil
              || span.matches("the ", at: after) && after + 4 < end && span[after + 4].isUpper || span[after] == Ascii.lineFeed
              || isStyledName(span, after, end) || ProvisionMarker.parse(span, after, end)?.close == .bracket,
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
          if span.matches("the ", at: after) { after += 4 }
          if after < end, span[after].isUpper || span[after].isDigit && isCompany(span, after, end), i > 0, !placeName(span, after),
            CorporateEnding.end(span, after) == nil, !span.matches("a ", at: after), !span.matches("an ", at: after),
            span[i - 1] == Ascii.close && span[after] != Ascii.open
              || (entities.ends(span, at: i) || span[i - 1].isDigit)
                && (isCompany(span, after, end) || isDescribed(span, after, end))
              // `Dr. Ann Fir, Oak Mills Limited, and Elm Ltd`
              || i == from && isPerson(span, i) && isCompany(span, after, end)
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

  /// Where a line ends that only says which part a party is of: `... Party of the First Part`; nil for other lines.
  private static func partLineEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end,
      [Ascii.period, Ascii.hyphen, Ascii.space].contains(span[at]) || span[at] == 0xE2 || span[at] == 0x80 || span[at] == 0xA6
    {
      at += 1
    }
    for words: StaticString in ["party of the ", "of the first part", "of the second part", "of the one part", "of the other part"]
    where span.matches(words, at: at) {
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
