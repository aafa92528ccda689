import ContractModel

/// The parts of a Word document (DOCX) as text: a paragraph a line, with the numbers its lists print.
///
/// Tracked changes are read as accepted, or as they were before; struck words count as deleted; fields as what they last showed; notes
/// stand at the end under their numbers. Hidden words, heads and feet of pages are left out and kept apart, and comments, which
/// `comments` counts. (ECMA-376, part 1, 17.)
struct WordDocument {
  private let package: WordPackage

  init(_ package: WordPackage) { self.package = package }

  /// How many comments stand beside the text.
  var comments: Int {
    guard let bytes = package.part("comments"), let document = XMLDocument(bytes) else { return 0 }
    return document.root.children.count { $0.name == "comment" }
  }

  /// `imported` reads a part that was put in whole, a page or another document, by its name and bytes; nil where it cannot be read.
  func text(originalChanges: Bool, imported: @escaping (String, [UInt8]) -> StyledText?) throws(ReadingError) -> StyledText {
    guard XMLDocument.isInstalled else { throw .missingLibrary("libxml2 (apt-get install libxml2)") }
    guard let document = XMLDocument(package.mainPart), let body = document.root.child("body") else { throw .broken("DOCX") }
    let styles = Self.read(package.part("styles")) { WordStyles($0) }
    let numbering = Self.read(package.part("numbering")) { WordNumbering($0) }
    let package = package
    var writer = WordTextWriter(numbering: numbering, styles: styles, originalChanges: originalChanges) { id in
      guard let (name, bytes) = package.part(id: id) else { return (id, nil) }
      return (name, bytes.flatMap { imported(name, $0) })
    }
    writer.write(body)
    writer.finishParagraph()
    for kind in ["footnote", "endnote"] {
      guard let bytes = package.part(kind + "s"), let notes = XMLDocument(bytes) else { continue }
      writer.writeNotes(notes.root, kind)
    }
    for type in ["header", "footer"] {
      for part in package.parts(type) {
        guard let running = XMLDocument(part) else { continue }
        writer.leaveOut(running.root, .runningHead)
      }
    }
    if let part = package.part("comments"), let comments = XMLDocument(part) { writer.leaveOut(comments.root, .comment) }
    if writer.isFull { throw .excessive }
    return writer.out
  }

  private static func read<Part>(_ bytes: [UInt8]?, _ make: (XMLNode?) -> Part) -> Part {
    guard let bytes, let document = XMLDocument(bytes) else { return make(nil) }
    return make(document.root)
  }
}
