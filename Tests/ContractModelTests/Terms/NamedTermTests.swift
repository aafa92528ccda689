import ContractModel
import TestSupport
import Testing

/// Terms that a sentence names at its end, terms on lines and in columns of their own, and terms that the file sets apart.
@Suite struct NamedTermTests {
  private func terms(_ text: String) -> [String] { Fixtures.agreement(of: text).terms.map(\.name).sorted() }

  @Test(arguments: [
    ("The hut at 4 Dock Road shall be known as the Wheel Hut. Sacks lie in the Wheel Hut.", ["Wheel Hut"]),
    ("Nine pounds a week is referred to in this deed as the Weekly Charge. Ann pays the Weekly Charge.", ["Weekly Charge"]),
    ("The day on which the mill is handed over is the Start Date. Rent runs from the Start Date.", ["Start Date"]),
    ("The sum so found shall be deemed to be the Last Charge. Ann pays the Last Charge.", ["Last Charge"]),
    // A proper name, and a title that nobody uses.
    ("The mill is on the hill known as the Windy Peak. From the Windy Peak one sees Hull.", []),
    ("The person who asks is the Chief Miller.", []),
  ])
  func `a sentence names a term at its end`(sentence: String, named: [String]) {
    #expect(terms("1. \(sentence)\n\n2. Law. Maine.\n") == named)
  }

  @Test func `terms on lines of their own have their meaning below, whatever it begins with`() {
    let plain =
      "1. Definitions\n\nMill\n\nthe mill at the ford.\n\nRent\n\n£200 a day.\n\nEnd Date\n\nthe last day of June.\n\n2. Use\n"
    #expect(terms(plain) == ["End Date", "Mill", "Rent"])
    let quoted =
      "1. Words\n\n1.1 In this deed:\n\n\"Mill\"\n\nthe mill at the ford.\n\n\"End Date\"\n\n3 June 2031.\n\n2. Use. Grind.\n"
    #expect(terms(quoted) == ["End Date", "Mill"])
  }

  @Test func `a term and its colon alone on a line head the items below, and end those of the term before`() {
    let agreement = Fixtures.agreement(
      of:
        "1. Words\n\n“Due Day”:\n\n(a) for barges, May 1; and\n\n(b) for carts, May 2.\n\n“Hire Time”:\n\n(a) for a barge, a month; and\n\n(b) for a cart, a day.\n\n“Rent”: ten dollars.\n"
    )
    #expect(agreement.provisions.map(\.number).filter { $0.contains("Hire Time") } == ["1 \"Hire Time\"(a)", "1 \"Hire Time\"(b)"])
    let meaning = agreement.term(named: "Hire Time").flatMap { agreement.terms[$0].meaning() }.map {
      agreement.text.string($0.extent)
    }
    #expect(meaning?.hasPrefix("“Hire Time”:") == true)
  }

  @Test func `a remark may stand between a term on its own line and its meaning`() {
    let text =
      "1.1 \"Mill\". The mill at the ford.\n\n1.2 \"Control\"\n\n(with \"Controlled by\"). The power to vote in all that the mill does.\n\n1.3 \"Debt\" means what is owed.\n\n2. Use. Grind.\n"
    #expect(terms("1. Definitions\n\n" + text).contains("Control"))
  }

  @Test func `a row of two columns goes on below itself`() {
    let text = """
      1.1\tThe following words bear these meanings:

      Mill\tthe mill at the ford;
      Rent\t£200 a day, or such other sum as both
      \tagree in writing; and
      End Date\tthe last day of June.

      2\tUse
      """
    #expect(terms(text) == ["End Date", "Mill", "Rent"])
  }

  @Test func `an index of terms points to where they are defined`() {
    let text = """
      1.1 Other Words. These terms are defined in the Section set forth opposite each:

      Term                 Section
      Closing              2.1
      Mill Price           2.2

      2.1 Closing. The sale closes in May (the "Closing").

      2.2 Price. Ann pays $9 (the "Mill Price") at the Closing.
      """
    #expect(terms(text) == ["Closing", "Mill Price"])
    #expect(findings("duplicate-term", text).isEmpty)
  }

  @Test(arguments: [
    ("1. Ann may renew for a year (the \"New Term\" (its first day being the \"New Date\")).", ["New Date", "New Term"]),
    ("1. The mill of Oak Inc. (\"Oak,\" \"we,\" or \"us\") grinds.", ["Oak", "us", "we"]),
    ("1. Songs (the \"Songs\", individually a \"Song\") are sung.", ["Song", "Songs"]),
    ("1. In this deed 'the Mill' means the one at the ford.", ["Mill"]),
    ("1. In this deed:\n\n'Guests' Goods' means what guests bring.", ["Guests' Goods"]),
  ])
  func `brackets, commas and single marks hold terms as drafters print them`(text: String, named: [String]) {
    #expect(terms(text + "\n").map { $0.replacing("\u{2019}", with: "'") }.sorted() == named)
  }

  @Test func `two words with a capital each and a verb are a term without marks, a heading is none`() {
    #expect(terms("1. Mill Wheel means the wheel at the ford.\n\n2. Law. Maine.\n") == ["Mill Wheel"])
    #expect(terms("1. Adequate Mill Means. Ann has the means to pay.\n\n2. Law. Maine.\n") == [])
  }

  @Test func `the role of a party in brackets alone is a term`() {
    let text =
      "LEASE\n\nThis lease is made between\n\n(1) Oak Mills Limited (Owner); and\n\n(2) Ann Fir (Miller).\n\n1. Rent. The Miller pays.\n"
    #expect(terms(text) == ["Miller", "Owner"])
  }

  @Test func `a bracket may give two names, and a colon may stand before one`() {
    #expect(
      terms(
        "The mill is kept by Hull Barter Systems Ltd (hereinafter referred to as HBS or Company). HBS grinds.\n\n1. Work. The Company works.\n\n2. Law. Maine.\n"
      ) == ["Company", "HBS"])
    #expect(terms("1. Sale. Ann, hereinafter referred to as: \"Seller\", sells.\n\n2. Law. Maine.\n") == ["Seller"])
  }

  @Test func `two terms without marks count right below the title of definitions`() {
    let list = "Vessel means a ship of the Carrier.\n\nSeason means the months from April to October.\n"
    #expect(
      terms("1. DEFINITIONS\n\n1.1 In this agreement:\n\n\(list)\n2. TOWING\n\n2.1 Oak shall tow.\n") == ["Season", "Vessel"])
    #expect(terms("1. TOWING\n\n1.1 Oak shall tow.\n\n\(list)\n2. LAW\n\n2.1 Maine.\n") == [])
  }
}
