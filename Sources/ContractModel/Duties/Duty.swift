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
  /// What it hangs on, in order of place: "Upon written request", "If a cask leaks", "without the consent of the Lessor".
  public let conditions: [Range<Int>]
  /// What it is done to, where the verb is passive: the "The linen" of "The linen shall not be removed by the Cleaner".
  public let object: Range<Int>?
  /// What is to be done: the words behind "shall".
  public let action: Range<Int>
  /// The provision it stands in.
  public let provision: Int?

  /// The duties, rights and prohibitions of an agreement, in order of place. Linear in its length.
  public static func all(in agreement: Agreement) -> [Duty] { DutyFinder(agreement).duties() }
}

extension Agreement {
  /// What a duty hangs on, in words; nil where nothing is said.
  public func condition(of duty: Duty) -> String? {
    duty.conditions.isEmpty ? nil : duty.conditions.map { readingWords($0) }.joined(separator: "; ")
  }
}
