import Testing

@Suite struct UndefinedTermTests {
  @Test func `a term nothing defines is found once, with how often it is used`() {
    expect(
      "undefined-term",
      """
      1. Start. The parties begin work on the 1️⃣Effective Date and not before, as both have planned.

      2. End. One year after the Effective Date the work ends, whatever was then left undone.
      """, at: ["1️⃣"], .warning,
      messages: ["“Effective Date” is used like a defined term, 2 times, and defined nowhere."])
  }

  @Test func `a heading that only speaks of a term does not define it, and another kind of party is one`() {
    expect(
      "undefined-term",
      """
      This Sale is made between Acme Iron, Inc. and Jane Roe (each a "Party").

      1. Accounts. They show the debts of the seller as at the 1️⃣Accounts Date and no others that came later.

      2. Position since the Accounts Date. There was no change of any weight in the affairs of the seller at all.

      3. Finds. What the 2️⃣Finding Party finds is its own, and the Finding Party tells the other of it at once.
      """, at: ["1️⃣", "2️⃣"], .warning)
  }

  @Test func `what a party is called is found without an article where it comes again and again`() {
    expect(
      "undefined-term",
      """
      1. Use. Oak grants 1️⃣Licensee a right to use the drawings, and lets Licensee copy them as often as it likes to.

      2. Pay. The fee that Licensee pays is ten dollars. When Licensee is late, it pays more, and then Licensee talks.

      3. End. When it ends, then Licensee gives the drawings back and destroys the copies that it has made of them.
      """, at: ["1️⃣"], .warning)
  }

  @Test func `a party's own things in a list are found behind a comma`() {
    expect(
      "undefined-term",
      """
      This Sale is made between Acme Iron, Inc. ("Acme") and Jane Roe ("Buyer").

      1. End. When the sale ends the Buyer gives back the drawings, 1️⃣Acme Improvements and all that belongs to them.
      """, at: ["1️⃣"], .warning)
  }

  @Test func `a definition that is promised and nowhere given is found`() {
    expect(
      "undefined-term", "1. Use. The buyer uses the shed during the 1️⃣Season (as defined below) and leaves it clean then.\n",
      at: ["1️⃣"], .warning)
    expectNone(
      "undefined-term",
      [
        "1. Use. The buyer uses the shed during the Season (as defined below).\n\n2. Time. \"Season\" means May and June.\n",
        "1. Use. Once the shed is Fully Emptied (as defined below) it is given back.\n\n2. Time. It is emptied when it is bare.\n",
      ])
  }

  @Test func `names, statutes, offices, headings and defined terms are none`() {
    expectNone(
      "undefined-term",
      [
        "1. Start. \"Effective Date\" means May 1, 2003. The parties begin work on the Effective Date and not before.\n",
        "1. Start. The parties begin work on the day of signing (the \"Closing Date\"); on the Closing Date all is paid.\n",
        "1. Law. Goods are shipped only where the Office of Foreign Assets Control has no objection to the shipment.\n",
        "1. Law. Each party keeps the rules of the Federal Trade Commission on the National Do Not Call Costs that apply.\n",
        "1. Names. The buyer is a customer of the well known firm Northern Light Services, Inc. and remains one.\n",
        "1. EFFECTIVE DATE. the parties begin their work under it on the first day of the month after they sign.\n",
      ])
  }

  @Test func `an agreement that takes its terms from another gives hints only`() {
    let text =
      "1. Terms. Capitalized words not defined herein have the meanings of the loan agreement.\n\n"
      + "2. Start. The parties begin work on the Effective Date and not before, as both of them have planned.\n"
    #expect(findings("undefined-term", text).map(\.severity) == [.info])
  }

  @Test func `roles and rarer nouns are terms where they are used again and again`() {
    expect(
      "undefined-term",
      """
      1. Work. The owner tells the 1️⃣General Contractor what is to be built and where the stones are.

      2. Pay. The owner pays the General Contractor when the wall stands and not before.
      """, at: ["1️⃣"], .warning)
    expect(
      "undefined-term", "1. Work. The owner tells the 1️⃣General Contractor once what is to be built by whom and where.\n", at: ["1️⃣"],
      .info)
  }

  @Test(arguments: [
    "It pays within thirty days (the Payment Period).", "May 1 shall be considered the Payment Period.",
    "It pays the Payment Period, which is the part of the year that is left.",
    "A Payment Period shall be deemed to have occurred when it rains.",
    "It uses the Payment Period, as such term is defined under the Loan Agreement.",
    "THE PAYMENT PERIOD OF THIS LOAN SHALL BE: ten days.", "The “Payment-Period” ends on Friday.",
  ])
  func `words define without marks`(sentence: String) {
    expectNone(
      "undefined-term",
      ["1. Pay. \(sentence)\n\n2. Rest. The bank may extend the Payment Period and the Payment Period is then longer.\n"])
  }

  @Test func `one word behind an article that comes once is a hint`() {
    expect(
      "undefined-term", "1. Work. The owner lets nobody else use the 1️⃣Equipment in the mill, in the yard or in the lane.\n",
      at: ["1️⃣"], .info)
    expectNone("undefined-term", ["1. Work. The owner lets nobody else use Equipment in the mill, in the yard or in the lane.\n"])
  }

  @Test func `words that may define make a hint, and what is said of a party makes no definition`() {
    expect(
      "undefined-term",
      """
      1. Pay. The buyer pays on the 1️⃣Payment Date with ten dollars. The Payment Date is a day that all know well.

      2. Mill. The buyer pays again on the Payment Date that is next, and on the Payment Date behind it as well.
      """, at: ["1️⃣"], .info)
    expect(
      "undefined-term",
      """
      1. Data. As to all that is stored the 1️⃣Customer shall be the master of it and the firm is the Customer and servant of none.

      2. Care. The firm keeps what the Customer gives to it, and the Customer may look at it whenever that is wanted.
      """, at: ["1️⃣"], .warning)
  }

  @Test func `the label of a row on a cover page defines`() {
    expectNone(
      "undefined-term",
      [
        "COVER\n\nEffective Date        May 1, 2020\n\n1. Start. The parties begin work on the Effective Date and end a year after the Effective Date.\n"
      ])
  }

  @Test func `rights in what is defined are none`() {
    expectNone(
      "undefined-term",
      [
        "1. Mill. \"Mill Property\" means the mill.\n\n2. Sale. He sells the Mill Property Rights and then has no Mill Property Rights left.\n"
      ])
  }

  @Test func `offices and papers that are called by their kind are none`() {
    expectNone(
      "undefined-term",
      [
        "1. Tax. The owner files with the Internal Revenue Service and pays the Internal Revenue Service what is due.\n",
        "1. Deed. The owner signs an Assignment of Project Documents and sends the bank an Assignment of Project Documents.\n",
      ])
  }

  @Test func `a clause that is said to define a term and does not is found out`() {
    expect(
      "undefined-term", "1. Sale. The Miller gets the 1️⃣Grain Fee (as defined in Clause 2).\n\n2. Fees. The fee is ten.\n",
      at: ["1️⃣"], .warning)
    expectNone(
      "undefined-term",
      ["1. Sale. The Miller gets the Grain Fee (as defined in Clause 2).\n\n2. Fees. The \"Grain Fee\" is ten.\n"])
  }

  @Test func `a noun that is seldom a term's counts where it is used often and never printed small`() {
    let uses = "The miller serves the Permitted Purpose. No other than the Permitted Purpose counts."
    expect(
      "undefined-term",
      "1. Use. The miller keeps to the 1️⃣Permitted Purpose at all times. \(uses)\n\n2. Law. The law of Ohio governs this.\n",
      at: ["1️⃣"], .warning)
    expectNone(
      "undefined-term",
      [
        "1. Use. The miller keeps to the Permitted Purpose at all times. \(uses)\n\n2. More. It is a permitted purpose that counts here.\n"
      ])
  }

  @Test func `places and names that go on behind for are none`() {
    expectNone(
      "undefined-term",
      [
        "1. Law. The owner keeps the Florida Lien Rights and the Florida Lien Rights of others.\n",
        "1. Claims. The owner sends the Request for Arbitration to the Request for Arbitration desk of the court.\n",
      ])
  }

  @Test func `accounting terms that a rule of accounting defines borrow none from another paper`() {
    expect(
      "undefined-term",
      """
      1. Words. Accounting terms not otherwise defined herein have the meanings that the rules of accounting give them.

      2. Start. The parties begin work on the 1️⃣Effective Date and not before, as both have planned.

      3. End. One year after the Effective Date the work ends, whatever was then left undone.
      """, at: ["1️⃣"], .warning)
  }

  @Test func `a committee of a body has its name by that`() {
    expectNone(
      "undefined-term",
      [
        "1. Plans. The miller sits on the Planning Committee of the Board and tells the Planning Committee of each flood.\n\n2. More. The Planning Committee meets in May, and the Planning Committee hears the miller.\n"
      ])
  }

  @Test(arguments: [
    "A part of the funds (hereafter, the Reserve Share) is kept.", "Five percent shall hereinafter be termed the Reserve Share.",
    "Five percent (which we call the Reserve Share) is kept.", "Five percent (such sum, the Reserve Share) is kept.",
    "The Reserve Share is five percent of the funds.", "The Reserve Share, as that term is used in the Master Agreement, is kept.",
    "Reserve Share shall have the same meaning as in the Master Agreement.",
    "The Reserve Share, within the meaning of the Banking Act, is kept.",
  ])
  func `a term that is made or borrowed in other words is none that nothing defines`(sentence: String) {
    let found = findings(
      "undefined-term",
      "1. Funds. \(sentence) The borrower shall keep the Reserve Share. The lender states the Reserve Share each month.\n\n2. Law. Ohio.\n"
    )
    #expect(found.allSatisfy { $0.severity == .info }, "\(found)")
  }

  @Test func `a committee of somebody's own and the halves of a term are none either`() {
    expectNone(
      "undefined-term",
      [
        "1. Pay. The Company, through its Compensation Committee, looks at it, and its Compensation Committee decides on it each year.\n",
        "1. Words. \"Grain Product or Service\" means either of both.\n\n2. Sale. The mill sells Grain Products or Services, and buys no Grain Products or Services of others.\n",
      ])
  }

  @Test func `a term in singular and plural is found once`() {
    let text =
      "1. Fees. The miller pays the Fixed Amount on each Monday to the baker.\n\n2. Delay. Where the Fixed Amounts are late, the baker adds interest to the Fixed Amount.\n"
    #expect(findings("undefined-term", text).map(\.subject) == ["Fixed Amount"])
  }
}
