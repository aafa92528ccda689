/// The way from offsets in decoded text back to offsets in the file, where decoding changed lengths.
///
/// ```swift
/// var table = OffsetTable()
/// table.append(text: 10, original: 8)  // from byte 10 of the text on, the file is two bytes behind
/// table.original(of: 12)               // 10
/// ```
public struct OffsetTable: Sendable, Equatable {
  private struct Step: Sendable, Equatable {
    var text: Int
    var original: Int
  }
  private var steps: [Step] = []

  public init() {}

  public var isEmpty: Bool { steps.isEmpty }

  /// Says that from `text` on, offsets count from `original`; steps are given in order of place.
  public mutating func append(text: Int, original: Int) {
    if let last = steps.last, text - last.text == original - last.original { return }
    steps.append(Step(text: text, original: original))
  }

  mutating func append(text: Int, original: Int, following earlier: OffsetTable) {
    append(text: text, original: earlier.original(of: original))
  }

  /// The offset in the file of the byte at `offset` in the text.
  public func original(of offset: Int) -> Int {
    guard !steps.isEmpty else { return offset }
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    return steps[low - 1].original + offset - steps[low - 1].text
  }
}
