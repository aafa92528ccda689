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
    splitRuns(at: found)
  }

  /// Makes runs of their own of the words that moved.
  private mutating func splitRuns(at moves: [Match]) {
    // The moves of each run, by where they begin in it.
    var ends: [Int: [(at: Int, count: Int, move: Int)]] = [:]
    for (move, match) in moves.enumerated() {
      ends[match.from, default: []].append((match.at, match.count, move))
      ends[match.to, default: []].append((match.place, match.count, move))
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
