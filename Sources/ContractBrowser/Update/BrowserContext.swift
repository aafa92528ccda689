import ContractModel

/// What the browser looks things up in, made when first needed: the case, its links, layouts, findings and matches.
package final class BrowserContext {
  package private(set) var agreements: Case
  /// The names to choose from, asked for when they are.
  private(set) lazy var themes: [String] = themeNames()
  private let themeNames: () -> [String]
  private let matcher: (String) -> TextMatcher?
  private let check: (Case.Member) -> [Finding]
  /// The widest line of text, in columns.
  let measure: Int
  /// Seconds since 1970, for what is written down.
  let now: () -> Int
  /// A name nothing else has.
  let newID: () -> String
  private var links: [Int: LinkIndex] = [:]
  /// How the agreements name each other, once it was asked for.
  private var across: CaseLinks?
  /// Cases up to so many bytes have their links made before the first screen; those of larger ones when one is followed.
  private static let small = 2 << 20
  /// The layouts in use, the newest last.
  private var layouts: [(key: LayoutKey, layout: ReaderLayout)] = []
  private var found: [Int: [Finding]] = [:]
  private var limits: [Int: [TimeLimit]] = [:]
  private var everyParty: [CaseParty]?
  private var summary: CaseOverview?
  private var overviewRows: [Int: CaseOverview.Row] = [:]
  private var matched: (pattern: String, agreement: Int, ranges: [Range<Int>])?
  /// The rows of a filtered list, kept while the same is asked.
  var filtered: (content: ListState.Content, filter: String, rows: [Int])?
  private var everywhere: (pattern: String, places: [(agreement: Int, range: Range<Int>)])?
  private var needed: (agreement: Int, id: Int, needs: [Need])?

  private struct LayoutKey: Equatable {
    var agreement: Int
    var width: Int
    var asFiled: Bool
    var leftOut: Bool
    var only: String?
  }

  /// `matcher` makes a matcher of a pattern, nil where the pattern is not complete; `check` says what is wrong in an agreement.
  package init(
    _ agreements: Case, themes: @escaping () -> [String] = { ["plain"] },
    matcher: @escaping (String) -> TextMatcher? = { TextMatcher.literal($0) }, now: @escaping () -> Int = { 0 },
    measure: Int? = nil, check: @escaping (Case.Member) -> [Finding] = { Checks.findings($0.agreement, least: .warning) },
    newID: @escaping () -> String = { String(UInt64.random(in: 0 ... .max), radix: 36) }
  ) {
    self.now = now
    self.check = check
    self.measure = measure ?? ReaderLayout.measure
    self.newID = newID
    self.agreements = agreements
    themeNames = themes
    self.matcher = matcher
  }

  func add(_ members: [Case.Member]) { take(agreements.with(agreements.members + members)) }

  /// Takes the case with more agreements behind those it had.
  func take(_ value: Case) {
    agreements = value
    everywhere = nil
    everyParty = nil
    summary = nil
    filtered = nil
    // Marks stay as they are: places in the history count them.
    across = nil
  }

  /// What the overview says; how the agreements name each other is in it as soon as that is known.
  var overview: CaseOverview {
    if let summary { return summary }
    let made = CaseOverview(agreements, isSmall ? caseLinks : across, known: overviewRows)
    for row in made.rows { overviewRows[row.member] = row }
    summary = made
    return made
  }

  /// Looks how the agreements name each other, where that was left for later; true when it was.
  func linkCase() -> Bool {
    guard count > 1, across == nil else { return false }
    summary = nil
    return caseLinks != nil
  }

  private var isSmall: Bool { agreements.members.reduce(0) { $0 + $1.agreement.text.bytes.count } <= Self.small }

  /// Puts a new reading of a file in the place of the old one.
  func replace(_ index: Int, _ member: Case.Member) {
    var members = agreements.members
    members[index] = member
    agreements = agreements.with(members)
    limits[index] = nil
    everyParty = nil
    summary = nil
    overviewRows[index] = nil
    across = nil
    // Links of the others may lead into the old text.
    links = [:]
    found = [:]
    matched = nil
    filtered = nil
    needed = nil
    everywhere = nil
    layouts.removeAll { $0.key.agreement == index }
  }

  /// The time limits of an agreement, in order of place.
  func clocks(_ index: Int) -> [TimeLimit] {
    if let known = limits[index] { return known }
    let made = TimeLimit.all(in: agreement(index))
    limits[index] = made
    return made
  }

  /// The parties of the case.
  var parties: [CaseParty] {
    if let everyParty { return everyParty }
    let made = agreements.parties
    everyParty = made
    return made
  }

  package var count: Int { agreements.members.count }
  func agreement(_ index: Int) -> Agreement { agreements.members[index].agreement }

  func links(_ index: Int) -> LinkIndex {
    if let known = links[index] { return known }
    let made = LinkIndex(
      agreement(index), borrowed: isSmall ? caseLinks?.borrowed[index] ?? [] : [],
      amended: agreements.members[index].amended)
    links[index] = made
    return made
  }

  /// How the agreements of the case name each other; nil where there is only one.
  private var caseLinks: CaseLinks? {
    guard count > 1 else { return nil }
    if across == nil { across = agreements.links }
    return across
  }

  /// Where a link of an agreement leads.
  func target(of mark: LinkIndex.Mark, _ index: Int) -> LinkTarget {
    if case .borrowed(let id) = mark.kind { return LinkTarget.of(links(index).borrowed[id], in: agreements) }
    if case .reference(let id) = mark.kind, agreement(index).references[id].status != .external {
      return LinkTarget.of(mark, index, in: agreements, nil)
    }
    return LinkTarget.of(mark, index, in: agreements, caseLinks)
  }

  /// Whether a reference to another paper leads into an agreement of the case, as far as is known.
  func leadsAcross(_ index: Int, _ reference: Int) -> Bool {
    if case .provisions = across?.references[index][reference] { return true }
    return false
  }

  func layout(_ index: Int, width: Int, asFiled: Bool, leftOut: Bool = false, only: String? = nil) -> ReaderLayout {
    let key = LayoutKey(agreement: index, width: width, asFiled: asFiled, leftOut: leftOut, only: only)
    if let known = layouts.last(where: { $0.key == key }) { return known.layout }
    if layouts.count > 24 { layouts.removeFirst() }
    let made = ReaderLayout(
      agreement(index), width: width, asFiled: asFiled, measure: measure, leftOut: leftOut, only: only.map { matches($0, index) })
    layouts.append((key, made))
    return made
  }

  /// What a reader should know of; hints are left to the command line, where they can be asked for.
  func findings(_ index: Int) -> [Finding] {
    if let known = found[index] { return known }
    let alone = check(agreements.members[index])
    let made = (caseLinks.map { Checks.findings(alone, in: agreements, $0, member: index) } ?? alone).filter { $0.severity > .info }
    found[index] = made
    return made
  }

  /// Whether an agreement was looked through already; drawing does not wait for it.
  func isChecked(_ index: Int) -> Bool { found[index] != nil }

  /// Everything the words of a provision need.
  func needs(_ index: Int, _ id: Int) -> [Need] {
    if let needed, needed.agreement == index, needed.id == id { return needed.needs }
    let made = Need.all(of: id, in: agreement(index), links(index))
    needed = (index, id, made)
    return made
  }

  /// The uses of a term in its agreement, and in those that take its meaning from there.
  func uses(_ index: Int, _ term: Int) -> [(agreement: Int, range: Range<Int>)] {
    var out = agreement(index).terms[term].uses.map { (agreement: index, range: $0) }
    for (member, borrowed) in (caseLinks?.borrowed ?? []).enumerated() where member != index {
      for taken in borrowed where taken.member == index && taken.term == term { out += taken.uses.map { (member, $0) } }
    }
    return out
  }

  /// The places of all agreements that a pattern matches, at most a thousand.
  func matchesEverywhere(_ pattern: String) -> [(agreement: Int, range: Range<Int>)] {
    if let everywhere, everywhere.pattern == pattern { return everywhere.places }
    var places: [(agreement: Int, range: Range<Int>)] = []
    for index in 0..<count where places.count < 1_000 {
      for range in matches(pattern, index).prefix(1_000 - places.count) { places.append((index, range)) }
    }
    everywhere = (pattern, places)
    return places
  }

  /// All places of an agreement that a pattern matches, in order.
  func matches(_ pattern: String, _ index: Int) -> [Range<Int>] {
    if let matched, matched.pattern == pattern, matched.agreement == index { return matched.ranges }
    guard !pattern.isEmpty, let matcher = matcher(pattern) else { return [] }
    var ranges = agreement(index).places(of: matcher)
    // A running head comes on every page: it is only looked at where nothing else has the words.
    if ranges.isEmpty { ranges = agreement(index).placesInFurniture(of: matcher) }
    matched = (pattern, index, ranges)
    return ranges
  }
}
