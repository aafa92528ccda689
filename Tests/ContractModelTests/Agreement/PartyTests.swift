import ContractModel
import TestSupport
import Testing

/// Who the parties are, however an agreement introduces them.
@Suite struct PartyTests {
  private func parties(_ introduction: String) -> [String] {
    let text = "MILL AGREEMENT\n\n" + introduction + "\n\n1. Work. The one grinds for the other.\n\n2. Pay. The other pays.\n"
    return Fixtures.agreement(of: text).parties.map { $0.name + ($0.role.map { " as " + $0 } ?? "") }
  }

  @Test func `roles stand behind "hereinafter called" without quotation marks`() {
    #expect(
      parties(
        "This Agreement is made between Oak Ltd., an Ohio company, hereinafter called the Owner, and Elm Inc., a Texas company, hereinafter referred to as Miller."
      )
        == ["Oak Ltd. as Owner", "Elm Inc. as Miller"])
    #expect(
      parties("This Agreement is made between Oak Ltd. (hereinafter Oak) and Elm Inc. (hereinafter Elm).")
        == ["Oak Ltd. as Oak", "Elm Inc. as Elm"])
  }

  @Test func `roles stand in capitals and brackets behind a name, and rules to sign on are no part of it`() {
    #expect(
      parties("This Agreement is made between Oak Services, Inc. (OSI), an Ohio company, and David Elm______ (EMPLOYEE).")
        == ["Oak Services, Inc. as OSI", "David Elm as EMPLOYEE"])
  }

  @Test func `an amendment's first recital names the parties where nothing else does`() {
    #expect(
      parties(
        "WHEREAS, Oak Mills, Inc. (\"Company\") and John Fir (\"Miller\") entered into a Mill Agreement in May;\n\nNOW, THEREFORE, they agree:"
      )
        == ["Oak Mills, Inc. as Company", "John Fir as Miller"])
  }

  @Test func `a form prints roles before names`() {
    #expect(
      parties(
        "Borrower: OAK MILLS, INC., a company with its office at 4 Ford Road.\n\nBank: MILLERS AND SMITHS TRUST COMPANY, a bank with its office at 1 Plaza.\n\nThe Bank and the Borrower agree as follows:"
      )
        == ["OAK MILLS, INC. as Borrower", "MILLERS AND SMITHS TRUST COMPANY as Bank"])
    // One label alone may be anything.
    #expect(parties("Bank: Elm Trust Company").isEmpty)
  }

  @Test func `the second party may stand behind "AND:"`() {
    #expect(
      parties(
        "THIS AGREEMENT is dated May 1, 2020. BETWEEN: OAK LTD., a company of Ohio (the \"Owner\") AND: ELM CORP., a company of Texas (the \"Miller\") WHEREAS:"
      )
        == ["OAK LTD. as Owner", "ELM CORP. as Miller"])
  }

  @Test func `the undersigned are listed with bullets`() {
    #expect(
      parties(
        "The undersigned:\n\no Oak Inc., represented by Mr. J. Fir, hereinafter to be called the \"Owner\"; and\n\no Mr. Wim Elm, born on April 9, 1952, hereinafter to be called the \"Miller\";"
      )
        == ["Oak Inc. as Owner", "Mr. Wim Elm as Miller"])
  }

  @Test func `nobody is born on an agreement's date`() {
    let text =
      "MILL AGREEMENT\n\nMade on August 30, 1999 between Oak Ltd., a company of Ohio with its mill at the ford (\"Oak\"), and Wim Elm, who was born on April 9, 1952 (\"Elm\").\n\n1. Work. Elm grinds.\n"
    #expect(Fixtures.agreement(of: text).date?.iso == "1999-08-30")
  }

  @Test func `federal law is the exception and no governing law`() {
    let text =
      "1. Law. Except as the federal laws of the United States say otherwise, the laws of the State of Ohio shall govern this Agreement.\n"
    #expect(Fixtures.agreement(of: text).governingLaw == "State of Ohio")
  }

  @Test func `a name ends before what says where it is incorporated, and Wales is nobody`() {
    #expect(
      parties(
        "BETWEEN:\n\n(1) OAK LIMITED incorporated and registered in England and Wales with company number 1234 (the \"Miller\"); and\n\n(2) ELM PLC, a company incorporated in England and Wales (the \"Baker\")."
      ) == ["OAK LIMITED as Miller", "ELM PLC as Baker"])
  }

  @Test func `names that no word introduces are told by their roles, or by what they have entered into`() {
    #expect(
      parties("Oak Hospital (hereinafter \"the Data Provider\")\n\nand\n\nElm Institute (hereinafter \"the Data User\")")
        == ["Oak Hospital as Data Provider", "Elm Institute as Data User"])
    #expect(
      parties("OAK BANK PLC and ELM TRADING INC. have entered or expect to enter into trades with each other.")
        == ["OAK BANK PLC", "ELM TRADING INC."])
  }

  @Test func `terms name whoever reads them a party, a letter and a clause do not`() {
    #expect(
      parties("These Terms are a contract between you (\"you\" or \"your\") and Oak GmbH (\"Oak\", \"we\" or \"us\").")
        == ["you as you", "Oak GmbH as Oak"])
    #expect(parties("As between you and Oak, the flour is yours.").isEmpty)
    #expect(parties("This is the agreement between you and the Company.").isEmpty)
  }

  @Test func `partners of a firm are one party, and a name with a description behind another is two`() {
    #expect(
      parties(
        "This Agreement is made between Oak, Ash & Sons, Ltd., trading as Ash Mills (the \"Miller\"), and Elm, Inc. (the \"Baker\")."
      )
        == ["Oak, Ash & Sons, Ltd. as Miller", "Elm, Inc. as Baker"])
    #expect(
      parties(
        "This Agreement is made by and between Oak & Mills LLC, Elm & Voss, a Texas partnership (\"Voss\"), and Ann Fir (\"Baker\")."
      )
        == ["Oak & Mills LLC", "Elm & Voss as Voss", "Ann Fir as Baker"])
  }
}
