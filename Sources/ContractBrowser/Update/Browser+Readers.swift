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

  func layout(_ pane: Pane) -> ReaderLayout { layout(reader(pane), width: textWidth(pane)) }

  /// Whether a pane shows two pages side by side: when that is asked for and there is room.
  func showsTwoPages(_ pane: Pane) -> Bool {
    state.isTwoPages && pane != .peek && state.readers.count == 1 && frame(pane).columns >= Panes.twoPages
  }

  /// The columns that text has in a pane.
  func textWidth(_ pane: Pane) -> Int { Panes.textWidth(page(pane)) }

  /// The frame of a pane, or of the left one of two pages.
  func page(_ pane: Pane) -> Frame {
    var frame = frame(pane)
    if showsTwoPages(pane) { frame.columns = (frame.columns - 1) / 2 }
    return frame
  }

  /// The rows of text that a pane shows, on both pages where there are two.
  func height(_ pane: Pane) -> Int { frame(pane).rows * (showsTwoPages(pane) ? 2 : 1) }
  func layout(_ reader: ReaderState, width: Int) -> ReaderLayout {
    context.layout(
      reader.place.agreement, width: width, asFiled: reader.asFiled, struck: reader.struck, only: reader.only)
  }
  func agreement(_ pane: Pane) -> Agreement { context.agreement(reader(pane).place.agreement) }
  func links(_ pane: Pane) -> LinkIndex { context.links(reader(pane).place.agreement) }

  /// The provision a reader is in.
  func currentProvision(_ pane: Pane) -> Int? {
    let place = reader(pane).place
    return agreement(pane).provisions.innermost(at: place.cursor)
  }

  /// The provision or the definition of a list that a reader is in.
  func currentLandmark(_ pane: Pane) -> Landmarks.Landmark? {
    let place = reader(pane).place
    return context.landmarks(place.agreement).innermost(at: place.cursor)
  }

  /// The bytes in sight.
  func sight(_ pane: Pane) -> Range<Int> { sight(pane, rows: height(pane)) }

  /// The bytes in sight in the first rows of a pane.
  func sight(_ pane: Pane, rows count: Int) -> Range<Int> {
    let layout = layout(pane)
    let hidden = stickyLandmark(pane) == nil ? 0 : 1
    let rows = layout.page(from: reader(pane).place.top, height: count).dropFirst(hidden).filter { !$0.row.isBlank }
    guard let first = rows.first, let last = rows.last else { return 0..<0 }
    return first.row.range.lowerBound..<max(last.row.range.upperBound, first.row.range.lowerBound)
  }

  /// The landmark whose name stands over the first row of a pane: the one that the words below the row are in, when it begins further up.
  ///
  /// Above a provision just gone to that is the article it stands in, not the provision before it.
  func stickyLandmark(_ pane: Pane) -> Landmarks.Landmark? {
    guard !state.isFlat, pane != .peek, frame(pane).rows >= Self.stickyRows else { return nil }
    let place = reader(pane).place
    let rows = layout(pane).page(from: place.top, height: 4).map(\.row)
    let landmarks = context.landmarks(place.agreement)
    guard let first = rows.first, let below = rows.dropFirst().first(where: { !$0.isBlank })?.range.lowerBound else { return nil }
    // The name of what begins in the first row stands there already.
    if !first.isBlank, landmarks.innermost(at: first.range.lowerBound)?.range.lowerBound == first.range.lowerBound { return nil }
    return landmarks.innermost(at: below, begunBefore: below)
  }

  /// A pane of fewer rows has none to spare for the name of what it shows.
  private static let stickyRows = 8

  /// Where the reader reads: at the cursor while that is in sight, else at the first words in sight.
  func readingPlace(_ pane: Pane) -> Int {
    let sight = sight(pane)
    let cursor = reader(pane).place.cursor
    return sight.contains(cursor) ? cursor : sight.lowerBound
  }

  /// Keeps a pane's top inside its text.
  mutating func clamp(_ pane: Pane) {
    let layout = layout(pane)
    let last = layout.lastTop(height: height(pane))
    let top = reader(pane).place.top
    if top > last { change(pane) { $0.place.top = last } }
  }

  // MARK: Moving

  mutating func inReader(_ command: Command) -> [Effect] {
    let pane = activePane
    let height = height(pane)
    switch command {
    case .lineDown: scroll(pane, by: times)
    case .lineUp: scroll(pane, by: -times)
    case .halfPageDown: scroll(pane, by: times * max(height / 2, 1))
    case .halfPageUp: scroll(pane, by: -times * max(height / 2, 1))
    case .pageDown: scroll(pane, by: times * max(height - 2, 1))
    case .pageUp: scroll(pane, by: -times * max(height - 2, 1))
    case .top where state.count != nil, .bottom where state.count != nil: goToLine(times, pane)
    case .percent, .top, .bottom:
      moveToEnd(pane, command)
      // Readers that scroll together go to the ends together.
      if state.scrollsTogether, state.readers.count == 2, case .reader(let index) = pane { moveToEnd(.reader(1 - index), command) }
    case .centre, .toPaneTop, .toPaneBottom: place(pane, command)
    case .firstInSight, .middleInSight, .lastInSight: takeFromSight(pane, command)
    case .jumps: showJumps(pane)
    case .left: scrollLeft(pane)
    case .right: scrollRight(pane)
    case .nextProvision, .previousProvision: step(pane, forward: command == .nextProvision) { _ in true }
    case .nextArticle, .previousArticle:
      let browser = self
      step(pane, forward: command == .nextArticle) { browser.isAtTop(pane, $0) }
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
    case .clearSearch:
      state.message = Message(text: state.search == nil ? "nothing is searched" : "matches are no longer shown")
      state.search = nil
    case .nextFinding, .previousFinding: stepFinding(pane, forward: command == .nextFinding)
    case .dismissFinding: return dismissFinding(pane)
    case .nextChange, .previousChange:
      for _ in 0..<min(times, 500) { stepChange(pane, forward: command == .nextChange) }
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

  /// Goes to the next or previous landmark for which `admits` holds, from what is in sight; it comes into sight without leaping when it
  /// is near.
  mutating func step(_ pane: Pane, forward: Bool, quiet: Bool = false, _ admits: (Landmarks.Landmark) -> Bool) {
    let landmarks = context.landmarks(reader(pane).place.agreement)
    let here = readingPlace(pane)
    var index = forward ? landmarks.index(after: here) : landmarks.index(before: here)
    // Where only some provisions are shown, those alone can be gone to.
    let layout = reader(pane).only == nil || reader(pane).asFiled ? nil : layout(pane)
    func isShown(_ landmark: Landmarks.Landmark) -> Bool { layout?.shows(landmark.range.lowerBound) ?? true }
    while landmarks.all.indices.contains(index), !admits(landmarks.all[index]) || !isShown(landmarks.all[index]) {
      index += forward ? 1 : -1
    }
    guard landmarks.all.indices.contains(index) else {
      if !quiet { state.message = Message(text: forward ? "no provision after this one" : "no provision before this one") }
      return
    }
    moveCursor(pane, to: landmarks.all[index].range.lowerBound)
  }

  /// Whether a landmark begins an article, an attachment, or what else stands at the top of the outline.
  private func isAtTop(_ pane: Pane, _ landmark: Landmarks.Landmark) -> Bool {
    guard case .provision(let id) = landmark.kind else { return false }
    return agreement(pane).provisions[id].depth == 0
  }

  /// Puts the cursor at an offset and brings it into sight.
  mutating func moveCursor(_ pane: Pane, to offset: Int, shown: Range<Int>? = nil) {
    let layout = layout(pane)
    step(pane)
    let height = height(pane)
    change(pane) {
      $0.place.cursor = offset
      $0.place.link = nil
      $0.place.shown = shown
      $0.scrollColumn = 0
    }
    let at = layout.anchor(of: shown?.lowerBound ?? offset)
    let top = reader(pane).place.top
    let bottom = layout.move(top, by: max(height - 4, 0))
    if at < top || at > bottom || at == top && stickyLandmark(pane) != nil {
      leave(pane)
      // The beginning of the provision too, where both fit.
      let above = -min(2, height / 4)
      let head = layout.move(min(layout.anchor(of: offset), at), by: above)
      let fits = layout.move(head, by: height * 2 / 3) >= at
      change(pane) { $0.place.top = fits ? head : layout.move(at, by: above) }
      clamp(pane)
    }
  }

  private mutating func toggleAsFiled(_ pane: Pane) {
    change(pane) {
      $0.asFiled.toggle()
      $0.scrollColumn = 0
    }
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
    if let pair = state.comparison, reader(pane).place.agreement == pair.new {
      show(reader(pane).struck == .none ? .ofOldVersion(pair) : .none, in: pane)
      state.message = Message(
        text: reader(pane).struck == .none
          ? "the words of the old version are left out again" : "the words of the old version stand in [- -]")
      return
    }
    let all = agreement(pane).text.leftOut.filter { ReaderLayout.shows($0.kind) }
    guard !all.isEmpty else {
      state.message = Message(text: "nothing was struck, deleted or hidden here")
      return
    }
    change(pane) {
      $0.struck = $0.struck == .ofFile ? .none : .ofFile
      $0.asFiled = false
      $0.scrollColumn = 0
    }
    let places = all.count == 1 ? "1 place" : "\(all.count) places"
    state.message = Message(
      text: reader(pane).struck == .ofFile
        ? "struck, deleted and hidden words in \(places) stand in [- -] · \(keyName(.leftOut)) leaves them out" : "left out again")
  }

  private mutating func copy(_ pane: Pane, text: Bool) -> [Effect] {
    guard let landmark = currentLandmark(pane) else {
      state.message = Message(text: "no provision here to copy · \(keyName(.select)) selects words")
      return []
    }
    let agreement = agreement(pane)
    let landmarks = context.landmarks(reader(pane).place.agreement)
    return [
      .copy(
        text ? agreement.readingWords(landmark.range) : ProvisionName.citation(landmark, landmarks, in: agreement))
    ]
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
