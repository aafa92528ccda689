/// Writes PDF files of a few words at given places, for tests.
package enum PDFBuilder {
  /// Words in Helvetica, at a distance from the left and the upper edge of the page, in points.
  package struct Words {
    var x: Double
    var y: Double
    var text: String
    var size: Double

    package init(_ x: Double, _ y: Double, _ text: String, size: Double = 11) {
      self.x = x
      self.y = y
      self.text = text
      self.size = size
    }
  }

  /// Lines of a page, 14 points apart, from an inch below its upper edge; empty ones leave room.
  package static func lines(_ lines: [String], x: Double = 72, y: Double = 72) -> [Words] {
    lines.enumerated().filter { !$1.isEmpty }.map { Words(x, y + Double($0) * 14, $1) }
  }

  /// A file whose pages show words; a page of none shows a grey picture.
  package static func pdf(_ pages: [[Words]]) -> [UInt8] {
    var objects: [String] = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    var kids: [String] = []
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    objects.append(
      "<</Type/XObject/Subtype/Image/Width 64/Height 64/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4096>> stream\n"
        + String(repeating: "8", count: 4096) + "\nendstream")
    for page in pages {
      var content = ""
      for words in page {
        let escaped = words.text.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)")
        content += "BT /F1 \(words.size) Tf 1 0 0 1 \(words.x) \(792 - words.y) Tm (\(escaped)) Tj ET\n"
      }
      if page.isEmpty { content = "q 400 0 0 600 100 100 cm /P Do Q" }
      objects.append("<</Length \(content.utf8.count)>> stream\n\(content)\nendstream")
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents \(objects.count) 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</P 4 0 R>>>>>>"
      )
      kids.append("\(objects.count) 0 R")
    }
    objects[1] = "<</Type/Pages/Kids[\(kids.joined(separator: " "))]/Count \(pages.count)>>"
    var out = "%PDF-1.4\n"
    for (index, object) in objects.enumerated() { out += "\(index + 1) 0 obj \(object) endobj\n" }
    return Array((out + "trailer <</Root 1 0 R>>\n").utf8)
  }
}
