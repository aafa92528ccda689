/// Finds time limits by their amount and unit, and reads the words around for how they are counted.
///
/// `thirty (30) days`, `30-day period`, `the tenth business day after`, `a month and a half`. No limits are ages, rates ("ten a year"),
/// bases of interest ("a year of 360 days"), and pay measured in time ("two years' salary").
struct TimeLimitFinder {
  private let agreement: Agreement

  init(_ agreement: Agreement) { self.agreement = agreement }

  func limits() -> [TimeLimit] {
    let reading = agreement.reading
    var out: [TimeLimit] = []
    SentenceWords.forEachParagraph(of: reading) { words in
      // The words of a day of the calendar: the month of "the 15th day of the third month following" is no limit of three months.
      var read = 0
      func take(_ limit: TimeLimit?) {
        guard let limit, !isOfHeading(limit.range) else { return }
        // "Before the end of business on 5 April 2018" is one day.
        if let last = out.last, last.date != nil, last.date == limit.date, last.range == limit.range { return }
        out.append(limit)
      }
      for index in words.indices where index >= read {
        if isCalendarNoun(words, index), let found = calendarDay(words, index) {
          take(found.limit)
          read = found.end
          continue
        }
        if words.isAny(.timeUnit, at: index), let limit = limit(words, index) {
          take(firstOfTwo(words, index, limit))
          take(limit)
        }
        // "the earlier of (a) ninety days after the Delivery Day and (b) June 30, 2022"
        if words[index] == ")" || words[index] == "and" || words[index] == "or" { take(alternative(words, behind: index)) }
        if words.isAny(.dayLead, at: index) { take(day(words, behind: index)) }
      }
    }
    return out
  }

  /// Whether a day of the calendar may hang on a word: the "day" of "the 15th day of", "the first Monday after", "March 15 of each year",
  /// "the 15th of each month", "the end of the month in which".
  private func isCalendarNoun(_ words: SentenceWords, _ at: Int) -> Bool {
    if words[at] == "day" || words.isAny(.calendarName, at: at) { return true }
    // "on the 15th and the last day of each month"
    return words[at - 1] == "the" && ["of", "and", "or"].contains(words[at + 1])
      && (words[at] == "end" || words[at].figures?.isOrdinal ?? (SpelledNumber.ordinals[words[at]] != nil))
  }

  /// Whether words are a provision's heading: `1.1 Five Days. The Farm shall …`.
  private func isOfHeading(_ range: Range<Int>) -> Bool {
    let tree = agreement.provisions
    return tree.innermost(at: range.lowerBound).flatMap { tree[$0].heading }.map { $0.overlaps(range) } ?? false
  }

  /// The first of two amounts with one unit: "not less than thirty (30) nor more than sixty (60) days before", "between 30 and 60 days
  /// before".
  private func firstOfTwo(_ words: SentenceWords, _ at: Int, _ second: TimeLimit) -> TimeLimit? {
    let sentence = words.sentence(at)
    var before = at
    while before > sentence.lowerBound, words[before - 1] == "-" || words.isAny(.businessDay, at: before - 1) { before -= 1 }
    if words[before - 1] == ",", isBetweenCommas(words, before - 1, sentence) { before -= 1 }
    guard second.date == nil, let amount = PrintedAmount.before(words, before, in: sentence) else { return nil }
    // "between the 10th and the 20th day after"
    var end = amount.form == .ordinal && words[amount.start - 1] == "the" ? amount.start - 1 : amount.start
    var relation = TimeLimit.Relation.atLeast
    if let joint = [
      "nor more than", "and not more than", "nor later than", "or more than", "but not more than", "but no more than",
      "and no more than",
      "and not later than", "and no later than", "but not later than", "but no later than",
    ]
    .first(where: { words.matches($0, endingAt: end) }) {
      end -= (joint as StaticString).wordCount
    } else if [
      "nor less than", "and not less than", "but not less than", "but no less than", "and no less than", "nor fewer than",
      "and not fewer than", "and no fewer than", "but no fewer than",
    ].contains(where: {
      words.matches($0, endingAt: end)
    }) {
      end -= 3 + (words[end - 3] == "not" || words[end - 3] == "no" ? 1 : 0)
      relation = .noLaterThan
    } else if ["and", "to"].contains(words[end - 1]) {
      end -= 1
    } else {
      return nil
    }
    if end > sentence.lowerBound, words[end - 1] == "," { end -= 1 }
    guard end > sentence.lowerBound, let first = PrintedAmount.before(words, end, in: sentence), first.form == amount.form,
      first.form != .article, first.halves > 0
    else { return nil }
    // "from ninety (90) to sixty (60) days before the Expiry Date"
    let lead = words[first.start - (first.form == .ordinal && words[first.start - 1] == "the" ? 2 : 1)]
    guard ["between", "than", "least"].contains(lead) || words[end] == "to" && second.isBackward else {
      return nil
    }
    var limit = second
    limit.range = agreement.reading.source(words.range(first.start..<end))
    limit.period = Period(halves: first.halves, unit: second.period.unit)
    limit.relation = relation
    return limit
  }

  /// Whether the amount that ends at a comma is put between commas before its unit: the 45 of "at least 15, but not more than 45, days".
  private func isBetweenCommas(_ words: SentenceWords, _ comma: Int, _ sentence: Range<Int>) -> Bool {
    guard comma > sentence.lowerBound, let amount = PrintedAmount.before(words, comma, in: sentence), amount.form == .number else {
      return false
    }
    return words[amount.start - 1] == "than"
      && (max(sentence.lowerBound, amount.start - 4)..<amount.start).contains { ["but", "nor", "and"].contains(words[$0]) }
  }

  /// A day that the calendar tells, "the fifteenth (15th) day of the month following the Delivery Day", and the word behind it.
  private func calendarDay(_ words: SentenceWords, _ at: Int) -> (limit: TimeLimit, end: Int)? {
    let sentence = words.sentence(at)
    guard let found = CalendarDayFinder(words: words, sentence: sentence).day(at: at) else { return nil }
    let start = found.tokens.lowerBound
    let context = TimeLimitContext(words: words, amount: start, unit: at, end: found.tokens.upperBound, sentence: sentence)
    // "within 30 days after the end of each quarter" is one limit.
    if context.isTrigger { return nil }
    let isLast = ["on or before the", "no later than the", "not later than the", "by the", "before the", "by"].contains {
      words.matches($0, endingAt: start)
    }
    var limit = limit(words, found.tokens, isLast ? .noLaterThan : .after, trigger: found.trigger)
    limit.isDeemed = context.isDeemed
    limit.calendarDay = found.day
    limit.date = found.month.flatMap { found.day.date(from: $0, CountingRule()) }
    return (limit, found.tokens.upperBound)
  }

  /// A limit whose words, and those of its trigger, are tokens of a paragraph.
  private func limit(
    _ words: SentenceWords, _ tokens: Range<Int>, _ relation: TimeLimit.Relation, _ period: Period = Period(halves: 0, unit: .day),
    trigger: Range<Int>? = nil
  ) -> TimeLimit {
    let reading = agreement.reading
    let range = reading.source(words.range(tokens))
    let trigger = trigger.map { words.range($0) }
    return TimeLimit(
      range: range, period: period, relation: relation, trigger: trigger.map { reading.source($0) },
      triggerTerm: trigger.flatMap { term(reading.bytes.span, $0) },
      provision: agreement.provisions.innermost(at: range.lowerBound))
  }

  /// A day that is given in the text, where tokens are a date.
  func limit(_ words: SentenceWords, on tokens: Range<Int>, _ relation: TimeLimit.Relation) -> TimeLimit? {
    guard let date = DateParser.parse(agreement.reading.bytes.span, words.range(tokens).lowerBound)?.date else { return nil }
    var limit = limit(words, tokens, relation)
    limit.date = date
    return limit
  }

  // MARK: Amount and unit

  private static let units: [Word: Period.Unit] = [
    "hour": .hour, "hours": .hour, "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month,
    "quarter": .quarter, "quarters": .quarter, "year": .year, "years": .year, "fortnight": .week, "fortnights": .week,
    "anniversary": .year,
  ]

  private func limit(_ words: SentenceWords, _ at: Int) -> TimeLimit? {
    guard var unit = Self.units[words[at]] else { return nil }
    let sentence = words.sentence(at)
    var before = at
    func skip(_ skipped: (Int) -> Bool) { while before > sentence.lowerBound, skipped(before - 1) { before -= 1 } }
    skip { words[$0] == "-" }
    if unit == .day, before > sentence.lowerBound, words.isAny(.businessDay, at: before - 1) {
      unit = .businessDay
      before -= 1
    }
    skip { words[$0] == "-" || words.isAny(.amountModifier, at: $0) }
    let isClear = (before..<at).contains { words[$0] == "clear" }
    // "each anniversary of the Closing Date"
    if words[at] == "anniversary", ["each", "every"].contains(words[before - 1]), words[at + 1] == "of" {
      return anniversaries(words, before - 1, at)
    }
    // "at least 15, but not more than 45, days before"
    if words[before - 1] == ",", isBetweenCommas(words, before - 1, sentence) { before -= 1 }
    guard let amount = PrintedAmount.before(words, before, in: sentence) else { return nil }
    var halves = amount.halves * (words[at].withoutPlural == "fortnight" ? 2 : 1)
    var end = at + 1
    // "a month and a half"
    for half: StaticString in ["and a half", "and one - half", "and one half"] where words.matches(half, at: end) {
      halves += 1
      end += half.wordCount
      break
    }
    // "two (2) years and six (6) months" is one amount, in months.
    if unit == .year, words[end] == "and", isMonths(words, behind: end + 1, in: sentence) { return nil }
    var start = amount.start
    if unit == .month, amount.form == .number, words[start - 1] == "and", ["year", "years"].contains(words[start - 2]),
      let years = PrintedAmount.before(words, start - 2, in: sentence), years.form == .number
    {
      halves += years.halves * 12
      start = years.start
    }
    guard halves > 0, halves <= 40_000 else { return nil }
    // "three quarters of a year"
    if unit == .quarter, words.matches("of a year", at: end) { end += 3 }
    if unit == .year, ["quarters of a", "quarter of a", "half of a"].contains(where: { words.matches($0, endingAt: at) }) {
      return nil
    }
    // "a year and a day", "eighteen months and ten days": one limit, told where its days are.
    var days = 0
    if unit == .day, words[start - 1] == "and", let larger = Self.units[words[start - 2]], [.week, .month, .year].contains(larger),
      let first = PrintedAmount.before(words, start - 2, in: sentence)
    {
      (days, halves, unit, start) = (halves / 2, first.halves, larger, first.start)
    } else if unit != .day, words[end] == "and",
      let day = (end + 1..<end + 6).first(where: { words[$0] == "day" || words[$0] == "days" }),
      PrintedAmount.before(words, day, in: sentence)?.start == end + 1
    {
      return nil
    }
    let context = TimeLimitContext(words: words, amount: start, unit: at, end: end, sentence: sentence)
    // "in such ten (10) day period" is the one named before.
    let isPeriod = ["period", "term"].contains(words[end]) && (words[at - 1] == "-" || words[at] == "day")
    if ["this", "such", "said", "aforesaid", "foregoing", "aforementioned", "same"].contains(words[amount.start - 1])
      || isPeriod && ["that", "the"].contains(words[amount.start - 1]) && !context.isConnected
    {
      return nil
    }
    guard context.isAnniversary || !context.isRate(amount), !context.isBasis(halves / 2), !context.isPayOrAge,
      !context.isNoPeriod(amount)
    else {
      return nil
    }
    // "the day before the third anniversary of the Closing Date"
    let isDayBefore = context.isAnniversary && context.isDayBefore
    if context.isAnniversary {
      guard amount.form == .ordinal, words[end] == "of", isDayBefore || !context.isTrigger else { return nil }
    } else if amount.form == .ordinal, !context.countsFromHere {
      return nil
    }
    if amount.form == .article, days == 0, !context.admitsArticle, end == at + 1 { return nil }
    let counting = context.counting()
    var limit = limit(
      words, start..<end, counting.relation, Period(halves: halves, unit: unit), trigger: context.trigger(counting))
    limit.isBackward = counting.isBackward
    // "between 10 and 20 days after": the second is the end.
    if limit.relation == .after, words[start - 1] == "and", let first = PrintedAmount.before(words, start - 1, in: sentence),
      words[first.start - 1] == "between"
    {
      limit.relation = .noLaterThan
    }
    limit.ends = isClear ? .bothLeftOut : context.countsFirstDay(unit) ? .firstCounts : .usual
    limit.isDeemed = context.isDeemed
    limit.offset = isDayBefore ? -1 : counting.isBackward ? -days : days
    limit.isRecurring = context.isAnniversary && ["each", "every"].contains(words[start - 1])
    return limit
  }

  /// "each anniversary of the Closing Date": a day of every year.
  private func anniversaries(_ words: SentenceWords, _ start: Int, _ at: Int) -> TimeLimit {
    let context = TimeLimitContext(words: words, amount: start, unit: at, end: at + 1, sentence: words.sentence(at))
    var limit = limit(words, start..<at + 1, .after, Period(halves: 2, unit: .year), trigger: context.named(from: at + 2))
    limit.isDeemed = context.isDeemed
    limit.isRecurring = true
    return limit
  }

  /// Whether an amount of months begins at a word: the "six (6) months" of "two years and six (6) months".
  private func isMonths(_ words: SentenceWords, behind start: Int, in sentence: Range<Int>) -> Bool {
    guard let month = (start..<start + 6).first(where: { ["month", "months"].contains(words[$0]) }), month > start else {
      return false
    }
    return PrintedAmount.before(words, month, in: sentence)?.start == start
  }

  /// The term a trigger is: "the Effective Date", "the Effective Date of this Agreement", "Production Startup".
  private func term(_ span: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var key = TermName.key(span, range)
    for article in ["the ", "a ", "an ", "such ", "its ", "any "] where key.hasPrefix(article) { key.removeFirst(article.count) }
    for tail in [" of this agreement", " hereof", " hereunder"] where key.hasSuffix(tail) { key.removeLast(tail.count) }
    return agreement.term(named: key)
  }
}
