import ContractModel

/// Writes the paragraphs and tables of a Word document's body as text, with the styles of runs and paragraphs.
///
/// Bookmarks are anchors; fields that print a reference to one (REF), and links to one, are links. (ECMA-376, part 1, 17.16.5.51.)
struct WordTextWriter {
  private(set) var out = StyledText()
  var numbering: WordNumbering
  let styles: WordStyles
  let originalChanges: Bool
  /// Reads the part that was imported under an id: its name, and its text where it could be read.
  private let imported: (String) -> (name: String, text: StyledText?)
  /// Notes in the order they are named: kind and id, and whether a mark of the text's own stands for their number.
  var notes: [(kind: String, id: String, hasOwnMark: Bool)] = []
  var noteNumbers: [String: Int] = [:]
  /// Whether there was more to write than is read.
  private(set) var isFull = false
  private static let limit = 64 << 20
  /// How words look that say nothing of it themselves, and whether their paragraph's style hides them.
  var paragraphLooks = WordStyles.Looks()
  /// The open fields, the innermost last.
  var fields: [WordField] = []
  var fieldNumbers = WordFieldNumbers()
  /// Text boxes of the paragraph that is read: they stand beside it.
  var boxes: [StyledText] = []
  /// How many tables were begun.
  var tables = 0
  /// A paragraph whose end was deleted, or is a style's and not the text's: the next one goes on with it.
  private var open: (label: String?, words: StyledText)?

  init(
    numbering: WordNumbering, styles: WordStyles, originalChanges: Bool,
    imported: @escaping (String) -> (name: String, text: StyledText?)
  ) {
    self.numbering = numbering
    self.styles = styles
    self.originalChanges = originalChanges
    self.imported = imported
  }

  /// The containers that only hold other blocks or runs.
  static let containers: Set<String> = [
    "sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo", "Choice",
    "AlternateContent", "ruby", "rubyBase",
  ]

  // MARK: Blocks

  mutating func write(_ container: XMLNode) {
    for child in container.children {
      switch child.name {
      case "p": paragraph(child)
      case "tbl":
        finishParagraph()
        table(child)
      case "altChunk": importChunk(child)
      case "subDoc":
        finishParagraph()
        out.leaveOut(.missing, "a document that is kept in another file is left out")
      case "del", "moveFrom": if originalChanges { write(child) } else { out.leaveOut(.deleted, child.deletedWords) }
      case "ins" where originalChanges, "moveTo" where originalChanges: out.leaveOut(.inserted, child.allWords)
      case let name where Self.containers.contains(name): write(child)
      default: break
      }
    }
  }

  private mutating func importChunk(_ node: XMLNode) {
    finishParagraph()
    let (name, text) = imported(node["id"] ?? "")
    guard let text else {
      out.leaveOut(.missing, "a part that was imported is left out: \(name)")
      return
    }
    line(nil, text.trimmed())
  }

  private mutating func paragraph(_ node: XMLNode) {
    let properties = node.child("pPr")
    let style = properties?.value("pStyle")
    if properties?.isOn("pageBreakBefore") ?? styles.breaksPage(style) {
      finishParagraph()
      pageMark()
    }
    let mark = properties?.child("rPr")
    let wasOpen = open
    open = nil
    let words = words(of: node, properties, keepsBlanks: wasOpen != nil)
    // A first letter that is set over several lines is a paragraph of its own.
    let isSeparator = mark?.isOn("specVanish") ?? false || properties?.child("framePr")?["dropCap"].map { $0 != "none" } ?? false
    let isHidden = styles.looks(of: mark, in: styles.looks(of: style).runs).isHidden
    let isGone = isDeleted(mark)
    // What was deleted, hidden or struck whole leaves no number behind.
    if words.isEmpty, wasOpen == nil, isGone || isHidden && !isSeparator {
      out.append(words)
      writeBoxes()
      return
    }
    if words.isEmpty, properties?.child("sectPr") != nil, wasOpen == nil { return }
    var label = isGone ? nil : label(properties, style)
    if words.isEmpty, words.leftOut.contains(where: { $0.kind == .deleted }), wasOpen == nil {
      // Struck, and counted all the same.
      out.append(words)
      writeBoxes()
      return
    }
    var all = words
    if let wasOpen {
      label = wasOpen.label ?? label
      all = wasOpen.words
      all.append(words)
    }
    if isGone || isSeparator {
      open = (label, all)
      return
    }
    all = all.trimmed()
    if all.isEmpty, label == nil {
      out.append(all)
    } else {
      line(label, all)
    }
    writeBoxes()
  }

  /// Writes the paragraph that still waits for its next, at the end of a cell or of the text.
  mutating func finishParagraph() {
    guard let waiting = open else { return }
    open = nil
    let words = waiting.words.trimmed()
    if words.isEmpty, waiting.label == nil { out.append(words) } else { line(waiting.label, words) }
    writeBoxes()
  }

  /// Whether the mark of a paragraph is not there in the version that is read.
  private func isDeleted(_ mark: XMLNode?) -> Bool {
    guard let mark else { return false }
    return originalChanges
      ? mark.child("ins") != nil || mark.child("moveTo") != nil : mark.child("del") != nil || mark.child("moveFrom") != nil
  }

  private mutating func writeBoxes() {
    let waiting = boxes
    boxes = []
    for box in waiting { line(nil, box) }
  }

  /// A paragraph's own words and how they look.
  ///
  /// `keepsBlanks` is for one that goes on with the paragraph before.
  mutating func words(of node: XMLNode, _ properties: XMLNode?, keepsBlanks: Bool = false) -> StyledText {
    let looks = styles.looks(of: properties?.value("pStyle"))
    paragraphLooks = looks.runs
    fieldNumbers.begin(level: looks.level)
    defer { paragraphLooks = WordStyles.Looks() }
    var words = runs(node)
    // A blank at its end counts where the next paragraph goes on with it.
    if !keepsBlanks, !isDeleted(properties?.child("rPr")), properties?.child("rPr")?.isOn("specVanish") != true {
      words = words.trimmed()
    }
    if looks.isHeading { words.mark(.heading, 0, level: looks.level.map { $0 + 1 } ?? 0) }
    if (properties?.value("jc") ?? looks.alignment) == "center" { words.mark(.centred, 0) }
    return words
  }

  mutating func label(_ properties: XMLNode?, _ style: String?) -> String? {
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

  /// The paragraphs below a node, those of tables and content controls too.
  mutating func paragraphs(in node: XMLNode) -> [XMLNode] {
    var out: [XMLNode] = []
    for child in node.children {
      switch child.name {
      case "p": out.append(child)
      case "tbl", "tr", "tc": out += paragraphs(in: child)
      case "del", "moveFrom": if originalChanges { out += paragraphs(in: child) } else { leaveOut(.deleted, child.deletedWords) }
      case "ins" where originalChanges, "moveTo" where originalChanges: leaveOut(.inserted, child.allWords)
      case let name where Self.containers.contains(name): out += paragraphs(in: child)
      default: break
      }
    }
    return out
  }

  // MARK: Notes, heads and feet

  mutating func writeNotes(_ root: XMLNode, _ kind: String) {
    let nodes = Dictionary(
      root.children.filter { $0.name == kind }.compactMap { node in node["id"].map { ($0, node) } },
      uniquingKeysWith: { first, _ in first })
    for note in notes where note.kind == kind {
      guard let node = nodes[note.id] else { continue }
      var text = StyledText()
      for paragraph in paragraphs(in: node) {
        let words = runs(paragraph).trimmed()
        if !text.isEmpty, !words.isEmpty { text.append(" ") }
        text.append(words)
      }
      line(note.hasOwnMark ? nil : "[\(noteNumbers["\(kind) \(note.id)"] ?? 0)] ", text)
    }
  }

  mutating func leaveOut(_ kind: LeftOut.Kind, _ words: String) { out.leaveOut(kind, words) }

  /// Keeps apart what stands beside the text: at the head or foot of every page, in comments.
  mutating func leaveOut(_ part: XMLNode, _ kind: LeftOut.Kind) {
    let words = part.allWords
    if !words.isEmpty { out.leaveOut(kind, words) }
  }

  // MARK: Lines

  mutating func line(_ label: String?, _ text: StyledText) {
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

extension XMLNode {
  /// The words of all paragraphs below, white space folded, whether they were deleted or not.
  var allWords: String { folded { $0 == "t" || $0 == "delText" } }
  /// The words below that tracked changes deleted.
  var deletedWords: String { folded { $0 == "delText" || $0 == "t" } }

  private func folded(_ isText: (String) -> Bool) -> String {
    var words = ""
    func add(_ node: XMLNode) {
      for child in node.children {
        let name = child.name
        if isText(name) {
          words += child.words
        } else if name == "p" || name == "tab" || name == "tc" || name == "br" {
          words += " "
          add(child)
        } else if name != "Fallback", name != "rt" {
          add(child)
        }
      }
    }
    add(self)
    return words.split { $0.isWhitespace }.joined(separator: " ")
  }
}
