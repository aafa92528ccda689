import Testing

@Suite struct DuplicateHeadingTests {
  @Test func `two provisions under one heading are a hint`() {
    expect(
      "duplicate-heading", "1. Notices. By post.\n\n2. Price. Ten.\n\n3. 1️⃣NOTICES. By hand.\n", at: ["1️⃣"], .info,
      messages: ["1 and 3 are both headed “NOTICES”."])
  }

  @Test func `headings of other articles, reserved numbers and other words are none`() {
    expectNone(
      "duplicate-heading",
      [
        "1. Sale.\n\n1.1 Notices. By post.\n\n1.2 Price. Ten.\n\n2. Loan.\n\n2.1 Notices. By hand.\n\n2.2 Price. Two.\n",
        "1. Notices. By post.\n\n2. [Reserved].\n\n3. [Reserved].\n", "1. Notices. By post.\n\n2. Notice Period. Ten days.\n",
        "1. Amendment to Section 7.05\n\nIt is new.\n\n2. Amendment to Section 7.02\n\nIt is new.\n",
      ])
  }
}
