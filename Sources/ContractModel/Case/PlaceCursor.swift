/// Where the words of a case's member stand in the files: for an agreement as amended, in the paper that each word is from.
///
/// ```swift
/// var cursor = PlaceCursor(member)
/// cursor.place(of: 120)  // lease.txt, line 4, column 9
/// ```
///
/// Lines and columns count from 1, columns in Unicode scalars; cheap when the offsets come in order.
public struct PlaceCursor {
  public struct Place: Equatable, Sendable {
    public let path: String
    public let line: Int
    public let column: Int
    /// In bytes, of the file where it is text.
    public let offset: Int
  }

  private let member: Case.Member
  private var cursor: PositionCursor
  /// One for each paper that an agreement as amended is from.
  private var origins: [String: PositionCursor] = [:]

  public init(_ member: Case.Member) {
    self.member = member
    cursor = PositionCursor(member.agreement.text)
  }

  public mutating func place(of offset: Int) -> Place {
    guard let amended = member.amended else {
      let position = cursor.position(of: offset)
      return Place(
        path: member.path, line: position.line, column: position.column, offset: member.agreement.text.fileOffset(of: offset))
    }
    let source = amended.source(of: offset)
    let position = origins[source.path, default: PositionCursor(source.text)].position(of: source.offset)
    return Place(
      path: source.path, line: position.line, column: position.column, offset: source.text.fileOffset(of: source.offset))
  }

  /// The places of a range: its first byte, and behind its last, which is looked for in the paper the first is from.
  public mutating func places(of range: Range<Int>) -> (start: Place, end: Place) {
    let start = place(of: range.lowerBound)
    guard member.amended != nil, !range.isEmpty else { return (start, place(of: range.upperBound)) }
    let last = place(of: range.upperBound - 1)
    let isWhole = last.path == start.path && last.offset >= start.offset
    let end = isWhole ? last : start
    return (start, Place(path: end.path, line: end.line, column: end.column + 1, offset: end.offset + 1))
  }
}
