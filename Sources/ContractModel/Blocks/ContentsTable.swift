/// Finds the table of contents, whose lines look like provisions and are none.
///
/// It begins at a title (`TABLE OF CONTENTS`, letter-spaced or not) or at a run of dot leaders, and goes on while lines look like
/// entries: a title closed by a page number or leaders, or a numbered title without a sentence. It ends for certain where its
/// first entry's number comes again, for there the agreement begins. Without a title lines that are links to places below are one, and so
/// are few entries with pages whose first comes again: `1. Goods    2`, `2. Price    3`, and below `1. Goods`.
enum ContentsTable {
  /// The range of line indices the table covers, titles included; nil when there is none.
  static func find(_ shapes: [LineShape], _ span: Span<UInt8>, _ links: [TextLink]) -> Range<Int>? {
    let horizon = min(shapes.count, max(400, shapes.count * 2 / 5))
    var titles: [Int] = []
    var leaders = 0
    for i in 0..<horizon where !shapes[i].isBlank && shapes[i].furniture == nil {
      if isTitle(span, shapes[i].content) { titles.append(i) }
      if hasLeaders(span, shapes[i].content) {
        leaders += 1
      }
    }
    for title in titles {
      if let range = extent(shapes, span, from: title) { return range }
    }
    // Without a title, leaders alone give it away.
    if leaders >= 5, let range = extent(shapes, span, from: firstLeader(shapes, span)) { return range }
    return linked(shapes, span, links, before: horizon) ?? repeated(shapes, span, before: horizon)
  }

  /// The first run of lines that are links, each to a place further down than the one before, and all below the run.
  private static func linked(_ shapes: [LineShape], _ span: Span<UInt8>, _ links: [TextLink], before horizon: Int) -> Range<Int>? {
    guard links.count >= 3 else { return nil }
    var next = links[...]
    var run: (first: Int, last: Int, targets: [Int])?
    /// The run, if it is a table: three entries and more.
    func table() -> Range<Int>? {
      guard let run, run.targets.count >= 3, run.targets[0] >= shapes[run.last].content.upperBound else { return nil }
      return run.first..<(run.last + 1)
    }
    for i in 0..<horizon where !shapes[i].isBlank && shapes[i].furniture == nil {
      let line = shapes[i].content
      next = next.drop { $0.range.lowerBound < line.lowerBound }
      let words = ProvisionMarker.parse(span, line.lowerBound, line.upperBound).map { min($0.textStart, line.upperBound) }
      guard let link = next.first, link.range.lowerBound <= max(words ?? 0, line.lowerBound + 4),
        link.range.upperBound <= line.upperBound,
        !(link.range.upperBound..<line.upperBound).contains(where: { span[$0].isLetter })
      else {
        if let table = table() { return table }
        run = nil
        continue
      }
      if let before = run, let last = before.targets.last, last < link.target {
        run = (before.first, i, before.targets + [link.target])
      } else {
        if let table = table() { return table }
        run = (i, i, [link.target])
      }
    }
    return table()
  }

  /// The first run of entries with pages behind which the first of them comes again, with its title.
  private static func repeated(_ shapes: [LineShape], _ span: Span<UInt8>, before horizon: Int) -> Range<Int>? {
    var isBehindEntry = false
    for i in 0..<horizon where !shapes[i].isBlank && shapes[i].furniture == nil {
      let isEntry = isPagedEntry(span, shapes[i].content)
      defer { isBehindEntry = isEntry }
      guard isEntry, !isBehindEntry,
        let next = shapes[(i + 1)...].first(where: { !$0.isBlank && $0.furniture == nil }), isPagedEntry(span, next.content)
      else { continue }
      if let range = extent(shapes, span, from: i, mustRepeat: true) { return range }
    }
    return nil
  }

  /// Whether a line is a number, a title and a page.
  private static func isPagedEntry(_ span: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count <= 110, span[line.upperBound - 1].isDigit || span[line.upperBound - 1].isSmallNumeral,
      let marker = ProvisionMarker.parse(span, line.lowerBound, line.upperBound), marker.textStart < line.upperBound
    else { return false }
    return opensTitle(span, marker.textStart..<line.upperBound) && (endsInPageNumber(span, line) || hasLeaders(span, line))
  }

  private static func firstLeader(_ shapes: [LineShape], _ span: Span<UInt8>) -> Int {
    shapes.firstIndex { !$0.isBlank && hasLeaders(span, $0.content) } ?? 0
  }

  static func isTitle(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    // Flattened text runs the title into its entries; elsewhere it stands alone.
    guard content.count <= 60 || content.count > 200 else { return false }
    let first = span[content.lowerBound].lowercased
    guard first == 0x74 || first == 0x63 || first == 0x69 else { return false }
    var i = content.lowerBound + 1
    while i < content.upperBound, !span[i].isLetter { i += 1 }
    guard i < content.upperBound, span[i].lowercased == (first == 0x74 ? 0x61 : first == 0x63 ? 0x6F : 0x6E) else { return false }
    var letters = [first]
    while i < content.upperBound, letters.count < 40 {
      if span[i].isLetter { letters.append(span[i].lowercased) }
      i += 1
    }
    func begins(_ word: String) -> Bool { letters.starts(with: word.utf8) }
    if content.count > 60 { return begins("tableofcontents") }
    let known = [
      "tableofcontents", "contents", "tableofcontentspage", "contentspage", "index", "tableofcontentscontinued",
      "tableofcontentscontd", "tableofarticles", "tableofsections", "listofarticles",
    ]
    return known.contains { $0.utf8.elementsEqual(letters) }
  }

  static func hasLeaders(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    guard content.count < 400, content.count > 4 else { return false }
    // Leaders lead to a page number, or end the line.
    let last = span[content.upperBound - 1]
    guard last.isDigit || last == Ascii.period || last == Ascii.hyphen || last.isSmallNumeral else { return false }
    var dots = 0
    var at = span.firstOffset(of: Ascii.period, in: content)
    while at < content.upperBound {
      dots += 1
      if dots >= 4 { return true }
      var next = at + 1
      while next < content.upperBound, span[next] == Ascii.space { next += 1 }
      if next < content.upperBound, span[next] != Ascii.period {
        dots = 0
        next = span.firstOffset(of: Ascii.period, in: next..<content.upperBound)
      }
      at = next
    }
    return false
  }

  /// Whether the line ends in a page number set apart by two blanks, leaders or a tab.
  private static func endsInPageNumber(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var i = content.upperBound
    while i > content.lowerBound, span[i - 1].isDigit || span[i - 1] == Ascii.hyphen || span[i - 1].isSmallNumeral { i -= 1 }
    guard i < content.upperBound, content.upperBound - i <= 5, i - content.lowerBound >= 2 else { return false }
    if span[i - 1].isLetter || span[i - 1] == Ascii.open { return false }
    if span[content.upperBound - 1].isDigit || content.upperBound - i >= 1 {
      let one = span[i - 1]
      let two = span[i - 2]
      return one == 0x09 || one == Ascii.period && (two == Ascii.period || two == Ascii.space)
        || one == Ascii.space && (two == Ascii.space || two == Ascii.period)
    }
    return false
  }

  /// The lines of a table from its title or first entry on; `mustRepeat` says that its first entry has to come again behind it.
  private static func extent(
    _ shapes: [LineShape], _ span: Span<UInt8>, from start: Int, mustRepeat: Bool = false
  ) -> Range<Int>? {
    var isRepeated = false
    var firstMarker: ProvisionMarker?
    var firstTitle = 0..<0
    // Below a title few entries are a table too.
    let least = isTitle(span, shapes[start].content) ? 1 : 3
    var last = start
    var entries = 0
    var others = 0
    var pagedEntries = 0
    var unpaged = 0
    var lastPaged = start
    var i = start
    // Behind the title.
    if !mustRepeat, !hasLeaders(span, shapes[start].content) { i += 1 }
    if shapes[start].content.count > 200 { return flattened(shapes, span, from: start) }
    while i < shapes.count {
      let shape = shapes[i]
      if shape.isBlank || shape.furniture != nil && shape.furniture != .pageNumber {
        i += 1
        continue
      }
      if shape.furniture == .pageNumber || isLoneNumber(span, shape.content) {
        // The page of an entry whose number and title stand on lines of their own, or an article's number.
        // A title may take a few lines.
        if others <= 3, entries > 0 {
          pagedEntries += 1
          unpaged = 0
          if shape.furniture == nil { last = i }
          lastPaged = i
          others = 0
        }
        i += 1
        continue
      }
      let marker = ProvisionMarker.parse(span, shape.content.lowerBound, shape.content.upperBound)
      // "***Confidential Treatment Requested   7" is a page's foot.
      let isTitled = marker != nil || span[shape.content.lowerBound].isWord || span[shape.content.lowerBound] == Ascii.quote
      let paged =
        isTitled && endsInPageNumber(span, shape.content) || hasLeaders(span, shape.content)
        || marker.map { $0.textStart < shape.content.upperBound && isRunTogether(span, $0.textStart..<shape.content.upperBound) }
          ?? false
      if let marker {
        if let known = firstMarker {
          // `1 DELIVERY` in the table is `ARTICLE 1` in the body.
          let isSame = marker.keyword == known.keyword || known.keyword == .none && marker.keyword == .article && entries >= 3
          if isSame, marker.parts == known.parts, !paged || i - start > 200,
            !mustRepeat && entries >= 3
              || entries >= (mustRepeat ? 2 : least) && repeats(span, firstTitle, in: title(shapes, span, i, marker))
          {
            isRepeated = true
            // `ARTICLE I` behind the last entry that has a page begins the body.
            if unpaged > 0, pagedEntries >= 3, pagedEntries >= entries - unpaged { last = lastPaged }
            break
          }
          // `ARTICLE I` behind a table that begins with 1.1 is no entry: it would stand before it.
          if marker.keyword == .article, known.keyword == .none, known.isDotted, known.parts[0].value == marker.parts[0].value,
            entries >= least, !paged
          {
            break
          }
        } else {
          firstMarker = marker
          firstTitle = title(shapes, span, i, marker)
        }
      }
      let short = shape.content.count <= 110
      if marker == nil, short, entries >= least,
        AttachmentLabel.read(span, shape.content.lowerBound, shape.content.upperBound) != nil,
        !readsAsSentence(span, shape.content)
      {
        // The list of exhibits and schedules that closes the table.
        last = i
        others = 0
        i += 1
        continue
      }
      if paged {
        entries += 1
        pagedEntries += 1
        unpaged = 0
        last = i
        lastPaged = i
        others = 0
      } else if let marker, short, opensTitle(span, marker.textStart..<shape.content.upperBound),
        !readsAsSentence(span, shape.content)
      {
        entries += 1
        unpaged += 1
        last = i
        others = 0
        // A table that gives pages gives them throughout.
        if pagedEntries >= 8, unpaged > 8 {
          last = lastPaged
          break
        }
      } else if short, TitleWords.isTitle(span, shape.content, words: 16) {
        others += 1
      } else {
        others += 3
      }
      if others >= 9 { break }
      i += 1
    }
    if mustRepeat { return isRepeated ? start..<(last + 1) : nil }
    guard entries >= least, last > start else { return nil }
    // Few entries are a table where they give pages, or where the body begins with the first of them.
    if entries < 3 {
      let hasBody = i < shapes.count && firstMarker != nil
      guard hasBody || pagedEntries == entries else { return nil }
    }
    return start..<(last + 1)
  }

  /// The words behind a number on its line, or the next line where it stands alone: `ARTICLE 1`, `PREMISES`.
  private static func title(_ shapes: [LineShape], _ span: Span<UInt8>, _ line: Int, _ marker: ProvisionMarker) -> Range<Int> {
    let own = min(marker.textStart, shapes[line].content.upperBound)..<shapes[line].content.upperBound
    guard !own.contains(where: { span[$0].isLetter }) else { return own }
    return shapes[(line + 1)...].first { !$0.isBlank }?.content ?? own
  }

  /// Whether words begin with those of an entry: "Sale ........ 1", and below "1. Sale. Ash sells pears".
  private static func repeats(_ span: Span<UInt8>, _ entry: Range<Int>, in words: Range<Int>) -> Bool {
    var at = words.lowerBound
    var letters = 0
    for i in entry where span[i].isLetter {
      while at < words.upperBound, !span[at].isLetter { at += 1 }
      guard at < words.upperBound, span[at].lowercased == span[i].lowercased else { return false }
      at += 1
      letters += 1
    }
    return letters > 0
  }

  /// Whether entries stand one behind another on the line: `Section 8.01 Notices 19 Section 8.02 Waivers 20`.
  private static func isRunTogether(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var i = content.upperBound
    while i > content.lowerBound, span[i - 1].isDigit { i -= 1 }
    return i < content.upperBound && content.upperBound - i <= 3 && span[i - 1] == Ascii.space && !readsAsSentence(span, content)
  }

  private static func isLoneNumber(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    content.count <= 4 && content.allSatisfy { span[$0].isDigit || span[$0].isSmallNumeral }
  }

  /// Whether a title can begin behind an entry's number: not "Section 7.01(o)), or otherwise modified", where a sentence goes on.
  private static func opensTitle(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    guard var first = words.first(where: { !span[$0].isSpace }) else { return true }
    // "Section 7.01(o)), or": the letter is of the number.
    if span[first] == Ascii.open, let close = (first..<min(words.upperBound, first + 7)).first(where: { span[$0] == Ascii.close }) {
      guard let next = (close + 1..<words.upperBound).first(where: { !span[$0].isSpace }) else { return true }
      first = next
    }
    return !span[first].isLower && ![Ascii.comma, Ascii.close, Ascii.semicolon].contains(span[first])
  }

  private static func readsAsSentence(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    span.firstIndex(of: " shall ", in: content) != nil || span.firstIndex(of: " means ", in: content) != nil
      || span.firstIndex(of: " hereby ", in: content) != nil
  }

  /// The lines of a table run together into long lines: those that hold leaders or many numbers and no sentences.
  private static func flattened(_ shapes: [LineShape], _ span: Span<UInt8>, from start: Int) -> Range<Int>? {
    var last = start
    var i = start
    while i < shapes.count {
      let shape = shapes[i]
      if !shape.isBlank, shape.furniture == nil {
        guard span.firstIndex(of: " shall ", in: shape.content) == nil, span.firstIndex(of: " hereby ", in: shape.content) == nil,
          span.firstIndex(of: "\" means", in: shape.content) == nil
        else { break }
        last = i
        if shape.content.count < 100, i > start, !hasLeaders(span, shape.content) { break }
      }
      i += 1
    }
    // A title that shares its line with the agreement is left to the parser.
    if last == start, span.firstIndex(of: " shall ", in: shapes[start].content) != nil { return nil }
    return start..<(last + 1)
  }
}
