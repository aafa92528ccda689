/// A paper that says at its head that it is an attachment of another: "EXHIBIT B", "TO SUPPLY AGREEMENT".
struct AttachmentPaper: Equatable {
  /// As a reference names it: `Exhibit B`.
  let name: String
  /// The paper it is attached to, as printed.
  let whole: String

  /// How far from its beginning a paper says so, in bytes of the reading text.
  private static let head = 400

  init?(_ agreement: Agreement) {
    let span = agreement.reading.bytes.span
    var at = 0
    while at < span.count, span[at].isSpace { at += 1 }
    // A title may stand above the label.
    if AttachmentLabel.read(span, at, min(span.count, Self.head)) == nil {
      let line = span.firstOffset(of: Ascii.lineFeed, in: at..<span.count)
      guard line - at < 100, TitleWords.isCapitals(span, at..<line) else { return nil }
      at = line
      while at < span.count, span[at].isSpace { at += 1 }
    }
    guard let (name, end) = AttachmentLabel.read(span, at, min(span.count, Self.head)) else { return nil }
    var to = end
    while to < span.count, span[to].isSpace { to += 1 }
    // "(to the Supply Agreement)", "(SUPPLY AGREEMENT)"
    let isBracketed = to < span.count && span[to] == Ascii.open
    if isBracketed { to += 1 }
    let isSaid = span.matchesWord("to", at: to)
    guard isSaid || isBracketed else { return nil }
    var start = isSaid ? span.skipSpaces(to + 2) : to
    for word: StaticString in ["that", "the", "certain"] where span.matchesWord(word, at: start) {
      start = span.skipSpaces(start + word.utf8CodeUnitCount)
    }
    let line = span.firstOffset(of: Ascii.lineFeed, in: start..<span.count)
    // The name ends with the last word for a paper among its capitalised words: "Lease Agreement dated May 1".
    var wordEnd = start
    var last: Int?
    while wordEnd < line {
      let word = wordEnd
      while wordEnd < line, span[wordEnd].isWord { wordEnd += 1 }
      guard wordEnd > word, span[word].isUpper || TitleWords.isSmall(span, word..<wordEnd) else { break }
      if ReferenceOwner.isDocumentWord(span, word..<wordEnd) { last = wordEnd }
      wordEnd += 1
    }
    guard let last, last - start < 100 else { return nil }
    self.name = name
    whole = String(decoding: agreement.reading.bytes[start..<last], as: UTF8.self)
  }
}
