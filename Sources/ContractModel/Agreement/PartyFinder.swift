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
    let headed = headed(text, reading, paragraphs, found)
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
    if best.parties.isEmpty { best = onCover(reading, paragraphs, end) }
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
      guard let begin = nameStart(span, at, end), case let blank = blankEnd(span, begin, end),
        let nameEnd = blank ?? nameEnd(span, begin, end), blank != nil || !isNameless(span, begin)
      else {
        // Those no name is given for: "each purchaser identified on the signature pages (the "Purchasers")".
        let item = behindMarker(span, at, end)
        guard let group = Self.group(span, at, end, found) ?? (item.flatMap { Self.group(span, $0, end, found) }) else { break }
        out.names.append(group.name)
        if found.contains(where: { $0.words == group.role }) {
          out.roles.append(group.role)
        } else {
          out.bareRoles.append(group.role)
        }
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
      isMarked = isMarked || isListItem(span, begin)
      let next = next(span, nameEnd, end, isMarked, found)
      let role = found.first {
        $0.words.lowerBound > nameEnd && $0.words.lowerBound < next.end && ($0.kind == .inline || $0.kind == .list)
          && isRole(span, $0.words, begin..<nameEnd)
      }
      // "The Investors described in Schedule 1 (Investors)": who is described so is called by any word.
      let isAnyWord = isMarked || tellsWhere(span, behind: nameEnd)
      let bare =
        role == nil
        ? bracketed(span, nameEnd, next.end) ?? bracketedRole(span, nameEnd, next.end, isMarked: isAnyWord) : nil
      let group = (role?.words ?? bare).flatMap { described(span, begin..<nameEnd, before: $0) }
      let name = group ?? begin..<nameEnd
      if group == nil, isRoleWord(span, name) || isRegistration(span, name) || isOfficeAlone(span, name) {
        guard let following = next.following else { break }
        at = following
        continue
      }
      guard blank != nil || group != nil || isName(span, name) else { break }
      // The tail of a name named before ("Savings Association"), or a party's own short name, is no other party.
      // Blanks are alike whoever is meant.
      if blank == nil,
        out.names.contains(where: { ends(span, $0, with: name) }) || out.roles.contains(where: { ends(span, $0, with: name) })
      {
        guard let following = next.following else { break }
        at = following
        continue
      }
      out.names.append(name)
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
    return joined(span, reading, out)
  }

  /// The parties with names put together that an "and" parted: the one "Oak and Elm plc (the "Supplier")" beside "Ash Ltd (the "Buyer")".
  ///
  /// Where everybody has a role, what stands without one before a company's name is the beginning of it.
  private static func joined(_ span: Span<UInt8>, _ reading: ReadingText, _ found: PartyReading) -> PartyReading {
    var out = found
    guard found.parties.count == found.names.count, found.parties.count(where: { $0.role != nil }) >= 2 else { return found }
    var index = 0
    while index + 1 < out.parties.count {
      let (first, second) = (out.names[index], out.names[index + 1])
      guard out.parties[index].role == nil, out.parties[index + 1].role != nil, first.upperBound + 5 == second.lowerBound,
        span.matches(" and ", at: first.upperBound), !isCompany(span, first),
        endsInCorporateForm(span, second.lowerBound, second.upperBound)
      else {
        index += 1
        continue
      }
      let name = first.lowerBound..<second.upperBound
      var whole = party(reading, name, role: nil)
      whole.role = out.parties[index + 1].role
      whole.description = out.parties[index + 1].description
      out.parties[index + 1] = whole
      out.names[index + 1] = name
      out.parties.remove(at: index)
      out.names.remove(at: index)
    }
    return out
  }

  /// Whether an article and a word in small letters begin what is told by a description alone: `(3) The persons named in Schedule 1`.
  private static func isNameless(_ span: Span<UInt8>, _ start: Int) -> Bool {
    groupLeads.contains { lead in
      let word = start + lead.utf8CodeUnitCount
      return span.matches(lead, at: start) && word < span.count && span[word].isLower
    }
  }

  /// Behind the number of an item that has no name: `(iii) the lenders listed in Annex I (the "Lenders")`; nil where none stands.
  private static func behindMarker(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, span[at].isSpace || span[at] == Ascii.semicolon { at += 1 }
    if at < end, span.matchesWord("and", at: at) { at = span.skipSpaces(at + 3) }
    guard at < end, let marker = ProvisionMarker.parse(span, at, end), marker.close == .bracket, marker.textStart < end else {
      return nil
    }
    return marker.textStart
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

  private static func ends(_ span: Span<UInt8>, _ long: Range<Int>, with short: Range<Int>) -> Bool {
    guard short.count <= long.count else { return false }
    for k in 1...short.count where span[long.upperBound - k] != span[short.upperBound - k] { return false }
    return true
  }
}
