/// Parties in two columns of a page, as forms print them side by side below "between".
///
/// ```
///      Oak Bank of Ohio                    Elm Bond Guarantor
///       ("Party A")                   Limited Partnership ("Party B")
/// ```
extension PartyFinder {
  /// The two whose names and short names stand in columns; none where the lines are not so.
  static func inColumns(_ text: SourceText, _ reading: ReadingText, _ blocks: [Block], _ end: Int) -> PartyReading {
    let span = text.bytes.span
    var above: Range<Int>?
    for block in blocks where block.kind.isRead {
      guard reading.reading(block.range.lowerBound) < end else { break }
      defer { above = block.range }
      guard block.kind == .printed, let above, introduces(span, above) else { continue }
      let lines = text.lines.filter { $0.lowerBound < block.range.upperBound && $0.upperBound > block.range.lowerBound }
      guard let first = lines.first.map({ names(span, $0) }), first.count == 2 else { continue }
      let middle = (first[0].upperBound - lines[0].lowerBound + first[1].lowerBound - lines[0].lowerBound) / 2
      var columns: [[Range<Int>]] = [[], []]
      for line in lines {
        for cell in names(span, line) {
          let centre = (cell.lowerBound + cell.upperBound) / 2 - line.lowerBound
          columns[centre < middle ? 0 : 1].append(cell)
        }
      }
      let parties = columns.compactMap { party(text, $0) }
      guard parties.count == 2 else { continue }
      var out = PartyReading()
      out.parties = parties
      out.names = parties.map { reading.reading($0.range) }
      return out
    }
    return PartyReading()
  }

  private static func introduces(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var high = range.upperBound
    while high > range.lowerBound, span[high - 1].isSpace || span[high - 1] == Ascii.colon { high -= 1 }
    return span.matchesWord("between", endingAt: high) || span.matchesWord("among", endingAt: high)
  }

  /// The cells of a line, but for an "and" between the two names.
  private static func names(_ span: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    columns(span, line).filter { !($0.count == 3 && span.matchesWord("and", at: $0.lowerBound)) }
  }

  /// The words of a line between gaps of three blanks and more.
  static func columns(_ span: Span<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var at = line.lowerBound
    while at < line.upperBound {
      while at < line.upperBound, span[at].isSpace { at += 1 }
      let start = at
      var last = at
      while at < line.upperBound, at - last < 3 {
        if !span[at].isSpace { last = at + 1 }
        at += 1
      }
      if last > start { out.append(start..<last) }
    }
    return out
  }

  /// The party of a column: a name, and its short name in a bracket.
  private static func party(_ text: SourceText, _ cells: [Range<Int>]) -> Party? {
    let words = cells.map { String(decoding: text.bytes[$0], as: UTF8.self) }.joined(separator: " ")
      .replacing("\u{201C}", with: "\"").replacing("\u{201D}", with: "\"")
    guard let cell = cells.first, let open = words.firstRange(of: "(\"") ?? words.firstRange(of: "(the \""),
      let close = words[open.upperBound...].firstIndex(of: "\"")
    else { return nil }
    let name = words[..<open.lowerBound].split(separator: " ").joined(separator: " ")
    guard name.utf8.count > 2, name.first?.isUppercase ?? false else { return nil }
    return Party(name: name, role: String(words[open.upperBound..<close]), range: cell)
  }
}
