/// Numbers that stand alone on their lines, and which of them are pages'.
extension PageFurniture {
  /// Numbers of one series are printed alike; a letter before a hyphen (`F-12`) makes a series of its own from 16 on.
  enum Series {
    static let plain: UInt8 = 0
    static let dashed: UInt8 = 1
    static let roman: UInt8 = 2
    static let periodIndented: UInt8 = 3
    /// `7.` at the margin, which is a provision's number more often.
    static let periodAtMargin: UInt8 = 4
    /// `(7)`, `(iv)`: an item's, but at a page mark.
    static let bracketed: UInt8 = 5
  }

  struct Candidate {
    var line: Int
    var series: UInt8
    var value: Int
    var certain: Bool
    var isPageNumber = false
  }

  /// The number a lone line prints, and which series it belongs to (plain, roman, prefixed `F-12`, with a period).
  static func pageNumber(
    _ span: Span<UInt8>, _ content: Range<Int>, indent: Int
  ) -> (series: UInt8, value: Int, certain: Bool)? {
    var i = content.lowerBound
    let end = content.upperBound
    var certain = false
    // `[Page 4]`
    if span.matches("[page ", at: i) { i += 1 }
    for word: StaticString in ["page", "seite"] where span.matches(word, at: i) {
      i = span.skipSpaces(i + word.utf8CodeUnitCount)
      // `Page - 4`, `Page | 4`
      if i < end, span[i] == Ascii.hyphen || span[i] == 0x7C { i = span.skipSpaces(i + 1) }
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
    for word: StaticString in ["of", "von"] where i < end && span.matches(word, at: i) {
      if certain || dashed || span.matchesWord("of", at: i) {
        let next = span.skipSpaces(i + word.utf8CodeUnitCount)
        var after = next
        while after < end, span[after].isDigit { after += 1 }
        guard after > next else { return nil }
        i = span.skipSpaces(after)
        certain = true
      }
    }
    if i < end, span[i] == Ascii.period {
      // `7.` alone is a page number in the middle of the page; at the margin it is a provision's, unless a running foot follows.
      series = indent >= 20 ? Series.periodIndented : Series.periodAtMargin
      i += 1
    }
    while i < end, span[i] == Ascii.hyphen || span[i] == Ascii.close || span[i] == 0x5D || span[i].isSpace { i += 1 }
    guard i >= end else { return nil }
    return (bracketed ? Series.bracketed : series, value, certain)
  }

  static func isNearMark(_ shapes: [LineShape], _ line: Int) -> Bool {
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

  /// Accepts lone numbers at the margin that stand right above a line that comes back: a foot such as "Source: …".
  static func acceptNumbersAboveRepeatedFooters(_ numbers: inout [Candidate], _ shapes: [LineShape], _ span: Span<UInt8>) {
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
    for i in numbers.indices where numbers[i].series == Series.periodAtMargin {
      if let hash = below(numbers[i].line), counts[hash, default: 0] >= 3 { numbers[i].isPageNumber = true }
    }
  }

  /// Accepts the candidates of each series that count up by one (or two, where a page prints none), three of them at least.
  static func acceptCountingRuns(_ numbers: inout [Candidate], _ shapes: [LineShape], _ span: Span<UInt8>) {
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
      if series == Series.periodAtMargin, !arePages(numbers, indices, length, before, shapes, span) { continue }
      for k in indices.indices where length[k] >= 3 {
        var walk = k
        while walk >= 0, !numbers[indices[walk]].isPageNumber {
          if isolated(shapes, numbers[indices[walk]].line) { numbers[indices[walk]].isPageNumber = true }
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
      while next < shapes.count, shapes[next].isBlank || shapes[next].furniture != nil { next += 1 }
      if next < shapes.count, span[shapes[next].content.lowerBound].isLower { inSentence += 1 }
      walk = before[walk]
    }
    return inSentence >= 2 && inSentence * 4 >= length[longest]
  }
}
