import ContractModel

/// Writes ranges as `start`, `end`, `line`, `column`, with offsets led back to the file; in an agreement as amended also as `path`, where
/// that is another's.
final class Places {
  private let path: String
  private let text: SourceText
  private let isAmended: Bool
  private var cursor: PositionCursor

  init(_ member: Case.Member) {
    path = member.path
    text = member.agreement.text
    isAmended = member.amended != nil
    cursor = PositionCursor(member.agreement.text, path: member.path)
  }

  func write(_ range: Range<Int>, _ json: inout JSONWriter) {
    let start: PositionCursor.Place
    let end: Int
    if isAmended {
      let places = cursor.places(of: range)
      (start, end) = (places.start, places.end.offset)
    } else {
      (start, end) = (cursor.place(of: range.lowerBound), text.fileOffset(of: range.upperBound))
    }
    if start.path != path { json.field("path", start.path) }
    json.field("start", start.offset)
    json.field("end", end)
    json.field("line", start.line)
    json.field("column", start.column)
  }
}
