import ContractBrowser
import ContractModel
import TerminalGrid
import TestSupport
import Testing

/// Counts, sequences, and the line that says what may follow.
@Suite struct KeySequenceTests {
  @Test func `a count moves so many lines, provisions and rows`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    let third = screen.line(5)
    screen.press("5j")
    #expect(screen.line(0) == third || screen.line(1).contains(third.trimmed))
    var other = BrowserDriver(Fixtures.sampleCase)
    other.press(":", "1.1", "Enter", "3]")
    #expect(other.status.contains("1.4"))
    other.press("g1", "gg", "3j")
    #expect(other.reversed.contains("Agreement") || other.reversed.contains("1 Definitions"))
  }

  @Test func `a percentage and a line of the file are places`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("50%")
    #expect(screen.status.hasSuffix("50%") || screen.status.hasSuffix("49%"))
    screen.press("gg")
    #expect(screen.status.hasSuffix("top"))
    screen.press("40G")
    #expect(screen.hint.contains("line 40 of"))
  }

  @Test func `what may follow is shown while a sequence or a count is typed`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("g")
    #expect(screen.screen.contains("g top") && screen.screen.contains("1 Outline"))
    screen.press("Esc")
    #expect(!screen.screen.contains("1 Outline"))
    screen.press("4")
    #expect(screen.screen.contains("Enter opens Findings"))
    screen.press("Enter")
    #expect(screen.browser.state.navigator.tab == .findings)
  }

  @Test(arguments: [40, 80, 200]) func `all that may follow a key is in sight, in as many rows as it needs`(columns: Int) {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: columns, rows: 24)
    screen.press("g")
    for choice in ["g top", "1 Outline", "2 Terms", "5 Case", "8 Parties", "9 Changes", "0 Overview", "m warnings"] {
      #expect(screen.screen.contains(choice), "\(choice) at \(columns) columns")
    }
  }

  @Test func `zt, zz and zb put what is current at the top, the middle and the bottom`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "4.1", "Enter", "zt")
    #expect(screen.line(0).contains("4.1"))
    screen.press("zb")
    #expect(screen.line(21).contains("4.1"))
    screen.press("zz")
    #expect(screen.line(11).contains("4.1"))
  }

  @Test func `H, M and L take the first, middle and last provision in sight`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "1.4", "Enter", "zt", "L")
    let last = screen.browser.state.readers[0].place.cursor
    screen.press("H")
    #expect(screen.status.contains("1.4"))
    #expect(screen.browser.state.readers[0].place.cursor < last)
  }

  @Test func `a key given to another command begins no sequence any more`() {
    let keymap = Keymap(changes: [.help: ["g"], .quit: ["g q"]])
    #expect(keymap.command(.character("g")) == .help || keymap.meaning([.character("g")]) == .prefix)
    #expect(Keymap(changes: [.help: ["g"]]).meaning([.character("g")]) == .command(.help))
    #expect(Keymap(changes: [.help: ["g"]]).meaning([.character("g"), .character("g")]) == .nothing)
    #expect(KeySequence(name: "g PgUp")?.keys == [.character("g"), .pageUp])
    #expect(KeySequence(name: "C-Nothing") == nil)
  }

  @Test func `a count before G in a list that holds nothing leads nowhere`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("t", "/", "zzzz", "Enter", "4G", "gg")
    #expect(screen.browser.state.list?.selected ?? 0 == 0)
  }
}

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
