import ContractModel
import TestSupport
import Testing

/// The papers that an agreement names and a case has not.
@Suite struct MentionedPapersTests {
  private func links(_ text: String) -> CaseLinks {
    Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("other.txt", text)])).links
  }

  private func absent(_ words: String) -> [String] {
    links(
      "SUPPLY AGREEMENT\n\nThis Supply Agreement is made as of May 9, 2004 between Oak Properties Ltd and Elm Trading Ltd.\n\n1. Terms. \(words)\n"
    )
    .absent[1]
  }

  @Test(arguments: [
    ("It is made under the Joint Venture Contract of both.", ["Joint Venture Contract"]),
    ("Under that certain purchase agreement of even date herewith (the \"Purchase Agreement\") Elm buys.", ["Purchase Agreement"]),
    ("Under a purchase agreement of the same day (the \"Purchase Agreement\") Elm buys.", ["Purchase Agreement"]),
    ("The Lease Agreement stays as it is.", []), ("The Supply Agreement may be ended.", []), ("As the Securities Act says.", []),
    ("A Framework Agreement may be made.", []),
  ])
  func `a paper that is named and is no member is said to be absent`(words: String, names: [String]) {
    #expect(absent(words) == names)
  }

  @Test func `a paper that says it is an appendix to another is a part of it`() {
    let made = links("SUPPLY AGREEMENT\n\n1. Place. This contract is one appendix to the Joint Venture Contract signed by both.\n")
    #expect(made.parentDocuments == [nil, "Joint Venture Contract"])
  }
}
