import ContractModel

/// Scrolling a reader up and down by lines, and its wide tables sideways by columns.
extension Browser {
  mutating func scroll(_ pane: Pane, by count: Int) {
    scrollAlone(pane, by: count)
    if state.comparison != nil { return }
    if state.scrollsTogether, state.readers.count == 2, case .reader(let index) = pane {
      scrollAlone(.reader(1 - index), by: count)
    }
  }

  private mutating func scrollAlone(_ pane: Pane, by count: Int) {
    let layout = layout(pane)
    let height = height(pane)
    let before = reader(pane).place.top
    var top = layout.move(before, by: count)
    let last = layout.lastTop(height: height)
    if count > 0, top > last { top = max(last, before) }
    change(pane) { $0.place.top = top }
    if top == before {
      // At either end the current provision moves, the text stays.
      step(pane, forward: count > 0, quiet: true) { _ in true }
      return
    }
    takeCursorFromSight(pane)
  }

  /// After scrolling, what is current stays so while it reaches down a quarter of the pane; then it is what begins in the upper half of what
  /// is in sight, or fills that half.
  mutating func takeCursorFromSight(_ pane: Pane) {
    let sight = self.sight(pane)
    let upper = self.sight(pane, rows: max(height(pane) / 2, 1))
    let place = reader(pane).place
    if let link = place.link, !sight.contains(link) { change(pane) { $0.place.link = nil } }
    if upper.contains(place.cursor) { return }
    let landmarks = context.landmarks(place.agreement)
    if place.cursor < sight.lowerBound {
      let quarter = self.sight(pane, rows: max(height(pane) / 4, 1))
      let current = landmarks.innermost(at: place.cursor)
      if current != nil, !quarter.isEmpty, landmarks.innermost(at: quarter.upperBound - 1) == current { return }
    }
    let next = landmarks.index(after: upper.lowerBound - 1)
    let first = landmarks.all.indices.contains(next) ? landmarks.all[next].range.lowerBound : Int.max
    let at = first < upper.upperBound ? first : landmarks.innermost(at: upper.lowerBound)?.range.lowerBound ?? upper.lowerBound
    guard at != place.cursor else { return }
    change(pane) {
      $0.place.cursor = at
      $0.place.shown = nil
    }
  }

  /// Scrolls the first table in sight that is wider than its pane; the others stay.
  mutating func scrollRight(_ pane: Pane) {
    let layout = layout(pane)
    let page = layout.page(from: reader(pane).place.top, height: height(pane))
    func width(_ row: Row) -> Int { row.indent + row.cells.reduce(0) { $0 + $1.width } }
    let room = layout.width + (reader(pane).asFiled ? Panes.filedRoom(self.page(pane)) : 0)
    let wide = page.filter { width($0.row) > room }
    let own = reader(pane).scrolledTable.flatMap { table in wide.first { layout.group(of: $0.unit) == table } }
    guard let first = own ?? wide.first else {
      state.message = Message(text: "nothing wider in sight")
      return
    }
    let group = reader(pane).asFiled ? nil : Optional(layout.group(of: first.unit))
    let column = reader(pane).scrolledTable == group ? reader(pane).scrollColumn : 0
    let widest = wide.filter { group == nil || layout.group(of: $0.unit) == group }.map { width($0.row) }.max() ?? 0
    guard widest - column > room else {
      state.message = Message(text: "this is its right end")
      return
    }
    let starts = columnStarts(pane, group)
    change(pane) {
      $0.scrolledTable = group
      $0.scrollColumn = starts.first { $0 > column && $0 <= column + 30 } ?? column + 8
    }
  }

  /// Scrolls back what is scrolled sideways.
  mutating func scrollLeft(_ pane: Pane) {
    let column = reader(pane).scrollColumn
    let starts = columnStarts(pane, reader(pane).scrolledTable)
    change(pane) { $0.scrollColumn = starts.last { $0 < column && $0 >= column - 30 } ?? max(0, column - 8) }
  }

  /// How far a table in sight, or what is in sight as filed, is scrolled for each of its columns to stand whole at the edge: each begins behind
  /// two blanks at least, and in the middle of no row's word.
  private func columnStarts(_ pane: Pane, _ table: Int?) -> [Int] {
    let layout = layout(pane)
    let rows = layout.page(from: reader(pane).place.top, height: height(pane)).filter {
      !$0.row.isBlank && (table == nil || layout.group(of: $0.unit) == table)
    }.map(\.row)
    let printed = rows.map { row in
      [Bool](repeating: false, count: row.indent)
        + row.cells.flatMap { [$0.character != " "] + [Bool](repeating: false, count: max(0, $0.width - 1)) }
    }
    let kept = rows.map(\.kept).max() ?? 0
    let last = printed.map(\.count).max() ?? 0
    return [0]
      + (max(kept + 1, 2)..<max(kept + 1, 2, last)).filter { at in
        let words = printed.filter { at < $0.count && $0[at] }
        return words.contains { !$0[at - 2] } && words.allSatisfy { !$0[at - 1] }
      }.map { $0 - kept }
  }
}
