/// The words of a cell of a table, where the file has tables of its own.
///
/// A reader writes a row as a line with gaps between its cells; which column each stood in is kept here, so that rows can be shown under
/// each other.
public struct TableCell: Sendable, Equatable {
  /// Byte offsets in the source text, without blanks at its ends.
  public let range: Range<Int>
  /// The table, by a number that no other of the file has.
  public let table: Int
  /// The column it begins in, from 0.
  public let column: Int
  /// How many columns it is wide.
  public let span: Int

  /// A cell of a table.
  public init(_ range: Range<Int>, table: Int, column: Int, span: Int = 1) {
    self.range = range
    self.table = table
    self.column = column
    self.span = span
  }
}
