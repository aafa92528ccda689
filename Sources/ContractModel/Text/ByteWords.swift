/// Looking at eight bytes at once, for the passes that read every byte of a text.
///
/// A set high bit in a mask marks the byte it stands in. The lowest byte of a word is the first in the text.
extension Span where Element == UInt8 {
  /// The eight bytes from `offset`; `offset + 8` must not go beyond the end.
  @inline(__always) func word(at offset: Int) -> UInt64 {
    // Bounds: every caller compares with `count` first.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// The eight bytes from `offset`, which must lie in the text; zeros stand for those beyond its end.
  @inline(__always) func padded(at offset: Int) -> UInt64 {
    if offset + 8 <= count { return word(at: offset) }
    var out: UInt64 = 0
    for k in 0..<(count - offset) { out |= UInt64(self[offset + k]) << UInt64(8 * k) }
    return out
  }

  /// The first offset in `range` of a byte that is `value`; the range's end where there is none.
  func firstOffset(of value: UInt8, in range: Range<Int>) -> Int {
    var i = range.lowerBound
    let end = Swift.min(range.upperBound, count)
    let pattern = ByteWord.all(value)
    while i + 8 <= end {
      let mask = ByteWord.zeros(word(at: i) ^ pattern)
      if mask != 0 { return i + mask.trailingZeroBitCount >> 3 }
      i += 8
    }
    while i < end, known(i) != value { i += 1 }
    return Swift.min(i, Swift.max(end, range.lowerBound))
  }

  /// The first offset from `start` of a byte that is not ASCII; the end where there is none.
  func firstBeyondASCII(from start: Int) -> Int {
    var i = start
    while i + 8 <= count {
      let mask = word(at: i) & ByteWord.high
      if mask != 0 { return i + mask.trailingZeroBitCount >> 3 }
      i += 8
    }
    while i < count, known(i) < 0x80 { i += 1 }
    return i
  }
}

enum ByteWord {
  static let high: UInt64 = 0x8080_8080_8080_8080
  static let ones: UInt64 = 0x0101_0101_0101_0101

  @inline(__always) static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// A mask of the bytes that are zero; above the first one it may mark others in error.
  @inline(__always) static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & high }

  /// Not zero where two zero bytes stand side by side at an even place; perhaps above the first such pair elsewhere too.
  @inline(__always) static func pairs(_ word: UInt64) -> UInt64 {
    (word &- 0x0001_0001_0001_0001) & ~word & 0x8000_8000_8000_8000
  }

  /// An exact mask of the bytes that are zero.
  @inline(__always) static func exactZeros(_ word: UInt64) -> UInt64 {
    ~(((word & ~high) &+ ~high) | word | ~high)
  }

  /// An exact mask of the ASCII letters and digits.
  @inline(__always) static func alphanumerics(_ word: UInt64) -> UInt64 {
    let low = word & ~high
    let folded = low | all(0x20)
    let letters = (folded &+ all(0x80 - 0x61)) & ~(folded &+ all(0x80 - 0x7B))
    let digits = (low &+ all(0x80 - 0x30)) & ~(low &+ all(0x80 - 0x3A))
    return (letters | digits) & ~word & high
  }

  /// The word that begins these eight bytes in lower case, zeros behind its last letter or digit that is ASCII.
  @inline(__always) static func key(_ word: UInt64) -> UInt64 {
    let others = ~alphanumerics(word) & high
    return lowercased(others == 0 ? word : word & ((1 << UInt64(others.trailingZeroBitCount & ~7)) &- 1))
  }

  /// The high bits of eight bytes as the low eight bits, the first byte's lowest.
  @inline(__always) static func packed(_ mask: UInt64) -> UInt64 { ((mask & high) &* 0x0002_0408_1020_4081) >> 56 }

  /// Eight bytes with their ASCII capitals in lower case.
  @inline(__always) static func lowercased(_ word: UInt64) -> UInt64 {
    let low = word & ~high
    let capitals = (low &+ all(0x80 - 0x41)) & ~(low &+ all(0x80 - 0x5B)) & ~word & high
    return word | capitals >> 2
  }

  /// An exact mask of the ASCII bytes below `limit` (at most 0x80); bytes beyond ASCII are not marked.
  @inline(__always) static func below(_ limit: UInt8, _ word: UInt64) -> UInt64 {
    ~((word & ~high) &+ all(0x80 &- limit)) & ~word & high
  }
}

extension Span {
  /// The element at `offset`, which a caller has compared with `count`.
  @inline(__always) func known(_ offset: Int) -> Element { unsafe self[unchecked: offset] }
}
