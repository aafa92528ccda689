import AgreementReaders
import ContractModel
import TestSupport
import Testing

/// Tracked changes in a document's own package: accepted it is what it was, rejected it has the old words, and the rest keeps its bytes.
@Suite struct WordRedlineTests {
  private typealias Paragraph = WordRedline.Paragraph

  private func paragraph(_ runs: (WordRedline.Kind, String)...) -> Paragraph {
    var paragraph = Paragraph()
    paragraph.runs = runs.map { (kind: $0.0, text: $0.1) }
    return paragraph
  }

  private func run(_ text: String, _ properties: String = "") -> String {
    "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  private func text(_ package: [UInt8], original: Bool = false) throws -> String {
    let reading = try AgreementReader.read(package, name: "a.docx", options: AgreementReader.Options(originalChanges: original))
    let text = try #require(reading.documents.first?.text)
    return text.string(0..<text.bytes.count).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func main(_ package: [UInt8]) throws -> String {
    String(decoding: try #require(ArchiveReader.files(package)?.first { $0.name == "word/document.xml" }).bytes, as: UTF8.self)
  }

  private func redline(_ new: [UInt8], old: [UInt8] = [], _ paragraphs: [Paragraph]) throws -> [UInt8] {
    try #require(WordRedline.redlined(new, old: old, paragraphs, author: "A & B", date: "2026-05-01T12:00:00Z"))
  }

  @Test func `a word that changed within runs of several looks`() throws {
    let new = WordBuilder.docx(
      "<w:p>\(run("The "))\(run("Bu", "<w:b/>"))\(run("yer", "<w:i/>"))\(run(" may pay &amp; leave."))</w:p>")
    let red = try redline(
      new, [paragraph((.same, "The Buyer"), (.deleted, " shall"), (.inserted, " may"), (.same, " pay & leave."))])
    #expect(try text(red) == "The Buyer may pay & leave.")
    #expect(try text(red, original: true) == "The Buyer shall pay & leave.")
  }

  @Test func `what did not change keeps its bytes, and other files of the package stay`() throws {
    let kept = "<w:p w:rsidR=\"00AB\"><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Lease</w:t></w:r></w:p>"
    let new = WordBuilder.docx(
      kept + "<w:p>\(run("The rent is ten dollars."))</w:p>", extra: [("word/media/seal.png", [0x89, 0x50, 0, 1, 2])])
    let red = try redline(
      new,
      [
        paragraph((.same, "Lease")),
        paragraph((.same, "The rent is"), (.deleted, " nine"), (.inserted, " ten"), (.same, " dollars.")),
      ])
    #expect(try main(red).contains(kept))
    #expect(ArchiveReader.files(red)?.first { $0.name == "word/media/seal.png" }?.bytes == [0x89, 0x50, 0, 1, 2])
  }

  @Test func `paragraphs that are new, and ones that are gone, go with their marks`() throws {
    let new = WordBuilder.docx(
      "<w:p>\(run("One stays."))</w:p><w:p><w:pPr><w:keepNext/><w:rPr><w:b/></w:rPr></w:pPr>\(run("Two is new."))</w:p><w:p>\(run("Four stays."))</w:p>"
    )
    let red = try redline(
      new,
      [
        paragraph((.same, "One stays.")), paragraph((.inserted, "Two is new.")), paragraph((.deleted, "Three is gone.")),
        paragraph((.same, "Four stays.")), paragraph((.deleted, "Five is gone.")),
      ])
    #expect(try text(red) == "One stays. Two is new. Four stays.")
    #expect(try text(red, original: true) == "One stays. Three is gone. Four stays. Five is gone.")
    #expect(try main(red).contains("<w:keepNext/><w:rPr><w:ins "))
  }

  @Test func `an item of a list that is put back is numbered by the list again`() throws {
    let lists =
      WordBuilder.definition(0, [("decimal", "%1.")]) + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    func document(_ items: [String]) -> [UInt8] {
      WordBuilder.docx(items.map { WordBuilder.paragraph($0, list: 1) }.joined(), parts: ["numbering": lists])
    }
    let old = document(["Rent is due monthly.", "Heat is paid by the Tenant.", "Pets are welcome."])
    let new = document(["Rent is due monthly.", "Pets are welcome."])
    let red = try redline(
      new, old: old,
      [
        paragraph((.same, "1. Rent is due monthly.")), paragraph((.deleted, "2. Heat is paid by the Tenant.")),
        paragraph((.deleted, "3."), (.inserted, " 2."), (.same, " Pets are welcome.")),
      ])
    #expect(try text(red) == "1. Rent is due monthly. 2. Pets are welcome.")
    #expect(try text(red, original: true) == "1. Rent is due monthly. 2. Heat is paid by the Tenant. 3. Pets are welcome.")
  }

  @Test func `words at the beginning and the end of a paragraph, and beside tabs`() throws {
    let new = WordBuilder.docx("<w:p>\(run("rent is due"))<w:r><w:tab/><w:t>on demand</w:t></w:r></w:p>")
    let red = try redline(
      new, [paragraph((.deleted, "All"), (.same, " rent is due on demand"), (.deleted, " or later"))])
    #expect(try text(red) == "rent is due on demand")
    #expect(try text(red, original: true) == "All rent is due on demand or later")
  }

  @Test func `words behind a line break stay behind it`() throws {
    let new = WordBuilder.docx("<w:p>\(run("Notices to:"))<w:r><w:br/><w:t>2 Main Street</w:t></w:r></w:p>")
    let red = try redline(
      new, [paragraph((.same, "Notices to:")), paragraph((.deleted, "1"), (.inserted, " 2"), (.same, " Main Street"))])
    #expect(try main(red).contains("<w:br/></w:r><w:del "))
    #expect(try text(red, original: true) == "Notices to: 1 Main Street")
  }

  @Test func `a document with tracked changes, with other words, or of another kind is left alone`() {
    let tracked = WordBuilder.docx("<w:p><w:ins w:id=\"1\"><w:r><w:t>Rent</w:t></w:r></w:ins></w:p>")
    let words = [paragraph((.same, "Rent"))]
    func redlined(_ bytes: [UInt8]) -> [UInt8]? { WordRedline.redlined(bytes, old: [], words, author: "", date: "") }
    #expect(redlined(tracked) == nil)
    #expect(redlined(WordBuilder.docx("<w:p>\(run("Something else entirely stands here"))</w:p>")) == nil)
    #expect(redlined(Array("Rent".utf8)) == nil)
    #expect(redlined([]) == nil)
  }
}
