/// Parties that the introduction only points to: "(1) THE PERSONS whose names are set out in Schedule 1 (the "Founders")", and Schedule 1
/// has a table of them or a line for each.
extension PartyFinder {
  /// The parties with those that the attachments list whom they name, right behind who points to them and called as they are.
  static func addingScheduled(
    to found: PartyReading, _ text: SourceText, _ reading: ReadingText, _ paragraphs: [Paragraph], _ tree: ProvisionTree
  ) -> PartyReading {
    let span = reading.bytes.span
    var out = found
    for (index, name) in found.names.enumerated().reversed() where found.parties.indices.contains(index) {
      // The words up to the bracket that holds the short name.
      let bracket = span.firstOffset(of: Ascii.open, in: name.lowerBound..<min(span.count, name.lowerBound + 300))
      guard let label = listedIn(span, name.lowerBound..<max(name.upperBound, bracket)),
        let id = tree.indices.first(where: {
          tree[$0].kind == .attachment && tree[$0].number.lowercasedBytes == label.lowercasedBytes
        })
      else { continue }
      let range = reading.reading(tree[id].bodyStart)..<reading.reading(tree[id].range.upperBound)
      let names = inTable(text, reading, range) ?? inLines(span, paragraphs, range)
      let known = Set(found.parties.map(\.name))
      var parties: [Party] = []
      var places: [Range<Int>] = []
      for place in names {
        var party = party(reading, place, role: nil)
        guard !known.contains(party.name) else { continue }
        party.role = found.parties[index].role
        parties.append(party)
        places.append(place)
      }
      out.parties.insert(contentsOf: parties, at: index + 1)
      out.names.insert(contentsOf: places, at: index + 1)
    }
    return out
  }

  /// The attachment in which those are named who are told by "persons whose names and addresses are set out in Schedule 1".
  private static func listedIn(_ span: Span<UInt8>, _ range: Range<Int>) -> String? {
    let told =
      (["whose name", "named in", "listed in", "set out in", "set forth in", "described in", "identified in"] as [StaticString])
    guard let words = told.compactMap({ span.firstIndex(of: $0, in: range) }).min() else { return nil }
    for at in words..<range.upperBound where !span[at - 1].isWord {
      if let label = AttachmentLabel.read(span, at, min(span.count, range.upperBound + 1)) { return label.number }
    }
    return nil
  }

  /// The names in the first table of a range, from the column that is headed so: `Name | Address | Shares`; nil without such a table.
  private static func inTable(_ text: SourceText, _ reading: ReadingText, _ range: Range<Int>) -> [Range<Int>]? {
    let span = reading.bytes.span
    let cells = text.cells.filter { !$0.range.isEmpty && range.contains(reading.reading($0.range.lowerBound)) }
    guard let head = cells.first(where: { isNameLabel(span, reading.reading($0.range)) }) else { return nil }
    let column = cells.filter { $0.table == head.table && $0.column == head.column && $0.range.lowerBound > head.range.lowerBound }
    return column.compactMap { self.name(span, reading.reading($0.range)) }
  }

  /// The names that begin the lines of a range, each before its address or its number: `Ann Elm, of 4 Mill Row, Hull`, `1. Oak Ltd`.
  private static func inLines(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for paragraph in paragraphs where range.contains(paragraph.range.lowerBound) && !paragraph.range.isEmpty {
      let line = paragraph.range
      guard let start = nameStart(span, line.lowerBound, line.upperBound), blankEnd(span, start, line.upperBound) == nil,
        line.count <= 300
      else { break }
      let stop = nameEnd(span, start, min(span.count, line.upperBound + 1)) ?? line.upperBound
      let name = start..<trimmed(span, start, min(stop, line.upperBound))
      // What follows tells of the name: its address, its number, or nothing.
      let isTold =
        name.upperBound >= line.upperBound || [Ascii.comma, Ascii.open, Ascii.semicolon].contains(span[name.upperBound])
        || span.matches(" of ", at: name.upperBound)
      // Two words and more, and no title of the list: `The Founders`, `Part 1`.
      let isPersons = name.contains { span[$0] == Ascii.space } && isTold && isName(span, name)
      let isTitle = name.upperBound >= line.upperBound && !isCompany(span, name) && out.isEmpty
      // "Elm Bank $20,000,000": what each has to pay, and no list of who they are.
      if name.contains(where: { [0x24, 0x25].contains(span[$0]) }) { return [] }
      if isTitle || AttachmentLabel.read(span, line.lowerBound, line.upperBound) != nil { continue }
      guard isPersons else { break }
      out.append(name)
      if out.count == 60 { break }
    }
    return out
  }
}
