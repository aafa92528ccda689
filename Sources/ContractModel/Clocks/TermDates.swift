/// The dates that an agreement itself gives to its terms, and to the events its time limits are counted from.
///
/// `made as of April 11, 2016 (the "Effective Date")` dates the Effective Date, and so does `"Start Date" means 1 May 2004.`. Where a
/// term is made more than once, or means "the later of" two days, it has no date.
extension Agreement {
  /// The date of a term; nil where the agreement does not print one.
  func date(ofTerm index: Int) -> CalendarDate? {
    guard terms[index].definitions.count == 1, let definition = terms[index].definitions.first else { return nil }
    let extent = reading.reading(definition.extent.lowerBound)..<reading.reading(definition.extent.upperBound)
    let quoted = reading.reading(definition.range.upperBound)
    switch definition.kind {
    case .inline:
      // `the Loan Agreement dated April 11, 2016 (the "Loan Agreement")` names no day.
      guard let last = terms[index].name.split(separator: " ").last, Self.days.contains(Word(last)) else { return nil }
      return date(endingAt: extent.lowerBound)
    case .list: return quoted < extent.upperBound ? date(meant: quoted..<extent.upperBound) : nil
    case .party, .reference, .external: return nil
    }
  }

  /// What the name of a day ends in.
  private static let days: Set<Word> = ["date", "day", "time", "closing", "commencement"]

  /// The date that a range of the source text is, `December 31, 2012`, or that a year or a month ends on there: `the fiscal year ending
  /// June 30, 2018`.
  func date(printedAt range: Range<Int>) -> CalendarDate? {
    let span = reading.bytes.span
    let words = reading.reading(range.lowerBound)..<reading.reading(range.upperBound)
    var start = span.matchesWord("the", at: words.lowerBound) ? words.lowerBound + 4 : words.lowerBound
    for word: StaticString in ["ending", "ended"] {
      if let found = span.firstIndex(of: word, in: words) { start = span.skipSpaces(found + word.utf8CodeUnitCount) }
    }
    if span.matches("on ", at: start) { start += 3 }
    if CalendarDayFinder.weekdays.contains(Word(span, start..<max(start, min(words.upperBound, span.wordEnd(start))))) {
      start = span.wordEnd(start)
      while span.byte(start) == Ascii.comma || span.byte(start) == Ascii.space { start += 1 }
    }
    guard let (date, end) = DateParser.parse(span, start), end == words.upperBound else { return nil }
    return date
  }

  /// The date that a line above the agreement gives a day which it names and defines nowhere: `Effective Date: January 5, 2022`.
  func date(labelled name: String) -> CalendarDate? {
    let span = reading.bytes.span
    var key = name.lowercasedBytes
    for article in ["the ", "such "] where key.hasPrefix(article) { key.removeFirst(article.count) }
    guard key.hasSuffix(" date") || key.hasSuffix(" day"), term(named: key) == nil else { return nil }
    let bytes = Array(key.utf8)
    for line in reading.paragraphs(0..<min(span.count, 3_000)) where line.count > bytes.count + 2 && line.count < bytes.count + 60 {
      guard bytes.indices.allSatisfy({ span[line.lowerBound + $0].lowercased == bytes[$0] }) else { continue }
      let colon = line.lowerBound + bytes.count
      guard span[colon] == Ascii.colon, let (date, _) = DateParser.parse(span, span.skipSpaces(colon + 1)) else { continue }
      return date
    }
    return nil
  }

  /// The date right before a bracket that makes a term.
  private func date(endingAt bracket: Int) -> CalendarDate? {
    let span = reading.bytes.span
    var end = bracket
    // Back over `(the "`, to the bracket.
    while end > 0, bracket - end < 24, span[end - 1] != Ascii.open { end -= 1 }
    guard end > 0, span[end - 1] == Ascii.open else { return nil }
    end -= 1
    while end > 0, span[end - 1] == Ascii.space || span[end - 1] == Ascii.comma { end -= 1 }
    for start in max(0, end - 40)..<end where span[start].isAlphanumeric && (start == 0 || !span[start - 1].isWord) {
      if let (date, stop) = DateParser.parse(span, start), stop == end { return date }
    }
    return nil
  }

  /// The date that a definition means, where it means nothing else.
  private func date(meant words: Range<Int>) -> CalendarDate? {
    let span = reading.bytes.span
    guard let means = span.firstIndex(of: "mean", in: words) else { return nil }
    var start = means
    while start < words.upperBound, span[start].isWord { start += 1 }
    start = span.skipSpaces(start)
    for lead: StaticString in ["the ", "date of "] where span.matches(lead, at: start) { start += lead.utf8CodeUnitCount }
    guard let (date, stop) = DateParser.parse(span, start), stop <= words.upperBound else { return nil }
    return (stop..<words.upperBound).allSatisfy { !span[$0].isAlphanumeric } ? date : nil
  }
}
