import ContractModel
import TestSupport
import Testing

/// Parties of papers that have no "between": notes, letters, forms and lists; groups, blanks, and short names said of several.
@Suite struct PartyFormTests {
  /// An introduction, and two clauses behind it.
  private func introduced(_ introduction: String) -> [String] {
    parties("MILL AGREEMENT\n\n" + introduction + "\n\n1. Work. The one grinds for the other.\n\n2. Pay. The other pays.\n")
  }

  @Test(arguments: [
    (
      "Oak Mills, Inc. (\"Oak\") and Elm Stores, Inc. (\"Elm\"), by this Agreement associate themselves in the trade of flour.",
      ["Oak Mills, Inc. as Oak", "Elm Stores, Inc. as Elm"]
    ),
    (
      "The Parties to this Agreement dated May 1, 2014 are OAK MILLS, INC., a Nevada corporation (the \"Mill\") and ANN FIR (the \"Miller\").",
      ["OAK MILLS, INC. as Mill", "ANN FIR as Miller"]
    ),
    (
      "THIS AGREEMENT is made May 1, 2017 BETWEEN: OAK INC., a company of Ohio (hereinafter referred to as \"Oak\") - and - ELM B.V., a company of Holland (hereinafter referred to as \"Elm\").",
      ["OAK INC. as Oak", "ELM B.V. as Elm"]
    ),
    (
      "This Agreement is made as of May 1, 2007 by and between OAK BANK, OHIO, NATIONAL ASSOCIATION (\"Bank\"), and Elm Stores, Inc. (\"Borrower\").",
      ["OAK BANK, OHIO, NATIONAL ASSOCIATION as Bank", "Elm Stores, Inc. as Borrower"]
    ),
    (
      "This Agreement is made as of May 1, 2007 among ELM STORES, INC., as Borrower, OAK BANK, N.A., as Co-Agent and Documentation Agent, and ASH BANK, N.A., as Agent.",
      ["ELM STORES, INC. as Borrower", "OAK BANK, N.A. as Co-Agent", "ASH BANK, N.A. as Agent"]
    ),
    (
      "AGREEMENT made as of May 1, 2005\n\nBETWEEN the Owner: Oak National, LLC\n\nand the Contractor: Elm Building Company\n\nThe Project is a mill.",
      ["Oak National, LLC as Owner", "Elm Building Company as Contractor"]
    ),
    (
      "\"Contractor\":\nELM BUILDERS, INC.\n\n\"Owner\":\nOAK HALL, LLC\n\nThe contract is changed.",
      ["ELM BUILDERS, INC. as Contractor", "OAK HALL, LLC as Owner"]
    ),
    (
      "Party A: Oak Co., Ltd. (\"Provider\")\n\nParty B: Elm Co., Ltd. (\"Recipient\")",
      ["Oak Co., Ltd. as Provider", "Elm Co., Ltd. as Recipient"]
    ),
    (
      "This Agreement is made on May 1, 2018 by and between Oak, Inc. (\"Oak\") and Elm, S.A., with its place of business at Av. Diagonal, 549, Hull (hereinafter referred to as \"Elm\").",
      ["Oak, Inc. as Oak", "Elm, S.A. as Elm"]
    ),
  ])
  func `sentences without between, dashes, states, capacities and labels name their parties`(introduction: String, found: [String])
  {
    #expect(introduced(introduction) == found)
  }

  @Test(arguments: [
    (
      "FOR VALUE RECEIVED, Oak Mills, Inc., an Ohio corporation (the \"Company\") promises to pay to the order of __________ (\"Holder\") ten dollars.",
      ["Oak Mills, Inc. as Company", "____ as Holder"]
    ),
    (
      "This Amendment is entered into as of August 1, 2006 by Oak Mills, Inc., an Ohio corporation (\"Employer\" or \"Oak\"), and Ann Fir (\"Miller\").",
      ["Oak Mills, Inc. as Employer", "Ann Fir as Miller"]
    ),
    (
      "Ann Fir (\"Miller\") and Oak Mills, Inc. (\"Employer\") are parties to a Mill Agreement dated May 1, 2005 (the \"Mill Agreement\").",
      ["Ann Fir as Miller", "Oak Mills, Inc. as Employer"]
    ),
    (
      "GUARANTY, dated as of May 1, 2004, made by OAK MILLS, INC. (\"Guarantor\"), in favor of ELM BANK, N.A., as Agent (the \"Agent\"), for those party to the Loan Agreement among Ash Ltd and Fir Ltd.",
      ["OAK MILLS, INC. as Guarantor", "ELM BANK, N.A. as Agent"]
    ),
    (
      "Party A (the \"Shipper\"): Oak Express Co., Ltd. Address: 1 Mill Road\n\nParty B: Ann Fir Tel: 5395",
      ["Oak Express Co., Ltd. as Party A", "Ann Fir as Party B"]
    ),
  ])
  func `notes, guaranties, amendments and forms name their parties`(introduction: String, found: [String]) {
    #expect(introduced(introduction) == found)
  }

  @Test(arguments: [
    (
      "This Agreement is made between Oak, Inc. (the \"Company\"), and each of the holders named on the signature pages (collectively, the \"Holders\") and says what follows.",
      ["Oak, Inc. as Company", "each of the holders named on the signature pages as Holders"]
    ),
    (
      "This Agreement is made between Oak, Inc. (the \"Company\") and the individual identified on the signature page (the \"Miller\").",
      ["Oak, Inc. as Company", "the individual identified on the signature page as Miller"]
    ),
    (
      "This Agreement is made between Oak, Inc. and (the \"Participant\").",
      ["Oak, Inc.", "Participant as Participant"]
    ),
    (
      "This Agreement is made between Oak, Inc., an Ohio corporation (the \"Company\"), and ___________, (the \"Miller\").",
      ["Oak, Inc. as Company", "____ as Miller"]
    ),
    (
      "This Amendment is made among OAK, L.P., an Ohio partnership and ELM, INC., an Ohio corporation (together, the \"Company\") and [__] (\"Holder\").",
      ["OAK, L.P. as Company", "ELM, INC. as Company", "[__] as Holder"]
    ),
    (
      "This Agreement is made among Oak, Inc., an Ohio corporation and Oak LP, an Ohio partnership (the \"Corporation\" or the \"Partnership\", respectively), and Ann Fir (the \"Miller\").",
      ["Oak, Inc. as Corporation", "Oak LP as Partnership", "Ann Fir as Miller"]
    ),
    (
      "This Agreement is made among (a) Oak S.A. (\"Oak\"), a company listed on the Hull Market and the Great Exchange of Elm Limited, (b) Ash S.A. (\"Ash\"), a company; and (c) Fir Limited (\"Fir\"), a company.",
      ["Oak S.A. as Oak", "Ash S.A. as Ash", "Fir Limited as Fir"]
    ),
    (
      "This Agreement is made between oak.com, inc., an Ohio corporation (\"oak\"), and e-elm, Inc. (\"Elm\").",
      ["oak.com, inc. as oak", "e-elm, Inc. as Elm"]
    ),
    (
      "This Agreement is made between Oak Pharma AG Alte Gasse 2 6370 Stans and Elm Group. Inc., an Ohio company (\"Elm\").",
      ["Oak Pharma AG", "Elm Group. Inc. as Elm"]
    ),
    (
      "Oak Institute, a foundation of Bonn, hereinafter \"the Provider\",\n\nand\n\nElm University, hereinafter \"the Recipient\",\n\nagree as follows:",
      ["Oak Institute as Provider", "Elm University as Recipient"]
    ),
  ])
  func `groups, blanks and short names said of several are told apart`(introduction: String, found: [String]) {
    #expect(introduced(introduction) == found)
  }

  @Test func `a Spanish company's form behind a comma is of its name`() {
    #expect(
      introduced("This Contract is made between SOL MILLS, S.L. (the \"Owner\") and Oak Energy, S.L.U. (the \"Builder\").")
        == ["SOL MILLS, S.L. as Owner", "Oak Energy, S.L.U. as Builder"])
  }

  @Test func `words of the text introduce nobody`() {
    #expect(
      introduced(
        "\"Contract\" means the contract between the Company and the Customer taking in these Terms and the Customer Order.") == [])
    #expect(
      introduced(
        "What is left is shared pro rata among the Leaving Purchasers as they have paid, and so it is with the rest of it all.")
        == [])
    #expect(introduced("SAMPLE AGREEMENT BETWEEN OWNER AND CONTRACTOR WHERE THE PRICE IS FIXED") == [])
  }

  @Test func `what is said of a party is apart from its name: what it is, where, its number and its address`() {
    let found = Fixtures.agreement(
      of:
        "MILL AGREEMENT\n\nThis Agreement is made between:\n\n(1) OAK MILLS LIMITED, a private company incorporated in England and Wales (company number 0123) whose registered office is at 4 Mill Lane, Hull (the \"Miller\"); and\n\n(2) Elm, Inc. (the \"Baker\"), an Ohio limited liability company with offices at 9 Ford Road, Salem.\n\n1. Work. It is done.\n\n2. Pay. Ten.\n"
    ).parties.map(\.description)
    #expect(found.map(\.kind) == ["private company", "limited liability company"])
    #expect(found.map(\.place) == ["England and Wales", "Ohio"])
    #expect(found.map(\.number) == ["0123", nil])
    #expect(found.map(\.address) == ["4 Mill Lane, Hull", "9 Ford Road, Salem"])
  }

  @Test func `an annex that lists the parties names them, and so does what a short name means`() {
    #expect(
      parties(
        "TERMS\n\n1. Use. Data is sent.\n\n2. End. It ends.\n\nANNEX I\n\nA. LIST OF PARTIES\n\nData exporter(s):\n\nName: Oak Data GmbH\n\nAddress: Bonn\n"
      )
        == ["Oak Data GmbH as Data exporter"])
    #expect(
      parties("TERMS\n\n1. Words. \"We\" means Oak Data Limited.\n\n2. End. It ends.\n") == ["Oak Data Limited as We"])
    #expect(
      parties(
        "TERMS\n\n1. Use. Data is used by Oak e.K. (hereinafter referred to as the \"Processor\") as it says.\n\n2. End. It ends.\n"
      )
        == ["Oak e.K. as Processor"])
  }

  @Test func `roles without marks, addresses below names and persons before companies are told apart`() {
    #expect(
      introduced(
        "THIS DEED is dated 1 May 2020\n\nPARTIES\n\n(1) OAK MILLS LIMITED of 4 Mill Lane, Hull (Miller);\n\n(2) ELM COLLEGE OF ART of Ash Walk, Leeds (Owner)."
      )
        == ["OAK MILLS LIMITED as Miller", "ELM COLLEGE OF ART as Owner"])
    #expect(
      introduced(
        "by and between\n\nOAK MILLS LTD.,\nHull, England\n(as \"Owners\")\n\n- and -\n\nELM S.A.,\nLyon, France\n(as \"Millers\")")
        == ["OAK MILLS LTD. as Owners", "ELM S.A. as Millers"])
    #expect(
      introduced("This Deed is made between Dr. Ann Fir, Oak Mills Limited, and Elm Bank Ltd (the \"Bank\").")
        == ["Dr. Ann Fir", "Oak Mills Limited", "Elm Bank Ltd as Bank"])
  }

  @Test func `a name in small letters with which the text ends is read to its end`() {
    #expect(parties("MILL DEED\n\nThis deed is made between Oak Mills Ltd and oakmillsandash") == ["Oak Mills Ltd"])
  }

  @Test(arguments: [
    (
      "Tenant: Oak Mills Limited\nLandlord: Ann Fir\nLandlord's address: 4 Mill Lane, Hull",
      ["Oak Mills Limited as Tenant", "Ann Fir as Landlord"]
    ),
    ("Parties: Ann Fir (\"Owner\") and Ben Ash (\"Miller\").", ["Ann Fir as Owner", "Ben Ash as Miller"]),
    (
      "B E T W E E N :\n\nOAK MILLS LIMITED (the \"Miller\")\n\nand\n\nELM FARMS LIMITED (the \"Owner\")",
      ["OAK MILLS LIMITED as Miller", "ELM FARMS LIMITED as Owner"]
    ),
    (
      "This Deed is made between Fir and Ash LLP (\"Miller\") and the Minister for Grain (\"Owner\").",
      ["Fir and Ash LLP as Miller", "Minister for Grain as Owner"]
    ),
    (
      "This Deed is made among:\n\nOAK MILLS S.A., a société anonyme of Namur, registered with the Trade and Grain Register under B 88 "
        + "(\"Miller\"); and\n\nMS. ANN FIR, a citizen of Peru and resident of Trinidad and Tobago (\"Owner\").",
      ["OAK MILLS S.A. as Miller", "MS. ANN FIR as Owner"]
    ),
    (
      "This Deed is made between {company_name} (\"Miller\") and {{owner}} (\"Owner\").",
      ["{company_name} as Miller", "{{owner}} as Owner"]
    ),
    (
      "PARTIES\n\n(1) ANN FIR and BEN FIR both of 4 Mill Lane, Hull (together the \"Owner\"); and\n\n(2) OAK MILLS LIMITED (the \"Miller\").",
      ["ANN FIR as Owner", "BEN FIR as Owner", "OAK MILLS LIMITED as Miller"]
    ),
  ])
  func `parties stand behind labels, in spaced capitals, in braces and two in one number`(words: String, names: [String]) {
    #expect(introduced(words) == names)
  }

  @Test func `who signs is a party where nothing names them`() {
    #expect(
      parties(
        "MILL PAPER\n\n1. Work. The one grinds.\n\n2. Pay. The other pays.\n\nOAK MILLS, INC.\n\nBy: ________\n\nOWNER: ELM FARMS, INC.\n\nBy: ________\n"
      )
        == ["OAK MILLS, INC.", "ELM FARMS, INC. as OWNER"])
  }

  @Test func `a day of effect behind the last party is neither its name nor what is said of it`() {
    let agreement = Fixtures.agreement(
      of:
        "SALE\n\nThis Sale is made between Oak Mills, Inc. (\"Oak\") and Elm Bread LLC, an Oregon corporation, effective as of May 1, 2019 (the \"Start Date\").\n\n1. Sale. Oak sells.\n"
    )
    #expect(agreement.parties.map(\.role) == ["Oak", nil])
    #expect(agreement.parties.last?.description.words == "an Oregon corporation")
  }

  @Test func `an item of a list of parties may be a group, and the list goes on behind it`() {
    let agreement = Fixtures.agreement(
      of: """
        LOAN AGREEMENT

        THIS LOAN AGREEMENT is made as of May 1, 2005 among the following:

        (i) OAK MILLS, INC., an Ohio corporation (the "Borrower");

        (ii) the lending institutions listed in Annex I (the "Lenders"); and

        (iii) ELM CAPITAL INC., as agent for the Lenders (the "Agent").

        1. Loans. The Lenders lend.
        """)
    #expect(agreement.parties.map(\.role) == ["Borrower", "Lenders", "Agent"])
  }

  @Test func `the day on which another paper was amended is not this one's`() {
    let agreement = Fixtures.agreement(
      of:
        "AMENDMENT\n\nThis Amendment is made effective on the date hereof to the hire agreement, dated as of July 1, 2003 and as amended on October 30, 2006, between Oak Mills, Inc. and Elm Bread LLC.\n\n1. Rent. It is ten.\n\nIN WITNESS WHEREOF, they sign this Amendment as of September 23, 2014.\n"
    )
    #expect(agreement.date?.iso == "2014-09-23")
  }

  @Test(arguments: [
    ("The Investors severally described in Schedule 1 (Investors)", "The Investors severally described in Schedule 1 as Investors"),
    (
      "The persons whose names are set out in Schedule 1 (the \"Investors\")",
      "The persons whose names are set out in Schedule 1 as Investors"
    ),
  ])
  func `those whose names stand in a schedule are a party`(words: String, party: String) {
    let parties = introduced(
      "This agreement is made on 3 March 2015 between:\n\n(1) Oak Mills Limited (the \"Mill\");\n\n(2) Ann Fir of 4 Mill Lane, Hull (the \"Miller\"); and\n\n(3) \(words)."
    )
    #expect(parties == ["Oak Mills Limited as Mill", "Ann Fir as Miller", party])
  }

  @Test(arguments: [
    ("Oak Bank AG and Elm Trading S.A. hereby agree as follows:", ["Oak Bank AG", "Elm Trading S.A."]),
    (
      "Oak Bank AG (\"Bank\") and Elm Trading S.A. (\"Client\") intend to enter into trades.",
      ["Oak Bank AG as Bank", "Elm Trading S.A. as Client"]
    ),
    (
      "Parties\n\n1 Oak Limited of 1 Mill Lane, Hull (the \"Seller\")\n\n2 Elm Limited of 2 Mill Lane, Hull (the \"Buyer\")",
      ["Oak Limited as Seller", "Elm Limited as Buyer"]
    ),
    (
      "THE UNDERSIGNED:\n\n1. Oak B.V., established in Utrecht, hereinafter referred to as: \"Seller\";\n\nand\n\n2. Elm N.V., established in Breda, hereinafter referred to as: \"Buyer\",\n\nAGREE AS FOLLOWS:",
      ["Oak B.V. as Seller", "Elm N.V. as Buyer"]
    ),
  ])
  func `parties of a sentence without "between" and of lists with bare numbers are read`(introduction: String, names: [String]) {
    #expect(introduced(introduction) == names)
  }

  @Test func `clauses begin behind a list of parties in brackets, whatever their headings`() {
    let agreement = Fixtures.agreement(
      of:
        "SUPPLY AGREEMENT\n\nBETWEEN:\n\n(1) OAK LIMITED (the \"Seller\"); and\n\n(2) ELM LIMITED (the \"Buyer\")\n\n1. Work. One works for the other.\n\n2. Law. Ohio law governs.\n"
    )
    #expect(agreement.provisions.map(\.number) == ["1", "2"])
    #expect(agreement.parties.map(\.name) == ["OAK LIMITED", "ELM LIMITED"])
  }

  @Test(arguments: [
    (
      "This Agreement is made between Oak Mills SA (the \"Miller\") and Ångerman Rederi AB (the \"Carrier\").",
      ["Oak Mills SA as Miller", "Ångerman Rederi AB as Carrier"]
    ),
    (
      "This Agreement is made between Ann Fir (the \"Miller\") and Łukasz Nowak (the \"Carrier\").",
      ["Ann Fir as Miller", "Łukasz Nowak as Carrier"]
    ),
    (
      "This Agreement is made on 4 June 2022 between Oak and Ash plc (the \"Seller\") and Elm and Fir Limited (the \"Buyer\").",
      ["Oak and Ash plc as Seller", "Elm and Fir Limited as Buyer"]
    ),
    (
      "This Agreement is made on June 1, 2022 between the lessor, Oak Pianos, Inc. (the \"Lessor\"), and the lessee, Elm Chapel (the \"Lessee\").",
      ["Oak Pianos, Inc. as Lessor", "Elm Chapel as Lessee"]
    ),
    (
      "This Mill Agreement is entered into by Oak Mills Limited (the \"Miller\") with Elm Stores Limited (the \"Baker\").",
      ["Oak Mills Limited as Miller", "Elm Stores Limited as Baker"]
    ),
    (
      "By this agreement, dated May 4, 2022, Oak Mills Limited (the \"Miller\") agrees with Elm Stores Limited (the \"Baker\") as follows:",
      ["Oak Mills Limited as Miller", "Elm Stores Limited as Baker"]
    ),
    (
      "Oak Mills, Inc. (the \"Miller\") and Elm Stores, Inc. (the \"Baker\") hereby enter into this agreement on May 1, 2020.",
      ["Oak Mills, Inc. as Miller", "Elm Stores, Inc. as Baker"]
    ),
    (
      "MILL AGREEMENT dated as of May 4, 2016 among OAK CORP., a Yukon corporation, as Borrower, ELM INSURANCE COMPANY, as Lender, and FIR BANK ASA, as Agent.",
      ["OAK CORP. as Borrower", "ELM INSURANCE COMPANY as Lender", "FIR BANK ASA as Agent"]
    ),
    (
      "Between the\n\n[Company name, address]\n\n(hereinafter referred to as \"Employer\")\n\nand\n\nMr./Ms. [name, address]\n\n(hereinafter referred to as \"Employee\")",
      ["[Company name, address] as Employer", "[name, address] as Employee"]
    ),
    (
      "This Agreement is made on [\u{25CF}] between:\n\n(1) [\u{25CF}] of [\u{25CF}] (the \"Principal\"); and\n\n(2) [\u{25CF}] of [\u{25CF}] (the \"Agent\").",
      ["[\u{25CF}] as Principal", "[\u{25CF}] as Agent"]
    ),
    (
      "This Agreement is made between <Name of Miller> (the \"Miller\") and <Name of Baker> (the \"Baker\").",
      ["<Name of Miller> as Miller", "<Name of Baker> as Baker"]
    ),
  ])
  func `names of any alphabet, with "and" in them, behind a role, and blanks are parties each`(
    introduction: String, names: [String]
  ) {
    #expect(introduced(introduction) == names)
  }

  @Test(arguments: [
    "1. PARTIES\n\n1.1 Oak Mills (Pty) Ltd (\"the Miller\").\n\n1.2 Elm Stores Ltd (\"the Baker\").",
    "1. THE PARTIES\n\n1.1 The parties to this agreement are:\n\n1.1.1 Oak Mills (Pty) Ltd (\"the Miller\"); and\n\n1.1.2 Elm Stores Ltd (\"the Baker\").",
  ])
  func `the parties may be clauses themselves`(clause: String) {
    #expect(
      parties("MILL AGREEMENT\n\n\(clause)\n\n2. WORK\n\n2.1 The Miller grinds.\n") == [
        "Oak Mills (Pty) Ltd as Miller", "Elm Stores Ltd as Baker",
      ])
  }
}
