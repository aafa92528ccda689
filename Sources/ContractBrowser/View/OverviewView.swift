import TerminalGrid

/// Draws the overview of a case: its agreements in a table, and what is known of the one that is selected.
extension Screen {
  mutating func drawOverview(_ list: ListState, _ frame: Frame, details: Frame?) {
    let overview = browser.context.overview
    for row in 0..<(state.rows - 2) { grid.fill(row: row, columns: 0..<state.columns, theme[.list]) }
    var title = browser.overviewTitle
    if let progress = state.progress { title = "reading \(progress.done) of \(progress.total) files, " + title }
    if !list.filter.isEmpty { title += ", holding “\(list.filter)”" }
    rule(title, row: frame.row - 1, column: frame.column, columns: frame.columns, focused: true)
    let columns = OverviewColumns(frame)
    columns.write(
      date: "Date", title: "Agreement", counts: ["Prov.", "Terms", "Missing", "Doubts"], row: frame.row, in: &grid,
      theme[.listDetail],
      theme[.listDetail])
    let count = browser.listCount(list)
    for index in 0..<max(frame.rows - 1, 0) where list.first + index < count {
      let entry = overview.rows[browser.overviewRow(list, list.first + index)]
      let row = frame.row + 1 + index
      let isSelected = list.first + index == list.selected
      let style = theme[isSelected ? .listSelected : .list]
      if isSelected { grid.fill(row: row, columns: frame.column..<(frame.column + frame.columns), style) }
      columns.write(
        date: entry.date, title: entry.title,
        counts: [
          "\(entry.provisions)", "\(entry.terms)", entry.missing > 0 ? "\(entry.missing)" : "",
          entry.doubts > 0 ? "\(entry.doubts)" : "",
        ],
        row: row, in: &grid, style, isSelected ? style : theme[.listDetail])
    }
    if count > list.selected, let details { drawDetails(overview, browser.overviewRow(list, list.selected), details) }
  }

  private mutating func drawDetails(_ overview: CaseOverview, _ row: Int, _ frame: Frame) {
    rule(overview.rows[row].title, row: frame.row, column: frame.column, columns: frame.columns, focused: false)
    let indent = 13
    var at = frame.row + 1
    for detail in overview.details(row) {
      let lines = WordWrap.wrap(detail.text, width: max(frame.columns - indent - 2, 8))
      for (index, line) in lines.enumerated() where at < frame.row + frame.rows {
        if index == 0 {
          grid.write(detail.label, row: at, column: frame.column + 2, theme[.listDetail], limit: frame.column + indent)
        }
        grid.write(
          line, row: at, column: frame.column + indent, theme[detail.isWarning ? .warning : .list],
          limit: frame.column + frame.columns)
        at += 1
      }
    }
  }
}

/// Where the columns of the overview's table stand in a frame: the counts at the right, as many as leave the title room.
private struct OverviewColumns {
  private let frame: Frame
  private let widths: [Int]

  init(_ frame: Frame) {
    self.frame = frame
    widths = frame.columns >= 70 ? [6, 6, 8, 7] : frame.columns >= 50 ? [6, 6] : []
  }

  func write(date: String, title: String, counts: [String], row: Int, in grid: inout Grid, _ style: Style, _ dim: Style) {
    let end = frame.column + frame.columns - 1
    let right = end - widths.reduce(0, +)
    let start = frame.column + 2
    grid.write(date, row: row, column: start, dim, limit: right)
    grid.write(title, row: row, column: start + 12, style, limit: right - 1)
    var column = right
    for (count, width) in zip(counts, widths) {
      column += width
      grid.write(count, row: row, column: column - DisplayWidth.of(count), dim, limit: end + 1)
    }
  }
}
