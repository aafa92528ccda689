import ContractBrowser
import ContractModel
import TerminalGrid

/// A browser without a terminal: keys in by name, the screen out as text.
///
/// ```swift
/// var screen = BrowserDriver(Fixtures.sampleCase, columns: 80, rows: 24)
/// screen.press(":", "8.9", "Enter")
/// screen.line(0)
/// ```
package struct BrowserDriver {
  package var browser: Browser
  /// What the last keys asked of the program.
  package private(set) var effects: [Effect] = []

  /// Whether what the program finds out beside the screen is known before each key.
  private let findsOut: Bool

  package init(_ agreements: Case, columns: Int = 80, rows: Int = 24, keymap: Keymap = Keymap(), findsOut: Bool = true) {
    self.findsOut = findsOut
    browser = Browser(BrowserContext(agreements, themes: { ["plain", "dark"] }), columns: columns, rows: rows, keymap: keymap)
    if findsOut { findOut() }
  }

  /// Finds out what the program finds out beside the screen.
  package mutating func findOut() { while let work = browser.nextWork() { browser.take(work.run()) } }

  /// Presses keys: names such as `Enter` and `C-w`, anything else letter by letter.
  package mutating func press(_ keys: String...) {
    effects = []
    for name in keys {
      let keys = Key(name: name).map { [$0] } ?? name.map { .character($0) }
      for key in keys {
        if findsOut { findOut() }
        effects += browser.press(key)
      }
      if findsOut { findOut() }
    }
  }

  /// Presses a key until the reversed words are, or contain, the wanted ones; gives up after 200.
  package mutating func press(_ key: String, until wanted: String) {
    for _ in 0..<200 where !reversed.contains(wanted) { press(key) }
  }

  package var grid: Grid { browser.grid(.plain, .ascii) }
  /// The whole screen, trailing blanks cut.
  package var screen: String { grid.text }
  package func line(_ row: Int) -> String { grid.text(row: row) }
  /// The row that says where the reader is, and the one below with hints and messages.
  package var status: String { line(browser.state.rows - 2) }
  package var hint: String { line(browser.state.rows - 1) }

  /// The words shown in a style that reverses, which is how the plain theme shows a selected link.
  package var reversed: String {
    let grid = self.grid
    var out = ""
    for row in 0..<(grid.rows - 2) {
      for column in 0..<grid.columns where grid[row, column].style.attributes.contains(.reverse) {
        out.append(grid[row, column].character ?? " ")
      }
    }
    return out
  }
}
