import Glibc

extension ArraySlice<UInt8> {
  /// Where words stand first, byte for byte.
  ///
  /// The standard library's `firstRange(of:)` takes a hundred times as long on bytes.
  func firstPlace(of words: StaticString) -> Range<Int>? {
    firstPlace(of: UnsafeRawBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  func firstPlace(of words: ArraySlice<UInt8>) -> Range<Int>? { words.withUnsafeBytes { firstPlace(of: $0) } }

  private func firstPlace(of words: UnsafeRawBufferPointer) -> Range<Int>? {
    let place = withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, let first = words.first, let start = words.baseAddress, bytes.count >= words.count else {
        return nil
      }
      var at = 0
      while at <= bytes.count - words.count, let found = memchr(base + at, Int32(first), bytes.count - words.count - at + 1) {
        at = UnsafeRawPointer(found) - base
        if memcmp(base + at, start, words.count) == 0 { return at }
        at += 1
      }
      return nil
    }
    return place.map { startIndex + $0..<startIndex + $0 + words.count }
  }
}

extension [UInt8] {
  /// Where words stand first, byte for byte.
  func firstPlace(of words: StaticString) -> Range<Int>? { self[...].firstPlace(of: words) }
}
