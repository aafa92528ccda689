/// Applies amendments to an agreement one after another.
struct AmendmentComposer {
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
    let planner = AmendmentPlanner(agreement, amending)
    // Each edit with the change it makes.
    var edits: [(edit: AmendmentPlanner.Edit, change: Int)] = []
    for found in AmendmentFinder(amending).amendments() {
      for step in planner.steps(found) {
        var kind = AmendedAgreement.Change.Kind.unapplied
        var before = ""
        var reason: String?
        switch step.edit {
        case .failure(let why): reason = why.words
        case .success(let edit):
          let colliding = edits.indices.filter { Self.collide(edits[$0].edit, edit) }
          // Who restates the whole and changes a part of it does not mean the part to go.
          if colliding.allSatisfy({ edits[$0].edit.range.holds(edit.range) }) {
            for index in colliding.reversed() {
              changes[edits[index].change].unapply(Self.collides)
              edits.remove(at: index)
            }
            kind = edit.kind
            before = agreement.words(edit.range)
            edits.append((edit, changes.count))
          } else {
            reason = Self.collides
          }
        }
        changes.append(
          AmendedAgreement.Change(
            kind: kind, member: member, range: found.range, provision: step.provision, before: before, reason: reason))
      }
    }
    guard !edits.isEmpty else { return }
    // From the end, so that places before stay where they are; of two that come in at one place, the later goes in first.
    for (edit, _) in edits.sorted(by: { ($0.edit.range.lowerBound, $0.change) > ($1.edit.range.lowerBound, $1.change) }) {
      text.replace(edit.range, with: edit.inserts, of: member, amending.text)
    }
    agreement = Agreement(SourceText(text.bytes, hasParagraphs: agreement.text.hasParagraphs))
  }

  private static let collides = "this amendment changes the same place elsewhere too"

  /// Whether two edits of one amendment change the same words; several may come in at one place.
  private static func collide(_ a: AmendmentPlanner.Edit, _ b: AmendmentPlanner.Edit) -> Bool {
    if a.range.isEmpty, b.range.isEmpty { return false }
    if a.range.isEmpty { return b.range.lowerBound < a.range.lowerBound && a.range.lowerBound < b.range.upperBound }
    if b.range.isEmpty { return a.range.lowerBound < b.range.lowerBound && b.range.lowerBound < a.range.upperBound }
    return a.range.overlaps(b.range)
  }
}

extension Range<Int> {
  /// Whether another lies within it, and is less.
  fileprivate func holds(_ other: Range<Int>) -> Bool {
    contains(other.lowerBound) && other.upperBound <= upperBound && other.count < count
  }
}
