import ContractModel
import TerminalGrid

/// A part of the words that say where a reader is, and the place it names.
struct Crumb: Equatable {
  /// `8 General`, `"Debt"`.
  var text: String
  /// `8`, where there is no room for the heading.
  var short: String
  /// The byte offset that it leads to.
  var offset: Int
}

/// What the places of a text are called: on the status line, over the first row, in messages and lists.
extension Browser {
  /// `License Back Agreement › 8 General › 8.9 Attorney's fees`, where there is room behind the name of the case.
  func place(_ pane: Pane, separator: String) -> String { allCrumbs(pane).map(\.text).joined(separator: separator) }

  /// The crumbs that fit a row: headings go before numbers, then the title is cut, then all but the last go.
  ///
  /// `more` is the sign that a title was cut, one cell wide.
  func crumbs(_ pane: Pane, width: Int, separatorWidth: Int = 3, more: Character = "›") -> [Crumb] {
    func fits(_ crumbs: [Crumb]) -> Bool {
      crumbs.reduce(-separatorWidth) { $0 + DisplayWidth.of($1.text) + separatorWidth } <= width
    }
    let full = allCrumbs(pane)
    let place = reader(pane).place
    let own = crumbs(place.agreement, at: place.cursor)
    guard !fits(full), let last = own.last else { return full }
    let numbers = own.dropLast().map { Crumb(text: $0.short, short: $0.short, offset: $0.offset) } + [last]
    let title = full.dropLast(own.count).suffix(1)
    if fits(title + numbers) { return title + numbers }
    // Which of several agreements it is stays to be seen, by the beginning of its title.
    let used = numbers.reduce(0) { $0 + DisplayWidth.of($1.text) + separatorWidth }
    if let whole = title.first, width - used >= 8 {
      var room = width - used - 1
      var kept = whole.text.prefix { character in
        room -= DisplayWidth.of(character)
        return room >= 0
      }
      // The sign stands at what was cut: `Lease for the› › 5`.
      while kept.last == " " { kept.removeLast() }
      return [Crumb(text: kept + String(more), short: whole.short, offset: whole.offset)] + numbers
    }
    return fits(numbers) ? numbers : [last]
  }

  private func allCrumbs(_ pane: Pane) -> [Crumb] {
    let value = context.agreements
    let place = reader(pane).place
    let own = value.members[place.agreement].title
    var names = value.members.count > 1 && !value.title.isEmpty && value.title != own && state.columns >= 100 ? [value.title] : []
    names.append(own + (context.tellingName(place.agreement).map { " (\($0))" } ?? ""))
    return names.map { Crumb(text: $0, short: $0, offset: 0) } + crumbs(place.agreement, at: place.cursor)
  }

  /// The landmarks that hold a place, from the outermost on: `1 Definitions`, `1.1 Terms`, `"Debt"`, `(a)`; in an exhibit `Exhibit A`,
  /// `8 General`, `8.1`.
  func crumbs(_ index: Int, at offset: Int) -> [Crumb] {
    let agreement = context.agreement(index)
    let landmarks = context.landmarks(index)
    guard let landmark = landmarks.innermost(at: offset) else { return [] }
    var crumbs: [Crumb] = []
    // What a crumb before says and is not said again: the attachment, and the provision that a definition stands in.
    var above: String?
    // Where the definitions begin that have a crumb.
    var named: [Int] = []
    func name(_ definition: Landmarks.Landmark?, before start: Int) {
      guard let definition, definition.range.lowerBound < start, !named.contains(definition.range.lowerBound) else { return }
      named.append(definition.range.lowerBound)
      let name = "\"\(agreement.words(definition.label))\""
      crumbs.append(Crumb(text: name, short: name, offset: definition.range.lowerBound))
      above = definition.provision.map { agreement.provisions[$0].number } ?? above
    }
    for id in landmark.provision.map({ agreement.provisions.path(to: $0) }) ?? [] {
      let provision = agreement.provisions[id]
      name(landmarks.definition(at: provision.start), before: provision.start)
      func own(_ name: String) -> String {
        if !named.isEmpty, let quote = provision.number.lastIndex(of: "\"") {
          return String(name.dropFirst(provision.number.distance(from: provision.number.startIndex, to: quote) + 1))
        }
        guard let above, name.hasPrefix(named.isEmpty ? above + "/" : above) else { return name }
        return String(name.dropFirst(named.isEmpty ? above.count + 1 : above.count))
      }
      let text = own(ProvisionName.long(id, in: agreement))
      let short = own(provision.number)
      crumbs.append(Crumb(text: text, short: short.isEmpty ? text : short, offset: provision.start))
      if provision.kind == .attachment || named.isEmpty && above == nil { above = provision.number }
    }
    name(landmarks.definition(at: landmark.range.lowerBound), before: landmark.range.lowerBound + 1)
    return crumbs
  }

  /// What the status line says at its right: how a reader shows its text, and how far down it is.
  func position(_ pane: Pane) -> String {
    let reader = reader(pane)
    let layout = layout(pane)
    let top = reader.place.top
    let last = layout.lastTop(height: height(pane))
    let count = agreement(pane).text.bytes.count
    var out = top >= last ? "end" : count > 0 ? "\(min(99, (layout.offset(of: top) * 100 + count / 2) / count))%" : ""
    if top == Anchor(unit: 0, row: 0) { out = last == top ? "all" : "top" }
    if reader.asFiled { out = "as filed  " + out }
    switch reader.only {
    case .words(let words): out = "only “\(words.prefix(16))”  " + out
    case .changes(let pair) where [pair.old, pair.new].contains(reader.place.agreement): out = "only changes  " + out
    default: break
    }
    if state.scrollsTogether, state.readers.count == 2 { out = "together  " + out }
    if let search = state.search, let current = search.current {
      out = "\(current + 1)/\(matches(of: search.pattern, in: pane).count)  " + out
    }
    return out
  }

  /// The columns of the status line that the crumbs have.
  func crumbRoom(_ pane: Pane) -> Int { state.columns - DisplayWidth.of(position(pane)) - 4 }

  /// The number of what holds a place: `8.9`, `1.1 "Debt"`; a dash before the first.
  func number(_ index: Int, at offset: Int) -> String {
    let landmarks = context.landmarks(index)
    return landmarks.innermost(at: offset).map { landmarks.number(of: $0, in: context.agreement(index)) } ?? "–"
  }

  /// The number of what a reader is in, for messages; nil in the preamble.
  func currentNumber(_ pane: Pane) -> String? {
    let landmarks = context.landmarks(reader(pane).place.agreement)
    return currentLandmark(pane).map { landmarks.number(of: $0, in: agreement(pane)) }
  }

  /// The name of what a reader is in, for messages; nil in the preamble.
  func currentName(_ pane: Pane) -> String? {
    let landmarks = context.landmarks(reader(pane).place.agreement)
    return currentLandmark(pane).map { ProvisionName.long($0, landmarks, in: agreement(pane)) }
  }

  /// Where the peek is and how it got there.
  func trail(separator: String) -> String {
    guard let peek = state.peek else { return "" }
    func name(_ place: ReaderState.Place) -> String {
      let agreement = context.agreement(place.agreement)
      if let shown = place.shown, let mark = context.links(place.agreement).mark(at: shown.lowerBound),
        case .definition(let term, _) = mark.kind
      {
        return agreement.terms[term].name
      }
      let landmarks = context.landmarks(place.agreement)
      return landmarks.innermost(at: place.cursor).map { ProvisionName.long($0, landmarks, in: agreement) } ?? "preamble"
    }
    return (peek.back.suffix(3) + [peek.place]).map(name).joined(separator: separator)
  }
}
