import ContractModel
import TerminalGrid

/// Going to a line or a part of the text, and putting what is current where it is wanted in the pane.
extension Browser {
  /// Goes to a line of the file, from 1, as `hereof check` and `hereof search` print it.
  mutating func goToLine(_ line: Int, _ pane: Pane) {
    let lines = agreement(pane).text.lines
    guard lines.count > 0 else { return }
    let index = min(max(line, 1), lines.count) - 1
    jump(pane, agreement: reader(pane).place.agreement, offset: lines[index].lowerBound, shown: nil)
    state.message = Message(text: "line \(index + 1) of \(lines.count)", hint: "\(keyName(.back)) returns")
  }

  /// Goes to the top, the bottom, or to a part of the text.
  mutating func moveToEnd(_ pane: Pane, _ command: Command) {
    switch command {
    case .top:
      remember(pane)
      change(pane) { $0.place = ReaderState.Place(agreement: $0.place.agreement) }
    case .bottom:
      remember(pane)
      let layout = layout(pane)
      let last =
        context.landmarks(reader(pane).place.agreement).all.last { reader(pane).only == nil || layout.shows($0.range.lowerBound) }?
        .range.lowerBound ?? 0
      let height = height(pane)
      change(pane) {
        $0.place.top = max(layout.lastTop(height: height), Anchor(unit: 0, row: 0))
        $0.place.cursor = last
        $0.place.link = nil
        $0.place.shown = nil
      }
    default: goToPercent(pane)
    }
  }

  private mutating func goToPercent(_ pane: Pane) {
    guard let percent = state.count else {
      state.message = Message(text: "a count goes before it: 40\(keyName(.percent))")
      return
    }
    let bytes = agreement(pane).text.bytes.count
    remember(pane)
    let layout = layout(pane)
    let top = min(layout.anchor(of: bytes * min(percent, 100) / 100), layout.lastTop(height: height(pane)))
    change(pane) {
      $0.place.top = max(top, Anchor(unit: 0, row: 0))
      $0.place.link = nil
      $0.place.shown = nil
    }
    takeCursorFromSight(pane)
  }

  /// Scrolls so that the selected link, the words that were led to or the current provision stand at the top, middle or bottom.
  mutating func place(_ pane: Pane, _ command: Command) {
    let place = reader(pane).place
    let sight = sight(pane)
    let wanted = [place.link, place.shown?.lowerBound, place.cursor].compactMap { $0 }.first(where: sight.contains)
    let layout = layout(pane)
    let height = height(pane)
    let at = layout.anchor(of: wanted ?? place.cursor)
    let above = command == .centre ? height / 2 : command == .toPaneBottom ? height - 1 : 0
    change(pane) { $0.place.top = layout.move(at, by: -above) }
  }

  /// Makes another landmark in sight the current one.
  mutating func takeFromSight(_ pane: Pane, _ command: Command) {
    let sight = sight(pane)
    let landmarks = context.landmarks(reader(pane).place.agreement)
    let first = landmarks.index(after: sight.lowerBound - 1)
    let last = landmarks.index(before: sight.upperBound)
    guard first <= last else {
      state.message = Message(text: "no provision begins in sight")
      return
    }
    let height = height(pane)
    let index: Int
    switch command {
    case .firstInSight: index = first
    case .lastInSight: index = last
    default:
      let layout = layout(pane)
      let middle = layout.offset(of: layout.move(reader(pane).place.top, by: height / 2))
      index = min(max(landmarks.index(before: middle + 1), first), last)
    }
    change(pane) {
      $0.place.cursor = landmarks.all[index].range.lowerBound
      $0.place.link = nil
      $0.place.shown = nil
    }
  }
}
