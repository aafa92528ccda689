/// Parties that are only named, with "and" between them: on a cover page, or above the words that say what they did.
extension PartyFinder {
  /// Two companies above the words that say what they did, on one line or with "and" between them on a line of its own:
  /// `Oak Bank, N.A.      and      Elm Corporation`, `have entered into`.
  static func sideBySide(_ reading: ReadingText, _ paragraphs: [Paragraph], _ end: Int) -> PartyReading {
    let span = reading.bytes.span
    for (index, paragraph) in paragraphs.prefix(40).enumerated()
    where index > 0 && paragraph.range.lowerBound < end && span.matches("have ", at: paragraph.range.lowerBound) {
      let line = paragraphs[index - 1].range
      let names: [Range<Int>]
      if line.count < 200, let and = span.firstIndex(of: " and ", in: line) {
        names = [line.lowerBound..<span.skipSpaces(endingAt: and), span.skipSpaces(and + 5)..<line.upperBound]
      } else if index > 2, isJoint(span, paragraphs[index - 2].range) {
        names = [paragraphs[index - 3].range, line]
      } else {
        continue
      }
      if let found = pair(reading, names) { return found }
    }
    return PartyReading()
  }

  /// Those a cover page names, each on a line of its own with "and" between them: `Oak Offshore Limited`, `- and -`, `(2) Elm Limited`.
  static func onCover(_ reading: ReadingText, _ paragraphs: [Paragraph], _ end: Int) -> PartyReading {
    let span = reading.bytes.span
    let lines = paragraphs.prefix(40).map(\.range).filter { !$0.isEmpty && $0.lowerBound < end }
    for index in lines.indices.dropFirst().dropLast() where isAnd(span, lines[index]) {
      guard let first = wholeName(span, lines[index - 1]), let last = wholeName(span, lines[index + 1]) else { continue }
      var names = [first, last]
      // Companies above and below join them: `Oak Ltd`, `Elm Ltd`, `and`, `Fir Ltd`.
      for line in lines[..<(index - 1)].reversed() {
        guard let name = wholeName(span, line), isCompany(span, name) else { break }
        names.insert(name, at: 0)
      }
      var below = index + 2
      while below + 1 < lines.count, isAnd(span, lines[below]), let name = wholeName(span, lines[below + 1]) {
        names.append(name)
        below += 2
      }
      if let found = pair(reading, names) { return found }
    }
    return PartyReading()
  }

  /// Whether a line is only what joins names: `and`, `- and -`, `&`.
  private static func isAnd(_ span: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var (low, high) = (line.lowerBound, line.upperBound)
    while low < high, !span[low].isWord, span[low] != 0x26 { low += 1 }
    while high > low, !span[high - 1].isWord, span[high - 1] != 0x26 { high -= 1 }
    return high - low == 3 && span.matches("and", at: low) || high - low == 1 && span[low] == 0x26
  }

  /// The name that a line is, between the number of the party before it or behind it: `(1) Oak Limited`, `Oak Limited (1)`.
  private static func wholeName(_ span: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard line.count <= 140, let start = nameStart(span, line.lowerBound, line.upperBound) else { return nil }
    let stop = nameEnd(span, start, min(span.count, line.upperBound + 1)) ?? line.upperBound
    let name = start..<trimmed(span, start, min(stop, line.upperBound))
    guard !(name.upperBound..<line.upperBound).contains(where: { span[$0].isLetter }) else { return nil }
    return isName(span, name) ? name : nil
  }

  /// The parties of names of which one is a company's; nil where a name is none.
  private static func pair(_ reading: ReadingText, _ names: [Range<Int>]) -> PartyReading? {
    let span = reading.bytes.span
    guard names.allSatisfy({ !$0.isEmpty && isName(span, $0) }),
      names.contains(where: { isCompany(span, $0.lowerBound, min(span.count, $0.upperBound + 1)) })
    else { return nil }
    var out = PartyReading()
    out.names = names
    out.parties = names.map { party(reading, $0, role: nil) }
    return out
  }
}
