import Testing

@Suite struct DoubledPunctuationTests {
  @Test func `punctuation printed twice is found and can be mended`() {
    expect("doubled-punctuation", "1. Sale. As described therein1️⃣.. The goods2️⃣,, too.\n", at: ["1️⃣", "2️⃣"], .warning)
    #expect(findings("doubled-punctuation", "1. Sale. As described therein.. So.\n").first?.fix?.text == ".")
  }

  @Test func `abbreviations, ellipses, leaders and commas for a quotation mark are none`() {
    expectNone(
      "doubled-punctuation",
      ["Acme, Inc.. It", "the R.O.C.. It", "and so on ... then", "a total of ....... 5", "an \"Event,, under it"].map {
        "1. Sale. They say \($0) and so on.\n"
      })
  }
}
