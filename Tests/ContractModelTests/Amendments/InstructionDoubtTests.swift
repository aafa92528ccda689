import ContractModel
import TestSupport
import Testing

/// What is not understood as a whole is not carried out in part, and is told; and where words end that are.
@Suite struct InstructionDoubtTests {
  private static let lease = """
    CRANE LEASE

    This Crane Lease is made as of March 3, 2011 between Alder Cranes Ltd ("Owner") and Driver Yards Ltd ("Hirer").

    1. Words. In this lease:

    "Driver" means a person with a licence.

    "Night Driver" means a Driver who sees in the dark.

    2. Use. Hirer may use the crane for ten days. A Driver shall sit in it by day and a Night Driver by night.

    3. Rent. The rent is $90 a day.

    4. Care. Hirer keeps the crane dry.

    """

  private static let probe = AmendmentProbe(
    agreement: lease, title: "Crane Lease", name: "Lease",
    parties: [("Alder Cranes Ltd", "Owner"), ("Driver Yards Ltd", "Hirer")])

  private func amended(_ instruction: String) -> AmendedAgreement { Self.probe.amended(instruction) }

  @Test(arguments: [
    "1. Section 4 of Amendment No. 1 is deleted.", "1. Section 4 of such amendment is deleted.",
    "1. Section 4 of the side letter is deleted.", "1. Section 4 of the Safety Schedule is deleted.",
    "1. Section 4 of the Lease between the Owner and John Roe is deleted.", "1. Section 4 is deleted from the First Amendment.",
    "1. The First Amendment is amended by deleting Section 4 thereof.",
    "1. Section 2 is amended, at the option of the Owner, by replacing \"ten days\" with \"two days\".",
    "1. Section 2 is amended by replacing \"ten days\" with \"two days\" for 2014 only.",
    "1. Section 2 is amended on a trial basis by replacing \"ten days\" with \"two days\".",
    "1. Section 2 is amended by replacing \"ten days\" with \"two days\" or such other time as is agreed.",
    "1. Section 2 is amended by replacing \"Driver\" with \"Pilot\" in the third place where it appears.",
    "1. Section 2 is amended by deleting the words \"by day\" through \"night.\"",
    "1. Section 4 is deleted on the first anniversary hereof.",
    "1. Commencing on the first anniversary of the date of this Amendment, Section 4 is deleted.",
    "1. As of the first day of the month following the date hereof, Section 4 is deleted.",
    "1. The parties did not agree that Section 4 of the Lease is deleted.",
    "1. It is not agreed that Section 4 of the Lease is deleted.",
    "1. The Owner has refused to agree that Section 4 of the Lease is deleted.",
    "1. Section 4 of the Lease dated June 1, 2010 is deleted.", "1. Section 4 of the Lease with Beech Corp. is deleted.",
    "1. The parties to the Guaranty agree that Section 4 is deleted.",
    "1. Section 4 of the Lease is deleted. The deletion takes effect when the roof is mended.",
    "1. Section 4 of the Lease is deleted. For cranes bought in 2015, however, it remains in force.",
    "1. This Amendment becomes binding once the board of the Owner has approved it.\n\n2. Section 4 of the Lease is deleted.",
    "1. Effective on the later of January 1, 2014 and the opening of the second yard, Section 4 of the Lease is deleted.",
  ])
  func `what says more than is understood is declined as a whole`(instruction: String) {
    let amended = amended(instruction)
    #expect(amended.changes.map(\.kind) == [.unapplied])
    #expect(amended.agreement.words(0..<amended.agreement.text.bytes.count) == Fixtures.agreement(of: Self.lease).allWords)
  }

  @Test(arguments: [
    "1. Section 4 shall not apply to small cranes.", "1. Notwithstanding Section 4, the crane may get wet.",
    "1. The Owner waives Section 4.", "1. The rent shall be increased to $95 a day.",
    "1. The term of this Lease is extended through March 3, 2015.",
  ])
  func `what changes the sense without giving words is listed`(instruction: String) {
    #expect(amended(instruction).changes.map(\.kind) == [.unapplied])
  }

  @Test(arguments: [
    ("1. In Section 2, after ‘ten days’ insert ‘of each month’.", "for ten days of each month."),
    ("1. In Section 2, for 'ten days' substitute 'sixty days' notice'.", "for sixty days' notice."),
    ("1. Section 4 is deleted and replaced with: ‘4. Care. The Hirer’s men keep it dry.’", "4. Care. The Hirer’s men keep it dry."),
    ("1. The definition of \"Driver\" is amended to read: “Driver” means anyone.”", "“Driver” means anyone."),
    (
      "1. Section 4 is amended to read as follows:\n\nIn the event of rain, Hirer keeps the crane dry.",
      "In the event of rain, Hirer keeps the crane dry."
    ),
    ("1. Sections 3 and 4 of the Lease are intentionally deleted.", "by night."),
    (
      "1. Section 1 is amended by adding thereto, in the appropriate alphabetical order, the following new definition: \"\"Dust\" means dry sand.\"",
      "\"Dust\" means dry sand."
    ),
    (
      "1. Section 4 is hereby amended and restated in full to read: \"4. Care. Hirer keeps it dry.\"",
      "4. Care. Hirer keeps it dry."
    ),
    (
      "1. Each reference in the Lease to \"Driver\" is replaced with \"Pilot\".",
      "A Pilot shall sit in it by day and a Night Driver by night."
    ),
    ("1. Section 3 is amended by replacing \"$90\" with \"$95\" each time it appears.", "The rent is $95 a day."),
  ])
  func `words in single marks, marks that two share and words that begin as instructions do are read`(
    instruction: String, words: String
  ) {
    let amended = amended(instruction)
    #expect(!amended.changes.isEmpty && amended.changes.allSatisfy { $0.reason == nil })
    #expect(amended.allWords.contains(words))
    #expect(amended.allWords.contains("Driver Yards Ltd"))
  }

  @Test(arguments: ["[Signatures on following page]", "Owner: Alder Cranes Ltd", "Hirer:\n\nBy: ______", "- 2 -"])
  func `new words without marks end above what closes the paper`(tail: String) {
    let text = """
      FIRST AMENDMENT TO CRANE LEASE

      This First Amendment to Crane Lease is made as of May 9, 2013 between Alder Cranes Ltd ("Owner") and Driver Yards Ltd ("Hirer"), who are parties to the Crane Lease dated as of March 3, 2011 (the "Lease").

      1. Section 4 of the Lease is amended by adding the following paragraph at the end thereof:

      Hirer may not paint it.

      \(tail)
      """
    let value = Case(title: "", members: MillLane.members([("agreement.txt", Self.lease), ("amendment.txt", text)]))
    #expect(AmendedAgreement(0, in: value).allWords.hasSuffix("Hirer keeps the crane dry. Hirer may not paint it."))
  }

  @Test func `the word before an item of running text goes out`() {
    let text = Self.lease.replacing("dry.", with: "(a) dry, (b) clean and (c) locked.")
    let amendment = """
      FIRST AMENDMENT TO CRANE LEASE

      This First Amendment to Crane Lease is made as of May 9, 2013 between Alder Cranes Ltd ("Owner") and Driver Yards Ltd ("Hirer"), who are parties to the Crane Lease dated as of March 3, 2011 (the "Lease").

      1. Section 4 of the Lease is amended by deleting the word "and" immediately before clause (c) thereof and adding the following at the end thereof: "and (d) oiled".

      Alder Cranes Ltd

      By: ______
      """
    let value = Case(title: "", members: MillLane.members([("agreement.txt", text), ("amendment.txt", amendment)]))
    let amended = AmendedAgreement(0, in: value)
    #expect(amended.changes.allSatisfy { $0.reason == nil })
    #expect(amended.allWords.contains("(a) dry, (b) clean (c) locked and (d) oiled."))
  }

  @Test func `a letter that says the agreement is amended changes the one it is about`() {
    let letter = """
      Driver Yards Ltd
      1 Ash Road, Hull

      To: Alder Cranes Ltd

      May 9, 2013

      Dear Sirs

      Crane lease dated March 3, 2011 (the "Agreement")

      We refer to the Agreement. We have agreed that the Agreement is amended with effect from 1 June 2013 as follows:

      1.1 in section 3, by replacing "$90" with "$95";

      1.2 by deleting section 4.

      Yours faithfully

      D. Yard
      for Driver Yards Ltd
      """
    let value = Case(title: "", members: MillLane.members([("agreement.txt", Self.lease), ("letter.txt", letter)]))
    let amended = AmendedAgreement(0, in: value)
    #expect(amended.changes.map(\.kind) == [.substituted, .deleted])
    #expect(amended.allWords.contains("The rent is $95 a day."))
  }

  @Test func `an agreement as amended by this paper is the one that is amended`() {
    let text = """
      FIRST AMENDMENT TO CRANE LEASE

      This First Amendment to Crane Lease is made as of May 9, 2013 between Alder Cranes Ltd ("Owner") and Driver Yards Ltd ("Hirer"), who are parties to that certain Crane Lease dated as of March 3, 2011 (the "Original Crane Lease") (the Original Crane Lease, as amended by this Amendment, is referred to herein as the "Crane Lease").

      1. Section 3 of the Crane Lease is amended by replacing "$90" with "$95".

      Alder Cranes Ltd

      By: ______
      """
    let value = Case(title: "", members: MillLane.members([("agreement.txt", Self.lease), ("amendment.txt", text)]))
    #expect(AmendedAgreement(0, in: value).changes.map(\.kind) == [.substituted])
  }

  @Test func `an amendment that is filed twice is applied once`() {
    let text = """
      FIRST AMENDMENT TO CRANE LEASE

      This First Amendment to Crane Lease is made as of May 9, 2013 between Alder Cranes Ltd ("Owner") and Driver Yards Ltd ("Hirer"), who are parties to the Crane Lease dated as of March 3, 2011 (the "Lease").

      1. Section 4 of the Lease is amended by inserting "very" before "dry".

      Alder Cranes Ltd

      By: ______
      """
    let members = MillLane.members([("agreement.txt", Self.lease), ("a.txt", text), ("b.txt", text + "\n\n/s/ Ann Alder\n")])
    let amended = AmendedAgreement(0, in: Case(title: "", members: members))
    #expect(amended.allWords.contains("keeps the crane very dry."))
    #expect(amended.changes.map(\.kind) == [.inserted, .unapplied])
  }

  @Test func `what is changed is named at the head, and not in the new words`() {
    let text = """
      FIRST AMENDMENT TO BARGE LEASE

      This First Amendment to Barge Lease is made as of May 9, 2013 between Alder Cranes Ltd ("Owner") and Driver Yards Ltd ("Hirer"), who are parties to the Barge Lease dated as of April 4, 2012 (the "Barge Lease").

      1. Section 2 of the Barge Lease is amended to read as follows:

      "2. Use. \(String(repeating: "The barge may carry sand, stones and planks of any kind. ", count: 160))It may carry what is lent under the Crane Lease dated as of March 3, 2011 (the "Crane Lease")."

      Alder Cranes Ltd

      By: ______
      """
    let value = Case(title: "", members: MillLane.members([("agreement.txt", Self.lease), ("a.txt", text)]))
    #expect(value.links.amended == [nil, nil])
  }

  @Test(arguments: [
    "1. The Lease is hereby amended as follows: Section 4 is deleted.",
    "1. The Lease shall be varied as follows: clause 4 shall be deleted.",
    "1. Section 3 of the Lease is amended to read as follows: \"3. Rent. The rent is $80 a day.\" and Section 4 of the Lease is hereby deleted.",
  ])
  func `what is asked for behind a colon or behind new words is done`(instruction: String) {
    let amended = amended(instruction)
    #expect(!amended.changes.contains { $0.kind == .unapplied })
    #expect(!amended.allWords.contains("keeps the crane dry"))
  }

  @Test(arguments: [
    "1. The Lease shall include a new Section 5, which reads: \"5. Oil. Hirer buys it.\"",
    "1. Section 4 of the Lease should read: \"4. Care. None.\"",
    "1. The Rent Day is changed to May 31, 2023.", "1. The Rent Day shall be May 31, 2024.",
    "1. Section 4 of the Lease no longer applies.",
    "1. The term of the Lease is renewed for two years to May 31, 2021.", "1. The Fee shall be $12,000 a year.",
    "1. Clause 2 shall have effect as if \"45 days\" were substituted for \"ten days\".",
  ])
  func `what looks like a change and is not understood is told`(instruction: String) {
    let amended = amended(instruction)
    #expect(amended.changes.map(\.kind) == [.unapplied])
  }

  @Test(arguments: [
    "1. Section 4 of the Lease is terminated and of no further force or effect, save for small cranes.",
    "1. The following shall replace Section 4 of the Lease:\n\n\"4. Care. None.\"",
    "1. A Section 5 is hereby created in the Lease:\n\n\"5. Paint. Red.\"",
    "1. The parties hereby extend the term of the Lease until June 30, 2022.",
    "1. The Hirer's address in the Lease is changed to: 9 Oak Way, Brandon.",
    "1. By this Amendment the parties replace Section 4 of the Lease with the following: The crane is kept red.",
    "1. Section 1 of the Lease is amended as follows:\n\n\"Driver\" means anyone.",
    "1. In Section 4 of the Lease, change \"dry\" to \"wet\".",
    "1. Section 4 of the Lease shall now provide as follows: The crane is kept wet.",
    "1. The parties hereby agree to extend the end of the term to June 30, 2022.",
    "1. Section 4 of the Lease is hereby rewritten to say that the crane is kept wet.",
    "1. Section 4 of the Lease shall be disapplied.", "1. In clause 4 of the Lease: \"dry\" to read \"wet\".",
    "1. Clause 4 of the Lease shall have effect with the substitution of \"wet\" for \"dry\".",
    "1. The definition of \"Driver\" shall include whoever walks beside the crane.",
  ])
  func `what asks in other words, or gives a part, is listed with its reason`(instruction: String) {
    let amended = amended(instruction)
    #expect(amended.changes.map(\.kind) == [.unapplied], "\(amended.changes)")
    #expect(amended.changes.allSatisfy { $0.reason != nil })
  }

  @Test(arguments: [
    "1. Section 4 of the Lease is deleted; however, it shall continue to govern work ordered before the date hereof.",
    "1. Section 4 of the Lease is deleted. It shall nevertheless remain binding as regards the second yard.",
    "1. Section 4 of the Lease is deleted; the parties agree that it still governs work ordered before May 1, 2012.",
  ])
  func `a deletion that does not hold for all is not carried out`(instruction: String) {
    #expect(amended(instruction).changes.map(\.kind) == [.unapplied])
  }

  @Test(arguments: [
    "1. Section 4 of the Lease is deleted. Save for that it shall remain in full force and effect.",
    "1. Section 4 of the Lease is deleted.\n\n2. The Hirer shall replace each window that breaks.",
    "1. Section 4 of the Lease is deleted.\n\n2. Each copy of this paper is deemed to be an original.",
    "1. Section 4 of the Lease is deleted.\n\n2. A waiver that is not in writing has no force or effect.",
  ])
  func `closing words and terms of the paper's own are neither limits nor instructions`(instruction: String) {
    let amended = amended(instruction)
    #expect(amended.changes.map(\.kind) == [.deleted], "\(amended.changes)")
    #expect(!amended.allWords.contains("keeps the crane dry"))
  }

  @Test(arguments: [
    "1. Section 4 of the Lease is hereby struck.",
    "1. Section 4 of the Lease is hereby changed to:\n\n\"4. Care. The crane is red.\"",
    "1. Section 4 of the Lease is deleted in its entirety and replaced with the phrase \"Intentionally Left Blank\".",
  ])
  func `less common words for a deletion and a restatement are carried out`(instruction: String) {
    let amended = amended(instruction)
    #expect(amended.changes.allSatisfy { $0.kind != .unapplied } && !amended.changes.isEmpty, "\(amended.changes)")
    #expect(!amended.allWords.contains("keeps the crane dry"))
  }
}

extension Agreement {
  fileprivate var allWords: String { words(0..<text.bytes.count) }
}
