/// Finds what a page adds to the text: page marks, page numbers, running heads and feet.
///
/// A lone number is a page number when it stands at a page mark, or when it takes part in a series that counts up by one
/// through the document; a line is a running head or foot when it comes back at the edge of most pages (`PageEdges`). For example
/// `- 4 -`, `Page 4 of 85`, `F-12`, `iv`, `<PAGE>   12`, and a foot `Source: A CO, 10-K, 1/2/2003` under every number. What a reader
/// knows by its place on the page is taken from it.
enum PageFurniture {
  /// Marks the furniture among the `shapes` of a text.
  static func mark(_ shapes: inout [LineShape], of text: SourceText) {
    let span = text.bytes.span
    cutLineNumbers(&shapes, span)
    var numbers: [Candidate] = []
    var next = 0
    for i in shapes.indices where !shapes[i].isBlank {
      while next < text.furniture.count, text.furniture[next].range.upperBound <= shapes[i].content.lowerBound { next += 1 }
      guard next < text.furniture.count else { break }
      let mark = text.furniture[next]
      if mark.range.lowerBound <= shapes[i].content.lowerBound, mark.range.upperBound >= shapes[i].content.upperBound {
        shapes[i].furniture = mark.kind
      }
    }
    /// Lines that begin a page or mark its end.
    var marks: [Int] = []
    for i in shapes.indices {
      if shapes[i].startsPage { marks.append(i) }
      guard !shapes[i].isBlank, shapes[i].content.count <= 140, shapes[i].furniture == nil, shapes[i].head == nil else { continue }
      let content = shapes[i].content
      if isPageMark(span, content) {
        shapes[i].furniture = .pageMark
        marks.append(i)
      } else if isTableTags(span, content) {
        shapes[i].furniture = .tableTag
      } else if isSourceFoot(span, content) {
        shapes[i].furniture = .runningHead
      } else if content.count <= 40, let number = pageNumber(span, content, indent: shapes[i].indent) {
        numbers.append(Candidate(line: i, series: number.series, value: number.value, certain: number.certain))
      }
    }
    for i in numbers.indices
    where numbers[i].series != Series.periodAtMargin && (numbers[i].certain || isNearMark(shapes, numbers[i].line)) {
      numbers[i].isPageNumber = true
    }
    for i in numbers.indices where partsSentence(numbers[i], shapes, span) { numbers[i].isPageNumber = true }
    acceptNumbersAboveRepeatedFooters(&numbers, shapes, span)
    acceptCountingRuns(&numbers, shapes, span)
    var numbered: [Int] = []
    for number in numbers where number.isPageNumber {
      shapes[number.line].furniture = .pageNumber
      numbered.append(number.line)
    }
    // Where pages are marked, a number is not taken for their end: a foot may stand below it.
    let ends = marks.count >= 2 && marks.count * 2 >= numbered.count ? marks : (marks + numbered).sorted()
    markEdges(&shapes, span, pages: pages(shapes, ends))
    cutHeadersOnTextLines(&shapes, span)
    cutGluedNumbers(&shapes, span)
    for line in numbered { markFeetAbove(line, &shapes, span) }
    for line in shapes.indices where isNumberedFoot(line, shapes, span) { shapes[line].furniture = .runningHead }
    markCountingFeet(&shapes, span)
  }

  /// Whether a title and a page number far behind it part a sentence: `for Butter that is lost,`, `Storage Agreement        3`, `up to $250,000`.
  private static func isNumberedFoot(_ line: Int, _ shapes: [LineShape], _ span: Span<UInt8>) -> Bool {
    let content = shapes[line].content
    guard shapes[line].furniture == nil, (8...140).contains(content.count),
      span[content.upperBound - 1].isDigit || span[content.upperBound - 1] == Ascii.hyphen,
      isolated(shapes, line, onBothSides: true)
    else { return false }
    // `Services Agreement - Page 4`
    if let page = span.firstIndex(of: " page ", in: content), pageNumber(span, page + 1..<content.upperBound, indent: 0) != nil {
      return isInSentence(above: line - 1, below: line + 1, shapes, span)
    }
    guard content.count >= 20 else { return false }
    var gap = content.lowerBound
    while gap + 8 < content.upperBound, !(0..<8).allSatisfy({ span[gap + $0] == Ascii.space }) { gap += 1 }
    guard gap + 8 < content.upperBound else { return false }
    let number = span.skipSpaces(gap)..<content.upperBound
    return pageNumber(span, number, indent: 40) != nil && TitleWords.isTitle(span, content.lowerBound..<gap, words: 12)
      && !span[content.lowerBound].isDigit && isInSentence(above: line - 1, below: line + 1, shapes, span)
  }

  /// Whether a number stands far in and parts a sentence: `spend at least`, `- 2 -`, `$6,000 a year`.
  private static func partsSentence(_ number: Candidate, _ shapes: [LineShape], _ span: Span<UInt8>) -> Bool {
    let line = number.line
    guard [Series.dashed, Series.plain, Series.roman].contains(number.series), shapes[line].indent >= 16,
      isolated(shapes, line, onBothSides: number.series == Series.plain)
    else { return false }
    var first = line
    while first > 0, line - first < 2, !shapes[first - 1].isBlank, shapes[first - 1].indent >= 8,
      shapes[first - 1].content.count <= 60
    { first -= 1 }
    return isInSentence(above: first - 1, below: line + 1, shapes, span)
  }

  /// Whether the text above a line does not end a sentence or item, and the text from another on goes on without a capital.
  private static func isInSentence(above: Int, below: Int, _ shapes: [LineShape], _ span: Span<UInt8>) -> Bool {
    func text(from line: Int, by step: Int) -> Range<Int>? {
      var line = line
      while shapes.indices.contains(line), shapes[line].isBlank || shapes[line].furniture != nil { line += step }
      return shapes.indices.contains(line) ? shapes[line].content : nil
    }
    guard let last = text(from: above, by: -1), let next = text(from: below, by: 1), last.count > 20,
      !ClauseEnding.closesClause(span, last)
    else { return false }
    return span[next.lowerBound].isLower || span[next.lowerBound] == 0x24
  }

  /// Marks a foot above a page number in the middle of a sentence, though no other page bears it: `by the end of each`, a blank line,
  /// `Oak/Elm First Amendment`, `-1-`, and on the next page `year a log of them`.
  private static func markFeetAbove(_ number: Int, _ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var first = number
    while first > 0, number - first < 2, !shapes[first - 1].isBlank, shapes[first - 1].furniture == nil,
      shapes[first - 1].indent >= 8, shapes[first - 1].content.count <= 60
    { first -= 1 }
    guard first < number, first > 0, shapes[first - 1].isBlank || shapes[first - 1].furniture != nil else { return }
    guard isInSentence(above: first - 1, below: number + 1, shapes, span) else { return }
    for line in first..<number { shapes[line].furniture = .runningHead }
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

  /// Marks the lines at the heads and feet of pages that come back, from the edge inwards.
  private static func markEdges(_ shapes: inout [LineShape], _ span: Span<UInt8>, pages: [Range<Int>]) {
    guard pages.count >= 2 else { return }
    var repeated: Set<[UInt8]> = []
    for isHead in [true, false] {
      for _ in 0..<3 {
        // A paragraph of a few lines first, then a line of it.
        var found = PageEdges.furniture(edges(shapes, span, pages, isHead, most: 3), pages: pages.count, tolerance: 0)
        if found.isEmpty {
          found = PageEdges.furniture(edges(shapes, span, pages, isHead, most: 1), pages: pages.count, tolerance: 0)
        }
        let within = standingWithin(found.map(\.edge.lines), shapes, span)
        found.removeAll { edge, _ in
          within.contains(shapeHash(span, shapes[edge.lines.lowerBound].content)) || isHead && isTitle(edge.lines, shapes, span)
        }
        if found.isEmpty { break }
        for (edge, kind) in found {
          for line in edge.lines {
            shapes[line].furniture = kind
            if kind == .runningHead, found.count >= 4 { repeated.insert(words(span, shapes[line].content)) }
          }
        }
      }
    }
    // A foot such as "ACME 10-K, 3/31/2009" is one also where the number beside it was lost.
    let numbered = repeated.filter { $0.contains(where: \.isDigit) }
    guard !numbered.isEmpty else { return }
    let lengths = Set(numbered.map(\.count))
    for i in shapes.indices where isText(shapes[i]) && shapes[i].content.count <= 120 {
      // Blanks within are folded, so that a line may be longer.
      guard shapes[i].columnGaps > 0 || lengths.contains(shapes[i].content.count), isolated(shapes, i, onBothSides: true) else {
        continue
      }
      if numbered.contains(words(span, shapes[i].content)) { shapes[i].furniture = .runningHead }
    }
  }

  /// The hashes of edges whose like stands within pages too, in paragraphs of other lengths: the "3. Elm pays 502 dollars on the 3rd day"
  /// that a page ends with is text, as 1 and 2 are.
  private static func standingWithin(_ edges: [Range<Int>], _ shapes: [LineShape], _ span: Span<UInt8>) -> Set<Int> {
    var beginnings: Set<Int> = []
    var counts: [Int: (edges: Int, within: Int, lines: Int)] = [:]
    var own: Set<Int> = []
    for lines in edges where shapes[lines.lowerBound].content.count >= 12 {
      let content = shapes[lines.lowerBound].content
      beginnings.insert(beginning(span, content))
      counts[shapeHash(span, content), default: (0, 0, lines.count)].edges += 1
      own.insert(lines.lowerBound)
    }
    guard !counts.isEmpty else { return [] }
    for i in shapes.indices where isText(shapes[i]) && beginnings.contains(beginning(span, shapes[i].content)) && !own.contains(i) {
      let hash = shapeHash(span, shapes[i].content)
      guard let count = counts[hash] else { continue }
      var (first, end) = (i, i + 1)
      while first > 0, i - first < 4, isText(shapes[first - 1]) { first -= 1 }
      while end < shapes.count, end - i < 5, isText(shapes[end]) { end += 1 }
      if end - first != count.lines { counts[hash]?.within += 1 }
    }
    return Set(counts.filter { $0.value.within >= 2 && $0.value.within * 2 >= $0.value.edges }.keys)
  }

  /// Whether lines open the file and are the title of a paper, which its pages may repeat: "BOAT HIRE AGREEMENT".
  private static func isTitle(_ lines: Range<Int>, _ shapes: [LineShape], _ span: Span<UInt8>) -> Bool {
    guard lines.count == 1, case let content = shapes[lines.lowerBound].content, PaperNouns.ends(span, content),
      TitleWords.isTitle(span, content, words: 12)
    else { return false }
    return shapes[..<lines.lowerBound].allSatisfy { $0.isBlank || $0.furniture != nil }
  }

  /// The first or last paragraph of each page, of some lines at most, where another page may have one like it.
  private static func edges(_ shapes: [LineShape], _ span: Span<UInt8>, _ pages: [Range<Int>], _ isHead: Bool, most: Int)
    -> [PageEdges.Edge]
  {
    var found: [(page: Int, lines: Range<Int>, hash: Int, length: Int)] = []
    /// How many short lines are of each length.
    var lengths = [Int](repeating: 0, count: 61)
    for (page, lines) in pages.enumerated() {
      guard let line = edge(shapes, lines, isHead) else { continue }
      var first = line
      var last = line
      if most > 1 {
        while isHead, last - first < most, last + 1 < lines.upperBound, isText(shapes[last + 1]) { last += 1 }
        while !isHead, last - first < most, first > lines.lowerBound, isText(shapes[first - 1]) { first -= 1 }
        // What is all the words of a page is no edge of it.
        let other = isHead ? last + 1..<lines.upperBound : lines.lowerBound..<first
        guard first < last, last - first < most, other.contains(where: { isText(shapes[$0]) }) else { continue }
      }
      if (first...last).contains(where: { isProvision(span, shapes[$0].content) }) { continue }
      var hash = 0
      var length = 0
      for line in first...last {
        hash = hash &* 31 &+ beginning(span, shapes[line].content)
        length += shapes[line].content.count
      }
      guard length <= (most > 1 ? 300 : 120) else { continue }
      found.append((page, first..<(last + 1), hash, length))
      if length <= 60 { lengths[length] += 1 }
    }
    let hashes = found.map(\.hash).sorted()
    func isRepeated(_ hash: Int) -> Bool {
      let index = hashes.boundary { $0 < hash }
      return index + 1 < hashes.count && hashes[index + 1] == hash
    }
    // "ORDER FORM 2" above a 1 is the title of another paper, and no head.
    var anew: [Int: Int] = [:]
    if isHead {
      for edge in found where beginsAnew(shapes, span, behind: edge.lines, pages[edge.page]) { anew[edge.hash, default: 0] += 1 }
    }
    var out: [PageEdges.Edge] = []
    for edge in found where anew[edge.hash, default: 0] < 2 {
      // Alike but for digits, or perhaps misread.
      guard isRepeated(edge.hash) || edge.length <= 60 && lengths[edge.length] >= 3 && holdsDigits(span, shapes, edge.lines) else {
        continue
      }
      var words: [UInt8] = []
      for line in edge.lines {
        if !words.isEmpty { words.append(Ascii.space) }
        words += Self.words(span, shapes[line].content)
      }
      let next =
        isHead ? edge.lines.upperBound..<pages[edge.page].upperBound : edge.page + 1 < pages.count ? pages[edge.page + 1] : 0..<0
      var isTorn = false
      if let below = next.first(where: { isText(shapes[$0]) }) { isTorn = span[shapes[below].content.lowerBound].isLower }
      out.append(PageEdges.Edge(page: edge.page, lines: edge.lines, distance: 0, words: words, isTorn: isTorn))
    }
    return out
  }

  /// Whether a line is a numbered sentence: `2. Fee. The fee is $200.`
  private static func isProvision(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    guard let marker = ProvisionMarker.parse(span, content.lowerBound, content.upperBound), marker.textStart < content.upperBound,
      marker.close != .none || marker.isDotted
    else { return false }
    let last = span[content.upperBound - 1]
    return (last == Ascii.period || last == Ascii.semicolon) && span[content.upperBound - 2].isAlphanumeric
      && content.contains { span[$0].isLower }
  }

  /// Whether the numbers of a page begin with 1 right behind its first line, where the first lines bear a number themselves.
  private static func beginsAnew(_ shapes: [LineShape], _ span: Span<UInt8>, behind lines: Range<Int>, _ page: Range<Int>) -> Bool {
    guard holdsDigits(span, shapes, lines) else { return false }
    for line in (lines.lowerBound + 1..<max(lines.lowerBound + 1, page.upperBound)).lazy.filter({ isText(shapes[$0]) }).prefix(3) {
      let content = shapes[line].content
      if let marker = ProvisionMarker.parse(span, content.lowerBound, content.upperBound), !marker.isDotted, marker.keyword == .none
      {
        return marker.parts[0].value == 1 && marker.parts[0].kind.isArabic
      }
    }
    return false
  }

  /// A hash of the first sixteen letters and signs of a line: those of lines that are alike are equal.
  private static func beginning(_ span: Span<UInt8>, _ content: Range<Int>) -> Int {
    var hash = 0
    var left = 16
    for i in content {
      let byte = span[i]
      if byte.isDigit || byte.isSpace { continue }
      hash = hash &* 0x100_0000_01B3 ^ Int(byte.lowercased)
      left -= 1
      if left == 0 { break }
    }
    return hash
  }

  private static func holdsDigits(_ span: Span<UInt8>, _ shapes: [LineShape], _ lines: Range<Int>) -> Bool {
    for line in lines { for i in shapes[line].content where span[i].isDigit { return true } }
    return false
  }

  /// The first or last line of a page that is text.
  private static func edge(_ shapes: [LineShape], _ lines: Range<Int>, _ isHead: Bool) -> Int? {
    if isHead { return lines.first { isText(shapes[$0]) } }
    return lines.last { isText(shapes[$0]) }
  }

  private static func isText(_ shape: LineShape) -> Bool { !shape.isBlank && shape.furniture == nil }

  /// The lines of each page that has text: between page marks, form feeds or page numbers.
  private static func pages(_ shapes: [LineShape], _ ends: [Int]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = 0
    for end in ends + [shapes.count] where end > start && shapes[start..<end].contains(where: isText) {
      out.append(start..<end)
      start = end
    }
    return out
  }

  /// The words of a line with single blanks and plain quotes.
  private static func words(_ span: Span<UInt8>, _ content: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(content.count)
    var i = content.lowerBound
    while i < content.upperBound {
      defer { i += 1 }
      if span[i] == 0xE2, i + 2 < content.upperBound, span[i + 1] == 0x80, span[i + 2] & 0xFC == 0x9C {
        // `EXHIBIT “A”` is read with plain quotes.
        out.append(Ascii.quote)
        i += 2
      } else if span[i] > Ascii.space {
        out.append(span[i])
      } else if out.last != Ascii.space {
        out.append(Ascii.space)
      }
    }
    return out
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
