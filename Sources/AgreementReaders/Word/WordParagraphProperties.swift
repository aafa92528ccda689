import ContractModel

/// The properties of a document's paragraphs by their words, for paragraphs that are put back into another version of it: an item of a
/// list is one again, and the list numbers it.
struct WordParagraphProperties {
  private var properties: [UInt64: String] = [:]
  /// The styles and lists of the document that the paragraphs are put into.
  private let styles: String
  private let lists: String

  /// `old` is the package the paragraphs come from, `new` the one they are put into.
  init?(from old: [UInt8], into new: WordPackage) {
    guard let files = ArchiveReader.files(old), let parts = WordPackage(files), XMLDocument(parts.mainPart) != nil,
      let markup = WordMarkup(parts.mainPart)
    else { return nil }
    styles = String(decoding: new.part("styles") ?? [], as: UTF8.self)
    lists = String(decoding: new.part("numbering") ?? [], as: UTF8.self)
    var keys = [UInt64?](repeating: nil, count: markup.paragraphs.count)
    for atom in markup.atoms {
      if let scalar = atom.scalar, !atom.isBlank { keys[atom.paragraph] = ComparedCharacters.key(scalar, keys[atom.paragraph]) }
    }
    for (paragraph, key) in zip(markup.paragraphs, keys) {
      guard let key, let range = paragraph.properties else { continue }
      let text = String(decoding: parts.mainPart[range], as: UTF8.self)
      if let kept = kept(text, markup.prefix) { properties[key] = kept }
    }
  }

  /// The style and the list of a paragraph, as elements; nil where it has none that the new document knows.
  private func kept(_ text: String, _ prefix: String) -> String? {
    func value(_ element: String) -> String? {
      guard let start = text.firstRange(of: "<\(prefix)\(element) \(prefix)val=\"") else { return nil }
      return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
    let style = value("pStyle").flatMap { styles.contains("styleId=\"\($0)\"") ? "<w:pStyle w:val=\"\($0)\"/>" : nil }
    let list = value("numId").flatMap { id in
      lists.contains("numId=\"\(id)\"") || id == "0"
        ? "<w:numPr><w:ilvl w:val=\"\(value("ilvl") ?? "0")\"/><w:numId w:val=\"\(id)\"/></w:numPr>" : nil
    }
    let all = (style ?? "") + (list ?? "")
    return all.isEmpty ? nil : all
  }

  /// A paragraph's words and the properties it had; the number that a list printed before its words is left to the list.
  func paragraph(_ text: String) -> (text: String, properties: String) {
    func key(_ words: Substring) -> UInt64? {
      var key: UInt64?
      for scalar in words.unicodeScalars where scalar.value > 0x20 && scalar.value != 0xA0 {
        key = ComparedCharacters.key(scalar, key)
      }
      return key
    }
    if let known = key(text[...]).flatMap({ properties[$0] }) { return (text, known) }
    let rest = text.split(separator: " ", maxSplits: 1).last ?? ""
    if let known = key(rest).flatMap({ properties[$0] }) { return (String(rest), known) }
    return (text, "")
  }
}
