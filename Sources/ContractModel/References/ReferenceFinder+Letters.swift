/// References by letters and numerals alone: `clause (ii) above`, `paragraph (b) of this Section`, `clause (a), clause (b) or clause (d) of
/// Section 5.1`, `clause (b) of the definition of Charge`.
extension ReferenceFinder {
  /// `clause (ii) above`, `paragraph (b) of this Section`, `clause (iii) of Section 4.2`.
  func letters(_ span: Span<UInt8>, _ words: ReferenceWords, _ here: Int?, _ paragraph: Range<Int>) -> CrossReference? {
    var range = words.range
    let end = endOfSiblings(span, words, paragraph.upperBound)
    let of = span.skipSpaces(end)
    if span.matches("of ", at: of) {
      var at = span.skipSpaces(of + 3)
      // "paragraph (a)(i) of this Section 2.04"
      let isThis = span.matches("this ", at: at)
      if isThis { at = span.skipSpaces(at + 5) }
      if at < paragraph.upperBound, let outer = ReferenceGrammar.parse(span, at, paragraph.upperBound), !outer.isAttachment,
        !outer.isLettersOnly
      {
        if ReferenceOwner.isExternal(span, outer, limit: paragraph.upperBound) {
          return external(
            end == words.range.upperBound ? words.range.lowerBound..<outer.range.upperBound : words.range, here, owner: nil)
        }
        var joined = words
        joined.items = words.items.map { ReferenceWords.Item(path: outer.items[0].path + $0.path, upTo: $0.upTo, range: $0.range) }
        if end == words.range.upperBound { range = words.range.lowerBound..<outer.range.upperBound }
        var outcome = resolver.resolve(joined, from: here)
        if outcome.found.isEmpty, isThis, let here { outcome.found = resolver.resolveLetters(words, from: here, sameCase: true) }
        if outcome.found.isEmpty { outcome = resolver.resolve(outer, from: here) }
        if outcome.found.isEmpty, names.amends || knownElsewhere(outer) != nil { return external(range, here, owner: nil) }
        guard !outcome.found.isEmpty else {
          return CrossReference(
            range: reading.source(range), status: .missing, targets: outcome.absent, targetIDs: [], absent: [], attached: false,
            provision: here, owner: nil)
        }
        return CrossReference(
          range: reading.source(range), status: .internal, targets: outcome.found.map { tree[$0].number }, targetIDs: outcome.found,
          absent: outcome.absent, attached: false, provision: here, owner: nil)
      }
      // "sub-paragraph (ii) of paragraph (a) of Clause 9.1"
      if end == words.range.upperBound, at < paragraph.upperBound,
        let outer = ReferenceGrammar.parse(span, at, paragraph.upperBound), outer.isLettersOnly,
        let reference = items(span, words, of: outer, here, paragraph)
      {
        return reference
      }
      if let reference = ofDefinition(span, words, at, here, paragraph) { return reference }
      if span.matches("the definition", at: at) { return nil }
    }
    guard let here else { return nil }
    // "(i) the rent and (ii) the tax … clause (ii)": the sentence's own items come first, then the provisions around.
    let body = min(max(paragraph.lowerBound, reading.reading(tree[here].bodyStart)), words.range.lowerBound)
    var ids = isPrinted(words, in: body..<words.range.lowerBound) ? [here] : []
    // Letters of the other case only where no others are found.
    for sameCase in [true, false] where ids.isEmpty {
      ids = resolver.resolveLetters(words, from: here, sameCase: sameCase)
      if ids.isEmpty, hasRun(words, here, sameCase: sameCase) { ids = [here] }
    }
    guard !ids.isEmpty else {
      return CrossReference(
        range: reading.source(range), status: .missing,
        targets: words.items.map { String(decoding: ReferenceResolver.flat($0.path), as: UTF8.self) }, targetIDs: [], absent: [],
        attached: false, provision: here, owner: nil)
    }
    return CrossReference(
      range: reading.source(range), status: .internal, targets: ids.map { tree[$0].number }, targetIDs: ids, absent: [],
      attached: false, provision: here, owner: nil)
  }

  /// Where the last of several items ends that are named one by one: the (e) of "clause (b), clause (d) or clause (e) of Section 5.1".
  private func endOfSiblings(_ span: Span<UInt8>, _ words: ReferenceWords, _ limit: Int) -> Int {
    var end = words.range.upperBound
    for _ in 0..<8 where !span.matches("of ", at: span.skipSpaces(end)) {
      var at = span.skipSpaces(end)
      if at < limit, span[at] == Ascii.comma { at += 1 }
      at = behindAnd(span, at)
      guard at > end, let next = ReferenceGrammar.parse(span, at, limit), next.keyword == words.keyword, next.isLettersOnly else {
        return words.range.upperBound
      }
      end = next.range.upperBound
    }
    return span.matches("of ", at: span.skipSpaces(end)) ? end : words.range.upperBound
  }

  /// "sub-paragraph (ii) of paragraph (a)", "limb (i) of paragraph (a) of Clause 9.1": an item of an item, or the item that prints it.
  private func items(
    _ span: Span<UInt8>, _ words: ReferenceWords, of outer: ReferenceWords, _ here: Int?, _ paragraph: Range<Int>
  ) -> CrossReference? {
    // No number has so many parts; what goes on for longer is no number.
    guard let here, outer.items.count == 1, outer.items[0].path.count + words.items[0].path.count < 10 else { return nil }
    var joined = outer
    joined.items = words.items.map { ReferenceWords.Item(path: outer.items[0].path + $0.path, upTo: $0.upTo, range: $0.range) }
    joined.range = words.range.lowerBound..<outer.range.upperBound
    let of = span.skipSpaces(outer.range.upperBound)
    if span.matches("of ", at: of), ReferenceGrammar.parse(span, span.skipSpaces(of + 3), paragraph.upperBound) != nil {
      return letters(span, joined, here, paragraph)
    }
    for words in [joined, outer] {
      let ids = resolver.resolveLetters(words, from: here, sameCase: true)
      if !ids.isEmpty { return leading(joined.range, to: ids, here) }
    }
    return nil
  }

  /// "clause (b) of the definition of Charge", "paragraph (a) of this definition": an item of a definition, printed as a provision.
  private func ofDefinition(_ span: Span<UInt8>, _ words: ReferenceWords, _ start: Int, _ here: Int?, _ paragraph: Range<Int>)
    -> CrossReference?
  {
    var stretch: Range<Int>?
    var end = words.range.upperBound
    // "of this definition": "this" is passed over before.
    if span.matchesWord("definition", at: start), span.matches("this ", at: start - 5) || span.matches("such ", at: start - 5) {
      stretch = definitions.around(words.range.lowerBound)
    } else {
      for lead: StaticString in ["the definition of ", "the defined term ", "the definition for "]
      where span.matches(lead, at: start) {
        if let found = definitions.named(span, at: start + lead.utf8CodeUnitCount, paragraph.upperBound) {
          stretch = found.stretch
          end = found.end
        }
      }
    }
    guard let stretch else { return nil }
    let ids = resolver.resolveLetters(
      words, behind: reading.source(stretch.lowerBound), before: reading.source(stretch.upperBound - 1) + 1)
    return ids.isEmpty ? nil : leading(words.range.lowerBound..<end, to: ids, here)
  }

  /// Whether running text prints the first and the last of the items that are meant, as items of a list and not as references.
  private func isPrinted(_ words: ReferenceWords, in range: Range<Int>) -> Bool {
    [words.items[0], words.items[words.items.count - 1]].allSatisfy { item in
      items.isPrinted(ReferenceResolver.flat(item.path.suffix(1)), within: range)
    }
  }

  /// Whether the provision's own words print the item that is meant: "(i) …, (ii) … and (iii) … the events in clause (ii)".
  private func hasRun(_ words: ReferenceWords, _ here: Int, sameCase: Bool) -> Bool {
    var top = here
    while let parent = tree[top].parent, tree[parent].kind == .provision { top = parent }
    let range = reading.reading(tree[top].start)..<min(reading.reading(tree[top].range.upperBound), words.range.lowerBound + 4_000)
    return items.isPrinted(ReferenceResolver.flat(words.items[0].path.suffix(1)), in: range, but: words.range, sameCase: sameCase)
  }
}
