/// Leads byte offsets of a text to lines and columns of its file, cheap when they come in order: it goes on from the last one on the
/// same line.
///
/// ```swift
/// var cursor = PositionCursor(member.agreement.text, path: member.path)
/// cursor.place(of: 120)  // lease.txt, line 4, column 9
/// ```
///
/// Lines count from 1, columns count Unicode scalars from 1. In a text that was put together of several, a place is in the paper that its
/// words are from.
public struct PositionCursor {
  /// A place in a file.
  public struct Place: Equatable, Sendable {
    /// The path the file is shown under.
    public let path: String
    /// From 1.
    public let line: Int
    /// In Unicode scalars, from 1.
    public let column: Int
    /// In bytes, of the file where it is text.
    public let offset: Int
  }

  private let path: String
  private let text: SourceText
  private let lines: LineTable
  private let bytes: [UInt8]
  private var line = -1
  private var offset = 0
  private var column = 1
  /// One for each paper that a composed text is from, by its number.
  private var sources: [Int: PositionCursor] = [:]

  /// `path` is what the text is shown under.
  public init(_ text: SourceText, path: String = "") {
    self.path = path
    self.text = text
    lines = text.file?.lines ?? text.lines
    bytes = text.file?.bytes ?? text.bytes
  }

  /// The line (from 1) and column (Unicode scalars, from 1) of a byte offset.
  public mutating func position(of offset: Int) -> (line: Int, column: Int) {
    let place = min(max(text.file?.offsets.origin(of: offset).offset ?? offset, 0), bytes.count)
    if line < 0 || place < self.offset || !(line < lines.count && place <= lines[line].upperBound) {
      line = lines.index(at: place)
      self.offset = line < lines.count ? min(lines[line].lowerBound, place) : place
      column = 1
    }
    let bytes = bytes
    let span = bytes.span
    while self.offset < place {
      if span[self.offset] & 0xC0 != 0x80 { column += 1 }
      self.offset += 1
    }
    return (line + 1, column)
  }

  /// The file, line and column of a byte offset.
  public mutating func place(of offset: Int) -> Place {
    let origin = text.origins.origin(of: offset)
    if !text.origins.isEmpty, let source = text.sources[origin.source] {
      return sources[origin.source, default: PositionCursor(source.text, path: source.path)].place(of: origin.offset)
    }
    let position = position(of: offset)
    return Place(path: path, line: position.line, column: position.column, offset: text.fileOffset(of: offset))
  }

  /// The places of a range: its first byte, and behind its last, which is looked for in the paper the first is from.
  public mutating func places(of range: Range<Int>) -> (start: Place, end: Place) {
    let start = place(of: range.lowerBound)
    guard !text.origins.isEmpty, !range.isEmpty else { return (start, place(of: range.upperBound)) }
    // What stands behind the last byte may be of another paper: its end is looked for in its own.
    let origin = text.origins.origin(of: range.upperBound - 1)
    guard let source = text.sources[origin.source] else { return (start, place(of: range.upperBound)) }
    let end = sources[origin.source, default: PositionCursor(source.text, path: source.path)].place(of: origin.offset + 1)
    if end.path == start.path, end.offset >= start.offset { return (start, end) }
    return (start, Place(path: start.path, line: start.line, column: start.column + 1, offset: start.offset + 1))
  }
}
