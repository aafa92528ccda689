/// The formatting of a text range in the source file.
///
/// Page breaks, tables and the numbers of lists are no marks: readers write them into the text as a typist would, where every stage
/// finds them.
public struct StyleMark: Sendable, Equatable {
  /// What a range looks like.
  public enum Kind: Int, Sendable, Equatable, CaseIterable {
    case bold, underline, italic
    /// Words of a style or an element that is made for headings.
    case heading
    /// A paragraph set in the middle of the page.
    case centred
    /// Words struck through, where the text before their deletion is read.
    case struck
  }
  /// What the range looks like.
  public let kind: Kind
  /// Byte offsets in the source text, without blanks at its ends.
  public let range: Range<Int>
  /// The level of a heading from 1, as `<h2>`, `##` and Word's outline levels give it; 0 where the file gives none.
  public let level: Int

  /// A mark on a range of the source.
  public init(_ kind: Kind, _ range: Range<Int>, level: Int = 0) {
    self.kind = kind
    self.range = range
    self.level = level
  }
}

/// Words that lead to another place of the same file: a cross-reference field, or a link within a page.
public struct TextLink: Sendable, Equatable {
  /// The words that lead there.
  public let range: Range<Int>
  /// The byte offset it leads to.
  public let target: Int

  /// A link from words to a byte of the text.
  public init(_ range: Range<Int>, target: Int) {
    self.range = range
    self.target = target
  }
}
