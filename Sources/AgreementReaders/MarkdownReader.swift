/// Reads Markdown to plain text: marks of emphasis, headings, links and inline HTML taken out, numbers of nested lists written in full.
///
/// A numbered list inside a numbered list counts on below it, as its printed form does: the second item of the third is `3.2`. Lettered
/// items stay as they are. (CommonMark 0.31, sections 4.2 ATX headings, 5.3 lists, 6.2 emphasis, 6.3 links.)
enum MarkdownReader {
  static func reads(name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".md") || lower.hasSuffix(".markdown")
  }

  static func text(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    /// The open numbered items: indent and number.
    var open: [(indent: Int, number: String)] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var content = line[...]
      var indent = 0
      while let first = content.first, first == 0x20 || first == 0x09 {
        indent += first == 0x09 ? 4 : 1
        content = content.dropFirst()
      }
      if content.isEmpty || content.allSatisfy({ $0 == 0x0D }) {
        out.append(0x0A)
        continue
      }
      var heading = false
      while content.first == 0x23 {
        heading = true
        content = content.dropFirst()
      }
      if heading { content = content.drop { $0 == 0x20 } }
      if let (number, rest) = item(content) {
        while let last = open.last, last.indent >= indent { open.removeLast() }
        let full = open.last.map { $0.number + "." + number } ?? number
        open.append((indent, full))
        // An item is a paragraph of its own.
        if out.last != nil, out.suffix(2) != [0x0A, 0x0A] { out.append(0x0A) }
        out.append(contentsOf: Array((full + ". ").utf8))
        content = rest
      } else {
        if indent == 0, !heading { open.removeAll() }
        if content.count > 2, content.dropFirst().first == 0x2E, out.suffix(2) != [0x0A, 0x0A] { out.append(0x0A) }
        out.append(contentsOf: Array(repeating: 0x20, count: min(indent, 40)))
      }
      appendPlain(content, to: &out)
      out.append(0x0A)
    }
    return out
  }

  /// `12. text`: an item of a numbered list, which emphasis may not begin.
  private static func item(_ content: ArraySlice<UInt8>) -> (number: String, rest: ArraySlice<UInt8>)? {
    let digits = content.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard !digits.isEmpty, digits.count <= 3 else { return nil }
    let rest = content.dropFirst(digits.count)
    guard rest.first == 0x2E, rest.dropFirst().first == 0x20 || rest.dropFirst().first == 0x09 else { return nil }
    return (String(decoding: digits, as: UTF8.self), rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 })
  }

  /// A line without its marks.
  private static func appendPlain(_ content: ArraySlice<UInt8>, to out: inout [UInt8]) {
    var i = content.startIndex
    var tagEnd = NextByte(0x3E)
    var bracketEnd = NextByte(0x5D)
    var linkEnd = NextByte(0x29)
    while i < content.endIndex {
      let byte = content[i]
      switch byte {
      case 0x3C:  // <span …>: a tag, when it closes on this line.
        let next = i + 1 < content.endIndex ? content[i + 1] : 0x20
        if next == 0x2F || (next | 0x20) >= 0x61 && (next | 0x20) <= 0x7A,
          let close = tagEnd.next(in: content, from: i)
        {
          i = close + 1
          continue
        }
        out.append(byte)
      case 0x2A:  // Emphasis; a lone star between blanks stays.
        let before = i > content.startIndex ? content[i - 1] : 0x20
        let after = i + 1 < content.endIndex ? content[i + 1] : 0x20
        if before == 0x20, after == 0x20 { out.append(byte) }
      case 0x5C where i + 1 < content.endIndex && isPunctuation(content[i + 1]):
        out.append(content[i + 1])
        i += 1
      case 0x5B:  // [text](target)
        if let close = bracketEnd.next(in: content, from: i), close + 1 < content.endIndex, content[close + 1] == 0x28,
          let end = linkEnd.next(in: content, from: close)
        {
          appendPlain(content[(i + 1)..<close], to: &out)
          i = end + 1
          continue
        }
        out.append(byte)
      case 0x0D: break
      default: out.append(byte)
      }
      i += 1
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte >= 0x21 && byte <= 0x2F || byte >= 0x3A && byte <= 0x40 || byte >= 0x5B && byte <= 0x60 || byte >= 0x7B && byte <= 0x7E
  }

  /// Where a byte comes next on a line; what was found, or not found, is remembered, so that a line is gone through once.
  private struct NextByte {
    private let byte: UInt8
    private var known: (from: Int, at: Int?)?

    init(_ byte: UInt8) { self.byte = byte }

    mutating func next(in content: ArraySlice<UInt8>, from start: Int) -> Int? {
      if let known, known.from <= start, known.at.map({ $0 >= start }) ?? true { return known.at }
      let at = content[start...].firstIndex(of: byte)
      known = (start, at)
      return at
    }
  }
}
