import ContractModel
import TestSupport
import Testing

/// A text may end in the middle of anything: nothing is read behind its last byte.
@Suite struct TextEndTests {
  private static let head =
    "MILL DEED\n\nThis Mill Deed is made between Oak Ltd (\"Oak\"), Fir Ltd (\"Fir\")\n\n1. Sale. Oak shall sell to Fir.\n\n2. Law. Maine.\n\n"

  private static let whole =
    head + """
      SUM OF 200 €

      3. More. See Subpart 2.1 of the Lease with Ash Corp. dated May 1, 2010; "Mill" means it, and Oak shall, within 10 days after the Start
      Day (if any) on which it opens, pay $5 on April 15, 2019. Neither Oak, nor Fir, shall sing: (i) here; or (ii) there.

      EXHIBIT A

      IN WITNESS WHEREOF

      OAK LTD ("Oak")

      By: /s/ Ann O'Birch
      """

  @Test func `every beginning of a text is read and proofread`() {
    let bytes = Array(Self.whole.utf8)
    for end in (Self.head.utf8.count...bytes.count) {
      let agreement = Agreement(SourceText(Array(bytes[..<end])))
      _ = Checks.findings(agreement, least: .info).count + Duty.all(in: agreement).count + TimeLimit.all(in: agreement).count
      #expect(Laws.broken(by: agreement) == nil)
    }
  }

  @Test(arguments: ["See Subpart", "See Subpart ", "the Lease with", "Fir Ltd (\"Fir\"), the", "said in the Lease. "])
  func `words that others follow may be the last`(ending: String) {
    let agreement = Agreement(SourceText(Array((Self.head + "3. Rest. " + ending).utf8)))
    #expect(Laws.broken(by: agreement) == nil)
    let opening = Agreement(SourceText(Array(("MILL DEED\n\nThis deed is made between Oak Ltd (\"Oak\"), " + ending).utf8)))
    #expect(Laws.broken(by: opening) == nil)
  }
}
