/// What only looks different: numbers that follow others, the case of headings, and what is printed alike and was read differently.
extension ComparisonBuilder {
  /// Gives the numbers in references the key of the provision they lead to, by its id in the new version: `Section 4` that became
  /// `Section 5` because a provision was put in is the same, alone, in a list and at the end of a range; so are the letter of `clause 4(b)`
  /// and the number of `Schedule 2`.
  static func keyReferences(
    _ agreement: Agreement, _ words: CompareWords, _ keys: inout [UInt64], _ identity: (Int) -> Int?
  ) {
    let tree = agreement.provisions
    lazy var numbered: [String: Int] = Dictionary(
      tree.indices.lazy.map { (tree[$0].number, $0) }, uniquingKeysWith: { first, _ in first })
    for reference in agreement.references where reference.status != .external {
      var index = words.words.boundary { $0.range.lowerBound < reference.range.lowerBound }
      while index < words.words.count, words.words[index].range.lowerBound < reference.range.upperBound {
        let printed = agreement.text.string(words.words[index].range)
        // Of `clause 4(e)` whose (e) is printed nowhere, the 4 leads to clause 4.
        let target =
          reference.targetIDs.lazy.compactMap { holder(of: printed, from: $0, tree) }.first
          ?? (reference.status == .missing ? numbered[printed] : nil)
        if let target, let same = identity(target) {
          keys[index] = 2 &+ UInt64(truncatingIfNeeded: same) &* 0x9E37_79B9_7F4A_7C15
        }
        index += 1
      }
    }
  }

  /// The provision, from one outward, whose number is printed, whole or in its last part: of `4.1(b)` the `4.1` and the `b`.
  private static func holder(of printed: String, from id: Int, _ tree: ProvisionTree) -> Int? {
    guard printed.utf8.first.map({ $0.isAlphanumeric }) ?? false else { return nil }
    var next: Int? = id
    while let id = next {
      let number = tree[id].number
      if number == printed { return id }
      let above = tree[id].parent.map { tree[$0].number } ?? ""
      let part = number.hasPrefix(above) ? number.dropFirst(above.count) : number[...]
      // `(b)` below 4.1, `Schedule 2`, `Recital B`
      let own = part.utf8.first == Ascii.open ? part.dropFirst().dropLast() : part.split(separator: " ").last ?? part
      if own == printed { return id }
      next = tree[id].parent
    }
    return nil
  }

  /// Puts aside what is printed alike and was read differently, the case of headings, and numbers of provisions alone.
  mutating func putEchoesAside() {
    guard !isStrict else { return }
    var out: [Run] = []
    var index = 0
    while index < runs.count {
      let run = runs[index]
      if run.kind != .same, let same = unchangedReference(from: index) {
        for (x, y) in zip(same.run.old, same.run.new) { sameWords[y] = x }
        out.append(same.run)
        index = same.end
        continue
      }
      if run.kind == .deleted, index + 1 < runs.count, runs[index + 1].kind == .inserted,
        isPrintedAlike(run.old, runs[index + 1].new)
      {
        let isWordByWord = run.old.count == runs[index + 1].new.count
        for (x, y) in zip(run.old, runs[index + 1].new) { sameWords[y] = x }
        if isWordByWord { noise.signs += run.old.count }
        out.append(Run(kind: isWordByWord ? .same : .renumbered, old: run.old, new: runs[index + 1].new))
        index += 2
        continue
      }
      if run.kind == .same {
        for (x, y) in zip(run.old, run.new) {
          let (before, now) = (oldWords.words[x], newWords.words[y])
          guard !before.isLabel, before.range.count != now.range.count || !isWrittenAlike(before.range, now.range) else { continue }
          // A reference that leads to the same provision by another number, or signs of another kind.
          if oldKeys[x] != before.key, newKeys[y] != now.key { noise.references += 1 } else { noise.signs += 1 }
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

  /// The words of a list of numbers that is printed alike in both versions, though its numbers lead elsewhere and were matched with each
  /// other crosswise: `Sections 2 or 3`, of which the old 2 is the new 3. With the run behind it.
  private func unchangedReference(from start: Int) -> (run: Run, end: Int)? {
    var (before, now): ([Int], [Int]) = ([], [])
    var end = start
    while end < runs.count, end - start < 7, before.count + now.count < 60 {
      let run = runs[end]
      // Words that are the same stand within the list, or it ends before them.
      if run.kind == .same, run.new.count > 8 { break }
      before += run.old
      now += run.new
      end += 1
      guard end - start > 1, run.kind != .same, before.count == now.count, isInOneReference(now),
        zip(before, now).allSatisfy({ isPrinted($0, as: $1) })
      else { continue }
      return (Run(kind: .same, old: before, new: now, move: nil), end)
    }
    return nil
  }

  /// Whether words of the new version stand in one reference.
  private func isInOneReference(_ words: [Int]) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let start = newWords.words[first].range.lowerBound
    let index = new.references.boundary { $0.range.upperBound <= start }
    return new.references.indices.contains(index) && new.references[index].range.lowerBound <= start
      && newWords.words[last].range.upperBound <= new.references[index].range.upperBound
  }

  private func isPrinted(_ old: Int, as new: Int) -> Bool {
    let (before, now) = (oldWords.words[old], newWords.words[new])
    return before.key == now.key && before.isLabel == now.isLabel
  }

  /// Whether two words of the same length are the same bytes.
  private func isWrittenAlike(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let shift = b.lowerBound - a.lowerBound
    return a.allSatisfy { old.text.bytes[$0] == new.text.bytes[$0 + shift] }
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
}
