/// Says what the model doubts about an agreement, each doubt a sentence.
enum Health {
  static func doubts(
    _ text: SourceText, _ tree: ProvisionTree, _ terms: [DefinedTerm], _ references: [CrossReference], _ blocks: [Block],
    _ pages: [PageBreak]
  ) -> [String] {
    var out = LeftOut.sentences(text.leftOut)
    let count = tree.indices.reduce(0) { $0 + (tree[$1].kind == .provision ? 1 : 0) }
    let words = blocks.reduce(0) { $0 + ($1.kind.isRead ? $1.range.count : 0) }
    if words == 0 { return out + ["no text found"] }
    if count < 12, let other = OtherPapers.name(text) { out.append("this reads as \(other), not as an agreement") }
    if count == 0, !tree.contains(where: { $0.kind == .heading }) {
      out.append(
        terms.isEmpty && references.isEmpty
          ? "this does not look like an agreement: no numbered provisions, terms or references found"
          : "no numbered provisions found")
    }
    if let id = tree.provisions.firstIndex(where: { isDefinitions(text, $0) }), definitions(in: tree[id].range, terms) == 0,
      tree[id].range.count > 400
    {
      out.append("a Definitions article with no definitions")
    }
    let missing = references.count { $0.status == .missing }
    let inside = references.count { $0.status == .internal }
    if missing > 4, missing > inside {
      out.append("most references lead nowhere: the numbers printed may not be the numbers meant")
    }
    let torn = tornPages(text, blocks, pages)
    if torn > 1 { out.append("numbers are torn from their text on \(torn) pages") }
    let repeated = repeats(tree)
    if repeated > 3 { out.append("\(repeated) provision numbers come more than once") }
    return out
  }

  /// How many pages print three numbers and more on lines of their own with no words behind them, as columns taken apart do.
  private static func tornPages(_ text: SourceText, _ blocks: [Block], _ pages: [PageBreak]) -> Int {
    let span = text.bytes.span
    var torn = 0
    var page = 0
    var alone = 0
    for (index, block) in blocks.enumerated() where block.kind.isRead && block.kind != .printed {
      while page < pages.count, pages[page].offset <= block.range.lowerBound {
        if alone >= 3 { torn += 1 }
        alone = 0
        page += 1
      }
      guard block.range.count <= 8, index + 1 < blocks.count, !blocks[index + 1].continues,
        let marker = ProvisionMarker.parse(span, block.range.lowerBound, block.range.upperBound),
        marker.textStart >= block.range.upperBound, marker.close != .none || marker.isDotted
      else { continue }
      alone += 1
    }
    return torn + (alone >= 3 ? 1 : 0)
  }

  private static func isDefinitions(_ text: SourceText, _ provision: Provision) -> Bool {
    guard let heading = provision.heading else { return false }
    return text.bytes.span.matches("definition", at: heading.lowerBound)
      || text.bytes.span.matches("defined terms", at: heading.lowerBound)
  }

  private static func definitions(in range: Range<Int>, _ terms: [DefinedTerm]) -> Int {
    terms.reduce(0) { $0 + $1.definitions.count { range.contains($0.range.lowerBound) } }
  }

  /// How many provisions have the number of one before them.
  private static func repeats(_ tree: ProvisionTree) -> Int {
    var numbers = NameTable(capacity: tree.count)
    // `1(A)` besides `1(a)`.
    var inOtherCase: Set<String> = []
    // Lists below captions count from 1 anew, and so does another paper.
    let counted = tree.indices.filter { id in
      tree[id].paper == 0 && !tree[id].number.isEmpty && tree[tree.path(to: id)[0]].kind != .heading
    }
    return counted.reduce(0) { count, id in
      let number = tree[id].number
      let first = numbers.insert(number, id)
      let isNew = first == id || tree[first].number != number && inOtherCase.insert(number).inserted
      return count + (isNew ? 0 : 1)
    }
  }
}
