import ContractBrowser
import ContractModel
import TerminalGrid

/// A comparison as text: what matters first, then each provision that changed with its words.
struct ComparisonText {
  let comparison: Comparison
  let summary: ComparisonSummary
  /// Whether deleted and added words are told by colour and line as well as by brackets.
  let isColoured: Bool
  let width: Int

  private func name(_ row: Comparison.Row) -> String {
    if let id = row.new { return ProvisionName.long(id, in: comparison.new) }
    if let id = row.old { return ProvisionName.long(id, in: comparison.old) }
    return "before the first provision"
  }

  /// `8.10 Notices (was 8.9), moved: 3 words out, 5 in`.
  func line(_ row: Comparison.Row) -> String {
    var out = Scrubber.scrubbed(name(row))
    if row.isRenumbered, let old = row.old { out += " (was \(comparison.old.provisions[old].number))" }
    switch row.kind {
    case .added: out += ": added, \(words(row.inserted))"
    case .removed: out += ": removed, \(words(row.deleted))"
    case .moved: out += ": moved" + counts(row, ", ")
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
    return parts.isEmpty ? (row.kind == .changed ? "\(lead)split or joined" : "") : lead + parts.joined(separator: ", ")
  }

  // MARK: What matters

  /// The summary, a line each.
  func summaryLines() -> [String] {
    var out: [String] = []
    let (old, new) = (comparison.old, comparison.new)
    func said(_ agreement: Agreement, _ range: Range<Int>, _ limit: Int = 60) -> String {
      let words = Scrubber.scrubbed(agreement.words(range))
      return "“" + (words.count > limit ? words.prefix(limit) + "…" : words) + "”"
    }
    func place(_ id: Int?) -> String { id.map { new.provisions[$0].number } ?? "preamble" }
    for term in summary.terms {
      let name = Scrubber.scrubbed(term.name)
      if term.old == nil {
        out.append("term “\(name)” is new")
      } else if term.new == nil {
        out.append("term “\(name)” is no longer defined")
      } else {
        let users = term.users.prefix(12).map { new.provisions[$0].number }.joined(separator: ", ")
        let more = term.users.count > 12 ? " and \(term.users.count - 12) more" : ""
        out.append("term “\(name)” means something else" + (users.isEmpty ? "" : "; used in \(users)\(more)"))
      }
    }
    for figure in summary.figures {
      out.append("\(place(figure.provision)): \(said(old, figure.old)) is now \(said(new, figure.new))")
    }
    for reference in summary.references {
      let to = reference.new.map { new.provisions[$0].number }.joined(separator: ", ")
      let led = reference.old.map { ProvisionName.long($0, in: old) }.joined(separator: ", ")
      out.append(
        "\(place(reference.provision)): \(said(new, reference.range)) \(to.isEmpty ? "leads nowhere" : "leads elsewhere"): it led to \(Scrubber.scrubbed(led))"
          + (to.isEmpty ? "" : ", which is not \(to) now"))
    }
    for name in summary.partiesAdded { out.append("party \(Scrubber.scrubbed(name)) is new") }
    for name in summary.partiesRemoved { out.append("party \(Scrubber.scrubbed(name)) is no longer one") }
    for duty in summary.duties {
      out.append(
        "\(place(duty.new.provision)): \(Scrubber.scrubbed(duty.old.bearer)) \(duty.old.modality.words) is now \(Scrubber.scrubbed(duty.new.bearer)) \(duty.new.modality.words): \(said(new, duty.new.action))"
      )
    }
    return out
  }

  /// How much was put aside; nil where nothing was.
  var noise: String? {
    var parts: [String] = []
    if comparison.noise.renumbered > 0 { parts.append("\(comparison.noise.renumbered) renumbered") }
    if comparison.noise.references > 0 { parts.append("\(comparison.noise.references) references that follow") }
    return parts.isEmpty ? nil : "put aside: " + parts.joined(separator: ", ")
  }

  // MARK: Words

  /// The words of a row with what was taken out and put in, wrapped, a paragraph each.
  func redline(_ row: Comparison.Row) -> String {
    var out = ""
    var line = ""
    var used = 0
    var style = Comparison.Piece.Kind.same
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
      style = piece.kind
      let text = agreement.readingWords(isOld ? piece.old : piece.new)
      let glue = index == 0 || startsSpaced(agreement, isOld ? piece.old : piece.new) ? " " : ""
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
    _ = style
    if !line.isEmpty { end() }
    return out
  }

  private func startsSpaced(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    range.lowerBound == 0 || agreement.text.bytes[range.lowerBound - 1] <= 0x20
      || agreement.text.bytes[range.lowerBound - 1] == 0xA0
  }
}
