/// Finds provisions that call themselves by another's number: "this Section 8.7" within 8.6.
enum MisplacedSelfReference: CheckRule {
  static let code = "misplaced-self-reference"
  static let severity = Finding.Severity.info
  static let summary = "“this Section” with the number of another"
  static let example = "“this Section 8.7” within 8.6"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let span = agreement.text.bytes.span
    return agreement.references.compactMap { reference in
      guard reference.status == .internal, reference.targetIDs.count == 1, let target = reference.targetIDs.first,
        let place = reference.provision, span.matchesWord("this", endingAt: span.skipSpaces(endingAt: reference.range.lowerBound)),
        !agreement.provisions.holds(target, place)
      else { return nil }
      let words = agreement.words(reference.range)
      let here = agreement.provisions[place].number
      return Finding(
        code, .info, reference.range, subject: words, "“this \(words)” stands in \(here).",
        notes: [Finding.Note(range: agreement.provisions[target].label, message: "\(words) is here")])
    }
  }
}
