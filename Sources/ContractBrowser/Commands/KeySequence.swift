import TerminalGrid

/// Keys that together ask for one command: `j`, `C-w`, `gg`, `zt`.
package struct KeySequence: Hashable, Sendable {
  package let keys: [Key]

  package init(_ keys: [Key]) { self.keys = keys }

  /// As help and settings write it: `gg`, and `g PgUp` where a key has a name of several letters.
  package var name: String {
    keys.map(\.name).joined(separator: keys.contains { $0.name.count > 1 } ? " " : "")
  }

  /// The sequence of a name, as `name` writes it; nil where a part of it is no key.
  package init?(name: String) {
    if let key = Key(name: name) {
      keys = [key]
    } else if name.contains(" ") {
      let parts = name.split(separator: " ").map { Key(name: String($0)) }
      guard !parts.isEmpty, !parts.contains(nil) else { return nil }
      keys = parts.compactMap { $0 }
    } else {
      // `gg` is two keys; a name of a key that is not known (`C-Up`) is none.
      guard name.count == 2, name.allSatisfy({ !$0.isWhitespace }) else { return nil }
      keys = name.map { .character($0) }
    }
  }
}

extension KeySequence: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral {
  package init(stringLiteral value: String) { self.init(name: value)! }
}

extension KeySequence {
  package static func control(_ character: Character) -> KeySequence { KeySequence([.control(character)]) }
  package static func alt(_ character: Character) -> KeySequence { KeySequence([.alt(character)]) }
  package static func key(_ key: Key) -> KeySequence { KeySequence([key]) }
}

/// Which command keys ask for.
package struct Keymap: Equatable, Sendable {
  private var bindings: [Binding]

  private struct Binding: Equatable {
    var sequence: KeySequence
    var command: Command
  }

  /// What keys typed so far ask for.
  package enum Meaning: Equatable {
    case command(Command)
    /// They begin one or more sequences.
    case prefix
    case nothing
  }

  /// The default keys of the table, with `changes` laid over: a command's own keys replace all its defaults.
  package init(changes: [Command: [KeySequence]] = [:]) {
    bindings = []
    for entry in CommandEntry.table where changes[entry.command] == nil {
      for sequence in entry.keys { bindings.append(Binding(sequence: sequence, command: entry.command)) }
    }
    for (command, sequences) in changes {
      for sequence in sequences {
        // A key that is asked for alone begins no sequence any more.
        bindings.removeAll { $0.sequence.keys.starts(with: sequence.keys) || sequence.keys.starts(with: $0.sequence.keys) }
        bindings.append(Binding(sequence: sequence, command: command))
      }
    }
  }

  package func meaning(_ keys: [Key]) -> Meaning {
    if let exact = bindings.first(where: { $0.sequence.keys == keys }) { return .command(exact.command) }
    return bindings.contains { $0.sequence.keys.starts(with: keys) } ? .prefix : .nothing
  }

  /// The command of one key alone.
  package func command(_ key: Key) -> Command? {
    if case .command(let command) = meaning([key]) { return command }
    return nil
  }

  /// The keys that may follow those typed so far, with what they ask for, in the table's order.
  func continuations(_ keys: [Key]) -> [(keys: String, command: Command)] {
    bindings.filter { $0.sequence.keys.count > keys.count && $0.sequence.keys.starts(with: keys) }.map {
      (KeySequence(Array($0.sequence.keys.dropFirst(keys.count))).name, $0.command)
    }
  }

  /// The keys that ask for a command, defaults in the table's order first.
  package func keys(_ command: Command) -> [KeySequence] {
    let own = bindings.filter { $0.command == command }.map(\.sequence)
    let defaults = CommandEntry.entry(command).keys.filter(own.contains)
    return defaults + own.filter { !defaults.contains($0) }.sorted { $0.name < $1.name }
  }
}
