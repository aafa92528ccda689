/// Finds two provisions of one rank under the same heading: 7 Notices and 15 Notices.
enum DuplicateHeading: CheckRule {
  static let code = "duplicate-heading"
  static let severity = Finding.Severity.info
  static let summary = "two provisions beside each other under one heading"
  static let example = "7 Notices and 15 Notices"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    var first: [String: Int] = [:]
    return tree.indices.compactMap { id in
      guard tree[id].kind == .provision, tree.attachment(of: id) == nil, let range = tree[id].heading, isWhole(agreement, range),
        let heading = agreement.heading(id)
      else { return nil }
      guard heading.plainLetters.utf8.count > 4, !isBlank(heading.plainLetters) else { return nil }
      // "Amendment to Section 7.05" and "to Section 7.02" are two.
      let key = heading.plainLetters + heading.filter(\.isNumber)
      // 6.03 and 11.09 are of two articles, whether those were found or not.
      let article = tree[id].number.lastIndex(of: ".").map { String(tree[id].number[..<$0]) } ?? ""
      let place = "\(tree[id].parent ?? -1)|\(article)|\(key)"
      guard let other = first[place] else {
        first[place] = id
        return nil
      }
      guard tree[other].number != tree[id].number else { return nil }
      return Finding(
        code, .info, range, subject: heading, message(tree[other].number, tree[id].number, heading),
        notes: [Finding.Note(range: tree[other].label, message: "\(tree[other].number) has the same heading")])
    }
  }

  /// Whether what was taken for the heading is all of it: a period, a colon or the line's end follows, and no dash, number or small letter.
  private static func isWhole(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    let span = agreement.text.bytes.span
    guard range.upperBound < span.count else { return true }
    let end = span[range.upperBound]
    if end == Ascii.period { return true }
    guard end.isLineEnd || end == Ascii.colon && range.upperBound + 1 < span.count && span[range.upperBound + 1].isLineEnd else {
      return false
    }
    let next = span.skipSpaces(range.upperBound)
    return next >= span.count || !span[next].isLower && !span[next].isDigit
  }

  /// Headings that say there is nothing below them.
  private static func isBlank(_ key: String) -> Bool {
    ["reserved", "intentionallyomitted", "omitted", "deleted", "intentionallyleftblank", "intentionallydeleted", "notused"]
      .contains(key)
  }

  private static func message(_ one: String, _ other: String, _ heading: String) -> String {
    "\(one) and \(other) are both headed “\(heading)”."
  }
}
