import Testing

@Suite struct CaptionMismatchTests {
  private let law = "1. Governing Law. Maine.\n\n2. Notices. By post.\n\n"

  @Test func `a title in brackets that is not the target's is a hint`() {
    expect("caption-mismatch", law + "3. Rest. As in Section 2 (1️⃣Governing Law) above.\n", at: ["1️⃣"], .info)
  }

  @Test func `the target's title, a term and a remark in brackets are right`() {
    expectNone(
      "caption-mismatch",
      ["Section 1 (Governing Law)", "Section 2 (Notice)", "Section 2 (the \"Rule\")", "Section 2 (and others)", "Section 2"].map {
        law + "3. Rest. As in \($0) above.\n"
      })
  }
}
