import ContractModel
import TestSupport
import Testing

/// What is a heading, where it ends, and what looks like one and says something.
@Suite struct HeadingTests {
  private func headings(_ text: String) -> [String?] {
    let agreement = Fixtures.agreement(of: text)
    return agreement.provisions.map { $0.heading.map { agreement.text.string($0) } }
  }

  @Test func `a heading goes on behind a colon or a dash to its full stop`() {
    #expect(
      headings("6.3 Hazardous Goods: Indemnity. The Seller pays.\n\n6.4 End – For Cause. It ends.\n") == [
        "Hazardous Goods: Indemnity", "End – For Cause",
      ])
    #expect(
      headings("6.3 Notices: The Seller writes. It writes at once.\n\n6.4 Term: One year. It ends then.\n") == ["Notices", "Term"])
  }

  @Test func `a sentence behind a heading may begin with a name in small letters`() {
    #expect(headings("1. eMill Marks. eMill hereby lends its marks.\n\n2. Term. It ends.\n") == ["eMill Marks", "Term"])
  }

  @Test func `what reads as a heading and is all that a provision says is its body`() {
    let agreement = Fixtures.agreement(
      of: "1. Price\n\n1.1 The price.\n\n1.2 The fixed fee excludes the tax.\n\nSCHEDULE 1\n\nSacks\n\n1. Ten.\n")
    let provision = agreement.provision(numbered: "1.2").map { agreement.provisions[$0] }
    #expect(provision?.heading == nil)
    #expect(provision.map { agreement.text.string($0.bodyStart..<$0.range.upperBound).hasPrefix("The fixed fee") } == true)
  }

  @Test func `items that others follow have no heading`() {
    #expect(
      headings(
        "1. Stock. The sum of:\n\n(a) half of the Stock, and\n\n(b) a Bonus; or\n\n(c) the Land;\n\n(d) At 3:00 p.m. he pays, and it ends then.\n"
      ) == [
        "Stock", nil, nil, nil, nil,
      ])
  }

  @Test func `a number alone takes the line below, a blank line between or not`() {
    #expect(headings("1. PAY\n\n(a)\nSalary. He is paid.\n\n(b)\n\nBonus. He is not.\n") == ["PAY", "Salary", "Bonus"])
  }

  @Test func `a noun of measure may be a heading`() {
    #expect(headings("1. STOCK\n\n1.1 Shares. They are many.\n\n1.2 Years. They are few.\n") == ["STOCK", "Shares", "Years"])
  }

  @Test func `a longer line without a verb, and a question, are headings`() {
    let text =
      "1 Help with the customer's own duties and the rights of all others\n\n1.1 It is given.\n\n2. What is this paper?\n\n2.1 A deed.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "1.1", "2", "2.1"])
    #expect(agreement.provisions.compactMap(\.heading).map { agreement.words($0) }.contains("What is this paper?"))
  }

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

  @Test(arguments: [
    ("1.1    CARE OF GOODS  The tenant takes care.", "CARE OF GOODS"),
    ("1.1 RISK OF LOSS Each party bears its own.", "RISK OF LOSS"),
    ("1.1 INSURANCE A party insures the mill.", "INSURANCE"), ("1.1 TENANT shall pay the rent.", nil),
    ("1.1 NETTA The mill is hers.", nil), ("1.1 CARE and repair are the tenant's.", nil), ("1.1 WHEREAS The mill is let.", nil),
  ])
  func `a title in capitals ends where a sentence begins, though no mark closes it`(clause: String, title: String?) {
    let agreement = Fixtures.agreement(of: "MILL LEASE\n\n1. Terms. These are the terms.\n\n\(clause)\n\n1.2 Law. Maine.\n")
    let id = agreement.provision(numbered: "1.1")
    #expect(id.flatMap { agreement.provisions[$0].heading.map { agreement.words($0) } } == title)
  }

  @Test func `the word before the number of a section is none of its article's title`() {
    let agreement = Fixtures.agreement(
      of: """
        MILL LEASE

        SECTION 1. RENT.

        Section 1.1. Sum. The rent is ten pounds.

        SECTION 2. PLACE AND
        TIME
        Section 2.1. Place. The rent is paid at the mill.
        """)
    #expect(agreement.provisions.map(\.number) == ["1", "1.1", "2", "2.1"])
    #expect(agreement.heading(2) == "PLACE AND TIME")
  }

  @Test(arguments: [
    "Article 1\nPurpose\nThe miller grinds for the baker.\n\nArticle 2\nPrice\nThe baker pays as Article 3 says.\n\nArticle 3\nTax\nThe baker pays tax.\n",
    "1. Why do we meet?\nWe meet to grind corn.\n\n2. What if the baker pays late?\nHe pays interest.\n\n3. Who may end this, and how?\nEither of us, by a letter.\n",
    "1. We may change the hours\nWe may change the hours of the mill by a letter.\n\n2. You must bring sacks\nYou bring as many sacks as you have corn.\n\n3. Nobody else has rights\nThis deed is between the two of us and no others.\n",
  ])
  func `a title whose line was ended early stands over its text`(text: String) {
    let agreement = Fixtures.agreement(of: "MILL DEED\n\n" + text)
    #expect(agreement.provisions.count == 3)
    #expect(agreement.provisions.allSatisfy { $0.heading.map { !agreement.words($0).contains(".") && $0.count < 32 } ?? false })
  }

  @Test func `the first line of a full paragraph is no title`() {
    let text =
      "MILL DEED\n\n1. The Miller grinds the corn of the Baker at the mill in the town of\nHull on each Monday and on such other days as the two of them name.\n\n2. Law. Maine.\n"
    #expect(Fixtures.agreement(of: text).heading(0) == nil)
  }

  @Test(arguments: ["", "\n\nSigned by the parties", "\n\nIN WITNESS WHEREOF, both have signed.", "\n\nBy: ________"])
  func `a short sentence that the last provision says in full is no heading`(end: String) {
    let text =
      "TILE DEED\n\n1. SALE\n\n1.1 Oak sells the tiles to Elm today.\n\n1.2 The Buyer collects the tiles from the yard.\(end)\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.indices.map { agreement.heading($0) } == ["SALE", nil, nil])
  }

  @Test(arguments: ["4 If the crane stops", "4. If the crane stops"])
  func `words that no mark closes above the first number below theirs are a heading`(heading: String) {
    let first = heading.contains(".") ? "3. Use" : "3 Use"
    let text = "TERMS\n\n\(first)\n\n3.1 It is used by day.\n\n\(heading)\n\n4.1 Tell us. We come.\n"
    let agreement = Fixtures.agreement(of: "TERMS\n\n" + text.replacing("TERMS\n\n", with: ""))
    #expect(agreement.provisions.map(\.number) == ["3", "3.1", "4", "4.1"])
    #expect(agreement.heading(2) == "If the crane stops")
  }

  @Test func `where lines are broken behind titles alone, sentences over their text are titles`() {
    let text =
      "TERMS OF HIRE\n\n1. What this is about\nThese terms say how you may use the crane.\n\n2. We may change these terms\nWe tell you first.\n\n3. You can end this at any time\nWrite to us.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(
      agreement.provisions.indices.map { agreement.heading($0) } == [
        "What this is about", "We may change these terms", "You can end this at any time",
      ])
  }

  @Test func `a title stands over a definition in marks`() {
    let text =
      "TERMS\n\n1    Access\nOak gives access to the yard by day.\n\n2    Glossary\n\"Yard\" means the yard at the dock of Hull.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2"])
  }

  @Test func `a lone section of an article is told by its hundreds`() {
    let text =
      "DEED\n\nARTICLE ONE\n\nNOTICES\n\nSection 101. Notices. In writing.\n\nSection 102. Days. 360.\n\nARTICLE TWO\n\nNOTES\n\nSection 201. Forms. On paper as Section 102 says.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number).filter { Int($0) != nil } == ["101", "102", "201"])
  }

  @Test func `an article and its title at the end of a line begin one`() {
    let text =
      "DEED\n\nARTICLE I WORDS\n\n1.1 The well is the hole that is dug in the field behind the mill. ARTICLE II DIGGING THE WELL\n\n2.1 Oak digs it.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["I", "1.1", "II", "2.1"])
  }
}
