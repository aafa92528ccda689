import CNcurses
import TerminalGrid

/// The terminal through curses: keys come in, the cells that changed go out.
///
/// ```swift
/// let terminal = try Terminal(Terminal.Options())
/// terminal.draw(grid)
/// let key = terminal.nextKey()
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

  let screen: OpaquePointer
  let input: Int32
  let inputFile: UnsafeMutablePointer<FILE>
  let monochrome: Bool
  /// Whether text beyond ASCII can be shown.
  package let isUnicode: Bool
  package let colours: Int
  /// A sentence when the locale or terminal had to be guessed.
  package private(set) var warning: String?
  var shown: Grid?
  /// Numbers of the colour pairs in use, by both colours packed in one integer.
  var pairs: [Int: Int32] = [:]
  var emptyReads = 0
  var isOpen = true
  let pastes: Bool
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
      mousemask(hereof_mouse_mask(), nil)
      mouseinterval(0)
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

  /// Leaves the screen to the shell until the program is continued.
  package func suspend() {
    bracketedPaste(false)
    endwin()
    // The whole process group, as the terminal's own key would.
    kill(0, SIGTSTP)
    bracketedPaste(true)
    invalidate()
    wrefresh(hereof_screen())
  }

  /// Puts the terminal back as it was.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    bracketedPaste(false)
    curs_set(1)
    endwin()
    delscreen(screen)
    hereof_remove_handlers()
  }
}
