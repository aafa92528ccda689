/// Finds cross-reference fields that print another number than the provision they lead to: "Section 2.1" with a field that leads to 2.2.
enum StaleField: CheckRule {
  static let code = "stale-field"
  static let severity = Finding.Severity.warning
  static let summary = "a cross-reference field that prints another number than its target has"
  static let example = "“Section 2.1” where the field leads to 2.2"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    return agreement.text.links.compactMap { link in
      guard agreement.contents?.overlaps(link.range) != true, let id = tree.innermost(at: link.target),
        // The bookmark must stand at the number's paragraph: one in the midst of a provision may name anything.
        link.target <= max(tree[id].bodyStart, tree[id].heading?.upperBound ?? 0)
      else { return nil }
      let printed = agreement.words(link.range)
      guard isNumber(printed), !agrees(printed, tree[id].number) else { return nil }
      return Finding(
        code, .warning, link.range, subject: printed, "“\(printed)” is a field that leads to \(tree[id].number).",
        notes: [Finding.Note(range: tree[id].label, message: "\(tree[id].number) is here")])
    }
  }

  /// Whether words are a provision's number and nothing else: `2.1`, `7(b)`, `(ii)`.
  private static func isNumber(_ words: String) -> Bool {
    guard let first = words.utf8.first, first.isDigit || first == Ascii.open, words.utf8.count <= 20 else { return false }
    return words.utf8.allSatisfy { $0.isAlphanumeric || $0 == Ascii.period || $0 == Ascii.open || $0 == Ascii.close }
  }

  /// Whether a field prints a provision's number, or the end of it: `(b)` for `7(b)`, `2.1.` for `2.1`.
  private static func agrees(_ printed: String, _ number: String) -> Bool {
    let plain = { (text: String) in text.lowercased().filter { $0.isLetter || $0.isNumber } }
    let words = plain(printed)
    return words.isEmpty || plain(number).hasSuffix(words)
      || plain(number.split(separator: "/").last.map(String.init) ?? "").hasSuffix(words)
  }
}
