/// Finds entries of the table of contents that are not what stands in the agreement: "8.2 Notices" where 8.2 is headed Assignment.
enum ContentsMismatch: CheckRule {
  static let code = "contents-mismatch"
  static let severity = Finding.Severity.warning
  static let summary = "an entry of the table of contents that is not the heading in the text"
  static let example = "“8.2 Notices” in the table where 8.2 is Assignment"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    let span = agreement.text.bytes.span
    var bearers: [String: [Int]] = [:]
    for id in tree.indices where tree[id].kind == .provision && tree.attachment(of: id) == nil {
      bearers[tree[id].number, default: []].append(id)
    }
    let entries = entries(agreement).filter { letters($0.title).count > 3 }
    // Where many are not found it is the text that was not understood, not the drafter who erred.
    let absent = entries.count { bearers[$0.number] == nil }
    return entries.compactMap { entry in
      let key = letters(entry.title)
      guard let alike = bearers[entry.number] else {
        guard absent * 8 <= entries.count else { return nil }
        return Finding(code, .info, entry.range, subject: entry.title, missing(entry.number, entry.title))
      }
      let agrees = alike.contains { id in
        // What was taken for the heading may be longer or shorter than the drafter's.
        let heading = agreement.heading(id).map(letters) ?? []
        return !heading.isEmpty && (heading.starts(with: key) || key.starts(with: heading))
          || starts(span, tree[id].label.upperBound, with: key)
      }
      guard !agrees, alike.count == 1, let id = alike.first, let heading = agreement.heading(id) else { return nil }
      return Finding(
        code, .warning, entry.range, subject: entry.title, other(entry.number, entry.title, heading),
        notes: [Finding.Note(range: tree[id].label, message: "\(entry.number) is “\(heading)”")])
    }
  }

  private struct Entry {
    var number: String
    var title: String
    /// The title in the source.
    var range: Range<Int>
  }

  /// The entries of the table: a number, a title that may go on over the next lines, a page.
  private static func entries(_ agreement: Agreement) -> [Entry] {
    guard let contents = agreement.contents else { return [] }
    let text = agreement.text
    let span = text.bytes.span
    var out: [Entry] = []
    var open: (number: String, range: Range<Int>)?
    func close() {
      guard let entry = open else { return }
      let title = agreement.words(entry.range)
      out.append(Entry(number: entry.number, title: title, range: entry.range))
      open = nil
    }
    var line = text.lines.index(at: contents.lowerBound)
    while line < text.lines.count, text.lines[line].lowerBound < contents.upperBound {
      defer { line += 1 }
      let range = text.lines[line]
      var start = range.lowerBound
      while start < range.upperBound, span[start].isSpace { start += 1 }
      var end = range.upperBound
      while end > start, span[end - 1].isSpace { end -= 1 }
      guard start < end else { continue }
      let (titleEnd, hasPage) = withoutPage(span, start..<end)
      if let marker = ProvisionMarker.parse(span, start, end), marker.keyword != .none || marker.isDotted || marker.close == .period
      {
        open = nil
        // Two entries on one line, or a number without words, are not read.
        guard marker.textStart < titleEnd, !span[marker.textStart].isLower,
          TitleWords.isTitle(span, marker.textStart..<titleEnd, words: 16)
        else { continue }
        open = (agreement.words(marker.numeral), marker.textStart..<titleEnd)
        if hasPage { close() }
      } else if let entry = open {
        guard hasPage, TitleWords.isTitle(span, start..<max(titleEnd, start + 1), words: 16) else {
          open = nil
          continue
        }
        open = (entry.number, entry.range.lowerBound..<titleEnd)
        close()
      }
    }
    return out
  }

  /// Where a line's words end before its leaders and page number, and whether it has one.
  private static func withoutPage(_ span: Span<UInt8>, _ line: Range<Int>) -> (end: Int, hasPage: Bool) {
    var end = line.upperBound
    while end > line.lowerBound, span[end - 1].isDigit || span[end - 1] == Ascii.hyphen { end -= 1 }
    let digits = end
    while end > line.lowerBound, span[end - 1].isSpace || span[end - 1] == Ascii.period || span[end - 1] == Ascii.underscore {
      end -= 1
    }
    // "Schedule 1" ends in a number that is no page: one blank alone stands before it.
    if digits < line.upperBound, digits - end < 2 { return (line.upperBound, false) }
    return (end, digits < line.upperBound)
  }

  private static func letters(_ title: String) -> [UInt8] { title.lowercasedBytes.utf8.filter { $0.isLower || $0.isDigit } }

  /// Whether the letters from a place on are those of a title.
  private static func starts(_ span: Span<UInt8>, _ start: Int, with key: [UInt8]) -> Bool {
    var i = start
    for letter in key {
      while i < span.count, !span[i].isAlphanumeric { i += 1 }
      guard i < span.count, span[i].lowercased == letter else { return false }
      i += 1
    }
    return true
  }

  private static func missing(_ number: String, _ title: String) -> String {
    "The table of contents has “\(number) \(title)”, and there is no \(number) in the text."
  }
  private static func other(_ number: String, _ title: String, _ heading: String) -> String {
    "The table of contents calls \(number) “\(title)”; in the text it is “\(heading)”."
  }
}
