/// Finds terms to which two agreements of a case give different meanings.
///
/// Only where one of the two names the other does it count as a warning: sister agreements that stand alone often share a word.
enum ConflictingDefinition: CaseCheckRule {
  static let code = "conflicting-definition"
  static let severity = Finding.Severity.warning
  static let summary = "a term to which two agreements of the case give different meanings"
  static let example = "“Premises” means the ground floor in the Lease, and the whole house in its Guaranty"

  static func findings(_ value: Case, _ links: CaseLinks, _ member: Int) -> [Finding] {
    let agreement = value.members[member].agreement
    let named = links.named[member]
    return agreement.terms.indices.compactMap { index in
      let term = agreement.terms[index]
      guard let meaning = term.meaning(), meaning.kind == .list else { return nil }
      let meanings = links.terms[term.name]
      guard let own = meanings.first(where: { $0.member == member && $0.term == index }) else { return nil }
      for theirs in meanings where theirs.member != member && !theirs.isSame(as: own) {
        // Each pair is told once, in the one that names the other, else in the later of the two.
        let sister = theirs.member
        let isNamed = named.contains(sister)
        guard isNamed || sister < member && !links.named[sister].contains(member) else { continue }
        let other = value.members[sister]
        return Finding(
          code, isNamed && links.amended[member] != sister ? .warning : .info, meaning.range, subject: term.name,
          "“\(term.name)” has another meaning in \(other.title) (\(other.path)).")
      }
      return nil
    }
  }
}
