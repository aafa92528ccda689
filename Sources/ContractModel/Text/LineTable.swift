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
      i = span.firstOffset(in: i..<count, where: IsLineEnd())
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

  /// The first line: 0.
  public var startIndex: Int { 0 }
  /// How many lines there are.
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
