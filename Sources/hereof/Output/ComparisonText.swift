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
    return parts.isEmpty ? "" : lead + parts.joined(separator: ", ")
  }

  // MARK: What matters

  /// What a line of the summary is about.
  enum Subject { case term, figure, reference, party, duty, law }

  /// The summary, a line each.
  func summaryLines(about subject: Subject? = nil) -> [String] {
    summary(in: comparison.old, comparison.new).filter { subject == nil || $0.subject == subject }.map(\.line)
  }

  private func summary(in old: Agreement, _ new: Agreement) -> [(subject: Subject, line: String)] {
    var out: [(subject: Subject, line: String)] = []
    func add(_ subject: Subject, _ line: String) { out.append((subject, line)) }
    func said(_ agreement: Agreement, _ range: Range<Int>, _ limit: Int = 60) -> String {
      let words = Scrubber.scrubbed(agreement.words(range))
      return "“" + (words.count > limit ? words.prefix(limit) + "…" : words) + "”"
    }
    func place(_ id: Int?) -> String { id.map { new.provisions[$0].number } ?? "preamble" }
    for term in summary.terms {
      let name = Scrubber.scrubbed(term.name)
      if term.old == nil {
        add(.term, "term “\(name)” is new")
      } else if term.new == nil {
        add(.term, "term “\(name)” is no longer defined")
      } else {
        let users = term.users.prefix(12).map { new.provisions[$0].number }.joined(separator: ", ")
        let more = term.users.count > 12 ? " and \(term.users.count - 12) more" : ""
        add(.term, "term “\(name)” means something else" + (users.isEmpty ? "" : "; used in \(users)\(more)"))
      }
    }
    func turned(_ before: Range<Int>, _ after: Range<Int>) -> String {
      if before.isEmpty { return "\(said(new, after)) is new" }
      return after.isEmpty ? "\(said(old, before)) is gone" : "\(said(old, before)) is now \(said(new, after))"
    }
    for figure in summary.figures { add(.figure, "\(place(figure.provision)): \(turned(figure.old, figure.new))") }
    if let before = old.governingLaw, let after = new.governingLaw, before.lowercased() != after.lowercased() {
      add(.law, "governing law: “\(Scrubber.scrubbed(before))” is now “\(Scrubber.scrubbed(after))”")
    }
    for reference in summary.references {
      let led = reference.old.prefix(4).map { id -> String in
        let now = comparison.newProvision(of: id).map { new.provisions[$0].number }
        let moved = now.map { $0 == old.provisions[id].number ? "" : ", which is \($0) now" } ?? ", which is gone"
        return Scrubber.scrubbed(ProvisionName.long(id, in: old)) + moved
      }.joined(separator: "; ")
      let to = reference.new.prefix(4).map { Scrubber.scrubbed(ProvisionName.long($0, in: new)) }.joined(separator: "; ")
      let words =
        old.words(reference.oldRange) == new.words(reference.range)
        ? said(new, reference.range) : turned(reference.oldRange, reference.range) + ", which"
      add(
        .reference,
        "\(place(reference.provision)): \(words) \(to.isEmpty ? "leads nowhere" : "leads elsewhere, to \(to)"); it led to \(led)")
    }
    for name in summary.partiesAdded { add(.party, "party \(Scrubber.scrubbed(name)) is new") }
    for name in summary.partiesRemoved { add(.party, "party \(Scrubber.scrubbed(name)) is no longer one") }
    for duty in summary.duties {
      add(
        .duty,
        "\(place(duty.new.provision)): \(Scrubber.scrubbed(duty.old.bearer)) \(duty.old.modality.words) is now \(Scrubber.scrubbed(duty.new.bearer)) \(duty.new.modality.words): \(said(new, duty.new.action))"
      )
    }
    for modal in summary.modals { add(.duty, "\(place(modal.provision)): \(turned(modal.old, modal.new))") }
    return out
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
