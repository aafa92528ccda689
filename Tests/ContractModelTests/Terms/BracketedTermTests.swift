import ContractModel
import TestSupport
import Testing

/// Terms in brackets without quotation marks, told by the capitals they are used with.
@Suite struct BracketedTermTests {
  private func terms(_ text: String) -> [String] { Fixtures.agreement(of: text).terms.map(\.name) }

  @Test func `words in brackets are a term where the text uses them from there on`() {
    #expect(
      terms("1. Rent is due within thirty days (the Rent Period). Interest runs from the end of the Rent Period.\n") == [
        "Rent Period"
      ])
    #expect(
      terms("1. The crane stands in the yard at Hull (Yard). The miller keeps the Yard clean. Nobody sleeps in the Yard.\n") == [
        "Yard"
      ])
    #expect(
      terms(
        "A. They made the Mill Hire Deed dated 20 April 2021 (Hire Deed).\n\nB. The Hire Deed binds them. The Hire Deed stays.\n")
        == ["Hire Deed"])
  }

  @Test func `words that are used before, once only, or as a heading or a place are none`() {
    // Once, without an article.
    #expect(terms("1. The crane stands in the yard (Yard). The miller keeps the Yard clean.\n") == [])
    // Before the bracket.
    #expect(terms("1. The Yard is shut. The crane is in it (the Yard). The miller keeps the Yard clean.\n") == [])
    // Headings of provisions, and countries.
    #expect(
      terms("1. Under Section 3 (Rent) it is due. The Rent is ten. The Rent is paid.\n\n3. Rent. The Rent is due.\n") == [])
    #expect(
      terms("1. The mill is at Windsor (Ontario). In the Ontario of today mills are few, and the Ontario miller too.\n") == [])
  }
}
