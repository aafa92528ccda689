/// Writes the paragraphs and tables of a Word document's body as text.
struct WordTextWriter {
  private(set) var out: [UInt8] = []
  private var numbering: WordNumbering
  private let styles: WordStyles
  private let originalChanges: Bool
  /// Notes in the order they are named: kind and id.
  private var notes: [(kind: String, id: String)] = []
  private var numbers: [String: Int] = [:]
  /// Whether there was more to write than is read.
  private(set) var isFull = false
  private static let limit = 64 << 20
  /// How deep in fields' codes the words are, which are not shown.
  private var fieldCodes: [Bool] = []

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
    let words = trimmed(runs(node))
    // An empty paragraph that only ends a section of pages counts in no list; any other does, and is seen.
    if words.isEmpty, properties?.child("sectPr") != nil { return }
    let label = label(properties, style)
    guard !words.isEmpty || label != nil else { return }
    line((label ?? "") + words)
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
          && cell.children.filter { $0.name == "p" && !trimmed(plain($0)).isEmpty }.count <= 1
      }
      guard isPlain else {
        for cell in cells { write(cell) }
        continue
      }
      var texts: [String] = []
      for cell in cells {
        for paragraph in cell.children where paragraph.name == "p" {
          let properties = paragraph.child("pPr")
          let label = label(properties, properties?.value("pStyle"))
          let words = trimmed(runs(paragraph))
          if !words.isEmpty || label != nil { texts.append((label ?? "") + words) }
        }
        if cell.name == "sdt" { write(cell) }
      }
      guard let first = texts.first else { continue }
      // A number in a cell of its own stands before its words.
      let gap =
        first.utf8.count <= 10 && first.utf8.last == 0x2E || first.utf8.last == 0x29 && first.utf8.count <= 6 ? "  " : "    "
      line(([first] + (texts.count > 1 ? [texts.dropFirst().joined(separator: "    ")] : [])).joined(separator: gap))
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

  private func plain(_ node: XMLNode) -> String { node.words }

  // MARK: Words

  private mutating func runs(_ container: XMLNode) -> String {
    var text = ""
    for child in container.children {
      switch child.name {
      case "r": text += run(child)
      case "ins", "moveTo": if !originalChanges { text += runs(child) }
      case "del", "moveFrom": if originalChanges { text += runs(child) }
      case let name where Self.containers.contains(name): text += runs(child)
      default: break
      }
    }
    return text
  }

  private mutating func run(_ node: XMLNode) -> String {
    if node.child("rPr")?.isOn("vanish") ?? false { return "" }
    var text = ""
    for child in node.children {
      switch child.name {
      case "fldChar":
        switch child["fldCharType"] {
        case "begin": fieldCodes.append(true)
        case "separate": if !fieldCodes.isEmpty { fieldCodes[fieldCodes.count - 1] = false }
        case "end": _ = fieldCodes.popLast()
        default: break
        }
      case _ where fieldCodes.contains(true): break
      case "t": text += child.words
      case "delText": if originalChanges { text += child.words }
      case "tab", "ptab": text += "    "
      case "br", "cr":
        text += child["type"] == "page" ? "\n\u{C}\n" : child["type"] == "column" ? "\n" : "\n"
      case "noBreakHyphen": text += "-"
      case "sym": text += symbol(child)
      case "footnoteReference", "endnoteReference":
        guard let id = child["id"] else { break }
        let kind = child.name == "footnoteReference" ? "footnote" : "endnote"
        let key = "\(kind) \(id)"
        if numbers[key] == nil {
          notes.append((kind, id))
          numbers[key] = notes.count
        }
        text += "[\(numbers[key] ?? 0)]"
      case "AlternateContent", "drawing", "pict": text += box(child)
      default: break
      }
    }
    return text
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
  private mutating func box(_ node: XMLNode) -> String {
    var text = ""
    var open = node.children.filter { $0.name != "Fallback" }.map { $0 }
    while let next = open.popLast() {
      if next.name == "txbxContent" {
        for paragraph in next.children where paragraph.name == "p" { text += "\n" + trimmed(runs(paragraph)) }
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
      var texts: [String] = []
      for paragraph in node.children where paragraph.name == "p" {
        let words = trimmed(runs(paragraph))
        if !words.isEmpty { texts.append(words) }
      }
      line("[\(index + 1)] " + texts.joined(separator: " "))
    }
  }

  // MARK: Lines

  private mutating func line(_ text: String) {
    isFull = isFull || out.count > Self.limit
    guard !isFull else { return }
    if !out.isEmpty { out.append(0x0A) }
    out.append(contentsOf: text.utf8)
    out.append(0x0A)
  }

  private mutating func pageMark() { if !out.isEmpty { line("\u{C}") } }

  private func trimmed(_ text: String) -> String {
    var part = text[...]
    while let last = part.last, last == " " || last == "\n" || last == "\t" || last == "\u{A0}" { part.removeLast() }
    while let first = part.first, first == " " || first == "\n" || first == "\t" { part.removeFirst() }
    return String(part)
  }
}
