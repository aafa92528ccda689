/// Where the names of the navigator's tabs stand: on one row with numbers where there is room, else on two; where not even those hold
/// them, the open one has its name alone.
struct NavigatorTabs {
  struct Cell: Equatable {
    var tab: NavigatorState.Tab
    var row: Int
    var column: Int
    var text: String
  }

  /// The rows over the list.
  static let rows = 2

  let cells: [Cell]

  init(columns: Int, open: NavigatorState.Tab) {
    let names = NavigatorState.Tab.names
    func width(_ tabs: some Sequence<NavigatorState.Tab>) -> Int { tabs.reduce(1) { $0 + names[$1.rawValue].count + 3 } }
    let all = NavigatorState.Tab.allCases
    let half = all.count / 2
    let lines = width(all) <= columns ? [all] : [Array(all[..<half]), Array(all[half...])]
    let isNamed = lines.allSatisfy { width($0) <= columns }
    var cells: [Cell] = []
    for (row, tabs) in (isNamed ? lines : [all]).enumerated() {
      var column = 0
      for tab in tabs {
        let number = tab.rawValue + 1
        let isWhole = isNamed || tab == open
        // Numbers alone stand close, so that all of them fit.
        let text = isWhole ? " \(number) \(names[tab.rawValue])" : " \(number)"
        // The open one is a word of its own, with a blank on either side.
        cells.append(Cell(tab: tab, row: row, column: column, text: tab == open ? text + " " : text))
        column += text.count
      }
    }
    self.cells = cells
  }

  /// The tab whose name stands at a place.
  func tab(row: Int, column: Int) -> NavigatorState.Tab? {
    cells.first { $0.row == row && ($0.column..<($0.column + $0.text.count)).contains(column) }?.tab
  }
}
