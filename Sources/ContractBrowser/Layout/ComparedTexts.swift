import ContractModel

/// A comparison as the screen needs it: the rows that differ, and the words to mark on each side.
final class ComparedTexts {
  struct Mark: Equatable {
    var range: Range<Int>
    var isMoved: Bool
  }

  let comparison: Comparison
  /// The provisions that differ, in order of the new version.
  let rows: [Comparison.Row]
  /// Deleted words, in order of the old version, and inserted ones, in order of the new.
  let deleted: [Mark]
  let inserted: [Mark]
  /// What matters first, made when the list is first asked for.
  private(set) lazy var summary = SummaryLine.all(comparison, ComparisonSummary(comparison))

  init(_ comparison: Comparison) {
    self.comparison = comparison
    rows = comparison.rows.filter { $0.kind != .same }
    let pieces = comparison.rows.flatMap(\.pieces)
    func marks(_ kind: Comparison.Piece.Kind, _ range: (Comparison.Piece) -> Range<Int>) -> [Mark] {
      pieces.filter { $0.kind == kind }.map { Mark(range: range($0), isMoved: $0.move != nil) }
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    deleted = marks(.deleted) { $0.old }
    inserted = marks(.inserted) { $0.new }
  }

  /// Where a row begins on a side; nil where it is not there.
  func place(_ row: Comparison.Row, isOld: Bool) -> Int? {
    let agreement = isOld ? comparison.old : comparison.new
    let touched = row.pieces.first { $0.kind == (isOld ? .deleted : .inserted) }.map {
      isOld ? $0.old.lowerBound : $0.new.lowerBound
    }
    return touched ?? (isOld ? row.old : row.new).map { agreement.provisions[$0].start }
      ?? row.pieces.first.map { isOld ? $0.old.lowerBound : $0.new.lowerBound }
  }
}
