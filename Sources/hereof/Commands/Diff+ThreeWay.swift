import ContractBrowser
import ContractModel

/// Who changed what since a version that both began with, and where both did.
extension Diff {
  /// A provision of the version that both began with, and what each side made of it.
  private struct Change {
    enum Author: String { case ours, theirs, alike, both, each }
    /// The provision; -1 for what stands before the first.
    let provision: Int
    let author: Author
    /// The rows of each side.
    let rows: [[Comparison.Row]]
  }

  func compareThree(_ members: [Case.Member]) throws {
    let format = json ? .json : stat ? .stat : format
    guard format != .html, format != .docx else {
      StandardError.say("three versions are compared as text, with --stat or with --json")
      throw Status.failed
    }
    let base = members[0].agreement
    let sides = members.dropFirst().map { Comparison(base, $0.agreement, isStrict: strict) }
    let texts = sides.map {
      ComparisonText(comparison: $0, summary: ComparisonSummary($0), isColoured: isColoured && format == .text, width: 74)
    }
    let changes = changes(base, sides)
    if format == .json {
      try printJSON(members, changes, texts)
    } else {
      try write(Array(words(base, changes, texts, isStat: format == .stat).utf8))
    }
    if sides.contains(where: { !$0.isSame }) { throw Status.found }
  }

  /// What was changed, by the provisions of the base; what is added stands with what it follows.
  private func changes(_ base: Agreement, _ sides: [Comparison]) -> [Change] {
    var rows: [[Int: [Comparison.Row]]] = [[:], [:]]
    for (side, comparison) in sides.enumerated() {
      var last = -1
      for row in comparison.rows {
        if let old = row.old { last = old }
        if row.kind != .same { rows[side][row.old ?? last, default: []].append(row) }
      }
    }
    return (-1..<base.provisions.count).compactMap { id in
      let own = rows.map { $0[id] ?? [] }
      guard own.contains(where: { !$0.isEmpty }) else { return nil }
      // What both put in at one place is of both too, unless it is the same.
      let isBoth =
        own.allSatisfy { rows in rows.contains { $0.kind != .added && $0.old == (id < 0 ? nil : id) } }
        || own.allSatisfy { rows in rows.contains { $0.kind == .added } }
      // Both may have put in the same provision, too.
      let isAlike =
        own.allSatisfy { !$0.isEmpty } && own[0].map(\.kind) == own[1].map(\.kind)
        && written(own[0], sides[0]) == written(own[1], sides[1])
      let author: Change.Author =
        isAlike ? .alike : isBoth ? .both : own[0].isEmpty ? .theirs : own[1].isEmpty ? .ours : .each
      return Change(provision: id, author: author, rows: own)
    }
  }

  private static let names = ["ours", "theirs"]

  private func words(_ base: Agreement, _ changes: [Change], _ texts: [ComparisonText], isStat: Bool) -> String {
    var out = ""
    for change in changes {
      let id = change.provision
      let name = id < 0 ? "before the first provision" : ProvisionName.long(id, in: base)
      let who = change.author == .alike ? "both, alike" : change.author == .both ? "BOTH" : change.author.rawValue
      out += Self.line("@ \(name): \(who)")
      for (side, rows) in change.rows.enumerated() where !rows.isEmpty && !(change.author == .alike && side == 1) {
        for row in rows {
          out += Self.line("  \(change.author == .alike ? "both" : Self.names[side]): \(texts[side].line(row))")
          guard !isStat else { continue }
          for line in texts[side].redline(row).split(separator: "\n") { out += "    \(line)\n" }
        }
      }
      if !isStat { out += "\n" }
    }
    let both = changes.count { $0.author == .both }
    if both > 0 {
      out += Self.line("\(both) \(both == 1 ? "provision was" : "provisions were") changed by both, each in its own way")
    }
    return out
  }

  private func printJSON(_ members: [Case.Member], _ changes: [Change], _ texts: [ComparisonText]) throws {
    let base = members[0].agreement
    var json = JSONWriter()
    json.object { json in
      json.field("schema", 1)
      for (name, member) in zip(["base"] + Self.names, members) { json.field(name, member.path) }
      json.field("same", texts.allSatisfy(\.comparison.isSame))
      json.key("changes")
      json.array { json in
        for change in changes {
          json.object { json in
            json.field("section", change.provision < 0 ? nil : base.provisions[change.provision].number)
            json.field("by", change.author.rawValue)
            for (side, name) in Self.names.enumerated() {
              json.key(name)
              ComparisonJSON.write(change.rows[side], texts[side].comparison, to: &json)
            }
          }
        }
      }
    }
    try write(json.bytes + [0x0A])
  }

  private func written(_ rows: [Comparison.Row], _ comparison: Comparison) -> [String] {
    rows.flatMap { row in row.pieces.filter { $0.kind != .deleted }.map { comparison.new.readingWords($0.new) } }
  }
}
