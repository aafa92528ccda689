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

  @Test(arguments: [
    ("the 26t h day of May, 2017", "2017-05-26"), ("the 20 March day of 1998", "1998-03-20"), ("NOV 02, 2019", "2019-11-02"),
    ("9/28/2004", "2004-09-28"), ("12-23-2019", "2019-12-23"), ("11/4/10", "2010-11-04"),
  ])
  func `dates as papers print them`(printed: String, iso: String) {
    #expect(
      agreement("SALE AGREEMENT\n\nThis Sale Agreement is made as of \(printed) by Elm.\n\n1. Sale. It is sold.\n").date?.iso == iso
    )
  }

  @Test(arguments: [
    ("governed by the laws of the state of Washington", "state of Washington"), ("governed by Michigan law", "Michigan"),
    ("construed in accordance with and governed by the law of the State of New York", "State of New York"),
    ("GOVERNED BY THE LAWS OF THE STATE OF ILLINOIS APPLICABLE TO CONTRACTS", "STATE OF ILLINOIS"),
    ("governed by the laws in force in the Province of Ontario", "Province of Ontario"),
    ("governed by the internal laws, and not the law of conflicts, of the State of Ohio", "State of Ohio"),
  ])
  func `governing law as papers say it`(sentence: String, law: String) {
    #expect(agreement("1. Law. This Agreement is \(sentence).\n").governingLaw == law)
  }

  @Test func `a cover page gives law, title and date by its rows and no note does`() {
    let cover = """
      Employee Covenant Agreement

      Cover Terms

      Effective Date    [Effective date of this agreement; covenants that were made on or after July 1, 2025 follow other rules.]

      Governing Law    Maryland

      1. Law. This Agreement is governed by the laws of the Governing Law state.
      """
    let found = Agreement(SourceText(Array(cover.utf8), hasParagraphs: true))
    #expect(found.title == "Employee Covenant Agreement")
    #expect(found.governingLaw == "Maryland")
    #expect(found.date == nil)
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

  @Test func `who agrees is named where the paper is not`() {
    let parties = agreement(
      """
      CREDIT AGREEMENT

      Oak Engineering, Inc., a Nevada corporation (the "Borrower"), and Elm Bank, a national bank (the "Bank"), hereby agree as follows:

      1. LOAN. The Bank lends.
      """
    ).parties
    #expect(parties.map(\.name) == ["Oak Engineering, Inc.", "Elm Bank"])
    #expect(parties.map(\.role) == ["Borrower", "Bank"])
  }

  @Test func `companies may be styled with a small letter`() {
    let parties = agreement(
      """
      SUPPLY AGREEMENT

      This Agreement is made by and between eOak, Inc., a Nevada corporation (the "Seller"), and Elm Ltd (the "Buyer").

      1. SALE. It sells.
      """
    ).parties
    #expect(parties.map(\.name) == ["eOak, Inc.", "Elm Ltd"])
  }

  @Test(arguments: [
    ("The laws of the State of Ohio shall govern this Agreement.", "State of Ohio"),
    (
      "To the extent not preempted by the laws of the United States, the laws of the State of Ohio shall be the controlling law.",
      "State of Ohio"
    ),
  ])
  func `the law that shall govern is named before its verb too`(sentence: String, law: String) {
    #expect(agreement("1. LAW. \(sentence)\n\n2. END. One year.\n").governingLaw == law)
  }

  @Test func `the heading that nothing else was agreed is no title`() {
    #expect(
      agreement("Promise about the project “Mill”\n\nEntire Agreement\n\nNothing else is agreed.\n\n1. Law. Ohio.\n").title
        != "Entire Agreement")
  }

  @Test func `the word that leads a letter's subject is no part of its title`() {
    #expect(agreement("Re: Supply Agreement\n\nDear Ms Elm:\n\n1. SALE. We sell.\n").title == "Supply Agreement")
  }

  @Test func `the sentence that makes an agreement names its parties, not the cover`() {
    let parties = agreement(
      """
      CREDIT AGREEMENT
      dated as of May 1, 2004
      among
      Oak Inc.,
      Elm Bank, N.A.,
      Fir Bank, N.A. and
      Yew Capital LLC, as Joint Bookrunner

      AGREEMENT dated as of May 1, 2004 among OAK INC., the BANKS listed on the signature pages hereof, and ELM BANK, N.A., \
      NEW YORK BRANCH, as Administrative Agent.

      ARTICLE 1
      DEFINITIONS

      Section 1.01. Terms. Words mean what they say.
      """
    ).parties
    #expect(parties.map(\.name) == ["OAK INC.", "ELM BANK, N.A., NEW YORK BRANCH"])
    #expect(parties.map(\.role) == [nil, "Administrative Agent"])
  }

  @Test func `a role may stand in a paragraph of its own`() {
    let parties = agreement(
      """
      THIS AGREEMENT is made as of May 1, 2004

      BETWEEN:

      OAK MINING PARTNERSHIP, a general partnership organized under the laws of the Province of Ontario

      (the "Lender")

      AND:

      ELM GOLD CORP., a Yukon corporation

      (the "Borrower")

      1. LOAN. It lends.
      """
    ).parties
    #expect(parties.map(\.name) == ["OAK MINING PARTNERSHIP", "ELM GOLD CORP."])
    #expect(parties.map(\.role) == ["Lender", "Borrower"])
  }

  @Test func `a party follows the description of the one before`() {
    let parties = agreement(
      """
      This Agreement is entered into by Oak Inc. ("Buyer"), a Nevada corporation, Elm Oils Ltd., a company of Malta ("Elm"), and Fir Ltd ("Fir").

      1. SALE. They sell.
      """
    ).parties
    #expect(parties.map(\.name) == ["Oak Inc.", "Elm Oils Ltd.", "Fir Ltd"])
  }

  @Test(arguments: 160...200) func `a comma may stand wherever a party's name is given up`(length: Int) {
    let name = String(repeating: "Oak ", count: 60).prefix(length)
    let read = agreement("This Agreement is made by and between \(name), , \n, Elm Ltd.\n\n1. SALE. It sells.\n")
    #expect(read.provisions.map(\.number) == ["1"])
  }

  @Test(arguments: [
    (
      "MILL AGREEMENT\n\nMade on August 30, 1999 between Oak Ltd. (\"Oak\") and Wim Elm, who was born on April 9, 1952 (\"Elm\").\n\n1. Work. Elm grinds.\n",
      "1999-08-30"
    ),
    // The date behind another paper's name is that paper's.
    (
      "AMENDMENT NO. 2 dated as of April 4, 2017, to the Mill Agreement dated as of May 14, 2014, between Oak Ltd. and Elm Ltd.\n\n1. Work. None.\n",
      "2017-04-04"
    ),
    // What nothing else dates is dated where it is signed, by the last who does.
    (
      "FIRST AMENDMENT\n\nThis changes the Mill Agreement dated as of March 31, 2010 between Oak Ltd. and Elm Ltd.\n\n1. Work. None.\n\nIN WITNESS WHEREOF, they have signed on June 1, 2010.\n",
      "2010-06-01"
    ),
    (
      "MILL AGREEMENT\n\nThis agreement is between Oak Ltd. and Elm Ltd.\n\n1. Work. None.\n\nIN WITNESS WHEREOF, they have signed.\n\nOAK LTD.\n\nDate: December 12, 2011\n\nELM LTD.\n\nDate: December 14, 2011\n",
      "2011-12-14"
    ),
  ])
  func `an agreement's date is its own, not a birth's or another paper's`(text: String, date: String) {
    #expect(Fixtures.agreement(of: text).date?.iso == date)
  }

  @Test func `federal law is the exception and no governing law`() {
    let text =
      "1. Law. Except as the federal laws of the United States say otherwise, the laws of the State of Ohio shall govern this Agreement.\n"
    #expect(Fixtures.agreement(of: text).governingLaw == "State of Ohio")
  }

  @Test(arguments: [
    ("Agreement on the milling of oats\n\nBetween us.\n\n1. Work. None.\n", "Agreement on the milling of oats"),
    ("Standard Milling Clauses\n\nThe parties mill.\n\n1. Binding Contract Terms\n\nNone.\n", "Standard Milling Clauses"),
    ("Open Mill Licence Version 2\n\n(including the Grain License Option)\n\n1. Work. None.\n", "Open Mill Licence Version 2"),
    // Over several lines.
    ("THIRD AMENDMENT\n\nTO MILL AGREEMENT\n\nOak and Elm agree.\n\n1. Work. None.\n", "Third Amendment to Mill Agreement"),
    ("AMENDMENT ONE\n\nMILL AGREEMENT\n\nOak and Elm agree.\n\n1. Work. None.\n", "Amendment One Mill Agreement"),
    (
      "MILL AGREEMENT\n\nFOR GRINDING AND STORING\n\nOak and Elm agree.\n\n1. Work. None.\n",
      "Mill Agreement for Grinding and Storing"
    ),
    ("MILL AGREEMENT (PHASE III)\n\nOak and Elm agree.\n\n1. Work. None.\n", "Mill Agreement (Phase III)"),
    ("Re: Mill Agreement\nDear Ms Elm:\n\nWe mill for you.\n\n1. Work. None.\n", "Mill Agreement"),
  ])
  func `a title may be written as a sentence is, and heads no provision`(text: String, title: String) {
    #expect(Fixtures.agreement(of: text).title == title)
  }

  @Test(
    arguments: [
      ("Ohio law governs this Agreement.", "Ohio"), ("Swiss law shall apply.", "Swiss"), ("It is subject to German law.", "German"),
      ("The laws of Kenya shall apply.", "Kenya"), ("The parties choose Irish law.", "Irish"),
      ("This Agreement is subject to the laws of Portugal.", "Portugal"), ("The law is kept.", nil),
      ("The laws of England and Wales govern these terms.", "England and Wales"), ("It is governed by the laws of NY.", "NY"),
    ] as [(String, String?)])
  func `the law is named in many ways`(sentence: String, law: String?) {
    #expect(Fixtures.agreement(of: "MILL DEED\n\n1. Work. None.\n\n2. Law. \(sentence)\n").governingLaw == law)
  }

  @Test(arguments: [
    ("4 juillet 2017", "2017-07-04"), ("4. Juli 2017", "2017-07-04"), ("12 de marzo de 2019", "2019-03-12"),
    ("1er août 2017", "2017-08-01"), ("04-Jul-2017", "2017-07-04"), ("07.11.2018", "2018-11-07"), ("25/12/2019", "2019-12-25"),
    ("the twenty-third day of April Two Thousand and Nineteen", "2019-04-23"), ("the third day of May 2019", "2019-05-03"),
  ])
  func `a paper's day is read as it is printed anywhere`(words: String, day: String) {
    let text = "MILL DEED\n\nThis Deed is made on \(words) between Oak Ltd and Elm Ltd.\n\n1. Work. None.\n"
    #expect(Fixtures.agreement(of: text).date?.iso == day)
  }

  @Test func `of two figures the paper's own evidence tells which is the month`() {
    func day(_ law: String) -> String? {
      Fixtures.agreement(of: "MILL DEED\n\nThis Deed is made on 05/08/2019 between Oak and Elm.\n\n1. Law. \(law)\n").date?.iso
    }
    #expect(day("Ohio law governs.") == "2019-05-08")
    #expect(day("English law governs.") == "2019-08-05")
    #expect(day("It ends on 31/12/2020.") == "2019-08-05")
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

  @Test(arguments: [
    (
      "That certain Kiln Contract between Owner and Builder dated as of June 4, 2002 (\"Contract\") is hereby modified as follows:",
      "2005-05-31"
    ),
    ("This Order is made under the Kiln Contract dated as of June 4, 2002 (the \"Contract\").", "2005-05-31"),
  ])
  func `the day of a paper that gets a short name is not the day of the one that names it`(opening: String, date: String) {
    let agreement = Fixtures.agreement(
      of: "CHANGE ORDER\n\n31 May 2005\n\n\(opening)\n\n1. Work. Section 3 of the Contract is deleted.\n\n2. Rest. It stays.\n")
    #expect(agreement.date?.iso == date)
  }
}
