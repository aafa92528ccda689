/// Finds a word printed twice in a row ("the the") and punctuation printed twice ("therein..").
enum DoubledWord {
  static let code = "doubled-word"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Finding] = []
    var last = 0..<0
    var i = 0
    while i < span.count {
      guard span[i].isLetter else {
        i += 1
        continue
      }
      let start = i
      while i < span.count, span[i].isWord || span[i] == Ascii.apostrophe { i += 1 }
      let word = start..<i
      if last.upperBound + 1 == start, span[last.upperBound] == Ascii.space, last.count == word.count, isFunctionWord(span, word),
        same(span, last, word), !(span[last.lowerBound].isUpper && last.count == 1), i >= span.count || span[i] != Ascii.hyphen
      {
        let range = reading.source(last.lowerBound..<word.upperBound)
        let words = agreement.words(range)
        out.append(Finding(code, .warning, range, subject: words, "“\(words)”: a word is printed twice."))
      }
      last = word
    }
    return out
  }

  /// Only small words are slips: "New York New York", "had had" and "that that" may be meant.
  private static func isFunctionWord(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard span[word.lowerBound].isLower else { return false }
    for known: StaticString in [
      "the", "a", "an", "of", "to", "in", "and", "or", "by", "for", "with", "such", "any", "this", "from", "as", "be", "is", "are",
      "shall",
      "will", "may", "its", "at", "under", "not", "all", "if", "on", "it",
    ] where known.utf8CodeUnitCount == word.count && span.matches(known, at: word.lowerBound) { return true }
    return false
  }

  private static func same(_ span: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    for k in 0..<a.count where span[a.lowerBound + k].lowercased != span[b.lowerBound + k].lowercased { return false }
    return true
  }
}

/// Finds punctuation printed twice where one was meant: "described therein..", "the Seller,, and".
enum DoubledPunctuation {
  static let code = "doubled-punctuation"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Finding] = []
    for i in 0..<max(span.count - 2, 0) {
      let byte = span[i]
      guard byte == Ascii.period || byte == Ascii.comma || byte == Ascii.semicolon, span[i + 1] == byte, i > 0,
        span[i - 1].isLetter,
        span[i + 2].isSpace, !(byte == Ascii.period && isAbbreviated(span, i)), !(byte == Ascii.comma && closesQuote(span, i))
      else { continue }
      var start = i
      while start > 0, i - start < 40, !span[start - 1].isSpace { start -= 1 }
      let range = reading.source(i..<(i + 2))
      let words = agreement.words(reading.source(start..<(i + 2)))
      out.append(
        Finding(code, .warning, range, subject: agreement.words(range), "“\(words)”: punctuation is printed twice."))
    }
    return out
  }

  /// Two commas that stand for a closing quotation mark: `an "Event,, under`.
  private static func closesQuote(_ span: Span<UInt8>, _ at: Int) -> Bool {
    var marks = 0
    for i in max(0, at - 80)..<at where span[i] == Ascii.quote { marks += 1 }
    return marks % 2 == 1
  }

  /// "Inc.." at a sentence's end is a slip too often made to be worth a word.
  private static func isAbbreviated(_ span: Span<UInt8>, _ at: Int) -> Bool {
    for word: StaticString in ["inc", "corp", "ltd", "co", "no", "etc", "l.p"] where span.matchesWord(word, endingAt: at) {
      return true
    }
    // "the R.O.C.."
    return at >= 2 && span[at - 2] == Ascii.period
  }
}
