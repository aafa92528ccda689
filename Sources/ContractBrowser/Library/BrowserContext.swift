import ContractModel

/// What the browser looks things up in: the library, and what follows from it for the screen.
package struct BrowserContext {
  package private(set) var library: Library
  /// The names of the themes to choose from.
  let themeNames: () -> [String]
  private let matcher: (String) -> TextMatcher?
  private let check: @Sendable (Case.Member) -> [Finding]
  /// The widest line of text, in columns.
  let measure: Int
  /// Seconds since 1970, for what is written down.
  let now: () -> Int
  /// A name nothing else has.
  let newID: () -> String
  private let memo = Memo()
  /// What is being found out beside.
  private var running: Set<Library.Task> = []

  /// `matcher` makes a matcher of a pattern, nil where the pattern is not complete; `check` says what is wrong in an agreement.
  package init(
    _ agreements: Case, themes: @escaping () -> [String] = { ["plain"] },
    matcher: @escaping (String) -> TextMatcher? = { TextMatcher.literal($0) }, now: @escaping () -> Int = { 0 },
    measure: Int? = nil,
    check: @escaping @Sendable (Case.Member) -> [Finding] = { Checks.findings($0.agreement, least: .warning) },
    newID: @escaping () -> String = { String(UInt64.random(in: 0 ... .max), radix: 36) }
  ) {
    library = Library(agreements)
    self.now = now
    self.check = check
    self.measure = measure ?? ReaderLayout.measure
    self.newID = newID
    themeNames = themes
    self.matcher = matcher
  }

  // MARK: The library

  package var agreements: Case { library.agreements }
  package var count: Int { library.count }
  func agreement(_ index: Int) -> Agreement { library.agreements.members[index].agreement }
  func overview(_ order: CaseOverview.Order) -> CaseOverview {
    let key = Memo.OverviewKey(generation: library.generation, isLinked: library.links != nil, order: order)
    return memo.overviews.value(key) { library.overview.sorted(by: order) }
  }

  /// Takes the case with more agreements behind those it had.
  mutating func take(_ value: Case) { library = library.taking(value) }
  mutating func add(_ members: [Case.Member]) { take(agreements.with(agreements.members + members)) }

  /// Puts a new reading of a file in the place of the old one.
  mutating func replace(_ index: Int, _ member: Case.Member) { library = library.replacing(index, by: member) }

  /// The next thing to find out beside; nil where nothing is left, or all that is left is being found out.
  mutating func nextWork(shown: [Int], isWhole: Bool) -> Library.Work? {
    let work = library.nextWork(shown: shown, isWhole: isWhole, without: running, check)
    if let work { running.insert(work.task) }
    return work
  }

  /// Takes what was found out.
  mutating func take(_ result: Library.Result) {
    running.remove(result.task)
    library = library.with(result)
  }

  var isWorking: Bool { !running.isEmpty }

  // MARK: What was found out

  /// The days of events: those of the case's description, and the user's own, which go before.
  var events: Events { ownEvents.completed(by: agreements.events) }
  private(set) var ownEvents = Events()
  mutating func date(_ events: Events) { ownEvents = events }

  /// The time limits of an agreement, in order of place; nil while they are not known.
  func clocks(_ index: Int) -> [TimeLimit]? { library.limits(index) }

  /// The parties of the case; nil while they are not known.
  var parties: [CaseParty]? { library.parties }

  /// What a reader should know of; hints are left to the command line, where they can be asked for. Nil while it is not known.
  func findings(_ index: Int) -> [Finding]? { library.findings(index) }

  /// Whether a reference to another paper leads into an agreement of the case, as far as is known.
  func leadsAcross(_ index: Int, _ reference: Int) -> Bool {
    if case .provisions = library.links?.references[index][reference] { return true }
    return false
  }

  /// The uses of a term in its agreement, and in those that take its meaning from there.
  func uses(_ index: Int, _ term: Int) -> [(agreement: Int, range: Range<Int>)] {
    var out = agreement(index).terms[term].uses.map { (agreement: index, range: $0) }
    for (member, borrowed) in (library.links?.borrowed ?? []).enumerated() where member != index {
      for taken in borrowed where taken.member == index && taken.term == term { out += taken.uses.map { (member, $0) } }
    }
    return out
  }

  // MARK: Links

  private func linksKey(_ index: Int) -> Memo.LinksKey {
    Memo.LinksKey(text: library.stamp(index), generation: library.links == nil ? nil : library.generation)
  }

  /// The places of an agreement that can be gone to: its provisions, and the definitions of its lists.
  func landmarks(_ index: Int) -> Landmarks { memo.landmarks.value(library.stamp(index)) { Landmarks(agreement(index)) } }

  func links(_ index: Int) -> LinkIndex {
    memo.links.value(linksKey(index)) {
      LinkIndex(
        agreement(index), borrowed: library.links?.borrowed[index] ?? [], amended: agreements.members[index].amended)
    }
  }

  /// Where a link of an agreement leads.
  func target(of mark: LinkIndex.Mark, _ index: Int) -> LinkTarget {
    if case .borrowed(let id) = mark.kind { return LinkTarget.of(links(index).borrowed[id], in: agreements) }
    if case .reference(let id) = mark.kind, agreement(index).references[id].status == .external, count > 1, library.links == nil {
      return .nowhere("the agreements are still being compared; ask again in a moment")
    }
    return LinkTarget.of(mark, index, in: agreements, library.links)
  }

  /// Everything the words of the provision or definition at a place need.
  func needs(_ index: Int, _ offset: Int) -> [Need] {
    memo.needs.value(Memo.NeedKey(links: linksKey(index), offset: offset)) {
      let landmarks = landmarks(index)
      guard let landmark = landmarks.innermost(at: offset) else { return [] }
      switch landmark.kind {
      case .provision(let id): return Need.all(of: id, in: agreement(index), links(index), landmarks)
      case .definition(let term, _):
        return Need.all(
          of: landmark.range, except: Set([landmark.provision].compactMap { $0 }), terms: [term], in: agreement(index),
          links(index),
          landmarks)
      }
    }
  }

  // MARK: The screen

  func layout(
    _ index: Int, width: Int, asFiled: Bool, struck: ShownStruck = .none, only: ReaderState.Only? = nil
  ) -> ReaderLayout {
    var key = Memo.LayoutKey(
      text: library.stamp(index), width: width, asFiled: asFiled, struck: asFiled ? .none : struck, old: nil,
      only: asFiled ? nil : only)
    // A redline is of the new version alone, and only the two that are compared have provisions that differ.
    if case .ofOldVersion(let pair) = key.struck {
      if pair.new == index { key.old = library.stamp(pair.old) } else { key.struck = .none }
    }
    if case .changes(let pair) = key.only {
      if pair.old == index || pair.new == index {
        key.old = library.stamp(pair.old == index ? pair.new : pair.old)
      } else {
        key.only = nil
      }
    }
    return memo.layouts.value(key) {
      ReaderLayout(
        agreement(index), width: width, asFiled: asFiled, measure: measure, struck: struckWords(key.struck, index),
        only: key.only.map { places($0, index) }, in: key.only == nil ? nil : landmarks(index))
    }
  }

  private func struckWords(_ struck: ShownStruck, _ index: Int) -> [StruckWords] {
    switch struck {
    case .none: []
    case .ofFile:
      agreement(index).text.leftOut.filter { ReaderLayout.shows($0.kind) }.map { StruckWords(offset: $0.offset, words: $0.words) }
    case .ofOldVersion(let pair): comparison(pair).struck
    }
  }

  private func places(_ only: ReaderState.Only, _ index: Int) -> [Range<Int>] {
    switch only {
    case .words(let words): matches(words, index)
    case .changes(let pair): comparison(pair).changedPlaces(isOld: index == pair.old)
    }
  }

  /// The terms that are everywhere in an agreement: `Agreement`, `Party`, and what is used as often as provisions are many.
  func commonTerms(_ index: Int) -> Set<Int> {
    memo.commonTerms.value(library.stamp(index)) {
      let agreement = agreement(index)
      let often = max(60, agreement.provisions.count)
      return Set(
        agreement.terms.indices.filter {
          ["agreement", "this agreement", "party", "parties"].contains(agreement.terms[$0].name.lowercased())
            || agreement.terms[$0].uses.count >= often
        })
    }
  }

  /// How many words of an agreement are read.
  func shownWords(_ index: Int) -> Int {
    let stamp = library.stamp(index)
    if let known = memo.shownWords[stamp] { return known }
    let words = agreement(index).ledger.shown
    memo.shownWords[stamp] = words
    return words
  }

  /// What differs between two agreements.
  func comparison(_ pair: ComparedPair) -> ComparedTexts {
    let key = Memo.ComparisonKey(old: library.stamp(pair.old), new: library.stamp(pair.new))
    return memo.comparisons.value(key) { ComparedTexts(Comparison(agreement(pair.old), agreement(pair.new))) }
  }

  /// The rows of the outline, which stay the same until something is folded.
  func outline(
    _ index: Int, collapsed: Set<NavigatorState.ProvisionKey>, unfolded: Set<NavigatorState.ProvisionKey>, isFiltered: Bool,
    _ make: () -> NavigatorRows.Outline
  ) -> NavigatorRows.Outline {
    memo.outlines.value(
      Memo.OutlineKey(text: library.stamp(index), collapsed: collapsed, unfolded: unfolded, isFiltered: isFiltered), make)
  }

  /// The terms of an agreement in order of the alphabet.
  func termOrder(_ index: Int) -> [Int] {
    memo.termOrder.value(library.stamp(index)) {
      let names = agreement(index).terms.map { $0.name.lowercased() }
      return names.indices.sorted { names[$0] < names[$1] }
    }
  }

  /// What a provision without a heading is about: the term it defines, else its first words.
  func opening(_ index: Int, _ id: Int) -> String {
    let agreement = agreement(index)
    let provision = agreement.provisions[id]
    let terms = memo.openings.value(library.stamp(index)) {
      var out: [Int: String] = [:]
      for term in agreement.terms {
        for definition in term.definitions {
          guard let id = definition.provision, out[id] == nil else { continue }
          let distance = definition.range.lowerBound - agreement.provisions[id].bodyStart
          if (0..<6).contains(distance) { out[id] = term.name }
        }
      }
      return out
    }
    if let term = terms[id] { return term }
    let end = min(provision.bodyStart + 90, provision.range.upperBound)
    return agreement.words(provision.bodyStart..<max(end, provision.bodyStart))
  }

  /// The rows of a list that pass a filter.
  func rows(_ content: ListState.Content, _ filter: String, _ order: CaseOverview.Order, _ make: () -> [Int]) -> [Int] {
    let key = Memo.ListKey(
      generation: library.generation, isLinked: library.links != nil, content: content, filter: filter, order: order)
    return memo.lists.value(key, make)
  }

  // MARK: Names

  /// What tells an agreement from others of its title; nil where none has it.
  func tellingName(_ index: Int) -> String? {
    let names = memo.tellingNames.value(library.generation) { TellingNames(agreements) }
    return names.parts.indices.contains(index) ? names.parts[index] : nil
  }

  /// What an agreement is called beside a place of it: its title, or what tells it from others of that title.
  func nameInList(_ index: Int) -> String { tellingName(index) ?? agreements.members[index].title }

  // MARK: Search

  /// The places of all agreements that a pattern matches.
  func matchesEverywhere(_ pattern: String) -> Memo.CaseMatches {
    memo.caseMatches.value(Memo.CaseMatchKey(generation: library.generation, pattern: pattern)) {
      var found = Memo.CaseMatches()
      for index in 0..<count {
        let here = matches(pattern, index)
        guard !here.isEmpty else { continue }
        for range in here.prefix(Memo.CaseMatches.limit - found.places.count) { found.places.append((index, range)) }
        found.total += here.count
        found.agreements += 1
      }
      return found
    }
  }

  /// The pattern without vi's `\\c`, which asks that case does not count: in small letters none does.
  private func searched(_ pattern: String) -> String {
    guard let at = pattern.firstRange(of: "\\c") else { return pattern }
    return (pattern[..<at.lowerBound] + pattern[at.upperBound...]).lowercased()
  }

  /// All places of an agreement that a pattern matches, in order.
  func matches(_ pattern: String, _ index: Int) -> [Range<Int>] {
    memo.matches.value(Memo.MatchKey(text: library.stamp(index), pattern: pattern, isFurniture: false)) {
      guard !pattern.isEmpty, let matcher = matcher(searched(pattern)) else { return [] }
      return agreement(index).places(of: matcher)
    }
  }

  /// The same, and where there is none the places in page furniture: a running head comes on every page, and is only looked at where
  /// nothing else has the words.
  func matchesOrFurniture(_ pattern: String, _ index: Int) -> [Range<Int>] {
    let found = matches(pattern, index)
    guard found.isEmpty, !pattern.isEmpty else { return found }
    return memo.matches.value(Memo.MatchKey(text: library.stamp(index), pattern: pattern, isFurniture: true)) {
      matcher(searched(pattern)).map { agreement(index).placesInFurniture(of: $0) } ?? []
    }
  }
}
