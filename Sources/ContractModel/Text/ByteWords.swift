/// Looking at eight or sixteen bytes at once, for the passes that read every byte of a text.
///
/// A set high bit in a mask marks the byte it stands in. The lowest byte of a word is the first in the text.
protocol ByteLanes {
  /// Every eight bytes the same.
  init(repeating word: UInt64)
  /// Whether no bit is set.
  var isEmpty: Bool { get }

  static func & (a: Self, b: Self) -> Self
  static func | (a: Self, b: Self) -> Self
  static func ^ (a: Self, b: Self) -> Self
  static prefix func ~ (a: Self) -> Self
  static func &+ (a: Self, b: Self) -> Self
  static func &- (a: Self, b: Self) -> Self
  static func &>> (a: Self, b: Self) -> Self
}

typealias EightBytes = UInt64
typealias SixteenBytes = SIMD2<UInt64>

extension UInt64: ByteLanes {
  @inline(__always) init(repeating word: UInt64) { self = word }
  @inline(__always) var isEmpty: Bool { self == 0 }
  /// The index of the first byte that is marked; 8 where none is.
  @inline(__always) var firstMarked: Int { trailingZeroBitCount >> 3 }
  /// The high bits of eight bytes as the low eight bits, the first byte's lowest.
  @inline(__always) var packed: UInt64 { ((self & .high) &* 0x0002_0408_1020_4081) >> 56 }

  /// The word that begins these eight bytes in lower case, zeros behind its last letter or digit that is ASCII.
  @inline(__always) var wordKey: UInt64 {
    let others = ~alphanumericBytes & .high
    return (others == 0 ? self : self & ((1 << UInt64(others.trailingZeroBitCount & ~7)) &- 1)).lowercasedBytes
  }
}

extension SIMD2: ByteLanes where Scalar == UInt64 {
  @inline(__always) var isEmpty: Bool { self[0] | self[1] == 0 }
}

extension ByteLanes {
  @inline(__always) static var high: Self { Self(repeating: 0x8080_8080_8080_8080) }
  @inline(__always) static func all(_ byte: UInt8) -> Self { Self(repeating: UInt64(byte) &* 0x0101_0101_0101_0101) }

  /// A mask of the bytes that are zero; above the first one it may mark others in error.
  @inline(__always) var zeroBytes: Self { (self &- .all(1)) & ~self & .high }

  /// An exact mask of the bytes that are zero.
  @inline(__always) var exactZeroBytes: Self { ~(((self & ~.high) &+ ~.high) | self | ~.high) }

  /// Not empty where two zero bytes stand side by side at an even place; perhaps above the first such pair elsewhere too.
  @inline(__always) var zeroPairs: Self {
    (self &- Self(repeating: 0x0001_0001_0001_0001)) & ~self & Self(repeating: 0x8000_8000_8000_8000)
  }

  /// Marks the ASCII bytes from `limit` on, and perhaps bytes beyond ASCII; other bits than the high ones mean nothing.
  @inline(__always) func from(_ limit: UInt8) -> Self { (self & ~.high) &+ .all(0x80 - limit) }

  /// An exact mask of the ASCII letters and digits.
  @inline(__always) var alphanumericBytes: Self {
    let folded = self | .all(0x20)
    let letters = folded.from(0x61) & ~folded.from(0x7B)
    let digits = from(0x30) & ~from(0x3A)
    return (letters | digits) & ~self & .high
  }

  /// The bytes with their ASCII capitals in lower case.
  @inline(__always) var lowercasedBytes: Self {
    let capitals = from(0x41) & ~from(0x5B) & ~self & .high
    return self | capitals &>> Self(repeating: 2)
  }
}

extension Span where Element == UInt8 {
  /// The eight bytes from `offset`; `offset + 8` must not go beyond the end.
  @inline(__always) func eight(at offset: Int) -> EightBytes {
    // Bounds: every caller compares with `count` first.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// The sixteen bytes from `offset`; `offset + 16` must not go beyond the end.
  @inline(__always) func sixteen(at offset: Int) -> SixteenBytes {
    #if _endian(little)
      unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SixteenBytes.self)
    #else
      SixteenBytes(eight(at: offset), eight(at: offset + 8))
    #endif
  }

  /// The eight bytes from `offset`, which must lie in the text; zeros stand for those beyond its end.
  @inline(__always) func padded(at offset: Int) -> EightBytes {
    if offset + 8 <= count { return eight(at: offset) }
    var out: UInt64 = 0
    for k in 0..<(count - offset) { out |= UInt64(self[offset + k]) << UInt64(8 * k) }
    return out
  }

  /// The first offset in `range` of a byte that is `value`; the range's end where there is none.
  func firstOffset(of value: UInt8, in range: Range<Int>) -> Int {
    var i = range.lowerBound
    let end = Swift.min(range.upperBound, count)
    while i + 16 <= end, (sixteen(at: i) ^ .all(value)).zeroBytes.isEmpty { i += 16 }
    while i + 8 <= end {
      let mask = (eight(at: i) ^ .all(value)).zeroBytes
      if mask != 0 { return i + mask.firstMarked }
      i += 8
    }
    while i < end, known(i) != value { i += 1 }
    return Swift.min(i, Swift.max(end, range.lowerBound))
  }

  /// The first offset from `start` of a byte that is not ASCII; the end where there is none.
  func firstBeyondASCII(from start: Int) -> Int {
    var i = start
    while i + 16 <= count, (sixteen(at: i) & .high).isEmpty { i += 16 }
    while i < count, known(i) < 0x80 { i += 1 }
    return i
  }
}

extension Span {
  /// The element at `offset`, which a caller has compared with `count`.
  @inline(__always) func known(_ offset: Int) -> Element { unsafe self[unchecked: offset] }
}
