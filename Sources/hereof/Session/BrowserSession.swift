import AgreementReaders
import ContractBrowser
import ContractModel
import FoundationEssentials
import Glibc
import NcursesTerminal
import RegularExpressions
import TerminalGrid

/// Runs the browser on a terminal: keys in, effects done, grids out.
struct BrowserSession {
  var terminal: Terminal
  var browser: Browser
  var themes: ThemeCatalog
  private var theme: Theme
  private let glyphs: Glyphs
  private var isDirty = true

  init(
    _ agreements: Case, terminal: Terminal, themes: ThemeCatalog, theme: String, keymap: Keymap = Keymap(),
    asciiBorders: Bool = false
  ) {
    self.terminal = terminal
    self.themes = themes
    self.theme = themes.theme(theme)
    glyphs = terminal.isUnicode && !asciiBorders ? .unicode : .ascii
    let size = terminal.size
    let context = BrowserContext(agreements, themes: { themes.names }, matcher: Self.matcher)
    browser = Browser(context, columns: size.columns, rows: size.rows, theme: theme, keymap: keymap)
  }

  /// An expression where the pattern is one, its letters where it is none yet ("(unfinished").
  @Sendable static func matcher(_ pattern: String) -> TextMatcher? {
    guard pattern.contains(where: { "\\^$.|?*+()[]{}".contains($0) }), let expression = try? RegularExpression(pattern) else {
      return .literal(pattern)
    }
    return TextMatcher { expression.firstMatch(in: $0, from: $1) }
  }

  /// Runs until the reader quits or the terminal is gone.
  mutating func run(warning: String?) {
    if let warning { browser.say(warning) }
    while true {
      if isDirty {
        terminal.draw(browser.grid(theme, glyphs))
        isDirty = false
      }
      // What waits is taken before the screen is drawn again.
      var event = terminal.nextEvent(milliseconds: 1_000)
      while case .key(let key) = event {
        isDirty = true
        if !take(key) { return }
        event = terminal.nextEvent(milliseconds: 0)
      }
      if event == .ended { return }
    }
  }

  /// Takes a key; false when the program ends.
  private mutating func take(_ key: Key) -> Bool {
    if key == .resize {
      let size = terminal.size
      browser.resize(columns: size.columns, rows: size.rows)
      return true
    }
    for effect in browser.press(key) {
      switch effect {
      case .quit: return false
      case .suspend:
        terminal.suspend()
        let size = terminal.size
        browser.resize(columns: size.columns, rows: size.rows)
      case .redraw: terminal.invalidate()
      case .copy(let text):
        terminal.send(Clipboard.sequence(text))
        browser.say(text.utf8.count > 60 ? "copied \(text.split(separator: " ").count) words" : "copied “\(text)”")
      case .useTheme(let name): theme = themes.theme(name)
      case .open(let path): open(path)
      }
    }
    return true
  }

  private mutating func open(_ path: String) {
    let loader = CaseLoader.load([path])
    if let failure = loader.failures.first {
      browser.warn(failure)
    } else {
      browser.add(loader.members)
    }
  }
}

/// Copying through the terminal (OSC 52), which works over ssh.
enum Clipboard {
  static func sequence(_ text: String) -> String { "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}" }
}
