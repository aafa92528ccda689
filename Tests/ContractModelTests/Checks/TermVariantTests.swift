import Testing

@Suite struct TermVariantTests {
  @Test func `the singular of a term defined in the plural is found`() {
    let uses = (1...5).map { "\($0 + 1). Part. The Sellers sell.\n\n" }.joined()
    expect(
      "term-variant", "1. Who. Acme and Bolt (together the \"Sellers\") sell.\n\n\(uses)7. Pay. The 1️⃣Seller is paid.\n", at: ["1️⃣"],
      .info,
      messages: ["“Seller” is used and “Sellers” is what is defined."])
  }

  @Test func `a hyphen put in, left out, and another spelling are found`() {
    expect(
      "term-variant", "1. Terms. \"Startup Date\" means May 1.\n\n2. Pay. On the 1️⃣Startup-Date all is paid.\n", at: ["1️⃣"], .info)
    expect(
      "term-variant", "1. Terms. \"Start-up Date\" means May 1.\n\n2. Pay. On the 1️⃣Startup Date all is paid.\n", at: ["1️⃣"], .info)
    expect(
      "term-variant", "1. Terms. \"License Fee\" means ten dollars.\n\n2. Pay. The 1️⃣Licence Fee is due.\n", at: ["1️⃣"], .info)
  }

  @Test func `a plural of a singular, forms both defined, and a singular used throughout are none`() {
    expectNone(
      "term-variant",
      [
        "1. Terms. \"Fee\" means ten dollars.\n\n2. Pay. All Fees are due.\n",
        "1. Terms. \"Start-up Date\" means May 1. \"Startup Date\" means May 2.\n\n2. Pay. On the Startup Date and the Start-up Date.\n",
        "1. Terms. \"Goods\" means the nails.\n\n2. Pay. The Goods are paid.\n",
      ])
  }
}
