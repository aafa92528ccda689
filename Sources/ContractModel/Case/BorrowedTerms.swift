/// Tells an agreement that takes the meanings of its terms from another paper, so that it defines little itself.
enum BorrowedTerms {
  /// "Capitalized terms used and not defined herein have the meanings given in the Credit Agreement."
  static func areUsed(_ agreement: Agreement) -> Bool {
    if AmendmentClassifier.servesAnother(agreement) { return true }
    let span = agreement.reading.bytes.span
    var from = 0
    while let at = span.firstIndex(of: "defined", in: from..<span.count) {
      from = at + 7
      if isOfAccounting(span, at) { continue }
      for words: StaticString in ["not otherwise ", "but not ", "and not ", "not herein "]
      where span.matches(words, at: at - words.utf8CodeUnitCount) { return true }
      let after = span.skipSpaces(from)
      let isHere = span.matchesWord("herein", at: after) || span.matches("in this", at: after)
      if isHere, span.matches("not ", at: at - 4) { return true }
      if span.matches("otherwise ", at: at - 10), span.matches("herein, ", at: after) || span.matches("herein have", at: after) {
        return true
      }
      if span.matches("terms ", at: at - 6), span.matchesWord("therein", at: after) { return true }
      if span.matches("as so ", at: at - 6) { return true }
    }
    for words: StaticString in ["variables have the meaning", "on the cover page", "incorporates all of the terms"]
    where span.firstIndex(of: words, in: 0..<span.count) != nil { return true }
    // "all capitalized terms have the meaning given to them in the Contract", "terms used in this Amendment have the same meaning"
    for lead: StaticString in [
      "capitalized term", "capitalized word", "capitalised term", "capitalised word", "defined terms", "terms used in this",
      "terms used herein", "terms used in the",
    ] {
      var from = 0
      while let at = span.firstIndex(of: lead, in: from..<span.count) {
        from = at + lead.utf8CodeUnitCount
        let sentence = from..<min(span.count, from + 200)
        guard let meaning = span.firstIndex(of: "meaning", in: sentence) else { continue }
        let rest = meaning..<min(span.count, meaning + 60)
        var isHere = false
        for words: StaticString in [
          "in this", "herein", "in section", "in article", "below", "hereof", "hereto", "meanings:", "following",
        ]
        where span.firstIndex(of: words, in: rest) != nil { isHere = true }
        for paper: StaticString in ["cover page", "order form", "key terms"] where span.firstIndex(of: paper, in: rest) != nil {
          isHere = false
        }
        if !isHere { return true }
      }
    }
    return false
  }

  /// Whether a sentence is about accounting terms, which no other paper of the parties defines: "Accounting terms not otherwise defined
  /// herein have the meanings given by generally accepted accounting principles."
  private static func isOfAccounting(_ span: Span<UInt8>, _ at: Int) -> Bool {
    var start = at
    while start > 0, at - start < 160, span[start - 1] != Ascii.lineFeed,
      !(span[start - 1] == Ascii.space && start > 1 && span[start - 2] == Ascii.period)
    { start -= 1 }
    return span.firstIndex(of: "accounting term", in: start..<at) != nil
  }

  /// The places in a text where names stand that it does not define itself, in the source; its own terms win where both fit.
  static func places(of names: [String], besides own: [String], in agreement: Agreement) -> [[Range<Int>]] {
    let reading = agreement.reading
    var out = [[Range<Int>]](repeating: [], count: names.count)
    let matcher = TermUses(terms: (names + own).map { [Array($0.utf8)] }, blocked: agreement.parties.map { Array($0.name.utf8) })
    var cursor = ReadingText.SourceCursor(reading)
    matcher.scan(reading) { term, range in
      if term < names.count { out[term].append(cursor.source(range)) }
    }
    return out
  }
}
