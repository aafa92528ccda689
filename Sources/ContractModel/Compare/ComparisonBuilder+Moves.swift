/// Words that went from one place to another.
extension ComparisonBuilder {
  /// Fewer words that are taken out here and put in there did not move: they are said twice.
  private static let fewestMoved = 8

  /// So many words of a deleted run that an inserted one has too, by where they begin in each.
  private struct Match {
    var from: Int
    var at: Int
    var to: Int
    var place: Int
    var count: Int
    /// The move it is a part of: what was edited within parts it.
    var move = 0
  }

  /// Words that were taken out in one place and put in, in the same order, in another: the longest stretches that both have.
  mutating func findMoves() {
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
    var found: [Match] = []
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
          found.append(Match(from: source.run, at: source.at, to: index, place: at, count: count))
        }
        at += count
      }
    }
    guard !found.isEmpty else { return }
    for index in found.indices { found[index].move = index }
    splitRuns(at: found + found.flatMap { around($0, found) })
  }

  /// The words beside a match, in the paragraphs it stands in, that went the same way: of `Some states do not allow the exclusion of loss`
  /// that now says `the limits of loss`, all but one word.
  private func around(_ match: Match, _ all: [Match]) -> [Match] {
    let (old, new) = (runs[match.from].old, runs[match.to].new)
    let others = all.filter { $0.from == match.from || $0.to == match.to }
    /// How far words go on from a place without leaving the paragraph or reaching another match.
    func reach(_ place: Int, _ end: Int, _ step: Int, _ taken: [Range<Int>], _ begins: (Int) -> Bool) -> Int {
      var at = place
      while step > 0 ? at < end : at > 0 {
        let next = step > 0 ? at : at - 1
        if taken.contains(where: { $0.contains(next) }) || step > 0 && begins(next) { break }
        at += step
        if step < 0, begins(at) { break }
      }
      return at
    }
    let takenOld = others.filter { $0.from == match.from }.map { $0.at..<($0.at + $0.count) }
    let takenNew = others.filter { $0.to == match.to }.map { $0.place..<($0.place + $0.count) }
    func beginsOld(_ at: Int) -> Bool { oldWords.words[old[at]].beginsParagraph }
    func beginsNew(_ at: Int) -> Bool { newWords.words[new[at]].beginsParagraph }
    var out: [Match] = []
    func add(_ a: Range<Int>, _ b: Range<Int>) {
      guard !a.isEmpty, !b.isEmpty, a.count + b.count < 600 else { return }
      let keys = (a.map { oldWords.words[old[$0]].key }, b.map { newWords.words[new[$0]].key })
      for run in WordDifference.runs(keys.0[...], keys.1[...]) where run.kind == .same && run.old.count > 1 {
        out.append(
          Match(
            from: match.from, at: a.lowerBound + run.old.lowerBound, to: match.to, place: b.lowerBound + run.new.lowerBound,
            count: run.old.count, move: match.move))
      }
    }
    // The first word of the match may begin a paragraph itself: nothing stands before it there.
    if !beginsOld(match.at), !beginsNew(match.place) {
      add(
        reach(match.at, old.count, -1, takenOld, beginsOld)..<match.at,
        reach(match.place, new.count, -1, takenNew, beginsNew)..<match.place)
    }
    let (behindOld, behindNew) = (match.at + match.count, match.place + match.count)
    add(
      behindOld..<reach(behindOld, old.count, 1, takenOld, beginsOld),
      behindNew..<reach(behindNew, new.count, 1, takenNew, beginsNew))
    return out
  }

  /// Makes runs of their own of the words that moved.
  private mutating func splitRuns(at moves: [Match]) {
    // The moves of each run, by where they begin in it.
    var ends: [Int: [(at: Int, count: Int, move: Int)]] = [:]
    // What one match takes at its end another may take at its beginning: each word goes once.
    var isTaken: [Int: Set<Int>] = [:]
    for match in moves {
      let (mine, theirs) = (match.at..<(match.at + match.count), match.place..<(match.place + match.count))
      guard isTaken[match.from, default: []].isDisjoint(with: mine), isTaken[match.to, default: []].isDisjoint(with: theirs) else {
        continue
      }
      isTaken[match.from, default: []].formUnion(mine)
      isTaken[match.to, default: []].formUnion(theirs)
      ends[match.from, default: []].append((match.at, match.count, match.move))
      ends[match.to, default: []].append((match.place, match.count, match.move))
    }
    var out: [Run] = []
    for (index, run) in runs.enumerated() {
      guard let own = ends[index]?.sorted(by: { $0.at < $1.at }) else {
        out.append(run)
        continue
      }
      let words = run.kind == .deleted ? run.old : run.new
      func add(_ range: Range<Int>, _ move: Int?) {
        guard !range.isEmpty else { return }
        let slice = Array(words[range])
        out.append(Run(kind: run.kind, old: run.kind == .deleted ? slice : [], new: run.kind == .inserted ? slice : [], move: move))
      }
      var at = 0
      for part in own {
        add(at..<part.at, nil)
        add(part.at..<(part.at + part.count), part.move)
        at = part.at + part.count
      }
      add(at..<words.count, nil)
    }
    runs = out
  }
}
