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
    let named = named(links, member)
    return agreement.terms.compactMap { term in
      guard let meaning = term.meaning(), meaning.kind == .list else { return nil }
      let words = words(agreement, term, meaning)
      for (sister, other) in value.members.enumerated() where sister != member {
        // Each pair is told once, in the one that names the other, else in the later of the two.
        let isNamed = named.contains(sister)
        guard isNamed || sister < member && !Self.named(links, sister).contains(member) else { continue }
        guard let same = other.agreement.terms.first(where: { $0.name.lowercasedBytes == term.name.lowercasedBytes }),
          let theirs = same.meaning(), theirs.kind == .list, self.words(other.agreement, same, theirs) != words
        else { continue }
        return Finding(
          code, isNamed && links.amended[member] != sister ? .warning : .info, meaning.range, subject: term.name,
          "“\(term.name)” has another meaning in \(other.title) (\(other.path)).")
      }
      return nil
    }
  }

  /// The members that a member's references and terms lead to.
  private static func named(_ links: CaseLinks, _ member: Int) -> Set<Int> {
    var out = Set(links.borrowed[member].map(\.member))
    for target in links.references[member].values {
      if case .provisions(let sister, _) = target { out.insert(sister) }
    }
    return out
  }

  /// The words of a meaning, so that print does not count: small letters, no marks.
  private static func words(_ agreement: Agreement, _ term: DefinedTerm, _ meaning: Definition) -> [String] {
    agreement.readingWords(meaning.extent).lowercasedBytes.split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
