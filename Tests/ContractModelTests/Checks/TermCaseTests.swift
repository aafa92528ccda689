import Testing

@Suite struct TermCaseTests {
  private let terms = "1. Terms. \"Closing Date\" means May 1, 2003.\n\n2. Pay. On the Closing Date, and after the Closing Date, "

  @Test func `a term's words in small letters are a hint`() {
    expect(
      "term-case", terms + "all is paid.\n\n3. End. After the 1️⃣closing date nothing is.\n", at: ["1️⃣"], .info,
      messages: ["“closing date” is in small letters and “Closing Date” is a defined term."])
  }

  @Test func `one word, words without an article, and capitals are none`() {
    expectNone(
      "term-case",
      [
        "1. Terms. \"Fee\" means ten dollars.\n\n2. Pay. The Fee is due. The Fee is small. Other fees are the fee of the court.\n",
        terms + "all is paid.\n\n3. End. No closing date was set.\n",
        terms + "all is paid.\n\n3. End. After the CLOSING DATE nothing is.\n",
      ])
  }

  @Test func `words that are given their name in the same sentence are no variant of it`() {
    expectNone(
      "term-case",
      [
        "1. Sale. Oak signs the milling agreement that hangs on Exhibit B (the \"Milling Agreement\") on that day. The Milling Agreement ends. Under the Milling Agreement Oak mills.\n"
      ])
  }

  @Test func `what a definition is made of is no slip`() {
    expectNone(
      "term-case",
      [
        "1. Words. \"Mill Rate\" means the mill rate of Oak Bank.\n\n2. Pay. Ann pays the Mill Rate. The Mill Rate is due in May. See the Mill Rate.\n"
      ])
  }
}
