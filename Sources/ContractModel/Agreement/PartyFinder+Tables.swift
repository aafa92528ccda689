/// Parties in tables: a label beside its value, `Provider | Oak Cloud, Inc.`; a column for each, headed `Party 1` and `Party 2`; or a row for
/// each, under `Name` and `Role`.
extension PartyFinder {
  static func inTables(_ text: SourceText, _ reading: ReadingText, _ end: Int) -> PartyReading {
    let span = reading.bytes.span
    var out = PartyReading()
    var table: Int?
    var rows: [[Range<Int>]] = []
    func finish() {
      if out.parties.count < 2 { out = parties(reading, rows) }
      rows = []
    }
    var column = -1
    for cell in text.cells where !cell.range.isEmpty {
      let range = reading.reading(cell.range)
      guard range.lowerBound < end + 6_000, !range.isEmpty else { continue }
      if table != cell.table { finish() }
      if table != cell.table || cell.column <= column { rows.append([]) }
      table = cell.table
      column = cell.column
      // A label may end in a colon, and stand in marks of Markdown.
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high, span[low] == 0x2A || span[low].isSpace { low += 1 }
      while high > low, span[high - 1] == 0x2A || span[high - 1] == Ascii.colon || span[high - 1].isSpace { high -= 1 }
      rows[rows.count - 1].append(low..<high)
    }
    finish()
    return out.parties.count >= 2 ? out : PartyReading()
  }

  private static func parties(_ reading: ReadingText, _ rows: [[Range<Int>]]) -> PartyReading {
    let span = reading.bytes.span
    var out = PartyReading()
    func add(_ cell: Range<Int>, _ role: Range<Int>?) {
      guard let name = name(span, cell) else { return }
      let words = String(decoding: name.map { span[$0] }, as: UTF8.self)
      if out.parties.contains(where: { $0.name == words }) { return }
      out.names.append(name)
      if let role { out.roles.append(role) }
      out.parties.append(party(reading, name, role: role))
    }
    // `Provider | Oak Cloud, Inc.`
    for row in rows where row.count == 2 && !row[0].isEmpty {
      // Any one word is a role beside a company: `Miller | Oak Mills, Inc.`
      let isCompanys =
        !row[0].contains { !span[$0].isLetter } && span[row[0].lowerBound].isUpper
        && name(span, row[1]).map { isCompany(span, $0) } ?? false
      if isRoleWord(span, row[0]) || isCompanys { add(row[1], row[0]) }
    }
    if out.parties.count >= 2 { return out }
    out = PartyReading()
    guard let head = rows.first, head.count >= 2 else { return out }
    if let names = head.firstIndex(where: { isNameLabel(span, $0) }) {
      // `Name | Role | Address`
      let roles = head.firstIndex { ["role", "capacity", "party", "defined term"].contains(span.words($0)) }
      for row in rows.dropFirst() where row.count > names {
        if let roles, row.indices.contains(roles), isRoleWord(span, row[roles]), !row[roles].isEmpty { add(row[names], row[roles]) }
      }
      if out.parties.count >= 2 { return out }
      out = PartyReading()
    }
    // ` | Party 1 | Party 2`, `Company | Oak, Inc. | Elm, Inc.`
    for row in rows where row.count >= 3 && isNameLabel(span, row[0]) {
      for (place, cell) in row.enumerated().dropFirst() {
        let above = place - (row.count - head.count)
        add(cell, head.indices.contains(above) && isRoleWord(span, head[above]) ? head[above] : nil)
      }
      if out.parties.count >= 2 { return out }
      out = PartyReading()
    }
    return out
  }

  /// The name in a cell, before what is said of it: `Oak Cloud, Inc., 4 Mill Lane`.
  private static func name(_ span: Span<UInt8>, _ cell: Range<Int>) -> Range<Int>? {
    guard let start = nameStart(span, cell.lowerBound, cell.upperBound), start - cell.lowerBound <= 4 else { return nil }
    let stop = nameEnd(span, start, cell.upperBound) ?? cell.upperBound
    let name = start..<trimmed(span, start, stop)
    return blankEnd(span, start, cell.upperBound) != nil || isName(span, name) ? name : nil
  }

  /// Whether a cell says that names stand beside or below it.
  static func isNameLabel(_ span: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    [
      "name", "company", "legal name", "full name", "full legal name", "company name", "party name", "entity", "entity name",
      "name of party", "organisation", "organization", "legal entity",
    ].contains(span.words(cell))
  }
}

extension Span where Element == UInt8 {
  /// Words in small letters.
  fileprivate func words(_ range: Range<Int>) -> String {
    String(decoding: range.map { self[$0].lowercased }, as: UTF8.self)
  }
}
