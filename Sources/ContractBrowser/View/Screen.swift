import ContractModel
import TerminalGrid

/// What can be drawn of frames and marks: with the terminal's own characters or with ASCII alone.
package struct Glyphs: Sendable, Equatable {
  var vertical: Character
  var horizontal: Character
  var bar: Character
  var more: Character
  var less: Character
  /// Signs in the margin of a provision that is marked, and of one that bears a note.
  var marked: Character
  var noted: Character
  /// The sign in the margin of a line in which something was found.
  var finding: Character = "!"
  var separator: String

  /// Nothing but words: what a screen reader would spell out is left blank.
  package static let flat = Glyphs(
    vertical: " ", horizontal: " ", bar: " ", more: ">", less: "<", marked: "*", noted: "+", separator: ", ")
  package static let unicode = Glyphs(
    vertical: "│", horizontal: "─", bar: "▎", more: "›", less: "‹", marked: "•", noted: "¶", separator: " › ")
  package static let ascii = Glyphs(
    vertical: "|", horizontal: "-", bar: "|", more: ">", less: "<", marked: "*", noted: "+", separator: " > ")
}

extension Browser {
  /// The screen as a grid of cells.
  package func grid(_ theme: Theme, _ glyphs: Glyphs = .unicode) -> Grid {
    var screen = Screen(browser: self, theme: theme, glyphs: glyphs)
    screen.draw()
    return screen.grid
  }
}

/// Draws a browser, pane by pane.
struct Screen {
  let browser: Browser
  let theme: Theme
  let glyphs: Glyphs
  var grid: Grid

  init(browser: Browser, theme: Theme, glyphs: Glyphs) {
    self.browser = browser
    self.theme = theme
    self.glyphs = glyphs
    grid = Grid(columns: browser.state.columns, rows: browser.state.rows, style: theme[.text])
  }

  var state: BrowserState { browser.state }

  mutating func draw() {
    if state.columns < Panes.smallest.columns || state.rows < Panes.smallest.rows {
      grid.write("too small", row: 0, column: 0, theme[.warning])
      grid.write("24x6 needed", row: 1, column: 0, theme[.text])
      return
    }
    guard browser.context.count > 0 else {
      grid.write("no agreement open", row: 0, column: 0, theme[.text])
      return
    }
    let panes = Panes(state)
    if let list = state.list, browser.showsOverview, let frame = panes.list {
      drawOverview(list, frame, details: panes.details)
      drawTutorial(panes)
      if let first = state.help { drawHelp(first) }
      drawStatus()
      if state.prompt != nil { drawPrompt() } else { drawHint() }
      if state.isFlat, grid.cursor == nil { placeCursor(panes) }
      return
    }
    for index in state.readers.indices {
      if panes.titles.indices.contains(index) { drawTitle(index, panes.titles[index]) }
      drawReader(.reader(index), panes.readers[index])
    }
    if state.split == .beside, panes.titles.count == 2, panes.titles[0].row == panes.titles[1].row {
      let column = panes.titles[1].column - 1
      for row in panes.titles[0].row..<(panes.titles[0].row + panes.readers[0].rows + 1) {
        grid.fill(row: row, columns: column..<(column + 1), theme[.border], with: glyphs.vertical)
      }
    }
    if let frame = panes.peek { drawPeek(frame) }
    if let frame = panes.list, let list = state.list { drawList(list, frame) }
    if let frame = panes.preview { drawPreview(frame) }
    if let frame = panes.navigator { drawNavigator(frame, overlay: panes.navigatorOverlays) }
    if let divider = panes.divider {
      for row in 0..<(state.rows - 2) {
        grid.fill(row: row, columns: divider..<(divider + 1), theme[.border], with: glyphs.vertical)
      }
    }
    drawTutorial(panes)
    if let first = state.help { drawHelp(first) }
    drawStatus()
    if state.prompt != nil { drawPrompt() } else { drawHint() }
    if state.isFlat, grid.cursor == nil { placeCursor(panes) }
  }

  /// The step of the tutorial that is to be done, over everything else.
  private mutating func drawTutorial(_ panes: Panes) {
    guard let frame = panes.tutorial, let words = Tutorial.words(browser) else { return }
    rule("tutorial", row: frame.row, column: 0, columns: frame.columns, focused: true)
    for (index, line) in WordWrap.wrap(words, width: frame.columns - 3).prefix(frame.rows - 1).enumerated() {
      grid.fill(row: frame.row + 1 + index, columns: 0..<frame.columns, theme[.text])
      grid.write(line, row: frame.row + 1 + index, column: 2, theme[.message], limit: frame.columns)
    }
  }

  /// Puts the cursor on what is current: the selected row, link or provision.
  private mutating func placeCursor(_ panes: Panes) {
    if state.help != nil {
      grid.cursor = Grid.Place(row: 1, column: 0)
    } else if let list = state.list, let frame = panes.list {
      grid.cursor = Grid.Place(row: frame.row + 1 + list.selected - list.first, column: frame.column + 2)
    } else if state.focus == .navigator, let frame = panes.navigator {
      let tab = state.navigator.tab.rawValue
      grid.cursor = Grid.Place(row: frame.row + 2 + state.navigator.selected[tab] - state.navigator.first[tab], column: 1)
    } else {
      let pane = browser.activePane
      let place = browser.reader(pane).place
      let offset = place.link ?? place.shown?.lowerBound ?? place.cursor
      let frame = browser.frame(pane)
      for (index, line) in browser.layout(pane).page(from: place.top, height: frame.rows).enumerated()
      where line.row.range.contains(offset) && !line.row.isBlank {
        var column = frame.column + 2 + line.row.indent
        for cell in line.row.cells {
          if cell.offset >= offset { break }
          column += cell.width
        }
        grid.cursor = Grid.Place(row: frame.row + index, column: min(column, state.columns - 1))
        return
      }
      grid.cursor = Grid.Place(row: frame.row, column: frame.column)
    }
  }

  /// Writes words on one row, with a mark at its end where they do not fit; line ends are blanks.
  mutating func writeCut(_ words: String, row: Int, column: Int, _ style: Style, limit: Int) {
    let line = words.contains { $0.isNewline } ? words.split(whereSeparator: \.isNewline).joined(separator: " ") : words
    guard column < limit else { return }
    if column + DisplayWidth.of(line) <= limit {
      grid.write(line, row: row, column: column, style, limit: limit)
    } else {
      grid.write(line, row: row, column: column, style, limit: limit - 1)
      grid.write(String(glyphs.more), row: row, column: limit - 1, style, limit: limit)
    }
  }

  /// A row that parts panes: a rule with a title in it.
  mutating func rule(_ title: String, row: Int, column: Int, columns: Int, focused: Bool) {
    let style = theme[focused ? .borderFocused : .border]
    grid.fill(row: row, columns: column..<(column + columns), style, with: glyphs.horizontal)
    guard !title.isEmpty else { return }
    let end = column + columns - 1
    let at = grid.write(" ", row: row, column: column + 1, style, limit: end)
    writeCut(title, row: row, column: at, theme[focused ? .borderFocused : .listDetail], limit: end - 1)
    grid.write(" ", row: row, column: min(at + DisplayWidth.of(title), end - 1), style, limit: end)
  }

  private mutating func drawTitle(_ index: Int, _ frame: Frame) {
    let agreement = state.readers[index].place.agreement
    let side = state.comparison.map { $0.old == agreement ? "old: " : $0.new == agreement ? "new: " : "" } ?? ""
    rule(
      side + browser.place(.reader(index), separator: glyphs.separator), row: frame.row, column: frame.column,
      columns: frame.columns,
      focused: state.focus == .reader(index))
  }

  private mutating func drawPeek(_ frame: Frame) {
    let trail = browser.trail(separator: glyphs.separator)
    rule("peek: " + trail, row: frame.row, column: frame.column, columns: frame.columns, focused: state.focus == .peek)
    drawReader(.peek, Frame(row: frame.row + 1, column: frame.column, rows: max(frame.rows - 1, 1), columns: frame.columns))
  }
}
