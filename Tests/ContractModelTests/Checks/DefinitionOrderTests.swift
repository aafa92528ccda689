import Testing

@Suite struct DefinitionOrderTests {
  private func list(_ names: [String]) -> String {
    "1. Terms.\n\n" + names.map { "\"\($0)\" means what it says.\n\n" }.joined() + "2. Law. Maine.\n"
  }

  @Test func `a definition out of its place is a hint that says where it belongs`() {
    expect(
      "definition-order", list(["Act", "Bank", "Cost", "1️⃣Apple", "Debt", "Event", "Fee", "Goods", "House"]), at: ["1️⃣"], .info,
      messages: ["“Apple” is out of the alphabet's order: its place is before “Bank”."])
  }

  @Test func `a list in order, a short one, and one in no order at all are none`() {
    expectNone(
      "definition-order",
      [
        list(["Act", "Bank", "Cost", "Debt", "Event", "Fee", "Goods", "House"]), list(["Act", "Cost", "Bank"]),
        list(["House", "Act", "Goods", "Bank", "Fee", "Cost", "Event", "Debt", "Idea"]),
      ])
  }

  @Test func `a list in order word by word is in order`() {
    let names = ["Ash", "Bay Rent", "Bayside", "Cask", "Dam Gate", "Damson", "Elm", "Fir", "Gate"]
    let text = "1. Words. In this deed:\n\n" + names.map { "\"\($0)\" means a thing called so.\n\n" }.joined() + "2. Law. Maine.\n"
    #expect(findings("definition-order", text).isEmpty)
  }
}
