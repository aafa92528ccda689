import TerminalGrid

/// Everything a key, a prompt or a setting can ask for.
package enum Command: String, CaseIterable, Sendable {
  case lineDown, lineUp, halfPageDown, halfPageUp, pageDown, pageUp, top, bottom, left, right
  case nextProvision, previousProvision, nextArticle, previousArticle
  case nextLink, previousLink, follow, followInOther, back, forward, labelLinks, labelLinksInOther
  case peek, uses, needs, spotlight
  case goTo, search, searchAll, only, searchNext, searchPrevious, searchTerm
  case outline, terms, references, findings, agreements, marks, clocks, parties, overview, toggleNavigator
  case mark, note
  case nextFinding, previousFinding, dismissFinding, groupFindings
  case asFiled, leftOut, asSigned
  case nextPane, onlyPane, splitBelow, splitBeside, closePane, scrollTogether
  case select, copyCitation, copyText
  case themes, help, redraw, suspend, cancel, quit
}

/// A row of the one table from which keys, help, the README and the settings' documentation are made.
package struct CommandEntry: Sendable {
  package let command: Command
  package let group: Group
  package let keys: [Key]
  /// What it does, as help says it.
  package let title: String

  package enum Group: String, CaseIterable, Sendable {
    case moving = "Moving"
    case links = "Links"
    case finding = "Finding"
    case navigator = "Navigator"
    case notes = "Notes"
    case panes = "Panes"
    case program = "Program"
  }

  /// Where the keys are, for help.
  package enum Place: String, Sendable {
    case reader = "the text"
    case peek = "the peek"
    case list = "the list"
    case navigator = "the navigator"
  }

  /// Whether the command does something in a place, and not only elsewhere.
  package func works(in place: Place) -> Bool {
    switch place {
    case .reader: return true
    case .peek:
      return group == .links
        || [.lineDown, .lineUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .cancel, .help, .nextPane].contains(command)
    case .list:
      return [
        .lineDown, .lineUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .top, .bottom, .follow, .followInOther, .peek, .search,
        .cancel, .help,
      ].contains(command)
    case .navigator:
      return group == .navigator
        || [
          .lineDown, .lineUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .top, .bottom, .left, .right, .follow, .followInOther,
          .peek, .uses, .search, .nextLink, .cancel, .help, .nextPane, .dismissFinding,
        ].contains(command)
    }
  }

  private init(_ command: Command, _ group: Group, _ keys: [Key], _ title: String) {
    self.command = command
    self.group = group
    self.keys = keys
    self.title = title
  }

  package static let table: [CommandEntry] = [
    .init(.lineDown, .moving, ["j", .down], "a line down"),
    .init(.lineUp, .moving, ["k", .up], "a line up"),
    .init(.halfPageDown, .moving, ["d", .control("d")], "half a page down"),
    .init(.halfPageUp, .moving, ["u", .control("u")], "half a page up"),
    .init(.pageDown, .moving, [" ", .pageDown, .control("f")], "a page down"),
    .init(.pageUp, .moving, ["b", .pageUp, .control("b")], "a page up"),
    .init(.top, .moving, ["g", .home], "to the top"),
    .init(.bottom, .moving, ["G", .end], "to the bottom"),
    .init(.left, .moving, ["h", .left], "collapse in a tree; scroll left in a wide table"),
    .init(.right, .moving, ["l", .right], "open in a tree; scroll right in a wide table"),
    .init(.nextProvision, .moving, ["]"], "next provision"),
    .init(.previousProvision, .moving, ["["], "previous provision"),
    .init(.nextArticle, .moving, ["}"], "next article"),
    .init(.previousArticle, .moving, ["{"], "previous article"),
    .init(.nextLink, .links, [.tab], "select the next link"),
    .init(.previousLink, .links, [.backTab], "select the previous link"),
    .init(.follow, .links, [.enter], "follow the link, or the provision's first"),
    .init(.followInOther, .links, ["O"], "follow it in the other reader"),
    .init(.back, .links, [.backspace, .control("o"), .altLeft], "back to where a link was followed"),
    .init(.forward, .links, ["L", .altRight], "forward again"),
    .init(.labelLinks, .links, ["f"], "label every link in sight with letters, follow one"),
    .init(.labelLinksInOther, .links, ["F"], "the same, in the other reader"),
    .init(.peek, .links, ["p", "K"], "peek at the link's target under the clause"),
    .init(.uses, .links, ["x"], "uses of the term, or references to the provision"),
    .init(.needs, .links, ["i"], "everything the provision's words need, each once"),
    .init(.spotlight, .links, ["X"], "dim all but the uses of the term; again, light up"),
    .init(.goTo, .finding, [":"], "go to a number, heading, term, attachment, page or command"),
    .init(.search, .finding, ["/"], "search as you type; in a list or the navigator, filter it"),
    .init(.searchAll, .finding, ["S"], "search all agreements of the case"),
    .init(.only, .finding, ["&"], "show only provisions that hold some words"),
    .init(.searchNext, .finding, ["n"], "next match"),
    .init(.searchPrevious, .finding, ["N"], "previous match"),
    .init(.searchTerm, .finding, ["*"], "search the term under the cursor"),
    .init(.nextFinding, .finding, ["e"], "next finding"),
    .init(.previousFinding, .finding, ["E"], "previous finding"),
    .init(.dismissFinding, .finding, ["D"], "dismiss the finding, with a reason; on a dismissed one, restore it"),
    .init(.groupFindings, .navigator, ["z"], "findings by check, or by place"),
    .init(.outline, .navigator, ["1"], "outline"),
    .init(.terms, .navigator, ["2"], "terms"),
    .init(.references, .navigator, ["3"], "references"),
    .init(.findings, .navigator, ["4"], "findings"),
    .init(.agreements, .navigator, ["5"], "agreements"),
    .init(.marks, .navigator, ["6", "'"], "marks and notes"),
    .init(.clocks, .navigator, ["7"], "time limits"),
    .init(.parties, .navigator, ["8"], "parties of the case"),
    .init(.overview, .navigator, ["0"], "overview of the case"),
    .init(.toggleNavigator, .navigator, ["\\"], "hide or show the navigator"),
    .init(.mark, .notes, ["m"], "mark the provision, or take the mark away"),
    .init(.note, .notes, ["a"], "write a note on the provision"),
    .init(.nextPane, .panes, [.control("w")], "next pane"),
    .init(.onlyPane, .panes, ["o"], "only this pane"),
    .init(.splitBelow, .panes, ["s"], "split the reader below"),
    .init(.splitBeside, .panes, ["v"], "split the reader beside"),
    .init(.closePane, .panes, ["c"], "close this pane"),
    .init(.scrollTogether, .panes, ["="], "scroll both readers together, or each alone"),
    .init(.asFiled, .panes, ["r"], "text as filed, or reflowed"),
    .init(.leftOut, .panes, ["R"], "show what was struck, deleted or hidden, or leave it out"),
    .init(.asSigned, .panes, ["w"], "the text before the amendments, or as they leave it"),
    .init(.select, .program, ["V"], "select words (again: rows), y copies them"),
    .init(.copyCitation, .program, ["y"], "copy a citation of the provision"),
    .init(.copyText, .program, ["Y"], "copy the provision's text"),
    .init(.themes, .program, ["t"], "choose a theme"),
    .init(.help, .program, ["?", .function(1)], "help"),
    .init(.redraw, .program, [.control("l")], "draw the screen again"),
    .init(.suspend, .program, [.control("z")], "suspend"),
    .init(.cancel, .program, [.escape], "close what is open; never quits"),
    .init(.quit, .program, ["q", .control("c")], "quit"),
  ]

  package static func entry(_ command: Command) -> CommandEntry { table.first { $0.command == command }! }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  package init(unicodeScalarLiteral value: Unicode.Scalar) { self = .character(Character(value)) }
}

/// Which command a key asks for.
package struct Keymap: Equatable, Sendable {
  private var bindings: [Binding]

  private struct Binding: Equatable {
    var key: Key
    var command: Command
  }

  /// The default keys of the table, with `changes` laid over: a command's own keys replace all its defaults.
  package init(changes: [Command: [Key]] = [:]) {
    bindings = []
    for entry in CommandEntry.table where changes[entry.command] == nil {
      for key in entry.keys { bindings.append(Binding(key: key, command: entry.command)) }
    }
    for (command, keys) in changes {
      for key in keys {
        bindings.removeAll { $0.key == key }
        bindings.append(Binding(key: key, command: command))
      }
    }
  }

  package func command(_ key: Key) -> Command? { bindings.first { $0.key == key }?.command }

  /// The keys that ask for a command, defaults in the table's order first.
  package func keys(_ command: Command) -> [Key] {
    let defaults = CommandEntry.entry(command).keys.filter { self.command($0) == command }
    return defaults
      + bindings.filter { $0.command == command && !defaults.contains($0.key) }.map(\.key).sorted { $0.name < $1.name }
  }
}

/// What an update asks the program to do.
package enum Effect: Equatable, Sendable {
  case quit, suspend, redraw
  case copy(String)
  case useTheme(String)
  case open(String)
  /// Keep what is known of an agreement.
  case remember(Int)
}
