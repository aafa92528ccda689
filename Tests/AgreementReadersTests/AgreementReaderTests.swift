import AgreementReaders
import ContractModel
import Testing

@Suite struct AgreementReaderTests {
  @Test func `Windows-1252 is read as what it says, and leads back to the file`() throws {
    let text = try #require(
      try AgreementReader.read([0x93, 0x46, 0x65, 0x65, 0x94, 0x20, 0x97, 0x20, 0x74, 0x65, 0x6E], name: "x.txt").documents.first?
        .text)
    #expect(text.string(0..<text.bytes.count) == "“Fee” — ten")
    #expect(text.fileOffset(of: text.bytes.count - 3) == 8)
  }

  @Test func `byte order marks decide`() throws {
    let utf8 = try #require(try AgreementReader.read([0xEF, 0xBB, 0xBF, 0x61, 0x62], name: "x").documents.first?.text)
    #expect(utf8.string(0..<2) == "ab")
    #expect(utf8.fileOffset(of: 1) == 4)
    let utf16 = try #require(try AgreementReader.read([0xFF, 0xFE, 0x61, 0, 0x14, 0x20, 0x62, 0], name: "x").documents.first?.text)
    #expect(utf16.string(0..<utf16.bytes.count) == "a—b")
    #expect(utf16.fileOffset(of: 4) == 6)
  }

  @Test func `UTF-16 without a mark and Mac OS Roman are known by what they hold`() throws {
    func text(_ bytes: [UInt8]) throws -> String {
      let text = try #require(try AgreementReader.read(bytes, name: "x").documents.first?.text)
      return text.string(0..<text.bytes.count)
    }
    #expect(try text(Array("1. Sale. Sold.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) == "1. Sale. Sold.")
    #expect(try text(Array("1. Sale. Sold.".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })) == "1. Sale. Sold.")
    let mac = Array("The ".utf8) + [0xD2] + Array("Fee".utf8) + [0xD3] + Array(" is the Seller".utf8) + [0xD5] + Array("s.".utf8)
    #expect(try text(mac) == "The “Fee” is the Seller’s.")
    // One such byte alone can be a letter of Latin-1.
    #expect(try text(Array("S".utf8) + [0xE3] + Array("o Tom".utf8) + [0xE9]) == "São Tomé")
  }

  @Test func `what is no text says why`() {
    #expect(throws: ReadingError.empty) { try AgreementReader.read([], name: "x") }
    #expect(throws: ReadingError.empty) { try AgreementReader.read(Array(" \n\t".utf8), name: "x") }
    #expect(throws: ReadingError.binary) { try AgreementReader.read([UInt8](repeating: 0, count: 100_000), name: "x") }
    #expect(throws: ReadingError.broken("PDF")) { try AgreementReader.read(Array("%PDF-1.4".utf8), name: "x") }
    #expect(throws: ReadingError.unsupported("RTF")) { try AgreementReader.read(Array("{\\rtf1 x}".utf8), name: "x") }
  }

  @Test(arguments: ["a.docx", "a.pdf"]) func `a file that is called a document and is none is said to be broken`(name: String) {
    #expect(throws: ReadingError.broken(name == "a.pdf" ? "PDF" : "Word")) {
      try AgreementReader.read(Array("PKxx".utf8), name: name)
    }
  }

  @Test func `a page saved as a mail is read as the page`() throws {
    let mail =
      "From: <Saved by Blink>\r\nSubject: Lease\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\r\n----b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>1. Rent. Fox pays =E2=82=AC80 on the fi=\r\nrst day.</p></body></html>\r\n----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n----b--\r\n"
    let text = try #require(try AgreementReader.read(Array(mail.utf8), name: "lease.mhtml").documents.first?.text)
    #expect(text.string(0..<text.bytes.count).split(separator: "\n") == ["1. Rent. Fox pays €80 on the first day."])
  }
}
