/// Finds punctuation printed twice where one was meant: "described therein..", "the Seller,, and".
enum DoubledPunctuation: CheckRule {
  static let code = "doubled-punctuation"
  static let severity = Finding.Severity.warning
  static let summary = "punctuation printed twice"
  static let example = "described therein.."

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Finding] = []
    for i in places(span) {
      let byte = span[i]
      guard i > 0, i + 2 < span.count, span[i - 1].isLetter, span[i + 2].isSpace, !(byte == Ascii.period && isAbbreviated(span, i)),
        !(byte == Ascii.comma && closesQuote(span, i))
      else { continue }
      var start = i
      while start > 0, i - start < 40, !span[start - 1].isSpace { start -= 1 }
      let range = reading.source(i..<(i + 2))
      let words = agreement.words(reading.source(start..<(i + 2)))
      out.append(
        Finding(
          code, .warning, range, subject: agreement.words(range), "“\(words)”: punctuation is printed twice.",
          fix: Finding.Fix(range: range, text: String(UnicodeScalar(byte)))))
    }
    return out
  }

  /// Where marks stand twice, in order.
  private static func places(_ span: Span<UInt8>) -> [Int] {
    var out: [Int] = []
    for marks: StaticString in ["..", ",,", ";;"] {
      var from = 0
      while let at = span.firstIndex(of: marks, in: from..<span.count) {
        out.append(at)
        from = at + 1
      }
    }
    return out.sorted()
  }

  /// Two commas that stand for a closing quotation mark: `an "Event,, under`.
  private static func closesQuote(_ span: Span<UInt8>, _ at: Int) -> Bool {
    var marks = 0
    for i in max(0, at - 80)..<at where span[i] == Ascii.quote { marks += 1 }
    return marks % 2 == 1
  }

  /// "Inc.." at a sentence's end is a slip too often made to be worth a word.
  private static func isAbbreviated(_ span: Span<UInt8>, _ at: Int) -> Bool {
    if Abbreviation.closes(span, at) || span.matchesWord("etc", endingAt: at) { return true }
    // "the R.O.C.."
    return at >= 2 && span[at - 2] == Ascii.period
  }
}
