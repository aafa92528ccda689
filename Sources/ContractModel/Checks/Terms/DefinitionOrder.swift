/// Finds definitions out of their place in a list that is alphabetical but for a few.
enum DefinitionOrder: CheckRule {
  static let code = "definition-order"
  static let severity = Finding.Severity.info
  static let summary = "a definition out of its place in a list that is otherwise alphabetical"
  static let example = "“Affiliate”, “Closing”, “Agreement”, “Damages”"

  static func findings(_ agreement: Agreement) -> [Finding] { lists(agreement).flatMap { misplaced(agreement, $0) } }

  private struct Entry {
    /// The words letter by letter, `closingdate`, and word by word, `closing date`: lists are ordered by the one or the other.
    var keys: [String]
    var name: String
    var range: Range<Int>
  }

  /// The definitions of each list, in order of place: those in one provision, or in items of one.
  private static func lists(_ agreement: Agreement) -> [[Entry]] {
    let tree = agreement.provisions
    var lists: [Int: [Entry]] = [:]
    for term in agreement.terms {
      for definition in term.definitions where definition.kind == .list || definition.kind == .reference {
        guard let provision = definition.provision else { continue }
        // "1.4 "Closing" means": an item of 1.
        let opens = tree[provision].bodyStart + 2 >= definition.range.lowerBound || tree[provision].heading == definition.range
        let list = opens ? tree[provision].parent ?? provision : provision
        guard headsLine(agreement, definition.range) else { continue }
        let words = agreement.words(definition.range)
        lists[list, default: []].append(Entry(keys: keys(words), name: words, range: definition.range))
      }
    }
    return lists.keys.sorted().map { lists[$0]!.sorted { $0.range.lowerBound < $1.range.lowerBound } }.filter { $0.count >= 8 }
  }

  private static func keys(_ words: String) -> [String] {
    let small = words.lowercasedBytes
    let apart = small.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return [small.filter { $0.isLetter || $0.isNumber }, apart]
  }

  /// Whether a term heads its entry: of `"Land" or "Property" means` the first alone, and no word that is defined within a meaning.
  private static func headsLine(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    let span = agreement.text.bytes.span
    var line = range.lowerBound
    while line > 0, !span[line - 1].isLineEnd, range.lowerBound - line < 32 { line -= 1 }
    guard line == 0 || span[line - 1].isLineEnd else { return false }
    // The number or letter of an entry stands before it, and no word.
    while line < range.lowerBound, span[line].isBlank { line += 1 }
    if let marker = ProvisionMarker.parse(span, line, range.lowerBound) { line = marker.textStart }
    return !(line..<max(line, range.lowerBound)).contains { span[$0].isLetter }
  }

  /// The entries to move so that the rest is in order, where they are few.
  private static func misplaced(_ agreement: Agreement, _ list: [Entry]) -> [Finding] {
    // What is out of order either way.
    let kept = [0, 1].map { keptInOrder(list, by: $0) }
    let out = list.indices.filter { !kept[0].contains($0) && !kept[1].contains($0) }
    guard !out.isEmpty, out.count * 8 <= list.count else { return [] }
    let ordered = kept[0].sorted()
    return out.map { index in
      let entry = list[index]
      let next = ordered.first { list[$0].keys[0] > entry.keys[0] }.map { list[$0].name }
      return Finding(code, .info, entry.range, subject: entry.name, message(entry.name, next))
    }
  }

  /// The entries of the longest run in order, by one of their keys.
  private static func keptInOrder(_ list: [Entry], by key: Int) -> Set<Int> {
    // The longest run in order: for each length, the entry with the least key that such a run ends in.
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: list.count)
    for i in list.indices {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if list[ends[middle]].keys[key] <= list[i].keys[key] { low = middle + 1 } else { high = middle }
      }
      before[i] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(i) } else { ends[low] = i }
    }
    var kept: Set<Int> = []
    var at = ends.last
    while let i = at {
      kept.insert(i)
      at = before[i]
    }
    return kept
  }

  private static func message(_ name: String, _ next: String?) -> String {
    "“\(name)” is out of the alphabet's order: its place is " + (next.map { "before “\($0)”." } ?? "at the end of the list.")
  }
}
