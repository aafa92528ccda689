/// A text put together of stretches of others, with the way back from each byte.
struct ComposedText: Sendable, Equatable {
  /// A stretch and where it is from.
  struct Piece: Sendable, Equatable {
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

  private(set) var pieces: [Piece]
  private(set) var bytes: [UInt8]

  init(_ member: Int, _ text: SourceText) {
    pieces = [Piece(member: member, start: 0, count: text.bytes.count)]
    bytes = text.bytes
  }

  /// The member and the offset in it that a byte is from.
  func origin(of offset: Int) -> (member: Int, offset: Int) {
    var at = 0
    for piece in pieces {
      if offset < at + piece.count { return (piece.member, piece.start + offset - at) }
      at += piece.count
    }
    let last = pieces.last ?? Piece(member: 0, start: 0, count: 0)
    return (last.member, last.start + last.count)
  }

  /// Puts inserts from a member's text in the place of a range, with a blank where words would run together.
  mutating func replace(_ range: Range<Int>, with inserts: [Insert], of member: Int, _ text: SourceText) {
    var new: [Piece] = []
    var inserted: [UInt8] = []
    func mark(_ byte: UInt8, at offset: Int) {
      inserted.append(byte)
      new.append(Piece(member: member, start: offset, count: 1))
    }
    for insert in inserts {
      switch insert {
      case .marks(let bytes, let offset): for byte in bytes { mark(byte, at: offset) }
      case .words(let words) where !words.isEmpty:
        if inserted.isEmpty, range.lowerBound > 0, bytes[range.lowerBound - 1].isWord, text.bytes[words.lowerBound].isWord {
          mark(Ascii.space, at: words.lowerBound)
        }
        inserted.append(contentsOf: text.bytes[words])
        new.append(Piece(member: member, start: words.lowerBound, count: words.count))
      case .words: break
      }
    }
    if let last = inserted.last, last.isWord, range.upperBound < bytes.count, bytes[range.upperBound].isWord, let piece = new.last {
      mark(Ascii.space, at: piece.start + piece.count - 1)
    }
    bytes.replaceSubrange(range, with: inserted)
    pieces = stretch(0..<range.lowerBound) + new + stretch(range.upperBound..<(pieces.reduce(0) { $0 + $1.count }))
  }

  /// The pieces that make a range of the text.
  private func stretch(_ range: Range<Int>) -> [Piece] {
    var out: [Piece] = []
    var at = 0
    for piece in pieces {
      let low = max(range.lowerBound, at)
      let high = min(range.upperBound, at + piece.count)
      if low < high { out.append(Piece(member: piece.member, start: piece.start + low - at, count: high - low)) }
      at += piece.count
    }
    return out
  }
}
