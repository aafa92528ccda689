import ContractModel
import TerminalGrid

/// Selecting words or rows with the keyboard, to copy them: what a terminal selects runs across panes.
extension Browser {
  mutating func beginSelection(_ pane: Pane) {
    let sight = sight(pane)
    let place = reader(pane).place
    let match = state.search.flatMap { search in
      search.current.flatMap { current in
        let found = context.matches(search.pattern, place.agreement)
        return found.indices.contains(current) ? found[current] : nil
      }
    }
    let link = selectedLink(pane).map { links(pane).marks[$0].range }
    // The match that was searched, the link that is selected or the words that were led to; else the provision's first word, or the first in sight.
    if let whole = [link, match, place.shown].compactMap({ $0 }).first(where: { sight.contains($0.lowerBound) && !$0.isEmpty }) {
      state.selection = SelectionState(start: whole.lowerBound, end: max(whole.lowerBound, whole.upperBound - 1))
    } else {
      let at = word(pane, from: readingPlace(pane), forward: true, staying: true)
      state.selection = SelectionState(start: at.lowerBound, end: max(at.lowerBound, at.upperBound - 1))
    }
    sayHow()
  }

  mutating func sayHow() {
    state.message = Message(
      text:
        "select: h l words, j k rows, ( ) sentences, \(keyName(.select)) \(state.selection?.byRows == true ? "words" : "whole rows"), y copies, Esc ends"
    )
  }

  /// The bytes selected, in order.
  func selectedRange(_ pane: Pane) -> Range<Int>? {
    guard let selection = state.selection else { return nil }
    let low = min(selection.start, selection.end)
    let high = max(selection.start, selection.end)
    guard selection.byRows else {
      return word(pane, from: low, forward: true, staying: true)
        .lowerBound..<word(pane, from: high, forward: true, staying: true).upperBound
    }
    let layout = layout(pane)
    return row(layout, layout.anchor(of: low)).lowerBound..<row(layout, layout.anchor(of: high)).upperBound
  }

  private func row(_ layout: ReaderLayout, _ anchor: Anchor) -> Range<Int> {
    guard layout.units.indices.contains(anchor.unit) else { return 0..<0 }
    let rows = layout.rows(anchor.unit)
    return rows.indices.contains(anchor.row) ? rows[anchor.row].range : 0..<0
  }

  /// The word at an offset or, without `staying`, the next one.
  private func word(_ pane: Pane, from offset: Int, forward: Bool, staying: Bool) -> Range<Int> {
    let bytes = agreement(pane).text.bytes
    func isBlank(_ i: Int) -> Bool { bytes[i] <= 0x20 }
    guard !bytes.isEmpty else { return 0..<0 }
    var i = min(max(offset, 0), bytes.count - 1)
    if !staying {
      if forward {
        while i < bytes.count, !isBlank(i) { i += 1 }
      } else {
        while i > 0, !isBlank(i - 1) { i -= 1 }
        i -= 1
        while i > 0, isBlank(i) { i -= 1 }
        i = max(i, 0)
      }
    }
    while i < bytes.count, isBlank(i) { i += 1 }
    var low = min(i, bytes.count - 1)
    while low > 0, !isBlank(low - 1), !isBlank(low) { low -= 1 }
    var high = low
    while high < bytes.count, !isBlank(high) { high += 1 }
    return low..<max(high, low)
  }

  /// The last byte of the sentence that goes on behind an offset.
  private func sentenceEnd(_ pane: Pane, after offset: Int) -> Int {
    let bytes = agreement(pane).text.bytes
    var i = offset + 1
    while i < bytes.count, !endsSentence(bytes, i) { i += 1 }
    return min(i, max(bytes.count - 1, 0))
  }

  /// The first byte of the sentence that begins before an offset.
  private func sentenceStart(_ pane: Pane, before offset: Int) -> Int {
    let bytes = agreement(pane).text.bytes
    var i = offset - 1
    while i > 0, bytes[i] <= 0x20 { i -= 1 }
    i -= 1
    while i > 0, !endsSentence(bytes, i) { i -= 1 }
    if i <= 0 { return 0 }
    i += 1
    while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
    return i
  }

  /// Whether a sentence, or a clause that a semicolon closes, ends with a byte: a blank follows, and no small letter.
  private func endsSentence(_ bytes: [UInt8], _ i: Int) -> Bool {
    guard [0x2E, 0x3B, 0x3F, 0x21].contains(bytes[i]), i + 1 < bytes.count, bytes[i + 1] <= 0x20 else {
      return i + 1 >= bytes.count
    }
    if bytes[i] == 0x3B { return true }
    var next = i + 1
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    return next >= bytes.count || !(0x61...0x7A).contains(bytes[next])
  }

  mutating func extendSelection(_ key: Key) -> [Effect] {
    guard var selection = state.selection else { return [] }
    let pane = activePane
    let command = keymap.command(key)
    let layout = layout(pane)
    let row = row(layout, layout.anchor(of: selection.end))
    switch command {
    case _ where key == .character("w") || key == .character("e"):
      selection.end = word(pane, from: selection.end, forward: true, staying: false).lowerBound
    case _ where key == .character("b"): selection.end = word(pane, from: selection.end, forward: false, staying: false).lowerBound
    case _ where key == .character("$"): selection.end = max(row.lowerBound, row.upperBound - 1)
    case _ where key == .character("0") || key == .character("^"): selection.end = row.lowerBound
    case .right, .nextLink: selection.end = word(pane, from: selection.end, forward: true, staying: false).lowerBound
    case .left, .previousLink: selection.end = word(pane, from: selection.end, forward: false, staying: false).lowerBound
    case .lineDown, .lineUp:
      var anchor = layout.anchor(of: selection.end)
      var moved = anchor
      repeat {
        anchor = moved
        moved = layout.move(anchor, by: command == .lineDown ? 1 : -1)
      } while moved != anchor && layout.rows(moved.unit)[moved.row].isBlank
      selection.end = max(layout.offset(of: moved), 0)
    case .forward: selection.end = sentenceEnd(pane, after: selection.end)
    case .back: selection.end = sentenceStart(pane, before: selection.end)
    case .bottom: selection.end = max(agreement(pane).text.bytes.count - 1, 0)
    case .top: selection.end = 0
    case .select: selection.byRows.toggle()
    case .copyCitation, .copyText, .follow:
      state.selection = selection
      guard let range = selectedRange(pane) else { return [] }
      let words = reader(pane).asFiled ? agreement(pane).text.string(range) : agreement(pane).readingWords(range)
      state.selection = nil
      return [.copy(words)]
    case .cancel, .quit:
      state.selection = nil
      return []
    default:
      sayHow()
      return []
    }
    state.selection = selection
    // The end that moves stays in sight.
    let sight = sight(pane)
    if !sight.contains(selection.end) {
      let at = layout.anchor(of: selection.end)
      let height = height(pane)
      let below = selection.end >= sight.upperBound
      change(pane) { $0.place.top = layout.move(at, by: below ? -(height - 2) : -1) }
      clamp(pane)
    }
    sayHow()
    return []
  }
}
