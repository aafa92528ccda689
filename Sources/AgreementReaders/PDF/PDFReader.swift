import ContractModel

/// Reads a PDF by the places and fonts of its words, which poppler's pdftohtml says, run as a child that sees the file alone.
///
/// Lines are made of words beside each other, columns of prose are read one after the other, heads and feet are known by their height,
/// numbers of lines are taken out of the margin, broken words are made whole. A page that is a picture, or whose font does not say which
/// letters it prints, is left out and named.
enum PDFReader {
  private static let package = "poppler-utils"
  private static let converter = ChildProgram(name: "pdftohtml", package: package)
  private static let imageLister = ChildProgram(name: "pdfimages", package: package)

  static func text(_ bytes: [UInt8], limits: AgreementReader.Limits, progress: (Int, Int?) -> Bool) throws(ReadingError)
    -> StyledText
  {
    let xml = try converted(bytes, limits: limits, progress: progress)
    guard let pages = PDFPage.pages(xml) else { throw XMLDocument.isInstalled ? .broken("PDF") : .missingLibrary("libxml2") }
    guard !pages.isEmpty else { throw .broken("PDF") }
    var leftOut: [(page: Int, kind: LeftOut.Kind, words: String)] = []
    var laid: [(page: PDFPage, lines: [PDFLine])] = []
    var cleaned = pages
    for index in cleaned.indices { PDFFurniture.takeDoubles(&cleaned[index]) }
    for (page, words) in PDFFurniture.takeMarginalia(&cleaned) { leftOut.append((page, .runningHead, words)) }
    // The last number of a line on the page before; the next page counts on, or anew.
    var lastLine: Int?
    var column: Double?
    for page in cleaned {
      var page = page
      let text = page.runs.map(\.text).joined(separator: " ")
      if UnreadableText.isCipher(text) {
        leftOut.append((page.number, .unreadable, text))
        page.runs = []
      }
      let numbers = PDFFurniture.takeLineNumbers(&page, after: lastLine)
      lastLine = numbers.last.flatMap { Int($0.prefix { $0.isNumber }) }
      if !numbers.isEmpty { leftOut.append((page.number, .lineNumber, numbers.joined(separator: " "))) }
      laid.append((page, PDFColumns.lines(page, known: &column)))
    }
    PDFFurniture.mark(&laid)
    for page in pictures(laid, bytes, limits) { leftOut.append((page, .picture, "picture of page \(page)")) }
    let out = PDFText.text(laid, leftOut: leftOut)
    guard out.bytes.contains(where: { $0 > 0x20 }) else {
      if leftOut.contains(where: { $0.kind == .unreadable }) {
        throw .withoutText(LeftOut.sentences(out.leftOut).joined(separator: "; "))
      }
      throw .pictures
    }
    return out
  }

  private static func converted(_ bytes: [UInt8], limits: AgreementReader.Limits, progress: (Int, Int?) -> Bool)
    throws(ReadingError) -> [UInt8]
  {
    var pages = 0
    var seen = 0
    let total = pageCount(bytes)
    do {
      // Invisible text counts: that is what text recognition lays below pictures of pages.
      return try converter.run(
        // Letters of justified lines are set apart by up to a seventh of their size.
        ["-xml", "-i", "-q", "-hidden", "-wbt", "14", "-zoom", "1", "-noroundcoord", "-stdout", "-", "pages"], on: bytes,
        limits: ChildProgram.Limits(seconds: limits.seconds(for: bytes.count), memory: limits.memory, output: 256 << 20)
      ) { written in
        // Whole tags only: the rest is looked at next time.
        let new = written[seen...]
        var at = new.startIndex
        while let open = new[at...].firstIndex(of: 0x3C), open + 5 < new.endIndex {
          if new[open + 1] == 0x70, new[open + 2] == 0x61, new[open + 3] == 0x67, new[open + 4] == 0x65 { pages += 1 }
          at = open + 1
        }
        seen = max(at, min(seen, written.count))
        return progress(pages, total)
      }
    } catch {
      switch error {
      case .missing: throw .missingLibrary("pdftohtml (apt-get install \(package))")
      case .tooLong: throw .tooLong(limits.seconds(for: bytes.count))
      case .tooLarge: throw .excessive
      case .stopped: throw .stopped
      case .failed: throw bytes.firstPlace(of: "/Encrypt") != nil ? .encrypted("PDF") : .broken("PDF")
      }
    }
  }

  /// How many pages a file says it has, where that stands in it plainly: `/Type /Pages … /Count 211`.
  private static func pageCount(_ bytes: [UInt8]) -> Int? {
    var most: Int?
    var from = 0
    while let found = bytes[from...].firstPlace(of: "/Count ") {
      from = found.upperBound
      let digits = bytes[from...].prefix(6).prefix { $0 >= 0x30 && $0 <= 0x39 }
      if let count = Int(String(decoding: digits, as: UTF8.self)) { most = max(most ?? 0, count) }
    }
    return most
  }

  /// The pages with hardly a word that show a picture, as poppler's pdfimages says.
  private static func pictures(_ pages: [(page: PDFPage, lines: [PDFLine])], _ bytes: [UInt8], _ limits: AgreementReader.Limits)
    -> [Int]
  {
    // How many characters a page has; a stamp on a picture, "Scanned with …", is no page of words.
    let counts = Dictionary(
      pages.filter { !$0.page.runs.contains { $0.text.count > 60 } }.map { page in
        (page.page.number, page.lines.filter { $0.furniture == nil }.reduce(0) { $0 + $1.words.count })
      }, uniquingKeysWith: { first, _ in first })
    let bare = counts.filter { $0.value < 120 }.map(\.key).sorted()
    guard !bare.isEmpty else { return [] }
    let child = ChildProgram.Limits(seconds: limits.seconds(for: bytes.count), memory: limits.memory, output: 16 << 20)
    guard let list = try? imageLister.run(["-list", "-"], on: bytes, limits: child) else { return [] }
    // page num type width height …
    var shown: Set<Int> = []
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") {
      let columns = line.split(separator: " ")
      guard columns.count > 4, let page = Int(columns[0]), let width = Int(columns[3]), let height = Int(columns[4]) else {
        continue
      }
      let least = counts[page] ?? 0 < 12 ? 40 : 500
      if width >= least, height >= least { shown.insert(page) }
    }
    return bare.filter { shown.contains($0) }
  }
}
