import TestSupport
import Testing

@Suite struct DuplicateTermTests {
  @Test func `a second meaning is found and points to the first`() {
    let source = "1. Terms. \"1️⃣Fee\" means ten dollars.\n\n2. Sale. Sold.\n\n3. More. \"2️⃣Fee\" means twenty dollars.\n"
    expect("duplicate-term", source, at: ["2️⃣"], .warning)
    let marked = MarkedText(source)
    #expect(findings("duplicate-term", marked.text).first?.notes.map(\.range.lowerBound) == [marked["1️⃣"]])
  }

  @Test func `a second bracket is a hint`() {
    let source = "1. Terms. \"Fee\" means ten dollars.\n\n2. Sale. Twenty dollars (the \"1️⃣Fee\") are due.\n"
    expect("duplicate-term", source, at: ["1️⃣"], .info)
  }

  @Test func `a pointer with its target, one definition and an exhibit's own are no duplicates`() {
    expectNone(
      "duplicate-term",
      [
        "1. Terms. \"Fee\" has the meaning given in Section 2.\n\n2. Price. Ten dollars (the \"Fee\") are due.\n",
        "1. Terms. \"Fee\" means as set forth in the schedule above.\n\n2. Price. \"Fee\" means ten dollars.\n",
        "1. Terms. \"Fee\" - see Section 2.\n\n2. Price. \"Fee\" means ten dollars.\n",
        "Oak pays Elm (the \"Fee\").\n\n1. Change. The definition of \"Fee\" is restated as follows:\n\n\"Fee\" means ten dollars.\n",
        "1. Terms. \"Fee\" means ten dollars. The Fee is due.\n\n2. Price. The Fee is paid.\n",
        "1. Terms. \"Fee\" means ten dollars.\n\nEXHIBIT A\n\n1. Terms. \"Fee\" means twenty dollars.\n",
      ])
  }

  @Test func `a definition that names the place of another points to it`() {
    expectNone(
      "duplicate-term",
      [
        "1. Words. \"Last Grinding\" means that what Section 3 asks for is done.\n\n2. Pay. Ten.\n\n3. End. When all sacks are out it is the end (the \"Last Grinding\").\n\n4. Law. The Last Grinding is in Maine.\n"
      ])
  }

  @Test func `what announces a definition, and a successor over the end of a line, are no second ones`() {
    expectNone(
      "duplicate-term",
      [
        "1. Sale. Oak sells the mill (hereinafter, and as more fully defined herein, the \"Works\").\n\n2. Words. \"Works\" means the mill and its wheel.\n",
        "1. Words. \"Agent\" means Oak.\n\n2. Change. When another comes the term \"Agent\" shall mean such\nsuccessor agent from then on, and Oak is free.\n",
      ])
  }

  @Test(arguments: [
    "by restating the definition of \"Loan\":", "by deleting the definition of \"Loan\" and by putting in its place:",
    "so that the definition reads:",
  ])
  func `words that an amendment quotes define nothing a second time`(lead: String) {
    expectNone(
      "duplicate-term",
      [
        "AMENDMENT\n\nThis Amendment is made on May 1, 2020 between Ash Ltd and Fir Ltd. \"Loan\" means the loan of 2018.\n\n1. Change. Section 1 of the Loan Deed is amended \(lead)\n\n\"Loan\" means the loan of 2018 and what is added to it.\n\n2. Law. Maine.\n"
      ])
  }
}
