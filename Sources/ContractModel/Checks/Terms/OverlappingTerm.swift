/// Finds two terms whose names differ in form alone and that are defined apart: "Licensed Product" in 1.4 and "Licensed Products" in 6.2.
enum OverlappingTerm: CheckRule {
  static let code = "overlapping-term"
  static let severity = Finding.Severity.info
  static let summary = "two terms whose names differ only in number, hyphen or case"
  static let example = "“Licensed Product” in 1.4 and “Licensed Products” in 6.2"

  static func findings(_ agreement: Agreement) -> [Finding] {
    var first: [String: (name: String, definition: Definition)] = [:]
    var out: [Finding] = []
    // A pointer from one to the other's place says that they are known to be two.
    for term in agreement.terms where !term.definitions.contains(where: { $0.kind == .reference }) {
      guard let definition = term.definitions.first(where: { $0.kind == .list || $0.kind == .inline }) else { continue }
      let letters = term.name.lowercasedBytes.utf8.filter { $0.isWord }
      let key = String(decoding: TermName.singular(Array(letters)), as: UTF8.self)
      guard let other = first[key] else {
        first[key] = (term.name, definition)
        continue
      }
      // "(each a "Party" and together the "Parties")" says both in one breath.
      guard other.definition.provision != definition.provision, isApart(agreement, other.definition, definition) else { continue }
      out.append(
        Finding(
          code, .info, definition.range, subject: agreement.words(definition.range), message(term.name, other.name),
          notes: [Finding.Note(range: other.definition.range, message: "“\(other.name)” is defined here")]))
    }
    return out
  }

  private static func isApart(_ agreement: Agreement, _ a: Definition, _ b: Definition) -> Bool {
    let tree = agreement.provisions
    return a.provision.flatMap { tree.attachment(of: $0) } == b.provision.flatMap { tree.attachment(of: $0) }
  }

  private static func message(_ name: String, _ other: String) -> String {
    "“\(name)” and “\(other)” are two terms that differ in form alone."
  }
}
