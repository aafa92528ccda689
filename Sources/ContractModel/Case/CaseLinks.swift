/// Where the members of a case lead into each other: references to a sister's provisions, and terms that a sister defines.
public struct CaseLinks: Sendable, Equatable {
  /// Where a reference to another paper leads.
  public enum Target: Sendable, Equatable {
    /// To provisions of a member.
    case provisions(member: Int, ids: [Int])
    /// To a member that has no such provision.
    case missing(member: Int)
    /// To a member as a whole, which is an attachment filed as a paper of its own.
    case paper(member: Int)
    /// To one of several members that bear the name.
    case ambiguous([Int])
    /// To a paper that is not in the case, by its name.
    case absent(String)
  }

  /// A term that a member uses with the meaning a sister gives it.
  public struct BorrowedTerm: Sendable, Equatable {
    /// The name as the sister has it.
    public let name: String
    /// The agreement that defines the term, by its index in the case.
    public let member: Int
    /// The term, by its index in that agreement.
    public let term: Int
    /// Ranges of the words that use it, in order.
    public let uses: [Range<Int>]
  }

  /// For each member, by the index of its reference; references to unnamed papers and statutes are not among them, nor are its own, but for
  /// those to attachments that are members themselves.
  public let references: [[Int: Target]]
  /// For each member, the terms it takes from others.
  public let borrowed: [[BorrowedTerm]]
  /// For each member that changes another, which; nil for others, and where that one is not in the case.
  public let amended: [Int?]
  /// The member that each member restates as a whole: "amends and restates in its entirety the Supply Agreement dated …".
  public let restated: [Int?]
  /// For each member, the papers it names that the case has not, by name.
  public let absent: [[String]]
  /// For each member, the paper it says it is an appendix, exhibit or the like of; nil for others.
  public let parentDocuments: [String?]

  /// For each member, the others that its references and terms lead to.
  let named: [Set<Int>]
  let terms: SharedTerms
  /// For each member, whether it calls the paper it changes by a short name that leads to it: "(the "Lease")".
  let isNamed: [Bool]

  /// The papers that a member names, or refers to by their provisions, and the case has not: each once, in order of place.
  public func absentPapers(of member: Int) -> [String] {
    var names = absent[member]
    var seen = Set(names.map(\.lowercasedBytes))
    for (_, target) in references[member].sorted(by: { $0.key < $1.key }) {
      if case .absent(let name) = target, seen.insert(name.lowercasedBytes).inserted { names.append(name) }
    }
    return names
  }

  init(_ value: Case) {
    let builder = CaseLinksBuilder(value)
    amended = value.members.indices.map { builder.amended($0) }
    restated = value.members.indices.map { builder.restated($0) }
    let amended = amended
    isNamed = value.members.indices.map { index in amended[index].map { builder.names($0, in: index) } ?? false }
    let mentioned = value.members.indices.map { builder.mentioned($0, amended[$0]) }
    absent = mentioned.map(\.absent)
    parentDocuments = value.members.indices.map { builder.attachedMembers[$0]?.whole ?? mentioned[$0].whole }
    references = value.members.indices.map { builder.references($0, amended[$0]) }
    borrowed = value.members.indices.map { builder.borrowed($0, amended[$0]) }
    let (references, borrowed) = (references, borrowed)
    named = value.members.indices.map { member in
      var out = Set(borrowed[member].map(\.member))
      for target in references[member].values {
        switch target {
        case .provisions(let sister, _), .paper(let sister): out.insert(sister)
        case .missing, .ambiguous, .absent: break
        }
      }
      return out
    }
    terms = SharedTerms(value.members)
  }
}
