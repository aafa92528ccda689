/// The checks there are, each in a file of its own: the one table the command and the help read.
public enum Checks {
  /// Every check, in the order that help lists them.
  public static let all: [Check] = [
    // Terms
    Check(UndefinedTerm.self), Check(DuplicateTerm.self), Check(UnusedTerm.self), Check(UsedOnce.self), Check(CircularTerm.self),
    Check(TermCase.self), Check(TermVariant.self), Check(OverlappingTerm.self), Check(MisdirectedDefinition.self),
    Check(LateDefinition.self), Check(DefinitionOrder.self),
    // References
    Check(MissingReference.self), Check(AmbiguousReference.self), Check(CaptionMismatch.self), Check(MisplacedSelfReference.self),
    Check(WrongDirection.self), Check(BrokenField.self), Check(StaleField.self), Check(MissingAttachment.self),
    Check(UnreferencedAttachment.self),
    // Structure
    Check(Numbering.self), Check(ListOrder.self), Check(LoneItem.self), Check(DuplicateHeading.self), Check(ContentsMismatch.self),
    Check(Unbalanced.self),
    // Content
    Check(Placeholder.self), Check(NumberWords.self), Check(ImpossibleDate.self), Check(DateOrder.self), Check(PartyName.self),
    Check(DoubledWord.self), Check(DoubledPunctuation.self),
    // Across the agreements of a case
    Check(CaseReference.self), Check(ConflictingDefinition.self), Check(AmendedProvision.self),
  ]

  /// What checks find, in order of place; all of them unless codes are given, and only what is as severe as `least`.
  public static func findings(
    _ agreement: Agreement, only codes: Set<String>? = nil, least: Finding.Severity = .info
  ) -> [Finding] {
    // In a report or a data file nothing is surely a drafter's slip.
    let isOther = OtherPapers.name(agreement.text) != nil
    if isOther, least > .info { return [] }
    return all.filter { $0.severity >= least && codes?.contains($0.code) ?? true }.flatMap { $0.rule(agreement) }
      .map { isOther ? $0.downgraded : $0 }.filter { $0.severity >= least }
      .sorted { ($0.range.lowerBound, $0.code) < ($1.range.lowerBound, $1.code) }
  }

  /// What checks find in a member of a case: a term that a sister defines is no undefined one, and the case's own checks are run.
  public static func findings(
    in value: Case, _ links: CaseLinks, member: Int, only codes: Set<String>? = nil, least: Finding.Severity = .info
  ) -> [Finding] {
    findings(
      findings(value.members[member].agreement, only: codes, least: least), in: value, links, member: member, only: codes,
      least: least)
  }

  /// What was found in a member alone, without what its case explains and with what its case adds.
  public static func findings(
    _ alone: [Finding], in value: Case, _ links: CaseLinks, member: Int, only codes: Set<String>? = nil,
    least: Finding.Severity = .info
  ) -> [Finding] {
    let borrowed = Set(links.borrowed[member].flatMap { $0.uses })
    // An attachment may be a paper of its own.
    let attached = Set(
      links.references[member].compactMap { reference, target -> Range<Int>? in
        if case .paper = target { value.members[member].agreement.references[reference].range } else { nil }
      })
    let own = alone.filter { finding in
      if finding.code == UndefinedTerm.code { return !borrowed.contains(finding.range) }
      return finding.code != MissingAttachment.code || !attached.contains(finding.range)
    }
    let across = all.filter { $0.severity >= least && codes?.contains($0.code) ?? true }
      .flatMap { $0.caseRule(value, links, member) }.filter { $0.severity >= least }
    return (own + across).sorted { ($0.range.lowerBound, $0.code) < ($1.range.lowerBound, $1.code) }
  }
}
