extension SourceText {
  /// A text that words of a composed text are from, and the path it is shown under.
  struct Source: Sendable, Equatable {
    var path: String
    var text: SourceText
  }

  /// What is put in the place of a range of a text.
  enum Insert: Equatable {
    /// A stretch of the other text.
    case words(Range<Int>)
    /// Bytes of no text, which count as those at an offset of the other text: a number, a break between paragraphs.
    case marks([UInt8], at: Int)
  }

  /// This text with words of another put in the places of ranges, which come in order and do not overlap; a blank comes in where words
  /// would run together.
  ///
  /// Styles, page furniture, what was left out, and this text's links go with their words: a heading of either text is a heading of the new one.
  /// `sources` are the texts that the new one is from, by number; `own` is the number of this text where it is one of them, `number` that
  /// of the other.
  func replacing(
    _ edits: [(range: Range<Int>, inserts: [Insert])], from other: SourceText, number: Int, own: Int, sources: [Int: Source]
  ) -> SourceText {
    var composition = Composition(self, own: own, other: other, number: number)
    var from = 0
    for (range, inserts) in edits {
      composition.keep(from..<range.lowerBound)
      composition.insert(inserts, before: range.upperBound)
      from = range.upperBound
    }
    composition.keep(from..<bytes.count)
    composition.keepEnd()
    return composition.text(sources)
  }
}

/// A text while it is put together of stretches of two others.
private struct Composition {
  private let base: SourceText
  private let other: SourceText
  private let number: Int
  /// Where the bytes of the base are from.
  private let baseOrigins: PieceTable
  private var bytes: [UInt8] = []
  private var origins = PieceTable()
  private var styles: [StyleMark] = []
  private var furniture: [FurnitureMark] = []
  private var leftOut: [LeftOut] = []
  /// The stretches of the base that were kept, and where each stands now.
  private var kept: [(range: Range<Int>, at: Int)] = []

  init(_ base: SourceText, own: Int, other: SourceText, number: Int) {
    self.base = base
    self.other = other
    self.number = number
    if base.origins.isEmpty {
      var table = PieceTable()
      table.append(at: 0, from: own, start: 0)
      baseOrigins = table
    } else {
      baseOrigins = base.origins
    }
    bytes.reserveCapacity(base.bytes.count)
  }

  /// Takes over a range of the base.
  mutating func keep(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let at = bytes.count
    kept.append((range, at))
    origins.append(at: at, baseOrigins, range)
    take(range, of: base, to: at)
    bytes.append(contentsOf: base.bytes[range])
  }

  /// Takes over what was left out behind the last byte of the base.
  mutating func keepEnd() {
    for item in base.leftOut where item.offset == base.bytes.count {
      leftOut.append(LeftOut(item.kind, at: bytes.count, item.words, page: item.page))
    }
  }

  /// Puts words in; `end` is where the base goes on behind them.
  mutating func insert(_ inserts: [SourceText.Insert], before end: Int) {
    let start = bytes.count
    var last = 0
    for insert in inserts {
      switch insert {
      case .marks(let marks, let offset):
        for mark in marks { append(mark, at: offset) }
        last = offset
      case .words(let words):
        if words.isEmpty { continue }
        if bytes.count == start, bytes.last?.isWord ?? false, other.bytes[words.lowerBound].isWord {
          append(Ascii.space, at: words.lowerBound)
        }
        origins.append(at: bytes.count, from: number, start: words.lowerBound)
        take(words, of: other, to: bytes.count)
        bytes.append(contentsOf: other.bytes[words])
        last = words.upperBound - 1
      }
    }
    if bytes.count > start, bytes.last?.isWord ?? false, end < base.bytes.count, base.bytes[end].isWord {
      append(Ascii.space, at: last)
    }
  }

  private mutating func append(_ byte: UInt8, at offset: Int) {
    origins.append(at: bytes.count, from: number, start: offset)
    bytes.append(byte)
  }

  /// Takes over what a text says of a range, which stands from the byte `place` on; what reaches beyond the range is cut at its ends.
  private mutating func take(_ range: Range<Int>, of text: SourceText, to place: Int) {
    func moved(_ part: Range<Int>) -> Range<Int>? {
      let inside = part.clamped(to: range)
      guard !inside.isEmpty else { return nil }
      return (place + inside.lowerBound - range.lowerBound)..<(place + inside.upperBound - range.lowerBound)
    }
    for mark in text.styles(in: range) {
      if let range = moved(mark.range) { styles.append(StyleMark(mark.kind, range, level: mark.level)) }
    }
    for mark in text.furniture {
      if let range = moved(mark.range) { furniture.append(FurnitureMark(mark.kind, range)) }
    }
    for item in text.leftOut where range.contains(item.offset) {
      leftOut.append(LeftOut(item.kind, at: place + item.offset - range.lowerBound, item.words, page: item.page))
    }
  }

  /// Where a byte of the base stands now; nil where it was taken out.
  private func place(of offset: Int) -> Int? {
    let index = kept.boundary(behindAll: { $0.range.lowerBound <= offset }) - 1
    guard kept.indices.contains(index), offset < kept[index].range.upperBound else { return nil }
    return kept[index].at + offset - kept[index].range.lowerBound
  }

  func text(_ sources: [Int: SourceText.Source]) -> SourceText {
    let links = base.links.compactMap { link -> TextLink? in
      guard !link.range.isEmpty, let start = place(of: link.range.lowerBound), let end = place(of: link.range.upperBound - 1),
        end - start == link.range.count - 1, let target = place(of: link.target)
      else { return nil }
      return TextLink(start..<(end + 1), target: target)
    }
    return SourceText(
      bytes, styles: styles, links: links, hasParagraphs: base.hasParagraphs, leftOut: leftOut, furniture: furniture,
      origins: origins, sources: sources)
  }
}
