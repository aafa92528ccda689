import ContractModel
import TerminalGrid

/// Draws the navigator: tabs, then the rows of the tab that is open.
extension Screen {
  mutating func drawNavigator(_ frame: Frame, overlay: Bool) {
    for row in frame.row..<(frame.row + frame.rows) {
      grid.fill(row: row, columns: frame.column..<(frame.column + frame.columns), theme[.list])
    }
    if overlay {
      for row in frame.row..<(frame.row + frame.rows) {
        grid.fill(row: row, columns: frame.columns..<(frame.columns + 1), theme[.borderFocused], with: glyphs.vertical)
      }
    }
    let tabs = NavigatorTabs(state, columns: frame.columns)
    drawTabs(frame, tabs)
    if !state.navigator.filter.isEmpty {
      let row = frame.row + tabs.rows - 1
      grid.fill(row: row, columns: frame.column..<(frame.column + frame.columns), theme[.list])
      grid.write(
        "holding “\(state.navigator.filter)”", row: row, column: frame.column + 1, theme[.message],
        limit: frame.column + frame.columns)
    }
    let rows = browser.navigatorRows()
    let tab = state.navigator.tab.rawValue
    let height = max(frame.rows - tabs.rows, 1)
    let focused = state.focus == .navigator
    let selected = focused ? min(state.navigator.selected[tab], max(rows.items.count - 1, 0)) : currentRow(rows)
    var first = min(state.navigator.first[tab], max(rows.items.count - height, 0))
    if !focused, let selected {
      let margin = min(2, (height - 1) / 2)
      first = max(min(max(first, min(selected + margin, rows.items.count - 1) - height + 1), selected - margin), 0)
    }
    if rows.items.isEmpty {
      grid.write(emptyText, row: frame.row + tabs.rows, column: frame.column + 2, theme[.dim], limit: frame.column + frame.columns)
    }
    for index in 0..<height where first + index < rows.items.count {
      let isSelected = first + index == selected
      drawNavigatorRow(
        rows.text(first + index), row: frame.row + tabs.rows + index, frame,
        style: theme[isSelected ? (focused ? .listSelected : .provisionCurrent) : .list], isSelected: isSelected && focused)
    }
  }

  private var emptyText: String {
    if !state.navigator.filter.isEmpty { return "nothing here holds “\(state.navigator.filter)”" }
    return switch state.navigator.tab {
    case .outline: "no numbered provisions"
    case .terms: "no defined terms"
    case .references: "no references"
    case .findings: "nothing found"
    case .agreements: "no agreements"
    case .marks: "no marks or notes: m marks, a writes a note"
    case .clocks: "no time limits"
    case .parties: "no parties found"
    case .changes: "nothing is different"
    }
  }

  /// While the reader has the keys, the outline shows where it is.
  private func currentRow(_ rows: NavigatorRows) -> Int? {
    switch state.navigator.tab {
    case .outline:
      return rows.row(at: state.readers[state.activeReader].place.cursor)
    case .agreements: return rows.items.firstIndex(of: .agreement(state.readers[state.activeReader].place.agreement))
    default: return nil
    }
  }

  private mutating func drawTabs(_ frame: Frame, _ tabs: NavigatorTabs) {
    let limit = frame.column + frame.columns
    for row in 0..<tabs.rows {
      grid.fill(row: frame.row + row, columns: frame.column..<limit, theme[row == 0 ? .tab : .list])
    }
    for cell in tabs.cells {
      if cell.column == 0 { grid.fill(row: frame.row + cell.row, columns: frame.column..<limit, theme[.tab]) }
      grid.write(
        cell.text, row: frame.row + cell.row, column: frame.column + cell.column,
        theme[cell.tab == state.navigator.tab ? .tabSelected : .tab], limit: limit)
    }
  }

  private mutating func drawNavigatorRow(_ text: NavigatorRows.Text, row: Int, _ frame: Frame, style: Style, isSelected: Bool) {
    let limit = frame.column + frame.columns
    if isSelected { grid.fill(row: row, columns: frame.column..<limit, style) }
    let detailWidth = text.detail.isEmpty ? 0 : DisplayWidth.of(text.detail) + 2
    let end = limit - detailWidth
    var column = frame.column + 1 + text.indent * 2
    let mark: String =
      glyphs == .ascii && text.mark != " "
      ? (text.mark == "▸" ? "+" : text.mark == "▾" ? "-" : text.mark == "•" ? "*" : text.mark) : text.mark
    column = grid.write(mark + " ", row: row, column: column, text.isWarning && !isSelected ? theme[.warning] : style, limit: end)
    if !text.number.isEmpty {
      column = grid.write(
        text.number + " ", row: row, column: column, isSelected ? style : style.overlaid(by: Style(.standard, .bold)), limit: end)
    }
    writeCut(text.title, row: row, column: column, style, limit: end)
    if detailWidth > 0, end > frame.column + 8 {
      grid.write(text.detail, row: row, column: limit - detailWidth + 1, isSelected ? style : theme[.listDetail], limit: limit)
    }
  }
}

extension Style {
  fileprivate init(_ foreground: Colour, _ attributes: Attributes) { self.init(foreground, on: .standard, attributes) }
}
