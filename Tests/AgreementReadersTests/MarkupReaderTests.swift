import AgreementReaders
import ContractModel
import Testing

@Suite struct MarkupReaderTests {
  private func text(_ source: String, _ name: String) throws -> String {
    let text = try #require(try AgreementReader.read(Array(source.utf8), name: name).documents.first?.text)
    return text.string(0..<text.bytes.count)
  }

  @Test func `HTML gives its words, a number in a cell joined to its paragraph`() throws {
    let page = """
      <html><head><title>x</title><style>p { color: red }</style></head><body>
      <p>SALE &amp; LEASE</p>
      <table><tr><td>1.1</td><td><p>&#8220;Fee&#8221; means
      ten.</p></td></tr></table>
      <hr><script>alert(1)</script><p>1.2&nbsp;End.</p></body></html>
      """
    let read = try text(page, "a.htm")
    #expect(read.contains("SALE & LEASE\n"))
    #expect(read.contains("1.1  “Fee” means ten.\n"))
    #expect(read.contains("<PAGE>"))
    #expect(!read.contains("alert") && !read.contains("color"))
  }

  @Test func `numeric references of Windows-1252 are the characters that were meant`() throws {
    #expect(
      try text("<html><p>&#147;Fee&#148; of the Seller&#146;s &#150; due</p></html>", "a.htm").contains(
        "“Fee” of the Seller’s – due"))
  }

  @Test func `preformatted text keeps its lines`() throws {
    #expect(
      try text("<html><pre>1. SALE\n\n     1.1 The   goods</pre></html>", "a.html").contains("1. SALE\n\n     1.1 The   goods"))
  }

  @Test func `any depth and any damage of HTML is read`() throws {
    let deep = String(repeating: "<div>", count: 100_000) + "word" + String(repeating: "</div>", count: 100_000)
    _ = try? text("<html>" + deep, "a.htm")
    #expect(try text("<html><p>one<table><tr><td>two<p", "a.htm").contains("one"))
    #expect(throws: ReadingError.empty) { try text("<html><body></body></html>", "a.htm") }
  }

  @Test func `Markdown numbers nested lists in full and drops its marks`() throws {
    let source = "# Terms\n\n1. <span id=\"1\">**Fees**</span>\n    1. __Amount__. *Ten*, see [here](x).\n    2. Time.\n2. End\n"
    let read = try text(source, "a.md")
    #expect(read.contains("Terms"))
    #expect(read.contains("1. Fees\n"))
    #expect(read.contains("1.1. Amount. Ten, see here."))
    #expect(read.contains("1.2. Time."))
    #expect(read.contains("2. End\n"))
  }
}
