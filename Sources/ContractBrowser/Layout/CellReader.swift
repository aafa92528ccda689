import ContractModel
import TerminalGrid

/// Turns bytes of a text into words of cells: white space folded, what must not be shown raw made visible.
enum CellReader {
  struct Word {
    var cells: [RowCell]
    var width: Int
    /// Whether white space stands before it.
    var spaced: Bool
  }

  private static let ascii: [Character] = (0..<128).map { Character(Unicode.Scalar(UInt8($0))) }

  /// The words of a range; a hyphen at a line's end joins with the next line's word.
  static func words(_ bytes: [UInt8], _ range: Range<Int>, into out: inout [Word]) {
    var i = range.lowerBound
    let span = bytes.span
    var cells: [RowCell] = []
    var width = 0
    var spaced = true
    var crossedLine = false
    func flush() {
      guard !cells.isEmpty else { return }
      out.append(Word(cells: cells, width: width, spaced: spaced))
      cells = []
      width = 0
    }
    while i < range.upperBound {
      let byte = span[i]
      if byte == 0x20 || byte >= 0x09 && byte <= 0x0D || byte == 0xC2 && i + 1 < range.upperBound && span[i + 1] == 0xA0 {
        let line = byte == 0x0A || byte == 0x0D
        let wasEmpty = cells.isEmpty
        let hyphenated = line && cells.last?.character == "-" && cells.count > 2
        flush()
        if wasEmpty { crossedLine = crossedLine || line } else { crossedLine = line }
        spaced = !(hyphenated && nextIsLower(span, i, range.upperBound)) && (spaced || !wasEmpty || line)
        if wasEmpty == false { spaced = !(hyphenated && nextIsLower(span, i, range.upperBound)) }
        i += byte == 0xC2 ? 2 : 1
        continue
      }
      if byte < 0x80 {
        if let last = cells.last, last.width == 2, byte > 0x20, byte < 0x7F, !LineBreaking.beginsNoLine(Unicode.Scalar(byte)),
          !LineBreaking.endsNoLine(last.character)
        {
          flush()
          spaced = false
        }
        if byte >= 0x20, byte != 0x7F {
          cells.append(RowCell(character: ascii[Int(byte)], offset: i, width: 1))
          width += 1
        } else {
          for visible in Scrubber.escape(Unicode.Scalar(byte)) ?? "" {
            cells.append(RowCell(character: visible, offset: i, width: 1))
            width += 1
          }
        }
        i += 1
        continue
      }
      let (scalar, length) = decode(span, i, range.upperBound)
      // A line may break before a Chinese or Japanese character, unless that closes what is before it or follows what opens.
      if let last = cells.last, last.width == 2 || DisplayWidth.of(scalar) == 2, DisplayWidth.of(scalar) > 0,
        !LineBreaking.beginsNoLine(scalar), !LineBreaking.endsNoLine(last.character)
      {
        flush()
        spaced = false
      }
      append(scalar, at: i, &cells, &width)
      i += length
    }
    flush()
  }

  /// The cells of a printed line: blanks kept, tabs opened to multiples of eight.
  static func line(_ bytes: [UInt8], _ range: Range<Int>) -> [RowCell] {
    var cells: [RowCell] = []
    var width = 0
    var i = range.lowerBound
    let span = bytes.span
    while i < range.upperBound {
      let byte = span[i]
      if byte == 0x09 {
        let stop = (width / 8 + 1) * 8
        while width < stop {
          cells.append(RowCell(character: " ", offset: i, width: 1))
          width += 1
        }
        i += 1
      } else if byte == 0x0C || byte == 0x0D || byte == 0x0A {
        i += 1
      } else if byte >= 0x20, byte < 0x7F {
        cells.append(RowCell(character: ascii[Int(byte)], offset: i, width: 1))
        width += 1
        i += 1
      } else {
        let (scalar, length) = decode(span, i, range.upperBound)
        if scalar.value == 0xA0 {
          cells.append(RowCell(character: " ", offset: i, width: 1))
          width += 1
        } else {
          append(scalar, at: i, &cells, &width)
        }
        i += length
      }
    }
    return cells
  }

  private static func append(_ scalar: Unicode.Scalar, at offset: Int, _ cells: inout [RowCell], _ width: inout Int) {
    if let visible = Scrubber.escape(scalar) {
      for character in visible {
        cells.append(RowCell(character: character, offset: offset, width: 1))
        width += 1
      }
      return
    }
    let cell = DisplayWidth.of(scalar)
    if cell == 0, let last = cells.last {
      // What combines goes with the character before it, within reason.
      if last.character.unicodeScalars.count < 6 {
        cells[cells.count - 1].character = Character(String(last.character) + String(scalar))
      }
      return
    }
    guard cell > 0 else { return }
    cells.append(RowCell(character: Character(scalar), offset: offset, width: cell))
    width += cell
  }

  private static func nextIsLower(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, span[i] <= 0x20 { i += 1 }
    return i < end && span[i] >= 0x61 && span[i] <= 0x7A
  }

  /// The scalar at an offset of valid UTF-8; U+FFFD where a range cut one.
  private static func decode(_ span: Span<UInt8>, _ i: Int, _ end: Int) -> (Unicode.Scalar, Int) {
    let lead = span[i]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard i + length <= end, lead >= 0xC2 || lead < 0x80 else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (lead < 0x80 ? 0x7F : lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    for k in 1..<max(length, 1) { value = value << 6 | UInt32(span[i + k] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
