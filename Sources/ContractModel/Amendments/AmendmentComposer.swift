/// Applies amendments to an agreement one after another.
struct AmendmentComposer {
  let value: Case
  private(set) var agreement: Agreement
  private(set) var changes: [AmendedAgreement.Change] = []
  private let base: Int
  /// The papers whose words the agreement is made of, by their index in the case.
  private var sources: [Int: SourceText.Source]
  /// What the amendments so far asked for, in their words, with their dates.
  private var asked: [(date: CalendarDate?, words: [String])] = []

  init(_ base: Int, _ value: Case) {
    self.base = base
    self.value = value
    agreement = value.members[base].agreement
    sources = [base: SourceText.Source(path: value.members[base].path, text: agreement.text)]
  }

  /// `links` are the amendment's references to other papers; `isNamed` says that it calls the agreement by a name that leads to it.
  mutating func apply(_ member: Int, _ links: [Int: CaseLinks.Target], isNamed: Bool) {
    let amending = value.members[member].agreement
    var edits = PlannedEdits()
    var hasComposed = false
    var planner = planner(for: amending, links, isNamed)
    // What one sentence asks for is done whole or not at all.
    let instructions = AmendmentFinder(amending).amendments().reduce(into: [[Amendment]]()) { out, next in
      if out.last?.last?.range == next.range { out[out.count - 1].append(next) } else { out.append([next]) }
    }
    let isForm = value.members[member].isForm
    // A signed and an unsigned copy of one amendment ask for the same once.
    let words = instructions.map { amending.words($0[0].range) }
    let isCopy = !words.isEmpty && asked.contains { $0.date == amending.date && $0.words == words }
    asked.append((amending.date, words))
    let planned = Self.withoutGone(instructions.map { $0.flatMap(planner.steps) }, instructions)
    let contested = Self.contested(planned, further: instructions.map { Self.isFurther(amending, $0[0].range) })
    for (index, instruction) in instructions.enumerated() {
      var steps = planned[index]
      if isCopy {
        steps = steps.map { ($0.provision, .failure(AmendmentPlanner.Reason(words: "the case has the same amendment twice"))) }
      } else if isForm {
        steps = steps.map { ($0.provision, .failure(AmendmentPlanner.Reason(words: "the amendment is a form that is not signed"))) }
      } else if let day = value.day, let made = amending.date, day < made {
        // Nothing holds before it is agreed.
        steps = steps.map {
          ($0.provision, .failure(AmendmentPlanner.Reason(words: "the amendment is of a later day: \(made.iso)")))
        }
      } else if contested.contains(index) {
        steps = steps.map { ($0.provision, .failure(AmendmentPlanner.Reason(words: Self.collides))) }
      } else if !edits.isEmpty || hasComposed {
        // What an instruction changes that another one has changed before is read as that one left it.
        if hasComposed { steps = instruction.flatMap(planner.steps) }
        if !edits.isEmpty, steps.contains(where: { (try? $0.edit.get()).map { !edits.colliding(with: $0.range).isEmpty } ?? true })
        {
          compose(&edits, member)
          hasComposed = true
          planner = self.planner(for: amending, links, isNamed)
          steps = instruction.flatMap(planner.steps)
        }
      }
      let isWhole = steps.allSatisfy { (try? $0.edit.get()) != nil }
      for step in steps {
        var kind = AmendedAgreement.Change.Kind.unapplied
        var before = ""
        var reason: String?
        switch step.edit {
        case .failure(let why): reason = why.words
        case .success(let edit):
          if !isWhole {
            reason = "another part of the same instruction cannot be applied"
          } else if edits.colliding(with: edit.range).isEmpty {
            edits.insert(edit)
            kind = edit.kind
            before = agreement.words(edit.range)
          } else {
            reason = "the same instruction changes the same place elsewhere too"
          }
        }
        changes.append(
          AmendedAgreement.Change(
            kind: kind, member: member, range: instruction[0].range, provision: step.provision, before: before,
            reason: reason, condition: condition(instruction[0], amending)))
      }
    }
    compose(&edits, member)
  }

  private static let collides = "this amendment changes a part of the same place elsewhere"

  /// The instructions that give a place anew of which another one changes a part: who restates the whole and changes a part of it does not
  /// mean the part to go.
  ///
  /// `further` says which change what the ones before them have changed: "Section 3.1, as amended by paragraph 1 above, is further amended".
  private static func contested(_ planned: [[AmendmentPlanner.Step]], further: [Bool]) -> Set<Int> {
    let edits = planned.enumerated().flatMap { index, steps in steps.compactMap { try? $0.edit.get() }.map { (index, $0) } }
    var out: Set<Int> = []
    for (index, edit) in edits where edit.kind == .restated || edit.kind == .deleted {
      if edits.contains(where: { $0.0 != index && !($0.0 > index && further[$0.0]) && edit.range.holds($0.1.range) }) {
        out.insert(index)
      }
    }
    return out
  }

  /// What an amendment restates or takes out has new words of its own, or none: "each reference to "Basic Rate"" means those elsewhere.
  private static func withoutGone(_ planned: [[AmendmentPlanner.Step]], _ instructions: [[Amendment]]) -> [[AmendmentPlanner.Step]]
  {
    func isEach(_ index: Int) -> Bool {
      instructions[index].contains { if case .substitute(let old, _) = $0.change { old.isEach } else { false } }
    }
    let gone = planned.indices.filter { !isEach($0) }.flatMap { planned[$0].compactMap { try? $0.edit.get() } }
      .filter { $0.kind == .restated || $0.kind == .deleted }
    guard !gone.isEmpty else { return planned }
    return planned.enumerated().map { index, steps in
      guard isEach(index) else { return steps }
      let left = steps.filter { step in
        (try? step.edit.get()).map { edit in !gone.contains { $0.range.holds(edit.range) } } ?? true
      }
      return left.isEmpty ? steps : left
    }
  }

  private static func isFurther(_ amending: Agreement, _ range: Range<Int>) -> Bool {
    let words = amending.words(range).lowercasedBytes
    return words.contains("further amended") || words.contains("as amended by")
  }

  private func planner(for amending: Agreement, _ links: [Int: CaseLinks.Target], _ isNamed: Bool) -> AmendmentPlanner {
    AmendmentPlanner(agreement, amending, base: base, links, isNamed: isNamed, value.day, value.events)
  }

  /// What an instruction says of when it holds.
  private func condition(_ instruction: Amendment, _ amending: Agreement) -> String? {
    let words = instruction.limits.map { amending.words($0.range) }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// Takes out what pages put into sentences, `spend at least`, `- 2 -`, `$6,000 a year`: the words as amended have pages of their own.
  private func pageFeet() -> [AmendmentPlanner.Edit] {
    var out: [AmendmentPlanner.Edit] = []
    var last: Range<Int>?
    var hasFurniture = false
    for block in agreement.blocks {
      if block.kind == .furniture { hasFurniture = true }
      guard block.kind.isRead else { continue }
      if let last, hasFurniture, block.continues, last.upperBound < block.range.lowerBound {
        out.append(
          AmendmentPlanner.Edit(
            range: last.upperBound..<block.range.lowerBound, inserts: [.marks([Ascii.space], at: 0)], kind: .deleted))
      }
      last = block.range
      hasFurniture = false
    }
    return out
  }

  /// Makes the planned edits, so that what follows is read as they leave it.
  private mutating func compose(_ edits: inout PlannedEdits, _ member: Int) {
    guard !edits.isEmpty else { return }
    let amending = value.members[member].agreement
    sources[member] = SourceText.Source(path: value.members[member].path, text: amending.text)
    for edit in pageFeet() where edits.colliding(with: edit.range).isEmpty { edits.insert(edit) }
    agreement = Agreement(
      agreement.text.replacing(
        edits.map { ($0.range, $0.inserts) }, from: amending.text, number: member, own: base, sources: sources))
    edits = PlannedEdits()
  }
}

/// Edits in order of place; none changes what another does, and those that come in at one place keep their order.
private struct PlannedEdits: RandomAccessCollection {
  private var edits: [AmendmentPlanner.Edit] = []

  var startIndex: Int { 0 }
  var endIndex: Int { edits.count }
  subscript(index: Int) -> AmendmentPlanner.Edit { edits[index] }

  /// Those that change the words of a range too, or hold the place where words come in.
  func colliding(with range: Range<Int>) -> Range<Int> {
    let low = edits.boundary(behindAll: { $0.range.upperBound <= range.lowerBound })
    var high = low
    while high < edits.count, edits[high].range.lowerBound < range.upperBound { high += 1 }
    return low..<high
  }

  mutating func insert(_ edit: AmendmentPlanner.Edit) {
    let place = edits.boundary(behindAll: {
      ($0.range.lowerBound, $0.range.upperBound) <= (edit.range.lowerBound, edit.range.upperBound)
    })
    edits.insert(edit, at: place)
  }
}

extension Range<Int> {
  /// Whether another lies within it, and is less.
  fileprivate func holds(_ other: Range<Int>) -> Bool {
    contains(other.lowerBound) && other.upperBound <= upperBound && other.count < count
  }
}
