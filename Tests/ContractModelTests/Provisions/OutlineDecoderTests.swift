import ContractModel
import TestSupport
import Testing

/// The outline is the cheapest explanation of all numbers, so that one slip does not cost what follows it.
@Suite struct OutlineDecoderTests {
  private func numbers(_ text: String) -> [String] { Fixtures.agreement(of: text).provisions.map(\.number) }

  @Test func `a run of slipped numbers does not end the clauses`() {
    let text = """
      1. WORDS

      1.1 "Mill" means the mill at Oak.

      1.2 "Grain" means rye.

      2. "Flour" means ground grain.

      3. "Sack" means fifty pounds.

      1.3 "Miller" means Elm.

      1.4 "Owner" means Oak.

      2. GRINDING

      2.1 The Miller grinds.

      2.2 The Owner pays.

      3. END

      3.1 A year.
      """
    let found = numbers(text)
    #expect(found.contains("1.3") && found.contains("1.4"))
    #expect(found.suffix(5) == ["2", "2.1", "2.2", "3", "3.1"])
  }

  @Test func `parts with titles are no items of the list above them`() {
    let text = """
      This licence holds for:

      (a) mills; and

      (b) bakeries.

      A. TERMS FOR MILLS

      I. Grinding

      The miller grinds.

      II. Fees

      The owner pays.

      B. TERMS FOR BAKERIES

      I. Baking

      The baker bakes.
      """
    #expect(numbers(text) == ["(a)", "(b)", "A", "A.I", "A.II", "B", "B.I"])
  }

  @Test func `letters within a sentence do not end the list they stand in`() {
    let items = ["i", "ii", "iii", "iv", "v", "vi"]
    var text = "1. Promises. (a) The Seller says that:\n\n"
    for item in items {
      text += "(\(item)) the mill number \(item) is sound and its wheel turns;\n\n"
      if item == "iii" {
        text += "In this, the wheel means: (b) the wood; (c) the iron; and (d) the rope.\n\n"
      }
    }
    text += "(b) The Buyer says nothing.\n"
    let found = numbers(text)
    for item in items { #expect(found.contains("1(a)(\(item))"), "\(item) in \(found)") }
  }

  @Test func `a capital in a list of small letters is one of them`() {
    let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "I", "j", "k"]
    let text =
      "1. Goods. The Seller sells:\n\n" + letters.map { "\($0). item \($0) of the list;\n\n" }.joined() + "2. Price. Ten.\n"
    #expect(numbers(text) == ["1"] + letters.map { "1(\($0))" } + ["2"])
  }

  @Test func `a list that counts on below the next clause is that clause's`() {
    let text =
      "Section 1. Goods. The Seller sells:\n\n(a) oak; and\n\n(b) elm.\n\nSection 2. Price. The Buyer pays:\n\n(c) ten dollars.\n"
    #expect(numbers(text) == ["1", "1(a)", "1(b)", "2", "2(c)"])
  }

  @Test func `a slip at the very end is taken as printed where others hang on it`() {
    #expect(numbers("1. A mill.\n\n1.1 Oak.\n\n2. A weir.\n\n9. LAW\n\n9.1 Ohio law governs this.\n").suffix(2) == ["9", "9.1"])
  }

  @Test func `a capital numeral below the eighth letter opens a list of its own`() {
    let text = """
      A. Grain.

      B. Flour.

      C. Bread.

      I. Rye bread.

      II. Wheat bread.

      D. Cake.
      """
    #expect(numbers(text) == ["A", "B", "C", "C.I", "C.II", "D"])
  }

  @Test func `numbers of words quoted from another paper are not the amendment's`() {
    let text = """
      AMENDMENT

      1. Section 3 of the Lease is replaced by the following:

      3. Rent.

      (a) The Tenant pays ten a month.

      (b) The Tenant pays on the first.

      2. All else stays.
      """
    let found = numbers(text)
    #expect(found.first == "1" && found.last == "2")
    #expect(!found.contains("3"))
  }

  @Test func `items below a recital are its own`() {
    let text = """
      DEED

      between Oak Ltd ("Oak") and Elm Ltd ("Elm")

      WHEREAS

      (i) Oak owns:

      a. a mill; and

      b. a weir;

      (ii) Elm wants to lease them.

      NOW THEREFORE the parties agree:

      1. LEASE

      1.1 Oak leases them to Elm.
      """
    #expect(numbers(text) == ["Recital i", "Recital i(a)", "Recital i(b)", "Recital ii", "1", "1.1"])
  }

  /// Dismissals and notes are kept by a provision's number: they must not lose it because text is added far behind.
  @Test func `text that grows at its end never renumbers its head`() {
    func clause(_ n: Int) -> String {
      "\(n). Duty \(n).\n\n\(n).1 The Seller mills.\n\n(a) by day; and\n\n(b) by night.\n\n\(n).2 The Buyer pays.\n\n"
    }
    let head = (1...60).map(clause).joined()
    let tails = [
      "A. ANNEXED RULES\n\nI. Noise\n\n(i) None.\n\n", "7. Odd.\n\n9. Odder.\n\n8. Oddest.\n\n", (61...70).map(clause).joined(),
    ]
    let before = numbers(head)
    for tail in tails {
      #expect(Array(numbers(head + tail).prefix(before.count - 10)) == Array(before.prefix(before.count - 10)))
    }
  }
}
