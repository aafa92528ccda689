import ContractModel

/// Where the paragraphs, runs and characters of a Word document's main part stand in its bytes, so that it can be changed in places and
/// stay as it is elsewhere.
///
/// Text boxes, equations and alternatives are left as they are and have no characters here.
struct WordMarkup {
  /// A paragraph's element, its start tag, and its properties where it has them: ranges of bytes.
  struct Paragraph {
    var range: Range<Int>
    var open: Range<Int>
    var properties: Range<Int>?
    /// In how many tables it stands.
    var depth: Int
  }

  /// A run's element, its start tag and properties, and its atoms by index.
  struct Run {
    var range: Range<Int>
    var open: Range<Int>
    var properties: Range<Int>?
    var atoms: Range<Int>
    var paragraph: Int
  }

  /// A character of a text element, or another element of a run: a tab, a line break, a picture.
  struct Atom {
    /// The bytes of the character as written (`&amp;` has five), or of the element.
    var range: Range<Int>
    /// The character; a hyphen for one that does not break, a blank for all else that parts words, nil for what prints no word.
    var scalar: UnicodeScalar?
    /// The text element it stands in, by a number; nil for an element of its own.
    var text: Int?
    var paragraph: Int

    var isBlank: Bool { scalar.map { $0.value <= 0x20 || $0.value == 0xA0 } ?? false }
  }

  /// What the elements of WordprocessingML are called here, with the colon: `w:`.
  let prefix: String
  private(set) var paragraphs: [Paragraph] = []
  private(set) var runs: [Run] = []
  private(set) var atoms: [Atom] = []
  /// Whether words are marked as put in or taken out already.
  private(set) var hasChanges = false

  private let bytes: [UInt8]
  private var texts = 0

  private struct Element {
    var name: Substring
    var start: Int
    var openEnd: Int
  }

  /// Nil where the bytes are not UTF-8 or no WordprocessingML. They must be well-formed.
  init?(_ bytes: [UInt8]) {
    guard let prefix = Self.prefix(bytes) else { return nil }
    self.prefix = prefix
    self.bytes = bytes
    scan()
  }

  private static let namespaces = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]

  private static func prefix(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(16_384), as: UTF8.self)
    guard head.hasPrefix("<") || head.hasPrefix("\u{FEFF}<") else { return nil }
    if let encoding = head.range(of: "encoding=", before: "?>"),
      !head[encoding.upperBound...].dropFirst().lowercased().hasPrefix("utf-8")
    {
      return nil
    }
    for namespace in namespaces {
      guard let name = head.range(of: "=\"\(namespace)\"") else { continue }
      let before = head[..<name.lowerBound]
      guard let start = before.lastIndex(where: { $0 == " " || $0 == ":" || $0 == "\n" }), before[start] == ":" else { return nil }
      return before[before.index(after: start)...] + ":"
    }
    return nil
  }

  // MARK: Elements

  private mutating func scan() {
    var stack: [Element] = []
    var paragraph: (index: Int, depth: Int)?
    var run: (index: Int, depth: Int)?
    // The depth of the element whose inside is left as it is.
    var skipped: Int?
    var tables = 0
    var i = 0
    while i < bytes.count {
      guard bytes[i] == 0x3C else {
        i += 1
        continue
      }
      let start = i
      if let end = skipSpecial(start) {
        i = end
        continue
      }
      let end = tagEnd(start)
      i = end
      if bytes[start + 1] == 0x2F {
        guard let element = stack.popLast() else { continue }
        if let depth = skipped {
          if stack.count < depth { skipped = nil }
          if skipped != nil { continue }
        }
        close(element, end, stack.count, &paragraph, &run, &tables)
        continue
      }
      let isEmpty = bytes[end - 2] == 0x2F
      let name = name(start + 1, end)
      let element = Element(name: name, start: start, openEnd: end)
      let depth = stack.count
      if skipped == nil {
        let local = local(name)
        if Self.changes.contains(local) { hasChanges = true }
        switch local {
        case "tbl": if !isEmpty { tables += 1 }
        case "p" where paragraph == nil && !isEmpty:
          paragraphs.append(Paragraph(range: start..<start, open: start..<end, properties: nil, depth: tables))
          paragraph = (paragraphs.count - 1, depth)
        case "r" where paragraph != nil && run == nil && !isEmpty:
          runs.append(
            Run(
              range: start..<start, open: start..<end, properties: nil, atoms: atoms.count..<atoms.count,
              paragraph: paragraph?.index ?? 0))
          run = (runs.count - 1, depth)
        case "": if paragraph != nil, run == nil, !isEmpty { skipped = depth + 1 }
        default: break
        }
        // What is in an element of a run is left as it is.
        if let run, depth == run.depth + 1, !isEmpty { skipped = depth + 1 }
      }
      if isEmpty {
        if skipped == nil { close(element, end, depth, &paragraph, &run, &tables) }
      } else {
        stack.append(element)
      }
    }
  }

  private static let changes: Set<String> = ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"]

  private mutating func close(
    _ element: Element, _ end: Int, _ depth: Int, _ paragraph: inout (index: Int, depth: Int)?,
    _ run: inout (index: Int, depth: Int)?,
    _ tables: inout Int
  ) {
    let range = element.start..<end
    let local = local(element.name)
    if let open = run {
      if depth == open.depth {
        runs[open.index].range = range
        runs[open.index].atoms = runs[open.index].atoms.lowerBound..<atoms.count
        run = nil
      } else if depth == open.depth + 1 {
        if local == "rPr" {
          runs[open.index].properties = range
        } else {
          addAtoms(local, element, range, runs[open.index].paragraph)
        }
      }
      return
    }
    if let open = paragraph {
      if depth == open.depth {
        paragraphs[open.index].range = range
        paragraph = nil
      } else if depth == open.depth + 1, local == "pPr" {
        paragraphs[open.index].properties = range
      }
      return
    }
    if local == "tbl", element.openEnd < end { tables -= 1 }
  }

  private mutating func addAtoms(_ local: String, _ element: Element, _ range: Range<Int>, _ paragraph: Int) {
    switch local {
    case "t":
      guard element.openEnd < range.upperBound else { return atoms.append(Atom(range: range, text: nil, paragraph: paragraph)) }
      var i = element.openEnd
      let end = bytes[..<range.upperBound].lastIndex(of: 0x3C) ?? i
      texts += 1
      while i < end {
        let (scalar, length) = character(i, end)
        atoms.append(Atom(range: i..<(i + length), scalar: scalar, text: texts, paragraph: paragraph))
        i += length
      }
    case "noBreakHyphen": atoms.append(Atom(range: range, scalar: "-", text: nil, paragraph: paragraph))
    case "tab", "ptab", "br", "cr": atoms.append(Atom(range: range, scalar: " ", text: nil, paragraph: paragraph))
    default: atoms.append(Atom(range: range, text: nil, paragraph: paragraph))
    }
  }

  /// The character at a place and how many bytes it is written with.
  private func character(_ i: Int, _ limit: Int) -> (UnicodeScalar?, Int) {
    if bytes[i] == 0x26, let end = bytes[i..<limit].firstIndex(of: 0x3B) {
      let name = String(decoding: bytes[(i + 1)..<end], as: UTF8.self)
      let named: [String: UnicodeScalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
      let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      return (named[name] ?? number.flatMap { UnicodeScalar($0) }, end + 1 - i)
    }
    var length = 1
    while i + length < limit, bytes[i + length] & 0xC0 == 0x80 { length += 1 }
    return (String(decoding: bytes[i..<(i + length)], as: UTF8.self).unicodeScalars.first, length)
  }

  // MARK: Tags

  /// The end of a comment, a processing instruction, a declaration or a CDATA section; nil for a tag.
  private func skipSpecial(_ start: Int) -> Int? {
    func past(_ mark: String) -> Int {
      let mark = Array(mark.utf8)
      var i = start
      while i + mark.count <= bytes.count {
        if bytes[i..<(i + mark.count)].elementsEqual(mark) { return i + mark.count }
        i += 1
      }
      return bytes.count
    }
    guard start + 1 < bytes.count else { return bytes.count }
    if bytes[start + 1] == 0x3F { return past("?>") }
    guard bytes[start + 1] == 0x21 else { return nil }
    if bytes[start...].starts(with: "<!--".utf8) { return past("-->") }
    if bytes[start...].starts(with: "<![CDATA[".utf8) { return past("]]>") }
    return past(">")
  }

  /// Behind the `>` of a tag; one between quotation marks ends nothing.
  private func tagEnd(_ start: Int) -> Int {
    var quote: UInt8?
    var i = start + 1
    while i < bytes.count {
      let byte = bytes[i]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return i + 1
      }
      i += 1
    }
    return bytes.count
  }

  private func name(_ start: Int, _ limit: Int) -> Substring {
    var end = start
    while end < limit, bytes[end] > 0x20, bytes[end] != 0x2F, bytes[end] != 0x3E { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)[...]
  }

  /// The name of an element of WordprocessingML without its prefix; empty for one of another language.
  private func local(_ name: Substring) -> String { name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : "" }
}

extension String {
  /// Where words stand first; with `before`, only if that does not come first.
  fileprivate func range(of words: String, before stop: String? = nil) -> Range<String.Index>? {
    let limit = stop.flatMap { self.range(of: $0)?.lowerBound } ?? endIndex
    var at = startIndex
    while at < limit {
      if self[at...].hasPrefix(words) { return at..<index(at, offsetBy: words.count) }
      at = index(after: at)
    }
    return nil
  }
}
