/// Reads the day of a month, a quarter or a year: "the fifteenth (15th) day of the month following the Delivery Day", "the first Business Day
/// of each quarter", "the end of the calendar year in which", "the first Monday after", "March 15 of each year".
struct CalendarDayFinder {
  let words: SentenceWords
  let sentence: Range<Int>

  struct Found {
    var day: CalendarDay
    /// From the number to the month or what stands for it; tokens.
    var tokens: Range<Int>
    /// The words of the event that it is counted from; tokens.
    var trigger: Range<Int>?
    /// Where the text gives the month too: "the first Business Day of October, 2017".
    var month: CalendarDate?
  }

  /// The day whose noun stands at a place: `day`, `end`, `Monday`, `15th` or, of a day of each year, the name of a month.
  func day(at: Int) -> Found? {
    if let found = yearly(at) ?? listed(at) { return found }
    guard let (start, counted) = counted(at) else { return nil }
    var day = counted
    // "on the 15th and the last day of each month": the month is printed behind the second.
    if words[at + 1] == "and" || words[at + 1] == "or",
      let last = (at + 2..<min(at + 9, sentence.upperBound)).first(where: { words[$0] == "of" }), self.counted(last - 1) != nil,
      let found = within(last + 1, start, day, isEnd: false)
    {
      return Found(day: found.day, tokens: start..<at + 1, trigger: found.trigger)
    }
    if words[at + 1] == "of" || words[at + 1] == "in" && words[at + 2] == "each" {
      return within(at + 2, start, day, isEnd: words[at] == "end")
    }
    // "the first Monday after the Delivery Date"
    guard case .weekday = day.kind, ["after", "following"].contains(words[at + 1]), day.number > 0 else { return nil }
    day.span = .event
    return Found(day: day, tokens: start..<at + 1, trigger: named(from: at + 2))
  }

  // MARK: Which day

  static let weekdays: [Word] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

  /// "the 15th day", "the last Business Day", "the first Monday", "the end", "the 15th".
  private func counted(_ at: Int) -> (start: Int, day: CalendarDay)? {
    var day = CalendarDay()
    if words[at] == "end" { return words[at - 1] == "the" ? (at, day) : nil }
    var before = at
    if words[at] == "day" {
      if at > sentence.lowerBound, words.isAny(.businessDay, at: at - 1) {
        day.kind = .businessDay
        before -= 1
      } else if words[at - 1] == "calendar" {
        before -= 1
      }
    } else if let weekday = Self.weekdays.firstIndex(of: words[at]) {
      day.kind = .weekday(weekday)
    } else {
      // "the 15th of each month"
      let figures = words[at].figures.flatMap { $0.isOrdinal ? $0.number : nil }
      guard words[at - 1] == "the", let value = figures ?? SpelledNumber.ordinals[words[at]], (1...31).contains(value) else {
        return nil
      }
      day.number = value
      return (at, day)
    }
    if words[before - 1] == "last", before - 1 >= sentence.lowerBound { return (before - 1, day) }
    guard let amount = PrintedAmount.before(words, before, in: sentence), amount.form == .ordinal,
      (1...31).contains(amount.halves / 2)
    else { return nil }
    day.number = amount.halves / 2
    return (amount.start, day)
  }

  // MARK: Within what

  private func within(_ at: Int, _ start: Int, _ counted: CalendarDay, isEnd: Bool) -> Found? {
    var day = counted
    var next = at
    if let month = words.month(at: at) { return ofMonth(month, at, start, day) }
    let isEach = ["each", "every", "any", "a"].contains(words[next])
    let pointsBack = words[next] == "such" || words[next] == "that"
    guard isEach || pointsBack || words[next] == "the" else { return nil }
    next += 1
    // "of the last month of the quarter"
    if ["last", "first"].contains(words[next]), words[next + 1] == "month", words[next + 2] == "of" {
      next += 3
      guard ["the", "each", "every", "such", "that"].contains(words[next]), let span = span(&next, &day) else { return nil }
      day.span = span
      day.isEach = true
      return next < sentence.upperBound ? Found(day: day, tokens: start..<next + 1) : nil
    }
    let isLater = ["immediately", "following", "next", "succeeding", "subsequent"].contains(words[next])
    while ["immediately", "following", "next", "succeeding", "subsequent", "then", "current"].contains(words[next]) { next += 1 }
    // "of the second month following", "of the third calendar month following"
    var later: Int?
    if let ordinal = SpelledNumber.ordinals[words[next]] ?? words[next].figures.map(\.number) {
      later = ordinal
      next += 1
    }
    guard let span = span(&next, &day) else { return nil }
    day.span = span
    day.isEach = isEach
    let end = next + 1
    guard next < sentence.upperBound else { return nil }
    if isEach { return later == nil && !(isEnd && words[at] == "a") ? Found(day: day, tokens: start..<end) : nil }
    for (phrase, behind) in phrases(words[next]) where words.matches(phrase, at: end) {
      guard later == nil || behind == 1 else { return nil }
      day.behind = later ?? behind
      return Found(day: day, tokens: start..<end, trigger: named(from: end + phrase.wordCount))
    }
    // "of the following month", "of that month": counted from what was named before.
    guard later == nil, isLater || pointsBack, !isEnd || isLater else { return nil }
    day.behind = isLater ? 1 : 0
    return Found(day: day, tokens: start..<end)
  }

  /// The unit behind what says more of it, "calendar month", "fiscal quarter"; leaves its place.
  private func span(_ next: inout Int, _ day: inout CalendarDay) -> CalendarDay.Span? {
    let determiners: Set<Word> = ["the", "each", "every", "such", "that"]
    while determiners.contains(words[next]) { next += 1 }
    if ["fiscal", "financial"].contains(words[next]) { day.isFiscal = true }
    while ["calendar", "fiscal", "financial", "relevant", "applicable"].contains(words[next]) { next += 1 }
    switch words[next] {
    case "month": return .month
    case "quarter": return .quarter
    case "year": return .year
    default: return nil
    }
  }

  private func phrases(_ unit: Word) -> [(phrase: StaticString, behind: Int)] {
    let inWhich: [(StaticString, Int)] =
      switch unit {
      case "month":
        [
          ("following the month in which", 1), ("after the month in which", 1), ("following the month of", 1),
          ("immediately following the month of", 1), ("immediately following the month in which", 1),
          ("next following the month of", 1), ("next following the month in which", 1), ("immediately after the month in which", 1),
          ("after the month of", 1),
        ]
      case "quarter": [("following the quarter in which", 1), ("after the quarter in which", 1)]
      default: [("following the year in which", 1), ("after the year in which", 1)]
      }
    return inWhich + [
      ("in which falls", 0), ("in which occurs", 0), ("that follows", 1), ("which follows", 1),
      ("next following", 1), ("immediately following", 1), ("immediately after", 1), ("following", 1), ("after", 1),
      ("in which", 0),
      ("of", 0), ("during which", 0),
    ]
  }

  // MARK: Months by name

  /// "the first Business Day of October, 2017", "the last day of February in each year".
  private func ofMonth(_ month: Int, _ at: Int, _ start: Int, _ day: CalendarDay) -> Found? {
    let next = words[at + 1] == "," ? at + 2 : at + 1
    if let year = words[next].figures?.number, (1900...2200).contains(year), next < sentence.upperBound {
      // "the 6th day of March, 2007" is a date as any other.
      guard day.number == 0 || day.kind != .day,
        ["by the", "on the", "before the", "than the"].contains(where: {
          words.matches($0, endingAt: start)
        })
      else { return nil }
      return Found(day: day, tokens: start..<next + 1, month: CalendarDate(year: year, month: month, day: 1))
    }
    // "the 1st day of January, April, July and October"
    if words.month(at: next) != nil || words[next] == "and" && words.month(at: next + 1) != nil,
      isList(from: at, to: sentence.upperBound)
    {
      return Found(day: day.ofEachYear(month), tokens: start..<at + 1)
    }
    guard ["in", "of"].contains(words[next]), ["each", "every"].contains(words[next + 1]) else { return nil }
    return each(next + 2, day.ofEachYear(month), start)
  }

  /// Whether the months from one on are a list without a year of their own: "January, April, July and October", but not
  /// "January and April 2018".
  private func isList(from first: Int, to end: Int) -> Bool {
    var at = first
    while at < end {
      guard words.month(at: at) != nil else { return false }
      at += 1
      if words[at] == "," { at += 1 }
      if words[at] == "and" || words[at] == "or" { at += 1 }
      if words.month(at: at) == nil { break }
    }
    return words[at].figures == nil && words[at - 1] != "and" && words[at - 1] != "or"
  }

  /// A month of a list behind its day: the April of "the 1st day of January, April and July".
  private func listed(_ at: Int) -> Found? {
    guard let month = words.month(at: at) else { return nil }
    var of = at
    while of > sentence.lowerBound, [",", "and", "or"].contains(words[of - 1]) || words.month(at: of - 1) != nil { of -= 1 }
    guard of < at, words[of - 1] == "of", isList(from: of, to: sentence.upperBound), let (_, day) = counted(of - 2) else {
      return nil
    }
    return Found(day: day.ofEachYear(month), tokens: at..<at + 1)
  }

  /// "March 15 of each year", "15 March in each year".
  private func yearly(_ at: Int) -> Found? {
    guard let month = words.month(at: at) else { return nil }
    var day = CalendarDay()
    let isBehind = words[at + 1].figures.map { (1...31).contains($0.number) } ?? false
    guard let number = (isBehind ? words[at + 1] : words[at - 1]).figures?.number, (1...31).contains(number) else { return nil }
    day.number = number
    let start = isBehind ? at : at - 1
    let end = isBehind ? at + 2 : at + 1
    let next = pastDays(end)
    guard ["in", "of"].contains(words[next]), ["each", "every"].contains(words[next + 1]),
      let found = each(next + 2, day.ofEachYear(month), start)
    else { return nil }
    return next == end ? found : Found(day: found.day, tokens: start..<end)
  }

  /// Behind the further days of a list: "25 March, 24 June and 29 September | in each year".
  private func pastDays(_ end: Int) -> Int {
    var at = end
    while at < sentence.upperBound {
      var next = words[at] == "," ? at + 1 : at
      if words[next] == "and" || words[next] == "or" { next += 1 }
      guard next > at else { break }
      if words[next] == "on" { next += 1 }
      let day = words.month(at: next) != nil ? next + 1 : next
      guard words[day].figures.map({ (1...31).contains($0.number) }) ?? false, day > next || words.month(at: day + 1) != nil else {
        break
      }
      at = next + 2
    }
    return at
  }

  private func each(_ next: Int, _ day: CalendarDay, _ start: Int) -> Found? {
    let end = ["calendar", "fiscal"].contains(words[next]) ? next + 1 : next
    guard words[end] == "year", end < sentence.upperBound else { return nil }
    return Found(day: day, tokens: start..<end + 1)
  }

  // MARK: Events

  /// "in which the Delivery Day occurs": the event without its verb.
  private func named(from start: Int) -> Range<Int>? {
    let context = TimeLimitContext(words: words, amount: start, unit: start, end: start, sentence: sentence)
    return context.named(from: start).map { named in
      let isVerb = named.count > 2 && ["occurs", "falls", "ends", "occurred"].contains(words[named.upperBound - 1])
      return named.lowerBound..<named.upperBound - (isVerb ? 1 : 0)
    }
  }
}

extension CalendarDay {
  /// The day in a month of each year: "March 15 of each year".
  fileprivate func ofEachYear(_ month: Int) -> CalendarDay {
    var day = self
    (day.month, day.span, day.isEach) = (month, .year, true)
    return day
  }
}
