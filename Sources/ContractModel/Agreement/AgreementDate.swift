/// Finds the date of an agreement among the dates before its body.
enum AgreementDate {
  /// The date of an agreement: the one nearest the words that make it, before its body.
  static func find(_ span: Span<UInt8>, limit: Int) -> CalendarDate? {
    var best: (score: Int, date: CalendarDate)?
    var i = 0
    let end = min(limit, span.count)
    while i < end {
      if span[i].isAlphanumeric, i == 0 || !span[i - 1].isWord, let (date, after) = DateParser.parse(span, i) {
        var score = weight(span, i)
        // A line of its own, near the title.
        let isAlone = (i == 0 || span[i - 1] == Ascii.lineFeed) && (after >= span.count || span[after] == Ascii.lineFeed)
        if isAlone, i < 1_500 { score += 4 }
        if score > (best?.score ?? 0) { best = (score, date) }
        i = after
      } else {
        i += 1
      }
    }
    return best?.date
  }

  /// Whether a date is the one that a paragraph gives what it is about: "THIS SUPPLY AGREEMENT, dated as of May 1, 2004".
  private static func opens(_ span: Span<UInt8>, _ at: Int) -> Bool {
    var start = at
    while start > 0, at - start < 200, span[start - 1] != Ascii.lineFeed { start -= 1 }
    guard start == 0 || span[start - 1] == Ascii.lineFeed else { return false }
    if !span.matches("this ", at: start), start > 1, span[start - 2] != Ascii.period {
      // A first line that stands by itself, as titles do: "THIS AMENDMENT NO. 2 TO CREDIT", "AGREEMENT, dated as of May 1, 2004".
      start -= 1
      while start > 0, at - start < 200, span[start - 1] != Ascii.lineFeed { start -= 1 }
    }
    guard span.matches("this ", at: start) else { return false }
    // No other paper may be named before it.
    return span.firstIndex(of: "certain", in: start..<at) == nil && span.firstIndex(of: "that ", in: start..<at) == nil
      && span.firstIndex(of: " to the ", in: start..<at) == nil
      && !(start..<at).contains {
        span[$0].isDigit && span.known(max($0 - 1, 0)) == Ascii.space && $0 + 4 < at && span[$0 + 3].isDigit
      }
  }

  private static func weight(_ span: Span<UInt8>, _ at: Int) -> Int {
    let before = max(0, at - 60)..<at
    var score = 1
    for (phrase, points) in [
      ("as of" as StaticString, 4), ("dated", 3), ("entered into", 4), ("made", 3), ("effective", 3), (" on ", 1), ("signed", 4),
      ("this ", 2),
    ] {
      guard let place = span.firstIndex(of: phrase, in: before) else { continue }
      // "has entered into the Lease dated as of": another paper is.
      let end = place + phrase.utf8CodeUnitCount
      if span.matches("entered into", at: place), span.matches(" the ", at: end) || span.matches(" that ", at: end) { continue }
      score += points
    }
    // Another agreement's date in the preamble ("the Lease dated May 1, 1998, as amended").
    for other: StaticString in [
      "certain", "amended by", "pursuant to", "original", "prior", "previous", "your ", "ending", "expires", "born",
    ]
    where span.firstIndex(of: other, in: before) != nil { score -= 3 }
    if opens(span, at) { score += 4 }
    if at == 0 || span[at - 1] == Ascii.lineFeed {
      score += 4
      // A letter bears its date above its greeting.
      if span.firstIndex(of: "\ndear ", in: at..<min(span.count, at + 1_200)) != nil { score += 8 }
    }
    return score
  }
}
