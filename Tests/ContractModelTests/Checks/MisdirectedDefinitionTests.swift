import Testing

@Suite struct MisdirectedDefinitionTests {
  private let start = "1. Terms. \"1️⃣Fee\" has the meaning given in Section 2.\n\n2. Price. Ten dollars"

  @Test func `a pointer to the wrong provision is found, and to one that says nothing`() {
    expect(
      "misdirected-definition", start + ".\n\n3. Law. Ten dollars (the \"Fee\") are due.\n", at: ["1️⃣"], .info,
      messages: ["2 does not define “Fee”; 3 does."])
    expect(
      "misdirected-definition", start + ".\n\n3. Law. None.\n", at: ["1️⃣"], .info, messages: ["2 does not define “Fee”."])
  }

  @Test func `a pointer that is right, one into an item, and one to a place that is not there are none`() {
    let plain = start.replacing("1️⃣", with: "")
    expectNone(
      "misdirected-definition",
      [
        plain + " (the \"Fee\").\n\n3. Law. None.\n", plain + ":\n\n(a) a charge (the \"Fee\"); and\n\n(b) tax.\n\n3. Law. None.\n",
        "1. Terms. \"Fee\" has the meaning given in Section 9.\n\n2. Price. Ten dollars.\n",
      ])
  }

  @Test func `a provision that says the term in another form makes it`() {
    expectNone(
      "misdirected-definition",
      [
        "1. Words. \"Cause of Default\" has the meaning set forth in Section 2.\n\n2. Default. Each of these is one of the Causes of Default: debt.\n\n3. Law. Maine.\n"
      ])
  }

  @Test func `a provision that says nothing of a term of short words does not make it`() {
    let text = "1. Words. \"Net Tax\" has the meaning set forth in Section 2.\n\n2. Pay. Ann pays in May.\n\n3. Law. Maine.\n"
    #expect(findings("misdirected-definition", text).map(\.subject) == ["Net Tax"])
  }
}
