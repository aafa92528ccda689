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
    #expect(numbers(text) == ["", "Recital A", "Recital B", "1", "2"])
    #expect(Fixtures.agreement(of: text).name(of: 0) == "RECITALS")
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

  @Test(arguments: [
    "This lease is made on May 1, 2008 by Oak Ltd (the \"Owner\") and Elm Ltd (the \"Tenant\") of the town of Hull.\nRecitals\n\nA)\tThe owner has a mill.\n\nB)\tThe tenant wants it.\n\nAgreement\n\n1.\tThe mill is let.\n\n2.\tThe rent is ten pounds.\n",
    "This lease is made on May 1, 2008 by Oak Ltd (the \"Owner\") and Elm Ltd (the \"Tenant\"), with reference to the following facts:   A. The owner has a mill that stands on the river by the old bridge of the town.   B. The tenant wants it for the grinding of corn of all kinds.   NOW, THEREFORE, IT IS AGREED:   1. LETTING   1.1 Mill   The mill is let.   2. RENT   2.1 Sum   The rent is ten pounds.\n",
  ])
  func `letters below a title of recitals or behind "the following facts" are recitals`(text: String) {
    let numbers = Fixtures.agreement(of: "MILL LEASE\n\n" + text).provisions.map(\.number)
    #expect(numbers.filter { !$0.contains(".") } == ["Recital A", "Recital B", "1", "2"])
  }

  @Test(arguments: [
    "between:\n\n(a) Oak Fuels Limited (\"Supplier\"); and\n\n(b) Elm Ferries Limited (\"Customer\").",
    "between:\n\n(i) Oak Fuels Limited (\"Supplier\"); and\n\n(ii) Elm Ferries Limited (\"Customer\").",
    "between:\n(1) Oak Fuels Limited (\"Supplier\"); and\n(2) Ann Fir (\"Customer\").",
    "between:\n\n(1) OAK FUELS LIMITED (the \"Supplier\"); and\n\n(2) [\u{25CF}] (the \"Customer\").",
  ])
  func `numbers of parties below an introduction that ends open are no provisions`(parties: String) {
    let text =
      "OIL AGREEMENT\n\nThis agreement is made on 4 June 2022 \(parties)\n\n1. Supply. The Supplier supplies oil.\n\n2. Price. The Customer pays.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "2"])
    #expect(agreement.parties.map(\.role) == ["Supplier", "Customer"])
  }
}

extension String {
  /// The text with everything from `mark` on replaced.
  fileprivate func replacingTail(of mark: String, with tail: String) -> String {
    let head = self.split(separator: mark, maxSplits: 1)[0]
    return head + tail
  }
}
