/// Lines and columns of many offsets, cheap when they come in order: it goes on from the last one on the same line.
public struct PositionCursor {
  private let text: SourceText
  private var line = -1
  private var offset = 0
  private var column = 1

  public init(_ text: SourceText) { self.text = text }

  /// The line (from 1) and column (Unicode scalars, from 1) of a byte offset.
  public mutating func position(of offset: Int) -> (line: Int, column: Int) {
    let place = min(max(offset, 0), text.bytes.count)
    if line < 0 || place < self.offset || !(line < text.lines.count && place <= text.lines[line].upperBound) {
      line = text.lines.index(at: place)
      self.offset = line < text.lines.count ? min(text.lines[line].lowerBound, place) : place
      column = 1
    }
    let text = self.text
    let span = text.bytes.span
    while self.offset < place {
      if span[self.offset] & 0xC0 != 0x80 { column += 1 }
      self.offset += 1
    }
    return (line + 1, column)
  }
}
