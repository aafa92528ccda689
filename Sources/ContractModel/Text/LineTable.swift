/// The physical lines of a text, without their ends (line feed, carriage return and line feed, or a lone carriage return).
public struct LineTable: Sendable, Equatable, RandomAccessCollection {
  private var starts: [Int32] = []
  private var ends: [Int32] = []

  init(_ bytes: [UInt8]) {
    let span = bytes.span
    starts.reserveCapacity(span.count / 48 + 1)
    ends.reserveCapacity(span.count / 48 + 1)
    var start = 0
    var i = 0
    let count = span.count
    while true {
      i = Self.lineEnd(span, from: i)
      guard i < count else { break }
      let byte = span[i]
      starts.append(Int32(truncatingIfNeeded: start))
      ends.append(Int32(truncatingIfNeeded: i))
      i += byte == 0x0D && i + 1 < count && span[i + 1] == 0x0A ? 2 : 1
      start = i
    }
    if start < count {
      starts.append(Int32(truncatingIfNeeded: start))
      ends.append(Int32(truncatingIfNeeded: count))
    }
  }

  /// The first line feed or carriage return from a place; the end where there is none.
  @inline(__always) private static func lineEnd(_ span: Span<UInt8>, from start: Int) -> Int {
    @inline(__always) func ends<Bytes: ByteLanes>(_ bytes: Bytes) -> Bytes {
      (bytes ^ .all(0x0A)).zeroBytes | (bytes ^ .all(0x0D)).zeroBytes
    }
    var i = start
    while i + 16 <= span.count, ends(span.sixteen(at: i)).isEmpty { i += 16 }
    while i + 8 <= span.count {
      let mask = ends(span.eight(at: i))
      if mask != 0 { return i + mask.firstMarked }
      i += 8
    }
    while i < span.count, !span[i].isLineEnd { i += 1 }
    return i
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { starts.count }
  /// The bytes of the line at `index` (from 0), without its end.
  public subscript(index: Int) -> Range<Int> { Int(starts[index])..<Int(ends[index]) }

  /// The index (from 0) of the line that holds `offset`.
  public func index(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return Swift.max(0, low - 1)
  }
}
