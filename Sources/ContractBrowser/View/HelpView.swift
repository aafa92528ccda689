import TerminalGrid

/// The help, made from the table of commands.
enum HelpText {
  struct Line: Equatable {
    var keys: String
    var text: String
    var isHeading = false
  }

  /// The keys that are valid where `place` is said come first, then all of them by subject.
  static func lines(_ keymap: Keymap, width: Int, in place: CommandEntry.Place? = nil) -> [Line] {
    var out: [Line] = []
    func add(_ entry: CommandEntry) {
      let keys = keymap.keys(entry.command).map(\.name).joined(separator: " ")
      out.append(Line(keys: keys.isEmpty ? ":\(entry.command.rawValue)" : keys, text: entry.title))
    }
    if let place, place != .reader {
      out.append(Line(keys: "", text: "Here, in \(place.rawValue)", isHeading: true))
      for entry in CommandEntry.table where entry.works(in: place) { add(entry) }
    }
    for group in CommandEntry.Group.allCases {
      if !out.isEmpty { out.append(Line(keys: "", text: "")) }
      out.append(Line(keys: "", text: group.rawValue, isHeading: true))
      for entry in CommandEntry.table where entry.group == group { add(entry) }
    }
    return out.flatMap { wrapped($0, width: max(width - column - 1, 12)) }
  }

  /// Where the words begin.
  static let column = 30

  /// A line in as many rows as its words need.
  private static func wrapped(_ line: Line, width: Int) -> [Line] {
    guard !line.isHeading, !line.text.isEmpty else { return [line] }
    return WordWrap.wrap(line.text, width: width).enumerated().map { index, words in
      Line(keys: index == 0 ? line.keys : "", text: words)
    }
  }
}

extension Screen {
  mutating func drawHelp(_ first: Int) {
    let rows = state.rows - 2
    for row in 0..<rows { grid.fill(row: row, columns: 0..<state.columns, theme[.list]) }
    rule(
      state.helpFilter.isEmpty ? "keys" : "keys, holding “\(state.helpFilter)”", row: 0, column: 0, columns: state.columns,
      focused: true)
    let lines = browser.helpLines()
    for index in 0..<(rows - 1) where first + index < lines.count {
      let line = lines[first + index]
      let row = 1 + index
      if line.isHeading {
        grid.write(line.text, row: row, column: 2, theme[.heading1])
      } else {
        grid.write(line.keys, row: row, column: 2, theme[.hintKey], limit: HelpText.column - 1)
        grid.write(line.text, row: row, column: HelpText.column, theme[.list], limit: state.columns)
      }
    }
  }
}
