import AgreementReaders
import ContractModel
import Foundation
import TestSupport
import Testing

@Suite struct ArchiveReaderTests {
  private func read(_ bytes: [UInt8], _ name: String = "a.zip", format: FileFormat? = nil) throws -> AgreementReader.Reading {
    try AgreementReader.read(bytes, name: name, options: AgreementReader.Options(format: format))
  }
  private let sale = Array("1. Sale. Sold.\n".utf8)

  @Test func `a zip file gives its agreements and says what it left out`() throws {
    let zip = ZipBuilder.zip([
      ("deal/sale.txt", sale), ("deal/logo.png", [1, 2, 3]), ("deal/note.md", Array("# Note\n\n1. Law\n".utf8)),
    ])
    let reading = try read(zip)
    #expect(reading.documents.map(\.part) == ["deal/sale.txt", "deal/note.md"])
    #expect(reading.leftOut == ["deal/logo.png"])
  }

  @Test func `gzip is unpacked, and what is in it is known by its content`() throws {
    let page = ZipBuilder.gzip(Array("<html><p>1. Sale</p></html>".utf8))
    #expect(try read(page, "a.gz").documents.map { $0.text.string(0..<$0.text.bytes.count) } == ["1. Sale\n\n"])
    let large = [UInt8](repeating: 0x61, count: 200_000)
    #expect(try read(ZipBuilder.gzip(large), "a.txt.gz").documents.first?.text.bytes.count == 200_000)
  }

  @Test func `names that lead out and links are harmless`() throws {
    let zip = ZipBuilder.zip([("../../etc/sale.txt", sale), ("/abs.txt", sale)])
    #expect(try read(zip).documents.map(\.part) == ["etc/sale.txt", "abs.txt"])
    let link = ZipBuilder.zip([("link.txt", Array("/etc/passwd".utf8))], unixMode: 0o120777)
    #expect(throws: ReadingError.noAgreement("zip")) { try read(link) }
  }

  @Test func `an archive within an archive, a broken one and an empty one say so`() throws {
    let inner = ZipBuilder.zip([("sale.txt", sale)])
    #expect(throws: ReadingError.noAgreement("zip")) { try read(ZipBuilder.zip([("inner.zip", inner)])) }
    #expect(try read(ZipBuilder.gzip(ZipBuilder.gzip(sale))).documents.first?.text.bytes == sale)
    #expect(throws: ReadingError.broken("zip")) { try read(Array(inner.prefix(20))) }
    #expect(throws: ReadingError.broken("DOCX")) { try read(inner, "a.docx", format: .docx) }
    #expect(throws: ReadingError.unsupported("OpenDocument")) {
      try read(ZipBuilder.zip([("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))]))
    }
  }

  @Test func `what unpacks to more than is read is refused, fast and small`() throws {
    let part = [UInt8](repeating: 0x61, count: 30 << 20)
    #expect(throws: ReadingError.excessive) { try read(ZipBuilder.zip([("word/document.xml", part)])) }
    let many = (0..<10_001).map { ("\($0).bin", [UInt8(1)]) }
    #expect(throws: ReadingError.excessive) { try read(ZipBuilder.zip(many)) }
  }

  @Test func `entities, deep nesting and torn XML in a Word document are refused`() throws {
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
    for bytes in [
      WordBuilder.docx("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", prolog: laughs),
      WordBuilder.docx("<w:p/>", prolog: "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"),
      WordBuilder.docx(String(repeating: "<w:sdt>", count: 100_000) + String(repeating: "</w:sdt>", count: 100_000)),
      WordBuilder.docx("<w:p><w:r>"),
    ] { #expect(throws: ReadingError.broken("DOCX")) { try read(bytes, "a.docx") } }
  }

  @Test func `a submission gives its exhibits and leaves forms, data and encoded files out`() throws {
    let submission = """
      <SEC-DOCUMENT>0000000000-01-000001.txt : 20010203
      <SEC-HEADER>
      FILED AS OF DATE:		20010203
      </SEC-HEADER>
      <DOCUMENT>
      <TYPE>10-K
      <TEXT>
      Annual report.
      </TEXT>
      </DOCUMENT>
      <DOCUMENT>
      <TYPE>EX-10.1
      <FILENAME>sale.htm
      <DESCRIPTION>SALE   AGREEMENT
      <TEXT>
      <HTML><P>1. Sale. Sold.</P></HTML>
      </TEXT>
      </DOCUMENT>
      <DOCUMENT>
      <TYPE>EX-10.2
      <TEXT>
      1. Law. Maine.
      </TEXT>
      </DOCUMENT>
      <DOCUMENT>
      <TYPE>GRAPHIC
      <TEXT>
      begin 644 logo.gif
      </TEXT>
      </DOCUMENT>
      <DOCUMENT>
      <TYPE>EX-99.1
      <TEXT>
      <PDF>
      begin 644 x.pdf
      </PDF>
      """
    let reading = try read(Array(submission.utf8), "a.txt")
    #expect(reading.documents.map(\.part) == ["EX-10.1 SALE AGREEMENT, filed 2001-02-03", "EX-10.2, filed 2001-02-03"])
    #expect(
      reading.documents.map { $0.text.string(0..<$0.text.bytes.count).split(separator: "\n").first } == [
        "1. Sale. Sold.", "1. Law. Maine.",
      ])
    #expect(reading.leftOut == ["10-K, filed 2001-02-03", "GRAPHIC, filed 2001-02-03", "EX-99.1, filed 2001-02-03"])
    let none = "<SEC-DOCUMENT>x\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n"
    #expect(throws: ReadingError.noAgreement("EDGAR submission")) { try read(Array(none.utf8), "a.txt") }
  }

  @Test(.heavy) func `what grows without end within a small file is bounded`() throws {
    let nested = String(repeating: "<DOCUMENT>\n<TYPE>EX-1\n<TEXT>\n", count: 4_000)
    _ = try? read(Array(nested.utf8), "a.txt")
    _ = try? read(Array(String(repeating: "[", count: 300_000).utf8), "a.md")
    _ = try? read(Array(String(repeating: "<a", count: 300_000).utf8), "a.md")
    // One long note that three hundred words refer to is written once.
    let note = "<w:footnote w:id=\"1\"><w:p><w:r><w:t>\(String(repeating: "n", count: 1 << 20))</w:t></w:r></w:p></w:footnote>"
    let body = "<w:p><w:r>" + String(repeating: "<w:footnoteReference w:id=\"1\"/>", count: 300) + "</w:r></w:p>"
    let text = try read(WordBuilder.docx(body, parts: ["footnotes": note]), "a.docx").documents.first?.text
    #expect(text.map { $0.bytes.count < 1 << 20 + 4_096 } == true)
    let huge = WordBuilder.definition(1, [("decimal", "%1.")]).replacing(
      "w:val=\"1\"/><w:numFmt", with: "w:val=\"9223372036854775807\"/><w:numFmt")
    let numbering = huge + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
    let list = WordBuilder.paragraph("a", list: 1) + WordBuilder.paragraph("b", list: 1)
    #expect(try read(WordBuilder.docx(list, parts: ["numbering": numbering]), "a.docx").documents.count == 1)
    // Room is shared by all that is packed in a file.
    let packed = ZipBuilder.gzip([UInt8](repeating: 0x61, count: 40 << 20))
    #expect(throws: ReadingError.excessive) {
      try read(ZipBuilder.zip((0..<4).map { ("\($0).txt.gz", packed) }))
    }
  }

  @Test func `a Word document that gzip packed is one, and names stay on one line`() throws {
    let word = WordBuilder.docx(WordBuilder.paragraph("1. Sale"))
    #expect(try read(ZipBuilder.gzip(word), "a.docx.gz").documents.map { $0.text.string(0..<$0.text.bytes.count) } == ["1. Sale\n"])
    let zip = ZipBuilder.zip([("a\n::error::x.txt", sale), ("b\r\nc.png", [1])])
    #expect(try read(zip).documents.map(\.part) == ["a\u{FFFD}::error::x.txt"])
    #expect(try read(zip).leftOut == ["b\u{FFFD}\u{FFFD}c.png"])
  }

  @Test func `a format that is given is believed`() throws {
    let page = Array("<html><p>1. Sale</p></html>".utf8)
    #expect(try read(page, "a", format: .text).documents.first?.text.bytes.count == page.count)
    #expect(try read(Array("1. *Sale*\n".utf8), "a", format: .markdown).documents.first?.text.bytes == Array("1. Sale\n\n".utf8))
  }

  /// Bytes of every form, damaged in ten thousand ways: a reading or an error, and never a trap.
  @Test func `damaged files of every form are read or refused`() throws {
    let word = WordBuilder.docx(
      WordBuilder.paragraph("Sale", list: 1),
      parts: [
        "numbering": WordBuilder.definition(1, [("decimal", "%1.")]) + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
      ])
    let seeds: [[UInt8]] = [
      word, ZipBuilder.zip([("a.txt", sale)]), ZipBuilder.gzip(sale), Array("<html><table><tr><td>1.1<td>Sale</table>".utf8),
      Array("<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\n1. Sale\n</TEXT>\n</DOCUMENT>\n".utf8),
      Array("# A\n\n1. [x](y)\n".utf8),
    ]
    var random = SeededRandom(seed: 7)
    for round in 0..<10_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0...(round % 5) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 9))
        default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 9)], at: at)
        }
        if bytes.isEmpty { bytes = [0x31] }
      }
      guard let reading = try? read(bytes) else { continue }
      for document in reading.documents { _ = Agreement(document.text) }
    }
  }
}

/// The same numbers each time (SplitMix64).
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
