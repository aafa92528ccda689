import ContractModel

/// Two versions of an agreement side by side: the words that differ marked in both, both scrolled together.
extension Browser {
  /// Compares what the two readers show, an agreement with what its amendments make of it, or this agreement with the one chosen before;
  /// where there is none of these, this one is chosen. Where agreements are compared it ends that.
  mutating func toggleComparison() {
    if state.comparison != nil {
      state.comparison = nil
      state.scrollsTogether = false
      state.message = Message(text: "no longer compared")
      return
    }
    let here = overviewMember ?? state.readers[state.activeReader].place.agreement
    if let other = state.toCompare, other != here {
      state.toCompare = nil
      closeList()
      return compare(ComparedPair(old: other, new: here))
    }
    if !showsOverview, state.readers.count == 2, state.readers[0].place.agreement != state.readers[1].place.agreement {
      return compare(ComparedPair(old: state.readers[0].place.agreement, new: state.readers[1].place.agreement))
    }
    if !showsOverview, let base = context.agreements.members[here].amended?.base, base != here {
      return compare(ComparedPair(old: base, new: here))
    }
    state.toCompare = here
    state.message = Message(
      text: "\(context.agreements.members[here].title) is the old version: \(keyName(.compare)) on another compares them")
  }

  /// Compares an agreement that was opened with the one that is read, which is the old version.
  package mutating func compareOpened(_ index: Int, with old: Int) { compare(ComparedPair(old: old, new: index)) }

  private mutating func compare(_ pair: ComparedPair) {
    state.list = nil
    state.peek = nil
    let texts = context.comparison(pair)
    let read = state.readers[state.activeReader].place
    if state.readers.count == 1 { split(state.columns >= 100 ? .beside : .below) }
    state.navigator.isVisible = false
    state.comparison = pair
    for (index, agreement) in [pair.old, pair.new].enumerated() where state.readers[index].place.agreement != agreement {
      remember(.reader(index))
      change(.reader(index)) { $0.place = agreement == read.agreement ? read : ReaderState.Place(agreement: agreement) }
    }
    state.focus = .reader(1)
    state.lastReader = 1
    // What was read stays where it was, and the other version comes to it.
    alignOther(from: .reader(read.agreement == pair.old ? 0 : 1))
    let share = texts.comparison.share
    let count = texts.rows.count
    state.message = Message(
      text: texts.comparison.isSame
        ? "nothing is different"
        : share < 0.1
          ? "little in common: \(Int(share * 100)) %" : "\(count) \(count == 1 ? "provision differs" : "provisions differ")",
      hint: "\(keyName(.nextChange)) next · \(keyName(.changes)) lists · \(keyName(.compare)) ends")
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
    guard let pair = state.comparison else {
      state.message = Message(text: "nothing is compared · \(keyName(.compare)) compares two agreements")
      return
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

  mutating func showChanges() {
    guard let pair = state.comparison else {
      state.message = Message(text: "nothing is compared · \(keyName(.compare)) compares two agreements")
      return
    }
    openList(.changes(pair))
  }

  /// A line of the list of changes: what matters first, then a provision that differs with its number, what became of it, and how many
  /// words.
  func changeRow(_ pair: ComparedPair, _ row: Int) -> ListRow {
    let texts = context.comparison(pair)
    guard row >= texts.summary.count else { return ListRow(number: "!", text: texts.summary[row].words, detail: "") }
    let change = texts.rows[row - texts.summary.count]
    let (old, new) = (texts.comparison.old, texts.comparison.new)
    let number = change.new.map { new.provisions[$0].number } ?? change.old.map { old.provisions[$0].number } ?? "–"
    let name =
      change.new.flatMap { ProvisionName.heading($0, in: new) } ?? change.old.flatMap { ProvisionName.heading($0, in: old) }
    let words = change.pieces.first { $0.kind == .inserted || $0.kind == .deleted }.map {
      $0.kind == .inserted ? new.words($0.new) : old.words($0.old)
    }
    var counts: [String] = []
    if change.deleted > 0 { counts.append("-\(change.deleted)") }
    if change.inserted > 0 { counts.append("+\(change.inserted)") }
    return ListRow(
      number: number,
      text: [change.isSigning ? "signatures" : name, words.map { "“\($0)”" }].compactMap { $0 }.joined(separator: ": "),
      detail: ([change.kind.rawValue] + counts).joined(separator: " "))
  }

  /// Where a line of the list of changes leads: into the new version, or into the old one that alone has it.
  func changePlace(_ pair: ComparedPair, _ row: Int) -> (agreement: Int, offset: Int, shown: Range<Int>?)? {
    let texts = context.comparison(pair)
    guard row >= texts.summary.count else {
      let line = texts.summary[row]
      return line.new.map { (pair.new, $0.lowerBound, $0) } ?? line.old.map { (pair.old, $0.lowerBound, $0) }
    }
    let row = row - texts.summary.count
    if let place = texts.place(texts.rows[row], isOld: false), texts.rows[row].kind != .removed { return (pair.new, place, nil) }
    return texts.place(texts.rows[row], isOld: true).map { (pair.old, $0, nil) }
  }
}
