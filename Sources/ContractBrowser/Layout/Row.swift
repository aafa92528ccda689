/// One character of a laid-out row and the byte it stands for.
struct RowCell: Equatable {
  var character: Character
  var offset: Int
  var width: Int
  /// Why it is shown, where it is of words that are not in the text.
  var struck: StruckWords.Reason?
}

/// A row of the reader: an indent, its characters, and perhaps a page number for the margin.
struct Row: Equatable {
  var indent: Int = 0
  var cells: [RowCell] = []
  /// `p. 4`, where a page of the file ends.
  var page: String?
  /// The bytes it shows, from the first to behind the last.
  var range: Range<Int>

  /// The columns of its beginning that stay where it is scrolled sideways.
  var kept = 0

  var isBlank: Bool { cells.isEmpty }
}

/// A place in the layout: a unit (paragraph or line) and a row of it.
package struct Anchor: Equatable, Sendable, Comparable {
  package var unit: Int
  package var row: Int
  package static func < (a: Anchor, b: Anchor) -> Bool { (a.unit, a.row) < (b.unit, b.row) }
}
