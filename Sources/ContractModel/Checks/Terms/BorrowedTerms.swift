/// Tells an agreement that takes the meanings of its terms from another paper, so that it defines little itself.
enum BorrowedTerms {
  /// "Capitalized terms used and not defined herein have the meanings given in the Credit Agreement."
  static func areUsed(_ span: Span<UInt8>) -> Bool {
    for words: StaticString in [
      "not otherwise defined", "not defined herein", "not defined in this", "undefined capitalized", "but not defined",
      "and not defined",
      "unless otherwise defined herein, ", "not herein defined", "otherwise defined herein have",
    ] where span.firstIndex(of: words, in: 0..<span.count) != nil { return true }
    for words: StaticString in [
      "terms defined therein", "used herein as so defined", "variables have the meaning", "on the cover page",
      "incorporates by reference all",
      "incorporates all of the terms", "schedule is attached to", "exhibit is attached to",
    ]
    where span.firstIndex(of: words, in: 0..<span.count) != nil { return true }
    // "all capitalized terms have the meaning given to them in the Contract", "terms used in this Amendment have the same meaning"
    for lead: StaticString in ["capitalized term", "defined terms", "terms used in this", "terms used herein", "terms used in the"]
    {
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
}
