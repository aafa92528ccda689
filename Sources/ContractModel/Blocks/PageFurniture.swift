/// Finds what a page adds to the text: page marks, page numbers, running heads and feet.
///
/// A lone number is a page number when it stands at a page mark, or when it takes part in a series that counts up by one
/// through the document; a line is a running head or foot when it comes back, digits aside, at page breaks. For example
/// `- 4 -`, `Page 4 of 85`, `F-12`, `iv`, `<PAGE>   12`, and a foot `Source: A CO, 10-K, 1/2/2003` under every number.
enum PageFurniture {
  /// Marks the furniture among `shapes`.
  static func mark(_ shapes: inout [LineShape], in span: Span<UInt8>) {
    var numbers: [Candidate] = []
    for i in shapes.indices where !shapes[i].isBlank && shapes[i].content.count <= 140 {
      let content = shapes[i].content
      if isPageMark(span, content) {
        shapes[i].furniture = .pageMark
      } else if isTableTags(span, content) {
        shapes[i].furniture = .tableTag
      } else if isSourceFoot(span, content) {
        shapes[i].furniture = .runningHead
      } else if content.count <= 40, let number = pageNumber(span, content, indent: shapes[i].indent) {
        numbers.append(Candidate(line: i, series: number.series, value: number.value, certain: number.certain))
      }
    }
    for i in numbers.indices where numbers[i].series != Series.closed && (numbers[i].certain || isNearMark(shapes, numbers[i].line))
    {
      numbers[i].believed = true
    }
    believeAboveFeet(&numbers, shapes, span)
    believeSeries(&numbers, shapes, span)
    for number in numbers where number.believed { shapes[number.line].furniture = .pageNumber }
    markRunningLines(&shapes, span)
    cutGluedHeads(&shapes, span)
    cutGluedNumbers(&shapes, span)
  }

  private static func isPageMark(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    guard span[content.lowerBound] == Ascii.less || span[content.lowerBound] == Ascii.formFeed else { return false }
    return span.matches("<page>", at: content.lowerBound) && content.count <= 24
      || span.matches("</page>", at: content.lowerBound) && content.count <= 24
  }

  /// Whether a line is nothing but the tags that filed text lays over its tables: `<TABLE>`, `<S>   <C>   <C>`, `</TABLE>`.
  private static func isTableTags(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var i = content.lowerBound
    while i < content.upperBound {
      guard span[i] == Ascii.less else { return false }
      var end = i + 1
      while end < content.upperBound, span[end].isAlphanumeric || span[end] == Ascii.slash { end += 1 }
      guard end < content.upperBound, span[end] == 0x3E, end - i <= 9 else { return false }
      i = span.skipSpaces(end + 1)
    }
    return true
  }

  /// The foot of a page that says where its text was taken from: `Source: ACME INC, 10-K, 3/31/2009`.
  private static func isSourceFoot(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    guard span.matches("source: ", at: content.lowerBound), content.count >= 20 else { return false }
    var i = content.upperBound
    while i > content.lowerBound, span[i - 1].isDigit { i -= 1 }
    return content.upperBound - i == 4 && span[i - 1] == Ascii.slash
  }

  /// Whether a blank line stands on at least one side, as around a page's foot, or on both.
  static func isolated(_ shapes: [LineShape], _ line: Int, onBothSides: Bool = false) -> Bool {
    let above = line == 0 || shapes[line - 1].isBlank || shapes[line - 1].furniture != nil
    if above != onBothSides { return above }
    return line + 1 >= shapes.count || shapes[line + 1].isBlank || shapes[line + 1].furniture != nil
  }

  /// Marks lines beside page marks and numbers that come back three times, digits aside.
  private static func markRunningLines(_ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var places: [Int] = []
    for i in shapes.indices where shapes[i].furniture == .pageMark || shapes[i].furniture == .pageNumber {
      for step in [-1, 1] {
        var at = i + step
        var lines = 0
        var blanks = 0
        while shapes.indices.contains(at), blanks < 8, lines < 2 {
          if shapes[at].isBlank {
            blanks += 1
          } else if shapes[at].furniture == nil {
            guard shapes[at].content.count <= 120 else { break }
            // `Section 3.02` alone on its line is a number of the agreement, however many there are.
            if !isLoneMarker(span, shapes[at].content) { places.append(at) }
            lines += 1
          } else {
            break
          }
          at += step
        }
      }
    }
    guard places.count >= 3 else { return }
    // From above and from below a line is seen twice.
    places.sort()
    var hashed: [(line: Int, hash: Int)] = []
    var counts: [Int: Int] = [:]
    for line in places where hashed.last?.line != line {
      let hash = shapeHash(span, shapes[line].content)
      hashed.append((line, hash))
      counts[hash, default: 0] += 1
    }
    counts = counts.filter { $0.value >= 3 }
    guard !counts.isEmpty else { return }
    var beginnings = [Bool](repeating: false, count: 256)
    for (line, hash) in hashed where counts[hash] != nil {
      shapes[line].furniture = .runningHead
      beginnings[beginning(span, shapes[line].content)] = true
    }
    // A foot such as "Source: …" that came back is furniture also where its number was lost.
    for i in shapes.indices where shapes[i].furniture == nil && !shapes[i].isBlank && shapes[i].content.count <= 120 {
      if beginnings[beginning(span, shapes[i].content)], isolated(shapes, i, onBothSides: true),
        counts[shapeHash(span, shapes[i].content)] != nil
      {
        shapes[i].furniture = .runningHead
      }
    }
  }

  private static func isLoneMarker(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    guard content.count <= 20, let marker = ProvisionMarker.parse(span, content.lowerBound, content.upperBound) else {
      return false
    }
    return marker.textStart >= content.upperBound && (marker.keyword != .none || marker.isDotted)
  }

  /// A small hash (below 256) of the first four bytes that the hash of a line counts.
  private static func beginning(_ span: Span<UInt8>, _ content: Range<Int>) -> Int {
    var hash: UInt32 = 0
    var letters = 0
    var i = content.lowerBound
    while i < content.upperBound, letters < 4 {
      if !span[i].isDigit, !span[i].isSpace {
        hash = hash << 8 | UInt32(span[i].lowercased)
        letters += 1
      }
      i += 1
    }
    return hash.slot(bits: 8)
  }

  /// A hash of the letters of a line: digits and blanks do not count.
  static func shapeHash(_ span: Span<UInt8>, _ content: Range<Int>) -> Int {
    var hash: Int = -3_750_763_034_362_895_579
    for i in content {
      let byte = span[i]
      if byte.isDigit || byte.isSpace { continue }
      hash = (hash ^ Int(byte.lowercased)) &* 1_099_511_628_211
    }
    return hash
  }
}
