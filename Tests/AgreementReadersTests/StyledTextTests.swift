import AgreementReaders
import ContractModel
import TestSupport
import Testing

/// What files say of how their words look, and where their own links lead.
@Suite struct StyledTextTests {
  private func source(_ bytes: [UInt8], _ name: String) throws -> SourceText {
    try #require(try AgreementReader.read(bytes, name: name).documents.first?.text)
  }

  private func source(_ text: String, _ name: String) throws -> SourceText { try source(Array(text.utf8), name) }

  /// Each mark as its kind and words.
  private func marks(_ text: SourceText) -> [String] { text.styles.map { "\($0.kind) \(text.string($0.range))" } }

  @Test func `HTML marks elements and styles of their own, without the blanks around`() throws {
    let page = """
      <html><center><b> LEASE </b></center><p>1. <u>Rent</u><span style="text-decoration: none; font-weight:700">, due</span>
      <i>monthly</i></p><h2>End</h2><p style="TEXT-ALIGN: center">- x -</p></html>
      """
    #expect(
      try marks(source(page, "a.htm")) == [
        "bold LEASE", "centred LEASE", "underline Rent", "bold , due", "italic monthly", "heading End", "centred - x -",
      ])
  }

  @Test func `marks of one kind side by side are one, and end where an element does`() throws {
    #expect(
      try marks(source("<html><p><b>Net</b> <b>Rent</b> is <b><i>due</i> now</b></p></html>", "a.htm")) == [
        "bold Net Rent", "italic due", "bold due now",
      ])
  }

  @Test func `Markdown marks emphasis and headings, and what is never closed stays as typed`() throws {
    #expect(
      try marks(source("# Lease\n\n1. **Rent.** The *net* rent **is\n\n2. Due.\n", "a.md")) == [
        "heading Lease", "bold Rent.", "italic net",
      ])
  }

  @Test func `Word marks runs, and what styles turn on unless a run turns it off`() throws {
    let styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
      + "<w:rPr><w:b/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"E\"><w:rPr><w:i/></w:rPr></w:style>"
    let body =
      "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>Rent</w:t></w:r>"
      + "<w:r><w:rPr><w:b w:val=\"0\"/><w:u w:val=\"single\"/></w:rPr><w:t xml:space=\"preserve\"> due</w:t></w:r></w:p>"
      + "<w:p><w:r><w:rPr><w:rStyle w:val=\"E\"/></w:rPr><w:t>now</w:t></w:r></w:p>"
    #expect(
      try marks(source(WordBuilder.docx(body, parts: ["styles": styles]), "a.docx")) == [
        "bold Rent", "heading Rent due", "centred Rent due", "underline due", "italic now",
      ])
  }

  // MARK: What the model makes of them

  private func agreement(_ page: String) throws -> Agreement {
    Agreement(try source("<html><body>\(page)</body></html>", "a.htm"))
  }

  private let clauses = """
    <p>LEASE</p><p>1. <u>Term and renewal of this lease by notice</u> The lease runs a year.</p>
    <p>2. <b>Landlord</b> shall repair the roof.</p><p>3. <b>Rent.</b> Ten a month.</p>
    """

  @Test func `a heading that is underlined ends where the line under it does`() throws {
    let found = try agreement(clauses)
    let headings = found.provisions.indices.map { id in found.provisions[id].heading.map { found.words($0) } }
    #expect(headings == ["Term and renewal of this lease by notice", nil, "Rent"])
  }

  @Test func `a term in bold is defined without quotation marks, in brackets and before its verb`() throws {
    let found = try agreement(
      """
      <p>LEASE between Oak Ltd (the <b>Landlord</b>) and Elm Ltd (<b>the Tenant</b>), each <i>a party</i> (<i>provided</i> it signs).</p>
      <p>1. <b>Rent</b> means ten a month.</p><p>2. The Landlord lets to the Tenant at the Rent (the premises).</p>
      """)
    #expect(found.terms.map(\.name).sorted() == ["Landlord", "Rent", "Tenant"])
  }

  @Test func `a list inside a sentence is no list of provisions, in HTML as in wrapped text`() throws {
    let sentence =
      "The tenant pays (a) the rent when it falls due, (b) the rates, (c) the tax on the land, and (d) "
      + String(repeating: "whatever else is charged, ", count: 12) + "each on time."
    let page = try agreement("<p>LEASE</p><p>1. Costs. \(sentence)</p><p>2. See Section 1(c).</p>")
    #expect(page.provisions.map(\.number) == ["1", "2"])
    #expect(page.references.map(\.targets) == [["1"]])
  }

  @Test func `a short paragraph in bold is a heading, and one in the middle is centred`() throws {
    let found = try agreement(
      "<p align=center><b>General terms of the lease</b></p><p>1. Rent is due.</p><p><b>Rent is due.</b></p>")
    #expect(found.blocks.map(\.kind) == [.heading, .paragraph, .paragraph])
    #expect(found.blocks.map(\.centred) == [true, false, false])
  }

  @Test func `a link within the page is a certain reference, but none from a table of contents or to nowhere`() throws {
    let found = try agreement(
      """
      <p>LEASE</p><p>1. Rent is due as <a href="#law">the law clause</a> says; see <a href="#x">this</a> and <a href="/b.htm">that</a>.</p>
      <p>2. Ten days under Section <a href="#rent">7</a> are free.</p><p><a name="law"></a></p><p>3. Law. Of Ohio.</p>
      <p>4. <a id="rent">Rent</a> is ten.</p>
      """)
    let references = found.references.map { "\(found.words($0.range)) \($0.status) \($0.targets)" }
    #expect(references == ["the law clause internal [\"3\"]", "Section 7 internal [\"4\"]"])
  }

  @Test func `a field of Word that prints a number leads to its bookmark, whatever was last printed`() throws {
    let field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> REF _Ref9 \\r \\h </w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>8</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let body =
      "<w:p><w:r><w:t>LEASE</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">1. Rent is due under Section </w:t></w:r>\(field)"
      + "<w:r><w:t>.</w:t></w:r></w:p><w:p><w:bookmarkStart w:id=\"0\" w:name=\"_Ref9\"/><w:r><w:t>2. Notices. In writing.</w:t></w:r></w:p>"
    let found = Agreement(try source(WordBuilder.docx(body), "a.docx"))
    #expect(found.references.map(\.targets) == [["2"]])
    #expect(found.references.map { found.words($0.range) } == ["Section 8"])
  }

  @Test func `comments are left out of the text and said to be`() throws {
    let comment = "<w:comment w:id=\"0\"><w:p><w:r><w:t>too long</w:t></w:r></w:p></w:comment>"
    let read = try AgreementReader.read(
      WordBuilder.docx(WordBuilder.paragraph("1. Rent is due."), parts: ["comments": comment + comment]), name: "a.docx")
    #expect(read.leftOut == ["2 comments"])
    #expect(read.documents.map { $0.text.string(0..<$0.text.bytes.count) } == ["1. Rent is due.\n"])
  }
}
