/// What one physical line looks like: where its text stands, how far it is indented, whether it has columns.
struct LineShape {
  /// The text of the line without the blanks around it; empty for a blank line.
  var content: Range<Int>
  /// Columns before the text; a tab goes to the next multiple of eight.
  var indent: Int
  /// The number of runs of four or more blanks (or a tab) inside the text, not counting one behind its first word.
  var columnGaps: Int
  /// Whether a form feed stands before its text: it is the first of a page.
  var startsPage = false
  /// A running head that shares the line with its first words, set aside.
  var head: Range<Int>?
  /// Whether the line is furniture, and of what kind.
  var furniture: Block.Furniture?
  /// Whether it belongs to a signature or address: `By:`, `Name:`, a rule to sign on.
  var isSignature = false

  var isBlank: Bool { content.isEmpty }
  /// The column behind the last character, counting bytes as columns.
  var width: Int { indent + content.count }

  init(_ span: Span<UInt8>, _ line: Range<Int>, _ wide: Span<UInt64>) {
    var i = line.lowerBound
    var column = 0
    while i < line.upperBound {
      let byte = span[i]
      if byte == 0x20 {
        let blanks = min((span.padded(at: i) ^ .all(0x20)).firstMarked, line.upperBound - i)
        column += blanks
        i += blanks
      } else if byte == 0x09 {
        column = (column / 8 + 1) * 8
        i += 1
      } else if byte == 0xC2, i + 1 < line.upperBound, span[i + 1] == 0xA0 {
        column += 1
        i += 2
      } else if byte >= 0xC2, let bytes = Self.nothing(span, i, line.upperBound) {
        column += 1
        i += bytes
      } else if byte < 0x20 {
        if byte == Ascii.formFeed { startsPage = true }
        i += 1
      } else {
        break
      }
    }
    var end = line.upperBound
    while end > i {
      if span[end - 1] <= 0x20 {
        end -= 1
      } else if span[end - 1] >= 0x80,
        let bytes = [2, 3].first(where: { end - $0 >= i && Self.nothing(span, end - $0, end) == $0 }),
        // The hyphen that parts a word over two lines.
        !(bytes == 2 && span[end - 1] == 0xAD)
      {
        end -= bytes
      } else {
        break
      }
    }
    content = i..<end
    indent = column
    columnGaps = 0
    if end - i <= 400 { columnGaps = Self.gaps(span, i, end, wide) }
  }

  /// How many bytes a character beyond ASCII has that prints nothing: a blank of any width, a soft hyphen, a zero-width joiner.
  private static func nothing(_ span: Span<UInt8>, _ i: Int, _ end: Int) -> Int? {
    let blank = Blanks.blank(span, i, end)
    return blank > 0 ? blank : Blanks.invisible(span, i, end).map { abs($0) }
  }

  /// The gaps between columns: where four blanks stand in a row or a tab.
  private static func gaps(_ span: Span<UInt8>, _ start: Int, _ end: Int, _ wide: Span<UInt64>) -> Int {
    var gaps = 0
    var i = start
    while true {
      i = WideBlanks.first(in: i..<end, wide)
      guard i < end else { return gaps }
      var from = i
      while from > start, isGap(span[from - 1]) { from -= 1 }
      var width = 0
      i = from
      while i < end, isGap(span[i]) {
        width += blanks(span, i)
        i += 1
      }
      // Blanks behind a short first word set a number apart.
      if width >= 4, i - start > 12 || (start..<from).contains(where: { isGap(span[$0]) && blanks(span, $0) > 0 }) { gaps += 1 }
    }
  }

  @inline(__always) private static func isGap(_ byte: UInt8) -> Bool {
    byte == Ascii.space || byte == 0x09 || byte == 0xA0 || byte == 0xC2
  }

  /// How many columns of blank the byte of a gap stands for.
  @inline(__always) private static func blanks(_ span: Span<UInt8>, _ i: Int) -> Int {
    switch span[i] {
    case Ascii.space: 1
    case 0x09: 4
    case 0xA0: i > 0 && span[i - 1] == 0xC2 ? 1 : 0
    default: 0
    }
  }

  static func shapes(of text: SourceText) -> [LineShape] {
    let span = text.bytes.span
    var shapes: [LineShape] = []
    shapes.reserveCapacity(text.lines.count)
    let wide = WideBlanks(span)
    let bits = wide.bits.span
    for line in text.lines { shapes.append(LineShape(span, line, bits)) }
    return shapes
  }
}
