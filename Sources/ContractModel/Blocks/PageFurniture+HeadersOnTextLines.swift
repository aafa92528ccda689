/// Running headers printed on a text line: heads and page numbers that share the line with the first words of their page.
extension PageFurniture {
  /// Cuts off a running head that shares its line with the page's first words: `Confidential Draft 4.2 The Buyer shall …`.
  ///
  /// It is the longest run of words, two at least, that most pages begin with.
  static func cutHeadersOnTextLines(_ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var tops: [Int] = []
    // The first line is a page's top as well.
    var below = true
    for i in shapes.indices where !shapes[i].isBlank {
      if shapes[i].furniture != nil {
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
  static func cutGluedNumbers(_ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var pages = 0
    var chain: [(line: Int, end: Int, value: Int)] = []
    for i in shapes.indices where shapes[i].furniture == nil && shapes[i].content.count > 300 {
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
    // Behind a page's number a sentence goes on or another number stands; behind a provision's its words begin.
    let torn = chain.count { page in
      let next = span.skipSpaces(page.end)
      return span[next].isLower || ProvisionMarker.parse(span, next, shapes[page.line].content.upperBound)?.close == .period
    }
    guard chain.count >= 3, chain.count * 2 >= pages, torn * 4 >= chain.count else { return }
    for page in chain {
      shapes[page.line].head = shapes[page.line].content.lowerBound..<page.end
      shapes[page.line].content = span.skipSpaces(page.end)..<shapes[page.line].content.upperBound
    }
  }

  /// Cuts off the numbers that every line of a pleading's paper bears, ` 6   the date of this Agreement`, ` 12 | within`, from 1 to 28 a page.
  ///
  /// Clauses that are numbered so have no line that goes on in the middle of a sentence.
  static func cutLineNumbers(_ shapes: inout [LineShape], _ span: Span<UInt8>) {
    var numbered: [(line: Int, end: Int)] = []
    var last = 0
    var torn = 0
    var texts = 0
    var others = 0
    for i in shapes.indices where !shapes[i].isBlank {
      let content = shapes[i].content
      var at = content.lowerBound
      var value = 0
      while at < content.upperBound, span[at].isDigit, at - content.lowerBound < 3 {
        value = value * 10 + Int(span[at] - Ascii.zero)
        at += 1
      }
      let isApart = at >= content.upperBound || span[at].isSpace || span[at] == 0x7C
      guard at > content.lowerBound, isApart, value == last + 1 || value == 1 && last >= 20 else {
        others += 1
        // Most texts have no number on their first lines.
        if others > 6, others > numbered.count { return }
        continue
      }
      last = value
      while at < content.upperBound, span[at].isSpace || span[at] == 0x7C { at += 1 }
      if at < content.upperBound {
        texts += 1
        if span[at].isLower { torn += 1 }
      }
      numbered.append((i, at))
    }
    guard numbered.count >= 10, numbered.count >= 6 * others, torn >= 2, torn * 8 >= texts else { return }
    for (line, end) in numbered {
      let content = shapes[line].content
      // A line of nothing but its number is a blank one.
      if end == content.upperBound {
        shapes[line].furniture = .pageNumber
      } else {
        shapes[line].head = content.lowerBound..<end
        shapes[line].content = end..<content.upperBound
      }
    }
  }
}
