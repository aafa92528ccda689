/// What the words of one line say: whether it is an item, a number alone, a signature's, or ends so that words must follow.
extension BlockParser {
  func mayBeItem(_ span: Span<UInt8>, _ shape: LineShape) -> Bool {
    ProvisionMarker.parse(span, shape.content.lowerBound, shape.content.upperBound) != nil
  }

  /// Whether a line is an item of a list: the first behind "agrees that", `(a) during`, or another behind "; and", `3. The`.
  func isNextItem(_ span: Span<UInt8>, _ shape: LineShape, behind above: Range<Int>) -> Bool {
    guard let marker = ProvisionMarker.parse(span, shape.content.lowerBound, shape.content.upperBound), marker.keyword == .none,
      !marker.isDotted
    else { return false }
    if marker.opened { return marker.parts[0].value == 1 && span.matchesWord("that", endingAt: above.upperBound) }
    guard marker.close == .period, marker.textStart < shape.content.upperBound, span[marker.textStart].isUpper else { return false }
    for word: StaticString in ["and", "or"] where span.matchesWord(word, endingAt: above.upperBound) {
      let end = span.skipSpaces(endingAt: above.upperBound - word.utf8CodeUnitCount)
      return end > above.lowerBound && span[end - 1] == Ascii.semicolon
    }
    return false
  }

  /// Whether a line begins with the item behind that of the paragraph that runs: `(iv)` below `(iii) … and`, `b)` below `a)`, `c.` below `b.`
  func isNextItem(_ span: Span<UInt8>, _ shape: LineShape, afterItemOf paragraph: Range<Int>) -> Bool {
    guard let next = ProvisionMarker.parse(span, shape.content.lowerBound, shape.content.upperBound),
      next.close == .bracket || next.close == .period && next.keyword == .none && !next.isDotted && !next.parts[0].kind.isArabic,
      let last = ProvisionMarker.parse(span, paragraph.lowerBound, paragraph.upperBound)
    else { return false }
    return next.follows(last)
  }

  /// Whether words end as an item of a list that goes on: `Paragraphs 11.2 or 11.3; and`.
  func endsListed(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    for word: StaticString in ["and", "or"] where span.matchesWord(word, endingAt: content.upperBound) {
      let end = span.skipSpaces(endingAt: content.upperBound - word.utf8CodeUnitCount)
      return end > content.lowerBound && span[end - 1] == Ascii.semicolon
    }
    return false
  }

  /// Whether a line begins with the number behind that of the paragraph that runs (false) or with its first below it (true), `2.2` or
  /// `2.1.1` below `2.1`; nil where it begins with neither.
  func isNextNumber(_ span: Span<UInt8>, _ shape: LineShape, after paragraph: Range<Int>) -> Bool? {
    guard span[shape.content.lowerBound].isDigit, span[paragraph.lowerBound].isDigit,
      let next = ProvisionMarker.parse(span, shape.content.lowerBound, shape.content.upperBound), next.close != .bracket,
      let last = ProvisionMarker.parse(span, paragraph.lowerBound, paragraph.upperBound), last.close != .bracket,
      next.close != .none || next.isDotted
    else { return nil }
    if next.values.parent == last.values, next.values.last == 1 { return true }
    return next.values.parent == last.values.parent && next.values.last! == last.values.last! + 1 ? false : nil
  }

  /// Whether a paragraph's first line is only its first word or two.
  func isFirstWordOnly(_ span: Span<UInt8>, _ first: LineShape, _ second: LineShape) -> Bool {
    guard first.content.count <= 30, !first.isSignature else { return false }
    if second.content.count >= 45 { return true }
    let spaces = first.content.reduce(0) { $0 + (span[$1] == Ascii.space ? 1 : 0) }
    return spaces <= 1 && !ClauseEnding.closesClause(span, first.content) || isNumberAlone(span, first.content)
  }

  /// Whether a short line opens a quotation that the next must close: `“LIBOR`, `Rate” means`; `2.16 "Bonus`, `Year" means`.
  func isOpenQuotation(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    let start = ProvisionMarker.parse(span, content.lowerBound, content.upperBound)?.textStart ?? content.lowerBound
    guard content.count <= 60, start < content.upperBound, leavesQuoteOpen(span, start..<content.upperBound),
      !ClauseEnding.closesClause(span, content)
    else { return false }
    var marks = 0
    for i in content where span[i] == Ascii.quote || span[i] == 0xE2 && i + 2 < content.upperBound && span[i + 2] & 0xFE == 0x9C {
      marks += 1
    }
    return marks == 1
  }

  /// Whether a line is nothing but a number that must have words: `(i)`, `4.5`, `Section 2.`
  func isNumberAlone(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    guard content.count <= 24, let marker = ProvisionMarker.parse(span, content.lowerBound, content.upperBound) else {
      return false
    }
    return marker.keyword != .article && marker.isAlone(before: content.upperBound)
  }

  /// Whether a line is nothing but an attachment's name in capitals.
  func isAttachmentAlone(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    content.count <= 20 && TitleWords.isCapitals(span, content)
      && AttachmentLabel.read(span, content.lowerBound, content.upperBound)?.end == content.upperBound
  }

  /// Whether the words end in one that a number may follow: "Section", "Articles", "under", "said", "para.".
  func lastWordLeadsReference(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    Self.leads.ends(span, at: content.upperBound)
      || content.count > 4 && span[content.upperBound - 1] == Ascii.period && Self.shortened.ends(span, at: content.upperBound - 1)
  }

  /// Whether the last word is one for a provision: "Section", "clauses".
  func isKeywordLast(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool { Self.keywords.ends(span, at: content.upperBound) }

  private static let keywords = WordSet(
    "section", "sections", "article", "articles", "clause", "clauses", "paragraph", "paragraphs", "exhibit", "schedule",
    "subsection",
    "subsections")
  /// Words for provisions and places that are shortened before a number.
  private static let shortened = WordSet("para", "paras", "no", "nos", "abs", "nr", "art", "arts", "lit", "sec", "cl", "cls", "ss")
  private static let leads = WordSet(
    "section", "sections", "article", "articles", "clause", "clauses", "paragraph", "paragraphs", "exhibit", "schedule", "under",
    "in", "of", "to", "through", "subsection", "subsections", "this", "said", "see", "with", "notwithstanding")

  static func isSignatureLine(_ span: Span<UInt8>, _ shape: LineShape) -> Bool {
    let start = shape.content.lowerBound
    if span[start] == Ascii.underscore { return true }
    if span[start] == Ascii.hyphen, shape.content.count >= 5, span[start + 1] == Ascii.hyphen, span[start + 2] == Ascii.hyphen {
      return true
    }
    guard shape.content.count < 100 else { return false }
    if span[start] == Ascii.slash { return span.matches("/s/", at: start) }
    // The longest label has ten letters.
    let limit = min(shape.content.upperBound, start + 11)
    let colon = span.firstOffset(of: Ascii.colon, in: start..<limit)
    return colon < limit && signatureLabels.contains(span, start..<colon)
  }

  /// What stands before the colon on the lines of signatures and addresses; `By :` too.
  private static let signatureLabels = WordSet(
    "attest", "attention", "attn", "by", "by ", "date", "email", "facsimile", "fax", "its", "name", "title", "telephone",
    "telecopy",
    "telecopier", "witness")

  func endsOpen(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count > 0 && span[range.upperBound - 1] == Ascii.comma || Self.openEnds.ends(span, at: range.upperBound)
  }

  private static let openEnds = WordSet(
    "the", "a", "an", "any", "of", "or", "and", "to", "in", "by", "for", "under", "with", "such", "this", "that")

  /// Whether a line opens a quotation that it does not close, or is no more than a quoted term: `“Capital Stock” of`.
  func leavesQuoteOpen(_ span: Span<UInt8>, _ content: Range<Int>) -> Bool {
    guard !content.isEmpty else { return false }
    let first = span[content.lowerBound]
    return first == Ascii.quote || first == 0xE2 && content.count > 2 && span[content.lowerBound + 2] == 0x9C
  }

  func isKeywordAlone(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 9 else { return false }
    return span.matchesWord("section", at: range.lowerBound) && range.count <= 8
      || span.matchesWord("article", at: range.lowerBound) && range.count <= 8
  }
}
