import ContractModel
import TerminalGrid

/// A line of what matters first between two versions, and where it leads.
///
/// `2.3: “30 days” is now “60 days”` leads to the words in the new version, or where only the old one has them, there.
package struct SummaryLine: Sendable, Equatable {
  /// What it is about.
  package enum Subject: Sendable { case term, figure, reference, party, duty, law }
  /// What it is about.
  package let subject: Subject
  /// Its words, in which no control character of a document is left.
  package let words: String
  /// The place it leads to, as bytes of the old version or the new one; nil where there is none.
  package let old: Range<Int>?
  /// The same in the new version.
  package let new: Range<Int>?

  /// The lines of a summary: terms, figures, the law, references, parties, duties.
  package static func all(_ comparison: Comparison, _ summary: ComparisonSummary) -> [SummaryLine] {
    var writer = SummaryWriter(old: comparison.old, new: comparison.new, comparison: comparison)
    for term in summary.terms { writer.add(term) }
    for figure in summary.figures {
      writer.add(.figure, "\(writer.place(figure.provision)): \(writer.turned(figure.old, figure.new))", figure.old, figure.new)
    }
    writer.addLaw()
    for reference in summary.references { writer.add(reference) }
    writer.addParties(summary)
    for duty in summary.duties {
      let (before, now) = (duty.old, duty.new)
      let words =
        "\(writer.place(now.provision)): \(Scrubber.scrubbed(duty.oldBearers)) \(before.modality.words) is now "
        + "\(Scrubber.scrubbed(duty.newBearers)) \(now.modality.words): \(writer.said(comparison.new, now.action))"
      writer.add(.duty, words, before.range, now.range)
    }
    for modal in summary.modals {
      writer.add(.duty, "\(writer.place(modal.provision)): \(writer.turned(modal.old, modal.new))", modal.old, modal.new)
    }
    // What is said of several places in the same words is said once.
    var said: Set<String> = []
    return writer.lines.filter { said.insert($0.words).inserted }
  }
}

/// Writes the lines of a summary.
private struct SummaryWriter {
  let old: Agreement
  let new: Agreement
  let comparison: Comparison
  var lines: [SummaryLine] = []

  mutating func add(_ subject: SummaryLine.Subject, _ words: String, _ before: Range<Int>?, _ now: Range<Int>?) {
    func place(_ range: Range<Int>?) -> Range<Int>? { range.flatMap { $0.isEmpty ? nil : $0 } }
    lines.append(SummaryLine(subject: subject, words: words, old: place(before), new: place(now)))
  }

  /// Words of a version between quotation marks.
  func said(_ agreement: Agreement, _ range: Range<Int>, _ limit: Int = 60) -> String {
    let words = Scrubber.scrubbed(agreement.words(range))
    return "“" + (words.count > limit ? words.prefix(limit) + "…" : words) + "”"
  }

  /// The number of a provision of the new version.
  func place(_ id: Int?) -> String { id.map { Scrubber.scrubbed(new.name(of: $0)) } ?? "preamble" }

  func turned(_ before: Range<Int>, _ after: Range<Int>) -> String {
    if before.isEmpty { return "\(said(new, after)) is new" }
    return after.isEmpty ? "\(said(old, before)) is gone" : "\(said(old, before)) is now \(said(new, after))"
  }

  mutating func add(_ term: ComparisonSummary.Term) {
    let name = Scrubber.scrubbed(term.name)
    let words: String
    if term.old == nil {
      words = "term “\(name)” is new"
    } else if term.new == nil {
      words = "term “\(name)” is no longer defined" + used(term)
    } else {
      words = "term “\(name)” means something else" + used(term)
    }
    add(.term, words, term.old, term.new)
  }

  /// `; used in 2.1, 3`.
  private func used(_ term: ComparisonSummary.Term) -> String {
    guard !term.users.isEmpty else { return "" }
    let more = term.users.count > 12 ? " and \(term.users.count - 12) more" : ""
    return "; used in " + term.users.prefix(12).map { new.provisions[$0].number }.joined(separator: ", ") + more
  }

  mutating func addLaw() {
    guard let before = old.governingLaw, let after = new.governingLaw, before.lowercased() != after.lowercased() else { return }
    let pieces = comparison.rows.lazy.flatMap(\.pieces)
    let place = pieces.first { $0.kind == .inserted && after.contains(new.words($0.new)) }?.new
    let isGone = pieces.contains { $0.kind == .deleted && before.contains(old.words($0.old)) }
    // The same words, of which one version was read to name more.
    guard place != nil || isGone else { return }
    add(.law, "governing law: “\(Scrubber.scrubbed(before))” is now “\(Scrubber.scrubbed(after))”", nil, place)
  }

  mutating func add(_ reference: ComparisonSummary.Reference) {
    let led = reference.old.prefix(4).map { id -> String in
      let now = comparison.newProvision(of: id).map { new.provisions[$0].number }
      let moved = now.map { $0 == old.provisions[id].number ? "" : ", which is \($0) now" } ?? ", which is gone"
      return Scrubber.scrubbed(ProvisionName.long(id, in: old)) + moved
    }.joined(separator: "; ")
    let to = reference.new.prefix(4).map { Scrubber.scrubbed(ProvisionName.long($0, in: new)) }.joined(separator: "; ")
    let words =
      old.words(reference.oldRange) == new.words(reference.range)
      ? said(new, reference.range) : turned(reference.oldRange, reference.range) + ", which"
    let leads = to.isEmpty ? "leads nowhere" : "leads elsewhere, to \(to)"
    if reference.old.isEmpty {
      add(
        .reference, "\(place(reference.provision)): \(said(new, reference.range)) is new, and leads nowhere", nil, reference.range)
      return
    }
    add(.reference, "\(place(reference.provision)): \(words) \(leads); it led to \(led)", reference.oldRange, reference.range)
  }

  mutating func addParties(_ summary: ComparisonSummary) {
    for name in summary.renamed {
      add(.party, "“\(Scrubber.scrubbed(name.old))” is now called “\(Scrubber.scrubbed(name.new))”", nil, nil)
    }
    func range(_ name: String, _ agreement: Agreement) -> Range<Int>? { agreement.parties.first { $0.name == name }?.range }
    for name in summary.partiesReplaced {
      add(
        .party, "party \(Scrubber.scrubbed(name.old)) is now \(Scrubber.scrubbed(name.new))", range(name.old, old),
        range(name.new, new))
    }
    let (gone, come) = (Set(summary.partiesReplaced.map(\.old)), Set(summary.partiesReplaced.map(\.new)))
    for name in summary.partiesAdded where !come.contains(name) {
      add(.party, "party \(Scrubber.scrubbed(name)) is new", nil, range(name, new))
    }
    for name in summary.partiesRemoved where !gone.contains(name) {
      add(.party, "party \(Scrubber.scrubbed(name)) is no longer one", range(name, old), nil)
    }
  }
}
