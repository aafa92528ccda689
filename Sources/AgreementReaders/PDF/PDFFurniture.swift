import ContractModel

/// Finds what pages add to the text by where it stands: heads and feet at the same height of most pages, numbers of lines in the margin.
enum PDFFurniture {
  // MARK: Numbers of lines

  /// Takes the numbers of lines out of a page's runs: `1` to `28` down the margin of pleading paper, evenly spaced.
  static func takeLineNumbers(_ page: inout PDFPage) -> [String] {
    let numbers = page.runs.indices.filter { index in
      let run = page.runs[index]
      return run.x < page.width * 0.25 && run.text.count <= 3 && Int(run.text.trimmed) != nil
    }.sorted { page.runs[$0].y < page.runs[$1].y }
    guard numbers.count >= 15 else { return [] }
    let runs = numbers.map { page.runs[$0] }
    let values = runs.map { Int($0.text.trimmed) ?? 0 }
    let steps = zip(values, values.dropFirst()).count { $1 == $0 + 1 }
    let gaps = zip(runs, runs.dropFirst()).map { $1.y - $0.y }.sorted()
    let gap = gaps[gaps.count / 2]
    let even = gaps.count { abs($0 - gap) < 0.15 * gap + 1 }
    let edge = runs.map(\.right).max() ?? 0
    let isApart = page.runs.indices.allSatisfy { numbers.contains($0) || page.runs[$0].x > edge + 3 || page.runs[$0].right < edge }
    guard steps * 10 >= (values.count - 1) * 9, even * 10 >= gaps.count * 8, values[0] <= 2, isApart else { return [] }
    let taken = Set(numbers)
    page.runs = page.runs.indices.filter { !taken.contains($0) }.map { page.runs[$0] }
    return values.map(String.init)
  }

  // MARK: Heads and feet

  /// Marks the lines that stand at the same height at the head or foot of most pages, with the same words or a number that counts pages.
  static func mark(_ pages: inout [(page: PDFPage, lines: [PDFLine])]) {
    guard pages.count >= 2 else { return }
    for isHead in [true, false] {
      // From the edge inwards: a line is a head where those above it are.
      for depth in 0..<4 {
        var edges: [PageEdges.Edge] = []
        for index in pages.indices {
          let lines = pages[index].lines
          let order = isHead ? Array(lines.indices) : lines.indices.reversed()
          guard let line = order.first(where: { lines[$0].furniture == nil }),
            order.prefix(depth).allSatisfy({ lines[$0].furniture != nil }) || depth == 0
          else { continue }
          let height = pages[index].page.height
          let y = isHead ? lines[line].top : height - lines[line].bottom
          guard y < height * 0.2 else { continue }
          let below =
            isHead
            ? lines[(line + 1)...].first { $0.furniture == nil }
            : pages.dropFirst(index + 1).first?.lines.first { $0.furniture == nil }
          edges.append(
            PageEdges.Edge(
              page: index, lines: line..<(line + 1), distance: y, words: Array(lines[line].words.utf8),
              isTorn: below?.words.first?.isLowercase ?? false))
        }
        let found = PageEdges.furniture(edges, pages: pages.count, tolerance: 4)
        for (edge, kind) in found { for line in edge.lines { pages[edge.page].lines[line].furniture = kind } }
        if found.isEmpty { break }
      }
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(split { $0 == " " }.joined(separator: " ")) }
}
