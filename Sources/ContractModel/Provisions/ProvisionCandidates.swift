/// A place where a provision may begin, with the evidence found there.
struct ProvisionCandidate {
  typealias Lead = Provision.Lead
  var marker: ProvisionMarker
  /// Offset in the reading text.
  var start: Int
  var paragraph: Int
  var end: Int
  var lead: Lead
  var indent: Int
  var heading: Range<Int>?
  var body: Int
  /// Whether its first child stands on its own line: `16. Termination   16.1 Early End.`
  var opensChildren = false
  /// Whether its number only leads that of an item: the 2 of `2.A.`, the 4.1 of `4.1(b)`.
  var leadsItem = false
  /// Whether a caption stands right above it: numbers may begin anew there, or anywhere.
  var isBelowCaption = false
  /// Whether the words right before it announce items, `the Seller:`, or are a sentence that goes on.
  var isLedIn = false

  var isStrong: Bool { lead == .paragraph || lead == .afterNumber }
}

/// Collects the candidates of a whole document from its reading text.
struct ProvisionCandidates {
  let reading: ReadingText
  let paragraphs: [Paragraph]
  var list: [ProvisionCandidate] = []
  /// Whether the file says that the paragraph at hand is a heading: `## 1. Who your contract is with`.
  private(set) var isGivenHeading = false
  /// The lone figures that paragraphs began with so far: `1.`, `2.`
  private var printedFigures: Set<Int> = []
  /// The paragraphs that the file says are headings, with their levels from 1; 0 where it gives none.
  private(set) var givenHeadings: [Int: Int] = [:]
  /// Whether lines are broken behind titles alone, once it is known.
  var titleLines: Bool?

  /// What was collected: the candidates in order of place, and the paragraphs that the file says are headings.
  var collected: (list: [ProvisionCandidate], givenHeadings: [Int: Int]) { (list, givenHeadings) }

  init(_ reading: ReadingText, _ paragraphs: [Paragraph], _ blocks: [Block], _ text: SourceText) {
    self.reading = reading
    self.paragraphs = paragraphs
    list.reserveCapacity(paragraphs.count)
    let span = reading.bytes.span
    let given = text.styles.filter { $0.kind == .heading }
    var nextGiven = 0
    var line = 0
    for index in paragraphs.indices {
      let paragraph = paragraphs[index]
      isGivenHeading = false
      if nextGiven < given.count, !paragraph.range.isEmpty {
        let source = reading.source(paragraph.range)
        while nextGiven < given.count, given[nextGiven].range.upperBound <= source.lowerBound { nextGiven += 1 }
        isGivenHeading =
          nextGiven < given.count && given[nextGiven].range.lowerBound <= source.lowerBound + 4
          && given[nextGiven].range.upperBound + 2 >= source.upperBound
        if isGivenHeading { givenHeadings[index] = given[nextGiven].level }
      }
      let block = blocks[paragraph.block]
      let flattened = block.range.count > 300 && Self.hasLongLines(block.range, text.lines, from: &line)
      collectStart(
        span, index, paragraph.range, indent: block.indent, printed: block.kind == .printed,
        standsApart: paragraph.range.count > 1 && span[paragraph.range.lowerBound + 1] > Ascii.space
          ? false
          : block.range.count == 1
            || paragraph.range.count > 3 && reading.source(paragraph.range.lowerBound + 2) - block.range.lowerBound >= 3,
        flattened: flattened, text)
      if flattened || endsInArticle(span, paragraph.range) {
        collectRunning(span, index, paragraph.range, indent: block.indent, text)
      } else {
        collectTitled(span, index, paragraph.range, indent: block.indent)
      }
    }
    list.sort { $0.start < $1.start }
    // A child on its parent's line is found twice where the page is one line.
    var kept = 0
    for i in list.indices where i == 0 || list[i].start != list[kept - 1].start {
      if kept != i { list[kept] = list[i] }
      kept += 1
    }
    list.removeSubrange(kept...)
  }

  /// Whether a paragraph closes with the number of an article whose title is on the next line, `… agree as follows: ARTICLE I`, or with both:
  /// `… from the well. ARTICLE II DRILLING A WELL`.
  private func endsInArticle(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 40, span[range.upperBound - 1].isUpper || span[range.upperBound - 1].isDigit else { return false }
    // Back over words without a small letter.
    var start = range.upperBound - 1
    while start > range.lowerBound, range.upperBound - start < 120, !span[start - 1].isLower, span[start - 1] != Ascii.period,
      span[start - 1] != Ascii.colon
    { start -= 1 }
    let word = span.skipSpaces(start)
    guard start > range.lowerBound, word > start, span[start - 1] == Ascii.period || span[start - 1] == Ascii.colon,
      span.matches("article ", at: word), span[word + 1] == 0x52
    else { return false }
    return ProvisionMarker.parse(span, word, range.upperBound).map { $0.keyword == .article } ?? false
  }

  /// Whether the lines of a range have more than 220 bytes each; `line` is one at or before the range, and is moved to it.
  private static func hasLongLines(_ range: Range<Int>, _ lines: LineTable, from line: inout Int) -> Bool {
    while line + 1 < lines.count, lines[line + 1].lowerBound <= range.lowerBound { line += 1 }
    var last = line
    while last + 1 < lines.count, lines[last + 1].lowerBound < range.upperBound { last += 1 }
    return range.count / (last - line + 1) > 220
  }

  private mutating func collectStart(
    _ span: Span<UInt8>, _ index: Int, _ range: Range<Int>, indent: Int, printed: Bool, standsApart: Bool,
    flattened: Bool, _ text: SourceText
  ) {
    var at = behindBullet(span, range)
    var lead = ProvisionCandidate.Lead.paragraph
    var depth = 0
    // Numbers glued to those before them (`2.B.`, `4.1(a)`) stand no further in.
    var steps = 0
    let bare = standsApart
    // `1.A Placing`, with 1.B to come.
    let isLettered = isLetteredNumber(span, index)
    while depth < 4,
      let marker = ProvisionMarker.parse(
        span, at, range.upperBound, bareLetter: bare && depth == 0 || isLettered && depth == 1, isGlued: depth > 0)
    {
      if printed, marker.keyword == .none, !marker.isDotted, !marker.opened, marker.close == .none { return }
      guard plausible(span, marker, range), text.hasParagraphs || !isPageNumber(span, index, marker) else { return }
      if depth == 0, marker.close == .period, marker.parts[0].kind.isArabic, !marker.isDotted, !marker.opened {
        printedFigures.insert(marker.parts[0].value)
      }
      let child = firstChild(span, marker, range.upperBound)
      let letter =
        child == nil
        && (marker.leadsLetter(span, range.upperBound) || depth > 0 && marker.leadsNumeral(span, range.upperBound)
          || isLettered && depth == 0)
      let (heading, body) =
        letter
        ? (nil, marker.textStart)
        : child.map { (HeadingParser.title(span, marker.textStart..<$0), $0) }
          ?? givenHeading(span, index, marker.textStart..<range.upperBound)
          ?? (flattened ? columnHeading(span, marker.textStart, range.upperBound, text) : nil)
          ?? runInHeading(span, index, marker, range.upperBound, from: at, text)
      list.append(
        ProvisionCandidate(
          marker: marker, start: at, paragraph: index, end: range.upperBound, lead: lead,
          indent: indent + (lead == .afterNumber ? 4 * steps : 0),
          heading: heading, body: body, opensChildren: child != nil,
          leadsItem: letter
            || marker.textStart < range.upperBound && span[marker.textStart] == Ascii.open
              && (marker.gap == 0 || leadsBracketed(span, marker))
        ))
      if lead == .afterHeading, !flattened { collectSiblings(span, of: list[list.count - 1]) }
      depth += 1
      if !list[list.count - 1].leadsItem { steps += 1 }
      let next = marker.textStart
      guard next < range.upperBound else { return }
      if let child {
        at = child
        lead = .afterNumber
      } else if letter || span[next] == Ascii.open || marker.keyword == .article && span[next].isDigit {
        at = next
        lead = .afterNumber
      } else if heading != nil, body < range.upperBound,
        span[body] == Ascii.open || span[body].isDigit
          || (span[body].isLetter && body + 1 < range.upperBound && span[body + 1] == Ascii.period)
      {
        at = body
        lead = .afterHeading
      } else {
        return
      }
    }
  }

  /// Where the number of an item begins that a bullet stands before: `* (i) loading the Software`.
  private func behindBullet(_ span: Span<UInt8>, _ range: Range<Int>) -> Int {
    let low = range.lowerBound
    guard range.count > 8, span[low] == 0x2A || span[low] == Ascii.hyphen || Bullet.length(span, low) != nil else { return low }
    let at = span.skipSpaces(low + (Bullet.length(span, low) ?? 1))
    return at > low + 1 && at < range.upperBound && span[at] == Ascii.open ? at : low
  }

  /// Whether a number is a page's: it was printed before, stands alone with its stop, and the next one stands right below with words: `1.`,
  /// `2. Change.`
  private func isPageNumber(_ span: Span<UInt8>, _ index: Int, _ marker: ProvisionMarker) -> Bool {
    guard marker.keyword == .none, !marker.isDotted, !marker.opened, marker.close == .period, marker.parts[0].kind.isArabic,
      marker.textStart >= paragraphs[index].range.upperBound,
      printedFigures.contains(marker.parts[0].value),
      let below = paragraphs.dropFirst(index + 1).first(where: { !$0.range.isEmpty })?.range,
      let next = ProvisionMarker.parse(span, below.lowerBound, below.upperBound), next.textStart < below.upperBound
    else { return false }
    return next.keyword == .none && !next.isDotted && !next.opened && next.close == .period && next.parts[0].kind.isArabic
      && next.parts[0].value == marker.parts[0].value + 1
  }

  /// Whether a paragraph begins with a number and a letter that nothing closes, `1.A Placing`, `1.a Shop`, and another near has the letter
  /// behind or before it.
  private func isLetteredNumber(_ span: Span<UInt8>, _ index: Int) -> Bool {
    guard let letter = Self.letter(span, paragraphs[index].range) else { return false }
    let near = max(0, index - 30)..<min(paragraphs.count, index + 30)
    return near.contains { other in
      guard let next = Self.letter(span, paragraphs[other].range), next.number == letter.number else { return false }
      return next.letter == letter.letter + 1 || next.letter + 1 == letter.letter
    }
  }

  /// The number and letter of `1.A Placing`, `1.a Shop`.
  private static func letter(_ span: Span<UInt8>, _ range: Range<Int>) -> (number: Int, letter: UInt8)? {
    var i = range.lowerBound
    guard range.count > 5, span[i].isDigit else { return nil }
    var number = 0
    while i < range.upperBound, i - range.lowerBound < 3, span[i].isDigit {
      number = number * 10 + Int(span[i] - 0x30)
      i += 1
    }
    guard i + 3 < range.upperBound, span[i] == Ascii.period, span[i + 1].isLetter, span[i + 2] == Ascii.space, span[i + 3].isUpper
    else { return nil }
    return (number, span[i + 1])
  }

  /// Where the first section of an article begins on the article's own line: `16. Termination   16.1 Early End. Either …`.
  func firstChild(_ span: Span<UInt8>, _ marker: ProvisionMarker, _ limit: Int) -> Int? {
    guard marker.parts.count == 1, !marker.opened, marker.close != .bracket, marker.keyword != .paragraph else { return nil }
    let value = marker.parts[0].value
    var i = marker.textStart
    let end = min(limit, marker.textStart + 100)
    while i < end {
      if span[i].isDigit || span[i].isUpper && span.matches("section ", at: i), i > marker.textStart, span[i - 1] == Ascii.space,
        let child = ProvisionMarker.parse(span, i, limit), child.parts.count == 2, child.parts[0].value == value,
        child.parts[1].value <= 1, child.keyword == .none || child.keyword == .section
      {
        let title = HeadingParser.title(span, marker.textStart..<i)
        return !title.isEmpty && TitleWords.isTitle(span, title, words: 14) ? i : nil
      }
      // A title has no sentence in it.
      if span[i] == Ascii.period, i + 2 < end, span[i + 1] == Ascii.space, span[i + 2].isLetter { return nil }
      i += 1
    }
    return nil
  }

  private static let behindReference = WordSet(
    "hereof", "of", "above", "below", "and", "or", "shall", "is", "to", "hereto", "herein", "through", "are", "will", "has", "does",
    "may", "applies", "in", "as", "were", "was", "by", "for", "provides", "contains", "sets", "with")

  /// Whether what follows the number reads as a provision and not as the middle of a sentence or an amount.
  func plausible(_ span: Span<UInt8>, _ marker: ProvisionMarker, _ range: Range<Int>) -> Bool {
    let at = marker.textStart
    guard at < range.upperBound else { return marker.close != .none || marker.isDotted || marker.keyword != .none }
    let next = span[at]
    // "AS WITNESSES:", "1. ________": a line to sign on.
    if next == Ascii.underscore, marker.keyword == .none, range.upperBound - at >= 4,
      (at..<range.upperBound).allSatisfy({ span[$0] == Ascii.underscore || span[$0] == Ascii.space })
    {
      return false
    }
    if marker.keyword == .section || marker.keyword == .clause || marker.keyword == .paragraph || marker.keyword == .article
      || marker.keyword == .part
    {
      // "Section 4.1 hereof", "Section 4.1, the", "Article 6.1 of the": a reference that begins a paragraph.
      if next.isLower, Self.behindReference.begins(span, at: at) || marker.close == .none && marker.gap == 1 { return false }
      // "Section 2.14) such": a bracket closes that was opened before.
      if marker.close == .bracket, !marker.opened { return false }
      if next == Ascii.comma || next == Ascii.semicolon || next == Ascii.close { return false }
      if next.isLower, marker.keyword == .article { return false }
      // "Section 6.1(a) of" and "Section 4(d), which".
      if next == Ascii.open, let close = closing(span, at, range.upperBound), close + 2 < range.upperBound {
        var after = close + 1
        while after < range.upperBound, span[after] == Ascii.open, let more = closing(span, after, range.upperBound) {
          after = more + 1
        }
        after = span.skipSpaces(after)
        // Nothing but a full stop behind the brackets: a sentence's last words, "as said in / Section 3.1(a)."
        if marker.gap == 0, after + 1 >= range.upperBound { return false }
        if after < range.upperBound, span[after].isLower || span[after] == Ascii.comma, marker.gap == 0 { return false }
      }
      return true
    }
    if marker.isDotted {
      // "1.2. 10.2.2. Seller guarantees": a number left from elsewhere stands behind its own.
      if marker.close == .period, next.isDigit, let other = ProvisionMarker.parse(span, at, range.upperBound), other.isDotted,
        other.close == .period, other.textStart < range.upperBound, span[other.textStart].isUpper
      {
        return true
      }
      // "2.3 401(k) Plan.", "1.1 30 Day Rule.", "2.01 2018 Term Loans"
      if next.isDigit, marker.gap > 0 { return leadsTitleOfFigures(span, at, range.upperBound) }
      if next == 0x25 || next.isDigit || next == Ascii.comma || next == Ascii.semicolon || next.isLower && startsWithUnit(span, at)
      {
        return false
      }
      // "2.1. to carry out …"; "3.1 to 3.4" is a range.
      if marker.close == .period, span.matches("to ", at: at), at + 3 < range.upperBound, !span[at + 3].isDigit { return true }
      // "… tows the barge: / 1.1 by day; and / 1.2 in calm seas.": an item of the list above.
      let above = span.skipSpaces(endingAt: marker.label.lowerBound > 0 ? marker.label.lowerBound - 1 : 0)
      let isItem =
        marker.label.lowerBound > 0 && span[marker.label.lowerBound - 1] == Ascii.lineFeed && above > 0
        && ([Ascii.colon, Ascii.semicolon].contains(span[above - 1]) || span.matches("; and", at: above - 5)
          || span.matches("; or", at: above - 4))
      return !next.isLower || marker.parts.count > 2 || isItem || !Self.behindNumber.begins(span, at: at)
    }
    if marker.close == .none, !marker.opened {
      // `1(1) Appointment`, `1 (1) The Company`: a number and the item below it.
      if next == Ascii.open, marker.gap == 0 || leadsBracketed(span, marker) { return true }
      // A bare number: only before capitals, set apart.
      if marker.isBareLetter { return next.isUpper || next == Ascii.quote }
      return marker.parts[0].kind.isArabic && next.isUpper && marker.parts[0].value < 100 && DateParser.month(span, at) == nil
    }
    if next == 0x25 || next == Ascii.comma { return false }
    return true
  }

  /// Whether a title begins with figures: `401(k) Plan`, `10b5-1 Plans`, `30 Day Rule`, `2018 Term Loans`; sums, days and rows of figures are
  /// none.
  private func leadsTitleOfFigures(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    var at = start
    while at < limit, span[at].isAlphanumeric || [Ascii.hyphen, Ascii.open, Ascii.close].contains(span[at]) { at += 1 }
    guard (2...8).contains(at - start), at + 3 < limit, span[at] == Ascii.space, span[at + 1].isUpper, span[at + 2].isLetter else {
      return false
    }
    return DateParser.month(span, at + 1) == nil
  }

  /// Whether a bracketed figure or letter and a sentence stand behind a bare number and a blank: `1 (1) The Company`, `2 (a) Tax`, and not
  /// `2 (2) years`.
  private func leadsBracketed(_ span: Span<UInt8>, _ marker: ProvisionMarker) -> Bool {
    let at = marker.textStart
    guard marker.close == .none, marker.keyword == .none, marker.parts[0].kind.isArabic, at + 5 < span.count,
      span[at] == Ascii.open, span[at + 1].isDigit || span[at + 1].isLower, span[at + 2] == Ascii.close, span[at + 3] == Ascii.space
    else { return false }
    guard span[at + 4].isUpper, span[at + 5] != Ascii.period else { return false }
    // "2 (a) Tax" stands below the "2 Price" or "2. Price" that its letter is of, and "2.1 (a) Loan" below "2.1 The Commitments".
    return span[at + 1].isDigit && !marker.isDotted || isPrintedAbove(span, marker)
  }

  /// Whether the number of a marker begins a line above, before a title: `2 Price`.
  private func isPrintedAbove(_ span: Span<UInt8>, _ marker: ProvisionMarker) -> Bool {
    let label = marker.label
    var at = label.lowerBound - 1
    while at > max(0, label.lowerBound - 8_000) {
      at -= 1
      guard at == 0 || span[at - 1] == Ascii.lineFeed, label.allSatisfy({ span[at + $0 - label.lowerBound] == span[$0] }) else {
        continue
      }
      var next = at + label.count
      if span[next] == Ascii.period { next += 1 }
      if span[next] == Ascii.space, span.byte(next + 1).isUpper { return true }
    }
    return false
  }

  /// Words that go on behind a number named in a sentence: "3.2 below", "4.1 of", "7.3 shall".
  private static let behindNumber = WordSet(
    "below", "above", "hereof", "herein", "of", "and", "or", "through", "to", "shall", "is", "are", "attached", "hereto", "in",
    "by", "with", "for", "may", "will", "has", "have", "as", "but", "if", "then", "on", "at")

  private func closing(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> Int? {
    var i = at
    while i < limit, i - at < 8 {
      if span[i] == Ascii.close { return i }
      i += 1
    }
    return nil
  }

  private func startsWithUnit(_ span: Span<UInt8>, _ at: Int) -> Bool {
    for unit: StaticString in [
      "million", "billion", "percent", "to 1", "times", "per ", "x ", "days", "years", "months", "acres", "shares", "%",
    ]
    where span.matches(unit, at: at) { return true }
    return false
  }
}
