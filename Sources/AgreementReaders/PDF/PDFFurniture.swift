import ContractModel

/// Finds what pages add to the text by where it stands: heads and feet at the same height of most pages, numbers of lines in the margin.
enum PDFFurniture {
  // MARK: Numbers of lines

  /// Takes the numbers of lines out of a page's runs: `1` to `28` down the margin of pleading paper, on the left or the right, evenly
  /// spaced; with a full stop where each line has one.
  ///
  /// - Parameter after: The number of the last line of the page before, where that page's lines are numbered.
  static func takeLineNumbers(_ page: inout PDFPage, after last: Int?) -> [String] {
    // Both margins may have them.
    let taken =
      lineNumbers(page, after: last) { $0.x < page.width * 0.25 } + lineNumbers(page, after: last) { $0.x > page.width * 0.75 }
    guard !taken.isEmpty else { return [] }
    let numbers = taken.map { page.runs[$0].text.trimmed }
    let places = Set(taken)
    page.runs = page.runs.indices.filter { !places.contains($0) }.map { page.runs[$0] }
    return numbers
  }

  /// The runs on one side of a page that number its lines; none where they do not.
  private static func lineNumbers(_ page: PDFPage, after last: Int?, isAtEdge: (PDFRun) -> Bool) -> [Int] {
    func value(_ run: PDFRun) -> Int? {
      let text = run.text.trimmed
      return text.count <= 3 ? Int(text.hasSuffix(".") ? String(text.dropLast()) : text) : nil
    }
    let numbers = page.runs.indices.filter { isAtEdge(page.runs[$0]) && value(page.runs[$0]) != nil }
      .sorted { page.runs[$0].y < page.runs[$1].y }
    // Where the page before has numbers, a short last page goes on with them.
    guard numbers.count >= 2 || last != nil && numbers.count == 1 else { return [] }
    let runs = numbers.map { page.runs[$0] }
    let values = runs.map { value($0) ?? 0 }
    let others = page.runs.indices.filter { !numbers.contains($0) }
    let rows = Set(others.map { Int(page.runs[$0].y.rounded()) }).count
    // Each line is numbered, or every fifth or tenth.
    let step = values.count > 1 ? values[1] - values[0] : 1
    let isFull =
      numbers.count >= 15 || values[0] == 1 && numbers.count >= 6 && numbers.count * 10 >= rows * 8
      || last.map { values[0] == $0 + 1 || values[0] == 1 } ?? false && numbers.count * 10 >= rows * 8
    let isFifth = (step == 5 || step == 10) && values[0] == step && !runs.contains { $0.text.contains(".") }
    guard step == 1 && isFull || isFifth else { return [] }
    let steps = zip(values, values.dropFirst()).count { $1 == $0 + step }
    let gaps = zip(runs, runs.dropFirst()).map { $1.y - $0.y }.sorted()
    let gap = gaps.isEmpty ? 0 : gaps[gaps.count / 2]
    // Paragraphs may be set apart a little more than lines.
    let even = gaps.count { abs($0 - gap) < 0.6 * gap + 1 }
    let edge = (runs.map(\.x).min() ?? 0)...(runs.map(\.right).max() ?? 0)
    let isApart = others.allSatisfy { page.runs[$0].x > edge.upperBound + 3 || page.runs[$0].right < edge.lowerBound + 1 }
    guard steps * 10 >= (values.count - 1) * 9, even * 10 >= gaps.count * 8, isApart else { return [] }
    return numbers
  }

  // MARK: Printed twice, and over the text

  /// Takes out words that are drawn again at the same place, as is done for want of a bold font.
  static func takeDoubles(_ page: inout PDFPage) {
    var seen: [String: [PDFRun]] = [:]
    page.runs = page.runs.filter { run in
      let text = run.text
      let isDouble = (seen[text] ?? []).contains { abs($0.x - run.x) < 1.2 && abs($0.y - run.y) < 1.2 }
      if !isDouble { seen[text, default: []].append(run) }
      return !isDouble
    }
  }

  /// Takes out what most pages print at one place outside their text or in huge letters: a watermark, words up the margin.
  static func takeMarginalia(_ pages: inout [PDFPage]) -> [(page: Int, words: String)] {
    guard pages.count >= 3 else { return [] }
    var sizes: [Int: Int] = [:]
    var lefts: [Int: Int] = [:]
    for page in pages {
      for run in page.runs where run.text.count > 30 {
        sizes[Int(run.size), default: 0] += run.text.count
        lefts[Int(run.x / 4), default: 0] += 1
      }
    }
    guard let size = sizes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }).map({ Double($0.key) }),
      let left = lefts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }).map({ Double($0.key * 4) })
    else { return [] }
    struct Place: Hashable {
      var text: String
      var x: Int
      var y: Int
    }
    func place(_ run: PDFRun) -> Place { Place(text: run.text, x: Int((run.x / 3).rounded()), y: Int((run.y / 3).rounded())) }
    func isOutside(_ run: PDFRun) -> Bool { run.size > 2.5 * size || run.right < left - 4 && run.text.count { $0.isLetter } >= 2 }
    var counts: [Place: Int] = [:]
    for page in pages { for place in Set(page.runs.filter(isOutside).map(place)) { counts[place, default: 0] += 1 } }
    var out: [(Int, String)] = []
    for index in pages.indices {
      let taken = pages[index].runs.filter { isOutside($0) && (counts[place($0)] ?? 0) * 10 >= pages.count * 6 }
      guard !taken.isEmpty else { continue }
      pages[index].runs.removeAll { run in taken.contains { $0.x == run.x && $0.y == run.y && $0.text == run.text } }
      out.append((pages[index].number, taken.map(\.text).joined(separator: " ")))
    }
    return out
  }

  // MARK: Heads and feet

  /// Marks the lines that stand at the same height at the head or foot of most pages, with the same words or a number that counts pages.
  static func mark(_ pages: inout [(page: PDFPage, lines: [PDFLine])]) {
    guard pages.count >= 2 else { return }
    for isHead in [true, false] {
      // From the edge inwards: a line is a head where those above it are.
      for depth in 0..<4 {
        var edges: [PageEdges.Edge] = []
        var anew: Set<Int> = []
        for index in pages.indices {
          let lines = pages[index].lines
          let order = isHead ? Array(lines.indices) : lines.indices.reversed()
          guard let line = order.first(where: { lines[$0].furniture == nil }),
            order.prefix(depth).allSatisfy({ lines[$0].furniture != nil }) || depth == 0
          else { continue }
          // A numbered sentence is no head or foot.
          let words = lines[line].words
          if let first = words.first, first.isNumber || first == "(", words.last == ".", words.contains(where: \.isLowercase),
            words.prefix(6).contains(". ") || words.prefix(6).contains(") ")
          {
            continue
          }
          let height = pages[index].page.height
          let y = isHead ? lines[line].top : height - lines[line].bottom
          guard y < height * 0.2 else { continue }
          let below =
            isHead
            ? lines[(line + 1)...].first { $0.furniture == nil }
            : pages.dropFirst(index + 1).first?.lines.first { $0.furniture == nil }
          if isHead, beginsAnew(lines, behind: line) { anew.insert(index) }
          edges.append(
            PageEdges.Edge(
              page: index, lines: line..<(line + 1), distance: y, words: Array(lines[line].words.utf8),
              isTorn: below?.words.first?.isLowercase ?? false))
        }
        // "ORDER FORM 2" above a 1 is the title of another paper, and no head.
        if anew.count >= 2 { edges.removeAll { anew.contains($0.page) } }
        let found = PageEdges.furniture(edges, pages: pages.count, tolerance: 4)
        for (edge, kind) in found { for line in edge.lines { pages[edge.page].lines[line].furniture = kind } }
        if found.isEmpty { break }
      }
    }
  }
}

extension PDFFurniture {
  /// Whether the numbers of a page begin with 1 right behind a line that bears a number itself.
  private static func beginsAnew(_ lines: [PDFLine], behind line: Int) -> Bool {
    guard lines[line].words.contains(where: \.isNumber) else { return false }
    return lines[(line + 1)...].lazy.filter { $0.furniture == nil }.prefix(3).contains {
      $0.words.hasPrefix("1. ") || $0.words.hasPrefix("1.1 ")
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(split { $0 == " " }.joined(separator: " ")) }
}
