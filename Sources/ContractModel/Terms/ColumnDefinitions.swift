/// Definitions in two columns, or in a table: terms on the left, meanings without a verb on the right.
///
/// `Business Day      a day on which banks are open`, below words that announce meanings: "In this agreement:", a heading of definitions.
/// Two rows at least must stand below each other; the row of heads, "Term  Meaning", is none.
enum ColumnDefinitions {
  static func find(_ reading: ReadingText, _ paragraphs: [Paragraph], _ text: SourceText) -> [DefinitionFinder.Found] {
    let span = reading.bytes.span
    var out: [DefinitionFinder.Found] = []
    var run: [DefinitionFinder.Found] = []
    var announcement: Range<Int>?
    func close() {
      if run.count >= 2, let announcement, announces(span, announcement) { out += run }
      run.removeAll()
    }
    for paragraph in paragraphs where !paragraph.range.isEmpty {
      let range = paragraph.range
      if let found = row(reading, range, text) {
        run.append(found)
      } else if run.isEmpty, isHead(span, range) {
        continue
      } else {
        close()
        announcement = range
      }
    }
    close()
    return out
  }

  /// Whether words announce the meanings of terms.
  private static func announces(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count < 400 else { return false }
    if span.firstIndex(of: "following", in: range) != nil && span.firstIndex(of: "meaning", in: range) != nil { return true }
    if span[range.upperBound - 1] == Ascii.colon {
      for words: StaticString in ["in this", "meaning", "terms", "definitions", "interpretation", "expressions"]
      where span.firstIndex(of: words, in: range) != nil { return true }
    }
    return range.count < 60
      && (span.firstIndex(of: "definition", in: range) != nil || span.firstIndex(of: "interpretation", in: range) != nil)
  }

  /// `Term  Meaning`, `Expression  Definition`.
  private static func isHead(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count < 40
      && ["term", "defined term", "expression", "word", "no"].contains { span.matchesWord($0, at: range.lowerBound) }
      && (span.matchesWord("meaning", endingAt: range.upperBound) || span.matchesWord("definition", endingAt: range.upperBound))
  }

  /// A term, a gap of two blanks or more in the file, and words that begin as a meaning does.
  private static func row(_ reading: ReadingText, _ range: Range<Int>, _ text: SourceText) -> DefinitionFinder.Found? {
    let span = reading.bytes.span
    var low = range.lowerBound
    // The number of a row: `1   Receiver   whoever the Bank appoints`.
    var digits = low
    while digits < range.upperBound, span[digits].isDigit || span[digits] == Ascii.period { digits += 1 }
    if digits > low, isGap(reading, digits, text) { low = digits + 1 }
    if low < range.upperBound, span[low] == Ascii.quote { low += 1 }
    guard low < range.upperBound, span[low].isUpper else { return nil }
    var at = low
    while at < min(range.upperBound, low + 60), !isGap(reading, at, text) { at += 1 }
    guard at < min(range.upperBound, low + 60), at > low + 1 else { return nil }
    let meaning = at + 1
    var end = at
    while end > low, [Ascii.quote, Ascii.colon, Ascii.space].contains(span[end - 1]) { end -= 1 }
    guard end > low, range.upperBound - meaning >= 8, TitleWords.isTitle(span, low..<end, words: 6),
      !TitleWords.isSmall(span, low..<end), !(low..<end).contains(where: { span[$0].isDigit || span[$0] == Ascii.period }),
      begins(span, meaning)
    else { return nil }
    return DefinitionFinder.Found(
      kind: .list, words: low..<end, extent: low..<DefinitionFinder.sentence(span, low, behind: meaning, range).upperBound)
  }

  /// Whether a blank of the reading text stands for two or more of the file, or for a tab.
  private static func isGap(_ reading: ReadingText, _ at: Int, _ text: SourceText) -> Bool {
    guard at + 1 < reading.bytes.count, reading.bytes[at] == Ascii.space else { return false }
    let (first, next) = (reading.source(at), reading.source(at + 1))
    return next > first + 1 && text.bytes[first..<next].allSatisfy(\.isBlank) || text.bytes[first] == 0x09
  }

  private static let openings = WordSet(
    "a", "an", "the", "any", "all", "each", "every", "means", "has", "as", "such", "that", "those", "in", "with", "one", "two",
    "three",
    "ten")

  private static func begins(_ span: Span<UInt8>, _ at: Int) -> Bool {
    span[at].isLower || openings.begins(span, at: at) || span[at] == Ascii.quote
  }
}
