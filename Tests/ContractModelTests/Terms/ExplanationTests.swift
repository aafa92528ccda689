import ContractModel
import TestSupport
import Testing

/// The words that are shown for what a term means.
@Suite struct ExplanationTests {
  private static let text = """
    SUPPLY AGREEMENT

    This Supply Agreement is made on May 1, 2020 by and between Oak Mills, Inc., a Maine corporation (the "Seller") and Ann B. Elm of 4 Ft. Hill Road (the "Buyer"). It was drawn up in haste.

    1. Goods. The Seller sells the flour that lies in its first barn (the "Goods") to the Buyer. Both are called the "Traders" in what follows.

    2. Words.

    "Default" has the meaning given in the Loan Agreement that the Buyer and its bank have signed on the fourth of June.

    "Wait" means:-

          (a) in a year of drought, nine days; and

          (b) in each other year, three days.

    2.2 "Debts" means

    - all sums that are due; and

    - all guarantees.

    3. Law. Maine.

    """

  @Test(arguments: [
    ("Seller", #"Oak Mills, Inc., a Maine corporation (the "Seller")"#),
    ("Buyer", #"Ann B. Elm of 4 Ft. Hill Road (the "Buyer")"#),
    ("Goods", #"The Seller sells the flour that lies in its first barn (the "Goods")"#),
    ("Traders", #"Both are called the "Traders" in what follows."#),
    (
      "Default",
      #""Default" has the meaning given in the Loan Agreement that the Buyer and its bank have signed on the fourth of June."#
    ),
    ("Wait", #""Wait" means:- (a) in a year of drought, nine days; and (b) in each other year, three days."#),
    ("Debts", #""Debts" means - all sums that are due; and - all guarantees."#),
  ])
  func `a term is explained by all of the words that make it, and no others`(term: String, words: String) throws {
    let agreement = Fixtures.agreement(of: Self.text)
    let id = try #require(agreement.term(named: term))
    let meaning = try #require(agreement.terms[id].meaning())
    #expect(agreement.words(agreement.explanation(of: meaning, Landmarks(agreement))) == words)
  }
}
