import ContractModel

/// Text as a reader writes it, with how its words looked and where its links lead.
///
/// Styles are begun and ended like brackets, and may overlap; an anchor names the next word that is written.
struct StyledText {
  private(set) var bytes: [UInt8] = []
  private(set) var marks: [StyleMark] = []
  /// Whether most of it stands as it was typed, line by line, as in `<PRE>`.
  var isPreformatted = false
  /// What is not written, where it stood.
  private(set) var leftOut: [LeftOut] = []
  /// Lines that are page furniture by their place on the page.
  private(set) var furniture: [FurnitureMark] = []
  /// The cells of tables.
  private(set) var cells: [TableCell] = []
  private var links: [(range: Range<Int>, anchor: String)] = []
  private var anchors: [String: Int] = [:]
  /// Names whose word is yet to come.
  private var waiting: [String] = []
  /// How often each style is open, and where it was opened first.
  private var depths = [Int](repeating: 0, count: StyleMark.Kind.allCases.count)
  private var starts = [Int](repeating: 0, count: StyleMark.Kind.allCases.count)
  private var openLinks: [(start: Int, anchor: String)] = []

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }
  var last: UInt8? { bytes.last }

  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  // MARK: Writing

  mutating func append(_ byte: UInt8) {
    if byte > 0x20, !waiting.isEmpty { place() }
    bytes.append(byte)
  }

  mutating func append(_ text: some Sequence<UInt8>) {
    if !waiting.isEmpty { place() }
    bytes.append(contentsOf: text)
  }

  mutating func append(_ text: String) {
    if !text.isEmpty { append(text.utf8) }
  }

  /// Writes text that was put together apart.
  mutating func append(_ other: StyledText) {
    let shift = bytes.count
    for (name, place) in other.anchors where anchors[name] == nil { anchors[name] = shift + place }
    if !other.bytes.isEmpty { append(other.bytes) }
    waiting += other.waiting
    marks += other.marks.map { StyleMark($0.kind, ($0.range.lowerBound + shift)..<($0.range.upperBound + shift), level: $0.level) }
    leftOut += other.leftOut.map { LeftOut($0.kind, at: $0.offset + shift, $0.words, page: $0.page) }
    cells += other.cells.map {
      TableCell(($0.range.lowerBound + shift)..<($0.range.upperBound + shift), table: $0.table, column: $0.column, span: $0.span)
    }
    links += other.links.map { (($0.range.lowerBound + shift)..<($0.range.upperBound + shift), $0.anchor) }
  }

  /// Marks all that was written from a place on as page furniture.
  mutating func markFurniture(_ kind: Block.Furniture, from start: Int) {
    if let range = worded(from: start) { furniture.append(FurnitureMark(kind, range)) }
  }

  /// Keeps what is left out at the place reached; neighbours of one kind are one.
  mutating func leaveOut(_ kind: LeftOut.Kind, _ words: String, page: Int? = nil) {
    // A blank, a zero-width space or a soft hyphen is no word.
    guard words.unicodeScalars.contains(where: { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }) else {
      return
    }
    if let last = leftOut.last, last.kind == kind, last.offset == bytes.count, last.page == page {
      leftOut[leftOut.count - 1] = LeftOut(kind, at: last.offset, last.words + " " + words, page: page)
    } else {
      leftOut.append(LeftOut(kind, at: bytes.count, words, page: page))
    }
  }

  mutating func removeLast() { bytes.removeLast() }

  private mutating func place() {
    for name in waiting where anchors[name] == nil { anchors[name] = bytes.count }
    waiting = []
  }

  // MARK: Styles, links

  mutating func begin(_ kind: StyleMark.Kind) {
    if depths[kind.rawValue] == 0 { starts[kind.rawValue] = bytes.count }
    depths[kind.rawValue] += 1
  }

  /// `level` is a heading's.
  mutating func end(_ kind: StyleMark.Kind, level: Int = 0) {
    guard depths[kind.rawValue] > 0 else { return }
    depths[kind.rawValue] -= 1
    if depths[kind.rawValue] == 0 { mark(kind, starts[kind.rawValue], level: level) }
  }

  /// Ends the words of a style where they are, whatever still is to end it; gives back how often it was begun, for `resume`.
  mutating func pause(_ kind: StyleMark.Kind) -> Int {
    let depth = depths[kind.rawValue]
    if depth > 0 { mark(kind, starts[kind.rawValue]) }
    depths[kind.rawValue] = 0
    return depth
  }

  /// Goes on with a style that was paused.
  mutating func resume(_ kind: StyleMark.Kind, _ depth: Int) {
    depths[kind.rawValue] = depth
    starts[kind.rawValue] = bytes.count
  }

  /// Keeps all that was written from a place on as a cell.
  mutating func cell(_ start: Int, table: Int, column: Int, span: Int) {
    if let range = worded(from: start) { cells.append(TableCell(range, table: table, column: column, span: span)) }
  }

  /// Marks all that was written from a place on; marks of one kind with only a blank between them are one.
  mutating func mark(_ kind: StyleMark.Kind, _ start: Int, level: Int = 0) {
    guard let range = worded(from: start) else { return }
    if let index = marks.suffix(8).lastIndex(where: { $0.kind == kind }),
      (0...2).contains(range.lowerBound - marks[index].range.upperBound),
      bytes[marks[index].range.upperBound..<range.lowerBound].allSatisfy({ $0 == 0x20 })
    {
      marks[index] = StyleMark(kind, marks[index].range.lowerBound..<range.upperBound, level: marks[index].level)
    } else {
      marks.append(StyleMark(kind, range, level: level))
    }
  }

  /// A place that links lead to.
  mutating func anchor(_ name: String) {
    if !name.isEmpty, waiting.count < 64 { waiting.append(name) }
  }

  /// Makes the last heading a place that links lead to by its words, as sites that render Markdown do: `## 2.1 Your Goods` is `21-your-goods`,
  /// and `your-goods` where no other is.
  mutating func anchorLastHeading() {
    guard let heading = marks.last(where: { $0.kind == .heading }) else { return }
    var name: [UInt8] = []
    for byte in bytes[heading.range] {
      switch byte {
      case 0x20, 0x2D: name.append(0x2D)
      case 0x41...0x5A: name.append(byte + 0x20)
      case 0x30...0x39, 0x61...0x7A, 0x5F, 0x80...: name.append(byte)
      default: break
      }
    }
    let words = name.drop { (0x30...0x39).contains($0) || $0 == 0x2D }
    for name in [name[...], words] where !name.isEmpty {
      let key = String(decoding: name, as: UTF8.self)
      if anchors[key] == nil { anchors[key] = heading.range.lowerBound }
    }
  }

  mutating func beginLink(_ anchor: String) { openLinks.append((bytes.count, anchor)) }

  mutating func endLink() {
    guard let link = openLinks.popLast(), let range = worded(from: link.start) else { return }
    links.append((range, link.anchor))
  }

  /// All that was written from a place on, without blanks at its ends; nil where nothing is left, or blanks were taken back since.
  private func worded(from start: Int) -> Range<Int>? {
    var low = start
    var high = bytes.count
    while low < high, bytes[low] <= 0x20 { low += 1 }
    while high > low, bytes[high - 1] <= 0x20 { high -= 1 }
    return low < high ? low..<high : nil
  }

  // MARK: The end

  /// Without the blanks and line feeds around it.
  func trimmed() -> StyledText {
    var low = 0
    var high = bytes.count
    func isBlank(at end: Int) -> Int {
      let byte = bytes[end - 1]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 { return 1 }
      return byte == 0xA0 && end >= low + 2 && bytes[end - 2] == 0xC2 ? 2 : 0
    }
    while low < high, bytes[low] == 0x20 || bytes[low] == 0x0A || bytes[low] == 0x09 { low += 1 }
    while high > low {
      let blank = isBlank(at: high)
      if blank == 0 { break }
      high -= blank
    }
    guard low > 0 || high < bytes.count else { return self }
    var out = self
    out.bytes = Array(bytes[low..<high])
    func moved(_ range: Range<Int>) -> Range<Int>? {
      let moved = max(0, range.lowerBound - low)..<max(0, min(range.upperBound, high) - low)
      return moved.isEmpty ? nil : moved
    }
    out.marks = marks.compactMap { mark in
      mark.range.lowerBound < high ? moved(mark.range).map { StyleMark(mark.kind, $0, level: mark.level) } : nil
    }
    out.cells = cells.compactMap { cell in
      guard cell.range.lowerBound < high, let range = moved(cell.range) else { return nil }
      return TableCell(range, table: cell.table, column: cell.column, span: cell.span)
    }
    out.links = links.compactMap { link in link.range.lowerBound < high ? moved(link.range).map { ($0, link.anchor) } : nil }
    out.leftOut = leftOut.map { LeftOut($0.kind, at: min(max(0, $0.offset - low), high - low), $0.words, page: $0.page) }
    out.anchors = anchors.mapValues { min(max(0, $0 - low), high - low) }
    return out
  }

  /// The text for the model, with the links whose anchors are in it.
  func source(renderedFrom file: SourceText.RenderedFile? = nil) -> SourceText {
    SourceText(
      bytes,
      styles: marks.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) },
      links: links.compactMap { link in anchors[link.anchor].map { TextLink(link.range, target: $0) } }
        .sorted { $0.range.lowerBound < $1.range.lowerBound },
      hasParagraphs: !isPreformatted,
      leftOut: leftOut.map { LeftOut($0.kind, at: min($0.offset, bytes.count), $0.words, page: $0.page) },
      furniture: furniture, cells: cells, renderedFrom: file)
  }
}
