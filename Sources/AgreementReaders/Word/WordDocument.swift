/// The parts of a Word document (DOCX) as text: a paragraph a line, with the numbers its lists print.
///
/// Tracked changes are read as accepted, or as they were before; fields as what they last showed; notes stand at the end under their
/// numbers. Heads and feet of pages and hidden words are left out, and comments, which `comments` counts. (ECMA-376, part 1, 17.)
struct WordDocument {
  private let parts: [String: [UInt8]]

  static func isPart(_ name: String) -> Bool {
    [
      "word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml",
    ].contains(name)
  }

  init(_ entries: [ArchiveReader.Entry]) {
    parts = Dictionary(entries.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many comments stand beside the text.
  var comments: Int {
    guard let bytes = parts["word/comments.xml"], let document = XMLDocument(bytes) else { return 0 }
    return document.root.children.count { $0.name == "comment" }
  }

  func text(originalChanges: Bool) throws(ReadingError) -> StyledText {
    guard XMLDocument.isInstalled else { throw .missingLibrary("libxml2 (apt-get install libxml2)") }
    guard let bytes = parts["word/document.xml"], let document = XMLDocument(bytes), let body = document.root.child("body") else {
      throw .broken("DOCX")
    }
    let numbering = WordNumbering(from: parts["word/numbering.xml"])
    let styles = WordStyles(from: parts["word/styles.xml"])
    var writer = WordTextWriter(numbering: numbering, styles: styles, originalChanges: originalChanges)
    writer.write(body)
    for (part, kind) in [("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")] {
      guard let bytes = parts[part], let notes = XMLDocument(bytes) else { continue }
      writer.writeNotes(notes.root, kind)
    }
    if writer.isFull { throw .excessive }
    return writer.out
  }
}

extension WordNumbering {
  fileprivate init(from bytes: [UInt8]?) {
    guard let bytes, let document = XMLDocument(bytes) else {
      self.init(nil as XMLNode?)
      return
    }
    self.init(document.root)
  }
}

extension WordStyles {
  fileprivate init(from bytes: [UInt8]?) {
    guard let bytes, let document = XMLDocument(bytes) else {
      self.init(nil as XMLNode?)
      return
    }
    self.init(document.root)
  }
}
