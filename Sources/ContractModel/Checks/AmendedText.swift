/// Whether words speak for another paper: one that this one changes, or one that it serves.
struct AmendedText {
  private let agreement: Agreement
  /// Where new text for another paper is announced ("shall read as follows"), in the reading text.
  private let openings: [Int]

  init(_ agreement: Agreement) {
    self.agreement = agreement
    let span = agreement.reading.bytes.span
    var openings: [Int] = []
    for (words, leads) in [
      ("as follow" as StaticString, ["read" as StaticString, "reads", "entirety", "substituted"]),
      ("with the following", ["replaced"]),
    ] {
      var from = 0
      while let at = span.firstIndex(of: words, in: from..<span.count) {
        from = at + words.utf8CodeUnitCount
        for lead in leads where at > 0 && span.matchesWord(lead, endingAt: at - 1) { openings.append(at) }
      }
    }
    self.openings = openings.sorted()
  }

  /// Whether the title says that the agreement changes another, or the text does.
  static func amends(_ agreement: Agreement) -> Bool {
    let title = Array(agreement.title.lowercasedBytes.utf8)
    for word: StaticString in [
      "amendment", "supplement", "addendum", "modification", "change order", "waiver", "amending", "amended",
    ] where title.span.firstIndex(of: word, in: 0..<title.count) != nil { return true }
    let span = agreement.reading.bytes.span
    if span.firstIndex(of: "amendment", in: 0..<min(span.count, 300)) != nil { return true }
    var from = 0
    while let at = span.firstIndex(of: "hereby a", in: from..<span.count) {
      from = at + 8
      guard span.matches("hereby amended", at: at) || span.matches("hereby added", at: at) else { continue }
      let before = span.skipSpaces(endingAt: at)
      if span.matchesWord("is", endingAt: before) || span.matchesWord("are", endingAt: before) || span.matches(" by", at: at + 14) {
        return true
      }
    }
    for words: StaticString in ["amended to read", "shall read as follows"] {
      if span.firstIndex(of: words, in: 0..<span.count) != nil { return true }
    }
    return false
  }

  /// Whether the paper is a schedule or order under another agreement, whose sections it means.
  static func serves(_ agreement: Agreement) -> Bool {
    let span = agreement.reading.bytes.span
    let head = 0..<min(span.count, 4_000)
    for words: StaticString in [
      "incorporates by reference all", "is issued pursuant to the", "schedule is attached to", "exhibit is attached to",
    ] where span.firstIndex(of: words, in: head) != nil { return true }
    return false
  }

  /// Whether a place stands within quotation marks opened by words that put new text into another paper.
  func quotes(at place: Int) -> Bool {
    guard !openings.isEmpty else { return false }
    let span = agreement.reading.bytes.span
    let at = agreement.reading.reading(place)
    return openings.contains { start in
      guard start < at, at - start < 30_000 else { return false }
      var marks = 0
      for i in start..<at where span[i] == Ascii.quote { marks += 1 }
      return marks % 2 == 1
    }
  }
}
