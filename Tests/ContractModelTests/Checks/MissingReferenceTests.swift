import Testing

@Suite struct MissingReferenceTests {
  private let law = "1. Sale. Sold.\n\n2. Law. Maine.\n\n"

  @Test func `a number that is not there is an error`() {
    expect(
      "missing-reference", law + "3. Rest. As in 1️⃣Section 9.\n", at: ["1️⃣"], .error,
      messages: ["“Section 9” is not in this agreement."])
  }

  @Test func `a number of a list that is not there is found`() {
    expect(
      "missing-reference", law + "3. Rest. As in 1️⃣Sections 1 and 7.\n", at: ["1️⃣"], .error,
      messages: ["“Sections 1 and 7” names 7, which is not in this agreement."])
  }

  @Test func `what is there, or another paper's, is not missing`() {
    expectNone(
      "missing-reference",
      ["Section 2", "Sections 1 and 2", "Section 9 of the Code", "Section 14 of the Lease", "this Section"].map {
        law + "3. Rest. As in \($0) and so on.\n"
      })
  }

  @Test func `where most references lead nowhere they are hints`() {
    let many = (10..<20).map { "As in Section \($0)." }.joined(separator: " ")
    let found = findings("missing-reference", law + "3. Rest. \(many)\n")
    #expect(found.count == 10)
    #expect(found.allSatisfy { $0.severity == .info })
  }
}
