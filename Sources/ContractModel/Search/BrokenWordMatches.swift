/// Finds what a search looks for over a hyphen that parts a word at a line's end: "confidential papers" in "confiden-" and, on the next
/// line, "tial papers".
///
/// Whether such a hyphen is the word's own ("cross-border") only a dictionary would know, and so the text keeps it; a search finds both.
struct BrokenWordMatches {
  /// How far before and behind a hyphen a match may begin and end, in bytes of the reading text.
  private static let reach = 120

  let agreement: Agreement

  /// Matches in order of place that hold a line's end of this kind, as ranges of the reading text.
  func ranges(of matcher: TextMatcher, limit: Int) -> [Range<Int>] {
    let bytes = agreement.reading.bytes
    var out: [Range<Int>] = []
    for hyphen in hyphens() where out.count < limit {
      let low = max(0, hyphen - Self.reach)
      let window = Array(bytes[low..<hyphen]) + bytes[hyphen + 1..<min(bytes.count, hyphen + 1 + Self.reach)]
      let joint = hyphen - low
      var from = 0
      while let found = matcher.next(window, from), found.lowerBound < joint {
        if found.upperBound > joint {
          out.append(low + found.lowerBound..<low + found.upperBound + 1)
          break
        }
        from = max(found.upperBound, found.lowerBound + 1)
      }
    }
    return out
  }

  /// Where hyphens stand in the reading text whose word goes on, in small letters, on the next line of the file.
  private func hyphens() -> [Int] {
    let reading = agreement.reading
    let span = reading.bytes.span
    let source = agreement.text.bytes
    var out: [Int] = []
    var cursor = ReadingText.SourceCursor(reading)
    var at = span.firstOffset(of: Ascii.hyphen, in: 0..<span.count)
    while at + 1 < span.count {
      if at > 0, span[at - 1].isLower, span[at + 1].isLower {
        let (here, next) = (cursor.source(at..<at + 1).lowerBound + 1, cursor.source(at + 1..<at + 2).lowerBound)
        if next > here, source[here..<next].contains(where: \.isLineEnd) { out.append(at) }
      }
      at = span.firstOffset(of: Ascii.hyphen, in: at + 1..<span.count)
    }
    return out
  }
}
