import ContractModel
import Testing

@Suite struct UnbalancedTests {
  @Test func `a bracket that is never closed, and one that was never opened, are found`() {
    let rest = (3...14).map { "\($0). Part. The parties do what is said.\n\n" }.joined()
    expect("unbalanced", "1. Sale. The seller 1️⃣(and its heirs sell.\n\n2. Law. Maine.\n\n\(rest)", at: ["1️⃣"], .warning)
    expect("unbalanced", "1. Sale. The seller and its heirs1️⃣) sell.\n\n2. Law. Maine.\n", at: ["1️⃣"], .warning)
  }

  @Test func `a quotation mark that a bracket cuts off is found and can be mended`() {
    expect("unbalanced", "1. Sale. Acme 1️⃣(the \"Seller) sells.\n", at: ["1️⃣"], .warning)
    let fix = findings("unbalanced", "1. Sale. Acme (the “Seller) sells.\n").first?.fix
    #expect(fix?.text == "”")
    #expect(fix.map { $0.range.isEmpty && $0.range.lowerBound == "1. Sale. Acme (the “Seller".utf8.count } == true)
  }

  @Test func `marks of items, a bracket round a list and inches are none`() {
    expectNone(
      "unbalanced",
      [
        "1. Sale. The seller sells a) nails, b) iron and 12) rope.\n",
        "1. Sale. The seller (and any of:\n\n(a) its heirs;\n\n(b) its buyers) sells.\n",
        "1. Sale. A pipe (of 12\" width) is sold.\n",
        "1. Sale. Acme (the \"Seller\") sells.\n",
      ])
  }

  @Test func `a text full of them gives hints only`() {
    let torn = (1...40).map { "\($0). Part (of it.\n\n" }.joined()
    #expect(findings("unbalanced", torn).allSatisfy { $0.severity == .info })
    #expect(!findings("unbalanced", torn).isEmpty)
  }
}
