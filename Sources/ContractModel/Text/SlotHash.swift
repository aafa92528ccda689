/// The slot of a table that bytes of text belong to: Fibonacci hashing multiplies by 2^w/φ and keeps the top bits (Knuth, The Art of Computer Programming, 6.4).
extension UInt32 {
  @inline(__always) func slot(bits: UInt32) -> Int { Int(truncatingIfNeeded: (self &* 0x9E37_79B1) >> (32 - bits)) }
}

extension UInt64 {
  @inline(__always) func slot(bits: UInt64) -> Int { Int(truncatingIfNeeded: (self &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits)) }
}
