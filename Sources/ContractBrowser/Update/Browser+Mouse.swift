import ContractModel
import TerminalGrid

/// What a click, the wheel and a drag do: links, tabs, rows, crumbs, panes and words.
extension Browser {
  mutating func takeMouse(_ key: Key) -> [Effect] {
    // Nothing is shown that could be pointed at.
    guard state.columns >= Panes.smallest.columns, state.rows >= Panes.smallest.rows else { return [] }
    switch key {
    case .click(let row, let column): return click(row: row, column: column)
    case .drag(let row, let column): return drag(row: row, column: column)
    case .release(let row, let column): return release(row: row, column: column)
    case .wheel(let up, let row, let column): return wheel(up: up, row: row, column: column)
    default: return []
    }
  }

  private func holds(_ frame: Frame?, _ row: Int, _ column: Int) -> Bool {
    guard let frame else { return false }
    return (frame.row..<(frame.row + frame.rows)).contains(row) && (frame.column..<(frame.column + frame.columns)).contains(column)
  }

  private mutating func click(row: Int, column: Int) -> [Effect] {
    state.press = nil
    guard state.help == nil else { return [] }
    let panes = Panes(state)
    if panes.divider == column, row < state.rows - 2 {
      state.isDividerHeld = true
      return []
    }
    if let frame = panes.list, holds(frame, row, column) { return clickList(row - frame.row - 1) }
    if showsOverview { return [] }
    if let frame = panes.navigator, holds(frame, row, column) {
      return clickNavigator(frame, row: row - frame.row, column: column - frame.column)
    }
    if holds(panes.preview, row, column) { return perform(.follow) }
    if row == state.rows - 2 { return clickCrumb(column) }
    if holds(panes.peek, row, column) {
      state.focus = .peek
      press(.peek, row: row, column: column)
      return []
    }
    for (index, frame) in panes.readers.enumerated() where holds(frame, row, column) {
      if state.list != nil { closeList() }
      state.focus = .reader(index)
      state.lastReader = index
      if row == frame.row, let landmark = stickyLandmark(.reader(index)) {
        moveCursor(.reader(index), to: landmark.range.lowerBound)
      } else {
        press(.reader(index), row: row, column: column)
      }
    }
    return []
  }

  /// A row of a list is selected by a click, and chosen by one more.
  private mutating func clickList(_ row: Int) -> [Effect] {
    guard let list = state.list, row >= 0, list.first + row < listCount(list) else { return [] }
    if list.selected == list.first + row { return perform(.follow) }
    state.list!.selected = list.first + row
    return []
  }

  private mutating func clickNavigator(_ frame: Frame, row: Int, column: Int) -> [Effect] {
    let tabs = NavigatorTabs(state, columns: frame.columns)
    if let tab = tabs.tab(row: row, column: column) {
      return perform(tab.command)
    }
    let tab = state.navigator.tab.rawValue
    let index = state.navigator.first[tab] + row - tabs.rows
    guard row >= tabs.rows, navigatorRows().items.indices.contains(index) else { return [] }
    let wasThere = state.focus == .navigator && state.navigator.selected[tab] == index
    state.focus = .navigator
    state.navigator.selected[tab] = index
    return wasThere ? perform(.follow) : []
  }

  /// A crumb of the status line leads to what it names.
  private mutating func clickCrumb(_ column: Int) -> [Effect] {
    let pane = activePane
    var start = 1
    for crumb in crumbs(pane, width: crumbRoom(pane)) {
      let end = start + DisplayWidth.of(crumb.text)
      if (start..<end).contains(column) {
        jump(pane, agreement: reader(pane).place.agreement, offset: crumb.offset, shown: nil)
        break
      }
      start = end + 3
    }
    return []
  }

  /// Keeps where the button went down: what it does is known when it comes up.
  private mutating func press(_ pane: Pane, row: Int, column: Int) {
    guard let offset = offset(row: row, column: column, in: pane) else { return }
    let link = links(pane).mark(at: offset)?.isLink == true ? links(pane).first(after: offset) : nil
    state.press = BrowserState.Press(offset: offset, link: link)
  }

  /// Selects the words from where the button went down.
  private mutating func drag(row: Int, column: Int) -> [Effect] {
    if state.isDividerHeld, let divider = Panes(state).divider {
      state.navigator.extraColumns += column - divider
      state.navigator.extraColumns = min(max(state.navigator.extraColumns, -state.columns / 8), state.columns / 3)
      return []
    }
    guard let press = state.press, let offset = offset(row: row, column: column, in: activePane),
      offset != press.offset || state.selection != nil
    else { return [] }
    state.selection = SelectionState(start: press.offset, end: offset)
    sayHow()
    return []
  }

  private mutating func release(row: Int, column: Int) -> [Effect] {
    state.isDividerHeld = false
    guard let press = state.press else { return [] }
    state.press = nil
    if state.selection != nil {
      sayHow()
      return []
    }
    let pane = activePane
    if let link = press.link, let offset = offset(row: row, column: column, in: pane),
      links(pane).marks[link].range.contains(offset)
    {
      follow(link, from: pane, inOther: false)
    } else if let landmark = context.landmarks(reader(pane).place.agreement).innermost(at: press.offset) {
      change(pane) {
        $0.place.cursor = landmark.range.lowerBound
        $0.place.link = nil
      }
    }
    return []
  }

  /// The wheel turns what is under the pointer.
  private mutating func wheel(up: Bool, row: Int, column: Int) -> [Effect] {
    let panes = Panes(state)
    let before = state.focus
    if state.help == nil, state.list == nil {
      if holds(panes.navigator, row, column) {
        state.focus = .navigator
      } else if holds(panes.peek, row, column) {
        state.focus = .peek
      } else if let index = panes.readers.indices.first(where: { holds(panes.readers[$0], row, column) }) {
        state.focus = .reader(index)
      }
    }
    let effects = perform(up ? .lineUp : .lineDown, times: 3)
    if state.list == nil { state.focus = before }
    return effects
  }

  /// The byte shown at a cell of the screen.
  private func offset(row: Int, column: Int, in pane: Pane) -> Int? {
    let frame = frame(pane)
    let page = page(pane)
    var index = row - frame.row
    var left = frame.column
    if showsTwoPages(pane), column > frame.column + page.columns {
      index += frame.rows
      left += page.columns + 1
    }
    let rows = layout(pane).page(from: reader(pane).place.top, height: height(pane))
    guard row >= frame.row, row < frame.row + frame.rows, rows.indices.contains(index) else { return nil }
    let reader = reader(pane)
    let layout = layout(pane)
    let isScrolled = reader.scrolledTable.map { layout.group(of: rows[index].unit) == $0 } ?? reader.asFiled
    let margin = reader.asFiled ? Panes.filedMargin(page) : 2
    var at = left + rows[index].row.indent + margin - (isScrolled ? reader.scrollColumn : 0)
    for cell in rows[index].row.cells {
      if column >= at, column < at + cell.width { return cell.offset >= 0 ? cell.offset : nil }
      at += cell.width
    }
    // Behind the last word of a row the selection ends with it.
    return state.press != nil && column >= at ? rows[index].row.cells.last.map(\.offset) : nil
  }
}
