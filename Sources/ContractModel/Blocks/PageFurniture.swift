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

  /// Numbers of one series are printed alike; a letter before a hyphen (`F-12`) makes a series of its own from 16 on.
  private enum Series {
    static let plain: UInt8 = 0
    static let dashed: UInt8 = 1
    static let roman: UInt8 = 2
    static let closedInside: UInt8 = 3
    /// `7.` at the margin, which is a provision's number more often.
    static let closed: UInt8 = 4
    /// `(7)`, `(iv)`: an item's, but at a page mark.
    static let bracketed: UInt8 = 5
  }

  private struct Candidate {
    var line: Int
    var series: UInt8
    var value: Int
    var certain: Bool
    var believed = false
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

  /// Cuts off a running head that shares its line with the page's first words: `Confidential Draft 4.2 The Buyer shall …`.
  ///
  /// It is the longest run of words, two at least, that most pages begin with.
  private static func cutGluedHeads(_ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var tops: [Int] = []
    // The first line is a page's top as well.
    var below = true
    for i in shapes.indices where !shapes[i].isBlank {
      if shapes[i].furniture != .none {
        below = true
      } else if below {
        below = false
        if shapes[i].content.count > 200 { tops.append(i) }
      }
    }
    guard tops.count >= 4 else { return }
    func wordEnd(_ line: Int, _ words: Int) -> Int? {
      var at = shapes[line].content.lowerBound
      for _ in 0..<words {
        while at < shapes[line].content.upperBound, span[at] == Ascii.space { at += 1 }
        while at < shapes[line].content.upperBound, span[at] != Ascii.space { at += 1 }
      }
      return at < shapes[line].content.upperBound ? at : nil
    }
    func begin(_ a: Int, _ b: Int, _ words: Int) -> Bool {
      guard let x = wordEnd(a, words), let y = wordEnd(b, words) else { return false }
      let first = shapes[a].content.lowerBound
      let second = shapes[b].content.lowerBound
      guard x - first == y - second, x - first >= 12 else { return false }
      for k in 0..<(x - first) where span[first + k] != span[second + k] { return false }
      return true
    }
    for words in stride(from: 8, through: 2, by: -1) {
      for sample in [tops[tops.count / 2], tops[tops.count / 3]] {
        let alike = tops.filter { begin($0, sample, words) }
        guard alike.count * 5 >= tops.count * 3 else { continue }
        for line in alike {
          guard let end = wordEnd(line, words) else { continue }
          shapes[line].head = shapes[line].content.lowerBound..<end
          shapes[line].content = span.skipSpaces(end)..<shapes[line].content.upperBound
        }
        return
      }
    }
  }

  /// Cuts off page numbers that begin a page's only line: `7 11. Set-Off. …`, where most such lines begin with the next number.
  private static func cutGluedNumbers(_ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var pages = 0
    var chain: [(line: Int, end: Int, value: Int)] = []
    for i in shapes.indices where shapes[i].furniture == .none && shapes[i].content.count > 300 {
      pages += 1
      let content = shapes[i].content
      var end = content.lowerBound
      var value = 0
      while span[end].isDigit, end - content.lowerBound < 4 {
        value = value * 10 + Int(span[end] - 0x30)
        end += 1
      }
      guard end > content.lowerBound, span[end] == Ascii.space else { continue }
      if let last = chain.last, value != last.value + 1 {
        if chain.count >= 3 { break }
        chain.removeAll()
      }
      chain.append((i, end, value))
    }
    guard chain.count >= 3, chain.count * 2 >= pages else { return }
    for page in chain {
      shapes[page.line].head = shapes[page.line].content.lowerBound..<page.end
      shapes[page.line].content = span.skipSpaces(page.end)..<shapes[page.line].content.upperBound
    }
  }

  /// The number a lone line prints, and which series it belongs to (plain, roman, prefixed `F-12`, with a period).
  static func pageNumber(
    _ span: Span<UInt8>, _ content: Range<Int>, indent: Int
  ) -> (series: UInt8, value: Int, certain: Bool)? {
    var i = content.lowerBound
    let end = content.upperBound
    var certain = false
    if span.matches("page", at: i) {
      i = span.skipSpaces(i + 4)
      if i < end, span[i] == Ascii.hyphen { i = span.skipSpaces(i + 1) }
      certain = i < end
    }
    var dashed = false
    let bracketed = i < end && span[i] == Ascii.open
    if i < end, span[i] == Ascii.hyphen || span[i] == Ascii.open || span[i] == 0x5B {
      dashed = true
      i = span.skipSpaces(i + 1)
      while i < end, span[i] == Ascii.hyphen { i = span.skipSpaces(i + 1) }
    }
    guard i < end else { return nil }
    var series = dashed ? Series.dashed : Series.plain
    if span[i].isLetter, i + 1 < end, span[i + 1] == Ascii.hyphen {
      series = 16 &+ span[i].lowercased
      i += 2
    }
    var value = 0
    let digits = i
    while i < end, span[i].isDigit, i - digits < 5 {
      value = value * 10 + Int(span[i] - 0x30)
      i += 1
    }
    if i == digits {
      guard let roman = Numeral.roman(span, i, end), roman.end - i <= 6, span[i].isLower || certain || dashed else { return nil }
      // One lone letter is more often an item than a page, unless brackets or dashes hold it.
      value = roman.value
      i = roman.end
      series = Series.roman
    } else if i - digits > 4 {
      return nil
    }
    i = span.skipSpaces(i)
    if i < end, certain || dashed || span.matches("of ", at: i) {
      if span.matches("of", at: i) {
        let next = span.skipSpaces(i + 2)
        var after = next
        while after < end, span[after].isDigit { after += 1 }
        guard after > next else { return nil }
        i = span.skipSpaces(after)
        certain = true
      }
    }
    if i < end, span[i] == Ascii.period {
      // `7.` alone is a page number in the middle of the page; at the margin it is a provision's, unless a running foot follows.
      series = indent >= 20 ? Series.closedInside : Series.closed
      i += 1
    }
    while i < end, span[i] == Ascii.hyphen || span[i] == Ascii.close || span[i] == 0x5D || span[i].isSpace { i += 1 }
    guard i >= end else { return nil }
    return (bracketed ? Series.bracketed : series, value, certain)
  }

  private static func isNearMark(_ shapes: [LineShape], _ line: Int) -> Bool {
    func mark(_ step: Int) -> Bool {
      var i = line + step
      var blanks = 0
      while shapes.indices.contains(i), blanks < 6 {
        if !shapes[i].isBlank { return shapes[i].furniture == .pageMark }
        blanks += 1
        i += step
      }
      return false
    }
    return mark(1) || mark(-1)
  }

  /// Believes lone numbers at the margin that stand right above a line that comes back: a foot such as "Source: …".
  private static func believeAboveFeet(_ numbers: inout [Candidate], _ shapes: [LineShape], _ span: Span<UInt8>) {
    func below(_ line: Int) -> Int? {
      var i = line + 1
      while i < shapes.count, i - line < 4 {
        // "The" alone below a number is the first word of what it numbers.
        if !shapes[i].isBlank { return (12...120).contains(shapes[i].content.count) ? shapeHash(span, shapes[i].content) : nil }
        i += 1
      }
      return nil
    }
    var counts: [Int: Int] = [:]
    for number in numbers { if let hash = below(number.line) { counts[hash, default: 0] += 1 } }
    for i in numbers.indices where numbers[i].series == Series.closed {
      if let hash = below(numbers[i].line), counts[hash, default: 0] >= 3 { numbers[i].believed = true }
    }
  }

  /// Believes the candidates of each series that count up by one (or two, where a page prints none), three of them at least.
  private static func believeSeries(_ numbers: inout [Candidate], _ shapes: [LineShape], _ span: Span<UInt8>) {
    var seen: [UInt8] = [Series.bracketed]
    for first in numbers.indices where !seen.contains(numbers[first].series) {
      let series = numbers[first].series
      seen.append(series)
      let indices = numbers.indices.filter { numbers[$0].series == series }
      // Longest chain of rising values, by patience over steps of 1 and 2; candidates are few.
      var length = [Int](repeating: 1, count: indices.count)
      var before = [Int](repeating: -1, count: indices.count)
      for k in indices.indices {
        let this = numbers[indices[k]]
        for j in stride(from: k - 1, through: Swift.max(0, k - 12), by: -1) where k > 0 {
          let step = this.value - numbers[indices[j]].value
          guard step == 1 || step == 2 && length[j] >= 2, this.line - numbers[indices[j]].line >= 4 else { continue }
          if length[j] + 1 > length[k] {
            length[k] = length[j] + 1
            before[k] = j
          }
        }
      }
      if series == Series.closed, !arePages(numbers, indices, length, before, shapes, span) { continue }
      for k in indices.indices where length[k] >= 3 {
        var walk = k
        while walk >= 0, !numbers[indices[walk]].believed {
          if isolated(shapes, numbers[indices[walk]].line) { numbers[indices[walk]].believed = true }
          walk = before[walk]
        }
      }
    }
  }

  /// Whether the longest chain of `1.`, `2.`, … counts pages: each stands by itself, far from the last, and often in mid-sentence.
  private static func arePages(
    _ numbers: [Candidate], _ indices: [Int], _ length: [Int], _ before: [Int], _ shapes: [LineShape], _ span: Span<UInt8>
  ) -> Bool {
    guard let longest = length.indices.max(by: { length[$0] < length[$1] }), length[longest] >= 3 else { return false }
    var walk = longest
    var inSentence = 0
    while walk >= 0 {
      let line = numbers[indices[walk]].line
      guard isolated(shapes, line, onBothSides: true) else { return false }
      if before[walk] >= 0, line - numbers[indices[before[walk]]].line < 12 { return false }
      var next = line + 1
      while next < shapes.count, shapes[next].isBlank || shapes[next].furniture != .none { next += 1 }
      if next < shapes.count, span[shapes[next].content.lowerBound].isLower { inSentence += 1 }
      walk = before[walk]
    }
    return inSentence >= 2 && inSentence * 4 >= length[longest]
  }

  /// Whether a blank line stands on at least one side, as around a page's foot, or on both.
  private static func isolated(_ shapes: [LineShape], _ line: Int, onBothSides: Bool = false) -> Bool {
    let above = line == 0 || shapes[line - 1].isBlank || shapes[line - 1].furniture != .none
    if above != onBothSides { return above }
    return line + 1 >= shapes.count || shapes[line + 1].isBlank || shapes[line + 1].furniture != .none
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
          } else if shapes[at].furniture == .none {
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
    for i in shapes.indices where shapes[i].furniture == .none && !shapes[i].isBlank && shapes[i].content.count <= 120 {
      if isolated(shapes, i, onBothSides: true), beginnings[beginning(span, shapes[i].content)],
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
  private static func shapeHash(_ span: Span<UInt8>, _ content: Range<Int>) -> Int {
    var hash: Int = -3_750_763_034_362_895_579
    for i in content {
      let byte = span[i]
      if byte.isDigit || byte.isSpace { continue }
      hash = (hash ^ Int(byte.lowercased)) &* 1_099_511_628_211
    }
    return hash
  }
}
