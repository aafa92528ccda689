/// The heading of a candidate: what the file gives as one, what a wide gap or the end of a line sets off, and what `HeadingParser` reads.
extension ProvisionCandidates {
  /// The whole of a paragraph that is a heading in the file, whatever it reads like, but a clause that only has a heading's style.
  func givenHeading(_ span: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> (Range<Int>?, Int)? {
    guard isGivenHeading, (3...150).contains(range.count) else { return nil }
    let title = HeadingParser.title(span, range)
    // A heading may be a sentence that its text stands below: `## 2. You own the goods once you have paid.`
    guard !title.isEmpty,
      !ClauseEnding.closesClause(span, range)
        || span[range.upperBound - 1] == Ascii.period && range.count <= 100 && isText(span, index + 1),
      !title.contains(where: { span[$0] == Ascii.period && span.byte($0 + 1) == Ascii.space && span.byte($0 + 2).isUpper })
    else { return nil }
    return (title, range.upperBound)
  }

  /// Whether a paragraph is running text, and no number leads it.
  func isText(_ span: Span<UInt8>, _ index: Int) -> Bool {
    guard index < paragraphs.count, case let range = paragraphs[index].range, range.count > 10 else { return false }
    return ProvisionMarker.parse(span, range.lowerBound, range.upperBound) == nil && ClauseEnding.closesClause(span, range)
  }

  /// The heading that the words behind a number begin with; where they show none, or are nothing else, the one that its line tells.
  func runInHeading(_ span: Span<UInt8>, _ marker: ProvisionMarker, _ end: Int, from number: Int, _ text: SourceText)
    -> (Range<Int>?, Int)
  {
    let found = HeadingParser.heading(reading, marker.textStart, end, from: number)
    guard found.heading == nil || found.body >= end, marker.textStart < end else { return found }
    return lineHeading(span, number, marker.textStart..<end, isArticle: marker.keyword != .none, text) ?? found
  }

  /// A title whose line was broken before it was full, and the text below it: `Article 2`, `Price`, `Elm pays on the first of each month.`
  ///
  /// A line of text takes every word that fits. One that is at most three quarters as long as the longest below it with the next word on it
  /// was ended on purpose where a sentence begins below, or an article's number has a line of its own; and so was a question.
  func lineHeading(_ span: Span<UInt8>, _ number: Int, _ words: Range<Int>, isArticle: Bool, _ text: SourceText)
    -> (Range<Int>?, Int)?
  {
    guard words.count > 8, span[words.lowerBound].isUpper, span[words.upperBound - 1] == Ascii.period else { return nil }
    func breaks(_ at: Int) -> Bool { span[at] == Ascii.space && text.bytes[reading.source(at)].isLineEnd }
    guard let end = words.prefix(90).first(where: breaks), end + 1 < words.upperBound, span[end + 1].isUpper else { return nil }
    let title = words.lowerBound..<end
    guard title.count >= 3, ![Ascii.comma, Ascii.semicolon, Ascii.colon, Ascii.period, Ascii.hyphen].contains(span[end - 1]),
      !title.contains(where: { span[$0] == Ascii.period }), !TitleWords.isCapitals(span, end + 1..<words.upperBound)
    else { return nil }
    var last = end
    while last > title.lowerBound, span[last - 1].isWord { last -= 1 }
    if TitleWords.isSmall(span, last..<end) { return nil }
    if span[end - 1] == 0x3F { return (title, end + 1) }
    let isNumberApart = breaks(words.lowerBound - 1)
    guard isArticle && isNumberApart && TitleWords.isTitle(span, title, words: 8) || HeadingParser.opensSentence(span, at: end + 1)
    else {
      return nil
    }
    var longest = 0
    var start = end + 1
    while start < words.upperBound, longest < 200 {
      let next = (start..<words.upperBound).first(where: breaks) ?? words.upperBound
      longest = max(longest, next - start)
      start = next + 1
    }
    let head = isNumberApart ? words.lowerBound : number
    return (end - head + 1 + span.wordEnd(end + 1) - (end + 1)) * 4 <= longest * 3 ? (title, end + 1) : nil
  }

  /// A title set off from its text by a wide gap alone: `2.3 Conduct of the Work   Each party shall`.
  func columnHeading(_ span: Span<UInt8>, _ start: Int, _ end: Int, _ text: SourceText) -> (Range<Int>, Int)? {
    var i = start
    let limit = min(end - 1, start + 120)
    while i < limit {
      if span[i] == Ascii.space, columnsBefore(text, reading.source(i + 1)) {
        let title = HeadingParser.title(span, start..<i)
        guard !title.isEmpty, span[start].isUpper, TitleWords.isTitle(span, title, words: 14) else { return nil }
        return (title, i + 1)
      }
      if span[i] == Ascii.period, span[i + 1] == Ascii.space { return nil }
      i += 1
    }
    return nil
  }

  func columnsBefore(_ text: SourceText, _ source: Int) -> Bool {
    var i = source
    while i > 0, text.bytes[i - 1] == Ascii.space { i -= 1 }
    return source - i >= 3
  }
}
