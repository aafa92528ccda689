import AgreementReaders
import ContractBrowser
import ContractModel

/// A comparison as one page that stands alone: read by a browser, printed, and heard through `<del>` and `<ins>`.
enum ComparisonPage {
  static func html(_ members: [Case.Member], _ text: ComparisonText, _ rows: [Comparison.Row]) -> String {
    let comparison = text.comparison
    let title = "\(members[0].title): \(members[0].path) and \(members[1].path)"
    var out = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(title))</title>
      <style>
      body { font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
      h1 { font-size: 1.3rem; } h2 { font-size: 1rem; border-top: 1px solid #bbb; padding-top: .8rem; }
      del { color: #a31515; text-decoration: line-through; } ins { color: #0b6b2d; text-decoration: underline; }
      del.moved, ins.moved { color: #6a2c91; } a { color: inherit; } .note { color: #555; }
      @media (prefers-color-scheme: dark) { body { color: #ddd; background: #1b1b1b; } del { color: #ff9a9a; } ins { color: #8fe0a8; }
      del.moved, ins.moved { color: #cfa8ee; } .note { color: #aaa; } h2 { border-color: #555; } }
      @media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } }
      </style></head><body><main>
      <h1>\(Markup.escaped(title))</h1>

      """
    let summary = text.summaryLines()
    if !summary.isEmpty { out += "<section aria-label=\"What matters\"><ul>\n" }
    for line in summary {
      let words = Markup.escaped(line.words)
      let row = rows.firstIndex { holds($0, line) }
      out += row.map { "<li><a href=\"#c\($0 + 1)\">\(words)</a></li>\n" } ?? "<li>\(words)</li>\n"
    }
    if !summary.isEmpty { out += "</ul></section>\n" }
    if let noise = text.noise { out += "<p class=\"note\">\(Markup.escaped(noise))</p>\n" }
    if rows.isEmpty { out += "<p>Nothing is different.</p>\n" }
    for (index, row) in rows.enumerated() {
      out += "<section id=\"c\(index + 1)\"><h2>\(Markup.escaped(text.line(row)))</h2>\n<p>"
      for (at, piece) in row.pieces.enumerated() {
        let isOld = piece.kind == .deleted
        let agreement = isOld ? comparison.old : comparison.new
        let range = isOld ? piece.old : piece.new
        if at > 0, piece.beginsParagraph { out += "</p>\n<p>" }
        if at > 0, piece.isSpaced { out += " " }
        let words = Markup.escaped(agreement.readingWords(range)).split(separator: "\n", omittingEmptySubsequences: false).joined(
          separator: "<br>\n")
        let moved = piece.move == nil ? "" : " class=\"moved\""
        switch piece.kind {
        case .deleted: out += "<del\(moved)>\(words)</del>"
        case .inserted: out += "<ins\(moved)>\(words)</ins>"
        case .same, .renumbered: out += words
        }
      }
      out += "</p></section>\n"
    }
    return out + "</main></body></html>\n"
  }

  /// Whether a provision has the words that a line of the summary is about.
  private static func holds(_ row: Comparison.Row, _ line: SummaryLine) -> Bool {
    row.pieces.contains { piece in
      line.new.map { piece.new.overlaps($0) } ?? false || line.old.map { piece.old.overlaps($0) } ?? false
    }
  }
}
