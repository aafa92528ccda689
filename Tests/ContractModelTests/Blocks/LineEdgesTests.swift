import ContractModel
import TestSupport
import Testing

/// What prints nothing at the edges of lines belongs to no block; what parts a word does.
@Suite struct LineEdgesTests {
  @Test func `a hyphen that parts a word over blank lines stays with its word`() {
    let agreement = Fixtures.agreement(of: "DOCK LEASE\n\nThe owner pays for tie\u{AD}\n\n\nins of the mains, and for sheds.\n")
    #expect(Laws.broken(by: agreement) == nil)
    let block = agreement.blocks.first { String(decoding: agreement.text.bytes[$0.range], as: UTF8.self).hasPrefix("The owner") }
    #expect(block.map { agreement.text.bytes[$0.range].suffix(2) } == [0xC2, 0xAD])
  }

  @Test(arguments: ["\u{200B}", "\u{2003}", "\u{A0}", "\u{2060}"])
  func `blanks of any width around a line are no words`(blank: String) {
    let agreement = Fixtures.agreement(of: "DOCK LEASE\n\n\(blank)1. Rent. The rent is ten.\(blank)\n\n2. End. It ends.\n")
    #expect(Laws.broken(by: agreement) == nil)
    #expect(agreement.provisions.map(\.number.description) == ["1", "2"])
  }
}
