import ContractModel
import TerminalGrid

/// Taking up a file that was changed on the disk: everything that names a place in the old text is led to the new one.
extension Browser {
  /// Shows the file's new text at the place of the old one.
  package mutating func reload(_ member: Case.Member, _ index: Int) {
    let memory = memory(index)
    let moved = MovedPlaces(from: context.agreement(index), to: member.agreement)
    // Links are counted in each agreement, and those to the old text are gone: a selected link is found again by its words.
    let selected = selectedLinks()
    let spotlit = state.spotlight.map { context.agreement($0.agreement).terms[$0.term].name }
    context.replace(index, member)
    let movement = Movement(index: index, moved: moved, selected: selected, context: context)
    state.changePlaces { movement.place($0) }
    for reader in state.readers.indices {
      state.readers[reader].back = state.readers[reader].back.map { anchored($0, state.readers[reader], index) }
      state.readers[reader].forward = state.readers[reader].forward.map { anchored($0, state.readers[reader], index) }
      if state.readers[reader].place.agreement == index { state.readers[reader].place = ReaderState.Place(agreement: index) }
    }
    if state.peek?.place.agreement == index { closePeek() }
    state.peek?.back.removeAll { $0.agreement == index }
    state.peek?.forward.removeAll { $0.agreement == index }
    state.list = nil
    state.labels = nil
    state.selection = nil
    state.search?.current = nil
    state.navigator.collapsed = state.navigator.collapsed.filter { $0.agreement != index }
    leadSpotlight(named: spotlit, index)
    leadPrompt(moved, index)
    recall(memory, index, changedSince: true)
    settle()
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
    if case .dismissal = prompt.kind { state.prompt = nil }
    if case .note(let offset) = prompt.kind, prompt.origin.agreement == index {
      state.prompt?.kind = .note(offset: moved.offset(offset))
    }
  }

  /// Leads remembered places to the new text.
  private struct Movement {
    let index: Int
    let moved: MovedPlaces
    let selected: [SelectedLink: Range<Int>]
    let context: BrowserContext

    func place(_ old: ReaderState.Place) -> ReaderState.Place {
      var place = old
      if old.agreement == index {
        place.cursor = moved.offset(old.cursor)
        place.shown = nil
        place.link = nil
      } else if let link = old.link {
        place.link = nil
        if let range = selected[SelectedLink(agreement: old.agreement, link: link)] {
          place.link = context.links(old.agreement).marks.firstIndex { $0.range == range && $0.isLink }
        }
      }
      return place
    }
  }

  private struct SelectedLink: Hashable {
    var agreement: Int
    var link: Int
  }

  /// The words of every selected link that some place remembers.
  private func selectedLinks() -> [SelectedLink: Range<Int>] {
    var out: [SelectedLink: Range<Int>] = [:]
    for place in state.places {
      guard let link = place.link else { continue }
      out[SelectedLink(agreement: place.agreement, link: link)] = context.links(place.agreement).marks[link].range
    }
    return out
  }

  /// A place whose first row is found anew where its text was replaced.
  private func anchored(_ place: ReaderState.Place, _ reader: ReaderState, _ index: Int) -> ReaderState.Place {
    guard place.agreement == index else { return place }
    var moved = place
    var shown = reader
    shown.place = place
    let layout = layout(shown, width: Panes.textWidth(Panes(state).readers[0]))
    moved.top = layout.move(layout.anchor(of: place.cursor), by: -2)
    return moved
  }
}

extension BrowserState {
  /// Every place the browser remembers.
  fileprivate var places: [ReaderState.Place] {
    var out: [ReaderState.Place] = []
    for reader in readers + (peek.map { [$0] } ?? []) { out += [reader.place] + reader.back + reader.forward }
    if let prompt { out.append(prompt.origin) }
    return out
  }

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

/// The way from offsets in one version of an agreement to those in the next, by the number of the provision they stand in.
///
/// Twenty bytes into 8.9 become twenty bytes into the new 8.9; where no provision has the number, the offset stays, inside the text.
private struct MovedPlaces {
  private let old: Agreement
  private let new: Agreement
  private let starts: [String: Int]

  init(from old: Agreement, to new: Agreement) {
    self.old = old
    self.new = new
    starts = Dictionary(
      new.provisions.provisions.indices.map { (new.provisions[$0].number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func offset(_ offset: Int) -> Int {
    guard let id = old.provisions.innermost(at: offset), let found = starts[old.provisions[id].number] else {
      return min(max(offset, 0), new.text.bytes.count)
    }
    let target = new.provisions[found]
    return min(target.start + max(0, offset - old.provisions[id].start), max(target.range.upperBound - 1, target.start))
  }
}
