import TerminalGrid

/// Draws the overview of a case: its agreements in a table, and what is known of the one that is selected.
extension Screen {
  mutating func drawOverview(_ list: ListState, _ frame: Frame, details: Frame?) {
    let overview = browser.overview
    for row in 0..<(state.rows - 2) { grid.fill(row: row, columns: 0..<state.columns, theme[.list]) }
    let count = browser.listCount(list)
    var title = browser.overviewTitle
    if let progress = state.progress { title = "reading \(progress.done) of \(progress.total) files, " + title }
    if !list.filter.isEmpty { title = "\(count) of \(overview.rows.count) hold “\(list.filter)”, " + title }
    rule(title, row: frame.row - 1, column: frame.column, columns: frame.columns, focused: true)
    let columns = OverviewColumns(frame, glyphs)
    columns.write(
      OverviewColumns.heads(state.overviewOrder, glyphs), row: frame.row, in: &grid, theme[.listDetail], theme[.listDetail])
    for index in 0..<max(frame.rows - 1, 0) where list.first + index < count {
      let entry = overview.rows[browser.overviewRow(list, list.first + index)]
      let row = frame.row + 1 + index
      let isSelected = list.first + index == list.selected
      let style = theme[isSelected ? .listSelected : .list]
      if isSelected { grid.fill(row: row, columns: frame.column..<(frame.column + frame.columns), style) }
      columns.write(
        OverviewColumns.cells(
          entry, words: browser.context.shownWords(entry.member), telling: browser.context.tellingName(entry.member)), row: row,
        in: &grid, style,
        isSelected ? style : theme[.listDetail])
    }
    guard count > list.selected, let details else { return }
    let selected = browser.overviewRow(list, list.selected)
    if state.overviewShowsText {
      drawFirstLines(overview.rows[selected], details)
    } else {
      drawDetails(overview, selected, details)
    }
  }

  /// The beginning of an agreement as it is read.
  private mutating func drawFirstLines(_ entry: CaseOverview.Row, _ frame: Frame) {
    var reader = ReaderState()
    reader.place.agreement = entry.member
    rule(entry.title, row: frame.row, column: frame.column, columns: frame.columns, focused: false)
    drawText(reader, Frame(row: frame.row + 1, column: frame.column, rows: max(frame.rows - 1, 1), columns: frame.columns))
  }

  private mutating func drawDetails(_ overview: CaseOverview, _ row: Int, _ frame: Frame) {
    rule(overview.rows[row].title, row: frame.row, column: frame.column, columns: frame.columns, focused: false)
    let indent = 13
    var at = frame.row + 1
    let details = overview.details(row)
    for (place, detail) in details.enumerated() {
      let lines = WordWrap.wrap(detail.text, width: max(frame.columns - indent - 2, 8))
      // Each kind of detail has a row at least: of a long one what does not fit is said to be more.
      let room = max(1, frame.row + frame.rows - at - (details.count - 1 - place))
      for (index, line) in lines.prefix(room).enumerated() where at < frame.row + frame.rows {
        if index == 0 {
          grid.write(detail.label, row: at, column: frame.column + 2, theme[.listDetail], limit: frame.column + indent)
        }
        let isCut = index == room - 1 && lines.count > room
        let end = frame.column + frame.columns
        grid.write(line, row: at, column: frame.column + indent, theme[detail.isWarning ? .warning : .list], limit: end - 1)
        if isCut { grid.write(String(glyphs.more), row: at, column: end - 1, theme[.dim], limit: end) }
        at += 1
      }
    }
  }
}

/// Where the columns of the overview's table stand in a frame: the title, the parties, the file where there is room, the counts at the
/// right.
private struct OverviewColumns {
  struct Cells {
    var date: String
    var title: String
    var parties: String
    var file: String
    /// Whether the file alone tells the row from another.
    var isAlike = false
    var counts: [String]
  }

  private static let amended = ", as amended"

  private let frame: Frame
  private let more: String
  private let counts: [Int]
  private let title: Int
  private let parties: Int
  private let file: Int

  init(_ frame: Frame, _ glyphs: Glyphs) {
    self.frame = frame
    more = String(glyphs.more)
    counts = frame.columns >= 100 ? [8, 8, 7] : frame.columns >= 70 ? [8] : []
    let room = frame.columns - 15 - counts.reduce(0, +)
    file = room >= 90 ? room / 4 : 0
    parties = room >= 34 ? (room - file) * 9 / 20 : 0
    title = room - file - parties
  }

  static func heads(_ order: CaseOverview.Order, _ glyphs: Glyphs) -> Cells {
    func head(_ name: String, _ own: CaseOverview.Order) -> String {
      order == own ? name + (glyphs == .unicode ? " ▾" : " v") : name
    }
    return Cells(
      date: head("Date", .date), title: head("Agreement", .title), parties: head("Parties", .parties), file: head("File", .file),
      counts: ["Words", "Missing", "Doubts"])
  }

  /// `telling` is what tells the agreement from others of its title.
  static func cells(_ entry: CaseOverview.Row, words: Int, telling: String?) -> Cells {
    Cells(
      date: entry.date, title: String(repeating: "  ", count: entry.indent) + entry.title, parties: entry.parties,
      file: telling ?? entry.file,
      isAlike: entry.isAlike,
      counts: [
        words >= 10_000 ? "\(words / 1_000)k" : "\(words)", entry.missing > 0 ? "\(entry.missing)" : "",
        entry.doubts > 0 ? "\(entry.doubts)" : "",
      ])
  }

  func write(_ cells: Cells, row: Int, in grid: inout Grid, _ style: Style, _ dim: Style) {
    let end = frame.column + frame.columns - 1
    var column = frame.column + 2
    grid.write(cells.date, row: row, column: column, dim, limit: end)
    column += 12
    let who = file == 0 && cells.isAlike ? cells.file : cells.parties
    for (words, width, style) in [(cells.title, title, style), (who, parties, dim), (cells.file, file, dim)]
    where width > 0 {
      let limit = min(column + width - 2, end)
      let isCut = column + DisplayWidth.of(words) > limit
      // "Master Constr›, as amended": what tells it from the agreement as signed stays.
      let tail = isCut && words.hasSuffix(Self.amended) && width > 24 ? Self.amended : ""
      let cut = limit - DisplayWidth.of(tail)
      grid.write(words, row: row, column: column, style, limit: isCut ? cut - 1 : limit)
      if isCut { grid.write(more + tail, row: row, column: cut - 1, style, limit: limit) }
      column += width
    }
    for (count, width) in zip(cells.counts, counts) {
      column += width
      grid.write(count, row: row, column: column - DisplayWidth.of(count) - 1, dim, limit: end + 1)
    }
  }
}
