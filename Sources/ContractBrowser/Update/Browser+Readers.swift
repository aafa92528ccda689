import ContractModel
import TerminalGrid

/// The reader or peek that commands speak to, and moving through its text.
extension Browser {
  enum Pane: Equatable {
    case reader(Int)
    case peek
  }

  var activePane: Pane {
    if state.focus == .peek, state.peek != nil { return .peek }
    return .reader(state.activeReader)
  }

  func reader(_ pane: Pane) -> ReaderState {
    switch pane {
    case .reader(let index): state.readers[index]
    case .peek: state.peek ?? state.readers[0]
    }
  }

  mutating func change(_ pane: Pane, _ body: (inout ReaderState) -> Void) {
    switch pane {
    case .reader(let index): body(&state.readers[index])
    case .peek: if state.peek != nil { body(&state.peek!) }
    }
  }

  func frame(_ pane: Pane) -> Frame {
    let panes = Panes(state)
    switch pane {
    case .reader(let index): return panes.readers[index]
    case .peek:
      var frame = panes.peek ?? panes.readers[0]
      // Its first row is its title.
      frame.row += 1
      frame.rows = max(frame.rows - 1, 1)
      return frame
    }
  }

  func layout(_ pane: Pane) -> ReaderLayout { layout(reader(pane), width: Panes.textWidth(frame(pane))) }
  func layout(_ reader: ReaderState, width: Int) -> ReaderLayout {
    context.layout(
      reader.place.agreement, width: width, asFiled: reader.asFiled, leftOut: reader.showsLeftOut,
      only: reader.asFiled ? nil : reader.only)
  }
  func agreement(_ pane: Pane) -> Agreement { context.agreement(reader(pane).place.agreement) }
  func links(_ pane: Pane) -> LinkIndex { context.links(reader(pane).place.agreement) }

  /// The provision a reader is in.
  func currentProvision(_ pane: Pane) -> Int? {
    let place = reader(pane).place
    return agreement(pane).provisions.innermost(at: place.cursor)
  }

  /// The bytes in sight.
  func sight(_ pane: Pane) -> Range<Int> {
    let layout = layout(pane)
    let rows = layout.page(from: reader(pane).place.top, height: frame(pane).rows).filter { !$0.row.isBlank }
    guard let first = rows.first, let last = rows.last else { return 0..<0 }
    return first.row.range.lowerBound..<max(last.row.range.upperBound, first.row.range.lowerBound)
  }

  /// Keeps a pane's top inside its text.
  mutating func clamp(_ pane: Pane) {
    let layout = layout(pane)
    let last = layout.lastTop(height: frame(pane).rows)
    let top = reader(pane).place.top
    if top > last { change(pane) { $0.place.top = last } }
  }

  /// After the panes changed size: every cursor is in sight again.
  mutating func revealCursors() {
    for index in state.readers.indices {
      let pane = Pane.reader(index)
      clamp(pane)
      showCursor(pane)
    }
  }

  private mutating func showCursor(_ pane: Pane) {
    let layout = layout(pane)
    let at = layout.anchor(of: reader(pane).place.cursor)
    let top = reader(pane).place.top
    let bottom = layout.move(top, by: frame(pane).rows - 1)
    if at < top || at > bottom { change(pane) { $0.place.top = layout.move(at, by: -1) } }
    clamp(pane)
  }

  // MARK: Moving

  mutating func inReader(_ command: Command) -> [Effect] {
    let pane = activePane
    let height = frame(pane).rows
    switch command {
    case .lineDown: scroll(pane, by: 1)
    case .lineUp: scroll(pane, by: -1)
    case .halfPageDown: scroll(pane, by: max(height / 2, 1))
    case .halfPageUp: scroll(pane, by: -max(height / 2, 1))
    case .pageDown: scroll(pane, by: max(height - 2, 1))
    case .pageUp: scroll(pane, by: -max(height - 2, 1))
    case .top:
      change(pane) { $0.place = ReaderState.Place(agreement: $0.place.agreement) }
    case .bottom:
      let layout = layout(pane)
      let last = agreement(pane).provisions.provisions.last?.start ?? 0
      change(pane) {
        $0.place.top = layout.lastTop(height: height)
        $0.place.cursor = max(last, 0)
        $0.place.link = nil
        $0.place.shown = nil
      }
    case .left: change(pane) { $0.scrollColumn = max(0, $0.scrollColumn - 8) }
    case .right: scrollRight(pane)
    case .nextProvision, .previousProvision: step(pane, forward: command == .nextProvision) { _ in true }
    case .nextArticle, .previousArticle: step(pane, forward: command == .nextArticle) { $0.depth == 0 }
    case .nextLink, .previousLink: selectLink(pane, forward: command == .nextLink)
    case .follow: return follow(pane, inOther: false)
    case .followInOther: return follow(pane, inOther: true)
    case .back, .forward: travel(pane, forward: command == .forward)
    case .labelLinks, .labelLinksInOther: labelLinks(pane, inOther: command == .labelLinksInOther)
    case .peek: peek(pane)
    case .uses: showUses(pane)
    case .needs: showNeeds(pane)
    case .spotlight: toggleSpotlight(pane)
    case .select: beginSelection(pane)
    case .searchNext, .searchPrevious: searchAgain(forward: command == .searchNext)
    case .searchTerm: searchTerm(pane)
    case .nextFinding, .previousFinding: stepFinding(pane, forward: command == .nextFinding)
    case .dismissFinding: return dismissFinding(pane)
    case .asFiled: toggleAsFiled(pane)
    case .leftOut: toggleLeftOut(pane)
    case .asSigned: toggleAsSigned(pane)
    case .copyCitation, .copyText: return copy(pane, text: command == .copyText)
    case .mark: return toggleMark(pane)
    case .note: writeNote(pane)
    case .cancel: cancel(pane)
    default: break
    }
    return []
  }

  private mutating func scroll(_ pane: Pane, by count: Int) {
    scrollAlone(pane, by: count)
    if state.scrollsTogether, state.readers.count == 2, case .reader(let index) = pane {
      scrollAlone(.reader(1 - index), by: count)
    }
  }

  private mutating func scrollAlone(_ pane: Pane, by count: Int) {
    let layout = layout(pane)
    let height = frame(pane).rows
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
    takeCursorFromSight(pane, forward: count > 0)
  }

  /// After scrolling, the current provision is the first that begins in sight, or the one that fills it.
  private mutating func takeCursorFromSight(_ pane: Pane, forward: Bool) {
    let sight = sight(pane)
    let tree = agreement(pane).provisions
    let place = reader(pane).place
    let cursorSeen = sight.contains(place.cursor)
    let linkSeen = place.link.map(sight.contains) ?? true
    if !linkSeen { change(pane) { $0.place.link = nil } }
    let first = tree.provisions.first { $0.start >= sight.lowerBound && $0.start < sight.upperBound }
    if cursorSeen, let first, first.start == place.cursor { return }
    let at = first?.start ?? tree.innermost(at: sight.lowerBound).map { tree[$0].start } ?? sight.lowerBound
    change(pane) {
      $0.place.cursor = at
      $0.place.shown = nil
      if cursorSeen == false { $0.place.link = nil }
    }
  }

  private mutating func scrollRight(_ pane: Pane) {
    let layout = layout(pane)
    let width = layout.width
    let widest =
      layout.page(from: reader(pane).place.top, height: frame(pane).rows).map {
        $0.row.indent + $0.row.cells.reduce(0) { $0 + $1.width }
      }.max() ?? 0
    let column = reader(pane).scrollColumn
    guard widest - column > width else {
      state.message = Message(text: "nothing wider in sight")
      return
    }
    change(pane) { $0.scrollColumn = column + 8 }
  }

  /// Goes to the next or previous provision for which `admits` holds; it comes into sight without leaping when it is near.
  private mutating func step(_ pane: Pane, forward: Bool, quiet: Bool = false, _ admits: (Provision) -> Bool) {
    let tree = agreement(pane).provisions
    let cursor = reader(pane).place.cursor
    let next =
      forward ? tree.provisions.first { $0.start > cursor && admits($0) } : tree.provisions.last { $0.start < cursor && admits($0) }
    guard let next else {
      if !quiet { state.message = Message(text: forward ? "no provision after this one" : "no provision before this one") }
      return
    }
    moveCursor(pane, to: next.start)
  }

  /// Puts the cursor at an offset and brings it into sight.
  mutating func moveCursor(_ pane: Pane, to offset: Int, shown: Range<Int>? = nil) {
    let layout = layout(pane)
    let height = frame(pane).rows
    change(pane) {
      $0.place.cursor = offset
      $0.place.link = nil
      $0.place.shown = shown
      $0.scrollColumn = 0
    }
    let at = layout.anchor(of: shown?.lowerBound ?? offset)
    let top = reader(pane).place.top
    let bottom = layout.move(top, by: max(height - 4, 0))
    if at < top || at > bottom {
      change(pane) { $0.place.top = layout.move(at, by: -min(2, height / 4)) }
      clamp(pane)
    }
  }

  /// Goes to a place as a link or command does: what was left can be returned to.
  ///
  /// The jump list, one for each reader: following a link, going to a place, accepting a search and choosing from a list or the
  /// navigator add to it; scrolling, stepping through provisions and a search that is cancelled do not. Back restores the scroll and
  /// the link exactly; a new jump forgets what lay forward.
  mutating func jump(_ pane: Pane, agreement: Int, offset: Int, shown: Range<Int>?) {
    change(pane) { reader in
      reader.back.append(reader.place)
      if reader.back.count > 200 { reader.back.removeFirst() }
      reader.forward = []
      if reader.place.agreement != agreement { reader.place = ReaderState.Place(agreement: agreement) }
    }
    land(pane, offset: offset, shown: shown)
  }

  /// Shows an offset: its provision begins near the top when the words are in sight then, else the words themselves do.
  func landing(_ pane: Pane, offset: Int) -> (top: Anchor, cursor: Int) {
    let layout = layout(pane)
    let height = frame(pane).rows
    let tree = agreement(pane).provisions
    let start = tree.innermost(at: offset).map { tree[$0].start } ?? offset
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

  private mutating func toggleAsFiled(_ pane: Pane) {
    keepTop(pane) { $0.asFiled.toggle() }
    guard reader(pane).asFiled else {
      state.message = Message(text: "reflowed · \(keyName(.asFiled)) shows the text as filed")
      return
    }
    let furniture = furnitureLines(agreement(pane)).map { " with \($0)" } ?? ""
    state.message = Message(text: "as filed\(furniture) · \(keyName(.asFiled)) reflows")
  }

  /// `34 lines of page furniture`; nil where there are none.
  func furnitureLines(_ agreement: Agreement) -> String? {
    let lines = agreement.blocks.count { $0.kind == .furniture }
    return lines == 0 ? nil : lines == 1 ? "1 line of page furniture" : "\(lines) lines of page furniture"
  }

  /// Shows what is left out of the text where it stood: `Rent is [-$400-] $500`.
  private mutating func toggleLeftOut(_ pane: Pane) {
    let all = agreement(pane).text.leftOut.filter { ReaderLayout.shows($0.kind) }
    guard !all.isEmpty else {
      state.message = Message(text: "nothing was struck, deleted or hidden here")
      return
    }
    keepTop(pane) {
      $0.showsLeftOut.toggle()
      $0.asFiled = false
    }
    let places = all.count == 1 ? "1 place" : "\(all.count) places"
    state.message = Message(
      text: reader(pane).showsLeftOut
        ? "struck, deleted and hidden words in \(places) stand in [- -] · \(keyName(.leftOut)) leaves them out" : "left out again")
  }

  /// Changes how a reader shows its text; the same words are at its top afterwards.
  private mutating func keepTop(_ pane: Pane, _ body: (inout ReaderState) -> Void) {
    let offset = layout(pane).offset(of: reader(pane).place.top)
    change(pane) {
      body(&$0)
      $0.scrollColumn = 0
    }
    let top = layout(pane).anchor(of: offset)
    change(pane) { $0.place.top = top }
    clamp(pane)
  }

  private func copy(_ pane: Pane, text: Bool) -> [Effect] {
    guard let id = currentProvision(pane) else { return [] }
    let agreement = agreement(pane)
    return [.copy(text ? agreement.readingWords(agreement.provisions[id].range) : ProvisionName.citation(id, in: agreement))]
  }

  private mutating func cancel(_ pane: Pane) {
    if pane == .peek || state.peek != nil {
      closePeek()
    } else if reader(pane).place.link != nil {
      change(pane) { $0.place.link = nil }
    } else if state.search != nil {
      state.search = nil
    } else if state.spotlight != nil {
      state.spotlight = nil
    } else if reader(pane).only != nil {
      showAll(pane)
    } else {
      state.message = Message(text: "q quits · ? for help")
    }
  }
}
