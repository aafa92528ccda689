import ContractModel
import TestSupport
import Testing

/// Parties as filed papers print them: styled names, roles in paragraphs of their own, covers beside the sentence that names them.
@Suite struct FiledPartyTests {
  private func agreement(_ text: String) -> Agreement { Fixtures.agreement(of: text) }

  @Test func `who agrees is named where the paper is not`() {
    let parties = agreement(
      """
      CREDIT AGREEMENT

      Oak Engineering, Inc., a Nevada corporation (the "Borrower"), and Elm Bank, a national bank (the "Bank"), hereby agree as follows:

      1. LOAN. The Bank lends.
      """
    ).parties
    #expect(parties.map(\.name) == ["Oak Engineering, Inc.", "Elm Bank"])
    #expect(parties.map(\.role) == ["Borrower", "Bank"])
  }

  @Test func `companies may be styled with a small letter`() {
    let parties = agreement(
      """
      SUPPLY AGREEMENT

      This Agreement is made by and between eOak, Inc., a Nevada corporation (the "Seller"), and Elm Ltd (the "Buyer").

      1. SALE. It sells.
      """
    ).parties
    #expect(parties.map(\.name) == ["eOak, Inc.", "Elm Ltd"])
  }

  @Test func `the sentence that makes an agreement names its parties, not the cover`() {
    let parties = agreement(
      """
      CREDIT AGREEMENT
      dated as of May 1, 2004
      among
      Oak Inc.,
      Elm Bank, N.A.,
      Fir Bank, N.A. and
      Yew Capital LLC, as Joint Bookrunner

      AGREEMENT dated as of May 1, 2004 among OAK INC., the BANKS listed on the signature pages hereof, and ELM BANK, N.A., \
      NEW YORK BRANCH, as Administrative Agent.

      ARTICLE 1
      DEFINITIONS

      Section 1.01. Terms. Words mean what they say.
      """
    ).parties
    #expect(parties.map(\.name) == ["OAK INC.", "ELM BANK, N.A., NEW YORK BRANCH"])
    #expect(parties.map(\.role) == [nil, "Administrative Agent"])
  }

  @Test func `a role may stand in a paragraph of its own`() {
    let parties = agreement(
      """
      THIS AGREEMENT is made as of May 1, 2004

      BETWEEN:

      OAK MINING PARTNERSHIP, a general partnership organized under the laws of the Province of Ontario

      (the "Lender")

      AND:

      ELM GOLD CORP., a Yukon corporation

      (the "Borrower")

      1. LOAN. It lends.
      """
    ).parties
    #expect(parties.map(\.name) == ["OAK MINING PARTNERSHIP", "ELM GOLD CORP."])
    #expect(parties.map(\.role) == ["Lender", "Borrower"])
  }

  @Test func `a party follows the description of the one before`() {
    let parties = agreement(
      """
      This Agreement is entered into by Oak Inc. ("Buyer"), a Nevada corporation, Elm Oils Ltd., a company of Malta ("Elm"), and Fir Ltd ("Fir").

      1. SALE. They sell.
      """
    ).parties
    #expect(parties.map(\.name) == ["Oak Inc.", "Elm Oils Ltd.", "Fir Ltd"])
  }

  @Test(arguments: 160...200) func `a comma may stand wherever a party's name is given up`(length: Int) {
    let name = String(repeating: "Oak ", count: 60).prefix(length)
    let read = agreement("This Agreement is made by and between \(name), , \n, Elm Ltd.\n\n1. SALE. It sells.\n")
    #expect(read.provisions.map(\.number) == ["1"])
  }
}
