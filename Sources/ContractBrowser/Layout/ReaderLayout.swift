import ContractModel
import TerminalGrid

/// How the text of one agreement is laid out at one width: rows are made for the units in sight and kept.
///
/// Reflowed, a unit is a paragraph with its continuations over pages, numbers hung in the margin; as filed, it is a physical line.
final class ReaderLayout {
  struct Unit {
    var range: Range<Int>
    var blocks: Range<Int>
    var kind: Block.Kind
    /// The provision that begins here.
    var begins: Int?
    /// The provision it stands in.
    var inside: Int?
    var centred: Bool
    /// Whether a blank row follows.
    var spaced: Bool
    /// The unit that the table begins with of which it is a row.
    var table: Int?
  }

  let agreement: Agreement
  let width: Int
  let asFiled: Bool
  let units: [Unit]
  private var cache: [Int: [Row]] = [:]
  /// The tables, by the unit each begins with.
  private let tables: [Int: Table]

  /// Text is read at this measure at most, unless a setting says otherwise.
  static let measure = 96
  let measure: Int
  /// A longer paragraph is laid out in parts of about this many bytes.
  static let part = 12_000

  /// Words that are shown though they are not in the text, in order of place.
  let struck: [StruckWords]

  init(
    _ agreement: Agreement, width: Int, asFiled: Bool, measure: Int = ReaderLayout.measure, struck: [StruckWords] = [],
    only matches: [Range<Int>]? = nil, in landmarks: Landmarks? = nil
  ) {
    self.struck = asFiled ? [] : struck
    self.agreement = agreement
    self.measure = measure
    self.width = max(width, 4)
    self.asFiled = asFiled
    let all = asFiled ? Self.filedUnits(agreement) : Self.readingUnits(agreement)
    var units = matches.map { Self.holding($0, all, agreement, landmarks ?? Landmarks(agreement)) } ?? all
    tables = asFiled ? [:] : Self.tables(&units, agreement, width: self.width)
    self.units = units
  }

  /// The columns that most lines of the file fill: nine in ten end before it.
  private(set) lazy var typicalLine: Int = {
    var counts = [Int](repeating: 0, count: 161)
    var total = 0
    for line in agreement.text.lines where line.count > 20 {
      counts[min(line.count, 160)] += 1
      total += 1
    }
    var seen = 0
    for (width, count) in counts.enumerated() {
      seen += count
      if seen * 10 >= total * 9 { return max(width, 40) }
    }
    return 80
  }()

  // MARK: Places

  func rows(_ unit: Int) -> [Row] {
    if let rows = cache[unit] { return rows }
    if cache.count > 4_000 { cache.removeAll(keepingCapacity: true) }
    let rows = asFiled ? filedRows(units[unit]) : readingRows(unit)
    cache[unit] = rows
    return rows
  }

  /// The unit that holds an offset, or the next one.
  func unit(at offset: Int) -> Int {
    var low = 0
    var high = units.count
    while low < high {
      let middle = (low + high) / 2
      if units[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Whether a place is in what is laid out: all of the text, unless only some provisions are.
  func shows(_ offset: Int) -> Bool { units.isEmpty ? false : units[unit(at: offset)].range.contains(offset) }

  /// The row that shows an offset.
  func anchor(of offset: Int) -> Anchor {
    guard !units.isEmpty else { return Anchor(unit: 0, row: 0) }
    let unit = unit(at: offset)
    let rows = rows(unit)
    var row = 0
    for (index, candidate) in rows.enumerated() where !candidate.isBlank && candidate.range.lowerBound <= offset { row = index }
    return Anchor(unit: unit, row: row)
  }

  /// The first byte of a row.
  func offset(of anchor: Anchor) -> Int {
    guard units.indices.contains(anchor.unit) else { return 0 }
    let rows = rows(anchor.unit)
    guard rows.indices.contains(anchor.row) else { return units[anchor.unit].range.lowerBound }
    return rows[anchor.row].isBlank ? units[anchor.unit].range.upperBound : rows[anchor.row].range.lowerBound
  }

  /// The first byte of the words at an anchor, or of those below it where its row is blank.
  func firstWords(from anchor: Anchor) -> Int {
    guard let row = row(at: anchor) else { return offset(of: anchor) }
    guard row.isBlank, let next = self.row(at: move(anchor, by: 1)), !next.isBlank else { return offset(of: anchor) }
    return next.range.lowerBound
  }

  /// The row at an anchor; nil where there is none.
  func row(at anchor: Anchor) -> Row? {
    guard units.indices.contains(anchor.unit) else { return nil }
    let rows = rows(anchor.unit)
    return rows.indices.contains(anchor.row) ? rows[anchor.row] : nil
  }

  /// An anchor some rows further down or up, staying inside the text.
  func move(_ anchor: Anchor, by count: Int) -> Anchor {
    guard !units.isEmpty else { return Anchor(unit: 0, row: 0) }
    var at = Anchor(unit: min(max(anchor.unit, 0), units.count - 1), row: max(anchor.row, 0))
    var left = count
    while left > 0 {
      let rows = rows(at.unit).count
      if at.row + left < rows { return Anchor(unit: at.unit, row: at.row + left) }
      guard at.unit + 1 < units.count else { return Anchor(unit: at.unit, row: max(0, rows - 1)) }
      left -= rows - at.row
      at = Anchor(unit: at.unit + 1, row: 0)
    }
    while left < 0 {
      if at.row + left >= 0 { return Anchor(unit: at.unit, row: at.row + left) }
      guard at.unit > 0 else { return Anchor(unit: 0, row: 0) }
      left += at.row + 1
      at = Anchor(unit: at.unit - 1, row: rows(at.unit - 1).count - 1)
    }
    return at
  }

  /// The last anchor that still fills a pane of `height` rows.
  func lastTop(height: Int) -> Anchor {
    guard !units.isEmpty else { return Anchor(unit: 0, row: 0) }
    let last = units.count - 1
    let rows = rows(last)
    var end = rows.count - 1
    while end > 0, rows[end].isBlank { end -= 1 }
    return move(Anchor(unit: last, row: end), by: -(height - 1))
  }

  /// The rows of a pane from an anchor down, with the unit of each.
  func page(from anchor: Anchor, height: Int) -> [(unit: Int, row: Row)] {
    var out: [(unit: Int, row: Row)] = []
    var unit = anchor.unit
    var from = anchor.row
    while out.count < height, unit < units.count {
      for row in rows(unit).dropFirst(from) {
        out.append((unit, row))
        if out.count == height { break }
      }
      unit += 1
      from = 0
    }
    return out
  }

  // MARK: Rows

  private func filedRows(_ unit: Unit) -> [Row] {
    let cells = CellReader.line(agreement.text.bytes, unit.range)
    if unit.range.count <= 400 { return [Row(indent: 0, cells: cells, range: unit.range)] }
    // A line longer than any pane is cut at the pane's width.
    var rows: [Row] = []
    var start = 0
    while start < cells.count {
      var end = start
      var used = 0
      while end < cells.count, used + cells[end].width <= width {
        used += cells[end].width
        end += 1
      }
      end = max(end, start + 1)
      rows.append(
        Row(
          indent: 0, cells: Array(cells[start..<end]),
          range: cells[start].offset..<(end < cells.count ? cells[end].offset : unit.range.upperBound)))
      start = end
    }
    return rows.isEmpty ? [Row(range: unit.range)] : rows
  }

  private func readingRows(_ index: Int) -> [Row] {
    let unit = units[index]
    var rows: [Row]
    switch unit.kind {
    case .printed where unit.table != nil && tables[unit.table!] != nil: rows = tableRows(unit, tables[unit.table!]!)
    case .printed, .contents: rows = printedRows(unit)
    case .paragraph, .heading, .furniture: rows = paragraphRows(unit)
    }
    appendLeftOut(behind: index, &rows)
    markPages(unit, &rows)
    if rows.isEmpty { rows = [Row(range: unit.range)] }
    if unit.spaced { rows.append(Row(range: unit.range.upperBound..<unit.range.upperBound)) }
    return rows
  }

  private func printedRows(_ unit: Unit) -> [Row] {
    var rows: [Row] = []
    let lines = agreement.text.lines
    let first = lines.index(at: unit.range.lowerBound)
    let last = lines.index(at: max(unit.range.lowerBound, unit.range.upperBound - 1))
    for line in first...max(first, last) where line < lines.count {
      // A unit that begins inside a line (run together) is not pulled to its margin.
      let start =
        line == first && lines[line].lowerBound < unit.range.lowerBound && !isBlank(lines[line].lowerBound..<unit.range.lowerBound)
        ? unit.range.lowerBound : lines[line].lowerBound
      let range = start..<min(lines[line].upperBound, max(unit.range.upperBound, start))
      var cells = CellReader.line(agreement.text.bytes, range)
      if unit.kind == .contents { shortenLeader(&cells) }
      rows.append(Row(indent: 0, cells: cells, range: range))
    }
    return rows
  }

  /// Takes so many dots out of a line of a contents table, `2. Supply ........ 14`, that its page number is in sight.
  private func shortenLeader(_ cells: inout [RowCell]) {
    var excess = cells.reduce(0) { $0 + $1.width } - width
    guard excess > 0 else { return }
    let isLeader = cells.map { " .·…_".contains($0.character) }
    guard let end = isLeader.lastIndex(of: true).map({ $0 + 1 }) else { return }
    let start = isLeader[..<end].lastIndex(of: false).map { $0 + 1 } ?? 0
    // A dot and the blanks about it are left, by which it is seen what they were.
    excess = min(excess, end - start - Self.shortestLeader)
    guard excess > 0, start > 0 else { return }
    let middle = start + (end - start - excess) / 2
    cells.removeSubrange(middle..<(middle + excess))
  }
  private static let shortestLeader = 4

  private func isBlank(_ range: Range<Int>) -> Bool {
    !agreement.text.bytes[range].contains { $0 > 0x20 && $0 != 0xC2 && $0 != 0xA0 }
  }

  /// Columns by which each level is indented.
  private var step: Int { width >= 60 ? 3 : 2 }
  /// Columns that hold a number.
  private static let hang = 6

  private func isNumbered(_ id: Int) -> Bool { ![.attachment, .heading, .caption].contains(agreement.provisions[id].kind) }

  /// The column in which the number of a provision stands.
  private func labelColumn(of id: Int) -> Int {
    let column = min(agreement.provisions[id].depth, 6) * step
    let available = min(width, measure)
    return isNumbered(id) && column + Self.hang > available / 2 ? available / 4 : column
  }

  /// The column in which the text of a provision begins.
  func textColumn(of id: Int) -> Int { isNumbered(id) ? labelColumn(of: id) + Self.hang : 0 }

  private func paragraphRows(_ unit: Unit) -> [Row] {
    var words: [CellReader.Word] = []
    if unit.blocks.count <= 1 || unit.range.count <= Self.part && unit.blocks.isEmpty {
      CellReader.words(agreement.text.bytes, unit.range, into: &words)
    } else {
      for block in agreement.blocks[unit.blocks] where block.kind != .furniture {
        let range = max(block.range.lowerBound, unit.range.lowerBound)..<min(block.range.upperBound, unit.range.upperBound)
        if range.lowerBound < range.upperBound { CellReader.words(agreement.text.bytes, range, into: &words) }
      }
    }
    guard !words.isEmpty else { return [] }
    if struck.isEmpty, let rows = shortLines(unit, words) { return rows }
    words = withLeftOut(words, in: unit)
    let provision = unit.begins ?? unit.inside
    let numbered = provision.map(isNumbered) ?? false
    let available = min(width, measure)
    let labelColumn = provision.map(labelColumn(of:)) ?? 0
    let textColumn = provision.map(textColumn(of:)) ?? 0
    if let begins = unit.begins, numbered {
      let label = words[0]
      let hung = label.width < Self.hang && agreement.provisions[begins].label.upperBound <= (label.cells.last?.offset ?? 0) + 1
      if hung {
        let rest = Array(words.dropFirst())
        var rows = wrap(rest, first: textColumn, rest: textColumn, available)
        if rows.isEmpty { rows = [Row(indent: textColumn, cells: [], range: unit.range)] }
        // The number stands before the first row.
        let padding = textColumn - labelColumn - label.width
        // They stand for no byte: nothing marked shows on them.
        let blanks = (0..<max(padding, 1)).map { _ in RowCell(character: " ", offset: -1, width: 1) }
        rows[0].indent = labelColumn
        rows[0].cells = label.cells + blanks + rows[0].cells
        rows[0].range = unit.range.lowerBound..<max(rows[0].range.upperBound, unit.range.lowerBound)
        return rows
      }
      return wrap(words, first: labelColumn, rest: min(textColumn, labelColumn + Self.hang), available)
    }
    if unit.centred || unit.kind == .heading && provision == nil {
      var rows = wrap(words, first: 0, rest: 0, available)
      if unit.centred {
        for i in rows.indices { rows[i].indent = max(0, (available - rows[i].cells.reduce(0) { $0 + $1.width }) / 2) }
      }
      return rows
    }
    return wrap(words, first: textColumn, rest: textColumn, available)
  }

  func wrap(_ words: [CellReader.Word], first: Int, rest: Int, _ available: Int) -> [Row] {
    var rows: [Row] = []
    let widthFirst = max(available - first, 8)
    let widthRest = max(available - rest, 8)
    let pieces = words.contains { $0.width > widthRest } ? words.flatMap { split($0, widthRest) } : words
    let starts = WordWrap.rows(pieces.map { WordWrap.Item(width: $0.width, spaced: $0.spaced) }, first: widthFirst, rest: widthRest)
    rows.reserveCapacity(starts.count)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : pieces.count
      var cells: [RowCell] = []
      for k in start..<end {
        if k > start, pieces[k].spaced {
          let before = pieces[k - 1].cells[pieces[k - 1].cells.count - 1]
          let struck = before.struck == pieces[k].cells[0].struck ? before.struck : nil
          cells.append(
            RowCell(character: " ", offset: struck != nil ? before.offset : before.offset + 1, width: 1, struck: struck))
        }
        cells += pieces[k].cells
      }
      let low = cells[0].offset
      rows.append(Row(indent: index == 0 ? first : rest, cells: cells, range: low..<(cells[cells.count - 1].offset + 1)))
    }
    return rows
  }

  /// A word wider than a row, in pieces that fit; a rule, `========`, is as long as the row and goes on in no other.
  private func split(_ word: CellReader.Word, _ limit: Int) -> [CellReader.Word] {
    guard word.width > limit else { return [word] }
    let sign = word.cells[0].character
    if word.cells[0].width == 1, sign.isPunctuation || sign.isSymbol, word.cells.allSatisfy({ $0.character == sign }) {
      return [CellReader.Word(cells: Array(word.cells.prefix(limit)), width: limit, spaced: word.spaced)]
    }
    var out: [CellReader.Word] = []
    var cells: [RowCell] = []
    var width = 0
    for cell in word.cells {
      if width + cell.width > limit, !cells.isEmpty {
        out.append(CellReader.Word(cells: cells, width: width, spaced: out.isEmpty && word.spaced))
        cells = []
        width = 0
      }
      cells.append(cell)
      width += cell.width
    }
    if !cells.isEmpty { out.append(CellReader.Word(cells: cells, width: width, spaced: out.isEmpty && word.spaced)) }
    return out
  }

  /// Says in the margin where a page of the file ends.
  private func markPages(_ unit: Unit, _ rows: inout [Row]) {
    // The numbers of a contents table are those of other pages.
    guard !agreement.pages.isEmpty, !rows.isEmpty, unit.kind != .contents else { return }
    let pages = agreement.pages
    var low = 0
    var high = pages.count
    while low < high {
      let middle = (low + high) / 2
      if pages[middle].offset < unit.range.lowerBound { low = middle + 1 } else { high = middle }
    }
    // A break right before this unit shows at its first row; one inside, at the row it falls in.
    if low > 0,
      agreement.text.bytes[pages[low - 1].offset..<max(pages[low - 1].offset, unit.range.lowerBound)].allSatisfy({ $0 <= 0x20 })
    {
      rows[0].page = Self.pageName(after: low - 1, pages)
    }
    var index = low
    while index < pages.count, pages[index].offset < unit.range.upperBound {
      let row = rows.lastIndex { $0.range.lowerBound <= pages[index].offset } ?? 0
      rows[min(row, rows.count - 1)].page = Self.pageName(after: index, pages)
      index += 1
    }
  }

  /// The page that begins behind a break: the number printed on the page that ends there, plus one, or the next one printed.
  private static func pageName(after index: Int, _ pages: [PageBreak]) -> String? {
    if let ended = pages[index].label, let number = Int(ended) { return "p. \(number + 1)" }
    if index + 1 < pages.count, let label = pages[index + 1].label { return "p. \(label)" }
    return pages[index].label == nil ? "p. \(index + 2)" : nil
  }
}
