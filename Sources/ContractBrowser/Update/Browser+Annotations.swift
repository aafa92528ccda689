import ContractModel
import TerminalGrid

/// Marks and notes on provisions, and what is remembered of an agreement.
extension Browser {
  /// The annotations of an agreement that are shown, in order of place.
  func annotations(_ index: Int) -> [Annotation] {
    (state.annotations[index] ?? []).filter { !$0.isDeleted }.sorted { ($0.offset, $0.changed) < ($1.offset, $1.changed) }
  }

  func annotation(_ index: Int, at offset: Int) -> Annotation? { annotations(index).first { $0.offset == offset } }

  mutating func toggleMark(_ pane: Pane) -> [Effect] {
    let offset = currentLandmark(pane)?.range.lowerBound ?? 0
    let index = reader(pane).place.agreement
    let isMarked = annotation(index, at: offset)?.isMarked ?? false
    let name = currentNumber(pane) ?? "the preamble"
    keepForUndo(index, "mark on \(name)")
    annotate(index, offset) { $0.isMarked = !isMarked }
    state.message = Message(text: isMarked ? "\(name) is no longer marked" : "marked \(name) · \(keyName(.marks)) lists marks")
    return [.remember(index)]
  }

  /// Opens the line in which the current provision's note is written.
  mutating func writeNote(_ pane: Pane) {
    let offset = currentLandmark(pane)?.range.lowerBound ?? 0
    let place = reader(pane).place
    state.prompt = PromptState(
      kind: .note(offset: offset), text: annotation(place.agreement, at: offset)?.note ?? "", origin: place)
  }

  /// Takes a note on what begins at an offset; an empty one deletes it.
  package mutating func acceptNote(_ typed: String, _ index: Int, at offset: Int) -> [Effect] {
    let text = typed.trimmingBlanks
    let name = context.landmarks(index).innermost(at: offset) == nil ? "the preamble" : number(index, at: offset)
    guard !text.isEmpty || annotation(index, at: offset)?.note.isEmpty == false else { return [] }
    keepForUndo(index, "note on \(name)")
    annotate(index, offset) { $0.note = text }
    state.message = Message(text: text.isEmpty ? "note on \(name) deleted" : "noted on \(name) · \(keyName(.marks)) lists notes")
    return [.remember(index)]
  }

  private mutating func annotate(_ index: Int, _ offset: Int, _ change: (inout Annotation) -> Void) {
    var all = state.annotations[index] ?? []
    let agreement = context.agreement(index)
    if let at = all.firstIndex(where: { $0.offset == offset && !$0.isDeleted }) {
      change(&all[at])
      all[at].changed = context.now()
      all[at].isDeleted = !all[at].isMarked && all[at].note.isEmpty
    } else {
      let landmarks = context.landmarks(index)
      let landmark = landmarks.innermost(at: offset)
      var made = Annotation(
        id: context.newID(), number: landmark.map { landmarks.number(of: $0, in: agreement) } ?? "", offset: offset,
        quote: landmark.map { Memory.quote(of: $0, in: agreement) } ?? "", note: "", isMarked: false, changed: context.now(),
        isDeleted: false)
      change(&made)
      all.append(made)
    }
    state.annotations[index] = all
  }

  // MARK: Memory

  /// What is to be kept of an agreement; places only of the one a reader stands in.
  package func memory(_ index: Int) -> Memory {
    let member = context.agreements.members[index]
    var memory = Memory(
      path: member.path, title: member.agreement.title, annotations: state.annotations[index] ?? [],
      dismissals: state.dismissals[index] ?? [], events: state.events[index] ?? [:])
    let shown = state.readers.firstIndex { $0.place.agreement == index }
    if let shown {
      let reader = state.readers[shown]
      memory.cursor = reader.place.cursor
      memory.top = layout(.reader(shown)).offset(of: reader.place.top)
      memory.history = reader.back.filter { $0.agreement == index }.suffix(50).map(\.cursor)
    } else if let place = state.remembered[index] {
      memory.cursor = place.cursor
      memory.top = place.top
      memory.history = place.history
    }
    return memory
  }

  /// Takes up what was kept: annotations at once, the place when the agreement is shown first, and where readers are at it already
  /// unless they keep their own.
  package mutating func recall(_ memory: Memory, _ index: Int, changedSince: Bool, movesReaders: Bool = true) {
    let agreement = context.agreement(index)
    let fitted = memory.fitted(to: agreement)
    state.annotations[index] = fitted.annotations
    state.dismissals[index] = fitted.dismissals
    if !fitted.events.isEmpty {
      state.events[index] = fitted.events
      takeEvents()
    }
    state.remembered[index] = BrowserState.RememberedPlace(cursor: fitted.cursor, top: fitted.top, history: fitted.history)
    let lost = fitted.annotations.filter { $0.offset < 0 && !$0.isDeleted }.count
    for reader in state.readers.indices where movesReaders && state.readers[reader].place.agreement == index {
      returnTo(fitted, .reader(reader))
    }
    if changedSince {
      let kept = fitted.annotations.filter { !$0.isDeleted }.count - lost
      var text = "changed since you read it"
      if kept + lost > 0 { text += ": \(kept) of \(kept + lost) marks and notes kept their place" }
      state.message = Message(text: text, isWarning: lost > 0)
    } else if memory.cursor > 0, let name = currentName(.reader(state.activeReader)),
      state.readers[state.activeReader].place.agreement == index
    {
      state.message = Message(
        text: "back at \(name) · \(keyName(.top)) goes to the top · \(keyName(.help)) for help")
    }
  }

  private mutating func returnTo(_ memory: Memory, _ pane: Pane) {
    let layout = layout(pane)
    let index = reader(pane).place.agreement
    let tree = agreement(pane).provisions
    change(pane) { reader in
      reader.place.cursor = memory.cursor
      reader.place.top = layout.anchor(of: memory.top)
      reader.back = memory.history.map { offset in
        var place = ReaderState.Place(agreement: index)
        place.cursor = tree.innermost(at: offset).map { tree[$0].start } ?? offset
        place.top = layout.move(layout.anchor(of: place.cursor), by: -2)
        return place
      }
    }
    clamp(pane)
  }

  /// Takes annotations as another program and this one have merged them.
  package mutating func takeAnnotations(_ memory: Memory, _ index: Int) {
    state.annotations[index] = memory.annotations
    state.dismissals[index] = memory.dismissals
  }

  package func member(_ index: Int) -> Case.Member { context.agreements.members[index] }
  package var count: Int { context.count }
}
