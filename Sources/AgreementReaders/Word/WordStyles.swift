/// The paragraph styles of a Word document: which list each carries, and what it is based on. (ECMA-376, part 1, 17.7.)
struct WordStyles {
  private struct Style {
    var base: String?
    var list: String?
    var level: Int?
    var breaksPage = false
  }

  private var styles: [String: Style] = [:]
  private var standard: String?

  init(_ root: XMLNode?) {
    guard let root else { return }
    for child in root.children where child.name == "style" && child["type"] == "paragraph" {
      guard let id = child["styleId"] else { continue }
      var style = Style(base: child.value("basedOn"))
      if let properties = child.child("pPr") {
        if let numbering = properties.child("numPr") {
          style.list = numbering.value("numId")
          style.level = numbering.value("ilvl").flatMap { Int($0) }
        }
        style.breaksPage = properties.isOn("pageBreakBefore")
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

  func breaksPage(_ id: String?) -> Bool { chain(id).contains { $0.style.breaksPage } }
}
