import Testing

@Suite struct LateDefinitionTests {
  private let filler = String(
    repeating: "The parties do what they have promised, each in its own time and at its own cost. ", count: 40)

  @Test func `a term used pages before its bracket is a hint`() {
    expect(
      "late-definition",
      "1. Use. The Premises are let. The Premises are dry. The Premises are new. \(filler)\n\n2. Place. The house (the \"1️⃣Premises\") is let.\n",
      at: ["1️⃣"], .info, messages: ["“Premises” is used 3 times before it is defined here."])
  }

  @Test func `a use shortly before, a list of definitions, and a definition that comes first are none`() {
    let list = (1...5).map { "\"Thing \($0)\" means what it says.\n\n" }.joined()
    expectNone(
      "late-definition",
      [
        "1. Use. The Premises are let. The Premises are dry. The Premises are new.\n\n2. Place. The house (the \"Premises\") is let.\n",
        "1. Terms.\n\n\(list)2. Use. The Premises are let. The Premises are dry. The Premises are new. \(filler)\n\n3. Place. The house (the \"Premises\") is let.\n",
        "1. Place. The house (the \"Premises\") is let. \(filler)\n\n2. Use. The Premises are dry.\n",
      ])
  }
}
