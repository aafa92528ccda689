import Testing

@Suite struct AmbiguousReferenceTests {
  @Test func `a number printed twice is ambiguous where it is named`() {
    expect(
      "ambiguous-reference",
      "1. Sale. Sold.\n\n2. Price. Ten.\n\n2. Tax. None.\n\n3. Law. As in 1️⃣Section 2 and so on.\n\n4. Rest. None.\n", at: ["1️⃣"],
      .warning, messages: ["“Section 2” can mean either of two provisions numbered 2."])
  }

  @Test func `a number that an exhibit uses again, or that comes once, is not`() {
    expectNone(
      "ambiguous-reference",
      [
        "1. Sale. Sold.\n\n2. Price. Ten.\n\n3. Law. As in Section 2 and so on.\n",
        "1. Sale. Sold.\n\n2. Price. As in Section 1 and Exhibit A.\n\nEXHIBIT A\n\n1. Goods. All.\n\n2. Prices. Ten.\n",
        "1. Sale. Sold.\n\n2. Price. Ten.\n\n2. Tax. None.\n\n3. Law. As in Section 1 and so on.\n",
      ])
  }
}
