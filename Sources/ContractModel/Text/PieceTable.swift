/// Where each stretch of a text is from: the source, and the offset there.
///
/// Decoding changes lengths ("é" is one byte in a Windows-1252 file and two in the text), and an agreement as amended is put together of
/// the words of several papers; one table leads the offsets of either back.
///
/// ```swift
/// var table = PieceTable()
/// table.append(at: 10, start: 8)  // from byte 10 of the text on, the file is two bytes behind
/// table.origin(of: 12).offset     // 10
/// ```
public struct PieceTable: Sendable, Equatable {
  /// A stretch of the text: it begins at `at`, and goes on byte by byte from `start` in its source until the next piece begins.
  private struct Piece: Sendable, Equatable {
    var at: Int
    var source: Int
    var start: Int
  }
  /// In order of place; an empty table leads every offset to itself.
  private var pieces: [Piece] = []

  /// A table that leads every offset to itself.
  public init() {}

  /// Whether every offset leads to itself.
  public var isEmpty: Bool { pieces.isEmpty }

  /// Says that from the byte `at` on, the text is that of a source from the byte `start` on; pieces are given in order of place.
  public mutating func append(at: Int, from source: Int = 0, start: Int) {
    if let last = pieces.last, last.source == source, at - last.at == start - last.start { return }
    pieces.append(Piece(at: at, source: source, start: start))
  }

  /// Takes over what another table says of a range of its own text, which stands from the byte `at` on in this one.
  mutating func append(at: Int, _ other: PieceTable, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let first = other.origin(of: range.lowerBound)
    append(at: at, from: first.source, start: first.offset)
    var next = other.pieces.boundary(behindAll: { $0.at <= range.lowerBound })
    while next < other.pieces.count, other.pieces[next].at < range.upperBound {
      let piece = other.pieces[next]
      append(at: at + piece.at - range.lowerBound, from: piece.source, start: piece.start)
      next += 1
    }
  }

  /// The source and the offset in it of the byte at an offset of the text.
  public func origin(of offset: Int) -> (source: Int, offset: Int) {
    let index = pieces.boundary(behindAll: { $0.at <= offset }) - 1
    guard pieces.indices.contains(index) else { return (pieces.first?.source ?? 0, offset) }
    return (pieces[index].source, pieces[index].start + offset - pieces[index].at)
  }
}
