import Testing

@Suite struct DoubledWordTests {
  @Test func `a small word printed twice is found, over a line's end too, and can be mended`() {
    let source = "1. Sale. The seller sells 1️⃣the the goods and is paid 2️⃣for\n      for them.\n"
    expect("doubled-word", source, at: ["1️⃣", "2️⃣"], .warning)
    let text = "1. Sale. The seller sells the the goods.\n"
    let fix = findings("doubled-word", text).first?.fix
    #expect(fix.map { Array(text.utf8)[$0.range].elementsEqual(" the".utf8) && $0.text.isEmpty } == true)
  }

  @Test func `words that may be meant twice are none`() {
    expectNone(
      "doubled-word",
      ["New York New York", "had had", "that that", "Party A a sum", "an on on-going", "the \"the\""].map {
        "1. Sale. They say \($0) and so on.\n"
      })
  }

  @Test func `words side by side in two columns are not printed twice`() {
    expectNone("doubled-word", ["1. Sale. It is sold.\n\n      Weight of          of\n      a crate            a sack\n"])
    expectNone("doubled-word", ["1. Sale. It is sold.\n\n      Meals to          to be\n      be cooked         paid for\n"])
  }
}
