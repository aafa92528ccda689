import ContractModel
import TestSupport
import Testing

/// Where the numbers of a reference end, and what each of them leads to.
@Suite struct SeriesReferenceTests {
  private static let mill = """
    MILL LEASE

    This Mill Lease is between Oak Ltd ("Oak") and Fir Ltd ("Fir").

    1. Duties. Fir shall:

    (a) grind;

    (b) sweep;

    (c) bake; and

    (d) sing.

    2. Test.
    """

  /// The words of the references of a sentence, and the numbers each leads to.
  private func found(_ sentence: String) -> [String] {
    let agreement = Fixtures.agreement(of: Self.mill + " \(sentence)\n\n3. Law. Maine.\n")
    return agreement.references.map { "\(agreement.words($0.range)) > \($0.targets.joined(separator: " "))" }
  }

  @Test(arguments: [
    ("It ends for (i) debt, (ii) breach of clause 1(c), or (iii) change of law.", ["clause 1(c) > 1(c)"]),
    ("If (x) ten is due under Section 1(a), (y) as a rule.", ["Section 1(a) > 1(a)"]),
    ("Section 1(a) or (b) binds.", ["Section 1(a) or (b) > 1(a) 1(b)"]),
    ("Sections 1(a), (b) and (c) bind.", ["Sections 1(a), (b) and (c) > 1(a) 1(b) 1(c)"]),
  ])
  func `an item of the sentence around is no item of the reference`(sentence: String, references: [String]) {
    #expect(found(sentence) == references)
  }

  @Test func `several letters named one by one have one section`() {
    #expect(
      found("As clause (a), clause (b) or clause (d) of Section 1 says.") == [
        "clause (a) > 1(a)", "clause (b) > 1(b)", "clause (d) of Section 1 > 1(d)",
      ])
  }

  @Test func `a range leads to all that stand between its ends`() {
    let text = """
      LEASE

      1. Goods. Paragraphs 1 to 3 of Part 1 of Schedule 1 apply.

      2. Law. Maine.

      SCHEDULE 1

      Part 1

      1. Ten.

      2. Six.

      3. One.
      """
    let targets = Fixtures.agreement(of: text).references.first?.targets
    #expect(targets == ["Schedule 1/Part 1/1", "Schedule 1/Part 1/2", "Schedule 1/Part 1/3"])
  }

  @Test(arguments: [
    "under clause 14.2 of the sublease", "as clause 3 of the shareholders' agreement says", "as MSA Section 2 says",
    "by section 2 of ASTM D3039",
  ])
  func `another paper in small letters, by its initials or by its number is another's`(words: String) {
    let agreement = Fixtures.agreement(of: Self.mill + " It is so \(words).\n\n3. Law. Maine.\n")
    #expect(agreement.references.map(\.status) == [.external])
  }

  @Test func `a small word in capitals before a reference is no paper`() {
    #expect(found("It binds, AND Section 1 stays.") == ["Section 1 > 1"])
  }

  @Test func `the paper's own name in small letters is its own`() {
    let agreement = Fixtures.agreement(of: Self.mill + " It is so under clause 1 of the lease.\n\n3. Law. Maine.\n")
    #expect(agreement.references.map(\.status) == [.internal])
  }

  @Test func `a section in small letters behind a law goes on with the law`() {
    let text = "1. Mills. Section 6 of the Mill Act 1989 applies, and section 19 allows charges.\n\n2. Law. Maine.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.status) == [.external, .external])
  }

  @Test func `a paragraph by a sign is one before any verb`() {
    #expect(found("\u{A7} 1 (2) stays as it is.").first?.hasPrefix("\u{A7} 1 (2)") == true)
  }

  @Test func `a broken line does not make a provision of a number that goes with the word before`() {
    let text = "1. Care. Ann takes the care of \u{A7} 43 para.\n1 GmbHG in all her work at the mill.\n\n2. Law. German.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2"])
    let ended = "1. Mills. The millers agree to all of what stands above and below it.\nSection 2 survives.\n\n2. Law. Maine.\n"
    #expect(Fixtures.agreement(of: ended).provisions.map(\.number) == ["1", "2"])
  }

  @Test func `clauses of the European standard clauses are none of a paper that has sections`() {
    let text = """
      DATA TERMS

      1. Care. As Section 2 and Section 3 say.

      2. Transfers. The EEA SCCs apply. In Clause 3, the first option does not apply. See Section 3.

      3. Law. Irish law. See Section 1.
      """
    let agreement = Fixtures.agreement(of: text)
    let clause = agreement.references.first { agreement.words($0.range) == "Clause 3" }
    #expect(clause?.status == .external)
  }

  @Test func `schedules with a figure and a letter are attachments, the forms of the Exchange Act are none`() {
    let text = "1. Goods. See Schedule 1-A and the Schedule 13G filed in May.\n\n2. Law. Maine.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["Schedule 1-A"]])
  }

  @Test func `sections of an Act in its short form are an Act's`() {
    let text = "1. Plans. See ss. 73 and 73A.\n\n2. Law. Maine.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.status) == [.external])
  }

  @Test func `a line to sign on is no provision`() {
    let text = "1. Rent. Ten.\n\n2. Law. Maine.\n\nAS WITNESSES:\n\n1. ______________\n\n2. ______________\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2"])
  }
}
