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
}
