/// The checks there are, each in a file of its own: the one table the command and the help read.
public enum Checks {
  /// A check: its code, a sentence, and the rule.
  public struct Check: Sendable {
    public let code: String
    public let summary: String
    let rule: @Sendable (Agreement) -> [Finding]
  }

  public static let all: [Check] = [
    Check(code: MissingReference.code, summary: "a reference to a provision that is not there", rule: MissingReference.findings),
    Check(
      code: MissingAttachment.code, summary: "an exhibit or schedule that is named and not in the file",
      rule: MissingAttachment.findings),
    Check(code: Placeholder.code, summary: "a blank that was never filled in", rule: Placeholder.findings),
  ]

  /// What all checks find, in order of place.
  public static func findings(_ agreement: Agreement) -> [Finding] {
    all.flatMap { $0.rule(agreement) }.sorted { ($0.range.lowerBound, $0.code) < ($1.range.lowerBound, $1.code) }
  }
}
