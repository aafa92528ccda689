import ContractModel

/// Tables: rows as lines with gaps between their cells, and where each cell stood.
extension HTMLReader {
  /// Begins a table, or a row of the one that is open.
  mutating func beginTable(_ node: HTMLNode, _ role: HTMLElement.Role) {
    if node.name == "table" {
      tableCount += 1
      tables.append((tableCount, 0))
    }
    if role == .row, !tables.isEmpty { tables[tables.count - 1].column = 0 }
  }

  /// Keeps where a cell begins, in the text and in its row.
  mutating func beginCell(_ node: HTMLNode, _ cell: inout Element) {
    guard let table = tables.last else { return }
    cell.cellStart = out.count
    cell.column = table.column
    cell.span = min(max(node["colspan"].flatMap { Int($0) } ?? 1, 1), 100)
    tables[tables.count - 1].column += cell.span
  }

  /// Ends a cell, or a table.
  mutating func endTable(_ node: HTMLNode, _ element: Element) {
    if element.role == .cell, !element.isLayout, let table = tables.last {
      out.cell(element.cellStart, table: table.number, column: element.column, span: element.span)
    }
    if node.name == "table" { _ = tables.popLast() }
  }

  mutating func cell() {
    pending = false
    guard let last = out.last, last != 0x0A else { return }
    // A number in a cell of its own stands before its words; other columns are set apart.
    trimBlanks()
    out.append(isNumber(lineEnd: out.count) ? "  " : "    ")
  }

  /// Whether the line so far is a provision's number or a bullet.
  private func isNumber(lineEnd end: Int) -> Bool {
    var start = end
    while start > 0, out.bytes[start - 1] != 0x0A, end - start <= 14 { start -= 1 }
    return end - start <= 14 && end > start && !out.bytes[start..<end].contains(0x20)
  }

  /// Whether the line so far is nothing but an item's number: `2.`, `(a)`, `4.1`; not `Buyer`.
  var isItemNumber: Bool {
    let start = out.bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = out.bytes[start...].drop { $0 == 0x20 }
    guard !line.isEmpty, line.count <= 10, !line.contains(0x20), let last = line.last else { return false }
    if line.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return line.allSatisfy { $0 < 0x80 } }
    return last == 0x2E || last == 0x29
  }
}
