import AgreementReaders
import ContractModel
import TestSupport
import Testing

@Suite struct WordReaderTests {
  private func text(_ bytes: [UInt8], original: Bool = false) throws -> String {
    let options = AgreementReader.Options(originalChanges: original)
    let text = try #require(try AgreementReader.read(bytes, name: "a.docx", options: options).documents.first?.text)
    return text.string(0..<text.bytes.count)
  }

  private let legal =
    WordBuilder.definition(7, [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)")])
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"

  @Test func `lists print the numbers that are computed, level by level`() throws {
    let body = [("Sale", 0), ("Price", 1), ("Tax", 1), ("ten", 2), ("twenty", 2), ("of which half", 3), ("Law", 0), ("Place", 1)]
      .map {
        WordBuilder.paragraph($0, list: 1, level: $1)
      }.joined()
    #expect(
      try text(WordBuilder.docx(body, parts: ["numbering": legal])).split(separator: "\n") == [
        "1.  Sale", "1.1  Price", "1.2  Tax", "(a)  ten", "(b)  twenty", "(i)  of which half", "2.  Law", "2.1  Place",
      ])
  }

  @Test func `legal numbering makes figures of Roman numerals and keeps the zero before figures`() throws {
    let numbering =
      WordBuilder.definition(7, [("upperRoman", "Article %1"), ("decimalZero", "Section %1.%2")])
      .replacing("<w:numFmt w:val=\"decimalZero\"/>", with: "<w:numFmt w:val=\"decimalZero\"/><w:isLgl/>")
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
    let body = [("Sale", 0), ("Price", 1), ("Law", 0), ("Place", 1)].map { WordBuilder.paragraph($0, list: 1, level: $1) }.joined()
    #expect(
      try text(WordBuilder.docx(body, parts: ["numbering": numbering])).split(separator: "\n") == [
        "Article I  Sale", "Section 1.01  Price", "Article II  Law", "Section 2.01  Place",
      ])
  }

  @Test func `a list that starts anew does, and one of the same definition goes on`() throws {
    let numbering =
      WordBuilder.definition(1, [("upperRoman", "Article %1")])
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
      + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"9\"/></w:lvlOverride></w:num>"
    let body = [1, 1, 2, 3, 3].map { WordBuilder.paragraph("x", list: $0) }.joined()
    #expect(
      try text(WordBuilder.docx(body, parts: ["numbering": numbering])).split(separator: "\n") == [
        "Article I  x", "Article II  x", "Article III  x", "Article IX  x", "Article X  x",
      ])
  }

  @Test func `a style carries its list, and a paragraph can leave it`() throws {
    let styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"H1b\"><w:basedOn w:val=\"H1\"/></w:style>"
    let body =
      WordBuilder.paragraph("Sale", style: "H1") + WordBuilder.paragraph("Aside", list: 0, style: "H1")
      + WordBuilder.paragraph("Law", style: "H1b")
    #expect(
      try text(WordBuilder.docx(body, parts: ["numbering": legal, "styles": styles])).split(separator: "\n") == [
        "1.  Sale", "Aside", "2.  Law",
      ])
  }

  @Test func `tracked changes are accepted, or taken back`() throws {
    let body =
      "<w:p><w:r><w:t xml:space=\"preserve\">within </w:t></w:r><w:del><w:r><w:delText>ten</w:delText></w:r></w:del>"
      + "<w:ins><w:r><w:t>thirty</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> days</w:t></w:r></w:p>"
    #expect(try text(WordBuilder.docx(body)) == "within thirty days\n")
    #expect(try text(WordBuilder.docx(body), original: true) == "within ten days\n")
  }

  @Test func `fields show what they last showed, tabs and breaks stay, hidden words do not`() throws {
    func run(_ inside: String) -> String { "<w:r>\(inside)</w:r>" }
    let body =
      "<w:p>" + run("<w:t>Section</w:t><w:t xml:space=\"preserve\"> </w:t>") + run("<w:fldChar w:fldCharType=\"begin\"/>")
      + run("<w:instrText>REF _Ref1 \\r \\h</w:instrText>") + run("<w:fldChar w:fldCharType=\"separate\"/>") + run("<w:t>8.9</w:t>")
      + run("<w:fldChar w:fldCharType=\"end\"/>") + run("<w:tab/><w:t>holds</w:t><w:br/><w:t>here</w:t>")
      + run("<w:rPr><w:vanish/></w:rPr><w:t>secret</w:t>") + "</w:p>"
    #expect(try text(WordBuilder.docx(body)) == "Section 8.9    holds\nhere\n")
  }

  @Test func `a row of short cells is a line, notes stand at the end`() throws {
    let table =
      "<w:tbl><w:tr><w:tc>\(WordBuilder.paragraph("1."))</w:tc><w:tc>\(WordBuilder.paragraph("Goods"))</w:tc>"
      + "<w:tc>\(WordBuilder.paragraph("Ten"))</w:tc></w:tr></w:tbl>"
    let note = "<w:p><w:r><w:t>Sold</w:t><w:footnoteReference w:id=\"4\"/></w:r></w:p>"
    let notes = "<w:footnote w:id=\"4\"><w:p><w:r><w:t>As seen.</w:t></w:r></w:p></w:footnote>"
    #expect(
      try text(WordBuilder.docx(table + note, parts: ["footnotes": notes])).split(separator: "\n") == [
        "1.  Goods    Ten", "Sold[1]", "[1] As seen.",
      ])
  }

  @Test func `the same agreement as text, HTML and Word gives the same model`() throws {
    let lines = ["1.  Sale. The goods (the \"Goods\") are sold as in Section 2.", "2.  Law. Maine governs the Goods."]
    let plain = lines.joined(separator: "\n\n") + "\n"
    let page = "<html><body>" + lines.map { "<p>\($0)</p>" }.joined() + "</body></html>"
    let word = WordBuilder.docx(
      WordBuilder.paragraph("Sale. The goods (the \"Goods\") are sold as in Section 2.", list: 1)
        + WordBuilder.paragraph("Law. Maine governs the Goods.", list: 1), parts: ["numbering": legal])
    let models = try [(Array(plain.utf8), "a.txt"), (Array(page.utf8), "a.htm"), (word, "a.docx")].map { bytes, name in
      Agreement(try #require(try AgreementReader.read(bytes, name: name).documents.first?.text))
    }
    for model in models {
      #expect(model.provisions.map(\.number) == ["1", "2"])
      #expect(model.terms.map(\.name) == ["Goods"])
      #expect(model.terms[0].uses.count == 1)
      #expect(model.references.map(\.targets) == [["2"]])
    }
  }
}
