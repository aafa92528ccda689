import Testing

@Suite struct LoneItemTests {
  private let start = "1. Goods. Sold.\n\n2. Terms.\n\n2.1 Price. Ten.\n\n2.2 Tax. None.\n\n"

  @Test func `an only item is a hint`() {
    expect("lone-item", start + "1️⃣2.2.1 Duty. None.\n\n2.3 Law. Maine.\n", at: ["1️⃣"], .info)
  }

  @Test func `two items, none, and the items of an article are no lone ones`() {
    expectNone(
      "lone-item",
      ["2.2.1 Duty. None.\n\n2.2.2 Toll. None.\n", "2.3 Law. Maine.\n", "3. Rest.\n\n3.1 End. None.\n\n3.2 Law. Maine.\n"].map {
        start + $0
      })
  }
}
