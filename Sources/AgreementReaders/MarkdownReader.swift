import CCmark
import ContractModel
import Glibc

/// Reads Markdown as it is rendered: by the CommonMark library to HTML, and from there as a page.
///
/// Lists are numbered by their order, whatever figures are typed, and a numbered list inside a numbered list counts on below it; what
/// is struck, commented out or data about the page is left out. Line ends within a paragraph stay, since drafters of agreements set
/// `(a)` and `(b)` on lines of their own without the blank line a list would want. (CommonMark 0.29 with GitHub's tables,
/// strikethrough and notes.)
enum MarkdownReader {
  static func reads(name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".md") || lower.hasSuffix(".markdown")
  }

  /// Whether the library is there; loaded when first asked for.
  private static let isInstalled = hereof_cmark_load() != 0

  /// The text, and where it stands in the file.
  static func text(_ bytes: [UInt8], originalChanges: Bool = false) throws(ReadingError) -> (text: StyledText, offsets: PieceTable)
  {
    guard isInstalled else { throw .missingLibrary("cmark-gfm (apt-get install libcmark-gfm-extensions0.29.0.gfm.6)") }
    let matter = frontMatter(bytes)
    let body = withAnchors(bytes[matter...])
    guard let html = hereof_cmark_html(body, body.count) else { throw .excessive }
    defer { hereof_cmark_free(html) }
    let page = UnsafeRawBufferPointer(start: html, count: strlen(html))
    var starts = [matter]
    for i in matter..<bytes.count where bytes[i] == 0x0A { starts.append(i + 1) }
    let reader = try HTMLReader.read(Array(page), originalChanges: originalChanges, lineStarts: starts)
    var out = StyledText()
    if matter > 0 {
      out.leaveOut(
        .metadata, bytes[..<matter].split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
    }
    out.append(reader.out)
    return (out, offsets(of: out.bytes, in: bytes, starts, reader.sources))
  }

  // MARK: Places in the file

  /// Finds the words of the text in the file one after another, each within its block: what stands between them is marks.
  private static func offsets(of text: [UInt8], in file: [UInt8], _ starts: [Int], _ sources: [(text: Int, line: Int)])
    -> PieceTable
  {
    func start(_ line: Int) -> Int { line <= starts.count ? starts[max(line - 1, 0)] : file.count }
    var table = PieceTable()
    table.append(at: 0, start: starts[0])
    var block = 0
    var from = starts[0]
    var limit = sources.first.map { start($0.line) } ?? file.count
    var at = 0
    while at < text.count {
      while at < text.count, text[at] <= 0x20 { at += 1 }
      var end = at
      while end < text.count, text[end] > 0x20 { end += 1 }
      // A block begins at its line, whatever blanks stand before it in the text.
      var opening: Int?
      while block < sources.count, sources[block].text <= at {
        from = max(from, start(sources[block].line))
        let line = sources[block].line
        opening = sources[block].text
        block += 1
        limit = sources[block...].first { $0.line > line }.map { start($0.line) } ?? file.count
      }
      // A number that the list counts is typed at the beginning of its line, if at all: not the "1.2" of an attribute there.
      let isNumber = opening != nil && !text[at..<end].contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      let place = find(text[at..<end], in: file, from..<max(from, min(limit, from + (isNumber ? end - at + 12 : 4_000))))
      if let opening, place == nil || opening < at { table.append(at: opening, start: from) }
      if let place {
        table.append(at: at, start: place)
        from = place + (end - at)
      }
      at = end
    }
    return table
  }

  /// Where a word stands in the file; where marks stand inside it, where its longest run of letters and figures would begin it.
  private static func find(_ word: ArraySlice<UInt8>, in file: [UInt8], _ range: Range<Int>) -> Int? {
    guard !word.isEmpty, !range.isEmpty else { return nil }
    func place(_ part: ArraySlice<UInt8>) -> Int? { file[range].firstPlace(of: part)?.lowerBound }
    if let whole = place(word) { return whole }
    let runs = word.split { !(($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39) }
    guard let run = runs.max(by: { $0.count < $1.count }), run.count >= 3, let found = place(run) else { return nil }
    return max(range.lowerBound, found - (run.startIndex - word.startIndex))
  }

  /// The end of the data about the page at its head, between two lines `---` (YAML) or `+++` (TOML); 0 where there is none.
  private static func frontMatter(_ bytes: [UInt8]) -> Int {
    let isTOML = bytes.starts(with: "+++\n".utf8) || bytes.starts(with: "+++\r\n".utf8)
    guard isTOML || bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8) else { return 0 }
    var start = bytes.firstIndex(of: 0x0A)! + 1
    var lines = 0
    var hasKey = false
    while start < bytes.count, lines < 200 {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[start..<end]
      while line.last == 0x0D || line.last == 0x20 { line.removeLast() }
      let closes = isTOML ? line.elementsEqual("+++".utf8) : line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8)
      if closes { return hasKey ? min(end + 1, bytes.count) : 0 }
      hasKey = hasKey || line.contains(isTOML ? 0x3D : 0x3A)
      start = end + 1
      lines += 1
    }
    return 0
  }

  /// The text with the names of headings as anchors, and not as words behind them: `## 1. Use {#use}`, `Use {-}` above a line of `===`.
  private static func withAnchors(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { out.append(0x0A) }
      var end = line.endIndex
      func trim() { while end > line.startIndex, line[end - 1] == 0x0D || line[end - 1] == 0x20 { end -= 1 } }
      trim()
      // `## 1. Use {#use} ##`: the marks that close a heading.
      if line.first == 0x23, let last = line[..<end].lastIndex(where: { $0 != 0x23 }), last + 1 < end, line[last] == 0x20 {
        end = last
        trim()
      }
      // Attributes on a line of their own: `{: #law}`, as kramdown has them.
      if end - line.startIndex > 3, line[end - 1] == 0x7D, line.starts(with: [0x7B, 0x3A]) { continue }
      guard end > line.startIndex, line[end - 1] == 0x7D,
        line.first == 0x23 || index + 1 < lines.count && isUnderline(lines[index + 1])
      else {
        out.append(contentsOf: line)
        continue
      }
      var name: ArraySlice<UInt8> = []
      while end > line.startIndex, line[end - 1] == 0x7D, let open = line[..<end].lastIndex(of: 0x7B),
        let first = line[(open + 1)..<end].first(where: { $0 != 0x20 }), [0x23, 0x2E, 0x3A, 0x2D].contains(first)
      {
        let own = line[(open + 1)..<(end - 1)].drop { $0 != 0x23 }.dropFirst().prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x3C }
        if !own.isEmpty { name = own }
        end = open
        trim()
      }
      let marks = line.prefix { $0 == 0x23 }
      out.append(contentsOf: marks)
      if !name.isEmpty { out += Array((marks.isEmpty ? "<a id=\"" : " <a id=\"").utf8) + name + Array("\"></a>".utf8) }
      out.append(contentsOf: line[marks.endIndex..<max(marks.endIndex, end)])
    }
    return out
  }

  /// Whether a line of `=` or `-` alone makes a heading of the one above. (CommonMark, 4.3.)
  private static func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = line.filter { $0 > 0x20 }
    return marks.count >= 2 && (marks.allSatisfy { $0 == 0x3D } || marks.allSatisfy { $0 == 0x2D })
  }
}
