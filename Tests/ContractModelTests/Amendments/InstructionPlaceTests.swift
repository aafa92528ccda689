import ContractModel
import TestSupport
import Testing

/// Where an amendment says its changes go: several places at once, the mark that ends a part, the end of a sentence, an item that English
/// drafting names before it asks. Each on a short tannery contract of our own.
@Suite struct InstructionPlaceTests {
  private static let contract = """
    HIDE SUPPLY AGREEMENT

    This Hide Supply Agreement is made as of March 3, 2011 between Alder Hides Ltd ("Seller") and Birch Shoes Ltd ("Maker").

    1. Words. In this agreement:

    "Hide" means a tanned hide.

    "Yard" means the yard at Ford Lane.

    2. Price. Maker shall pay $40 a Hide. Seller shall send a bill each month. The bill is due at once. No interest runs.

    3. Ending. Maker may end this agreement:

    (a) when Seller is late;

    (b) when a Hide is torn; and

    (c) when the Yard burns.

    4. Keeping. The clerk shall keep the Hides dry.

    5. Reports. The clerk shall write to Maker each week.

    6. Deposit. Maker shall keep a deposit of $900 with Seller.

    """

  private static let probe = AmendmentProbe(
    agreement: contract, title: "Hide Supply Agreement", name: "Agreement",
    parties: [("Alder Hides Ltd", "Seller"), ("Birch Shoes Ltd", "Maker")])

  private func amended(_ instruction: String, asOf day: String? = nil) -> AmendedAgreement {
    Self.probe.amended(instruction, asOf: day)
  }

  @Test(arguments: [
    "1.1 Clause 2 \u{2013} omit \"a bill\", substitute \"a stamped bill\".",
    "1.1 Clause 2 - omit \"a bill\" and substitute \"a stamped bill\".",
    "1.1 Clause 2: after \"send a\", insert \"stamped\".",
    "1.1 Clause 2 \u{2013} after \"send a\", insert \"stamped\".",
  ])
  func `a dash or a colon behind a provision says that the change is there`(instruction: String) {
    #expect(amended(instruction).allWords.contains("Seller shall send a stamped bill each month."))
  }

  @Test func `what joins new definitions is in none of them`() {
    let words = amended(
      "1. Section 1 of the Agreement is amended by adding the following definitions: \"\"Cart\" means a cart of wood; and\n\n\"Zinc\" "
        + "means a grey metal.\"")
    #expect(!words.allWords.contains("of wood; and"))
  }

  @Test(arguments: [
    (
      "1. In Section 4 and in Section 5 of the Agreement, the word \"clerk\" is hereby replaced with \"foreman\" wherever it appears.",
      ["4. Keeping. The foreman shall", "5. Reports. The foreman shall"]
    ),
    (
      "1. Section 3 of the Agreement is amended by (i) deleting the word \"and\" at the end of clause (b), (ii) replacing the period at the "
        + "end of clause (c) with \"; and\" and (iii) adding a new clause (d) to read as follows:\n\n\"(d) when trade stops.\"",
      ["torn; (c) when the Yard burns; and (d) when trade stops."]
    ),
    (
      "1. Section 3 of the Agreement is amended (a) by deleting \"and\" at the end of subsection (b), (b) by deleting the period at the end "
        + "of subsection (c) and substituting \"; and\" therefor, and (c) by adding the following subsection (d):\n\n\"(d) at will.\"",
      ["torn; (c) when the Yard burns; and (d) at will."]
    ),
    (
      "1. Each of Sections 3(a) and 3(b) of the Agreement is amended by adding \"by a week\" immediately before the semicolon therein.",
      ["(a) when Seller is late by a week;", "(b) when a Hide is torn by a week; and"]
    ),
    (
      "1. Section 4 of the Agreement is amended by adding the following proviso at the end thereof:\n\n\"; provided that rain is no fault\"",
      ["keep the Hides dry; provided that rain is no fault."]
    ),
    (
      "1. Section 5 of the Agreement is amended by adding \"by post\" before the period at its end.",
      ["to Maker each week by post."]
    ),
    ("1. Section 5 of the Agreement is amended by adding \"by post\" at the end.", ["to Maker each week by post."]),
    (
      "1. Section 2 of the Agreement is amended by deleting the last two sentences thereof and inserting the following in their place:"
        + "\n\n\"The bill is due in ten days.\"",
      ["a bill each month. The bill is due in ten days. 3. Ending"]
    ),
    (
      "1. Section 2 of the Agreement is amended by deleting the first two sentences.", ["2. Price. The bill is due at once."]
    ),
    (
      "1. The penultimate sentence of Section 2 of the Agreement is replaced with the following: \"The bill is due in May.\"",
      ["a bill each month. The bill is due in May. No interest runs."]
    ),
    (
      "1. New Sections 7 and 8 are added to the Agreement to read as follows:\n\n\"7. Salt. Seller buys it.\n\n8. Bark. Maker buys it.\"",
      ["with Seller. 7. Salt. Seller buys it. 8. Bark. Maker buys it."]
    ),
    (
      "1. The deposit set forth in Section 6 of the Agreement is hereby increased from $900 to $1,200.",
      ["a deposit of $1,200 with Seller"]
    ),
    (
      "1. Section 5 of the Agreement is hereby superseded and replaced by the following: \"5. Reports. None.\"",
      ["5. Reports. None."]
    ),
    (
      "1. Changes. The Agreement is amended as follows:\n\n(a) Section 6: \"$900\" is replaced by \"$950\".\n\n(b) Section 5: the last "
        + "sentence is deleted.",
      ["a deposit of $950", "keep the Hides dry. 5. Reports. 6. Deposit."]
    ),
    (
      "1. Section 3 of the Agreement is deleted and the following inserted in its place:\n\n\"3. Ending. Only Seller may end this "
        + "agreement:\"",
      ["Only Seller may end this agreement: (a) when Seller is late;"]
    ),
    (
      "1. Section 5 of the Agreement is amended by adding a new paragraph at the end thereof as follows:\n\n\"Reports are short.\"",
      ["each week. Reports are short. 6."]
    ),
    (
      "1. Section 3(a) of the Agreement is replaced with the following:\n\n\"3. Ending.\n\n(a) when Seller is very late;\"",
      ["may end this agreement: (a) when Seller is very late; (b)"]
    ),
  ])
  func `a change is made at each place that is named, and only there`(instruction: String, texts: [String]) {
    let amended = amended(instruction)
    #expect(amended.changes.allSatisfy { $0.reason == nil }, "\(amended.changes)")
    for words in texts { #expect(amended.allWords.contains(words), "\(amended.allWords)") }
  }

  @Test(arguments: [
    (
      "1. The Agreement is varied as follows:\n\n1.1 For clause 5 there shall be substituted the following clause:\n\n\"5. Reports. None.\""
        + "\n\n1.2 Clause 3(b) is omitted.\n\n1.3 At the end of clause 4 there is added \"and warm\".",
      ["5. Reports. None.", "keep the Hides dry and warm.", "late; (b) (c)"]
    ),
    ("1. In Section 2 of the Agreement, for \"$40\" substitute \"$43\".", ["pay $43 a Hide"]),
    ("1. In clause 2 for \"$40\" substitute \"$44\".", ["pay $44 a Hide"]),
    ("1. In clause 5 delete \"each week\" and insert \"each day\".", ["to Maker each day."]),
    (
      "1. For the words \"each week\" in clause 5 of the Agreement there shall be substituted the words \"at once\".",
      ["to Maker at once."]
    ),
    (
      "1. In clause 1 the following new definition shall be inserted after the definition of \"Hide\":\n\n\"Salt\" means sea salt.",
      ["a tanned hide. \"Salt\" means sea salt. \"Yard\""]
    ),
  ])
  func `English forms of asking are read`(instruction: String, texts: [String]) {
    let amended = amended(instruction)
    #expect(amended.changes.allSatisfy { $0.reason == nil }, "\(amended.changes)")
    for words in texts { #expect(amended.allWords.contains(words), "\(amended.allWords)") }
  }

  @Test(arguments: [
    "1. Section 6 (Taxes) of the Agreement is hereby deleted.",
    "1. Section 5 of the Agreement shall read as follows: \"8. Weights. The clerk weighs each Hide.\"",
  ])
  func `a number and a heading that disagree are told, and nothing is done`(instruction: String) {
    let amended = amended(instruction)
    #expect(amended.changes.count == 1)
    #expect(amended.changes[0].reason != nil)
    #expect(amended.allWords.contains("5. Reports. The clerk") && amended.allWords.contains("6. Deposit. Maker"))
  }

  @Test func `what closes an amendment is no new text`() {
    let amended = amended(
      "1. Section 6 of the Agreement is restated as follows:\n\nNo deposit is kept.\n\nThe parties hereby ratify the Agreement as changed "
        + "here and sign this document under seal.")
    #expect(amended.allWords.contains("No deposit is kept."))
    #expect(!amended.allWords.contains("ratify"))
  }

  @Test func `an address with a party's name is part of the new text`() {
    let amended = amended(
      "1. Section 5 of the Agreement is replaced in its entirety as follows:\n\n5. Reports. They go to:\n\nBirch Shoes Ltd\n\n14 Last Lane\n\n"
        + "2. Section 6 of the Agreement is deleted.")
    #expect(amended.allWords.contains("They go to: Birch Shoes Ltd 14 Last Lane"))
    #expect(!amended.allWords.contains("Deposit"))
  }

  @Test(arguments: [
    ("2. This Amendment shall terminate and be of no further effect on June 30, 2014.", "2013-07-01", "2014-07-01"),
    ("2. Section 1 of this Amendment takes effect on January 1, 2014.", "2014-02-01", "2013-07-01"),
  ])
  func `days that another sentence gives hold for the change`(sentence: String, inForce: String, notYet: String) {
    let instruction = "1. Section 6 of the Agreement is amended by replacing \"$900\" with \"$950\".\n\n\(sentence)"
    #expect(amended(instruction, asOf: inForce).allWords.contains("$950"))
    #expect(amended(instruction, asOf: notYet).allWords.contains("$900"))
  }

  @Test func `a day that no comma ends holds for the list below it`() {
    let instruction =
      "1. With effect from 1 September 2014 (the \"Change Day\") the Agreement shall be varied as follows:\n\n1.1 In clause 6, \"$900\" "
      + "shall be replaced by \"$950\"."
    #expect(amended(instruction, asOf: "2014-01-01").allWords.contains("$900"))
    #expect(amended(instruction, asOf: "2014-10-01").allWords.contains("$950"))
  }

  @Test func `a paper that restates another is told of it`() {
    let restated = Self.contract.replacing("HIDE SUPPLY AGREEMENT", with: "AMENDED AND RESTATED HIDE SUPPLY AGREEMENT").replacing(
      "This Hide Supply Agreement is made as of March 3, 2011 between",
      with:
        "This Amended and Restated Hide Supply Agreement is made as of July 1, 2014 and amends and restates in its entirety the Hide "
        + "Supply Agreement dated as of March 3, 2011 between")
    let value = Case(title: "", members: MillLane.members([("contract.txt", Self.contract), ("restated.txt", restated)]))
    #expect(value.links.restated == [nil, 0])
    #expect(AmendedAgreement(0, in: value).changes.count == 1)
  }

  @Test func `a schedule whose new words begin with its title has that once`() {
    let probe = AmendmentProbe(
      agreement: Self.contract + "SCHEDULE 1\n\nTHE HIDES\n\nCow hide at forty dollars, goat hide at nine.\n",
      title: "Hide Supply Agreement",
      name: "Agreement", parties: [("Alder Hides Ltd", "Seller"), ("Birch Shoes Ltd", "Maker")])
    let words = probe.amended(
      "1. Schedule 1 (The Hides) is deleted in its entirety and the following is substituted:\n\n\"SCHEDULE 1\n\nTHE HIDES\n\nHorse hide at "
        + "thirty dollars, goat hide at ten.\""
    ).allWords
    #expect(words.hasSuffix("SCHEDULE 1 THE HIDES Horse hide at thirty dollars, goat hide at ten."))
    #expect(words.ranges(of: "SCHEDULE 1").count == 1)
  }
}
