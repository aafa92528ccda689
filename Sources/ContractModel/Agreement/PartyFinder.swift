/// Reads the names of the parties where the agreement introduces them: behind "between" or "among", up to the recitals.
///
/// `by and between Acme (Nevada), Inc., a Nevada corporation ("Acme"), and Jane Roe ("Buyer")`. A name ends before its description; the
/// first quoted short name behind it is its role. Letters say "the agreement of X (the "Buyer") and Y".
struct PartyFinder {
  static func find(
    _ reading: ReadingText, _ paragraphs: [ProvisionCandidates.Paragraph], _ found: [DefinitionFinder.Found], limit: Int
  ) -> Parties {
    let span = reading.bytes.span
    let end = min(limit, span.count, 24_000)
    var best = introduced(reading, paragraphs, found, end: end)
    if best.parties.isEmpty { best = correspondents(reading, found) }
    // "ARTICLE 1 - PARTIES": the introduction is itself a provision.
    if best.parties.isEmpty { best = introduced(reading, paragraphs, found, end: min(end + 3_000, span.count)) }
    // Roles given again on the cover page or further down in the preamble.
    let names = Set(best.parties.compactMap { $0.role?.lowercasedBytes })
    for item in found where item.words.upperBound < end && item.kind == .inline && names.contains(TermName.key(span, item.words)) {
      best.roles.append(item.words)
    }
    return best
  }

  private static func introduced(
    _ reading: ReadingText, _ paragraphs: [ProvisionCandidates.Paragraph], _ found: [DefinitionFinder.Found], end: Int
  ) -> Parties {
    let span = reading.bytes.span
    var best = Parties()
    for (start, limit) in introductions(span, paragraphs, end) {
      let parties = read(span, reading, found, from: start, to: min(end, limit ?? start + 8_000))
      // Who gives something alone is called by a role.
      if limit != nil, parties.parties.first?.role == nil { continue }
      if parties.weight > best.weight { best = parties }
      if best.parties.count >= 2, best.parties.contains(where: { $0.role != nil }) { break }
    }
    return best
  }

  /// Places behind the words that introduce parties, the most telling first, and where what is introduced ends at the latest.
  private static func introductions(_ span: Span<UInt8>, _ paragraphs: [ProvisionCandidates.Paragraph], _ end: Int)
    -> [(start: Int, limit: Int?)]
  {
    var given: [(start: Int, limit: Int?)] = []
    var strong: [Int] = []
    var weak: [Int] = []
    for paragraph in paragraphs where paragraph.range.lowerBound < end {
      let range = paragraph.range.lowerBound..<min(paragraph.range.upperBound, end)
      if given.isEmpty, let found = giver(span, range) { given = [found] }
      for phrase: StaticString in [
        "by and between", "by and among", "between and among", "made between", "entered into between", "is between", "among",
        "between",
      ] {
        guard var at = span.firstIndex(of: phrase, in: range), at == 0 || !span[at - 1].isWord else { continue }
        // "by and between the parties hereto" speaks of them; the names come behind the next "between".
        while span.matches(" the parties", at: at + phrase.utf8CodeUnitCount),
          let next = span.firstIndex(of: phrase, in: (at + 1)..<range.upperBound)
        { at = next }
        let after = at + phrase.utf8CodeUnitCount
        guard after >= span.count || !span[after].isWord else { continue }
        // A title ("between the Company and the Lenders" on the cover) is weaker than the sentence that makes the agreement.
        let sentence =
          range.count > 120 || span.firstIndex(of: "entered into", in: range) != nil
          || span.firstIndex(of: "dated", in: range) != nil
        if sentence { strong.append(after) } else { weak.append(after) }
        break
      }
      if range.count <= 9, span.matchesWord("parties", at: range.lowerBound) { strong.append(range.upperBound) }
      for phrase: StaticString in ["agreement of ", "entered into by ", "made by ", "agreement with "] {
        if let at = span.firstIndex(of: phrase, in: range) { weak.append(at + phrase.utf8CodeUnitCount) }
      }
      if strong.count > 3 { break }
    }
    return given + (strong + weak).map { ($0, nil) }
  }

  /// Who gives what one side alone signs: "This Guaranty is given as of May 1, 2004 by Oak Ltd ("Guarantor") in favor of Elm Ltd".
  ///
  /// What it is given for may name others: "for the Lease between Elm Ltd and Fir Ltd".
  private static func giver(_ span: Span<UInt8>, _ range: Range<Int>) -> (start: Int, limit: Int?)? {
    guard span.matches("this ", at: range.lowerBound) else { return nil }
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 220)
    guard let by = span.firstIndex(of: " by ", in: head), by + 4 < range.upperBound,
      span[by + 4].isUpper || span.matches("the ", at: by + 4),
      ["is given", "is made", "is executed", "made", "executed", "is delivered", "is issued", "granted"].contains(where: {
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
    return (by + 4, limit)
  }

  private static func read(
    _ span: Span<UInt8>, _ reading: ReadingText, _ found: [DefinitionFinder.Found], from start: Int, to end: Int
  ) -> Parties {
    var out = Parties()
    var at = start
    while out.parties.count < 60, let begin = nameStart(span, at, end) {
      guard let nameEnd = nameEnd(span, begin, end) else { break }
      let next = next(span, nameEnd, end)
      if isRoleWord(span, begin..<nameEnd) {
        guard let following = next.following else { break }
        at = following
        continue
      }
      guard isName(span, begin..<nameEnd) else { break }
      let role = found.first {
        $0.words.lowerBound > nameEnd && $0.words.lowerBound < next.end && ($0.kind == .inline || $0.kind == .list)
          && isRole(span, $0.words, begin..<nameEnd)
      }
      let name = begin..<nameEnd
      // The tail of a name named before ("Savings Association"), or a party's own short name, is no other party.
      if out.names.contains(where: { ends(span, $0, with: name) }) || out.roles.contains(where: { ends(span, $0, with: name) }) {
        guard let following = next.following else { break }
        at = following
        continue
      }
      out.names.append(name)
      out.parties.append(
        Party(
          name: String(decoding: (name.map { span[$0] }), as: UTF8.self),
          role: role.map { String(decoding: $0.words.map { span[$0] }, as: UTF8.self) }, range: reading.source(name)))
      if let role {
        out.roles.append(role.words)
        // A second short name in the same bracket is the party's too.
        for other in found
        where other.words.lowerBound > role.words.upperBound && other.words.lowerBound - role.words.upperBound < 12
          && other.words.lowerBound < next.end
        { out.roles.append(other.words) }
      }
      guard let following = next.following else { break }
      at = following
    }
    return out
  }

  private static func ends(_ span: Span<UInt8>, _ long: Range<Int>, with short: Range<Int>) -> Bool {
    guard short.count <= long.count else { return false }
    for k in 1...short.count where span[long.upperBound - k] != span[short.upperBound - k] { return false }
    return true
  }

  /// A role is not a place's short name ("PRC") in a description: it stands last before the next party, in a bracket of its own.
  private static func isRole(_ span: Span<UInt8>, _ words: Range<Int>, _ name: Range<Int>) -> Bool {
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

  /// Over connecting words and list numbers to the capital that begins a name.
  private static func nameStart(_ span: Span<UInt8>, _ from: Int, _ end: Int) -> Int? {
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
      if let marker = ProvisionMarker.parse(span, i, end), marker.close != .none, marker.textStart > i,
        !(marker.parts[0].kind == .upperLetter && marker.close == .period && !marker.opened) || marker.opened
      {
        i = marker.textStart
        continue
      }
      if span.matches("the ", at: i), i + 4 < end, span[i + 4].isUpper {
        return i + 4
      }
      if byte.isUpper || byte.isDigit && i + 1 < end || byte >= 0xC3 {
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

  /// The end of a name: before its description, bracket, or the next party.
  private static func nameEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var i = start
    let limit = min(end, start + 180)
    while i < limit {
      let byte = span[i]
      if byte == Ascii.comma {
        let next = span.skipSpaces(i + 1)
        if let suffix = corporateSuffix(span, next) {
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
            span[next] == Ascii.comma && corporateSuffix(span, span.skipSpaces(next + 1)) != nil
              || corporateSuffix(span, next) != nil || span[next].isUpper
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
        for word: StaticString in [
          "whose", "having", "with", "a", "an", "located", "c/o", "as", "acting", "residing", "doing", "who", "which", "is", "are",
          "for", "hereinafter", "herein", "dated", "individually", "on behalf", "organized", "effective", "pursuant", "regarding",
          "shall", "made", "in", "to", "under", "and its", "and each", "referred", "by",
        ] where span.matchesWord(word, at: next) && span[next].isLower { return i }
        if span.matchesWord("and", at: next) {
          let after = span.skipSpaces(next + 3)
          // "Smith and Wesson Corp." or the next party?
          if after < limit, span[after].isUpper, partOfName(span, after, limit) {
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

  /// Whether the words behind "and" finish one company's name: they end at once in a company word, without a name before "and" that is complete.
  private static func partOfName(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> Bool {
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

  static func corporateSuffix(_ span: Span<UInt8>, _ at: Int) -> Int? {
    for suffix: StaticString in [
      "inc.", "inc", "l.l.c.", "llc", "l.p.", "lp", "ltd.", "ltd", "limited", "n.a.", "corp.", "corporation", "incorporated",
      "co., ltd.", "co.", "s.a.", "llp", "l.l.p.", "plc", "gmbh", "n.v.", "b.v.", "national association", "ag", "p.c.", "pc", "jr.",
      "sr.", "iii", "ii", "m.d.", "aca", "fsb", "f.s.b.", "ph.d.", "esq.", "trustee", "a.g.", "lllp", "pty ltd", "s.p.a.",
    ]
    where span.matches(suffix, at: at) {
      let end = at + suffix.utf8CodeUnitCount
      if end >= span.count || !span[end].isWord { return end }
    }
    return nil
  }

  private static func keepsPeriod(_ span: Span<UInt8>, _ start: Int, _ period: Int) -> Bool {
    for word: StaticString in [
      "inc", "corp", "ltd", "co", "l.p", "l.l.c", "n.a", "s.a", "jr", "sr", "st", "mr", "dr", "ms", "mrs", "bros", "s.p.a", "n.v",
      "b.v", "u.s", "l.l.p",
    ] where span.matchesWord(word, endingAt: period) { return true }
    return period >= 2 && span[period - 1].isLetter && !span[period - 2].isWord
  }

  private static func trimmed(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = end
    while i > start, span[i - 1] == Ascii.space || span[i - 1] == Ascii.comma { i -= 1 }
    return i
  }

  static func isName(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 3, range.count <= 120 else { return false }
    var words = 1
    for i in range where span[i] == Ascii.space { words += 1 }
    guard words <= 14, span[range.lowerBound].isUpper || span[range.lowerBound].isDigit || span[range.lowerBound] >= 0x80 else {
      return false
    }
    // A date, a number, or a role alone is nobody's name.
    if DateParser.month(span, range.lowerBound) != nil { return false }
    var letters = 0
    for i in range where span[i].isLetter || span[i] >= 0x80 { letters += 1 }
    if letters < 3 || isRoleWord(span, range) { return false }
    if span.firstIndex(of: "parties hereto", in: range) != nil || span.firstIndex(of: "party hereto", in: range) != nil {
      return false
    }
    for word: StaticString in ["agreement", "exhibit", "lenders party", "date", "page", "amendment", "recital"]
    where span.matchesWord(word, at: range.lowerBound) || span.matchesWord(word, endingAt: range.upperBound) { return false }
    return true
  }

  private static func isRoleWord(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for word: StaticString in [
      "the", "executive", "employee", "company", "employer", "lender", "lenders", "borrower", "agent", "arranger", "parent",
      "committee",
      "owner", "contractor", "buyer", "seller", "purchaser", "bank", "banks", "consultant", "licensor", "licensee", "customer",
      "provider", "the company", "the employee", "the executive", "guarantor", "guarantors", "administrative agent", "parties",
    ] where word.utf8CodeUnitCount == range.count && span.matches(word, at: range.lowerBound) { return true }
    return false
  }

  /// Where this party's description ends and where the next party may begin.
  private static func next(_ span: Span<UInt8>, _ from: Int, _ end: Int) -> (end: Int, following: Int?) {
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
          // A full stop closes the introduction, unless a numbered party follows on the next line.
          let next = span.skipSpaces(i + 1)
          if next < end, let marker = ProvisionMarker.parse(span, next, end), marker.close == .bracket,
            marker.parts[0].kind.isArabic, marker.parts[0].value > 1
          {
            return (i, next)
          }
          return (i, nil)
        }
        if byte == Ascii.lineFeed {
          let next = span.skipSpaces(i + 1)
          if next < end, span.matchesWord("and", at: next) || ProvisionMarker.parse(span, next, end)?.close == .bracket {
            return (i, next)
          }
          let before = span[max(from, i - 1)]
          if before == Ascii.comma || before == Ascii.semicolon || span.matchesWord("and", endingAt: i) { return (i, i + 1) }
          return (i, nil)
        }
        for words: StaticString in [" in favor of ", " for the benefit of "] where span.matches(words, at: i) {
          return (i, i + words.utf8CodeUnitCount)
        }
        if byte == Ascii.space, span.matchesWord("and", at: i + 1) {
          let after = span.skipSpaces(i + 4)
          if after < end,
            span[after].isUpper || span[after].isDigit
              || span.matches("the ", at: after) && after + 4 < end && span[after + 4].isUpper || span[after] == Ascii.lineFeed
              || ProvisionMarker.parse(span, after, end)?.close == .bracket, !describes(span, from, i, after)
          {
            return (i, i + 1)
          }
        }
        if byte == Ascii.comma {
          // Without "and": `, Acme Two, Inc. ("Two"), and`; only a name with a role or a company's ending.
          let after = span.skipSpaces(i + 1)
          if after < end, span[after].isUpper, i > 0, span[i - 1] == Ascii.close, !placeName(span, after) { return (i, i + 1) }
        }
      }
      i += 1
    }
    return (end, nil)
  }

  /// Whether an "and" only joins words of a description: "organized under the laws of Delaware and Nevada".
  private static func describes(_ span: Span<UInt8>, _ from: Int, _ at: Int, _ after: Int) -> Bool {
    // No role and no comma since the name: "Fifth Third Bank and PNC Bank" is two parties; "laws of X and Y" one.
    let tail = max(from, at - 60)..<at
    if let laws = span.firstIndex(of: "laws of", in: tail), span.firstIndex(of: ",", in: laws..<at) == nil,
      span.firstIndex(of: ")", in: laws..<at) == nil
    {
      return true
    }
    return false
  }

  private static func placeName(_ span: Span<UInt8>, _ at: Int) -> Bool {
    for word: StaticString in ["suite", "floor", "street", "delaware", "new york", "california", "texas"]
    where span.matches(word, at: at) { return true }
    return false
  }
}
