import Testing

@Suite struct MissingAttachmentTests {
  @Test func `an exhibit that is not attached is found once`() {
    expect(
      "missing-attachment", "1. Sale. As in 1️⃣Exhibit B.\n\n2. Price. As in Exhibit B and Section 1.\n", at: ["1️⃣"], .warning,
      messages: ["Exhibit B is named here and is not in the file."])
  }

  @Test func `what is attached, part of it, and a size of pipe are not missing`() {
    expectNone(
      "missing-attachment",
      ["the goods", "schedule 40 pipe", "Attachment 2 of Exhibit A"].map {
        "1. Sale. As in Exhibit A with \($0) and so on.\n\nEXHIBIT A\n\nGoods.\n"
      })
  }
}
