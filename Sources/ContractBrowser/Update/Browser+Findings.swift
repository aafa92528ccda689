import ContractModel
import TerminalGrid

/// Findings: going from one to the next, dismissing them with a reason, and restoring them.
extension Browser {
  /// The findings of an agreement that nobody dismissed, each with its index among all.
  func openFindings(_ index: Int) -> [(id: Int, finding: Finding)] {
    let findings = context.findings(index) ?? []
    let agreement = context.agreement(index)
    let dismissed = state.dismissals[index] ?? []
    return findings.indices.filter { id in !dismissed.contains { $0.covers(findings[id], in: agreement) } }.map {
      ($0, findings[$0])
    }
  }

  /// Whether an agreement was looked through; says so where it was not yet.
  private mutating func isLookedThrough(_ index: Int) -> Bool {
    if context.findings(index) != nil { return true }
    state.message = Message(text: "this agreement is still being looked through; ask again in a moment")
    return false
  }

  mutating func stepFinding(_ pane: Pane, forward: Bool) {
    let place = reader(pane).place
    guard isLookedThrough(place.agreement) else { return }
    let findings = openFindings(place.agreement).map(\.finding)
    let sight = sight(pane)
    // What stands where the reading is, and was not gone to, is the next one: the first finding at the head of the text.
    let led = place.shown?.lowerBound ?? (forward ? place.cursor - 1 : place.cursor)
    let at = sight.contains(led) ? led : forward ? sight.lowerBound - 1 : sight.lowerBound
    guard
      let next = forward
        ? findings.firstIndex(where: { $0.range.lowerBound > at }) : findings.lastIndex(where: { $0.range.lowerBound < at })
    else {
      state.message = Message(
        text: findings.isEmpty ? "nothing found" : forward ? "no finding after this one" : "no finding before this one")
      return
    }
    jump(pane, agreement: place.agreement, offset: findings[next].range.lowerBound, shown: findings[next].range)
    state.message = Message(
      text: "\(next + 1) of \(findings.count): \(findings[next].message)", isWarning: findings[next].severity != .info)
  }

  // MARK: Dismissing

  package func dismissals(_ index: Int) -> [Dismissal] { state.dismissals[index] ?? [] }

  /// Takes up dismissals kept elsewhere than in the memory.
  package mutating func addDismissals(_ dismissals: [Dismissal], _ index: Int) {
    let known = state.dismissals[index] ?? []
    state.dismissals[index] = known + dismissals.filter { !known.contains($0) }
  }

  /// Dismisses the finding the reader was led to, else the first of the current provision.
  mutating func dismissFinding(_ pane: Pane) -> [Effect] {
    let place = reader(pane).place
    guard isLookedThrough(place.agreement) else { return [] }
    let findings = openFindings(place.agreement)
    let tree = agreement(pane).provisions
    let shown = findings.first { $0.finding.range == place.shown }
    let here = currentProvision(pane)
    guard let found = shown ?? findings.first(where: { tree.innermost(at: $0.finding.range.lowerBound) == here }) else {
      state.message = Message(text: "nothing was found here · \(keyName(.nextFinding)) goes to the next finding")
      return []
    }
    return dismissOrRestore(place.agreement, found.id)
  }

  /// Asks why a finding is dismissed; one that is dismissed already is restored.
  mutating func dismissOrRestore(_ index: Int, _ id: Int) -> [Effect] {
    guard let findings = context.findings(index), findings.indices.contains(id) else { return [] }
    let finding = findings[id]
    let agreement = context.agreement(index)
    var dismissed = state.dismissals[index] ?? []
    if dismissed.contains(where: { $0.covers(finding, in: agreement) }) {
      keepForUndo(index, "restored finding")
      dismissed.removeAll { $0.covers(finding, in: agreement) }
      state.dismissals[index] = dismissed
      state.message = Message(text: "restored: \(finding.message)")
      return [.remember(index)]
    }
    var origin = state.readers[state.activeReader].place
    origin.agreement = index
    state.prompt = PromptState(kind: .dismissal(check: finding.code, range: finding.range), origin: origin)
    return []
  }

  mutating func acceptDismissal(_ prompt: PromptState, check: String, range: Range<Int>) -> [Effect] {
    let index = prompt.origin.agreement
    let because = prompt.text.trimmingBlanks
    guard isLookedThrough(index) else {
      state.prompt = prompt
      return []
    }
    guard !because.isEmpty, let finding = context.findings(index)?.first(where: { $0.code == check && $0.range == range }) else {
      state.message = Message(text: because.isEmpty ? "not dismissed: no reason was given" : "not dismissed: it is no longer found")
      return []
    }
    keepForUndo(index, "dismissal")
    state.dismissals[index, default: []].append(Dismissal(of: finding, in: context.agreement(index), because: because))
    state.message = Message(
      text: "dismissed · \(keyName(.findings)) lists it at the end, \(keyName(.dismissFinding)) there restores it")
    return [.remember(index)]
  }
}
