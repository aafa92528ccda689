/// Which blocks are one paragraph over a blank line, a page or a number alone on its line: `… the Licensed`, page 3, `Property to a third party`.
extension BlockParser {
  /// Whether two blocks are rows of one table, each of several cells: `case | agreements read together` below `word | meaning`.
  private func isNextRow(_ last: Block, _ next: Block) -> Bool {
    func row(_ range: Range<Int>) -> (table: Int, cells: Int)? {
      let first = cells.boundary { $0.range.upperBound <= range.lowerBound }
      guard first < cells.count, cells[first].range.upperBound <= range.upperBound else { return nil }
      var end = first
      while end < cells.count, cells[end].table == cells[first].table, cells[end].range.upperBound <= range.upperBound { end += 1 }
      return (cells[first].table, end - first)
    }
    guard !cells.isEmpty, let above = row(last.range), let below = row(next.range) else { return false }
    return above.table == below.table && above.cells > 1 && below.cells > 1
  }

  /// Whether `next` goes on with the paragraph of `last`.
  func joins(_ span: Span<UInt8>, _ last: Block, _ next: Block, line: Int, overPage: Bool) -> Bool {
    guard last.kind != .printed, next.kind != .printed, !isNextRow(last, next) else { return false }
    // A number alone on its line takes the words after it.
    if last.range.count <= 24,
      let marker = ProvisionMarker.parse(span, last.range.lowerBound, last.range.upperBound, bareLetter: last.range.count == 1),
      marker.isAlone(before: last.range.upperBound) || marker.isBareLetter && marker.textStart >= last.range.upperBound
    {
      // `1.` then `(a)` or a caption of another provision stays apart.
      return ProvisionMarker.parse(span, next.range.lowerBound, next.range.upperBound) == nil && last.indent < 30
    }
    if isKeywordAlone(span, last.range) {
      return span[next.range.lowerBound].isDigit || span[next.range.lowerBound].isUpper && next.range.count < 12
    }
    let first = span[next.range.lowerBound]
    if ClauseEnding.closesClause(span, last.range) { return false }
    let marker = ProvisionMarker.parse(span, next.range.lowerBound, next.range.upperBound)
    // "means any of", `(a) a pledge;` below a blank line begins a list; only a keyword leads a number there.
    if !overPage, let marker, marker.opened, marker.parts[0].value == 1, !isKeywordLast(span, last.range) { return false }
    // A reference goes on below a blank line only where its line ran to the margin: "Docking clause" is a title.
    let isFull = overPage || !hasParagraphs && lineText(span, endingAt: last.range).count * 4 >= measure * 3
    if isFull, lastWordLeadsReference(span, last.range),
      first.isDigit || marker.map({ $0.keyword == ProvisionMarker.Keyword.none }) == true
    {
      return true
    }
    guard marker == nil else { return false }
    if givenHeadings.contains(last.range.lowerBound) { return false }
    if first.isLower, last.kind == .paragraph || last.range.count > 60 { return true }
    guard overPage, last.kind == .paragraph, next.kind != .heading || shortTail(span, next) else { return false }
    // `SCHEDULE E Information Security` at the head of a page, `Exhibit A` alone there.
    if next.range.count > 6, let label = AttachmentLabel.read(span, next.range.lowerBound, next.range.upperBound),
      span[next.range.lowerBound + 1].isUpper || label.end == next.range.upperBound && !lastWordLeadsReference(span, last.range)
    {
      return false
    }
    if next.centred || TitleWords.isCapitals(span, next.range) && !TitleWords.isCapitals(span, last.range) { return false }
    // Over a page, a line that ran to the margin or stopped in mid-sentence is taken up again.
    let lastLine = lineText(span, endingAt: last.range)
    return lastLine.count > 40 || last.range.count > 60 || endsOpen(span, last.range)
  }

  private func shortTail(_ span: Span<UInt8>, _ block: Block) -> Bool {
    block.indent < 16 && !TitleWords.isCapitals(span, block.range)
  }

  private func lineText(_ span: Span<UInt8>, endingAt range: Range<Int>) -> Range<Int> {
    var i = range.upperBound
    while i > range.lowerBound, !span[i - 1].isLineEnd { i -= 1 }
    return i..<range.upperBound
  }
}
