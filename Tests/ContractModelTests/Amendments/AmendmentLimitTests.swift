import ContractModel
import TestSupport
import Testing

/// What an amendment does not do at once and for good is not done, or said; what it says of other papers, or as a form, changes nothing.
@Suite struct AmendmentLimitTests {
  private func amended(_ instruction: String, lease: String = MillLane.lease, head: String = "") -> AmendedAgreement {
    let amendment = head + MillLane.amendment.replacing("Section 2 of the Lease is hereby deleted.", with: instruction)
    return AmendedAgreement(
      0, in: Case(title: "", members: MillLane.members([("lease.txt", lease), ("amendment.txt", amendment)])))
  }

  private func text(_ amended: AmendedAgreement) -> String {
    amended.agreement.words(0..<amended.agreement.text.bytes.count)
  }

  private static let signed =
    MillLane.lease
    + "4. Law. Maine.\n\nIN WITNESS WHEREOF, they have signed.\n\nOAK PROPERTIES LTD\n\nBy: ________\n\nELM TRADING LTD\n\nBy: ________\n"

  @Test func `a last section goes without the signatures, and a new one comes before them`() {
    let deleted = text(amended("Section 4 of the Lease is hereby deleted.", lease: Self.signed))
    #expect(!deleted.contains("Maine"))
    #expect(deleted.contains("IN WITNESS WHEREOF, they have signed. OAK PROPERTIES LTD By: ________ ELM"))
    let added = text(amended("A new Section 5 is added to the Lease as follows: \"5. Bees. None.\"", lease: Self.signed))
    #expect(added.contains("Maine. 5. Bees. None. IN WITNESS"))
    let bare = Self.signed.replacing("IN WITNESS WHEREOF, they have signed.\n\n", with: "")
    #expect(text(amended("Section 4 of the Lease is hereby deleted.", lease: bare)).contains("OAK PROPERTIES LTD By: ________"))
  }

  @Test(arguments: [
    "The Guaranty is hereby amended by deleting Section 2 thereof.", "The Note is amended as follows: (a) Section 2 is deleted.",
    "Amendments to the Note. Section 2 is hereby deleted.", "Section 2 of the Bond is hereby deleted.",
    "Section 2 of the Deed of Trust is hereby deleted.",
    "Section 2 of the Sublease is hereby deleted.", "The parties do not hereby delete Section 2 of the Lease.",
    "The Landlord has no obligation to agree that Section 2 of the Lease be deleted.",
    "Section 2 of the Lease is renumbered as Section 3, and Section 3 as Section 2.",
  ])
  func `another paper's section is not changed here, nor what is denied`(instruction: String) {
    #expect(text(amended(instruction)).contains("pay the Rent within"))
  }

  @Test(arguments: [
    "Section 2 of the Lease is amended, for the calendar year 2017 only, by replacing \"ten (10)\" with \"five (5)\".",
    "Section 2 of the Lease is amended, in respect of the cellar only, by replacing \"ten (10)\" with \"five (5)\".",
    "Immediately following the sale of the mill, Section 2 of the Lease shall be deleted.",
    "Section 2 of the Lease shall, from the day on which the mill opens, be deleted.",
    "Section 2 of the Lease is hereby deleted. Notwithstanding the foregoing, Section 2 of the Lease shall continue to apply to rent that is due.",
    "Section 2 of the Lease is hereby deleted. This change ends on June 30, 2017.",
    "Section 2 of the Lease is hereby deleted (it being understood that it continues to apply to the cellar).",
    "Section 2 of the Lease is hereby deleted.\n\n2. Effect. This First Amendment shall not become effective until the Tenant has paid.",
    "Section 2 of the Lease is hereby deleted.\n\n2. Effect. The foregoing amendment is conditioned upon the consent of the bank.",
    "This First Amendment is conditional on the consent of the mill's bank being obtained.\n\n2. Rent. Section 2 of the Lease is deleted.",
    "This First Amendment comes into force on the day on which the bank gives its consent.\n\n2. Section 2 of the Lease is deleted.",
    "Section 2 of the Lease is hereby deleted; it being understood that rent that is due shall continue to be governed by that Section.",
    "Section 2 of the Lease is hereby deleted. Sublettings made before continue to be governed by that Section.",
    "Section 2 of the Lease is hereby deleted. The foregoing shall not affect rent that is due.",
    "Section 2 of the Lease is hereby deleted.\n\n2. Sale. If the mill is not sold by May 1, 2019, this First Amendment shall be null and void.",
    "Section 2 of the Lease is hereby deleted. The foregoing deletion shall lapse on December 31, 2019.",
    "Section 2 of the Lease is hereby deleted. This variation shall not apply to rent for days before the date hereof.",
    "Section 2 of the Lease is hereby deleted. However, the said Section shall continue to govern all rent due prior to that day.",
    "Section 2 of the Lease is hereby deleted.\n\n2. Effect. The amendments in Section 1 shall become effective on the Mill Opening Date.",
  ])
  func `a change that is limited, in its sentence or behind it, is not made, and why is said`(instruction: String) {
    let amended = amended(instruction)
    #expect(text(amended).contains("within ten (10) days"))
    #expect(amended.changes.contains { $0.reason?.isEmpty == false && $0.condition != nil }, "\(amended.changes)")
  }

  @Test(arguments: [
    "Section 2 of the Lease (other than its first sentence) is deleted.",
    "Section 2 of the Lease is deleted in the case of tenants outside Maine.",
    "Section 2 of the Lease is deleted as regards the cellar.",
    "Section 2 of the Lease is deleted where a tenant is a minor.",
    "Section 2 of the Lease is deleted, but only as it applies to the cellar.",
    "Section 2 of the Lease shall, once the Tenant has paid, be deleted.",
    "Section 2 of the Lease is amended so that the relevant part thereof reads as follows: \"Pay in five days.\"",
    "Section 2 of the Lease is amended to provide, among other things, as follows: \"Pay in five days.\"",
    "Section 2 of the Lease is suspended until June 30, 2017.",
    "In Section 2 of the Mill Licence dated May 1, 2001, \"ten (10)\" is replaced by \"five (5)\".",
  ])
  func `what a change leaves out, or is of a part or another paper, is not made and is listed`(instruction: String) {
    let amended = amended(instruction)
    #expect(text(amended).contains("within ten (10) days"))
    #expect(amended.changes.contains { $0.reason?.isEmpty == false }, "\(amended.changes)")
  }

  @Test func `a deletion that says no more than that is made`() {
    #expect(
      !text(amended("Section 2 of the Lease is hereby deleted in its entirety and intentionally left blank.")).contains("ten (10)"))
  }

  @Test(arguments: [
    "FORM OF AMENDMENT\n\n", "[FORM OF FIRST AMENDMENT]\n\n", "DRAFT OF JULY 1, 2005\n\n",
  ])
  func `a form and a draft change nothing`(head: String) {
    #expect(text(amended("Section 2 of the Lease is hereby deleted.", head: head)).contains("pay the Rent within"))
  }

  @Test(arguments: [
    "As used in the Lease, the term \"Rent\" shall mean nine thousand dollars a month.",
    "The Rent is hereby raised from $10,000 to $11,000.",
    "Any reference in the Lease to the Premises shall mean the cellar.",
    "The Repairs clause of the Lease is hereby deleted in its entirety.",
    "Section 2 of the Lease shall henceforth have the following wording: \"2. Rent. Five days.\"",
    "It is agreed that Section 2 of the Lease be taken out and that other words be put in its place.",
    "Wherever the Lease mentions \"Rent\" it shall be understood to mean \"Fee\".",
    "The Rent is reduced to $9,000.",
  ])
  func `an instruction in other words is listed as not understood`(instruction: String) {
    #expect(amended(instruction).changes.contains { $0.reason != nil }, "\(instruction)")
  }

  @Test(arguments: [
    ("Section 3 of the Lease is amended in relevant part to read as follows: \"Landlord repairs.\"", "shall repair the Premises"),
    ("Section 3 of the Lease is amended by replacing the rate for \"Premises\" with $3.", "shall repair the Premises"),
    ("Section 2 of the Lease is amended by replacing \"ten (10)\" with \"five (5) days\".", "within five (5) days after the first"),
    ("In Section 2 of the Lease \"ten (10)\" is replaced by \"five (5)\".", "within five (5) days after the first"),
    ("Section 2 of the Lease is amended by striking out \"ten (10)\" and substituting \"five (5)\".", "within five (5) days after"),
    ("In Section 2 of the Lease, the words \"ten (10)\" are to be replaced with \"five (5)\".", "within five (5) days after"),
    (
      "Section 2 of the Lease is amended by deleting it in its entirety and restating it as follows: \"2. Rent. Pay at once.\"",
      "2. Rent. Pay at once."
    ),
    ("The text of Section 2 of the Lease is hereby deleted and \"[Omitted]\" is inserted in lieu thereof.", "[Omitted]"),
    (
      "Section 3 of the Lease is amended by the addition of the following at the end thereof: \"At once.\"",
      "repair the Premises. At once."
    ),
  ])
  func `a part that is not told apart stays, and nothing is said twice`(instruction: String, words: String) {
    #expect(text(amended(instruction)).contains(words), "\(text(amended(instruction)))")
  }

  @Test func `sentences end behind a letter, and closing words are no new words`() {
    let lease = MillLane.lease.replacing(
      "shall repair the Premises.", with: "shall repair Plant A. The bank of Birch Co. If it asks, it pays. Done.")
    let amended = amended("The first sentence of Section 3 of the Lease is hereby deleted.", lease: lease)
    #expect(text(amended).contains("3. Repairs. The bank of Birch Co.") || text(amended).contains("3. The bank of Birch Co."))
    let closed = text(
      self.amended(
        "Section 3 of the Lease is amended to read as follows:\n\n3. Repairs. None.\n\nSave as set out above, the Lease is unchanged."
      ))
    #expect(closed.contains("3. Repairs. None.") && !closed.contains("Save as"))
  }

  @Test func `amendments without a date are taken in the order of their numbers`() {
    func amendment(_ number: Int, _ rent: String) -> String {
      "AMENDMENT NO. \(number) TO LEASE AGREEMENT\n\nThis Amendment amends the Lease Agreement dated as of May 1, 2004 (the \"Lease\") between Oak Properties Ltd (\"Landlord\") and Elm Trading Ltd (\"Tenant\").\n\n1. Rent. Section 3 of the Lease is amended to read as follows: \"3. Repairs. \(rent)\"\n"
    }
    let deal = Case(
      title: "",
      members: MillLane.members([
        ("lease.txt", MillLane.lease), ("a.txt", amendment(2, "Second.")), ("b.txt", amendment(1, "First.")),
      ]))
    #expect(text(AmendedAgreement(0, in: deal)).contains("3. Repairs. Second."))
  }

  @Test func `what another change has restated is changed further`() {
    let amended = amended(
      "Section 3 of the Lease is amended to read as follows: \"3. Repairs. Landlord mends.\"\n\n2. More. Section 3 of the Lease, as amended by paragraph 1 above, is further amended by replacing \"mends\" with \"mends all\"."
    )
    #expect(text(amended).contains("3. Repairs. Landlord mends all."))
  }

  @Test(arguments: [
    "Each reference in the Mortgage to \"Tenant\" is hereby replaced by \"Lessee\".",
    "The definition of \"Rent\" in the Pledge Agreement is hereby deleted in its entirety.",
    "The Pledge is amended by replacing \"ten (10)\" with \"five (5)\" in Section 2.",
  ])
  func `words and terms that are said to be another paper's stay`(instruction: String) {
    let amended = amended(instruction)
    let words = text(amended)
    #expect(words.contains("\"Rent\" means ten") && words.contains("Tenant shall pay the Rent within ten (10) days"))
    #expect(amended.changes.contains { $0.reason?.contains("it is of the") == true }, "\(amended.changes)")
  }

  @Test func `a limit of one section of the amendment holds for what that section asks for`() {
    #expect(
      !text(self.amended("This Section 2 of the Lease is hereby deleted and of no further force and effect.")).contains("ten (10)"))
    let amended = amended(
      "Section 2 of the Lease is hereby deleted. This Section 1 shall cease to have effect on June 30, 2017.\n\n2. Section 3 of the Lease is hereby deleted."
    )
    #expect(text(amended).contains("within ten (10) days") && !text(amended).contains("shall repair the Premises"))
  }

  @Test(arguments: [
    "a lease agreement dated 1 May 2004 (the \"Principal Deed\")", "an agreement dated May 1, 2004 for the letting of a mill",
  ])
  func `an agreement that is named in small letters, with its day, is found by the day and the parties`(name: String) {
    let deed =
      "DEED OF VARIATION\n\nThis Deed is made on June 1, 2005 between Oak Properties Ltd (\"Landlord\") and Elm Trading Ltd (\"Tenant\"), who are party to \(name).\n\n1. Clause 2 is hereby deleted.\n"
    let value = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("deed.txt", deed)]))
    #expect(value.links.amended[1] == 0)
  }

  @Test(arguments: ["MINUTES ON THE LEASE AGREEMENT", "TERM SHEET FOR THE LEASE AGREEMENT", "HEADS OF TERMS: LEASE AGREEMENT"])
  func `a paper about the agreement is not the one that is amended`(title: String) {
    let decoy = "\(title)\n\nMay 1, 2004\n\n1. Rent. Oak Properties Ltd and Elm Trading Ltd agree on ten.\n\n2. Pay. Soon.\n"
    let value = Case(
      title: "",
      members: MillLane.members([("decoy.txt", decoy), ("lease.txt", MillLane.lease), ("amendment.txt", MillLane.amendment)]))
    #expect(value.links.amended[2] == 1)
  }

  @Test func `an amendment is dated by its signing, not by the day of what it amends`() {
    let letter =
      "AMENDMENT to the Lease Agreement made effective the 1st day of May, 2004 between Oak Properties Ltd and Elm Trading Ltd.\n\n1. Section 2 of the Lease is deleted.\n\nThe parties have executed this Amendment at Salem, Maine, this 2nd day of June, 2006.\n"
    #expect(Fixtures.agreement(of: letter).date?.iso == "2006-06-02")
  }
}
