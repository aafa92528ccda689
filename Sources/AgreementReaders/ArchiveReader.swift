import CLibarchive
import ContractModel

/// Reads zip and gzip files by libarchive, from memory to memory: names in an archive lead nowhere, links and devices are left out.
package enum ArchiveReader {
  /// The most that is unpacked of one archive, in bytes; what is larger is a bomb or a mistake.
  static let limit = 128 << 20
  /// The most that one part of a Word document may be: its tree takes twenty times as much.
  static let partLimit = 20 << 20
  /// The most entries that are looked at.
  static let entryLimit = 10_000

  static let isInstalled = hereof_archive_load() != 0

  /// A plain file of an archive.
  package struct Entry {
    /// Its name, which leads to no other place.
    package var name: String
    /// What is in it.
    package var bytes: [UInt8]
  }

  /// All plain files of a zip file, in order; nil where it is none or holds more than is read.
  package static func files(_ bytes: [UInt8]) -> [Entry]? {
    var room = limit
    guard FileFormat.packed(bytes) == .zip else { return nil }
    return try? entries(bytes, room: &room, wanted: { _ in true }).entries
  }

  /// The plain files of a zip file whose names are wanted.
  static func entries(
    _ bytes: [UInt8], isGzip: Bool = false, room: inout Int, wanted: (String) -> Bool
  ) throws(ReadingError) -> (entries: [Entry], others: [String]) {
    guard isInstalled else { throw .missingLibrary("libarchive (apt-get install libarchive13)") }
    var out: [Entry] = []
    var others: [String] = []
    var failure: ReadingError?
    bytes.withUnsafeBufferPointer { buffer in
      guard let archive = hereof_archive_open(buffer.baseAddress, buffer.count, isGzip ? 1 : 0) else {
        failure = .broken("zip")
        return
      }
      defer { hereof_archive_close(archive) }
      for _ in 0..<entryLimit {
        let next = hereof_archive_next(archive)
        if next == 0 { return }
        guard next > 0 else {
          failure = out.isEmpty ? .broken("zip") : nil
          return
        }
        let name = hereof_archive_name(archive).map { String(cString: $0) } ?? ""
        guard hereof_archive_is_file(archive) != 0, !name.hasSuffix("/") else { continue }
        guard wanted(name) else {
          others.append(plain(name))
          continue
        }
        var roomOfPart = min(room, WordPackage.isPart(name) ? partLimit : room)
        let before = roomOfPart
        let unpacked = unpack(archive, &roomOfPart)
        room -= before - roomOfPart
        switch unpacked {
        case .success(let bytes): out.append(Entry(name: inside(name), bytes: bytes))
        case .failure(let error):
          failure = error
          return
        }
      }
      failure = .excessive
    }
    if let failure { throw failure }
    return (out, others)
  }

  private static func unpack(_ archive: OpaquePointer, _ room: inout Int) -> Result<[UInt8], ReadingError> {
    var out: [UInt8] = []
    let step = 1 << 16
    while true {
      var count = 0
      out.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: step) { buffer, initialized in
          count = hereof_archive_read(archive, buffer.baseAddress, step)
          initialized = max(count, 0)
        })
      if count == 0 { return .success(out) }
      if count < 0 { return .failure(.broken("zip")) }
      room -= count
      if room < 0 { return .failure(.excessive) }
    }
  }

  /// A name without the steps that would lead out of the archive.
  private static func inside(_ name: String) -> String {
    plain(name).split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "/")
  }

  /// A name on one line: controls in it are shown as replaced.
  static func plain(_ name: String) -> String {
    String(
      String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? "\u{FFFD}" : $0 }))
  }

  // MARK: Agreements in archives

  /// Names of files in a zip file that may be agreements.
  private static func isAgreement(_ name: String) -> Bool {
    let last = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    guard !last.hasPrefix("."), !name.hasPrefix("__MACOSX/") else { return false }
    return [".txt", ".text", ".md", ".markdown", ".htm", ".html", ".docx", ".pdf", ".gz"].contains { last.hasSuffix($0) }
  }

  /// The agreements of a zip file: a Word document, or the files in it.
  static func read(_ bytes: [UInt8], name: String, options: AgreementReader.Options, depth: Int, room: inout Int)
    throws(ReadingError)
    -> AgreementReader.Reading
  {
    let (entries, others) = try entries(bytes, room: &room) { isAgreement($0) || WordPackage.isPart($0) || $0 == "mimetype" }
    if let package = WordPackage(entries) {
      let document = WordDocument(package)
      let text = try document.text(originalChanges: options.originalChanges) { name, bytes in
        chunk(name, bytes, options: options, depth: depth)
      }
      let comments = document.comments
      return AgreementReader.Reading(
        documents: [AgreementReader.Document(part: "", text: try AgreementReader.words(text))],
        leftOut: comments == 0 ? [] : [comments == 1 ? "a comment" : "\(comments) comments"])
    }
    if options.format == .docx, depth == 0 { throw .broken("DOCX") }
    if entries.contains(where: { $0.name == "mimetype" && $0.bytes.starts(with: "application/vnd.oasis.opendocument".utf8) }) {
      throw .unsupported("OpenDocument")
    }
    if others.contains(where: { $0.hasPrefix("xl/") || $0.hasPrefix("ppt/") }) {
      throw .unsupported("a spreadsheet or presentation")
    }
    guard depth == 0 else { throw .unsupported("an archive within an archive") }
    var reading = AgreementReader.Reading(documents: [])
    for entry in entries where isAgreement(entry.name) {
      do {
        let inner = try AgreementReader.read(entry.bytes, name: entry.name, options: options, depth: depth + 1, room: &room)
        reading.documents += inner.documents.map { document in
          AgreementReader.Document(part: document.part.isEmpty ? entry.name : entry.name + "/" + document.part, text: document.text)
        }
        reading.leftOut += inner.leftOut
      } catch {
        if room < 0 { throw .excessive }
        reading.leftOut.append(entry.name)
      }
    }
    reading.leftOut += others
    guard !reading.documents.isEmpty else { throw .noAgreement("zip") }
    return reading
  }

  /// The text of a part that a Word document imports whole: a page, plain text or another document; nil for what cannot be read.
  private static func chunk(_ name: String, _ bytes: [UInt8], options: AgreementReader.Options, depth: Int) -> StyledText? {
    if FileFormat.packed(bytes) == .zip {
      guard depth < 2 else { return nil }
      var room = limit
      guard let (entries, _) = try? entries(bytes, room: &room, wanted: WordPackage.isPart), let package = WordPackage(entries)
      else {
        return nil
      }
      return try? WordDocument(package).text(originalChanges: options.originalChanges) { name, bytes in
        chunk(name, bytes, options: options, depth: depth + 1)
      }
    }
    guard FileFormat.foreign(bytes) == nil, FileFormat.packed(bytes) == nil else { return nil }
    var words = TextDecoder.decode(bytes).bytes
    let lower = name.lowercased()
    if lower.hasSuffix(".mht") || lower.hasSuffix(".mhtml") || words.starts(with: "MIME-Version".utf8) {
      guard let page = MailArchive.page(words) else { return nil }
      words = page
    }
    let isPage = HTMLReader.reads(words, name: name) || words.first { $0 > 0x20 } == 0x3C || lower.hasSuffix(".xhtml")
    if isPage { return try? HTMLReader.text(words, originalChanges: options.originalChanges) }
    var text = StyledText()
    // Line ends of any system.
    text.append(
      words.indices.filter { words[$0] != 0x0D || words.count == $0 + 1 || words[$0 + 1] != 0x0A }.map {
        words[$0] == 0x0D ? 0x0A : words[$0]
      })
    return text
  }

  /// What gzip packed, read as if it had not.
  static func unpack(_ bytes: [UInt8], name: String, options: AgreementReader.Options, depth: Int, room: inout Int)
    throws(ReadingError)
    -> AgreementReader.Reading
  {
    guard depth < 2 else { throw .unsupported("an archive within an archive") }
    let (entries, _) = try entries(bytes, isGzip: true, room: &room) { _ in true }
    guard let entry = entries.first else { throw .empty }
    var inner = options
    if inner.format == .gzip { inner.format = nil }
    let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return try AgreementReader.read(entry.bytes, name: plain, options: inner, depth: depth + 1, room: &room)
  }
}
