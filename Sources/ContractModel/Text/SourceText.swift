/// The immutable text of an agreement and its lines; every range in the model is a range of byte offsets into it.
///
/// ```swift
/// let text = SourceText(Array("1. Term.\n".utf8))
/// text.lines.count  // 1
/// ```
///
/// `bytes` is always valid UTF-8: bytes that were not are shown as U+FFFD, and `fileOffset(of:)` leads back to the file.
/// Line numbers count from 1, columns count Unicode scalars from 1.
public struct SourceText: Sendable, Equatable {
  /// The text in UTF-8.
  public let bytes: [UInt8]
  /// Its lines, without their ends.
  public let lines: LineTable
  /// How words looked in the file, in order of place, where a reader could tell.
  public let styles: [StyleMark]
  /// Where the file's own links lead, in order of place.
  public let links: [TextLink]
  /// Whether each line is a paragraph because the file says so, as HTML and Word do, and not as someone typed it.
  public let hasParagraphs: Bool
  /// Lines that a reader knows as page furniture by their place on the page, in order of place.
  public let furniture: [FurnitureMark]
  /// What the file holds besides, in order of place.
  public let leftOut: [LeftOut]
  /// The cells of the file's tables, in order of place.
  public let cells: [TableCell]
  let offsets: PieceTable
  /// For a text that was put together of others: which of `sources` each byte is from; empty for a text that was read.
  let origins: PieceTable
  let sources: [Int: Source]
  /// The file as given, where the text was rendered from a text file: lines and columns are those of the file.
  let file: RenderedFile?

  /// The most bytes that a text may have.
  public static let largest = Int(Int32.max) - 1_024

  /// A text file that was rendered, such as Markdown, and the way from the text to it.
  public struct RenderedFile: Sendable, Equatable {
    let bytes: [UInt8]
    let lines: LineTable
    let offsets: PieceTable

    /// The bytes of the file, and the way from the rendered text to them.
    public init(_ bytes: [UInt8], offsets: PieceTable) {
      self.bytes = bytes
      self.offsets = offsets
      lines = LineTable(bytes)
    }
  }

  /// Takes any bytes; what is not UTF-8 becomes U+FFFD, with the way back to the file kept.
  ///
  /// Marks and links are for bytes that are UTF-8 already; those of other bytes, and those that lie outside, are dropped.
  ///
  /// Offsets are kept in 32 bits where there are many of them: what lies beyond `largest` bytes is left out, and said to be.
  public init(
    _ bytes: [UInt8], styles: [StyleMark] = [], links: [TextLink] = [], hasParagraphs: Bool = false, leftOut: [LeftOut] = [],
    furniture: [FurnitureMark] = [], cells: [TableCell] = [], offsets: PieceTable = PieceTable(),
    renderedFrom file: RenderedFile? = nil
  ) {
    var (bytes, leftOut) = (bytes, leftOut)
    if bytes.count > Self.largest {
      leftOut.append(LeftOut(.missing, at: Self.largest, "\(bytes.count - Self.largest) bytes beyond the size that can be read"))
      bytes.removeSubrange(Self.largest...)
    }
    self.init(
      bytes, styles: styles, links: links, hasParagraphs: hasParagraphs, leftOut: leftOut, furniture: furniture, cells: cells,
      offsets: offsets,
      renderedFrom: file, origins: PieceTable(), sources: [:])
  }

  init(
    _ bytes: [UInt8], styles: [StyleMark], links: [TextLink], hasParagraphs: Bool, leftOut: [LeftOut], furniture: [FurnitureMark],
    cells: [TableCell] = [], offsets: PieceTable = PieceTable(), renderedFrom file: RenderedFile? = nil, origins: PieceTable,
    sources: [Int: Source]
  ) {
    self.origins = origins
    self.sources = sources
    self.file = file
    self.hasParagraphs = hasParagraphs
    self.furniture = furniture.sorted { $0.range.lowerBound < $1.range.lowerBound }
    self.leftOut = leftOut.filter { $0.offset >= 0 && $0.offset <= bytes.count }.sorted { $0.offset < $1.offset }
    if let repaired = Self.repaired(bytes, offsets) {
      self.bytes = repaired.bytes
      self.offsets = repaired.offsets
      self.styles = []
      self.links = []
      self.cells = []
    } else {
      self.bytes = bytes
      self.offsets = offsets
      self.styles = styles.filter { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count }
      self.cells = cells.filter { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count }
      self.links = links.filter {
        $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count && (0...bytes.count).contains($0.target)
      }
    }
    self.lines = LineTable(self.bytes)
  }

  /// The offset in the file as given, where decoding changed lengths.
  public func fileOffset(of offset: Int) -> Int { offsets.origin(of: offset).offset }

  /// The style marks that touch a range; those longer than a paragraph may be missed where they begin far above it.
  public func styles(in range: Range<Int>) -> ArraySlice<StyleMark> {
    let first = styles.boundary(behindAll: { $0.range.lowerBound < range.lowerBound - 20_000 })
    return styles[first..<max(first, styles.boundary(behindAll: { $0.range.lowerBound < range.upperBound }))]
  }

  /// The words of a range as a string, for the edge of the model.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[clamp(range)], as: UTF8.self)
  }

  /// The line (from 1) and column (Unicode scalars, from 1) of a byte offset, in the file where the text was rendered from one.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    var cursor = PositionCursor(self)
    return cursor.position(of: offset)
  }

  func clamp(_ range: Range<Int>) -> Range<Int> {
    let low = min(max(range.lowerBound, 0), bytes.count)
    return low..<min(max(range.upperBound, low), bytes.count)
  }

  /// The bytes with every ill-formed sequence replaced by U+FFFD, or nil when there is none.
  private static func repaired(_ bytes: [UInt8], _ offsets: PieceTable) -> (bytes: [UInt8], offsets: PieceTable)? {
    guard let first = firstInvalid(bytes.span, from: 0) else { return nil }
    var out = Array(bytes[..<first])
    out.reserveCapacity(bytes.count + 64)
    var table = PieceTable()
    table.append(at: 0, start: offsets.origin(of: 0).offset)
    var i = first
    let span = bytes.span
    while i < span.count {
      let length = sequenceLength(span, at: i)
      if length > 0 {
        for k in 0..<length { out.append(span[i + k]) }
        i += length
      } else {
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        i += 1
        table.append(at: out.count, start: offsets.origin(of: i).offset)
      }
    }
    return (out, table)
  }

  private static func firstInvalid(_ span: Span<UInt8>, from start: Int) -> Int? {
    var i = start
    while true {
      i = span.firstOffset(in: i..<span.count, where: IsBeyondASCII())
      guard i < span.count else { return nil }
      let length = sequenceLength(span, at: i)
      if length == 0 { return i }
      i += length
    }
  }

  /// The length of the well-formed UTF-8 sequence at `i`, or 0 (Unicode 15, table 3-7).
  @inline(__always) private static func sequenceLength(_ span: Span<UInt8>, at i: Int) -> Int {
    let lead = span[i]
    if lead < 0x80 { return 1 }
    func tail(_ k: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      i + k < span.count && span[i + k] >= low && span[i + k] <= high
    }
    switch lead {
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0: return tail(1, 0xA0) && tail(2) ? 3 : 0
    case 0xED: return tail(1, 0x80, 0x9F) && tail(2) ? 3 : 0
    case 0xE1...0xEC, 0xEE, 0xEF: return tail(1) && tail(2) ? 3 : 0
    case 0xF0: return tail(1, 0x90) && tail(2) && tail(3) ? 4 : 0
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    case 0xF4: return tail(1, 0x80, 0x8F) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }
}
