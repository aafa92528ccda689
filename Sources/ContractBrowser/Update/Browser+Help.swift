import ContractModel

/// Moving through the help, and searching it.
extension Browser {
  func helpLines() -> [HelpText.Line] {
    let place: CommandEntry.Place =
      state.list != nil ? .list : state.focus == .navigator ? .navigator : state.focus == .peek ? .peek : .reader
    let lines = HelpText.lines(keymap, width: state.columns, in: place)
    guard !state.helpFilter.isEmpty else { return lines }
    let wanted = state.helpFilter.lowercased()
    var seen: Set<String> = []
    return lines.filter {
      !$0.isHeading && !$0.text.isEmpty && ($0.text.lowercased().contains(wanted) || $0.keys.contains(state.helpFilter))
        && seen.insert($0.text).inserted
    }
  }

  mutating func inHelp(_ command: Command) -> [Effect] {
    let at = state.help ?? 0
    let height = max(state.rows - 4, 1)
    let last = max(helpLines().count - height, 0)
    switch command {
    case .lineDown: state.help = min(at + times, last)
    case .lineUp: state.help = max(at - times, 0)
    case .halfPageDown, .pageDown: state.help = min(at + height / (command == .pageDown ? 1 : 2), last)
    case .halfPageUp, .pageUp: state.help = max(at - height / (command == .pageUp ? 1 : 2), 0)
    case .top: state.help = 0
    case .bottom: state.help = last
    case .search: state.prompt = PromptState(kind: .filter, text: state.helpFilter, origin: state.readers[state.activeReader].place)
    case .cancel where !state.helpFilter.isEmpty:
      state.helpFilter = ""
      state.help = 0
    case .cancel, .help, .closePane, .follow: state.help = nil
    default: state.message = Message(text: "\(keyName(.cancel)) closes help first")
    }
    return []
  }
}
