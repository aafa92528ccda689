import ContractModel

extension Fixtures {
  /// A loan agreement whose 1.1 is a list of definitions much longer than a screen, in our own words.
  package static let longDefinitions: Case = {
    var text =
      "LOAN AGREEMENT\n\nThis Loan Agreement is made as of May 1, 2004 between Oak Bank (\"Bank\") and Elm Ltd (\"Borrower\").\n\n"
    text += "1. DEFINITIONS\n\n1.1 Terms. In this Agreement:\n\n"
    for (index, name) in names.enumerated() {
      let other = names[(index + 1) % names.count]
      text +=
        "\"\(name)\" means the sum that the Borrower has agreed with the Bank to pay in the quarter, less any \(other), as the Bank "
      text +=
        "works it out by its own books and tells the Borrower within ten days of the end of that quarter, as Section 2 says.\n\n"
      if name == "Cover" { text += "(a) the part that is due; and\n\n(b) the part that is not due.\n\n" }
    }
    text += "2. PAYMENT\n\n2.1 Sum. The Borrower shall pay the Charge and the Margin.\n\n2.2 Day. Payment is due in May.\n\n"
    text += "EXHIBIT A\n\n1. Form. The Bank signs.\n\n2. Day. The Borrower signs.\n"
    return Case(title: "", members: [Case.Member(path: "loan.txt", agreement: agreement(of: text))])
  }()

  private static let names = [
    "Advance", "Balance", "Charge", "Cover", "Debt", "Expense", "Fee", "Gain", "Interest", "Loss", "Margin", "Offset", "Premium",
    "Reserve", "Surplus", "Tax",
  ]
}
