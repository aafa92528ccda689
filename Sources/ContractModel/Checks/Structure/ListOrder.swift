/// Finds lettered lists with a letter left out or twice: (a), (b), (d); and those with Roman numerals: (vi), (viii).
///
/// A letter that stands somewhere between its neighbours in the text was printed, and only not read: that is no gap.
enum ListOrder: CheckRule {
  static let code = "list-order"
  static let severity = Finding.Severity.warning
  static let summary = "a lettered list with a letter left out or twice"
  static let example = "(a), (b), (d)"

  static func findings(_ agreement: Agreement) -> [Finding] {
    NumberSequence.breaks(in: agreement, of: .letter, .roman).map { $0.finding(code, agreement) }
  }
}
