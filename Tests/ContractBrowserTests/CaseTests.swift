import ContractModel
import TestSupport
import Testing

/// A browser on agreements that name each other.
@Suite struct CaseTests {
  private static let lease = """
    LEASE AGREEMENT

    This Lease Agreement is made as of May 1, 2004 between Oak Ltd ("Landlord") and Elm Ltd ("Tenant").

    1. Meanings. "Premises" means the ground floor. "Start Date" means the day the keys are given.

    2. Rent. Tenant shall pay within thirty (30) days of the Start Date.

    """
  private static let guaranty = """
    GUARANTY

    This Guaranty is given as of May 2, 2004 by Ash Ltd ("Guarantor") for the Lease Agreement dated as of May 1, 2004 (the "Lease").
    Capitalized terms used and not otherwise defined herein have the meanings given in the Lease.

    1. Scope. Guarantor guarantees what Section 2 of the Lease says, and Section 9 of the Lease, of the Premises.

    """

  private var deal: Case {
    var value = Case(
      title: "Mill Lane",
      members: [("guaranty.txt", Self.guaranty), ("lease.txt", Self.lease)].map {
        Case.Member(path: $0.0, agreement: Fixtures.agreement(of: $0.1))
      })
    _ = value.events.add("Start Date", on: CalendarDate(iso: "2004-06-01")!)
    return value
  }

  @Test func `a reference into another agreement is followed there, and one key comes back`() {
    var screen = BrowserDriver(deal)
    screen.press("Tab", until: "Section 2")
    screen.press("Enter")
    #expect(screen.status.contains("Lease Agreement > 2 Rent"))
    #expect(screen.hint.contains("Lease Agreement › 2 Rent · Backspace returns"))
    screen.press("Backspace")
    #expect(screen.status.contains("Guaranty"))
  }

  @Test func `a term of another agreement is a link to its definition, and can be peeked at`() {
    var screen = BrowserDriver(deal)
    screen.press("Tab", until: "Premises")
    screen.press("p")
    #expect(screen.screen.contains("\"Premises\" means the ground floor"))
    #expect(screen.hint.contains("Lease Agreement › Premises, 1 Meanings"))
    screen.press("Esc")
    #expect(screen.status.contains("Guaranty"))
  }

  @Test func `what the other agreement does not have is said`() {
    var screen = BrowserDriver(deal)
    screen.press("Tab", until: "Section 9")
    screen.press("Enter")
    #expect(screen.hint.contains("Section 9 is not in Lease Agreement"))
  }

  @Test func `time limits are a tab with the days they end, and lead to their words`() {
    var screen = BrowserDriver(deal, columns: 120)
    screen.press("g5", "gg")
    screen.press("j", until: "Lease")
    screen.press("Enter", "g7")
    #expect(screen.screen.contains("2 30 days"))
    #expect(screen.screen.contains("2004-07-01"))
    screen.press("Enter")
    #expect(screen.status.contains("Lease Agreement > 2 Rent"))
  }

  private static let amendment = """
    FIRST AMENDMENT TO LEASE AGREEMENT

    This First Amendment to Lease Agreement is made as of June 1, 2005 between Oak Ltd ("Landlord") and Elm Ltd ("Tenant"), who are
    parties to the Lease Agreement dated as of May 1, 2004 (the "Lease").

    1. Rent. Section 2 of the Lease is amended by replacing "thirty (30)" with "five (5)".

    2. Repairs. Section 7 of the Lease is hereby deleted.

    """

  @Test func `an agreement as amended is one more of the case, and shows what changed it and what could not`() {
    let papers = [("lease.txt", Self.lease), ("amendment.txt", Self.amendment)]
    let deal = Case(title: "Mill Lane", members: papers.map { Case.Member(path: $0.0, agreement: Fixtures.agreement(of: $0.1)) })
    let amended = deal.withAmended()
    #expect(
      amended.members.map(\.title) == ["Lease Agreement", "First Amendment to Lease Agreement", "Lease Agreement, as amended"])
    #expect(amended.links.amended == [nil, 0, nil])
    #expect(amended.parties.map(\.appearances.count) == [2, 2])
    var screen = BrowserDriver(amended, columns: 120)
    screen.press("g5", "gg")
    screen.press("j", until: "Lease Agreement, as")
    screen.press("Enter")
    #expect(screen.screen.contains("within five (5) days of the"))
    #expect(screen.status.contains("Mill Lane > Lease Agreement, as amended"))
    screen.press("g4")
    #expect(screen.screen.contains("2 2 was substituted, by"))
    let changes = Checks.findings(in: amended, amended.links, member: 2, only: ["amended-provision"]).map(\.message)
    #expect(changes.contains { $0.hasPrefix("Section 7 is not applied: the agreement has no such provision, by First Amendment") })
    #expect(deal.withAmended().withAmended().members.count == 3)
    let untitled = Case(
      title: "",
      members: [
        ("lease.txt", "1. Rent. Due in ten days.\n"), ("amendment.txt", "1. Change. Section 1 of the Lease is hereby deleted.\n"),
      ].map {
        Case.Member(path: $0.0, agreement: Fixtures.agreement(of: $0.1))
      })
    var members = untitled.members
    members[1].amends = "lease.txt"
    #expect(untitled.with(members).withAmended().members.map(\.title).last == "lease, as amended")
  }

  private var amendedDeal: Case {
    let papers = [("lease.txt", Self.lease), ("amendment.txt", Self.amendment)]
    return Case(title: "Mill Lane", members: papers.map { Case.Member(path: $0.0, agreement: Fixtures.agreement(of: $0.1)) })
      .withAmended()
  }

  @Test func `the number of a provision that was changed leads to the words that change it, and one key to the text before`() {
    var screen = BrowserDriver(amendedDeal, columns: 120)
    screen.press("g5", "gg")
    screen.press("j", until: "Lease Agreement, as")
    screen.press("Enter", ":", "2", "Enter", "Enter")
    #expect(screen.status.contains("First Amendment to Lease Agreement > 1 Rent"))
    screen.press("Backspace", "w")
    #expect(screen.status.contains("Mill Lane > Lease Agreement > 2 Rent"))
    #expect(screen.screen.contains("within thirty (30) days"))
    screen.press("w")
    #expect(screen.status.contains("Lease Agreement, as amended > 2 Rent"))
    // What the amendment took out stands struck where it was, until it is hidden.
    #expect(screen.screen.contains("within [-thirty-] five ([-30-]5) days"), "\(screen.screen)")
    screen.press("R")
    #expect(screen.screen.contains("within five (5) days"))
    screen.press("C")
    #expect(screen.browser.state.comparison == nil)
    screen.press("g5", "gg")
    screen.press("j", until: "First Amendment")
    screen.press("Enter", "w")
    #expect(screen.status.contains("Lease Agreement, as amended > 2 Rent"))
  }

  @Test func `what nothing amends has no text before`() {
    var screen = BrowserDriver(deal)
    screen.press("w")
    #expect(screen.hint.contains("no amendment of the case changes Guaranty"))
  }

  @Test func `an amendment of which nothing was understood is told, and not denied`() {
    let lease =
      "LEASE AGREEMENT\n\nThis lease is made on May 1, 2004 between Oak Ltd (\"Owner\") and Ann Fir (\"Tenant\").\n\n1. Rent. Ten pounds.\n\n2. Term. One year.\n"
    let amendment =
      "FIRST AMENDMENT TO LEASE AGREEMENT\n\nThis amendment to the Lease Agreement dated May 1, 2004 is made on June 1, 2005 between Oak Ltd (\"Owner\") and Ann Fir (\"Tenant\").\n\nBoth wish for a lower rent in the summer and have shaken hands on it.\n"
    var screen = BrowserDriver(
      Case(
        title: "Mill",
        members: [("lease.txt", lease), ("first.txt", amendment)].map {
          Case.Member(path: $0.0, agreement: Fixtures.agreement(of: $0.1))
        }
      ).withAmended())
    screen.press("w")
    #expect(screen.hint.contains("no instruction was understood of First Amendment to Lease Agreement"), "\(screen.hint)")
  }

  @Test func `uses of a term are found in every agreement that takes its meaning`() {
    var screen = BrowserDriver(deal, columns: 120)
    screen.press("Tab", until: "Premises")
    screen.press("x")
    #expect(screen.screen.contains("\"Premises\": 1 use") || screen.screen.contains("“Premises”: 1 use"))
    screen.press("Enter")
    #expect(screen.status.contains("Guaranty > 1 Scope"))
  }

  @Test func `go to finds provisions and terms of the other agreements behind its own`() {
    var screen = BrowserDriver(deal)
    screen.press(":", "start date", "Enter")
    #expect(screen.status.contains("Lease Agreement > 1 Meanings"))
    screen.press("Backspace", ":", "1", "Enter")
    #expect(screen.status.contains("Guaranty > 1 Scope"))
  }

  @Test func `a search that finds nothing here says where it would`() {
    var screen = BrowserDriver(deal)
    screen.press("/", "ground floor", "Enter")
    #expect(screen.hint.contains("is not in Guaranty · S finds it in 1 other"))
  }

  @Test func `the parties of all agreements are a tab`() {
    var screen = BrowserDriver(deal, columns: 120)
    screen.press("g8")
    #expect(screen.screen.contains("Elm Ltd (Tenant)"))
    screen.press("/", "Elm", "Enter", "Enter")
    #expect(screen.status.contains("Lease Agreement"))
  }
}
