import ContractModel

/// The styles of a Word document: which list each carries, how it looks, and what it is based on. (ECMA-376, part 1, 17.7.)
struct WordStyles {
  /// How words look, and whether they are hidden or struck.
  struct Looks {
    var kinds: [StyleMark.Kind] = []
    var isHidden = false
    var isStruck = false
    /// The name of the font.
    var font: String?
    /// `superscript` or `subscript`.
    var height: String?
  }

  /// What the properties of a run or a style say of looks; nil where they say nothing.
  private struct Said {
    var marks: [(kind: StyleMark.Kind, isOn: Bool)] = []
    var isHidden: Bool?
    var isStruck: Bool?
    var font: String?
    var height: String?

    init() {}

    init(_ properties: XMLNode) {
      for (kind, name) in [(StyleMark.Kind.bold, "b"), (.underline, "u"), (.italic, "i")] where properties.child(name) != nil {
        marks.append((kind, properties.isOn(name)))
      }
      isHidden = properties.child("vanish") == nil ? nil : properties.isOn("vanish")
      isStruck = properties.child("strike") == nil ? nil : properties.isOn("strike")
      if properties.isOn("dstrike") { isStruck = true }
      font = properties.child("rFonts").flatMap { $0["ascii"] ?? $0["hAnsi"] }
      // Raised by half-points, as figures of notes are too.
      let raised = properties.value("position").flatMap { Int($0) }.map {
        $0 >= 4 ? "superscript" : $0 <= -4 ? "subscript" : "baseline"
      }
      height = properties.value("vertAlign") ?? raised
    }

    /// The looks that come of it where others are inherited.
    func looks(over inherited: Looks) -> Looks {
      var out = inherited
      for mark in marks {
        out.kinds.removeAll { $0 == mark.kind }
        if mark.isOn { out.kinds.append(mark.kind) }
      }
      out.isHidden = isHidden ?? inherited.isHidden
      out.isStruck = isStruck ?? inherited.isStruck
      out.font = font ?? inherited.font
      out.height = height ?? inherited.height
      return out
    }
  }

  private struct Style {
    var base: String?
    var list: String?
    var level: Int?
    var breaksPage = false
    var said = Said()
    var isHeading = false
    /// The level of its heading from 0.
    var outlineLevel: Int?
    var alignment: String?
  }

  private var styles: [String: Style] = [:]
  /// The character styles: what they say, and what each is based on.
  private var runs: [String: (said: Said, base: String?)] = [:]
  private var standard: String?

  init(_ root: XMLNode?) {
    guard let root else { return }
    for child in root.children where child.name == "style" {
      guard let id = child["styleId"] else { continue }
      let said = child.child("rPr").map { Said($0) } ?? Said()
      guard child["type"] == "paragraph" else {
        runs[id] = (said, child.value("basedOn"))
        continue
      }
      var style = Style(base: child.value("basedOn"), said: said)
      let name = child.value("name")?.lowercased() ?? ""
      style.isHeading = name.hasPrefix("heading")
      style.outlineLevel = style.isHeading ? Int(name.dropFirst(8)).map { min(max($0 - 1, 0), 8) } : nil
      if let properties = child.child("pPr") {
        if let numbering = properties.child("numPr") {
          style.list = numbering.value("numId")
          style.level = numbering.value("ilvl").flatMap { Int($0) }
        }
        style.breaksPage = properties.isOn("pageBreakBefore")
        style.isHeading = style.isHeading || properties.child("outlineLvl") != nil
        style.outlineLevel =
          properties.value("outlineLvl").flatMap { Int($0) }.flatMap { (0...8).contains($0) ? $0 : nil } ?? style.outlineLevel
        style.alignment = properties.value("jc")
      }
      styles[id] = style
      if child["default"] == "1" { standard = id }
    }
  }

  /// The styles a paragraph takes its looks from: its own, what that is based on, and so on; a circle is gone round once.
  private func chain(_ id: String?) -> [(id: String, style: Style)] {
    var out: [(String, Style)] = []
    var next = id ?? standard
    while let id = next, let style = styles[id], out.count < 32 {
      out.append((id, style))
      next = style.base
    }
    return out
  }

  /// The list and level a style gives its paragraphs.
  func list(of id: String?, _ numbering: WordNumbering) -> (list: String, level: Int)? {
    let chain = chain(id)
    guard let list = chain.compactMap({ $0.style.list }).first, list != "0" else { return nil }
    // The list's level may name the style instead.
    if let named = chain.compactMap({ numbering.level(of: $0.id, in: list) }).first { return (list, named) }
    return (list, chain.compactMap { $0.style.level }.first ?? 0)
  }

  /// How the words of a run look in a paragraph that looks so.
  func looks(of run: XMLNode?, in paragraph: Looks) -> Looks {
    guard let run else { return paragraph }
    var styles: [Said] = []
    var next = run.value("rStyle")
    while let id = next, let style = runs[id], styles.count < 32 {
      styles.append(style.said)
      next = style.base
    }
    return Said(run).looks(over: styles.reversed().reduce(paragraph) { $1.looks(over: $0) })
  }

  /// How a paragraph of a style looks, where its runs do not say otherwise, and the level of its heading.
  func looks(of id: String?) -> (runs: Looks, isHidden: Bool, isHeading: Bool, level: Int?, alignment: String?) {
    let chain = chain(id).map(\.style)
    let runs = chain.reversed().reduce(Looks()) { $1.said.looks(over: $0) }
    return (
      runs, runs.isHidden, chain.contains { $0.isHeading }, chain.compactMap(\.outlineLevel).first,
      chain.compactMap(\.alignment).first
    )
  }

  func breaksPage(_ id: String?) -> Bool { chain(id).contains { $0.style.breaksPage } }
}
