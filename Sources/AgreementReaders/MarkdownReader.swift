import ContractModel

/// Reads Markdown to plain text: marks of emphasis, headings, links and inline HTML taken out, numbers of nested lists written in full.
///
/// A numbered list inside a numbered list counts on below it, as its printed form does: the second item of the third is `3.2`. Lettered
/// items stay as they are. What was emphasised or a heading is marked, and links within the page are kept. (CommonMark 0.31, sections 4.2 ATX headings, 5.3 lists, 6.2 emphasis, 6.3 links.)
enum MarkdownReader {
  static func reads(name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".md") || lower.hasSuffix(".markdown")
  }

  static func text(_ bytes: [UInt8]) -> StyledText {
    var out = StyledText()
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
        if out.last != nil, out.bytes.suffix(2) != [0x0A, 0x0A] { out.append(0x0A) }
        out.append(full + ". ")
        content = rest
      } else {
        if indent == 0, !heading { open.removeAll() }
        if content.count > 2, content.dropFirst().first == 0x2E, out.bytes.suffix(2) != [0x0A, 0x0A] { out.append(0x0A) }
        out.append(String(repeating: " ", count: min(indent, 40)))
      }
      if heading { out.begin(.heading) }
      var emphasis = Emphasis()
      appendPlain(content, &emphasis, to: &out)
      emphasis.close(in: &out)
      if heading { out.end(.heading) }
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

  /// The emphasis that is open on a line.
  private struct Emphasis {
    private var open: Set<StyleMark.Kind> = []

    mutating func toggle(_ kind: StyleMark.Kind, in out: inout StyledText) {
      if open.remove(kind) == nil {
        open.insert(kind)
        out.begin(kind)
      } else {
        out.end(kind)
      }
    }

    /// What is never closed emphasises nothing beyond its line.
    mutating func close(in out: inout StyledText) {
      for kind in open { out.end(kind) }
      open = []
    }
  }

  /// A line without its marks.
  private static func appendPlain(_ content: ArraySlice<UInt8>, _ emphasis: inout Emphasis, to out: inout StyledText) {
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
          if next != 0x2F, let id = identifier(content[i..<close]) { out.anchor(id) }
          i = close + 1
          continue
        }
        out.append(byte)
      case 0x2A:  // Emphasis; a lone star between blanks stays.
        let before = i > content.startIndex ? content[i - 1] : 0x20
        let after = i + 1 < content.endIndex ? content[i + 1] : 0x20
        if after == byte {
          emphasis.toggle(.bold, in: &out)
          i += 1
        } else if before == 0x20, after == 0x20 {
          out.append(byte)
        } else {
          emphasis.toggle(.italic, in: &out)
        }
      case 0x5C where i + 1 < content.endIndex && isPunctuation(content[i + 1]):
        out.append(content[i + 1])
        i += 1
      case 0x5B:  // [text](target)
        if let close = bracketEnd.next(in: content, from: i), close + 1 < content.endIndex, content[close + 1] == 0x28,
          let end = linkEnd.next(in: content, from: close)
        {
          let isInner = content[close + 2] == 0x23
          if isInner { out.beginLink(String(decoding: content[(close + 3)..<end], as: UTF8.self)) }
          appendPlain(content[(i + 1)..<close], &emphasis, to: &out)
          if isInner { out.endLink() }
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

  /// The name a tag gives its words: `<span class="header_2" id="1.1">`.
  private static func identifier(_ tag: ArraySlice<UInt8>) -> String? {
    guard let start = tag.firstPlace(of: " id=\"")?.upperBound, let end = tag[start...].firstIndex(of: 0x22), end - start < 100
    else { return nil }
    return String(decoding: tag[start..<end], as: UTF8.self)
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
