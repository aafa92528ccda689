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
  /// Parties that came in and went, by name.
  public let partiesAdded: [String]
  /// Parties that went.
  public let partiesRemoved: [String]
  /// Whether nothing is different, neither words but what was put aside nor where references lead.
  public let isSame: Bool
  /// Duties in order of the new version.
  public let duties: [Turned]

  /// Sums up a comparison.
  public init(_ comparison: Comparison) {
    let changes = Self.changes(comparison)
    terms = Self.terms(comparison, changes)
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
    duties = Self.duties(comparison)
    let (before, after) = (Ranges(duties.map(\.old.range)), Ranges(duties.map(\.new.range)))
    modals = Self.modals(comparison).filter { !before.overlap($0.old) && !after.overlap($0.new) }
  }

  private static let modalWords: Set<String> = ["shall", "may", "must", "will", "not", "should", "can", "cannot"]

  private static func modals(_ comparison: Comparison) -> [Modal] {
    func isModal(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
      let words = agreement.words(range).lowercasedBytes.split(separator: " ")
      return !words.isEmpty && words.count <= 3 && words.contains { modalWords.contains(String($0)) }
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
    let pieces = comparison.rows.lazy.flatMap(\.pieces).filter { $0.move == nil }
    return (
      Ranges(pieces.filter { $0.kind == .deleted }.map(\.old)), Ranges(pieces.filter { $0.kind == .inserted }.map(\.new))
    )
  }

  // MARK: Terms

  private static func terms(_ comparison: Comparison, _ changes: Changes) -> [Term] {
    let (old, new) = (comparison.old, comparison.new)
    let (deleted, inserted) = changes
    // What a term made in brackets means stands before them: the words that make it tell nothing.
    func isListed(_ definition: Definition) -> Bool { definition.kind == .list || definition.kind == .reference }
    var out: [Term] = []
    for (index, term) in new.terms.enumerated() {
      guard let meaning = term.meaning() else { continue }
      func isNew(_ definition: Definition) -> Bool { inserted.overlap(definition.range) || inserted.overlap(definition.extent) }
      let before = old.term(named: term.name).flatMap { old.terms[$0].meaning() }
      if let before {
        guard isListed(before), isListed(meaning), deleted.overlap(before.extent) || inserted.overlap(meaning.extent) else {
          continue
        }
      } else if !isNew(meaning) {
        // The same words, which only one of the versions was read to define a term with.
        continue
      }
      out.append(Term(name: term.name, old: before?.extent, new: meaning.extent, users: users(index, new)))
    }
    for term in old.terms where new.term(named: term.name) == nil {
      guard let meaning = term.meaning(), deleted.overlap(meaning.range) || deleted.overlap(meaning.extent) else { continue }
      out.append(Term(name: term.name, old: meaning.extent, new: nil, users: []))
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
    for reference in comparison.new.references where reference.status == .internal || reference.status == .missing {
      // The old reference at the same place: of a word both have, in it or right before it.
      var word = words.boundary { $0.range.upperBound <= reference.range.lowerBound }
      var same: Int?
      let start = word
      while same == nil, words.indices.contains(word), words[word].range.lowerBound < reference.range.upperBound {
        same = comparison.sameWords[word]
        word += 1
      }
      if same == nil, start > 0, let before = comparison.sameWords[start - 1] { same = before + 1 }
      guard let same, comparison.oldWords.words.indices.contains(same) else { continue }
      let offset = comparison.oldWords.words[same].range.lowerBound
      let index = comparison.old.references.boundary { $0.range.upperBound <= offset }
      guard comparison.old.references.indices.contains(index) else { continue }
      let before = comparison.old.references[index]
      guard before.range.contains(offset), before.status == .internal, !before.targetIDs.isEmpty else { continue }
      // Words that are the same and were read as more of a reference in one version.
      let isReadOtherwise =
        comparison.old.words(before.range) != comparison.new.words(reference.range) && !deleted.overlap(before.range)
        && !inserted.overlap(reference.range)
      if isReadOtherwise { continue }
      let wanted = before.targetIDs.map { comparison.newProvision(of: $0) }
      if reference.status == .internal {
        let found = Set(reference.targetIDs)
        let isAlike =
          wanted.allSatisfy { $0.map(found.contains) ?? false }
          // What was put in between the ends of a range belongs to it.
          && reference.targetIDs.allSatisfy { id in wanted.contains(id) || comparison.oldProvision(of: id) == nil }
        if isAlike { continue }
        if isSamePlace(comparison, before.targetIDs, reference.targetIDs) { continue }
      }
      out.append(
        Reference(
          oldRange: before.range, range: reference.range, old: before.targetIDs, new: reference.targetIDs,
          provision: reference.provision))
    }
    return out
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

  // MARK: Duties

  /// What a duty is known by in both versions: the provision of the new one, and the first words of what is to be done, for its sums and
  /// days may be others.
  private struct DutyKey: Hashable {
    var provision: Int
    var action: [Substring]

    init(_ provision: Int, _ duty: Duty, in agreement: Agreement) {
      self.provision = provision
      let end = min(duty.action.upperBound, duty.action.lowerBound + 80)
      action = Array(agreement.words(duty.action.lowerBound..<end).split(separator: " ").prefix(3))
    }
  }

  private struct Owed: Hashable {
    var bearer: String
    var modality: Duty.Modality
  }

  private static func duties(_ comparison: Comparison) -> [Turned] {
    var first: [DutyKey: Duty] = [:]
    var known: [DutyKey: Set<Owed>] = [:]
    for duty in Duty.all(in: comparison.old) {
      guard let id = duty.provision.flatMap({ comparison.newProvision(of: $0) }) else { continue }
      let key = DutyKey(id, duty, in: comparison.old)
      if first[key] == nil { first[key] = duty }
      known[key, default: []].insert(Owed(bearer: duty.bearer, modality: duty.modality))
    }
    return Duty.all(in: comparison.new).compactMap { duty in
      guard let key = duty.provision.map({ DutyKey($0, duty, in: comparison.new) }), let before = first[key],
        known[key]?.contains(Owed(bearer: duty.bearer, modality: duty.modality)) == false
      else { return nil }
      return Turned(old: before, new: duty)
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
