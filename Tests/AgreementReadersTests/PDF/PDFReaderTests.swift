import AgreementReaders
import ContractModel
import Foundation
import Testing

@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftohtml"))) struct PDFReaderTests {
  /// A page of a PDF that shows lines of words.
  private func page(_ lines: [String], form: String = "") -> [UInt8] {
    let content =
      "BT /F1 12 Tf 72 720 Td " + lines.map { "(\($0)) Tj 0 -24 Td" }.joined(separator: " ") + " ET"
      + (form.isEmpty ? "" : " /X1 Do")
    return Array(
      """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 6 0 R>>>>>> endobj
      4 0 obj <</Length \(content.utf8.count)>> stream
      \(content)
      endstream endobj
      5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
      \(form)
      trailer <</Root 1 0 R>>
      """.utf8)
  }

  @Test func `the words of a page are read`() throws {
    let reading = try AgreementReader.read(page(["1. Sale. The goods are sold.", "2. Law. Maine."]), name: "a.pdf")
    let text = try #require(reading.documents.first?.text)
    let words = text.string(0..<text.bytes.count).split { $0 == " " || $0 == "\n" || $0 == "\u{C}" }.joined(separator: " ")
    #expect(words == "1. Sale. The goods are sold. 2. Law. Maine.")
  }

  @Test func `the same agreement as text and PDF gives the same model`() throws {
    let lines = ["1. Sale. The goods \\(the \"Goods\"\\) are sold as in Section 2.", "2. Law. Maine governs the Goods."]
    let model = Agreement(try #require(try AgreementReader.read(page(lines), name: "a.pdf").documents.first?.text))
    #expect(model.provisions.map(\.number) == ["1", "2"])
    #expect(model.terms.map(\.name) == ["Goods"])
    #expect(model.terms.first?.uses.count == 1)
    #expect(model.references.map(\.targets) == [["2"]])
  }

  @Test func `a page without words asks for text recognition, a torn file says so`() throws {
    #expect(throws: ReadingError.pictures) { try AgreementReader.read(page([]), name: "a.pdf") }
    #expect(throws: ReadingError.broken("PDF")) { try AgreementReader.read(Array("%PDF-1.4\nnothing".utf8), name: "a.pdf") }
  }

  /// Forms that draw the next eight times, sixteen deep: more than ten to the fourteenth pages of work.
  @Test func `a file that would go on for hours is given up when its processor time is spent`() throws {
    let forms = (6..<22).map { id in
      let draws = String(repeating: "/X\(id + 1) Do ", count: 8)
      return
        "\(id) 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X\(id + 1) \(id + 1) 0 R>>>>/Length \(draws.utf8.count)>> stream\n\(draws)\nendstream endobj"
    }.joined(separator: "\n")
    var options = AgreementReader.Options()
    options.limits.seconds = 1
    #expect(throws: ReadingError.tooLong(1)) { try AgreementReader.read(page(["x"], form: forms), name: "a.pdf", options: options) }
  }
}
