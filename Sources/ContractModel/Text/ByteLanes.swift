/// Looking at eight or sixteen bytes at once, for the passes that read every byte of a text.
///
/// A set high bit in a mask marks the byte it stands in. The lowest byte of a word is the first in the text.
protocol ByteLanes {
  /// Every byte the same.
  static func all(_ byte: UInt8) -> Self
  /// Whether no bit is set.
  var isEmpty: Bool { get }

  static func & (a: Self, b: Self) -> Self
  static func | (a: Self, b: Self) -> Self
  static func ^ (a: Self, b: Self) -> Self
  static prefix func ~ (a: Self) -> Self
  static func &+ (a: Self, b: Self) -> Self
  static func &- (a: Self, b: Self) -> Self
}

typealias EightBytes = UInt64
typealias SixteenBytes = SIMD16<UInt8>

extension UInt64: ByteLanes {
  @inline(__always) static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
  @inline(__always) var isEmpty: Bool { self == 0 }
  /// The index of the first byte that is marked; 8 where none is.
  @inline(__always) var firstMarked: Int { trailingZeroBitCount >> 3 }
  /// The high bits of eight bytes as the low eight bits, the first byte's lowest.
  @inline(__always) var packed: UInt64 { ((self & .high) &* 0x0002_0408_1020_4081) >> 56 }

  /// The bytes with their ASCII capitals in lower case.
  @inline(__always) var lowercasedBytes: UInt64 { self | (from(0x41) & ~from(0x5B) & ~self & .high) >> 2 }

  /// The word that begins these eight bytes in lower case, zeros behind its last letter or digit that is ASCII.
  @inline(__always) var wordKey: UInt64 {
    let others = ~alphanumericBytes & .high
    return (others == 0 ? self : self & ((1 << UInt64(others.trailingZeroBitCount & ~7)) &- 1)).lowercasedBytes
  }
}

extension SIMD16: ByteLanes where Scalar == UInt8 {
  @inline(__always) static func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }

  @inline(__always) var isEmpty: Bool {
    let (low, high) = halves
    return low | high == 0
  }

  /// The high bits of sixteen bytes as the low sixteen bits, the first byte's lowest.
  @inline(__always) var packed: UInt64 {
    let (low, high) = halves
    return low.packed | high.packed << 8
  }

  /// The first and the last eight bytes.
  @inline(__always) var halves: (UInt64, UInt64) {
    let words = unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
  }
}

extension ByteLanes {
  @inline(__always) static var high: Self { all(0x80) }

  /// A mask of the bytes that are zero; above the first one it may mark others in error.
  @inline(__always) var zeroBytes: Self { (self &- .all(1)) & ~self & .high }

  /// An exact mask of the bytes that are zero.
  @inline(__always) var exactZeroBytes: Self { ~(((self & .all(0x7F)) &+ .all(0x7F)) | self | .all(0x7F)) }

  /// Marks the ASCII bytes from `limit` on, and perhaps bytes beyond ASCII; other bits than the high ones mean nothing.
  @inline(__always) func from(_ limit: UInt8) -> Self { (self & .all(0x7F)) &+ .all(0x80 - limit) }

  /// An exact mask of the ASCII letters and digits.
  @inline(__always) var alphanumericBytes: Self {
    let folded = self | .all(0x20)
    let letters = folded.from(0x61) & ~folded.from(0x7B)
    let digits = from(0x30) & ~from(0x3A)
    return (letters | digits) & ~self & .high
  }
}

extension Span where Element == UInt8 {
  /// The eight bytes from `offset`; `offset + 8` must not go beyond the end.
  @inline(__always) func eight(at offset: Int) -> EightBytes {
    // Every caller compares with `count` first.
    assert(offset >= 0 && offset + 8 <= count)
    return UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  /// The sixteen bytes from `offset`; `offset + 16` must not go beyond the end.
  @inline(__always) func sixteen(at offset: Int) -> SixteenBytes {
    assert(offset >= 0 && offset + 16 <= count)
    return unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SixteenBytes.self)
  }

  /// The eight bytes from `offset`, which must lie in the text; zeros stand for those beyond its end.
  @inline(__always) func padded(at offset: Int) -> EightBytes {
    if offset + 8 <= count { return eight(at: offset) }
    var out: UInt64 = 0
    for k in 0..<(count - offset) { out |= UInt64(self[offset + k]) << UInt64(8 * k) }
    return out
  }

  /// The first offset in `range` of a byte that a test marks; the range's end where there is none.
  @inline(__always) func firstOffset(in range: Range<Int>, where test: some ByteTest) -> Int {
    var i = range.lowerBound
    let end = Swift.min(range.upperBound, count)
    while i + 16 <= end, test.marks(sixteen(at: i)).isEmpty { i += 16 }
    while i < end {
      let mask = test.marks(padded(at: i))
      if mask != 0 { return Swift.min(i + mask.firstMarked, end) }
      i += 8
    }
    return Swift.max(end, range.lowerBound)
  }

  /// The first offset in `range` of a byte that is `value`; the range's end where there is none.
  func firstOffset(of value: UInt8, in range: Range<Int>) -> Int { firstOffset(in: range, where: IsByte(value: value)) }
}

/// Marks, by their high bits, the bytes that are looked for; above the first one it may mark others in error.
protocol ByteTest {
  func marks<Bytes: ByteLanes>(_ bytes: Bytes) -> Bytes
}

struct IsByte: ByteTest {
  let value: UInt8
  @inline(__always) func marks<Bytes: ByteLanes>(_ bytes: Bytes) -> Bytes { (bytes ^ .all(value)).zeroBytes }
}

struct IsLineEnd: ByteTest {
  @inline(__always) func marks<Bytes: ByteLanes>(_ bytes: Bytes) -> Bytes {
    (bytes ^ .all(Ascii.lineFeed)).zeroBytes | (bytes ^ .all(Ascii.carriageReturn)).zeroBytes
  }
}

struct IsBeyondASCII: ByteTest {
  @inline(__always) func marks<Bytes: ByteLanes>(_ bytes: Bytes) -> Bytes { bytes & .high }
}

extension Span {
  /// The element at `offset`, which a caller has compared with `count`.
  @inline(__always) func known(_ offset: Int) -> Element {
    assert(offset >= 0 && offset < count)
    return unsafe self[unchecked: offset]
  }
}

extension Span where Element == UInt8 {
  /// The byte at `offset`, and 0 before the first and behind the last: what follows a match may be the end of the text.
  @inline(__always) func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? unsafe self[unchecked: offset] : 0
  }
}
