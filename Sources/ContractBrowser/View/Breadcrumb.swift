import ContractModel

/// What the places of a text are called: on the status line, over the first row, in messages and lists.
extension Browser {
  /// `License Back Agreement › 8 General › 8.9 Attorney's fees`, where there is room behind the name of the case.
  func place(_ pane: Pane, separator: String) -> String {
    let value = context.agreements
    var parts = value.members.count > 1 && !value.title.isEmpty && state.columns >= 100 ? [value.title] : []
    parts.append(value.members[reader(pane).place.agreement].title)
    let place = reader(pane).place
    return (parts + crumbs(place.agreement, at: place.cursor)).joined(separator: separator)
  }

  /// The landmarks that hold a place, from the outermost on: `1 Definitions`, `1.1 Terms`, `"Debt"`, `(a)`; in an exhibit `Exhibit A`,
  /// `8 General`, `8.1`.
  func crumbs(_ index: Int, at offset: Int) -> [String] {
    let agreement = context.agreement(index)
    let landmarks = context.landmarks(index)
    guard let landmark = landmarks.innermost(at: offset) else { return [] }
    let definition = landmarks.definition(at: landmark.range.lowerBound)
    var crumbs: [String] = []
    var isDefinitionNamed = false
    var above: String?
    for id in landmark.provision.map({ agreement.provisions.path(to: $0) }) ?? [] {
      let provision = agreement.provisions[id]
      if let definition, provision.start > definition.range.lowerBound, !isDefinitionNamed {
        crumbs.append("\"\(agreement.words(definition.label))\"")
        isDefinitionNamed = true
      }
      var name = ProvisionName.long(id, in: agreement)
      if isDefinitionNamed, let quote = provision.number.lastIndex(of: "\"") {
        name = name.dropFirst(provision.number.distance(from: provision.number.startIndex, to: quote) + 1).description
      }
      // What a crumb before it says is not said again: the attachment, and the definition that an item is of.
      if let above, isDefinitionNamed ? name.hasPrefix(above) : name.hasPrefix(above + "/") {
        name = String(name.dropFirst(isDefinitionNamed ? above.count : above.count + 1))
      }
      crumbs.append(name)
      if provision.kind == .attachment || !isDefinitionNamed && above == nil || definition?.provision == id {
        above = provision.number
      }
    }
    if let definition, !isDefinitionNamed { crumbs.append("\"\(agreement.words(definition.label))\"") }
    return crumbs
  }

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
