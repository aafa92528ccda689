/// Reads the label of an attachment: `Exhibit A`, `Schedule 2.1`, `Annex IV`, `Attachment "B"`.
enum AttachmentLabel {
  static let words: [(word: StaticString, name: String)] = [
    ("exhibit", "Exhibit"), ("schedule", "Schedule"), ("annex", "Annex"), ("appendix", "Appendix"), ("attachment", "Attachment"),
    ("addendum", "Addendum"), ("annexure", "Annexure"), ("annexe", "Annexe"), ("rider", "Rider"), ("enclosure", "Enclosure"),
  ]

  static let keywords = WordSet(words.map(\.word))

  /// Whether a paper of its own may be called by such a name: "Addendum No. 1 to the Lease", "Rider 2".
  static func mayNamePaper(_ name: some StringProtocol) -> Bool {
    ["Addendum", "Rider", "Enclosure"].contains { name.hasPrefix($0) }
  }

  /// Whether a label belongs to the title of a paper, by what follows it: the "Addendum 1" of "ADDENDUM NO. 1 TO SERVICES AGREEMENT".
  static func isOfPaper(_ number: String, before next: Int, _ span: Span<UInt8>) -> Bool {
    mayNamePaper(number) && span.matchesWord("to", at: next)
  }

  /// The label at the head of a range: keyword and identifier.
  static func read(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> (number: String, end: Int)? {
    guard at < limit, span[at].isUpper else { return nil }
    guard keywords.begins(span, at: at) else {
      return ordinal(span, at, limit).map { ("\($0.name) \($0.value)", $0.end) }
    }
    for (word, name) in words where span.matchesWord(word, at: at) && span[at].isUpper {
      var i = span.skipSpaces(at + word.utf8CodeUnitCount)
      if span.matches("no. ", at: i) { i += 4 }
      // `ATTACHMENT #4`
      if i + 1 < limit, span[i] == 0x23, span[i + 1].isDigit { i += 1 }
      // `Annexure "A"`, `Annexure 'A'`
      var mark: UInt8?
      if i < limit, span[i] == Ascii.quote || span[i] == Ascii.apostrophe {
        mark = span[i]
        i += 1
      }
      let start = i
      while i < limit,
        span[i].isAlphanumeric
          || (span[i] == Ascii.hyphen || span[i] == Ascii.period) && i + 1 < limit && span[i + 1].isAlphanumeric && i > start
      { i += 1 }
      guard i > start, i - start <= 8 else { continue }
      // `Exhibit A`, `Schedule 2`, `Annex IV`, `Exhibit A-1`; no word.
      guard identifies(span, start..<i) else { continue }
      if mark == nil { i = behindItems(span, start..<i, limit) }
      var bytes: [UInt8] = []
      for k in start..<i { bytes.append(span[k]) }
      if let mark, i < limit, span[i] == mark { i += 1 }
      return ("\(name) \(String(decoding: bytes, as: UTF8.self).uppercasedIdentifier)", i)
    }
    return nil
  }

  /// Behind the letters in brackets that belong to the number of an attachment which is called by a section's: `Schedule 1.1(a)`,
  /// `Exhibit 10.1(b)(ii)`; of `Schedule 2(a)` the letter is an item.
  static func behindItems(_ span: Span<UInt8>, _ identifier: Range<Int>, _ limit: Int) -> Int {
    var at = identifier.upperBound
    guard span[identifier.lowerBound].isDigit, span[at - 1].isDigit, identifier.contains(where: { span[$0] == Ascii.period }) else {
      return at
    }
    while at < limit, span[at] == Ascii.open {
      let close = span.firstOffset(of: Ascii.close, in: at..<min(limit, at + 6))
      guard close < min(limit, at + 6), close > at + 1, (at + 1..<close).allSatisfy({ span[$0].isAlphanumeric }) else { break }
      at = close + 1
    }
    return at
  }

  /// `THE FIRST SCHEDULE`, `Second Annexure`: schedules as older English papers call them.
  static func ordinal(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> (name: String, value: Int, end: Int)? {
    var at = start
    if span.matches("the ", at: at) { at += 4 }
    guard at < limit, span[at].isUpper else { return nil }
    let first = at
    while at < limit, span[at].isWord { at += 1 }
    guard let value = SpelledNumber.ordinals[Word(span, first..<at)] else { return nil }
    at = span.skipSpaces(at)
    for (word, name) in words where at < limit && span[at].isUpper && span.matchesWord(word, at: at) {
      return (name, value, at + word.utf8CodeUnitCount)
    }
    return nil
  }

  /// Where the ordinal begins that stands before an attachment's word: the `Second` of `Second Schedule`.
  static func ordinalBefore(_ span: Span<UInt8>, _ word: Int, from start: Int) -> Int? {
    let end = span.skipSpaces(endingAt: word)
    var at = end
    while at > start, span[at - 1].isLetter { at -= 1 }
    guard at < end, end < word, span[at].isUpper, SpelledNumber.ordinals[Word(span, at..<end)] != nil,
      keywords.begins(span, at: word)
    else { return nil }
    return at
  }

  /// Whether a run of characters can name an attachment.
  static func identifies(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if span[range.lowerBound].isDigit { return true }
    guard span[range.lowerBound].isUpper else { return false }
    if range.count == 1 { return true }
    let second = span[range.lowerBound + 1]
    if !second.isLetter { return true }
    if second == span[range.lowerBound], range.count == 2 { return true }
    // `Annex II.B`
    if let roman = Numeral.roman(span, range.lowerBound, range.upperBound)?.end, roman < range.upperBound,
      span[roman] == Ascii.period || span[roman] == Ascii.hyphen
    {
      return true
    }
    return Numeral.roman(span, range.lowerBound, range.upperBound)?.end == range.upperBound
      || Numeral.word(span, range.lowerBound)?.end == range.upperBound
  }
}
