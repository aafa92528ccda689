/// Applies amendments to an agreement one after another.
struct AmendmentComposer {
  let value: Case
  private(set) var agreement: Agreement
  private(set) var changes: [AmendedAgreement.Change] = []
  private let base: Int
  /// The papers whose words the agreement is made of, by their index in the case.
  private var sources: [Int: SourceText.Source]

  init(_ base: Int, _ value: Case) {
    self.base = base
    self.value = value
    agreement = value.members[base].agreement
    sources = [base: SourceText.Source(path: value.members[base].path, text: agreement.text)]
  }

  /// `links` are the amendment's references to other papers.
  mutating func apply(_ member: Int, _ links: [Int: CaseLinks.Target]) {
    let amending = value.members[member].agreement
    let planner = AmendmentPlanner(agreement, amending, base: base, links)
    var edits = PlannedEdits()
    for found in AmendmentFinder(amending).amendments() {
      for step in planner.steps(found) {
        var kind = AmendedAgreement.Change.Kind.unapplied
        var before = ""
        var reason: String?
        switch step.edit {
        case .failure(let why): reason = why.words
        case .success(let edit):
          let colliding = edits.colliding(with: edit.range)
          // Who restates the whole and changes a part of it does not mean the part to go.
          if colliding.allSatisfy({ edits[$0].edit.range.holds(edit.range) }) {
            for index in colliding { changes[edits[index].change].unapply(Self.collides) }
            edits.replace(colliding, with: edit, making: changes.count)
            kind = edit.kind
            before = agreement.words(edit.range)
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
    sources[member] = SourceText.Source(path: value.members[member].path, text: amending.text)
    agreement = Agreement(
      agreement.text.replacing(
        edits.map { ($0.edit.range, $0.edit.inserts) }, from: amending.text, number: member, own: base, sources: sources))
  }

  private static let collides = "this amendment changes the same place elsewhere too"
}

/// The edits of one amendment, in order of place; none changes what another does, and those that come in at one place keep their order.
private struct PlannedEdits: RandomAccessCollection {
  private var edits: [(edit: AmendmentPlanner.Edit, change: Int)] = []

  var startIndex: Int { 0 }
  var endIndex: Int { edits.count }
  subscript(index: Int) -> (edit: AmendmentPlanner.Edit, change: Int) { edits[index] }

  /// Those that change the words of a range too, or hold the place where words come in.
  func colliding(with range: Range<Int>) -> Range<Int> {
    let low = edits.boundary(behindAll: { $0.edit.range.upperBound <= range.lowerBound })
    var high = low
    while high < edits.count, edits[high].edit.range.lowerBound < range.upperBound { high += 1 }
    return low..<high
  }

  /// Puts an edit, which makes a change, in the place of those it rules out.
  mutating func replace(_ others: Range<Int>, with edit: AmendmentPlanner.Edit, making change: Int) {
    edits.replaceSubrange(others, with: [])
    let place = edits.boundary(behindAll: {
      ($0.edit.range.lowerBound, $0.edit.range.upperBound) <= (edit.range.lowerBound, edit.range.upperBound)
    })
    edits.insert((edit, change), at: place)
  }
}

extension Range<Int> {
  /// Whether another lies within it, and is less.
  fileprivate func holds(_ other: Range<Int>) -> Bool {
    contains(other.lowerBound) && other.upperBound <= upperBound && other.count < count
  }
}
