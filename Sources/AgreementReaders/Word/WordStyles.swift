import ContractModel

/// The styles of a Word document: which list each carries, how it looks, and what it is based on. (ECMA-376, part 1, 17.7.)
struct WordStyles {
  private struct Style {
    var base: String?
    var list: String?
    var level: Int?
    var breaksPage = false
    var kinds: [StyleMark.Kind] = []
    var isHeading = false
    var alignment: String?
  }

  private var styles: [String: Style] = [:]
  /// How the words of a character style look.
  private var runs: [String: [StyleMark.Kind]] = [:]
  private var standard: String?

  init(_ root: XMLNode?) {
    guard let root else { return }
    for child in root.children where child.name == "style" {
      guard let id = child["styleId"] else { continue }
      let kinds = child.child("rPr").map { Self.kinds(of: $0) } ?? []
      guard child["type"] == "paragraph" else {
        runs[id] = kinds
        continue
      }
      var style = Style(base: child.value("basedOn"), kinds: kinds)
      style.isHeading = child.value("name")?.lowercased().hasPrefix("heading") ?? false
      if let properties = child.child("pPr") {
        if let numbering = properties.child("numPr") {
          style.list = numbering.value("numId")
          style.level = numbering.value("ilvl").flatMap { Int($0) }
        }
        style.breaksPage = properties.isOn("pageBreakBefore")
        style.isHeading = style.isHeading || properties.child("outlineLvl") != nil
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
  static func kinds(of properties: XMLNode, over inherited: [StyleMark.Kind] = []) -> [StyleMark.Kind] {
    [(StyleMark.Kind.bold, "b"), (.underline, "u"), (.italic, "i")].compactMap { kind, name in
      (properties.child(name) == nil ? inherited.contains(kind) : properties.isOn(name)) ? kind : nil
    }
  }

  /// How the words of a run look in a paragraph that looks so.
  func kinds(of run: XMLNode?, in paragraph: [StyleMark.Kind]) -> [StyleMark.Kind] {
    guard let run else { return paragraph }
    return Self.kinds(of: run, over: paragraph + (run.value("rStyle").flatMap { runs[$0] } ?? []))
  }

  /// How a paragraph of a style looks, where its runs do not say otherwise.
  func looks(of id: String?) -> (kinds: [StyleMark.Kind], isHeading: Bool, alignment: String?) {
    let chain = chain(id)
    var kinds: [StyleMark.Kind] = []
    for kind in chain.flatMap(\.style.kinds) where !kinds.contains(kind) { kinds.append(kind) }
    return (kinds, chain.contains { $0.style.isHeading }, chain.compactMap(\.style.alignment).first)
  }

  func breaksPage(_ id: String?) -> Bool { chain(id).contains { $0.style.breaksPage } }
}
