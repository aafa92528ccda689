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
    public enum Kind: String, Sendable, Equatable { case restated, deleted, substituted, inserted, unapplied }
    public let kind: Kind
    /// The amendment, and the sentence in it that asks for the change.
    public let member: Int
    public let range: Range<Int>
    /// The number of the provision it changes, as the amendment names it.
    public let provision: String
    /// Why it was not applied; nil where it was.
    public let reason: String?
  }

  public let agreement: Agreement
  /// In the order they were applied.
  public let changes: [Change]
  private let text: ComposedText

  /// The member and the offset in its text that a byte of the agreement as amended is from.
  public func origin(of offset: Int) -> (member: Int, offset: Int) { text.origin(of: offset) }

  /// The agreement of a case at an index, with all the case's amendments of it; `links` are the case's, where they were made already.
  public init(_ base: Int, in value: Case, _ links: CaseLinks? = nil) {
    let links = links ?? value.links
    var composer = Composer(base, value)
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
    for member in chain { composer.apply(member) }
    agreement = composer.agreement
    changes = composer.changes
    text = composer.text
  }

  /// What the amendments of a case ask for that cannot be applied, as the agreement they change is not in it.
  public static func orphans(in value: Case, _ links: CaseLinks? = nil) -> [Change] {
    let links = links ?? value.links
    return value.members.indices.flatMap { member -> [Change] in
      guard value.members[member].kind == .amendment, links.amended[member] == nil else { return [] }
      let agreement = value.members[member].agreement
      let named = agreement.references.indices.filter { [.external, .missing].contains(agreement.references[$0].status) }
      return AmendmentFinder(agreement).amendments(named).map { found in
        Change(
          kind: .unapplied, member: member, range: found.range,
          provision: agreement.words(agreement.references[found.reference].range),
          reason: "the agreement is not in this case")
      }
    }
  }
}

/// Applies amendments one after another.
private struct Composer {
  let value: Case
  private(set) var agreement: Agreement
  private(set) var text: ComposedText
  private(set) var changes: [AmendedAgreement.Change] = []

  init(_ base: Int, _ value: Case) {
    self.value = value
    agreement = value.members[base].agreement
    text = ComposedText(base, agreement.text)
  }

  mutating func apply(_ member: Int) {
    let amending = value.members[member].agreement
    let span = amending.reading.bytes.span
    let resolver = ReferenceResolver(agreement.provisions, agreement.reading)
    // References to other papers, and those that the amendment does not have itself, are to what it amends.
    let named = amending.references.indices.filter { [.external, .missing].contains(amending.references[$0].status) }
    var edits: [(range: Range<Int>, words: Range<Int>)] = []
    for found in AmendmentFinder(amending).amendments(named) {
      let reference = amending.references[found.reference]
      let start = amending.reading.reading(reference.range.lowerBound)
      let end = amending.reading.reading(reference.range.upperBound)
      let words = ReferenceGrammar.parse(span, start, min(span.count, end + 1))
      let ids = words.map { $0.isAttachment ? [] : resolver.resolve($0, from: nil).found } ?? []
      func note(_ kind: AmendedAgreement.Change.Kind, _ reason: String? = nil) {
        changes.append(
          AmendedAgreement.Change(
            kind: kind, member: member, range: found.range,
            provision: ids.count == 1 ? agreement.provisions[ids[0]].number : amending.words(reference.range), reason: reason))
      }
      if case .unknown(let reason) = found.change {
        note(.unapplied, reason)
        continue
      }
      guard ids.count == 1 else {
        note(.unapplied, ids.isEmpty ? "the agreement has no such provision" : "it names several provisions at once")
        continue
      }
      switch edit(found.change, ids[0], amending) {
      case .failure(let reason): note(.unapplied, reason.words)
      case .success(let edit):
        guard !edits.contains(where: { $0.range.overlaps(edit.range) || $0.range == edit.range }) else {
          note(.unapplied, "it changes a place that this amendment changes elsewhere too")
          continue
        }
        edits.append((edit.range, edit.words))
        note(edit.kind)
      }
    }
    guard !edits.isEmpty else { return }
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      text.replace(edit.range, with: edit.words, of: member, amending.text)
    }
    agreement = Agreement(SourceText(text.bytes, hasParagraphs: agreement.text.hasParagraphs))
  }

  private struct Reason: Error { var words: String }
  private typealias Edit = (range: Range<Int>, words: Range<Int>, kind: AmendedAgreement.Change.Kind)

  /// What a change puts where in the text as it is.
  private func edit(_ change: Amendment.Change, _ id: Int, _ amending: Agreement) -> Result<Edit, Reason> {
    let provision = agreement.provisions[id]
    // The blanks behind a provision stay, so that the next one begins on its line.
    var end = provision.range.upperBound
    while end > provision.bodyStart, text.bytes[end - 1].isSpace { end -= 1 }
    switch change {
    case .unknown(let reason): return .failure(Reason(words: reason))
    case .delete: return .success((provision.bodyStartOfAll..<max(end, provision.bodyStartOfAll), 0..<0, .deleted))
    case .restate(let words):
      let start = startOfRestated(id, amending.words(words)) ?? provision.bodyStartOfAll
      return .success((start..<max(end, start), words, .restated))
    case .substitute(let old, let new):
      switch place(of: amending.words(old), in: provision.start..<end) {
      case .failure(let reason): return .failure(reason)
      case .success(let place): return .success((place, new ?? 0..<0, .substituted))
      }
    case .insert(let words, let after):
      guard let after else { return .success((end..<end, words, .inserted)) }
      switch place(of: amending.words(after), in: provision.start..<end) {
      case .failure(let reason): return .failure(reason)
      case .success(let place): return .success((place.upperBound..<place.upperBound, words, .inserted))
      }
    }
  }

  /// Where what is replaced begins, when the new words begin with the number of the provision, or with that of one it opens: "2.10 Interest
  /// Periods. (a) …" for 2.10(a). Nil where they have no number.
  private func startOfRestated(_ id: Int, _ words: String) -> Int? {
    var at: Int? = id
    while let provision = at {
      let label = agreement.words(agreement.provisions[provision].label).lowercasedBytes
      if words.lowercasedBytes.hasPrefix(label) { return agreement.provisions[provision].start }
      // Between an outer number and this one only a heading may stand.
      guard let parent = agreement.provisions[provision].parent,
        text.bytes[
          agreement.provisions[parent]
            .bodyStart..<max(agreement.provisions[parent].bodyStart, agreement.provisions[provision].start)
        ].allSatisfy({ !$0.isAlphanumeric })
      else { return nil }
      at = parent
    }
    return nil
  }

  /// The one place where words stand in a range, white space aside.
  private func place(of words: String, in range: Range<Int>) -> Result<Range<Int>, Reason> {
    let wanted = Array(words.utf8)
    let bytes = text.bytes
    var found: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound, !wanted.isEmpty, found.count < 2 {
      var at = i
      var k = 0
      while k < wanted.count, at < range.upperBound {
        if wanted[k] == Ascii.space, bytes[at].isSpace {
          while at < range.upperBound, bytes[at].isSpace { at += 1 }
        } else if bytes[at] == wanted[k] {
          at += 1
        } else {
          break
        }
        k += 1
      }
      let isWhole =
        (i == 0 || !bytes[i - 1].isWord || !wanted[0].isWord) && (at >= bytes.count || !bytes[at].isWord || !bytes[at - 1].isWord)
      if k == wanted.count, isWhole { found.append(i..<at) }
      i += 1
    }
    if found.count == 1 { return .success(found[0]) }
    return .failure(
      Reason(words: found.isEmpty ? "“\(words)” is not in the provision" : "“\(words)” stands in the provision more than once"))
  }
}

extension Provision {
  /// Where heading and words begin, behind the number.
  fileprivate var bodyStartOfAll: Int { heading.map { min($0.lowerBound, bodyStart) } ?? bodyStart }
}
