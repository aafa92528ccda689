/// Tells whose provision a reference names, by the words before and after it.
///
/// `Section 14.3 of the Participation Agreement`, `Section 409A of the Code`, `15 C.F.R. Parts 730-774`, `Section 4 thereof` are another
/// document's; `of this Agreement`, `hereof`, `above` are this one's.
enum ReferenceOwner {
  enum Claim: Equatable {
    case this
    case other(Range<Int>)
    case otherDocument
    case unspecified
  }

  /// What the words behind the reference claim.
  static func claim(_ span: Span<UInt8>, _ words: ReferenceWords, limit: Int) -> Claim {
    if hasStatutePrefix(span, words.keywordRange.lowerBound) {
      return .other(words.keywordRange.lowerBound..<words.keywordRange.lowerBound)
    }
    var at = words.range.upperBound
    // A title or remark in brackets may stand between.
    for _ in 0..<2 {
      let next = span.skipSpaces(at)
      if next < limit, span[next] == Ascii.open || span[next] == Ascii.openBracket, let close = closing(span, next, limit),
        close - next < 160
      {
        at = close + 1
      } else {
        break
      }
    }
    return claim(span, after: at, limit: limit)
  }

  static func claim(_ span: Span<UInt8>, after start: Int, limit: Int) -> Claim {
    var at = span.skipSpaces(start)
    // "Section 1(a)12 of the Exchange Act"
    if at == start, at > 0, span[at - 1] == Ascii.close { while at < limit, span[at].isDigit { at += 1 } }
    at = span.skipSpaces(at)
    guard at < limit else { return .unspecified }
    // "Section 2 (1) no. 3 of the Code", "Article 2, paragraph 4, of the Regulation": whose it is stands behind the finer place.
    if let finer = finerPlaceEnd(span, at, limit) {
      let claim = claim(span, after: finer, limit: limit)
      if case .other = claim { return claim }
    }
    if let law = lawBehind(span, at, limit) { return .other(law) }
    if span[at] == Ascii.comma {
      let next = span.skipSpaces(at + 1)
      if span.matches("respectively", at: next) {
        at = span.skipSpaces(next + 12)
      } else if span.matches("as amended", at: next) {
        return .unspecified
      } else if span.matches("of the ", at: next) {
        at = next
      }
    }
    // "clause 13L policy": what an insurer's or another's form has.
    // "Section 83(b) Election" is one that the tax code has.
    for word: StaticString in ["policy", "policies", "form", "endorsement", "wording", "election", "elections"]
    where span.matchesWord(word, at: at) {
      return .otherDocument
    }
    // Regulations print "§ 229.405 of this chapter".
    for word: StaticString in ["of this chapter", "of this title", "of this subchapter"] where span.matchesWord(word, at: at) {
      return .otherDocument
    }
    for word: StaticString in [
      "hereof", "herein", "hereto", "hereunder", "above", "below", "hereinabove", "hereinbelow", "of this", "to this", "in this",
      "herewith",
    ] where span.matchesWord(word, at: at) { return .this }
    for word: StaticString in ["thereof", "thereunder", "thereto", "therein", "et seq"] where span.matchesWord(word, at: at) {
      return .otherDocument
    }
    for preposition: StaticString in ["of", "to", "under", "in", "contained in", "set forth in", "from"]
    where span.matchesWord(preposition, at: at) {
      var next = span.skipSpaces(at + preposition.utf8CodeUnitCount)
      let of = preposition.utf8CodeUnitCount == 2 && span[at].lowercased == 0x6F
      if span.matches("rule ", at: next), next + 5 < limit, span[next].isUpper, span[next + 5].isDigit {
        return .other(next..<end(span, next, limit))
      }
      if span.matches("title ", at: next) || span.matchesWord("chapter", at: next) || span.matchesWord("regulation", at: next)
        || span.matchesWord("erisa", at: next) || span.matchesWord("part", at: next) && of
      {
        return span.matchesWord("part", at: next) ? .unspecified : .other(next..<end(span, next, limit))
      }
      for word: StaticString in [
        "that certain", "the same", "the said", "the", "such", "said", "that", "any", "each", "its", "his", "their", "your", "our",
        "a", "an",
      ] where span.matchesWord(word, at: next) {
        next = span.skipSpaces(next + word.utf8CodeUnitCount)
        // "of such plan"; the agreement itself has a capital.
        if ["such", "said", "that"].contains(where: { span.matchesWord($0, endingAt: next - 1) }), next < limit,
          span[next].isLower, documentWords.begins(span, at: next)
        {
          return .otherDocument
        }
        break
      }
      guard next < limit else { return .unspecified }
      guard of || preposition.utf8CodeUnitCount == 2 && span[at].lowercased == 0x74 || preposition.utf8CodeUnitCount > 2 else {
        // "Section 4 in the Credit Agreement" counts too, but only with a document's name.
        if let name = documentName(span, next, limit) { return .other(name) }
        return .unspecified
      }
      if let name = documentName(span, next, limit) ?? initials(span, next, limit) ?? standard(span, next, limit)
        ?? law(span, next, limit)
        ?? dated(span, next, limit) ?? smallName(span, next, limit)
      {
        return .other(name)
      }
      return .unspecified
    }
    return .unspecified
  }

  /// Whether a reference names another document's provision.
  static func isExternal(_ span: Span<UInt8>, _ words: ReferenceWords, limit: Int) -> Bool {
    switch claim(span, words, limit: limit) {
    case .other, .otherDocument: true
    case .this, .unspecified: words.keyword == .statute
    }
  }

  /// The mark that closes the bracket at `open`, within 200 bytes.
  static func closing(_ span: Span<UInt8>, _ open: Int, _ limit: Int) -> Int? {
    var i = open
    var depth = 0
    while i < min(limit, open + 200) {
      if span[i] == Ascii.open || span[i] == Ascii.openBracket { depth += 1 }
      if span[i] == Ascii.close || span[i] == Ascii.closeBracket {
        depth -= 1
        if depth == 0 { return i }
      }
      i += 1
    }
    return nil
  }

  private static func end(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var i = start
    while i < limit, span[i].isWord || span[i] == Ascii.space && i + 1 < limit && span[i + 1].isAlphanumeric && i - start < 20 {
      i += 1
    }
    return i
  }

  /// A capitalised name that ends in a word for a document or law: `Participation Agreement`, `Internal Revenue Code of 1986`, `Code`, `ERISA`.
  static func documentName(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Range<Int>? {
    var i = start
    var words = 0
    var kind: Range<Int>?
    while i < limit, words < 14 {
      let wordStart = i
      while i < limit,
        span[i].isWord || span[i] == Ascii.apostrophe || span[i] == Ascii.hyphen || span[i] == 0x26 || span[i] == Ascii.slash
      { i += 1 }
      guard i > wordStart else { break }
      let range = wordStart..<i
      if span[wordStart].isUpper || span[wordStart].isDigit || span[wordStart] >= 0x80 {
        if isDocumentWord(span, range) || words > 0 && span.matchesWord("definitions", at: wordStart) { kind = start..<i }
      } else if words == 1, isDocumentWord(span, range), i > start, possessive(span, wordStart) {
        // "the Company's charter".
        kind = start..<i
        break
      } else if TitleWords.isSmall(span, range), words > 0 {
        if kind != nil, !span.matches("of", at: wordStart) { break }
      } else if !qualifies(span, range, first: words == 0) {
        break
      }
      words += 1
      // "European Union (Withdrawal) Act"
      if i + 3 < limit, span[i] == Ascii.space, span[i + 1] == Ascii.open, span[i + 2].isUpper {
        let close = span.firstOffset(of: Ascii.close, in: i..<min(limit, i + 40))
        if close + 2 < limit, span[close] == Ascii.close, span[close + 1] == Ascii.space, span[close + 2].isUpper,
          !(i..<close).contains(where: { span[$0] == Ascii.quote })
        {
          i = close + 1
        }
      }
      // "U.S. Securities Act"
      while i + 1 < limit, span[i] == Ascii.period, span[i - 1].isUpper { i += span[i + 1].isUpper ? 2 : 1 }
      if kind == nil, i < limit, span[i] == Ascii.comma, let act = actEnd(span, i, limit) { return start..<act }
      guard i < limit, span[i] == Ascii.space else { break }
      i += 1
    }
    return kind
  }

  /// The end of an act whose name goes on behind a comma: the `, Fungicide, and Rodenticide Act` of a federal one.
  private static func actEnd(_ span: Span<UInt8>, _ comma: Int, _ limit: Int) -> Int? {
    var at = comma
    let end = min(limit, comma + 90)
    while at < end {
      while at < end, span[at] == Ascii.comma || span[at] == Ascii.space || span[at] == 0x26 { at += 1 }
      let word = at
      at = span.wordEnd(at)
      guard at > word, at < end else { return nil }
      if span.matchesWord("act", at: word), span[word].isUpper { return at }
      guard span[word].isUpper || TitleWords.isSmall(span, word..<at) else { return nil }
    }
    return nil
  }

  /// A document named in small letters and told apart by its date, its parties or a short name: `employment agreement of 1998`,
  /// `lease dated May 1, 2010`, `note (the "Note")`.
  private static func smallName(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Range<Int>? {
    var i = start
    for _ in 0..<4 {
      let word = i
      while i < limit, span[i].isLower || span[i] == Ascii.hyphen { i += 1 }
      guard i > word, i < limit, !span[i].isWord else { return nil }
      // "of the bylaws", "of the articles of association": papers that are never the agreement.
      let next = span.skipSpaces(i)
      if span.matchesWord("bylaws", at: word) || span.matchesWord("by-laws", at: word) || span.matchesWord("handbook", at: word)
        || span.matchesWord("articles", at: word)
          && (span.matches("of association", at: next) || span.matches("of incorporation", at: next))
      {
        return start..<i
      }
      if isDocumentWord(span, word..<i) {
        guard next < limit else { return nil }
        // "the superior lease" is never this one.
        for kind: StaticString in ["superior ", "head ", "underlying ", "prime ", "main "]
        where word > start && span.matches(kind, at: start) {
          return start..<i
        }
        for words: StaticString in ["dated ", "of even date", "between ", "by and between", "(the ", "(this \"", "(\""]
        where span.matches(words, at: next) { return start..<i }
        return span.matches("of ", at: next) && (span.byte(next + 3).isDigit || DateParser.month(span, next + 3) != nil)
          ? start..<i : nil
      }
      guard span[i] == Ascii.space else { return nil }
      i += 1
    }
    return nil
  }

  private static func possessive(_ span: Span<UInt8>, _ start: Int) -> Bool {
    start > 3 && span[start - 1] == Ascii.space
      && (span[start - 2] == 0x73 && span[start - 3] == Ascii.apostrophe || span[start - 2] == Ascii.apostrophe)
  }

  /// Small words that stand before a document's name: `such officer's Agreement`, `the applicable Agreement`.
  private static func qualifies(_ span: Span<UInt8>, _ word: Range<Int>, first: Bool) -> Bool {
    if word.count > 2, span[word.upperBound - 1] == 0x73, span[word.upperBound - 2] == Ascii.apostrophe { return true }
    guard first else { return false }
    for adjective: StaticString in [
      "applicable", "original", "existing", "federal", "attached", "enclosed", "annexed", "above", "aforesaid",
    ]
    where span.matchesWord(adjective, at: word.lowerBound) {
      return true
    }
    return false
  }

  private static let documentWords = WordSet(
    "agreement", "agreements", "act", "code", "plan", "lease", "note", "notes", "indenture", "guaranty", "guarantee", "contract",
    "erisa", "ucc", "regulations", "regulation", "rules", "law", "laws", "statute", "statutes", "treaty", "constitution", "bylaws",
    "by-laws", "certificate", "charter", "articles", "declaration", "deed", "mortgage", "policy", "letter", "convention",
    "documents", "document", "trust", "instrument", "license", "warrant", "amendment", "memorandum", "statements", "statement",
    "licence", "licences", "undertaking", "addendum", "order", "ordinance", "conditions", "rider", "riders", "provisions",
    "handbook", "book", "specification", "specifications",
    "procedures", "protocol",
    "gdpr", "rgpd", "dsgvo", "sccs", "bond", "bonds", "sublease", "subcontract", "instructions", "will", "securities", "debenture",
    "terms", "lawsuit", "manual", "standards", "guidelines", "gpl",
    "directive", "decision", "decree", "incorporation", "cercla", "hipaa", "uniform")

  static func isDocumentWord(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool { documentWords.contains(span, range) }

  /// A document's name behind its date: "of your March 25, 2004 Employment Agreement".
  private static func dated(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Range<Int>? {
    guard let end = DateParser.parse(span, start)?.end, end < limit else { return nil }
    return documentName(span, span.skipSpaces(end), limit)
  }
}
