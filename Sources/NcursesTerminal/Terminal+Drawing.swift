import CNcurses
import TerminalGrid

/// What goes out: the cells that changed, styles as pairs of colours, and sequences as they are.
extension Terminal {
  /// Shows a grid, sending the cells that changed since the last one.
  package func draw(_ grid: Grid) {
    let before = shown.flatMap { $0.columns == grid.columns && $0.rows == grid.rows ? $0 : nil }
    if before == nil { erase() }
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let cell = grid[row, column]
        if let before, before[row, column] == cell { continue }
        guard let character = cell.character else { continue }
        // The last cell of the last row would scroll; curses places it without.
        put(character, cell.style, row, column)
        // A wide character that was cut in half leaves a blank.
        if let before, before[row, column].character == nil, column > 0, grid[row, column - 1].character != nil {
          put(character, cell.style, row, column)
        }
      }
    }
    if let before { for row in movedFar(grid, before) { wredrawln(hereof_screen(), Int32(row), 1) } }
    if let cursor = grid.cursor {
      curs_set(1)
      move(Int32(cursor.row), Int32(cursor.column))
    } else {
      curs_set(0)
    }
    wrefresh(hereof_screen())
    shown = grid
  }

  /// The rows to be written out whole: those that changed, unless the text moved by one row.
  ///
  /// Curses would ask the terminal to scroll by several lines at once (SU, SD) wherever that makes rows alike, which not every
  /// emulator that calls itself xterm knows. By one line it scrolls with a line feed, which all know.
  private func movedFar(_ grid: Grid, _ before: Grid) -> [Int] {
    let now = (0..<grid.rows).map { Self.hash(grid.row($0)) }
    let then = (0..<grid.rows).map { Self.hash(before.row($0)) }
    let changed = (0..<grid.rows).filter { now[$0] != then[$0] }
    guard changed.count > 2 else { return [] }
    for step in [1, -1] {
      let moved = changed.count { row in then.indices.contains(row + step) && now[row] == then[row + step] }
      if moved * 2 > changed.count { return [] }
    }
    return changed
  }

  private static let blank = 0

  /// A number for the words and styles of a row; `blank` for a row without words.
  private static func hash(_ row: ArraySlice<Cell>) -> Int {
    var hash = 0
    var words = false
    for cell in row {
      let scalar = cell.character.map { Int($0.unicodeScalars.first!.value) } ?? 1
      if scalar != 0x20 { words = true }
      hash = hash &* 1_000_003 &+ scalar ^ Int(cell.style.attributes.rawValue) << 21
    }
    return words ? hash | 1 : blank
  }

  /// Forgets what is shown, so that the next grid is sent whole.
  package func invalidate() {
    shown = nil
    clearok(hereof_screen(), true)
  }

  private func put(_ character: Character, _ style: Style, _ row: Int, _ column: Int) {
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= hereof_attribute_bold() }
    if style.attributes.contains(.dim) { attributes |= hereof_attribute_dim() }
    if style.attributes.contains(.italic) { attributes |= hereof_attribute_italic() }
    if style.attributes.contains(.underline) { attributes |= hereof_attribute_underline() }
    if style.attributes.contains(.reverse) { attributes |= hereof_attribute_reverse() }
    let pair = monochrome ? 0 : pair(style)
    var text = InlineText(character, unicode: isUnicode)
    withUnsafePointer(to: &text.scalars) { pointer in
      pointer.withMemoryRebound(to: wchar_t.self, capacity: 6) { _ = hereof_put(Int32(row), Int32(column), $0, attributes, pair) }
    }
  }

  /// Up to five code points and a closing zero, as curses wants a cell.
  private struct InlineText {
    var scalars: (Int32, Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0, 0)

    init(_ character: Character, unicode: Bool) {
      var index = 0
      for scalar in character.unicodeScalars.prefix(5) {
        let value = unicode || scalar.value < 0x80 ? Int32(scalar.value) : Self.plain(scalar)
        switch index {
        case 0: scalars.0 = value
        case 1: scalars.1 = value
        case 2: scalars.2 = value
        case 3: scalars.3 = value
        default: scalars.4 = value
        }
        index += 1
        if !unicode { break }
      }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Int32 {
      switch scalar.value {
      case 0x2018, 0x2019, 0x201B: 0x27
      case 0x201C, 0x201D: 0x22
      case 0x2010...0x2015: 0x2D
      case 0xB7, 0x2022: 0x2A
      default: 0x3F
      }
    }
  }

  private func pair(_ style: Style) -> Int32 {
    let foreground = Palette.number(style.foreground, colours: colours)
    let background = Palette.number(style.background, colours: colours)
    if foreground < 0, background < 0 { return 0 }
    let key = Int(foreground) << 32 | Int(UInt32(bitPattern: background))
    if let known = pairs[key] { return known }
    let number = Int32(pairs.count + 1)
    guard number < hereof_pairs(), init_extended_pair(number, foreground, background) == OK else { return 0 }
    pairs[key] = number
    return number
  }

  /// Writes a control sequence of our own past curses, such as OSC 52.
  package func send(_ sequence: String) {
    fputs(sequence, hereof_standard_output())
    fflush(hereof_standard_output())
  }

  func bracketedPaste(_ on: Bool) { if pastes { send(on ? "\u{1B}[?2004h" : "\u{1B}[?2004l") } }
}
