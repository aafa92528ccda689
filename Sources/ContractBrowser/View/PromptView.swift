import TerminalGrid

/// Draws the line being typed, and above it what it could mean.
extension Screen {
  mutating func drawPrompt() {
    guard let prompt = state.prompt else { return }
    let row = state.rows - 1
    grid.fill(row: row, columns: 0..<state.columns, theme[.prompt])
    // What was typed cannot be taken: it is said above.
    if let message = state.message, message.isWarning {
      grid.fill(row: row - 1, columns: 0..<state.columns, theme[.hint])
      writeCut(message.text, row: row - 1, column: 1, theme[.warning], limit: state.columns)
    }
    let sign =
      switch prompt.kind {
      case .goTo: ":"
      case .search: "/"
      case .filter: "filter: "
      case .only: "&"
      case .searchAll: "all: "
      case .note: "note: "
      case .dismissal: "dismiss because: "
      case .event(let name): "day of “\(name.prefix(30))” (2026-05-01): "
      }
    var column = grid.write(sign, row: row, column: 0, theme[.prompt])
    // Of a long text what stands around the cursor is shown.
    let room = max(state.columns - 16, 4)
    let characters = Array(prompt.text)
    let first = max(0, prompt.line.cursor - room + 1)
    column = grid.write(
      String(characters[first..<prompt.line.cursor]), row: row, column: column, theme[.prompt], limit: state.columns - 1)
    grid.cursor = Grid.Place(row: row, column: min(column, state.columns - 1))
    let last = min(characters.count, first + room)
    if prompt.line.cursor < last {
      grid.write(String(characters[prompt.line.cursor..<last]), row: row, column: column, theme[.prompt], limit: state.columns - 14)
    }
    if prompt.kind == .search {
      if let search = state.search {
        let count = browser.matches().count
        let text = search.current.map { "\($0 + 1) of \(count)" } ?? "not found"
        grid.write(
          text, row: row, column: state.columns - text.count - 1, theme[search.current == nil ? .warning : .message],
          limit: state.columns)
      }
      return
    }
    if case .note = prompt.kind {
      let hint = "C-e opens the editor"
      let at = state.columns - DisplayWidth.of(hint) - 1
      if column < at - 2 { grid.write(hint, row: row, column: at, theme[.dim], limit: state.columns) }
    }
    if prompt.kind == .goTo { drawCompletions(prompt) }
  }

  private mutating func drawCompletions(_ prompt: PromptState) {
    let found = browser.completions(prompt.text)
    if prompt.text.isEmpty, prompt.choice == nil {
      let row = state.rows - 1
      grid.write(
        "number, heading, term, Exhibit A, p4, open PATH or a command", row: row, column: 3, theme[.dim], limit: state.columns)
    }
    if found.isEmpty, !prompt.text.isEmpty, !prompt.text.hasPrefix("open ") {
      let row = state.rows - 2
      grid.fill(row: row, columns: 0..<state.columns, theme[.list])
      grid.write("nothing is called so", row: row, column: 2, theme[.warning], limit: state.columns)
    }
    let height = min(found.count, max(min(10, state.rows - 5), 1))
    // Before a word is typed or a row is chosen, Enter goes nowhere: none is selected.
    let chosen = prompt.choice ?? (prompt.text.isEmpty ? -1 : 0)
    let first = max(0, min(chosen - height + 1, found.count - height))
    // On a wide screen the text of the chosen one is seen beside the list, which is high enough for it then.
    let preview =
      state.columns >= Panes.wide && found.indices.contains(chosen)
      ? browser.preview(found[chosen], columns: state.columns / 2) : nil
    let end = preview == nil ? state.columns : state.columns / 2
    if let preview {
      let rows = max(height, min(10, state.rows - 5))
      let frame = Frame(row: state.rows - 2 - rows, column: end, rows: rows, columns: state.columns - end)
      for row in frame.row..<(frame.row + rows) {
        grid.fill(row: row, columns: 0..<state.columns, theme[.list])
        grid.fill(row: row, columns: end..<state.columns, theme[.text])
        grid.fill(row: row, columns: end..<(end + 1), theme[.border], with: glyphs.vertical)
      }
      drawText(preview, Frame(row: frame.row, column: end + 1, rows: rows, columns: frame.columns - 1))
    }
    for index in 0..<height where first + index < found.count {
      let completion = found[first + index]
      let row = state.rows - 2 - height + index
      let selected = first + index == chosen
      let style = theme[selected ? .listSelected : .list]
      grid.fill(row: row, columns: 0..<end, style)
      let detail = String(completion.detail.prefix(max(end / 3, 10)))
      let limit = end - DisplayWidth.of(detail) - 2
      var column = 2
      for (place, character) in completion.text.enumerated() where column < limit {
        column = grid.write(
          String(character), row: row, column: column,
          completion.matched.contains(place)
            ? (selected
              ? Style(style.foreground, on: style.background, style.attributes.union([.bold, .underline])) : theme[.promptMatch])
            : style, limit: limit)
      }
      grid.write(
        detail, row: row, column: end - DisplayWidth.of(detail) - 1, selected ? style : theme[.listDetail], limit: end)
    }
  }
}
