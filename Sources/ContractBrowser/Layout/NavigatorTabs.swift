/// Where the names of the navigator's tabs stand: on one row with numbers where there is room, else on as many as they need; where a name
/// alone is wider than a row, only the open one has its name.
struct NavigatorTabs {
  struct Cell: Equatable {
    var tab: NavigatorState.Tab
    var row: Int
    var column: Int
    var text: String
  }

  let cells: [Cell]
  /// The rows over the list, at least two: the last is free for what the list is filtered by.
  let rows: Int

  init(_ state: BrowserState, columns: Int) { self.init(state.tabs, columns: columns, open: state.navigator.tab) }

  init(_ tabs: [NavigatorState.Tab], columns: Int, open: NavigatorState.Tab) {
    let names = NavigatorState.Tab.names
    func width(_ tab: NavigatorState.Tab) -> Int { names[tab.rawValue].count + 3 }
    let isNamed = tabs.allSatisfy { width($0) + 1 <= columns } && columns >= Self.named
    var cells: [Cell] = []
    var (row, column) = (0, 0)
    for tab in tabs {
      let number = tab.rawValue + 1
      // Numbers alone stand close, so that all of them fit.
      let text = isNamed || tab == open ? " \(number) \(names[tab.rawValue])" : " \(number)"
      if isNamed, column + width(tab) + 1 > columns {
        row += 1
        column = 0
      }
      // The open one is a word of its own, with a blank on either side.
      cells.append(Cell(tab: tab, row: row, column: column, text: tab == open ? text + " " : text))
      column += text.count
    }
    self.cells = cells
    rows = max(row + 1, 2)
  }

  /// From this width on the names stand on few rows.
  private static let named = 32

  /// The tab whose name stands at a place.
  func tab(row: Int, column: Int) -> NavigatorState.Tab? {
    cells.first { $0.row == row && ($0.column..<($0.column + $0.text.count)).contains(column) }?.tab
  }
}

extension BrowserState {
  /// The tabs of the navigator: that of changes while two versions are compared.
  var tabs: [NavigatorState.Tab] { NavigatorState.Tab.allCases.filter { $0 != .changes || comparison != nil } }
}
