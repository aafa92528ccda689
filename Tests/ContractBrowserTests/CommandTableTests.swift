import ContractBrowser
import ContractModel
import TerminalGrid
import TestSupport
import Testing

/// The one table of commands.
@Suite struct CommandTableTests {
  @Test func `every command has a row, a key of its own and words for it`() {
    #expect(Set(CommandEntry.table.map(\.command)) == Set(Command.allCases))
    #expect(CommandEntry.table.count == Command.allCases.count)
    var taken: [KeySequence] = []
    for entry in CommandEntry.table {
      #expect(!entry.keys.isEmpty && !entry.title.isEmpty, "\(entry.command)")
      for key in entry.keys {
        #expect(!taken.contains(key), "\(key.name) twice")
        #expect(KeySequence(name: key.name) == key, "\(key.name) cannot be written in settings")
        taken.append(key)
      }
    }
  }

  /// Each command, in a place where it has something to do, changes the screen, asks something of the program or says why not.
  @Test(.heavy, arguments: Command.allCases) func `every command does something`(command: Command) {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 120, rows: 30)
    screen.press(":", "License Back", "Enter", ":", "3.2", "Enter")
    switch command {
    case .back, .forward, .searchNext, .searchPrevious:
      screen.press("/", "telcordia", "Enter", "n", "Backspace")
    case .top, .lineUp, .pageUp, .halfPageUp: screen.press("d", "d")
    case .left: screen.press("g1")
    case .right: screen.press("g1", "h")
    case .closePane, .scrollTogether: screen.press("s")
    case .cancel: screen.press("/", "term", "Enter")
    default: break
    }
    let before = screen.screen
    let state = screen.browser.state
    screen.press(CommandEntry.entry(command).keys[0].name)
    #expect(screen.screen != before || !screen.effects.isEmpty || screen.browser.state != state, "\(command)")
  }

  @Test(.heavy, arguments: [(80, 24), (120, 36), (200, 60), (60, 20), (24, 6)])
  func `no key leaves the screen or traps at any size`(columns: Int, rows: Int) {
    var random = Seeded(UInt64(columns))
    var screen = BrowserDriver(Fixtures.sampleCase, columns: columns, rows: rows)
    let keys = CommandEntry.table.flatMap(\.keys).filter { $0 != "q" && $0 != "C-c" } + ["g8", "e", "."]
    for _ in 0..<1_500 {
      screen.press(keys.randomElement(using: &random)!.name)
      #expect(screen.browser.state.readers.count <= 2)
    }
    #expect(screen.grid.columns == columns && screen.grid.rows == rows)
  }
}
