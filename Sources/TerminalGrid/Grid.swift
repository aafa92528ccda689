/// One cell of the screen: a character and its style. The second cell of a wide character holds nothing.
package struct Cell: Equatable, Sendable {
  package var character: Character?
  package var style: Style
  package init(_ character: Character?, _ style: Style) {
    self.character = character
    self.style = style
  }
}

/// A screen of cells, rows by columns, counted from 0; writing outside it does nothing.
///
/// ```swift
/// var grid = Grid(columns: 80, rows: 24)
/// grid.write("Section 8.9", row: 0, column: 4, Style(.standard, .bold))
/// ```
package struct Grid: Equatable, Sendable {
  package let columns: Int
  package let rows: Int
  package private(set) var cells: [Cell]
  /// Where the cursor stands, or nil when it is hidden.
  package var cursor: Place?

  package struct Place: Equatable, Sendable {
    package var row: Int
    package var column: Int
    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package init(columns: Int, rows: Int, style: Style = Style()) {
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
    cells = Array(repeating: Cell(" ", style), count: self.columns * self.rows)
  }

  package subscript(row: Int, column: Int) -> Cell { cells[row * columns + column] }

  /// The cells of a row.
  package func row(_ row: Int) -> ArraySlice<Cell> { cells[(row * columns)..<((row + 1) * columns)] }

  /// Writes a text, scrubbed, and returns the column behind it; stops at `limit`.
  @discardableResult
  package mutating func write(_ text: some StringProtocol, row: Int, column: Int, _ style: Style, limit: Int? = nil) -> Int {
    guard row >= 0, row < rows else { return column }
    let end = min(limit ?? columns, columns)
    var at = column
    for character in text {
      guard at < end else { break }
      if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
        put(character, row, at, style)
        at += 1
        continue
      }
      if character.unicodeScalars.contains(where: { Scrubber.escape($0) != nil }) {
        for visible in Scrubber.scrubbed(String(character)) where at < end {
          put(visible, row, at, style)
          at += 1
        }
        continue
      }
      let width = DisplayWidth.of(character)
      if width == 0 { continue }
      if width == 2 {
        guard at + 1 < end else {
          put(" ", row, at, style)
          at += 1
          break
        }
        put(character, row, at, style)
        put(nil, row, at + 1, style)
      } else {
        put(character, row, at, style)
      }
      at += width
    }
    return at
  }

  /// Fills columns of a row with one character, a blank unless said.
  package mutating func fill(row: Int, columns range: Range<Int>, _ style: Style, with character: Character = " ") {
    guard row >= 0, row < rows else { return }
    for column in range.clamped(to: 0..<columns) { put(character, row, column, style) }
  }

  private mutating func put(_ character: Character?, _ row: Int, _ column: Int, _ style: Style) {
    guard column >= 0, column < columns else { return }
    cells[row * columns + column] = Cell(character, style)
  }

  /// The text of a row without trailing blanks.
  package func text(row: Int) -> String {
    var out = ""
    for column in 0..<columns {
      if let character = self[row, column].character { out.append(character) }
    }
    while out.last == " " { out.removeLast() }
    return out
  }

  /// The whole screen as text, for tests.
  package var text: String { (0..<rows).map { text(row: $0) }.joined(separator: "\n") }
}
