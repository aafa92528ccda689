import ContractModel

/// What the overview of a case says: an agreement a row in order of date, and of one agreement what matters first.
///
/// ```swift
/// let overview = CaseOverview(deal, links)
/// overview.rows[0].title  // "Lease Agreement"
/// ```
package struct CaseOverview: Sendable {
  struct Row: Equatable, Sendable {
    /// Its index in the case.
    var member: Int
    var date: String
    var title: String
    /// Its parties by name, in the order they are named; the names alone of what each is called.
    var parties: String
    /// The file's name, without its folders.
    var file: String
    /// Whether another row has the same day, title and parties, so that the file alone tells the two apart.
    var isAlike = false
    /// How far the row stands in: an amendment stands under what it amends.
    var indent = 0
    /// Cross-references that lead nowhere, and attachments that are not in the file.
    var missing: Int
    /// What the model doubts.
    var doubts: Int
  }

  /// What the rows are in order of; amendments stand under what they amend where that is the date.
  package enum Order: Int, CaseIterable, Sendable { case date, title, parties, file }

  /// One thing that is said of an agreement, under a word for what it is.
  struct Detail: Equatable {
    var label: String
    var text: String
    var isWarning = false
  }

  private(set) var rows: [Row]
  /// The rows by the agreements' indices, for the overview of a case that has more.
  let known: [Int: Row]
  private let value: Case
  private let links: CaseLinks?

  /// `links` are nil while they are not known yet; `known` are the rows made before, by the agreements' indices.
  init(_ value: Case, _ links: CaseLinks?, known: [Int: Row] = [:]) {
    self.value = value
    self.links = links
    rows = value.byDate.map { known[$0] ?? Self.row($0, value.members[$0]) }
    let alike = Dictionary(grouping: rows, by: { [$0.date, $0.title, $0.parties] })
    for index in rows.indices {
      rows[index].isAlike = alike[[rows[index].date, rows[index].title, rows[index].parties], default: []].count > 1
    }
    self.known = Dictionary(uniqueKeysWithValues: rows.map { ($0.member, $0) })
  }

  private static func row(_ index: Int, _ member: Case.Member) -> Row {
    let agreement = member.agreement
    return Row(
      member: index, date: member.date?.iso ?? "", title: member.title,
      parties: agreement.parties.map(\.name).joined(separator: "; "),
      file: member.path.split(separator: "/").last.map(String.init) ?? member.path,
      missing: missing(agreement).count, doubts: agreement.health.count)
  }

  /// The overview with its rows in another order.
  func sorted(by order: Order) -> CaseOverview {
    var sorted = self
    switch order {
    case .date: sorted.rows = grouped(rows)
    case .title: sorted.rows = rows.sorted { $0.title.lowercased() < $1.title.lowercased() }
    case .parties: sorted.rows = rows.sorted { $0.parties.lowercased() < $1.parties.lowercased() }
    case .file: sorted.rows = rows.sorted { $0.file.lowercased() < $1.file.lowercased() }
    }
    return sorted
  }

  /// The rows with each amendment, and each agreement as amended, behind what it amends.
  private func grouped(_ rows: [Row]) -> [Row] {
    var below: [Int: [Row]] = [:]
    var top: [Row] = []
    for row in rows {
      let base =
        value.members[row.member].amended?.base
        ?? links.flatMap { $0.amended.indices.contains(row.member) ? $0.amended[row.member] : nil }
      if let base, base != row.member { below[base, default: []].append(row) } else { top.append(row) }
    }
    var out: [Row] = []
    func add(_ row: Row, indent: Int) {
      var row = row
      row.indent = indent
      out.append(row)
      for lower in below.removeValue(forKey: row.member) ?? [] { add(lower, indent: indent + 1) }
    }
    for row in top { add(row, indent: 0) }
    // Two that amend each other stand under none.
    for row in rows where below.values.contains(where: { $0.contains(row) }) { add(row, indent: 0) }
    return out
  }

  /// `Mill Lane: 3 agreements, 4 parties, 2004-05-01 to 2005-06-01`; 0 for parties that are not counted yet.
  func title(parties: Int) -> String {
    let papers = value.members.count { $0.changes == nil }
    let dates = rows.map(\.date).filter { !$0.isEmpty }.sorted()
    var out = (value.title.isEmpty ? "" : value.title + ": ") + "\(papers) agreement\(papers == 1 ? "" : "s")"
    if parties > 0 { out += ", \(parties) \(parties == 1 ? "party" : "parties")" }
    if let first = dates.first, let last = dates.last { out += first == last ? ", \(first)" : ", \(first) to \(last)" }
    return out
  }

  /// Words for what is referred to and is not there.
  private static func missing(_ agreement: Agreement) -> [String] {
    var out: [String] = []
    var seen: Set<String> = []
    for reference in agreement.references {
      let words: [String] =
        switch reference.status {
        case .missing: [agreement.words(reference.range)]
        case .attachment where !reference.attached: reference.targets
        default: []
        }
      for word in words where seen.insert(word).inserted { out.append(word) }
    }
    return out
  }

  /// What is said of the agreement in a row.
  func details(_ row: Int) -> [Detail] {
    guard rows.indices.contains(row) else { return [] }
    let index = rows[row].member
    let member = value.members[index]
    var out: [Detail] = []
    func add(_ label: String, _ items: [String], isWarning: Bool = false) {
      guard !items.isEmpty else { return }
      let shown = items.prefix(12).joined(separator: "; ") + (items.count > 12 ? "; and \(items.count - 12) more" : "")
      out.append(Detail(label: label, text: shown, isWarning: isWarning))
    }
    add("Parties", member.agreement.parties.map { $0.name + ($0.role.map { " (\($0))" } ?? "") })
    if let law = member.agreement.governingLaw { add("Law", [law]) }
    func titles(_ members: [Int]) -> [String] {
      members.map { value.members[$0].title + (value.members[$0].date.map { ", \($0.iso)" } ?? "") }
    }
    if let links, links.amended.indices.contains(index) {
      add("Amends", titles(links.amended[index].map { [$0] } ?? []))
      add("Amended by", titles(value.byDate.filter { links.amended.indices.contains($0) && links.amended[$0] == index }))
      add("Restates", titles(links.restated[index].map { [$0] } ?? []))
      add("Restated by", titles(value.byDate.filter { links.restated.indices.contains($0) && links.restated[$0] == index }))
      var named: [Int] = []
      for (_, target) in links.references[index].sorted(by: { $0.key < $1.key }) {
        switch target {
        case .provisions(let other, _), .missing(let other), .paper(let other):
          if other != index, !named.contains(other) { named.append(other) }
        case .absent, .ambiguous: break
        }
      }
      add("Refers to", titles(named.filter { $0 != links.amended[index] }))
      add("Part of", links.parentDocuments[index].map { [$0] } ?? [])
      add("Not here", links.absentPapers(of: index))
    }
    if let changes = member.changes {
      let unapplied = changes.filter { $0.reason != nil }
      add("Changes", ["\(changes.count - unapplied.count) applied" + (unapplied.isEmpty ? "" : ", \(unapplied.count) not applied")])
    }
    add("Missing", Self.missing(member.agreement), isWarning: true)
    add("Doubts", member.agreement.health, isWarning: true)
    let provisions = member.agreement.provisions.count { $0.kind == .provision }
    add("Holds", ["\(provisions) provisions", "\(member.agreement.terms.count) terms", "\(member.agreement.ledger.shown) words"])
    add("File", [member.path])
    return out
  }
}
