import ContractModel
import TerminalGrid

/// Selecting, following and peeking at links.
extension Browser {
  /// The selected link of a pane, by its index among the agreement's marks.
  func selectedLink(_ pane: Pane) -> Int? {
    let place = reader(pane).place
    return place.link.flatMap { context.links(place.agreement).link(at: $0) }
  }

  /// The link that a key speaks to: the selected one, else the first in sight of what the reader is in, else the first in sight.
  func currentLink(_ pane: Pane) -> Int? {
    if let link = selectedLink(pane) { return link }
    let place = reader(pane).place
    let sight = sight(pane)
    let marks = links(pane).marks
    let landmarks = context.landmarks(place.agreement)
    let own = landmarks.innermost(at: place.cursor)
    var seen = links(pane).links(in: sight)
    // A definition's own term leads nowhere else.
    if let own, case .definition = own.kind { seen.removeAll { leads(marks[$0], place.agreement, to: own.label) } }
    guard sight.contains(place.shown?.lowerBound ?? place.cursor), let own, own.range.contains(place.cursor) else {
      return seen.first
    }
    // What was led to goes on to the next landmark, or to the end of the one it is in.
    let start = max(own.range.lowerBound, place.shown?.lowerBound ?? own.range.lowerBound)
    let next = landmarks.index(after: start)
    let end = next < landmarks.all.count ? min(landmarks.all[next].range.lowerBound, own.range.upperBound) : own.range.upperBound
    func first(_ places: Range<Int>) -> Int? { seen.first { places.contains(marks[$0].range.lowerBound) } }
    // A heading without a link of its own speaks for what stands below it.
    return first(start..<max(start, end)) ?? first(own.range.lowerBound..<max(own.range.lowerBound, end)) ?? first(own.range)
  }

  /// Whether the link of a term leads to words of its own agreement.
  private func leads(_ mark: LinkIndex.Mark, _ index: Int, to words: Range<Int>) -> Bool {
    switch mark.kind {
    case .use, .definition: break
    case .reference, .borrowed, .changed, .contents: return false
    }
    guard case .place(index, let offset, _, _) = context.target(of: mark, index) else { return false }
    return words.contains(offset)
  }

  mutating func selectLink(_ pane: Pane, forward: Bool) {
    let index = links(pane)
    let sight = sight(pane)
    let seen = index.links(in: sight)
    let place = reader(pane).place
    var choice: Int?
    if let link = selectedLink(pane) {
      choice = index.next(after: link, forward: forward)
    } else if forward {
      choice = currentLink(pane) ?? seen.first { index.marks[$0].range.lowerBound >= place.cursor } ?? seen.first
    } else {
      choice = seen.last { index.marks[$0].range.lowerBound < place.cursor } ?? seen.last
    }
    guard let choice else {
      state.message = Message(
        text: place.link == nil ? "no link in sight" : forward ? "no link after this one" : "no link before this one")
      return
    }
    let range = index.marks[choice].range
    step(pane)
    // A link is never at the very edge, so that what it is about is in sight too.
    let layout = layout(pane)
    let height = height(pane)
    let at = layout.anchor(of: range.lowerBound)
    let margin = min(2, height / 6)
    let top = place.top
    let isAbove = !sight.contains(range.lowerBound) && at <= top || at < layout.move(top, by: margin) && !forward
    let isBelow = at > layout.move(top, by: height - 1 - margin)
    if isAbove || isBelow {
      let moved = isBelow ? layout.move(at, by: -(height - 1 - margin)) : layout.move(at, by: -max(margin, 2))
      if moved != top {
        leave(pane)
        change(pane) { $0.place.top = moved }
        clamp(pane)
      }
    }
    let landmark = context.landmarks(place.agreement).innermost(at: range.lowerBound)
    change(pane) {
      $0.place.link = range.lowerBound
      $0.place.shown = nil
      if let landmark { $0.place.cursor = landmark.range.lowerBound }
    }
    announce(choice, pane)
  }

  /// Says in words what the selected link is: where colour says it to others, and always where it leads nowhere.
  private mutating func announce(_ link: Int, _ pane: Pane) {
    let index = links(pane)
    switch context.target(of: index.marks[link], reader(pane).place.agreement) {
    case .nowhere(let reason): state.message = Message(text: reason, isWarning: true)
    case .place(_, _, _, let name) where state.isFlat:
      state.message = Message(text: "link “\(agreement(pane).words(index.marks[link].range))”, leads to \(name)")
    case .several(_, let ids) where state.isFlat:
      state.message = Message(text: "link “\(agreement(pane).words(index.marks[link].range))”, leads to \(ids.count) places")
    default: break
    }
  }

  mutating func follow(_ pane: Pane, inOther: Bool) -> [Effect] {
    guard let link = currentLink(pane) else {
      let hint = links(pane).links(in: sight(pane)).isEmpty ? "" : " · \(keyName(.nextLink)) goes to the next in sight"
      state.message = Message(text: "no link here\(hint)")
      return []
    }
    follow(link, from: pane, inOther: inOther)
    return []
  }

  mutating func follow(_ link: Int, from pane: Pane, inOther: Bool) {
    let place = reader(pane).place
    let start = links(pane).marks[link].range.lowerBound
    switch context.target(of: links(pane).marks[link], place.agreement) {
    case .place(let agreement, let offset, let shown, let name):
      var target = pane
      if inOther { target = otherReader(from: pane) }
      // The way back leads to this link, also when it was not selected.
      if target == pane { change(pane) { $0.place.link = start } }
      jump(target, agreement: agreement, offset: offset, shown: shown)
      state.message = Message(text: name, hint: "\(keyName(.back)) returns")
    case .several(let agreement, let ids):
      if pane != .peek { change(pane) { $0.place.link = start } }
      state.list = ListState(content: .targets(agreement: agreement, ids: ids))
    case .nowhere(let reason):
      change(pane) { $0.place.link = start }
      state.message = Message(text: reason, isWarning: true)
    }
  }

  func keyName(_ command: Command) -> String { keymap.keys(command).first?.name ?? ":" + command.rawValue }

  // MARK: Peek

  mutating func peek(_ pane: Pane) {
    guard let link = currentLink(pane) else {
      state.message = Message(text: "no link to peek at here")
      return
    }
    let place = reader(pane).place
    let start = links(pane).marks[link].range.lowerBound
    switch context.target(of: links(pane).marks[link], place.agreement) {
    case .place(let agreement, let offset, let shown, let name):
      if pane == .peek {
        jump(.peek, agreement: agreement, offset: offset, shown: shown)
      } else {
        change(pane) { $0.place.link = start }
        state.peek = ReaderState()
        state.peekOrigin = nil
        state.peek!.place.agreement = agreement
        state.list = nil
        state.focus = .peek
        land(.peek, offset: offset, shown: shown)
      }
      state.message = Message(text: "\(name)\(pointers(links(pane).marks[link], place.agreement)) · \(keyName(.cancel)) closes")
    case .several(let agreement, let ids):
      state.list = ListState(content: .targets(agreement: agreement, ids: ids))
    case .nowhere(let reason): state.message = Message(text: reason, isWarning: true)
    }
  }

  /// ", pointed to in 1.1": where else a term is named by reference.
  private func pointers(_ mark: LinkIndex.Mark, _ index: Int) -> String {
    let term: Int
    switch mark.kind {
    case .use(let id), .definition(let id, _): term = id
    case .reference, .borrowed, .changed, .contents: return ""
    }
    let agreement = context.agreement(index)
    let places = agreement.terms[term].definitions.filter { $0.kind == .reference }.compactMap { $0.provision }.map {
      agreement.provisions[$0].number
    }
    return places.isEmpty ? "" : ", pointed to in \(places.joined(separator: ", "))"
  }

  // MARK: One term alone

  mutating func toggleSpotlight(_ pane: Pane) {
    if state.spotlight != nil {
      state.spotlight = nil
      state.message = Message(text: "all words are lit again")
      return
    }
    let index = reader(pane).place.agreement
    var term: Int?
    if let link = currentLink(pane) {
      switch links(pane).marks[link].kind {
      case .use(let id), .definition(let id, _): term = id
      case .reference, .borrowed, .changed, .contents: break
      }
    }
    if term == nil, let id = currentProvision(pane) {
      term = agreement(pane).terms.firstIndex { $0.definitions.contains { $0.provision == id } }
    }
    guard let term else {
      state.message = Message(text: "no term here")
      return
    }
    state.spotlight = BrowserState.Spotlight(agreement: index, term: term)
    let defined = agreement(pane).terms[term]
    state.message = Message(text: "“\(defined.name)” alone: \(defined.uses.count) uses · \(keyName(.spotlight)) lights all up")
  }

  mutating func closePeek() {
    state.peek = nil
    state.focus = .reader(state.activeReader)
    switch state.peekOrigin {
    case .navigator: state.focus = .navigator
    case .list(let list) where listCount(list) > 0: state.list = list
    case .list, nil: break
    }
    state.peekOrigin = nil
  }

  // MARK: Labels

  mutating func labelLinks(_ pane: Pane, inOther: Bool) {
    guard !links(pane).links(in: sight(pane)).isEmpty else {
      state.message = Message(text: "no link in sight")
      return
    }
    state.labels = LabelState(inOtherReader: inOther)
  }

  /// The links in sight and the letters each is called by: home row first, as short as their number allows.
  func labels(_ pane: Pane) -> [(label: String, link: Int)] {
    let seen = links(pane).links(in: sight(pane))
    let letters = Array("asdfghjklqwertyuiopzxcvbnm")
    // As many letters stand alone as can; the rest begin labels of two, and none is the beginning of another.
    var pairs = 0
    while letters.count - pairs + pairs * letters.count < seen.count, pairs < letters.count { pairs += 1 }
    var labels = letters.prefix(letters.count - pairs).map { String($0) }
    for first in letters.suffix(pairs) { labels += letters.map { String(first) + String($0) } }
    return zip(labels, seen).map { ($0, $1) }
  }

  mutating func typeLabel(_ key: Key) -> [Effect] {
    guard case .character(let character) = key, character != " " else {
      state.labels = nil
      return []
    }
    let typed = state.labels!.typed + String(character)
    let inOther = state.labels!.inOtherReader
    let pane = activePane
    let fitting = labels(pane).filter { $0.label.hasPrefix(typed) }
    if let exact = fitting.first, exact.label == typed {
      state.labels = nil
      follow(exact.link, from: pane, inOther: inOther)
    } else if fitting.isEmpty {
      state.labels = nil
      state.message = Message(text: "no link is labelled \(Scrubber.scrubbed(typed))")
    } else {
      state.labels!.typed = typed
    }
    return []
  }
}
