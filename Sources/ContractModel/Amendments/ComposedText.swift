/// A text put together of stretches of others, with the way back from each byte.
struct ComposedText: Sendable, Equatable {
  /// A stretch: where it stands here, and where it is from.
  struct Piece: Sendable, Equatable {
    var at: Int
    var member: Int
    var start: Int
    var count: Int
  }

  /// What is put in the place of a range.
  enum Insert: Equatable {
    /// A stretch of the member's text.
    case words(Range<Int>)
    /// Bytes of no text, which count as those at an offset of it: a number, a break between paragraphs.
    case marks([UInt8], at: Int)
  }

  private(set) var pieces: [Piece] = []
  private(set) var bytes: [UInt8] = []

  private init() {}

  init(_ member: Int, _ text: SourceText) { append(text.bytes[...], of: member) }

  /// The member and the offset in it that a byte is from.
  func origin(of offset: Int) -> (member: Int, offset: Int) {
    let index = pieces.boundary(behindAll: { $0.at <= offset }) - 1
    guard pieces.indices.contains(index) else { return (pieces.first?.member ?? 0, 0) }
    return (pieces[index].member, pieces[index].start + min(offset - pieces[index].at, pieces[index].count))
  }

  /// Puts inserts from a member's text in the places of ranges, which come in order and do not overlap; with a blank where words would run
  /// together.
  mutating func replace(_ edits: [(range: Range<Int>, inserts: [Insert])], of member: Int, _ text: SourceText) {
    var out = ComposedText()
    out.bytes.reserveCapacity(bytes.count)
    var from = 0
    var piece = 0
    for (range, inserts) in edits {
      out.append(self, from..<range.lowerBound, &piece)
      let start = out.bytes.count
      for insert in inserts {
        switch insert {
        case .marks(let bytes, let offset): for byte in bytes { out.append(byte, of: member, at: offset) }
        case .words(let words):
          if words.isEmpty { continue }
          if out.bytes.count == start, out.bytes.last?.isWord ?? false, text.bytes[words.lowerBound].isWord {
            out.append(Ascii.space, of: member, at: words.lowerBound)
          }
          out.append(text.bytes[words], of: member)
        }
      }
      if out.bytes.count > start, out.bytes.last?.isWord ?? false, range.upperBound < bytes.count, bytes[range.upperBound].isWord,
        let last = out.pieces.last
      {
        out.append(Ascii.space, of: member, at: last.start + last.count - 1)
      }
      from = range.upperBound
    }
    out.append(self, from..<bytes.count, &piece)
    self = out
  }

  private mutating func append(_ words: ArraySlice<UInt8>, of member: Int) {
    pieces.append(Piece(at: bytes.count, member: member, start: words.startIndex, count: words.count))
    bytes.append(contentsOf: words)
  }

  private mutating func append(_ byte: UInt8, of member: Int, at offset: Int) {
    pieces.append(Piece(at: bytes.count, member: member, start: offset, count: 1))
    bytes.append(byte)
  }

  /// Takes over a range of another text; `piece` is the first of its pieces that may be in it, and moves on.
  private mutating func append(_ other: ComposedText, _ range: Range<Int>, _ piece: inout Int) {
    guard !range.isEmpty else { return }
    while piece < other.pieces.count {
      let next = other.pieces[piece]
      let low = max(range.lowerBound, next.at)
      let high = min(range.upperBound, next.at + next.count)
      if low < high {
        pieces.append(
          Piece(at: bytes.count + low - range.lowerBound, member: next.member, start: next.start + low - next.at, count: high - low)
        )
      }
      if next.at + next.count > range.upperBound { break }
      piece += 1
    }
    bytes.append(contentsOf: other.bytes[range])
  }
}
