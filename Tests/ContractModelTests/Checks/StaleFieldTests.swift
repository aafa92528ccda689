import ContractModel
import Testing

@Suite struct StaleFieldTests {
  /// The findings of a text in which the words at `from` are a field that leads to `to`.
  private func findings(_ text: String, from: String, to: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let link = try #require(text.firstRange(of: from))
    let target = try #require(text.firstRange(of: to))
    func offset(_ index: String.Index) -> Int { text.utf8.distance(from: text.startIndex, to: index) }
    let links = [TextLink(offset(link.lowerBound)..<offset(link.upperBound), target: offset(target.lowerBound))]
    return Checks.findings(Agreement(SourceText(bytes, links: links)), only: ["stale-field"]).map(\.message)
  }

  private let text = "1. Fees. Pay.\n\n1.1 Rate. As Section 2.1 says.\n\n2. Other. More.\n\n2.1 First. One.\n\n2.2 Second. Two.\n"

  @Test func `a field that prints another number than its target's is found`() throws {
    #expect(try findings(text, from: "2.1 says", to: "Second.").isEmpty)
    #expect(
      try findings(text.replacing("2.1 says", with: "2.1, it says"), from: "2.1", to: "Second.") == [
        "“2.1” is a field that leads to 2.2."
      ])
  }

  @Test func `a field that prints its target's number, or the end of it, is right`() throws {
    #expect(try findings(text.replacing("2.1 says", with: "2.1, it says"), from: "2.1", to: "First.").isEmpty)
  }
}
