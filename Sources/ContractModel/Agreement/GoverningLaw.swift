/// Finds the law an agreement says governs it: `the laws of the State of California`.
enum GoverningLaw {
  /// The jurisdiction's name as printed, e.g. `State of New York`, or nil.
  static func find(_ reading: ReadingText, _ keywords: KeywordIndex) -> String? {
    let span = reading.bytes.span
    var best: (rank: Int, name: String)?
    var from = 0
    for word in keywords[.law] where word > from && span[word - 1] == Ascii.space {
      let at = word - 1
      // "except as the federal laws of the United States govern"
      if span.matchesWord("federal", endingAt: at) { continue }
      from = at + 4
      if from < span.count, span[from].lowercased == 0x73 { from += 1 }
      if from + 1 < span.count, span[from] == Ascii.space, span[from + 1] == Ascii.open,
        let close = span.firstIndex(of: ")", in: from..<min(span.count, from + 160))
      {
        from = close + 1
      }
      // "the laws of the Governing Law state" names none; the row of a cover does: `Governing Law    Maryland`.
      if span.matchesWord("governing", endingAt: at) {
        if let name = row(span, at), best == nil { best = (1, name) }
        continue
      }
      guard let place = place(span, from) else {
        if let name = adjective(span, at) ?? ruling(span, at, from), best == nil { best = (1, name) }
        continue
      }
      from = place
      let rank = rank(span, at, from)
      guard rank > best?.rank ?? 0 else { continue }
      guard span.firstIndex(of: "organized", in: max(0, at - 160)..<at) == nil else { continue }
      var start = from
      if span.matches("the ", at: start) { start += 4 }
      var end = start
      while end < span.count, end - start < 70 {
        let wordStart = end
        while end < span.count,
          span[end].isWord || span[end] == Ascii.apostrophe || span[end] == Ascii.openBracket || span[end] == Ascii.closeBracket
        { end += 1 }
        guard end > wordStart else { break }
        if endsPlace(span, wordStart)
          || !span[wordStart].isUpper && span[wordStart] != Ascii.openBracket && !isPlaceWord(span, wordStart)
        {
          end = wordStart
          break
        }
        guard end < span.count, span[end] == Ascii.space else { break }
        end += 1
      }
      while end > start, span[end - 1] == Ascii.space { end -= 1 }
      for tail: StaticString in [" of", " the", " of the", " and"] where span.matches(tail, at: end - tail.utf8CodeUnitCount) {
        end -= tail.utf8CodeUnitCount
      }
      // One jurisdiction of two countries.
      if span.matches("england and wales", at: start), end == start + 7 { end = start + 17 }
      // "the laws of NY"
      let isShort = end - start == 2 && span[start].isUpper && span[start + 1].isUpper
      guard end - start > 2 || isShort, !span.matchesWord("governing", at: start),
        span[start].isUpper || span[start] == Ascii.openBracket || isPlaceWord(span, start),
        !kinds.contains(span, start..<end)
      else { continue }
      var bytes: [UInt8] = []
      for i in start..<end { bytes.append(span[i]) }
      best = (rank, String(decoding: bytes, as: UTF8.self))
      if rank == 4 { break }
    }
    return best?.name
  }

  /// How surely the law that is named at `law`, of a place that is named at `place`, governs the agreement, from 0 to 4.
  private static func rank(_ span: Span<UInt8>, _ law: Int, _ place: Int) -> Int {
    let before = max(0, law - 160)..<law
    func isSaid(_ words: [StaticString]) -> Bool { words.contains { span.firstIndex(of: $0, in: before) != nil } }
    let governs =
      span.firstIndex(of: "govern", in: before).map { !span.matches("governmental", at: $0) } ?? false || governs(span, place)
    // "the laws of the United States where they apply and otherwise of Illinois": a country of many laws is named beside one of them.
    let isOfManyLaws = span.matches("united states", at: place) || span.matches("the united states", at: place)
    if governs, !isOfManyLaws {
      // A clause on a schedule or another paper may come first.
      return span.firstIndex(of: "this agreement", in: max(0, law - 400)..<law) != nil ? 4 : 3
    }
    let isConstrued = isSaid(["construed", "subject to", "determined under", "proper law"]) || applies(span, place)
    if isConstrued, !isOfManyLaws { return 2 }
    return governs || isConstrued || isSaid(["accordance with", "preempted", "pre-empted"]) ? 1 : 0
  }

  /// The place in the row of a cover page, `Governing Law    Maryland`, whose label's last word begins at `law`.
  private static func row(_ span: Span<UInt8>, _ law: Int) -> String? {
    let label = law - 9
    guard label >= 0, label == 0 || span[label - 1] == Ascii.lineFeed else { return nil }
    var start = span.skipSpaces(law + 4)
    if start < span.count, span[start] == Ascii.colon { start = span.skipSpaces(start + 1) }
    let end = span.firstOffset(of: Ascii.lineFeed, in: start..<span.count)
    guard (3...40).contains(end - start), span[start].isUpper,
      (start..<end).allSatisfy({ span[$0].isLetter || span[$0] == Ascii.space }),
      TitleWords.isTitle(span, start..<end, words: 4)
    else { return nil }
    return String(decoding: (start..<end).map { span[$0] }, as: UTF8.self)
  }

  /// "the laws of the state in which it is performed" names none.
  private static let kinds = WordSet("state", "province", "country", "jurisdiction", "commonwealth", "place")

  /// Where the name of the place begins behind "laws": "of the State of X", "in force in X", ", and not the law of conflicts, of X".
  private static func place(_ span: Span<UInt8>, _ start: Int) -> Int? {
    for words: StaticString in [
      " of ", " is the law of ", " shall be the law of ", " in force in ", " in effect in ", " prevailing in ",
    ] where span.matches(words, at: start) {
      return start + words.utf8CodeUnitCount
    }
    guard span.matches(", ", at: start), let at = span.firstIndex(of: ", of the ", in: start..<min(span.count, start + 140)),
      span.firstOffset(of: Ascii.period, in: start..<at) == at
    else { return nil }
    return at + 5
  }

  /// Whether the words behind say that the law governs: "the laws of the State of Florida shall be the controlling law".
  private static func governs(_ span: Span<UInt8>, _ at: Int) -> Bool {
    var end = at
    while end < span.count, end - at < 160, span[end] != Ascii.period, span[end] != Ascii.semicolon, span[end] != Ascii.lineFeed,
      !span.matches(" laws of", at: end)
    {
      end += 1
    }
    if span.matchesWord("govern", endingAt: end) { return true }
    for words: StaticString in [
      "shall govern", "will govern", "governs", "shall control", "controlling law", "governing law",
      " govern this ", " govern these ", " govern your ", " govern all ", " govern the ",
    ] where span.firstIndex(of: words, in: at..<end) != nil { return true }
    return false
  }

  /// Whether the words behind say that the law applies: "the laws of Kenya shall apply".
  private static func applies(_ span: Span<UInt8>, _ at: Int) -> Bool {
    let near = at..<min(span.count, at + 60)
    let end = span.firstOffset(of: Ascii.period, in: near)
    return ["shall apply", "will apply", "applies", " apply"].contains { span.firstIndex(of: $0, in: at..<end) != nil }
  }

  /// The jurisdiction of "Texas law governs", "Swiss law shall apply", "subject to German law", "The Parties choose German law".
  private static func ruling(_ span: Span<UInt8>, _ law: Int, _ end: Int) -> String? {
    var start = law
    while start > 0, span[start - 1].isLetter || span[start - 1] >= 0x80 || span[start - 1] == Ascii.space && span[start].isUpper {
      start -= 1
    }
    while start < law, !span[start].isUpper { start += 1 }
    // "The law", "This law", "Applicable law" name none.
    for word: StaticString in ["the ", "this ", "applicable ", "governing ", "any ", "such ", "local ", "no ", "all "]
    where span.matches(word, at: start) { return nil }
    guard law - start >= 4, law - start < 40 else { return nil }
    var behind = span.skipSpaces(end)
    for word: StaticString in ["shall ", "will ", "exclusively "] where span.matches(word, at: behind) {
      behind = span.skipSpaces(behind + word.utf8CodeUnitCount)
    }
    let isRuling = ["governs", "govern", "applies", "apply", "controls", "control"].contains { span.matchesWord($0, at: behind) }
    let before = span.skipSpaces(endingAt: start)
    // "in cases where Swiss law applies" chooses none.
    for word: StaticString in ["where", "if", "when", "extent"] where span.matchesWord(word, endingAt: before) { return nil }
    let isChosen = ["subject to", "choose", "chosen", "governed by", "subject exclusively to"].contains {
      span.matchesWord($0, endingAt: before)
    }
    return isRuling || isChosen ? String(decoding: (start..<law).map { span[$0] }, as: UTF8.self) : nil
  }

  /// Words behind a jurisdiction in a sentence of capitals: `THE STATE OF ILLINOIS APPLICABLE TO`.
  private static func endsPlace(_ span: Span<UInt8>, _ at: Int) -> Bool {
    for word: StaticString in [
      "applicable", "without", "with", "as", "in", "excluding", "regardless", "and", "conflicts", "conflict", "other", "exclusive",
      "except", "for", "to", "shall", "including", "but",
    ] where span.matchesWord(word, at: at) { return !span.matches("and wales", at: at) }
    return false
  }

  /// Small words inside the name of a jurisdiction: `the state of Washington`.
  private static func isPlaceWord(_ span: Span<UInt8>, _ at: Int) -> Bool {
    for word: StaticString in ["of", "the", "state", "commonwealth", "province", "republic", "kingdom"]
    where span.matchesWord(word, at: at) { return true }
    return false
  }

  /// The jurisdiction of "governed by Michigan law" and "in accordance with English law".
  private static func adjective(_ span: Span<UInt8>, _ law: Int) -> String? {
    var start = law
    while start > 0,
      span[start - 1].isLetter || span[start - 1] == Ascii.space && start > 1 && span[start].isUpper && span[start - 2].isLetter
    {
      start -= 1
    }
    while start < law, span[start] == Ascii.space || span[start].isLower {
      // Only capitalised words name a place: the sentence's own are left out.
      while start < law, span[start].isLetter { start += 1 }
      while start < law, span[start] == Ascii.space { start += 1 }
    }
    guard law - start >= 4, law - start < 40 else { return nil }
    var end = start
    while end > 0, span[end - 1] == Ascii.space { end -= 1 }
    for phrase: StaticString in ["governed by", "governed exclusively by", "accordance with", "under"]
    where span.matchesWord(phrase, endingAt: end) {
      let before = max(0, end - 80)..<end
      guard span.firstIndex(of: "govern", in: before) != nil || span.firstIndex(of: "constru", in: before) != nil else {
        return nil
      }
      return String(decoding: (start..<law).map { span[$0] }, as: UTF8.self)
    }
    return nil
  }
}
