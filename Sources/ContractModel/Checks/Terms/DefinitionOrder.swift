/// Finds definitions out of their place in a list that is alphabetical but for a few.
enum DefinitionOrder: CheckRule {
  static let code = "definition-order"
  static let severity = Finding.Severity.info
  static let summary = "a definition out of its place in a list that is otherwise alphabetical"
  static let example = "“Affiliate”, “Closing”, “Agreement”, “Damages”"

  static func findings(_ agreement: Agreement) -> [Finding] { lists(agreement).flatMap { misplaced(agreement, $0) } }

  private struct Entry {
    var key: String
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
        let words = agreement.words(definition.range)
        lists[list, default: []].append(Entry(key: key(words), name: words, range: definition.range))
      }
    }
    return lists.keys.sorted().map { lists[$0]!.sorted { $0.range.lowerBound < $1.range.lowerBound } }.filter { $0.count >= 8 }
  }

  private static func key(_ words: String) -> String { words.lowercasedBytes.filter { $0.isLetter || $0.isNumber } }

  /// The entries to move so that the rest is in order, where they are few.
  private static func misplaced(_ agreement: Agreement, _ list: [Entry]) -> [Finding] {
    // The longest run in order: for each length, the entry with the least key that such a run ends in.
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: list.count)
    for i in list.indices {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if list[ends[middle]].key <= list[i].key { low = middle + 1 } else { high = middle }
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
    let out = list.indices.filter { !kept.contains($0) }
    guard !out.isEmpty, out.count * 8 <= list.count else { return [] }
    let ordered = kept.sorted()
    return out.map { index in
      let entry = list[index]
      let next = ordered.first { list[$0].key > entry.key }.map { list[$0].name }
      return Finding(code, .info, entry.range, subject: entry.name, message(entry.name, next))
    }
  }

  private static func message(_ name: String, _ next: String?) -> String {
    "“\(name)” is out of the alphabet's order: its place is " + (next.map { "before “\($0)”." } ?? "at the end of the list.")
  }
}
