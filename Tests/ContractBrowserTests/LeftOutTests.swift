import ContractBrowser
import ContractModel
import TestSupport
import Testing

/// What is left out of a text can be seen, and where it stood.
@Suite struct LeftOutTests {
  private func driver() -> BrowserDriver {
    let words = Array("1. Rent. Rent is $500 a month.\n\n2. Law. Maine.\n".utf8)
    let text = SourceText(words, leftOut: [LeftOut(.deleted, at: 17, "$400"), LeftOut(.hidden, at: 32, "3. Note. Ask for more.")])
    return BrowserDriver(
      Case(title: "", members: [Case.Member(path: "rent.htm", agreement: Agreement(text))]), columns: 60, rows: 12)
  }

  @Test func `one key shows struck and hidden words where they stood, and takes them away`() {
    var screen = driver()
    #expect(!screen.screen.contains("$400"))
    screen.press("R")
    #expect(screen.screen.contains("1.    Rent. Rent is [-$400-] $500 a month."))
    #expect(screen.screen.contains("[-3. Note. Ask for more.-]"))
    #expect(screen.hint.contains("in 2 places"))
    screen.press("R")
    #expect(!screen.screen.contains("$400"))
  }

  @Test func `a text from which nothing is left out says so`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("R")
    #expect(screen.hint.contains("nothing was struck, deleted or hidden here"))
  }

  @Test func `what the model doubts of the agreement is among the warnings`() {
    var screen = driver()
    screen.press("gm")
    #expect(screen.screen.contains("left out"))
  }

  @Test func `as filed says how many lines are page furniture`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("Enter", "r")
    #expect(screen.hint.contains("lines of page furniture"))
  }

  @Test func `words that only a running head has are found and said to be page furniture`() {
    let pages = (1...4).map { "Dock Deed Draft 7\n\nthe boat stays in month \($0), and\n" }.joined(separator: "\n<PAGE>\n\n")
    var screen = BrowserDriver(Case(title: "", members: [Case.Member(path: "a.txt", agreement: Fixtures.agreement(of: pages))]))
    screen.press("/", "draft 7", "Enter")
    #expect(screen.hint.contains("of 4 in page furniture (r shows it)"))
    screen.press("/", "boat", "Enter")
    #expect(screen.hint.contains("of 4 · n next"))
  }
}
