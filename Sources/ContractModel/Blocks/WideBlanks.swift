/// Where a text has blanks as between columns, as a bitmap with one bit per byte: four spaces in a row, a tab, a no-break space.
///
/// In `Rent    $ 40` the bit stands at the first of the four spaces. Found once for the whole text, sixteen bytes at a time.
struct WideBlanks {
  private(set) var bits: [UInt64] = []

  init(_ span: Span<UInt8>) {
    bits.reserveCapacity(span.count / 64 + 2)
    var last: (spaces: UInt64, others: UInt64) = (0, 0)
    var at = 0
    while at < span.count {
      var spaces: UInt64 = 0
      var others: UInt64 = 0
      let end = min(at + 64, span.count)
      var i = at
      while i + 16 <= end {
        let bytes = span.sixteen(at: i)
        let other = (bytes ^ .all(0x09)).zeroBytes | (bytes ^ .all(0xA0)).zeroBytes
        spaces |= (bytes ^ .all(Ascii.space)).zeroBytes.packed << UInt64(i - at)
        if !other.isEmpty { others |= other.packed << UInt64(i - at) }
        i += 16
      }
      while i < end {
        if span[i] == Ascii.space { spaces |= 1 << UInt64(i - at) }
        if span[i] == 0x09 || span[i] == 0xA0 { others |= 1 << UInt64(i - at) }
        i += 1
      }
      if at > 0 { bits.append(Self.fours(last.spaces, spaces) | last.others) }
      last = (spaces, others)
      at += 64
    }
    bits.append(Self.fours(last.spaces, 0) | last.others)
  }

  /// The bits of spaces that three more follow, given those of the next bytes.
  @inline(__always) private static func fours(_ spaces: UInt64, _ next: UInt64) -> UInt64 {
    spaces & (spaces >> 1 | next << 63) & (spaces >> 2 | next << 62) & (spaces >> 3 | next << 61)
  }

  /// The first place in a range where one stands, given the bits of a text; the range's end where there is none.
  @inline(__always) static func first(in range: Range<Int>, _ bits: Span<UInt64>) -> Int {
    var index = range.lowerBound >> 6
    var word = range.isEmpty ? 0 : bits[index] & (~0 << UInt64(range.lowerBound & 63))
    while true {
      if word != 0 { return min(range.upperBound, index << 6 + word.trailingZeroBitCount) }
      index += 1
      guard index << 6 < range.upperBound else { return range.upperBound }
      word = bits[index]
    }
  }
}
