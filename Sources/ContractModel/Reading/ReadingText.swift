/// The text as it is read: furniture left out, white space folded, typographic quotes made plain, paragraphs one line each.
///
/// ```swift
/// // "the\n     “Closing\n\nPage 4\n\n  Date”"  reads  the "Closing Date"
/// ```
///
/// Scanners work on `bytes`; `source(_:)` leads every place back to the text as filed. Built once, in one pass.
public struct ReadingText: Sendable, Equatable {
  /// The text as it is read, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var steps: [Step] = []
  /// The words that the file sets apart.
  private(set) var emphasis = Emphasis()
  private(set) var wordStarts = WordStarts()

  /// The index of the last step at or before byte 128·i; -1 where no step is.
  private var stepIndex: [Int32] = []
  private static let stride = 7

  /// A place from which on the reading text and its source go on byte by byte.
  struct Step: Sendable, Equatable {
    var reading: Int32
    var source: Int32
  }

  /// The same with other bytes, as many, in their places.
  func with(_ bytes: [UInt8]) -> ReadingText {
    var out = self
    out.bytes = bytes
    return out
  }

  /// The place in the source text of the byte at `offset` in the reading text.
  public func source(_ offset: Int) -> Int { source(offset, at: step(at: offset)) }

  private func source(_ offset: Int, at step: Int) -> Int {
    guard step >= 0 else { return offset }
    return Int(steps[step].source) + offset - Int(steps[step].reading)
  }

  /// The source range of a reading range: from its first byte to the end of its last.
  public func source(_ range: Range<Int>) -> Range<Int> {
    var first = step(at: range.lowerBound)
    let low = source(range.lowerBound, at: first)
    guard !range.isEmpty else { return low..<low }
    // Its last byte is seldom many steps behind its first.
    var near = 0
    while near < 8, isIn(first + 1, range.upperBound - 1) {
      first += 1
      near += 1
    }
    if near == 8 { first = step(at: range.upperBound - 1) }
    let last = source(range.upperBound - 1, at: first)
    // A character that was made plain stands for several bytes: its end is where the next byte begins, unless white space was cut.
    let next = source(range.upperBound, at: isIn(first + 1, range.upperBound) ? first + 1 : first)
    return low..<max(low, next - last <= 3 && next > last ? next : last + 1)
  }

  /// Whether a step begins at or before an offset of the reading text.
  private func isIn(_ step: Int, _ offset: Int) -> Bool { step < steps.count && Int(steps[step].reading) <= offset }

  /// The place in the reading text of a source offset, or of the first byte read after it.
  public func reading(_ source: Int) -> Int {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if Int(steps[middle].source) <= source { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let step = steps[low - 1]
    let place = Int(step.reading) + source - Int(step.source)
    return min(place, low < steps.count ? Int(steps[low].reading) : bytes.count)
  }

  /// Leads places back to the source that come in rising order; each search begins where the last ended.
  struct SourceCursor {
    private let steps: [Step]
    private var index = 0

    init(_ reading: ReadingText) { steps = reading.steps }

    private mutating func source(_ offset: Int) -> Int {
      if index < steps.count, Int(steps[index].reading) > offset { index = 0 }
      while index + 1 < steps.count, Int(steps[index + 1].reading) <= offset { index += 1 }
      guard index < steps.count, Int(steps[index].reading) <= offset else { return offset }
      return Int(steps[index].source) + offset - Int(steps[index].reading)
    }

    /// As `ReadingText.source(_:)` for a range that is not empty.
    mutating func source(_ range: Range<Int>) -> Range<Int> {
      let low = source(range.lowerBound)
      // Most words stand between two steps.
      if index + 1 >= steps.count || Int(steps[index + 1].reading) > range.upperBound { return low..<(low + range.count) }
      let last = source(range.upperBound - 1)
      let next = source(range.upperBound)
      return low..<max(low, next - last <= 3 && next > last ? next : last + 1)
    }
  }

  /// The paragraphs of a range of the reading text, in order; empty ones are none.
  func paragraphs(_ range: Range<Int>) -> [Range<Int>] {
    let span = bytes.span
    var out: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = span.firstOffset(of: Ascii.lineFeed, in: start..<range.upperBound)
      if start < end { out.append(start..<end) }
      start = end + 1
    }
    return out
  }

  /// The range of the reading text that stands for one of the source.
  func reading(_ source: Range<Int>) -> Range<Int> {
    let start = reading(source.lowerBound)
    return start..<max(start, reading(source.upperBound))
  }

  private func step(at offset: Int) -> Int {
    guard offset >= 0 else { return -1 }
    guard offset >> Self.stride < stepIndex.count else { return steps.count - 1 }
    let steps = steps.span
    var step = Int(stepIndex[offset >> Self.stride])
    while step + 1 < steps.count, Int(steps.known(step + 1).reading) <= offset { step += 1 }
    return step
  }

  /// Folds the text of `blocks`, leaving furniture out and putting a line feed between paragraphs.
  init(_ text: SourceText, _ blocks: [Block]) {
    (bytes, steps) = TextFolding.fold(text, blocks)
    wordStarts = WordStarts(bytes.span)
    stepIndex.reserveCapacity(bytes.count >> Self.stride + 1)
    var step = -1
    for place in Swift.stride(from: 0, to: bytes.count, by: 1 << Self.stride) {
      while step + 1 < steps.count, Int(steps[step + 1].reading) <= place { step += 1 }
      stepIndex.append(Int32(truncatingIfNeeded: step))
    }
    if !text.styles.isEmpty { emphasis = Emphasis(text, self) }
  }
}
