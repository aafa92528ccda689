/// References by brackets alone, `clause (b) above`: which provision with that letter is meant from where the words stand.
extension ReferenceResolver {
  /// Brackets alone: the first provision upward that has such a child, in letters of the same case where that is asked.
  func resolveLetters(_ words: ReferenceWords, from here: Int, sameCase: Bool) -> [Int] {
    places(words.items) { child(String(decoding: Self.flat($0), as: UTF8.self), above: here, sameCase: sameCase) }
  }

  private func child(_ label: String, above here: Int, sameCase: Bool) -> Int? {
    var at: Int? = here
    while let id = at {
      if let child = byNumber[(Self.withoutTerm(tree[id].number) ?? tree[id].number) + label],
        !sameCase || tree[child].number.hasSuffix(label)
      {
        return inRun(of: here, child)
      }
      at = tree[id].parent
    }
    return nil
  }

  /// Of several provisions of one number, the items of definitions that stand in one clause, the one among those that a provision is among:
  /// the (a) that begins the run which its (c) goes on.
  private func inRun(of here: Int, _ first: Int) -> Int {
    let alike = byRepeatedNumber[(Self.withoutTerm(tree[first].number) ?? tree[first].number).lowercasedBytes] ?? []
    guard alike.count > 1 else { return first }
    let siblings = children(of: tree[first].parent)
    let path = tree.path(to: here)
    guard let place = siblings.firstIndex(where: path.contains) else { return alike.last { $0 < here } ?? first }
    // A run begins where a number comes again.
    var low = place
    var seen: Set<String> = [tree[siblings[place]].number]
    while low > 0, seen.insert(tree[siblings[low - 1]].number).inserted, !opensRun(siblings, low) { low -= 1 }
    var high = place + 1
    while high < siblings.count, !opensRun(siblings, high) { high += 1 }
    return alike.first { siblings[low..<high].contains($0) } ?? first
  }

  private func children(of parent: Int?) -> [Int] {
    if let known = childrenOf[parent] { return known }
    let made = tree.children(of: parent)
    childrenOf[parent] = made
    return made
  }

  /// Whether a provision is the first of its kind: (a), 1, and (i) where it does not follow (h).
  private func opensRun(_ siblings: [Int], _ index: Int) -> Bool {
    let core = core(siblings[index])
    if core == [0x69] { return index == 0 || self.core(siblings[index - 1]) != [0x68] }
    return core == [0x61] || core == [0x31]
  }

  func core(_ id: Int) -> [UInt8] {
    reading.bytes[reading.reading(tree[id].label.lowerBound)..<reading.reading(tree[id].label.upperBound)].filter(\.isAlphanumeric)
      .map(\.lowercased)
  }

  /// The items behind a definition that a reference names: "(b)" of the run that begins behind "Charge" and before the next definition.
  func resolveLetters(_ words: ReferenceWords, behind start: Int, before end: Int) -> [Int] {
    places(words.items) { path in
      let label = String(decoding: Self.flat(path), as: UTF8.self)
      return tree.indices.first { id in
        let place = tree[id].start
        return place >= start && place < end && tree[id].kind == .provision && tree[id].number.hasSuffix(label)
      }
    }
  }
}
