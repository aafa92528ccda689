import Testing

@Suite struct UnusedTermTests {
  @Test func `a term never used is a hint`() {
    expect(
      "unused-term", "1. Terms. \"1️⃣Fee\" means ten dollars. \"Price\" means twenty dollars.\n\n2. Pay. The Price is due.\n",
      at: ["1️⃣"], .info, messages: ["“Fee” is defined and never used."])
  }

  @Test func `a plural, a possessive and a party that stays silent are used`() {
    expectNone(
      "unused-term",
      [
        "1. Terms. \"Fee\" means ten dollars.\n\n2. Pay. All Fees are due.\n",
        "1. Terms. \"Fee\" means ten dollars.\n\n2. Pay. The Fee's amount is due.\n",
        "This Sale is made between Acme, Inc. (\"Acme\") and Jane Roe (\"Buyer\").\n\n1. Pay. All is due.\n",
      ])
  }
}
