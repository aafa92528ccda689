import Testing

@Suite struct UsedOnceTests {
  @Test func `a term that only helps to define another is found`() {
    expect(
      "used-once",
      """
      This Lease is made between Acme, Inc. (the "1️⃣Holder"), Bolt, Inc. (the "2️⃣Keeper") (the Holder and the Keeper together the
      "Owners") and Jane Roe ("Tenant").

      1. Use. The Owners let the house to the Tenant. The Owners keep it whole, and the Tenant keeps it clean.
      """, at: ["1️⃣", "2️⃣"], .info,
      messages: ["“Holder” is used only to define “Owners”.", "“Keeper” is used only to define “Owners”."])
  }

  @Test func `a single use is found`() {
    expect(
      "used-once", "1. Terms. \"1️⃣Fee\" means ten dollars.\n\n2. Pay. The Fee is due.\n", at: ["1️⃣"], .info,
      messages: ["“Fee” is defined and used only once."])
  }

  @Test func `two uses, no use and a party's name that stands twice are none`() {
    expectNone(
      "used-once",
      [
        "1. Terms. \"Fee\" means ten dollars.\n\n2. Pay. The Fee is due.\n\n3. Rest. The Fee stays.\n",
        "1. Terms. \"Fee\" means ten dollars.\n\n2. Pay. All is due.\n",
        "This Sale is made between Acme, Inc. (\"Acme\") and Jane Roe (\"Buyer\").\n\n1. Pay. Acme and Buyer pay. Acme and Buyer sign.\n",
      ])
  }
}
