import ContractModel
import TestSupport
import Testing

@Suite struct ProvisionTests {
  /// The canonical numbers of a text's provisions, in order.
  private func numbers(_ text: String) -> [String] { Fixtures.agreement(of: text).provisions.map(\.number) }

  @Test func `dotted numbers nest below their articles`() {
    let text = """
      1. FEES

      1.1 Amount. The Buyer pays ten.

      1.2 Timing. Payment is due at once.

      2. TERM

      2.1 Length. One year.
      """
    #expect(numbers(text) == ["1", "1.1", "1.2", "2", "2.1"])
    let tree = Fixtures.agreement(of: text).provisions
    #expect(tree.map(\.parent) == [nil, 0, 0, nil, 3])
  }

  @Test func `a reference that begins a line is no provision`() {
    let text = """
      1. FEES

           1.1 Amount. The Buyer pays the sum named in Section
      1.2 below, and no more than that, on the day of closing.

           1.2 Sum. The sum is ten.
      """
    #expect(numbers(text) == ["1", "1.1", "1.2"])
  }

  @Test func `sections under Roman articles keep their own numbers`() {
    let text = """
      ARTICLE I
      DEFINITIONS

      Section 1.01 Terms. Words mean what they say.

      Section 1.02 Usage. Singular is plural.

      ARTICLE II
      LOANS

      Section 2.01 The Loans. The Bank lends.
      """
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["I", "1.01", "1.02", "II", "2.01"])
    #expect(agreement.heading(0) == "DEFINITIONS")
    #expect(agreement.heading(1) == "Terms")
  }

  @Test func `lettered items take their parent's number`() {
    let text = """
      3.1 Warranties. The Seller warrants that:

      (a) it owns the goods;

      (b) it may sell them, and in particular

          (i) no lien rests on them, and

          (ii) no one claims them; and

      (c) they work.

      3.2 Survival. Warranties survive.
      """
    #expect(numbers(text) == ["3.1", "3.1(a)", "3.1(b)", "3.1(b)(i)", "3.1(b)(ii)", "3.1(c)", "3.2"])
  }

  @Test func `i after h is a letter when j follows and a numeral when ii does`() {
    let letters =
      "(a) one;\n\n(b) two;\n\n(c) three;\n\n(d) four;\n\n(e) five;\n\n(f) six;\n\n(g) seven;\n\n(h) eight;\n\n(i) nine;\n\n(j) ten."
    #expect(numbers("1. List:\n\n" + letters).suffix(2) == ["1(i)", "1(j)"])
    let numerals = letters.replacingTail(of: "(i) nine", with: "(i) first;\n\n(ii) second;\n\n(iii) third.")
    #expect(numbers("1. List:\n\n" + numerals).suffix(2) == ["1(h)(ii)", "1(h)(iii)"])
  }

  @Test func `a page break inside a sentence does not end its paragraph`() {
    let text = """
      1. USE. The Buyer may use the goods that the Seller delivered under the
      terms of this agreement and of any


                                     Page 2
      <PAGE>


      later order, but not beyond.

      2. END. This ends here.
      """
    let agreement = Fixtures.agreement(of: text)
    #expect(
      agreement.readingWords(agreement.provisions[0].range)
        == "1. USE. The Buyer may use the goods that the Seller delivered under the terms of this agreement and of any later order, but not beyond."
    )
    #expect(agreement.pages.map(\.label) == ["2"])
  }

  @Test func `a table of contents gives no provisions`() {
    let text = """
      TABLE OF CONTENTS

      1. Sale .............. 1
      2. Price ............. 2
      3. Delivery .......... 3

      SALE AGREEMENT

      1. Sale. The Seller sells.

      2. Price. The price is ten.

      3. Delivery. At once.
      """
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "2", "3"])
    #expect(agreement.provisions[0].start > agreement.contents!.upperBound)
  }

  @Test func `a numbered list of the parties is no provision and recitals are their own`() {
    let text = """
      This Agreement is made between:

      1) ALPHA, INC., a Delaware corporation ("Alpha"), and

      2) BETA LLC, a Nevada company ("Beta").

      RECITALS

      A. Alpha makes things.

      B. Beta buys them.

      NOW, THEREFORE, the parties agree:

      1. Sale. Alpha sells.

      2. Price. Ten.
      """
    #expect(numbers(text) == ["Recital A", "Recital B", "1", "2"])
  }

  @Test func `attachments restart numbering and carry their name`() {
    let text = """
      1. Sale. As set out in Exhibit A.

      2. Price. Ten.

      IN WITNESS WHEREOF the parties sign.

      <PAGE>

                                   EXHIBIT A

      1. Goods. Apples.

      2. Place. The market.
      """
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "2", "Exhibit A", "Exhibit A/1", "Exhibit A/2"])
    #expect(agreement.references.first?.attached == true)
  }

  @Test func `a filing caption above the agreement begins no attachment`() {
    #expect(numbers("EXHIBIT 10.3\n\nSALE AGREEMENT\n\n1. Sale. The Seller sells.\n\n2. Price. Ten.\n") == ["1", "2"])
  }

  @Test func `provisions quoted from another agreement are not this one's`() {
    let text = """
      1. Amendment. Section 7.2 of the Lease is amended to read as follows:

      7.2 Rent. Rent is twenty.

      7.3 Place. The bank.

      2. Effect. The Lease otherwise stands.
      """
    #expect(numbers(text) == ["1", "2"])
  }

  @Test func `skipped and repeated numbers stand as printed`() {
    let text = "1. Sale. Sold.\n\n2. Price. Ten.\n\n4. Place. Here.\n\n4. Time. Now.\n\n5. End. Ended.\n"
    #expect(numbers(text) == ["1", "2", "4", "4", "5"])
  }

  @Test func `a number alone on its line takes the words below it`() {
    let text =
      "1.\n\nLOANS.\n\na.\n\nAmount. The Lender lends ten to the Borrower on demand.\n\nb.\n\nInterest. None is due.\n\n2.\n\nTERM.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "1(a)", "1(b)", "2"])
    #expect(agreement.heading(1) == "Amount")
  }

  @Test func `sections with letters stand below an article whose number they say again`() {
    #expect(
      numbers(
        """
        ARTICLE I
        GRINDING

        SECTION 1.A. GRAIN.

        (a) Rye. The mill grinds rye.

        (b) Oats. The mill grinds oats.

        SECTION 1.B. FEES. The owner pays for each sack.

        ARTICLE II
        REST

        SECTION 2.1. NIGHTS. The mill rests at night.

        SECTION 2.2. FEASTS. The mill rests on feasts.

        """) == ["I", "I(A)", "I(A)(a)", "I(A)(b)", "I(B)", "II", "2.1", "2.2"])
  }

  @Test func `a letter glued to a number is an item below it`() {
    let text = """
      2.A. GRANT. The owner lets the mill.

      2.B. LIMITS. Only grain is ground, as Section 2.A. says.

      (1) Rye is grain.

      (2) Oats are.

      3.A. TERM. One year.
      """
    #expect(numbers(text) == ["2", "2(A)", "2(B)", "2(B)(1)", "2(B)(2)", "3", "3(A)"])
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["2(A)"]])
  }

  @Test func `provisions in running text are found by their series`() {
    let filler = String(repeating: "The parties keep their word in every way that is fair to both of them. ", count: 4)
    let text =
      "1. GRANT OF LICENSE. 1.1 Grant. \(filler)1.2 Limits. \(filler)As said in Section 1.1 it ends. 2. TERM. 2.1 Length. \(filler)"
    #expect(numbers(text) == ["1", "1.1", "1.2", "2", "2.1"])
  }
}

extension String {
  /// The text with everything from `mark` on replaced.
  fileprivate func replacingTail(of mark: String, with tail: String) -> String {
    let head = self.split(separator: mark, maxSplits: 1)[0]
    return head + tail
  }

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

  @Test func `an exhibit's name in capitals stands by itself`() {
    let text = """
      1. RELEASE. He signs the release in Exhibit A.

      2. TERM. One year.

      EXHIBIT A
      GENERAL RELEASE
      (to be signed last)
      He releases the Seller.
      """
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "2", "Exhibit A"])
    #expect(agreement.references.first?.attached == true)
  }

  @Test func `items of a definition end where the next definition begins`() {
    let text = """
      1.01 Terms. These words have these meanings:

      "Act" means:

      (a) a law, or

      (b) a rule, namely

      (i) a printed one.

      "Bank" means an institution.

      "Cost" means:

      (a) a price.

      "Debt" means a sum, see Section 1.02.

      1.02 Use. One year.
      """
    let agreement = Fixtures.agreement(of: text)
    #expect(
      agreement.provisions.map(\.number) == [
        "1.01", "1.01 \"Act\"(a)", "1.01 \"Act\"(b)", "1.01 \"Act\"(b)(i)", "1.01 \"Cost\"(a)", "1.02",
      ])
    #expect(
      agreement.terms.map { $0.definitions[0].provision.map { agreement.provisions[$0].number } }
        == [String?](repeating: "1.01", count: 4))
    #expect(agreement.references[0].provision == 0)
  }

  @Test func `an exhibit may follow its entry in the list at once`() {
    let text = """
      1. RELEASE. See Exhibit B.

      2. TERM. One year.

      Exhibit A   Form of Note

      Exhibit B   Release

      Exhibit B

      RELEASE

      1. Claims. None are left.
      """
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2", "Exhibit B", "Exhibit B/1"])
  }

  @Test func `the (i) behind (h) is the letter where no (ii) of its own follows`() {
    var text = "1. DUTIES\n\n1.1 Reports. The miller gives:\n\n"
    for letter in "abcdefgh" { text += "(\(letter)) the report of that letter, in full;\n\n" }
    let letters = "abcdefgh".map { "1.1(\($0))" }
    let last =
      text
      + "(i) from time to time, what else (i) the bank or (ii) the owner asks for.\n\n1.2 More. He gives:\n\n(i) one; and\n\n(ii) two.\n"
    #expect(
      Fixtures.agreement(of: last).provisions.map(\.number) == ["1", "1.1"] + letters + ["1.1(i)", "1.2", "1.2(i)", "1.2(ii)"])
    let roman = text + "(i) one of these; or\n\n(ii) another of them.\n\n1.2 More. He gives it.\n"
    #expect(Fixtures.agreement(of: roman).provisions.map(\.number) == ["1", "1.1"] + letters + ["1.1(h)(i)", "1.1(h)(ii)", "1.2"])
  }

  @Test func `a list of exhibits in a provision begins no exhibit`() {
    let text = """
      1. PAPERS

      1.1 Exhibits. The following exhibits are attached:

      Exhibit A:  The Mill
      Exhibit B:  The Ford
      Exhibit C:  The Sacks

      2. WORK

      2.1 Grinding. The miller grinds.
      """
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "1.1", "2", "2.1"])
  }

  @Test func `an article's number may close the paragraph above its title`() {
    let text = """
      NOW, THEREFORE, in view of the mill, the ford, the sacks and whatever else there is between them, they agree: ARTICLE I

      WORDS Section 1.01 Meanings. Words mean what they say in the mill, at the ford and on the road between the two of them, and wherever else the miller and the owner of the mill may come to speak of them to one another or to their men. ARTICLE II

      WORK Section 2.01 Grinding. The miller grinds.
      """
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["I", "1.01", "II"])
  }

  @Test(arguments: [
    // The line above ends without a stop, and the items say by their order that they are a list.
    "1. Goods. Oak sells fruit.\n\n2. Promise. Oak promises that the fruit\n(a) is free from worms,\n(b) is dry, and\n(c) is new.\n\n3. Law. None.\n",
    "1. Goods. Oak sells fruit.\n\n2. Promise. Oak gives any of\n\n(a) apples;\n\n(b) pears; or\n\n(c) plums.\n\n3. Law. None.\n",
  ])
  func `a list begins below a line that ends in the middle of its sentence`(text: String) {
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2", "2(a)", "2(b)", "2(c)", "3"])
  }

  @Test func `a list of appendices in a clause begins none, where the clauses go on`() {
    let text =
      "1. Data. As in Appendix 1.\n\n2. Appendices. They are:\n\nAppendix 1: Kinds\n\nAppendix 2: Helpers\n\n3. Signing. Both sign.\n\nAPPENDIX 1: KINDS\n\nNames of bakers.\n\nAPPENDIX 2: HELPERS\n\nBirch Limited.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2", "3", "Appendix 1", "Appendix 2"])
  }

  @Test func `schedules that a sentence lists are none, whatever lines they take`() {
    let text = """
      1. Sale. The seller sells.

      2. Papers. The following schedules are part of this deed:

      SCHEDULE I:    Terms of sale, stay
      and haulage.
      SCHEDULE II:   "Boats"

      3. Law. Ohio.

      SCHEDULE II: BOATS

      1. Ada.

      2. Bess.
      """
    #expect(
      Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2", "3", "Schedule II", "Schedule II/1", "Schedule II/2"])
  }

  @Test(arguments: [
    "          LIST OF MARKS\n            SCHEDULE 1", "          List of Marks\n            Schedule 1", "[SCHEDULE 1]",
    "\"SCHEDULE 1\"",
    "Schedule 1 - What we sell",
  ])
  func `schedules are titled above, behind a dash, and stand in brackets`(heading: String) {
    let text = "1. Marks. They are in Schedule 1.\n\n2. Law. Ohio.\n\n\(heading)\n\nThe heron and the bee.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2", "Schedule 1"])
  }

  @Test func `a letter alone below a heading is a provision where it has a heading itself`() {
    let text = "1. Stay. (a) By time. (i) The boat stays.\n\n(ii) It may go.\n\n2. Law. Ohio.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "2"])
  }

  @Test func `a longer line without a verb, and a question, are headings`() {
    let text =
      "1 Help with the customer's own duties and the rights of all others\n\n1.1 It is given.\n\n2. What is this paper?\n\n2.1 A deed.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "1.1", "2", "2.1"])
    #expect(agreement.provisions.compactMap(\.heading).map { agreement.words($0) }.contains("What is this paper?"))
  }

  @Test func `a contents table above ARTICLE 1 ends where its articles come again`() {
    let text = """
      DOCK DEED

      TABLE OF CONTENTS

      ARTICLE 1  WORDS ............ 1
      1.1  Meanings ............... 1
      ARTICLE 2  STAY ............. 2
      2.1  Dock ................... 2

      ARTICLE 1
      WORDS

      1.1 Meanings. A boat is a boat.

      ARTICLE 2
      STAY

      2.1 Dock. It stays.
      """
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "1.1", "2", "2.1"])
  }

  @Test func `a further set of terms begins anew below its title, in capitals or not`() {
    let text =
      "TERMS\n\n1. Use. You use it.\n\n2. Fee. Ten.\n\nAdditional Terms for Europe\n\n1. Scope. Europe.\n\n2. Court. Home.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.filter { $0.kind == .provision }.map(\.depth) == [0, 0, 0, 0])
  }

  @Test func `a number right below its article, and the first of a list below words that go on, begin paragraphs`() {
    let articles =
      "Article 1 Words\n1.1 \"Boat\" means a boat.\n\nArticle 2 Stay of boats\n2.1 Dock\nThe boat stays.\n\nArticle 3 Law\n3.1 Ohio.\n"
    #expect(Fixtures.agreement(of: articles).provisions.map(\.number) == ["1", "1.1", "2", "2.1", "3", "3.1"])
    let list =
      "1. Boats. Oak sells boats.\n\n2. Promise. Oak promises that the boat\na) will be free from worms,\nb) is dry, and\nc) is new.\n\n3. Law. Ohio.\n"
    #expect(Fixtures.agreement(of: list).provisions.map(\.number) == ["1", "2", "2(a)", "2(b)", "2(c)", "3"])
  }

  @Test func `an old schedule is the one above referred to`() {
    let text =
      "1. Lease. The land is in the First Schedule.\n\n2. Rent. Ten.\n\nTHE FIRST SCHEDULE above referred to\n\nThe Land\n\n1. North field.\n\n2. South field.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "2", "Schedule 1", "Schedule 1/1", "Schedule 1/2"])
    #expect(!agreement.references.contains { !$0.attached })
  }
}
