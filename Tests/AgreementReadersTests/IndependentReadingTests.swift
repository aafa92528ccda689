import AgreementReaders
import ContractModel
import Foundation
import TestSupport
import Testing

/// Words before and after: what another program reads of a file, and what is read here.
@Suite struct IndependentReadingTests {
  private static func isThere(_ program: String) -> Bool { FileManager.default.isExecutableFile(atPath: program) }

  private static func files(_ folder: String, _ ending: String) -> [URL] {
    guard let shared = Fixtures.shared?.appendingPathComponent("corpus/" + folder) else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: shared.path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { shared.appendingPathComponent($0) }
  }

  /// Runs of letters and figures, each with how often it comes.
  private func words(_ text: String) -> [Substring: Int] {
    // Figures above the line are numbers of their own.
    text.map { "¹²³⁴⁵⁶⁷⁸⁹⁰".contains($0) ? " \($0.wholeNumberValue ?? 0) " : String($0) }.joined()
      .split { !$0.isLetter && !$0.isNumber }.map { String($0)[...] }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The share of the words of one reading that the other has too.
  private func kept(_ theirs: String, _ ours: String) -> Double {
    let (theirs, ours) = (words(theirs), words(ours))
    let all = theirs.values.reduce(0, +)
    let found = theirs.reduce(0) { $0 + min($1.value, ours[$1.key] ?? 0) }
    return all == 0 ? 1 : Double(found) / Double(all)
  }

  private func output(_ program: String, _ arguments: [String], input: URL? = nil) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let input { process.standardInput = try FileHandle(forReadingFrom: input) }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// What is shown of a file and what is said to be left out of it.
  private func read(_ file: URL) throws -> String {
    let reading = try AgreementReader.read(Fixtures.file(file), name: file.lastPathComponent)
    let text = try #require(reading.documents.first?.text)
    let shown = text.string(0..<text.bytes.count).replacing("<PAGE>", with: " ")
    return shown + " " + text.leftOut.map(\.words).joined(separator: " ")
  }

  /// What is not shared is superscripts ("7 th" there, "7th" here), names of pictures, and words side by side in compared pages.
  @Test(.enabled(if: isThere("/usr/bin/w3m") && !files("html", ".html").isEmpty))
  func `no word of the HTML exhibits is lost against w3m`() throws {
    var shares: [Double] = []
    for file in Self.files("html", ".html") {
      let page = FileManager.default.temporaryDirectory.appendingPathComponent("hereof-\(UUID().uuidString).html")
      defer { try? FileManager.default.removeItem(at: page) }
      let bytes = Fixtures.file(file)
      // w3m is given UTF-8, so that encodings play no part.
      let decoded = String(validating: bytes, as: UTF8.self) ?? String(data: Data(bytes), encoding: .windowsCP1252) ?? ""
      try decoded.write(to: page, atomically: true, encoding: .utf8)
      let theirs = try output(
        "/usr/bin/w3m", ["-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "10000"], input: page)
      let share = kept(theirs, try read(file))
      #expect(share > 0.975, "\(file.lastPathComponent): \(share)")
      shares.append(share)
    }
    #expect(shares.reduce(0, +) / Double(shares.count) > 0.998)
  }

  @Test(.enabled(if: isThere("/usr/bin/soffice") && !files("docx", ".docx").isEmpty))
  func `words and computed numbers of Word documents are LibreOffice's`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hereof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = Self.files("docx", ".docx")
    _ = try output(
      "/usr/bin/soffice", ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder.path] + files.map(\.path))
    for file in files {
      let name = file.deletingPathExtension().lastPathComponent + ".txt"
      let theirs = String(decoding: Fixtures.file(folder.appendingPathComponent(name)), as: UTF8.self)
      let share = kept(theirs, try read(file))
      #expect(share > 0.999, "\(file.lastPathComponent): \(share)")
    }
  }

  @Test(.enabled(if: isThere("/usr/bin/pdftotext") && !files("pdf", ".pdf").isEmpty))
  func `no word of the PDF agreements is lost against pdftotext`() throws {
    for file in Self.files("pdf", ".pdf").prefix(5) {
      let theirs = try output("/usr/bin/pdftotext", ["-raw", file.path, "-"])
      let share = kept(theirs, try read(file))
      #expect(share > 0.99, "\(file.lastPathComponent): \(share)")
    }
  }

  @Test(.enabled(if: !files("edgar-text", ".txt").isEmpty))
  func `no word of plain text is lost against the file itself`() throws {
    for (index, file) in Self.files("edgar-text", ".txt").enumerated() where index % 40 == 0 {
      let bytes = Fixtures.file(file)
      let theirs = String(validating: bytes, as: UTF8.self) ?? String(data: Data(bytes), encoding: .windowsCP1252) ?? ""
      #expect(kept(theirs.replacing("<PAGE>", with: " "), try read(file)) > 0.9995, "\(file.lastPathComponent)")
    }
  }
}
