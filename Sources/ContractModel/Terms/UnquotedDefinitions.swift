/// Definitions printed without quotation marks: `Debt means …` or `Debt: all …` at the head of a clause, `Base Salary (as defined in
/// the Plan)`.
///
/// The first form counts where a list prints its terms so (three or more siblings, or two below "Definitions"), where the term is defined
/// elsewhere too, or where the file sets it apart (bold, underlined); the last is a definition that another document gives, once, at its
/// first use.
enum UnquotedDefinitions {
  static func find(
    _ reading: ReadingText, _ paragraphs: [Paragraph], _ heads: DefinitionHeads, _ keywords: KeywordIndex,
    _ quoted: [DefinitionFinder.Found]
  ) -> [DefinitionFinder.Found] {
    let span = reading.bytes.span
    var externals: [DefinitionFinder.Found] = []
    var known = NameTable(capacity: quoted.count)
    for found in quoted { known.insert(span, found.words, 0) }
    keywords.forEach(.pointer, in: paragraphs) { at, paragraph in
      guard at + 12 < paragraph.upperBound,
        pointers.contains(where: { span.matches($0, at: at) }),
        let found = external(span, at, paragraph), !known.contains(span, found.words)
      else { return }
      known.insert(span, found.words, 0)
      externals.append(found)
    }
    let named = Self.named(span, paragraphs, keywords, &known)
    let lists = heads.verbs.count >= 3 || heads.verbs.count == 2 && isLed(span, paragraphs, heads.verbs[0].words)
    let made = heads.verbs.filter {
      lists || known.contains(span, $0.words) || reading.emphasis.sets($0.words, span)
        || DefinitionHeads.isDefinedAs(span, span.skipSpaces($0.words.upperBound)) || isName(span, $0.words)
    }
    // A label that is quoted elsewhere has its definition there.
    let labels = heads.labels.filter { !known.contains(span, $0.words) }
    for found in made + labels { known.insert(span, found.words, 0) }
    return made + labels + externals + named + sentences(span, paragraphs, keywords, known)
      + byUse(reading, paragraphs, keywords, known)
  }

  /// Whether words that announce definitions stand right above a term: `1. DEFINITIONS`, `In this Agreement:`.
  private static func isLed(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ term: Range<Int>) -> Bool {
    let index = paragraphs.firstIndex { $0.range.upperBound > term.lowerBound } ?? 0
    let above = paragraphs[..<index].last { !$0.range.isEmpty }
    return above.map { ColumnDefinitions.announces(span, $0.range) } ?? false
  }

  /// Whether a term is two words or more with a capital each, and a verb behind it in small letters or with a colon: `Licensed Patents
  /// means`.
  private static func isName(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    let blanks = words.filter { span[$0] == Ascii.space }
    // "Adequate Financial Means. The Guarantor" is a heading.
    let verb = span.skipSpaces(words.upperBound)
    let end = span.wordEnd(verb)
    guard verb < span.count, span[verb].isLower || end < span.count && span[end] == Ascii.colon else { return false }
    return !blanks.isEmpty && blanks.allSatisfy { span[$0 + 1].isUpper } && !TitleWords.isCapitals(span, words)
  }

  /// Inside a paragraph, `. Debt means` for a term that is known.
  private static func sentences(
    _ span: Span<UInt8>, _ paragraphs: [Paragraph], _ keywords: KeywordIndex, _ known: NameTable
  ) -> [DefinitionFinder.Found] {
    var out: [DefinitionFinder.Found] = []
    keywords.forEach(.means, in: paragraphs) { word, paragraph in
      guard word > paragraph.lowerBound, span[word - 1] == Ascii.space, span.matches("means", at: word) else { return }
      let at = word - 1
      var start = at
      while start > paragraph.lowerBound, at - start < 70,
        !(span[start - 1] == Ascii.space && start >= 2 && span[start - 2] == Ascii.period)
      { start -= 1 }
      guard start > paragraph.lowerBound, at - start < 70, let found = DefinitionHeads.byVerb(span, at: start, paragraph),
        found.words.upperBound == at, known.contains(span, found.words)
      else { return }
      out.append(found)
    }
    return out
  }

  /// What stands behind a term that is defined elsewhere.
  private static let pointers: [StaticString] = [
    "(as defined", "(as such term is defined", "(as that term is defined", "(as those terms are defined",
  ]

  /// The capitalised words before `(as defined in the Credit Agreement)`.
  private static func external(_ span: Span<UInt8>, _ open: Int, _ range: Range<Int>) -> DefinitionFinder.Found? {
    guard let close = ReferenceOwner.closing(span, open, range.upperBound) else { return nil }
    let inside = open..<close
    for here: StaticString in [
      "below", "herein", "hereinafter", "hereafter", "above", "this agreement", "hereof", "this section", "later",
    ] where span.firstIndex(of: here, in: inside) != nil { return nil }
    guard let place = span.firstIndex(of: " in ", in: inside) ?? span.firstIndex(of: " under ", in: inside) else { return nil }
    var at = place + 4
    if let words = ReferenceGrammar.parse(span, at, close) {
      guard ReferenceOwner.isExternal(span, words, limit: close) else { return nil }
    } else {
      var owner = false
      for word: StaticString in [
        "agreement", "act", "code", "plan", "rule", "regulation", "indenture", "lease", "note", "contract", "deed", "policy", "law",
        "statute", "erisa", "declaration", "guaranty",
      ] where span.firstIndex(of: word, in: at..<close) != nil { owner = true }
      guard owner else { return nil }
    }
    // Back over the capitalised words.
    at = open
    while at > range.lowerBound, span[at - 1] == Ascii.space { at -= 1 }
    // `"group" (as defined in Rule 13d-3)`
    if at > range.lowerBound + 2, span[at - 1] == Ascii.quote {
      var open = at - 2
      while open > range.lowerBound, at - open < 60, span[open] != Ascii.quote { open -= 1 }
      guard span[open] == Ascii.quote, open < at - 3 else { return nil }
      let words = (open + 1)..<(span[at - 2] == Ascii.comma ? at - 2 : at - 1)
      return DefinitionFinder.Found(kind: .external, words: words, extent: words.lowerBound..<(close + 1))
    }
    guard let words = capitalised(span, endingAt: at, range) else { return nil }
    return DefinitionFinder.Found(kind: .external, words: words, extent: words.lowerBound..<(close + 1))
  }

  /// The capitalised words that end at a place: `Base Salary`; nil where none do.
  static func capitalised(_ span: Span<UInt8>, endingAt end: Int, _ range: Range<Int>) -> Range<Int>? {
    var start = end
    while start > range.lowerBound {
      var word = start
      while word > range.lowerBound, span[word - 1] == Ascii.space { word -= 1 }
      let wordEnd = word
      while word > range.lowerBound, span[word - 1].isWord || span[word - 1] == Ascii.hyphen { word -= 1 }
      // "Change in Control", "Date of Termination"
      if start < end, wordEnd - word == 2, span.matches("in", at: word) || span.matches("of", at: word), span[word].isLower {
        var before = word
        while before > range.lowerBound, span[before - 1] == Ascii.space { before -= 1 }
        let last = before
        while before > range.lowerBound, span[before - 1].isWord { before -= 1 }
        guard before < last, span[before].isUpper, before > range.lowerBound,
          span[word] == 0x6F || span.matchesWord("change", at: before)
        else { break }
        start = before
        continue
      }
      guard word < wordEnd, span[word].isUpper else { break }
      if start == end || span[wordEnd - 1].isWord { start = word } else { break }
      if word > range.lowerBound, span[word - 1] != Ascii.space { break }
    }
    return start < end && end - start < 80 ? start..<end : nil
  }
}
