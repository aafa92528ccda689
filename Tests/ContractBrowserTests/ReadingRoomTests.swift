import ContractBrowser
import ContractModel
import TerminalGrid
import TestSupport
import Testing

/// Narrowing, filtering, selecting and reading two places at once.
@Suite struct ReadingRoomTests {
  private var single: Case { Case(title: "", members: [Case.Member(path: "a.txt", agreement: Fixtures.licenseBack)]) }

  @Test func `everything a clause needs is listed once, in reading order`() {
    var screen = BrowserDriver(single)
    screen.press(":", "8.9", "Enter", "i")
    #expect(screen.screen.contains("8.9 Attorney's fees needs"))
    #expect(screen.screen.contains("Action"))
    screen.press("Esc", "Esc")
    #expect(!screen.screen.contains("needs"))
  }

  @Test func `only provisions that hold some words are shown, below the headings they stand under`() {
    var screen = BrowserDriver(single)
    screen.press("&", "force majeure", "Enter")
    #expect(screen.status.contains("only"))
    #expect(screen.screen.contains("8.4"))
    #expect(!screen.screen.contains("8.3 "))
    screen.press("Esc", "Esc")
    #expect(!screen.status.contains("only"))
  }

  @Test func `words that no provision holds change nothing`() {
    var screen = BrowserDriver(single)
    let before = screen.line(0)
    screen.press("&", "zzzz", "Enter")
    #expect(screen.hint.contains("no provision holds"))
    #expect(screen.line(0) == before)
  }

  @Test func `a list and the navigator are filtered as one types`() {
    var screen = BrowserDriver(single)
    screen.press("g2", "/", "indemni")
    #expect(screen.screen.contains("Indemnified Party"))
    #expect(!screen.screen.contains("Affiliate"))
    screen.press("Enter", "Esc")
    #expect(screen.screen.contains("Affiliate"))
    var uses = BrowserDriver(single)
    uses.press(":", "Valence", "Enter", "x", "/", "warrant", "Enter")
    #expect(uses.screen.contains("holding “warrant”"))
  }

  @Test func `the case is searched in all its agreements`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("S", "telcordia", "Enter")
    #expect(screen.screen.contains("in the case"))
    screen.press("G", "Enter")
    #expect(screen.browser.state.readers[0].back.count == 1)
    #expect(screen.browser.state.list == nil)
  }

  @Test func `one term stands out alone until the same key is pressed`() {
    var screen = BrowserDriver(single)
    screen.press(":", "1.1", "Enter", "X")
    #expect(screen.hint.contains("“Action” alone"))
    #expect(screen.grid.cells.contains { $0.style.attributes.contains(.dim) })
    screen.press("X")
    #expect(screen.browser.state.spotlight == nil)
  }

  @Test func `two readers scroll together when asked`() {
    var screen = BrowserDriver(single, columns: 160, rows: 40)
    screen.press("v", "=")
    #expect(screen.hint.contains("together"))
    screen.press("d")
    #expect(screen.browser.state.readers[0].place.top == screen.browser.state.readers[1].place.top)
    screen.press("=", "d")
    #expect(screen.browser.state.readers[0].place.top != screen.browser.state.readers[1].place.top)
  }

  @Test func `words are selected by keyboard and copied`() {
    var screen = BrowserDriver(single)
    screen.press(":", "8.5", "Enter", "V", "l", "l", "y")
    guard case .copy(let words)? = screen.effects.first else {
      Issue.record("nothing copied")
      return
    }
    #expect(words.split(separator: " ").count == 3)
    screen.press("V", "V", "j", "y")
    guard case .copy(let rows)? = screen.effects.first else {
      Issue.record("no rows copied")
      return
    }
    #expect(rows.split(separator: " ").count > 6)
    screen.press("V", "Esc")
    #expect(screen.browser.state.selection == nil)
  }

  @Test func `labels are as short as their number allows, and none begins another`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 200, rows: 60)
    screen.press("d", "f")
    let labels = screen.browser.state.labels
    #expect(labels != nil)
    screen.press("a")
    #expect(screen.browser.state.labels == nil)
  }

  @Test func `the first letter of words that are glued to a number is none of it`() throws {
    let agreement = Fixtures.agreement(
      of: "DEED\n\n1. Notices. One of these counts:\n\n(i) one sent;\n\n(ii)as read; and\n\n(iii) no other.\n\n2. Law. Maine.\n")
    let screen = BrowserDriver(Case(title: "", members: [Case.Member(path: "a.txt", agreement: agreement)]))
    let row = try #require((0..<24).first { screen.line($0).contains("(ii)as") })
    let line = Array(screen.line(row))
    let letter = try #require(line.firstIndex(of: "a"))
    let styles = screen.grid.row(row).map(\.style)
    #expect(styles[letter] == styles[letter + 1])
    #expect(styles[letter] != styles[letter - 1])
  }
}
