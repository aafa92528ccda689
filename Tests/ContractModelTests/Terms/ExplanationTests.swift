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

  private static let list = """
    LOAN AGREEMENT

    1.1 Words. In this Agreement:

    (a) headings count for nothing; and

    (b) a person may be a company.

    "Barn" means the barn of 4 Hill Rd. "Barns" means it and all others that are let.

    "Debt" means:

    (a) a loan; and

    (b) a pledge.

    "Harm" means loss of:

    (a) flour; or

    (b) corn.

    "Year" means a year of the calendar.

    1.2 Law. Maine.

    """

  @Test(arguments: [
    ("Barn", #""Barn" means the barn of 4 Hill Rd."#), ("Barns", #""Barns" means it and all others that are let."#),
    ("Harm", #""Harm" means loss of: (a) flour; or (b) corn."#), ("Debt", #""Debt" means: (a) a loan; and (b) a pledge."#),
  ])
  func `each definition of a list has its own items and sentences, behind the items of the clause itself`(
    term: String, words: String
  ) throws {
    let agreement = Fixtures.agreement(of: Self.list)
    let id = try #require(agreement.term(named: term))
    let meaning = try #require(agreement.terms[id].meaning())
    #expect(meaning.provision.map { agreement.provisions[$0].number } == "1.1")
    let found = agreement.words(agreement.explanation(of: meaning, Landmarks(agreement)))
    #expect(found.trimmingCharacters(in: .whitespaces) == words)
  }
}
