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
    public enum Kind: String, Sendable, Equatable { case restated, deleted, substituted, inserted, added, unapplied }
    public private(set) var kind: Kind
    /// The amendment, and the sentence in it that asks for the change.
    public let member: Int
    public let range: Range<Int>
    /// The number of the provision it changes, as the amendment names it.
    public let provision: String
    /// The words that stood in the place, white space folded; empty where words only came in.
    public private(set) var before: String
    /// Why it was not applied; nil where it was.
    public private(set) var reason: String?

    mutating func unapply(_ reason: String) {
      kind = .unapplied
      before = ""
      self.reason = reason
    }
  }

  /// The agreement as signed, by its index in the case.
  public let base: Int
  public let agreement: Agreement
  /// In the order they were applied.
  public let changes: [Change]
  private let text: ComposedText
  /// The papers the text is from, by their index in the case.
  private let sources: [Int: Source]

  private struct Source: Sendable, Equatable {
    var path: String
    var text: SourceText
  }

  /// The member and the offset in its text that a byte of the agreement as amended is from.
  public func origin(of offset: Int) -> (member: Int, offset: Int) { text.origin(of: offset) }

  /// The path and the text that a byte of the agreement as amended is from, and its offset there.
  func source(of offset: Int) -> (path: String, text: SourceText, offset: Int) {
    let origin = origin(of: offset)
    guard let source = sources[origin.member] else { return ("", agreement.text, offset) }
    return (source.path, source.text, origin.offset)
  }

  /// The agreement of a case at an index, with all the case's amendments of it; `links` are the case's, where they were made already.
  public init(_ base: Int, in value: Case, _ links: CaseLinks? = nil) {
    let links = links ?? value.links
    self.base = base
    var composer = AmendmentComposer(base, value)
    // Amendments of amendments count with what they amend.
    let chain = value.byDate.filter { index in
      var at: Int? = links.amended[index]
      var steps = 0
      while let next = at, next != base, steps < value.members.count {
        at = links.amended[next]
        steps += 1
      }
      return index != base && at == base
    }
    for member in chain { composer.apply(member, links.references[member]) }
    agreement = composer.agreement
    changes = composer.changes
    text = composer.text
    sources = Dictionary(
      uniqueKeysWithValues: Set([base] + chain).map {
        ($0, Source(path: value.members[$0].path, text: value.members[$0].agreement.text))
      })
  }

  /// The provisions that were changed, each with the change, by index; a definition that was changed stands for the provision it is in.
  public var changedProvisions: [(provision: Int, change: Int)] {
    changes.indices.compactMap { index in
      guard changes[index].reason == nil else { return nil }
      let name = changes[index].provision
      let number = name.split(separator: " “", maxSplits: 1).first.map(String.init) ?? name
      return agreement.provisions.firstIndex { $0.number == number }.map { ($0, index) }
    }
  }

  /// What the amendments of a case ask for that cannot be applied, as the agreement they change is not in it.
  public static func orphans(in value: Case, _ links: CaseLinks? = nil) -> [Change] {
    let links = links ?? value.links
    return value.members.indices.flatMap { member -> [Change] in
      guard value.members[member].kind == .amendment, links.amended[member] == nil else { return [] }
      let agreement = value.members[member].agreement
      return AmendmentFinder(agreement).amendments().map { found in
        let name: String
        if let reference = found.reference {
          name = agreement.words(agreement.references[reference].range)
        } else if case .definition(let term) = found.part {
          name = "“\(term)”"
        } else {
          name = ""
        }
        return Change(
          kind: .unapplied, member: member, range: found.range, provision: name, before: "",
          reason: "the agreement is not in this case")
      }
    }
  }
}
