/// A line that a reader knows as page furniture by where it stands on its page, which plain text does not tell.
public struct FurnitureMark: Sendable, Equatable {
  public let kind: Block.Furniture
  /// Byte offsets in the source text, of the line or part of it.
  public let range: Range<Int>

  public init(_ kind: Block.Furniture, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
