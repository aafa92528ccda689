/// Parties that stand one below another in paragraphs of their own, each with its short name in brackets behind it.
///
/// `Between`, `Oak GmbH (hereinafter referred to as "Employer")`, its address, `and`, `[Employee Name] (hereinafter "Employee")`; or the
/// bracket stands below: `Ash Health (Pty) Ltd`, its number and address, `(the Data Recipient)`. What a template leaves blank is a party
/// that is not filled in.
extension PartyFinder {
  /// The parties below a heading of their own, `PARTIES`, whether "and" stands between them or not, as Australian and New Zealand papers
  /// have it: `1. Oak Pty Ltd ABN 12 345 678 901 of 8 Wray Avenue, Perth (Supplier)`.
  static func headed(
    _ text: SourceText, _ reading: ReadingText, _ paragraphs: [Paragraph], _ found: [DefinitionFinder.Found]
  ) -> PartyReading {
    let span = reading.bytes.span
    guard
      let heading = paragraphs.prefix(60).firstIndex(where: { isHeadingOfParties(span, $0.range) })
    else { return PartyReading() }
    let below = paragraphs[(heading + 1)...].prefix(60).flatMap { numberedLines(text, reading, $0) }
    return stacked(reading, below, found, span.count, isHeaded: true)
  }

  /// A paragraph, cut where lines of the file go on with its number: `1. Oak Ltd (Hirer)`, `2. Elm Ltd (Owner)` right below.
  private static func numberedLines(_ text: SourceText, _ reading: ReadingText, _ paragraph: Paragraph) -> [Paragraph] {
    let span = reading.bytes.span
    let range = paragraph.range
    func value(_ at: Int) -> Int? {
      ProvisionMarker.parse(span, at, range.upperBound).flatMap { $0.parts[0].kind.isArabic ? $0.parts[0].value : nil }
    }
    guard !range.isEmpty, var number = value(range.lowerBound) else { return [paragraph] }
    var starts = [range.lowerBound]
    let first = text.lines.index(at: reading.source(range.lowerBound))
    let last = text.lines.index(at: reading.source(range.upperBound - 1))
    for line in text.lines[first...last].dropFirst() where !line.isEmpty {
      let start = span.skipSpaces(reading.reading(line.lowerBound))
      guard range.contains(start), start > starts[starts.count - 1], value(start) == number + 1 else { continue }
      number += 1
      starts.append(start)
    }
    return starts.indices.map { index in
      var part = paragraph
      let end = index + 1 < starts.count ? span.skipSpaces(endingAt: starts[index + 1]) : range.upperBound
      part.range = starts[index]..<end
      return part
    }
  }

  private static func isHeadingOfParties(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 26
      && (["parties", "the parties", "parties to this agreement", "parties to this deed"] as [StaticString]).contains {
        span.matches($0, at: range.lowerBound)
          && span.skipSpaces(range.lowerBound + $0.utf8CodeUnitCount) >= range.upperBound - 1
      }
  }

  /// The first lines behind a list of parties.
  private static let behindParties = WordSet(
    "whereas", "recitals", "recital", "background", "terms", "agreed", "agreement", "operative", "introduction", "preamble", "now",
    "it", "in", "date", "details", "term", "purpose", "witnesseth", "definitions", "covenants")

  /// Both parties, or more; none where fewer than two are found.
  static func stacked(
    _ reading: ReadingText, _ paragraphs: [Paragraph], _ found: [DefinitionFinder.Found], _ end: Int, isHeaded: Bool = false
  ) -> PartyReading {
    let span = reading.bytes.span
    var out = PartyReading()
    // The first paragraph of the party that is being read, and how many paragraphs it has so far.
    var first: Range<Int>?
    var count = 0
    for paragraph in paragraphs.prefix(60) where paragraph.range.lowerBound < end {
      let range = paragraph.range
      if range.isEmpty { continue }
      if isJoint(span, range) || span.matches("between", at: range.lowerBound) && range.count < 20 {
        first = nil
        count = 0
        continue
      }
      if span.matchesWord("whereas", at: range.lowerBound) || span.matchesWord("recitals", at: range.lowerBound) { break }
      if !isHeaded, isHeadingOfParties(span, range) { return PartyReading() }
      if isHeaded, range.count < 60, behindParties.begins(span, at: range.lowerBound), closingRole(span, range, words: 3) == nil {
        break
      }
      if first == nil {
        // A title is nobody's name.
        if out.parties.isEmpty, TitleWords.isTitle(span, range, words: 12), namesPaper(span, range) { continue }
        first = range
        count = 0
      }
      count += 1
      guard let opening = first, count <= 8 else { break }
      guard let bracket = closingRole(span, range, words: isHeaded ? 3 : 1) else {
        if range.count > 500 { break }
        continue
      }
      guard let name = stackedName(span, opening, before: opening == range ? bracket.open : opening.upperBound),
        !out.names.contains(name)
      else { break }
      out.names.append(name)
      let defined = found.filter { bracket.words.overlaps($0.words) }.map(\.words)
      out.roles += defined
      if defined.isEmpty { out.bareRoles.append(bracket.words) }
      out.parties.append(party(reading, name, role: bracket.words))
      out.parties[out.parties.count - 1].description = description(
        span, name.upperBound..<max(name.upperBound, bracket.open), without: nil)
      first = nil
    }
    return out.parties.count >= 2 ? out : PartyReading()
  }

  /// Whether a paragraph only joins parties: `and`, `between`, `ENTERED INTO BY AND BETWEEN`, "… is entered into by internal units of Oak:".
  static func isJoint(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var high = range.upperBound
    while high > range.lowerBound, [Ascii.colon, Ascii.space, Ascii.hyphen].contains(span[high - 1]) { high -= 1 }
    for word: StaticString in ["and", "between", "among", "amongst", "between the", "by and between"] {
      if word.utf8CodeUnitCount == high - range.lowerBound, span.matches(word, at: range.lowerBound) { return true }
      if word.utf8CodeUnitCount > 3, span.matchesWord(word, endingAt: high) { return true }
    }
    return span[range.upperBound - 1] == Ascii.colon
      && (span.firstIndex(of: "entered into", in: range) != nil || span.firstIndex(of: "is made", in: range) != nil)
  }

  private static func namesPaper(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      while at < range.upperBound, span[at].isWord { at += 1 }
      if at > start, ReferenceOwner.isDocumentWord(span, start..<at) { return true }
      at = max(at, start + 1)
    }
    return false
  }

  private static let leads: [StaticString] = [
    "hereinafter", "hereafter", "herein", "referred", "to", "as", "called", "the", "jointly", "collectively", "in", "following",
    "each", "a",
  ]

  /// The bracket at the end of a paragraph that gives a short name, and the name: `(hereinafter “the Data Provider”)`, `(the Client).`
  /// Without marks and without an article it has at most so many words.
  private static func closingRole(_ span: Span<UInt8>, _ range: Range<Int>, words limit: Int) -> (open: Int, words: Range<Int>)? {
    var high = range.upperBound
    while high > range.lowerBound, [Ascii.space, Ascii.period, Ascii.comma, Ascii.semicolon].contains(span[high - 1]) { high -= 1 }
    for word: StaticString in ["and"] where span.matchesWord(word, endingAt: high) {
      high -= word.utf8CodeUnitCount
      while high > range.lowerBound, [Ascii.space, Ascii.comma, Ascii.semicolon].contains(span[high - 1]) { high -= 1 }
    }
    // `- hereinafter "Landlord" -`
    while high > range.lowerBound, span[high - 1] == Ascii.hyphen || span[high - 1] == Ascii.space { high -= 1 }
    guard high > range.lowerBound else { return nil }
    var open: Int
    if span[high - 1] == Ascii.close {
      open = high - 2
      while open >= range.lowerBound, span[open] != Ascii.open, span[open] != Ascii.close { open -= 1 }
      guard open >= range.lowerBound, span[open] == Ascii.open else { return nil }
    } else {
      guard span[high - 1] == Ascii.quote,
        let named = span.firstIndex(of: "hereinafter", in: max(range.lowerBound, high - 90)..<high)
      else {
        return nil
      }
      open = max(range.lowerBound, named - 1)
      if open < named, span[open] == Ascii.space, open > range.lowerBound, span[open - 1] == Ascii.comma { open -= 1 }
      high += 1
    }
    guard high - open < 100 else { return nil }
    var at = span.skipSpaces(span[open].isLetter ? open : open + 1)
    var isNamed = false
    while let word = leads.first(where: { span.matchesWord($0, at: at) }) {
      at = span.skipSpaces(at + word.utf8CodeUnitCount)
      isNamed = true
    }
    let marks = [Ascii.quote, Ascii.apostrophe, Ascii.space, Ascii.comma]
    while at < high, marks.contains(span[at]) || isLowQuote(span, at) {
      isNamed = true
      at += isLowQuote(span, at) ? 3 : 1
    }
    if span.matches("the ", at: at) { at += 4 }
    var end = at
    while end < high - 1, span[end].isWord || span[end] == Ascii.space || span[end] == Ascii.hyphen { end += 1 }
    end = span.skipSpaces(endingAt: end)
    // Nothing but a mark may follow, or another name for the same: `or "EU"`.
    guard end > at, isNamed || isBare(span, at..<end, words: limit), end - at <= 40, span[at].isUpper,
      !(at..<end).contains(where: { span[$0].isDigit })
    else { return nil }
    return (open, at..<end)
  }

  /// `(Investors)`, and below a heading of parties `(Ngai Tahu)`: capitalised words alone.
  private static func isBare(_ span: Span<UInt8>, _ words: Range<Int>, words limit: Int) -> Bool {
    guard words.count > 4, words.dropFirst().contains(where: { span[$0].isLower }) else { return false }
    let blanks = words.filter { span[$0] == Ascii.space }
    return blanks.count < limit && blanks.allSatisfy { !span[$0 + 1].isLower }
  }

  /// A German opening mark: „.
  private static func isLowQuote(_ span: Span<UInt8>, _ at: Int) -> Bool {
    at + 2 < span.count && span[at] == 0xE2 && span[at + 1] == 0x80 && span[at + 2] == 0x9E
  }

  /// The name that begins a paragraph, without its number and its description; a blank in square brackets is one.
  private static func stackedName(_ span: Span<UInt8>, _ paragraph: Range<Int>, before end: Int) -> Range<Int>? {
    var low = span.skipSpaces(paragraph.lowerBound)
    if let marker = ProvisionMarker.parse(span, low, end), marker.close != .none, marker.textStart < end { low = marker.textStart }
    low = behindBareNumber(span, low, span.count) ?? low
    // A capital article belongs to the name, "The Trustees of Elm School", but to no role.
    if span.matches("the ", at: low), !span[low].isUpper || isRoleWord(span, (low + 4)..<end) { low += 4 }
    guard low < end else { return nil }
    if span[low] == Ascii.openBracket {
      let close = span.firstOffset(of: Ascii.closeBracket, in: low..<end)
      return close < end && close - low > 2 ? low..<(close + 1) : nil
    }
    let stop = nameEnd(span, low, min(end + 1, span.count)) ?? end
    var high = max(low, span.skipSpaces(endingAt: min(stop, end)))
    // The number of a house ends the name.
    if let number = (low..<high).dropFirst().first(where: { span[$0 - 1] == Ascii.space && span[$0].isDigit }) {
      high = span.skipSpaces(endingAt: number)
    }
    let name = low..<high
    for field: StaticString in ["address", "attention", "date", "tel", "fax", "registration", "represented"]
    where span.matchesWord(field, at: low) { return nil }
    return name.count >= 3 && name.count <= 120 && (span[low].isUpper || span[low].isDigit || span[low] >= 0x80)
      && isName(span, name) ? name : nil
  }
}
