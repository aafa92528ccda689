/// Parties behind their roles, as forms print them: `Borrower: Oak Ltd, an Ohio company`, `Bank: Elm Trust Company`.
extension PartyFinder {
  static func labelled(_ text: SourceText, _ reading: ReadingText, _ paragraphs: [Paragraph], _ end: Int) -> PartyReading {
    let span = reading.bytes.span
    var out = PartyReading()
    let all = lines(text, reading, paragraphs, end)
    for (index, range) in all.enumerated() {
      let limit = min(range.upperBound, range.lowerBound + 40)
      let colon = span.firstOffset(of: Ascii.colon, in: range.lowerBound..<limit)
      guard colon < limit else { continue }
      // `Party A (the "Shipper"): Oak Ltd` is Party A.
      let open = span.firstOffset(of: Ascii.open, in: range.lowerBound..<colon)
      let role = label(span, range.lowerBound..<trimmed(span, range.lowerBound, open))
      // A label alone stands above its name.
      let isAlone = span.skipSpaces(colon + 1) >= range.upperBound && index + 1 < all.count
      let value = isAlone ? all[index + 1] : min(colon + 1, range.upperBound)..<range.upperBound
      guard !role.isEmpty, isRoleWord(span, role), let start = nameStart(span, value.lowerBound, value.upperBound),
        let stop = nameEnd(span, start, value.upperBound).map({ trimmed(span, start, $0) }), isName(span, start..<stop)
      else { continue }
      let name = String(decoding: (start..<stop).map { span[$0] }, as: UTF8.self)
      // Named again where it signs.
      if out.parties.contains(where: { $0.name == name }) { continue }
      // `Party A: Oak Ltd ("Provider")` is the Provider.
      let called = shortName(span, stop, value.upperBound) ?? role
      out.names.append(start..<stop)
      out.roles.append(called)
      out.parties.append(party(reading, start..<stop, role: called))
    }
    return out.parties.count >= 2 ? out : PartyReading()
  }

  /// The role that a label says: of `BETWEEN the Owner`, `and the Contractor` and `"Owner"` the last word.
  private static func label(_ span: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    for lead: StaticString in ["between ", "and "] where span.matches(lead, at: low) { low += lead.utf8CodeUnitCount }
    if span.matches("the ", at: low) { low += 4 }
    if low < high, span[low] == Ascii.quote { low += 1 }
    if low < high, span[high - 1] == Ascii.quote { high -= 1 }
    return low < high ? low..<high : range
  }

  /// The quoted short name in a bracket right behind a name: `("Provider")`, `(the "Provider")`.
  private static func shortName(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Range<Int>? {
    guard isCalled(span, end, limit) else { return nil }
    let open = span.firstOffset(of: Ascii.quote, in: end..<min(limit, end + 12))
    guard open < min(limit, end + 12) else { return nil }
    let close = span.firstOffset(of: Ascii.quote, in: (open + 1)..<min(limit, open + 50))
    return close < min(limit, open + 50) && close > open + 2 ? (open + 1)..<close : nil
  }

  /// The paragraphs before a place, each cut where a line of the file begins with a label: `Seller: Oak Ltd`, `Buyer: Elm Ltd`.
  private static func lines(_ text: SourceText, _ reading: ReadingText, _ paragraphs: [Paragraph], _ end: Int) -> [Range<Int>] {
    let span = reading.bytes.span
    var out: [Range<Int>] = []
    for paragraph in paragraphs where paragraph.range.lowerBound < end && !paragraph.range.isEmpty {
      let range = paragraph.range
      let first = text.lines.index(at: reading.source(range.lowerBound))
      let last = text.lines.index(at: reading.source(range.upperBound - 1))
      var starts = [range.lowerBound]
      if first < last, last - first < 40 {
        for line in text.lines[(first + 1)...last] where !line.isEmpty {
          let start = span.skipSpaces(reading.reading(line.lowerBound))
          guard range.contains(start), start > starts[starts.count - 1] else { continue }
          // Another label ends what stands before it: `Landlord's address: …`.
          let colon = span.firstOffset(of: Ascii.colon, in: start..<min(range.upperBound, start + 40))
          let isLabel = (start..<colon).allSatisfy { span[$0].isWord || span[$0] == Ascii.space || span[$0] == Ascii.apostrophe }
          if colon < min(range.upperBound, start + 40), span[start].isUpper, isLabel { starts.append(start) }
        }
      }
      for (index, start) in starts.enumerated() {
        out.append(start..<(index + 1 < starts.count ? starts[index + 1] : range.upperBound))
      }
    }
    return out
  }

  /// Parties of an annex that lists them, as the standard clauses of the European Union have it: `A. LIST OF PARTIES`, `Data exporter(s):`,
  /// `Name: Oak GmbH`. A role that is filled in with another's name only (`Name: Customer`) names nobody.
  static func inListOfParties(_ reading: ReadingText, _ paragraphs: [Paragraph]) -> PartyReading {
    let span = reading.bytes.span
    var out = PartyReading()
    guard
      let list = paragraphs.firstIndex(where: {
        $0.range.count <= 60 && span.firstIndex(of: "list of parties", in: $0.range) != nil
      })
    else { return out }
    var role: Range<Int>?
    for paragraph in paragraphs[list...].dropFirst().prefix(60) {
      let range = paragraph.range
      for words: StaticString in ["data exporter", "data importer", "controller", "processor"] where range.count < 200 {
        let at = span.firstIndex(of: words, in: range.lowerBound..<min(range.upperBound, range.lowerBound + 30))
        if let at { role = at..<(at + words.utf8CodeUnitCount) }
      }
      guard let label = span.firstIndex(of: "name:", in: range.lowerBound..<min(range.upperBound, range.lowerBound + 12)) else {
        continue
      }
      var start = label + 5
      while start < range.upperBound, span[start].isSpace || span[start] == 0x2A || span[start] == Ascii.underscore { start += 1 }
      guard start < range.upperBound else { continue }
      let stop = nameEnd(span, start, min(span.count, range.upperBound + 1)) ?? range.upperBound
      let name = start..<min(stop, range.upperBound)
      guard isName(span, name), !out.names.contains(name) else { continue }
      out.names.append(name)
      out.parties.append(party(reading, name, role: role))
    }
    return out
  }
}
