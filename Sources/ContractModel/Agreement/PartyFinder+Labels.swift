/// Parties behind their roles, as forms print them: `Borrower: Oak Ltd, an Ohio company`, `Bank: Elm Trust Company`.
extension PartyFinder {
  static func labelled(_ reading: ReadingText, _ paragraphs: [Paragraph], _ end: Int) -> PartyReading {
    let span = reading.bytes.span
    var out = PartyReading()
    for paragraph in paragraphs where paragraph.range.lowerBound < end {
      let range = paragraph.range
      let limit = min(range.upperBound, range.lowerBound + 24)
      let colon = span.firstOffset(of: Ascii.colon, in: range.lowerBound..<limit)
      guard colon < limit, isRoleWord(span, range.lowerBound..<colon),
        let start = nameStart(span, colon + 1, range.upperBound), let stop = nameEnd(span, start, range.upperBound),
        isName(span, start..<stop)
      else { continue }
      let role = range.lowerBound..<colon
      out.names.append(start..<stop)
      out.roles.append(role)
      out.parties.append(party(reading, start..<stop, role: role))
    }
    return out.parties.count >= 2 ? out : PartyReading()
  }
}
