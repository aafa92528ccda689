import Testing

@Suite struct ListOrderTests {
  private func list(_ items: [String]) -> String {
    "1. Sale. The seller sells:\n\n" + items.map { "\($0) some of the goods;\n\n" }.joined() + "2. Law. Maine.\n"
  }

  @Test func `a letter left out is found`() {
    expect(
      "list-order", list(["(a)", "(b)", "1️⃣(d)", "(e)"]), at: ["1️⃣"], .warning, messages: ["1(d) follows 1(b): there is no 1(c)."])
  }

  @Test func `a letter printed twice is found`() {
    expect("list-order", list(["(a)", "(b)", "1️⃣(b)", "(c)"]), at: ["1️⃣"], .warning, messages: ["1(b) comes twice."])
  }

  @Test func `a list in order, a letter that runs in, and a one that is an l are none`() {
    let letters = "abcdefghijklmn".map { "(\($0))" }
    expectNone(
      "list-order",
      [
        list(["(a)", "(b)", "(c)", "(d)"]), list(["(a)", "(b) the nails, (c)", "(d)", "(e)"]), list(letters),
        list(letters.map { $0 == "(l)" ? "(1)" : $0 }),
      ])
  }

  @Test func `a Roman numeral left out is found`() {
    let text =
      "1. Sale. Oak sells:\n\n(i) one;\n\n(ii) two;\n\n(iii) three;\n\n(iv) four;\n\n(vi) six; and\n\n(vii) seven.\n\n2. Law. Maine.\n"
    #expect(findings("list-order", text).map(\.message) == ["1(vi) follows 1(iv): there is no 1(v)."])
  }
}
