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
    Check(
      code: UnreferencedAttachment.code, summary: "an exhibit or schedule in the file that nothing names",
      rule: UnreferencedAttachment.findings),
    Check(
      code: MisplacedSelfReference.code, summary: "“this Section 8.7” that stands in another section",
      rule: MisplacedSelfReference.findings),
    Check(code: WrongDirection.code, summary: "“above” or “below” for what is not there", rule: WrongDirection.findings),
    Check(
      code: MisdirectedDefinition.code, summary: "a definition that points to a provision that does not make the term",
      rule: MisdirectedDefinition.findings),
    Check(
      code: CaptionMismatch.code, summary: "a reference whose words in brackets name another title", rule: CaptionMismatch.findings),
    Check(code: UndefinedTerm.code, summary: "words used like a defined term that nothing defines", rule: UndefinedTerm.findings),
    Check(code: DuplicateTerm.code, summary: "a term that is defined twice", rule: DuplicateTerm.findings),
    Check(code: UnusedTerm.code, summary: "a term that is defined and never used", rule: UnusedTerm.findings),
    Check(code: Numbering.code, summary: "a number that is missing or comes twice", rule: Numbering.findings),
    Check(code: LoneItem.code, summary: "a list of one item", rule: LoneItem.findings),
    Check(code: NumberWords.code, summary: "an amount whose words and figures differ", rule: NumberWords.findings),
    Check(code: ImpossibleDate.code, summary: "a day that no calendar has", rule: ImpossibleDate.findings),
    Check(code: DoubledWord.code, summary: "a word printed twice", rule: DoubledWord.findings),
    Check(code: DoubledPunctuation.code, summary: "punctuation printed twice", rule: DoubledPunctuation.findings),
    Check(code: Placeholder.code, summary: "a blank that was never filled in", rule: Placeholder.findings),
  ]

  /// What checks find, in order of place; all of them unless codes are given.
  public static func findings(_ agreement: Agreement, only codes: Set<String>? = nil) -> [Finding] {
    all.filter { codes?.contains($0.code) ?? true }.flatMap { $0.rule(agreement) }.sorted {
      ($0.range.lowerBound, $0.code) < ($1.range.lowerBound, $1.code)
    }
  }
}
