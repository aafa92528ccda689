/// What a file is, by its content; a name only tells Markdown from plain text.
package enum FileFormat: String, CaseIterable, Sendable {
  case text, markdown, html, edgar, docx, pdf, zip, gzip

  /// Formats that are known by their first bytes and have no reader.
  static func foreign(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "Word 97" }
    if bytes.starts(with: "{\\rtf".utf8) { return "RTF" }
    return nil
  }

  /// The format of bytes that are not text, by their first ones; nil for text. Every zip file is `zip` here: what is in it tells.
  static func packed(_ bytes: [UInt8]) -> FileFormat? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    // Readers of PDF look for the mark in the first kilobyte (ISO 32000-1, annex H, note 13).
    let head = bytes.prefix(1_024)
    if head.starts(with: "%PDF-".utf8) || head.firstPlace(of: "\n%PDF-") != nil { return .pdf }
    return nil
  }

  /// The format of text in UTF-8.
  static func written(_ bytes: [UInt8], name: String) -> FileFormat {
    if EdgarSubmission.reads(bytes) { return .edgar }
    if MailArchive.reads(bytes) || HTMLReader.reads(bytes, name: name) { return .html }
    return MarkdownReader.reads(name: name) ? .markdown : .text
  }
}
