/// Reads dates: `November 3, 2000`, `29 November 1999`, `the 3rd day of November, 2000`.
enum DateParser {
  private static let months: [StaticString] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ]

  /// The first three letters of each month in small letters, as a number whose lowest byte is the first.
  private static let shortMonths: [UInt32] = months.map { month in
    let start = month.utf8Start
    return UInt32(start[0]) | UInt32(start[1]) << 8 | UInt32(start[2]) << 16
  }

  static func month(_ span: Span<UInt8>, _ at: Int) -> (month: Int, end: Int)? {
    guard at < span.count, span[at].isLetter else { return nil }
    let letters = UInt32(truncatingIfNeeded: span.padded(at: at).lowercasedBytes) & 0xFF_FFFF
    guard let index = shortMonths.firstIndex(of: letters) else { return nil }
    if span.matches(months[index], at: at) {
      let end = at + months[index].utf8CodeUnitCount
      return end >= span.count || !span[end].isWord ? (index + 1, end) : nil
    }
    // `Nov. 2, 2019`, `NOV 02, 2019`.
    var end = at + 3
    if index == 8, end < span.count, span[end].lowercased == 0x74 { end += 1 }
    if end < span.count, span[end] == Ascii.period { end += 1 }
    guard end + 1 < span.count, span[end] == Ascii.space, span[end + 1].isDigit else { return nil }
    return (index + 1, end)
  }

  /// The date that begins at `at`.
  static func parse(_ span: Span<UInt8>, _ at: Int) -> (date: CalendarDate, end: Int)? {
    if let printed = printed(span, at) {
      return CalendarDate(year: printed.year, month: printed.month, day: printed.day).map { ($0, printed.end) }
    }
    var i = at
    // `2018-02-15` (ISO 8601)
    if at + 10 <= span.count, span[at + 4] == Ascii.hyphen, span[at + 7] == Ascii.hyphen, span[at].isDigit,
      let year = integer(span, &i, 4), i == at + 4, year > 1800
    {
      i += 1
      guard let month = integer(span, &i, 2), i == at + 7 else { return nil }
      i += 1
      guard let day = integer(span, &i, 2), i == at + 10, let date = CalendarDate(year: year, month: month, day: day) else {
        return nil
      }
      return (date, i)
    }
    guard i < span.count, span[i].isDigit, let first = integer(span, &i, 2), i < span.count else { return nil }
    // `07.11.2018`: the day first, as papers of the continent print it.
    if span[i] == Ascii.period {
      i += 1
      guard let month = integer(span, &i, 2), i < span.count, span[i] == Ascii.period else { return nil }
      i += 1
      let start = i
      guard let year = integer(span, &i, 4), i - start == 4, year >= 1900, i >= span.count || !span[i].isWord,
        let date = CalendarDate(year: year, month: month, day: first)
      else { return nil }
      return (date, i)
    }
    guard span[i] == Ascii.slash || span[i] == Ascii.hyphen else { return nil }
    // `04-Jul-2017`
    if span[i] == Ascii.hyphen, i + 8 < span.count, span[i + 4] == Ascii.hyphen, span[i + 1].isLetter {
      let letters = UInt32(truncatingIfNeeded: span.padded(at: i + 1).lowercasedBytes) & 0xFF_FFFF
      var end = i + 5
      guard let month = shortMonths.firstIndex(of: letters), let year = integer(span, &end, 4), end == i + 9,
        let date = CalendarDate(year: year, month: month + 1, day: first)
      else { return nil }
      return (date, end)
    }
    return numeric(span, i, month: first)
  }

  /// Months in German, French, Spanish, Italian and Portuguese, in small letters, by their number; the longest of a beginning first.
  private static let otherMonths: [(name: StaticString, month: Int)] = [
    ("januar", 1), ("jänner", 1), ("janvier", 1), ("enero", 1), ("gennaio", 1), ("janeiro", 1), ("februar", 2), ("février", 2),
    ("febrero", 2), ("febbraio", 2), ("fevereiro", 2), ("märz", 3), ("mars", 3), ("marzo", 3), ("março", 3), ("april", 4),
    ("avril", 4), ("abril", 4), ("aprile", 4), ("mai", 5), ("mayo", 5), ("maggio", 5), ("maio", 5), ("juni", 6), ("juin", 6),
    ("junio", 6), ("giugno", 6), ("junho", 6), ("juli", 7), ("juillet", 7), ("julio", 7), ("luglio", 7), ("julho", 7),
    ("août", 8), ("agosto", 8), ("septembre", 9), ("septiembre", 9), ("setiembre", 9), ("settembre", 9), ("setembro", 9),
    ("oktober", 10), ("octobre", 10), ("octubre", 10), ("ottobre", 10), ("outubro", 10), ("novembre", 11), ("noviembre", 11),
    ("novembro", 11), ("dezember", 12), ("décembre", 12), ("diciembre", 12), ("dicembre", 12), ("dezembro", 12),
  ]

  private static func otherMonth(_ span: Span<UInt8>, _ at: Int) -> (month: Int, end: Int)? {
    for (name, month) in otherMonths where span.matchesWord(name, at: at) { return (month, at + name.utf8CodeUnitCount) }
    return nil
  }

  /// The day, month and year printed at `at` with the month in words, whether a calendar has that day or not.
  static func printed(_ span: Span<UInt8>, _ at: Int) -> (year: Int, month: Int, day: Int, end: Int)? {
    if let (month, after) = month(span, at) {
      var i = span.skipSpaces(after)
      guard let day = integer(span, &i, 2) else { return nil }
      i = skipOrdinal(span, i)
      if i < span.count, span[i] == Ascii.comma { i += 1 }
      i = span.skipSpaces(i)
      return integer(span, &i, 4).map { ($0, month, day, i) }
    }
    var i = at
    // "the first day of January, 2013"
    var spelled: Int?
    if i < span.count, span[i].isLetter, case let end = span.wordEnd(i), span.matches(" day of ", at: end) {
      spelled = SpelledNumber.ordinals[Word(span, i..<end)].flatMap { $0 <= 31 ? $0 : nil }
      i = end
    }
    guard i < span.count, let day = spelled ?? (span[i].isDigit ? integer(span, &i, 2) : nil) else { return nil }
    i = spelled == nil ? skipOrdinal(span, i) : i
    // `4. Juli 2017`, `1er août 2017`
    if i < span.count, span[i] == Ascii.period, i + 1 < span.count, span[i + 1] == Ascii.space { i += 1 }
    if span.matches("er ", at: i) { i += 2 }
    i = span.skipSpaces(i)
    if span.matches("day", at: i) { i = span.skipSpaces(i + 3) }
    for word: StaticString in ["of ", "de ", "di "] where span.matches(word, at: i) { i = span.skipSpaces(i + 3) }
    guard i < span.count, span[i].isLetter, let (month, after) = month(span, i) ?? otherMonth(span, i) else { return nil }
    i = span.skipSpaces(after)
    for word: StaticString in ["de ", "del "] where span.matches(word, at: i) { i += word.utf8CodeUnitCount }
    // "the 20 March day of 1998", "the 3rd day of November in the year 2000".
    for words: StaticString in ["day of ", "in the year of ", "in the year "] where span.matches(words, at: i) {
      i += words.utf8CodeUnitCount
    }
    if i < span.count, span[i] == Ascii.comma { i += 1 }
    i = span.skipSpaces(i)
    return integer(span, &i, 4).map { ($0, month, day, i) }
  }

  /// `9/28/2004`, `12-23-2019`, `11/4/10`: the month first, as American papers print it; two figures are a year of this century's first half.
  private static func numeric(_ span: Span<UInt8>, _ at: Int, month: Int) -> (date: CalendarDate, end: Int)? {
    var i = at + 1
    guard let day = integer(span, &i, 2), i < span.count, span[i] == span[at] else { return nil }
    i += 1
    let first = i
    guard var year = integer(span, &i, 4), i >= span.count || !span[i].isWord && span[i] != span[at] else { return nil }
    if i - first == 2, span[at] == Ascii.slash, year < 50 { year += 2000 }
    guard year >= 1900,
      // `25/12/2019` can only have the day first.
      let date = CalendarDate(year: year, month: month, day: day)
        ?? (month > 12 ? CalendarDate(year: year, month: day, day: month) : nil)
    else { return nil }
    return (date, i)
  }

  private static func skipOrdinal(_ span: Span<UInt8>, _ at: Int) -> Int {
    for suffix: StaticString in ["st", "nd", "rd", "th", "s t ", "n d ", "r d ", "t h "] where span.matches(suffix, at: at) {
      return at + suffix.utf8CodeUnitCount
    }
    return at
  }

  private static func integer(_ span: Span<UInt8>, _ i: inout Int, _ digits: Int) -> Int? {
    var value = 0
    let start = i
    while i < span.count, span[i].isDigit, i - start < digits {
      value = value * 10 + Int(span[i] - 0x30)
      i += 1
    }
    return i > start ? value : nil
  }
}
