import ContractModel

/// A page of a PDF: its words where they stand, in points (1/72 inch) from the upper left corner.
struct PDFPage {
  var number: Int
  var width: Double
  var height: Double
  var runs: [PDFRun] = []
}

/// Words printed in one go, in one font.
struct PDFRun {
  /// The left edge, the upper edge, and how far the words reach.
  var x: Double
  var y: Double
  var width: Double
  var height: Double
  /// The size of the font in points.
  var size: Double
  var parts: [Part]

  struct Part: Equatable {
    var text: String
    var isBold = false
    var isItalic = false
  }

  var right: Double { x + width }
  var bottom: Double { y + height }
  var text: String { parts.count == 1 ? parts[0].text : parts.map(\.text).joined() }
}

extension PDFPage {
  /// The pages that pdftohtml writes as XML; nil where that cannot be read.
  ///
  /// `<text top="93" left="420" width="54" height="11" font="0"><b>FORM OF</b></text>`
  static func pages(_ xml: [UInt8]) -> [PDFPage]? {
    // Fonts without a map give control characters, which XML does not allow.
    let clean = xml.map { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 ? 0x20 : $0 }
    guard let document = XMLDocument(clean, recovers: true) else { return nil }
    var fonts: [String: (size: Double, symbols: SymbolFont?)] = [:]
    var pages: [PDFPage] = []
    for node in document.root.children where node.name == "page" {
      var page = PDFPage(
        number: node["number"].flatMap { Int($0) } ?? pages.count + 1, width: node.number("width"), height: node.number("height"))
      for child in node.children {
        switch child.name {
        case "fontspec": if let id = child["id"] { fonts[id] = (child.number("size"), SymbolFont(child["family"] ?? "")) }
        case "text":
          let font = child["font"].flatMap { fonts[$0] }
          var parts: [PDFRun.Part] = []
          collect(child, PDFRun.Part(text: ""), font?.symbols, into: &parts)
          guard parts.contains(where: { !$0.text.isEmpty }) else { continue }
          page.runs.append(
            PDFRun(
              x: child.number("left"), y: child.number("top"), width: child.number("width"), height: max(child.number("height"), 1),
              size: font?.size ?? child.number("height"), parts: parts))
        default: break
        }
      }
      pages.append(page)
    }
    return pages
  }

  private static func collect(_ node: XMLNode, _ style: PDFRun.Part, _ symbols: SymbolFont?, into parts: inout [PDFRun.Part]) {
    for child in node.children {
      if let text = child.text {
        var part = style
        part.text = InvisibleCharacters.cleaned(symbols.map { signs(text, $0) } ?? text, keepingSoftHyphens: true)
        if !part.text.isEmpty { parts.append(part) }
        continue
      }
      var inner = style
      if child.name == "b" { inner.isBold = true }
      if child.name == "i" { inner.isItalic = true }
      collect(child, inner, symbols, into: &parts)
    }
  }

  /// Letters of a sign font as signs: those in the private area always, others where they stand by themselves.
  private static func signs(_ text: String, _ font: SymbolFont) -> String {
    let isAlone = text.unicodeScalars.count <= 3
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSign = scalar.value >= 0xF000 && scalar.value <= 0xF0FF || isAlone && font != .symbol && scalar.value <= 0xFF
      out.append(isSign ? font.sign(scalar.value) ?? scalar : scalar)
    }
    return String(out)
  }
}

extension XMLNode {
  /// A length in points; 0 for what no page has.
  fileprivate func number(_ attribute: String) -> Double {
    self[attribute].flatMap { Double($0) }.flatMap { abs($0) < 1_000_000 ? $0 : nil } ?? 0
  }
}
