import ContractModel
import TerminalGrid

/// What the selected row of a list or of the navigator is about, shown beside it without leaving the list.
extension Browser {
  struct Preview {
    /// What stands over the text.
    var title: String
    /// What the row says, whole: a finding's message, a note, a party with its roles.
    var words: String
    /// The text around the place, nil where the row has none.
    var reader: ReaderState?
  }

  /// The preview of the row that is selected; nil where nothing is to be shown.
  func preview(width: Int, rows: Int) -> Preview? {
    if let list = state.list, !showsOverview {
      guard listCount(list) > list.selected else { return nil }
      let row = listRow(list, list.selected)
      guard let place = place(list, list.selected) else { return Preview(title: "", words: row.text, reader: nil) }
      return preview(place.agreement, place.offset, place.shown, words: "", width: width, rows: rows)
    }
    guard state.focus == .navigator else { return nil }
    let items = navigatorRows()
    let selected = min(state.navigator.selected[state.navigator.tab.rawValue], items.items.count - 1)
    guard items.items.indices.contains(selected) else { return nil }
    let place = items.place(selected)
    let words = items.words(selected)
    guard place.offset >= 0 else { return words.isEmpty ? nil : Preview(title: "", words: words, reader: nil) }
    return preview(place.agreement, place.offset, place.shown, words: words, width: width, rows: rows)
  }

  /// The text that a line of `:` leads to, from its first row on; nil for a command.
  func preview(_ completion: Completion, columns: Int) -> ReaderState? {
    let place: (agreement: Int, offset: Int, shown: Range<Int>?)
    switch completion.target {
    case .place(let offset, let shown): place = (state.readers[state.activeReader].place.agreement, offset, shown)
    case .elsewhere(let other, let offset, let shown): place = (other, offset, shown)
    case .agreement(let other): place = (other, 0, nil)
    case .command: return nil
    }
    let width = Panes.textWidth(Frame(row: 0, column: 0, rows: 1, columns: columns - 1))
    return preview(place.agreement, place.offset, place.shown, words: "", width: width, rows: 10).reader
  }

  private func preview(_ index: Int, _ offset: Int, _ shown: Range<Int>?, words: String, width: Int, rows: Int) -> Preview {
    var reader = ReaderState()
    if let pair = state.comparison, state.readers.count == 1, index == pair.new { reader.struck = .ofOldVersion(pair) }
    reader.place.agreement = index
    reader.place.shown = shown
    let layout = layout(reader, width: width)
    let landmark = context.landmarks(index).innermost(at: offset)
    reader.place.cursor = landmark?.range.lowerBound ?? offset
    // The provision from its beginning where the words are in sight then, else the words with a row or two before them.
    let start = layout.anchor(of: reader.place.cursor)
    let at = layout.anchor(of: offset)
    reader.place.top = at > layout.move(start, by: max(rows - 2, 0)) ? layout.move(at, by: -min(2, rows / 3)) : start
    let title = index == state.readers[state.activeReader].place.agreement ? "" : context.agreements.members[index].title + ", "
    let name =
      landmark.map { ProvisionName.long($0, context.landmarks(index), in: context.agreement(index)) }
      ?? "before the first provision"
    return Preview(title: title + name, words: words, reader: reader)
  }
}

extension NavigatorRows {
  /// What a row says beyond its place, whole; empty where the text at the place says it all.
  func words(_ row: Int) -> String {
    let text = text(row)
    switch items[row] {
    case .finding, .mark, .clock, .summary, .change: return text.title + (text.detail.isEmpty ? "" : " · \(text.detail)")
    case .party: return text.title + (text.detail.isEmpty ? "" : " · \(text.detail)")
    case .reference: return text.detail.isEmpty ? "" : "\(text.title): \(text.detail)"
    case .provision, .definition, .term, .group, .agreement, .pending: return ""
    }
  }
}
