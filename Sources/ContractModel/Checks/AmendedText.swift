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
    for words: StaticString in ["is hereby amended", "are hereby amended", "hereby amended by", "shall be amended to read"] {
      if span.firstIndex(of: words, in: 0..<span.count) != nil { return true }
    }
    return false
  }
}
