import Testing

@Suite struct ImpossibleDateTests {
  @Test func `a day no calendar has is an error`() {
    expect("date", "1. Term. It ends on 1️⃣April 31, 2004, and on 2️⃣February 29, 2003.\n", at: ["1️⃣", "2️⃣"], .error)
    expect(
      "date", "1. Term. It ends on 1️⃣30 February 1999, or the 2️⃣31st day of June, 2004.\n", at: ["1️⃣", "2️⃣"], .error,
      messages: ["There is no “30 February 1999”.", "There is no “31st day of June, 2004”."])
  }

  @Test func `a weekday that is not the date's is found`() {
    expect(
      "date", "1. Term. It ends on 1️⃣Monday, May 2, 2004, at noon.\n", at: ["1️⃣"], .warning,
      messages: ["“Monday, May 2, 2004” was a Sunday."])
  }

  @Test func `days there are, months alone, blanks and the right weekday are none`() {
    expectNone(
      "date",
      [
        "April 30, 2004", "February 29, 2004", "May 2004", "June __, 2003", "March 31", "Sunday, May 2, 2004", "29 February 2000",
        "Section 4.31 May 2004",
      ].map { "1. Term. It ends on \($0), at noon.\n" })
  }

  @Test func `the number of a page beside the month in its foot is no day`() {
    expectNone("impossible-date", ["1. Sale. None.\n\nTerms      30      February 2021\n\n2. Law. Ohio.\n"])
  }

  @Test func `the number of a page above the month in its foot is no day`() {
    expectNone("date", ["1. Sale. The mill is sold\n\n32\nApril 2021\n\u{C}\nin May.\n\n2. Law. Ohio.\n"])
  }
}
