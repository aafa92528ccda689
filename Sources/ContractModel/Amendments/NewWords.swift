/// The new words that an instruction puts in a place: behind "as follows:", in quotation marks, perhaps of several paragraphs, or the rest
/// of the provision that asks.
///
/// Ranges are of the reading text.
struct NewWords {
  private let agreement: Agreement
  private let span: [UInt8]
  /// Whether the clause says that new words follow.
  let asks: Bool
  let range: Range<Int>?
  /// Whether the words stand behind a colon, and not in quotation marks within the clause.
  let isBehindColon: Bool
  /// The words of the next sentence, where it says that they take the place of what is deleted.
  let following: Range<Int>?

  /// `stops` are the paragraphs that new words do not reach; see `stops(of:)`.
  init(_ agreement: Agreement, _ clause: AmendingClause, targets: [String], stops: [Int]) {
    self.agreement = agreement
    span = agreement.reading.bytes
    let colon = Self.colon(clause, span)
    asks =
      colon != nil || clause.has("as follows") || clause.has("the following") || clause.has("in its place")
      || clause.has("in lieu thereof")
      || clause.has("to read")
    let search = Search(agreement: agreement, span: span, own: clause.range.lowerBound, targets: targets, stops: stops)
    if let colon, let found = search.words(behind: colon) {
      range = found
      isBehindColon = true
    } else {
      isBehindColon = false
      range = clause.quotes.count == 1 && clause.has("to read") ? clause.quotes[0] : nil
    }
    following = range == nil ? search.substitution(behind: clause.range.upperBound) : nil
  }

  /// The colon that new words follow, or a period at the end of a line that should be one.
  private static func colon(_ clause: AmendingClause, _ span: [UInt8]) -> Int? {
    let range = clause.range
    if let colon = clause.colon { return colon }
    guard clause.has("as follows") || clause.has("the following"), range.upperBound < span.count,
      span[range.upperBound] == Ascii.lineFeed,
      span[range.upperBound - 1] == Ascii.period
    else { return nil }
    return range.upperBound - 1
  }

  /// Where in the reading text of an amendment paragraphs begin that close it or ask for another change, in order.
  static func stops(of reading: ReadingText) -> [Int] {
    let span = reading.bytes.span
    var out: [Int] = []
    for paragraph in reading.paragraphs(0..<span.count)
    where closes(span, paragraph.lowerBound, paragraph.upperBound) || asksAnew(span, paragraph.lowerBound, paragraph.upperBound) {
      out.append(paragraph.lowerBound)
    }
    return out
  }

  private static let closingWords: [StaticString] = [
    "in witness whereof", "very truly yours", "sincerely,", "agreed and accepted", "accepted and agreed", "agreed to", "agreed:",
    "by: ", "/s/", "this amendment is executed", "this amendment has been executed", "as amended hereby", "as so amended",
  ]
  private static let staying: [StaticString] = [
    "remain in full force", "remains in full force", "continue in full force", "continues in full force", "remain unchanged",
    "remains unchanged", "remain effective", "remains effective", "are unaffected", "remain unaffected",
  ]
  private static let asking: [StaticString] = [
    "hereby amended", "hereby deleted", "hereby replaced", "hereby restated", "hereby added", "hereby modified", "is amended",
    "are amended", "is deleted", "are deleted", "is added", "are added", "is replaced", "shall be amended", "shall be deleted",
    "shall be replaced", "shall be added", "shall be restated",
  ]

  /// "2. Section 7.2 of the Agreement is amended to read": another instruction.
  private static func asksAnew(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let head = start..<min(end, start + 60)
    for keyword: StaticString in ["section ", "sections ", "article ", "paragraph ", "exhibit "] {
      guard let at = span.firstIndex(of: keyword, in: head), at == start || !span[at - 1].isWord else { continue }
      // A label may stand before it, or a part of it.
      let near = at..<min(end, at + 200)
      for words in asking where span.firstIndex(of: words, in: near) != nil { return true }
    }
    return false
  }

  /// "IN WITNESS WHEREOF", "Except as amended hereby": what closes an amendment.
  private static func closes(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard start < end, span[start].isAlphanumeric || span[start] == Ascii.slash || span[start] == Ascii.open else { return false }
    let opening = start..<min(end, start + 400)
    // "This Agreement shall remain in full force until May 1" is a term of the agreement.
    let isTimed = ["until", "for a period", "unless", "so long as"].contains { span.firstIndex(of: $0, in: opening) != nil }
    for words in staying where !isTimed && span.firstIndex(of: words, in: opening) != nil {
      // "All other terms of the Agreement remain unchanged."
      for subject: StaticString in ["agreement", "lease", "contract", "letter", "all other", "amendment", "except as"]
      where span.firstIndex(of: subject, in: opening) != nil { return true }
    }
    guard span[start].isUpper || span[start] == Ascii.slash else { return false }
    for words in closingWords where span.matches(words, at: start) { return true }
    guard
      span.matches("except as", at: start) || span.matches("except to the extent", at: start)
        || span.matches("to the extent not", at: start)
    else { return false }
    let near = start..<min(end, start + 90)
    return span.firstIndex(of: "amended", in: near) != nil || span.firstIndex(of: "modified", in: near) != nil
  }
}

/// Looks for new words behind an instruction that begins at `own`.
private struct Search {
  let agreement: Agreement
  let span: [UInt8]
  let own: Int
  /// The numbers of the provisions the words are for.
  let targets: [String]
  let stops: [Int]

  func words(behind colon: Int) -> Range<Int>? {
    let end = boundary(colon)
    var start = span.span.skipSpaces(colon + 1)
    if start < end, span[start] == Ascii.lineFeed { start = span.span.skipSpaces(start + 1) }
    guard start < end else { return nil }
    if span[start] == Ascii.quote, !definesTerm(start, end) {
      if let close = closing(start, end) { return start + 1 < close ? start + 1..<close : nil }
      // A mark that nothing closes opens a term that is defined, or who knows what.
      let line = span.span.firstOffset(of: Ascii.lineFeed, in: start..<end)
      guard (start + 1..<min(line, start + 100)).contains(where: { span[$0] == Ascii.quote }) else { return nil }
    }
    // Without marks only what is a provision of its own tells where they end.
    guard agreement.provisions.innermost(at: agreement.reading.source(own)) != nil else { return nil }
    var stop = end
    // Lines of asterisks and the like close nothing and say nothing.
    while stop > start, let line = (start..<stop).last(where: { span[$0] == Ascii.lineFeed }),
      (line..<stop).allSatisfy({ !span[$0].isAlphanumeric })
    { stop = line }
    while stop > start, span[stop - 1].isSpace { stop -= 1 }
    return start < stop ? start..<stop : nil
  }

  /// Whether a mark opens a term that the new words define: "Good Reason" will mean.
  private func definesTerm(_ start: Int, _ end: Int) -> Bool {
    guard span[start + 1 < end ? start + 1 : start] != Ascii.quote,
      let close = (start + 1..<min(end, start + 100)).first(where: { span[$0] == Ascii.quote })
    else { return false }
    let next = span.span.skipSpaces(close + 1)
    for words: StaticString in ["means", "shall mean", "will mean", "has the meaning", "shall have the meaning", "includes"]
    where span.span.matches(words, at: next) {
      // Words in marks of their own close them; then the first mark is theirs.
      let line = span.span.firstOffset(of: Ascii.lineFeed, in: close..<end)
      return !(close + 1..<line).contains { span[$0] == Ascii.quote && $0 + 2 >= line }
    }
    return false
  }

  /// The mark that closes what the one at `start` opens; nil where nothing does.
  ///
  /// Within it every paragraph may open the words anew, and terms have marks of their own, which come in pairs.
  private func closing(_ start: Int, _ end: Int) -> Int? {
    var count = 1
    for at in start + 1..<end where span[at] == Ascii.quote && span[at - 1] != Ascii.lineFeed {
      count += 1
      if count % 2 == 0, ends(at, end) { return at }
    }
    // Where marks are missing, the last of the provision that asks is the one.
    guard agreement.provisions.innermost(at: agreement.reading.source(own)) != nil else { return nil }
    return (start + 1..<end).last { span[$0] == Ascii.quote && ends($0, end) }
  }

  /// Whether a sentence or a paragraph ends with a mark.
  private func ends(_ at: Int, _ end: Int) -> Bool {
    [Ascii.period, Ascii.semicolon].contains(span[at - 1]) || span[at + 1 < end ? at + 1 : at] == Ascii.lineFeed || isLast(at, end)
  }

  /// What a sentence behind a deletion puts in its place: "The following is substituted therefor: …".
  func substitution(behind end: Int) -> Range<Int>? {
    var start = span.span.skipSpaces(end)
    if start < span.count, span[start] == Ascii.lineFeed { start = span.span.skipSpaces(start + 1) }
    let line = span.span.firstOffset(of: Ascii.lineFeed, in: start..<span.count)
    guard start < line else { return nil }
    let opening = start..<min(line, start + 160)
    guard let colon = opening.first(where: { span[$0] == Ascii.colon }),
      span.span.firstIndex(of: "following", in: start..<colon) != nil,
      ["substitut", "replac", "lieu", "place"].contains(where: { span.span.firstIndex(of: $0, in: start..<colon) != nil })
    else { return nil }
    return words(behind: colon)
  }

  /// Where the amendment goes on: its next provision on the level of the instruction, what closes it, or its end.
  private func boundary(_ colon: Int) -> Int {
    let reading = agreement.reading
    let provisions = agreement.provisions
    var end = span.count
    if let id = provisions.innermost(at: reading.source(own)) {
      end = reading.reading(provisions[id].range.upperBound)
      // The new words may be numbered like provisions of the amendment: "1.02 Section 4.04 shall read as follows: 4.04. Change of Control."
      var at = colon + 1
      for target in targets {
        while at < span.count, span[at].isSpace || span[at] == Ascii.quote { at += 1 }
        let part = provisions.provisions.boundary { reading.reading($0.start) < at }
        guard part > id, part < provisions.count, reading.reading(provisions[part].start) == at,
          Self.isPart(provisions[part].number, of: target)
        else { break }
        at = reading.reading(provisions[part].range.upperBound)
        end = max(end, at)
      }
    }
    // The closing of a paper is no new words, nor is the next instruction.
    let stop = stops.boundary(behindAll: { $0 <= colon })
    return stop < stops.count ? min(end, stops[stop]) : end
  }

  private static func isPart(_ number: String, of target: String) -> Bool {
    number == target || target.hasPrefix(number + "(") || target.hasPrefix(number + ".") || number.hasPrefix(target + "(")
  }

  /// Whether nothing but marks stands between a place and an end.
  private func isLast(_ at: Int, _ end: Int) -> Bool { (at + 1..<end).allSatisfy { !span[$0].isAlphanumeric } }
}
