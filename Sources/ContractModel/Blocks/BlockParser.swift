/// Joins physical lines into blocks: paragraphs across wraps and pages, headings, and what must stay as printed.
///
/// The evidence for a new paragraph is a blank line, a provision's number, a first-line indent, or a short line that closed its
/// sentence. A paragraph goes on across a page break, or across a blank line inside a sentence: `… sublicenses the Licensed`,
/// page 3, `Property to a third party`.
struct BlockParser {
  let shapes: [LineShape]
  private let contents: Range<Int>
  /// The width most full lines have, for telling short last lines.
  let measure: Int
  /// The width of the widest lines but for a few: none that ends well before it was full.
  private let widest: Int
  /// Whether paragraphs break behind their first word or two, as where a file was made from HTML: `Act`, `of Bankruptcy: With respect`.
  private let breaksAfterFirstWord: Bool
  /// Whether lines are paragraphs as the file has them.
  let hasParagraphs: Bool
  /// Where paragraphs begin that the file itself gives as headings.
  let givenHeadings: Set<Int>
  /// The cells of the file's tables, in order.
  let cells: [TableCell]

  static func blocks(of text: SourceText) -> (blocks: [Block], pages: [PageBreak], contents: Range<Int>?) {
    var shapes = LineShape.shapes(of: text)
    let span = text.bytes.span
    PageFurniture.mark(&shapes, of: text)
    for i in shapes.indices where !shapes[i].isBlank { shapes[i].isSignature = Self.isSignatureLine(span, shapes[i]) }
    // Under a line with columns, a deeply indented one is the second column's next line, as in an address.
    for i in shapes.indices.dropFirst()
    where shapes[i - 1].columnGaps >= 1 && !shapes[i - 1].isBlank && shapes[i].columnGaps == 0 && shapes[i].indent >= 16
      && shapes[i].content.count < 60
    {
      shapes[i].columnGaps = 2
    }
    let contents = ContentsTable.find(shapes, span, text.links)
    let parser = BlockParser(
      shapes: shapes, contents: contents ?? 0..<0, measure: Self.width(of: 90, shapes), widest: Self.width(of: 98, shapes),
      breaksAfterFirstWord: Self.breaksAfterFirstWord(shapes, span), hasParagraphs: text.hasParagraphs,
      givenHeadings: Set(text.styles.lazy.filter { $0.kind == .heading }.map(\.range.lowerBound)), cells: text.cells)
    let blocks = parser.parse(span)
    let range = contents.map {
      shapes[$0.lowerBound].content
        .lowerBound..<max(shapes[$0.lowerBound].content.lowerBound, shapes[$0.upperBound - 1].content.upperBound)
    }
    return (blocks, parser.pages(span, hasPages: !text.hasParagraphs), range)
  }

  /// The width that so many of a hundred lines do not exceed; of 90, which for wrapped text is its right margin.
  private static func width(of share: Int, _ shapes: [LineShape]) -> Int {
    var histogram = [Int](repeating: 0, count: 201)
    var lines = 0
    for shape in shapes where !shape.isBlank {
      histogram[min(shape.width, 200)] += 1
      lines += 1
    }
    var seen = 0
    for width in histogram.indices {
      seen += histogram[width]
      if seen * 100 >= lines * share { return width }
    }
    return 80
  }

  /// Whether a quarter of the runs of lines begin with a short line that a long one follows, and not only those of numbered titles: `1. Pay`,
  /// `You are paid each month …`.
  private static func breaksAfterFirstWord(_ shapes: [LineShape], _ span: Span<UInt8>) -> Bool {
    var runs = 0
    var stubs = 0
    var titles = 0
    var i = 0
    while i < shapes.count {
      let start = i
      while i < shapes.count, !shapes[i].isBlank, shapes[i].furniture == nil { i += 1 }
      if i - start >= 3 {
        runs += 1
        if shapes[start].content.count <= 30, shapes[start + 1].content.count >= 55 {
          stubs += 1
          let line = shapes[start].content
          if span[shapes[start + 1].content.lowerBound].isUpper,
            ProvisionMarker.parse(span, line.lowerBound, line.upperBound).map({ $0.textStart < line.upperBound }) ?? false
          {
            titles += 1
          }
        }
      }
      i = max(i, start + 1)
    }
    return stubs >= 5 && stubs * 4 >= runs && titles * 5 <= stubs * 4
  }

  private func parse(_ span: Span<UInt8>) -> [Block] {
    var blocks: [Block] = []
    var i = 0
    var previousText = -1  // index of the last block that is read
    var furnitureBetween = false
    while i < shapes.count {
      let shape = shapes[i]
      if shape.startsPage { furnitureBetween = true }
      if shape.isBlank {
        i += 1
        continue
      }
      if shape.furniture != nil {
        blocks.append(Block(.furniture, shape.content, indent: shape.indent, furniture: shape.furniture))
        furnitureBetween = true
        i += 1
        continue
      }
      if contents.contains(i) {
        blocks.append(Block(.contents, shape.content, indent: shape.indent))
        previousText = -1
        i += 1
        continue
      }
      if let head = shape.head {
        blocks.append(Block(.furniture, head, indent: 0, furniture: .runningHead))
        furnitureBetween = true
      }
      let end = groupEnd(span, from: i)
      let before = blocks.count
      split(span, i..<end, into: &blocks)
      if previousText >= 0, before < blocks.count,
        joins(span, blocks[previousText], blocks[before], line: i, overPage: furnitureBetween)
      {
        blocks[before].continues = true
        if blocks[previousText].kind == .heading { blocks[previousText].kind = .paragraph }
        if blocks[before].kind == .heading { blocks[before].kind = .paragraph }
      }
      previousText = blocks.count - 1
      furnitureBetween = false
      i = end
    }
    return blocks
  }

  /// The end of the run of lines that no blank line, furniture or contents line interrupts.
  private func groupEnd(_ span: Span<UInt8>, from start: Int) -> Int {
    var i = start + 1
    while i < shapes.count, !shapes[i].isBlank, shapes[i].furniture == nil, shapes[i].head == nil, !shapes[i].startsPage,
      !contents.contains(i)
    { i += 1 }
    return i
  }

  /// Splits a run of lines at provisions, indents and columns.
  private func split(_ span: Span<UInt8>, _ lines: Range<Int>, into blocks: inout [Block]) {
    var start = lines.lowerBound
    var i = start + 1
    while i <= lines.upperBound {
      if i == lines.upperBound || begins(span, line: i, paragraph: start, group: lines) {
        append(span, start..<i, alone: lines.count == i - start, into: &blocks)
        start = i
      }
      i += 1
    }
  }

  /// Whether a paragraph begins at `line`, with one that began at `paragraph` running.
  private func begins(_ span: Span<UInt8>, line: Int, paragraph: Int, group: Range<Int>) -> Bool {
    let shape = shapes[line]
    let above = shapes[line - 1]
    let printedAbove = isColumned(span, above)
    let printed = isColumned(span, shape)
    if printed != printedAbove, !(printed && shape.columnGaps == 1 && above.columnGaps == 0 && shape.width > measure - 6) {
      return true
    }
    if printed { return false }
    if shape.isSignature != above.isSignature { return true }
    // `• the Buyer` and other bullets.
    if isBullet(span, shape.content) { return true }
    // `… as Schedule A-`, `1 says`.
    if Blanks.breaksCompound(span, above.content.upperBound, shape.content.lowerBound) { return false }
    if line - 1 == paragraph {
      if breaksAfterFirstWord, paragraph == group.lowerBound, isFirstWordOnly(span, above, shape) { return false }
      // `4.5` on a line of its own takes the words below; `EXHIBIT A` stands by itself.
      if isNumberAlone(span, above.content) { return mayBeItem(span, shape) }
      if isOpenQuotation(span, above.content) || endsHeading(span, above.content, shape.content) { return false }
      if paragraph == group.lowerBound, isAttachmentAlone(span, above.content) { return true }
    }
    let closed = ClauseEnding.closesClause(span, above.content)
    if isNextItem(span, shape, afterItemOf: shapes[paragraph].content) {
      if ClauseEnding.admitsItem(span, above.content) { return true }
      // `a) the wheel`, `b) the race`: items that nothing closes, each on its line.
      if line - 1 == paragraph, !endsOpen(span, above.content), !lastWordLeadsReference(span, above.content),
        !span[above.content.upperBound - 1].isDigit, above.content.count <= 60
      {
        return true
      }
    }
    if above.content.count > 160 || shape.content.count > 160 { return !wraps(span, above, shape, closed: closed) }
    let short = above.width < measure * 3 / 4
    if let isBelow = isNextNumber(span, shape, after: shapes[paragraph].content),
      closed || endsListed(span, above.content) || line - 1 == paragraph && (short || isBelow),
      !lastWordLeadsReference(span, above.content)
    {
      return true
    }
    if line - 1 == paragraph, isNumberedTitle(span, above, before: shape) { return true }
    // A list of attachments: `Annex 1 – Processing`, `Annex 2 – Measures`.
    if line - 1 == paragraph, isAttachment(span, above.content), isAttachment(span, shape.content),
      !lastWordLeadsReference(span, above.content)
    {
      return true
    }
    if let marker = ProvisionMarker.parse(span, shape.content.lowerBound, shape.content.upperBound) {
      let lead = lastWordLeadsReference(span, above.content)
      // "… promises that the fruit", `(a) is free from worms,`, `(b) is dry`: the list says that it begins.
      if marker.opened || marker.close == .bracket, marker.parts[0].value == 1, line + 1 < group.upperBound,
        isNextItem(span, shapes[line + 1], afterItemOf: shape.content)
      {
        return true
      }
      if marker.keyword == .article, shape.content.count < 80, !lead { return true }
      // `Article 2 Licence`, and `2.1 Copies` below it.
      if marker.isDotted, !lead, marker.values[marker.values.count - 1] == 1, line - 1 == paragraph,
        let outer = ProvisionMarker.parse(span, above.content.lowerBound, above.content.upperBound),
        outer.values == marker.values.parent, !ClauseEnding.closesClause(span, above.content)
      {
        return true
      }
      if !lead {
        // "…; or", `Section 7.3. Failure to Perform. The …`
        if marker.keyword == .section, marker.close == .period, ClauseEnding.admitsItem(span, above.content) { return true }
        if ClauseEnding.admitsItem(span, above.content),
          closed || short || shape.indent > above.indent + 1 || shape.indent < above.indent - 1
        {
          return true
        }
        if short, line - paragraph <= 3, areTitles(span, paragraph..<line) { return true }
        // `Appendix 1 - Conditions precedent`, and `1. A certified copy` below it.
        if marker.parts[0].value == 1, line - 1 == paragraph, above.content.count <= 80, isAttachment(span, above.content) {
          return true
        }
      }
    }
    let first = span[shape.content.lowerBound]
    // A heading on its own line, then its text.
    if short, line - 1 == paragraph, !first.isLower, !endsOpen(span, above.content), !leavesQuoteOpen(span, above.content),
      TitleWords.isTitle(span, above.content, words: 12),
      above.width + 12 < measure, !closed, shape.width > measure * 3 / 4
    {
      return true
    }
    if TitleWords.isCapitals(span, above.content), !TitleWords.isCapitals(span, shape.content), short, line - 1 == paragraph,
      !first.isLower
    {
      return true
    }
    if closed, !first.isLower {
      // "… and Beta Ltd ("Buyer").", `Recitals`
      if RecitalTitle.isAlone(span, shape.content) { return true }
      if short, shape.indent >= above.indent { return above.width < measure * 2 / 3 || shape.indent > above.indent + 2 }
      if shape.indent >= above.indent + 3 { return true }
    }
    return false
  }

  /// Whether a line is a number and its title, with text that begins on the next: `2 Licence`, `We grant a licence.`
  ///
  /// The line ends well before the margin though the words would go on.
  private func isNumberedTitle(_ span: Span<UInt8>, _ line: LineShape, before next: LineShape) -> Bool {
    guard !breaksAfterFirstWord, line.width + 12 < widest, span[next.content.lowerBound].isUpper, line.content.count <= 70,
      let marker = ProvisionMarker.parse(span, line.content.lowerBound, line.content.upperBound), !marker.opened,
      marker.close != .bracket, marker.parts[0].kind.isArabic, marker.textStart < line.content.upperBound,
      span[marker.textStart].isUpper,
      !ClauseEnding.closesClause(span, line.content), !endsOpen(span, line.content)
    else { return false }
    // `459 Ford Road`, `Salem, OR 97301` is an address: a sentence has small words.
    if marker.close == .none, !marker.isDotted, marker.keyword == .none, !hasSmallWord(span, next.content) { return false }
    return TitleWords.isTitleAlone(span, marker.textStart..<line.content.upperBound)
  }

  /// Whether a word of two letters or more begins small.
  private func hasSmallWord(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.dropFirst().contains {
      span[$0 - 1] == Ascii.space && span[$0].isLower && span.byte(min($0 + 1, span.count - 1)).isLower
    }
  }

  /// Whether a line is an attachment's label and its title behind a sign: `Annex 2 – Measures`.
  private func isAttachment(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    guard content.count <= 100, let label = AttachmentLabel.read(span, content.lowerBound, content.upperBound) else { return false }
    let next = span.skipSpaces(label.end)
    return next < content.upperBound && (span[next] == Ascii.hyphen || span[next] == Ascii.colon || span[next] == 0xE2)
  }

  /// Whether a line begins with a bullet and a blank: `•`, `■`, `●`.
  private func isBullet(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    guard content.count > 4, let length = Bullet.length(span, content.lowerBound) else { return false }
    return span[content.lowerBound + length] == Ascii.space
  }

  /// Whether a very long line goes on in the next: in the middle of a sentence, or where it ran to the margin of its page.
  private func wraps(_ span: Span<UInt8>, _ above: LineShape, _ shape: LineShape, closed: Bool) -> Bool {
    if closed { return false }
    let first = span[shape.content.lowerBound]
    if first.isLower || lastWordLeadsReference(span, above.content) { return true }
    // "… the Executive agrees that", `(a) during …`: a list begins.
    if endsOpen(span, above.content) { return !isNextItem(span, shape, behind: above.content) }
    // `(the "Executive")` goes with the name above.
    if first == Ascii.open, leavesQuoteOpen(span, (shape.content.lowerBound + 1)..<shape.content.upperBound) { return true }
    return (above.width * 5 > measure * 4 || above.content.count >= 80)
      && ProvisionMarker.parse(span, shape.content.lowerBound, shape.content.upperBound) == nil
      && !TitleWords.isTitle(span, shape.content, words: 12)
  }

  /// Whether lines are titles or captions: `ARTICLE II`, `LOANS AND ADVANCES`, with a provision's first line to come.
  private func areTitles(_ span: Span<UInt8>, _ lines: Range<Int>) -> Bool {
    for line in lines {
      guard shapes[line].width < measure * 3 / 4, TitleWords.isTitle(span, shapes[line].content, words: 14) else { return false }
    }
    return true
  }

  /// Whether a numbered heading goes on over a line break: `SECTION 2.02. Making the Revolving`, `Advances. (a) Each …`.
  private func endsHeading(_ span: Span<UInt8>, _ above: Range<Int>, _ next: Range<Int>) -> Bool {
    guard let marker = ProvisionMarker.parse(span, above.lowerBound, above.upperBound), marker.textStart < above.upperBound,
      marker.keyword != .none || marker.isDotted || marker.close == .period, span[above.upperBound - 1] != Ascii.period,
      TitleWords.isTitle(span, marker.textStart..<above.upperBound, words: 12),
      ProvisionMarker.parse(span, next.lowerBound, next.upperBound) == nil
    else { return false }
    var i = next.lowerBound
    let limit = min(next.upperBound, i + 60)
    while i < limit, span[i] != Ascii.period { i += 1 }
    return i + 2 < next.upperBound && i < limit && span[i + 1] == Ascii.space
      && TitleWords.isTitle(span, next.lowerBound..<i, words: 8)
  }

  private func isColumned(_ span: Span<UInt8>, _ shape: LineShape) -> Bool {
    // In a line of more than any page's width the gaps are those of lines run together, not of columns.
    guard shape.columnGaps > 0, shape.content.count <= 200 else { return false }
    var gaps = shape.columnGaps
    // The blanks behind "Section 2.1", or many behind "2.1" or "(a)", set its words apart from the number.
    if let marker = ProvisionMarker.parse(span, shape.content.lowerBound, shape.content.upperBound), marker.gap >= 4,
      marker.keyword != .none || marker.textStart - shape.content.lowerBound > 12
    {
      gaps -= 1
    }
    return gaps >= 2 || gaps == 1 && shape.width < measure + 20 && shape.content.count < 140
  }

  private func append(_ span: Span<UInt8>, _ lines: Range<Int>, alone: Bool, into blocks: inout [Block]) {
    let first = shapes[lines.lowerBound]
    let last = shapes[lines.upperBound - 1]
    let range = first.content.lowerBound..<last.content.upperBound
    var columned = 0
    var signature = 0
    for line in lines {
      if isColumned(span, shapes[line]) { columned += 1 }
      if shapes[line].isSignature { signature += 1 }
    }
    var kind = Block.Kind.paragraph
    let marker = ProvisionMarker.parse(span, range.lowerBound, range.upperBound)
    if columned * 2 >= lines.count && columned > 0 && !(lines.count == 1 && marker != nil)
      || signature * 2 >= lines.count && signature > 0
    {
      kind = .printed
    } else if lines.count <= 3, range.count <= 240, marker == nil, TitleWords.isTitle(span, range, words: 24),
      !ClauseEnding.closesClause(span, range) || TitleWords.isCapitals(span, range)
    {
      kind = .heading
    }
    let centred = isCentred(lines)
    blocks.append(Block(kind, range, indent: first.indent, centred: centred))
  }

  private func isCentred(_ lines: Range<Int>) -> Bool {
    for line in lines {
      let shape = shapes[line]
      let right = max(measure, 60) - shape.width
      if shape.indent < 8 || abs(shape.indent - right) > max(8, shape.indent / 3) { return false }
    }
    return true
  }
}
