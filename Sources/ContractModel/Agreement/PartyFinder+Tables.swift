/// Parties in tables: a label beside its value, `Provider | Oak Cloud, Inc.`; a column for each, headed `Party 1` and `Party 2` or by their
/// roles; or a row for each, under `Name` and `Role`.
///
/// Two columns of a printed page are such a table: `Supplier          Oak Fuels Limited`, `Customer          Elm Ferries Limited`.
extension PartyFinder {
  static func inTables(_ text: SourceText, _ reading: ReadingText, _ end: Int) -> PartyReading {
    for rows in tables(text, reading, end + 6_000) + [printedRows(text, reading, end)] {
      let found = parties(reading, rows)
      if found.parties.count >= 2 { return found }
    }
    return PartyReading()
  }

  /// The tables that begin before a place, each as rows of cells; a cell without the colon and the marks of Markdown around its words.
  private static func tables(_ text: SourceText, _ reading: ReadingText, _ end: Int) -> [[[Range<Int>]]] {
    let span = reading.bytes.span
    var out: [[[Range<Int>]]] = []
    var table: Int?
    var column = -1
    for cell in text.cells where !cell.range.isEmpty {
      let range = reading.reading(cell.range)
      guard range.lowerBound < end, !range.isEmpty else { continue }
      if table != cell.table { out.append([]) }
      if table != cell.table || cell.column <= column { out[out.count - 1].append([]) }
      table = cell.table
      column = cell.column
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high, span[low] == 0x2A || span[low].isSpace { low += 1 }
      while high > low, span[high - 1] == 0x2A || span[high - 1] == Ascii.colon || span[high - 1].isSpace { high -= 1 }
      out[out.count - 1][out[out.count - 1].count - 1].append(low..<high)
    }
    return out
  }

  /// The lines before a place that have a label and a value with a wide gap between them.
  private static func printedRows(_ text: SourceText, _ reading: ReadingText, _ end: Int) -> [[Range<Int>]] {
    guard text.cells.isEmpty else { return [] }
    var out: [[Range<Int>]] = []
    for line in text.lines where !line.isEmpty {
      guard reading.reading(line.lowerBound) < end else { break }
      let cells = columns(text.bytes.span, line).map { reading.reading($0) }
      if cells.count == 2, cells.allSatisfy({ !$0.isEmpty }) { out.append(cells) }
    }
    return out
  }

  private static func parties(_ reading: ReadingText, _ rows: [[Range<Int>]]) -> PartyReading {
    for found in [labels(reading, rows), listed(reading, rows), heads(reading, rows), columnOfEach(reading, rows)]
    where found.parties.count >= 2 { return found }
    return PartyReading()
  }

  /// `Provider | Oak Cloud, Inc.`
  private static func labels(_ reading: ReadingText, _ rows: [[Range<Int>]]) -> PartyReading {
    var out = PartyReading()
    for row in rows where row.count == 2 && isCalled(reading.bytes.span, row[0], row[1]) {
      add(row[1], role: row[0], to: &out, reading)
    }
    return out
  }

  /// `Name | Role | Address` over a row for each.
  private static func listed(_ reading: ReadingText, _ rows: [[Range<Int>]]) -> PartyReading {
    let span = reading.bytes.span
    var out = PartyReading()
    guard let head = rows.first, let names = head.firstIndex(where: { isNameLabel(span, $0) }),
      let roles = head.firstIndex(where: { ["role", "capacity", "party", "defined term"].contains(span.words($0)) })
    else { return out }
    for row in rows.dropFirst() where row.indices.contains(names) && row.indices.contains(roles) {
      if isCalled(span, row[roles], row[names]) { add(row[names], role: row[roles], to: &out, reading) }
    }
    return out
  }

  /// `Supplier | Customer` over the name of each.
  private static func heads(_ reading: ReadingText, _ rows: [[Range<Int>]]) -> PartyReading {
    var out = PartyReading()
    guard rows.count >= 2, rows[0].count >= 2, rows[0].count == rows[1].count,
      zip(rows[0], rows[1]).allSatisfy({ isCalled(reading.bytes.span, $0, $1) })
    else { return out }
    for (role, name) in zip(rows[0], rows[1]) { add(name, role: role, to: &out, reading) }
    return out
  }

  /// ` | Party 1 | Party 2`, `Company | Oak, Inc. | Elm, Inc.`
  private static func columnOfEach(_ reading: ReadingText, _ rows: [[Range<Int>]]) -> PartyReading {
    let span = reading.bytes.span
    guard let head = rows.first, head.count >= 2 else { return PartyReading() }
    for row in rows where row.count >= 3 && isNameLabel(span, row[0]) {
      var out = PartyReading()
      for (place, cell) in row.enumerated().dropFirst() {
        let above = place - (row.count - head.count)
        let isRole = head.indices.contains(above) && isRoleWord(span, head[above])
        add(cell, role: isRole ? head[above] : nil, to: &out, reading)
      }
      if out.parties.count >= 2 { return out }
    }
    return PartyReading()
  }

  /// Whether one cell says what the party in another is called: a role, or any one word beside a company, `Miller | Oak Mills, Inc.`
  private static func isCalled(_ span: Span<UInt8>, _ role: Range<Int>, _ cell: Range<Int>) -> Bool {
    guard !role.isEmpty else { return false }
    if isRoleWord(span, role) { return true }
    return span[role.lowerBound].isUpper && !role.contains { !span[$0].isLetter } && !isNameLabel(span, role)
      && name(span, cell).map { isCompany(span, $0) } ?? false
  }

  /// The party whose name is in a cell, unless it is there already.
  private static func add(_ cell: Range<Int>, role: Range<Int>?, to out: inout PartyReading, _ reading: ReadingText) {
    let span = reading.bytes.span
    guard let name = name(span, cell) else { return }
    let words = String(decoding: name.map { span[$0] }, as: UTF8.self)
    if out.parties.contains(where: { $0.name == words }) { return }
    out.names.append(name)
    if let role { out.roles.append(role) }
    out.parties.append(party(reading, name, role: role))
  }

  /// The name in a cell, before what is said of it: `Oak Cloud, Inc., 4 Mill Lane`.
  static func name(_ span: Span<UInt8>, _ cell: Range<Int>) -> Range<Int>? {
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
