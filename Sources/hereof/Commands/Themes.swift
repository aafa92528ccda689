import ArgumentParser
import ContractBrowser
import TerminalGrid

struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the themes; on a terminal each shows itself on a line of text.")

  func run() throws {
    let catalog = ThemeCatalog(folder: ThemeCatalog.settingsFolder)
    var failed = false
    let isColoured = Platform.outputIsTerminal && Platform.variable("NO_COLOR") == nil
    for name in catalog.names {
      if let failure = catalog.failure(name) {
        StandardError.say(failure)
        failed = true
        continue
      }
      guard isColoured else {
        StandardOutput.line(name)
        continue
      }
      let theme = catalog.theme(name)
      let parts: [(String, Scope)] = [
        (" 8.9 ", .number), ("Attorney's fees. ", .heading2), ("In an action (an \"", .text), ("ACTION", .termDefinition),
        ("\") under ", .text),
        ("Section 3.1", .reference), (", the ", .text), ("Licensee", .termUse), (" pays. ", .text),
        ("Schedule 1.1", .referenceAttachment),
        (" ", .text), ("found", .searchMatch), (" ", .text),
      ]
      let padded = name + String(repeating: " ", count: max(1, 22 - name.count))
      StandardOutput.write(
        bytes: Array((padded + parts.map { Preview.sequence(theme[$0.1]) + $0.0 }.joined() + "\u{1B}[0m\n").utf8))
    }
    if failed { throw Status.failed }
  }
}

/// A style as the sequence that asks a terminal of many colours for it (ECMA-48, SGR).
private enum Preview {
  static func sequence(_ style: Style) -> String {
    var codes = ["0"]
    if style.attributes.contains(.bold) { codes.append("1") }
    if style.attributes.contains(.dim) { codes.append("2") }
    if style.attributes.contains(.italic) { codes.append("3") }
    if style.attributes.contains(.underline) { codes.append("4") }
    if style.attributes.contains(.reverse) { codes.append("7") }
    codes += colour(style.foreground, base: 30) + colour(style.background, base: 40)
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private static func colour(_ colour: Colour, base: Int) -> [String] {
    switch colour {
    case .standard: []
    case .indexed(let index): index < 8 ? ["\(base + Int(index))"] : ["\(base + 8);5;\(index)"]
    case .rgb(let r, let g, let b): ["\(base + 8);2;\(r);\(g);\(b)"]
    }
  }
}
