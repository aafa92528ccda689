import ContractBrowser
import ContractModel
import TestSupport
import Testing

/// The overview of a case.
@Suite struct OverviewTests {
  private static func member(_ path: String, _ text: String) -> Case.Member {
    Case.Member(path: path, agreement: Fixtures.agreement(of: text))
  }

  private static let lease = member(
    "lease.txt",
    """
    LEASE AGREEMENT

    This Lease Agreement is made as of May 1, 2004 between Oak Ltd ("Landlord") and Elm Ltd ("Tenant").

    1. Rent. Tenant shall pay as Schedule A says, and as Section 9 does.

    """)
  private static let guaranty = member(
    "guaranty.txt",
    """
    GUARANTY

    This Guaranty is given as of May 2, 2003 by Ash Ltd ("Guarantor") for the Supply Agreement dated as of May 1, 2003 (the "Supply
    Agreement").

    1. Scope. Guarantor guarantees what Section 2 of the Supply Agreement says.

    """)

  private func overview(columns: Int = 80) -> BrowserDriver {
    var screen = BrowserDriver(Case(title: "Mill Lane", members: [Self.lease, Self.guaranty]), columns: columns)
    screen.browser.openOverview()
    return screen
  }

  @Test func `it lists the agreements by date with what is in them, and says more of the one selected`() {
    let screen = overview()
    #expect(screen.line(0).contains("Mill Lane: 2 agreements, 3 parties, 2003-05-02 to 2004-05-01"))
    #expect(screen.line(1) == "  Date v      Agreement                       Parties                    Words")
    #expect(screen.line(2).hasPrefix("  2003-05-02  Guaranty"))
    #expect(screen.line(3).hasPrefix("  2004-05-01  Lease Agreement"))
    #expect(screen.reversed.hasPrefix("  2004-05-01  Lease Agreement"))
    #expect(screen.screen.contains("Parties    Oak Ltd (Landlord); Elm Ltd (Tenant)"))
    #expect(screen.screen.contains("Missing    Schedule A; Section 9"))
  }

  @Test func `a paper that is named and not there is said`() {
    var screen = overview()
    screen.press("k")
    #expect(screen.screen.contains("Not here   Supply Agreement"))
  }

  @Test func `Enter reads the agreement, and the overview comes back with it selected`() {
    var screen = overview()
    screen.press("k", "Enter")
    #expect(screen.status.contains("Guaranty"))
    #expect(screen.screen.contains("This Guaranty is given"))
    screen.press("0")
    #expect(screen.reversed.hasPrefix("  2003-05-02  Guaranty"))
    screen.press("Esc")
    #expect(screen.status.contains("Guaranty"))
  }

  @Test func `what is asked in the overview is asked of the agreement selected`() {
    var screen = overview()
    screen.press(":", "1", "Enter")
    #expect(screen.status.contains("Lease Agreement > 1 Rent"))
  }

  @Test func `a filter leaves what holds its words`() {
    var screen = overview()
    screen.press("/", "guar", "Enter")
    #expect(!screen.screen.contains("Lease Agreement"))
    screen.press("Enter")
    #expect(screen.status.contains("Guaranty"))
  }

  @Test func `behind the first agreement read lies the overview, with what its rows had to hold`() {
    var screen = BrowserDriver(Case(title: "Mill Lane", members: [Self.lease, Self.guaranty]))
    screen.browser.openOverview(atStart: true)
    screen.press("/", "guar", "Enter", "Enter")
    #expect(screen.status.contains("Guaranty"))
    screen.press("Backspace")
    #expect(screen.reversed.hasPrefix("  2003-05-02  Guaranty"))
    #expect(!screen.screen.contains("Lease Agreement"))
    screen.press("Esc", "Enter")
    #expect(screen.screen.contains("This Guaranty is given"))
  }

  @Test func `a prompt that is cancelled leaves the overview as it was`() {
    for key in [":", "&", "S"] {
      var screen = overview()
      screen.press("k", key, "x", "Esc")
      #expect(screen.reversed.hasPrefix("  2003-05-02  Guaranty"), "\(key)")
      screen.press("Esc")
      #expect(screen.status.contains("Lease Agreement"), "\(key)")
    }
  }

  @Test func `a prompt that is cancelled before anything was read leaves no way back behind it`() {
    var screen = BrowserDriver(Case(title: "Mill Lane", members: [Self.lease, Self.guaranty]))
    screen.browser.openOverview(atStart: true)
    screen.press("G", ":", "Esc", "gg", "Enter")
    #expect(screen.status.contains("Guaranty"))
    screen.press("Backspace")
    #expect(screen.reversed.hasPrefix("  2003-05-02  Guaranty"))
  }

  @Test func `rows that came free as the screen grew are filled`() {
    let members = (1...12).map {
      Self.member("\($0).txt", "LEASE AGREEMENT No. \($0)\n\n1. Rent. Tenant shall pay.\n\n2. End. None.\n")
    }
    var screen = BrowserDriver(Case(title: "Mill Lane", members: members), rows: 12)
    screen.browser.openOverview()
    screen.press("G")
    screen.browser.resize(columns: 80, rows: 40)
    #expect(screen.browser.state.list?.first == 0)
  }

  @Test func `O reads the agreement beside the one that is read`() {
    var screen = overview(columns: 120)
    screen.press("k", "O")
    #expect(screen.browser.state.readers.map(\.place.agreement) == [0, 1])
  }

  @Test func `agreements that are read later come in, and the one selected stays so`() {
    var screen = BrowserDriver(Case(title: "Mill Lane", members: [Self.lease]))
    screen.browser.openOverview()
    screen.browser.take(
      Case(title: "Mill Lane", members: [Self.lease, Self.guaranty]), reading: ReadingProgress(done: 2, total: 5))
    #expect(screen.line(0).contains("reading 2 of 5 files"))
    #expect(screen.reversed.hasPrefix("  2004-05-01  Lease Agreement"))
    screen.browser.take(Case(title: "Mill Lane", members: [Self.lease, Self.guaranty]), reading: nil)
    #expect(!screen.screen.contains("reading"))
    #expect(screen.line(2).hasPrefix("  2003-05-02  Guaranty"))
  }

  @Test(arguments: [(24, 6), (40, 12), (80, 24), (160, 48)])
  func `it fits every screen`(columns: Int, rows: Int) {
    var screen = BrowserDriver(Case(title: "Mill Lane", members: [Self.lease, Self.guaranty]), columns: columns, rows: rows)
    screen.browser.openOverview()
    #expect(screen.screen.contains("2004-05-01"))
    screen.press("G", "gg", "Enter")
    #expect(screen.status.contains("Guaranty"))
  }

  @Test func `letters of one day, title and party are told apart by their files`() {
    let text = "SIDE AGREEMENT\n\nMay 3, 2021\n\nThis Side Agreement is made between Oak Ltd and Elm Ltd.\n\n1. Work. None.\n"
    let members = ["north-yard.txt", "south-yard.txt"].map { Case.Member(path: $0, agreement: Fixtures.agreement(of: text)) }
    var screen = BrowserDriver(Case(title: "Yards", members: members), columns: 80, rows: 24)
    screen.browser.openOverview()
    #expect(screen.screen.contains("north-yard.txt") && screen.screen.contains("south-yard.txt"), "\(screen.screen)")
  }

  @Test func `the tutorial stands over the overview too`() {
    var screen = BrowserDriver(Case(title: "Mill Lane", members: [Self.lease, Self.guaranty]), columns: 80, rows: 24)
    screen.browser.startTutorial()
    screen.browser.openOverview()
    #expect(screen.screen.contains("This is a contract. Read on"), "\(screen.screen)")
  }

  @Test func `agreements of one title are told apart by what differs in the names of their files`() {
    func member(_ path: String, _ title: String) -> Case.Member {
      Case.Member(path: path, agreement: Fixtures.agreement(of: "\(title)\n\n1. Oil. The miller oils the wheel.\n"))
    }
    let names = TellingNames(
      Case(
        title: "",
        members: [
          member("papers/98_AMENDMENT TO MILL LEASE D. ASH.txt", "AMENDMENT TO MILL LEASE"),
          member("papers/98_AMENDMENT TO MILL LEASE F. FIR.txt", "AMENDMENT TO MILL LEASE"),
          member("papers/95_LETTER.txt", "AMENDMENT TO MILL LEASE"), member("papers/lease.txt", "MILL LEASE"),
          member("a/note.txt", "MILL NOTE"), member("b/note.txt", "MILL NOTE"),
        ]))
    #expect(names.parts == ["D. ASH.txt", "F. FIR.txt", "95_LETTER.txt", nil, "a/note.txt", "b/note.txt"])
  }
}
