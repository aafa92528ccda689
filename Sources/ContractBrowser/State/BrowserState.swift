import ContractModel
import TerminalGrid

/// All that the browser remembers between two keys: positions and choices, never text.
package struct BrowserState: Equatable {
  package enum Focus: Equatable {
    case navigator
    case reader(Int)
    case peek
  }
  package enum Split: Equatable { case none, below, beside }

  package var columns: Int
  package var rows: Int
  package var readers: [ReaderState]
  package var split = Split.none
  /// Cells by which the first of two readers is larger than the second, and the peek or list than by default.
  package var extraFirst = 0
  package var extraBelow = 0
  package var focus = Focus.reader(0)
  package var navigator = NavigatorState()
  package var peek: ReaderState?
  /// What a peek returns to when it is closed: the navigator, or the list it was opened from.
  package var peekOrigin: PeekOrigin?
  package var prompt: PromptState?
  /// Lines typed in prompts, by what was asked, the newest last.
  package var typed: [PromptState.History: [String]] = [:]
  package var list: ListState?
  /// The overview, while another list lies over it.
  package var listBelow: ListState?
  /// Whether the tab of the navigator that has the keys lists nothing.
  package var isNavigatorEmpty = false
  /// What the rows of the overview are in order of.
  package var overviewOrder = CaseOverview.Order.date
  /// Whether the overview shows the beginning of the selected agreement in the place of what is known of it.
  package var overviewShowsText = false
  /// Whether no key was pressed since the overview came up at the start.
  package var overviewIsFresh = false
  /// Whether no agreement was read since the start: the reader behind the overview was never seen.
  package var isNothingRead = false
  /// What the rows of the overview had to hold when it was left.
  package var overviewFilter = ""
  /// What was warned of since the start, each a sentence; they can be listed.
  package var warnings: [String] = []
  package var labels: LabelState?
  /// Where the button of the mouse went down and has not come up yet.
  package var press: Press?
  /// Whether the mouse moves the line between the navigator and the text.
  package var isDividerHeld = false
  /// Words or rows being selected to be copied.
  package var selection: SelectionState?
  /// The term whose uses alone stand out.
  package var spotlight: Spotlight?
  /// Whether a reader with room for it shows two pages side by side.
  package var isTwoPages = false
  /// The step of the tutorial that is to be done, from 0; nil without a tutorial.
  package var tutorial: Int?
  /// The two agreements that are compared, the old version in the first reader; nil while none are.
  package var comparison: ComparedPair?
  /// The agreement that was chosen to be compared with the next one.
  package var toCompare: Int?
  /// Whether both readers scroll when one does.
  package var scrollsTogether = false
  /// One column without borders, for screen readers and braille.
  package var isFlat = false
  package var search: SearchState?
  package var help: Int?
  /// Words that the lines of help must hold.
  package var helpFilter = ""
  package var message: Message?
  package var theme: String
  /// Marks and notes, by the agreement's index.
  package var annotations: [Int: [Annotation]] = [:]
  /// The days of events, as they are written, by the agreement's index and the event's words.
  package var events: [Int: [String: String]] = [:]
  /// Findings set aside, by the agreement's index.
  package var dismissals: [Int: [Dismissal]] = [:]
  /// What was written before each mark, note and dismissal, the newest last.
  package var undo: [Browser.Written] = []
  /// Places kept from an earlier reading, by the agreement's index.
  package var remembered: [Int: RememberedPlace] = [:]

  /// Keys typed that begin a sequence: `g` of `gg`.
  package var pending: [Key] = []
  /// The count typed before a command: 5 of `5j`.
  package var count: Int?
  /// Steps that follow each other: they are one move in the way back.
  package var run: StepRun?

  /// How far the files of the case are read; nil when all are.
  package var progress: ReadingProgress?

  package struct Press: Equatable {
    package var offset: Int
    /// The link that is followed when the button comes up at the same place.
    package var link: Int?
  }

  package enum PeekOrigin: Equatable {
    case navigator
    case list(ListState)
  }

  package struct Spotlight: Equatable {
    package var agreement: Int
    package var term: Int
  }

  package struct RememberedPlace: Equatable {
    package var cursor: Int
    package var top: Int
    package var history: [Int]
  }

  package init(columns: Int, rows: Int, theme: String) {
    self.columns = columns
    self.rows = rows
    self.theme = theme
    readers = [ReaderState()]
  }

  /// The reader that commands speak to when no navigator or list has the keys.
  package var activeReader: Int {
    if case .reader(let index) = focus { return min(index, readers.count - 1) }
    return min(lastReader, readers.count - 1)
  }
  /// The reader that had the keys last.
  package var lastReader = 0
}

/// Keys that step through a text, one behind the other: provisions, links, matches, findings.
package struct StepRun: Equatable {
  /// The reader they were made in, by its id; -1 for the peek.
  package var reader: Int
  /// Where the reader was before the first of them; nil once the way back has it.
  package var origin: ReaderState.Place?
  /// Whether the last key was one of them.
  package var isFresh = true
}

/// Two agreements of the case, by their indices.
package struct ComparedPair: Hashable {
  package var old: Int
  package var new: Int
}

/// How many of the files of a case were read.
package struct ReadingProgress: Equatable {
  package var done: Int
  package var total: Int

  package init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}

/// What the status line says until the next key.
package struct Message: Equatable {
  package var text: String
  /// The keys that lead on from here: "Backspace returns". They stay where the text has to be cut.
  package var hint: String?
  package var isWarning = false
}

/// Where a reader stands.
package struct ReaderState: Equatable {
  /// Tells readers apart when one of two is closed.
  package var id = 0
  package var place = Place()
  /// Places to go back to, the newest last; and forward.
  package var back: [Place] = []
  package var forward: [Place] = []
  package var asFiled = false
  /// Which words that are not in the text are shown where they stood.
  package var struck = ShownStruck.none
  package var scrollColumn = 0
  /// The unit with which the table begins that is scrolled sideways.
  package var scrolledTable: Int?
  /// What every provision shown must have; nil for the whole text.
  package var only: Only?

  /// What every provision shown must have.
  package enum Only: Hashable {
    case words(String)
    /// A difference between two versions.
    case changes(ComparedPair)
  }

  /// A place exactly: what back restores.
  package struct Place: Equatable {
    package var agreement = 0
    package var top = Anchor(unit: 0, row: 0)
    /// The byte the reader is at: the start of the current provision, or where a link led.
    package var cursor = 0
    /// The byte at which the selected link begins: a place in the text, which other links that come in do not move.
    package var link: Int?
    /// The words a link led to.
    package var shown: Range<Int>?
    /// What was at the top before the pane got another width; it counts as long as nothing else moves the top.
    package var held: Held?
    /// The byte that was held, while it counts.
    var heldByte: Int? { held.flatMap { $0.top == top ? $0.byte : nil } }

    package struct Held: Equatable {
      package var byte: Int
      package var top: Anchor
    }
  }
}

package struct NavigatorState: Equatable {
  package enum Tab: Int, CaseIterable, Equatable {
    case outline, terms, references, findings, agreements, marks, clocks, parties
    /// What differs between two versions; it is there while they are compared.
    case changes

    /// The names of the tabs in their order, as the screen shows them.
    static let names = ["Outline", "Terms", "Refs", "Findings", "Case", "Marks", "Clocks", "Parties", "Changes"]
  }
  package var tab = Tab.outline
  package var isVisible = true
  /// The selected row of each tab, and the first row shown.
  package var selected = [Int](repeating: 0, count: Tab.allCases.count)
  package var first = [Int](repeating: 0, count: Tab.allCases.count)
  /// Provisions whose children are hidden, by agreement and id.
  package var collapsed: Set<ProvisionKey> = []
  /// Provisions whose definitions are shown below them.
  package var unfolded: Set<ProvisionKey> = []
  /// Columns by which the navigator is wider than by default.
  package var extraColumns = 0
  /// Whether findings stand under the checks that made them, and not in order of place.
  package var groupsFindings = false
  /// Checks whose findings are hidden, by code.
  package var closedGroups: Set<String> = []
  /// Words that the rows shown must hold.
  package var filter = ""

  package struct ProvisionKey: Hashable {
    package var agreement: Int
    package var id: Int
  }
}

/// A line being typed: a place to go to, or words to search.
package struct PromptState: Equatable {
  package enum Kind: Equatable {
    case goTo, search
    /// A note on the provision that begins at an offset.
    case note(offset: Int)
    /// Why a finding is dismissed, by its check and the words it is about.
    case dismissal(check: String, range: Range<Int>)
    /// The day of an event that time limits are counted from, by the event's words.
    case event(String)
    /// Words that rows of a list or the navigator must hold.
    case filter
    /// Words that provisions must hold to be shown.
    case only
    /// Words sought in every agreement of the case.
    case searchAll
  }
  package var kind: Kind
  /// What is typed so far.
  package var line: LineEditor
  package var text: String { line.text }
  /// Which of the lines typed before is shown, the newest first; nil while it is none of them.
  package var recalled: Int?
  /// What was typed before older lines were called up.
  package var draft = LineEditor()
  /// The completion chosen with the arrow keys; nil while none is.
  package var choice: Int?
  /// Where to return to when it is cancelled.
  package var origin: ReaderState.Place
  /// The overview that it was opened from, and the readers behind it, to return to.
  package var overview: Overview?

  package struct Overview: Equatable {
    var list: ListState
    var readers: [ReaderState]
    var isNothingRead: Bool
  }

  init(kind: Kind, text: String = "", origin: ReaderState.Place) {
    self.kind = kind
    line = LineEditor(text)
    self.origin = origin
  }

  /// Lines of one kind are called up again in prompts of that kind.
  package enum History: Hashable { case goTo, search, filter, only, searchAll, note, dismissal, event }
  var history: History {
    switch kind {
    case .goTo: .goTo
    case .search: .search
    case .filter: .filter
    case .only: .only
    case .searchAll: .searchAll
    case .note: .note
    case .dismissal: .dismissal
    case .event: .event
    }
  }
}

/// A list to choose a place from.
package struct ListState: Equatable {
  package enum Content: Hashable {
    case targets(agreement: Int, ids: [Int])
    case uses(agreement: Int, term: Int)
    case referrers(agreement: Int, id: Int)
    /// Everything the words of a provision or definition need, by where it begins: terms and provisions, and what those need.
    case needs(agreement: Int, offset: Int)
    /// The places in all agreements that a pattern matches.
    case matches(pattern: String)
    /// The places that lead back from the active reader.
    case jumps
    /// What was warned of since the start.
    case messages
    case themes(names: [String])
    /// The agreements that a party is named in.
    case appearances(party: Int)
    /// The agreements of the case, over the whole screen.
    case overview
  }
  package var content: Content
  /// Words that the rows shown must hold.
  package var filter = ""
  package var selected = 0
  package var first = 0
  /// The theme to return to when a choice of themes is cancelled.
  package var themeBefore: String?
}

/// Links in sight, each with letters to type.
package struct LabelState: Equatable {
  package var typed = ""
  package var inOtherReader = false
}

/// From where to where is selected, in bytes; both ends are included.
package struct SelectionState: Equatable {
  package var start: Int
  package var end: Int
  /// Whole rows of the reader instead of words.
  package var byRows = false
}

package struct SearchState: Equatable {
  package var pattern: String
  /// The index of the match the reader is at.
  package var current: Int?
}
