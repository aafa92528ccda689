import ContractBrowser
import ContractModel
import TestSupport
import Testing

@Suite struct FindingTests {
  @Test func `search moves as it is typed, counts, and Esc returns`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    let before = screen.browser.state.readers[0].place
    screen.press("/", "indemnif")
    #expect(screen.hint.hasPrefix("/indemnif"))
    #expect(screen.hint.contains("1 of "))
    #expect(screen.browser.state.readers[0].place != before)
    screen.press("Esc")
    #expect(screen.browser.state.readers[0].place == before)
  }

  @Test func `an accepted search can be left by going back`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("/", "force majeure", "Enter")
    #expect(screen.status.contains("8.4 Force majeure"))
    screen.press("Backspace")
    #expect(screen.status.hasSuffix("top"))
  }

  @Test func `next goes round and says so`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press("/", "counterparts", "Enter")
    let count = Int(screen.hint.split(separator: " ")[2])!
    for _ in 0..<count { screen.press("n") }
    #expect(screen.hint.contains("from the top again"))
    screen.press("N")
    #expect(screen.hint.contains("from the end again"))
  }

  @Test func `next goes on from what is in sight, not from the match last shown`() {
    let text =
      "1. SALE. The mill sells.\n\n"
      + (2...60).map { "\($0). CLAUSE. \([3, 20, 40].contains($0) ? "A barge comes." : "Nothing comes.")\n\n" }.joined()
    var screen = BrowserDriver(
      Case(title: "", members: [Case.Member(path: "mill.txt", agreement: Fixtures.agreement(of: text))]), columns: 60, rows: 12)
    screen.press("/", "barge", "Enter")
    #expect(screen.hint.contains("1 of 3"))
    screen.press(":", "25", "Enter", "n")
    #expect(screen.hint.contains("3 of 3"))
    screen.press(":", "25", "Enter", "N")
    #expect(screen.hint.contains("2 of 3"))
    screen.press(":", "50", "Enter", "n")
    #expect(screen.hint.contains("1 of 3 · from the top again"))
  }

  @Test func `what is not there leaves the reader where it was`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    let before = screen.browser.state.readers[0].place
    screen.press("/", "zzzz", "Enter")
    #expect(screen.browser.state.readers[0].place == before)
    #expect(screen.hint.contains("“zzzz” is not in License Back Agreement"))
  }

  @Test func `the colon takes numbers, headings, terms, pages and commands`() {
    for (typed, place) in [
      ("8.9", "8.9 Attorney's fees"), ("force", "8.4 Force majeure"), ("Patents", "1.10"), ("recital b", "Recital B"),
    ] {
      var screen = BrowserDriver(Fixtures.sampleCase)
      screen.press(":", typed, "Enter")
      #expect(screen.status.contains(place), "\(typed): \(screen.status)")
    }
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "p4", "Enter")
    #expect(screen.screen.contains("Property to a third party") || screen.screen.contains("p. 4"))
    screen.press(":", "help", "Enter")
    #expect(screen.screen.contains("half a page down"))
  }

  @Test func `an exact number beats a longer one`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "1.1", "Enter")
    #expect(screen.status.contains("> 1.1 ") || screen.status.contains("> 1.1  "))
    screen.press(":", "8", "Enter")
    #expect(screen.status.hasPrefix(" License Back Agreement > 8 General "))
  }

  @Test func `the star searches the term`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    screen.press(":", "2.1", "Enter", "*")
    #expect(screen.hint.contains("“Licensors”"))
  }

  @Test func `findings are gone through in order`() {
    var screen = BrowserDriver(Fixtures.sampleCase)
    for (number, words) in [
      "“therein..”", "Schedule 1.1 is named here", "“Effective Date” is used like", "“[Delaware]” was never",
      "TECHNOLOGIES, INC.” signs",
      "“VALENCE CAYMAN ISLANDS LIMITED” signs",
    ].enumerated() {
      screen.press("e")
      #expect(screen.hint.contains("\(number + 1) of 6"))
      #expect(screen.hint.contains(words))
    }
    screen.press("e")
    #expect(screen.hint == " no finding after this one")
    screen.press("E")
    #expect(screen.hint.contains("5 of 6"))
  }

  @Test func `words copied from the page are found with the page's own marks`() {
    let text = "1. Words. “Mill Day” means the miller’s day.\n\n2. Law. Ohio.\n"
    var screen = BrowserDriver(Case(title: "x", members: [Case.Member(path: "x.txt", agreement: Fixtures.agreement(of: text))]))
    screen.press("/", "“Mill Day”", "Enter")
    #expect(screen.hint.contains("1 of 1"), "\(screen.hint)")
    screen.press("/", "miller’s", "Enter")
    #expect(screen.hint.contains("1 of 1"), "\(screen.hint)")
  }
}
