/// The words around an amount of time: what they say of how it is counted, and whether it limits anything.
struct TimeLimitContext {
  let words: SentenceWords
  /// The first word of the amount, the unit, and the word behind them.
  let amount: Int
  let unit: Int
  let end: Int
  let sentence: Range<Int>

  // MARK: What is no limit

  /// "ten dollars a year", "twice a month", "15 hours per week", "every six months" (but "once every six months" limits).
  func isRate(_ printed: PrintedAmount) -> Bool {
    let before = words[amount - 1]
    if before == "every", words[amount - 2] == "once" { return false }
    if ["per", "each", "every"].contains(words[end]) || words[end] == "ago" { return true }
    // "two more weeks (= 10 working days) per year"
    if words[end] == ")", words[end + 1] == "per" { return true }
    // "twenty four hours a day", "five days a week"
    if words[end] == "a", ["day", "week", "month", "year"].contains(words[end + 1]) { return true }
    if ["per", "each", "every", "times", "twice", "once", "/"].contains(before) { return true }
    guard printed.form == .article else { return false }
    return before.isFigures
      || ["dollars", "%", "percent", "rent", "fee", "hours", "days", "weeks", "months"].contains(before)
  }

  /// "a year of 360 days", "on the basis of a 365-day year"
  func isBasis(_ value: Int) -> Bool {
    guard [30, 360, 365, 366].contains(value) else { return false }
    let near = max(sentence.lowerBound, amount - 8)..<min(sentence.upperBound, end + 4)
    let isYear = near.contains { words[$0] == "year" || words[$0] == "years" }
    return value == 30
      ? near.contains { words[$0] == "basis" } && isYear
      : isYear
        && near.contains { ["basis", "computed", "calculated", "over", "comprised", "consisting", "year"].contains(words[$0]) }
        && !near.contains { words[$0] == "within" }
  }

  /// "one quarter of one percent", "any day other than a Business Day", "the Five-Year Credit Agreement": no time that runs.
  func isNoPeriod(_ printed: PrintedAmount) -> Bool {
    if words[unit].withoutPlural == "quarter",
      ["of one percent", "of 1 %", "of one per", "of a percent", "of 1 percent"].contains(where: { words.matches($0, at: end) })
    {
      return true
    }
    if printed.form == .article, ["other than", "not", "is not", "is"].contains(where: { words.matches($0, endingAt: amount) }) {
      return true
    }
    // "one-quarter of the fee", "three quarters (3/4) of its amount"
    if words[unit].withoutPlural == "quarter",
      words[unit - 1] == "-" || words[end] == "of" && words[end + 1] != "a" && words[end + 1] != "each"
        || words[end] == "(" && words[end + 2] == "/"
    {
      return true
    }
    // "to one year from the nine months before": an amount that was.
    if printed.form == .number, words[amount - 1] == "the", words[amount - 2] == "from", words.isAny(.timeUnit, at: amount - 3) {
      return true
    }
    // "reimbursed in one calendar year": one of the calendar's.
    if words[amount - 1] == "in", words[amount] == "one", ["calendar", "taxable", "fiscal", "plan"].contains(words[unit - 1]) {
      return true
    }
    // "after your one-year anniversary": a day of a year, and no year.
    if words[end] == "anniversary", words[end + 1] != "of" { return true }
    // "a five-day week"
    if words[unit - 1] == "-", ["week", "weeks"].contains(words[end]) { return true }
    // "A week has five working days"
    if words[amount - 1] == "has", ["week", "month", "year"].contains(words[amount - 2]) { return true }
    return words[unit - 1] == "-" && words.tokens[unit].isCapital && end < sentence.upperBound && words.tokens[end].isCapital
      && words[end].initial.isLetter
  }

  /// "two years' salary", "18 years of age", "ten years' experience", "30-year Treasury"
  var isPayOrAge: Bool {
    var at = end
    while at < sentence.upperBound,
      [
        "'", "s", "of", "paid", "unpaid", "the", "his", "her", "executive", "employee", "then", "current", "annual", "base", "old",
        "-",
      ].contains(
        words[at]), at < end + 8
    {
      if words[at] == "old" { return true }
      at += 1
    }
    return [
      "salary", "pay", "compensation", "age", "experience", "wages", "bonus", "treasury", "treasuries", "libor", "bond", "bonds",
      "rent", "vacation", "leave", "holiday", "holidays",
      "service", "credited", "charges", "debt", "training", "seniority", "standing",
    ].contains(words[at]) && at < sentence.upperBound
  }

  /// Whether the text counts from this amount on: "the 30th day after", but not "the 15th day of March", "of each quarter".
  var countsFromHere: Bool { connective(at: end).map { $0.word != "of" && $0.word != "ending" } ?? (words[end] == "thereafter") }

  /// Whether "a year" is an amount here: "within a year", "a month after", "for a period of a year".
  var admitsArticle: Bool {
    if let connective = connective(at: end), connective.word != "of" { return true }
    if words[end] == "'" { return true }
    return ["within", "least", "than"].contains(words[amount - 1])
      || words.matches("period of", endingAt: amount) || words.matches("term of", endingAt: amount)
  }

  /// Whether words behind say from when it is counted.
  var isConnected: Bool { connective(at: end) != nil }

  /// "30 days before the third anniversary": what another limit is counted from; "three years ending on the third anniversary": its end.
  var isTrigger: Bool {
    guard words[amount - 1] == "the" else { return false }
    var at = amount - 1
    for phrase: StaticString in ["before", "after", "following", "preceding", "prior to", "from", "of", "ending on", "expiring on"]
    where words.matches(phrase, endingAt: at) {
      at -= phrase.wordCount
      return (max(sentence.lowerBound, at - 3)..<max(sentence.lowerBound, at)).contains { words.isAny(.timeUnit, at: $0) }
    }
    return false
  }

  /// "the day before the third anniversary", "the day immediately preceding the third anniversary"
  var isDayBefore: Bool {
    guard words[amount - 1] == "the" else { return false }
    for phrase: StaticString in [
      "day before", "day immediately before", "day preceding", "day immediately preceding", "day prior to",
    ]
    where words.matches(phrase, endingAt: amount - 1) {
      return ["the", "on"].contains(words[amount - 2 - phrase.wordCount])
    }
    return false
  }

  /// "the third anniversary of the Closing Date"
  var isAnniversary: Bool { words[unit] == "anniversary" }

  // MARK: Counting

  struct Counting {
    var relation: TimeLimit.Relation
    var isBackward: Bool
  }

  var isDeemed: Bool { (max(sentence.lowerBound, amount - 40)..<amount).contains { words[$0] == "deemed" } }

  func counting() -> Counting {
    if isAnniversary {
      let isLast = ["no later than the", "not later than the", "by the"].contains { words.matches($0, endingAt: amount) }
      return Counting(relation: isLast ? .noLaterThan : .after, isBackward: false)
    }
    // "within the past five years" looks back.
    if ["past", "last", "preceding", "previous", "prior"].contains(words[amount - 1]) {
      return Counting(relation: .before, isBackward: true)
    }
    // "shall notify the Quarry in writing three days in advance"
    if words.matches("in advance", at: end), words[end + 2] != "of" { return Counting(relation: .before, isBackward: true) }
    // "late by over ten days" is after them.
    if words[amount - 1] == "over", ["by", "late", "for", "absent"].contains(words[amount - 2]) {
      return Counting(relation: .after, isBackward: false)
    }
    let follows = connective(at: end)
    let isNotice = noticeFollows || noticePrecedes
    let isBackward = follows?.isBackward ?? isNotice
    func counting(_ relation: TimeLimit.Relation) -> Counting { Counting(relation: relation, isBackward: isBackward) }
    // The nearest words before the amount that say how, up to a mark that closes the clause.
    var at = amount
    while at > sentence.lowerBound, amount - at < 9 {
      for (phrase, relation) in Self.leads where words.matches(phrase, endingAt: at) {
        // "No action may be brought more than one year after": at the latest then.
        if relation == .after, !isBackward, isForbidden(before: at - phrase.wordCount) { return counting(.noLaterThan) }
        // "for ... in the 30 days before": "in" and "for" say less than what follows does, where they stand away.
        if relation == .lasting || words[at - 1] == "in" && phrase.wordCount == 1, amount - at > 4 { continue }
        return counting(relation)
      }
      guard ![",", ";", ":", ".", ")"].contains(words[at - 1]) else { break }
      at -= 1
    }
    if let follows { return Counting(relation: follows.isBackward ? .before : .after, isBackward: follows.isBackward) }
    if isNotice { return Counting(relation: .before, isBackward: true) }
    if words[end] == "to" || words.matches("in which to", at: end) { return counting(.within) }
    if ["term", "terms", "duration", "renewal", "extension"].contains(words[end + (words[end] == "-" ? 1 : 0)]) {
      return counting(.lasting)
    }
    return counting(words[unit - 1] == "-" || words[end] == "period" ? .within : .lasting)
  }

  /// Whether a sentence forbids, up to a place, what would be done after the time: "No claim shall be made", "Neither party may sue".
  private func isForbidden(before at: Int) -> Bool {
    guard ["no", "neither"].contains(words[sentence.lowerBound]), words[end] == "after" || words[end] == "following" else {
      return false
    }
    return (sentence.lowerBound..<at).contains { words.isAny(.modal, at: $0) }
      && !(sentence.lowerBound..<at).contains { words.isAny(.condition, at: $0) }
  }

  /// Phrases before an amount; of those that end at one place, the first counts.
  private static let leads: [(phrase: StaticString, relation: TimeLimit.Relation)] = [
    ("at least", .atLeast), ("not less than", .atLeast), ("no less than", .atLeast), ("no fewer than", .atLeast),
    ("not fewer than", .atLeast), ("minimum of", .atLeast), ("minimum", .atLeast), ("no later than", .noLaterThan),
    ("not later than", .noLaterThan), ("no more than", .noLaterThan), ("not more than", .noLaterThan), ("not exceed", .noLaterThan),
    ("not exceeding", .noLaterThan), ("not to exceed", .noLaterThan), ("up to", .noLaterThan), ("maximum of", .noLaterThan),
    ("by the end of", .noLaterThan), ("no earlier than", .after), ("not earlier than", .after), ("not sooner than", .after),
    ("not before", .after), ("not after", .noLaterThan), ("at most", .noLaterThan), ("longer than", .after),
    ("nor more than", .noLaterThan), ("nor later than", .noLaterThan), ("nor less than", .atLeast),
    ("in excess of", .after), ("exceeds", .after), ("exceeding", .after), ("more than", .after), ("within", .within),
    ("during", .within), ("throughout", .within),
    ("over", .within), ("net", .within),
    ("once every", .within),
    ("expires in", .after), ("expire in", .after), ("in", .within), ("lapse of", .after), ("expiration of", .after),
    ("for", .lasting), ("term of", .lasting), ("terms of", .lasting),
  ]

  /// "30 days' prior written notice", "thirty days advance notice", "30 days notice"
  var noticeFollows: Bool {
    // "90 days' and not more than 180 days' written notice"
    var at = words[end] == "'" && ["and", "nor", "or", "but"].contains(words[end + 1]) ? secondAmount(end + 1) ?? end : end
    let end = at
    while at < sentence.upperBound, at < end + 8, !["notice", "notification", "warning"].contains(words[at]) {
      guard
        [
          "'", "s", "prior", "advance", "advanced", "previous", "written", "or", "more", "a", "express", "irrevocable", "-", "of",
          "the", "in", "writing",
        ].contains(words[at])
      else { return false }
      at += 1
    }
    return ["notice", "notification", "warning"].contains(words[at]) && at < end + 8
  }

  /// "prior written notice of 30 days", "notice of at least ten days"
  var noticePrecedes: Bool {
    (max(sentence.lowerBound, amount - 5)..<amount).contains {
      ["notice", "notification"].contains(words[$0]) && words[$0 + 1] == "of"
    }
  }
}
