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
  mutating func runInHeading(
    _ span: Span<UInt8>, _ index: Int, _ marker: ProvisionMarker, _ end: Int, from number: Int, _ text: SourceText
  ) -> (Range<Int>?, Int) {
    let found = HeadingParser.heading(reading, marker.textStart, end, from: number)
    guard found.heading == nil || found.body >= end, marker.textStart < end else { return found }
    if found.heading == nil, isAboveChild(span, index, marker) { return (marker.textStart..<end, end) }
    return lineHeading(span, number, marker.textStart..<end, isArticle: marker.keyword != .none, text) ?? found
  }

  /// Whether words that no mark closes stand right above the first number below theirs: `4. If you want to leave`, `4.1 Tell us a week before.`
  private func isAboveChild(_ span: Span<UInt8>, _ index: Int, _ marker: ProvisionMarker) -> Bool {
    let range = marker.textStart..<paragraphs[index].range.upperBound
    guard !marker.opened, marker.close != .bracket, marker.parts.kind.isArabic, (3...90).contains(range.count),
      span[range.lowerBound].isUpper, span[range.upperBound - 1].isAlphanumeric,
      let below = paragraphs.dropFirst(index + 1).first(where: { !$0.range.isEmpty })?.range,
      let child = ProvisionMarker.parse(span, below.lowerBound, below.upperBound)
    else { return false }
    var first = marker.parts
    first.append(1)
    return child.parts == first
  }

  /// Whether lines are broken behind titles alone: in three numbered paragraphs and more a sentence begins on the second line, and in none
  /// does the first line go on there.
  private mutating func breaksBehindTitles(_ span: Span<UInt8>, _ text: SourceText) -> Bool {
    if let known = titleLines { return known }
    var titles = 0
    var others = 0
    for paragraph in paragraphs where paragraph.range.count > 12 && span[paragraph.range.lowerBound].isDigit {
      let range = paragraph.range
      guard let marker = ProvisionMarker.parse(span, range.lowerBound, range.upperBound), marker.close == .period, !marker.isDotted,
        let end = (marker.textStart..<range.upperBound).prefix(120).first(where: {
          span[$0] == Ascii.space && text.bytes[reading.source($0)].isLineEnd
        })
      else { continue }
      // A file that has a word on each line ends none on purpose.
      let next = ((end + 1)..<range.upperBound).first { span[$0] == Ascii.space && text.bytes[reading.source($0)].isLineEnd }
      let below = (end + 1)..<max(end + 1, next ?? range.upperBound)
      let isTitle = (span[end - 1].isAlphanumeric || span[end - 1] == 0x3F) && below.contains { span[$0] == Ascii.space }
      if isTitle, span.byte(end + 1).isUpper, span[marker.textStart].isUpper { titles += 1 } else { others += 1 }
    }
    titleLines = titles >= 3 && others == 0
    return titleLines ?? false
  }

  /// A title whose line was broken before it was full, and the text below it: `Article 2`, `Price`, `Elm pays on the first of each month.`
  ///
  /// A line of text takes every word that fits. One that is at most three quarters as long as the longest below it with the next word on it
  /// was ended on purpose where a sentence begins below, or an article's number has a line of its own; and so was a question.
  mutating func lineHeading(_ span: Span<UInt8>, _ number: Int, _ words: Range<Int>, isArticle: Bool, _ text: SourceText)
    -> (Range<Int>?, Int)?
  {
    guard words.count > 8, span[words.lowerBound].isUpper, span[words.upperBound - 1] == Ascii.period else { return nil }
    func breaks(_ at: Int) -> Bool { span[at] == Ascii.space && text.bytes[reading.source(at)].isLineEnd }
    guard let end = words.prefix(90).first(where: breaks), end + 1 < words.upperBound else { return nil }
    // `6. Glossary`, `"Toll" means a tenth of the flour.`
    let isQuoted = span[end + 1] == Ascii.quote && span.byte(end + 2).isUpper
    guard span[end + 1].isUpper || isQuoted else { return nil }
    let title = words.lowerBound..<end
    guard title.count >= 3, ![Ascii.comma, Ascii.semicolon, Ascii.colon, Ascii.period, Ascii.hyphen].contains(span[end - 1]),
      !title.contains(where: { span[$0] == Ascii.period }), !TitleWords.isCapitals(span, end + 1..<words.upperBound)
    else { return nil }
    var last = end
    while last > title.lowerBound, span[last - 1].isWord { last -= 1 }
    if TitleWords.isSmall(span, last..<end) { return nil }
    if span[end - 1] == 0x3F { return (title, end + 1) }
    let isNumberApart = breaks(words.lowerBound - 1)
    guard
      isArticle && isNumberApart && TitleWords.isTitle(span, title, words: 8) || HeadingParser.opensSentence(span, at: end + 1)
        || isQuoted && TitleWords.isTitle(span, title, words: 8) || span[number].isDigit && breaksBehindTitles(span, text)
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
    let isShort = (end - head + 1 + span.wordEnd(end + 1) - (end + 1)) * 4 <= longest * 3
    return isShort || span[number].isDigit && breaksBehindTitles(span, text) ? (title, end + 1) : nil
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
