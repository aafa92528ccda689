import Testing

@Suite struct DateOrderTests {
  @Test func `a period that ends before it begins is found`() {
    expect(
      "date-order", "1. Term. The lease runs from 1️⃣January 1, 2005 to December 31, 2004, and no longer.\n", at: ["1️⃣"], .warning)
    expect(
      "date-order", "1. Term. It runs for a year commencing on 1️⃣1 March 2010 and ending on 28 February 2009.\n", at: ["1️⃣"], .warning
    )
  }

  @Test func `a period in order, two dates that are no period and dates of two sentences are none`() {
    expectNone(
      "date-order",
      [
        "from January 1, 2004 to December 31, 2004", "signed on May 2, 2005, as the letter of March 1, 2005 says",
        "from January 1, 2005; until December 31, 2004 the old lease runs", "between May 1, 2003 and May 1, 2004",
      ].map { "1. Term. It holds \($0) and so on.\n" })
  }
}
