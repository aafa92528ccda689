import ContractModel
import TerminalGrid

/// What holds after every key, whatever was pressed: for tests that press many.
extension Browser {
  /// The first law that is broken, in words; nil while all hold.
  package func brokenLaw() -> String? {
    guard context.count > 0 else { return nil }
    guard !state.readers.isEmpty, state.readers.count <= 2 else { return "there are \(state.readers.count) readers" }
    guard state.readers.indices.contains(state.activeReader) else { return "reader \(state.activeReader) has the keys" }
    for index in state.readers.indices { if let law = brokenLaw(.reader(index), "reader \(index)") { return law } }
    if state.peek != nil, let law = brokenLaw(.peek, "the peek pane") { return law }
    if let list = state.list {
      let count = listCount(list)
      if list.selected < 0 || list.selected >= max(count, 1) { return "row \(list.selected) of \(count) is selected in a list" }
    }
    if let spotlight = state.spotlight,
      spotlight.agreement >= context.count || spotlight.term >= context.agreement(spotlight.agreement).terms.count
    {
      return "a term that is not there is lit"
    }
    return nil
  }

  /// Whether one reader has the keys and nothing is open over or beside it but the navigator.
  package var isReadingAlone: Bool {
    state.readers.count == 1 && state.focus == .reader(0) && state.list == nil && state.peek == nil && state.help == nil
      && state.prompt == nil && state.labels == nil && state.selection == nil && state.search == nil && state.spotlight == nil
      && state.readers[0].only == nil && state.readers[0].place.link == nil && state.pending.isEmpty && state.count == nil
  }

  /// The byte of the first words in the reader that has the keys.
  package var firstByteInSight: Int {
    let pane = Pane.reader(state.activeReader)
    return layout(pane).firstWords(from: reader(pane).place.top)
  }

  private func brokenLaw(_ pane: Pane, _ name: String) -> String? {
    let reader = reader(pane)
    for place in [reader.place] + reader.back + reader.forward + (state.prompt.map { [$0.origin] } ?? []) {
      guard (0..<context.count).contains(place.agreement) else { return "\(name) shows agreement \(place.agreement)" }
      let bytes = context.agreement(place.agreement).text.bytes.count
      guard (0...bytes).contains(place.cursor) else { return "\(name) has its cursor at \(place.cursor) of \(bytes)" }
      if let shown = place.shown, shown.lowerBound < 0 || shown.upperBound > bytes { return "\(name) shows words beyond the text" }
      if let link = place.link {
        guard context.links(place.agreement).link(at: link) != nil else {
          return "\(name) selects a link at \(link), where none is"
        }
      }
    }
    let layout = layout(pane)
    let top = reader.place.top
    if layout.units.isEmpty { return nil }
    guard layout.units.indices.contains(top.unit), top.row >= 0, top.row < layout.rows(top.unit).count else {
      return "\(name) begins at row \(top.row) of unit \(top.unit) of \(layout.units.count)"
    }
    return nil
  }

  /// How `back` would fail to lead a reader to where it stood before a jump, as the state before the last key says; nil where it does.
  package func brokenWayBack(_ before: BrowserState) -> String? {
    // A search that is typed moves the reader before it is accepted, and leads back to where it began.
    guard before.prompt == nil else { return nil }
    for index in state.readers.indices where before.readers.indices.contains(index) && before.readers.count == state.readers.count {
      let (was, now) = (before.readers[index], state.readers[index])
      guard now.back.count == was.back.count + 1, let kept = now.back.last else { continue }
      // The first row may be another where a list or pane that was closed by the same key gave the reader more room.
      // Of steps that follow each other the first is kept.
      let left = [was.place] + (before.run?.origin.map { [$0] } ?? [])
      if !left.contains(where: { $0.agreement == kept.agreement && $0.cursor == kept.cursor }) {
        return "back leads to \(kept.cursor) and not to \(was.place.cursor)"
      }
    }
    return nil
  }
}
