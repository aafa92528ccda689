/// Finds terms that are defined and never used again. Parties' short names are none: a party may sign and stay silent.
enum UnusedTerm: CheckRule {
  static let code = "unused-term"
  static let severity = Finding.Severity.info
  static let summary = "a term that is defined and never used"
  static let example = "“Products” means …, and no Products after it"

  static func findings(_ agreement: Agreement) -> [Finding] {
    agreement.terms.compactMap { term in
      guard term.uses.isEmpty, let definition = term.definitions.first,
        term.definitions.allSatisfy({ $0.kind == .list || $0.kind == .inline })
      else { return nil }
      return Finding(code, .info, definition.range, subject: agreement.words(definition.range), message(term.name))
    }
  }

  private static func message(_ name: String) -> String { "“\(name)” is defined and never used." }
}
