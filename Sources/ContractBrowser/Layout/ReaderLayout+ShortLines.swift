import ContractModel

/// Addresses, notices and the like: short lines in a run stay the lines they are.
extension ReaderLayout {
  /// How many columns a line may leave empty that the first word of the next would have fitted into, and still be a wrapped one.
  private static let slack = 10
  /// A longer paragraph is running text, whatever its lines look like.
  private static let longestRun = 600
  /// So is one with a line of more columns: nobody writes a name or a street that long.
  private static let longestLine = 72

  /// The rows of a paragraph whose every line ends though the next word would have fitted: `Oak Ltd`, `12 High Street`, `London EC1`.
  /// Nil for running text.
  func shortLines(_ unit: Unit, _ words: [CellReader.Word]) -> [Row]? {
    guard unit.kind == .paragraph, unit.range.count <= Self.longestRun, unit.begins == nil, !agreement.blocks[unit.blocks].isEmpty,
      unit.blocks.count == 1
    else { return nil }
    let lines = agreement.text.lines
    let first = lines.index(at: unit.range.lowerBound)
    let last = lines.index(at: max(unit.range.lowerBound, unit.range.upperBound - 1))
    guard last > first else { return nil }
    var pieces: [ArraySlice<CellReader.Word>] = []
    var at = words.startIndex
    for line in first...last {
      var end = at
      while end < words.endIndex, words[end].cells[0].offset < lines[line].upperBound { end += 1 }
      if end > at { pieces.append(words[at..<end]) }
      at = end
    }
    func columns(_ piece: ArraySlice<CellReader.Word>) -> Int { piece.reduce(0) { $0 + $1.width + 1 } }
    guard pieces.count > 1, pieces.allSatisfy({ columns($0) <= Self.longestLine + 1 }) else { return nil }
    let typical = typicalLine
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      let start = lines[lines.index(at: piece[piece.startIndex].cells[0].offset)].lowerBound
      let indent = piece[piece.startIndex].cells[0].offset - start
      let width = indent + columns(piece)
      // A sentence's end is where a paragraph may end early; a comma, a name or a number is not.
      guard width + next[next.startIndex].width + Self.slack < typical else { return nil }
    }
    let column = unit.inside.map { textColumn(of: $0) } ?? 0
    let rows = pieces.flatMap { wrap(Array($0), first: column, rest: column + 2, min(width, measure)) }
    guard unit.centred else { return rows }
    return rows.map { row in
      var row = row
      row.indent = max(0, (min(width, measure) - row.cells.reduce(0) { $0 + $1.width }) / 2)
      return row
    }
  }
}
