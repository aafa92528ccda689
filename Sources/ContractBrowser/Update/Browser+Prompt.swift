import ContractModel
import TerminalGrid

/// The line that is typed at `:` and `/`.
extension Browser {
  mutating func typeInPrompt(_ key: Key) -> [Effect] {
    guard var prompt = state.prompt else { return [] }
    let count = prompt.kind == .goTo ? completions(prompt.text).count : 0
    switch key {
    case .escape, .control("c"):
      cancelPrompt(prompt)
      return []
    case .enter:
      keepTyped(prompt)
      return acceptPrompt(prompt)
    case .backspace where prompt.text.isEmpty:
      cancelPrompt(prompt)
      return []
    case .control("e"):
      // A note of any length is written in the editor that the user has chosen.
      guard case .note(let offset) = prompt.kind else { fallthrough }
      state.prompt = nil
      return [.edit(prompt.text, agreement: prompt.origin.agreement, offset: offset)]
    case .down, .tab, .control("n"), .up, .backTab, .control("p"):
      let isDown = key == .down || key == .tab || key == .control("n")
      if prompt.recalled == nil, count > 0, isDown || prompt.choice != nil || key != .up {
        if key == .up, prompt.choice == 0 {
          prompt.choice = nil
        } else {
          prompt.choice = isDown ? ((prompt.choice ?? -1) + 1) % count : ((prompt.choice ?? count) + count - 1) % count
        }
      } else {
        recall(&prompt, older: !isDown)
      }
    default:
      guard prompt.line.take(key) else { return [] }
      prompt.choice = nil
      prompt.recalled = nil
    }
    state.prompt = prompt
    if prompt.kind == .search { searchAsTyped(prompt) }
    if prompt.kind == .filter { filter(prompt.text) }
    return []
  }

  /// Keeps a line to be called up again; a line is kept once.
  private mutating func keepTyped(_ prompt: PromptState) {
    let text = prompt.text.trimmingBlanks
    guard !text.isEmpty else { return }
    var lines = state.typed[prompt.history] ?? []
    lines.removeAll { $0 == text }
    lines.append(text)
    state.typed[prompt.history] = lines.suffix(100)
  }

  /// Shows an older or newer one of the lines typed before; behind the newest is what is being typed.
  private func recall(_ prompt: inout PromptState, older: Bool) {
    let lines = state.typed[prompt.history] ?? []
    if older {
      let next = prompt.recalled.map { $0 + 1 } ?? 0
      guard next < lines.count else { return }
      if prompt.recalled == nil { prompt.draft = prompt.line }
      prompt.recalled = next
    } else {
      guard let now = prompt.recalled else { return }
      prompt.recalled = now == 0 ? nil : now - 1
    }
    prompt.line = prompt.recalled.map { LineEditor(lines[lines.count - 1 - $0]) } ?? prompt.draft
  }

  private mutating func cancelPrompt(_ prompt: PromptState) {
    state.prompt = nil
    if let behind = prompt.overview {
      state.list = behind.list
      state.readers = behind.readers
      state.isNothingRead = behind.isNothingRead
      return
    }
    if prompt.kind == .filter { filter("") }
    if prompt.kind == .search {
      change(.reader(state.activeReader)) { $0.place = prompt.origin }
      if state.search?.current == nil || prompt.text.isEmpty == false { state.search = nil }
    }
  }

  private mutating func acceptPrompt(_ prompt: PromptState) -> [Effect] {
    state.prompt = nil
    switch prompt.kind {
    case .search:
      acceptSearch(prompt)
      return []
    case .filter:
      filter(prompt.text)
      return []
    case .only:
      showOnly(prompt.text.trimmingBlanks)
      return []
    case .searchAll:
      guard !prompt.text.isEmpty else { return [] }
      guard context.matchesEverywhere(prompt.text).total > 0 else {
        state.message = Message(
          text: "“\(Scrubber.scrubbed(prompt.text))” is in none of \(context.count) agreements", isWarning: true)
        return []
      }
      openList(.matches(pattern: prompt.text))
      return []
    case .note(let offset): return acceptNote(prompt.text, prompt.origin.agreement, at: offset)
    case .event(let name): return acceptEvent(prompt.text.trimmingBlanks, name, prompt.origin.agreement)
    case .dismissal(let check, let range): return acceptDismissal(prompt, check: check, range: range)
    case .goTo:
      let found = completions(prompt.text)
      let text = prompt.text.trimmingBlanks
      if text.hasPrefix("open ") { return [.open(String(text.dropFirst(5)).trimmingBlanks)] }
      if text.hasPrefix("compare "), case let path = String(text.dropFirst(8)).trimmingBlanks, !path.isEmpty {
        return [.compare(path, with: reader(.reader(state.activeReader)).place.agreement)]
      }
      if let line = Self.line(text) {
        goToLine(line, .reader(state.activeReader))
        return []
      }
      if ["w", "w!", "wa", "update"].contains(text) {
        state.message = Message(text: "nothing to write: marks and notes are kept as they are made")
        return []
      }
      if ["open", "compare", "theme"].contains(text) {
        state.message = Message(
          text: "\(text) needs a name behind it: :\(text) \(text == "theme" ? "dark" : "FILE")", isWarning: true)
        return []
      }
      if text.hasPrefix("theme ") { return useTheme(String(text.dropFirst(6)).trimmingBlanks) }
      guard
        let choice = prompt.choice.flatMap({ found.indices.contains($0) ? found[$0] : nil }) ?? (text.isEmpty ? nil : found.first)
      else {
        if !text.isEmpty {
          let help = Self.isSetting(text) ? ": settings stand in config.toml" : pagesHere(text) ?? ""
          let isNumber = Self.isNumberedName(text)
          state.message = Message(
            text: "\(isNumber ? "there is no" : "nothing is called") “\(Scrubber.scrubbed(text))”\(isNumber ? " here" : "")\(help)",
            isWarning: true)
        }
        return []
      }
      return go(to: choice)
    }
  }

  private mutating func useTheme(_ name: String) -> [Effect] {
    guard context.themeNames().contains(name) else {
      state.message = Message(
        text: "no theme is called \(Scrubber.scrubbed(name)) · \(keyName(.themes)) lists them", isWarning: true)
      return []
    }
    state.theme = name
    return [.useTheme(name)]
  }

  private mutating func go(to completion: Completion) -> [Effect] {
    let pane = Pane.reader(state.activeReader)
    let index = reader(pane).place.agreement
    switch completion.target {
    case .place(let offset, let shown):
      jump(pane, agreement: index, offset: offset, shown: shown)
      state.message = Message(text: completion.text, hint: "\(keyName(.back)) returns")
      return []
    case .elsewhere(let other, let offset, let shown):
      jump(pane, agreement: other, offset: offset, shown: shown)
      state.message = Message(
        text: "\(context.agreements.members[other].title) › \(completion.text)", hint: "\(keyName(.back)) returns")
      return []
    case .agreement(let other):
      jump(pane, agreement: other, offset: 0, shown: nil)
      state.message = Message(text: orientation(other))
      return []
    case .command(let command): return perform(command)
    }
  }

  // MARK: Showing only some provisions

  private mutating func showOnly(_ words: String) {
    let pane = Pane.reader(state.activeReader)
    guard !words.isEmpty else { return showAll(pane) }
    let found = context.matches(words, reader(pane).place.agreement)
    guard !found.isEmpty else {
      state.message = Message(text: "no provision holds “\(Scrubber.scrubbed(words))”", isWarning: true)
      return
    }
    let landmarks = context.landmarks(reader(pane).place.agreement)
    let provisions = Set(found.compactMap { landmarks.innermost(at: $0.lowerBound)?.range.lowerBound }).count
    let offset = reader(pane).place.cursor
    remember(pane)
    change(pane) {
      $0.only = .words(words)
      $0.asFiled = false
    }
    state.search = SearchState(pattern: words)
    land(pane, offset: found.first { $0.lowerBound >= offset }?.lowerBound ?? found[0].lowerBound, shown: nil)
    state.message = Message(
      text:
        "\(provisions) \(provisions == 1 ? "provision holds" : "provisions hold") “\(Scrubber.scrubbed(words))” · \(keyName(.cancel)) twice shows all"
    )
  }

  /// Shows all provisions, as what is gone to is none of those shown; the words at the top stay there.
  mutating func liftFilter(_ pane: Pane) {
    let byte = layout(pane).firstWords(from: reader(pane).place.top)
    change(pane) { $0.only = nil }
    let top = layout(pane).anchor(of: byte)
    change(pane) { $0.place.top = top }
  }

  mutating func showAll(_ pane: Pane) {
    guard reader(pane).only != nil else { return }
    liftFilter(pane)
    state.message = Message(text: "all provisions")
  }

  // MARK: Searching

  /// Where words stand in what a reader shows; page furniture is searched where they stand nowhere else.
  func matches(of pattern: String, in pane: Pane) -> [Range<Int>] {
    let found = context.matchesOrFurniture(pattern, reader(pane).place.agreement)
    guard reader(pane).only != nil, !reader(pane).asFiled else { return found }
    let layout = layout(pane)
    return found.filter { layout.shows($0.lowerBound) }
  }

  /// Where the words sought stand in the active reader.
  func matches() -> [Range<Int>] { matches(of: state.search?.pattern ?? "", in: .reader(state.activeReader)) }

  private mutating func searchAsTyped(_ prompt: PromptState) {
    let pane = Pane.reader(state.activeReader)
    change(pane) { $0.place = prompt.origin }
    guard !prompt.text.isEmpty else {
      state.search = nil
      return
    }
    state.search = SearchState(pattern: prompt.text)
    let found = matches()
    guard !found.isEmpty else { return }
    let sight = sight(pane)
    let from = max(sight.lowerBound, min(prompt.origin.cursor, sight.upperBound))
    let next = found.firstIndex { $0.lowerBound >= from } ?? 0
    state.search?.current = next
    showMatch(found[next], pane)
  }

  private mutating func showMatch(_ range: Range<Int>, _ pane: Pane) {
    if sight(pane).contains(range.lowerBound) {
      let landmark = context.landmarks(reader(pane).place.agreement).innermost(at: range.lowerBound)
      let start = landmark?.range.lowerBound ?? range.lowerBound
      change(pane) {
        $0.place.cursor = start
        $0.place.link = nil
        $0.place.shown = nil
      }
    } else {
      land(pane, offset: range.lowerBound, shown: nil)
    }
  }

  private mutating func acceptSearch(_ prompt: PromptState) {
    let pane = Pane.reader(state.activeReader)
    if prompt.text.isEmpty {
      change(pane) { $0.place = prompt.origin }
      return
    }
    let found = matches()
    guard let current = state.search?.current, found.indices.contains(current) else {
      change(pane) { $0.place = prompt.origin }
      let others = context.count > 1 ? context.matchesEverywhere(prompt.text).agreements : 0
      let hint = others > 0 ? " · \(keyName(.searchAll)) finds it in \(others) \(others == 1 ? "other" : "others")" : ""
      state.message = Message(
        text: "“\(Scrubber.scrubbed(prompt.text))” is not in \(agreement(pane).title)\(hint)", isWarning: true)
      state.search = nil
      return
    }
    if reader(pane).place != prompt.origin {
      remember(pane, prompt.origin)
    }
    let isRound = found[current].lowerBound < prompt.origin.cursor
    state.message = Message(
      text: "\(current + 1) of \(found.count)\(furnitureNote(found[current], pane))\(isRound ? " · from the top again" : "")",
      hint: "n next · \(keyName(.back)) returns")
  }

  /// ` in page furniture (r shows it)` for a match that the reflowed text leaves out.
  private func furnitureNote(_ range: Range<Int>, _ pane: Pane) -> String {
    agreement(pane).isFurniture(range.lowerBound)
      ? " in page furniture" + (reader(pane).asFiled ? "" : " (\(keyName(.asFiled)) shows it)") : ""
  }

  mutating func searchAgain(forward: Bool) {
    let pane = Pane.reader(state.activeReader)
    if state.search == nil, let last = state.typed[.search]?.last { state.search = SearchState(pattern: last) }
    guard let search = state.search else {
      state.message = Message(text: "nothing searched yet · / searches")
      return
    }
    let found = matches()
    guard !found.isEmpty else {
      let place = reader(pane).only == nil ? "here" : "in what is shown"
      state.message = Message(text: "“\(Scrubber.scrubbed(search.pattern))” is not \(place)")
      return
    }
    // From the match that is in sight; where the reader has gone on, from what it shows.
    let sight = sight(pane)
    var from = search.current
    if let last = from, found.indices.contains(last), !sight.contains(found[last].lowerBound), !sight.isEmpty {
      let behind = found.firstIndex { $0.lowerBound >= sight.lowerBound } ?? found.count
      from = forward ? behind - 1 : behind
    }
    let next = from.map { $0 + (forward ? 1 : -1) } ?? 0
    let wrapped = !found.indices.contains(next)
    let current = (next + found.count) % found.count
    state.search?.current = current
    step(pane)
    if !sight.contains(found[current].lowerBound) { leave(pane) }
    showMatch(found[current], pane)
    state.message = Message(
      text: "\(current + 1) of \(found.count)\(furnitureNote(found[current], pane))"
        + (wrapped ? " · from the \(forward ? "top" : "end") again" : ""))
  }

  mutating func searchTerm(_ pane: Pane) {
    guard let link = currentLink(pane) else {
      state.message = Message(text: "no term here")
      return
    }
    let mark = links(pane).marks[link]
    let words = agreement(pane).words(mark.range)
    guard !words.isEmpty else { return }
    state.search = SearchState(pattern: words.lowercased())
    let found = matches()
    let at = found.firstIndex { $0.lowerBound > mark.range.lowerBound } ?? 0
    guard found.indices.contains(at) else { return }
    state.search?.current = at
    let target = Pane.reader(state.activeReader)
    remember(target)
    showMatch(found[at], target)
    state.message = Message(text: "“\(words)”: \(at + 1) of \(found.count) · n next")
  }
}

extension String {
  /// The string without white space at its ends.
  var trimmingBlanks: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
