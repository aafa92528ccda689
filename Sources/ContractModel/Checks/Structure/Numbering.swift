/// Finds gaps and repeats in numbering: 3.1, 3.2, 3.4; two provisions 5.2.
///
/// A number that stands somewhere between its neighbours in the text was printed, and only not read: that is no gap.
enum Numbering: CheckRule {
  static let code = "numbering"
  static let severity = Finding.Severity.warning
  static let summary = "a number that is missing or comes twice"
  static let example = "3.1, 3.2, 3.4"

  static func findings(_ agreement: Agreement) -> [Finding] {
    NumberSequence.breaks(in: agreement, of: .number).map { $0.finding(code, agreement) }
  }
}
