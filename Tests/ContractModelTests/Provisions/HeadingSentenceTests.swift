import ContractModel
import TestSupport
import Testing

/// What looks like a heading and says something, and where a heading's stop is none.
@Suite struct HeadingSentenceTests {
  private func heading(_ provision: String) -> String? {
    let agreement = Fixtures.agreement(of: "1. First. One.\n\n2. \(provision)\n\n3. Last. None.\n")
    return agreement.provisions[1].heading.map { agreement.words($0) }
  }

  @Test(arguments: [
    "The Start Date is May 3, 2021. If it is wet, it is later.", "This Contract follows the eight-hour day. In May it rests.",
    "EACH PARTY TO THIS DEED IRREVOCABLY CONSENTS TO SERVICE IN MAINE. IT PAYS.",
  ])
  func `a sentence that begins with what it is about is no heading`(provision: String) {
    #expect(heading(provision) == nil)
  }

  @Test(arguments: [
    ("Time is of the Essence. It is.", "Time is of the Essence"),
    ("Hugh M. Fenner. He may grind and sweep as he likes.", "Hugh M. Fenner"),
    ("E.W. Fir Mills. It may grind and sweep as it likes.", "E.W. Fir Mills"),
    ("Regulation U. Nobody buys stock with it.", "Regulation U"),
    ("Demand; Protest; etc. The Borrower waives them all.", "Demand; Protest; etc"),
    ("Other Limits.You may not grind by night.", "Other Limits"), ("RPT. RPT shall mean the tax of Maine.", "RPT"),
  ])
  func `initials and missing blanks do not cut a heading, and a stop ends it`(provision: String, found: String) {
    #expect(heading(provision) == found)
  }
}
