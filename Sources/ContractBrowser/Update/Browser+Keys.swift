import ContractModel
import TerminalGrid

/// Keys that are typed before a command is known: counts (`5j`) and sequences (`gg`).
extension Browser {
  /// More would only be waited for.
  private static let largestCount = 99_999

  mutating func typeCommand(_ key: Key) -> [Effect] {
    if state.pending.isEmpty, takeDigit(key) { return [] }
    let keys = state.pending + [key]
    let count = state.count
    state.pending = []
    switch keymap.meaning(keys) {
    case .prefix:
      state.pending = keys
      return []
    case .command(.cancel) where count != nil || keys.count > 1:
      state.count = nil
      return []
    case .command(let command):
      state.count = nil
      return perform(command, count: count)
    case .nothing:
      state.count = nil
      if keys.count == 1 || key != .escape {
        let name = Scrubber.scrubbed(KeySequence(keys).name)
        state.message = Message(text: "\(name) does nothing here · \(keyName(.help)) for help")
      }
      return []
    }
  }

  /// Takes a digit of a count; a nought alone is none.
  private mutating func takeDigit(_ key: Key) -> Bool {
    guard case .character(let character) = key, character.isASCII, let digit = character.wholeNumberValue,
      digit > 0 || state.count != nil, keymap.meaning([key]) == .nothing || digit == 0
    else { return false }
    state.count = min((state.count ?? 0) * 10 + digit, Self.largestCount)
    return true
  }

  /// Performs a command so many times, or with a number that it takes.
  private mutating func perform(_ command: Command, count: Int?) -> [Effect] {
    guard let count else { return perform(command) }
    switch command {
    // `4 Enter` opens the fourth tab, as the digit alone did once.
    case .follow where NavigatorState.Tab(rawValue: count - 1) != nil && state.list == nil:
      return perform(NavigatorState.Tab(rawValue: count - 1)!.command)
    case .nextChange, .previousChange, .wider, .narrower, .percent, .top, .bottom, .lineDown, .lineUp, .halfPageDown, .halfPageUp,
      .pageDown, .pageUp:
      state.count = count
      defer { state.count = nil }
      return perform(command)
    case .nextProvision, .previousProvision, .nextArticle, .previousArticle, .nextLink, .previousLink, .back, .forward, .searchNext,
      .searchPrevious, .nextFinding, .previousFinding, .left, .right:
      return perform(command, times: min(count, 500))
    default: return perform(command)
    }
  }

  /// The count of the command that is performed; 1 where none was typed.
  var times: Int { state.count ?? 1 }
}

extension NavigatorState.Tab {
  /// The command that opens a tab.
  var command: Command {
    switch self {
    case .outline: .outline
    case .terms: .terms
    case .references: .references
    case .findings: .findings
    case .agreements: .agreements
    case .marks: .marks
    case .clocks: .clocks
    case .parties: .parties
    case .changes: .changes
    }
  }
}
