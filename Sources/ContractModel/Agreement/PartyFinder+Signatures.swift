/// Parties that nothing but their signatures names.
extension PartyFinder {
  /// The companies that sign below, where nothing introduces them: `OAK TOOLS, INC.` over `By:`.
  static func signing(_ text: SourceText, _ reading: ReadingText) -> PartyReading {
    let span = text.bytes.span
    var out = PartyReading()
    var above: Range<Int>?
    for line in text.lines {
      let start = span.skipSpaces(line.lowerBound)
      var end = min(line.upperBound, span.count)
      while end > start, span[end - 1].isSpace { end -= 1 }
      guard start < end else { continue }
      let words = start..<end
      defer { above = words }
      guard span.matches("by:", at: start) || span.matches("by ___", at: start), var name = above, name.count < 90 else { continue }
      // `OWNER: OAK CORPORATION`
      var role: Range<Int>?
      let colon = span.firstOffset(of: Ascii.colon, in: name)
      if colon < name.upperBound {
        guard isRoleWord(span, name.lowerBound..<colon) else { continue }
        role = name.lowerBound..<colon
        name = min(span.skipSpaces(colon + 1), name.upperBound)..<name.upperBound
      }
      // Two in columns stand on one line, and an address has figures.
      guard !name.isEmpty, span.firstIndex(of: "   ", in: name) == nil, !name.contains(where: { span[$0].isDigit }),
        nameEnd(span, name.lowerBound, name.upperBound) ?? name.upperBound == name.upperBound
      else { continue }
      let read = reading.reading(name)
      guard isCompany(reading.bytes.span, read), isName(reading.bytes.span, read),
        // "OAK CORP. ELM, INC.": two stand on one line.
        !name.dropLast(12).contains(where: {
          $0 > name.lowerBound && span[$0 - 1] == Ascii.space && CorporateEnding.end(span, $0) != nil
        })
      else { continue }
      let printed = String(decoding: name.map { span[$0] }, as: UTF8.self).lowercasedBytes
      if out.parties.contains(where: { $0.name.lowercasedBytes == printed }) { continue }
      out.names.append(read)
      out.parties.append(party(reading, read, role: role.map { reading.reading($0) }))
    }
    return out.parties.count >= 2 ? out : PartyReading()
  }
}
