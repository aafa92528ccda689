import ContractModel
import TestSupport
import Testing

/// Instructions that ask for more than one thing in a sentence, or say where in ways of their own.
@Suite struct InstructionSentenceTests {
  private static let lease = """
    BARGE LEASE

    This Barge Lease is made as of March 3, 2011 between Alder Barges Ltd ("Owner") and Birch Quarries Ltd ("Hirer").

    1. Words. "Season" means the months from May to June 30, 2015.

    2. Use. Hirer may load stone. The stone may be wet. The Hirer pays $500 for each load of stone.

    3. Care.

    (a) The Hirer sweeps the barge;

    (b) the Hirer greases the winch; and

    (c) the Owner paints it.

    4. End.

    4.1 Day. It ends on June 30, 2015.

    4.2 Notice. It may be ended by ten days' notice.

    4.3 Effect. What is due stays due.

    5. Law. The law of Maine governs.

    Schedule 1

    Places

    Part 1

    1. Loading is at the quay.

    2. Ropes are the Hirer's.

    Part 2

    1. Unloading is at the mill.

    2. Slips are kept for two years.

    """

  private static let probe = AmendmentProbe(
    agreement: lease, title: "Barge Lease", name: "Lease",
    parties: [("Alder Barges Ltd", "Owner"), ("Birch Quarries Ltd", "Hirer")])

  private func amended(_ instruction: String) -> AmendedAgreement { Self.probe.amended(instruction) }

  /// That an instruction is carried out whole, and what the lease then says.
  private func expect(_ instruction: String, _ words: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let amended = amended(instruction)
    #expect(
      !amended.changes.isEmpty && amended.changes.allSatisfy { $0.reason == nil }, "\(amended.changes)",
      sourceLocation: sourceLocation)
    for words in words { #expect(amended.allWords.contains(words), "\(amended.allWords)", sourceLocation: sourceLocation) }
  }

  @Test(arguments: [
    "1. Section 2 of the Lease is amended by replacing \"wet\" with \"damp\" and \"$500\" with \"$600\".",
    "1. Section 2 of the Lease is amended by replacing \"wet\" and \"$500\" with \"damp\" and \"$600\", respectively.",
  ])
  func `pairs of words are exchanged in one sentence`(instruction: String) {
    expect(instruction, ["The stone may be damp. The Hirer pays $600 for each load"])
  }

  @Test(arguments: [
    "1. In Section 5, the word \"Maine\" is deleted and the word \"Ohio\" is substituted therefor.",
    "1. The word \"Maine\" in Section 5 is hereby stricken and \"Ohio\" is inserted in its stead.",
    "1. Section 5 is amended to delete the reference to \"Maine\" and to insert \"Ohio\" in lieu of such reference.",
    "1. The Lease is amended by deleting from Section 5 \"Maine\" and inserting \"Ohio\" instead.",
    "1. Section 5 is amended so that the word \"Maine\" reads \"Ohio\".",
    "1. Section 5 is amended by changing the name of the State from \"Maine\" to \"Ohio\".",
  ])
  func `words go out and others come in however that is said`(instruction: String) {
    expect(instruction, ["The law of Ohio governs."])
  }

  @Test(arguments: [
    "The Lease shall be amended as follows:\n\n(a) in Section 4.1, by replacing \"June 30, 2015\" with \"June 30, 2018\";\n\n(b) in Section 5, by replacing \"Maine\" with \"Ohio\".",
    "1. In Section 4.1, the date \"June 30, 2015\" shall be replaced by the date \"June 30, 2018\" and, in Section 5, the word \"Maine\" shall be replaced by the word \"Ohio\".",
    "1. The Lease is amended as follows: (a) Section 4.1 is amended by replacing \"June 30, 2015\" with \"June 30, 2018\"; (b) Section 5 is amended by replacing \"Maine\" with \"Ohio\".",
  ])
  func `each of several changes is made in its own place`(instruction: String) {
    expect(instruction, ["It ends on June 30, 2018.", "The law of Ohio governs.", "the months from May to June 30, 2015"])
  }

  @Test(arguments: [
    "1. Clause 3 shall be amended by:\n\n(a) the deletion of the word \"and\" at the end of paragraph (b); and\n\n(b) the substitution of \"scrubs\" for \"sweeps\".",
    "1. Section 3 is amended to reflect the following: (a) a change of the winch.",
    "1. Section 3 is changed as follows: (a) The winch: drop it. (b) Clause (c): delete.",
    "1. Section 3 is amended to provide as follows: (a) the care in clause (b) shall be daily.",
    "1. Section 4.3 of this Amendment is hereby deleted.",
  ])
  func `what asks for a change, or is of the amendment itself, never becomes the text`(instruction: String) {
    let words = amended(instruction).allWords
    #expect(words.contains("3. Care.") && words.contains("the Owner paints it.") && words.contains("4.3 Effect."), "\(words)")
  }

  @Test func `items of an attachment are changed there and in no clause of that number`() {
    let amended = amended(
      "1. In Schedule 1:\n\n(a) in paragraph 2, for \"wet\" substitute \"dry\"; and\n\n(b) paragraph 5 shall be deleted.")
    #expect(amended.changes.allSatisfy { $0.kind == .unapplied } && amended.changes.count == 2, "\(amended.changes)")
  }

  @Test func `a form of another amendment asks for nothing`() {
    let amended = amended(
      "1. Section 2 is amended by replacing \"wet\" with \"damp\".\n\nEXHIBIT A\n\nForm of Second Amendment\n\n1. Section 5 of the Lease is hereby deleted in its entirety."
    )
    #expect(amended.allWords.contains("may be damp") && amended.allWords.contains("The law of Maine governs."))
  }

  @Test func `items behind a semicolon go on with what the sentence is said of`() {
    expect(
      "1. Section 3 is amended by (i) striking \"and\" at the end of clause (b); (ii) striking the period at the end of clause (c) and inserting \"; and\"; and (iii) adding at the end the following: \"(d) the Owner names it.\"",
      ["greases the winch; (c) the Owner paints it; and", "(d) the Owner names it."])
  }

  @Test(arguments: [
    ("1. In paragraph 2 of Part 2 of Schedule 1, \"two years\" is replaced with \"six years\".", "kept for six years"),
    ("1. Paragraph 2 of Part 1 of Schedule 1 is replaced with the following: \"2. Ropes are lent.\"", "2. Ropes are lent."),
  ])
  func `a paragraph of a part of an attachment is not another's`(instruction: String, words: String) {
    expect(instruction, [words, "Unloading is at the mill."])
  }

  @Test func `a part of an attachment is deleted`() {
    let amended = amended("1. Part 2 of Schedule 1 is deleted.")
    #expect(amended.allWords.contains("Ropes are the Hirer's") && !amended.allWords.contains("Slips are kept"))
  }

  @Test func `a paragraph of a part that is not there is no section of that number`() {
    let amended = amended("1. In paragraph 2 of Part 3 of Schedule 1, \"wet\" is replaced with \"damp\".")
    #expect(amended.changes.map(\.kind) == [.unapplied], "\(amended.changes)")
    #expect(amended.allWords.contains("The stone may be wet."))
  }

  @Test(arguments: [
    (
      "1. Section 2 is amended by inserting \"dry\" before \"stone\" each time it appears.",
      ["load dry stone. The dry stone", "load of dry stone"]
    ),
    (
      "1. Section 2 is amended by inserting \"and sand\" after \"stone\" in the first place where it appears.",
      ["load stone and sand. The stone may"]
    ),
    (
      "1. The following is added as a new third sentence of Section 2: \"It may be red.\"",
      ["The stone may be wet. It may be red. The Hirer pays"]
    ),
  ])
  func `where words come in is said by the place of others`(instruction: String, words: [String]) { expect(instruction, words) }

  @Test func `a provision bears another number, and its items keep their letters`() {
    expect(
      "1. Section 4.2 is deleted in its entirety and Section 4.3 is renumbered as Section 4.2.",
      ["4.2 Effect. What is due stays due."])
    expect("1. Section 3 of the Lease is renumbered as Section 6.", ["6. Care.", "(a) The Hirer sweeps"])
    #expect(amended("1. Section 4 of the Lease is renumbered as Section 7.").changes.map(\.kind) == [.unapplied])
  }

  @Test(arguments: [
    ("1. The heading of Section 5 is changed from \"Law\" to \"Governing Law\".", "5. Governing Law. The law of Maine"),
    ("1. The date June 30, 2015 appearing in Section 4.1 is changed to June 30, 2019.", "It ends on June 30, 2019."),
    ("1. The sum \"$500\" in Section 2 is increased to \"$700\".", "pays $700 for each load"),
    ("1. The dollar amount \"$500\" appearing in Section 2 is hereby increased to \"$700\".", "pays $700 for each load"),
    ("1. Section 5 - The word \"Maine\" is changed to \"Ohio\".", "The law of Ohio governs."),
    ("1. Section 2 is amended by replacing the first occurrence of \"stone\" with \"sand\".", "may load sand. The stone may"),
    (
      "1. Section 5 is amended by inserting \", as it stands\" at the end thereof, before the period.",
      "The law of Maine governs, as it stands."
    ),
    (
      "1. Section 2 is amended by inserting, immediately after the second sentence thereof, the following new sentence: \"It may be red.\"",
      "be wet. It may be red. The Hirer"
    ),
  ])
  func `headings, dates and sums are changed by what they are called`(instruction: String, words: String) {
    expect(instruction, [words])
  }
}
