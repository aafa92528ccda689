/// Finds references to a number that two provisions bear: "Section 5.2" where 5.2 is printed twice.
enum AmbiguousReference: CheckRule {
  static let code = "ambiguous-reference"
  static let severity = Finding.Severity.warning
  static let summary = "a reference to a number that two provisions bear"
  static let example = "“Section 5.2” where 5.2 is printed twice"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    let numbers = tree.filter { $0.kind == .provision }.map(\.number)
    guard Set(numbers).count < numbers.count else { return [] }
    let sure = Set(
      NumberSequence.breaks(in: agreement, of: .number, .letter)
        .filter { $0.isSure && $0.missing == nil }.map { tree[$0.id].number })
    var bearers: [String: [Int]] = [:]
    for id in tree.indices where tree[id].kind == .provision { bearers[tree[id].number, default: []].append(id) }
    return agreement.references.compactMap { reference in
      guard reference.status == .internal, reference.targetIDs.count == 1, let target = reference.targetIDs.first,
        let alike = bearers[tree[target].number], alike.count > 1,
        // Only a number that is printed twice where the series around it goes on as it should.
        sure.contains(tree[target].number),
        // Within an attachment its own numbers come first.
        let other = alike.first(where: {
          $0 != target && tree.attachment(of: $0) == tree.attachment(of: target) && tree[$0].paper == tree[target].paper
            && tree[tree.path(to: $0)[0]].kind != .heading
        })
      else { return nil }
      let words = agreement.words(reference.range)
      return Finding(
        code, .warning, reference.range, subject: words,
        message(words, tree[target].number, alike.count),
        notes: [target, other].map { Finding.Note(range: tree[$0].label, message: "\(tree[$0].number) is printed here") })
    }
  }

  private static func message(_ words: String, _ number: String, _ count: Int) -> String {
    "“\(words)” can mean \(count == 2 ? "either of two" : "any of \(count)") provisions numbered \(number)."
  }
}
