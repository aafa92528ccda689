/// The text as it is read: furniture left out, white space folded, typographic quotes made plain, paragraphs one line each.
///
/// ```swift
/// // "the\n     “Closing\n\nPage 4\n\n  Date”"  reads  the "Closing Date"
/// ```
///
/// Scanners work on `bytes`; `source(_:)` leads every place back to the text as filed. Built once, in one pass.
public struct ReadingText: Sendable, Equatable {
  public private(set) var bytes: [UInt8] = []
  private var steps: [Step] = []
  /// The words that the file sets apart.
  private(set) var emphasis = Emphasis()
  private(set) var wordStarts = WordStarts()

  /// The last step at or before every 128th byte, so that no search begins far off; -1 where none is.
  private var strides: [Int32] = []
  private static let stride = 7

  private struct Step: Sendable, Equatable {
    var reading: Int32
    var source: Int32
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
    guard offset >> Self.stride < strides.count else { return steps.count - 1 }
    let steps = steps.span
    var step = Int(strides[offset >> Self.stride])
    while step + 1 < steps.count, Int(steps.known(step + 1).reading) <= offset { step += 1 }
    return step
  }

  /// Folds the text of `blocks`, leaving furniture out and putting a line feed between paragraphs.
  init(_ text: SourceText, _ blocks: [Block]) {
    bytes.reserveCapacity(text.bytes.count)
    steps.reserveCapacity(text.lines.count + 64)
    for block in blocks where block.kind.isRead {
      if !bytes.isEmpty { bytes.append(block.continues ? Ascii.space : Ascii.lineFeed) }
      fold(text.bytes, block.range)
    }
    wordStarts = WordStarts(bytes.span)
    strides.reserveCapacity(bytes.count >> Self.stride + 1)
    var step = -1
    for place in Swift.stride(from: 0, to: bytes.count, by: 1 << Self.stride) {
      while step + 1 < steps.count, Int(steps[step + 1].reading) <= place { step += 1 }
      strides.append(Int32(truncatingIfNeeded: step))
    }
    if !text.styles.isEmpty { emphasis = Emphasis(text, self) }
  }

  private mutating func fold(_ source: [UInt8], _ range: Range<Int>) {
    let span = source.span
    var i = range.lowerBound
    let end = min(range.upperBound, span.count)
    mark(i)
    while i < end {
      let byte = span[i]
      if byte > 0x27 && byte < 0x80 {
        // Runs of plain words and single blanks are copied at once.
        let from = i
        i = Self.plainEnd(span, i + 1, end)
        bytes.append(contentsOf: source[from..<i])
        continue
      }
      let blank = Self.blank(span, i, end)
      if blank > 0 {
        var next = i + blank
        while next < end {
          let more = Self.blank(span, next, end)
          if more == 0 { break }
          next += more
        }
        if bytes.last != Ascii.space, bytes.last != Ascii.lineFeed, next < end { bytes.append(Ascii.space) }
        if next < end, next - i != 1 || byte != Ascii.space { mark(next) }
        i = next
        continue
      }
      if byte == 0xE2, i + 2 < end, span[i + 1] == 0x80, let plain = Self.plain(span[i + 2]) {
        bytes.append(plain)
        i += 3
        mark(i)
        continue
      }
      if byte == 0xC2, i + 1 < end, span[i + 1] == 0xAB || span[i + 1] == 0xBB {
        bytes.append(Ascii.quote)
        i += 2
        mark(i)
        continue
      }
      if byte == Ascii.apostrophe || byte == 0x60, i + 1 < end, span[i + 1] == Ascii.apostrophe || span[i + 1] == 0x60 {
        bytes.append(Ascii.quote)
        i += 2
        mark(i)
        continue
      }
      bytes.append(byte)
      i += 1
    }
  }

  /// How many bytes the blank at a place has: no-break, en, em and thin spaces are blanks; 0 where there is none.
  @inline(__always) private static func blank(_ span: Span<UInt8>, _ i: Int, _ end: Int) -> Int {
    let byte = span[i]
    if byte.isSpace { return 1 }
    if byte == 0xC2, i + 1 < end, span[i + 1] == 0xA0 { return 2 }
    return byte == 0xE2 && i + 2 < end && span[i + 1] == 0x80 && (span[i + 2] <= 0x8A || span[i + 2] == 0xAF) ? 3 : 0
  }

  /// Where plain words and single blanks between them end, from behind a plain byte.
  private static func plainEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i + 17 <= end, others(span.sixteen(at: i), span.sixteen(at: i + 1)).isEmpty { i += 16 }
    while i + 9 <= end {
      let other = others(span.eight(at: i), span.eight(at: i + 1))
      if other != 0 { return i + other.firstMarked }
      i += 8
    }
    while i < end {
      let next = span.known(i)
      guard
        next > 0x27 && next < 0x80
          || next == Ascii.space && i + 1 < end && span.known(i + 1) > Ascii.space && span.known(i + 1) < 0x80
      else { return i }
      i += 1
    }
    return i
  }

  /// Marks the bytes that are neither plain nor a blank before something else, given the bytes behind each.
  @inline(__always) private static func others<Bytes: ByteLanes>(_ bytes: Bytes, _ next: Bytes) -> Bytes {
    let plain = bytes.from(0x28) & ~bytes
    let single = (bytes ^ .all(Ascii.space)).exactZeroBytes & next.from(0x21) & ~next
    return ~(plain | single) & .high
  }

  private mutating func mark(_ source: Int) {
    let step = Step(
      reading: Int32(truncatingIfNeeded: bytes.count), source: Int32(truncatingIfNeeded: source))
    if let last = steps.last, last.reading == step.reading {
      steps[steps.count - 1] = step
    } else {
      steps.append(step)
    }
  }

  /// The plain form of a character of the block General Punctuation (U+20xx), given its last byte.
  private static func plain(_ last: UInt8) -> UInt8? {
    switch last {
    case 0x9C, 0x9D, 0x9E, 0x9F: Ascii.quote
    case 0x98, 0x99, 0x9B: Ascii.apostrophe
    case 0x90, 0x91, 0x92, 0x93: Ascii.hyphen
    default: nil
    }
  }
}
