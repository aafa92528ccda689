import ContractBrowser
import ContractModel
import TerminalGrid

/// A comparison as text: what matters first, then each provision that changed with its words.
struct ComparisonText {
  let comparison: Comparison
  let summary: ComparisonSummary
  /// Whether deleted and added words are told by colour and line as well as by brackets.
  let isColoured: Bool
  /// Whether the words between changes are all shown.
  var isWhole = false
  let width: Int

  private func name(_ row: Comparison.Row) -> String {
    if let id = row.new { return ProvisionName.long(id, in: comparison.new) }
    if let id = row.old { return ProvisionName.long(id, in: comparison.old) }
    return row.isSigning ? "signatures" : "before the first provision"
  }

  /// `8.10 Notices (was 8.9), moved: 3 words out, 5 in`.
  func line(_ row: Comparison.Row) -> String {
    var out = Scrubber.scrubbed(name(row))
    if row.isRenumbered, let old = row.old { out += " (was \(comparison.old.provisions[old].number))" }
    switch row.kind {
    case .added: out += ": added, \(words(row.inserted))"
    case .removed: out += ": removed, \(words(row.deleted))"
    case .moved:
      out += ": moved" + (row.carries ? " with what stands in it" : "") + counts(row, ", ")
    case .changed: out += counts(row, ": ")
    case .same: break
    }
    return out
  }

  private func words(_ count: Int) -> String { count == 1 ? "1 word" : "\(count) words" }

  private func counts(_ row: Comparison.Row, _ lead: String) -> String {
    var parts: [String] = []
    if row.deleted > 0 { parts.append("\(words(row.deleted)) out") }
    if row.inserted > 0 { parts.append("\(words(row.inserted)) in") }
    let carried = row.pieces.contains { $0.move != nil }
    if carried { parts.append("words moved") }
    // A comma that became a full stop.
    if parts.isEmpty, row.kind == .changed { parts.append("signs only") }
    return parts.isEmpty ? "" : lead + parts.joined(separator: ", ")
  }

  // MARK: What matters

  /// The summary, a line each.
  func summaryLines(about subject: SummaryLine.Subject? = nil) -> [SummaryLine] {
    SummaryLine.all(comparison, summary).filter { subject == nil || $0.subject == subject }
  }

  /// How much was put aside; nil where nothing was.
  var noise: String? {
    var parts: [String] = []
    if comparison.noise.renumbered > 0 { parts.append("\(comparison.noise.renumbered) renumbered") }
    let references = comparison.noise.references
    if references > 0 { parts.append(references == 1 ? "1 reference that follows" : "\(references) references that follow") }
    let signs = comparison.noise.signs
    if signs > 0 { parts.append(signs == 1 ? "1 sign or capital" : "\(signs) signs or capitals") }
    if comparison.noise.splits > 0 { parts.append("\(comparison.noise.splits) split or joined") }
    let contents = comparison.noise.contents
    if contents > 0 { parts.append("\(contents) word\(contents == 1 ? "" : "s") of the table of contents") }
    return parts.isEmpty ? nil : "put aside: " + parts.joined(separator: ", ")
  }

  // MARK: Words

  /// The words of a row with what was taken out and put in, wrapped, a paragraph each.
  func redline(_ row: Comparison.Row) -> String {
    var out = ""
    var line = ""
    var used = 0
    func styled(_ kind: Comparison.Piece.Kind, isMove: Bool) -> (String, String) {
      guard isColoured else {
        switch kind {
        case .deleted: return (isMove ? "[<" : "[-", isMove ? "<]" : "-]")
        case .inserted: return (isMove ? "{>" : "{+", isMove ? ">}" : "+}")
        default: return ("", "")
        }
      }
      switch kind {
      case .deleted: return (isMove ? "\u{1B}[9;35m" : "\u{1B}[9;31m", "\u{1B}[0m")
      case .inserted: return (isMove ? "\u{1B}[4;35m" : "\u{1B}[4;32m", "\u{1B}[0m")
      default: return ("", "")
      }
    }
    func end() {
      out += line + "\n"
      line = ""
      used = 0
    }
    for (index, piece) in row.pieces.enumerated() {
      let isOld = piece.kind == .deleted
      let agreement = isOld ? comparison.old : comparison.new
      let (open, close) = styled(piece.kind, isMove: piece.move != nil)
      if piece.beginsParagraph, used > 0 { end() }
      var text = agreement.readingWords(isOld ? piece.old : piece.new)
      if !isWhole, piece.kind == .same || piece.kind == .renumbered {
        text = elided(text, isFirst: index == 0, isLast: index == row.pieces.count - 1)
      }
      let glue = piece.isSpaced ? " " : ""
      for (number, paragraph) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { end() }
        let words = paragraph.split(separator: " ")
        for (at, word) in words.enumerated() {
          let clean = Scrubber.scrubbed(String(word))
          let isFirst = at == 0 && number == 0
          let lead = isFirst ? glue : " "
          let wide = DisplayWidth.of(clean)
          if used > 0, used + wide + lead.count > width, !lead.isEmpty {
            // A style ends with its row and begins again on the next.
            if isColoured, !isFirst { line += close }
            end()
            if isColoured, !isFirst { line += open }
          } else if used > 0 {
            line += lead
            used += lead.count
          }
          if isFirst { line += open }
          line += clean
          used += wide
          if at == words.count - 1, number == text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 {
            line += close
          }
        }
      }
    }
    if !line.isEmpty { end() }
    return out
  }

  /// Words beside a change that are shown; of a longer stretch without one the middle is left out.
  private static let context = 40

  private func elided(_ text: String, isFirst: Bool, isLast: Bool) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let (head, tail) = (isFirst ? 12 : Self.context, isLast ? 0 : Self.context)
    guard words.count > head + tail + 20 else { return text }
    return words.prefix(head).joined(separator: " ") + " […]" + (tail > 0 ? " " + words.suffix(tail).joined(separator: " ") : "")
  }
}
