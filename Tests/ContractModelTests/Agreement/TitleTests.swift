import ContractModel
import TestSupport
import Testing

/// Titles of several lines, with what filings put before them, and dates that are no agreement's.
@Suite struct TitleTests {
  private static let body = """


    This paper is made as of May 1, 2014 between Oak Mills, Inc. ("Oak") and Ann Fir ("Fir").

    1. Work. The one grinds for the other.

    2. Pay. The other pays.

    """

  private func title(_ head: String) -> String { Fixtures.agreement(of: head + Self.body).title }

  @Test(arguments: [
    ("EXECUTION COPY SUPPLY AGREEMENT", "Supply Agreement"),
    ("10.4 FIRST AMENDMENT TO MILL LEASE AGREEMENT", "First Amendment to Mill Lease Agreement"),
    ("Exhibit 10.1 AMENDMENT TO\n\nMILL LEASE AGREEMENT", "Amendment to Mill Lease Agreement"),
    ("FIRST AMENDMENT\n\nTO MILL LEASE AGREEMENT", "First Amendment to Mill Lease Agreement"),
    ("MILL AGREEMENT\n\nFOR FLOUR AND OTHER GRAIN", "Mill Agreement for Flour and Other Grain"),
    ("SOFTWARE LICENSE\n\nAND MARKETING AGREEMENT", "Software License and Marketing Agreement"),
    (
      "AGREEMENT FOR THE PURCHASE OF ALL OF THE\n\nSHARES OF OAK MILLS",
      "Agreement for the Purchase of All of the Shares of Oak Mills"
    ),
  ])
  func `a title is whole, and nothing else is in it`(head: String, wanted: String) {
    #expect(title(head).lowercased() == wanted.lowercased())
  }

  @Test func `the day on which somebody was born or a term ends is no date of the agreement`() {
    let text = """
      MILL AGREEMENT

      Date of Birth: 08/13/1952

      Expiration Date: September 30, 2021

      1. Work. The one grinds for the other.

      2. Pay. The other pays.

      IN WITNESS WHEREOF, the parties have signed this Agreement on May 1, 2014.
      """
    let date = Fixtures.agreement(of: text).date
    #expect(date.map { "\($0.year)-\($0.month)-\($0.day)" } == "2014-5-1")
  }

  @Test func `a caption that dates the papers it names is a title without the dates`() {
    let agreement = Fixtures.agreement(
      of:
        "AMENDMENT NO. 2, dated 5 May 2015, to MILL AGREEMENT, dated July 1, 2012, between OAK MILLS, INC. and ANN FIR\n\nThe parties agree:\n\nSECTION 1. Section 2 of the Mill Agreement is amended by replacing \"ten\" with \"five\".\n"
    )
    #expect(agreement.title == "Amendment No. 2 to Mill Agreement")
  }

  @Test func `the heading that nothing else was agreed is no title`() {
    #expect(
      Fixtures.agreement(of: "Promise about the project “Mill”\n\nEntire Agreement\n\nNothing else is agreed.\n\n1. Law. Ohio.\n")
        .title
        != "Entire Agreement")
  }

  @Test func `the word that leads a letter's subject is no part of its title`() {
    #expect(Fixtures.agreement(of: "Re: Supply Agreement\n\nDear Ms Elm:\n\n1. SALE. We sell.\n").title == "Supply Agreement")
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

  @Test func `a title goes on behind the name of whose paper it changes`() {
    let text =
      "First Amendment to the Oak Banks, Inc.\n\nSupplemental Retirement Plan\n\nWHEREAS, Oak Banks, Inc. has the plan.\n\n1. Pay. More.\n\n2. Law. Ohio.\n"
    #expect(Fixtures.agreement(of: text).title == "First Amendment to the Oak Banks, Inc. Supplemental Retirement Plan")
  }
}
