import Testing

@Suite struct WrongDirectionTests {
  private func text(_ words: String) -> String { "1. Sale. Sold.\n\n2. Price. As in \(words) and so on.\n\n3. Law. Maine.\n" }

  @Test func `above for what comes and below for what came are found`() {
    expect("wrong-direction", text("1️⃣Section 3 above"), at: ["1️⃣"], .info)
    expect("wrong-direction", text("1️⃣Section 1 below"), at: ["1️⃣"], .info)
  }

  @Test func `a number that ends as another does is no other of that number`() {
    let clauses = (3...12).map { "\($0). Clause. Done.\n\n" }.joined()
    expect("wrong-direction", "1. Sale. Sold.\n\n2. Price. As in 1️⃣Section 1 below and so on.\n\n" + clauses, at: ["1️⃣"], .info)
  }

  @Test func `the right direction, none, and the provision itself are right`() {
    expectNone("wrong-direction", ["Section 1 above", "Section 3 below", "Section 3", "Section 2 above"].map(text))
  }
}
