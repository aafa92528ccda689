import ContractModel

/// Writes the lines of pages as text: indents and columns as blanks, a blank line where the page leaves room, words broken at line ends
/// whole, with bold, italic, large and centred words marked.
struct PDFText {
  private(set) var out = StyledText()
  /// The left margin and the width of a letter, in points.
  private var margin = 72.0
  private var letter = 5.0
  /// The size of the text's own letters, and how far its lines are apart in sizes.
  private var size = 11.0
  private var leading = 1.2
  /// Words of the whole file, for telling `non-`, `exclusive` from `Royal-`, `ty`.
  private var words: Set<String> = []
  /// Whether the last words of the line were bold.
  private var wasBold = false
  /// The beginning of the next line that was put behind the last one.
  private var carried: Int = 0

  static func text(_ pages: [(page: PDFPage, lines: [PDFLine])], leftOut: [(page: Int, kind: LeftOut.Kind, words: String)])
    -> StyledText
  {
    var text = PDFText()
    text.measure(pages)
    for (index, page) in pages.enumerated() {
      if index > 0 { text.out.append("\u{C}\n") }
      for entry in leftOut where entry.page == page.page.number { text.out.leaveOut(entry.kind, entry.words, page: entry.page) }
      text.write(page.lines, of: page.page, following: index + 1 < pages.count ? pages[index + 1].lines : [])
    }
    // Its lines are those of the pages.
    text.out.isPreformatted = true
    return text.out
  }

  // MARK: Measures

  private mutating func measure(_ pages: [(page: PDFPage, lines: [PDFLine])]) {
    var sizes: [Int: Int] = [:]
    var widths: [Double] = []
    var gaps: [Int: Int] = [:]
    var closest = 4.0
    var margins: [Double] = []
    for page in pages {
      let lines = page.lines.filter { $0.furniture == nil }
      if let left = lines.map(\.left).min() { margins.append(left) }
      for (index, line) in lines.enumerated() {
        for run in line.runs {
          let count = run.text.count
          sizes[Int(run.size * 2), default: 0] += count
          if count >= 20 { widths.append(run.width / Double(count)) }
          // The rest of a word that the line above broke is none.
          let isRest = run.x == line.left && index > 0 && lines[index - 1].words.last.map { "-\u{2010}\u{AD}".contains($0) } == true
          for word in run.text.split(whereSeparator: { $0.isWhitespace }).dropFirst(isRest ? 1 : 0) {
            words.insert(word.lowercased().filter { $0.isLetter || $0 == "-" })
          }
        }
        if index > 0 {
          let gap = (line.bottom - lines[index - 1].bottom) / max(line.size, 1)
          guard gap > 0.7, gap < 4 else { continue }
          // Where a sentence goes on from one line to the next.
          let goesOn = lines[index - 1].words.last.map { !".;:!?".contains($0) } == true && line.words.first?.isLowercase == true
          if goesOn { gaps[Int(gap * 20), default: 0] += 1 }
          closest = min(closest, gap)
        }
      }
    }
    if let most = sizes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) { size = Double(most.key) / 2 }
    widths.sort()
    if !widths.isEmpty { letter = max(widths[widths.count / 2], 1) } else { letter = max(size * 0.45, 1) }
    // Of spacings that are about as common the closest is that of lines.
    let most = gaps.values.max() ?? 0
    if let line = gaps.filter({ $0.value * 3 >= most }).keys.min() {
      leading = Double(line) / 20 + 0.05
    } else if closest < 4 {
      leading = closest
    }
    margins.sort()
    if !margins.isEmpty { margin = margins[margins.count / 10] }
  }

  // MARK: Lines

  private mutating func write(_ lines: [PDFLine], of page: PDFPage, following: [PDFLine]) {
    // A page may be printed further in than the others.
    let own = lines.filter { $0.furniture == nil }.map(\.left).min() ?? margin
    let edge = own > margin + 40 || own < margin ? own : margin
    let right = lines.map(\.right).max() ?? page.width
    var above: PDFLine?
    for (index, line) in lines.enumerated() {
      if let above {
        // From the foot of a column to the head of the next nothing says whether a paragraph ends.
        let gap = line.bottom - above.bottom
        if gap > leading * max(above.size, min(line.size, size)) * 1.25 + 0.5 { out.append("\n") }
      }
      write(
        line, left: line.margin ?? edge, right: right,
        next: lines[(index + 1)...].first { $0.furniture == nil } ?? following.first { $0.furniture == nil })
      above = line
    }
  }

  private mutating func write(_ line: PDFLine, left: Double, right: Double, next: PDFLine?) {
    let start = out.count
    let indent = Int(((line.left - left) / letter).rounded())
    out.append(String(repeating: " ", count: min(max(indent, 0), 120)))
    let wordStart = out.count
    var skip = line.furniture == nil ? carried : 0
    if line.furniture == nil { carried = 0 }
    var last: PDFRun?
    wasBold = false
    for run in line.runs {
      if let last { writeGap(from: last, to: run, left: left) }
      write(run, in: line, skipping: &skip)
      last = run
    }
    if line.furniture == nil, let next, next.furniture == nil { joinBrokenWord(with: next) }
    // Where all of a line went to the one above nothing is left of it.
    if out.count > wordStart, out.bytes[wordStart...].contains(where: { $0 > 0x20 }) {
      markLooks(line, from: wordStart, left: left, right: right)
      if let furniture = line.furniture { out.markFurniture(furniture, from: start) }
    }
    while out.last == 0x20 { out.removeLast() }
    out.append(0x0A)
  }

  private mutating func writeGap(from last: PDFRun, to run: PDFRun, left: Double) {
    let gap = run.x - last.right
    guard let byte = out.last, byte > 0x20 || gap > 2.5 * letter else { return }
    if gap > max(3.2 * letter, 1.6 * size) {
      // A column: at least four blanks, more where it stands further right.
      let line = out.bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let column = Int(((run.x - left) / letter).rounded())
      let reached = String(decoding: out.bytes[line...], as: UTF8.self).count
      out.append(String(repeating: " ", count: min(max(column - reached, 4), 120)))
    } else if gap > 0.12 * max(run.size, 4), run.text.first != " ", byte != 0x20 {
      out.append(0x20)
    }
  }

  private mutating func write(_ run: PDFRun, in line: PDFLine, skipping skip: inout Int) {
    let isSmall = run.size < 0.8 * line.size && run.height < 0.85 * (line.bottom - line.top)
    let text = run.text
    if isSmall, skip == 0, text.count <= 8, out.last ?? 0x20 > 0x20 {
      let words = text.filter { $0 != " " }
      if run.bottom < line.bottom - 0.15 * line.size {
        out.append(RaisedText.above(words) + (text.last == " " ? " " : ""))
        return
      }
      if run.y > line.top + 0.25 * line.size {
        out.append(RaisedText.below(words) + (text.last == " " ? " " : ""))
        return
      }
    }
    // Small capitals are capitals of a smaller font: `G` in bold and `RANT` in none are one word.
    let isSmallCapital = wasBold && run.size < line.size && !text.contains { $0.isLowercase } && text.contains { $0.isUppercase }
    for part in run.parts {
      var part = part
      part.isBold = part.isBold || isSmallCapital
      if part.text.contains(where: { $0.isLetter }) { wasBold = part.isBold }
      var words = part.text
      if skip > 0 {
        let dropped = min(skip, words.count)
        words.removeFirst(dropped)
        skip -= dropped
        if skip == 0 { words = String(words.drop { $0 == " " }) }
      }
      guard !words.isEmpty else { continue }
      if part.isBold { out.begin(.bold) }
      if part.isItalic { out.begin(.italic) }
      // Soft hyphens count at the end of a line only.
      out.append(words.replacing("\u{A0}", with: " "))
      if part.isBold { out.end(.bold) }
      if part.isItalic { out.end(.italic) }
    }
  }

  private mutating func markLooks(_ line: PDFLine, from start: Int, left: Double, right: Double) {
    guard line.furniture == nil, line.runs.reduce(0, { $0 + $1.text.count }) <= 160 else { return }
    if line.size > size * 1.15 { out.mark(.heading, start) }
    let before = line.left - left
    let after = right - line.right
    if before > 8 * letter, abs(before - after) < max(4 * letter, 0.12 * (before + after)) { out.mark(.centred, start) }
  }

  // MARK: Words broken at line ends

  /// First parts that keep their hyphen: `non-` on one line and `exclusive` on the next are `non-exclusive`.
  private static let prefixes: Set<String> = [
    "non", "self", "multi", "cross", "third", "well", "long", "short", "high", "low", "two", "three", "four", "five", "six",
    "seven", "eight",
    "nine", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "first", "second", "full", "half",
    "year", "day",
    "month", "arm's", "arms", "attorney", "good", "fixed", "tax", "state", "bona", "best", "open", "follow", "time", "duty", "risk",
    "market",
    "single", "double", "then", "sale", "build", "world", "company", "interest", "dollar", "asset", "lead", "earn", "carry", "roll",
  ]
  /// First parts that keep it before a word that stands elsewhere: `pre-existing`, but `pre-mium` is `premium`.
  private static let weakPrefixes: Set<String> = [
    "co", "ex", "pre", "post", "anti", "semi", "one", "part", "all", "off", "on", "in", "out", "up", "down", "so", "vice", "price",
    "cost",
    "set", "buy", "sub", "re", "un", "free",
  ]
  /// Words that go with such a first part: `part-time`, `up-front`.
  private static let compounds: Set<String> = [
    "time", "front", "site", "shore", "set", "going", "standing", "pocket", "date", "line", "hand", "existing", "approved", "paid",
    "owner",
    "owned", "counsel", "founder", "factory", "works", "officio", "gratia", "tenant", "tenants", "operate", "operation", "licence",
    "license",
    "licensee", "contractor", "contractors", "clause", "lease", "lessee", "tenancy", "closing", "money", "risk", "inclusive", "off",
    "out",
    "trade", "house", "sale", "share",
  ]
  /// What is no word behind `good-` or `time-`.
  private static let endings: Set<String> = ["will", "ly", "able", "ing", "ness", "ment", "tion", "ed", "er", "ship", "hood"]

  /// Takes the rest of a word that is broken at the end of the line from the line below.
  private mutating func joinBrokenWord(with next: PDFLine) {
    while out.last == 0x20 { out.removeLast() }
    let isSoft = out.bytes.suffix(2).elementsEqual([0xC2, 0xAD])
    // U+2010 is a hyphen too.
    if out.bytes.suffix(3).elementsEqual([0xE2, 0x80, 0x90]) {
      for _ in 0..<3 { out.removeLast() }
      out.append("-")
    }
    guard isSoft || out.last == 0x2D else { return }
    let line = out.bytes.lastIndex { $0 == 0x0A || $0 == 0x20 }.map { $0 + 1 } ?? 0
    let head = String(decoding: out.bytes[line...], as: UTF8.self)
    let text = next.runs.map(\.text).joined()
    let lead = text.prefix { $0 == " " }.count
    let tail = text.dropFirst(lead).prefix { !$0.isWhitespace }
    guard let first = tail.first, head.count > (isSoft ? 1 : 2) else { return }
    let stem = head.dropLast()
    guard let last = stem.last else { return }
    let joins: Bool
    if isSoft {
      joins = true
    } else if first.isLowercase && last.isLowercase
      || tail.count > 1 && stem.count > 1 && (stem + tail).allSatisfy({ $0.isUppercase || ",.;:".contains($0) })
    {
      let letters = { (word: Substring) in word.lowercased().filter { $0.isLetter || $0 == "-" } }
      let whole = letters(stem + tail[...])
      let hyphened = letters(head + tail[...])
      if words.contains(hyphened), !words.contains(whole) {
        joins = false
      } else if words.contains(whole), whole != hyphened {
        joins = true
      } else {
        // A word with a hyphen of its own, or a prefix that keeps one.
        let part = letters(stem)
        let rest = letters(tail)
        let isPrefix =
          Self.prefixes.contains(part) && !Self.endings.contains(rest)
          || Self.weakPrefixes.contains(part) && (words.contains(rest) || Self.compounds.contains(rest))
        // `state-of-` goes on with a hyphen, and so does what has one further on; of `non-exclu-`, `sive` neither piece is a word.
        let piece = part.split(separator: "-").last.map(String.init) ?? part
        let isPiece =
          piece != part && piece.count > 3 && !words.contains(piece) && !words.contains(rest) || words.contains(piece + rest)
        joins =
          !isPrefix && (!part.contains("-") || isPiece) && !rest.contains("-")
          && !(words.contains(part) && words.contains(rest) && part.count > 3)
      }
    } else {
      // `Schedule A-`, `1`: the words are read as one, and stand as printed.
      return
    }
    out.removeLast()
    if isSoft { out.removeLast() }
    if !joins { out.append("-") }
    out.append(String(tail))
    carried = lead + tail.count
  }
}
