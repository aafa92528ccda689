/// What a provision has somebody do, lets them do, or forbids them.
///
/// ```swift
/// Duty.all(in: agreement).first  // Licensee shall "pay the fee within 30 days"
/// ```
///
/// Ranges are byte offsets into the source text.
public struct Duty: Sendable, Equatable {
  /// Whether it is owed, allowed or forbidden.
  public enum Modality: String, Sendable, Equatable, CaseIterable {
    case shall
    case may
    case shallNot

    /// For people: `shall not`.
    public var words: String { self == .shallNot ? "shall not" : rawValue }
  }

  /// Who, by the name the agreement gives: `Licensee`, `each Party`.
  public let bearer: String
  /// The party it is, by its index; nil for "each Party" and for those who are no parties.
  public let party: Int?
  /// Whether it is owed, allowed or forbidden.
  public let modality: Modality
  /// From the bearer to the end of what is to be done.
  public let range: Range<Int>
  /// What it hangs on, before the bearer: "Upon written request", "If a cask leaks"; nil where nothing is said.
  public let condition: Range<Int>?
  /// What is to be done: the words behind "shall".
  public let action: Range<Int>
  /// The provision it stands in.
  public let provision: Int?

  /// The duties, rights and prohibitions of an agreement, in order of place. Linear in its length.
  public static func all(in agreement: Agreement) -> [Duty] { DutyFinder(agreement).duties() }
}
