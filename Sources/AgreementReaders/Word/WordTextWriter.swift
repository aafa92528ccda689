import ContractModel

/// Writes the paragraphs and tables of a Word document's body as text, with the styles of runs and paragraphs.
///
/// Bookmarks are anchors; fields that print a reference to one (REF), and links to one, are links. (ECMA-376, part 1, 17.16.5.51.)
struct WordTextWriter {
  private(set) var out = StyledText()
  private var numbering: WordNumbering
  private let styles: WordStyles
  private let originalChanges: Bool
  /// Notes in the order they are named: kind and id.
  private var notes: [(kind: String, id: String)] = []
  private var numbers: [String: Int] = [:]
  /// Whether there was more to write than is read.
  private(set) var isFull = false
  private static let limit = 64 << 20
  /// How words look that say nothing of it themselves.
  private var paragraphLooks: [StyleMark.Kind] = []
  /// The open fields, the innermost last.
  private var fields: [Field] = []

  /// A field of the text: its code first, which is not shown, then what it last printed.
  private struct Field {
    var isCode = true
    var code = ""

    /// The bookmark whose number or words the field prints: `REF _Ref17 \\r \\h`.
    var bookmark: String? {
      let words = code.split { $0 == " " || $0 == "\u{A0}" }
      guard words.count > 1, words[0].uppercased() == "REF" else { return nil }
      return String(words[1])
    }
  }

  init(numbering: WordNumbering, styles: WordStyles, originalChanges: Bool) {
    self.numbering = numbering
    self.styles = styles
    self.originalChanges = originalChanges
  }

  /// The containers that only hold other blocks or runs.
  private static let containers: Set<String> = [
    "sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo", "Choice",
    "AlternateContent",
  ]

  // MARK: Blocks

  mutating func write(_ container: XMLNode) {
    for child in container.children {
      switch child.name {
      case "p": paragraph(child)
      case "tbl": table(child)
      case "del", "moveFrom": if originalChanges { write(child) }
      case let name where Self.containers.contains(name): write(child)
      default: break
      }
    }
  }

  private mutating func paragraph(_ node: XMLNode) {
    let properties = node.child("pPr")
    let style = properties?.value("pStyle")
    if properties?.isOn("pageBreakBefore") ?? styles.breaksPage(style) { pageMark() }
    let words = words(of: node, properties)
    // An empty paragraph that only ends a section of pages counts in no list; any other does, and is seen.
    if words.isEmpty, properties?.child("sectPr") != nil { return }
    let label = label(properties, style)
    guard !words.isEmpty || label != nil else { return }
    line(label, words)
  }

  /// A paragraph's own words and how they look.
  private mutating func words(of node: XMLNode, _ properties: XMLNode?) -> StyledText {
    let looks = styles.looks(of: properties?.value("pStyle"))
    paragraphLooks = looks.kinds
    defer { paragraphLooks = [] }
    var words = runs(node).trimmed()
    if looks.isHeading { words.mark(.heading, 0) }
    if (properties?.value("jc") ?? looks.alignment) == "center" { words.mark(.centred, 0) }
    return words
  }

  private mutating func label(_ properties: XMLNode?, _ style: String?) -> String? {
    // A paragraph mark that was deleted counts in no list.
    let isDeleted = properties?.child("rPr")?.child("del") != nil
    let isInserted = properties?.child("rPr")?.child("ins") != nil
    if isDeleted && !originalChanges || isInserted && originalChanges { return nil }
    let own = properties?.child("numPr")
    let list = own?.value("numId")
    if list == "0" { return nil }
    let inherited = styles.list(of: style, numbering)
    guard let id = list ?? inherited?.list else { return nil }
    let level =
      own?.value("ilvl").flatMap { Int($0) } ?? (list == nil ? inherited?.level : style.flatMap { numbering.level(of: $0, in: id) })
      ?? 0
    return numbering.next(list: id, level: level)
  }

  /// A row of short cells is a line; cells that hold paragraphs of their own are read one after another.
  private mutating func table(_ node: XMLNode) {
    for row in rows(node) {
      let cells = row.children.filter { $0.name == "tc" || $0.name == "sdt" }
      let isPlain = cells.allSatisfy { cell in
        cell.children.allSatisfy { $0.name != "tbl" }
          && cell.children.filter { $0.name == "p" && $0.words.contains { !$0.isWhitespace } }.count <= 1
      }
      guard isPlain else {
        for cell in cells { write(cell) }
        continue
      }
      var row = StyledText()
      for cell in cells {
        for paragraph in cell.children where paragraph.name == "p" {
          let properties = paragraph.child("pPr")
          let label = label(properties, properties?.value("pStyle"))
          let words = words(of: paragraph, properties)
          guard !words.isEmpty || label != nil else { continue }
          // A number in a cell of its own stands before its words.
          if !row.isEmpty { row.append(isNumber(row.bytes) ? "  " : "    ") }
          row.append(label ?? "")
          row.append(words)
        }
        if cell.name == "sdt" { write(cell) }
      }
      if !row.isEmpty { line(nil, row) }
    }
  }

  private func rows(_ table: XMLNode) -> [XMLNode] {
    table.children.flatMap { child -> [XMLNode] in
      switch child.name {
      case "tr": [child]
      case "ins", "sdt", "sdtContent", "customXml": rows(child)
      default: []
      }
    }
  }

  private func isNumber(_ cell: [UInt8]) -> Bool {
    cell.count <= 10 && cell.last == 0x2E || cell.count <= 6 && cell.last == 0x29
  }

  // MARK: Words

  private mutating func runs(_ container: XMLNode) -> StyledText {
    var text = StyledText()
    addRuns(container, to: &text)
    return text
  }

  private mutating func addRuns(_ container: XMLNode, to text: inout StyledText) {
    for child in container.children {
      switch child.name {
      case "r": addRun(child, to: &text)
      case "bookmarkStart": text.anchor(child["name"] ?? "")
      case "ins", "moveTo": if !originalChanges { addRuns(child, to: &text) }
      case "del", "moveFrom": if originalChanges { addRuns(child, to: &text) }
      case "hyperlink", "fldSimple":
        let anchor = child["anchor"] ?? Field(code: child["instr"] ?? "").bookmark
        if let anchor { text.beginLink(anchor) }
        addRuns(child, to: &text)
        if anchor != nil { text.endLink() }
      case let name where Self.containers.contains(name): addRuns(child, to: &text)
      default: break
      }
    }
  }

  private mutating func addRun(_ node: XMLNode, to text: inout StyledText) {
    let properties = node.child("rPr")
    if properties?.isOn("vanish") ?? false { return }
    let kinds = styles.kinds(of: properties, in: paragraphLooks)
    for kind in kinds { text.begin(kind) }
    defer { for kind in kinds { text.end(kind) } }
    for child in node.children {
      switch child.name {
      case "fldChar":
        switch child["fldCharType"] {
        case "begin": fields.append(Field())
        case "separate":
          guard !fields.isEmpty else { break }
          fields[fields.count - 1].isCode = false
          if let bookmark = fields[fields.count - 1].bookmark { text.beginLink(bookmark) }
        case "end": if let field = fields.popLast(), !field.isCode, field.bookmark != nil { text.endLink() }
        default: break
        }
      case "instrText": if !fields.isEmpty { fields[fields.count - 1].code += child.words }
      case _ where fields.contains(where: \.isCode): break
      case "t": text.append(child.words)
      case "delText": if originalChanges { text.append(child.words) }
      case "tab", "ptab": text.append("    ")
      case "br", "cr": text.append(child["type"] == "page" ? "\n\u{C}\n" : "\n")
      case "noBreakHyphen": text.append("-")
      case "sym": text.append(symbol(child))
      case "footnoteReference", "endnoteReference":
        guard let id = child["id"] else { break }
        let kind = child.name == "footnoteReference" ? "footnote" : "endnote"
        let key = "\(kind) \(id)"
        if numbers[key] == nil {
          notes.append((kind, id))
          numbers[key] = notes.count
        }
        text.append("[\(numbers[key] ?? 0)]")
      case "AlternateContent", "drawing", "pict": text.append(box(child))
      default: break
      }
    }
  }

  /// A character of a symbol font, where Unicode has it.
  private func symbol(_ node: XMLNode) -> String {
    guard let code = node["char"].flatMap({ UInt32($0, radix: 16) }) else { return "" }
    // Symbol fonts lie in the private area from F000 on.
    switch code & 0xFF {
    case 0xA7, 0xB7, 0x6C: return "•"
    case 0xA8, 0x6F, 0x71: return "☐"
    case 0xFE, 0x52, 0x78: return "☒"
    case 0xD3: return "©"
    default: return code < 0xF000 ? UnicodeScalar(code).map { String($0) } ?? "" : ""
    }
  }

  /// The words of a text box, which stand beside the paragraph.
  private mutating func box(_ node: XMLNode) -> StyledText {
    var text = StyledText()
    var open = node.children.filter { $0.name != "Fallback" }.map { $0 }
    while let next = open.popLast() {
      if next.name == "txbxContent" {
        for paragraph in next.children where paragraph.name == "p" {
          text.append("\n")
          text.append(runs(paragraph).trimmed())
        }
        continue
      }
      open += next.children.filter { $0.name != "Fallback" }.reversed()
    }
    return text
  }

  // MARK: Notes

  mutating func writeNotes(_ root: XMLNode, _ kind: String) {
    let nodes = Dictionary(
      root.children.filter { $0.name == kind }.compactMap { node in node["id"].map { ($0, node) } },
      uniquingKeysWith: { first, _ in first })
    for (index, note) in notes.enumerated() where note.kind == kind {
      guard let node = nodes[note.id] else { continue }
      var text = StyledText()
      for paragraph in node.children where paragraph.name == "p" {
        let words = runs(paragraph).trimmed()
        if !text.isEmpty, !words.isEmpty { text.append(" ") }
        text.append(words)
      }
      line("[\(index + 1)] ", text)
    }
  }

  // MARK: Lines

  private mutating func line(_ label: String?, _ text: StyledText) {
    isFull = isFull || out.count > Self.limit
    guard !isFull else { return }
    if !out.isEmpty { out.append(0x0A) }
    out.append(label ?? "")
    out.append(text)
    out.append(0x0A)
  }

  private mutating func pageMark() {
    guard !out.isEmpty else { return }
    var mark = StyledText()
    mark.append("\u{C}")
    line(nil, mark)
  }
}
