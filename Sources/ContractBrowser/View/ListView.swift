import TerminalGrid

/// Draws a list to choose from, below the reader.
extension Screen {
  mutating func drawList(_ list: ListState, _ frame: Frame) {
    let title = browser.listTitle(list) + (list.filter.isEmpty ? "" : ", holding “\(list.filter)”")
    rule(title, row: frame.row, column: frame.column, columns: frame.columns, focused: true)
    let count = browser.listCount(list)
    let height = max(frame.rows - 1, 1)
    let seen = (list.first..<min(list.first + height, count)).map { browser.listRow(list, $0) }
    let numbers = min(seen.map { DisplayWidth.of($0.number) }.max() ?? 0, max(8, frame.columns / 3))
    for index in 0..<height {
      let row = frame.row + 1 + index
      grid.fill(row: row, columns: frame.column..<(frame.column + frame.columns), theme[.list])
      guard list.first + index < count else { continue }
      let line = seen[index]
      let selected = list.first + index == list.selected
      let style = theme[selected ? .listSelected : .list]
      if selected { grid.fill(row: row, columns: frame.column..<(frame.column + frame.columns), style) }
      let limit = frame.column + frame.columns
      var column = frame.column + 2
      if !line.number.isEmpty {
        writeCut(line.number, row: row, column: column, selected ? style : theme[.number], limit: min(limit, column + numbers))
      }
      if numbers > 0 { column += max(numbers + 2, 10) }
      let detail = min(DisplayWidth.of(line.detail), max(28, frame.columns / 3))
      writeCut(line.text, row: row, column: column, style, limit: detail == 0 ? limit - 1 : limit - detail - 3)
      if detail > 0 {
        writeCut(
          line.detail, row: row, column: limit - detail - 1, selected ? style : theme[.listDetail], limit: limit - 1)
      }
    }
  }
}
