/// The parts of an Office package and how they refer to each other. (ECMA-376, part 2, 6.5: relationships.)
///
/// The package says in `_rels/.rels` which part is the document, and the document in `_rels/document.xml.rels` which parts are its
/// styles, lists, notes, heads, feet and imported chunks; their names are free.
struct WordPackage {
  private let parts: [String: [UInt8]]
  /// The name of the document's main part.
  let main: String
  /// The main part's relationships: each by its id, with the last word of its type and the part it leads to.
  private var relations: [String: (type: String, target: String)] = [:]

  /// Whether a file of an archive may be a part that is read.
  static func isPart(_ name: String) -> Bool {
    if name.hasSuffix(".rels") || name == "[Content_Types].xml" { return true }
    for folder in ["word/media/", "word/fonts/", "word/theme/", "word/embeddings/", "word/printerSettings/", "xl/", "ppt/"]
    where name.hasPrefix(folder) { return false }
    let lower = name.lowercased()
    if name.hasPrefix("word/") { return !lower.hasSuffix(".bin") }
    return lower.hasSuffix(".xml")
  }

  /// Nil where the package has no main part.
  init?(_ entries: [ArchiveReader.Entry]) {
    let parts = Dictionary(entries.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    self.parts = parts
    let roots = Self.relations(parts["_rels/.rels"], folder: "")
    let named = roots.values.first { $0.type == "officeDocument" }?.target
    guard let main = [named, "word/document.xml"].compactMap({ $0 }).first(where: { parts[$0] != nil }) else { return nil }
    // A spreadsheet's main part is no document.
    guard named == nil || !main.hasPrefix("xl/") && !main.hasPrefix("ppt/") else { return nil }
    self.main = main
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let file = main.split(separator: "/").last.map(String.init) ?? main
    relations = Self.relations(parts[(folder.isEmpty ? "" : folder + "/") + "_rels/\(file).rels"], folder: folder)
  }

  private static func relations(_ bytes: [UInt8]?, folder: String) -> [String: (type: String, target: String)] {
    guard let bytes, let document = XMLDocument(bytes) else { return [:] }
    var out: [String: (type: String, target: String)] = [:]
    for node in document.root.children where node.name == "Relationship" && node["TargetMode"] != "External" {
      guard let id = node["Id"], let type = node["Type"]?.split(separator: "/").last, let target = node["Target"] else { continue }
      var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
      for step in target.split(separator: "/") {
        switch step {
        case ".": break
        case "..": _ = steps.popLast()
        default: steps.append(String(step))
        }
      }
      out[id] = (String(type), steps.joined(separator: "/"))
    }
    return out
  }

  var mainPart: [UInt8] { parts[main] ?? [] }

  /// The part of a kind, by its relationship or else by its usual name: `styles`, `footnotes`.
  func part(_ type: String) -> [UInt8]? {
    relations.values.first { $0.type == type }.flatMap { parts[$0.target] } ?? parts["word/\(type).xml"]
  }

  /// All parts of a kind, in order of name: heads and feet.
  func parts(_ type: String) -> [[UInt8]] {
    relations.values.filter { $0.type == type }.map(\.target).sorted().compactMap { parts[$0] }
  }

  /// The part that an id of the main part leads to, and its name.
  func part(id: String) -> (name: String, bytes: [UInt8]?)? { relations[id].map { ($0.target, parts[$0.target]) } }
}
