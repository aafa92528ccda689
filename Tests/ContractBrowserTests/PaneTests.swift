import ContractBrowser
import ContractModel
import TerminalGrid
import TestSupport
import Testing

@Suite struct PaneTests {
  @Test func `two readers have their own places and histories`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "1.1", "Enter", "s", "Enter")
    #expect(screen.browser.state.readers.count == 2)
    #expect(screen.screen.contains("8.9"))
    #expect(screen.status.contains("8.9 Attorney's fees"))
    screen.press("C-w")
    screen.press("C-w")
    #expect(screen.status.contains("1.1"))
    screen.press("c")
    #expect(screen.browser.state.readers.count == 1)
  }

  @Test func `a link opens in the other reader and the clause stays`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 170, rows: 40)
    screen.press(":", "1.1", "Enter", "O")
    #expect(screen.browser.state.readers.count == 2)
    #expect(screen.status.contains("1 Definitions > 1.1"))
    #expect(screen.browser.state.readers[1].place.cursor > screen.browser.state.readers[0].place.cursor)
  }

  @Test func `the navigator lists, folds and leads`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("g1")
    #expect(screen.line(0).contains("1 Outline"))
    #expect(screen.screen.contains("1.2 Affiliate"))
    screen.press("gg")
    screen.press("j", until: "1 Definitions")
    screen.press("h")
    #expect(!screen.screen.contains("1.2 Affiliate"))
    screen.press("l")
    #expect(screen.screen.contains("1.2 Affiliate"))
    screen.press("j", "Enter")
    #expect(screen.status.contains("1 Definitions > 1.1"))
  }

  @Test(arguments: ["6.2", "8.9", "8.12"])
  func `the outline opens with the provision that is read in sight`(number: String) {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 80, rows: 24)
    screen.press(":", number, "Enter", "g1")
    #expect(screen.reversed.contains("\(number) "), "\(screen.screen)")
    screen.browser.resize(columns: 60, rows: 16)
    #expect(screen.reversed.contains("\(number) "), "\(screen.screen)")
  }

  @Test func `what a list cannot do leaves it open`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("g5", "x")
    #expect(screen.browser.state.focus == .navigator)
    #expect(screen.hint.contains("uses are those of a term or a provision"))
  }

  @Test func `the agreement selected in the list is the one that is compared`() {
    let texts = [("old.txt", "SALE\n\n1. Price. Ten.\n"), ("new.txt", "SALE\n\n1. Price. Eleven.\n")]
    var screen = BrowserDriver(
      Case(title: "", members: texts.map { Case.Member(path: $0.0, agreement: Fixtures.agreement(of: $0.1)) }))
    screen.press("g5", "gg", "C")
    let first = screen.hint
    screen.press("j", "C")
    #expect(first.contains("is the old version") && (first.contains("old") || first.contains("new")), "\(first)")
    #expect(screen.browser.state.comparison != nil)
  }

  @Test func `the first finding may stand at the head of the text`() {
    let text = "[●] sells the mill.\n\n1. Sale. The mill is sold as Section 8 says.\n\n2. Law. Ohio.\n"
    var screen = BrowserDriver(Case(title: "", members: [Case.Member(path: "a.txt", agreement: Fixtures.agreement(of: text))]))
    screen.findOut()
    screen.press("e")
    #expect(screen.hint.contains("1 of 2:"), "\(screen.hint)")
    screen.press("e", "g4")
    #expect(screen.reversed.contains("Section 8"), "\(screen.screen)")
  }

  @Test func `terms, references, findings and agreements are tabs`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("g2")
    #expect(screen.screen.contains("Affiliate"))
    screen.press("g3")
    #expect(screen.screen.contains("SECTION 8.9"))
    screen.press("g4")
    #expect(screen.screen.contains("Schedule 1.1 is named here"))
    screen.press("g5", "j", "Enter")
    #expect(screen.status.contains("Contract for Technology Investment"))
    screen.press("Backspace")
    #expect(screen.status.contains("License Back Agreement"))
  }

  @Test func `a theme shows itself as it is passed over and Esc takes it back`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("t", "j")
    #expect(screen.effects == [.useTheme("dark")])
    screen.press("Esc")
    #expect(screen.effects == [.useTheme("plain")])
    screen.press("t", "j", "Enter")
    #expect(screen.browser.state.theme == "dark")
  }

  @Test func `help lists every command from the table`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 140, rows: 140)
    screen.press("?")
    for entry in CommandEntry.table { #expect(screen.screen.contains(entry.title), "\(entry.command)") }
    screen.press("Esc")
    #expect(!screen.screen.contains("half a page down"))
  }

  @Test func `every command is in the table once and bound to keys of its own`() {
    #expect(CommandEntry.table.map(\.command.rawValue).sorted() == Command.allCases.map(\.rawValue).sorted())
    let keys = CommandEntry.table.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(CommandEntry.table.allSatisfy { !$0.keys.isEmpty })
  }

  @Test func `keys can be given to other commands`() {
    let keymap = Keymap(changes: [.help: ["h"], .left: [.key(.left)]])
    #expect(keymap.command(.character("h")) == .help)
    #expect(keymap.command(.character("?")) == nil)
    var screen = BrowserDriver(Fixtures.sampleCase, keymap: keymap)
    screen.press("h")
    #expect(screen.screen.contains("half a page down"))
  }

  @Test func `copying asks the program, quitting too, Esc never quits`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "8.9", "Enter", "y")
    #expect(screen.effects == [.copy("License Back Agreement § 8.9")])
    for _ in 0..<5 { screen.press("Esc") }
    #expect(screen.effects.isEmpty)
    screen.press("q")
    #expect(screen.effects == [.quit])
  }

  @Test func `pasted text reaches prompts and nothing else`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    #expect(screen.browser.press(.paste("q")).isEmpty)
    screen.press(":")
    _ = screen.browser.press(.paste("8.9\n"))
    screen.press("Enter")
    #expect(screen.status.contains("8.9"))
  }
}
