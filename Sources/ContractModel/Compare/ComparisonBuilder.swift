/// Puts the words of two versions side by side: between sections that are the same in both, what stands there is compared as one row of
/// words, so that a paragraph that was split or joined shows each word once.
struct ComparisonBuilder {
  let old: Agreement
  let new: Agreement
  let oldWords: CompareWords
  let newWords: CompareWords
  let alignment: SectionAlignment
  let isStrict: Bool

  var rows: [Comparison.Row] = []
  var noise = Comparison.Noise()
  var sameWords: [Int?]

  /// A run of words with the words of each version by index.
  struct Run {
    var kind: Comparison.Piece.Kind
    var old: [Int]
    var new: [Int]
    var move: Int?
  }
  var runs: [Run] = []
  /// The keys of the words of each version; the number in a reference has that of the provision it leads to.
  var oldKeys: [UInt64]
  var newKeys: [UInt64]
  /// The sections that stand elsewhere in the new version, by the new ones.
  var moved: Set<Int> = []

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
    Self.keyReferences(old, oldWords, &oldKeys) { id in
      alignment.newOfOld[oldWords.sectionOf[id]].flatMap { newWords.sections[$0].provision }
    }
    Self.keyReferences(new, newWords, &newKeys) { $0 }
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
    compareAsOneText(movedWords: elsewhere.reduce(0) { $0 + newWords.sections[$1.new].words.count })
    putEchoesAside()
    findMoves()
    collect()
  }

  /// Compares all words in their order, whatever provisions they are read in, and takes that where it leaves much less that changed: of a
  /// text whose lines end elsewhere, or whose items are read as deeper ones, no word is another.
  private mutating func compareAsOneText(movedWords: Int) {
    func changed(_ runs: [Run]) -> Int {
      runs.reduce(0) { $0 + ($1.kind == .deleted ? $1.old.count : $1.kind == .inserted ? $1.new.count : 0) }
    }
    let isTold = moved.isEmpty && alignment.newOfOld.allSatisfy { $0 != nil } && alignment.oldOfNew.allSatisfy { $0 != nil }
    let bySections = changed(runs) + movedWords
    guard !isTold, bySections > 0 else { return }
    let (runs, sameWords, moved) = (runs, sameWords, moved)
    self.runs = []
    self.sameWords = [Int?](repeating: nil, count: newWords.words.count)
    self.moved = []
    compare(Array(oldWords.words.indices), Array(newWords.words.indices), asOneText: true)
    guard changed(self.runs) * 5 > bySections * 3 else { return }
    (self.runs, self.sameWords, self.moved) = (runs, sameWords, moved)
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
      /// Whether what has a paragraph's beginning within it ends where a paragraph does: `. {+Plus. New one.+}`.
      func ends(_ step: Int) -> Bool {
        let end = range.upperBound + step
        return (end == (isNew ? b.count : a.count) || begins(end)) && (range.lowerBound + step..<end).contains(where: begins)
      }
      func begins(_ at: Int) -> Bool { isNew ? newWords.words[b[at]].beginsParagraph : oldWords.words[a[at]].beginsParagraph }
      guard !begins(range.lowerBound) else { continue }
      var step = 0
      let ahead = i + 1 < runs.count && i > 0 ? runs[i + 1].new.count : 0
      while step < min(ahead, 200), key(range.lowerBound + step) == key(range.upperBound + step) {
        step += 1
        if begins(range.lowerBound + step) || ends(step) { break }
      }
      var shift =
        step > 0 && range.lowerBound + step < (isNew ? b.count : a.count) && (begins(range.lowerBound + step) || ends(step))
        ? step : 0
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

  /// Compares two rows of words, by their indices; as one text without regard to the sections they stand in.
  private mutating func compare(_ a: [Int], _ b: [Int], asOneText: Bool = false) {
    // Where all is printed as it was, nothing changed, wherever its references lead now.
    if !a.isEmpty, a.count == b.count,
      zip(a, b).allSatisfy({
        oldWords.words[$0].key == newWords.words[$1].key && oldWords.words[$0].isLabel == newWords.words[$1].isLabel
      })
    {
      runs.append(Run(kind: .same, old: a, new: b))
      for (x, y) in zip(a, b) { sameWords[y] = x }
      return
    }
    let keys = (a.map { oldKeys[$0] }, b.map { newKeys[$0] })
    var found = slid(WordDifference.runs(keys.0[...], keys.1[...]), a, b)
    if !asOneText { found = withoutChance(found, a, b) }
    var part: [Run] = []
    for (index, run) in found.enumerated() {
      let words = (Array(a[run.old]), Array(b[run.new]))
      switch run.kind {
      case .deleted: part.append(Run(kind: .deleted, old: words.0, new: []))
      case .inserted: part.append(Run(kind: .inserted, old: [], new: words.1))
      case .same:
        if isChaff(run, found, index) || isSignAcross(words.0, words.1, found, index) {
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

  /// So many words in a row are the same for more than chance, wherever they stand.
  private static let fewestAcross = 8

  /// The runs without words that two sections share by chance: the "this agreement" of a sentence that was taken out of one and of another
  /// that was put into the next.
  ///
  /// Words are the same across sections where many stand in a row, or where most of a section that only one version has stand in the other
  /// one's: it was split off or joined.
  private func withoutChance(_ runs: [WordDifference.Run], _ a: [Int], _ b: [Int]) -> [WordDifference.Run] {
    struct Pair: Hashable {
      var old: Int
      var new: Int
    }
    func pair(_ run: WordDifference.Run, _ step: Int) -> Pair {
      Pair(
        old: oldWords.words[a[run.old.lowerBound + step]].section, new: newWords.words[b[run.new.lowerBound + step]].section)
    }
    func counts(_ run: WordDifference.Run, _ step: Int) -> Bool {
      let word = newWords.words[b[run.new.lowerBound + step]]
      return !word.isSign && !word.isLabel
    }
    var shared: [Pair: (words: Int, longest: Int)] = [:]
    for run in runs where run.kind == .same {
      var length: [Pair: Int] = [:]
      for step in 0..<run.new.count where counts(run, step) { length[pair(run, step), default: 0] += 1 }
      for (pair, words) in length {
        let known = shared[pair] ?? (0, 0)
        shared[pair] = (known.words + words, max(known.longest, words))
      }
    }
    var isKept: [Pair: Bool] = [:]
    func keeps(_ pair: Pair) -> Bool {
      if let known = isKept[pair] { return known }
      let (words, longest) = shared[pair] ?? (0, 0)
      let (before, now) = (
        count(oldWords.sections[pair.old].words, oldWords), count(newWords.sections[pair.new].words, newWords)
      )
      let kept: Bool
      if alignment.newOfOld[pair.old] == pair.new {
        // Of a clause that was replaced as a whole nothing but small words is the same.
        kept = longest >= 4 || min(before, now) < 12 || words * 5 >= min(before, now)
      } else {
        kept =
          alignment.newOfOld[pair.old] == nil && words * 5 >= before * 3
          || alignment.oldOfNew[pair.new] == nil && words * 5 >= now * 3
      }
      isKept[pair] = kept
      return kept
    }
    var out: [WordDifference.Run] = []
    for run in runs {
      let isLong = run.kind == .same && (0..<run.new.count).count { counts(run, $0) } >= Self.fewestAcross
      guard run.kind == .same, !isLong else {
        out.append(run)
        continue
      }
      // Stretches of one pair of sections each.
      var step = 0
      while step < run.new.count {
        let own = pair(run, step)
        var end = step + 1
        while end < run.new.count, pair(run, end) == own { end += 1 }
        let (old, new) = (
          run.old.lowerBound + step..<run.old.lowerBound + end, run.new.lowerBound + step..<run.new.lowerBound + end
        )
        if keeps(own) {
          out.append(WordDifference.Run(kind: .same, old: old, new: new))
        } else {
          out.append(WordDifference.Run(kind: .deleted, old: old, new: new.lowerBound..<new.lowerBound))
          out.append(WordDifference.Run(kind: .inserted, old: old.upperBound..<old.upperBound, new: new))
        }
        step = end
      }
    }
    return out
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

  /// Whether a full stop or the number of a provision was matched with that of another one, between words that changed: nothing but a sign
  /// is the same.
  private func isSignAcross(_ a: [Int], _ b: [Int], _ all: [WordDifference.Run], _ index: Int) -> Bool {
    guard a.count <= 3, index > 0 || index + 1 < all.count,
      zip(a, b).allSatisfy({ x, y in
        let (before, now) = (oldWords.words[x], newWords.words[y])
        return (before.isSign || before.isLabel) && (now.isSign || now.isLabel)
          && alignment.newOfOld[before.section] != now.section
      })
    else { return false }
    return !(index == 0 || all[index - 1].kind == .same) || !(index + 1 == all.count || all[index + 1].kind == .same)
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
}
