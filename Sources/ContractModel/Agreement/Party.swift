/// A person or company the agreement is between.
public struct Party: Sendable, Equatable {
  /// As printed where the parties are named.
  public let name: String
  /// The short name given there, e.g. `Licensee`; nil when none is.
  public let role: String?
  public let range: Range<Int>
}

/// The parties with their places in the reading text.
struct Parties {
  var parties: [Party] = []
  /// The quoted words that are roles, for telling party definitions from inline ones.
  var roles: [Range<Int>] = []
  /// The full names, which contain terms and are no uses of them.
  var names: [Range<Int>] = []

  init() {}

  /// How telling a reading of the introduction is: names count, names with roles count twice more.
  var weight: Int { parties.count + 2 * parties.filter { $0.role != nil }.count }
}
