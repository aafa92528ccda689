/// Words that name a numbered provision or an attachment: of this agreement, or of another document.
public struct CrossReference: Sendable, Equatable {
  /// Where a reference leads.
  public enum Status: String, Sendable, Equatable {
    /// Leads to provisions of this agreement.
    case `internal`
    /// Names this agreement's provisions, and none of them exists.
    case missing
    /// Names an exhibit, schedule, annex or appendix.
    case attachment
    /// Belongs to another document or a statute.
    case external
  }
  /// The words of the reference, as byte offsets in the source.
  public let range: Range<Int>
  /// Where it leads.
  public let status: Status
  /// Canonical numbers, ranges expanded; for `missing` as named; empty for `external`.
  public let targets: [String]
  /// Ids of the provisions that exist.
  public let targetIDs: [Int]
  /// Numbers of a list that do not exist while others do.
  public let absent: [String]
  /// For attachments, whether they stand in the file.
  public let attached: Bool
  /// The provision the words stand in.
  public let provision: Int?
  /// For external ones, whose provision it is, as printed.
  public let owner: Range<Int>?
}
