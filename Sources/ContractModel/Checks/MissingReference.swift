/// Finds references to provisions that this agreement does not have: "Section 9.7" where 9 ends at 9.6.
///
/// Where a good part of all references lead nowhere, they are hints only.
enum MissingReference {
  static let code = "missing-reference"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let missing = agreement.references.filter { $0.status == .missing }
    let found = agreement.references.count { $0.status == .internal }
    // Where many lead nowhere it is the numbering that was not understood, not the drafter who erred.
    let isSure = missing.count * 4 <= found + 4
    return missing.map { reference in
      let words = agreement.words(reference.range)
      return Finding(code, isSure ? .error : .info, reference.range, subject: words, message(words))
    }
  }

  private static func message(_ words: String) -> String { "“\(words)” is not in this agreement." }
}
