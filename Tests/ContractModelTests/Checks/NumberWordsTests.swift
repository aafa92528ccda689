import ContractModel
import TestSupport
import Testing

@Suite struct NumberWordsTests {
  @Test func `words and figures that differ are found`() {
    expect(
      "number-words", "1. Term. It ends after 1️⃣thirty (20) days.\n", at: ["1️⃣"], .warning,
      messages: ["“thirty (20)” says 30 in words and 20 in figures."])
    expect("number-words", "1. Price. The buyer pays 1️⃣Two Million Dollars (US $3,000,000).\n", at: ["1️⃣"], .warning)
    expect("number-words", "1. Price. The buyer pays 1️⃣Two Million Dollars (USD 3,000,000).\n", at: ["1️⃣"], .warning)
    expect("number-words", "1. Price. The buyer pays 1️⃣Two Million United States Dollars (US $3,000,000).\n", at: ["1️⃣"], .warning)
    expect("number-words", "1. Price. The buyer pays 1️⃣Twenty thousand dollars ($20.000).\n", at: ["1️⃣"], .warning)
    expect("number-words", "1. Term. It lasts for one 1️⃣thirty (20) day period.\n", at: ["1️⃣"], .warning)
    expect("number-words", "1. Count. There are 1️⃣one hundred and five (150) of them.\n", at: ["1️⃣"], .warning)
  }

  @Test func `amounts that agree, clause numbers and percentages do not differ`() {
    expectNone(
      "number-words",
      [
        "thirty (30) days", "Two Million Five Hundred Thousand Dollars ($2,500,000.00)", "twenty-one (21) days",
        "one hundred and five (105)", "two and one-half (2.5) years", "five (5%) percent", "subsection one (a)", "in May (2003)",
        "4 Million Dollars ($4,000,000)", "Four and One-Half Million Dollars ($4,500,000)", "one twelve (12) month period",
        "twelve (1200) o'clock noon", "twelve (1200) o’clock",
      ].map { "1. Term. The matter is \($0) for all.\n" })
  }

  @Test func `shares, other moneys, periods before the bracket and words in it are compared`() {
    for words in [
      "seven percent (7.5%)", "$5,000 (six thousand dollars)", "Thirty-five thousand pounds (£35.000)", "ninety days (60)",
      "4 Million Dollars ($400,000)",
    ] { expect("number-words", "1. Fee. The buyer pays 1️⃣\(words) for all.\n", at: ["1️⃣"], .warning) }
    expectNone(
      "number-words",
      [
        "one-half of one percent (0.50%)", "one hundredth of one percent (0.01%)", "seven and one-half percent (7.5%)",
        "ten percent (10.0%)",
        "within thirty days (1) the boat", "five thousand euros (EUR 5,000)", "$5,000 (five thousand dollars)",
      ].map { "1. Fee. The buyer pays \($0) for all.\n" })
  }

  @Test func `amounts are compared with the currency in front, with cents and with a unit behind`() {
    for words in [
      "EUR 10,000 (nine thousand)", "Rs. 5,000 (Rupees Six Thousand only)", "£4,000 (five thousand pounds)",
      "Fifty Thousand and 00/100 Dollars ($55,000.00)", "30 (twenty) days", "Rs. 50,000/- (Rupees Five Lakh only)",
      "R50 000 (five thousand Rand)", "R5,000 (six thousand Rand)",
    ] { expect("number-words", "1. Fee. The buyer pays 1️⃣\(words) for all.\n", at: ["1️⃣"], .warning) }
    expect("number-words", "1. Fee. The fee is Rupees 1️⃣Twenty Thousand (Rs. 2,000).\n", at: ["1️⃣"], .warning)
    expectNone(
      "number-words",
      [
        "EUR 9,000 (nine thousand)", "Rs. 6,000 (Rupees Six Thousand only)", "£5,000 (five thousand pounds)",
        "Fifty Thousand and 00/100 Dollars ($50,000.00)", "20 (twenty) days",
        "Rs. 5,00,000/- (Rupees Five Lakhs only)", "Rs. 2,00,00,000 (Rupees Two Crores only)", "R50 000 (fifty thousand Rand)",
        "in 2021 000 (one) of them", "Clause 30 (twenty oxen)",
      ].map { "1. Fee. The buyer pays \($0) for all.\n" })
  }

  @Test func `halves, millions in figures and lakhs are compared`() {
    for words in [
      "four and one half per cent (4.25%)", "twelve and one-half percent (12%)", "$3.5 million (three million dollars)",
      "Five Lakhs (Rs. 50,00,000/-)",
    ] { expect("number-words", "1. Fee. The buyer pays 1️⃣\(words) for all.\n", at: ["1️⃣"], .warning) }
    expectNone(
      "number-words",
      [
        "four and one half per cent (4.5%)", "$3 million (three million dollars)", "Five Lakhs (Rs. 5,00,000/-)",
        "$2.5 million (the \"Fee\")",
      ].map { "1. Fee. The buyer pays \($0) for all.\n" })
  }

  @Test func `a letter that ends as a sign's bytes do is taken whole`() {
    for letter in ["\u{AC}", "\u{E3}"] {
      let agreement = Fixtures.agreement(of: "\(letter)5,000 (six thousand) is due.\n\n1. Sale. None.\n\n2. Law. Ohio.\n")
      for finding in Checks.findings(agreement, only: ["number-words"]) {
        #expect(agreement.words(finding.range).hasPrefix(letter))
      }
    }
  }
}
