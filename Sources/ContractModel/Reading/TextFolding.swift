/// Folds the text of blocks into reading text: white space single, typographic quotes and hyphens plain.
struct TextFolding {
  /// Room for all that is folded.
  private let out: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  private var steps: [ReadingText.Step] = []

  /// The bytes of the blocks that are read, and the steps that lead them back to the source.
  static func fold(_ text: SourceText, _ blocks: [Block]) -> (bytes: [UInt8], steps: [ReadingText.Step]) {
    let span = text.bytes.span
    var steps: [ReadingText.Step] = []
    // No character gets longer, and each block has one byte more for what parts it from the last.
    let capacity = blocks.reduce(0) { $0 + $1.range.count + 1 }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var folding = unsafe TextFolding(out: buffer)
      folding.steps.reserveCapacity(text.lines.count + 64)
      var isFirst = true
      for block in blocks where block.kind.isRead {
        if !isFirst { folding.append(block.continues ? Ascii.space : Ascii.lineFeed) }
        folding.fold(span, block.range)
        isFirst = false
      }
      count = folding.count
      steps = folding.steps
    }
    return (bytes, steps)
  }

  private init(out: UnsafeMutableBufferPointer<UInt8>) { unsafe self.out = out }

  private mutating func fold(_ span: Span<UInt8>, _ range: Range<Int>) {
    var i = range.lowerBound
    let end = min(range.upperBound, span.count)
    let start = count
    // What prints nothing may stand behind the last blank.
    defer { while count > start, last == Ascii.space { count -= 1 } }
    mark(i)
    while i < end {
      let byte = span[i]
      if byte > 0x27 && byte < 0x80 {
        // Runs of plain words and single blanks are copied at once.
        append(byte)
        i = copyPlain(span, i + 1, end)
        continue
      }
      let blank = Blanks.blank(span, i, end)
      if blank > 0 {
        var next = i + blank
        while next < end {
          let more = Blanks.blank(span, next, end)
          if more == 0 { break }
          next += more
        }
        let joins = last == Ascii.hyphen && next < end && Blanks.breaksCompound(span, i, next)
        if last != Ascii.space, last != Ascii.lineFeed, next < end, !joins { append(Ascii.space) }
        if next < end, joins || next - i != 1 || byte != Ascii.space { mark(next) }
        i = next
        continue
      }
      if byte == 0xE2, i + 2 < end, span[i + 1] == 0x80, let plain = Self.plain(span[i + 2]) {
        // Two single marks are one: ‘‘Toll’’.
        let isDoubled =
          plain == Ascii.apostrophe && i + 5 < end && span[i + 3] == 0xE2 && span[i + 4] == 0x80 && span[i + 5] == span[i + 2]
        append(isDoubled ? Ascii.quote : plain)
        i += isDoubled ? 6 : 3
        mark(i)
        continue
      }
      if byte == 0xC2, i + 1 < end, span[i + 1] == 0xAB || span[i + 1] == 0xBB {
        append(Ascii.quote)
        i += 2
        mark(i)
        continue
      }
      if byte == 0xC2, i + 2 < end, span[i + 1] == 0xAD, span[i + 2].isUpper {
        // A hyphen that a word processor wrote as a soft one: `No-Signage Event`.
        append(Ascii.hyphen)
        i += 2
        mark(i)
        continue
      }
      if byte == 0xCD, i + 1 < end, span[i + 1] == 0xBE {
        // U+037E, a question mark in Greek text, is the same character as a semicolon (Unicode, canonical equivalence).
        append(Ascii.semicolon)
        i += 2
        mark(i)
        continue
      }
      if byte >= 0xC2, let length = Blanks.invisible(span, i, end) {
        i = length < 0 ? span.skipSpaces(i - length) : i + length
        mark(i)
        continue
      }
      if byte == 0xEF, i + 2 < end, span[i + 1] == 0xAC, span[i + 2] >= 0x80, span[i + 2] <= 0x86 {
        appendLigature(span[i + 2])
        i += 3
        mark(i)
        continue
      }
      if byte == Ascii.apostrophe || byte == 0x60, i + 1 < end, span[i + 1] == Ascii.apostrophe || span[i + 1] == 0x60 {
        append(Ascii.quote)
        i += 2
        mark(i)
        continue
      }
      append(byte)
      i += 1
    }
  }

  @inline(__always) private mutating func append(_ byte: UInt8) {
    assert(count < out.count)
    unsafe out[count] = byte
    count += 1
  }

  private var last: UInt8? { count == 0 ? nil : unsafe out[count - 1] }

  /// Copies plain words and single blanks between them, from behind a plain byte; returns where they end.
  private mutating func copyPlain(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    var to = unsafe UnsafeMutableRawPointer(out.baseAddress! + count)
    defer { count += i - start }
    while i + 17 <= end {
      // What is copied beyond the end of the run is written again by what follows it.
      let bytes = span.sixteen(at: i)
      unsafe to.storeBytes(of: bytes, as: SixteenBytes.self)
      guard Self.others(bytes, span.sixteen(at: i + 1)).isEmpty else { break }
      i += 16
      unsafe to += 16
    }
    while i + 9 <= end {
      let bytes = span.eight(at: i)
      unsafe to.storeBytes(of: bytes.littleEndian, as: UInt64.self)
      let other = Self.others(bytes, span.eight(at: i + 1))
      guard other == 0 else {
        i += other.firstMarked
        return i
      }
      i += 8
      unsafe to += 8
    }
    while i < end {
      let next = span.known(i)
      guard
        next > 0x27 && next < 0x80
          || next == Ascii.space && i + 1 < end && span.known(i + 1) > Ascii.space && span.known(i + 1) < 0x80
      else { return i }
      unsafe to.storeBytes(of: next, as: UInt8.self)
      i += 1
      unsafe to += 1
    }
    return i
  }

  /// Writes the letters of a ligature (U+FB00 to U+FB06), given its last byte: never more than it has bytes.
  private mutating func appendLigature(_ last: UInt8) {
    let letters: StaticString =
      switch last {
      case 0x80: "ff"
      case 0x81: "fi"
      case 0x82: "fl"
      case 0x83: "ffi"
      case 0x84: "ffl"
      default: "st"
      }
    for k in 0..<letters.utf8CodeUnitCount { unsafe append(letters.utf8Start[k]) }
  }

  /// Marks the bytes that are neither plain nor a blank before something else, given the bytes behind each.
  @inline(__always) private static func others<Bytes: ByteLanes>(_ bytes: Bytes, _ next: Bytes) -> Bytes {
    let plain = bytes.from(0x28) & ~bytes
    let single = (bytes ^ .all(Ascii.space)).exactZeroBytes & next.from(0x21) & ~next
    return ~(plain | single) & .high
  }

  private mutating func mark(_ source: Int) {
    let step = ReadingText.Step(
      reading: Int32(truncatingIfNeeded: count), source: Int32(truncatingIfNeeded: source))
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
