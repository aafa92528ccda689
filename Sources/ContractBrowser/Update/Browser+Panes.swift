import ContractModel
import TerminalGrid

/// Splitting, closing and changing panes.
extension Browser {
  mutating func split(_ split: BrowserState.Split) {
    guard state.help == nil else { return }
    let index = state.activeReader
    guard state.readers.count == 1 else {
      state.split = split
      return
    }
    var copy = state.readers[index]
    copy.id += 1
    copy.back = []
    copy.forward = []
    let byte = copy.place.heldByte ?? layout(.reader(index)).firstWords(from: copy.place.top)
    state.readers.append(copy)
    state.split = split
    let top = layout(.reader(1)).anchor(of: byte)
    state.readers[1].place.top = top
    state.readers[1].place.held = ReaderState.Place.Held(byte: byte, top: top)
    state.focus = .reader(1)
    state.lastReader = 1
    if let pair = state.comparison, [pair.old, pair.new].contains(copy.place.agreement) { arrange(pair, copy.place) }
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
      state.readers.remove(at: state.activeReader)
      state.split = .none
      state.focus = .reader(0)
      state.lastReader = 0
      takeRedline()
    } else {
      state.message = Message(text: "the last pane stays · \(keyName(.quit)) quits")
    }
  }

  mutating func onlyPane() {
    // Of two versions the new one stays, and takes the words of the old one in.
    let isOld = state.readers.count == 2 && state.readers[state.activeReader].place.agreement == state.comparison?.old
    let other = state.readers[state.readers.count - 1 - state.activeReader]
    state.readers = [isOld && other.place.agreement == state.comparison?.new ? other : state.readers[state.activeReader]]
    state.split = .none
    state.peek = nil
    state.peekOrigin = nil
    state.list = nil
    state.help = nil
    state.navigator.isVisible = false
    state.focus = .reader(0)
    state.lastReader = 0
    takeRedline()
  }

  /// Makes the pane that has the keys larger or smaller by some cells.
  mutating func resizePane(by step: Int) {
    guard state.help == nil, !showsOverview, !state.isFlat else { return }
    if state.list != nil || state.focus == .peek {
      state.extraBelow = min(max(state.extraBelow + step / 2, -state.rows / 3), state.rows / 3)
    } else if state.focus == .navigator {
      state.navigator.extraColumns = min(max(state.navigator.extraColumns + step, -state.columns / 8), state.columns / 3)
    } else if state.readers.count == 2 {
      let size = state.split == .beside ? state.columns : state.rows
      let step = state.activeReader == 0 ? step : -step
      state.extraFirst = min(max(state.extraFirst + step, -size / 2), size / 2)
    } else if state.navigator.isVisible, state.columns >= Panes.wide {
      state.navigator.extraColumns = min(max(state.navigator.extraColumns - step, -state.columns / 8), state.columns / 3)
    } else {
      state.message = Message(text: "one pane has all the room")
    }
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
    state.focus = focus
    if focus == .navigator {
      state.navigator.isVisible = true
      followReaderInNavigator()
    }
  }
}
