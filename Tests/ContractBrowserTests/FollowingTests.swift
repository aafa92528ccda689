import ContractBrowser
import ContractModel
import TestSupport
import Testing

@Suite struct FollowingTests {
  @Test func `the touchstone: from 1.1 one key to 8.9 and one key back`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "1.1", "Enter")
    let before = screen.browser.state.readers[0].place
    #expect(screen.status.hasPrefix(" License Back Agreement > 1 Definitions > 1.1"))
    screen.press("Enter")
    #expect(screen.status.hasPrefix(" License Back Agreement > 8 General > 8.9 Attorney's fees"))
    #expect(screen.hint == " Action, 8.9 Attorney's fees · Backspace returns")
    #expect(screen.screen.contains("(an \"ACTION\")"))
    screen.press("Backspace")
    #expect(screen.browser.state.readers[0].place.top == before.top)
    #expect(screen.browser.state.readers[0].place.cursor == before.cursor)
    #expect(screen.reversed == "ACTION")
    screen.press(")")
    #expect(screen.status.contains("8.9 Attorney's fees"))
  }

  @Test func `the key that leads back is told where the heading is too long for the line`() {
    var screen = BrowserDriver(Fixtures.sampleCase, columns: 40)
    screen.press(":", "1.1", "Enter", "Enter")
    #expect(screen.hint == " Action, 8.9 Attorn> · Backspace returns")
  }

  @Test func `on arrival no link is selected, and Tab selects the one that Enter follows`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "2.1", "Enter")
    #expect(screen.reversed.isEmpty)
    screen.press("Tab")
    #expect(screen.reversed == "Licensors")
    screen.press("Tab")
    #expect(screen.reversed == "Telcordia")
    screen.press("S-Tab")
    #expect(screen.reversed == "Licensors")
  }

  @Test func `a term at its own definition is no link`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "1.8", "Enter", "Tab")
    #expect(screen.reversed == "Knowledge Transfer Book")
  }

  @Test func `a link with several targets lists them`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "8.10", "Enter", "Enter")
    #expect(screen.screen.contains("10 targets"))
    #expect(screen.screen.contains("  2.3       Governmental requirements"))
    screen.press("j", "j", "Enter")
    #expect(screen.status.contains("2.3 Governmental requirements"))
    screen.press("Backspace")
    #expect(screen.status.contains("8.10 Survival"))
  }

  @Test func `what is not there says so and why`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "1.10", "Enter", "Tab", "Enter")
    #expect(screen.hint == " Schedule 1.1 is named here and is not in the file")
    screen.press(":", "2.2", "Enter")
    screen.press("Tab", until: "ss.287")
    screen.press("Enter")
    #expect(screen.hint.contains("belongs to another document or a statute"))
  }

  @Test func `a peek shows the definition under the clause and Esc closes it`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "1.1", "Enter", "p")
    #expect(screen.screen.contains("peek: Action"))
    #expect(screen.screen.contains("(an \"ACTION\")"))
    #expect(screen.screen.contains("1.1"))
    let reader = screen.browser.state.readers[0].place.cursor
    screen.press("Tab", "Enter")
    #expect(screen.browser.state.readers[0].place.cursor == reader)
    screen.press("Esc")
    #expect(!screen.screen.contains("peek:"))
    #expect(screen.status.contains("1 Definitions > 1.1"))
  }

  @Test func `uses of a term are listed with their clause`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "8.9", "Enter", "Tab")
    screen.press("Tab", until: "Action")
    screen.press("x")
    #expect(screen.screen.contains("\"Action\": ") || screen.screen.contains("“Action”: "))
    #expect(screen.screen.contains("8.9"))
  }

  @Test func `references to a provision are listed`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "7.3", "Enter", "x")
    #expect(screen.screen.contains("2 references to 7.3 Indemnification procedure"))
  }

  @Test func `labels lead to any link in sight`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "1.1", "Enter", "f")
    let labels = screen.browser.state.labels
    #expect(labels != nil)
    screen.press("Esc")
    #expect(screen.browser.state.labels == nil)
    #expect(screen.status.contains("1.1"))
  }

  @Test func `Enter at a definition follows what it needs, and not its own term`() {
    let text = """
      1. Words.

      "Bank" means each Bank that signs, and who comes in under Section 2.

      2. Entry. A new Bank signs a paper.

      """
    var screen = BrowserDriver(Case(title: "", members: [Case.Member(path: "a.txt", agreement: Fixtures.agreement(of: text))]))
    screen.press(":", "Bank", "Enter", "Enter")
    #expect(screen.status.contains("2 Entry"), "\(screen.status)")
  }

  @Test func `nothing to go back to is said`() {
    var screen = BrowserDriver(Fixtures.longDefinitions)
    screen.press("Backspace")
    #expect(screen.hint == " nothing to go back to")
  }

  @Test func `a definition behind the items of its section has its own first link`() {
    let text = """
      1. Words. In this deed:

      (a) "Bank" means the lender; and

      (b) "Loan" means ten.

      "Cover" means what Section 2 says of the Loan.

      2. Pay. The Cover is paid.
      """
    var screen = BrowserDriver(Case(title: "", members: [Case.Member(path: "a.txt", agreement: Fixtures.agreement(of: text))]))
    screen.press(":", "Cover", "Enter", "Tab")
    #expect(screen.reversed.contains("Section 2"))
    for key in ["Enter", "p", "X", "*", "Tab"] {
      var other = screen
      other.press("Esc", ":", "Cover", "Enter", key)
      #expect(other.browser.brokenLaw() == nil)
    }
  }
}
