import ContractModel
import TestSupport
import Testing

/// How far an instruction reaches: where new words end, what each reference to a term takes along, conditions that stand apart, and
/// paragraphs of attachments.
@Suite struct InstructionReachTests {
  private static let lease = """
    CRANE LEASE

    This Crane Lease is made as of March 3, 2011 between Alder Cranes Ltd ("Owner") and Birch Yards Ltd ("Hirer").

    1. Words. In this lease:

    "Basic Rate" means six per cent a year.

    "Driver" means a person with a licence.

    2. Use. Hirer may use the crane for its own business. A Driver shall sit in it. Two Drivers may take turns.

    3. Rent. Late rent bears the Basic Rate.

    SCHEDULE 1

    PRICES

    1. A day costs $90.

    2. A week costs $400.

    """

  private static let probe = AmendmentProbe(
    agreement: lease, title: "Crane Lease", name: "Lease", parties: [("Alder Cranes Ltd", "Owner"), ("Birch Yards Ltd", "Hirer")])

  private func amended(_ instruction: String) -> AmendedAgreement { Self.probe.amended(instruction) }

  @Test func `new words without marks end above the signatures`() {
    let text = """
      CRANE LEASE AMENDMENT

      This First Amendment to Crane Lease is made as of May 9, 2013 between Alder Cranes Ltd ("Owner") and Birch Yards Ltd
      ("Hirer"), who are parties to the Crane Lease dated as of March 3, 2011 (the "Lease").

      1. New clause 4 of the Lease is inserted as follows:

      4. Keys. The Owner keeps a key.

      This deed has been entered into on the date at its head.

      Executed as a deed by Alder Cranes Ltd

      Signed by Birch Yards Ltd
      """
    let value = Case(title: "", members: MillLane.members([("agreement.txt", Self.lease), ("amendment.txt", text)]))
    let words = AmendedAgreement(0, in: value).allWords
    #expect(words.contains("The Owner keeps a key."))
    #expect(!words.contains("Executed as a deed") && !words.contains("has been entered into"))
  }

  @Test func `words between commas keep both`() {
    let amended = amended("1. Section 2 of the Lease is amended by inserting \", in daylight,\" after \"use the crane\".")
    #expect(amended.allWords.contains("Hirer may use the crane, in daylight, for its own business."))
  }

  @Test func `each reference to a term takes its plural along`() {
    let amended = amended("1. The Lease is amended by replacing the term \"Driver\" with the term \"Operator\" throughout.")
    #expect(amended.allWords.contains("A Operator shall sit in it. Two Operators may take turns."))
    let irregular = self.amended("1. The Lease is amended by replacing the term \"Driver\" with the term \"Deputy\" throughout.")
    #expect(irregular.changes.first?.reason?.contains("Drivers") == true, "\(irregular.changes)")
  }

  @Test func `a definition that is given anew is no place of each reference to its term`() {
    let amended = amended(
      """
      1. Each reference in the Lease to "Basic Rate" is replaced by a reference to "New Rate".

      2. The definition of "Basic Rate" in Section 1 is deleted in its entirety and the following is substituted therefor:

      "New Rate" means seven per cent a year.
      """)
    #expect(amended.allWords.contains("\"New Rate\" means seven per cent a year."))
    #expect(amended.allWords.contains("Late rent bears the New Rate."))
    #expect(!amended.allWords.contains("six per cent"))
  }

  @Test func `a condition in a section of its own holds for what it names`() {
    let amended = amended(
      "Section 1. Section 3 of the Lease is deleted.\n\nSection 2. The amendments in Section 1 shall become operative upon the sale of the yard."
    )
    #expect(amended.changes.map(\.kind) == [.unapplied], "\(amended.changes)")
    #expect(amended.changes.first?.condition?.contains("operative upon the sale") == true)
  }

  @Test func `for which trades a change holds is no day on which it begins`() {
    let amended = amended("1. For the purposes only of weeks that begin after 1 April 2017, Section 3 of the Lease is deleted.")
    #expect(amended.changes.map(\.kind) == [.unapplied], "\(amended.changes)")
  }

  @Test func `a ratio, a rate or a price in marks goes out as words do`() {
    let amended = amended("1. Schedule 1 is amended by replacing the price \"$400\" appearing therein with \"$410\".")
    #expect(amended.allWords.contains("A week costs $410."), "\(amended.changes)")
  }

  @Test(arguments: [
    (
      "1. Paragraph 2 of Schedule 1 is amended and restated in its entirety as follows: \"2. A week costs $450.\"",
      "A week costs $450."
    ),
    ("1. In paragraph 2 of Schedule 1, \"$400\" is replaced with \"$410\".", "A week costs $410."),
    ("1. Schedule 1 is amended by adding as a new paragraph 3: \"3. A month costs $1,500.\"", "3. A month costs $1,500."),
  ])
  func `paragraphs of an attachment are changed where they stand`(instruction: String, words: String) {
    let amended = amended(instruction)
    #expect(amended.changes.allSatisfy { $0.reason == nil } && !amended.changes.isEmpty, "\(amended.changes)")
    #expect(amended.allWords.contains(words), "\(amended.allWords)")
    #expect(amended.allWords.contains("3. Rent. Late rent bears the Basic Rate."))
  }

  @Test(arguments: [
    "1. Clause 3 shall be read and construed as if the words \"six per cent\" were \"seven per cent\".",
    "1. Sections 2 and 3 of the Lease are each amended by replacing the number of years stated therein with \"three\".",
    "1. The term \"Driver\" is renamed \"Operator\" in the Lease.",
    "1. In Schedule 1 the price of a day shall be $95.",
    "1. Clause 3.\n\nDelete the clause and replace it with: Rent is due in May.",
  ])
  func `what is not understood is listed`(instruction: String) {
    #expect(!amended(instruction).changes.isEmpty)
  }
}
