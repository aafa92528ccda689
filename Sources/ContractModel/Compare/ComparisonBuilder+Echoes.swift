/// What only looks different: numbers that follow others, the case of headings, and what is printed alike and was read differently.
extension ComparisonBuilder {
  /// Gives the numbers in references the key of the provision they lead to, by its id in the new version: `Section 4` that became
  /// `Section 5` because a provision was put in is the same, alone, in a list and at the end of a range.
  static func keyReferences(
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

  /// Puts aside what is printed alike and was read differently, the case of headings, and numbers of provisions alone.
  mutating func putEchoesAside() {
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
