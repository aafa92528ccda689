/// Finds a word printed twice in a row: "the the".
enum DoubledWord: CheckRule {
  static let code = "doubled-word"
  static let severity = Finding.Severity.warning
  static let summary = "a word printed twice"
  static let example = "the the"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Finding] = []
    var last = 0..<0
    reading.wordStarts.forEach(in: 0..<span.count) { start in
      guard span[start].isLetter else { return start + 1 }
      var i = start + 1
      while i < span.count, span[i].isWord || span[i] == Ascii.apostrophe { i += 1 }
      let word = start..<i
      defer { last = word }
      if last.upperBound + 1 == start, span[last.upperBound] == Ascii.space, last.count == word.count, same(span, last, word),
        isFunctionWord(span, word), !(span[last.lowerBound].isUpper && last.count == 1), i >= span.count || span[i] != Ascii.hyphen
      {
        let range = reading.source(last.lowerBound..<word.upperBound)
        let second = reading.source(last).upperBound..<range.upperBound
        let words = agreement.words(range)
        // Words on both sides of a page's foot are not printed in a row.
        guard range.count < words.utf8.count + 40, second.count <= word.count + 40 else { return i }
        // Nor are words of two columns.
        let bytes = agreement.text.bytes
        if bytes.span.firstIndex(of: "    ", in: second) != nil, !second.contains(where: { bytes[$0].isLineEnd }) { return i }
        if second.contains(where: { bytes[$0].isLineEnd }), hasColumns(agreement, range.lowerBound),
          hasColumns(agreement, range.upperBound - 1)
        {
          return i
        }
        out.append(
          Finding(
            code, .warning, range, subject: words, "“\(words)”: a word is printed twice.",
            fix: Finding.Fix(range: second, text: "")))
      }
      return i
    }
    return out
  }

  /// Whether the line at a place has a gap within: words in two columns.
  private static func hasColumns(_ agreement: Agreement, _ place: Int) -> Bool {
    let line = agreement.text.lines[agreement.text.lines.index(at: place)]
    let bytes = agreement.text.bytes.span
    let first = bytes.skipSpaces(line.lowerBound)
    guard first < line.upperBound else { return false }
    return bytes.firstIndex(of: "    ", in: first..<max(first, bytes.skipSpaces(endingAt: line.upperBound))) != nil
  }

  /// Only small words are slips: "New York New York", "had had" and "that that" may be meant.
  private static func isFunctionWord(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard span[word.lowerBound].isLower else { return false }
    return functionWords.contains(span, word)
  }

  private static let functionWords = WordSet(
    "the", "a", "an", "of", "to", "in", "and", "or", "by", "for", "with", "such", "any", "this", "from", "as", "be", "is", "are",
    "shall", "will", "may", "its", "at", "under", "not", "all", "if", "on", "it")

  private static func same(_ span: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    for k in 0..<a.count where span[a.lowerBound + k].lowercased != span[b.lowerBound + k].lowercased { return false }
    return true
  }
}
