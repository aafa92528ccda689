import TerminalGrid

/// A rectangle of the screen, in cells.
struct Frame: Equatable {
  var row: Int
  var column: Int
  var rows: Int
  var columns: Int
}

/// Where everything stands on a screen of a given size.
struct Panes: Equatable {
  /// The text of each reader, below its title row when there are two.
  var readers: [Frame] = []
  /// The title rows of readers that share the screen.
  var titles: [Frame] = []
  var navigator: Frame?
  /// The navigator covers the reader instead of standing beside it.
  var navigatorOverlays = false
  var peek: Frame?
  var list: Frame?
  /// What is said of the agreement selected in the overview, whose list fills the rest of the screen.
  var details: Frame?
  var divider: Int?
  /// The text that the selected row of a list or of the navigator is about.
  var preview: Frame?

  /// The bar of the tutorial.
  var tutorial: Frame?
  private static let tutorialRows = 3

  static let smallest = (columns: 24, rows: 6)
  /// The columns that text of the widest measure has with its margins, and those of a reader that leaves room for a preview beside.
  private static let readingRoom = 106
  private static let besidePreview = 150
  /// From this width on two pages stand side by side when that is asked for.
  static let twoPages = 120
  /// From this width on the navigator stands beside the reader.
  static let wide = 100

  init(_ state: BrowserState) {
    var rows = max(state.rows - 2, 1)
    if state.tutorial != nil, rows > 12 {
      // The step to do stands over everything else.
      tutorial = Frame(row: rows - Self.tutorialRows, column: 0, rows: Self.tutorialRows, columns: state.columns)
      rows -= Self.tutorialRows
    }
    var area = Frame(row: 0, column: 0, rows: rows, columns: state.columns)
    if state.isFlat {
      if state.focus == .navigator {
        navigatorOverlays = true
        navigator = area
      }
    } else if state.navigator.isVisible {
      if state.columns >= Self.wide {
        let width = min(max(min(46, max(37, state.columns / 4)) + state.navigator.extraColumns, 16), state.columns - 50)
        navigator = Frame(row: 0, column: 0, rows: rows, columns: width)
        area.column = width + 1
        area.columns -= width + 1
        divider = width
      } else if state.focus == .navigator {
        navigatorOverlays = true
        navigator = area
      }
    }
    if state.list?.content == .overview {
      // Below the title and above the details, or beside them.
      var table = Frame(row: 1, column: 0, rows: rows - 1, columns: state.columns)
      if state.columns >= 130, rows < 36 {
        table.columns = state.columns * 11 / 20
        details = Frame(row: 0, column: table.columns, rows: rows, columns: state.columns - table.columns)
      } else if rows >= 14 {
        // What is known of an agreement seldom needs more; its first lines take what there is.
        let height = min(rows * 9 / 20, state.overviewShowsText ? rows : 16)
        table.rows -= height
        details = Frame(row: rows - height, column: 0, rows: height, columns: state.columns)
      }
      list = table
    } else if state.list != nil {
      let height = max(4, min(min(rows / 2, 16) + state.extraBelow, rows - 3))
      list = Frame(row: rows - height, column: area.column, rows: height, columns: area.columns)
      area.rows -= height
      if area.columns >= Self.wide {
        // Beside the list where there is room, else below it.
        list!.columns = area.columns / 2
        preview = Frame(row: list!.row, column: area.column + list!.columns, rows: height, columns: area.columns - list!.columns)
      } else if height >= 9, !state.isFlat {
        let below = height * 2 / 5
        list!.rows -= below
        preview = Frame(row: rows - below, column: area.column, rows: below, columns: area.columns)
      }
    } else if state.focus == .navigator, state.peek == nil, rows >= 14, !state.isFlat, !state.isNavigatorEmpty {
      let height = max(4, min(min(rows * 2 / 5, 18) + state.extraBelow, rows - 6))
      if navigatorOverlays {
        preview = Frame(row: rows - height, column: 0, rows: height, columns: state.columns)
        navigator!.rows -= height
      } else if area.columns >= Self.besidePreview, state.readers.count == 1, !state.isTwoPages {
        // Where the text has more room than it is wide, the preview takes what is left.
        let width = area.columns - Self.readingRoom
        preview = Frame(row: 0, column: area.column + area.columns - width, rows: rows, columns: width)
        area.columns -= width
      } else {
        preview = Frame(row: rows - height, column: area.column, rows: height, columns: area.columns)
        area.rows -= height
      }
    } else if state.peek != nil {
      let height = max(4, min(min(rows * 2 / 5, 18) + state.extraBelow, rows - 3))
      peek = Frame(row: rows - height, column: area.column, rows: height, columns: area.columns)
      area.rows -= height
    }
    if state.readers.count > 1, state.split == .beside, area.columns >= 60, !state.isFlat {
      let left = min(max((area.columns - 1) / 2 + state.extraFirst, 24), area.columns - 25)
      let first = Frame(row: area.row, column: area.column, rows: area.rows, columns: left)
      let second = Frame(row: area.row, column: area.column + left + 1, rows: area.rows, columns: area.columns - left - 1)
      set([first, second])
    } else if state.readers.count > 1, area.rows >= 6 {
      let upper = min(max(area.rows / 2 + state.extraFirst, 3), area.rows - 3)
      set([
        Frame(row: area.row, column: area.column, rows: upper, columns: area.columns),
        Frame(row: area.row + upper, column: area.column, rows: area.rows - upper, columns: area.columns),
      ])
    } else {
      readers = state.readers.indices.map { _ in area }
    }
  }

  private mutating func set(_ frames: [Frame]) {
    for frame in frames {
      titles.append(Frame(row: frame.row, column: frame.column, rows: 1, columns: frame.columns))
      readers.append(Frame(row: frame.row + 1, column: frame.column, rows: max(frame.rows - 1, 1), columns: frame.columns))
    }
  }

  /// Text as filed begins at the pane's edge where that lets lines of 80 columns fit.
  static func filedMargin(_ frame: Frame) -> Int { frame.columns <= 84 ? 0 : 2 }

  /// The columns that text as filed has more than reflowed text, which leaves room for page numbers.
  static func filedRoom(_ frame: Frame) -> Int { frame.columns - filedMargin(frame) - textWidth(frame) }

  /// The columns text has in a frame: a margin for the current provision's bar at the left, one for page numbers at the right.
  static func textWidth(_ frame: Frame) -> Int { max(frame.columns - 2 - (frame.columns >= 70 ? 7 : 1), 4) }
}
