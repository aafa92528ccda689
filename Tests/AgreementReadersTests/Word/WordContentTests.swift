import AgreementReaders
import ContractModel
import TestSupport
import Testing

/// Nothing that Word prints is lost, and nothing is read that it does not print.
@Suite struct WordContentTests {
  private func source(_ body: String, parts: [String: String] = [:], original: Bool = false, extra: [(String, [UInt8])] = []) throws
    -> SourceText
  {
    let bytes = WordBuilder.docx(body, parts: parts, extra: extra)
    let read = try AgreementReader.read(bytes, name: "a.docx", options: AgreementReader.Options(originalChanges: original))
    return try #require(read.documents.first?.text)
  }

  private func lines(_ body: String, parts: [String: String] = [:], original: Bool = false, extra: [(String, [UInt8])] = []) throws
    -> [String]
  {
    let text = try source(body, parts: parts, original: original, extra: extra)
    return text.string(0..<text.bytes.count).split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
  }

  private func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }
  private func paragraph(_ inside: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(inside)</w:p>"
  }
  private func cell(_ inside: String) -> String { "<w:tc>\(inside)</w:tc>" }
  private func control(_ inside: String) -> String { "<w:sdt><w:sdtPr/><w:sdtContent>\(inside)</w:sdtContent></w:sdt>" }

  private let numbered =
    WordBuilder.definition(1, [("decimal", "%1."), ("lowerLetter", "(%2)")])
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
  private func item(_ inside: String, _ mark: String = "") -> String {
    paragraph(inside, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr>\(mark)</w:rPr>")
  }

  @Test func `content controls hold cells and paragraphs of cells`() throws {
    let row =
      "<w:tbl><w:tr>" + control(cell(paragraph(run("Hirer")))) + cell(control(paragraph(run("Oak Ltd")))) + "</w:tr></w:tbl>"
    #expect(try lines(row) == ["Hirer Oak Ltd"])
  }

  @Test func `equations are in their line`() throws {
    let math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    let term = "<m:f><m:num><m:r><m:t>rent</m:t></m:r></m:num><m:den><m:r><m:t>days + 1</m:t></m:r></m:den></m:f>"
    #expect(
      try lines(paragraph(run("It is ") + "<m:oMath \(math)>\(term)</m:oMath>" + run(" a day."))) == [
        "It is rent / (days + 1) a day."
      ])
  }

  @Test func `boxes and lists of forms show what is chosen`() throws {
    func field(_ data: String, _ code: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>\(data)</w:ffData></w:fldChar></w:r><w:r><w:instrText>\(code)</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    let box = field("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>", "FORMCHECKBOX")
    let list = field(
      "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"Ohio\"/><w:listEntry w:val=\"Iowa\"/></w:ddList>", "FORMDROPDOWN")
    #expect(try lines(paragraph(box + run(" renews under the law of ") + list)) == ["☒ renews under the law of Iowa"])
  }

  @Test func `signs of sign fonts are read, and codes of other fonts are letters`() throws {
    let symbols =
      "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0A3\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Arial\" w:char=\"00A7\"/></w:r>"
    #expect(try lines(paragraph(symbols + run("o", "<w:rFonts w:ascii=\"Wingdings\"/>"))) == ["≤✓§□"])
  }

  @Test func `fields that Word numbers have their numbers`() throws {
    func field(_ code: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> \(code) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    #expect(
      try lines(paragraph(field("AUTONUMLGL") + run(" Hire.")) + paragraph(field("AUTONUMLGL") + run(" Pay."))) == [
        "1. Hire.", "2. Pay.",
      ])
    #expect(
      try lines(
        [("LISTNUM LegalDefault \\l 1", "Hire."), ("LISTNUM LegalDefault \\l 2", "Crane."), ("LISTNUM LegalDefault \\l 1", "Pay.")]
          .map { paragraph(field($0) + run(" \($1)")) }.joined())
        == ["1. Hire.", "1.1. Crane.", "2. Pay."])
  }

  @Test func `a list takes its levels from a list style, and a hidden number is not printed`() throws {
    let linked =
      "<w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"Legal\"/></w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"Legal\"/>"
      + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
      + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/><w:rPr><w:vanish/></w:rPr></w:lvl></w:abstractNum>"
      + "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"2\"/></w:num>"
    let body =
      WordBuilder.paragraph("Hire.", list: 5) + WordBuilder.paragraph("In advance.", list: 5, level: 1)
      + WordBuilder.paragraph("Pay.", list: 5)
    #expect(try lines(body, parts: ["numbering": linked]) == ["1. Hire.", "In advance.", "2. Pay."])
  }

  @Test func `hidden words and paragraphs are left out with their numbers, whatever hides them`() throws {
    let styles =
      "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"N\"><w:name w:val=\"Note\"/><w:rPr><w:vanish/></w:rPr></w:style>"
    let body =
      item(run("Hire.") + run(" go lower", "<w:rStyle w:val=\"H\"/>")) + item(run("all hidden", "<w:vanish/>"), "<w:vanish/>")
      + item(run("by its style", "<w:rStyle w:val=\"H\"/>"), "<w:rStyle w:val=\"H\"/>")
      + paragraph(run("note to drafter"), "<w:pStyle w:val=\"N\"/>") + item(run("Pay."))
    let text = try source(body, parts: ["numbering": numbered, "styles": styles])
    #expect(text.string(0..<text.bytes.count).split(separator: "\n") == ["1.  Hire.", "2.  Pay."])
    #expect(
      text.leftOut.map(\.words).joined(separator: " ") == "go lower all hidden by its style note to drafter")
  }

  @Test func `what was deleted, struck or moved away leaves neither words nor numbers`() throws {
    let deleted = "<w:del w:id=\"1\"><w:r><w:delText>gone</w:delText></w:r></w:del>"
    let body =
      item(run("Hire.")) + item(deleted, "<w:del w:id=\"2\"/>")
      + item("<w:moveFrom w:id=\"3\">" + run("Audit.") + "</w:moveFrom>", "<w:moveFrom w:id=\"4\"/>")
      + item(run("Pay ") + run("$4 ", "<w:strike/>") + run("$5."))
      + item("<w:moveTo w:id=\"5\">" + run("Audit.") + "</w:moveTo>", "<w:moveTo w:id=\"6\"/>")
    #expect(try lines(body, parts: ["numbering": numbered]) == ["1. Hire.", "2. Pay $5.", "3. Audit."])
    #expect(
      try lines(body, parts: ["numbering": numbered], original: true) == ["1. Hire.", "2. gone", "3. Audit.", "4. Pay $4 $5."])
  }

  @Test func `a deleted paragraph mark joins its paragraphs, and so does a style separator`() throws {
    let torn = item(run("Term. It "), "<w:del w:id=\"1\"/>") + item(run("goes on.")) + item(run("Law."))
    #expect(try lines(torn, parts: ["numbering": numbered]) == ["1. Term. It goes on.", "2. Law."])
    let heading = item(run("Terms"), "<w:vanish/><w:specVanish/>") + paragraph(run(". Words mean this.")) + item(run("Law."))
    #expect(try lines(heading, parts: ["numbering": numbered]) == ["1. Terms. Words mean this.", "2. Law."])
  }

  @Test func `rows and cells that tracked changes took out are out`() throws {
    let table =
      "<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell(paragraph(run("Gold")))
      + "</w:tr><w:tr><w:trPr><w:ins w:id=\"2\"/></w:trPr>" + cell(paragraph(run("Tin")))
      + "</w:tr><w:tr><w:tc><w:tcPr><w:cellDel w:id=\"3\"/></w:tcPr>" + paragraph(run("Lead")) + "</w:tc>"
      + cell(paragraph(run("Iron"))) + "</w:tr></w:tbl>"
    #expect(try lines(table) == ["Tin", "Iron"])
    #expect(try lines(table, original: true) == ["Gold", "Lead Iron"])
  }

  @Test func `a text box stands beside its sentence, ruby is read by its base, raised figures stay apart`() throws {
    let box = "<w:r><w:pict><w:txbxContent>" + paragraph(run("Boxed words.")) + "</w:txbxContent></w:pict></w:r>"
    let ruby = "<w:r><w:ruby><w:rt>" + run("reading") + "</w:rt><w:rubyBase>" + run("base") + "</w:rubyBase></w:ruby></w:r>"
    #expect(
      try lines(
        paragraph(run("See ") + box + run("the box, ") + ruby + run(" and 10") + run("6", "<w:vertAlign w:val=\"superscript\"/>")))
        == ["See the box, base and 10⁶", "Boxed words."])
  }

  @Test func `the main part, imported pages and notes are found by the package's relationships`() throws {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let namespace = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    let body =
      "<w:p><w:r><w:t>1. Hire.</w:t></w:r></w:p><w:altChunk r:id=\"c\" xmlns:r=\"\(types)\"/><w:altChunk r:id=\"none\" xmlns:r=\"\(types)\"/>"
    let main =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
    let bytes = ZipBuilder.zip([
      (
        "_rels/.rels",
        Array(
          "<Relationships \(namespace)><Relationship Id=\"r\" Type=\"\(types)officeDocument\" Target=\"word/deed.xml\"/></Relationships>"
            .utf8)
      ),
      ("word/deed.xml", Array(main.utf8)),
      (
        "word/_rels/deed.xml.rels",
        Array(
          "<Relationships \(namespace)><Relationship Id=\"c\" Type=\"\(types)aFChunk\" Target=\"/word/chunk.html\"/></Relationships>"
            .utf8)
      ),
      ("word/chunk.html", Array("<html><p>2. Pay.</p></html>".utf8)),
    ])
    let text = try #require(try AgreementReader.read(bytes, name: "a.docx").documents.first?.text)
    #expect(text.string(0..<text.bytes.count).split(separator: "\n") == ["1. Hire.", "2. Pay."])
    #expect(text.leftOut.map(\.kind) == [.missing])
  }

  @Test func `tables of boxes and notes are read, a first letter set large joins its word`() throws {
    let table = "<w:tbl><w:tr>" + cell(paragraph(run("The cap is ten."))) + "</w:tr></w:tbl>"
    let box = "<w:r><w:pict><w:txbxContent>" + table + control(paragraph(run("Held."))) + "</w:txbxContent></w:pict></w:r>"
    #expect(try lines(paragraph(run("See the box.") + box)) == ["See the box.", "The cap is ten.", "Held."])
    #expect(try lines(paragraph(run("T"), "<w:framePr w:dropCap=\"drop\"/>") + paragraph(run("his deed."))) == ["This deed."])
  }

  @Test func `fields without a stored result show what they print`() throws {
    func field(_ code: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> \(code) </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    #expect(
      try lines(paragraph(field("MACROBUTTON NoMacro [Enter name]") + run(" under ") + field("SYMBOL 167") + run("2"))) == [
        "[Enter name] under §2"
      ])
    #expect(try lines(paragraph(field("SYMBOL 147") + run("Rent") + field("SYMBOL 148"))) == ["“Rent”"])
    #expect(try lines(paragraph(field("SYMBOL 82 \\f \"Wingdings 2\"") + run(" Paid"))) == ["☑ Paid"])
  }

  @Test func `character styles raise, hide, strike and set in signs, and so do those they are based on`() throws {
    let styles = """
      <w:style w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="GoneToo"><w:basedOn w:val="Gone"/></w:style>
      <w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="StruckToo"><w:basedOn w:val="Struck"/></w:style>
      <w:style w:type="character" w:styleId="Signs"><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:style>
      """
    let body = paragraph(
      run("See Section 2") + run("1", "<w:rStyle w:val=\"Note\"/>") + run(" and 3") + run("4", "<w:position w:val=\"6\"/>")
        + run(" floor", "<w:rStyle w:val=\"GoneToo\"/>") + run(" old", "<w:rStyle w:val=\"StruckToo\"/>") + run(" boat ")
        + run("\u{FC}", "<w:rStyle w:val=\"Signs\"/>") + run(" let"))
    let text = try source(body, parts: ["styles": styles])
    let words = text.string(0..<text.bytes.count)
    #expect(words.contains("See Section 2¹ and 3⁴ boat ✓ let"), "\(words)")
  }

  @Test func `of alternatives in a run the one with words is read`() throws {
    let run =
      "<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:w16se=\"urn:signs\"><mc:Choice Requires=\"w16se\"><w16se:symEx w16se:char=\"2611\"/></mc:Choice><mc:Fallback><w:t>☑</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    #expect(try lines(paragraph(run + self.run(" agreed"))) == ["☑ agreed"])
  }
}
