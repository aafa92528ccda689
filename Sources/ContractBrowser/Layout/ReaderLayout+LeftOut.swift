import ContractModel

/// Words that are left out of the text, laid out where they stood: `Rent is [-$400-] $500 a month.`
extension ReaderLayout {
  /// Whether words that were left out for this reason are shown on demand.
  static func shows(_ kind: LeftOut.Kind) -> Bool { kind == .deleted || kind == .inserted || kind == .hidden }

  /// The words of a paragraph with those left out of it between them.
  func withLeftOut(_ words: [CellReader.Word], in unit: Unit) -> [CellReader.Word] {
    // What stood before its first word stands above it.
    let inside = entries(in: (unit.range.lowerBound + 1)..<max(unit.range.lowerBound + 1, unit.range.upperBound))
    guard !inside.isEmpty else { return words }
    var out: [CellReader.Word] = []
    var next = inside.startIndex
    for word in words {
      while next < inside.endIndex, let first = word.cells.first, leftOut[next].offset <= first.offset {
        out += Self.words(leftOut[next])
        next += 1
      }
      out.append(word)
    }
    while next < inside.endIndex {
      out += Self.words(leftOut[next])
      next += 1
    }
    return out
  }

  /// What was left out between a unit and the next stands below it: a paragraph struck whole.
  func appendLeftOut(behind index: Int, _ rows: inout [Row]) {
    guard !leftOut.isEmpty else { return }
    let unit = units[index]
    let start = unit.kind == .printed || unit.kind == .contents ? unit.range.lowerBound : unit.range.upperBound
    let end = index + 1 < units.count ? units[index + 1].range.lowerBound + 1 : Int.max
    // Before the first paragraph nothing else can hold it.
    var found = Array(entries(in: start..<max(start, end)))
    if index == 0 { found = Array(entries(in: 0..<(unit.range.lowerBound + 1))) + found }
    for entry in found {
      var added = wrap(Self.words(leftOut[entry]), first: 0, rest: 0, min(width, measure))
      for row in added.indices { added[row].range = unit.range.upperBound..<unit.range.upperBound }
      rows += added
    }
  }

  /// The indices of what was left out in a range of the text.
  private func entries(in range: Range<Int>) -> Range<Int> {
    let first = leftOut.boundary { $0.offset < range.lowerBound }
    return first..<max(first, leftOut.boundary { $0.offset < range.upperBound })
  }

  private static func words(_ entry: LeftOut) -> [CellReader.Word] {
    var out: [CellReader.Word] = []
    let bytes = Array("[-\(entry.words)-]".utf8)
    CellReader.words(bytes, 0..<bytes.count, into: &out)
    // They stand for no bytes of the text but for the place.
    return out.map { word in
      var word = word
      for index in word.cells.indices {
        word.cells[index].offset = entry.offset
        word.cells[index].isLeftOut = true
      }
      return word
    }
  }
}
