import ContractModel

/// The words of paragraphs, run by run.
extension WordTextWriter {
  mutating func runs(_ container: XMLNode) -> StyledText {
    var text = StyledText()
    addRuns(container, to: &text)
    return text
  }

  private mutating func addRuns(_ container: XMLNode, to text: inout StyledText) {
    for child in container.children {
      switch child.name {
      case "r": addRun(child, to: &text)
      case "bookmarkStart": text.anchor(child["name"] ?? "")
      case "ins", "moveTo": if originalChanges { text.leaveOut(.inserted, child.allWords) } else { addRuns(child, to: &text) }
      case "del", "moveFrom": if originalChanges { addRuns(child, to: &text) } else { text.leaveOut(.deleted, child.deletedWords) }
      case "hyperlink", "fldSimple":
        let field = WordField(code: child["instr"] ?? "")
        if child.name == "fldSimple", let number = fieldNumbers.number(of: field) { text.append(number) }
        let anchor = child["anchor"] ?? field.bookmark
        if let anchor { text.beginLink(anchor) }
        addRuns(child, to: &text)
        if anchor != nil { text.endLink() }
      case "oMath", "oMathPara":
        leaveOutChanges(child, from: &text)
        text.append(WordMath.text(child, originalChanges: originalChanges))
      case let name where Self.containers.contains(name): addRuns(child, to: &text)
      default: break
      }
    }
  }

  /// Keeps apart the words of an equation that were deleted, or put in where the original is read.
  private func leaveOutChanges(_ node: XMLNode, from text: inout StyledText) {
    for child in node.children {
      switch child.name {
      case "del" where !originalChanges: text.leaveOut(.deleted, child.allWords)
      case "ins" where originalChanges: text.leaveOut(.inserted, child.allWords)
      default: leaveOutChanges(child, from: &text)
      }
    }
  }

  private mutating func addRun(_ node: XMLNode, to text: inout StyledText) {
    let properties = node.child("rPr")
    let looks = styles.looks(of: properties, in: paragraphLooks)
    if looks.isHidden {
      text.leaveOut(.hidden, node.allWords)
      return
    }
    if looks.isStruck, !originalChanges {
      text.leaveOut(.deleted, node.allWords)
      return
    }
    var kinds = looks.kinds
    if looks.isStruck { kinds.append(.struck) }
    for kind in kinds { text.begin(kind) }
    defer { for kind in kinds { text.end(kind) } }
    let font = looks.font.flatMap { SymbolFont($0) }
    for child in parts(of: node) {
      switch child.name {
      case "fldChar": field(child, in: &text)
      case "instrText": if !fields.isEmpty { fields[fields.count - 1].code += child.words }
      case _ where fields.contains(where: \.isCode): break
      case "t": text.append(words(child, font, looks.height, isAfterWord: text.last.map { $0 > 0x20 } ?? false))
      case "delText": if originalChanges { text.append(child.words) }
      case "tab", "ptab": text.append("    ")
      case "br", "cr": text.append(child["type"] == "page" ? "\n\u{C}\n" : "\n")
      case "noBreakHyphen": text.append("-")
      case "sym": text.append(symbol(child))
      case "footnoteReference", "endnoteReference": note(child, in: &text)
      case "ruby": if let base = child.child("rubyBase") { addRuns(base, to: &text) }
      case "AlternateContent", "drawing", "pict", "object": box(child)
      default: break
      }
    }
  }

  /// The parts of a run; of alternatives those of the first that has words, and the fallback where none has: `☑` for a sign that only
  /// newer programs know. (ECMA-376, part 3, 9.)
  private func parts(of run: XMLNode) -> [XMLNode] {
    guard run.child("AlternateContent") != nil else { return Array(run.children) }
    return run.children.flatMap { child -> [XMLNode] in
      guard child.name == "AlternateContent" else { return [child] }
      let known: Set<String> = ["t", "sym", "tab", "br", "noBreakHyphen"]
      for choice in child.children where choice.children.contains(where: { known.contains($0.name) }) {
        return Array(choice.children)
      }
      return [child]
    }
  }

  /// The words of a text element: signs of a sign font, raised figures, without what prints nothing.
  private func words(_ node: XMLNode, _ font: SymbolFont?, _ height: String?, isAfterWord: Bool) -> String {
    var words = InvisibleCharacters.cleaned(node.words)
    if let font {
      let count = words.unicodeScalars.count { $0.value > 0x20 }
      // Words typed in a sign font by mistake stay words.
      let isSigns = words.unicodeScalars.allSatisfy { $0.value <= 0x20 || $0.value >= 0x80 }
      if count <= 3 || isSigns { words = font.text(words) }
    }
    guard isAfterWord, words.count <= 8 else { return words }
    switch height {
    case "superscript": return RaisedText.above(words)
    case "subscript": return RaisedText.below(words)
    default: return words
    }
  }

  /// A character of a sign font, where Unicode has it; of another font it is the character itself.
  private func symbol(_ node: XMLNode) -> String {
    guard let code = node["char"].flatMap({ UInt32($0, radix: 16) }) else { return "" }
    return Self.sign(code, font: node["font"] ?? "")
  }

  /// The character of a code in a font of signs, or in another; its low byte may be of the Windows code page.
  static func sign(_ code: UInt32, font: String) -> String {
    if let font = SymbolFont(font) { return font.sign(code).map { String($0) } ?? "\u{FFFD}" }
    let plain = (0xF020...0xF0FF).contains(code) ? code - 0xF000 : code
    if let byte = UInt8(exactly: plain) { return String(WindowsCharacters.scalar(byte)) }
    return UnicodeScalar(plain).map { String($0) } ?? ""
  }

  private mutating func note(_ node: XMLNode, in text: inout StyledText) {
    guard let id = node["id"] else { return }
    let kind = node.name == "footnoteReference" ? "footnote" : "endnote"
    let key = "\(kind) \(id)"
    let hasOwnMark = ["1", "true", "on"].contains(node["customMarkFollows"] ?? "")
    if !notes.contains(where: { $0.kind == kind && $0.id == id }) { notes.append((kind, id, hasOwnMark)) }
    if hasOwnMark { return }
    if noteNumbers[key] == nil { noteNumbers[key] = noteNumbers.count + 1 }
    text.append("[\(noteNumbers[key] ?? 0)]")
  }

  /// Keeps the words of a text box, which stand beside the paragraph it is anchored in.
  private mutating func box(_ node: XMLNode) {
    if let object = node.child("OLEObject"), object["ProgID"]?.hasPrefix("Word.") ?? false {
      leaveOut(.missing, "an embedded Word document is left out")
    }
    var open = node.children.filter { $0.name != "Fallback" }.map { $0 }
    open.reverse()
    while let next = open.popLast() {
      if next.name == "txbxContent" {
        let looks = paragraphLooks
        for paragraph in paragraphs(in: next) {
          let properties = paragraph.child("pPr")
          let words = words(of: paragraph, properties)
          let label = label(properties, properties?.value("pStyle"))
          guard !words.isEmpty || label != nil else { continue }
          var box = StyledText()
          box.append(label ?? "")
          box.append(words)
          boxes.append(box)
        }
        paragraphLooks = looks
        continue
      }
      open += next.children.filter { $0.name != "Fallback" }.reversed()
    }
  }

  // MARK: Fields

  private mutating func field(_ node: XMLNode, in text: inout StyledText) {
    switch node["fldCharType"] {
    case "begin":
      var field = WordField()
      field.form = node.child("ffData").flatMap { WordField.form($0) }
      fields.append(field)
    case "separate":
      // What these print is for other fields to use.
      guard !fields.isEmpty, fields[fields.count - 1].name != "SET", fields[fields.count - 1].name != "ASK" else { break }
      fields[fields.count - 1].isCode = false
      if let bookmark = fields[fields.count - 1].bookmark { text.beginLink(bookmark) }
    case "end":
      guard let field = fields.popLast() else { break }
      if !field.isCode, field.bookmark != nil { text.endLink() }
      guard !fields.contains(where: \.isCode) else { break }
      if let form = field.form ?? (field.isCode ? field.shown : nil) {
        text.append(form)
      } else if let number = fieldNumbers.number(of: field) {
        text.append(number)
      }
    default: break
    }
  }
}
