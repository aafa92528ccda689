/// Something a proofreader would mark.
public struct Finding: Sendable, Equatable {
  /// How sure and how grave a finding is.
  public enum Severity: String, Sendable, Equatable, Comparable, CaseIterable {
    case info, warning, error
    /// Whether one is less severe than the other.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .info ? 0 : self == .warning ? 1 : 2 }
  }
  /// Another place that explains it.
  public struct Note: Sendable, Equatable {
    /// Where the other place is, as byte offsets in the source.
    public let range: Range<Int>
    /// What is said, as a sentence.
    public let message: String
  }
  /// What would mend it: words to put in the place of others.
  public struct Fix: Sendable, Equatable {
    /// What is replaced, as byte offsets in the source.
    public let range: Range<Int>
    /// What to put there; empty to take the words out.
    public let text: String
  }
  /// The check that made it.
  public let code: String
  /// How severe it is.
  public let severity: Severity
  /// The words it is about, as byte offsets in the source.
  public let range: Range<Int>
  /// The words it is about, as printed, without quotes.
  public let subject: String
  /// One plain sentence that quotes the words.
  public let message: String
  /// Other places that the finding is about.
  public let notes: [Note]
  /// Only where there is one way to mend it.
  public let fix: Fix?

  /// The same finding at `.info`.
  var downgraded: Finding { Finding(code, .info, range, subject: subject, message, notes: notes, fix: fix) }

  init(
    _ code: String, _ severity: Severity, _ range: Range<Int>, subject: String, _ message: String, notes: [Note] = [],
    fix: Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.subject = subject
    self.message = message
    self.notes = notes
    self.fix = fix
  }
}
