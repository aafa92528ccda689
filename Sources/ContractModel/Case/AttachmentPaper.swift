/// A paper that says at its head that it is an attachment of another: "EXHIBIT B", "TO SUPPLY AGREEMENT"; "Supply Agreement – Appendix 1".
struct AttachmentPaper: Equatable {
  /// As a reference names it: `Exhibit B`.
  let name: String
  /// The paper it is attached to, as printed.
  let whole: String
  /// Whether it says that it is attached, and does not only stand below the other's title; a lease may begin with a schedule of its own.
  let isSaid: Bool

  /// How far from its beginning a paper says so, in bytes of the reading text.
  private static let head = 600

  init?(_ agreement: Agreement) {
    let span = agreement.reading.bytes.span
    let limit = min(span.count, Self.head)
    var at = Self.pastBlanks(span, 0)
    var above: Range<Int>?
    // A title may stand above the label, or before it: "SUPPLY AGREEMENT - APPENDIX 1".
    if AttachmentLabel.read(span, at, limit) == nil {
      let line = span.firstOffset(of: Ascii.lineFeed, in: at..<span.count)
      guard line - at < 100 else { return nil }
      if let dash = Self.dash(span, at..<line), AttachmentLabel.read(span, dash.upperBound, limit) != nil {
        above = at..<dash.lowerBound
        at = dash.upperBound
      } else {
        guard TitleWords.isCapitals(span, at..<line) else { return nil }
        above = at..<line
        at = Self.pastBlanks(span, line)
      }
    }
    guard let (name, end) = AttachmentLabel.read(span, at, limit) else { return nil }
    self.name = name
    let said = Self.said(span, behind: end, limit) ?? Self.told(span, name, behind: end, limit)
    // What has parties of its own is a paper of its own.
    let title = agreement.parties.isEmpty && !name.contains(".") ? above.flatMap { Self.paper(span, $0.lowerBound) } : nil
    guard let whole = said ?? title.flatMap({ title in above.flatMap { title.upperBound == $0.upperBound ? title : nil } }) else {
      return nil
    }
    self.whole = String(decoding: agreement.reading.bytes[whole], as: UTF8.self)
    isSaid = said != nil
  }

  /// What follows the label, or the title below it: "TO SUPPLY AGREEMENT", "(to the Supply Agreement)", "(SUPPLY AGREEMENT)", "(attached to and
  /// made part of the Supply Agreement)".
  private static func said(_ span: Span<UInt8>, behind label: Int, _ limit: Int) -> Range<Int>? {
    func read(_ start: Int) -> Range<Int>? {
      var at = start
      let isBracketed = span.byte(at) == Ascii.open
      if isBracketed { at += 1 }
      let isAttached = attached(span, &at)
      let isTo = !isAttached && span.matchesWord("to", at: at)
      guard isAttached || isTo || isBracketed else { return nil }
      return paper(span, isTo ? span.skipSpaces(at + 2) : at)
    }
    let first = pastBlanks(span, label)
    if let found = read(first) { return found }
    // Below a line that is the attachment's own title.
    let line = span.firstOffset(of: Ascii.lineFeed, in: first..<max(first, limit))
    guard line < limit, line - first < 80, TitleWords.isTitle(span, first..<line, words: 10) else { return nil }
    return read(pastBlanks(span, line))
  }

  /// "This Exhibit B is attached to and forms part of the Supply Agreement" below the label.
  private static func told(_ span: Span<UInt8>, _ name: String, behind label: Int, _ limit: Int) -> Range<Int>? {
    guard label < limit, let this = span.firstIndex(of: "this ", in: label..<limit),
      let (again, end) = AttachmentLabel.read(span, this + 5, limit), again == name
    else { return nil }
    var at = span.skipSpaces(end)
    if span.matchesWord("is", at: at) { at = span.skipSpaces(at + 2) }
    return attached(span, &at) ? paper(span, at) : nil
  }

  /// Goes past "attached to and made part of", "forms a part of", "attached to"; false where none stands.
  private static func attached(_ span: Span<UInt8>, _ at: inout Int) -> Bool {
    let start = at
    for words: StaticString in ["attached to and ", "attached hereto and ", "annexed to and "] where span.matches(words, at: at) {
      at += words.utf8CodeUnitCount
      break
    }
    let parts: [StaticString] = [
      "made a part of ", "made part of ", "forms a part of ", "forms part of ", "forming a part of ", "forming part of ",
      "constitutes a part of ", "an integral part of ", "a part of ", "part of ", "attached to ", "annexed to ",
      "forms an integral part of ", "forming an integral part of ",
    ]
    guard let words = parts.first(where: { span.matches($0, at: at) }) else {
      at = start
      return false
    }
    at += words.utf8CodeUnitCount
    return true
  }

  /// The paper that is named at a place: its capitalised words up to the last word for a paper, "Lease Agreement dated May 1".
  private static func paper(_ span: Span<UInt8>, _ at: Int) -> Range<Int>? {
    var start = at
    for word: StaticString in ["that", "the", "certain"] where span.matchesWord(word, at: start) {
      start = span.skipSpaces(start + word.utf8CodeUnitCount)
    }
    let line = span.firstOffset(of: Ascii.lineFeed, in: min(start, span.count)..<span.count)
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
    return start..<last
  }

  /// The dash that parts a title from a label, with the blanks around it.
  private static func dash(_ span: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    for at in line where span[at] == Ascii.space {
      let hyphen = span.byte(at + 1) == Ascii.hyphen ? 1 : span.matches("–", at: at + 1) || span.matches("—", at: at + 1) ? 3 : 0
      if hyphen > 0, span.byte(at + 1 + hyphen) == Ascii.space { return at..<at + 2 + hyphen }
    }
    return nil
  }

  private static func pastBlanks(_ span: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < span.count, span[at].isSpace { at += 1 }
    return at
  }
}
