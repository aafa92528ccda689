import ContractModel

/// Two versions of an agreement: side by side, the words that differ marked in both and both scrolled together, or in one reader, the
/// words of the old version struck where they stood.
extension Browser {
  /// Compares what the two readers show, an agreement with what its amendments make of it, or this agreement with the one chosen before;
  /// where there is none of these, this one is chosen. Where agreements are compared it ends that.
  mutating func toggleComparison() {
    if state.comparison != nil {
      endComparison()
      state.message = Message(text: "no longer compared")
      return
    }
    let chosen = overviewMember ?? navigatorMember
    let here = chosen ?? state.readers[state.activeReader].place.agreement
    if let other = state.toCompare, other != here {
      state.toCompare = nil
      closeList()
      return compare(ComparedPair(old: other, new: here))
    }
    if chosen == nil, state.readers.count == 2, state.readers[0].place.agreement != state.readers[1].place.agreement {
      return compare(ComparedPair(old: state.readers[0].place.agreement, new: state.readers[1].place.agreement))
    }
    if chosen == nil, let base = context.agreements.members[here].amended?.base, base != here {
      return compare(ComparedPair(old: base, new: here))
    }
    state.toCompare = here
    state.message = Message(
      text: "\(context.nameInList(here)) is the old version: \(keyName(.compare)) on another compares them")
  }

  /// The agreement selected in the navigator's list of them; nil where that list has not the keys.
  private var navigatorMember: Int? {
    guard state.focus == .navigator, state.navigator.tab == .agreements, state.list == nil else { return nil }
    let rows = navigatorRows()
    let selected = state.navigator.selected[NavigatorState.Tab.agreements.rawValue]
    guard rows.items.indices.contains(selected), case .agreement(let member) = rows.items[selected] else { return nil }
    return member
  }

  private mutating func endComparison() {
    for index in state.readers.indices {
      if case .ofOldVersion = state.readers[index].struck { show(.none, in: .reader(index)) }
      if case .changes = state.readers[index].only { showAll(.reader(index)) }
    }
    state.comparison = nil
    state.scrollsTogether = false
    if state.navigator.tab == .changes { state.navigator.tab = .outline }
  }

  mutating func sayNothingIsCompared() {
    state.message = Message(text: "nothing is compared · \(keyName(.compare)) compares two agreements")
  }

  /// Compares an agreement that was opened with the one that is read, which is the old version.
  package mutating func compareOpened(_ index: Int, with old: Int) { compare(ComparedPair(old: old, new: index)) }

  /// Shows two versions: side by side where there is room or two readers are open, else in one reader the new version with the words of
  /// the old one struck where they stood.
  private mutating func compare(_ pair: ComparedPair) {
    if state.comparison != nil { endComparison() }
    state.list = nil
    state.peek = nil
    let texts = context.comparison(pair)
    let isTwo = state.readers.count == 2 || state.columns >= Panes.wide
    state.comparison = pair
    if isTwo { setBeside(pair) } else { setRedline(pair) }
    let share = texts.comparison.share
    let count = texts.rows.count
    state.message = Message(
      text: texts.comparison.isSame
        ? "nothing is different"
        : share < 0.1
          ? "little in common: \(Int(share * 100)) %"
          : "\(count) \(count == 1 ? "provision differs" : "provisions differ") from the old \(context.nameInList(pair.old))",
      hint: "\(keyName(.nextChange)) next · \(keyName(.changes)) lists · \(keyName(isTwo ? .onlyPane : .splitBelow)) "
        + "\(isTwo ? "in one" : "both") · \(keyName(.compare)) ends")
  }

  /// Sets the old version into the first reader and the new one into the second.
  private mutating func setBeside(_ pair: ComparedPair) {
    let read = state.readers[state.activeReader].place
    if state.readers.count == 1 { split(state.columns >= Panes.wide ? .beside : .below) }
    state.navigator.isVisible = false
    arrange(pair, read)
  }

  /// Gives each of two versions its reader; what was read stays where it was, and the other version comes to it.
  mutating func arrange(_ pair: ComparedPair, _ read: ReaderState.Place) {
    for (index, agreement) in [pair.old, pair.new].enumerated() {
      show(.none, in: .reader(index))
      guard state.readers[index].place.agreement != agreement else { continue }
      remember(.reader(index))
      change(.reader(index)) { $0.place = agreement == read.agreement ? read : ReaderState.Place(agreement: agreement) }
    }
    state.focus = .reader(1)
    state.lastReader = 1
    alignOther(from: .reader(read.agreement == pair.old ? 0 : 1))
  }

  /// Shows the new version in the one reader there is, at the words that were read, with the old words struck.
  private mutating func setRedline(_ pair: ComparedPair) {
    let pane = Pane.reader(state.activeReader)
    let read = reader(pane).place
    if read.agreement != pair.new {
      let byte = layout(pane).firstWords(from: read.top)
      remember(pane)
      change(pane) { $0.place = ReaderState.Place(agreement: pair.new) }
      show(.ofOldVersion(pair), in: pane)
      guard read.agreement == pair.old, read.top != Anchor(unit: 0, row: 0) else { return }
      let top = layout(pane).anchor(of: context.comparison(pair).comparison.newPlace(of: byte))
      change(pane) { $0.place.top = top }
      takeCursorFromSight(pane)
      return
    }
    show(.ofOldVersion(pair), in: pane)
  }

  /// Where one of two readers is left and shows the new version, the words of the old one come into it.
  mutating func takeRedline() {
    guard let pair = state.comparison, state.readers.count == 1, state.readers[0].place.agreement == pair.new else { return }
    show(.ofOldVersion(pair), in: .reader(0))
  }

  /// Shows or hides words that are not in the text; the words at the top stay there.
  mutating func show(_ struck: ShownStruck, in pane: Pane) {
    guard reader(pane).struck != struck else { return }
    let byte = layout(pane).firstWords(from: reader(pane).place.top)
    let isTop = reader(pane).place.top == Anchor(unit: 0, row: 0)
    change(pane) {
      $0.struck = struck
      if struck != .none { $0.asFiled = false }
    }
    let top = isTop ? Anchor(unit: 0, row: 0) : layout(pane).anchor(of: byte)
    change(pane) { $0.place.top = top }
  }

  /// Shows only the provisions that differ, or all of them.
  mutating func toggleOnlyChanges() {
    guard let pair = state.comparison else { return sayNothingIsCompared() }
    let pane = Pane.reader(state.activeReader)
    if case .changes = reader(pane).only {
      for index in state.readers.indices { showAll(.reader(index)) }
      return
    }
    let texts = context.comparison(pair)
    for index in state.readers.indices where [pair.old, pair.new].contains(state.readers[index].place.agreement) {
      let pane = Pane.reader(index)
      let offset = reader(pane).place.cursor
      change(pane) {
        $0.only = .changes(pair)
        $0.asFiled = false
      }
      land(pane, offset: offset, shown: nil)
    }
    alignOther(from: pane)
    let count = texts.rows.count
    state.message = Message(
      text: "only the \(count == 1 ? "provision that differs" : "\(count) provisions that differ")",
      hint: "\(keyName(.onlyChanges)) shows all")
  }

  /// Brings the other reader to the words that stand at the top of one.
  mutating func alignOther(from pane: Pane) {
    guard let pair = state.comparison, state.readers.count == 2, case .reader(let index) = pane else { return }
    let isOld = reader(pane).place.agreement == pair.old
    let other = Pane.reader(1 - index)
    guard reader(other).place.agreement == (isOld ? pair.new : pair.old) else { return }
    let comparison = context.comparison(pair).comparison
    let byte = layout(pane).firstWords(from: reader(pane).place.top)
    let place = isOld ? comparison.newPlace(of: byte) : comparison.oldPlace(of: byte)
    let top = reader(pane).place.top == Anchor(unit: 0, row: 0) ? Anchor(unit: 0, row: 0) : layout(other).anchor(of: place)
    change(other) { $0.place.top = top }
    takeCursorFromSight(other)
  }

  /// Goes to the next or former provision that differs, in both readers.
  mutating func stepChange(_ pane: Pane, forward: Bool) {
    guard let pair = state.comparison, [pair.old, pair.new].contains(reader(pane).place.agreement) else {
      return sayNothingIsCompared()
    }
    let texts = context.comparison(pair)
    let isOld = reader(pane).place.agreement == pair.old
    let here = reader(pane).place.shown?.lowerBound ?? readingPlace(pane)
    let places = texts.rows.compactMap { texts.place($0, isOld: isOld) }.sorted()
    guard let next = forward ? places.first(where: { $0 > here }) : places.last(where: { $0 < here }) else {
      state.message = Message(text: forward ? "no change after this one" : "no change before this one")
      return
    }
    show(next, isOld: isOld, texts, pane)
  }

  /// Shows a place in a reader and the same in the other one.
  private mutating func show(_ offset: Int, isOld: Bool, _ texts: ComparedTexts, _ pane: Pane) {
    let marks = isOld ? texts.deleted : texts.inserted
    let mark = marks.first { $0.range.lowerBound == offset }
    moveCursor(
      pane, to: context.landmarks(reader(pane).place.agreement).innermost(at: offset)?.range.lowerBound ?? offset,
      shown: mark?.range ?? offset..<offset)
    alignOther(from: pane)
    let places = texts.rows.compactMap { texts.place($0, isOld: isOld) }.sorted()
    let at = places.count { $0 <= offset }
    state.message = Message(text: "\(currentName(pane) ?? "before the first provision") · \(at) of \(places.count) that differ")
  }
}
