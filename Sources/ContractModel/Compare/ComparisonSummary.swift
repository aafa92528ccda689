/// What matters first among the changes between two versions: terms that mean something else, figures, references that lead elsewhere,
/// parties, and duties that turned or have another bearer.
public struct ComparisonSummary: Sendable, Equatable {
  /// A defined term that means something else, was added or taken away.
  public struct Term: Sendable, Equatable {
    /// The term.
    public let name: String
    /// Its definition in each version; nil where that has none.
    public let old: Range<Int>?
    /// The same in the new version.
    public let new: Range<Int>?
    /// The provisions of the new version that use it, in order.
    public let users: [Int]
  }

  /// An amount, date, period or percentage that is another one now.
  public struct Figure: Sendable, Equatable {
    /// What the words say in each version, with the words around that tell what it is.
    public let old: Range<Int>
    /// The same in the new version.
    public let new: Range<Int>
    /// The provision of the new version it stands in.
    public let provision: Int?
  }

  /// A reference that leads elsewhere, or nowhere, whether its words are the same or not.
  public struct Reference: Sendable, Equatable {
    /// The reference in the old version, and in the new one.
    public let oldRange: Range<Int>
    /// The reference in the new version.
    public let range: Range<Int>
    /// What it led to in the old version, and what it leads to; empty where it leads nowhere.
    public let old: [Int]
    /// The provisions of the new version it leads to.
    public let new: [Int]
    /// The provision it stands in.
    public let provision: Int?
  }

  /// Something that someone shall, may or shall not do, which turned or has another bearer.
  public struct Turned: Sendable, Equatable {
    /// The duty as it was and as it is.
    public let old: Duty
    /// The duty as it is.
    public let new: Duty
    /// All who bear it in each version: "Oak", "Oak and Elm".
    public let oldBearers: String
    /// The same in the new version.
    public let newBearers: String
  }

  /// A party or a term that is called otherwise, and is the same.
  public struct Renamed: Sendable, Equatable {
    /// What it was called.
    public let old: String
    /// What it is called now.
    public let new: String
  }

  /// Words that say whether something is owed, allowed or forbidden, and are others now: `shall survive` that became `may survive`.
  public struct Modal: Sendable, Equatable {
    /// The words in each version with those behind them; empty where they were put in or taken out.
    public let old: Range<Int>
    /// The same in the new version.
    public let new: Range<Int>
    /// The provision of the new version they stand in.
    public let provision: Int?
  }

  /// Modal words in order of the new version, those that `duties` says apart.
  public let modals: [Modal]
  /// Terms in order of the new version, those that were taken away last.
  public let terms: [Term]
  /// Figures in order of the new version.
  public let figures: [Figure]
  /// References in order of the new version.
  public let references: [Reference]
  /// Parties and terms that are called otherwise.
  public let renamed: [Renamed]
  /// Parties that came in and went, by name.
  public let partiesAdded: [String]
  /// Parties that went.
  public let partiesRemoved: [String]
  /// Of those, and of parties whose name got more or fewer words, who has another's role now: `Alpha Limited` that is `Alpha Holdings Limited`.
  public let partiesReplaced: [Renamed]
  /// Whether nothing is different, neither words but what was put aside nor where references lead.
  public let isSame: Bool
  /// Duties in order of the new version.
  public let duties: [Turned]

  /// Sums up a comparison.
  public init(_ comparison: Comparison) {
    let changes = Self.changes(comparison)
    let duties = DutyComparison(comparison)
    let terms = Self.terms(comparison, changes)
    let called = Self.renamed(terms, comparison)
    renamed = duties.renamed + called.filter { name in !duties.renamed.contains { $0.old == name.old } }
    let (gone, come) = (Set(renamed.map(\.old)), Set(renamed.map(\.new)))
    self.terms = terms.filter { $0.old == nil ? !come.contains($0.name) : $0.new == nil ? !gone.contains($0.name) : true }
    figures = Self.figures(comparison)
    references = Self.references(comparison, changes)
    isSame = comparison.isSame && references.isEmpty
    let names = { (agreement: Agreement) in Set(agreement.parties.map { $0.name.lowercasedBytes }) }
    let (oldNames, newNames) = (names(comparison.old), names(comparison.new))
    // Names that only one version was read to be parties', in words that are the same, neither came nor went.
    partiesAdded = comparison.new.parties
      .filter { !oldNames.contains($0.name.lowercasedBytes) && changes.inserted.overlap($0.range) }.map(\.name)
    partiesRemoved = comparison.old.parties
      .filter { !newNames.contains($0.name.lowercasedBytes) && changes.deleted.overlap($0.range) }.map(\.name)
    let isNew = { (party: Party) in !oldNames.contains(party.name.lowercasedBytes) }
    let replaced = comparison.old.parties.filter { !newNames.contains($0.name.lowercasedBytes) && $0.role != nil }
    partiesReplaced = replaced.compactMap { old in
      // One for one: of three lenders nobody can say who took whose place.
      let successors = comparison.new.parties.filter { $0.role == old.role && isNew($0) }
      guard successors.count == 1, let new = successors.first, replaced.count(where: { $0.role == old.role }) == 1,
        changes.inserted.overlap(new.range) || changes.deleted.overlap(old.range)
      else { return nil }
      return Renamed(old: old.name, new: new.name)
    }
    self.duties = duties.turned
    let (before, after) = (Ranges(duties.turned.map(\.old.range)), Ranges(duties.turned.map(\.new.range)))
    modals = Self.modals(comparison).filter { !before.overlap($0.old) && !after.overlap($0.new) }
  }

  private static let modalWords: Set<String> = ["shall", "may", "must", "will", "not", "should", "can", "cannot"]

  private static func modals(_ comparison: Comparison) -> [Modal] {
    func isModal(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
      let words = agreement.words(range).lowercasedBytes.split(separator: " ")
      return !words.isEmpty && words.count <= 5 && words.contains { modalWords.contains(String($0)) }
    }
    var out: [Modal] = []
    for row in comparison.rows where row.kind == .changed || row.kind == .moved {
      for (index, piece) in row.pieces.enumerated() {
        let next = index + 1 < row.pieces.count ? row.pieces[index + 1] : nil
        let isReplaced = index > 0 && row.pieces[index - 1].kind == .deleted
        switch piece.kind {
        case .deleted where isModal(comparison.old, piece.old):
          let new = next?.kind == .inserted ? widened(next!.new, comparison.new) : 0..<0
          out.append(Modal(old: widened(piece.old, comparison.old), new: new, provision: row.new))
        case .inserted where !isReplaced && isModal(comparison.new, piece.new):
          out.append(Modal(old: 0..<0, new: widened(piece.new, comparison.new), provision: row.new))
        default: break
        }
      }
    }
    return out
  }

  /// The words that were taken out and put in, but for those that moved.
  private typealias Changes = (deleted: Ranges, inserted: Ranges)

  private static func changes(_ comparison: Comparison) -> Changes {
    // Signs alone say nothing else.
    let pieces = comparison.rows.lazy.flatMap(\.pieces).filter { $0.move == nil && $0.words > 0 }
    return (
      Ranges(pieces.filter { $0.kind == .deleted }.map(\.old)), Ranges(pieces.filter { $0.kind == .inserted }.map(\.new))
    )
  }

  // MARK: Terms

  private static func terms(_ comparison: Comparison, _ changes: Changes) -> [Term] {
    let (old, new) = (comparison.old, comparison.new)
    let (deleted, inserted) = changes
    func isTold(_ definition: Definition) -> Bool { definition.kind != .party }
    func beginnings(_ agreement: Agreement) -> [Int] {
      agreement.terms.flatMap(\.definitions).map(\.extent.lowerBound).sorted()
    }
    let (oldBeginnings, newBeginnings) = (beginnings(old), beginnings(new))
    var out: [Term] = []
    for (index, term) in new.terms.enumerated() {
      guard let meaning = term.meaning() else { continue }
      func isNew(_ definition: Definition) -> Bool { inserted.overlap(definition.range) || inserted.overlap(definition.extent) }
      let before = old.term(named: term.name).flatMap { old.terms[$0].meaning() }
      if let before {
        guard isTold(before), isTold(meaning),
          deleted.overlap(words(of: before, old, oldBeginnings)) || inserted.overlap(words(of: meaning, new, newBeginnings))
        else { continue }
      } else if !isNew(meaning) {
        // The same words, which only one of the versions was read to define a term with.
        continue
      }
      out.append(Term(name: term.name, old: before?.extent, new: meaning.extent, users: users(index, new)))
    }
    for term in old.terms where new.term(named: term.name) == nil {
      guard let meaning = term.meaning(), deleted.overlap(meaning.range) || deleted.overlap(meaning.extent) else { continue }
      out.append(Term(name: term.name, old: meaning.extent, new: nil, users: users(of: term.name, new)))
    }
    return out
  }

  /// Terms that went where others came whose meaning is told in the same words.
  private static func renamed(_ terms: [Term], _ comparison: Comparison) -> [Renamed] {
    let gone = terms.filter { $0.new == nil && $0.users.isEmpty }
    var out: [Renamed] = []
    for term in terms where term.old == nil {
      guard let meaning = term.new, meaning.count > 20 else { continue }
      let words = comparison.newWords.words
      let first = words.boundary { $0.range.lowerBound < meaning.lowerBound }
      let end = words.boundary { $0.range.lowerBound < meaning.upperBound }
      guard end - first >= 5 else { continue }
      for old in gone where !out.contains(where: { $0.old == old.name }) {
        guard let before = old.old else { continue }
        let same = (first..<end).count { index in
          comparison.sameWords[index].map { before.contains(comparison.oldWords.words[$0].range.lowerBound) } ?? false
        }
        if same * 10 >= (end - first) * 6 {
          out.append(Renamed(old: old.name, new: term.name))
          break
        }
      }
    }
    return out
  }

  /// The words that tell what a term means: with the items below them, and of a term made in brackets the words before these. Where
  /// definitions begin is told in order.
  private static func words(of definition: Definition, _ agreement: Agreement, _ beginnings: [Int]) -> Range<Int> {
    let span = agreement.text.bytes.span
    let extent = definition.extent
    if definition.kind == .list || definition.kind == .reference {
      let end = span.skipSpaces(endingAt: extent.upperBound)
      guard end > extent.lowerBound, span[end - 1] == Ascii.colon || span[end - 1] == Ascii.semicolon,
        let id = agreement.provisions.innermost(at: extent.lowerBound)
      else { return extent }
      // The items end where another term is defined.
      let tree = agreement.provisions
      let next = beginnings.boundary { $0 <= extent.lowerBound }
      let limit = next < beginnings.count ? beginnings[next] : Int.max
      let items = tree.children(of: id).filter { tree[$0].start >= end && tree[$0].start < limit }
      return extent.lowerBound..<max(extent.upperBound, items.last.map { tree[$0].range.upperBound } ?? 0)
    }
    // "the red boat in the harbour (the "Boat")"
    var start = definition.range.lowerBound
    while start > 0, definition.range.lowerBound - start < 16, span[start - 1] != Ascii.open { start -= 1 }
    guard start > 0, span[start - 1] == Ascii.open else { return extent }
    let open = start - 1
    start = open
    while start > 0, open - start < 160,
      ![Ascii.period, Ascii.semicolon, Ascii.comma, Ascii.close, Ascii.open, Ascii.colon].contains(span[start - 1])
    { start -= 1 }
    return start..<extent.upperBound
  }

  /// The provisions that say a name which is defined no more.
  private static func users(of name: String, _ agreement: Agreement) -> [Int] {
    let span = agreement.text.bytes.span
    let key = Array(name.utf8)
    guard let first = key.first, key.count < span.count else { return [] }
    var out: [Int] = []
    var at = 0
    while case let found = span.firstOffset(of: first, in: at..<span.count), found + key.count <= span.count {
      at = found + 1
      guard found == 0 || !span[found - 1].isWord, key.indices.allSatisfy({ span[found + $0] == key[$0] }) else { continue }
      var end = found + key.count
      if span.byte(end) == 0x73 { end += 1 }
      if !span.byte(end).isWord, let id = agreement.provisions.innermost(at: found), out.last != id { out.append(id) }
    }
    return out
  }

  private static func users(_ term: Int, _ agreement: Agreement) -> [Int] {
    var out: [Int] = []
    for use in agreement.terms[term].uses {
      if let id = agreement.provisions.innermost(at: use.lowerBound), out.last != id { out.append(id) }
    }
    return out
  }

  // MARK: References

  private static func references(_ comparison: Comparison, _ changes: Changes) -> [Reference] {
    var out: [Reference] = []
    let words = comparison.newWords.words
    let (deleted, inserted) = changes
    for reference in comparison.new.references where reference.status != .external {
      // The old reference at the same place: of a word both have, in it or right before it.
      var word = words.boundary { $0.range.upperBound <= reference.range.lowerBound }
      var same: Int?
      let start = word
      while same == nil, words.indices.contains(word), words[word].range.lowerBound < reference.range.upperBound {
        same = comparison.sameWords[word]
        word += 1
      }
      if same == nil, start > 0, let before = comparison.sameWords[start - 1] { same = before + 1 }
      let leadsNowhere = reference.status == .missing || reference.status == .attachment && !reference.attached
      // A reference that was put in and leads nowhere; what is attached and not filed was so before, more often than not.
      if reference.status == .missing, inserted.overlap(reference.range),
        !isBesideDeleted(comparison, words.boundary { $0.range.upperBound <= reference.range.lowerBound })
      {
        out.append(Reference(oldRange: 0..<0, range: reference.range, old: [], new: [], provision: reference.provision))
        continue
      }
      guard let same, comparison.oldWords.words.indices.contains(same) else { continue }
      let offset = comparison.oldWords.words[same].range.lowerBound
      let index = comparison.old.references.boundary { $0.range.upperBound <= offset }
      guard comparison.old.references.indices.contains(index) else { continue }
      let before = comparison.old.references[index]
      guard before.range.contains(offset), before.status == .internal || before.attached, !before.targetIDs.isEmpty else {
        continue
      }
      // Words that are the same and were read as more of a reference in one version.
      let isReadOtherwise =
        comparison.old.words(before.range) != comparison.new.words(reference.range) && !deleted.overlap(before.range)
        && !inserted.overlap(reference.range)
      if isReadOtherwise { continue }
      let wanted = before.targetIDs.map { comparison.newProvision(of: $0) }
      if !leadsNowhere {
        let found = Set(reference.targetIDs)
        let isAlike =
          wanted.allSatisfy { $0.map(found.contains) ?? false }
          // What was put in between the ends of a range belongs to it.
          && reference.targetIDs.allSatisfy { id in wanted.contains(id) || comparison.oldProvision(of: id) == nil }
        if isAlike { continue }
        if isSamePlace(comparison, before.targetIDs, reference.targetIDs) { continue }
        if comparison.old.words(before.range) == comparison.new.words(reference.range),
          holdTheSame(comparison, before.targetIDs, reference.targetIDs)
        {
          continue
        }
      }
      out.append(
        Reference(
          oldRange: before.range, range: reference.range, old: before.targetIDs, new: reference.targetIDs,
          provision: reference.provision))
    }
    return out
  }

  /// Whether words were taken out right before a word of the new version, in whose place it may stand.
  private static func isBesideDeleted(_ comparison: Comparison, _ word: Int) -> Bool {
    var first = word
    while first > 0, comparison.sameWords[first - 1] == nil, word - first < 12 { first -= 1 }
    var next = word
    while comparison.sameWords.indices.contains(next), comparison.sameWords[next] == nil, next - word < 12 { next += 1 }
    guard first > 0, let before = comparison.sameWords[first - 1], comparison.sameWords.indices.contains(next),
      let behind = comparison.sameWords[next]
    else { return true }
    return behind != before + 1
  }

  /// Whether what references of the same words lead to begins with the same words in both versions, however its items were read.
  private static func holdTheSame(_ comparison: Comparison, _ old: [Int], _ new: [Int]) -> Bool {
    old.count == new.count
      && zip(old, new).allSatisfy { before, now in
        let (was, isNow) = (comparison.old.provisions[before], comparison.new.provisions[now])
        return isNow.range.contains(comparison.newPlace(of: was.bodyStart))
          || was.range.contains(comparison.oldPlace(of: isNow.bodyStart))
      }
  }

  /// Whether provisions have the same numbers and headings in both versions, however they were matched; of those without a heading, whether
  /// neither is known in the other version.
  private static func isSamePlace(_ comparison: Comparison, _ old: [Int], _ new: [Int]) -> Bool {
    old.count == new.count
      && zip(old, new).allSatisfy { before, now in
        guard comparison.old.provisions[before].number == comparison.new.provisions[now].number else { return false }
        let headings = (comparison.old.heading(before)?.lowercasedBytes, comparison.new.heading(now)?.lowercasedBytes)
        if headings.0 != nil || headings.1 != nil { return headings.0 == headings.1 }
        return comparison.newProvision(of: before) == now
          || comparison.newProvision(of: before) == nil && comparison.oldProvision(of: now) == nil
      }
  }
}

/// Ranges in order that are asked what they overlap, by binary search.
private struct Ranges {
  private let ranges: [Range<Int>]
  /// The furthest end of each and those before it: one may lie in another.
  private let ends: [Int]

  init(_ ranges: some Sequence<Range<Int>>) {
    self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }
    var furthest = 0
    ends = self.ranges.map { range in
      furthest = max(furthest, range.upperBound)
      return furthest
    }
  }

  func overlap(_ range: Range<Int>) -> Bool {
    let before = ranges.boundary { $0.lowerBound < range.upperBound }
    return before > 0 && !range.isEmpty && ends[before - 1] > range.lowerBound
  }
}
