import ContractModel
import TestSupport
import Testing

@Suite struct PatternFoldingTests {
  @Test(arguments: ["“Season Day”", "\"Season Day\"", "the Hirer’s own", "the Hirer's own", "Season\u{A0}Day"])
  func `words copied from a page are found`(pattern: String) throws {
    let agreement = Fixtures.agreement(of: "1. Words. “Season Day” means the Hirer’s own day. \"Season Day\" is the Hirer's own.\n")
    let matcher = try #require(TextMatcher.literal(pattern))
    #expect(agreement.places(of: matcher).count == 2)
  }
}
