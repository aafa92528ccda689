import ContractModel
import TerminalGrid

/// Taking up a file that was changed on the disk: everything that names a place in the old text is led to the new one.
extension Browser {
  /// Shows the file's new text at the place of the old one.
  package mutating func reload(_ member: Case.Member, _ index: Int) {
    var memory = memory(index)
    let moved = MovedPlaces(from: context.agreement(index), to: member.agreement)
    let spotlit = state.spotlight.map { context.agreement($0.agreement).terms[$0.term].name }
    memory.cursor = moved.offset(memory.cursor)
    memory.top = moved.offset(memory.top)
    memory.history = memory.history.map(moved.offset)
    // What stands at the top of each reader is there again afterwards.
    let tops = state.readers.indices.map { moved.offset(layout(.reader($0)).offset(of: state.readers[$0].place.top)) }
    context.replace(index, member)
    state.changePlaces { old in
      guard old.agreement == index else { return old }
      var place = old
      place.cursor = moved.offset(old.cursor)
      place.shown = nil
      place.link = nil
      return place
    }
    for reader in state.readers.indices {
      state.readers[reader].back = state.readers[reader].back.map { anchored($0, state.readers[reader], index) }
      state.readers[reader].forward = state.readers[reader].forward.map { anchored($0, state.readers[reader], index) }
      if state.readers[reader].place.agreement == index {
        state.readers[reader].place.top = layout(.reader(reader)).anchor(of: tops[reader])
      }
    }
    if state.peek?.place.agreement == index { closePeek() }
    state.peek?.back.removeAll { $0.agreement == index }
    state.peek?.forward.removeAll { $0.agreement == index }
    state.undo.removeAll { $0.agreement == index }
    state.list = nil
    state.labels = nil
    state.selection = nil
    state.search?.current = nil
    state.navigator.unfolded = state.navigator.unfolded.filter { $0.agreement != index }
    state.navigator.collapsed = state.navigator.collapsed.filter { $0.agreement != index }
    leadSpotlight(named: spotlit, index)
    leadPrompt(moved, index)
    recall(memory, index, changedSince: true, movesReaders: false)
  }

  private mutating func leadSpotlight(named name: String?, _ index: Int) {
    guard let name, state.spotlight?.agreement == index else { return }
    let term = context.agreement(index).terms.firstIndex { $0.name == name }
    state.spotlight = term.map { BrowserState.Spotlight(agreement: index, term: $0) }
  }

  /// The finding that was asked about may be another now; a note stays with its provision.
  private mutating func leadPrompt(_ moved: MovedPlaces, _ index: Int) {
    guard let prompt = state.prompt else { return }
    state.prompt?.choice = nil
    if case .dismissal = prompt.kind, prompt.origin.agreement == index { state.prompt = nil }
    if case .note(let offset) = prompt.kind, prompt.origin.agreement == index {
      state.prompt?.kind = .note(offset: moved.offset(offset))
    }
  }

  /// A place whose first row is found anew where its text was replaced.
  private func anchored(_ place: ReaderState.Place, _ reader: ReaderState, _ index: Int) -> ReaderState.Place {
    guard place.agreement == index else { return place }
    var moved = place
    var shown = reader
    shown.place = place
    let layout = layout(shown, width: textWidth(.reader(0)))
    moved.top = layout.move(layout.anchor(of: place.cursor), by: -2)
    return moved
  }
}

extension BrowserState {
  /// Puts another place where each that the browser remembers was.
  fileprivate mutating func changePlaces(_ change: (ReaderState.Place) -> ReaderState.Place) {
    for index in readers.indices { readers[index].changePlaces(change) }
    peek?.changePlaces(change)
    if let origin = prompt?.origin { prompt?.origin = change(origin) }
  }
}

extension ReaderState {
  fileprivate mutating func changePlaces(_ change: (Place) -> Place) {
    place = change(place)
    back = back.map(change)
    forward = forward.map(change)
  }
}

/// The way from offsets in one version of an agreement to those in the next: by the number of the provision they stand in, and in it by
/// the words that stand there.
///
/// The words twenty bytes into 8.9 are looked for in the new 8.9; where it has them no more, the offset is twenty bytes into it. Where no
/// provision has the number, the offset stays, inside the text.
private struct MovedPlaces {
  private let old: Agreement
  private let new: Agreement
  /// How many bytes must be the same for the words to be.
  private static let reach = 40

  init(from old: Agreement, to new: Agreement) {
    self.old = old
    self.new = new
  }

  func offset(_ offset: Int) -> Int {
    guard let id = old.provisions.innermost(at: offset),
      let found = new.provisions(numbered: old.provisions[id].number).first(where: {
        new.provisions[$0].number == old.provisions[id].number
      })
    else {
      return min(max(offset, 0), new.text.bytes.count)
    }
    let target = new.provisions[found]
    let expected = min(target.start + max(0, offset - old.provisions[id].start), max(target.range.upperBound - 1, target.start))
    let words = old.text.bytes[
      min(offset, old.text.bytes.count)..<min(offset + Self.reach, old.provisions[id].range.upperBound, old.text.bytes.count)]
    guard words.count >= 8 else { return expected }
    let places = new.text.bytes[target.range].ranges(of: Array(words)).map(\.lowerBound)
    return places.min { abs($0 - expected) < abs($1 - expected) } ?? expected
  }
}
