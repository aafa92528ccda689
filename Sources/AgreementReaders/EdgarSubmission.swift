import ContractModel

/// Reads a submission as the regulator's archive keeps it: a header, then documents one behind another.
///
/// ```
/// <SEC-DOCUMENT>0000912057-00-001234.txt : 20001115
/// <DOCUMENT>
/// <TYPE>EX-10.1
/// <DESCRIPTION>LICENSE AGREEMENT
/// <TEXT> … </TEXT>
/// </DOCUMENT>
/// ```
///
/// Exhibits are agreements of the case; forms, graphics and data are left out and said so. (EDGAR Filer Manual, volume II; the tags of
/// the header are those of its public dissemination specification.)
enum EdgarSubmission {
  static func reads(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4_096)
    if head.firstPlace(of: "<SEC-DOCUMENT>") != nil || head.firstPlace(of: "<SEC-HEADER>") != nil { return true }
    return head.drop { $0 <= 0x20 }.starts(with: "<DOCUMENT>\n<TYPE>".utf8)
  }

  static func read(_ bytes: [UInt8], name fileName: String, options: AgreementReader.Options, room: inout Int) throws(ReadingError)
    -> AgreementReader.Reading
  {
    var reading = AgreementReader.Reading(documents: [])
    let date = filingDate(bytes)
    var from = bytes.startIndex
    while let open = bytes[from...].firstPlace(of: "<DOCUMENT>") {
      let close = bytes[open.upperBound...].firstPlace(of: "</DOCUMENT>")
      let document = bytes[open.upperBound..<(close?.lowerBound ?? bytes.endIndex)]
      from = close?.upperBound ?? bytes.endIndex
      let type = tag("<TYPE>", document)
      let name =
        [type, tag("<DESCRIPTION>", document)].filter { !$0.isEmpty }.joined(separator: " ") + (date.map { ", filed \($0)" } ?? "")
      guard isExhibit(type), let text = content(document) else {
        reading.leftOut.append(name.isEmpty ? "a document without a type" : name)
        continue
      }
      do {
        var inner = options
        inner.format = nil
        let read = try AgreementReader.read(
          Array(text), name: tag("<FILENAME>", document).isEmpty ? fileName : tag("<FILENAME>", document), options: inner, depth: 2,
          room: &room)
        reading.documents += read.documents.map { AgreementReader.Document(part: name, text: $0.text) }
      } catch {
        reading.leftOut.append(name)
      }
    }
    guard !reading.documents.isEmpty else { throw .noAgreement("EDGAR submission") }
    return reading
  }

  /// The value of a tag that stands on a line of the document's head.
  private static func tag(_ name: StaticString, _ document: ArraySlice<UInt8>) -> String {
    guard let found = document.prefix(2_000).firstPlace(of: name) else { return "" }
    let value = document[found.upperBound...].prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0x3C }
    return ArchiveReader.plain(String(decoding: value.prefix(200), as: UTF8.self)).split(separator: " ").joined(separator: " ")
  }

  /// `FILED AS OF DATE: 20001115` as 2000-11-15.
  private static func filingDate(_ bytes: [UInt8]) -> String? {
    guard let found = bytes.prefix(20_000).firstPlace(of: "FILED AS OF DATE:") else { return nil }
    let digits = bytes[found.upperBound...].drop { $0 <= 0x20 }.prefix(8)
    guard digits.count == 8, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }

  /// Exhibits but for financial data (27), certifications (31, 32) and XBRL (100, 101).
  private static func isExhibit(_ type: String) -> Bool {
    let upper = type.uppercased()
    guard upper.hasPrefix("EX-") else { return false }
    let number = upper.dropFirst(3).prefix { $0.isNumber }
    return !["27", "31", "32", "100", "101"].contains(String(number))
  }

  /// What stands between `<TEXT>` and `</TEXT>`; nil for a file encoded as text.
  private static func content(_ document: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let open = document.firstPlace(of: "<TEXT>") else { return nil }
    let end = document[open.upperBound...].firstPlace(of: "</TEXT>")?.lowerBound ?? document.endIndex
    let text = document[open.upperBound..<end].drop { $0 <= 0x20 }
    for mark in ["<PDF>", "<XBRL>", "begin 644 ", "begin 666 "] where text.starts(with: mark.utf8) { return nil }
    return text
  }
}
