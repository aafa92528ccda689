/// Tells the European standard clauses' clauses from a paper's own: "In Clause 7, the docking clause does not apply" in a paper that calls
/// its provisions sections, within a provision at the top that speaks of the standard clauses.
struct StandardClauses {
  private let reading: ReadingText
  private let tree: ProvisionTree
  /// Provisions at the top that were looked at, and whether they speak of the standard clauses.
  private var known: [Int: Bool] = [:]

  init(reading: ReadingText, tree: ProvisionTree) {
    self.reading = reading
    self.tree = tree
  }

  /// Whether a clause that is named in a provision is theirs.
  mutating func haveClause(namedIn here: Int?) -> Bool {
    guard let here, tree.attachment(of: here) == nil, let top = tree.path(to: here).first, callsSections else { return false }
    if let known = known[top] { return known }
    let found = speaks(reading.reading(tree[top].start)..<reading.reading(tree[top].range.upperBound))
    known[top] = found
    return found
  }

  private func speaks(_ range: Range<Int>) -> Bool {
    let span = reading.bytes.span
    for words: StaticString in ["standard contractual clauses", " sccs", "eea scc"]
    where span.firstIndex(of: words, in: range) != nil { return true }
    return false
  }

  /// Whether the paper calls its own provisions sections: it prints no "Clause" before them, says "this clause" nowhere and "Section" often.
  private lazy var callsSections: Bool = {
    let span = reading.bytes.span
    var sections = 0
    var hasClauses = false
    reading.wordStarts.forEach(in: 0..<span.count) { at in
      if span.matches("section ", at: at), span.byte(at + 8).isDigit { sections += 1 }
      if span.matches("this clause", at: at) || span.matches("clause ", at: at) && tree.begins(at: reading.source(at)) {
        hasClauses = true
      }
      return at + 1
    }
    return sections >= 3 && !hasClauses
  }()
}
