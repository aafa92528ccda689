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

  private struct Style {
    var base: String?
    var list: String?
    var level: Int?
    var breaksPage = false
    var looks = Looks()
    /// Whether it says of itself that its words are hidden or struck, or not.
    var isHidden: Bool?
    var isStruck: Bool?
    var isHeading = false
    /// The level of its heading from 0.
    var outlineLevel: Int?
    var alignment: String?
  }

  private var styles: [String: Style] = [:]
  /// The character styles: their properties, and what each is based on.
  private var runs: [String: (properties: XMLNode?, base: String?)] = [:]
  private var standard: String?

  init(_ root: XMLNode?) {
    guard let root else { return }
    for child in root.children where child.name == "style" {
      guard let id = child["styleId"] else { continue }
      let properties = child.child("rPr")
      let looks = properties.map { Self.looks(of: $0, over: Looks()) } ?? Looks()
      guard child["type"] == "paragraph" else {
        runs[id] = (properties, child.value("basedOn"))
        continue
      }
      var style = Style(base: child.value("basedOn"), looks: looks)
      style.isHidden = properties.flatMap { $0.child("vanish") == nil ? nil : $0.isOn("vanish") }
      style.isStruck = properties.flatMap { $0.child("strike") == nil ? nil : $0.isOn("strike") }
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

  /// The looks that properties of a run turn on, or do not turn off.
  private static func looks(of properties: XMLNode, over inherited: Looks) -> Looks {
    var out = Looks()
    out.kinds = [(StyleMark.Kind.bold, "b"), (.underline, "u"), (.italic, "i")].compactMap { kind, name in
      (properties.child(name) == nil ? inherited.kinds.contains(kind) : properties.isOn(name)) ? kind : nil
    }
    out.isHidden = properties.child("vanish") == nil ? inherited.isHidden : properties.isOn("vanish")
    let isStruck = properties.child("strike") == nil ? inherited.isStruck : properties.isOn("strike")
    out.isStruck = isStruck || properties.isOn("dstrike")
    out.font = properties.child("rFonts").flatMap { $0["ascii"] ?? $0["hAnsi"] } ?? inherited.font
    // Raised by half-points, as figures of notes are too.
    let raised = properties.value("position").flatMap { Int($0) }.map { $0 >= 4 ? "superscript" : $0 <= -4 ? "subscript" : "baseline" }
    out.height = properties.value("vertAlign") ?? raised ?? inherited.height
    return out
  }

  /// How the words of a run look in a paragraph that looks so.
  func looks(of run: XMLNode?, in paragraph: Looks) -> Looks {
    guard let run else { return paragraph }
    var styles: [XMLNode] = []
    var next = run.value("rStyle")
    var count = 0
    while let id = next, let style = runs[id], count < 32 {
      if let properties = style.properties { styles.append(properties) }
      next = style.base
      count += 1
    }
    let inherited = styles.reversed().reduce(paragraph) { Self.looks(of: $1, over: $0) }
    return Self.looks(of: run, over: inherited)
  }

  /// How a paragraph of a style looks, where its runs do not say otherwise, and the level of its heading.
  func looks(of id: String?) -> (runs: Looks, isHidden: Bool, isHeading: Bool, level: Int?, alignment: String?) {
    let chain = chain(id).map(\.style)
    var runs = Looks()
    for kind in chain.flatMap(\.looks.kinds) where !runs.kinds.contains(kind) { runs.kinds.append(kind) }
    runs.isHidden = chain.compactMap(\.isHidden).first ?? false
    runs.isStruck = chain.compactMap(\.isStruck).first ?? false
    runs.font = chain.compactMap(\.looks.font).first
    runs.height = chain.compactMap(\.looks.height).first
    return (
      runs, runs.isHidden, chain.contains { $0.isHeading }, chain.compactMap(\.outlineLevel).first,
      chain.compactMap(\.alignment).first
    )
  }

  func breaksPage(_ id: String?) -> Bool { chain(id).contains { $0.style.breaksPage } }
}
