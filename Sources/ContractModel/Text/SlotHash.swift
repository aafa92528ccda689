/// The slot of a table that bytes of text belong to: multiplied by the golden ratio, the upper bits are well mixed.
extension UInt32 {
  @inline(__always) func slot(bits: UInt32) -> Int { Int(truncatingIfNeeded: (self &* 0x9E37_79B1) >> (32 - bits)) }
}

extension UInt64 {
  @inline(__always) func slot(bits: UInt64) -> Int { Int(truncatingIfNeeded: (self &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits)) }
}
