import ContractModel
import TestSupport
import Testing

/// Who the parties are, however an agreement introduces them.
@Suite struct PartyTests {
  private func parties(_ introduction: String) -> [String] {
    let text = "MILL AGREEMENT\n\n" + introduction + "\n\n1. Work. The one grinds for the other.\n\n2. Pay. The other pays.\n"
    return Fixtures.agreement(of: text).parties.map { $0.name + ($0.role.map { " as " + $0 } ?? "") }
  }

  /// Introductions, each with the names and roles it gives.
  private static let introductions: [(text: String, parties: [String])] = [
    (
      "between\n\n           Oak Bank of Ohio                              Elm Bond Guarantor\n             (\"Party A\")                          Limited Partnership (\"Party B\")",
      ["Oak Bank of Ohio as Party A", "Elm Bond Guarantor Limited Partnership as Party B"]
    ),
    // Names in quotation marks, and what all parties are called.
    (
      "This Agreement is between \"Oak Exports\", a Delaware corporation (\"Exporter\"), and \"Elm Imports\", a Maine company (\"Importer\").",
      ["Oak Exports as Exporter", "Elm Imports as Importer"]
    ),
    (
      "This Agreement is made between Oak Ltd. and Elm Inc. (each a \"Party\" and together the \"Parties\").",
      ["Oak Ltd.", "Elm Inc."]
    ),
    // Roles behind "hereinafter", in capitals in brackets, before the names.
    (
      "This Agreement is made between Oak Ltd., an Ohio company, hereinafter called the Owner, and Elm Inc., a Texas company, hereinafter referred to as Miller.",
      ["Oak Ltd. as Owner", "Elm Inc. as Miller"]
    ),
    (
      "This Agreement is made between Oak Ltd. (hereinafter Oak) and Elm Inc. (hereinafter Elm).",
      ["Oak Ltd. as Oak", "Elm Inc. as Elm"]
    ),
    (
      "This Agreement is made between Oak Services, Inc. (OSI), an Ohio company, and David Elm______ (EMPLOYEE).",
      ["Oak Services, Inc. as OSI", "David Elm as EMPLOYEE"]
    ),
    (
      "Borrower: OAK MILLS, INC., a company with its office at 4 Ford Road.\n\nBank: MILLERS AND SMITHS TRUST COMPANY, a bank with its office at 1 Plaza.\n\nThe Bank and the Borrower agree as follows:",
      ["OAK MILLS, INC. as Borrower", "MILLERS AND SMITHS TRUST COMPANY as Bank"]
    ),
    // One label alone may be anything.
    ("Bank: Elm Trust Company", []),
    // An amendment's first recital names the parties where nothing else does.
    (
      "WHEREAS, Oak Mills, Inc. (\"Company\") and John Fir (\"Miller\") entered into a Mill Agreement in May;\n\nNOW, THEREFORE, they agree:",
      ["Oak Mills, Inc. as Company", "John Fir as Miller"]
    ),
    (
      "THIS AGREEMENT is dated May 1, 2020. BETWEEN: OAK LTD., a company of Ohio (the \"Owner\") AND: ELM CORP., a company of Texas (the \"Miller\") WHEREAS:",
      ["OAK LTD. as Owner", "ELM CORP. as Miller"]
    ),
    (
      "The undersigned:\n\no Oak Inc., represented by Mr. J. Fir, hereinafter to be called the \"Owner\"; and\n\no Mr. Wim Elm, born on April 9, 1952, hereinafter to be called the \"Miller\";",
      ["Oak Inc. as Owner", "Mr. Wim Elm as Miller"]
    ),
    // A name ends before what says where it is incorporated, where it is, and what house it has.
    (
      "BETWEEN:\n\n(1) OAK LIMITED incorporated and registered in England and Wales with company number 1234 (the \"Miller\"); and\n\n(2) ELM PLC, a company incorporated in England and Wales (the \"Baker\").",
      ["OAK LIMITED as Miller", "ELM PLC as Baker"]
    ),
    (
      "This Agreement is between iOak Inc., a public company, and Elm Farms Ltd. of Hull, England (\"Elm\").",
      ["iOak Inc.", "Elm Farms Ltd. as Elm"]
    ),
    (
      "between:\n\nOAK, SOCIEDAD ANÓNIMA (\"OAK\"), identification number 3-101, of San José, and\n\nELM, S.A. de C.V. (\"ELM\"), identification number 3-102.",
      ["OAK, SOCIEDAD ANÓNIMA as OAK", "ELM, S.A. de C.V. as ELM"]
    ),
    // Names that no word introduces are told by their roles, or by what they have entered into.
    (
      "Oak Hospital (hereinafter \"the Data Provider\")\n\nand\n\nElm Institute (hereinafter \"the Data User\")",
      ["Oak Hospital as Data Provider", "Elm Institute as Data User"]
    ),
    (
      "OAK BANK PLC and ELM TRADING INC. have entered or expect to enter into trades with each other.",
      ["OAK BANK PLC", "ELM TRADING INC."]
    ),
    (
      "Oak Bank, N.A.                      and Elm Corporation\n\nhave entered into trades with each other.",
      ["Oak Bank, N.A.", "Elm Corporation"]
    ),
    // Parties one below another, with their addresses, and blanks of a template.
    (
      "Between the\n\nOak e.K. (hereinafter referred to as \"Miller\")\n\nKirchstr. 3\n\nand\n\n[Baker's Name] (hereinafter referred to as „Baker“)\n\n[Address]",
      ["Oak e.K. as Miller", "[Baker's Name] as Baker"]
    ),
    (
      "[Legal name and address of the mill]\n\n(hereinafter “the Miller”)\n\nand\n\nELM BREAD (PTY) LTD\n\nRegistration Number: 1997/1\n\n31 Ford Street, Hull\n\n(hereinafter “the Baker”)",
      ["[Legal name and address of the mill] as Miller", "ELM BREAD (PTY) LTD as Baker"]
    ),
    (
      "This agreement is made on ______\n\nBetween\n\n[Mill's Name] (Registration No. [Number]), a company with its office at [Address] (the Miller)\n\nAnd\n\n[Baker's Name] (Registration No. [Number]), of [Address] (the Baker).",
      ["[Mill's Name] as Miller", "[Baker's Name] as Baker"]
    ),
    ("AWARD, between Oak One, Inc. (the \"Company\"), an Ohio company, and [NAME].", ["Oak One, Inc. as Company", "[NAME]"]),
    // Terms name whoever reads them a party, a letter and a clause do not.
    (
      "These Terms are a contract between you (\"you\" or \"your\") and Oak GmbH (\"Oak\", \"we\" or \"us\").",
      ["you as you", "Oak GmbH as Oak"]
    ),
    ("As between you and Oak, the flour is yours.", []),
    ("This is the agreement between you and the Company.", []),
    // Partners of a firm are one party, and a name with a description behind another is two.
    (
      "This Agreement is made between Oak, Ash & Sons, Ltd., trading as Ash Mills (the \"Miller\"), and Elm, Inc. (the \"Baker\").",
      ["Oak, Ash & Sons, Ltd. as Miller", "Elm, Inc. as Baker"]
    ),
    (
      "This Agreement is made by and between Oak & Mills LLC, Elm & Voss, a Texas partnership (\"Voss\"), and Ann Fir (\"Baker\").",
      ["Oak & Mills LLC", "Elm & Voss as Voss", "Ann Fir as Baker"]
    ),
  ]

  @Test(arguments: introductions)
  func `an introduction names the parties and their roles`(introduction: (text: String, parties: [String])) {
    #expect(parties(introduction.text) == introduction.parties)
  }

  @Test(arguments: [
    (
      "This Agreement is made between Oak plc, a company having its registered office at Dublin and Cork (the \"Miller\"), and Elm plc (the \"Baker\").",
      ["Oak plc as Miller", "Elm plc as Baker"]
    ),
    (
      "This Agreement is made between:\n\n(1) OAK PTY LTD ABN 12 345 678 (the \"Miller\"); and\n\n(2) JANE ASH of 4 Mill Lane, York (the \"Baker\").",
      ["OAK PTY LTD as Miller", "JANE ASH as Baker"]
    ),
    (
      "This Agreement is made by and among Oak Timber LLC, Ash & Elm LLP, a Texas partnership (\"Miller\"), and Jane Reed (\"Baker\").",
      ["Oak Timber LLC", "Ash & Elm LLP as Miller", "Jane Reed as Baker"]
    ),
    (
      "This Agreement is made between Oak, Ash, Elm & Fir, P.C. (\"Miller\") and Reed, Moss and Partners LLP (\"Baker\").",
      ["Oak, Ash, Elm & Fir, P.C. as Miller", "Reed, Moss and Partners LLP as Baker"]
    ),
  ])
  func `places, numbers and partners are told from names`(introduction: String, found: [String]) {
    #expect(parties(introduction) == found)
  }
}
