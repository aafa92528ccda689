import ContractModel
import TestSupport
import Testing

@Suite struct DefinitionTests {
  private func definitions(_ text: String) -> [String] {
    let agreement = Fixtures.agreement(of: text)
    return agreement.terms.flatMap { term in term.definitions.map { "\(agreement.printed($0)): \($0.kind.rawValue)" } }
  }

  @Test func `the forms of a definition`() {
    #expect(definitions("1. \"Fee\" means ten.\n") == ["Fee: list"])
    #expect(definitions("1. Ten is due (the \"Fee\") at once.\n") == ["Fee: inline"])
    #expect(definitions("1. “Fee” shall mean ten.\n") == ["Fee: list"])
    #expect(
      definitions("1. Each bank (each a \"Lender\" and collectively, the \"Lenders\") lends.\n") == [
        "Lender: inline", "Lenders: inline",
      ])
    #expect(definitions("1. The goods, hereinafter referred to as the \"Goods\", are sold.\n") == ["Goods: inline"])
    #expect(definitions("1. \"Base Rate\", as used in this Agreement, means five.\n") == ["Base Rate: list"])
  }

  @Test(arguments: [
    "• Yard means the yard at Hull.\n\n• Toll means ten dollars a day.\n\n• Open Hours means eight to six.\n",
    "Yard:\n\nthe yard at Hull.\n\nToll:\n\na sum of ten dollars a day.\n\nOpen Hours:\n\nthe hours from eight to six.\n",
    "Yard           the yard at Hull\nToll           ten dollars a day\nOpen Hours     the hours from eight to six\n",
    "Yard           the yard at Hull\n\nToll           10,000 pennies\n\nOpen Hours     the hours from eight to six\n",
  ])
  func `a list of terms may have bullets, labels above their meanings, or columns`(list: String) {
    #expect(
      definitions(
        "1. DEFINITIONS\n\n1.1 In this agreement:\n\n\(list)\n2. USE\n\n2.1 The Yard is open in Open Hours for the Toll.\n")
        == ["Yard: list", "Toll: list", "Open Hours: list"])
  }

  @Test func `a member of a list puts its meaning behind a comma, and what stands alone defines nothing`() {
    let list =
      "1. In this deed:\n\n“Mill Day”, a day on which corn is ground;\n\n“Toll”, £8 a day; and\n\n“Gate”, the gate at Hull.\n"
    #expect(definitions(list) == ["Mill Day: list", "Toll: list", "Gate: list"])
    #expect(definitions("1. Sale.\n\n\"Best Corn\", the sign says, is sold here.\n") == [])
  }

  @Test func `a term that begins like a field of a form is one in a list`() {
    #expect(
      definitions(
        "1. Definitions\n\nLicence: means this paper.\n\nSource Code: means all lines of it.\n\nTitle Company: means Oak Title Ltd.\n\n2. Use. It is used.\n"
      ) == ["Licence: list", "Source Code: list", "Title Company: list"])
  }

  @Test func `names that are given behind other words, or several at once`() {
    #expect(definitions("1. A year (together with any renewal, such further years the \"Term\") is agreed.\n") == ["Term: inline"])
    #expect(
      definitions("1. Drawings and plans are referred to collectively in this Agreement as the \"Secrets\".\n") == [
        "Secrets: inline"
      ])
    #expect(
      definitions("1. “Licensee,” “You” or “Your” shall mean who clicks.\n") == ["Licensee: list", "You: list", "Your: list"])
    #expect(
      definitions("1. \"Holder\" and \"Parent\" each have the meaning set out in Section 736 of the Companies Act.\n")
        == ["Holder: external", "Parent: external"])
  }

  @Test func `words quoted for other reasons define nothing`() {
    #expect(definitions("1. It is marked \"confidential,\" in red.\n") == [])
    #expect(definitions("1. Damages (whether or not \"punitive\" in nature) are excluded.\n") == [])
    #expect(definitions("1. The word \"including\" means without limit.\n") == [])
    #expect(definitions("1. Goods are sold \"as is\" and unseen.\n") == [])
  }

  @Test func `a definition by reference keeps both its places`() {
    let marked = MarkedText(
      "1. TERMS\n\n1.1 \"1️⃣Action\" shall have the meaning set forth in Section 2.1 below.\n\n2. FEES\n\n2.1 Suits. Who sues (an \"2️⃣Action\") pays, and an 3️⃣Action may last.\n"
    )
    let agreement = Fixtures.agreement(of: marked.text)
    let term = agreement.terms[0]
    #expect(agreement.terms.count == 1)
    #expect(term.definitions.map(\.kind) == [.reference, .inline])
    #expect(term.definitions.map(\.range.lowerBound) == [marked["1️⃣"], marked["2️⃣"]])
    #expect(term.definitions[0].target == "2.1")
    #expect(term.uses.map(\.lowerBound) == [marked["3️⃣"]])
  }

  @Test func `uses are the longest match, with plurals, possessives and capitals`() {
    let marked = MarkedText(
      "1. \"Third Party\" means a stranger. \"Party\" means a signer.\n\n2. A 1️⃣Third Party's goods, the 2️⃣Party's and all 3️⃣PARTIES' goods; no party of pleasure.\n"
    )
    let agreement = Fixtures.agreement(of: marked.text)
    let uses = Dictionary(uniqueKeysWithValues: agreement.terms.map { ($0.name, $0.uses.map(\.lowerBound)) })
    #expect(uses["Third Party"] == [marked["1️⃣"]])
    #expect(uses["Party"] == [marked["2️⃣"], marked["3️⃣"]])
  }

  @Test func `a bracketed plural covers both numbers`() {
    let marked = MarkedText("1. \"Battery(ies)\" means cells.\n\n2. The Seller shall keep a 1️⃣Battery and two 2️⃣Batteries.\n")
    #expect(Fixtures.agreement(of: marked.text).terms[0].uses.map(\.lowerBound) == [marked["1️⃣"], marked["2️⃣"]])
  }

  @Test func `a term split by a page break is one`() {
    let text =
      "1. USE. The parties hereto agree that the sums so paid to the Seller (the \"Closing\n\n                 3\n<PAGE>\n\nPayment\") are final and that they bind the Seller and all of its heirs.\n\n2. END. It ends.\n"
    #expect(Fixtures.agreement(of: text).terms.map(\.name) == ["Closing Payment"])
  }

  @Test func `a term another document gives is external`() {
    let agreement = Fixtures.agreement(
      of: "1. Pay. The Firm pays the Base Salary (as defined in the Employment Agreement) monthly.\n\n2. End. Ended.\n")
    #expect(agreement.terms.map(\.name) == ["Base Salary"])
    #expect(agreement.terms[0].definitions[0].kind == .external)
  }

  @Test func `a party's short name is a party definition`() {
    let text =
      "THIS AGREEMENT is made on May 4, 2001 by and between Alpha (Nevada), Inc., a Nevada corporation (\"Alpha\"), and Jane Roe (the \"Buyer\").\n\n1. Sale. Alpha sells.\n\n2. Price. Ten.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.parties.map(\.name) == ["Alpha (Nevada), Inc.", "Jane Roe"])
    #expect(agreement.parties.map(\.role) == ["Alpha", "Buyer"])
    #expect(agreement.terms.map { $0.definitions[0].kind } == [.party, .party])
    #expect(agreement.date?.iso == "2001-05-04")
  }

  @Test(arguments: [
    ("He makes calls (the calls in May and June, \"Summer Calls\").", "Summer Calls"),
    ("Elm Ltd (formerly known as Oak Ltd, the \"Lessor\") signs.", "Lessor"),
    ("He keeps papers (collectively, with all of their copies, \"Loan Papers\").", "Loan Papers"),
    ("\"Net Cash\" from a sale means money.", "Net Cash"),
    ("\"Cause\" for an end shall be deemed to exist upon theft.", "Cause"),
  ])
  func `words cut off by a comma or qualified before their verb are defined`(sentence: String, term: String) {
    #expect(Fixtures.agreement(of: "1. TEXT. One.\n\n2. \(sentence)\n").terms.map(\.name) == [term])
  }

  @Test func `instances in brackets are no definitions`() {
    #expect(Fixtures.agreement(of: "1. VOTES. A campaign (including any \"Vote No\" drive) is barred.\n").terms.isEmpty)
  }

  @Test func `a quotation that a short line opens is closed by the next, however long`() {
    let rest = String(repeating: " for a time and for a fee that the parties name", count: 5)
    let agreement = Fixtures.agreement(of: "1. TERMS. As follows.\n\n“Base\nRate” means the rate\(rest).\n")
    #expect(agreement.terms.map(\.name) == ["Base\nRate"].map { $0.replacing("\n", with: " ") })
  }

  @Test func `an article in quotation marks is no part of a term, but of a company's name`() {
    let agreement = Fixtures.agreement(
      of:
        "1. SALE. Oak Ltd (\"The Seller\") sells. The Limited, Inc. (\"The Limited\") buys. A Seller delivers.\n\n2. END. The Seller ends.\n"
    )
    #expect(agreement.terms.map(\.name) == ["Seller", "The Limited"])
    #expect(agreement.terms[0].uses.count == 2)
  }

  @Test func `single marks set terms apart as double ones do, and an apostrophe sets none`() {
    #expect(definitions("1. 'Fee' means ten.\n") == ["Fee: list"])
    #expect(definitions("1. ‘Base Fee’ means ten.\n") == ["Base Fee: list"])
    #expect(definitions("1. Ten is due (hereinafter ‘Fee’) at once.\n") == ["Fee: inline"])
    #expect(definitions("1. 'Seller's Goods' means flour.\n") == ["Seller's Goods: list"])
    #expect(definitions("1. The Sellers' goods and the Buyers' money means much to both.\n") == [])
  }

  @Test func `a term may stand on a line of its own above its meaning`() {
    #expect(
      definitions("1. Terms\n\n\"Fee\"\n\nmeans ten dollars.\n\nDue Date\n\nhas the meaning given in Section 2.\n\n2. Pay.\n")
        == ["Fee: list", "Due Date: list"])
    #expect(definitions("1. Terms\n\nThe parties agree.\n\nmeans nothing.\n") == [])
  }

  @Test func `short meanings behind a colon count as long ones do`() {
    #expect(
      definitions(
        "1. Definitions\n\nAgent: the person who acts for Oak.\n\nFee: ten dollars a day.\n\nGoods: flour of wheat in sacks.\n\nMill: the building on the river.\n"
      ) == ["Agent: list", "Fee: list", "Goods: list", "Mill: list"])
  }

  @Test func `a definition that says where it holds holds there alone`() throws {
    let agreement = Fixtures.agreement(
      of:
        "1. Fees. None.\n\n2. Sales. For purposes of this Section 2, \"Agent\" means the broker. The Agent sells.\n\n3. Service. As used in this Section 3 and in Section 4, the term \"Agent\" shall mean the clerk.\n\n4. Courts. The Agent goes to court.\n\n5. Boards.\n\n5.1 For the purpose of this Section 5 the following words have these meanings:\n\n\"Rival\" means a baker.\n\n5.2 No Rival comes.\n\n6. Law. Ohio.\n"
    )
    func scopes(_ name: String) throws -> [[String]] {
      try #require(agreement.terms.first { $0.name == name }).definitions.map { $0.scope.map { agreement.provisions[$0].number } }
    }
    #expect(try scopes("Agent") == [["2"], ["3", "4"]])
    #expect(try scopes("Rival") == [["5"]])
    let agent = try #require(agreement.terms.first { $0.name == "Agent" })
    func meaning(_ number: String) throws -> String? {
      let id = try #require(agreement.provision(numbered: number))
      return agent.meaning(within: agreement.provisions.path(to: id)).map { agreement.words($0.extent) }
    }
    #expect(try meaning("2")?.contains("broker") == true)
    #expect(try meaning("4")?.contains("clerk") == true)
    #expect(try meaning("6") == nil)
    #expect(Checks.findings(agreement, only: ["duplicate-term"]).isEmpty)
  }

  @Test(arguments: ["1.1 In this agreement:", "DEFINITIONS"])
  func `terms stand in the left of two columns, their meanings in the right`(lead: String) {
    let rows =
      "Term            Meaning\n\nOpening Day     a day on which the mill is open.\n\nGoods           the flour in the order.\n"
    let agreement = Fixtures.agreement(of: "1. WORDS\n\n\(lead)\n\n\(rows)\n2. SALE. Goods are sold on an Opening Day.\n")
    #expect(agreement.terms.map(\.name) == ["Opening Day", "Goods"])
    #expect(agreement.terms.map { $0.uses.count } == [1, 1])
    #expect(
      agreement.terms.map { agreement.words($0.definitions[0].extent) } == [
        "Opening Day a day on which the mill is open.", "Goods the flour in the order.",
      ])
    // The heads of the columns announce them as well; what nothing announces is a table.
    #expect(Fixtures.agreement(of: "1. WORDS\n\n\(rows)\n2. SALE. None.\n").terms.count == 2)
    let table = rows.replacing("Term            Meaning", with: "Sack            Price")
    #expect(Fixtures.agreement(of: "1. WORDS\n\n\(table)\n2. SALE. None.\n").terms.isEmpty)
  }

  @Test func `labels are terms below a heading of definitions, whatever their meaning is`() {
    let list = "1. INTERPRETATION\n\nStart Date : 1 July 2021.\n\nDeposit: £5,000.\n\nR&D Budget: a fee.\n\n2. Law. Ohio.\n"
    #expect(definitions(list) == ["Start Date: list", "Deposit: list", "R&D Budget: list"])
    let fields = "1. Notices. To the seller:\n\nName: Oak\n\nHarbour: Hull\n\nBoat: Ada\n\n2. Law. Ohio.\n"
    #expect(definitions(fields) == [])
  }

  @Test(arguments: [
    "'Crane' is to be read as the crane on the quay.", "the expression \"Crane\" means the crane on the quay.",
    "\"Crane:\" the crane on the quay.",
    "\"Crane\" consists of the crane and its hook.", "\"Crane\" does not include the hook.",
    "\"Crane\" will be construed accordingly.", "\"Crane\" comprises the crane and its hook.", "\"Crane\" signifies the crane.",
    "\"Crane\" occurs when it falls.",
  ])
  func `more verbs make a term`(sentence: String) {
    #expect(definitions("1. Words.\n\n1.1 \(sentence)\n\n2. Law. Ohio.\n") == ["Crane: list"])
  }

  @Test func `what is named behind a comma, or in two ways, is a term by each name`() {
    #expect(definitions("1. The list of works, hereinafter, the \"Works\", is long.\n") == ["Works: inline"])
    #expect(
      definitions("1. The house shall be identified as the \"Mill House\" or the \"House\".\n") == [
        "Mill House: inline", "House: inline",
      ])
    #expect(definitions("1. Goods are marked \"Red\" or \"Blue\" by the mill.\n") == [])
  }

  @Test func `a term above its meaning, and rows with numbers, are definitions`() {
    #expect(
      definitions(
        "1. Words.\n\n1.1 In this deed:\n\n\"Crane\":\n\nthe crane on the quay.\n\n\"Dock\":\n\nthe dock of Hull.\n\n2. Law. Ohio.\n"
      )
        == ["Crane: list", "Dock: list"])
    #expect(
      definitions(
        "1. INTERPRETATION\n\n1    Crane        the crane on the quay\n\n2    Long Dock    the dock of Hull\n\n2. Law. Ohio.\n")
        == [
          "Crane: list", "Long Dock: list",
        ])
  }

  @Test func `a definition holds in each of the provisions that its purpose names`() throws {
    let text =
      "1. Shares. Oak sells.\n\n2. Goods. Oak counts them (for purposes of Sections 2 and 3 only, the \"Stock\").\n\n3. Fire. Oak insures the Stock.\n\n4. Law. Ohio.\n"
    let agreement = Fixtures.agreement(of: text)
    let definition = try #require(agreement.terms.first?.definitions.first)
    #expect(definition.scope.map { agreement.provisions[$0].number } == ["2", "3"])
  }

  @Test(arguments: [
    "1. Words.\n\n\"Harm\" means any of the following:\n\n(a) fire; or\n\n(b) frost.\n\n\"Mill\" means the mill.\n\n2. Sale. None.\n",
    "1. Words.\n\n1.1 \"Harm\" means any of the following:\n\n(a) fire; or\n\n(b) frost.\n\n1.2 \"Mill\" means the mill.\n\n2. Sale. None.\n",
  ])
  func `the items of a definition are part of its meaning`(text: String) throws {
    let agreement = Fixtures.agreement(of: text)
    let landmarks = Landmarks(agreement)
    let meanings = try ["Harm", "Mill"].map { name in
      let meaning = try #require(agreement.terms.first { $0.name == name }?.meaning())
      return agreement.readingWords(landmarks.meaning(meaning, in: agreement))
    }
    #expect(
      meanings == [
        "\"Harm\" means any of the following:\n(a) fire; or\n(b) frost.", "\"Mill\" means the mill.",
      ])
  }

  @Test(arguments: [
    "\"Mill\" \u{2014} the mill at Hull.\n\n\"Yard\" \u{2014} the yard.",
    "\"a Mill\" means the mill; and\n\n\"the Yard\" means the yard.",
    "In this deed:\n\n\"Mill\"\n\nthe mill at Hull by the river.\n\n\"Yard\"\n\nthe yard of the mill by the river.",
    "In this deed:\n\n\"Mill\" means the mill at Hull;\n\n\"Yard\": the yard behind the mill by the river.",
  ])
  func `terms stand before dashes, with their articles, on lines of their own, and in a list by verbs and colons`(list: String) {
    let agreement = Fixtures.agreement(of: "1. Words.\n\n\(list)\n\n2. Sale. Oak sells the Mill and the Yard.\n")
    #expect(agreement.terms.map(\.name).sorted() == ["Mill", "Yard"])
  }

  @Test func `a definition in words that are quoted themselves is read`() {
    #expect(
      definitions(
        "1. Change. The lease reads:\n\n“2. Plan. It holds a plan (the “Yard Plan”) and a map (the “Yard Map”) of the yard.”\n\n2. Law. Maine.\n"
      )
        == ["Yard Plan: inline", "Yard Map: inline"])
    // A mark that is never closed takes nothing.
    #expect(
      definitions("1. Parties. Oak (hereinafter, \"OAK). OAK and the Miller may be called a \"Party\" each.\n").allSatisfy {
        !$0.contains("OAK)")
      })
  }

  @Test func `what is told of a word behind a comma defines it, and examples and references to a paper define nothing`() {
    #expect(definitions("1. End. It may end for \"Cause\", which shall mean theft.\n") == ["Cause: list"])
    #expect(definitions("1. Place. The book is kept where it is kept (for example, \"Safe\" or \"Shelf at the mill\").\n").isEmpty)
    #expect(definitions("1. Change. Each reference to \"this Lease\" shall refer to the lease as amended.\n").isEmpty)
  }
}
