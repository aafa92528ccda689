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
      guard tree[id].kind == .provision, let heading = agreement.heading(id) else { return nil }
      let key = heading.lowercasedBytes.filter { $0.isLetter }
      guard key.utf8.count > 4, !isBlank(key) else { return nil }
      let place = "\(tree[id].parent ?? -1)|\(key)"
      guard let other = first[place] else {
        first[place] = id
        return nil
      }
      guard tree[other].number != tree[id].number, let range = tree[id].heading else { return nil }
      return Finding(
        code, .info, range, subject: heading, message(tree[other].number, tree[id].number, heading),
        notes: [Finding.Note(range: tree[other].label, message: "\(tree[other].number) has the same heading")])
    }
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
