/// Feet with words that count pages in a text without page marks.
extension PageFurniture {
  /// Marks lines that stand alone, are the same but for a number, and count up by one through the text: `Mill Lease - Page 1 of 4`, and far
  /// below it `Mill Lease - Page 2 of 4`; `Mill Lease      3`, where a gap sets the number apart from the name of a paper.
  static func markCountingFeet(_ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var feet: [Int: [(line: Int, value: Int)]] = [:]
    for line in shapes.indices where !shapes[line].isBlank && shapes[line].furniture == nil && shapes[line].content.count <= 140 {
      guard let last = shapes[line].content.last, span[last].isDigit, let value = countedPage(span, shapes[line].content),
        isolated(shapes, line, onBothSides: true)
      else { continue }
      feet[shapeHash(span, shapes[line].content), default: []].append((line, value))
    }
    for lines in feet.values where lines.count >= 3 {
      guard zip(lines, lines.dropFirst()).allSatisfy({ $1.value == $0.value + 1 }) else { continue }
      for (line, _) in lines { shapes[line].furniture = .runningHead }
    }
  }

  /// The page that a line with words ends in: what a page number says that stands behind them, `Page 1 of 4`, or a number behind a gap and
  /// the name of a paper.
  private static func countedPage(_ span: Span<UInt8>, _ content: Range<Int>) -> Int? {
    for word: StaticString in ["page ", "seite "] {
      guard let at = span.firstIndex(of: word, in: content), at > content.lowerBound, !span[at - 1].isWord else { continue }
      return pageNumber(span, at..<content.upperBound, indent: 0)?.value
    }
    var number = content.upperBound
    while number > content.lowerBound, span[number - 1].isDigit { number -= 1 }
    var name = number
    while name > content.lowerBound, span[name - 1].isSpace { name -= 1 }
    guard name > content.lowerBound, number - name >= 3 || span[name] == 0x09,
      PaperNouns.ends(span, content.lowerBound..<name)
    else { return nil }
    return pageNumber(span, number..<content.upperBound, indent: 0)?.value
  }
}
