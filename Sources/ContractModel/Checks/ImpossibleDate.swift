/// Finds days that no calendar has: "April 31, 2004", "30 February 1999".
enum ImpossibleDate {
  static let code = "date"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Finding] = []
    var i = 0
    while i < span.count {
      guard span[i].isUpper, i == 0 || !span[i - 1].isWord, let (month, after) = DateParser.month(span, i) else {
        i += 1
        continue
      }
      i = after
      var at = span.skipSpaces(after)
      var day = 0
      let first = at
      while at < span.count, span[at].isDigit, at - first < 3 {
        day = day * 10 + Int(span[at] - 0x30)
        at += 1
      }
      guard at - first == 1 || at - first == 2, at < span.count, span[at] == Ascii.comma else { continue }
      var next = span.skipSpaces(at + 1)
      var year = 0
      let begin = next
      while next < span.count, span[next].isDigit, next - begin < 5 {
        year = year * 10 + Int(span[next] - 0x30)
        next += 1
      }
      guard next - begin == 4, day > 0, CalendarDate(year: year, month: month, day: day) == nil, (1_800...2_200).contains(year)
      else { continue }
      let range = reading.source((after - monthLength(span, after))..<next)
      let words = agreement.words(range)
      out.append(Finding(code, .error, range, subject: words, "There is no “\(words)”."))
    }
    return out
  }

  private static func monthLength(_ span: Span<UInt8>, _ end: Int) -> Int {
    var start = end
    while start > 0, span[start - 1].isWord || span[start - 1] == Ascii.period { start -= 1 }
    return end - start
  }
}
