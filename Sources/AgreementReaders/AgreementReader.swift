import ContractModel

/// Turns the bytes of a file into the text of an agreement, by what the bytes say they are.
package enum AgreementReader {
  /// Reads bytes; `name` only decides between plain text and Markdown.
  package static func read(_ bytes: [UInt8], name: String) throws(ReadingError) -> SourceText {
    guard !bytes.isEmpty else { throw .empty }
    if let other = foreignFormat(bytes) { throw .unsupported(other) }
    let decoded = TextDecoder.decode(bytes)
    if isBinary(decoded.bytes) { throw .binary }
    if HTMLReader.reads(decoded.bytes, name: name) {
      let text = try HTMLReader.text(decoded.bytes)
      guard text.contains(where: { $0 > 0x20 }) else { throw .empty }
      return SourceText(text)
    }
    guard decoded.bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    if MarkdownReader.reads(name: name) { return SourceText(MarkdownReader.text(decoded.bytes)) }
    return SourceText(decoded.bytes, offsets: decoded.offsets)
  }

  /// Formats known by their first bytes that no reader takes yet.
  private static func foreignFormat(_ bytes: [UInt8]) -> String? {
    func begins(_ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    if begins(Array("%PDF".utf8)) { return "PDF" }
    if begins([0x50, 0x4B, 0x03, 0x04]) { return "zip or DOCX" }
    if begins([0x1F, 0x8B]) { return "gzip" }
    if begins([0xD0, 0xCF, 0x11, 0xE0]) { return "Word 97" }
    if begins(Array("{\\rtf".utf8)) { return "RTF" }
    return nil
  }

  /// Text has hardly any NUL or control bytes.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    let sample = bytes.prefix(64 * 1024)
    for byte in sample where byte < 0x20 && !(byte >= 0x07 && byte <= 0x0D) && byte != 0x1A && byte != 0x1B { controls += 1 }
    return controls * 50 > sample.count
  }
}
