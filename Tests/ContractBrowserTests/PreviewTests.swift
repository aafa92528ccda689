import ContractBrowser
import ContractModel
import TerminalGrid
import TestSupport
import Testing

/// What a row of a list or tab is about is read beside it.
@Suite struct PreviewTests {
  @Test func `a finding is whole in the preview, with the text it is in`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 120, rows: 36)
    screen.press("g4")
    #expect(
      screen.screen.contains("therein..”: punctuation is printed twice") && screen.screen.contains("1.7 Knowledge Transfer Book"))
    var narrow = BrowserDriver(Fixtures.sampleCase)
    narrow.press("g4")
    let words = (14..<22).map { narrow.line($0) }.joined(separator: " ")
    #expect(words.contains("therein..”: punctuation is printed twice") && words.contains("copyrights"))
  }

  @Test func `the preview follows the selection and leaves the reader alone`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 120, rows: 36)
    let before = screen.browser.state.readers
    screen.press("g2", "j", "j")
    let first = (20..<33).map { screen.line($0) }
    screen.press("j")
    #expect((20..<33).map { screen.line($0) } != first)
    #expect(screen.browser.state.readers == before)
  }

  @Test func `all tabs have names, in two rows beside the text and in one over it`() {
    for columns in [80, 120] {
      var screen = BrowserDriver(Fixtures.sampleCase, columns: columns, rows: 36)
      screen.press("g1")
      let head = screen.line(0) + screen.line(1)
      for name in ["Outline", "Terms", "Refs", "Findings", "Case", "Marks", "Clocks", "Parties"] { #expect(head.contains(name)) }
    }
  }

  @Test func `a peek from the navigator returns to it`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("g2", "p")
    #expect(screen.browser.state.peek != nil)
    screen.press("Esc")
    #expect(screen.browser.state.focus == .navigator)
  }

  @Test func `panes are widened by keys`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 120, rows: 36)
    screen.press("g1")
    let before = screen.line(3).firstIndex(of: "|").map { screen.line(3).distance(from: screen.line(3).startIndex, to: $0) } ?? 0
    screen.press("3>")
    let after = screen.line(3).firstIndex(of: "|").map { screen.line(3).distance(from: screen.line(3).startIndex, to: $0) } ?? 0
    #expect(after == before + 6)
  }

  @Test func `two pages stand side by side where there is room`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 200, rows: 40)
    screen.press("\\", "|")
    #expect(screen.browser.state.isTwoPages)
    // What stands at the head of the right page follows what stands at the foot of the left one.
    let right = screen.line(0).dropFirst(100)
    screen.press("j")
    #expect(screen.line(37).prefix(100).contains(right.trimmed.prefix(20)))
    var narrow = BrowserDriver(Fixtures.sampleCase)
    narrow.press("|")
    #expect(narrow.hint.contains("two pages need"))
  }

  @Test func `what is cut is marked as cut`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 120, rows: 36)
    screen.press("g4")
    #expect((2..<20).contains { screen.line($0).prefix(37).hasSuffix(">") })
  }

  @Test func `help is searched, and keys under it do nothing`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("?", "s")
    #expect(screen.browser.state.readers.count == 1)
    screen.press("/", "spotl", "Esc", "/", "clipboard", "Esc", "/", "citation", "Enter")
    #expect(screen.screen.contains("copy a citation"))
    #expect(!screen.screen.contains("half a page down"))
  }

  @Test func `the mouse takes tabs, rows and the words it is dragged over`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 120, rows: 36)
    _ = screen.browser.press(.click(row: 0, column: 13))
    #expect(screen.browser.state.navigator.tab == .terms)
    _ = screen.browser.press(.click(row: 4, column: 5))
    #expect(screen.browser.state.navigator.selected[1] == 2)
    screen.press("C-w")
    _ = screen.browser.press(.click(row: 2, column: 40))
    _ = screen.browser.press(.drag(row: 2, column: 60))
    _ = screen.browser.press(.release(row: 2, column: 60))
    #expect(screen.browser.state.selection != nil)
    screen.press("y")
    guard case .copy(let words)? = screen.effects.first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(words.contains("LICENSE BACK"))
  }

  @Test(arguments: [60, 120]) func `a click on a crumb leads to what it names, also where the crumbs are shortened`(columns: Int) {
    var screen = BrowserDriver(Fixtures.longDefinitions, columns: columns, rows: 30)
    screen.press(":", "Cover", "Enter", "]")
    #expect(screen.status.contains("\"Cover\" > (a)"))
    let place = screen.status.distance(
      from: screen.status.startIndex, to: screen.status.firstRange(of: "\"Cover\"")?.lowerBound ?? screen.status.startIndex)
    _ = screen.browser.press(.click(row: 28, column: place + 1))
    #expect(screen.status.contains("\"Cover\"") && !screen.status.contains("(a)"))
    let section = screen.status.distance(
      from: screen.status.startIndex, to: screen.status.firstRange(of: "1.1")?.lowerBound ?? screen.status.startIndex)
    _ = screen.browser.press(.click(row: 28, column: section))
    #expect(!screen.status.contains("Cover") && screen.status.contains("1.1 Terms"))
  }

  @Test func `undo takes back a mark`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "3.2", "Enter", "m", "U")
    #expect(screen.hint.contains("undone: mark on 3.2"))
    let kept = screen.browser.memory(0).annotations.filter { !$0.isDeleted }
    #expect(kept.isEmpty)
  }

  @Test func `an event is dated in the list of time limits, and the day is kept`() {
    var screen = BrowserDriver(
      Case(
        title: "",
        members: [
          Case.Member(
            path: "lease.txt",
            agreement: Fixtures.agreement(
              of: "LEASE\n\n1. Rent. The Tenant pays within ten days after the Opening of the mill.\n\n2. End. It ends.\n"))
        ]))
    screen.press("g7", "a")
    #expect(screen.hint.contains("day of “the Opening"))
    screen.press("2026-05-01", "Enter")
    #expect(screen.screen.contains("2026-05-11"))
    #expect(screen.browser.memory(0).events.values.contains("2026-05-01"))
    screen.press("a", "C-u", "never", "Enter")
    #expect(screen.status.contains("is no day") && screen.hint.contains("never"))
  }

  @Test func `the tutorial goes on when a step is done`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.browser.startTutorial()
    #expect(screen.screen.contains("1 of 10"))
    screen.press("j")
    #expect(screen.screen.contains("2 of 10"))
    screen.press(":", "1.1", "Enter")
    #expect(screen.screen.contains("3 of 10"))
    screen.press("Enter", "Backspace", "]", "Tab", "p", "Esc")
    #expect(screen.screen.contains("8 of 10"))
  }
}

extension Substring {
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
