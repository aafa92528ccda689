import CNcurses
import TerminalGrid

/// The terminal through curses: keys come in, the cells that changed go out.
///
/// ```swift
/// let terminal = try Terminal(Terminal.Options())
/// terminal.draw(grid)
/// let event = terminal.nextEvent(milliseconds: 1_000)
/// terminal.close()
/// ```
///
/// One thread uses it. It is put back as it was by `close`, at every signal that ends the program, and on a trap.
package final class Terminal {
  package struct Options {
    package var mouse = false
    /// No colour at all, as `NO_COLOR` asks.
    package var monochrome = false
    /// Read keys from the controlling terminal, because standard input holds a document.
    package var keysFromTerminal = false
    /// How long an escape waits for the rest of a key, in milliseconds; nil for 25, or what ESCDELAY says.
    package var escapeDelay: Int?
    package init() {}
  }

  package enum OpeningError: Error, Equatable {
    /// No controlling terminal to read keys from.
    case noTerminal
    /// Neither TERM nor xterm-256color is known here.
    case unknownTerminal(String)
    /// The terminal cannot place words on its screen, as `dumb` cannot.
    case cannotPlace(String)
  }

  /// What a wait for a key can bring.
  package enum Event: Equatable {
    case key(Key)
    /// Nothing came in time.
    case idle
    /// The terminal is gone, or the program was asked to end.
    case ended
  }

  private let screen: OpaquePointer
  let input: Int32
  private let inputFile: UnsafeMutablePointer<FILE>
  private let monochrome: Bool
  /// Whether text beyond ASCII can be shown.
  package let isUnicode: Bool
  package let colours: Int
  /// A sentence when the locale or terminal had to be guessed.
  package private(set) var warning: String?
  var shown: Grid?
  /// Numbers of the colour pairs in use, by both colours packed in one integer.
  private var pairs: [Int: Int32] = [:]
  private var emptyReads = 0
  private var isOpen = true
  private let pastes: Bool
  /// Gathers what curses writes for a frame.
  private let frame: FrameOutput
  let options: Options

  /// Codes for sequences that terminfo does not name.
  enum Code {
    static let pasteBegin: Int32 = 0x1F01
    static let pasteEnd: Int32 = 0x1F02
    static let altLeft: Int32 = 0x1F03
    static let altRight: Int32 = 0x1F04
  }

  package init(_ options: Options) throws(OpeningError) {
    self.options = options
    isUnicode = Self.useLocale()
    // The size is the terminal's, whatever the shell exported.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    if options.keysFromTerminal {
      guard let file = fopen("/dev/tty", "r") else { throw .noTerminal }
      inputFile = file
    } else {
      inputFile = hereof_standard_input()
    }
    input = fileno(inputFile)
    hereof_remember_mode(input)
    frame = FrameOutput(terminal: hereof_remember_output(), memory: hereof_memory_file())
    let name = Self.variable("TERM")
    var opened = newterm(nil, hereof_standard_output(), inputFile)
    if opened == nil {
      // A terminal newer than this machine's terminfo, as over ssh, understands xterm's sequences.
      setenv("TERM", "xterm-256color", 1)
      opened = newterm("xterm-256color", hereof_standard_output(), inputFile)
      warning = "the terminal “\(Scrubber.scrubbed(name))” is not known here; treated as xterm-256color"
    }
    guard let opened else { throw .unknownTerminal(name) }
    screen = opened
    if let delay = options.escapeDelay { set_escdelay(Int32(delay)) } else if getenv("ESCDELAY") == nil { set_escdelay(25) }
    set_term(screen)
    guard hereof_can_place() != 0 else {
      endwin()
      delscreen(screen)
      throw .cannotPlace(name)
    }
    raw()
    noecho()
    // Looking for typed keys between rows would send each row alone.
    typeahead(-1)
    nonl()
    keypad(hereof_screen(), true)
    nodelay(hereof_screen(), true)
    curs_set(0)
    hereof_install_handlers()
    var count = 0
    if !options.monochrome, has_colors() {
      start_color()
      use_default_colors()
      count = Int(hereof_colours())
    }
    colours = count
    monochrome = count < 8
    let effective = Self.variable("TERM")
    pastes = ["xterm", "screen", "tmux", "rxvt", "alacritty", "foot", "kitty", "konsole", "vte", "gnome", "st-"].contains {
      effective.hasPrefix($0)
    }
    define_key("\u{1B}[200~", Code.pasteBegin)
    define_key("\u{1B}[201~", Code.pasteEnd)
    define_key("\u{1B}[1;3D", Code.altLeft)
    define_key("\u{1B}[1;3C", Code.altRight)
    if options.mouse {
      // Presses, releases and movements with the button down, as decimal numbers. They are read here and not by curses, which makes one
      // click of a press and a release that come together.
      send("\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h")
    }
    bracketedPaste(true)
    if !isUnicode { warning = warning ?? "this locale is not UTF-8: other characters are shown as ?" }
  }

  /// Takes the locale of the environment, or C.UTF-8 where it names a UTF-8 locale that is not installed.
  private static func useLocale() -> Bool {
    if setlocale(LC_CTYPE, "") == nil {
      let names = ["LC_ALL", "LC_CTYPE", "LANG"].map { variable($0) }
      let wanted = names.first { !$0.isEmpty }?.lowercased() ?? ""
      if wanted.contains("utf-8") || wanted.contains("utf8") { setlocale(LC_CTYPE, "C.UTF-8") }
    }
    return String(cString: hereof_codeset()) == "UTF-8"
  }

  private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  package var size: (columns: Int, rows: Int) {
    var rows: Int32 = 0
    var columns: Int32 = 0
    hereof_size(&rows, &columns)
    return (Int(columns), Int(rows))
  }

  // MARK: Out

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
    frame.write(isWhole: Self.showsFramesWhole) {
      if let cursor = grid.cursor {
        curs_set(1)
        move(Int32(cursor.row), Int32(cursor.column))
      } else {
        curs_set(0)
      }
      wrefresh(hereof_screen())
    }
    shown = grid
  }

  /// Whether the terminal is known to hold its picture back until a frame is there (synchronized output, mode 2026).
  private static let showsFramesWhole = ["kitty", "foot", "alacritty", "ghostty", "wezterm", "contour"].contains {
    variable("TERM").contains($0) || variable("TERM_PROGRAM").lowercased().contains($0)
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
      // Blanks that hold words together, and of other widths.
      case 0xA0, 0x2000...0x200A, 0x202F: 0x20
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

  private func bracketedPaste(_ on: Bool) { if pastes { send(on ? "\u{1B}[?2004h" : "\u{1B}[?2004l") } }

  // MARK: In

  /// The next key, waiting at most some milliseconds.
  package func nextEvent(milliseconds: Int32) -> Event {
    if let key = readKey() { return .key(key) }
    if hereof_signal() != 0 { return .ended }
    switch hereof_wait(input, milliseconds) {
    case -1: return .ended
    case 1:
      if let key = readKey() {
        emptyReads = 0
        return .key(key)
      }
      if hereof_signal() != 0 { return .ended }
      // Readable and empty, again and again: the other end is gone.
      emptyReads += 1
      return emptyReads > 3 ? .ended : .idle
    default:
      if hereof_signal() != 0 { return .ended }
      // A changed size interrupts the wait.
      if let key = readKey() { return .key(key) }
      return .idle
    }
  }

  // MARK: Leaving and coming back

  /// Leaves the screen to the shell until the program is continued.
  package func suspend() {
    leave()
    // The whole process group, as the terminal's own key would.
    kill(0, SIGTSTP)
    comeBack()
  }

  /// Leaves the screen to another program.
  package func leave() {
    bracketedPaste(false)
    endwin()
  }

  /// Takes the screen back.
  package func comeBack() {
    bracketedPaste(true)
    invalidate()
    wrefresh(hereof_screen())
  }

  /// Puts the terminal back as it was.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    bracketedPaste(false)
    if options.mouse { send("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l") }
    curs_set(1)
    endwin()
    delscreen(screen)
    hereof_remove_handlers()
  }
}
