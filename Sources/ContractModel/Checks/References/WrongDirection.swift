/// Finds references that point the wrong way: "Section 9 above" within 3.
enum WrongDirection: CheckRule {
  static let code = "wrong-direction"
  static let severity = Finding.Severity.info
  static let summary = "“above” or “below” for what is not there"
  static let example = "“Section 9 above” within Section 3"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let span = agreement.text.bytes.span
    let tree = agreement.provisions
    return agreement.references.compactMap { reference in
      guard reference.status == .internal, reference.targetIDs.count == 1, let target = reference.targetIDs.first,
        let place = reference.provision, !tree.holds(target, place), !tree.holds(place, target),
        tree.attachment(of: target) == tree.attachment(of: place)
      else { return nil }
      let word = span.skipSpaces(reference.range.upperBound)
      let isBefore = tree[target].start < reference.range.lowerBound
      let says: String? =
        span.matchesWord("above", at: word) && !isBefore ? "above" : span.matchesWord("below", at: word) && isBefore ? "below" : nil
      guard let says else { return nil }
      let words = agreement.words(reference.range)
      return Finding(
        code, .info, reference.range, subject: words,
        "“\(words) \(says)” stands \(isBefore ? "behind" : "before") \(tree[target].number).",
        notes: [Finding.Note(range: tree[target].label, message: "\(tree[target].number) is here")])
    }
  }
}
