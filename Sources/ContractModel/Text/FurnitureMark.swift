/// What a page adds to its text.
public enum FurnitureKind: String, Sendable, Equatable, CaseIterable {
  /// `<PAGE>`, a form feed.
  case pageMark = "page mark"
  case pageNumber = "page number"
  /// A running head or foot.
  case runningHead = "running head"
  /// The tags that filed text lays over its tables: `<S>  <C>`.
  case tableTag = "table tag"
}

/// A line that a reader knows as page furniture by where it stands on its page, which plain text does not tell.
public struct FurnitureMark: Sendable, Equatable {
  /// What the page adds there.
  public let kind: FurnitureKind
  /// Byte offsets in the source text, of the line or part of it.
  public let range: Range<Int>

  /// A mark on a range of the source.
  public init(_ kind: FurnitureKind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
