import ContractModel

/// Values that follow from a text and a few choices, kept while they are in use: layouts, links, matches.
///
/// Each is kept under all that it follows from, the stamp of the text among them, so that none is ever out of date and none is thrown
/// away by hand; the oldest go when there are too many.
final class Memo {
  struct LayoutKey: Hashable {
    var text: Library.Stamp
    var width: Int
    var asFiled: Bool
    var struck: ShownStruck
    /// The old version whose words are shown, where they are.
    var old: Library.Stamp?
    var only: ReaderState.Only?
  }
  struct LinksKey: Hashable {
    var text: Library.Stamp
    /// The generation of the case whose terms are borrowed; nil while they are not known.
    var generation: Int?
  }
  struct MatchKey: Hashable {
    var text: Library.Stamp
    var pattern: String
    var isFurniture: Bool
  }
  /// The places of a case that a pattern matches: the first of them, and how many there are in how many agreements.
  struct CaseMatches {
    /// So many are kept, so that a list of a common word's places stays small.
    static let limit = 10_000

    var places: [(agreement: Int, range: Range<Int>)] = []
    var total = 0
    var agreements = 0
  }

  struct CaseMatchKey: Hashable {
    var generation: Int
    var pattern: String
  }
  struct NeedKey: Hashable {
    var links: LinksKey
    var offset: Int
  }
  struct OverviewKey: Hashable {
    var generation: Int
    var isLinked: Bool
    var order: CaseOverview.Order
  }
  struct ListKey: Hashable {
    var generation: Int
    var isLinked: Bool
    var content: ListState.Content
    var filter: String
    var order: CaseOverview.Order
  }

  var layouts = Recent<LayoutKey, ReaderLayout>(limit: 24)
  var landmarks = Recent<Library.Stamp, Landmarks>(limit: 16)
  var links = Recent<LinksKey, LinkIndex>(limit: 64)
  var tellingNames = Recent<Int?, TellingNames>(limit: 1)
  var matches = Recent<MatchKey, [Range<Int>]>(limit: 4)
  var caseMatches = Recent<CaseMatchKey, CaseMatches>(limit: 2)
  var needs = Recent<NeedKey, [Need]>(limit: 2)
  struct ComparisonKey: Hashable {
    var old: Library.Stamp
    var new: Library.Stamp
  }
  var comparisons = Recent<ComparisonKey, ComparedTexts>(limit: 2)
  struct OutlineKey: Hashable {
    var text: Library.Stamp
    var collapsed: Set<NavigatorState.ProvisionKey>
    var unfolded: Set<NavigatorState.ProvisionKey>
    var isFiltered: Bool
  }
  var outlines = Recent<OutlineKey, NavigatorRows.Outline>(limit: 4)
  /// How many words are read of each text, counted when a row of the overview shows it.
  var shownWords: [Library.Stamp: Int] = [:]
  var overviews = Recent<OverviewKey, CaseOverview>(limit: 2)
  var lists = Recent<ListKey, [Int]>(limit: 2)
  var commonTerms = Recent<Library.Stamp, Set<Int>>(limit: 8)
  /// The terms of a text in order of the alphabet.
  var termOrder = Recent<Library.Stamp, [Int]>(limit: 8)
  /// The terms that provisions without a heading begin by defining.
  var openings = Recent<Library.Stamp, [Int: String]>(limit: 8)
}

/// The values used last under their keys, so many at most.
struct Recent<Key: Hashable, Value> {
  private let limit: Int
  private var values: [Key: Value] = [:]
  /// The keys, the one used last at the end.
  private var order: [Key] = []

  init(limit: Int) { self.limit = limit }

  /// The value of a key, made where it is not there.
  mutating func value(_ key: Key, _ make: () -> Value) -> Value {
    if let known = values[key] {
      if order.last != key {
        order.removeAll { $0 == key }
        order.append(key)
      }
      return known
    }
    let made = make()
    if order.count == limit { values[order.removeFirst()] = nil }
    values[key] = made
    order.append(key)
    return made
  }
}
