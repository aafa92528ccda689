/// Puts the words of two versions side by side: between sections that are the same in both, what stands there is compared as one row of
/// words, so that a paragraph that was split or joined shows each word once.
struct ComparisonBuilder {
  private let old: Agreement
  private let new: Agreement
  private let oldWords: CompareWords
  private let newWords: CompareWords
  private let alignment: SectionAlignment
  private let isStrict: Bool

  private(set) var rows: [Comparison.Row] = []
  private(set) var noise = Comparison.Noise()
  private(set) var sameWords: [Int?]

  /// A run of words with the words of each version by index.
  private struct Run {
    var kind: Comparison.Piece.Kind
    var old: [Int]
    var new: [Int]
    var move: Int?
  }
  private var runs: [Run] = []
  /// The keys of the words of each version; the number in a reference has that of the provision it leads to.
  private var oldKeys: [UInt64]
  private var newKeys: [UInt64]
  /// The sections that stand elsewhere in the new version, by the new ones.
  private var moved: Set<Int> = []

  /// Fewer words that are taken out here and put in there did not move: they are said twice.
  private static let fewestMoved = 8

  init(
    _ old: Agreement, _ oldWords: CompareWords, _ new: Agreement, _ newWords: CompareWords, _ alignment: SectionAlignment,
    isStrict: Bool
  ) {
    self.old = old
    self.new = new
    self.oldWords = oldWords
    self.newWords = newWords
    self.alignment = alignment
    self.isStrict = isStrict
    sameWords = [Int?](repeating: nil, count: newWords.words.count)
    oldKeys = oldWords.words.map(\.key)
    newKeys = newWords.words.map(\.key)
    guard !isStrict else { return }
    let newOfOld = alignment.newOfOld
    Self.keyReferences(old, oldWords, &oldKeys) { id in newOfOld[id + 1].map { $0 - 1 } }
    Self.keyReferences(new, newWords, &newKeys) { $0 }
  }

  /// Gives the numbers in references the key of the provision they lead to, by its id in the new version: `Section 4` that became
  /// `Section 5` because a provision was put in is the same, alone, in a list and at the end of a range.
  private static func keyReferences(
    _ agreement: Agreement, _ words: CompareWords, _ keys: inout [UInt64], _ identity: (Int) -> Int?
  ) {
    for reference in agreement.references where reference.status == .internal {
      let first = words.words.boundary { $0.range.lowerBound < reference.range.lowerBound }
      var index = first
      while index < words.words.count, words.words[index].range.lowerBound < reference.range.upperBound {
        let printed = agreement.text.string(words.words[index].range)
        // `4.1(b)` is several words: the first bears the number of its section.
        let target = reference.targetIDs.first { id in
          let number = agreement.provisions[id].number
          return number == printed || number.hasPrefix(printed + "(") && printed.contains { $0.isNumber }
        }
        if let target, let same = identity(target) {
          keys[index] = 2 &+ UInt64(truncatingIfNeeded: same) &* 0x9E37_79B9_7F4A_7C15
        }
        index += 1
      }
    }
  }

  mutating func build() {
    let kept = Set(keptInOrder())
    let inOrder = alignment.pairs.indices.filter(kept.contains).map { alignment.pairs[$0] }
    let elsewhere = alignment.pairs.indices.filter { !kept.contains($0) }.map { alignment.pairs[$0] }
    moved = Set(elsewhere.map(\.new))
    let movedOld = Set(elsewhere.map(\.old))
    for (index, pair) in inOrder.enumerated() {
      let next = index + 1 < inOrder.count ? inOrder[index + 1] : nil
      let oldSections = pair.old..<(next?.old ?? oldWords.sections.count)
      let newSections = pair.new..<(next?.new ?? newWords.sections.count)
      compare(
        oldSections.filter { !movedOld.contains($0) }.flatMap { oldWords.sections[$0].words },
        newSections.filter { !moved.contains($0) }.flatMap { newWords.sections[$0].words })
    }
    for pair in elsewhere { compare(Array(oldWords.sections[pair.old].words), Array(newWords.sections[pair.new].words)) }
    putEchoesAside()
    findMoves()
    collect()
  }

  /// The pairs that stand in the same order in both versions and hold the most words; one that kept its number counts as more, for it is
  /// the others that moved around it.
  private func keptInOrder() -> [Int] {
    let weights = alignment.pairs.map { pair -> Int in
      let words = newWords.sections[pair.new].words.count
      let numbers = (oldWords.sections[pair.old].provision, newWords.sections[pair.new].provision)
      let isSameNumber = numbers.0.flatMap { a in numbers.1.map { old.provisions[a].number == new.provisions[$0].number } } ?? true
      return 1 + words + (isSameNumber ? 1 + words : 0)
    }
    return WordDifference.heaviestIncreasing(alignment.pairs.map(\.old), weights)
  }

  /// Moves what was put in or taken out along equal words until it begins where a paragraph does: of `notice. [Fees … signs.]` and
  /// `notice[. Fees … signs].` the first is what was done.
  private func slid(_ runs: [WordDifference.Run], _ a: [Int], _ b: [Int]) -> [WordDifference.Run] {
    var runs = runs
    guard runs.count > 1 else { return runs }
    for i in runs.indices where runs[i].kind != .same {
      guard i == 0 || runs[i - 1].kind == .same, i + 1 == runs.count || runs[i + 1].kind == .same else { continue }
      let isNew = runs[i].kind == .inserted
      let range = isNew ? runs[i].new : runs[i].old
      func key(_ at: Int) -> UInt64 { isNew ? newKeys[b[at]] : oldKeys[a[at]] }
      func begins(_ at: Int) -> Bool { isNew ? newWords.words[b[at]].beginsParagraph : oldWords.words[a[at]].beginsParagraph }
      guard !begins(range.lowerBound) else { continue }
      var step = 0
      let ahead = i + 1 < runs.count && i > 0 ? runs[i + 1].new.count : 0
      while step < min(ahead, 200), key(range.lowerBound + step) == key(range.upperBound + step) {
        step += 1
        if begins(range.lowerBound + step) { break }
      }
      var shift = step > 0 && range.lowerBound + step < (isNew ? b.count : a.count) && begins(range.lowerBound + step) ? step : 0
      if shift == 0 {
        step = 0
        let behind = i > 0 && i + 1 < runs.count ? runs[i - 1].new.count : 0
        while step < min(behind, 200), key(range.lowerBound - 1 - step) == key(range.upperBound - 1 - step) {
          step += 1
          if begins(range.lowerBound - step) {
            shift = -step
            break
          }
        }
      }
      guard shift != 0 else { continue }
      func moved(_ range: Range<Int>, _ low: Int, _ high: Int) -> Range<Int> {
        (range.lowerBound + low)..<(range.upperBound + high)
      }
      runs[i - 1].old = moved(runs[i - 1].old, 0, shift)
      runs[i - 1].new = moved(runs[i - 1].new, 0, shift)
      runs[i].old = moved(runs[i].old, shift, shift)
      runs[i].new = moved(runs[i].new, shift, shift)
      runs[i + 1].old = moved(runs[i + 1].old, shift, 0)
      runs[i + 1].new = moved(runs[i + 1].new, shift, 0)
    }
    return runs.filter { !$0.old.isEmpty || !$0.new.isEmpty }
  }

  /// Compares two rows of words, by their indices.
  private mutating func compare(_ a: [Int], _ b: [Int]) {
    let keys = (a.map { oldKeys[$0] }, b.map { newKeys[$0] })
    let found = slid(WordDifference.runs(keys.0[...], keys.1[...]), a, b)
    var part: [Run] = []
    for (index, run) in found.enumerated() {
      let words = (Array(a[run.old]), Array(b[run.new]))
      switch run.kind {
      case .deleted: part.append(Run(kind: .deleted, old: words.0, new: []))
      case .inserted: part.append(Run(kind: .inserted, old: [], new: words.1))
      case .same:
        if isChaff(run, found, index) {
          part.append(Run(kind: .deleted, old: words.0, new: []))
          part.append(Run(kind: .inserted, old: [], new: words.1))
        } else {
          part.append(Run(kind: .same, old: words.0, new: words.1))
          for (x, y) in zip(words.0, words.1) { sameWords[y] = x }
        }
      }
    }
    runs += Self.tidied(part)
  }

  /// Whether a word alone between words that all changed is the same by chance: `the` in two sentences that have nothing else in common.
  private func isChaff(_ run: WordDifference.Run, _ all: [WordDifference.Run], _ index: Int) -> Bool {
    guard run.new.count == 1, index > 0, index + 1 < all.count else { return false }
    func size(_ range: some Sequence<Int>) -> (old: Int, new: Int) {
      var (old, new) = (0, 0)
      for i in range {
        guard all.indices.contains(i), all[i].kind != .same else { break }
        old += all[i].old.count
        new += all[i].new.count
      }
      return (old, new)
    }
    let before = size(stride(from: index - 1, through: max(0, index - 2), by: -1))
    let behind = size(index + 1..<min(all.count, index + 3))
    return min(before.old, before.new, behind.old, behind.new) >= 3
  }

  /// Deleted words before inserted ones, between words that are the same.
  private static func tidied(_ runs: [Run]) -> [Run] {
    var out: [Run] = []
    var (deleted, inserted): ([Int], [Int]) = ([], [])
    func flush() {
      if !deleted.isEmpty { out.append(Run(kind: .deleted, old: deleted, new: [])) }
      if !inserted.isEmpty { out.append(Run(kind: .inserted, old: [], new: inserted)) }
      (deleted, inserted) = ([], [])
    }
    for run in runs {
      switch run.kind {
      case .deleted: deleted += run.old
      case .inserted: inserted += run.new
      default:
        flush()
        out.append(run)
      }
    }
    flush()
    return out
  }

  // MARK: What only looks different

  /// Puts aside what is printed alike and was read differently, the case of headings, and numbers of provisions alone.
  private mutating func putEchoesAside() {
    guard !isStrict else { return }
    var out: [Run] = []
    var index = 0
    while index < runs.count {
      let run = runs[index]
      if run.kind == .deleted, index + 1 < runs.count, runs[index + 1].kind == .inserted,
        isPrintedAlike(run.old, runs[index + 1].new)
      {
        let isWordByWord = run.old.count == runs[index + 1].new.count
        for (x, y) in zip(run.old, runs[index + 1].new) { sameWords[y] = x }
        out.append(Run(kind: isWordByWord ? .same : .renumbered, old: run.old, new: runs[index + 1].new))
        index += 2
        continue
      }
      if run.kind == .same {
        // A reference that leads to the same provision by another number.
        for (x, y) in zip(run.old, run.new) where oldKeys[x] != oldWords.words[x].key && newKeys[y] != newWords.words[y].key {
          if old.text.bytes[oldWords.words[x].range] != new.text.bytes[newWords.words[y].range] { noise.references += 1 }
        }
      }
      if run.kind != .same, run.old.allSatisfy({ oldWords.words[$0].isLabel }), run.new.allSatisfy({ newWords.words[$0].isLabel }) {
        out.append(Run(kind: .renumbered, old: run.old, new: run.new))
      } else {
        out.append(run)
      }
      index += 1
    }
    runs = out
  }

  /// Whether words are the same but for the capitals of a heading, or are printed alike though one version takes `(b)` for a number.
  private func isPrintedAlike(_ a: [Int], _ b: [Int]) -> Bool {
    if a.count == b.count,
      zip(a, b).allSatisfy({ x, y in
        let (first, second) = (oldWords.words[x], newWords.words[y])
        let folds = first.isHeading || second.isHeading
        return CompareWords.key(old.text.bytes, first.range, foldsCase: folds)
          == CompareWords.key(new.text.bytes, second.range, foldsCase: folds)
      })
    {
      return true
    }
    guard a.count + b.count <= 24, let x = a.first, let y = b.first, let lastX = a.last, let lastY = b.last else { return false }
    func printed(_ agreement: Agreement, _ range: Range<Int>) -> [UInt8] { agreement.text.bytes[range].filter { $0 > Ascii.space } }
    return printed(old, oldWords.words[x].range.lowerBound..<oldWords.words[lastX].range.upperBound)
      == printed(new, newWords.words[y].range.lowerBound..<newWords.words[lastY].range.upperBound)
  }

  // MARK: Moves

  /// Words that were taken out in one place and put in, in the same order, in another: the longest stretches that both have.
  private mutating func findMoves() {
    let width = Self.fewestMoved
    func gram(_ key: (Int) -> UInt64, _ at: Int) -> UInt64 {
      (0..<width).reduce(14_695_981_039_346_656_037) { ($0 &* 1_099_511_628_211) ^ key(at + $1) }
    }
    // Where each row of so many words was taken out: the run and the place in it; -1 where it was taken out twice.
    var taken: [UInt64: (run: Int, at: Int)] = [:]
    for (index, run) in runs.enumerated() where run.kind == .deleted && run.old.count >= width {
      for at in 0...(run.old.count - width) {
        let key = gram({ oldWords.words[run.old[$0]].key }, at)
        taken[key] = taken[key] == nil ? (index, at) : (-1, 0)
      }
    }
    guard !taken.isEmpty else { return }
    var found: [(from: Int, at: Int, to: Int, place: Int, count: Int)] = []
    var used: [Int: [Range<Int>]] = [:]
    for (index, run) in runs.enumerated() where run.kind == .inserted && run.new.count >= width {
      var at = 0
      while at + width <= run.new.count {
        guard let source = taken[gram({ newWords.words[run.new[$0]].key }, at)], source.run >= 0 else {
          at += 1
          continue
        }
        let old = runs[source.run].old
        var count = width
        while at + count < run.new.count, source.at + count < old.count,
          newWords.words[run.new[at + count]].key == oldWords.words[old[source.at + count]].key
        {
          count += 1
        }
        let range = source.at..<(source.at + count)
        if !(used[source.run] ?? []).contains(where: { $0.overlaps(range) }) {
          used[source.run, default: []].append(range)
          found.append((source.run, source.at, index, at, count))
        }
        at += count
      }
    }
    guard !found.isEmpty else { return }
    var out: [Run] = []
    for (index, run) in runs.enumerated() {
      let words = run.kind == .deleted ? run.old : run.new
      // The moves of this run, by where they begin in it.
      let own = found.enumerated().compactMap { move, match -> (at: Int, count: Int, move: Int)? in
        if match.from == index { return (match.at, match.count, move) }
        return match.to == index ? (match.place, match.count, move) : nil
      }.sorted { $0.at < $1.at }
      guard run.kind == .deleted || run.kind == .inserted, !own.isEmpty else {
        out.append(run)
        continue
      }
      func part(_ range: Range<Int>, _ move: Int?) {
        guard !range.isEmpty else { return }
        let slice = Array(words[range])
        out.append(Run(kind: run.kind, old: run.kind == .deleted ? slice : [], new: run.kind == .inserted ? slice : [], move: move))
      }
      var at = 0
      for match in own {
        part(at..<match.at, nil)
        part(match.at..<(match.at + match.count), match.move)
        at = match.at + match.count
      }
      part(at..<words.count, nil)
    }
    runs = out
  }

  // MARK: Rows

  private enum Owner: Hashable {
    case new(Int)
    case old(Int)
  }

  /// Gives every word to a provision: to that of the new version, and a deleted one to the provision it stood in, where that is still there.
  private mutating func collect() {
    var pieces: [Owner: [Comparison.Piece]] = [:]
    var order: [(owner: Owner, section: Int, old: Int)] = []
    var last = 0
    func add(_ piece: Comparison.Piece, to owner: Owner, section: Int) {
      if pieces[owner] == nil {
        if case .old(let old) = owner { order.append((owner, section, old)) } else { order.append((owner, section, -1)) }
      }
      pieces[owner, default: []].append(piece)
    }
    for run in runs {
      if run.new.isEmpty {
        for words in split(run.old, oldWords) {
          let section = oldWords.words[words.lowerBound].section
          let piece = piece(run, old: words, new: nil)
          if let same = alignment.newOfOld[section] {
            add(piece, to: .new(same), section: same)
          } else {
            add(piece, to: .old(section), section: last)
          }
        }
      } else {
        var at = 0
        for words in split(run.new, newWords) {
          let section = newWords.words[words.lowerBound].section
          last = section
          let own = run.old.isEmpty ? nil : run.kind == .same ? Array(run.old[at..<(at + words.count)]) : run.old
          at += words.count
          add(piece(run, old: own.flatMap { Self.range($0) }, new: words), to: .new(section), section: section)
        }
      }
    }
    // Sections without words are rows too: a heading that has nothing under it but its items.
    for section in newWords.sections.indices where pieces[.new(section)] == nil && newWords.sections[section].provision != nil {
      pieces[.new(section)] = []
      order.append((.new(section), section, -1))
    }
    for section in oldWords.sections.indices
    where alignment.newOfOld[section] == nil && pieces[.old(section)] == nil && oldWords.sections[section].words.isEmpty {
      guard oldWords.sections[section].provision != nil else { continue }
      pieces[.old(section)] = []
      order.append((.old(section), place(of: section), section))
    }
    order.sort { ($0.section, $0.old) < ($1.section, $1.old) }
    rows = order.map { row($0.owner, pieces[$0.owner] ?? []) }
  }

  /// The new section that the sections before an old one belong to last.
  private func place(of old: Int) -> Int {
    for section in stride(from: old, through: 0, by: -1) { if let same = alignment.newOfOld[section] { return same } }
    return 0
  }

  private static func range(_ indices: [Int]) -> Range<Int>? {
    guard let first = indices.first, let last = indices.last else { return nil }
    return first..<(last + 1)
  }

  /// Words by the sections they stand in, each stretch without a gap.
  private func split(_ indices: [Int], _ words: CompareWords) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for index in indices {
      if let last = out.last, last.upperBound == index, words.words[last.lowerBound].section == words.words[index].section {
        out[out.count - 1] = last.lowerBound..<(index + 1)
      } else {
        out.append(index..<(index + 1))
      }
    }
    return out
  }

  /// How many words there are, numbers of provisions apart.
  private func count(_ range: Range<Int>, _ words: CompareWords) -> Int { words.words[range].count { !$0.isLabel } }

  private func piece(_ run: Run, old: Range<Int>?, new: Range<Int>?) -> Comparison.Piece {
    func bytes(_ words: CompareWords, _ range: Range<Int>?) -> Range<Int> {
      guard let range else { return 0..<0 }
      return words.words[range.lowerBound].range.lowerBound..<words.words[range.upperBound - 1].range.upperBound
    }
    return Comparison.Piece(
      kind: run.kind, old: bytes(oldWords, old), new: bytes(newWords, new),
      words: new.map { count($0, newWords) } ?? old.map { count($0, oldWords) } ?? 0,
      beginsParagraph: new.map { newWords.words[$0.lowerBound].beginsParagraph } ?? old.map {
        oldWords.words[$0.lowerBound].beginsParagraph
      }
        ?? false, move: run.move)
  }

  private mutating func row(_ owner: Owner, _ pieces: [Comparison.Piece]) -> Comparison.Row {
    let deleted = pieces.reduce(0) { $0 + ($1.kind == .deleted && $1.move == nil ? $1.words : 0) }
    let inserted = pieces.reduce(0) { $0 + ($1.kind == .inserted && $1.move == nil ? $1.words : 0) }
    let isTouched = pieces.contains { $0.kind == .deleted || $0.kind == .inserted }
    switch owner {
    case .old(let section):
      return Comparison.Row(
        kind: .removed, old: oldWords.sections[section].provision, new: nil, pieces: pieces, deleted: deleted, inserted: inserted,
        isRenumbered: false)
    case .new(let section):
      let id = newWords.sections[section].provision
      guard let before = alignment.oldOfNew[section] else {
        // Words that stood in another provision before were split off from it.
        // That it was is no change of a word.
        let isSplit = !pieces.isEmpty && !isTouched && !isStrict
        if isSplit { noise.splits += 1 }
        return Comparison.Row(
          kind: isSplit ? .same : .added, old: nil, new: id, pieces: pieces, deleted: deleted, inserted: inserted,
          isRenumbered: false)
      }
      let oldID = oldWords.sections[before].provision
      let isRenumbered = id.flatMap { id in oldID.map { old.provisions[$0].number != new.provisions[id].number } } ?? false
      if isRenumbered { noise.renumbered += 1 }
      let isMoved = moved.contains(section)
      let kind: Comparison.Row.Kind = isMoved ? .moved : isTouched || isStrict && isRenumbered ? .changed : .same
      return Comparison.Row(
        kind: kind, old: oldID, new: id, pieces: pieces, deleted: deleted, inserted: inserted, isRenumbered: isRenumbered)
    }
  }
}
