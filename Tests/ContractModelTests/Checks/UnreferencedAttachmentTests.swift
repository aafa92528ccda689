import Testing

@Suite struct UnreferencedAttachmentTests {
  private let sale = "1. Sale. As in Exhibit A.\n\n2. Law. Maine.\n\n"

  @Test func `an exhibit nothing names is a hint`() {
    expect(
      "unreferenced-attachment", sale + "EXHIBIT A\n\nGoods.\n\n1️⃣EXHIBIT B\n\nPrices.\n", at: ["1️⃣"], .info)
  }

  @Test func `an exhibit that is named, by the body or by another exhibit, is none`() {
    expectNone(
      "unreferenced-attachment",
      [
        sale + "EXHIBIT A\n\nGoods.\n", sale + "EXHIBIT A\n\nGoods, priced as in Exhibit B.\n\nEXHIBIT B\n\nPrices.\n",
        "1. Sale. Sold.\n\n2. Law. Maine.\n",
      ])
  }

  @Test func `a part of an attachment names it`() {
    expectNone(
      "unreferenced-attachment", ["1. Sale. See paragraph 2 of Schedule B.\n\n2. Law. Maine.\n\nSCHEDULE B\n\n1. Ten.\n\n2. Six.\n"]
    )
  }
}
