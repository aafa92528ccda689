/// Candidates further inside a paragraph: those of a page that is one line, items behind the first of a heading's paragraph, and clauses that
/// a title in capitals tells behind a sentence.
extension ProvisionCandidates {
  /// Candidates inside a paragraph that holds a whole page of provisions.
  mutating func collectRunning(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>, indent: Int, _ text: SourceText) {
    let end = range.upperBound
    reading.wordStarts.forEach(in: (range.lowerBound + 2)..<max(range.lowerBound + 2, end - 1)) { at in
      let i = at - 1
      guard span[i] == Ascii.space else { return at + 1 }
      let byte = span[at]
      let begins =
        byte.isDigit || byte == Ascii.open
        || byte == 0x41 && span.matches("article ", at: at) || byte == 0x53 && span.matches("section ", at: at)
        || byte.isLetter
          && (span[at + 1] == Ascii.period || span[at + 1] == Ascii.close
            || span[at + 1].isLetter && at + 2 < end && (span[at + 2] == Ascii.period || span[at + 2] == Ascii.close))
      guard begins, let marker = ProvisionMarker.parse(span, at, end), plausible(span, marker, range),
        marker.textStart < end || marker.keyword == .article
      else {
        return at + 1
      }
      // `… as follows: ARTICLE I` may end the line, with its title on the next.
      let next = marker.textStart < end ? span[marker.textStart] : 0x41
      let item =
        marker.close == .bracket
        && (span[i - 1] == Ascii.colon || span[i - 1] == Ascii.semicolon || span[i - 1] == Ascii.period
          || span.matches("and", at: i - 3) && i >= 5 && span[i - 5] == Ascii.semicolon
          || span.matches("or", at: i - 2) && i >= 4 && span[i - 4] == Ascii.semicolon && succeeds(marker, in: index))
      // "You agree to: 4.4.1 obtain all permits; and 4.4.2 buy"
      let joint = span.matches(" and ", at: i - 4) ? i - 4 : i
      let isDeep = marker.parts.count > 2 && [Ascii.colon, Ascii.semicolon].contains(span[joint - 1])
      guard
        next.isUpper || next == Ascii.quote || next == Ascii.openBracket || next == Ascii.open || next >= 0xC3
          || next == Ascii.hyphen && marker.keyword != .none || next.isLower && (item || isDeep)
      else {
        return at + 1
      }
      let child = firstChild(span, marker, end)
      var lead = ProvisionCandidate.Lead.midSentence
      if let behind = Self.lead(span, behind: i) {
        lead = behind
      } else if item || isDeep {
        lead = .clause
      } else if columnsBefore(text, reading.source(at)) {
        lead = .columns
      } else if !marker.isDotted && marker.keyword == .none && child == nil || Self.leads.ends(span, at: i)
        || span[i - 1] == Ascii.comma
      {
        return at + 1
      }
      // "(Version 1.0) applies": the bracket closes what was opened before the number.
      let isBare = marker.close == .none && !marker.opened && marker.keyword == .none && !marker.isDotted
      if isBare && (child == nil || lead == .midSentence) || lead == .midSentence && marker.close == .bracket && !marker.opened {
        return at + 1
      }
      // "Article 1 ("Definitions"); Article 16 (Notices)", "Sections 11.1 (Amendment); 11.3 (Notices)" in a list of what survives.
      if marker.keyword != .none || marker.isDotted, next == Ascii.open, marker.textStart + 2 < end,
        span[marker.textStart + 1] == Ascii.quote || span[marker.textStart + 1].isUpper && span[marker.textStart + 2].isLetter
      {
        return at + 1
      }
      let (heading, body) =
        child.map { (HeadingParser.title(span, marker.textStart..<$0), $0) }
        ?? columnHeading(span, marker.textStart, end, text) ?? HeadingParser.heading(reading, marker.textStart, end, from: at)
      list.append(
        ProvisionCandidate(
          marker: marker, start: at, paragraph: index, end: end, lead: lead, indent: indent, heading: heading, body: body,
          opensChildren: child != nil))
      return marker.keyword != .none ? marker.numeral.upperBound + 1 : at + 1
    }
  }

  /// Whether the item before this one was found in the same paragraph: `(a) …; or (b) …`.
  private func succeeds(_ marker: ProvisionMarker, in paragraph: Int) -> Bool {
    for candidate in list.reversed() {
      guard candidate.paragraph == paragraph else { return false }
      if marker.follows(candidate.marker) { return true }
    }
    return false
  }

  /// Collects the items that go on in the paragraph whose heading the first stands behind: `2. Covenants. (a) Each party …. (b) The Seller …`.
  mutating func collectSiblings(_ span: Span<UInt8>, of first: ProvisionCandidate) {
    guard first.marker.opened, first.marker.close == .bracket else { return }
    var last = first.marker
    var at = first.marker.textStart
    while true {
      at = span.firstOffset(of: Ascii.open, in: at..<first.end)
      guard at < first.end else { return }
      defer { at += 1 }
      guard span[at - 1] == Ascii.space, let marker = ProvisionMarker.parse(span, at, first.end), marker.follows(last),
        marker.textStart < first.end, let lead = Self.lead(span, behind: Self.withoutJoint(span, span.skipSpaces(endingAt: at)))
      else { continue }
      last = marker
      let (heading, body) = HeadingParser.heading(reading, marker.textStart, first.end, from: at)
      list.append(
        ProvisionCandidate(
          marker: marker, start: at, paragraph: first.paragraph, end: first.end, lead: lead, indent: first.indent, heading: heading,
          body: body))
    }
  }

  /// Collects clauses that begin behind a sentence of another's paragraph, where a title in capitals tells them: `… takes the cars. 3. PRICE
  /// AND PAYMENT` at its end, `… for faults. 5. TERM The term is one year.`
  mutating func collectTitled(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>, indent: Int) {
    let last = range.upperBound - 6
    var stop = range.lowerBound + 10
    while stop < last {
      stop = span.firstOffset(of: Ascii.period, in: stop..<last)
      guard stop < last else { return }
      let at = stop + 2
      stop += 1
      guard span[at].isDigit, span[at - 1] == Ascii.space, !Abbreviation.closesAny(span, at - 2),
        let marker = ProvisionMarker.parse(span, at, range.upperBound), marker.parts.count == 1, marker.close != .bracket,
        marker.textStart < range.upperBound, span[marker.textStart].isUpper, marker.parts[0].value < 100,
        let (title, body) = titleInCapitals(span, marker, range.upperBound)
      else { continue }
      list.append(
        ProvisionCandidate(
          marker: marker, start: at, paragraph: index, end: range.upperBound, lead: .sentence, indent: indent, heading: title,
          body: body))
    }
  }

  /// The title in capitals behind a number, up to the end of the paragraph or to where a sentence begins, and where that is.
  private func titleInCapitals(_ span: Span<UInt8>, _ marker: ProvisionMarker, _ end: Int) -> (Range<Int>, Int)? {
    let rest = marker.textStart..<end
    let whole = HeadingParser.title(span, rest)
    let letters = whole.count { span[$0].isUpper }
    if whole.count <= 80, letters >= 4, marker.close == .period || letters >= 8, TitleWords.isCapitals(span, whole) {
      return (whole, end)
    }
    guard let (title, body) = HeadingParser.capitals(span, rest), HeadingParser.opensSentence(span, at: body), span[body].isUpper
    else { return nil }
    return (title, body)
  }

  /// How a number stands behind words that end at a place: behind a sentence or a clause; nil in the middle of one.
  private static func lead(_ span: Span<UInt8>, behind end: Int) -> ProvisionCandidate.Lead? {
    guard end > 0 else { return nil }
    let last = span[end - 1]
    if last == Ascii.colon || last == Ascii.semicolon { return .clause }
    let isClosed = [Ascii.period, 0x21, 0x3F].contains(last)
    return isClosed || (last == Ascii.quote || last == Ascii.close) && end >= 2 && span[end - 2] == Ascii.period ? .sentence : nil
  }

  /// The end of words without the "and" or "or" that they end with.
  private static func withoutJoint(_ span: Span<UInt8>, _ end: Int) -> Int {
    for joint: StaticString in ["and", "or"] where span.matchesWord(joint, endingAt: end) {
      return span.skipSpaces(endingAt: end - joint.utf8CodeUnitCount)
    }
    return end
  }

  /// Words before a number named in a sentence.
  private static let leads = WordSet(
    "section", "sections", "article", "articles", "clause", "clauses", "paragraph", "paragraphs", "and", "or", "to", "through",
    "in", "of", "under", "with", "by", "subsection", "schedule", "exhibit", "annex", "appendix", "no", "rule", "at", "this", "said",
    "the", "see", "from")
}
