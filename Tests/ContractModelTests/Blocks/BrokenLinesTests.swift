import ContractModel
import TestSupport
import Testing

/// Texts whose lines say little of their paragraphs: made from HTML, cut by page numbers, or run together.
@Suite struct BrokenLinesTests {
  private func numbers(_ text: String) -> [String] { Fixtures.agreement(of: text).provisions.map(\.number) }
  private func headings(_ text: String) -> [String?] {
    let agreement = Fixtures.agreement(of: text)
    return agreement.provisions.map { $0.heading.map { agreement.text.string($0).replacing("\n", with: " ") } }
  }

  @Test func `a paragraph that breaks behind its first word is one`() {
    let section = { (number: Int) in
      """
      Section
      \(number).1          Closing
      Steps. The seller hands over the keys of every shed that it lets, and the buyer
      pays the price of each into the account that the seller names.


      """
    }
    let text = (1...6).map(section).joined()
    #expect(numbers(text) == ["1.1", "2.1", "3.1", "4.1", "5.1", "6.1"])
    #expect(headings(text) == Array(repeating: "Closing Steps", count: 6))
  }

  @Test func `numbered titles above their text are no first words that lines broke off`() {
    let titles = ["Pay", "Rest Days", "Tools", "Leave", "Notice", "Law"]
    let text = titles.enumerated().map { index, title in
      """
      \(index + 1). \(title)
      The hand is told of this in the week before the work begins, and is told again
      when the season turns and the mill opens.


      """
    }.joined()
    #expect(headings(text) == titles)
  }

  @Test func `a quotation that a line broke behind a number is one`() {
    let text =
      "1. Words\n\n1.1 \"Harvest\nBonus Pay\" means pay that hangs on the corn that was cut by hand.\n\n1.2 \"Debt\" means what is owed.\n"
    #expect(headings(text) == ["Words", "Harvest Bonus Pay", "Debt"])
  }

  @Test func `an item below a long line is an item, whatever that line ends in`() {
    let long = String(repeating: "pays every cost that the other side has borne in good faith, ", count: 4)
    let text = """
      1. DUTIES. The buyer
      (a) \(long)and
      (b) \(long)or
      (c) names another buyer.
      """
    #expect(numbers(text) == ["1", "1(a)", "1(b)", "1(c)"])
  }

  @Test func `a bracketed number alone on its line is an item and no page`() {
    let items = ["(i)", "(ii)", "(iii)", "(iv)"].map { "\($0)\n\nThe barn named in list \($0), with its doors.\n" }.joined(
      separator: "\n")
    #expect(numbers("1. BARNS\n\nThe seller sells:\n\n" + items) == ["1", "1(i)", "1(ii)", "1(iii)", "1(iv)"])
  }

  @Test func `numbers with a full stop that part sentences are pages`() {
    let line = "The tenant keeps the roof of the barn dry and mends what the wind has torn from it.\n"
    let page = { (number: Int) in
      String(repeating: line, count: 14) + "Where the tenant lets the barn to\n\n\(number).\n\nanother, the same holds.\n\n"
    }
    let text = "1. ROOFS\n\n" + (1...4).map(page).joined() + "2. DOORS\n\nThe tenant oils them."
    #expect(numbers(text) == ["1", "2"])
  }

  @Test func `page numbers glued to the lines of pages are no words of theirs`() {
    let words = String(repeating: "The keeper counts the sheep and says how many there are. ", count: 8)
    let text = "1. COUNTING. \(words)\n\n2 2. FEEDING. \(words)\n\n3 \(words)\n\n4 3. SHEARING. \(words)\n\n5 \(words)"
    #expect(numbers(text) == ["1", "2", "3"])
    #expect(headings(text) == ["COUNTING", "FEEDING", "SHEARING"])
  }

  @Test func `recitals within a paragraph are recitals`() {
    let text = """
      THIS DEED is made between Oak Ltd ("Oak") and Elm Ltd ("Elm"). RECITALS: A. Oak has a mill. B. Elm has grain. C. Both would grind. \
      NOW THEREFORE, the two agree as follows: 1. GRINDING. Oak grinds what Elm brings, on every day but Sunday, and keeps a tenth. \
      2. PAYMENT. Elm pays for each sack as Section 1 says, in coin, within a week of the grinding and not later than that, ever. \
      3. TERM. One year.
      """
    #expect(numbers(text) == ["Recital A", "Recital B", "Recital C", "1", "2", "3"])
  }

  @Test func `a series in running text may have lost its first number`() {
    let text = """
      1. TERMS. Words that are used here mean what is said of them below, and nothing else, wherever they stand in this paper: \
      1.2. The word "Mill" means the mill at the ford. 1.3 The word "Ford" means the place where the road goes through the river. \
      1.4 The word "Road" means the way from the town to the mill, with its verges and its bridges and whatever grows on them.
      """
    #expect(numbers(text) == ["1", "1.2", "1.3", "1.4"])
  }

  @Test func `a paper behind the signatures of another begins its own numbers`() {
    let text = """
      1. SALE. The seller sells.

      2. PRICE. The buyer pays ten.

      IN WITNESS WHEREOF, the two have signed.

      By: Jo Oak

      PROMISE TO PAY

      1. Sum. The maker owes ten.

      2. Day. It is due in May.
      """
    #expect(numbers(text) == ["1", "2", "1", "2"])
  }

  @Test func `a word alone below numbers alone is no foot of a page`() {
    let item = { (number: Int) in "\(number).\n\n\nThe\nmiller grinds the grain that is brought to him on day \(number).\n\n\n" }
    #expect(numbers((1...5).map(item).joined()) == ["1", "2", "3", "4", "5"])
  }

  @Test func `numbers without a full stop that begin long lines are provisions' where their words follow`() {
    let words = String(repeating: "The keeper counts the sheep and says how many there are. ", count: 8)
    let text = "1 Counting. \(words)\n\n2 Feeding. \(words)\n\n3 Shearing. \(words)\n\n4 Selling. \(words)"
    #expect(numbers(text) == ["1", "2", "3", "4"])
  }
}
