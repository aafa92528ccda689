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

  @Test func `dashes and ligatures are folded, blanks around a pattern and signs of expressions are not`() {
    #expect(TextMatcher.asRead("2018–2019 o\u{FB03}ce") == "2018-2019 office")
    #expect(TextMatcher.asRead(" the ") == " the ")
    #expect(TextMatcher.asRead("^sale[s]? of \\d+$") == "^sale[s]? of \\d+$")
  }
}
