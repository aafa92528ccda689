/// Which sections of two versions are the same one: by their words, by what they have in common, by their number below the same parent.
struct SectionAlignment {
  struct Pair: Equatable {
    var old: Int
    var new: Int
  }

  /// In order of the new version.
  private(set) var pairs: [Pair] = []
  /// The new section of each old one, and the other way round; nil where it has none.
  private(set) var newOfOld: [Int?]
  private(set) var oldOfNew: [Int?]

  private let old: CompareWords
  private let new: CompareWords

  /// How much of the shorter section must stand in the other, and how much of a section with the same number.
  private static let alike = 0.5
  private static let alikeByNumber = 0.2
  /// Fewer words are alike by chance.
  private static let fewWords = 6

  init(_ old: CompareWords, _ oldAgreement: Agreement, _ new: CompareWords, _ newAgreement: Agreement) {
    self.old = old
    self.new = new
    newOfOld = [Int?](repeating: nil, count: old.sections.count)
    oldOfNew = [Int?](repeating: nil, count: new.sections.count)
    pair(0, 0)
    if old.words.map(\.key) == new.words.map(\.key), old.sections.map(\.words) == new.sections.map(\.words) {
      for section in old.sections.indices.dropFirst() { pair(section, section) }
    }
    pairSame(atLeast: Self.fewWords)
    // A heading that has nothing but its items below it is known by its words, wherever its number went.
    pairSame(atLeast: 1)
    pairByNumberAndHeading(oldAgreement, newAgreement)
    // What has most in common goes before the number: `1.7` may be what was 1.8, now that a provision before it is gone.
    pairAlike(oldAgreement.provisions, newAgreement.provisions)
    pairByWhatStandsIn(oldAgreement.provisions, newAgreement.provisions)
    pairByNumber(oldAgreement.provisions, newAgreement.provisions)
    // "Contractor's Fee" that was written anew is told by its heading before what stands at its place is taken for it.
    pairByHeading(oldAgreement, newAgreement)
    pairByNumber(oldAgreement.provisions, newAgreement.provisions, leastAlike: 0)
    pairSigning()
    pairs = oldOfNew.indices.compactMap { new in oldOfNew[new].map { Pair(old: $0, new: new) } }
  }

  /// The provisions of the sections that are left, by what they are called; those that have no such name are left out.
  private static func named(_ tree: ProvisionTree, _ isLeft: (Int) -> Bool, by name: (Int) -> String?) -> [String: [Int]] {
    var out: [String: [Int]] = [:]
    for id in tree.indices where isLeft(id) { if let name = name(id) { out[name, default: []].append(id) } }
    return out
  }

  /// Pairs the provisions that are left and are called the same, where each version has one, and a test passes of their sections.
  private mutating func pairNamed(
    _ oldAgreement: Agreement, _ newAgreement: Agreement, by name: (Agreement, Int) -> String?,
    if passes: (SectionAlignment, Int, Int) -> Bool = { _, _, _ in true }
  ) {
    let mine = Self.named(oldAgreement.provisions, { newOfOld[old.sectionOf[$0]] == nil }, by: { name(oldAgreement, $0) })
    let others = Self.named(newAgreement.provisions, { oldOfNew[new.sectionOf[$0]] == nil }, by: { name(newAgreement, $0) })
    for (name, ids) in mine where ids.count == 1 {
      guard let found = others[name], found.count == 1 else { continue }
      let (a, b) = (old.sectionOf[ids[0]], new.sectionOf[found[0]])
      if newOfOld[a] == nil, oldOfNew[b] == nil, passes(self, a, b) { pair(a, b) }
    }
  }

  /// Sections with the same number and heading, of which the shorter stands in the other for the most part: a paragraph that went from 3 to
  /// 5 makes neither of them another provision.
  private mutating func pairByNumberAndHeading(_ old: Agreement, _ new: Agreement) {
    pairNamed(
      old, new,
      by: { agreement, id in
        agreement.provisions[id].number.isEmpty
          ? nil : agreement.heading(id).map { agreement.provisions[id].number + " " + $0.lowercasedBytes }
      }, if: { $0.similarity($1, $2) >= Self.alike })
  }

  /// Sections that bear a heading that no other one of their version bears.
  private mutating func pairByHeading(_ old: Agreement, _ new: Agreement) {
    pairNamed(old, new, by: { agreement, id in agreement.heading(id)?.lowercasedBytes })
  }

  /// The signatures that are left, where both versions have as many: the first with the first.
  private mutating func pairSigning() {
    let mine = old.sections.indices.filter { old.sections[$0].isSigning && newOfOld[$0] == nil }
    let others = new.sections.indices.filter { new.sections[$0].isSigning && oldOfNew[$0] == nil }
    guard mine.count == others.count else { return }
    for (a, b) in zip(mine, others) { pair(a, b) }
  }

  private mutating func pair(_ a: Int, _ b: Int) {
    newOfOld[a] = b
    oldOfNew[b] = a
  }

  private static func hash(_ words: CompareWords, _ section: Int) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for word in words.words[words.sections[section].words] where !word.isLabel { hash = (hash &* 1_099_511_628_211) ^ word.key }
    return hash
  }

  /// Sections of the same words, where those stand as often in each version: the first with the first, and so on.
  private mutating func pairSame(atLeast least: Int) {
    func places(_ words: CompareWords, _ isPaired: (Int) -> Bool) -> [UInt64: [Int]] {
      var places: [UInt64: [Int]] = [:]
      for section in words.sections.indices where !isPaired(section) {
        guard words.words[words.sections[section].words].count(where: { !$0.isLabel }) >= least else { continue }
        places[Self.hash(words, section), default: []].append(section)
      }
      return places
    }
    let (first, second) = (places(old) { newOfOld[$0] != nil }, places(new) { oldOfNew[$0] != nil })
    for (key, mine) in first {
      guard let others = second[key], others.count == mine.count else { continue }
      for (a, b) in zip(mine, others) { pair(a, b) }
    }
  }

  /// Sections with the same number below parents that are the same; at the top, with the same number.
  private mutating func pairByNumber(_ oldTree: ProvisionTree, _ newTree: ProvisionTree, leastAlike: Double = alikeByNumber) {
    var children: [String: Int] = [:]
    for id in newTree.indices where oldOfNew[new.sectionOf[id]] == nil {
      let key = "\(newTree[id].parent ?? -1) \(Self.own(newTree, id))"
      if children[key] == nil { children[key] = id }
    }
    for id in oldTree.indices where newOfOld[old.sectionOf[id]] == nil {
      let parent: Int
      if let above = oldTree[id].parent {
        guard let same = newOfOld[old.sectionOf[above]], let provision = new.sections[same].provision else { continue }
        parent = provision
      } else {
        parent = -1
      }
      guard let other = children["\(parent) \(Self.own(oldTree, id))"], oldOfNew[new.sectionOf[other]] == nil else { continue }
      let (a, b) = (old.sectionOf[id], new.sectionOf[other])
      if leastAlike == 0 ? isAtSamePlace(a, b) : similarity(a, b) >= leastAlike { pair(a, b) }
    }
  }

  /// The part of a number that its parent does not say.
  private static func own(_ tree: ProvisionTree, _ id: Int) -> Substring {
    let number = tree[id].number[...]
    guard let parent = tree[id].parent, number.hasPrefix(tree[parent].number) else { return number }
    return number.dropFirst(tree[parent].number.count)
  }

  /// Provisions that are little but a number, `SCHEDULE 2`, with those that most of what stands in them stands in now.
  private mutating func pairByWhatStandsIn(_ oldTree: ProvisionTree, _ newTree: ProvisionTree) {
    for id in oldTree.indices where newOfOld[old.sectionOf[id]] == nil {
      guard old.sections[old.sectionOf[id]].words.count < Self.fewWords * 2 else { continue }
      var hosts: [Int: Int] = [:]
      for child in oldTree.children(of: id) {
        guard let same = newOfOld[old.sectionOf[child]].flatMap({ new.sections[$0].provision }), let host = newTree[same].parent,
          newTree[host].kind == oldTree[id].kind
        else { continue }
        hosts[host, default: 0] += 1
      }
      guard let (host, count) = hosts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        count * 2 > oldTree.children(of: id).count, oldOfNew[new.sectionOf[host]] == nil
      else { continue }
      pair(old.sectionOf[id], new.sectionOf[host])
    }
  }

  /// Whether what stands before both, or behind both, is the same.
  private func isAtSamePlace(_ a: Int, _ b: Int) -> Bool {
    a > 0 && newOfOld[a - 1] == b - 1 || a + 1 < newOfOld.count && b + 1 < oldOfNew.count && newOfOld[a + 1] == b + 1
  }

  /// Three words in a row, as keys.
  private static func shingles(_ words: CompareWords, _ section: Int) -> Set<UInt64> {
    let range = words.sections[section].words
    // Of so few words each counts.
    guard range.count >= 3 else { return Set(words.words[range].lazy.filter { !$0.isLabel }.map(\.key)) }
    var out: Set<UInt64> = []
    for i in range.lowerBound...(range.upperBound - 3) {
      let (a, b, c) = (words.words[i].key, words.words[i + 1].key, words.words[i + 2].key)
      out.insert((a &* 1_099_511_628_211 ^ b) &* 1_099_511_628_211 ^ c)
    }
    return out
  }

  /// How much of the shorter of two sections stands in the other: from 0 to 1.
  private func similarity(_ a: Int, _ b: Int) -> Double {
    let (first, second) = (Self.shingles(old, a), Self.shingles(new, b))
    let least = min(first.count, second.count)
    guard least > 0 else { return 0 }
    return Double(first.intersection(second).count) / Double(least)
  }

  /// The sections that are left, each with the one it has most in common with; the best go first.
  private mutating func pairAlike(_ oldTree: ProvisionTree, _ newTree: ProvisionTree) {
    var holders: [UInt64: [Int]] = [:]
    var sizes = [Int](repeating: 0, count: new.sections.count)
    for b in new.sections.indices where oldOfNew[b] == nil && new.sections[b].words.count >= Self.fewWords {
      let shingles = Self.shingles(new, b)
      sizes[b] = shingles.count
      for shingle in shingles { holders[shingle, default: []].append(b) }
    }
    var candidates: [(share: Double, old: Int, new: Int)] = []
    for a in old.sections.indices where newOfOld[a] == nil && old.sections[a].words.count >= Self.fewWords {
      let shingles = Self.shingles(old, a)
      var common: [Int: Int] = [:]
      for shingle in shingles {
        // What many sections say tells none of them.
        guard let places = holders[shingle], places.count <= 20 else { continue }
        for b in places { common[b, default: 0] += 1 }
      }
      for (b, count) in common {
        let share = Double(count) / Double(max(1, max(shingles.count, sizes[b])))
        // Of two that are nearly alike, the one that kept its number.
        let isSameNumber =
          old.sections[a].provision.flatMap { a in new.sections[b].provision.map { oldTree[a].number == newTree[$0].number } }
          ?? false
        if share >= Self.alike { candidates.append((share + (isSameNumber ? 0.1 : 0), a, b)) }
      }
    }
    candidates.sort { ($0.share, $1.old, $1.new) > ($1.share, $0.old, $0.new) }
    for candidate in candidates where newOfOld[candidate.old] == nil && oldOfNew[candidate.new] == nil {
      pair(candidate.old, candidate.new)
    }
  }
}
