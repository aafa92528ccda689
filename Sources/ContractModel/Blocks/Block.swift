/// A stretch of whole lines (or, in flattened text, of part of one) that is read or shown as one.
///
/// Blocks are in order, never overlap, and the bytes between them are white space: blocks and gaps tile every byte.
public struct Block: Sendable, Equatable {
  /// What a block is, which decides how it is read and shown.
  public enum Kind: Sendable, Equatable {
    /// Running text; its lines are joined when shown.
    case paragraph
    /// A title or heading on lines of its own.
    case heading
    /// A table, an address or a signature block: kept as printed.
    case printed
    /// A line of a table of contents.
    case contents
    /// A page number, page mark, running head or foot: set aside, not deleted.
    case furniture

    /// Whether scanners read it as text of the agreement.
    @inlinable public var isRead: Bool { self != .furniture && self != .contents }
  }

  /// What a page adds to its text.
  public typealias Furniture = FurnitureKind

  /// Byte offsets in the source.
  public internal(set) var range: Range<Int>
  /// What the block is.
  public internal(set) var kind: Kind
  /// What kind of page furniture it is; nil for text.
  public let furniture: Furniture?
  /// Whether the paragraph before goes on here, across a page break or a blank line.
  public internal(set) var continues: Bool
  /// Columns of the first line's indent.
  public internal(set) var indent: Int
  /// Whether the text is set in the middle of the page.
  public internal(set) var centred: Bool

  init(
    _ kind: Kind, _ range: Range<Int>, indent: Int = 0, continues: Bool = false, centred: Bool = false, furniture: Furniture? = nil
  ) {
    self.kind = kind
    self.furniture = furniture
    self.range = range
    self.indent = indent
    self.continues = continues
    self.centred = centred
  }
}

/// A page break, and the page number printed there if one is.
public struct PageBreak: Sendable, Equatable {
  /// The offset of the first byte after the break's furniture.
  public let offset: Int
  /// The number printed on the page that ends here, e.g. `4` or `F-12`.
  public let label: String?
}
