import ContractModel

/// A line of a page: runs beside each other, the leftmost first.
struct PDFLine {
  var runs: [PDFRun]
  /// The box of its largest run, by which others are found to stand on the line.
  private(set) var top: Double
  private(set) var bottom: Double
  private(set) var size: Double
  /// The left edge of the column it stands in, where the page has columns.
  var margin: Double?
  /// What the line adds to its page, when it is no text: a running head, a page number.
  var furniture: Block.Furniture?

  init(_ run: PDFRun) {
    runs = [run]
    top = run.y
    bottom = run.bottom
    size = run.size
  }

  var left: Double { runs.map(\.x).min() ?? 0 }
  var right: Double { runs.map(\.right).max() ?? 0 }
  /// Its words with single blanks.
  var words: String { runs.map(\.text).joined(separator: " ").split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ") }

  fileprivate func holds(_ run: PDFRun) -> Bool {
    // Huge letters over the text, and a first letter three lines high, are no part of the lines they touch.
    guard min(size, run.size) > 0.42 * max(size, run.size) else { return false }
    let overlap = min(bottom, run.bottom) - max(top, run.y)
    return overlap > 0.4 * min(bottom - top, run.height)
  }

  fileprivate mutating func add(_ run: PDFRun) {
    runs.append(run)
    if run.size > size {
      top = run.y
      bottom = run.bottom
      size = run.size
    }
  }

  /// The lines that runs make, from top to bottom.
  static func lines(_ runs: [PDFRun]) -> [PDFLine] {
    var lines: [PDFLine] = []
    for run in runs.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
      // A raised figure stands above its line; no line is sought further up than a few.
      if let index = lines.indices.suffix(4).last(where: { lines[$0].holds(run) }) {
        lines[index].add(run)
      } else {
        lines.append(PDFLine(run))
      }
    }
    joinDropCaps(&lines)
    for index in lines.indices { lines[index].runs.sort { $0.x < $1.x } }
    return lines.sorted { $0.bottom < $1.bottom }
  }
}

extension PDFLine {
  /// Puts a paragraph's first letter, set over several lines, before the words beside its head: `T`, `his Agreement`.
  fileprivate static func joinDropCaps(_ lines: inout [PDFLine]) {
    for index in lines.indices.reversed() where lines[index].runs.count == 1 {
      let cap = lines[index].runs[0]
      guard cap.text.count == 1, cap.text.first?.isUppercase == true else { continue }
      let beside = lines.indices.filter { at in
        at != index && lines[at].size < 0.6 * cap.size && lines[at].top >= cap.y - 0.2 * cap.height
          && lines[at].bottom <= cap.bottom + 2
          && lines[at].left >= cap.right - 2 && lines[at].left < cap.right + cap.size
      }
      guard let first = beside.min(by: { lines[$0].top < lines[$1].top }), lines[first].words.first?.isLowercase == true else {
        continue
      }
      var letter = cap
      letter.width = lines[first].left - cap.x
      letter.size = lines[first].size
      letter.y = lines[first].top
      letter.height = lines[first].bottom - lines[first].top
      lines[first].runs.append(letter)
      lines.remove(at: index)
    }
  }
}

/// The lines of a page in the order they are read: across the page, or down one column and then the next.
///
/// Two columns are columns of prose where sentences go on from line to line in each of them; a table, names side by side and
/// signatures in two columns are read across, as they are printed.
struct PDFColumns {
  ///
  /// - Parameter known: Where the right column of a page before began, which is believed of a page with few lines; it is set where this
  ///   page has columns.
  static func lines(_ page: PDFPage, known: inout Double?) -> [PDFLine] { lines(page.runs, depth: 0, known: &known) }

  private static func lines(_ runs: [PDFRun], depth: Int, known: inout Double?) -> [PDFLine] {
    guard depth < 3, runs.count >= 6, let gutter = gutter(runs) else { return PDFLine.lines(runs) }
    var out: [PDFLine] = []
    var band: [PDFRun] = []
    var hasColumns = false
    let least = known.map { abs($0 - gutter) < 4 } ?? false ? 1 : 2
    func finish() {
      let left = band.filter { $0.x < gutter }
      let right = band.filter { $0.x >= gutter }
      if isProse(PDFLine.lines(left), least: least), isProse(PDFLine.lines(right), least: least) {
        hasColumns = true
        for column in [left, right] {
          let edge = column.map(\.x).min() ?? 0
          var inner: Double?
          out += lines(column, depth: depth + 1, known: &inner).map { line in
            var line = line
            line.margin = line.margin ?? edge
            return line
          }
        }
      } else {
        out += PDFLine.lines(band)
      }
      band = []
    }
    for line in PDFLine.lines(runs) {
      if line.runs.contains(where: { $0.x < gutter - 2 && $0.right > gutter + 2 }) {
        finish()
        out.append(line)
      } else {
        band += line.runs
      }
    }
    finish()
    if hasColumns { known = gutter }
    return hasColumns ? out : PDFLine.lines(runs)
  }

  /// The left edge of a right column: where three runs begin or more, with room to their left, and few runs go across.
  private static func gutter(_ runs: [PDFRun]) -> Double? {
    let left = runs.map(\.x).min() ?? 0
    let right = runs.map(\.right).max() ?? 0
    let middle = (left + 0.3 * (right - left))...(left + 0.72 * (right - left))
    var starts: [Int: Int] = [:]
    for run in runs where middle.contains(run.x) { starts[Int(run.x / 2), default: 0] += 1 }
    var best: (x: Double, count: Int)?
    for (bucket, count) in starts where count >= 3 {
      let x = Double(bucket * 2)
      let across = runs.count { $0.x < x - 2 && $0.right > x + 2 }
      // Words that end right before it belong to a line that goes on.
      let near = runs.count(where: { $0.right > x - 7 && $0.right <= x + 2 && $0.x < x - 2 })
      guard across * 4 <= runs.count, near * 10 <= runs.count else { continue }
      if best.map({ (count, -x) > ($0.count, -$0.x) }) ?? true { best = (x, count) }
    }
    return best?.x
  }

  /// Whether sentences go on from line to line, so often at least.
  private static func isProse(_ lines: [PDFLine], least: Int) -> Bool {
    guard lines.count >= 3 else { return false }
    var goingOn = 0
    for (above, below) in zip(lines, lines.dropFirst()) {
      guard let last = above.words.last, let first = below.words.first else { continue }
      if !".;:!?".contains(last), first.isLowercase, below.top - above.bottom < 2 * above.size { goingOn += 1 }
    }
    return goingOn >= least && goingOn * 10 >= (lines.count - 1) * 3
  }
}
