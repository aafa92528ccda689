import Testing

@Suite struct PartyNameTests {
  private func text(_ signature: String) -> String {
    """
    This Sale is made between Acme Iron Technology, Inc., a Maine corporation ("Acme"), and Bolt Trading Limited ("Bolt").

    1. Sale. Acme sells and Bolt buys.

    IN WITNESS WHEREOF the parties sign.

    \(signature)
    """
  }

  @Test func `a signatory whose name is nearly the party's is found`() {
    expect(
      "party-name", text("1️⃣ACME IRON TECHNOLOGIES, INC.\n\nBy: /s/ Jane Roe\n\nBOLT TRADING LIMITED\n"), at: ["1️⃣"], .warning,
      messages: ["“ACME IRON TECHNOLOGIES, INC.” signs; the party is “Acme Iron Technology, Inc.”."])
    expect(
      "party-name",
      text("1️⃣ACME IRON, INC.      BOLT TRADING LIMITED\n").replacing("Technology", with: "Technology").replacing(
        "Acme Iron Technology", with: "Acme Iron Works Maine"
      ).replacing("ACME IRON,", with: "ACME IRON MAINE,"), at: ["1️⃣"], .warning)
  }

  @Test func `a name with a no-break space, or begun on the line above, is the party's`() {
    expectNone(
      "party-name",
      [
        text("ACME\u{A0} IRON TECHNOLOGY, INC.\n\nBy: /s/ Jane Roe\n\nBOLT TRADING LIMITED\n"),
        text("ACME,\nIRON TECHNOLOGY, INC.\n\nBy: /s/ Jane Roe\n\nBOLT TRADING LIMITED\n"),
      ])
  }

  @Test func `one person under two names is found`() {
    expect(
      "party-name",
      text("ACME IRON TECHNOLOGY, INC.\nBy: ____\nName:   Jane Rower\n\nBOLT TRADING LIMITED\nBy: ____\nName:   1️⃣Jane Rowers\n"),
      at: ["1️⃣"], .warning, messages: ["“Jane Rowers” and “Jane Rower” may be one person."])
  }

  @Test func `a signatory who is no party and a party who does not sign are hints`() {
    let found = findings("party-name", text("ACME IRON TECHNOLOGY, INC.\n\nZENITH WIRE, INC.\n"))
    #expect(found.map(\.subject) == ["Bolt Trading Limited", "ZENITH WIRE, INC."])
    #expect(found.allSatisfy { $0.severity == .info })
  }

  @Test func `the same names in capitals, in columns and on two lines, and a partner who signs for one, are none`() {
    expectNone(
      "party-name",
      [
        "ACME IRON TECHNOLOGY, INC.\n\nBOLT TRADING LIMITED\n", "ACME IRON TECHNOLOGY, INC.        BOLT TRADING LIMITED\n",
        "ACME IRON TECHNOLOGY, INC.\n\nBOLT TRADING LIMITED\n\nBy: Zenith Wire, Inc., its partner\n",
        "ACME IRON TECHNOLOGY, INC.\nName:   Jane Rower\n\nBOLT TRADING LIMITED\nName:   John Smith\n",
      ].map(text))
  }
}
