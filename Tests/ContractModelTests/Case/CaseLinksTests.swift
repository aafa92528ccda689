import ContractModel
import TestSupport
import Testing

/// A lease, its guaranty and its amendment, in a few lines each.
enum MillLane {
  static let lease = """
    LEASE AGREEMENT

    This Lease Agreement is made as of May 1, 2004 between Oak Properties Ltd ("Landlord") and Elm Trading Ltd ("Tenant").

    1. Definitions. "Premises" means the ground floor of 4 Mill Lane. "Rent" means ten thousand dollars a month.

    2. Rent. Tenant shall pay the Rent within ten (10) days after the first of each month.

    3. Repairs. Landlord shall repair the Premises.

    """
  static let guaranty = """
    GUARANTY

    This Guaranty is given as of May 2, 2004 by Ash Holdings Ltd ("Guarantor") for the Lease Agreement dated as of May 1, 2004 between
    Oak Properties Ltd and Elm Trading Ltd (the "Lease"). Capitalized terms used and not otherwise defined herein have the meanings given
    in the Lease.

    1. Guaranty. Guarantor guarantees the Rent due under Section 2 of the Lease, and the repairs of the Premises under Section 9 of the
    Lease. The Premises may change, and the Rent with the Premises.

    2. Notices. As in Section 3 of the Purchase Agreement and Section 12 of the Companies Act.

    """
  static let amendment = """
    FIRST AMENDMENT TO LEASE AGREEMENT

    This First Amendment to Lease Agreement is made as of June 1, 2005 between Oak Properties Ltd ("Landlord") and Elm Trading Ltd
    ("Tenant"), who are parties to the Lease Agreement dated as of May 1, 2004 (the "Lease").

    1. Rent. Section 2 of the Lease is hereby deleted.

    """

  static func members(_ texts: [(path: String, text: String)]) -> [Case.Member] {
    texts.map { Case.Member(path: $0.path, agreement: Fixtures.agreement(of: $0.text)) }
  }

  static func deal(_ more: [(path: String, text: String)] = []) -> Case {
    Case(
      title: "Mill Lane", members: members([("lease.txt", lease), ("guaranty.txt", guaranty), ("amendment.txt", amendment)] + more))
  }
}

@Suite struct CaseLinksTests {
  /// Each reference to another paper as its words and where it leads.
  private func leads(_ value: Case, _ member: Int) -> [String] {
    let links = value.links
    let agreement = value.members[member].agreement
    return links.references[member].sorted { $0.key < $1.key }.map { index, target in
      let words = agreement.words(agreement.references[index].range)
      switch target {
      case .provisions(let sister, let ids):
        return "\(words) → \(ids.map { value.members[sister].agreement.provisions[$0].number }) of \(value.members[sister].path)"
      case .missing(let sister): return "\(words) missing in \(value.members[sister].path)"
      case .paper(let sister): return "\(words) → \(value.members[sister].path)"
      case .ambiguous(let members): return "\(words) of one of \(members)"
      case .absent(let name): return "\(words) of \(name)"
      }
    }
  }

  @Test func `a sister's provisions are found by the short name it is given, and those that are not there are said`() {
    #expect(
      leads(MillLane.deal(), 1) == [
        "Section 2 → [\"2\"] of lease.txt", "Section 9 missing in lease.txt", "Section 3 of Purchase Agreement",
      ])
  }

  @Test func `a paper of another date is another paper, and of two alike none is taken`() {
    let older = MillLane.lease.replacing("May 1, 2004", with: "May 1, 1999")
    #expect(leads(MillLane.deal([("old.txt", older)]), 1).first == "Section 2 → [\"2\"] of lease.txt")
    #expect(leads(MillLane.deal([("copy.txt", MillLane.lease)]), 1).first == "Section 2 of one of [0, 3]")
    let alone = Case(title: "", members: MillLane.members([("guaranty.txt", MillLane.guaranty), ("old.txt", older)]))
    #expect(!leads(alone, 0).contains { $0.contains("→") })
  }

  @Test func `terms that a sister defines are borrowed with their uses, and are no undefined ones`() {
    let deal = MillLane.deal()
    let borrowed = deal.links.borrowed[1]
    #expect(
      borrowed.map { "\($0.name) \($0.uses.count) \(deal.members[$0.member].path)" }.sorted() == [
        "Premises 3 lease.txt", "Rent 2 lease.txt",
      ])
    #expect(Checks.findings(deal.members[1].agreement, only: ["undefined-term"]).contains { $0.subject == "Premises" })
    #expect(Checks.findings(in: deal, deal.links, member: 1, only: ["undefined-term"]).isEmpty)
  }

  @Test func `an amendment is known by the paper it names and its parties`() {
    #expect(MillLane.deal().links.amended == [nil, nil, 0])
    #expect(leads(MillLane.deal(), 2) == ["Section 2 → [\"2\"] of lease.txt"])
    let others = MillLane.lease.replacing("Elm Trading Ltd", with: "Fir Shipping Ltd").replacing("May 1, 2004", with: "May 3, 2004")
    let strangers = Case(title: "", members: MillLane.members([("other.txt", others), ("amendment.txt", MillLane.amendment)]))
    #expect(strangers.links.amended == [nil, nil])
  }

  @Test func `an agreement alone leads nowhere`() {
    let alone = Case(title: "", members: MillLane.members([("guaranty.txt", MillLane.guaranty)]))
    #expect(alone.links.references == [[:]])
    #expect(alone.links.borrowed == [[]])
  }

  @Test func `a party is one under all its names, across agreements`() throws {
    let amendment = MillLane.amendment.replacing("Elm Trading Ltd", with: "ELM TRADING, LTD")
    let deal = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("amendment.txt", amendment)]))
    let elm = try #require(deal.parties.first { $0.name == "Elm Trading Ltd" })
    #expect(elm.variants == ["ELM TRADING, LTD"])
    #expect(elm.appearances.map(\.member) == [0, 1])
    #expect(elm.appearances.map(\.role) == ["Tenant", "Tenant"])
    #expect(deal.parties.map(\.name) == ["Oak Properties Ltd", "Elm Trading Ltd"])
    var description = CaseDescription()
    description.aliases = ["Elm Trading Ltd": ["Elm Stores Ltd"]]
    let renamed = MillLane.members([
      ("lease.txt", MillLane.lease), ("amendment.txt", amendment.replacing("ELM TRADING, LTD", with: "Elm Stores Ltd")),
    ])
    let aliased = Case(title: "", members: renamed, description: description) { $0.path }
    #expect(aliased.parties.map(\.name) == ["Oak Properties Ltd", "Elm Trading Ltd"])
    #expect(aliased.parties.last?.variants == ["Elm Stores Ltd"])
  }

  @Test func `who signs for a party is told from the column its name stands over`() throws {
    let signed = """

      IN WITNESS WHEREOF, the parties have signed.

      OAK PROPERTIES LTD,                     Elm Trading Ltd

      By: /s/ Ann Birch                       By: /s/ Tom Reed
      Name: Ann Birch                         Name: Tom Reed
      """
    let deal = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease + signed)]))
    #expect(deal.parties.map(\.name) == ["Oak Properties Ltd", "Elm Trading Ltd"])
    #expect(deal.parties.map(\.variants) == [["OAK PROPERTIES LTD"], []])
    #expect(deal.parties.map { $0.appearances.map(\.signatories) } == [[["Ann Birch"]], [["Tom Reed"]]])
  }

  // MARK: Checks

  @Test func `a reference to what a sister does not have is a finding`() {
    let deal = MillLane.deal()
    #expect(Checks.findings(in: deal, deal.links, member: 1, only: ["case-reference"]).map(\.subject) == ["Section 9"])
    #expect(Checks.findings(in: deal, deal.links, member: 0, only: ["case-reference"]).isEmpty)
  }

  @Test func `two meanings of a term in agreements that name each other are a warning`() {
    let guaranty = MillLane.guaranty + "3. Meanings. \"Premises\" means the whole house.\n"
    let deal = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("guaranty.txt", guaranty)]))
    let found = Checks.findings(in: deal, deal.links, member: 1, only: ["conflicting-definition"])
    #expect(found.map { "\($0.severity) \($0.subject)" } == ["warning Premises"])
    let same = MillLane.guaranty + "3. Meanings. \"Premises\" means the ground floor of 4 MILL LANE.\n"
    let agreed = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("guaranty.txt", same)]))
    #expect(Checks.findings(in: agreed, agreed.links, member: 1, only: ["conflicting-definition"]).isEmpty)
  }

  // MARK: Description

  @Test func `a description names papers, dates and what is amended`() {
    var description = CaseDescription()
    var lease = CaseDescription.Paper(path: "lease.txt")
    lease.names = ["Purchase Agreement"]
    lease.date = CalendarDate(iso: "1999-01-02")
    var guaranty = CaseDescription.Paper(path: "guaranty.txt")
    guaranty.amends = "lease.txt"
    description.papers = [lease, guaranty]
    description.title = "Deal"
    let deal = Case(title: "x", members: MillLane.deal().members, description: description) { $0.path }
    #expect(deal.title == "Deal")
    #expect(deal.byDate == [0, 1, 2])
    #expect(deal.links.amended[1] == 0)
    #expect(leads(deal, 1).contains("Section 3 → [\"3\"] of lease.txt"))
  }

  @Test func `circles of amendments and amendments before their agreement are contradictions`() {
    var description = CaseDescription()
    for (path, amends, date) in [
      ("a", "b", "2001-01-01"), ("b", "a", "2002-01-01"), ("c", "b", "2003-01-01"), ("d", "e", "2003-01-01"),
    ] {
      var paper = CaseDescription.Paper(path: path)
      paper.amends = amends
      paper.date = CalendarDate(iso: date)
      description.papers.append(paper)
    }
    let words = description.contradictions { _ in nil }.map(\.words)
    #expect(
      words == [
        "a amends itself, by way of b", "a (2001-01-01) is dated before what it amends, b (2002-01-01)",
        "b amends itself, by way of a",
        "d amends e, which the case does not list",
      ])
  }

  @Test func `of two agreements of one day and title an amendment changes the one between the same, and none of a stranger's`() {
    let other = MillLane.lease.replacing("Elm Trading Ltd", with: "Fir Shipping Ltd")
    let both = Case(
      title: "",
      members: MillLane.members([("other.txt", other), ("lease.txt", MillLane.lease), ("amendment.txt", MillLane.amendment)]))
    #expect(both.links.amended == [nil, nil, 1])
    let stranger = Case(title: "", members: MillLane.members([("other.txt", other), ("amendment.txt", MillLane.amendment)]))
    #expect(stranger.links.amended == [nil, nil])
    // Who took a party's place says so.
    let successor = MillLane.amendment.replacing(
      "Elm Trading Ltd\n    (\"Tenant\")", with: "Ash Ltd, formerly Elm Trading Ltd (\"Tenant\")")
    let renamed = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("amendment.txt", successor)]))
    #expect(renamed.links.amended == [nil, 0])
  }

  @Test(arguments: [
    // The lease, and not the amendment named behind it, is what a later one changes.
    (
      "the Lease Agreement dated as of May 1, 2004, as amended by the First Amendment to Lease Agreement dated as of June 1, 2004 (as so amended, the \"Lease\")",
      0
    ),
    ("the Lease Contract dated as of May 1, 2004 (the \"Lease\")", 0),
  ])
  func `an amendment is of the paper that it names first, by a like name`(words: String, base: Int) {
    let text = MillLane.amendment.replacing("the Lease Agreement dated as of May 1, 2004 (the \"Lease\")", with: words)
    #expect(
      Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("amendment.txt", text)])).links.amended == [
        nil, base,
      ])
  }

  @Test func `a summary of an agreement is not amended`() {
    let summary = MillLane.lease.replacing("LEASE AGREEMENT", with: "SUMMARY OF LEASE AGREEMENT")
    let value = Case(title: "", members: MillLane.members([("summary.txt", summary), ("amendment.txt", MillLane.amendment)]))
    #expect(value.links.amended == [nil, nil])
  }

  @Test func `what a reference points back to is the paper named before it`() {
    let guaranty = MillLane.guaranty.replacing(
      "2. Notices. As in Section 3 of the Purchase Agreement and Section 12 of the Companies Act.",
      with: "2. Notices. The Lease is known to Guarantor. Section 3 thereof applies here too.")
    let value = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("guaranty.txt", guaranty)]))
    #expect(leads(value, 1).last == "Section 3 → [\"3\"] of lease.txt")
  }

  @Test func `an attachment filed as a paper of its own is a part of its agreement, and no missing one`() {
    let lease = MillLane.lease.replacing("Landlord shall repair the Premises.", with: "Landlord shall repair what Exhibit B lists.")
    let exhibit = "EXHIBIT B\n\nTO LEASE AGREEMENT\n\nREPAIRS\n\n1. Doors.\n\n2. Roofs.\n"
    let value = Case(title: "", members: MillLane.members([("lease.txt", lease), ("exhibit.txt", exhibit)]))
    let links = value.links
    #expect(links.parentDocuments == [nil, "LEASE AGREEMENT"])
    #expect(Array(links.references[0].values) == [.paper(member: 1)])
    #expect(Checks.findings(value.members[0].agreement, only: ["missing-attachment"]).count == 1)
    #expect(Checks.findings(in: value, links, member: 0, only: ["missing-attachment"]).isEmpty)
  }

  @Test func `a provision that an amendment adds is not missing in what it amends`() {
    let text = MillLane.amendment.replacing(
      "Section 2 of the Lease is hereby deleted.",
      with:
        "A new Section 4 is added to the Lease to read as follows:\n\n\"4. Pets. None.\"\n\n2. Force. Section 4 of the Lease binds, and Section 9 of the Lease does not."
    )
    let value = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("amendment.txt", text)]))
    #expect(leads(value, 1) == ["Section 9 missing in lease.txt"])
  }

  @Test func `a party under a former name is one`() {
    let renamed = MillLane.amendment.replacing("Elm Trading Ltd", with: "Ash Stores Ltd f/k/a Elm Trading Ltd")
    let later = MillLane.guaranty.replacing("Ash Holdings Ltd", with: "Ash Stores Ltd")
    let value = Case(
      title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("guaranty.txt", later), ("amendment.txt", renamed)]))
    let elm = value.parties.filter { $0.name.contains("Elm") || $0.name.contains("Ash") }
    #expect(elm.count == 1)
    #expect(elm.first?.appearances.map(\.member) == [0, 1, 2])
  }

  @Test(arguments: [
    ("OAK PROPERTIES LTD\n\nBy: /s/ Ann Birch\n\nTENANT\n\nBy: /s/ Tom Reed\n", [["Ann Birch"], ["Tom Reed"]]),
    (
      "OAK PROPERTIES LTD (\"Landlord\")          ELM TRADING LTD (\"Tenant\")\nBy: /s/ Ann Birch                       By: /s/ Tom Reed\n",
      [["Ann Birch"], ["Tom Reed"]]
    ),
    (
      "OAK PROPERTIES LTD\n\nBy: /s/ Ann Birch\n\nIN WITNESS WHEREOF, the parties have signed.\n\nELM TRADING LTD\n\nBy: /s/ Tom O'Reed\n",
      [["Ann Birch"], ["Tom O'Reed"]]
    ),
    // A bank that is no party: nobody is said to sign for Oak.
    ("OAK PROPERTIES LTD\n\nBy: /s/ Ann Birch\n\nLENDERS:\n\nASH BANK, as Agent\n\nBy: /s/ Bo Hill\n", [["Ann Birch"], []]),
  ])
  func `who signs for whom is told by names and roles, and for nobody where neither tells`(signatures: String, wanted: [[String]]) {
    let signed = "\nIN WITNESS WHEREOF, the parties have signed.\n\n" + signatures
    let deal = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease + signed)]))
    #expect(deal.parties.map { $0.appearances.flatMap(\.signatories) } == wanted)
  }

  @Test func `a person who is a party signs for herself`() {
    let text =
      "DEED\n\nThis Deed is made between Oak Stores, Inc. (\"Employer\") and Brenda Birch (\"Clerk\").\n\n1. Work. Clerk works.\n\n2. Pay. Ten.\n\nIN WITNESS WHEREOF, they have signed.\n\nOAK STORES, INC.\n\nBy: /s/ Larry Hill\n\n/s/ Brenda Birch\n"
    let deal = Case(title: "", members: MillLane.members([("deed.txt", text)]))
    #expect(deal.parties.map { $0.appearances.flatMap(\.signatories) } == [["Larry Hill"], ["Brenda Birch"]])
  }

  @Test(arguments: [
    "EXHIBIT B\n\nREPAIRS\n\n(attached to and made part of the Lease Agreement of May 1, 2014)\n\n1. Doors.\n",
    "LEASE AGREEMENT\n\nEXHIBIT B - REPAIRS\n\n1. Doors.\n",
    "LEASE AGREEMENT - EXHIBIT B\n\nREPAIRS\n\n1. Doors.\n",
    "EXHIBIT B\n\nThis Exhibit B is attached to and forms part of the Lease Agreement between Oak and Elm.\n\n1. Doors.\n",
  ])
  func `an attachment tells in many ways which agreement it is a part of`(exhibit: String) {
    let lease = MillLane.lease.replacing("Landlord shall repair the Premises.", with: "Landlord shall repair what Exhibit B lists.")
    let value = Case(title: "", members: MillLane.members([("lease.txt", lease), ("exhibit.txt", exhibit)]))
    let links = value.links
    #expect(links.parentDocuments[1]?.lowercased() == "lease agreement")
    #expect(Array(links.references[0].values) == [.paper(member: 1)])
    #expect(links.references[1].values.allSatisfy { $0 == .paper(member: 1) })
  }

  @Test func `a lease that begins with a schedule of its own is a part of no other lease`() {
    let other =
      "LEASE AGREEMENT\n\nSCHEDULE 1\n\nThis lease is made between Fir Ltd (\"Landlord\") and Yew Ltd (\"Tenant\").\n\n1. Rent. Ten.\n"
    let value = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("other.txt", other)]))
    #expect(value.links.parentDocuments == [nil, nil])
  }

  @Test(arguments: [
    ("Ash Stores Ltd, whose former name was Elm Trading Ltd", ""),
    ("Ash Stores Ltd (formerly: Elm Trading Ltd and before that Yew Trading Ltd)", ""),
    ("Ash Stores Ltd", "Tenant changed its name from Elm Trading Ltd to Ash Stores Ltd on May 1, 2015.\n\n"),
  ])
  func `a party that changed its name is one, however the change is told`(name: String, sentence: String) {
    let later =
      "SECOND LEASE\n\nThis lease is made as of June 1, 2016 between Oak Properties Ltd (\"Landlord\") and \(name) (\"Tenant\").\n\n\(sentence)1. Rent. Ten.\n\n2. Law. Ohio.\n"
    let value = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("later.txt", later)]))
    #expect(value.parties.count == 2, "\(value.parties.map(\.name))")
  }

  @Test(arguments: ["Section 3 of such agreement applies here too.", "Section 3 of that agreement applies here too."])
  func `"such agreement" is the paper named before it`(sentence: String) {
    let guaranty = MillLane.guaranty.replacing(
      "2. Notices. As in Section 3 of the Purchase Agreement and Section 12 of the Companies Act.",
      with: "2. Notices. The Lease is known to Guarantor. \(sentence)")
    let value = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("guaranty.txt", guaranty)]))
    #expect(leads(value, 1).last == "Section 3 → [\"3\"] of lease.txt")
  }

  @Test func `an amendment may spell what it changes otherwise`() {
    func paper(_ title: String, _ text: String) -> String {
      "\(title)\n\nThis \(title) is made as of May 1, 2014 between Oak Docks Ltd (\"Owner\") and Elm Ships Ltd (\"Builder\").\n\n\(text)\n"
    }
    let licence = paper("SHIPBUILDING LICENCE AGREEMENT", "1. Ship. One.\n\n2. Fee. Ten.")
    let amendment =
      "FIRST AMENDMENT\n\nThis First Amendment is made as of May 1, 2016 between Oak Docks Ltd (\"Owner\") and Elm Ships Ltd (\"Builder\"), who are parties to the Ship Building License Agreement dated as of May 1, 2014.\n\n1. Section 2 of the Ship Building License Agreement is deleted.\n"
    let value = Case(title: "", members: MillLane.members([("licence.txt", licence), ("amendment.txt", amendment)]))
    #expect(value.links.amended == [nil, 0])
  }
}
