import TerminalGrid

/// Draws what the selected row of a list or of the navigator is about.
extension Screen {
  mutating func drawPreview(_ frame: Frame) {
    for row in frame.row..<(frame.row + frame.rows) {
      grid.fill(row: row, columns: frame.column..<(frame.column + frame.columns), theme[.text])
    }
    guard let preview = browser.preview(width: Panes.textWidth(frame), rows: frame.rows - 1) else {
      rule("", row: frame.row, column: frame.column, columns: frame.columns, focused: false)
      return
    }
    rule(preview.title, row: frame.row, column: frame.column, columns: frame.columns, focused: false)
    let end = frame.row + frame.rows
    var row = frame.row + 1
    let words = preview.words.isEmpty ? [] : WordWrap.wrap(preview.words, width: max(frame.columns - 4, 8))
    for line in words where row < end {
      grid.write(line, row: row, column: frame.column + 2, theme[.message], limit: frame.column + frame.columns)
      row += 1
    }
    guard let reader = preview.reader, row < end else { return }
    if !words.isEmpty, row + 3 < end { row += 1 }
    drawText(reader, Frame(row: row, column: frame.column, rows: end - row, columns: frame.columns))
  }
}
