import ContractModel
import TerminalGrid

/// Tables of a file with their columns under each other, each cell wrapped in its own.
extension ReaderLayout {
  /// How wide the columns of a table are shown; columns that no row has words in are left out.
  struct Table {
    /// The shown columns, by the columns of the file.
    var columns: [Int]
    /// Cells for each, without the gaps between them.
    var widths: [Int]
    /// Whether a column holds figures, which stand at its right.
    var isFigures: [Bool]

    var width: Int { widths.reduce(0, +) + TableGap.width * max(widths.count - 1, 0) }
  }

  private enum TableGap { static let width = 2 }
  /// No column is made narrower than this.
  private static let narrowest = 8

  /// The tables among the units, by the unit each begins with; the units of each are together and have no blank rows between them.
  static func tables(_ units: inout [Unit], _ agreement: Agreement, width: Int) -> [Int: Table] {
    guard !agreement.text.cells.isEmpty else { return [:] }
    var tables: [Int: Table] = [:]
    var i = 0
    while i < units.count {
      guard let number = cells(units[i].range, agreement).first?.table else {
        i += 1
        continue
      }
      var end = i + 1
      while end < units.count, cells(units[end].range, agreement).first?.table == number { end += 1 }
      let rows = units[i..<end]
      // A table that sets provisions or paragraphs in place is none to be read by columns.
      let isTable =
        rows.contains { $0.kind == .printed } && rows.count > 1
        && rows.allSatisfy { $0.begins == nil && $0.range.count < 2_000 && $0.kind != .contents }
      if isTable, let table = measured(rows.map { cells($0.range, agreement) }, agreement, width: width) {
        tables[i] = table
        for row in i..<end {
          units[row].table = i
          units[row].kind = .printed
          units[row].spaced = row == end - 1
        }
      }
      i = end
    }
    return tables
  }

  private static func cells(_ range: Range<Int>, _ agreement: Agreement) -> ArraySlice<TableCell> {
    let all = agreement.text.cells
    let first = all.boundary(behindAll: { $0.range.lowerBound < range.lowerBound })
    var last = first
    while last < all.count, all[last].range.upperBound <= range.upperBound { last += 1 }
    return all[first..<last]
  }

  private static func measured(_ rows: [ArraySlice<TableCell>], _ agreement: Agreement, width: Int) -> Table? {
    var natural: [Int: Int] = [:]
    var figures: [Int: (of: Int, all: Int)] = [:]
    for (index, row) in rows.enumerated() {
      for cell in row where cell.span == 1 || row.count > 1 {
        var words: [CellReader.Word] = []
        CellReader.words(agreement.text.bytes, cell.range, into: &words)
        let wide = words.dropFirst().reduce(words.first?.width ?? 0) { $0 + $1.width + ($1.spaced ? 1 : 0) }
        // What is wider than one column tells nothing of it.
        if cell.span == 1 { natural[cell.column] = max(natural[cell.column] ?? 0, wide) }
        natural[cell.column] = max(natural[cell.column] ?? 0, 1)
        let isFigure = agreement.text.bytes[cell.range].allSatisfy {
          (0x24...0x39).contains($0) && $0 != 0x27 || $0 == 0x20 || $0 >= 0x80
        }
        // Heads are words, whatever stands below them.
        guard index > 0 else { continue }
        let known = figures[cell.column] ?? (0, 0)
        figures[cell.column] = (known.of + (isFigure ? 1 : 0), known.all + 1)
      }
    }
    let columns = natural.keys.sorted()
    guard columns.count > 1, columns.count <= 40 else { return nil }
    var widths = columns.map { natural[$0] ?? 1 }
    // The widest columns give way until the table fits, or all are as narrow as words bear.
    let room = max(width - TableGap.width * (columns.count - 1), columns.count)
    // One that cannot fit is scrolled, and its columns need not be narrow.
    let narrowest = columns.count * narrowest <= room ? narrowest : 20
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > narrowest, let at = widths.firstIndex(of: widest) {
      let second = widths.filter { $0 < widest }.max() ?? narrowest
      let excess = widths.reduce(0, +) - room
      widths[at] = max(narrowest, second, widest - max(excess, 1))
      if widths[at] == widest { widths[at] -= 1 }
    }
    let isFigures = columns.map { column in figures[column].map { $0.of * 10 >= $0.all * 6 } ?? false }
    return Table(columns: columns, widths: widths, isFigures: isFigures)
  }

  /// The rows of a row of a table: as many as its highest cell needs.
  func tableRows(_ unit: Unit, _ table: Table) -> [Row] {
    var columns: [(at: Int, lines: [[RowCell]])] = []
    for cell in Self.cells(unit.range, agreement) {
      var words: [CellReader.Word] = []
      CellReader.words(agreement.text.bytes, cell.range, into: &words)
      let first = table.columns.firstIndex { $0 >= cell.column } ?? table.columns.count - 1
      let behind = table.columns.firstIndex { $0 >= cell.column + cell.span } ?? table.columns.count
      let last = max(first + 1, behind)
      let width = table.widths[first..<last].reduce(0, +) + TableGap.width * (last - first - 1)
      let lines = words.isEmpty ? [] : wrap(words, first: 0, rest: 0, max(width, 8)).map(\.cells)
      columns.append((first, lines))
    }
    let height = columns.map(\.lines.count).max() ?? 0
    var rows: [Row] = []
    for line in 0..<height {
      var cells: [RowCell] = []
      var column = 0
      for (at, lines) in columns where line < lines.count {
        var start = table.widths[..<at].reduce(0, +) + TableGap.width * at
        let width = lines[line].reduce(0) { $0 + $1.width }
        if table.isFigures[at], width < table.widths[at] { start += table.widths[at] - width }
        while column < start {
          cells.append(RowCell(character: " ", offset: -1, width: 1))
          column += 1
        }
        cells += lines[line]
        column += width
      }
      let low = line == 0 ? unit.range.lowerBound : cells.first { $0.offset >= 0 }?.offset ?? unit.range.lowerBound
      let start = max(low, rows.last.map { $0.range.lowerBound + 1 } ?? low)
      var row = Row(indent: 0, cells: cells, range: start..<max(unit.range.upperBound, start))
      if table.width > self.width { row.kept = table.widths[0] + TableGap.width }
      rows.append(row)
    }
    return rows
  }

  /// The first of the printed lines that a unit stands among: they are scrolled sideways together.
  func group(of unit: Int) -> Int {
    guard units.indices.contains(unit) else { return unit }
    if let table = units[unit].table { return table }
    var first = unit
    while first > 0, units[first - 1].kind == units[unit].kind, !units[first - 1].spaced, units[first - 1].table == nil {
      first -= 1
    }
    return first
  }
}
