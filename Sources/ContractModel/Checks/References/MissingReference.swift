/// Finds references to provisions that this agreement does not have: "Section 9.7" where 9 ends at 9.6.
///
/// Where a good part of all references lead nowhere, they are hints only.
enum MissingReference: CheckRule {
  static let code = "missing-reference"
  static let severity = Finding.Severity.error
  static let summary = "a reference to a provision that is not there"
  static let example = "“Section 9.7” where 9 ends at 9.6"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let missing = agreement.references.filter { $0.status == .missing }
    let found = agreement.references.count { $0.status == .internal }
    // Where many lead nowhere it is the numbering that was not understood, not the drafter who erred.
    let isSure = missing.count * 4 <= found + 4
    let severity: Finding.Severity = isSure ? .error : .info
    return agreement.references.compactMap { reference in
      let words = agreement.words(reference.range)
      switch reference.status {
      case .missing: return Finding(code, severity, reference.range, subject: words, message(words))
      case .internal:
        // Of a range only its ends are named; what is left out between them is the numbering's business.
        guard let absent = reference.absent.last(where: { isNamed($0, in: words) }) else { return nil }
        return Finding(code, severity, reference.range, subject: words, message(words, absent))
      case .attachment, .external: return nil
      }
    }
  }

  private static func isNamed(_ number: String, in words: String) -> Bool {
    let bytes = Array(words.utf8)
    let wanted = Array((number.lastIndex(of: "(").map { String(number[$0...]) } ?? number).utf8)
    return bytes.indices.contains { i in
      bytes[i...].starts(with: wanted) && (i == 0 || !bytes[i - 1].isAlphanumeric && bytes[i - 1] != Ascii.period)
        && (i + wanted.count >= bytes.count || !bytes[i + wanted.count].isAlphanumeric)
    }
  }

  private static func message(_ words: String) -> String { "“\(words)” is not in this agreement." }
  private static func message(_ words: String, _ absent: String) -> String {
    "“\(words)” names \(absent), which is not in this agreement."
  }
}
