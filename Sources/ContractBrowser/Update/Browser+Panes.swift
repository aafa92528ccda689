import ContractModel
import TerminalGrid

/// Splitting, closing and changing panes.
extension Browser {
  mutating func split(_ split: BrowserState.Split) {
    guard state.help == nil else { return }
    let index = state.activeReader
    if state.readers.count == 1 {
      var copy = state.readers[index]
      copy.back = []
      copy.forward = []
      keepingTops {
        $0.readers.append(copy)
        $0.split = split
      }
      state.focus = .reader(1)
      state.lastReader = 1
    } else {
      keepingTops { $0.split = split }
    }
    revealCursors()
  }

  /// Changes the arrangement; each reader shows the same text at its top afterwards.
  mutating func keepingTops(_ body: (inout BrowserState) -> Void) {
    let offsets = state.readers.indices.map { layout(.reader($0)).offset(of: state.readers[$0].place.top) }
    body(&state)
    for index in state.readers.indices {
      let offset = offsets[min(index, offsets.count - 1)]
      let top = layout(.reader(index)).anchor(of: offset)
      state.readers[index].place.top = top
    }
  }

  /// The other reader, opened below or beside when there is none.
  mutating func otherReader(from pane: Pane) -> Pane {
    if state.readers.count == 1 {
      let focus = state.focus
      split(state.columns >= 160 ? .beside : .below)
      state.focus = focus
      state.lastReader = 0
      return .reader(1)
    }
    if case .reader(let index) = pane { return .reader(1 - index) }
    return .reader(1 - state.activeReader)
  }

  mutating func closePane() {
    if state.help != nil {
      state.help = nil
    } else if state.list != nil {
      closeList()
    } else if state.focus == .peek {
      closePeek()
    } else if state.focus == .navigator {
      toggleNavigator()
    } else if state.readers.count > 1 {
      let index = state.activeReader
      let kept = Pane.reader(1 - index)
      let offset = layout(kept).offset(of: reader(kept).place.top)
      state.readers.remove(at: index)
      state.split = .none
      let top = layout(.reader(0)).anchor(of: offset)
      state.readers[0].place.top = top
      state.focus = .reader(0)
      state.lastReader = 0
      revealCursors()
    } else {
      state.message = Message(text: "the last pane stays · \(keyName(.quit)) quits")
    }
  }

  mutating func onlyPane() {
    let index = state.activeReader
    let kept = state.readers[index]
    let top = layout(.reader(index)).offset(of: kept.place.top)
    state.readers = [kept]
    state.split = .none
    state.peek = nil
    state.list = nil
    state.help = nil
    state.navigator.isVisible = false
    state.focus = .reader(0)
    state.lastReader = 0
    state.readers[0].place.top = layout(.reader(0)).anchor(of: top)
    revealCursors()
  }

  mutating func nextPane() {
    var order: [BrowserState.Focus] = state.readers.indices.map { .reader($0) }
    if state.peek != nil { order.append(.peek) }
    if state.navigator.isVisible || state.columns < Panes.wide || state.isFlat { order.append(.navigator) }
    let at = order.firstIndex(of: state.focus) ?? 0
    focus(order[(at + 1) % order.count])
  }

  mutating func focus(_ focus: BrowserState.Focus) {
    if case .reader(let index) = focus { state.lastReader = index }
    if focus == .navigator {
      state.navigator.isVisible = true
      followReaderInNavigator()
    }
    state.focus = focus
  }
}
