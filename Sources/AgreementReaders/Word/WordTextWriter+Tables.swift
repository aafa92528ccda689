import ContractModel

/// Tables: a row of short cells is a line; cells that hold paragraphs of their own are read one after another.
extension WordTextWriter {
  mutating func table(_ node: XMLNode) {
    tables += 1
    for row in rows(node) {
      if leavesOut(row.child("trPr"), row, deleted: "del", inserted: "ins") { continue }
      let cells = cells(row).filter { !leavesOut($0.child("tcPr"), $0, deleted: "cellDel", inserted: "cellIns") }
      let isPlain = cells.allSatisfy { cell in
        let blocks = blocks(cell)
        return blocks.allSatisfy { $0.name == "p" } && blocks.count { $0.words.contains { !$0.isWhitespace } } <= 1
      }
      guard isPlain else {
        for cell in cells {
          write(cell)
          finishParagraph()
        }
        continue
      }
      var line = StyledText()
      for (column, cell) in cells.enumerated() {
        var start: Int?
        for paragraph in blocks(cell) {
          let properties = paragraph.child("pPr")
          let words = words(of: paragraph, properties)
          let label = label(properties, properties?.value("pStyle"))
          guard !words.isEmpty || label != nil else {
            line.append(words)
            continue
          }
          // A number in a cell of its own stands before its words.
          if !line.isEmpty { line.append(isNumber(line.bytes) ? "  " : "    ") }
          if start == nil { start = line.count }
          line.append(label ?? "")
          line.append(words)
        }
        if let start { line.cell(start, table: tables, column: column, span: 1) }
      }
      if line.isEmpty { leave(line) } else { self.line(nil, line) }
      let waiting = boxes
      boxes = []
      for box in waiting { self.line(nil, box) }
    }
  }

  /// Keeps what an empty row left out.
  private mutating func leave(_ line: StyledText) { for entry in line.leftOut { leaveOut(entry.kind, entry.words) } }

  /// Whether a row or cell is not there in the version that is read; its words are kept apart.
  private mutating func leavesOut(_ properties: XMLNode?, _ node: XMLNode, deleted: String, inserted: String) -> Bool {
    guard let properties else { return false }
    if !originalChanges, properties.child(deleted) != nil {
      leaveOut(.deleted, node.allWords)
      return true
    }
    if originalChanges, properties.child(inserted) != nil {
      leaveOut(.inserted, node.allWords)
      return true
    }
    return false
  }

  private func rows(_ table: XMLNode) -> [XMLNode] {
    table.children.flatMap { child -> [XMLNode] in
      switch child.name {
      case "tr": [child]
      case "ins", "sdt", "sdtContent", "customXml", "del", "moveTo", "moveFrom": rows(child)
      default: []
      }
    }
  }

  /// The cells of a row, those in content controls too.
  private func cells(_ row: XMLNode) -> [XMLNode] {
    row.children.flatMap { child -> [XMLNode] in
      switch child.name {
      case "tc": [child]
      case "sdt", "sdtContent", "customXml": cells(child)
      default: []
      }
    }
  }

  /// The paragraphs, tables and chunks of a cell, those in content controls too.
  private func blocks(_ cell: XMLNode) -> [XMLNode] {
    cell.children.flatMap { child -> [XMLNode] in
      switch child.name {
      case "p", "tbl", "altChunk": [child]
      case "sdt", "sdtContent", "customXml": blocks(child)
      default: []
      }
    }
  }

  private func isNumber(_ cell: [UInt8]) -> Bool {
    cell.count <= 10 && cell.last == 0x2E || cell.count <= 6 && cell.last == 0x29
  }
}
