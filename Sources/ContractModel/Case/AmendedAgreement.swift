/// An agreement as its amendments in a case leave it.
///
/// ```swift
/// let amended = AmendedAgreement(0, in: deal)
/// amended.agreement.provisions.count
/// amended.changes.first  // Section 1 of the First Amendment restates 2
/// ```
///
/// Amendments are applied in order of date, each to what those before it left. What cannot be applied with certainty is not applied, and
/// said to be so.
public struct AmendedAgreement: Sendable, Equatable {
  /// What an amendment did, or would have done.
  public struct Change: Sendable, Equatable {
    /// What is done to a provision.
    public enum Kind: String, Sendable, Equatable { case restated, deleted, substituted, inserted, added, unapplied }
    /// What was done, or `unapplied`.
    public let kind: Kind
    /// The amendment, and the sentence in it that asks for the change.
    public let member: Int
    /// The sentence that asks for the change, as byte offsets in the amendment.
    public let range: Range<Int>
    /// The number of the provision it changes, as the amendment names it.
    public let provision: String
    /// The words that stood in the place, white space folded; empty where words only came in.
    public let before: String
    /// Why it was not applied; nil where it was.
    public let reason: String?
    /// What the amendment says of when it holds: "Until March 31, 2017"; nil where it holds at once and for good.
    public let condition: String?

    /// The provision it changes, in the agreement as amended; of a changed definition, `1.1 “Rent”`, the provision it is in.
    func provision(in agreement: Agreement) -> Int? {
      let number = provision.split(separator: " “", maxSplits: 1).first.map(String.init) ?? provision
      return agreement.provisions(numbered: number).first { agreement.provisions[$0].number == number }
    }
  }

  /// The agreement as signed, by its index in the case.
  public let base: Int
  /// The agreement as the amendments leave it.
  public let agreement: Agreement
  /// In the order they were applied.
  public let changes: [Change]
  /// The amendments of the agreement, by their index in the case, in the order they were applied; also those in which nothing was
  /// understood.
  public let amendments: [Int]

  init(base: Int, agreement: Agreement, changes: [Change], amendments: [Int]) {
    self.amendments = amendments
    self.base = base
    self.agreement = agreement
    self.changes = changes
  }

  /// The member and the offset in its text that a byte of the agreement as amended is from.
  public func origin(of offset: Int) -> (member: Int, offset: Int) {
    let origins = agreement.text.origins
    if origins.isEmpty { return (base, offset) }
    let origin = origins.origin(of: offset)
    return (origin.source, origin.offset)
  }

  /// The provisions that were changed, each with the change, by index; a definition that was changed stands for the provision it is in.
  public var changedProvisions: [(provision: Int, change: Int)] {
    changes.indices.compactMap { index in
      guard changes[index].reason == nil else { return nil }
      return changes[index].provision(in: agreement).map { ($0, index) }
    }
  }
}
