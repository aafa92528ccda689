/// A place that makes a term.
public struct Definition: Sendable, Equatable {
  /// How a term is made.
  public enum Kind: String, Sendable, Equatable {
    /// `(the "Term")`
    case inline
    /// `"Term" means`
    case list
    /// The short name of a party where the parties are named.
    case party
    /// `"Term" has the meaning set forth in Section 8.9`
    case reference
    /// `as defined in the Credit Agreement`
    case external
  }
  /// How the term is made here.
  public internal(set) var kind: Kind
  /// The term as printed, inside its quotes.
  public let range: Range<Int>
  /// The canonical number a definition by reference points to.
  public internal(set) var target: String?
  /// The id of the provision it stands in.
  public let provision: Int?
  /// The words that make the term, from its opening quote to the end of its sentence or bracket.
  public let extent: Range<Int>
  /// The ids of the provisions in which alone it holds, as it says: "For purposes of this Section 2"; none where it holds everywhere.
  public internal(set) var scope: [Int] = []
}

/// A term, every place that makes it and every place that uses it.
public struct DefinedTerm: Sendable, Equatable {
  /// The same for all its definitions, e.g. `Licensed Property`.
  public let name: String
  /// The places that make it, in order.
  public internal(set) var definitions: [Definition]
  /// Ranges of the words that use it, in order; longest match, plural and possessive forms included.
  public internal(set) var uses: [Range<Int>]

  /// The definition that gives the meaning: the one a pointer points to, else the first that is no pointer.
  public func meaning() -> Definition? {
    definitions.first { $0.kind == .list } ?? definitions.first { $0.kind != .reference && $0.kind != .external }
      ?? definitions.first
  }
}
