import ContractBrowser
import ContractModel
import TestSupport
import Testing

/// A file that was changed on the disk: whatever names a place in the old text is led to the new one.
@Suite struct ReloadTests {
  private static let long =
    "1. Words. \"Bank\" means the lender.\n\n2. Loan. The Bank lends under Section 1.\n\n3. Pay. The Bank is paid as Section 2 says.\n"
  private static let short = "1. Words. \"Bank\" means the lender.\n"

  private func member(_ path: String, _ text: String) -> Case.Member {
    Case.Member(path: path, agreement: Fixtures.agreement(of: text))
  }

  @Test func `going back after the file shrank leads into the new text`() {
    var screen = BrowserDriver(Case(title: "", members: [member("a.txt", Self.long), member("b.txt", Self.long)]))
    screen.press("Enter", ":", "3", "Enter", "Tab", "Tab", "Enter", "g5", "Down", "Enter")
    screen.browser.reload(member("a.txt", Self.short), 0)
    for _ in 0..<6 {
      screen.press("BSpace")
      #expect(screen.browser.brokenLaw() == nil)
    }
    #expect(!screen.screen.isEmpty)
  }

  @Test func `a choice among completions that are gone is none`() {
    var screen = BrowserDriver(Case(title: "", members: [member("a.txt", Self.long)]))
    screen.press(":", "3", "Down", "Down")
    screen.browser.reload(member("a.txt", Self.short), 0)
    screen.press("Enter")
    #expect(screen.browser.brokenLaw() == nil)
  }

  @Test func `a selection in a reader that shows nothing is empty`() {
    var screen = BrowserDriver(Case(title: "", members: [member("a.txt", Self.long)]))
    screen.press("&", "paid", "Enter")
    screen.browser.reload(member("a.txt", Self.short), 0)
    screen.press("V", "V")
    #expect(screen.browser.brokenLaw() == nil)
    #expect(!screen.screen.isEmpty)
  }

  @Test func `the reader and its way back stay at their words when a provision comes in above them`() {
    let grown =
      "1. Words. \"Bank\" means the lender, and whoever follows it in that.\n\n" + Self.long.drop { $0 != "\n" }.dropFirst(2)
    var screen = BrowserDriver(
      Case(title: "", members: [member("a.txt", Self.long), member("b.txt", Self.long)]))
    screen.press(":", "2", "Enter", ":", "3", "Enter")
    func words(_ offset: Int, _ text: some StringProtocol) -> String {
      String(decoding: Array(text.utf8)[offset...].prefix(7), as: UTF8.self)
    }
    let before = screen.browser.state.readers[0]
    screen.browser.reload(member("a.txt", String(grown)), 0)
    let after = screen.browser.state.readers[0]
    #expect(words(after.place.cursor, grown) == words(before.place.cursor, Self.long))
    #expect(after.back.map { words($0.cursor, grown) } == before.back.map { words($0.cursor, Self.long) })
    #expect(after.back.count == before.back.count)
  }

  @Test func `the reason that is being typed for a dismissal is kept while the agreement is looked through anew`() {
    let text = "LEASE\n\n1. Rent. The rent is [five] hundred dollars.\n\n2. Term. Ten days.\n"
    var screen = BrowserDriver(
      Case(title: "", members: [member("a.txt", text), member("b.txt", Self.long)]), findsOut: false)
    screen.findOut()
    screen.press("]", "e", "D", "agreed")
    screen.browser.reload(member("b.txt", Self.short), 1)
    screen.press("Enter")
    #expect(screen.browser.dismissals(0).map(\.because) == ["agreed"])
  }

  @Test func `the reader stays at the words it was at when others come in before them`() throws {
    let grown = Self.long.replacing("2. Loan. The Bank lends", with: "2. Loan. Upon request and with notice, the Bank lends")
    var screen = BrowserDriver(Case(title: "", members: [member("a.txt", Self.long)]))
    screen.press("/", "lends under", "Enter", "Esc")
    let before = screen.browser.state.readers[0].place.cursor
    screen.browser.reload(member("a.txt", grown), 0)
    let after = screen.browser.state.readers[0].place.cursor
    let (old, new) = (Array(Self.long.utf8), Array(grown.utf8))
    #expect(String(decoding: new[after...].prefix(8), as: UTF8.self) == String(decoding: old[before...].prefix(8), as: UTF8.self))
  }
}
