import ContractModel
import TestSupport
import Testing

/// How filed papers print: contents tables, pages taken from a PDF, letters, amendments.
@Suite struct FilingTests {
  private func agreement(_ text: String) -> Agreement { Fixtures.agreement(of: text) }
  private func numbers(_ text: String) -> [String] { agreement(text).provisions.map(\.number) }

  @Test func `a contents table with number, title and page on three lines is no body`() {
    var contents = "TABLE OF CONTENTS\n\n"
    var body = ""
    for article in 1...3 {
      contents += "SECTION\u{A0}\(article).01.\n\nMatters of Article \(article)\n\n\(article * 7)\n\n"
      contents += "SECTION\u{A0}\(article).02.\n\nOther Things\n\n\(article * 7 + 3)\n\n"
      body += "SECTION\u{A0}\(article).01. Matters. The parties shall do \(article) things.\n\n"
      body += "SECTION\u{A0}\(article).02. Others. The parties shall not do them twice.\n\n"
    }
    #expect(numbers(contents + "LOAN AGREEMENT\n\n" + body) == ["1.01", "1.02", "2.01", "2.02", "3.01", "3.02"])
  }

  @Test func `contents entries run together on a line are no body`() {
    let text = """
      TABLE OF CONTENTS

      ARTICLE I WORDS

      Section 1.01 Meanings 2 Section 1.02 Reading 8

      ARTICLE II DEAL

      Section 2.01 Purchase 9 Section 2.02 Price 11

      Section 2.03 Closing 12

      ARTICLE I
      WORDS

      Section 1.01 Meanings. Words mean what they say.

      Section 1.02 Reading. Headings shall be passed over.

      ARTICLE II
      DEAL

      Section 2.01 Purchase. The Buyer shall buy.
      """
    #expect(numbers(text) == ["I", "1.01", "1.02", "II", "2.01"])
  }

  @Test func `an article's first section on the article's own line is a section`() {
    let page = String(repeating: "The parties go on with what they do until it is done. ", count: 5)
    let text = "15. Term   15.1 Length. \(page)\n\n16. Ending   16.1 Early End. \(page)\n\n17. Force   17.1 Relief. \(page)\n"
    #expect(numbers(text) == ["15", "15.1", "16", "16.1", "17", "17.1"])
    #expect(agreement(text).heading(0) == "Term")
  }

  @Test func `a foot that names its source and a running head glued to the text are set aside`() {
    let page = String(repeating: "The parties go on with what they do until it is done. ", count: 6)
    var text = ""
    for number in 1...6 { text += "Draft For Signature \(number). Matter. \(page)\n\nSource: ACME INC, 10-K, 3/31/2009\n\n\n" }
    let read = agreement(text)
    #expect(read.readingWords(0..<read.text.bytes.count).contains("Draft For") == false)
    #expect(read.readingWords(0..<read.text.bytes.count).contains("Source:") == false)
    #expect(read.provisions.count >= 5)
  }

  @Test func `numbered parties between BETWEEN and RECITALS are no provisions`() {
    let text = """
      SERVICES AGREEMENT

      BETWEEN:

      (1) Elm Holdings Limited, a company of England ("Elm"); and

      (2) Oak Trading Inc., a Delaware corporation ("Oak").

      RECITALS

      (A) Elm has a house.

      NOW, THEREFORE, the parties agree:

      1. SERVICES

      1.1 Work. Oak shall work.
      """
    let read = agreement(text)
    #expect(read.provisions.map(\.number) == ["Recital A", "1", "1.1"])
    #expect(read.parties.map(\.name) == ["Elm Holdings Limited", "Oak Trading Inc."])
  }

  @Test func `lists that begin anew at the same margin do not sink deeper each time`() {
    var text = "1. WORK\n\n"
    for part in ["First", "Second", "Third", "Fourth"] {
      text += "\(part) Part Of The Work\n\n1. Begin it.\n\n2. Go on with it.\n\n3. End it.\n\n"
    }
    #expect(agreement(text).provisions.map(\.depth).max()! <= 2)
  }

  @Test func `what an amendment does not have is the amended agreement's`() {
    let text = """
      AMENDMENT NO. 2
      TO
      CREDIT AGREEMENT

      This Amendment is made by Elm Inc. and Oak Inc.

      1. Changes. The Credit Agreement is amended as follows:

      1.1 Fees. Section 7.2 is hereby amended by deleting "ten".

      1.2 Terms. In Section 9.4 the word "two" becomes "three".

      2. Rest. All else stays.
      """
    let read = agreement(text)
    #expect(read.provisions.map(\.number) == ["1", "1.1", "1.2", "2"])
    #expect(read.references.map(\.status) == [.external, .external])
    #expect(read.title.lowercased() == "amendment no. 2 to credit agreement")
  }

  @Test func `a letter has its date above the greeting, and its parties in the address and the first sentence`() {
    let text = """
      August 5, 2008

      Ms. Jane Roe
      12 Elm Street
      Springfield, OH 45501

      Dear Jane:

      Further to your agreement dated as of May 10, 2006, Oak Foods, Inc. (the "Company") is glad to offer you this.

      1. Pay. You are paid.
      """
    let read = agreement(text)
    #expect(read.date?.iso == "2008-08-05")
    #expect(read.parties.map(\.name) == ["Jane Roe", "Oak Foods, Inc."])
    #expect(read.parties.map(\.role) == [nil, "Company"])
  }

  @Test func `papers that are no agreement say so`() {
    let report =
      "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\n\nFORM 8-K\n\nElm Inc.\n(Exact name of registrant)\n\nItem 1.01.\n"
    #expect(agreement(report).health.contains { $0.contains("not as an agreement") })
    #expect(agreement("1. Sale. It is sold.\n").health.isEmpty)
  }

  @Test func `blanks behind a section's number are no column, and a number in brackets in mid-line begins nothing`() {
    let agreement = Fixtures.agreement(
      of: """
        ARTICLE 1 SALE

        Section 1.1    GOODS. The seller hereby sells to the buyer all the goods that are listed
        in the first schedule (Version 1.0) and the buyer takes them as they are and pays for them.

        Section 1.2    PRICE. The seller hereby grants to the buyer a non-
        exclusive, worldwide right to use and reproduce the copies of each of the goods licensed
        under this agreement.
        """)
    #expect(agreement.provisions.map(\.number) == ["1", "1.1", "1.2"])
    #expect(agreement.blocks.count == 3)
  }

  @Test func `a line of the introduction that begins with a section's number is no entry of the contents above it`() {
    let entries = (1...9).map { "SECTION 1.0\($0).  Word \($0)\(String(repeating: ".", count: 40))\($0)" }.joined(separator: "\n")
    let agreement = Fixtures.agreement(
      of:
        "KILN LOAN\n\nTABLE OF CONTENTS\n\n\(entries)\n\nThis KILN LOAN (as it may be changed by way of each supplement signed under\n"
        + "Section 1.02(b)), or otherwise changed from time to time, this \"Loan\") is\ndated as of June 3, 2005 among Oak Ltd (\"Bank\") and "
        + "Elm Ltd (\"Potter\").\n\nSECTION 1.01.  Word 1. The Potter pays.\n\nSECTION 1.02.  Word 2. The Bank lends.\n")
    let contents = agreement.contents.map { agreement.words($0) } ?? ""
    #expect(contents.contains("Word 9") && !contents.contains("KILN LOAN (as") && !contents.contains("otherwise changed"))
  }
}
