/// A rule of proofreading: its name, its sentence, an example, and what it finds.
///
/// `MissingReference` finds "Section 9.7" where 9 ends at 9.6. Each rule is a file of its own and a row in `Checks.all`.
protocol CheckRule: SendableMetatype {
  /// Its name in output, settings and dismissals, e.g. `missing-reference`.
  static var code: String { get }
  /// What its findings are where it is sure; `.info` for a rule that cannot be precise, which is off unless asked for.
  static var severity: Finding.Severity { get }
  /// What it finds, as half a sentence.
  static var summary: String { get }
  static var example: String { get }
  /// In any order.
  static func findings(_ agreement: Agreement) -> [Finding]
}

/// A rule that needs the other agreements of the case; otherwise as `CheckRule`.
protocol CaseCheckRule: SendableMetatype {
  static var code: String { get }
  static var severity: Finding.Severity { get }
  static var summary: String { get }
  static var example: String { get }
  /// What is found in one member.
  static func findings(_ value: Case, _ links: CaseLinks, _ member: Int) -> [Finding]
}

/// A check there is, as commands and help list it.
public struct Check: Sendable {
  /// Its name in output, settings and dismissals: `missing-reference`.
  public let code: String
  /// How severe its findings are where it is sure.
  public let severity: Finding.Severity
  /// What it finds, as half a sentence.
  public let summary: String
  /// Words it finds.
  public let example: String
  let rule: @Sendable (Agreement) -> [Finding]
  let caseRule: @Sendable (Case, CaseLinks, Int) -> [Finding]

  init(_ rule: any CheckRule.Type) {
    code = rule.code
    severity = rule.severity
    summary = rule.summary
    example = rule.example
    self.rule = { rule.findings($0) }
    caseRule = { _, _, _ in [] }
  }

  init(_ rule: any CaseCheckRule.Type) {
    code = rule.code
    severity = rule.severity
    summary = rule.summary
    example = rule.example
    self.rule = { _ in [] }
    caseRule = { rule.findings($0, $1, $2) }
  }
}
