import Testing

@Suite struct ContentsMismatchTests {
  private func text(_ second: String, body: String = "2. Delivery. By ship.") -> String {
    """
    TABLE OF CONTENTS

    1. Sale ............ 1
    2. \(second) ............ 2
    3. Notices ............ 3
    4. Governing Law ............ 4

    AGREEMENT

    1. Sale. The seller sells the goods to the buyer.

    \(body)

    3. Notices. By post.

    4. Governing Law. Maine.
    """
  }

  @Test func `an entry that is not the heading in the text is found`() {
    expect(
      "contents-mismatch", text("1️⃣Payment"), at: ["1️⃣"], .warning,
      messages: ["The table of contents calls 2 “Payment”; in the text it is “Delivery”."])
  }

  @Test func `the same words in capitals, a shorter form and a number without a heading are none`() {
    expectNone(
      "contents-mismatch",
      [
        text("DELIVERY"), text("Delivery"), text("Delivery", body: "2. Delivery of Goods. By ship."),
        text("Delivery", body: "2. the goods go by ship and come by ship."),
      ])
  }
}
