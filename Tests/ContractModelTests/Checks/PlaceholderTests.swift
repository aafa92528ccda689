import Testing

@Suite struct PlaceholderTests {
  @Test func `a blank is found where it stands`() {
    expect(
      "placeholder", "1. Law. The laws of 1️⃣[Delaware] govern from June 2️⃣__, 2003.\n", at: ["1️⃣", "2️⃣"], .warning,
      messages: ["“[Delaware]” was never filled in.", "“__” was never filled in."])
    expect("placeholder", "1. Price. The buyer pays 1️⃣[●] at closing.\n", at: ["1️⃣"], .warning)
    expect("placeholder", "1. Price. The Buyer 1️⃣[Name of Buyer] pays.\n", at: ["1️⃣"], .warning)
  }

  @Test func `a changed letter, a redaction and a remark are no blanks`() {
    expectNone(
      "placeholder",
      [
        "1. Text. \"[T]he goods\" stay.\n", "1. Text. The price is [***] a piece.\n", "1. Text. [signature page follows]\n",
        "1. Text. [Reserved]\n", "1. Text. As noted in [1] and [2].\n",
        "1. Text. It repays the Facility Agreement [Irish Facility Agreement].\n",
        "1. Text. It is the Ce[ntre] of L[ogiciel].\n", "1. Text. The work [as defined below] stays.\n",
        "1. Text. He lives at [Address on file with the mill].\n",
      ])
  }

  @Test func `words that somebody put into a quotation, and nicknames in brackets, are no blanks`() {
    expectNone(
      "placeholder",
      [
        "The law says that \"a lender may ask for [its] money\".", "He lent under the Deed [the \"Old Deed\"] before.",
        "The dock [formerly Dock 3] is let.", "It is \"all of it\" [emphasis added].",
      ].map { "1. Term. \($0)\n" })
  }

  @Test func `a seal, a signature and what does not apply are no blanks`() {
    expectNone("placeholder", ["[L.S.]", "[signed] J. Oak", "[Not Applicable]"].map { "1. Sale. None.\n\n2. Seal. \($0)\n" })
  }

  @Test func `a name beside the word it is a name of, a place on the net and a line to sign are no blanks`() {
    expectNone(
      "placeholder",
      [
        "It renews the lease [Unit 5 Lease] of 2020.", "Write to [mill.com] at once.",
        "He wrote that \"[the Landlord] will repair the roof\".", "See mill.com/list?medium=____ for it.",
        "SIGNED at ________ on this the ___ day of ________.",
      ].map { "1. Term. None.\n\n2. Text.\n\n\($0)\n" })
  }

  @Test func `the blanks of an attached form are told once`() {
    let text =
      "1. Sale. See Exhibit A.\n\n2. Law. Maine.\n\nEXHIBIT A\n\nFORM OF NOTE\n\nPay [Name of Payee] the sum of [Amount] in [Town].\n"
    #expect(
      findings("placeholder", text).map(\.message) == [
        "\u{201C}[Name of Payee]\u{201D} was never filled in. Exhibit A has 3 such blanks."
      ])
  }
}
