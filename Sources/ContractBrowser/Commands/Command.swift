import TerminalGrid

/// Everything a key, a prompt or a setting can ask for.
package enum Command: String, CaseIterable, Sendable {
  case lineDown, lineUp, halfPageDown, halfPageUp, pageDown, pageUp, top, bottom, left, right
  case percent, centre, toPaneTop, toPaneBottom, firstInSight, middleInSight, lastInSight
  case nextProvision, previousProvision, nextArticle, previousArticle
  case nextLink, previousLink, follow, followInOther, back, forward, jumps, labelLinks, labelLinksInOther
  case peek, uses, needs, spotlight
  case goTo, search, searchAll, only, searchNext, searchPrevious, searchTerm, clearSearch
  case outline, terms, references, findings, agreements, marks, clocks, parties, changes, overview
  case outlineLevel1, outlineLevel2, outlineLevel3, outlineAll, toggleNavigator
  case mark, note, undo
  case nextFinding, previousFinding, dismissFinding, groupFindings
  case asFiled, leftOut, asSigned
  case nextPane, onlyPane, splitBelow, splitBeside, closePane, compare, nextChange, previousChange, onlyChanges, twoPages, wider,
    narrower, scrollTogether
  case select, copyCitation, copyText
  case themes, help, messages, redraw, suspend, cancel, quit
}

extension Command {
  /// Short names that users of other programs type at the colon.
  package var aliases: [String] {
    switch self {
    case .quit: ["q", "q!", "qa", "wq", "x"]
    case .splitBelow: ["sp", "split"]
    case .splitBeside: ["vs", "vsp", "vsplit"]
    case .onlyPane: ["on", "only!"]
    case .closePane: ["clo", "close"]
    case .clearSearch: ["noh", "nohl", "nohlsearch"]
    case .jumps: ["ju"]
    case .help: ["h"]
    case .top: ["start", "preamble"]
    case .bottom: ["end"]
    default: []
    }
  }
}

/// A row of the one table from which keys, help, the README and the settings' documentation are made.
package struct CommandEntry: Sendable {
  package let command: Command
  package let group: Group
  package let keys: [KeySequence]
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

  private init(_ command: Command, _ group: Group, _ keys: [KeySequence], _ title: String) {
    self.command = command
    self.group = group
    self.keys = keys
    self.title = title
  }

  package static let table: [CommandEntry] = [
    .init(.lineDown, .moving, ["j", .key(.down), .control("e")], "a line down"),
    .init(.lineUp, .moving, ["k", .key(.up), .control("y")], "a line up"),
    .init(.halfPageDown, .moving, ["d", .control("d")], "half a page down"),
    .init(.halfPageUp, .moving, ["u", .control("u")], "half a page up"),
    .init(.pageDown, .moving, [" ", .key(.pageDown), .control("f")], "a page down"),
    .init(.pageUp, .moving, ["b", .key(.pageUp), .control("b")], "a page up"),
    .init(.top, .moving, ["gg", .key(.home)], "to the top; with a count, to that line of the file"),
    .init(.bottom, .moving, ["G", .key(.end)], "to the bottom; with a count, to that line of the file"),
    .init(.left, .moving, ["h", .key(.left)], "collapse in a tree; scroll left in a wide table"),
    .init(.right, .moving, ["l", .key(.right)], "open in a tree; scroll right in a wide table"),
    .init(.percent, .moving, ["%"], "with a count, to so many percent of the text"),
    .init(.centre, .moving, ["zz"], "what is current to the middle of the pane"),
    .init(.toPaneTop, .moving, ["zt"], "what is current to the top of the pane"),
    .init(.toPaneBottom, .moving, ["zb"], "what is current to the bottom of the pane"),
    .init(.firstInSight, .moving, ["H"], "make the first provision in sight the current one"),
    .init(.middleInSight, .moving, ["M"], "make the one in the middle of the pane the current one"),
    .init(.lastInSight, .moving, ["L"], "make the last provision in sight the current one"),
    .init(.nextProvision, .moving, ["]"], "next provision"),
    .init(.previousProvision, .moving, ["["], "previous provision"),
    .init(.nextArticle, .moving, ["}"], "next article"),
    .init(.previousArticle, .moving, ["{"], "previous article"),
    .init(.nextLink, .links, [.key(.tab)], "select the next link"),
    .init(.previousLink, .links, [.key(.backTab)], "select the previous link"),
    .init(.follow, .links, [.key(.enter)], "follow the link, or the provision's first"),
    .init(.followInOther, .links, ["O"], "follow it in the other reader"),
    .init(.back, .links, [.key(.backspace), .control("o"), "(", .key(.altLeft)], "back to where a link was followed"),
    .init(.forward, .links, [")", .key(.altRight)], "forward again"),
    .init(.jumps, .links, ["J"], "list the way back, each place with its words"),
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
    .init(.clearSearch, .finding, [.alt("u")], "show matches no more"),
    .init(.nextFinding, .finding, ["e"], "next finding"),
    .init(.previousFinding, .finding, ["E"], "previous finding"),
    .init(.dismissFinding, .finding, ["D"], "dismiss the finding, with a reason; on a dismissed one, restore it"),
    .init(.groupFindings, .navigator, ["zg"], "findings by check, or by place"),
    .init(.outline, .navigator, ["g1", .alt("1")], "outline"),
    .init(.terms, .navigator, ["g2", .alt("2")], "terms"),
    .init(.references, .navigator, ["g3", .alt("3")], "references"),
    .init(.findings, .navigator, ["g4", .alt("4")], "findings"),
    .init(.agreements, .navigator, ["g5", .alt("5")], "agreements"),
    .init(.marks, .navigator, ["g6", .alt("6"), "'"], "marks and notes"),
    .init(.clocks, .navigator, ["g7", .alt("7")], "time limits"),
    .init(.parties, .navigator, ["g8", .alt("8")], "parties of the case"),
    .init(.changes, .navigator, ["g9", "gc", .alt("9")], "what differs between the versions compared"),
    .init(.overview, .navigator, ["0", "g0"], "overview of the case"),
    .init(.outlineLevel1, .navigator, ["z1"], "outline: articles alone"),
    .init(.outlineLevel2, .navigator, ["z2"], "outline: two levels"),
    .init(.outlineLevel3, .navigator, ["z3"], "outline: three levels"),
    .init(.outlineAll, .navigator, ["za"], "outline: everything, the definitions too"),
    .init(.toggleNavigator, .navigator, ["\\"], "hide or show the navigator"),
    .init(.mark, .notes, ["m"], "mark the provision, or take the mark away"),
    .init(.note, .notes, ["a"], "write a note on the provision"),
    .init(.undo, .notes, ["U"], "undo the last mark, note, dismissal or day"),
    .init(.nextPane, .panes, [.control("w")], "next pane"),
    .init(.onlyPane, .panes, ["o"], "only this pane"),
    .init(.splitBelow, .panes, ["s"], "split the reader below"),
    .init(.splitBeside, .panes, ["v"], "split the reader beside"),
    .init(.closePane, .panes, ["c"], "close this pane"),
    .init(.compare, .panes, ["C"], "compare two versions: what both readers show, or choose one and then the other; again, end"),
    .init(.nextChange, .panes, ["."], "next change between the versions compared"),
    .init(.previousChange, .panes, [","], "the change before"),
    .init(.onlyChanges, .panes, ["g&"], "show only the provisions that differ, or all"),
    .init(.twoPages, .panes, ["|"], "two pages side by side, where there is room, or one"),
    .init(.wider, .panes, [">"], "make the pane with the keys wider, or higher; sort the overview by the next column"),
    .init(.narrower, .panes, ["<"], "make it narrower, or lower; sort the overview by the column before"),
    .init(.scrollTogether, .panes, ["="], "scroll both readers together, or each alone"),
    .init(.asFiled, .panes, ["r"], "text as filed, or reflowed"),
    .init(.leftOut, .panes, ["R"], "show what was struck, deleted or hidden, or what the version before had; or leave it out"),
    .init(.asSigned, .panes, ["w"], "the text as the amendments leave it, old words struck, or the text before"),
    .init(.select, .program, ["V"], "select words (again: rows), y copies them"),
    .init(.copyCitation, .program, ["y"], "copy a citation of the provision"),
    .init(.copyText, .program, ["Y"], "copy the provision's text"),
    .init(.themes, .program, ["t"], "choose a theme"),
    .init(.help, .program, ["?", .key(.function(1))], "help"),
    .init(.messages, .program, ["gm"], "list what was warned of and is doubted"),
    .init(.redraw, .program, [.control("l")], "draw the screen again"),
    .init(.suspend, .program, [.control("z")], "suspend"),
    .init(.cancel, .program, [.key(.escape)], "close what is open; never quits"),
    .init(.quit, .program, ["q", .control("c")], "quit"),
  ]

  package static func entry(_ command: Command) -> CommandEntry { table.first { $0.command == command }! }
}

/// What an update asks the program to do.
package enum Effect: Equatable, Sendable {
  case quit, suspend, redraw
  case copy(String)
  case useTheme(String)
  case open(String)
  /// Open a file and compare it with the agreement that is read, by its index.
  case compare(String, with: Int)
  /// Let the user's editor change a note on what begins at an offset.
  case edit(String, agreement: Int, offset: Int)
  /// Keep what is known of an agreement.
  case remember(Int)
}
