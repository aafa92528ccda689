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
    markLeadingNumbers(&shapes, span)
  }

  /// Marks feet that begin with their page and read as provisions, `3. Mill Terms (2020)`, where most stand in the middle of a sentence.
  private static func markLeadingNumbers(_ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var feet: [Int: [(line: Int, value: Int)]] = [:]
    for line in shapes.indices where !shapes[line].isBlank && shapes[line].furniture == nil && shapes[line].content.count <= 80 {
      let content = shapes[line].content
      guard span[content.lowerBound].isDigit, let marker = ProvisionMarker.parse(span, content.lowerBound, content.upperBound),
        marker.keyword == .none, !marker.isDotted, marker.textStart < content.upperBound, isolated(shapes, line, onBothSides: true)
      else { continue }
      feet[shapeHash(span, content), default: []].append((line, marker.parts[0].value))
    }
    for lines in feet.values where lines.count >= 3 {
      guard zip(lines, lines.dropFirst()).allSatisfy({ $1.value == $0.value + 1 }),
        case let torn = lines.count(where: { isInSentence(shapes, span, $0.line) }), torn >= 2, torn * 2 >= lines.count
      else { continue }
      for (line, _) in lines { shapes[line].furniture = .runningHead }
    }
  }

  /// Whether a sentence goes on over a line: "after the order or on", a foot, "a later day".
  private static func isInSentence(_ shapes: [LineShape], _ span: Span<UInt8>, _ line: Int) -> Bool {
    guard let above = shapes[..<line].last(where: { !$0.isBlank })?.content,
      let below = shapes[(line + 1)...].first(where: { !$0.isBlank })?.content
    else { return false }
    return !ClauseEnding.closesClause(span, above) && span[below.lowerBound].isLower
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
