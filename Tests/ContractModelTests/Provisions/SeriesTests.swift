import ContractModel
import TestSupport
import Testing

/// Where series of numbers and letters begin, go on and end.
@Suite struct SeriesTests {
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

  @Test func `a letter alone below a heading is a provision where it has a heading itself`() {
    let text = "1. Stay. (a) By time. (i) The boat stays.\n\n(ii) It may go.\n\n2. Law. Ohio.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "2"])
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

  @Test func `items that go on in the paragraph of their heading are items`() {
    let agreement = Fixtures.agreement(
      of: """
        MILL AGREEMENT

        1. Care. (a) The tenant oils the wheel. (b) The owner mends the roof; and (c) both keep the lane clear.

        2. Pay. The tenant pays (a) in May, (b) in June, and is asked for no more.

        3. Books. (a) Keeping. The tenant keeps books. (b) Showing. The owner may see them under Section 1(b).

        4. Law. Maine.
        """)
    #expect(agreement.provisions.map(\.number) == ["1", "1(a)", "1(b)", "1(c)", "2", "3", "3(a)", "3(b)", "4"])
    #expect(agreement.references.map(\.targets) == [["1(b)"]])
    // What is all that an item says is no title of it.
    #expect(agreement.provisions[1].heading == nil)
    #expect(agreement.provisions[6].heading.map { agreement.words($0) } == "Keeping")
  }

  @Test func `in an attachment a list that nothing announces stands beside the one before it`() {
    let agreement = Fixtures.agreement(
      of: """
        MILL AGREEMENT

        1. Work. The tenant works by Schedule 1.

        2. Pay. The owner pays.

        SCHEDULE 1

        WORK

        1. Sweep the floor each day.

        2. Oil the wheel.

        The roof

        1. Mend the tiles.

        2. The tenant brings:

        1. a ladder; and

        2. a rope.
        """)
    #expect(
      agreement.provisions.map(\.number).filter { $0.hasPrefix("Schedule 1/") } == [
        "Schedule 1/1", "Schedule 1/2", "Schedule 1/1", "Schedule 1/2", "Schedule 1/2(1)", "Schedule 1/2(2)",
      ])
  }

  @Test func `a number and a title in capitals behind a sentence begin a clause`() {
    let agreement = Fixtures.agreement(
      of: """
        MILL LEASE

        1. LETTING

        The owner lets the mill. The tenant takes it. 2. RENT AND TAXES

        The rent is ten pounds. 3. CARE The tenant oils the wheel. It is No. 4. GREEN WHEEL.

        4. LAW

        Maine.
        """)
    #expect(agreement.provisions.map(\.number) == ["1", "2", "3", "4"])
    #expect(
      agreement.provisions.map(\.heading).map { $0.map { agreement.words($0) } } == ["LETTING", "RENT AND TAXES", "CARE", "LAW"])
  }

  @Test func `in running text deeper numbers behind a colon or a semicolon are items in small letters`() {
    let words = String(
      repeating: "The mill stands by the river and grinds the corn of the whole town in each month of the year. ", count: 4)
    let agreement = Fixtures.agreement(
      of:
        "MILL LEASE\n\n4.1 Use. \(words)4.2 Rent. The tenant shall: 4.2.1 pay ten pounds; 4.2.2 keep books; and 4.2.3 show them. 4.3 Law. Maine, whatever Section 4.2.3 says.\n"
    )
    #expect(agreement.provisions.map(\.number) == ["4.1", "4.2", "4.2.1", "4.2.2", "4.2.3", "4.3"])
    #expect(agreement.references.map(\.targets) == [["4.2.3"]])
  }
}
