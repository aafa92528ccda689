import ContractBrowser
import ContractModel
import TestSupport
import Testing

/// Two versions side by side.
@Suite struct ComparingTests {
  private static let old = """
    LOAN AGREEMENT

    1. Loan. The Bank shall lend the Borrower ten dollars within a week after notice.

    2. Notices. Notices go by post to the address that stands on the first page of this Agreement.

    3. Law. The law of Ohio governs this Agreement and all that follows from it, wherever a party may live.

    """
  private static let new = """
    LOAN AGREEMENT

    1. Loan. The Bank may lend the Borrower ten dollars within a week after notice.

    2. Fees. The Borrower pays one percent of the loan on the day on which it signs this paper.

    3. Notices. Notices go by post to the address that stands on the first page of this Agreement.

    4. Law. The law of Texas governs this Agreement and all that follows from it, wherever a party may live.

    """

  private func screen(columns: Int = 120, rows: Int = 30) -> BrowserDriver {
    BrowserDriver(
      Case(
        title: "",
        members: [("old.txt", Self.old), ("new.txt", Self.new)].map {
          Case.Member(path: $0.0, agreement: Fixtures.agreement(of: $0.1))
        }), columns: columns, rows: rows)
  }

  @Test func `the version that was read stays where it was`() {
    let clauses = (2...40).map { "\($0). Load \($0). The mill grinds load number \($0) by hand.\n\n" }.joined()
    let texts = ["ten", "six"].map { "MILL AGREEMENT\n\n1. Price. The price is \($0) dollars.\n\n\(clauses)" }
    var screen = BrowserDriver(
      Case(
        title: "",
        members: texts.enumerated().map { Case.Member(path: "\($0).txt", agreement: Fixtures.agreement(of: $1)) }), columns: 100,
      rows: 12)
    screen.press(":", "25", "Enter")
    screen.browser.compareOpened(1, with: 0)
    #expect(screen.browser.state.readers[0].place.cursor == screen.browser.state.readers[1].place.cursor)
    #expect(screen.screen.split(separator: "\n").contains { $0.ranges(of: "load number 25").count == 2 }, "\(screen.screen)")
  }

  @Test func `one is chosen, then the other, and both stand side by side`() {
    var screen = screen()
    screen.browser.openOverview()
    screen.press("gg", "C")
    #expect(screen.hint.contains("is the old version"))
    screen.press("j", "C")
    #expect(screen.browser.state.comparison?.old == 0 && screen.browser.state.comparison?.new == 1)
    #expect(screen.hint.contains("3 provisions differ"))
    #expect(screen.screen.contains("shall lend") && screen.screen.contains("may lend"))
    screen.press(".")
    #expect(screen.hint.contains("1 Loan · 1 of 3 that differ"))
    screen.press(".", ".")
    #expect(screen.hint.contains("4 Law · 3 of 3 that differ"))
    screen.press(".")
    #expect(screen.hint.contains("no change after this one"))
    screen.press("gc")
    // What matters leads to its words.
    #expect(screen.hint.contains("what matters first, then 3 provisions differ"))
    #expect(screen.screen.contains("governing law: “Ohio” is now “Texas”"))
    screen.press("j")
    #expect(screen.screen.contains("1: “shall lend the Borrower” is now “may lend"))
    #expect(screen.screen.contains("added +") && screen.screen.contains("changed -1 +1"))
    screen.press("Esc", "C")
    #expect(screen.browser.state.comparison == nil)
  }

  @Test func `it is said which version is the old one`() {
    var screen = screen()
    screen.browser.compareOpened(1, with: 0)
    #expect(screen.hint.contains("from the old"))
    #expect(screen.hint.contains("old.txt"))
  }

  @Test func `a change is shown with the beginning of its provision where both fit`() {
    let filling = (1...30).map { "\($0). Load. The mill grinds load number \($0) by hand and no other way.\n\n" }.joined()
    let long = "31. Price. The price is fixed each spring by those who know the trade. It is "
    var screen = BrowserDriver(
      Case(
        title: "",
        members: ["ten", "six"].enumerated().map {
          Case.Member(
            path: "\($0).txt",
            agreement: Fixtures.agreement(of: "MILL AGREEMENT\n\n\(filling)\(long)\($1) dollars for each load.\n\n32. Law. Ohio.\n")
          )
        }), columns: 60, rows: 16)
    screen.browser.compareOpened(1, with: 0)
    screen.press(".")
    #expect(screen.screen.contains("31."))
    #expect(screen.screen.contains("six"))
  }

  @Test func `scrolling brings the other version to the same words`() {
    var screen = screen(columns: 120, rows: 10)
    screen.browser.compareOpened(1, with: 0)
    for _ in 0..<6 { screen.press("j") }
    let row = screen.line(1)
    let (left, right) = (row.prefix(58), row.dropFirst(61))
    #expect(left.contains("Notices") == right.contains("Notices"))
    #expect(!left.filter { $0 != " " }.isEmpty)
  }

  @Test func `a narrow screen shows the new version with the words of the old one struck where they stood`() {
    var screen = screen(columns: 80)
    screen.browser.compareOpened(1, with: 0)
    #expect(screen.browser.state.readers.count == 1)
    #expect(screen.screen.contains("The Bank [-shall-] may lend the Borrower"), "\(screen.screen)")
    #expect(screen.screen.contains("The law of [-Ohio-] Texas governs"))
    #expect(screen.hint.contains("3 provisions differ"))
    screen.press(".", ".")
    #expect(screen.hint.contains("2 Fees · 2 of 3 that differ"))
    screen.press("R")
    #expect(screen.screen.contains("The Bank may lend the Borrower"))
    screen.press("R", "C")
    #expect(screen.browser.state.comparison == nil && screen.screen.contains("The Bank may lend"))
  }

  @Test func `a provision that is gone stands struck on rows of its own behind what it followed`() {
    var screen = screen(columns: 80)
    screen.browser.openOverview()
    screen.press("G", "C", "gg", "C")
    let lines = screen.screen.split(separator: "\n")
    let gone = lines.firstIndex { $0.contains("[-2. Fees. The Borrower pays one percent") }
    #expect(gone.map { lines[$0 + 1].contains("paper.-]") } ?? false, "\(screen.screen)")
    screen.press(".", ".")
    #expect(screen.hint.contains("2 of 3 that differ"))
  }

  @Test func `one of two readers that is left takes the other version in, and two readers show both again`() {
    var screen = screen()
    screen.browser.compareOpened(1, with: 0)
    #expect(screen.browser.state.readers.count == 2 && !screen.screen.contains("[-shall-]"))
    screen.press("o")
    #expect(screen.browser.state.readers.count == 1 && screen.screen.contains("[-shall-] may lend"))
    screen.press("s")
    #expect(screen.browser.state.readers.map(\.place.agreement) == [0, 1] && !screen.screen.contains("[-shall-]"))
    screen.press("o", "C")
    #expect(!screen.screen.contains("[-shall-]"))
  }

  @Test func `words that come and go do not move what is read`() {
    let clauses = (2...40).map { "\($0). Load \($0). The mill grinds load number \($0) by hand.\n\n" }.joined()
    let texts = ["ten", "six"].map { "MILL AGREEMENT\n\n1. Price. The price is \($0) dollars.\n\n\(clauses)" }
    var screen = BrowserDriver(
      Case(
        title: "",
        members: texts.enumerated().map { Case.Member(path: "\($0).txt", agreement: Fixtures.agreement(of: $1)) }), columns: 80,
      rows: 12)
    screen.browser.compareOpened(1, with: 0)
    screen.press(":", "25", "Enter")
    for keys in ["R", "R", "C"] {
      let byte = screen.browser.firstByteInSight
      screen.press(keys)
      #expect(screen.browser.firstByteInSight == byte, "\(keys)")
    }
  }

  @Test func `only what differs is shown when that is asked, and all again`() {
    var screen = screen(columns: 80)
    screen.press("g&")
    #expect(screen.hint.contains("nothing is compared"))
    screen.browser.compareOpened(1, with: 0)
    screen.press("g&")
    #expect(!screen.screen.contains("Notices go by post") && screen.screen.contains("[-Ohio-] Texas"), "\(screen.screen)")
    #expect(screen.hint.contains("only the 3 provisions that differ"))
    screen.press("g&")
    #expect(screen.screen.contains("Notices go by post"))
  }

  @Test func `the outline says what became of each provision while two versions are compared`() {
    var screen = screen(columns: 80)
    screen.browser.compareOpened(1, with: 0)
    screen.press("g1")
    let rows = screen.screen.split(separator: "\n")
    #expect(rows.contains { $0.contains("1 Loan") && $0.contains("-1 +1") }, "\(screen.screen)")
    #expect(rows.contains { $0.contains("2 Fees") && $0.contains("added") })
    #expect(rows.contains { $0.contains("3 Notices") && !$0.contains("+") && !$0.contains("moved") })
    #expect(screen.screen.contains("9 Changes"))
    screen.press("Esc", "C", "g1")
    #expect(!screen.screen.contains("9 Changes") && !screen.screen.contains("added"))
  }
}
