import Testing

@Suite struct NumberingTests {
  @Test func `a number left out of a series that goes on is found`() {
    expect(
      "numbering", "1. Sale. Sold.\n\n2. Price. Ten.\n\n1️⃣4. Law. Maine.\n\n5. Rest. None.\n", at: ["1️⃣"], .warning,
      messages: ["4 follows 2: there is no 3."])
  }

  @Test func `several numbers left out are one finding`() {
    expect(
      "numbering", "1. Sale. Sold.\n\n2. Price. Ten.\n\n1️⃣5. Law. Maine.\n\n6. Rest. None.\n", at: ["1️⃣"], .warning,
      messages: ["5 follows 2: there is no 3 or 4."])
  }

  @Test func `a number printed twice in a series that goes on is found`() {
    expect(
      "numbering", "1. Sale. Sold.\n\n2. Price. Ten.\n\n1️⃣2. Law. Maine.\n\n3. Rest. None.\n", at: ["1️⃣"], .warning,
      messages: ["2 comes twice."])
  }

  @Test func `a gap at the end, where nothing confirms it, is a hint`() {
    #expect(findings("numbering", "1. Sale. Sold.\n\n2. Price. Ten.\n\n4. Law. Maine.\n").allSatisfy { $0.severity == .info })
  }

  @Test func `a series without a gap, a number in the text and an exhibit's own series are none`() {
    expectNone(
      "numbering",
      [
        "1. Sale. Sold.\n\n2. Price. Ten.\n\n3. Law. Maine.\n",
        "1. Sale. Sold.\n\n2. Price. Ten. 3. Law. Maine.\n\n4. Rest. None.\n",
        "1. Sale. As in Exhibit A.\n\n2. Price. Ten.\n\nEXHIBIT A\n\n1. Goods. All.\n\n2. Prices. Ten.\n",
      ])
  }

  @Test func `a number that comes again in another script is a translation`() {
    expectNone(
      "numbering",
      ["1. Goods 货物\n\n1.1 Sale. Oak sells.\n\n1.1 出售。Oak 出售。\n\n1.2 Time. Friday.\n\n1.2 时间。星期五。\n\n1.3 Law. Ohio.\n\n1.3 法律。\n"])
  }

  @Test func `numbers with a nought are counted too, at the end of an article as well`() {
    expect(
      "numbering",
      "1.01 Sale. Sold.\n\n1.02 Price. Ten.\n\n1️⃣1.04 Time. May.\n\n2.01 Law. Maine.\n\n2.02 Rest. None.\n", at: ["1️⃣"], .warning,
      messages: ["1.04 follows 1.02: there is no 1.03."])
  }

  @Test func `what an amendment quotes is no gap`() {
    expectNone(
      "numbering",
      [
        "FIRST AMENDMENT TO LEASE\n\n1. Change. Section 3 is deleted and replaced with the following:\n\n\"3. Rent. Ten.\n\n5. Law. Ohio.\n\n6. Rest. None.\"\n\n2. Rest. All else stays.\n"
      ])
  }
}
