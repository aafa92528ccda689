/// Finds days that no calendar has, and weekdays that are not their dates': "April 31, 2004", "30 February 1999", "Monday, May 2, 2004".
enum ImpossibleDate: CheckRule {
  static let code = "date"
  static let severity = Finding.Severity.error
  static let summary = "a day that no calendar has, or a weekday that is not its date's"
  static let example = "April 31, 2004"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Finding] = []
    reading.wordStarts.forEach(in: 0..<span.count) { i in
      let begins = span[i].isUpper || span[i].isDigit
      guard begins, i == 0 || span[i - 1] != Ascii.period && span[i - 1] != Ascii.slash,
        let (year, month, day, end) = DateParser.printed(span, i)
      else { return i + 1 }
      let range = reading.source(i..<end)
      // `Terms      30      February 2021`: the number of a page in its foot.
      let source = agreement.text.bytes.span
      if source.firstIndex(of: "   ", in: range) != nil { return end }
      // `32`, and on the line below `April 2021`: the foot of a page too.
      let line = source.firstOffset(of: Ascii.lineFeed, in: range)
      if line < range.upperBound, range.lowerBound == 0 || source[range.lowerBound - 1].isLineEnd,
        (range.lowerBound..<line).allSatisfy({ source[$0].isDigit || source[$0].isSpace })
      {
        return end
      }
      if let date = CalendarDate(year: year, month: month, day: day) {
        if let weekday = weekday(span, before: i), weekday.value != date.weekday {
          let whole = reading.source(weekday.start..<end)
          let words = agreement.words(whole)
          out.append(Finding(code, .warning, whole, subject: words, "“\(words)” was a \(weekdayNames[date.weekday])."))
        }
      } else if day > 0, (1_800...2_200).contains(year) {
        let words = agreement.words(range)
        out.append(Finding(code, .error, range, subject: words, "There is no “\(words)”."))
      }
      return end
    }
    return out
  }

  private static let weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let weekdays: [StaticString] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

  /// The weekday printed right before a date: "Monday, May 3, 2004".
  private static func weekday(_ span: Span<UInt8>, before start: Int) -> (value: Int, start: Int)? {
    var end = span.skipSpaces(endingAt: start)
    guard end > 0, span[end - 1] == Ascii.comma else { return nil }
    end -= 1
    for (value, name) in weekdays.enumerated() where span.matchesWord(name, endingAt: end) {
      return (value, end - name.utf8CodeUnitCount)
    }
    return nil
  }
}
