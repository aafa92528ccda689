/// Lines and columns of many offsets, cheap when they come in order: it goes on from the last one on the same line.
public struct PositionCursor {
  private let text: SourceText
  private let lines: LineTable
  private let bytes: [UInt8]
  private var line = -1
  private var offset = 0
  private var column = 1

  public init(_ text: SourceText) {
    self.text = text
    lines = text.file?.lines ?? text.lines
    bytes = text.file?.bytes ?? text.bytes
  }

  /// The line (from 1) and column (Unicode scalars, from 1) of a byte offset.
  public mutating func position(of offset: Int) -> (line: Int, column: Int) {
    let place = min(max(text.file?.offsets.original(of: offset) ?? offset, 0), bytes.count)
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
}
