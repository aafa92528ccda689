/// Whether words speak for another paper that this one changes.
enum AmendedText {
  /// Whether the title says that the agreement changes another, or the text does.
  static func amends(_ agreement: Agreement) -> Bool {
    let title = Array(agreement.title.lowercasedBytes.utf8)
    for word: StaticString in [
      "amendment", "supplement", "addendum", "modification", "change order", "waiver", "amending", "amended",
    ]
    where title.span.firstIndex(of: word, in: 0..<title.count) != nil { return true }
    let span = agreement.reading.bytes.span
    if span.firstIndex(of: "amendment", in: 0..<min(span.count, 300)) != nil { return true }
    for words: StaticString in [
      "is hereby amended", "are hereby amended", "hereby amended by", "shall be amended to read", "is hereby added",
      "are hereby added", "shall read as follows",
    ] {
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
    ]
    where span.firstIndex(of: words, in: head) != nil { return true }
    return false
  }

  /// Whether the words stand in text that an amendment puts into another paper.
  static func quotes(_ agreement: Agreement, at place: Int) -> Bool {
    let reading = agreement.reading
    let span = reading.bytes.span
    let at = reading.reading(place)
    let before = max(0, at - 30_000)..<at
    for words: StaticString in [
      "read as follows", "read in its entirety as follows", "reads as follows", "replaced with the following",
      "substituted as follow",
    ] {
      guard let start = span.firstIndex(of: words, in: before) else { continue }
      var marks = 0
      for i in start..<at where span[i] == Ascii.quote { marks += 1 }
      if marks % 2 == 1 { return true }
    }
    return false
  }
}
