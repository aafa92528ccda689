import ContractBrowser
import ContractModel

/// Who changed what since a version that both began with, and where both did.
extension Diff {
  func compareThree(_ members: [Case.Member]) throws {
    guard format == .text || format == .stat, !json else {
      StandardError.say("three versions are compared as text or with --stat")
      throw Status.failed
    }
    let base = members[0].agreement
    let sides = members.dropFirst().map { Comparison(base, $0.agreement, isStrict: strict) }
    let texts = sides.map {
      ComparisonText(comparison: $0, summary: ComparisonSummary($0), isColoured: isColoured && format == .text && !stat, width: 74)
    }
    let names = ["ours", "theirs"]
    // Rows by the provision of the base they are of; what is added stands behind what it follows.
    var rows: [[Int: [Comparison.Row]]] = [[:], [:]]
    for (side, comparison) in sides.enumerated() {
      var last = -1
      for row in comparison.rows {
        if let old = row.old { last = old }
        if row.kind != .same { rows[side][row.old ?? last, default: []].append(row) }
      }
    }
    var both = 0
    for id in -1..<base.provisions.count {
      let own = rows.map { $0[id] ?? [] }
      guard own.contains(where: { !$0.isEmpty }) else { continue }
      let isBoth = own.allSatisfy { rows in rows.contains { $0.old == (id < 0 ? nil : id) } }
      let isAlike = isBoth && written(own[0], sides[0]) == written(own[1], sides[1])
      if isBoth, !isAlike { both += 1 }
      let name = id < 0 ? "before the first provision" : ProvisionName.long(id, in: base)
      let who = isAlike ? "both, alike" : isBoth ? "BOTH" : own[0].isEmpty ? names[1] : own[1].isEmpty ? names[0] : "each"
      StandardOutput.line("@ \(name): \(who)")
      for (side, rows) in own.enumerated() where !rows.isEmpty && !(isAlike && side == 1) {
        for row in rows {
          StandardOutput.line("  \(isAlike ? "both" : names[side]): \(texts[side].line(row))")
          guard format == .text, !stat else { continue }
          for line in texts[side].redline(row).split(separator: "\n") { StandardOutput.write(bytes: Array("    \(line)\n".utf8)) }
        }
      }
      if format == .text, !stat { StandardOutput.line("") }
    }
    if both > 0 {
      StandardOutput.line("\(both) \(both == 1 ? "provision was" : "provisions were") changed by both, each in its own way")
    }
    if sides.contains(where: { !$0.isSame }) { throw Status.found }
  }

  private func written(_ rows: [Comparison.Row], _ comparison: Comparison) -> [String] {
    rows.flatMap { row in row.pieces.filter { $0.kind != .deleted }.map { comparison.new.readingWords($0.new) } }
  }
}
