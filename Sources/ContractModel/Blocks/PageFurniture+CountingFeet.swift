/// Feet with words that count pages in a text without page marks.
extension PageFurniture {
  /// A line that may be a foot: the page that it ends or begins with, and whether its words say that it is one.
  private struct Foot {
    var line: Int
    var page: Int
    var isTold: Bool
  }

  /// Marks lines that are the same but for a number and count up by one through the text: `Mill Lease - Page 1 of 4`, and far below it `Mill
  /// Lease - Page 2 of 4`; `Mill Lease      3`, where a gap sets the number apart from the name of a paper. What no words tell, `Draft of
  /// June 3      2`, is a foot where sentences go on around it.
  static func markCountingFeet(_ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var feet: [Int: [Foot]] = [:]
    for line in shapes.indices where !shapes[line].isBlank && shapes[line].furniture == nil && shapes[line].content.count <= 140 {
      guard let last = shapes[line].content.last, span[last].isDigit, isolated(shapes, line),
        let found = countedPage(span, shapes[line].content)
      else { continue }
      let isTold = found.isTold && isolated(shapes, line, onBothSides: true)
      feet[shapeHash(span, shapes[line].content), default: []].append(Foot(line: line, page: found.page, isTold: isTold))
    }
    for lines in feet.values { mark(lines, &shapes, span) }
    markLeadingNumbers(&shapes, span)
  }

  /// Marks lines that are alike where they count pages: all told, or most in the middle of a sentence.
  private static func mark(_ feet: [Foot], _ shapes: inout [LineShape], _ span: Span<UInt8>) {
    guard feet.count >= 3, zip(feet, feet.dropFirst()).allSatisfy({ $1.page == $0.page + 1 }) else { return }
    if !feet.allSatisfy(\.isTold) {
      let torn = feet.count { isInSentence(shapes, span, $0.line) }
      // Where the file marks its pages, one sentence that goes on over a foot tells of all.
      let areAtEnds = feet.allSatisfy { isAtPageEnd(shapes, $0.line) }
      guard torn >= (areAtEnds ? 1 : 2), areAtEnds || torn * 2 >= feet.count else { return }
    }
    for foot in feet { shapes[foot.line].furniture = .runningHead }
  }

  /// Whether a page ends behind a line: the next one begins another, or there is none.
  private static func isAtPageEnd(_ shapes: [LineShape], _ line: Int) -> Bool {
    shapes[(line + 1)...].first { !$0.isBlank || $0.startsPage }.map { $0.startsPage || $0.furniture == .pageMark } ?? true
  }

  /// Marks feet that begin with their page, and read as provisions or dates, `3. Mill Terms (2020)`, `7 July 2020 Edition`, where most stand
  /// in the middle of a sentence.
  private static func markLeadingNumbers(_ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var feet: [Int: [Foot]] = [:]
    for line in shapes.indices where !shapes[line].isBlank && shapes[line].furniture == nil && shapes[line].content.count <= 80 {
      let content = shapes[line].content
      guard span[content.lowerBound].isDigit, isolated(shapes, line) else { continue }
      var at = content.lowerBound
      var page = 0
      while at < content.upperBound, span[at].isDigit, at - content.lowerBound < 4 {
        page = page * 10 + Int(span[at] - Ascii.zero)
        at += 1
      }
      if at < content.upperBound, span[at] == Ascii.period { at += 1 }
      guard at < content.upperBound, span[at] == Ascii.space, span.byte(span.skipSpaces(at)).isLetter else { continue }
      feet[shapeHash(span, content), default: []].append(Foot(line: line, page: page, isTold: false))
    }
    for lines in feet.values { mark(lines, &shapes, span) }
  }

  /// Whether a sentence goes on over a line: "after the order or on", a foot, "a later day".
  private static func isInSentence(_ shapes: [LineShape], _ span: Span<UInt8>, _ line: Int) -> Bool {
    guard let above = shapes[..<line].last(where: { !$0.isBlank })?.content,
      let below = shapes[(line + 1)...].first(where: { !$0.isBlank })?.content
    else { return false }
    return !ClauseEnding.closesClause(span, above) && span[below.lowerBound].isLower
  }

  /// The page that a line with words ends in: what a page number says that stands behind them, `Page 1 of 4`, or a number behind a gap; told
  /// where the name of a paper stands before the gap.
  private static func countedPage(_ span: Span<UInt8>, _ content: Range<Int>) -> (page: Int, isTold: Bool)? {
    for word: StaticString in ["page ", "seite "] {
      guard let at = span.firstIndex(of: word, in: content), at > content.lowerBound, !span[at - 1].isWord else { continue }
      return pageNumber(span, at..<content.upperBound, indent: 0).map { ($0.value, true) }
    }
    var number = content.upperBound
    while number > content.lowerBound, span[number - 1].isDigit { number -= 1 }
    var name = number
    while name > content.lowerBound, span[name - 1].isSpace { name -= 1 }
    guard name > content.lowerBound, number - name >= 3 || span[name] == 0x09 else { return nil }
    let isTold = PaperNouns.ends(span, content.lowerBound..<name)
    return pageNumber(span, number..<content.upperBound, indent: 0).map { ($0.value, isTold) }
  }
}
