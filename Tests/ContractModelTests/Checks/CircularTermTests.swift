import Testing

@Suite struct CircularTermTests {
  @Test func `definitions that need each other are found once`() {
    expect(
      "circular-term",
      "1. Terms.\n\n\"1️⃣Fee\" means a tenth of the Price.\n\n\"Price\" means ten times the Fee.\n\n2. Pay. The Fee and the Price are due.\n",
      at: ["1️⃣"], .info, messages: ["“Fee” is defined by “Price”, and that by “Fee” again."])
  }

  @Test func `three that go round are found`() {
    let text =
      "1. Terms.\n\n\"Fee\" means a tenth of the Price.\n\n\"Price\" means the cost of the Goods.\n\n\"Goods\" means what the Fee buys.\n"
    #expect(
      findings("circular-term", text).map(\.message)
        == ["“Fee” is defined by “Price”, that by “Goods”, and that by “Fee” again."])
  }

  @Test func `a chain, a term named beside its definition, brackets, and a genus with its kinds are no circle`() {
    expectNone(
      "circular-term",
      [
        "1. Terms.\n\n\"Fee\" means a tenth of the Price.\n\n\"Price\" means ten dollars.\n",
        "1. Terms.\n\n\"Fee\" means ten dollars.\n\n2. Pay. The Fee is a tenth of the Price.\n\n\"Price\" means ten dollars.\n",
        "1. Terms.\n\n\"Sack\" means a Red Sack or a Blue Sack.\n\n\"Red Sack\" means a Sack of red cloth.\n\n\"Blue Sack\" means a Sack of blue cloth.\n",
        "1. Pay. Ten dollars (the \"Fee\") is a tenth of the price (the \"Price\"), ten times the Fee.\n",
      ])
  }
}
