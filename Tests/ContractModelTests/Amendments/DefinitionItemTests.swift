import ContractModel
import TestSupport
import Testing

/// Items of definitions that an amendment changes, as provisions of their own and within a sentence. Each on a short loan of our own.
@Suite struct DefinitionItemTests {
  private static let loan = """
    BARN LOAN AGREEMENT

    This Barn Loan Agreement is made as of March 3, 2011 between Alder Bank Ltd ("Bank") and Birch Farms Ltd ("Farmer").

    1. Words. In this agreement:

    1.1 Defined words. These words have these meanings:

    "Debt" means, for any person:

    (a) sums borrowed;

    (b) sums due for seed within 60 days; and

    (c) guarantees.

    "Profit" means net income plus (a) income tax, (b) interest paid and (c) wear of barns.

    "Charges" means:

    (a) pledges; and

    (b) charges on barns.

    2. Loan. Bank shall lend Farmer $900.

    """

  private static let probe = AmendmentProbe(
    agreement: loan, title: "Barn Loan Agreement", name: "Agreement",
    parties: [("Alder Bank Ltd", "Bank"), ("Birch Farms Ltd", "Farmer")])

  @Test(arguments: [
    (
      "Clause (b) of the definition of \"Debt\" in Section 1.1 of the Agreement is amended by replacing \"60 days\" with \"90 days\".",
      "(b) sums due for seed within 90 days; and"
    ),
    (
      "Clause (b) of the definition of \"Charges\" in Section 1.1 of the Agreement is amended and restated to read as follows: \"(b) charges "
        + "on land.\"",
      "(a) pledges; and (b) charges on land."
    ),
    (
      "Section 1.1 of the Agreement is amended by deleting \"barns\" in clause (b) of the definition of \"Charges\" and substituting "
        + "\"land\" therefor.",
      "(b) charges on land."
    ),
    (
      "Clause (a) of the definition of \"Profit\" in Section 1.1 of the Agreement is amended by adding \"and land tax\" after \"income tax\".",
      "plus (a) income tax and land tax, (b) interest"
    ),
    (
      "The definition of \"Profit\" in Section 1.1 of the Agreement is amended by deleting \"of barns\" in clause (c) thereof.",
      "interest paid and (c) wear."
    ),
  ])
  func `an item of a definition is changed in its place`(instruction: String, words: String) {
    let amended = Self.probe.amended("1. " + instruction)
    #expect(amended.allWords.contains(words))
    #expect(amended.changes.allSatisfy { $0.kind != .unapplied })
  }

  @Test(arguments: [
    "Clause (d) of the definition of \"Debt\" in Section 1.1 of the Agreement is amended by replacing \"sums\" with \"gold\".",
    "Clause (a) of the definition of \"Barn\" in Section 1.1 of the Agreement is amended by replacing \"sums\" with \"gold\".",
  ])
  func `an item or a definition that is not there is said, and nothing else is changed`(instruction: String) {
    let amended = Self.probe.amended("1. " + instruction)
    #expect(!amended.allWords.contains("gold"))
    #expect(amended.changes.map(\.kind) == [.unapplied])
  }
}
