/// Where a definition holds that says so: "For purposes of this Section 2, "Agent" means", "As used in this Section 3 and in Section 4".
///
/// The words stand before the term in its own sentence, or lead the list it stands in: "For the purpose of this paragraph 2 the following
/// words have these meanings:".
struct DefinitionScope {
  private let reading: ReadingText
  private let tree: ProvisionTree
  /// The provision that words name from another.
  private let target: (ReferenceWords, Int?) -> Int?
  /// What the words at the head of a provision limit those below it to, by the provision.
  private var leads: [Int: [Int]] = [:]

  init(_ reading: ReadingText, _ tree: ProvisionTree, target: @escaping (ReferenceWords, Int?) -> Int?) {
    self.reading = reading
    self.tree = tree
    self.target = target
  }

  /// The provisions in which a definition holds; none for one that holds in the whole paper.
  ///
  /// - Parameter start: Where the term begins, in reading offsets.
  /// - Parameter provision: The provision it stands in.
  mutating func scope(ofDefinitionAt start: Int, in provision: Int?) -> [Int] {
    guard let provision else { return [] }
    // Its own sentence, back to the period before it.
    let body = reading.reading(tree[provision].bodyStart)
    var low = start
    while low > body, start - low < 240, !endsSentence(low) { low -= 1 }
    let own = limits(in: low..<start, from: provision)
    if !own.isEmpty { return own }
    for id in tree.path(to: provision).reversed() {
      let found = lead(id)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func endsSentence(_ at: Int) -> Bool {
    let bytes = reading.bytes
    return at > 1 && bytes[at - 1].isSpace
      && (bytes[at - 2] == Ascii.period && at > 3 && !bytes[at - 3].isDigit || bytes[at - 1] == Ascii.lineFeed)
  }

  /// What leads the list of a provision: its words to a colon, where they announce meanings.
  private mutating func lead(_ id: Int) -> [Int] {
    if let known = leads[id] { return known }
    let start = reading.reading(tree[id].bodyStart)
    let end = min(reading.bytes.count, reading.reading(tree[id].range.upperBound), start + 400)
    let colon = reading.bytes.span.firstOffset(of: Ascii.colon, in: start..<max(start, end))
    let found =
      colon < end
        && ["mean", "definitions", "purposes of", "in this clause", "in this section", "in this paragraph"].contains(where: {
          reading.bytes.span.firstIndex(of: $0, in: start..<colon) != nil
        }) ? limits(in: start..<colon, from: id) : []
    leads[id] = found
    return found
  }

  private static let announcements: [StaticString] = [
    "purposes of this ", "purpose of this ", "used in this ", "used throughout this ", "in this ", "within this ",
    "apply in this ", "apply to this ", "purposes of ", "purpose of ",
  ]

  private func limits(in range: Range<Int>, from provision: Int) -> [Int] {
    let span = reading.bytes.span
    for words in Self.announcements {
      guard let at = span.firstIndex(of: words, in: range), at == 0 || !span[at - 1].isWord else { continue }
      // "in this Section 3," only at a sentence's beginning.
      if words.utf8CodeUnitCount <= 12, span[at].lowercased != 0x70, at - range.lowerBound > 4 { continue }
      let start = at + words.utf8CodeUnitCount
      guard let first = self.provision(named: start, range.upperBound, from: provision) else { continue }
      var out = first.ids
      var end = first.end
      // "and in Section 4", ", Section 5".
      while true {
        var next = span.skipSpaces(end)
        for joint: StaticString in [",", "and", "or", "in"] where span.matches(joint, at: next) {
          next = span.skipSpaces(next + joint.utf8CodeUnitCount)
        }
        guard next > end, let more = self.provision(named: next, range.upperBound, from: provision) else { return out }
        out += more.ids
        end = more.end
      }
    }
    return []
  }

  /// The provision that "Section 2", or "Section" alone, names behind "this".
  private func provision(named start: Int, _ limit: Int, from here: Int) -> (ids: [Int], end: Int)? {
    let span = reading.bytes.span
    if let words = ReferenceGrammar.parse(span, start, limit) {
      if words.isAttachment { return tree.attachment(of: here).map { ([$0], words.range.upperBound) } }
      let ids = words.items.compactMap { item in
        var one = words
        one.items = [item]
        return target(one, here)
      }
      return ids.isEmpty ? nil : (ids, words.range.upperBound)
    }
    let path = tree.path(to: here)
    for (keyword, pick) in [
      ("article" as StaticString, path.first), ("section", unlettered(path)), ("clause", unlettered(path)),
      ("paragraph", path.last),
      ("subsection", path.last), ("subparagraph", path.last), ("schedule", tree.attachment(of: here)),
      ("exhibit", tree.attachment(of: here)),
      ("annex", tree.attachment(of: here)), ("appendix", tree.attachment(of: here)),
    ] where span.matchesWord(keyword, at: start) {
      return pick.map { ([$0], start + keyword.utf8CodeUnitCount) }
    }
    return nil
  }

  /// The innermost provision without a letter in brackets.
  private func unlettered(_ path: [Int]) -> Int? { path.last { !tree[$0].number.hasSuffix(")") } ?? path.first }
}

extension DefinedTerm {
  /// The definition that holds where a provision stands, whose path from the outermost is given; nil where each holds elsewhere.
  public func meaning(within path: [Int]) -> Definition? {
    let limited = definitions.filter { !$0.scope.isEmpty }
    guard !limited.isEmpty else { return meaning() }
    for id in path.reversed() {
      if let own = limited.first(where: { $0.scope.contains(id) }) { return own }
    }
    var open = self
    open.definitions.removeAll { !$0.scope.isEmpty }
    return open.meaning()
  }
}
