import ContractBrowser
import ContractModel
import TestSupport
import Testing

/// What takes long is found out beside the screen; what is shown meanwhile is true, and what comes too late is dropped.
@Suite struct LibraryTests {
  private static let lease = "LEASE AGREEMENT\n\n1. Rent. The rent is [five] hundred dollars.\n\n2. Term. Ten days after notice.\n"
  private static let other = "LEASE AGREEMENT\n\n1. Rent. The rent is six hundred dollars.\n"

  private func screen() -> BrowserDriver {
    BrowserDriver(
      Case(title: "", members: [Case.Member(path: "lease.txt", agreement: Fixtures.agreement(of: Self.lease))]), findsOut: false)
  }

  @Test(arguments: ["g4", "g7", "g8"])
  func `a tab that is not known yet says so, and lists its rows when it is`(tab: String) {
    var screen = screen()
    screen.press(tab)
    #expect(screen.screen.contains("looking through it"))
    screen.findOut()
    #expect(!screen.screen.contains("looking through it"))
  }

  @Test func `a finding cannot be asked for before the agreement was looked through`() {
    var screen = screen()
    screen.press("e")
    #expect(screen.hint.contains("still being looked through"))
    screen.findOut()
    screen.press("e")
    #expect(screen.hint.contains("was never filled in"))
  }

  @Test func `what was found out about a text that was replaced is dropped`() throws {
    var screen = screen()
    let work = screen.browser.nextWork()
    let late = try #require(work?.run())
    screen.browser.reload(Case.Member(path: "lease.txt", agreement: Fixtures.agreement(of: Self.other)), 0)
    screen.browser.take(late)
    screen.press("g4")
    #expect(screen.screen.contains("looking through it"))
    screen.findOut()
    #expect(!screen.screen.contains("[five]"))
  }

  @Test func `a peek is looked through too`() {
    var screen = BrowserDriver(
      Case(
        title: "",
        members: [
          ("a.txt", "SALE\n\n1. Sale. See Section 1 of the Lease Agreement.\n\n2. End. None.\n"), ("lease.txt", Self.lease),
        ].map {
          Case.Member(path: $0.0, agreement: Fixtures.agreement(of: $0.1))
        }))
    screen.press("]", "Tab", "K")
    #expect(screen.screen.contains("[five]"))
    screen.press("e")
    #expect(!screen.hint.contains("still being looked through"))
  }

  @Test func `the same is not found out twice at once`() throws {
    var screen = screen()
    var tasks: Set<Library.Task> = []
    while let work = screen.browser.nextWork() {
      try #require(tasks.insert(work.task).inserted)
    }
    #expect(!tasks.isEmpty)
    #expect(screen.browser.isWorking)
  }

  @Test func `terms of another agreement are links`() {
    let credit = "CREDIT AGREEMENT\n\n1. \"Borrower\" means Elm LLC.\n\n2. Loan. Lent.\n"
    let pledge =
      "PLEDGE AGREEMENT\n\nCapitalized terms not defined herein have the meanings given in the Credit Agreement.\n\n1. Pledge. The Borrower pledges its shares.\n"
    let value = Case(
      title: "",
      members: [("credit.txt", credit), ("pledge.txt", pledge)].map {
        Case.Member(path: $0.0, agreement: Fixtures.agreement(of: $0.1))
      })
    var screen = BrowserDriver(value)
    screen.press(":", "pledge", "Enter", "]", "Tab")
    #expect(screen.reversed.contains("Borrower"))
    screen.press("Enter")
    #expect(screen.hint.contains("Credit Agreement"))
  }

  @Test func `a selected link stays the same when others come in`() {
    let sale =
      "SALE\n\nTerms not defined herein have the meanings given in the Lease Agreement.\n\n1. Rent. See Section 2 for Rent.\n\n2. End. None.\n"
    let lease = "LEASE AGREEMENT\n\n1. \"Rent\" means money.\n\n2. Term. Ten days.\n"
    let value = Case(
      title: "",
      members: [("sale.txt", sale), ("lease.txt", lease)].map { Case.Member(path: $0.0, agreement: Fixtures.agreement(of: $0.1)) })
    var screen = BrowserDriver(value, findsOut: false)
    screen.press("]", "Tab")
    #expect(screen.reversed.contains("Section 2"))
    screen.findOut()
    #expect(screen.reversed.contains("Section 2"))
    #expect(screen.browser.brokenLaw() == nil)
  }
}
