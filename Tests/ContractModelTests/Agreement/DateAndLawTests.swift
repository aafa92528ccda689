import ContractModel
import TestSupport
import Testing

/// The day of an agreement and the law that governs it, as papers print them.
@Suite struct DateAndLawTests {
  private func agreement(_ text: String) -> Agreement { Fixtures.agreement(of: text) }

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
