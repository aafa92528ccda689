import TerminalGrid

/// The table of keys as text, for the command line and the README.
package enum KeyTable {
  package static func text() -> String {
    HelpText.lines(Keymap(), width: 80).map { line in
      if line.isHeading { return line.text + "\n" }
      if line.text.isEmpty { return "\n" }
      return "  " + line.keys + String(repeating: " ", count: max(1, 22 - DisplayWidth.of(line.keys))) + line.text + "\n"
    }.joined()
  }

  package static func markdown() -> String {
    var out = "| keys | what they do |\n|---|---|\n"
    for entry in CommandEntry.table {
      out += "| " + entry.keys.map { "`\($0.name == "|" ? "\\|" : $0.name)`" }.joined(separator: " ") + " | \(entry.title) |\n"
    }
    return out
  }
}
