import ContractModel

/// Writes ranges as `start`, `end`, `line`, `column`, with offsets led back to the file.
final class Places {
  private let text: SourceText
  private var cursor: PositionCursor

  init(_ agreement: Agreement) {
    text = agreement.text
    cursor = PositionCursor(agreement.text)
  }

  func write(_ range: Range<Int>, _ json: inout JSONWriter) {
    let position = cursor.position(of: range.lowerBound)
    json.field("start", text.fileOffset(of: range.lowerBound))
    json.field("end", text.fileOffset(of: range.upperBound))
    json.field("line", position.line)
    json.field("column", position.column)
  }
}
