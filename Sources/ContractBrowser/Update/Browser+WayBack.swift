import ContractModel

/// The way back: what adds to it, going along it, and the list of it.
extension Browser {
  /// Puts a place, the present one unless another is given, into the way back of a reader; what lay forward is forgotten.
  ///
  /// The way back, one for each reader: following a link, going to a place, the top and the bottom, accepting a search, choosing from a
  /// list or the navigator, and the first of several steps that move the text. Scrolling and a search that is cancelled leave none. Back
  /// restores the scroll and the link exactly.
  mutating func remember(_ pane: Pane, _ place: ReaderState.Place? = nil) {
    change(pane) { reader in
      reader.back.append(place ?? reader.place)
      if reader.back.count > 200 { reader.back.removeFirst() }
      reader.forward = []
    }
  }

  /// Counts a key among steps that follow each other; the first of them keeps where the reader was.
  mutating func step(_ pane: Pane) {
    let id = pane == .peek ? -1 : reader(pane).id
    if state.run?.reader != id { state.run = StepRun(reader: id, origin: reader(pane).place) }
    state.run?.isFresh = true
  }

  /// Before a step moves the text: where the steps began can be returned to.
  mutating func leave(_ pane: Pane) {
    guard let origin = state.run?.origin else { return }
    remember(pane, origin)
    state.run?.origin = nil
  }

  /// Goes to a place as a link or command does: what was left can be returned to.
  mutating func jump(_ pane: Pane, agreement: Int, offset: Int, shown: Range<Int>?) {
    if reader(pane).only != nil, reader(pane).place.agreement != agreement || !layout(pane).shows(offset) { liftFilter(pane) }
    remember(pane)
    change(pane) { reader in
      if reader.place.agreement != agreement { reader.place = ReaderState.Place(agreement: agreement) }
    }
    land(pane, offset: offset, shown: shown)
  }

  /// Shows an offset: its provision begins near the top when the words are in sight then, else the words themselves do.
  func landing(_ pane: Pane, offset: Int) -> (top: Anchor, cursor: Int) {
    let layout = layout(pane)
    let height = height(pane)
    let start = context.landmarks(reader(pane).place.agreement).innermost(at: offset)?.range.lowerBound ?? offset
    let provision = layout.anchor(of: start)
    let words = layout.anchor(of: offset)
    let lead = pane == .peek ? 0 : min(2, height / 6)
    var top = layout.move(provision, by: -lead)
    if words > layout.move(top, by: height - 2) { top = layout.move(words, by: -height / 3) }
    return (min(top, max(layout.lastTop(height: height), Anchor(unit: 0, row: 0))), start)
  }

  mutating func land(_ pane: Pane, offset: Int, shown: Range<Int>?) {
    let (top, cursor) = landing(pane, offset: offset)
    change(pane) {
      $0.place.top = top
      $0.place.cursor = cursor
      $0.place.link = nil
      $0.place.shown = shown
      $0.scrollColumn = 0
    }
  }

  // MARK: Going along it

  mutating func travel(_ pane: Pane, forward: Bool) {
    let reader = reader(pane)
    guard let place = forward ? reader.forward.last : reader.back.last else {
      // Before the first place of the way lies the overview it was chosen from.
      if !forward, pane != .peek, context.count > 1, state.list == nil, state.readers.count == 1 { return openOverview() }
      state.message = Message(text: forward ? "nothing to go forward to" : "nothing to go back to")
      return
    }
    change(pane) {
      if forward {
        $0.forward.removeLast()
        $0.back.append($0.place)
      } else {
        $0.back.removeLast()
        $0.forward.append($0.place)
      }
      $0.place = place
    }
    if self.reader(pane).only != nil, !layout(pane).shows(place.cursor) { change(pane) { $0.only = nil } }
    if let name = currentName(pane) { state.message = Message(text: name) }
  }

  /// Goes back several places at once.
  mutating func goBack(_ pane: Pane, by count: Int) {
    for _ in 0..<count where !reader(pane).back.isEmpty { travel(pane, forward: false) }
  }

  /// A place of the way back, the one left last first.
  func jump(_ row: Int) -> ReaderState.Place {
    let back = state.readers[state.activeReader].back
    return back[back.count - 1 - row]
  }

  mutating func showJumps(_ pane: Pane) {
    guard !reader(pane).back.isEmpty else {
      state.message = Message(text: "nothing to go back to")
      return
    }
    openList(.jumps)
  }
}
