import ContractModel

/// Turns the bytes of a file into the texts of agreements, by what the bytes say they are.
///
/// ```swift
/// try AgreementReader.read(bytes, name: "lease.docx").documents[0].text
/// ```
package enum AgreementReader {
  /// An agreement of a file.
  package struct Document: Sendable, Equatable {
    /// Where it is in a file that holds several, e.g. `EX-10.1`; empty where the file is the agreement.
    package var part: String
    package var text: SourceText
  }

  package struct Options: Sendable {
    /// What the bytes are, whatever they look like.
    package var format: FileFormat?
    /// Whether words that are struck or deleted under tracked changes are read, and those put in are not.
    package var originalChanges = false
    package var limits = Limits()
    /// Told how many pages of a PDF are read, and of how many where that is known; answers whether to go on.
    package var progress: @Sendable (_ pages: Int, _ total: Int?) -> Bool = { _, _ in true }

    package init(format: FileFormat? = nil, originalChanges: Bool = false, limits: Limits = Limits()) {
      self.format = format
      self.originalChanges = originalChanges
      self.limits = limits
    }
  }

  /// What the programs may take that read a file for us. Nothing is limited by the clock: a busy machine may take its time.
  package struct Limits: Sendable, Equatable {
    /// Processor time in seconds, for any file and for each megabyte of it.
    package var seconds = 60
    package var secondsPerMegabyte = 20
    /// Address space in bytes.
    package var memory = 1 << 30

    package init() {}

    func seconds(for bytes: Int) -> Int { seconds + secondsPerMegabyte * (bytes >> 20) }
  }

  package struct Reading: Sendable {
    package var documents: [Document]
    /// Parts that are no agreements, or could not be read, each a few words.
    package var leftOut: [String] = []
  }

  /// Reads bytes; `name` only tells Markdown from plain text.
  package static func read(_ bytes: [UInt8], name: String, options: Options = Options()) throws(ReadingError) -> Reading {
    var room = ArchiveReader.limit
    return try read(bytes, name: name, options: options, depth: 0, room: &room)
  }

  /// `depth` counts the archives around: one may hold agreements, and in it one that is packed again; `room` is what may yet be unpacked.
  static func read(_ bytes: [UInt8], name: String, options: Options, depth: Int, room: inout Int) throws(ReadingError) -> Reading {
    guard !bytes.isEmpty else { throw .empty }
    let format = options.format.flatMap { depth == 0 ? $0 : nil } ?? FileFormat.packed(bytes)
    switch format {
    case .zip, .docx: return try ArchiveReader.read(bytes, name: name, options: options, depth: depth, room: &room)
    case .gzip: return try ArchiveReader.unpack(bytes, name: name, options: options, depth: depth, room: &room)
    case .pdf: return one(try words(try PDFReader.text(bytes, limits: options.limits, progress: options.progress)))
    case .text, .markdown, .html, .edgar, nil: break
    }
    if let foreign = FileFormat.foreign(bytes) { throw .unsupported(foreign) }
    // A file that is called a Word file or a PDF and is none was cut or is something else.
    if let ending = [".docx", ".pdf"].first(where: name.lowercased().hasSuffix), options.format == nil, depth == 0,
      !TextDecoder.decode(bytes).bytes.prefix(4_096).contains(0x20)
    {
      throw .broken(ending == ".pdf" ? "PDF" : "Word")
    }
    let decoded = TextDecoder.decode(bytes)
    if isBinary(decoded.bytes) { throw .binary }
    switch format ?? FileFormat.written(decoded.bytes, name: name) {
    // A submission within a submission is no document of it, but its text.
    case .edgar where depth < 2: return try EdgarSubmission.read(decoded.bytes, name: name, options: options, room: &room)
    case .html:
      // A page saved as a mail has characters of its own behind its encoding.
      let page = MailArchive.reads(decoded.bytes) ? MailArchive.page(decoded.bytes).map { TextDecoder.decode($0).bytes } : nil
      return one(try words(try HTMLReader.text(page ?? decoded.bytes, originalChanges: options.originalChanges)))
    case .markdown:
      let read = try MarkdownReader.text(decoded.bytes, originalChanges: options.originalChanges)
      return one(try words(read.text, renderedFrom: SourceText.RenderedFile(decoded.bytes, offsets: read.offsets)))
    default: return one(SourceText(try words(decoded.bytes), offsets: decoded.offsets))
    }
  }

  private static func one(_ text: SourceText) -> Reading { Reading(documents: [Document(part: "", text: text)]) }

  /// The text, if there is a word in it.
  static func words(
    _ text: StyledText, renderedFrom file: SourceText.RenderedFile? = nil
  ) throws(ReadingError) -> SourceText {
    guard text.bytes.contains(where: { $0 > 0x20 }) else {
      let reasons = LeftOut.sentences(text.leftOut)
      throw reasons.isEmpty ? .empty : .withoutText(reasons.joined(separator: "; "))
    }
    return text.source(renderedFrom: file)
  }

  /// The bytes, if there is a word in them.
  static func words(_ bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    return bytes
  }

  /// Text has hardly any NUL or control bytes.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    let sample = bytes.prefix(64 * 1024)
    for byte in sample where byte < 0x20 && !(byte >= 0x07 && byte <= 0x0D) && byte != 0x1A && byte != 0x1B { controls += 1 }
    return controls * 50 > sample.count
  }
}
