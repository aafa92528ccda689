/// The headings without numbers that are the outline of an agreement: modern plain language and web terms have captions, and under them
/// text and lists that count from 1 anew.
///
/// Headings that the file itself gives (a heading's style, `##`, `<h2>`) are believed; in plain text, lines of capitals alone where no
/// provision is numbered. Where numbers run on across the captions, the numbers are the outline, and `Captions` finds what stands between.
enum HeadingOutline {
  /// The paragraphs that are headings, as ranges of the reading text; none where numbers are the outline.
  static func find(
    _ text: SourceText, _ blocks: [Block], _ reading: ReadingText, _ paragraphs: [Paragraph], _ candidates: [ProvisionCandidate]
  ) -> [Range<Int>] {
    let found = find(
      text.styles.filter { $0.kind == .heading }.map(\.range), isGiven: true, blocks, reading, paragraphs, candidates)
    guard found.isEmpty else { return found }
    // Paragraphs that are bold as a whole, where there is no number.
    let bold = text.styles.filter { $0.kind == .bold }.map(\.range)
    guard !bold.isEmpty, candidates.allSatisfy({ !$0.isStrong || $0.marker.opened }) else { return [] }
    return find(bold, isGiven: false, blocks, reading, paragraphs, candidates)
  }

  /// `given` are what is set apart, as headings or in bold; lines in capitals count where there are none.
  private static func find(
    _ given: [Range<Int>], isGiven: Bool, _ blocks: [Block], _ reading: ReadingText, _ paragraphs: [Paragraph],
    _ candidates: [ProvisionCandidate]
  ) -> [Range<Int>] {
    let span = reading.bytes.span
    var headings: [Range<Int>] = []
    let isPlain = given.isEmpty && candidates.allSatisfy { $0.marker.opened }
    // Where titles stand that their text goes on behind, and whether the words of execution were seen.
    var runningIn: Set<Int> = []
    var isSigned = false
    var numbered = 0
    var hasBody = false
    var next = 0
    for paragraph in paragraphs {
      let range = paragraph.range
      guard !range.isEmpty else { continue }
      let isHeading: Bool
      if given.isEmpty {
        isHeading =
          (3...90).contains(range.count)
          && (blocks[paragraph.block].kind == .heading && TitleWords.isCapitals(span, range)
            || isPlain && isTitleOverText(span, range))
      } else {
        let source = reading.source(range)
        while next < given.count, given[next].upperBound <= source.lowerBound { next += 1 }
        isHeading =
          next < given.count && given[next].lowerBound <= source.lowerBound && given[next].upperBound + 2 >= source.upperBound
      }
      // `BACKUP COPY. You may make one.`: a title in capitals that its text goes on behind.
      if span.matches("in witness", at: range.lowerBound) { isSigned = true }
      if isPlain, !isSigned, let title = runIn(span, range) {
        if !hasBody, headings.count == 1 { headings.removeAll() }
        hasBody = true
        runningIn.insert(title.lowerBound)
        headings.append(title)
        continue
      }
      guard isHeading, range.count <= 160 else {
        // What stands above the first words of the agreement is its title, but for the last of several lines.
        if !hasBody, headings.count == 1 {
          headings.removeAll()
        } else if !hasBody, let last = headings.last, headings.count > 1 {
          headings = [last]
        }
        hasBody = true
        continue
      }
      if ProvisionMarker.parse(span, range.lowerBound, range.upperBound) != nil {
        numbered += 1
      } else if span[range.lowerBound].isUpper || span[range.lowerBound].isDigit
        || span[range.lowerBound] >= 0xC3 && span[range.lowerBound] != 0xE2,
        ![Ascii.period, Ascii.colon].contains(span[range.upperBound - 1]),
        AttachmentLabel.read(span, range.lowerBound, range.upperBound) == nil, range.contains(where: { span[$0].isLetter })
      {
        headings.append(range)
      }
    }
    // A few such titles are openings of sentences, or a name again and again.
    let titles = headings.filter { runningIn.contains($0.lowerBound) }
    if Set(titles.map { String(decoding: $0.map { span[$0] }, as: UTF8.self) }).count < 3 {
      headings.removeAll { runningIn.contains($0.lowerBound) }
    }
    // Its own title may stand below a caption of the file it was in.
    if let first = headings.first, TitleWords.isCapitals(span, first),
      ["agreement", "contract", "terms", "conditions"].contains(where: { span.matchesWord($0, endingAt: first.upperBound) })
    {
      headings.removeFirst()
    }
    guard headings.count >= 2, headings.count > numbered, candidates.count(where: \.isStrong) <= 12 * headings.count else {
      return []
    }
    // Plain text without a number, or with lists that begin anew: only what is no name above a signature.
    if given.isEmpty || !isGiven {
      let isUnnumbered = candidates.allSatisfy { !$0.isStrong || $0.marker.opened }
      guard isUnnumbered || listsRestart(candidates, headings) else { return [] }
      headings = headings.filter { (runningIn.contains($0.lowerBound) || followsText(span, $0)) && !isOfSignatures(span, $0) }
      return headings.count >= 3 ? headings : []
    }
    return numbersRunOn(candidates, headings) ? [] : headings
  }

  /// "ACCEPTED AND AGREED", "OAK, INC.", "SIGNATURES": what stands where an agreement is signed.
  static func isOfSignatures(_ span: Span<UInt8>, _ heading: Range<Int>) -> Bool {
    for words: StaticString in ["accepted", "agreed", "signature", "/s/", "by:", "$", "securities and exchange", "current report"]
    where span.firstIndex(of: words, in: heading) != nil { return true }
    var word = heading.upperBound
    while word > heading.lowerBound, !span[word - 1].isSpace { word -= 1 }
    // "RIGHTS OF THE TRUSTEE" is no trustee's name.
    return CorporateEnding.end(span, word) == heading.upperBound && !span.matchesWord("the", endingAt: word - 1)
  }

  /// The title in capitals at the head of a paragraph, where a sentence begins behind it or behind its full stop.
  private static func runIn(_ span: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard range.count > 30, span[range.lowerBound].isUpper, span[range.lowerBound + 1].isUpper,
      !["now", "whereas", "witnesseth", "this"].contains(where: { span.matchesWord($0, at: range.lowerBound) })
    else { return nil }
    let stop = span.firstOffset(of: Ascii.period, in: range.lowerBound..<min(range.upperBound, range.lowerBound + 90))
    let title = range.lowerBound..<stop
    if stop + 3 < range.upperBound, span[stop] == Ascii.period, span[stop + 1] == Ascii.space, title.count >= 4,
      TitleWords.isCapitals(span, title), span[stop + 2].isUpper, span[stop + 3].isLower || span[stop + 3] == Ascii.space,
      ProvisionMarker.parse(span, range.lowerBound, stop) == nil
    {
      return title
    }
    guard let (words, body) = HeadingParser.capitals(span, range), HeadingParser.opensSentence(span, at: body),
      words.contains(where: { span[$0] == Ascii.space })
    else { return nil }
    return words
  }

  /// Whether a line in title case stands over a sentence, where nothing is numbered: `Governing Law`, `Ohio law governs.`
  private static func isTitleOverText(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 60, span[range.lowerBound].isUpper, TitleWords.isTitle(span, range, words: 10),
      range.allSatisfy({ span[$0].isLetter || span[$0] == Ascii.space || span[$0] == Ascii.hyphen || span[$0] >= 0x80 })
    else { return false }
    let start = range.upperBound + 1
    guard start < span.count else { return false }
    let line = start..<span.firstOffset(of: Ascii.lineFeed, in: start..<span.count)
    return line.count > 15 && span[line.lowerBound].isUpper && span[line.upperBound - 1] == Ascii.period
      && line.contains { span[$0].isLower }
  }

  /// Whether words follow below a line, and not the lines of a signature.
  private static func followsText(_ span: Span<UInt8>, _ heading: Range<Int>) -> Bool {
    let start = heading.upperBound + 1
    guard start < span.count else { return false }
    let line = start..<span.firstOffset(of: Ascii.lineFeed, in: start..<span.count)
    // A paragraph may be in capitals itself.
    return (line.count > 10 || line.count > 4 && span[line.upperBound - 1] == Ascii.period)
      && (line.contains { span[$0].isLower } || span[line.upperBound - 1] == Ascii.period)
      && !span.matches("by:", at: start)
  }

  /// Whether lists begin with 1 below two captions at least, and a third of all, and none goes on with another's numbers.
  private static func listsRestart(_ candidates: [ProvisionCandidate], _ headings: [Range<Int>]) -> Bool {
    guard !numbersRunOn(candidates, headings) else { return false }
    var next = 0
    let restarts = headings.indices.count { index in
      let end = index + 1 < headings.count ? headings[index + 1].lowerBound : Int.max
      while next < candidates.count, candidates[next].start < headings[index].upperBound || !candidates[next].isStrong { next += 1 }
      guard next < candidates.count, candidates[next].start < end else { return false }
      let marker = candidates[next].marker
      return marker.isFirst && marker.keyword == .none && !marker.opened
    }
    return restarts >= 2 && restarts * 3 >= headings.count
  }

  /// Whether provisions are numbered through all headings: dotted numbers, "Section 4", or a list below a heading that goes on with 4.
  private static func numbersRunOn(_ candidates: [ProvisionCandidate], _ headings: [Range<Int>]) -> Bool {
    var dotted = 0
    // Lists below headings that go on with the numbers before, and that begin anew.
    var continued = 0
    var restarted = 0
    var heading = 0
    var isFirst = true
    for candidate in candidates where candidate.isStrong && candidate.lead == .paragraph {
      while heading < headings.count, headings[heading].lowerBound <= candidate.start {
        heading += 1
        isFirst = true
      }
      if candidate.marker.isDotted || candidate.marker.keyword != .none {
        dotted += 1
      } else if heading > 0, !candidate.marker.opened, candidate.marker.parts[0].kind.isArabic {
        if isFirst { if candidate.marker.parts[0].value > 1 { continued += 1 } else { restarted += 1 } }
        isFirst = false
      }
    }
    return dotted > 2 || continued > 0 && continued >= restarted
  }
}
