/// A finding that a reader has looked at and set aside, with the reason.
///
/// ```swift
/// let dismissal = Dismissal(of: finding, in: agreement, because: "The state is agreed.")
/// dismissal.covers(finding, in: agreement)   // true, also when other parts of the text change
/// ```
///
/// It knows its finding by the check, the words it is about, and either the words around them or the provision they stand in: so it
/// survives edits elsewhere, a new number and a new wrapping of lines. When both the words around and the provision are others, the
/// finding is shown again.
public struct Dismissal: Sendable, Equatable, Hashable, Codable {
  /// The check's code.
  public var check: String
  /// The canonical number of the provision; `preamble` before the first.
  public var section: String
  /// The words the finding is about.
  public var subject: String
  /// The words around them, white space folded.
  public var quote: String
  /// Why the finding is dismissed.
  public var because: String

  /// A dismissal as it was kept.
  public init(check: String, section: String, subject: String, quote: String, because: String) {
    self.check = check
    self.section = section
    self.subject = subject
    self.quote = quote
    self.because = because
  }

  /// A dismissal of a finding, with the words around it.
  public init(of finding: Finding, in agreement: Agreement, because: String) {
    self.init(
      check: finding.code, section: agreement.section(of: finding), subject: finding.subject,
      quote: Self.quote(around: finding, in: agreement), because: because)
  }

  /// Whether a finding is the one that was dismissed.
  public func covers(_ finding: Finding, in agreement: Agreement) -> Bool {
    check == finding.code && subject == finding.subject
      && (section == agreement.section(of: finding) || quote == Self.quote(around: finding, in: agreement))
  }

  /// Whether both are of one finding, whatever their reasons.
  public func isOfSameFinding(as other: Dismissal) -> Bool {
    check == other.check && subject == other.subject && section == other.section && quote == other.quote
  }

  /// How many bytes on each side are taken into the quote.
  private static let reach = 40

  private static func quote(around finding: Finding, in agreement: Agreement) -> String {
    let bytes = agreement.text.bytes
    let range = agreement.text.clamp(finding.range)
    // The provision's own number and heading are no part of it: they change when another is put in before it.
    let body = agreement.provisions.innermost(at: range.lowerBound).map { agreement.provisions[$0].bodyStart } ?? 0
    var low = min(max(0, range.lowerBound - reach, body), range.lowerBound)
    let behind = agreement.provisions.provisions.boundary(behindAll: { $0.start < range.upperBound })
    let next = behind < agreement.provisions.count ? agreement.provisions[behind].start : bytes.count
    var high = max(min(next, range.upperBound + reach), range.upperBound)
    // Whole words, and whole characters.
    while low < range.lowerBound, low > 0, !bytes[low - 1].isSpace { low += 1 }
    while high > range.upperBound, high < bytes.count, !bytes[high].isSpace { high -= 1 }
    return agreement.words(low..<high)
  }
}

extension Agreement {
  /// The canonical number of the provision a finding stands in; `preamble` before the first.
  public func section(of finding: Finding) -> String {
    provisions.innermost(at: finding.range.lowerBound).map { provisions[$0].number } ?? "preamble"
  }
}
