/// Finds references that point the wrong way: "Section 9 above" within 3.
enum WrongDirection: CheckRule {
  static let code = "wrong-direction"
  static let severity = Finding.Severity.info
  static let summary = "“above” or “below” for what is not there"
  static let example = "“Section 9 above” within Section 3"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let span = agreement.text.bytes.span
    let tree = agreement.provisions
    // Where the first and the last provision of each number stand, by the number and each end of it behind a slash.
    var places: [String: (first: Int, last: Int)] = [:]
    for id in tree.indices {
      for end in Self.ends(tree[id].number) {
        places[end] = (places[end]?.first ?? tree[id].start, tree[id].start)
      }
    }
    return agreement.references.compactMap { reference in
      // A bare (b) or (ii) may be that of a list in running text, which has no place of its own.
      guard reference.status == .internal, span[reference.range.upperBound - 1].isDigit,
        tree.attachment(of: reference.provision ?? 0) == nil, reference.targetIDs.count == 1,
        let target = reference.targetIDs.first,
        let place = reference.provision, !tree.holds(target, place), !tree.holds(place, target),
        tree.attachment(of: target) == tree.attachment(of: place)
      else { return nil }
      let word = span.skipSpaces(reference.range.upperBound)
      let isBefore = tree[target].start < reference.range.lowerBound
      let says: String? =
        span.matchesWord("above", at: word) && !isBefore ? "above" : span.matchesWord("below", at: word) && isBefore ? "below" : nil
      guard let says, !goesOn(span, word + 5) else { return nil }
      let words = agreement.words(reference.range)
      // Another of that number may stand where the words say.
      if let alike = places[tree[target].number],
        isBefore ? alike.last >= reference.range.lowerBound : alike.first < reference.range.lowerBound
      {
        return nil
      }
      return Finding(
        code, .info, reference.range, subject: words,
        "“\(words) \(says)” stands \(isBefore ? "behind" : "before") \(tree[target].number).",
        notes: [Finding.Note(range: tree[target].label, message: "\(tree[target].number) is here")])
    }
  }

  /// The ends of a number behind slashes, the whole first: `Exhibit A/1.2(b)`, `1.2(b)`.
  private static func ends(_ number: String) -> [String] {
    [number] + number.indices.filter { number[$0] == "/" }.map { String(number[number.index(after: $0)...]) }
  }

  /// "Section 3 below zero": the word goes on with what it is below.
  private static func goesOn(_ span: Span<UInt8>, _ end: Int) -> Bool {
    let next = span.skipSpaces(end)
    return next < span.count
      && (span[next].isDigit || span[next] == 0x24 || span.matchesWord("zero", at: next) || span.matchesWord("the", at: next))
  }
}
