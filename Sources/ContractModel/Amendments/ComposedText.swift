/// A text put together of stretches of others, with the way back from each byte.
struct ComposedText: Sendable, Equatable {
  /// A stretch and where it is from.
  struct Piece: Sendable, Equatable {
    var member: Int
    var start: Int
    var count: Int
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

  /// Puts words of a member in the place of a range, with a blank where words would run together.
  mutating func replace(_ range: Range<Int>, with words: Range<Int>, of member: Int, _ text: SourceText) {
    var inserted = Array(text.bytes[words])
    let leads = range.lowerBound > 0 && bytes[range.lowerBound - 1].isWord && inserted.first?.isWord == true
    let trails = range.upperBound < bytes.count && bytes[range.upperBound].isWord && inserted.last?.isWord == true
    if leads { inserted.insert(Ascii.space, at: 0) }
    if trails { inserted.append(Ascii.space) }
    bytes.replaceSubrange(range, with: inserted)
    var out: [Piece] = []
    var at = 0
    var isPlaced = false
    func place() {
      if !isPlaced, !words.isEmpty {
        // A blank put in is of the place beside it.
        if leads { out.append(Piece(member: member, start: words.lowerBound, count: 1)) }
        out.append(Piece(member: member, start: words.lowerBound, count: words.count))
        if trails { out.append(Piece(member: member, start: words.upperBound - 1, count: 1)) }
      }
      isPlaced = true
    }
    for piece in pieces {
      let end = at + piece.count
      let before = min(max(range.lowerBound - at, 0), piece.count)
      if before > 0 { out.append(Piece(member: piece.member, start: piece.start, count: before)) }
      if end >= range.lowerBound, before < piece.count || end == range.lowerBound { place() }
      let from = max(range.upperBound - at, before)
      if from < piece.count { out.append(Piece(member: piece.member, start: piece.start + from, count: piece.count - from)) }
      at = end
    }
    place()
    pieces = out
  }
}
