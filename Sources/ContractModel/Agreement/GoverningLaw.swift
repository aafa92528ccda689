/// Finds the law an agreement says governs it: `the laws of the State of California`.
enum GoverningLaw {
  /// The jurisdiction's name as printed, e.g. `State of New York`, or nil.
  static func find(_ reading: ReadingText) -> String? {
    let span = reading.bytes.span
    var best: (rank: Int, name: String)?
    var from = 0
    while let at = span.firstIndex(of: "laws of ", in: from..<span.count) {
      from = at + 8
      let before = max(0, at - 160)..<at
      let govern = span.firstIndex(of: "govern", in: before).map { !span.matches("governmental", at: $0) } ?? false
      let rank =
        govern
        ? 3
        : span.firstIndex(of: "construed", in: before) != nil
          ? 2 : span.firstIndex(of: "accordance with", in: before) != nil ? 1 : 0
      guard rank > best?.rank ?? 0 else { continue }
      guard span.firstIndex(of: "organized", in: before) == nil else { continue }
      var start = from
      if span.matches("the ", at: start) { start += 4 }
      var end = start
      while end < span.count, end - start < 70 {
        let wordStart = end
        while end < span.count,
          span[end].isWord || span[end] == Ascii.apostrophe || span[end] == Ascii.openBracket || span[end] == Ascii.closeBracket
        { end += 1 }
        guard end > wordStart else { break }
        if !span[wordStart].isUpper, span[wordStart] != Ascii.openBracket, !span.matchesWord("of", at: wordStart),
          !span.matchesWord("the", at: wordStart)
        {
          end = wordStart
          break
        }
        guard end < span.count, span[end] == Ascii.space else { break }
        end += 1
      }
      while end > start, span[end - 1] == Ascii.space { end -= 1 }
      for tail: StaticString in [" of", " the", " of the"] where span.matches(tail, at: end - tail.utf8CodeUnitCount) {
        end -= tail.utf8CodeUnitCount
      }
      guard end - start > 2, span[start].isUpper || span[start] == Ascii.openBracket else { continue }
      var bytes: [UInt8] = []
      for i in start..<end { bytes.append(span[i]) }
      best = (rank, String(decoding: bytes, as: UTF8.self))
      if rank == 3 { break }
    }
    return best?.name
  }
}
