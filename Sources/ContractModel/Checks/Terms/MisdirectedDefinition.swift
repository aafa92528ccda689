/// Finds definitions that send the reader to a provision that does not define the term: "as defined in Section 3" where 3 says nothing of it.
enum MisdirectedDefinition: CheckRule {
  static let code = "misdirected-definition"
  static let severity = Finding.Severity.info
  static let summary = "a definition that points to a provision that does not make the term"
  static let example = "“as defined in Section 3” where 3 says nothing of it"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    var out: [Finding] = []
    // The words of provisions that terms point to: thousands may point to one.
    var said: [Int: Set<Substring>] = [:]
    func words(of target: Int) -> Set<Substring> {
      if let known = said[target] { return known }
      let made = Set(parts(of: agreement.words(tree[target].range).lowercasedBytes))
      said[target] = made
      return made
    }
    let byNumber = Dictionary(tree.indices.map { (tree[$0].number, $0) }, uniquingKeysWith: { first, _ in first })
    for term in agreement.terms {
      let making = term.definitions.filter { $0.kind != .reference && $0.kind != .external }
      for definition in term.definitions where definition.kind == .reference {
        guard let number = definition.target, let target = byNumber[number],
          definition.provision.map({ tree.attachment(of: $0) == tree.attachment(of: target) }) ?? true,
          !making.contains(where: { $0.provision.map { tree.holds(target, $0) } ?? false }),
          !names(term.name, in: words(of: target))
        else { continue }
        let other = making.first.flatMap { made in made.provision.map { (made, $0) } }
        out.append(
          Finding(
            code, .info, definition.range, subject: term.name,
            "\(number) does not define “\(term.name)”" + (other.map { "; \(tree[$0.1].number) does." } ?? "."),
            notes: other.map { [Finding.Note(range: $0.0.range, message: "“\(term.name)” is defined here")] } ?? []))
      }
    }
    return out
  }

  /// Whether a provision says a term's words, in any form: "Events of Default" in the section that "Event of Default" is said to be in.
  private static func names(_ name: String, in words: Set<Substring>) -> Bool {
    // One word is used in many provisions that do not make it.
    let parts = parts(of: name.lowercasedBytes)
    return parts.count > 1 && parts.allSatisfy(words.contains)
  }

  /// Words without the s of their plural.
  private static func parts(of text: String) -> [Substring] {
    text.split { !$0.isLetter }.filter { $0.utf8.count > 2 }.map { $0.hasSuffix("s") ? $0.dropLast() : $0 }
  }
}
