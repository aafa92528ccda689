/// A person or company the agreement is between.
public struct Party: Sendable, Equatable {
  /// As printed where the parties are named.
  public let name: String
  /// The short name given there, e.g. `Licensee`; nil when none is.
  public internal(set) var role: String?
  /// What is said of it there.
  public internal(set) var description = PartyDescription()
  /// Where the name is printed, as byte offsets in the source.
  public let range: Range<Int>
  /// Other names it goes by, which the text does not say.
  public internal(set) var aliases: [String] = []

  init(name: String, role: String?, range: Range<Int>) {
    self.name = name
    self.role = role
    self.range = range
  }
}

extension Agreement {
  /// The agreement with other names of its parties, by the name or role they have in it.
  public func naming(_ aliases: [String: [String]]) -> Agreement {
    guard !aliases.isEmpty else { return self }
    var agreement = self
    for index in parties.indices {
      let party = parties[index]
      agreement.parties[index].aliases += (aliases[party.name] ?? []) + (party.role.flatMap { aliases[$0] } ?? [])
    }
    return agreement
  }
}

/// The parties with their places in the reading text.
struct PartyReading {
  var parties: [Party] = []
  /// The quoted words that are roles, for telling party definitions from inline ones.
  var roles: [Range<Int>] = []
  /// Roles in brackets that have no marks, `Elm Ltd (Hirer)`, and so are found with the parties alone.
  var bareRoles: [Range<Int>] = []
  /// The full names, which contain terms and are no uses of them.
  var names: [Range<Int>] = []

  init() {}

  /// How good a reading of the introduction is, higher is better: 1 for a name, 3 for a name with a role.
  var score: Int { parties.count + 2 * parties.filter { $0.role != nil }.count }
}
