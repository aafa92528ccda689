import ContractModel
import TerminalGrid

/// Draws the last two rows: where the reader is, and what can be done or was said.
extension Screen {
  mutating func drawStatus() {
    let row = state.rows - 2
    let style = theme[.status]
    grid.fill(row: row, columns: 0..<state.columns, style)
    if browser.showsOverview {
      let words =
        browser.context.agreements.title.isEmpty ? "Overview" : "\(browser.context.agreements.title)\(glyphs.separator)overview"
      grid.write(words, row: row, column: 1, theme[.status], limit: state.columns)
      return
    }
    let pane = browser.activePane
    let right = browser.position(pane)
    let end = state.columns - DisplayWidth.of(right) - 2
    let crumbs = browser.crumbs(
      pane, width: browser.crumbRoom(pane), separatorWidth: DisplayWidth.of(glyphs.separator), more: glyphs.more)
    writeCut(crumbs.map(\.text).joined(separator: glyphs.separator), row: row, column: 1, theme[.status], limit: end)
    grid.write(right, row: row, column: end + 1, theme[.statusPlace], limit: state.columns)
  }

  mutating func drawHint() {
    let row = state.rows - 1
    grid.fill(row: row, columns: 0..<state.columns, theme[.hint])
    if !state.pending.isEmpty || state.count != nil { return drawPending(row) }
    if let message = state.message {
      let style = theme[message.isWarning ? .warning : .message]
      let hint = message.hint.map { " · " + $0 } ?? ""
      let limit = state.columns - DisplayWidth.of(hint)
      if 1 + DisplayWidth.of(message.text) <= limit {
        grid.write(message.text + hint, row: row, column: 1, style, limit: state.columns)
      } else {
        let cut = grid.write(message.text, row: row, column: 1, style, limit: max(1, limit - 1))
        grid.write("\(glyphs.more)\(hint)", row: row, column: cut, style, limit: state.columns)
      }
      return
    }
    if state.focus != .navigator, state.list == nil, state.help == nil, state.labels == nil, let note = currentNote() {
      let column = grid.write("note: ", row: row, column: 1, theme[.annotation])
      writeCut(note, row: row, column: column, theme[.message], limit: state.columns)
      return
    }
    var column = 1
    for (command, title) in hints() {
      let name = browser.keyName(command)
      let width = DisplayWidth.of(name) + 1 + title.count + 2
      guard column + width <= state.columns else { break }
      column = grid.write(name, row: row, column: column, theme[.hintKey])
      column = grid.write(" \(title)  ", row: row, column: column, theme[.hint])
    }
  }

  /// What was typed of a command, and the keys that may follow with what they do.
  private mutating func drawPending(_ row: Int) {
    let typed = (state.count.map(String.init) ?? "") + (state.pending.isEmpty ? "" : KeySequence(state.pending).name)
    let column = grid.write(typed + "  ", row: row, column: 1, theme[.promptMatch])
    var choices = state.pending.isEmpty ? [] : browser.keymap.continuations(state.pending).map { ($0.keys, short($0.command)) }
    if state.pending.isEmpty {
      let isText = state.list == nil && state.focus != .navigator
      choices = (isText ? [Command.lineDown, .nextProvision, .nextArticle, .searchNext, .percent, .bottom] : [.lineDown, .bottom])
        .map {
          (browser.keyName($0), short($0))
        }
      if let tab = state.count.flatMap({ NavigatorState.Tab(rawValue: $0 - 1) }) {
        choices.insert((browser.keyName(.follow), "opens \(NavigatorState.Tab.names[tab.rawValue])"), at: 0)
      }
    }
    // What one row does not hold stands in rows above it, the first choices in the first.
    let lines = rows(choices, first: column)
    for (index, line) in lines.enumerated() {
      let at = row - (lines.count - 1) + index
      if at < row { grid.fill(row: at, columns: 0..<state.columns, theme[.hint]) }
      var next = index == lines.count - 1 ? column : 1
      for (keys, title) in line {
        next = grid.write(keys, row: at, column: next, theme[.hintKey])
        next = grid.write(" \(title) ", row: at, column: next, theme[.hint])
      }
    }
  }

  /// The choices in as many rows as they need; the last begins behind what was typed.
  private func rows(_ choices: [(String, String)], first: Int) -> [[(String, String)]] {
    var lines: [[(String, String)]] = [[]]
    var used = 1
    for choice in choices {
      let width = DisplayWidth.of(choice.0) + DisplayWidth.of(choice.1) + 3
      if used + width > state.columns, !lines[lines.count - 1].isEmpty {
        lines.append([])
        used = 1
      }
      lines[lines.count - 1].append(choice)
      used += width
    }
    if used + first > state.columns { lines.append([]) }
    return lines.suffix(max(state.rows / 2, 1))
  }

  /// What a command does, in a word or two.
  private func short(_ command: Command) -> String {
    switch command {
    case .lineDown: "lines"
    case .nextProvision: "provisions"
    case .nextArticle: "articles"
    case .searchNext: "matches"
    case .percent: "percent"
    case .bottom: state.list == nil && state.focus != .navigator ? "line of the file" : "row"
    case .top: "top"
    case .outline, .terms, .references, .findings, .agreements, .marks, .clocks, .parties, .changes:
      NavigatorState.Tab.allCases.first { $0.command == command }.map { NavigatorState.Tab.names[$0.rawValue] } ?? ""
    case .overview: "Overview"
    case .centre: "middle"
    case .toPaneTop: "top"
    case .toPaneBottom: "bottom"
    case .outlineLevel1: "1 level"
    case .outlineLevel2: "2 levels"
    case .outlineLevel3: "3 levels"
    case .outlineAll: "all"
    case .groupFindings: "group"
    case .messages: "warnings"
    case .onlyChanges: "only changes"
    default: CommandEntry.entry(command).title
    }
  }

  /// The note on the provision the reader is in.
  private func currentNote() -> String? {
    let pane = browser.activePane
    guard let landmark = browser.currentLandmark(pane) else { return nil }
    let note =
      browser.annotation(browser.reader(pane).place.agreement, at: landmark.range.lowerBound)?.note ?? ""
    return note.isEmpty ? nil : note
  }

  /// The few keys that are valid now.
  private func hints() -> [(Command, String)] {
    if state.labels != nil { return [(.cancel, "or type a link's letters")] }
    if state.help != nil { return [(.lineDown, "down"), (.lineUp, "up"), (.search, "search"), (.cancel, "closes help")] }
    if browser.showsOverview {
      return [
        (.follow, "read"), (.peek, "first lines"), (.followInOther, "beside"), (.wider, "sort"), (.search, "filter"),
        (.searchAll, "search all"), (.goTo, "go to"),
        (.cancel, "close"), (.help, "help"), (.quit, "quit"),
      ]
    }
    if case .messages? = state.list?.content {
      return [(.lineDown, "down"), (.lineUp, "up"), (.search, "filter"), (.cancel, "close")]
    }
    if state.list != nil {
      return [
        (.follow, "go there"), (.peek, "peek"), (.search, "filter"), (.lineDown, "down"), (.lineUp, "up"), (.cancel, "close"),
      ]
    }
    if state.focus == .navigator, state.isNavigatorEmpty {
      return [(.nextLink, "next tab"), (.nextPane, "reader"), (.help, "help")]
    }
    if state.focus == .navigator, state.navigator.tab == .findings {
      return [
        (.follow, "go there"), (.dismissFinding, "dismiss"), (.groupFindings, "group"), (.left, "fold"), (.search, "filter"),
        (.nextPane, "reader"), (.help, "help"),
      ]
    }
    if state.focus == .navigator {
      let folds: [(Command, String)] = state.navigator.tab == .outline ? [(.left, "fold"), (.right, "open")] : []
      let uses: [(Command, String)] = [.outline, .terms].contains(state.navigator.tab) ? [(.uses, "uses")] : []
      let dates: [(Command, String)] = state.navigator.tab == .clocks ? [(.note, "date the event")] : []
      return [(.follow, "go there"), (.peek, "peek")] + folds + dates + [(.search, "filter")] + uses + [
        (.nextPane, "reader"), (.help, "help"),
      ]
    }
    if state.focus == .peek {
      let back: [(Command, String)] = state.peek?.back.isEmpty == false ? [(.back, "back")] : []
      return [(.cancel, "close"), (.follow, "follow")] + back + [(.nextLink, "link"), (.help, "help")]
    }
    let back: [(Command, String)] = browser.reader(browser.activePane).back.isEmpty ? [] : [(.back, "back")]
    return [(.follow, "follow"), (.nextLink, "link"), (.peek, "peek")] + back + [
      (.uses, "uses"), (.goTo, "go to"), (.search, "search"), (.outline, "outline"), (.help, "help"), (.quit, "quit"),
    ]
  }
}
