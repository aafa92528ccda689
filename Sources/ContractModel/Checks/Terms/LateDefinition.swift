/// Finds terms that are used long before the bracket that makes them, in an agreement without a list of definitions.
enum LateDefinition: CheckRule {
  static let code = "late-definition"
  static let severity = Finding.Severity.info
  static let summary = "a term used long before it is defined, where no list of definitions helps"
  static let example = "“Premises” in Sections 1 to 6, (the “Premises”) in Section 7"

  /// How far before its definition a use must stand to be early, in bytes: about a page.
  private static let distance = 3_000

  static func findings(_ agreement: Agreement) -> [Finding] {
    // With a list of definitions a reader knows where to look.
    guard agreement.terms.count(where: { $0.definitions.contains { $0.kind == .list || $0.kind == .reference } }) < 5 else {
      return []
    }
    return agreement.terms.compactMap { term in
      guard let definition = term.definitions.first, definition.kind == .inline, let first = term.uses.first,
        definition.range.lowerBound - first.lowerBound > distance
      else { return nil }
      let early = term.uses.filter { $0.lowerBound < definition.range.lowerBound && isUse(agreement, $0) }
      guard early.count > 2, let first = early.first, definition.range.lowerBound - first.lowerBound > distance else { return nil }
      return Finding(
        code, .info, definition.range, subject: agreement.words(definition.range), message(term.name, early.count),
        notes: [Finding.Note(range: first, message: "“\(term.name)” is first used here")])
    }
  }

  /// Whether words are used in a provision as the term: not on a cover, nor in capitals, nor where "(as hereinafter defined)" follows.
  private static func isUse(_ agreement: Agreement, _ use: Range<Int>) -> Bool {
    let span = agreement.text.bytes.span
    guard let provision = agreement.provisions.innermost(at: use.lowerBound), agreement.provisions[provision].kind == .provision,
      use.contains(where: { span[$0].isLower })
    else { return false }
    let behind = use.upperBound..<min(span.count, use.upperBound + 40)
    return !["hereinafter defined", "defined below", "later defined", "hereafter defined"].contains {
      span.firstIndex(of: $0, in: behind) != nil
    }
  }

  private static func message(_ name: String, _ count: Int) -> String {
    "“\(name)” is used \(count) times before it is defined here."
  }
}
