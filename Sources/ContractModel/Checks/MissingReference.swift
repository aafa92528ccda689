/// Finds references to provisions that this agreement does not have: "Section 9.7" where 9 ends at 9.6.
enum MissingReference {
  static let code = "missing-reference"

  static func findings(_ agreement: Agreement) -> [Finding] {
    agreement.references.filter { $0.status == .missing }.map { reference in
      let words = agreement.words(reference.range)
      return Finding(code, .error, reference.range, subject: words, message(words))
    }
  }

  private static func message(_ words: String) -> String { "“\(words)” is not in this agreement." }
}
