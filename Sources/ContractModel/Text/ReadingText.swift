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

  private struct Step: Sendable, Equatable {
    var reading: Int32
    var source: Int32
  }

  /// The place in the source text of the byte at `offset` in the reading text.
  public func source(_ offset: Int) -> Int {
    let index = step(at: offset)
    guard index >= 0 else { return offset }
    return Int(steps[index].source) + offset - Int(steps[index].reading)
  }

  /// The source range of a reading range: from its first byte to the end of its last.
  public func source(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place = source(range.lowerBound)
      return place..<place
    }
    let low = source(range.lowerBound)
    return low..<max(low, sourceEnd(range.upperBound))
  }

  /// The source offset just behind the reading byte before `offset`.
  private func sourceEnd(_ offset: Int) -> Int {
    let last = source(offset - 1)
    // A character that was made plain stands for several bytes: its end is where the next byte begins, unless white space was cut.
    let next = source(offset)
    return next - last <= 3 && next > last ? next : last + 1
  }

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
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if Int(steps[middle].reading) <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
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
      if byte.isSpace || byte == 0xC2 && i + 1 < end && span[i + 1] == 0xA0 {
        var next = i
        while next < end {
          if span[next].isSpace {
            next += 1
          } else if span[next] == 0xC2, next + 1 < end, span[next + 1] == 0xA0 {
            next += 2
          } else {
            break
          }
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

  /// Where plain words and single blanks between them end, from behind a plain byte.
  private static func plainEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    let blanks = ByteWord.all(Ascii.space)
    while i < end {
      while i + 9 <= end {
        let word = span.word(at: i)
        let blank = ByteWord.exactZeros(word ^ blanks)
        // Anything but plain bytes and blanks, or two blanks in a row, or a blank at the seam, is left to the slow way.
        let other = (ByteWord.below(0x28, word) & ~blank) | (word & ByteWord.high)
        if other != 0 || blank & (blank << 8) != 0 || blank & (1 << 63) != 0
          || blank & 0x80 != 0 && span.known(i - 1) <= Ascii.space
        {
          break
        }
        i += 8
      }
      // One byte at a time over the seam, then by eights again.
      let seam = min(end, i + 8)
      while i < seam {
        let next = span[i]
        guard
          next > 0x27 && next < 0x80
            || next == Ascii.space && span[i - 1] > Ascii.space && i + 1 < end && span[i + 1] > Ascii.space && span[i + 1] < 0x80
        else { return i }
        i += 1
      }
    }
    return i
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
