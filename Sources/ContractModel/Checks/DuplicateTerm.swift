/// Finds terms that are defined twice: "PRC means …" in 1.3 and again in 9.1. A pointer and the place it points to are one definition.
enum DuplicateTerm {
  static let code = "duplicate-term"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    return agreement.terms.compactMap { term in
      // Attachments may define a word anew for themselves.
      let making = term.definitions.filter {
        ($0.kind == .list || $0.kind == .inline) && $0.provision.flatMap { tree.attachment(of: $0) } == nil
      }
      guard making.count > 1, let first = making.first else { return nil }
      let again = making.dropFirst().first { $0.provision != first.provision }
      guard let again else { return nil }
      return Finding(
        code, .warning, again.range, subject: agreement.words(again.range), message(term.name),
        notes: [Finding.Note(range: first.range, message: "“\(term.name)” is defined here")])
    }
  }

  private static func message(_ name: String) -> String { "“\(name)” is defined a second time." }
}
