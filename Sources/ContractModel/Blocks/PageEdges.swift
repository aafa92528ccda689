/// Lines at the head or foot of pages, and which of them are furniture: those that come back page after page.
///
/// `Oak / Elm License Agreement (Execution Version)` at the head of three pages of three is a running head; `Page 2 of 5` counts the
/// pages; `SCHEDULE 2`, `2. Deposit. The deposit is $1000.` and `Title: Vice President` are text wherever they stand.
package struct PageEdges {
  package struct Edge {
    package let page: Int
    /// One line, or a few that are one paragraph.
    package let lines: Range<Int>
    /// Whether the text goes on in mid-sentence from this page to the next, or from the last to this one.
    package let isTorn: Bool
    /// The distance from the edge of the page, in any unit.
    package let distance: Double
    let words: [UInt8]
    /// The words with every number as `#`.
    let shape: [UInt8]
    let numbers: [Int]

    /// `words` with single blanks.
    package init(page: Int, lines: Range<Int>, distance: Double, words: [UInt8], isTorn: Bool) {
      self.page = page
      self.lines = lines
      self.isTorn = isTorn
      self.distance = distance
      self.words = words
      var shape: [UInt8] = []
      var numbers: [Int] = []
      var i = 0
      while i < words.count {
        guard words[i].isDigit else {
          shape.append(words[i].lowercased)
          i += 1
          continue
        }
        var value = 0
        while i < words.count, words[i].isDigit {
          value = min(value * 10 + Int(words[i] - 0x30), 1_000_000_000)
          i += 1
        }
        shape.append(0x23)
        numbers.append(value)
      }
      // `- iv -`
      if numbers.isEmpty, shape.count <= 12 {
        let letters = words.indices.filter { words[$0].isLetter }
        let span = words.span
        if let first = letters.first, let last = letters.last, last - first == letters.count - 1,
          let roman = Numeral.roman(span, first, last + 1), roman.end == last + 1, words[first].isLower
        {
          numbers = [roman.value]
          shape = Array(shape[..<first]) + [0x23] + Array(shape[(last + 1)...])
        }
      }
      self.shape = shape
      self.numbers = numbers
    }
  }

  /// The edges among those of one depth that are furniture, of so many pages; `tolerance` is how far apart two distances may be.
  package static func furniture(_ edges: [Edge], pages: Int, tolerance: Double) -> [(edge: Edge, kind: Block.Furniture)] {
    var out: [(Edge, Block.Furniture)] = []
    var byShape: [[UInt8]: [Int]] = [:]
    /// Lines with figures by how long they are: text recognition leaves their length.
    var byLength: [Int: [Int]] = [:]
    for (index, edge) in edges.enumerated() {
      byShape[edge.shape, default: []].append(index)
      if edge.words.count >= 8, !edge.numbers.isEmpty { byLength[edge.words.count, default: []].append(index) }
    }
    var isUsed = [Bool](repeating: false, count: edges.count)
    for index in edges.indices where !isUsed[index] {
      let first = edges[index]
      var indices = byShape[first.shape] ?? []
      if let long = byLength[first.words.count], !first.numbers.isEmpty, long.count <= 2_000, long.count > indices.count {
        indices = Set(indices + long.filter { isMisread(edges[$0].words, first.words) }).sorted()
      }
      indices = indices.filter { !isUsed[$0] && abs(edges[$0].distance - first.distance) <= tolerance }
      for index in indices { isUsed[index] = true }
      let alike = indices.map { edges[$0] }
      guard alike.count >= 2 else { continue }
      let kind = FurnitureWords.kind(first.words.span, 0..<first.words.count)
      let isSame = alike.allSatisfy { $0.words == first.words }
      switch kind {
      case .signs: continue
      // `3. Mill Terms (2020)` at the foot of page 3: what reads as a provision counts the pages where sentences go on around it.
      case .provision: if alike.count < 3 || alike.count(where: \.isTorn) * 2 < alike.count || !countsPages(alike) { continue }
      // The initials of the parties, `O: MB  C: JT`, at the foot of every page.
      case .label: if !isSame || alike.count < 8 || alike.count * 10 < pages * 6 || alike.count(where: \.isTorn) < 2 { continue }
      case .legend: if alike.count < 3 { continue }
      case .attachment: break
      // A sentence is furniture only where others go on around it.
      case .prose: if alike.count < 4 || alike.count * 10 < pages * 8 || alike.count(where: \.isTorn) < 2 { continue }
      case .other: if !isMost(alike, pages) { continue }
      }
      // `EMEA/44556677.2   1` counts the pages where sentences go on around it.
      let isTorn = alike.count >= 3 && alike.count(where: \.isTorn) * 2 >= alike.count && endsInNumber(first.words)
      let counts = countsPages(alike) && (isSame || isCounter(first.words) || countsEach(alike) || isTorn || kind == .provision)
      guard isSame || counts || alike.allSatisfy({ isMisread($0.words, first.words) }) else { continue }
      if kind == .attachment {
        // The name of an exhibit at the head of each of its pages: the first one begins it.
        let isRun = zip(alike, alike.dropFirst()).allSatisfy { $1.page == $0.page + 1 }
        if isSame, isRun { out += alike.dropFirst().map { ($0, .runningHead) } }
        continue
      }
      let letters = first.shape.count { $0.isLetter }
      out += alike.map { ($0, counts && letters <= 12 ? .pageNumber : .runningHead) }
    }
    return out
  }

  /// Most pages, or most of a part where sentences go on over the pages; on a few pages nearly all.
  ///
  /// `AGREED AND ACCEPTED` at the head of nine pages to sign is no running head of theirs.
  private static func isMost(_ edges: [Edge], _ count: Int) -> Bool {
    guard edges.count >= 2, let first = edges.first, let last = edges.last else { return false }
    if edges.count * 10 >= count * 6 { return edges.count >= 3 || count <= 3 }
    var span = last.page - first.page + 1
    // The heads of left and of right pages differ.
    if edges.allSatisfy({ $0.page % 2 == first.page % 2 }) { span = (span + 1) / 2 }
    let torn = edges.count { $0.isTorn }
    return edges.count >= 3 && edges.count * 10 >= span * 6 && torn >= 1 && torn * 6 >= edges.count
  }

  /// Whether one of the numbers goes up with the pages.
  private static func countsPages(_ edges: [Edge]) -> Bool {
    guard let places = edges.map(\.numbers.count).min(), places > 0 else { return false }
    return (0..<places).contains { place in
      // Pages may be missed, or print no number: then a few are skipped.
      let rising = zip(edges, edges.dropFirst()).count { above, below in
        let step = below.numbers[place] - above.numbers[place]
        return step >= 1 && step <= 2 * (below.page - above.page) + 1
      }
      return rising * 10 >= (edges.count - 1) * 8
    }
  }

  /// Whether one number goes up by one with each of four pages or more, beyond the days of a month: `Harbour Contract   32   June 2006`.
  private static func countsEach(_ edges: [Edge]) -> Bool {
    guard edges.count >= 4, let places = edges.map(\.numbers.count).min(), places > 0 else { return false }
    return (0..<places).contains { place in
      edges.contains { (32..<1_000).contains($0.numbers[place]) } && !edges[0].words[0].isDigit
        && zip(edges, edges.dropFirst()).allSatisfy { $1.page == $0.page + 1 && $1.numbers[place] == $0.numbers[place] + 1 }
    }
  }

  /// Whether the words around a number that differs are those of a page's count, or a name that the number stands beside: `Page 2 of 5`,
  /// `2    Dock Form 2002`; not `Lot 2`, `2 January 2025`.
  private static func isCounter(_ words: [UInt8]) -> Bool {
    let text = String(decoding: words, as: UTF8.self).lowercased()
    let names = text.split { !$0.isLetter }.map(String.init)
    if names.isEmpty || names.contains(where: { ["page", "pages", "p", "pg", "seite", "sheet"].contains($0) }) { return true }
    if names.contains(where: { months.contains($0) }) { return false }
    let parts = text.split(separator: " ")
    func isNumber(_ part: Substring?) -> Bool { part?.allSatisfy { !$0.isLetter } ?? false }
    // Behind one word a number may be its name.
    return isNumber(parts.first) || isNumber(parts.last) && names.count >= 2 || names.allSatisfy { $0.count <= 2 }
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ]

  /// Whether a number alone ends words that begin with a capital, and no sentence: `Draft 2   1`.
  private static func endsInNumber(_ words: [UInt8]) -> Bool {
    guard let blank = words.lastIndex(of: Ascii.space), blank + 1 < words.count, words.first?.isUpper ?? false, words.count <= 40
    else {
      return false
    }
    return words[(blank + 1)...].allSatisfy(\.isDigit)
      && !words[..<blank].split(separator: Ascii.space).dropFirst().contains { $0.first?.isLower ?? false }
  }

  /// Whether two lines differ in so few letters as text recognition gets wrong: `ELM 1225321-1`, `ELM I225321-l`.
  private static func isMisread(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count, a.count >= 8 else { return false }
    if a == b { return true }
    var different = 0
    for i in a.indices where a[i] != b[i] {
      // A letter for a figure; other figures are other words.
      guard a[i].isDigit != b[i].isDigit, a[i].isAlphanumeric, b[i].isAlphanumeric else { return false }
      different += 1
    }
    return different * 5 <= a.count
  }
}
