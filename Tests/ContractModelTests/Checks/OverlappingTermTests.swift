import Testing

@Suite struct OverlappingTermTests {
  @Test func `two terms that differ in form alone are found`() {
    expect(
      "overlapping-term",
      "1. Terms. \"Work Product\" means the drawings.\n\n2. More. \"1️⃣Work-Products\" means the models.\n\n3. Pay. All is due.\n",
      at: ["1️⃣"],
      .info)
  }

  @Test func `terms made in one breath, other words and an exhibit's own are none`() {
    expectNone(
      "overlapping-term",
      [
        "1. Who. Acme and Bolt (each a \"Seller\" and together the \"Sellers\") sell.\n",
        "1. Terms. \"Work Product\" means the drawings.\n\n2. More. \"Work Produced\" means the models.\n",
        "1. Terms. \"Work Product\" means the drawings.\n\nEXHIBIT A\n\n1. Terms. \"Work-Product\" means the models.\n",
      ])
  }
}
