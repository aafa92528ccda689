/// An equation of a Word document in a line: `EBITDA / Debt`, `√(x + 1)`, `(1 + r)^n`. (ECMA-376, part 1, 22.1.)
enum WordMath {
  static func text(_ node: XMLNode, originalChanges: Bool) -> String {
    var out = ""
    for child in node.children where child.name != (originalChanges ? "ins" : "del") { out += part(child, originalChanges) }
    return out
  }

  private static func part(_ node: XMLNode, _ originalChanges: Bool) -> String {
    func text(_ node: XMLNode) -> String { Self.text(node, originalChanges: originalChanges) }
    func inner(_ name: String) -> String { node.child(name).map { text($0) } ?? "" }
    switch node.name {
    case "t": return node.words
    case "f": return grouped(inner("num")) + " / " + grouped(inner("den"))
    case "sSup": return inner("e") + raised(inner("sup"))
    case "sSub": return inner("e") + lowered(inner("sub"))
    case "sSubSup": return inner("e") + lowered(inner("sub")) + raised(inner("sup"))
    case "rad": return inner("deg") + "√" + "(\(inner("e")))"
    case "nary":
      let sign = node.child("naryPr")?.value("chr") ?? "∫"
      return sign + lowered(inner("sub")) + raised(inner("sup")) + " " + inner("e")
    case "d":
      let properties = node.child("dPr")
      let parts = node.children.filter { $0.name == "e" }.map { text($0) }
      return (properties?.value("begChr") ?? "(") + parts.joined(separator: properties?.value("sepChr") ?? " | ")
        + (properties?.value("endChr") ?? ")")
    case "m":
      return node.children.filter { $0.name == "mr" }.map { row in
        row.children.filter { $0.name == "e" }.map { text($0) }.joined(separator: "  ")
      }.joined(separator: "; ")
    case "eqArr": return node.children.filter { $0.name == "e" }.map { text($0) }.joined(separator: "; ")
    case "func": return inner("fName") + " " + inner("e")
    case "rPr", "ctrlPr", "fPr", "sSupPr", "sSubPr", "radPr", "naryPr", "dPr": return ""
    default: return text(node)
    }
  }

  private static func grouped(_ text: String) -> String {
    text.contains { " +-−×÷*/=".contains($0) } ? "(\(text))" : text
  }

  private static func raised(_ text: String) -> String {
    text.isEmpty ? "" : text.allSatisfy { $0.isNumber } ? RaisedText.above(text) : "^" + grouped(text)
  }

  private static func lowered(_ text: String) -> String {
    text.isEmpty ? "" : text.allSatisfy { $0.isNumber } ? RaisedText.below(text) : "_" + grouped(text)
  }
}
