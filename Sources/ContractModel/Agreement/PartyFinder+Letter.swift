/// The parties of a letter: the addressee above the greeting, and the company whose short name the first sentences give.
///
/// `Mr. John Roe`, `12 Elm Street`, `Dear John:`, `We at Acme Holdings, Inc. ("Acme") are glad …`.
extension PartyFinder {
  static func correspondents(_ reading: ReadingText, _ found: [DefinitionFinder.Found]) -> PartyReading {
    let span = reading.bytes.span
    var out = PartyReading()
    guard let greeting = greeting(span) else { return out }
    if let name = addressee(span, above: greeting) {
      out.names.append(name)
      out.parties.append(party(reading, name, role: nil))
    }
    for item in found where item.kind == .inline && item.words.lowerBound > greeting && item.words.lowerBound < greeting + 2_500 {
      guard let name = namedBefore(span, item.words.lowerBound) else { continue }
      out.names.append(name)
      out.roles.append(item.words)
      out.parties.append(party(reading, name, role: item.words))
      break
    }
    return out
  }

  private static func greeting(_ span: Span<UInt8>) -> Int? {
    let head = 0..<min(span.count, 5_000)
    return span.firstIndex(of: "\ndear ", in: head)
  }

  /// The first words of the address: up to its number, its next line or a comma.
  private static func addressee(_ span: Span<UInt8>, above greeting: Int) -> Range<Int>? {
    // The address is the last of the paragraphs above that holds a postal number; a "Re:" line may stand between.
    var end = greeting
    for _ in 0..<6 {
      var start = end
      while start > 0, span[start - 1] != Ascii.lineFeed { start -= 1 }
      if let name = personOrCompany(span, start..<end) { return name }
      guard start > 0 else { return nil }
      end = start - 1
    }
    return nil
  }

  private static func personOrCompany(_ span: Span<UInt8>, _ paragraph: Range<Int>) -> Range<Int>? {
    var start = paragraph.lowerBound
    for title: StaticString in ["mr. ", "ms. ", "mrs. ", "dr. ", "miss "] where span.matches(title, at: start) {
      start += title.utf8CodeUnitCount
    }
    let titled = start > paragraph.lowerBound
    var end = start
    var words = 0
    while end < paragraph.upperBound, words < 8 {
      let word = end
      while end < paragraph.upperBound,
        span[end].isWord || span[end] == Ascii.period || span[end] == Ascii.apostrophe || span[end] == Ascii.hyphen
      {
        end += 1
      }
      guard end > word, span[word].isUpper || span[word] >= 0x80 else {
        end = word
        break
      }
      words += 1
      if end < paragraph.upperBound, span[end] == Ascii.comma, let suffix = CorporateEnding.end(span, span.skipSpaces(end + 1)),
        suffix <= paragraph.upperBound
      {
        end = suffix
        words += 1
        break
      }
      guard end + 1 < paragraph.upperBound, span[end] == Ascii.space, span[end + 1].isUpper else { break }
      // Three words name a person; the address goes on behind them.
      if titled, words == 3 { break }
      end += 1
    }
    while end > start, span[end - 1] == Ascii.space { end -= 1 }
    guard words >= 2, end > start, isName(span, start..<end), !span.matchesWord("re", at: start) else { return nil }
    // An address, not a letterhead's slogan: a number stands in it, or the person's title before it.
    var number = titled
    for i in end..<paragraph.upperBound where span[i].isDigit { number = true }
    return number && DateParser.parse(span, start) == nil ? start..<end : nil
  }

  /// The company's name right before the bracket that gives its short name.
  private static func namedBefore(_ span: Span<UInt8>, _ words: Int) -> Range<Int>? {
    var open = words
    while open > 0, words - open < 12, span[open - 1] != Ascii.open { open -= 1 }
    guard open > 1, span[open - 1] == Ascii.open else { return nil }
    var end = open - 1
    while end > 0, span[end - 1] == Ascii.space { end -= 1 }
    var start = end
    var suffixed = false
    while start > 0, end - start < 90 {
      var word = start
      while word > 0, span[word - 1] == Ascii.space || span[word - 1] == Ascii.comma { word -= 1 }
      let stop = word
      while word > 0,
        span[word - 1].isWord || span[word - 1] == Ascii.period || span[word - 1] == 0x26 || span[word - 1] == Ascii.apostrophe
          || span[word - 1] == Ascii.hyphen
      { word -= 1 }
      guard word < stop, span[word].isUpper || span[word] == 0x26 || span.matchesWord("of", at: word) && stop - word == 2 else {
        break
      }
      if CorporateEnding.end(span, word) == stop {
        suffixed = true
      } else if start < end, span[stop] == Ascii.comma, !suffixed || start != end && CorporateEnding.end(span, start) == nil {
        break
      }
      start = word
    }
    guard suffixed, start < end, isName(span, start..<end) else { return nil }
    return start..<end
  }
}
