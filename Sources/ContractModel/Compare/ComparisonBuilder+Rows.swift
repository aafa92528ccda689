/// Provisions with their words: what the runs of words come to.
extension ComparisonBuilder {
  private enum Owner: Hashable {
    case new(Int)
    case old(Int)
  }

  /// Gives every word to a provision: to that of the new version, and a deleted one to the provision it stood in, where that is still there.
  mutating func collect() {
    var pieces: [Owner: [Comparison.Piece]] = [:]
    var order: [(owner: Owner, section: Int, old: Int)] = []
    var last = 0
    let joined = joinedSections()
    noise.splits += isStrict ? 0 : joined.count
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
          if let same = alignment.newOfOld[section] ?? (isStrict ? nil : joined[section]) {
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
    let carriers = Set(rows.filter(\.isCarried).compactMap { $0.new.flatMap { new.provisions[$0].parent } })
    for index in rows.indices { rows[index].carries = rows[index].new.map(carriers.contains) ?? false }
  }

  /// The old sections that have no counterpart and most of whose words stand in one of the new version: `2. Payment` that became the second
  /// sentence of 1.
  private func joinedSections() -> [Int: Int] {
    var hosts: [Int: [Int: Int]] = [:]
    for (index, same) in sameWords.enumerated() {
      guard let same, case let section = oldWords.words[same].section, alignment.newOfOld[section] == nil,
        oldWords.sections[section].provision != nil
      else { continue }
      hosts[section, default: [:]][newWords.words[index].section, default: 0] += 1
    }
    return hosts.compactMapValues { places in places.max { ($0.value, $1.key) < ($1.value, $0.key) } }.filter { section, host in
      host.value * 5 >= count(oldWords.sections[section].words, oldWords) * 3
    }.mapValues(\.key)
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

  /// How many words there are, numbers of provisions and signs apart.
  func count(_ range: Range<Int>, _ words: CompareWords) -> Int { words.words[range].count { !$0.isLabel && !$0.isSign } }

  private func piece(_ run: Run, old: Range<Int>?, new: Range<Int>?) -> Comparison.Piece {
    func bytes(_ words: CompareWords, _ range: Range<Int>?) -> Range<Int> {
      guard let range else { return 0..<0 }
      return words.words[range.lowerBound].range.lowerBound..<words.words[range.upperBound - 1].range.upperBound
    }
    func ends(_ words: Range<Int>, _ all: CompareWords) -> Bool {
      words.upperBound == all.words.count || all.words[words.upperBound].beginsParagraph
    }
    let first = new.map { newWords.words[$0.lowerBound] } ?? oldWords.words[(old ?? 0..<0).lowerBound]
    return Comparison.Piece(
      kind: run.kind, old: bytes(oldWords, old), new: bytes(newWords, new),
      words: new.map { count($0, newWords) } ?? old.map { count($0, oldWords) } ?? 0,
      beginsParagraph: first.beginsParagraph,
      endsParagraph: new.map { ends($0, newWords) } ?? old.map { ends($0, oldWords) } ?? true,
      isSpaced: first.isSpaced, wasSpaced: old.map { oldWords.words[$0.lowerBound].isSpaced } ?? first.isSpaced, move: run.move)
  }

  private mutating func row(_ owner: Owner, _ pieces: [Comparison.Piece]) -> Comparison.Row {
    let deleted = pieces.reduce(0) { $0 + ($1.kind == .deleted && $1.move == nil ? $1.words : 0) }
    let inserted = pieces.reduce(0) { $0 + ($1.kind == .inserted && $1.move == nil ? $1.words : 0) }
    let isTouched = pieces.contains { $0.kind == .deleted || $0.kind == .inserted }
    switch owner {
    case .old(let section):
      // A number that stood alone went with its provision.
      let pieces = pieces.map { $0.kind == .renumbered ? $0.of(.deleted) : $0 }
      return Comparison.Row(
        kind: .removed, old: oldWords.sections[section].provision, new: nil, pieces: pieces, deleted: deleted, inserted: inserted,
        isRenumbered: false, isSigning: oldWords.sections[section].isSigning)
    case .new(let section):
      let id = newWords.sections[section].provision
      guard let before = alignment.oldOfNew[section] else {
        // Words that stood in another provision before were split off from it.
        // That it was is no change of a word.
        let isSplit = !pieces.isEmpty && !isTouched && !isStrict
        if isSplit { noise.splits += 1 }
        return Comparison.Row(
          kind: isSplit ? .same : .added, old: nil, new: id, pieces: pieces, deleted: deleted, inserted: inserted,
          isRenumbered: false, isSigning: newWords.sections[section].isSigning)
      }
      let oldID = oldWords.sections[before].provision
      let isRenumbered = id.flatMap { id in oldID.map { old.provisions[$0].number != new.provisions[id].number } } ?? false
      if isRenumbered { noise.renumbered += 1 }
      let isMoved = moved.contains(section)
      let isCarried =
        isMoved && !isTouched
        && (id.flatMap { new.provisions[$0].parent }.map { parent in
          let above = newWords.sectionOf[parent]
          return moved.contains(above)
            && alignment.oldOfNew[above] == oldID.flatMap { old.provisions[$0].parent }.map { oldWords.sectionOf[$0] }
        } ?? false)
      let kind: Comparison.Row.Kind = isMoved ? .moved : isTouched || isStrict && isRenumbered ? .changed : .same
      return Comparison.Row(
        kind: kind, old: oldID, new: id, pieces: pieces, deleted: deleted, inserted: inserted, isRenumbered: isRenumbered,
        isCarried: isCarried, isSigning: newWords.sections[section].isSigning)
    }
  }
}
