/// Finds blanks that were never filled in: `[Delaware]`, `[●]`, `June __, 2003`, `TBD`.
///
/// Brackets that only open a capital (`[T]he`), redactions (`[***]`) and remarks (`[Signature page follows]`) are none.
enum Placeholder: CheckRule {
  static let code = "placeholder"
  static let severity = Finding.Severity.warning
  static let summary = "a blank that was never filled in"
  static let example = "June __, 2003"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let span = agreement.text.bytes.span
    let encoded = encoded(span)
    let amended = AmendedText(agreement)
    // Behind the signatures, and behind "[Form of Certificate]", forms stand.
    let signed = min(
      SignatureBlock.start(agreement) ?? span.count, span.firstIndex(of: "[form of", in: 0..<span.count) ?? span.count,
      span.firstIndex(of: "/s/", in: 0..<span.count) ?? span.count)
    let redacts = redacts(span)
    let isForm = isForm(agreement)
    let headings = Set(agreement.provisions.indices.compactMap { agreement.heading($0)?.plainLetters })
    var out: [Finding] = []
    for block in agreement.blocks where block.kind.isRead && block.kind != .printed && !encoded.overlaps(block.range) {
      var i = block.range.lowerBound
      while i < block.range.upperBound {
        if span[i] == Ascii.openBracket, let end = bracket(span, i, block.range.upperBound) {
          if !isGlued(span, i..<end), !isRemark(span, i..<end), !isCaption(span, i), !isNickname(span, i..<end),
            !isBox(span, i..<end),
            !headings.contains(agreement.words(i..<end).plainLetters),
            !(redacts && isBullet(span, i..<end))
          {
            out.append(finding(agreement, i..<end, isForm: isForm || i > signed || amended.quotes(at: i)))
          }
          i = end
        } else if span[i] == Ascii.underscore {
          var end = i
          while end < block.range.upperBound, span[end] == Ascii.underscore { end += 1 }
          if end - i >= 2, end - i <= 30, !isFilled(span, i..<end), !isSignature(span, i..<end, block.range) {
            out.append(finding(agreement, i..<end, isForm: isForm || i > signed || amended.quotes(at: i)))
          }
          i = end
        } else if !redacts, let end = crosses(span, i, block.range.upperBound) {
          out.append(finding(agreement, i..<end, isForm: isForm || i > signed || amended.quotes(at: i)))
          i = end
        } else {
          i = span.firstOffset(in: (i + 1)..<block.range.upperBound, where: OpensBlank())
        }
      }
    }
    return oncePerAttachment(agreement, out)
  }

  /// The end of crosses that stand for a day or a sum that is not known: `XX.XX.XXXX`, `EUR XX.XXX`, `DEPARTMENT XXXX`.
  private static func crosses(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    guard span[start] == 0x58, start == 0 || !span[start - 1].isWord else { return nil }
    var end = start
    var count = 0
    while end < limit, span[end] == 0x58 || [Ascii.period, Ascii.comma, Ascii.slash, Ascii.hyphen].contains(span[end]) {
      if span[end] == 0x58 { count += 1 }
      end += 1
    }
    while end > start, span[end - 1] != 0x58 { end -= 1 }
    return (4...12).contains(count) && !span.byte(end).isWord ? end : nil
  }

  /// Of the blanks in an attached form the first, which says how many there are: a form is meant to be filled in later.
  private static func oncePerAttachment(_ agreement: Agreement, _ findings: [Finding]) -> [Finding] {
    let tree = agreement.provisions
    func attachment(_ finding: Finding) -> Int? {
      tree.innermost(at: finding.range.lowerBound).flatMap { tree.attachment(of: $0) }
    }
    let counts = Dictionary(grouping: findings.compactMap(attachment), by: { $0 }).mapValues(\.count)
    var told: Set<Int> = []
    return findings.compactMap { finding in
      guard let form = attachment(finding), let count = counts[form], count > 1 else { return finding }
      guard told.insert(form).inserted else { return nil }
      return Finding(
        code, finding.severity, finding.range, subject: finding.subject,
        "\(message(finding.subject)) \(tree[form].number) has \(count) such blanks.")
    }
  }

  /// Whether the paper says at its head that it is a form to be filled in: "FORM OF TRADEMARK LICENSE", "SAMPLE AGREEMENT".
  private static func isForm(_ agreement: Agreement) -> Bool {
    let span = agreement.text.bytes.span
    let head = 0..<min(span.count, 400)
    return ["form of ", "sample", "template", "specimen", "model agreement"].contains { span.firstIndex(of: $0, in: head) != nil }
  }

  /// A form that is attached or stands behind the signatures is meant to be filled in later: there blanks are hints.
  private static func finding(_ agreement: Agreement, _ range: Range<Int>, isForm: Bool) -> Finding {
    let words = agreement.words(range)
    let place = agreement.provisions.innermost(at: range.lowerBound)
    let isAttached = place.flatMap { agreement.provisions.attachment(of: $0) } != nil
    return Finding(
      code, isForm || isAttached ? .info : .warning, range, subject: words,
      message(words))
  }

  /// `L[ogiciel]`, `[nrs]SERM`: the letters of a word, which say where its initials come from.
  private static func isGlued(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && span[range.lowerBound - 1].isLetter || range.upperBound < span.count && span[range.upperBound].isLetter
  }

  /// `[as defined below]`, `[Address on file with the Company]`: words in brackets that leave nothing to fill in.
  private static func isRemark(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // The bar of a fraction between brackets.
    let inside = range.dropFirst().dropLast()
    let hyphens = inside.count(where: { span[$0] == Ascii.hyphen })
    if hyphens > 5, inside.allSatisfy({ span[$0] == Ascii.hyphen || span[$0].isSpace }) { return true }
    for words: StaticString in [
      "as defined", "as that term", "on file with", "see section", "see schedule", "emphasis", "formerly",
    ]
    where span.firstIndex(of: words, in: range) != nil { return true }
    // `[L.S.]`, `[signed] J. Oak`, `[Not Applicable]`
    for words: StaticString in ["l.s.", "signed", "not applicable", "n/a", "sic", "original signed", "seal", "remainder of"]
    where span.matches(words, at: range.lowerBound + 1) { return true }
    // `[CS&M Ref. No. 6701-741]`: a file mark.
    let isMark = ["ref. no", "ref no", "file no", "doc. no", "our ref"].contains { span.firstIndex(of: $0, in: range) != nil }
    if isMark, inside.contains(where: { span[$0].isDigit }) { return true }
    // `[the "Old Indenture"]`
    if inside.contains(where: { span[$0] == Ascii.quote }), inside.contains(where: { span[$0].isLower }) { return true }
    // `[Chase.com]`: the name of a place on the net, filled in.
    let isName =
      !inside.contains { span[$0].isSpace }
      && inside.contains { span[$0] == Ascii.period && span[$0 - 1].isLetter && span[$0 + 1].isLetter }
    return isName || isEditorial(span, range)
  }

  /// `may ask for [its] money`: words in small letters that somebody put into a quotation.
  private static func isEditorial(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let inside = range.dropFirst().dropLast()
    // "[the Landlord] will repair" stands for "he".
    let isNamed = span.matchesWord("the", at: inside.lowerBound) && span[inside.lowerBound].isLower && range.count <= 30
    guard isNamed || range.count <= 12 && inside.allSatisfy({ span[$0].isLower || span[$0] == Ascii.space }) else { return false }
    var at = range.lowerBound
    var marks = 0
    while at > 0, range.lowerBound - at < 600, !(span[at - 1].isLineEnd && at > 1 && span[at - 2].isLineEnd) {
      at -= 1
      if span[at] == Ascii.quote { marks += 1 }
      if span[at] == 0xE2, span.byte(at + 1) == 0x80, span.byte(at + 2) == 0x9C || span.byte(at + 2) == 0x9D { marks += 1 }
    }
    return marks % 2 == 1
  }

  /// A box to tick, `[ ]` and `[X]` at a line's beginning, and the mark of an item or exhibit: `[iv]`, `[A-2]`, `[“D”]`.
  private static func isBox(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start > 0, span[start - 1].isBlank { start -= 1 }
    let beginsLine = start == 0 || span[start - 1].isLineEnd
    var letters: [UInt8] = []
    var isMark = true
    for i in range.dropFirst().dropLast() {
      if span[i].isAlphanumeric {
        letters.append(span[i].lowercased)
      } else if !span[i].isSpace, span[i] != Ascii.hyphen, span[i] != Ascii.quote,
        span[i] < 0x80 || span[i] == 0xE2 && span[i + 1] != 0x80
      {
        isMark = false
      }
    }
    if letters.isEmpty { return isMark && beginsLine }
    guard isMark else { return false }
    return letters.count <= 2 || letters.allSatisfy(\.isSmallNumeral)
  }

  /// `[●]` and `[--%]`, which stand for words left out where a text says that words were.
  private static func isBullet(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    !range.contains { span[$0].isLetter }
  }

  private static func redacts(_ span: Span<UInt8>) -> Bool {
    for words: StaticString in [
      "confidential treatment", "has been excluded", "have been excluded", "has been omitted", "redacted",
    ]
    where span.firstIndex(of: words, in: 0..<span.count) != nil { return true }
    return false
  }

  /// "Section 8.2 [Notices]": the title of what is named.
  private static func isCaption(_ span: Span<UInt8>, _ open: Int) -> Bool {
    var end = span.skipSpaces(endingAt: open)
    let digits = end
    while end > 0,
      span[end - 1].isDigit || span[end - 1] == Ascii.period || span[end - 1] == Ascii.open || span[end - 1] == Ascii.close
        || span[end - 1].isLetter && end > 1 && span[end - 2] == Ascii.open
    { end -= 1 }
    guard end < digits else { return false }
    let word = span.skipSpaces(endingAt: end)
    for keyword: StaticString in ["section", "sections", "article", "articles", "clause", "paragraph", "and", "or"]
    where span.matchesWord(keyword, endingAt: word) { return true }
    return false
  }

  /// "the Credit Agreement [Canadian Credit Agreement]": which of several is meant, told by the word that stands before it.
  private static func isNickname(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let end = span.skipSpaces(endingAt: range.lowerBound)
    var start = end
    while start > 0, span[start - 1].isLetter { start -= 1 }
    let last = range.upperBound - 1 - (end - start)
    guard end - start > 3, last > range.lowerBound, !span[last - 1].isLetter,
      // "[Name of Buyer]" is to be filled in.
      TitleWords.isTitle(span, (range.lowerBound + 1)..<(range.upperBound - 1), words: 6),
      !["name", "insert", "enter", "amount", "date"].contains(where: { (word: StaticString) in
        span.matchesWord(word, at: range.lowerBound + 1)
      })
    else { return false }
    return (0..<(end - start)).allSatisfy { span[start + $0].lowercased == span[last + $0].lowercased }
  }

  /// "____VP of Sales____": what was typed stands on the line.
  private static func isFilled(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // "?list=____" is part of an address.
    range.lowerBound > 0 && (span[range.lowerBound - 1].isLetter || span[range.lowerBound - 1] == 0x3D)
      || range.upperBound < span.count && (span[range.upperBound].isAlphanumeric || span[range.upperBound] == 0x24)
  }

  /// A line to sign or write a name on: "By____", "/s/ Jane Roe____", a line of underscores alone.
  private static func isSignature(_ span: Span<UInt8>, _ range: Range<Int>, _ block: Range<Int>) -> Bool {
    let before = span.skipSpaces(endingAt: range.lowerBound)
    if span.matches("/s/", at: span.skipSpaces(range.upperBound)) { return true }
    // "SIGNED at ________ on this the ___ day of"
    if span.matchesWord("signed", at: span.skipSpaces(block.lowerBound))
      || span.matchesWord("dated", at: span.skipSpaces(block.lowerBound))
    {
      return true
    }
    // A rule over a footnote.
    if span.matches("* *", at: span.skipSpaces(range.upperBound)) { return true }
    // A caption under the line, a notary's form, and initials at a page's foot.
    for caption: StaticString in ["signature", "print name", "address", "name of notary"]
    where span.matches(caption, at: span.skipSpaces(range.upperBound)) { return true }
    let around = max(0, range.lowerBound - 160)..<min(span.count, range.upperBound + 160)
    for words: StaticString in [
      "before me", "notary public", "my commission", "initialed", "acknowledgment state of", "very truly yours",
    ]
    where span.firstIndex(of: words, in: around) != nil { return true }
    // "1. ________" below "AS WITNESSES:"
    let isNumbered =
      before > block.lowerBound && before - block.lowerBound <= 4
      && (block.lowerBound..<before).allSatisfy { span[$0].isDigit || span[$0] == Ascii.period }
    if before <= block.lowerBound || isNumbered {
      let next = span.skipSpaces(range.upperBound)
      return next >= block.upperBound || span[next] == Ascii.underscore
    }
    var line = before
    while line > block.lowerBound, !span[line - 1].isLineEnd, before - line < 60 { line -= 1 }
    if span.firstIndex(of: "/s/", in: line..<before) != nil { return true }
    let end = span[before - 1] == Ascii.colon ? before - 1 : before
    for label: StaticString in [
      "by", "per", "name", "title", "signature", "signed", "address", "initials", "date", "dated", "witness", "its", "attest",
      "print name",
      "no.", "phone", "telephone", "fax", "email", "e-mail",
    ] where span.matchesWord(label, endingAt: end) { return true }
    return false
  }

  /// A file within the file, encoded as text (uuencode: a line "begin 644 NAME" to "end").
  private static func encoded(_ span: Span<UInt8>) -> Range<Int> {
    guard let start = span.firstIndex(of: "begin 644 ", in: 0..<span.count) ?? span.firstIndex(of: "begin 666 ", in: 0..<span.count)
    else { return 0..<0 }
    return start..<(span.firstIndex(of: "\nend\n", in: start..<span.count) ?? span.count)
  }

  private static func bracket(_ span: Span<UInt8>, _ open: Int, _ limit: Int) -> Int? {
    var i = open + 1
    var letters = 0
    while i < min(limit, open + 40), span[i] != Ascii.closeBracket {
      if span[i].isLetter { letters += 1 }
      if span[i] == 0x2A || span[i] == Ascii.openBracket || span[i].isLineEnd { return nil }
      i += 1
    }
    guard i < limit, span[i] == Ascii.closeBracket else { return nil }
    for remark: StaticString in [
      "signature", "remainder", "seal", "logo", "reserved", "intentionally", "omitted", "end of", "chinese", "page", "sic",
      "form of", "rest of", "balance", "letterhead", "confidential", "missing", "redacted", "not used", "corporate", "execution",
      "graphic", "notar", "see ", "illegible", "stamp", "designate", "check ", "select ", "indicate", "defined in", "as provided",
      "attachment", "member]", "axis]", "abstract]",
      "domain]", "deleted", "unreadable", "continued", "initial",
    ] where span.firstIndex(of: remark, in: open..<i) != nil { return nil }
    // `[H. 15 (519)]`, `[CUDC-906]` are names with numbers.
    var digits = 0
    var small = 0
    var blanks = 0
    for k in (open + 1)..<i {
      if span[k].isDigit { digits += 1 }
      if span[k].isLower { small += 1 }
      if span[k] == Ascii.underscore || span[k] >= 0x80 || span[k] == 0x24 { blanks += 1 }
    }
    if digits > 1, small < 4, blanks == 0, letters > 0 { return nil }
    // `[T]he` changes a letter; `[1]` is a note.
    if letters == 1, i == open + 2 { return nil }
    if letters == 0, span[open + 1].isDigit { return nil }
    return i + 1
  }

  private static func message(_ words: String) -> String { "“\(words)” was never filled in." }
}

/// What a blank may begin with.
private struct OpensBlank: ByteTest {
  @inline(__always) func marks<Bytes: ByteLanes>(_ bytes: Bytes) -> Bytes {
    (bytes ^ .all(Ascii.openBracket)).zeroBytes | (bytes ^ .all(Ascii.underscore)).zeroBytes
      | (bytes ^ .all(0x58)).zeroBytes
  }
}
