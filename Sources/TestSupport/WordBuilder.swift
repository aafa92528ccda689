/// Writes Word documents of a few paragraphs, for tests.
package enum WordBuilder {
  private static let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

  /// A document of a body, and parts such as `numbering` and `styles`, each the inside of its root element.
  /// `extra` are other files of the package, by name.
  package static func docx(_ body: String, parts: [String: String] = [:], prolog: String = "", extra: [(String, [UInt8])] = [])
    -> [UInt8]
  {
    let document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(prolog)<w:document \(space)><w:body>\(body)</w:body></w:document>"
    return ZipBuilder.zip(
      [("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(document.utf8))]
        + parts.sorted { $0.key < $1.key }.map { part in
          ("word/\(part.key).xml", Array("<w:\(part.key) \(space)>\(part.value)</w:\(part.key)>".utf8))
        } + extra)
  }

  /// A paragraph of words, perhaps an item of a list.
  package static func paragraph(_ text: String, list: Int? = nil, level: Int = 0, style: String? = nil) -> String {
    let numbering = list.map { "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\($0)\"/></w:numPr>" } ?? ""
    let named = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
    return "<w:p><w:pPr>\(named)\(numbering)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  /// A list's definition: each level's format and text.
  package static func definition(_ id: Int, _ levels: [(format: String, text: String)]) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">"
      + levels.enumerated().map { index, level in
        "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(level.format)\"/><w:lvlText w:val=\"\(level.text)\"/></w:lvl>"
      }.joined() + "</w:abstractNum>"
  }
}
