/// What the grammar of instructions asks about the references of an amendment.
struct InstructionFacts {
  private let agreement: Agreement
  private let span: [UInt8]
  /// The references in order of place, by where they stand in the reading text.
  let references: [(index: Int, range: Range<Int>)]

  init(_ agreement: Agreement) {
    self.agreement = agreement
    span = agreement.reading.bytes
    references = agreement.references.indices.filter { !agreement.references[$0].range.isEmpty }.map { index in
      let range = agreement.references[index].range
      return (index, agreement.reading.reading(range.lowerBound)..<agreement.reading.reading(range.upperBound))
    }
  }

  func range(_ index: Int) -> Range<Int> {
    let range = agreement.references[index].range
    return agreement.reading.reading(range.lowerBound)..<agreement.reading.reading(range.upperBound)
  }

  func grammar(_ index: Int) -> ReferenceWords? {
    let range = range(index)
    guard var words = ReferenceGrammar.parse(span.span, range.lowerBound, min(span.count, range.upperBound + 1)) else { return nil }
    // "by deleting "and" at the end of subsection (a), (b) by deleting": the second letter counts what is asked for.
    if words.items.count > 1, leadsInstruction(words.range.upperBound) { words.items.removeLast() }
    return words
  }

  /// Whether what follows a letter says what is done: "by deleting", "deleting".
  private func leadsInstruction(_ end: Int) -> Bool {
    var at = span.span.skipSpaces(end)
    if span.span.matchesWord("by", at: at) { at = span.span.skipSpaces(at + 2) }
    let word = at..<((at..<span.count).first { !span[$0].isLetter } ?? span.count)
    return !word.isEmpty && InstructionVerb.of(Word(span.span, word))?.form == .gerund
  }

  /// The second part of a reference that names an item and what it is of: "Section 3.2" of "Clause (iii) of Section 3.2".
  static func outer(_ words: ReferenceWords, _ span: Span<UInt8>, _ range: Range<Int>) -> ReferenceWords? {
    guard words.isLettersOnly, words.range.upperBound < range.upperBound else { return nil }
    var at = words.range.upperBound
    while at < range.upperBound {
      if let found = ReferenceGrammar.parse(span, at, min(span.count, range.upperBound + 1)), !found.isLettersOnly { return found }
      at += 1
      while at < range.upperBound, span[at - 1].isWord { at += 1 }
    }
    return nil
  }

  /// The name of the paper that a reference is said to be of.
  func owner(_ index: Int) -> Range<Int>? { agreement.references[index].owner }

  /// The numbers that a reference names, in order.
  func numbers(_ index: Int) -> [String] {
    grammar(index).map { $0.items.map { String(decoding: ReferenceResolver.flat($0.path), as: UTF8.self) } } ?? []
  }

  /// Whether a reference names an item by letters alone: "clause (iii)".
  func isItem(_ index: Int) -> Bool {
    guard let words = grammar(index), words.isLettersOnly else { return false }
    return Self.outer(words, span.span, range(index)) == nil
  }

  /// The label of the one item that a reference names by letters alone: the `(iii)` of "clause (iii)".
  func label(_ index: Int) -> [UInt8]? {
    guard isItem(index), let words = grammar(index), words.items.count == 1 else { return nil }
    return ReferenceResolver.flat(words.items[0].path)
  }

  func bytes(_ range: Range<Int>) -> [UInt8] { range.map { span.span[$0] } }

  /// Whether a reference names a part of a provision by a lone figure: "sub-clause 2".
  func isSubdivision(_ index: Int) -> Bool {
    guard let words = grammar(index), words.keyword == .paragraph, span.span.matches("sub", at: range(index).lowerBound) else {
      return false
    }
    return words.items.allSatisfy { $0.path.count == 1 && $0.path[0].allSatisfy(\.isDigit) }
  }

  func isAttachment(_ index: Int) -> Bool {
    agreement.references[index].status == .attachment || grammar(index)?.isAttachment ?? false
  }

  /// Whether a reference names a part of an attachment: "Part 1".
  func namesPart(_ index: Int) -> Bool { grammar(index)?.keyword == .part }

  /// Whether the number of one provision begins with that of another: 2.3 of Article 2.
  func holds(_ outer: Int, _ inner: Int) -> Bool {
    guard let outer = numbers(outer).first, let inner = numbers(inner).first else { return false }
    return inner.hasPrefix(outer)
  }

  /// Whether one names a section of the article that the other names: "Article II, Section 2.3", "Section 2, Section 2.3".
  func isPart(_ inner: Int, of outer: Int) -> Bool {
    grammar(outer)?.keyword == .article && grammar(inner)?.keyword != .article || holds(outer, inner)
  }

  /// The reference that words in quotation marks begin with, where its number and heading are all they say: "Section 2.2. Overdue Rent".
  func reference(opening quote: Range<Int>) -> Int? {
    guard quote.count < 120 else { return nil }
    let first = references.boundary(behindAll: { $0.range.lowerBound < quote.lowerBound })
    guard first < references.count, references[first].range.lowerBound == quote.lowerBound,
      references[first].range.upperBound < quote.upperBound
    else { return nil }
    // A heading follows, and no words of a sentence: not "Section 5.1 hereof".
    var next = references[first].range.upperBound
    while next < quote.upperBound, !span[next].isAlphanumeric { next += 1 }
    return next < quote.upperBound && span[next].isUpper && span[quote.upperBound - 1] != Ascii.period
      ? references[first].index : nil
  }

  /// "Section 4 hereof", "Section 4 of this Amendment", "Section 4 above": the amendment's own.
  func isOwn(_ words: InstructionWords, _ at: Int) -> Bool {
    ["hereof", "above", "below", "hereto", "herein"].contains(words[at + 1])
      || words.length(
        ofAny: [
          "of this amendment", "to this amendment", "of this letter", "attached hereto", "attached to this amendment",
          "attached to this deed", "attached to this agreement", "attached to this letter", "appended to this", "appended hereto",
          "annexed to this", "annexed hereto", "scheduled to this", "set out in this deed",
        ], at: at + 1) != nil
  }

  /// A name without the comma or the period that stands within its marks.
  func trimmed(_ name: Range<Int>) -> Range<Int> {
    var end = name.upperBound
    while end > name.lowerBound, [Ascii.comma, Ascii.period, Ascii.space].contains(span[end - 1]) { end -= 1 }
    return name.lowerBound..<end
  }
}
