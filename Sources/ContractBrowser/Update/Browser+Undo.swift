import ContractModel

/// Taking back what was written down: marks, notes, dismissals and the days of events.
extension Browser {
  /// What an agreement's marks, notes, dismissals and dated events were before a command changed them.
  package struct Written: Equatable {
    package var agreement: Int
    package var annotations: [Annotation]
    package var dismissals: [Dismissal]
    /// The days of events by the words for them.
    package var events: [String: String]
    /// What was done then, in words: `mark on 8.9`.
    package var what: String
  }

  /// Keeps what is written of an agreement before a command changes it.
  mutating func keepForUndo(_ index: Int, _ what: String) {
    state.undo.append(
      Written(
        agreement: index, annotations: state.annotations[index] ?? [], dismissals: state.dismissals[index] ?? [],
        events: state.events[index] ?? [:], what: what))
    if state.undo.count > 100 { state.undo.removeFirst() }
  }

  /// Puts back what the last mark, note, dismissal or day changed.
  mutating func undo() -> [Effect] {
    guard let before = state.undo.popLast() else {
      state.message = Message(text: "nothing to undo: no mark, note, dismissal or day since the start")
      return []
    }
    let now = context.now()
    var annotations = state.annotations[before.agreement] ?? []
    for index in annotations.indices {
      // What is put back is the newest, so that another program's copy does not win over it.
      if let old = before.annotations.first(where: { $0.id == annotations[index].id }) {
        guard old != annotations[index] else { continue }
        annotations[index] = old
      } else {
        annotations[index].isDeleted = true
      }
      annotations[index].changed = now
    }
    state.annotations[before.agreement] = annotations
    state.dismissals[before.agreement] = before.dismissals
    if state.events[before.agreement] ?? [:] != before.events {
      state.events[before.agreement] = before.events
      takeEvents()
    }
    state.message = Message(text: "undone: \(before.what)")
    return [.remember(before.agreement)]
  }
}
