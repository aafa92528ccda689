/// Where words begin in a text, as a bitmap with one bit per byte: found once, sixteen bytes at a time, for the scans that look at words and not at bytes.
///
/// In `the (Closing) Date's` bits stand at `t`, `(`, `C`, `)`, `D` and `'`: at every byte that is no blank and does not go on with a word.
struct WordStarts: Sendable, Equatable {
  private var bits: [UInt64] = []
  private var count = 0

  init() {}

  init(_ span: Span<UInt8>) {
    count = span.count
    bits.reserveCapacity(count / 64 + 1)
    var before: UInt64 = 0
    var at = 0
    while at < count {
      var words: UInt64 = 0
      var printed: UInt64 = 0
      var beyond = SixteenBytes.all(0)
      let end = Swift.min(at + 64, count)
      var i = at
      while i + 16 <= end {
        let bytes = span.sixteen(at: i)
        words |= (bytes.alphanumericBytes | bytes).packed << UInt64(i - at)
        printed |= (bytes.from(0x21) | bytes).packed << UInt64(i - at)
        beyond = beyond | bytes & .high
        i += 16
      }
      while i < end {
        beyond[0] |= span[i] & 0x80
        if span[i].isWord { words |= 1 << UInt64(i - at) }
        if span[i] > Ascii.space { printed |= 1 << UInt64(i - at) }
        i += 1
      }
      if !beyond.isEmpty { setMarksApart(span, at..<end, &words) }
      bits.append(printed & ~(words << 1 | before))
      before = words >> 63
      at += 64
    }
  }

  /// Bytes beyond ASCII are letters but for the section sign and the dashes, quotes and dots of General Punctuation (U+2000 to U+203F).
  private func setMarksApart(_ span: Span<UInt8>, _ range: Range<Int>, _ words: inout UInt64) {
    for i in range where span[i] >= 0x80 {
      var lead = i
      while lead > 0, i - lead < 2, span[lead] < 0xC0 { lead -= 1 }
      let isSection = span[lead] == 0xC2 && lead + 1 < span.count && span[lead + 1] == Ascii.section
      if isSection || span.isGeneralPunctuation(at: lead) { words &= ~(1 << UInt64(i - range.lowerBound)) }
    }
  }

  /// Calls `visit` with each place in `range` where a word begins, in order; it says from where to go on.
  @inline(__always) func forEach(in range: Range<Int>, _ visit: (Int) -> Int) {
    let end = Swift.min(range.upperBound, count)
    let bits = bits.span
    var next = range.lowerBound
    var index = next >> 6
    while index << 6 < end {
      var word = bits.known(index)
      if end - index << 6 < 64 { word &= (1 << UInt64(end - index << 6)) &- 1 }
      while word != 0 {
        let place = index << 6 &+ word.trailingZeroBitCount
        word &= word &- 1
        if place >= next { next = visit(place) }
      }
      index = Swift.max(index + 1, next >> 6)
    }
  }
}
