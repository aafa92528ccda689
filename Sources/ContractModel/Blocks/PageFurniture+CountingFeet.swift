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

  /// The page that a line with words ends in: behind `Page`, before `of 4`, or behind a gap and the name of a paper.
  private static func countedPage(_ span: Span<UInt8>, _ content: Range<Int>) -> Int? {
    guard let number = numberAtEnd(span, content) else { return nil }
    var words = number.range.lowerBound
    while words > content.lowerBound, span[words - 1].isSpace { words -= 1 }
    guard words > content.lowerBound else { return nil }
    if endsInPage(span, content.lowerBound..<words) { return number.value }
    if words - content.lowerBound > 3, span.matchesWord("of", endingAt: words) {
      let before = content.lowerBound..<(words - 2)
      var end = before.upperBound
      while end > before.lowerBound, span[end - 1].isSpace { end -= 1 }
      guard let page = numberAtEnd(span, before.lowerBound..<end) else { return nil }
      var name = page.range.lowerBound
      while name > before.lowerBound, span[name - 1].isSpace { name -= 1 }
      return endsInPage(span, before.lowerBound..<name) ? page.value : nil
    }
    let isApart = number.range.lowerBound - words >= 3 || span[words] == 0x09
    return isApart && PaperNouns.ends(span, content.lowerBound..<words) ? number.value : nil
  }

  private static func endsInPage(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for word: StaticString in ["page", "seite"] where span.matchesWord(word, endingAt: range.upperBound) { return true }
    return false
  }

  private static func numberAtEnd(_ span: Span<UInt8>, _ range: Range<Int>) -> (value: Int, range: Range<Int>)? {
    var start = range.upperBound
    var value = 0
    var scale = 1
    while start > range.lowerBound, span[start - 1].isDigit, scale <= 1_000 {
      start -= 1
      value += Int(span[start] - 0x30) * scale
      scale *= 10
    }
    return start < range.upperBound ? (value, start..<range.upperBound) : nil
  }
}
