/// The words that a file sets apart from those around them (bold, underlined, italic, or in a heading's style), in the reading text.
///
/// Marks are cut where paragraphs end; those of plain text are none, and asking costs nothing then.
struct Emphasis: Sendable, Equatable {
  /// In order of where they begin.
  private let ranges: [Range<Int>]

  init() { ranges = [] }

  init(_ text: SourceText, _ reading: ReadingText) {
    let span = reading.bytes.span
    var found: [Range<Int>] = []
    for mark in text.styles where mark.kind != .centred && mark.kind != .struck {
      var from = reading.reading(mark.range.lowerBound)
      let end = reading.reading(mark.range.upperBound)
      while from < end {
        let line = span.firstOffset(of: Ascii.lineFeed, in: from..<end)
        if line > from { found.append(from..<line) }
        from = line + 1
      }
    }
    found.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    ranges = found
  }

  /// The marks that begin in a range.
  func marks(in range: Range<Int>) -> ArraySlice<Range<Int>> {
    ranges[first(from: range.lowerBound)..<max(first(from: range.lowerBound), first(from: range.upperBound))]
  }

  /// Where the shortest mark ends that begins between a paragraph's start and a place and goes on beyond that place; nil for none.
  func end(at place: Int, from start: Int) -> Int? {
    guard !ranges.isEmpty else { return nil }
    return ranges[first(from: start)..<max(first(from: start), first(from: place + 1))].map(\.upperBound).filter { $0 > place }
      .min()
  }

  /// Whether a mark begins at one place and ends at another, but for punctuation and quotation marks at its end.
  func sets(_ words: Range<Int>, _ span: Span<UInt8>) -> Bool {
    guard !ranges.isEmpty, var end = end(at: words.lowerBound, from: words.lowerBound) else { return false }
    while end > words.upperBound, !span[end - 1].isWord { end -= 1 }
    return end == words.upperBound
  }

  private func first(from place: Int) -> Int { ranges.boundary(behindAll: { $0.lowerBound < place }) }
}
