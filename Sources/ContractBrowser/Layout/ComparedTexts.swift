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
  /// The words of the old version at their places in the new one, made when they are first shown.
  private(set) lazy var struck = Self.struck(comparison)
  /// How many words were taken out of and put into each provision that differs, by the provision's id in a version.
  private(set) lazy var changesOfOld = changes { $0.old }
  private(set) lazy var changesOfNew = changes { $0.new }

  init(_ comparison: Comparison) {
    self.comparison = comparison
    rows = comparison.rows.filter { $0.kind != .same && !$0.isCarried }
    let pieces = comparison.rows.flatMap(\.pieces)
    func marks(_ kind: Comparison.Piece.Kind, _ range: (Comparison.Piece) -> Range<Int>) -> [Mark] {
      pieces.filter { $0.kind == kind }.map { Mark(range: range($0), isMoved: $0.move != nil) }
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    deleted = marks(.deleted) { $0.old }
    inserted = marks(.inserted) { $0.new }
  }

  /// Where a row begins on a side: with what one side alone has, where that stood or stands on the other.
  func place(_ row: Comparison.Row, isOld: Bool) -> Int? {
    let agreement = isOld ? comparison.old : comparison.new
    let touched = row.pieces.first { $0.kind == (isOld ? .deleted : .inserted) }.map {
      isOld ? $0.old.lowerBound : $0.new.lowerBound
    }
    if let own = touched ?? (isOld ? row.old : row.new).map({ agreement.provisions[$0].start }) { return own }
    guard let piece = row.pieces.first else { return nil }
    if isOld { return piece.old.isEmpty ? comparison.oldPlace(of: piece.new.lowerBound) : piece.old.lowerBound }
    return piece.new.isEmpty ? comparison.newPlace(of: piece.old.lowerBound) : piece.new.lowerBound
  }

  /// The places of a version that differ from the other, in order.
  func changedPlaces(isOld: Bool) -> [Range<Int>] {
    rows.compactMap { place($0, isOld: isOld) }.sorted().map { $0..<($0 + 1) }
  }

  private func changes(_ id: (Comparison.Row) -> Int?) -> [Int: Comparison.Row] {
    Dictionary(rows.compactMap { row in id(row).map { ($0, row) } }) { first, _ in first }
  }

  /// The words of the old version, each stretch where it stood among those of the new.
  private static func struck(_ comparison: Comparison) -> [StruckWords] {
    var out: [StruckWords] = []
    // Behind the last words that the new version has.
    var last = 0
    for row in comparison.rows {
      var isFirst = true
      for (index, piece) in row.pieces.enumerated() {
        guard piece.kind == .deleted else {
          if !piece.new.isEmpty { last = piece.new.upperBound }
          isFirst = false
          continue
        }
        let next = row.pieces[index...].first { !$0.new.isEmpty }?.new.lowerBound
        // A paragraph that is gone whole has rows of its own; so has a provision.
        let isWhole = piece.beginsParagraph && piece.endsParagraph || next == nil && isFirst
        let isBefore = !isWhole && (isFirst || piece.beginsParagraph)
        out.append(
          StruckWords(
            offset: isBefore ? next ?? last : last, words: comparison.old.words(piece.old), place: isWhole ? .below : .within,
            reason: piece.move == nil ? .deleted : .moved))
      }
    }
    return out.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element)
  }
}
