import Testing

@Suite struct MissingReferenceTests {
  private let law = "1. Sale. Sold.\n\n2. Law. Maine.\n\n"

  @Test func `a number that is not there is an error`() {
    expect(
      "missing-reference", law + "3. Rest. As in 1️⃣Section 9.\n", at: ["1️⃣"], .error,
      messages: ["“Section 9” is not in this agreement."])
  }

  @Test func `a number of a list that is not there is found`() {
    expect(
      "missing-reference", law + "3. Rest. As in 1️⃣Sections 1 and 7.\n", at: ["1️⃣"], .error,
      messages: ["“Sections 1 and 7” names 7, which is not in this agreement."])
  }

  @Test func `what is there, or another paper's, is not missing`() {
    expectNone(
      "missing-reference",
      ["Section 2", "Sections 1 and 2", "Section 9 of the Code", "Section 14 of the Lease", "this Section"].map {
        law + "3. Rest. As in \($0) and so on.\n"
      })
  }

  @Test func `where most references lead nowhere they are hints`() {
    let many = (10..<20).map { "As in Section \($0)." }.joined(separator: " ")
    let found = findings("missing-reference", law + "3. Rest. \(many)\n")
    #expect(found.count == 10)
    #expect(found.allSatisfy { $0.severity == .info })
  }

  @Test func `a few that lead nowhere are errors in a paper that is numbered through, whatever their share`() {
    let found = findings("missing-reference", law + "3. Rest. See Section 9.7, Section 12 and Section 8(b).\n")
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.severity == .error })
    // Where the clauses do not run from 1 on, the numbers may be lost.
    #expect(
      findings("missing-reference", "2. Law. Maine.\n\n4. Rest. See Section 9.7, Section 12 and Section 8(b).\n").allSatisfy {
        $0.severity == .info
      })
    // Letters that the file turned into figures.
    #expect(
      findings(
        "missing-reference", law + "3. Rest. See Section 3(b). See Section 3(a). See Section 3(c).\n\n3.1 One.\n\n3.2 Two.\n"
      ).allSatisfy {
        $0.severity == .info
      })
  }

  @Test func `sections of papers in small letters, policies and laws behind a number are not missing`() {
    expectNone(
      "missing-reference",
      [
        "Sections 7 and 9 of the employment agreement of 1998 (the \"Old Agreement\")",
        "Section 8.2 of the attached Terms and Conditions",
        "an insurer's clause 13L policy", "Articles 46 or 47 Regulation (EU) 2016/679", "Article 5 of the Equity Definitions",
      ].map { law + "3. Rest. As in \($0) and so on.\n" })
  }

  @Test func `items of a sentence with brackets in it are there`() {
    expectNone(
      "missing-reference",
      [
        law
          + "3. Taxes. Oak pays, (a) charges on its goods (real, personal or mixed), and (b) claims.\n\n4. Rest. See Section 3(b).\n"
      ])
  }

  @Test func `a clause left out of the numbers hides no other that is missing`() {
    expect(
      "missing-reference",
      "1. Sale. Hats, as 1️⃣Section 1.9 says.\n\n1.1 Hats. Red.\n\n2. Price. Ten.\n\n4. Law. Maine.\n", at: ["1️⃣"], .error)
  }

  @Test(arguments: [
    "Under the stock option plan of Ash, options lapse (Section 6.4).",
    "Fir keeps to the lease of March 1, 2018, in particular its Section 12.",
    "In the partnership agreement of the fund, Section 7.2 rules.", "The general conditions of sale say so in Section 14.3.",
    "The FIDIC Conditions apply, save Section 20.1.", "Under the policy of the insurer (Section 21) theft is covered.",
    "The terms are attached, and Section 14.3 of those terms applies.",
  ])
  func `a number of another paper that the sentence names is not missing`(sentence: String) {
    expectNone(
      "missing-reference",
      ["DEED\n\nThis Deed (this \"Deed\") is made between Ash Ltd and Fir Ltd.\n\n" + law + "3. Rest. \(sentence)\n"])
  }

  @Test func `a misprinted number does not keep the others from being missed`() {
    let found = findings(
      "missing-reference",
      "1. Loan. As Section 9 says.\n\n2. Rate. As Section 4.4 says.\n\n2. Fees. Ten.\n\n4. Late. As Section 11 says.\n\n3. Law. Maine.\n"
    )
    #expect(found.map(\.subject) == ["Section 9", "Section 4.4", "Section 11"])
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test func `what somebody will do names no paper`() {
    let found = findings("missing-reference", law + "3. Rent. The tenant will pay the rent as Section 9 says.\n")
    #expect(found.map(\.subject) == ["Section 9"])
  }

  @Test func `a paper of two clauses, and one that prints its own sign, are read as any other`() {
    #expect(
      findings("missing-reference", "1. Term. See Section 9.7 and Section 12.\n\n2. Law. Ohio.\n").count { $0.severity == .error }
        == 2)
    #expect(
      findings("missing-reference", "1. Term. See § 9.\n\n2. Law. Ohio.\n\n3. End. It ends.\n").map(\.severity) == [.error])
    #expect(
      findings(
        "missing-reference",
        "1. Term. See Section 2.\n\n2. Law. See Section 3.\n\n3. End. See Section 1 and Article XI hereof.\n"
      ).map(\.severity) == [.error])
  }
}
