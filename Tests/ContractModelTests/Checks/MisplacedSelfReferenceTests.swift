import Testing

@Suite struct MisplacedSelfReferenceTests {
  private let start = "1. Sale. Sold.\n\n2. Price. Ten.\n\n"

  @Test func `this Section within another is found`() {
    expect(
      "misplaced-self-reference", start + "3. Tax. Under this 1️⃣Section 2 nothing is due.\n", at: ["1️⃣"], .info)
  }

  @Test func `this Section within itself, in an item of it, and without a number is right`() {
    expectNone(
      "misplaced-self-reference",
      ["this Section 3", "this Section", "Section 2", "this and Section 2"].map {
        start + "3. Tax. Under \($0) nothing is due.\n"
      } + [start + "3. Tax.\n\n(a) Under this Section 3 nothing is due.\n\n(b) None.\n"])
  }

  @Test func `this Section by a number that its article does not have is found`() {
    let text = "4. Sale.\n\n4.1 Goods. Hats.\n\n4.2 Price. Ten, as this 1️⃣Section 4.3 says.\n\n5. Law. Maine.\n"
    expect("misplaced-self-reference", text, at: ["1️⃣"], .warning)
  }

  @Test func `a provision that is printed and was not read is there all the same`() {
    expectNone(
      "misplaced-self-reference",
      ["4. Sale.\n\n4.1 Goods. Hats.\n\n4.2 Price. Ten. 4.3 Cash. As this Section 4.3 says.\n\n5. Law. Maine.\n"])
  }
}
