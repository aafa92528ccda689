import ContractModel

/// Words that are left out of the text, laid out where they stood: `Rent is [-$400-] $500 a month.`
extension ReaderLayout {
  /// Whether words that were left out for this reason are shown on demand.
  static func shows(_ kind: LeftOut.Kind) -> Bool { kind == .deleted || kind == .inserted || kind == .hidden }

  /// The words of a paragraph with those left out of it between them.
  func withLeftOut(_ words: [CellReader.Word], in unit: Unit) -> [CellReader.Word] {
    let inside = struck(in: unit.range.lowerBound..<(unit.range.upperBound + 1)).filter {
      switch $0.place {
      case .within: true
      case .below: false
      // What stood before its first word stands above it.
      case .asItLies: $0.offset > unit.range.lowerBound && $0.offset < unit.range.upperBound
      }
    }
    guard !inside.isEmpty else { return words }
    let last = max(unit.range.lowerBound, unit.range.upperBound - 1)
    var out: [CellReader.Word] = []
    var next = inside.startIndex
    for word in words {
      var rest = word
      while next < inside.endIndex, let end = rest.cells.last?.offset, inside[next].offset <= end {
        // "([-30-]5)": within a word they part it.
        let cut = rest.cells.firstIndex { $0.offset >= inside[next].offset } ?? 0
        let before = Array(rest.cells[..<cut])
        var struck = Self.words(inside[next], at: min(inside[next].offset, last))
        if !before.isEmpty {
          out.append(CellReader.Word(cells: before, width: before.reduce(0) { $0 + $1.width }, spaced: rest.spaced))
          struck[0].spaced = false
          let behind = Array(rest.cells[cut...])
          rest = CellReader.Word(cells: behind, width: behind.reduce(0) { $0 + $1.width }, spaced: false)
        }
        out += struck
        next += 1
      }
      out.append(rest)
    }
    while next < inside.endIndex {
      out += Self.words(inside[next], at: min(inside[next].offset, last))
      next += 1
    }
    return out
  }

  /// What was left out between a unit and the next stands below it: a paragraph struck whole.
  func appendLeftOut(behind index: Int, _ rows: inout [Row]) {
    guard !struck.isEmpty else { return }
    let unit = units[index]
    let isReflowed = unit.kind != .printed && unit.kind != .contents
    let start = unit.range.lowerBound
    let end = index + 1 < units.count ? units[index + 1].range.lowerBound + 1 : Int.max
    // Before the first paragraph nothing else can hold it.
    let found = struck(in: (index == 0 ? 0 : start)..<max(start, end)).filter { entry in
      let isNext = entry.offset == end - 1
      switch entry.place {
      case .within: return !isReflowed && !isNext || index == 0 && entry.offset < start
      case .below: return !isNext
      case .asItLies:
        return !isReflowed && entry.offset >= start || entry.offset >= unit.range.upperBound || index == 0 && entry.offset <= start
      }
    }
    let column = unit.inside.map(textColumn(of:)) ?? 0
    for entry in found {
      let indent = entry.place == .below ? column : 0
      var added = wrap(Self.words(entry, at: entry.offset), first: indent, rest: indent, min(width, measure))
      for row in added.indices { added[row].range = unit.range.upperBound..<unit.range.upperBound }
      if entry.place == .below, !rows.isEmpty { rows.append(Row(range: unit.range.upperBound..<unit.range.upperBound)) }
      rows += added
    }
  }

  /// The struck words at the places of a range of the text.
  private func struck(in range: Range<Int>) -> ArraySlice<StruckWords> {
    let first = struck.boundary { $0.offset < range.lowerBound }
    return struck[first..<max(first, struck.boundary { $0.offset < range.upperBound })]
  }

  private static func words(_ entry: StruckWords, at offset: Int) -> [CellReader.Word] {
    var out: [CellReader.Word] = []
    let bytes = Array("[-\(entry.words)-]".utf8)
    CellReader.words(bytes, 0..<bytes.count, into: &out)
    // They stand for no bytes of the text but for the place.
    return out.map { word in
      var word = word
      for index in word.cells.indices {
        word.cells[index].offset = offset
        word.cells[index].struck = entry.reason
      }
      return word
    }
  }
}
