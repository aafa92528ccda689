/// Finds references to provisions that a sister agreement of the case does not have: "Section 14.3 of the Lease" where the Lease ends at 12.
///
/// What an amendment says of the agreement it changes is a hint: it may add the provision.
enum CaseReference: CaseCheckRule {
  static let code = "case-reference"
  static let severity = Finding.Severity.warning
  static let summary = "a reference to a provision that another agreement of the case does not have"
  static let example = "“Section 14.3 of the Lease” where the Lease ends at 12"

  static func findings(_ value: Case, _ links: CaseLinks, _ member: Int) -> [Finding] {
    let agreement = value.members[member].agreement
    return links.references[member].sorted { $0.key < $1.key }.compactMap { index, target in
      guard case .missing(let sister) = target else { return nil }
      let reference = agreement.references[index]
      let isAmended = links.amended[member] == sister
      let words = agreement.words(reference.range)
      return Finding(
        code, isAmended ? .info : .warning, reference.range, subject: words,
        "“\(words)” is not in the case's \(value.members[sister].title) (\(value.members[sister].path)).")
    }
  }
}
