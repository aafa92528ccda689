/// Terms that nothing sets apart but the capitals they are used with from there on: in brackets, `within thirty days (the Payment
/// Period)`, `the Plant Hire Deed dated 20 April 2021 (Hire Deed)`, or named at the end of a sentence (`UnquotedDefinitions+Called`).
extension UnquotedDefinitions {
  struct Candidate {
    var words: Range<Int>
    var paragraph: Range<Int>
    /// Whether an article stands before it.
    var isLed: Bool
    var usesBefore = 0
    var usesBehind = 0
  }

  /// Those that the text uses behind them as "the Payment Period", and never before; once where an article stands in the definition
  /// too, else twice.
  static func byUse(_ reading: ReadingText, _ paragraphs: [Paragraph], _ keywords: KeywordIndex, _ known: NameTable)
    -> [DefinitionFinder.Found]
  {
    let span = reading.bytes.span
    var candidates = called(span, paragraphs, keywords).filter { !known.contains(span, $0.words) }
    for paragraph in paragraphs {
      var at = paragraph.range.lowerBound
      while true {
        at = span.firstOffset(of: Ascii.open, in: at..<paragraph.range.upperBound)
        guard at + 4 < paragraph.range.upperBound else { break }
        if let found = candidate(span, at, paragraph.range), !known.contains(span, found.words) { candidates.append(found) }
        at += 1
      }
    }
    // "Section 3 (Rent)" and "Section 9 (Rent)" give a heading.
    let printed = Dictionary(grouping: candidates.indices) { index in candidates[index].words.map { span[$0] } }
    candidates = printed.values.filter { $0.count == 1 }.map { candidates[$0[0]] }
    guard !candidates.isEmpty else { return [] }
    count(reading, &candidates)
    return candidates.compactMap { candidate in
      guard candidate.usesBefore == 0, candidate.usesBehind >= (candidate.isLed ? 1 : 2) else { return nil }
      let extent = DefinitionFinder.sentence(
        span, candidate.words.lowerBound, behind: candidate.words.upperBound, candidate.paragraph)
      return DefinitionFinder.Found(kind: .inline, words: candidate.words, extent: extent)
    }
  }

  /// The words of a bracket that may name what is before it: one to four words, each with a capital and small letters.
  private static func candidate(_ span: Span<UInt8>, _ open: Int, _ paragraph: Range<Int>) -> Candidate? {
    let before = span.skipSpaces(endingAt: open)
    guard before < open, before > paragraph.lowerBound, span[before - 1].isAlphanumeric || span[before - 1] == Ascii.period else {
      return nil
    }
    let isLed = span.matches("the ", at: open + 1)
    let start = open + (isLed ? 5 : 1)
    let close = span.firstOffset(of: Ascii.close, in: start..<min(paragraph.upperBound, start + 60))
    guard close < min(paragraph.upperBound, start + 60), close > start + 2, nameEnd(span, start, close) == close else { return nil }
    // "Section 13.2 (Bankruptcy)" gives its heading, and "Windsor (Ontario)" a country.
    var number = before
    while number > paragraph.lowerBound, span[number - 1].isDigit || span[number - 1] == Ascii.period { number -= 1 }
    let isCaption =
      number < before
      && ["section", "clause", "article", "paragraph", "part", "rule"].contains { (keyword: StaticString) in
        span.matchesWord(keyword, endingAt: span.skipSpaces(endingAt: number))
      }
    guard !isCaption, !PlaceNames.begin(span, at: start), AttachmentLabel.read(span, start, close) == nil,
      CorporateEnding.end(span, start) == nil,
      ReferenceGrammar.parse(span, start, close) == nil, DateParser.month(span, start) == nil
    else { return nil }
    return Candidate(words: start..<close, paragraph: paragraph, isLed: isLed)
  }

  /// Where one to four words end that each have a capital and small letters; nil where there is none.
  static func nameEnd(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    var word = start
    var name: Int?
    for _ in 1...4 {
      let end = span.wordEnd(word)
      guard word < limit, span[word].isUpper, end > word + 1, span[word + 1].isLower, end <= limit else { break }
      name = end
      guard end < limit, span[end] == Ascii.space else { break }
      word = end + 1
    }
    return name
  }

  /// Counts where the text says "the" with the words of each, before its bracket and behind it.
  private static func count(_ reading: ReadingText, _ candidates: inout [Candidate]) {
    let span = reading.bytes.span
    var byFirst: [Word: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() {
      let first = candidate.words.lowerBound
      byFirst[Word(span, first..<span.wordEnd(first)), default: []].append(index)
    }
    var counted = candidates
    reading.wordStarts.forEach(in: 0..<span.count) { at in
      guard span[at].lowercased == 0x74, span.matches("the ", at: at), at + 5 < span.count, span[at + 4].isUpper else {
        return at + 1
      }
      let start = at + 4
      for index in byFirst[Word(span, start..<span.wordEnd(start))] ?? [] {
        let words = counted[index].words
        let end = start + words.count
        guard start != words.lowerBound, end <= span.count, end == span.count || !span[end].isWord,
          words.indices.allSatisfy({ span[$0] == span[start + $0 - words.lowerBound] })
        else { continue }
        if start < words.lowerBound { counted[index].usesBefore += 1 } else { counted[index].usesBehind += 1 }
      }
      return start
    }
    candidates = counted
  }
}
