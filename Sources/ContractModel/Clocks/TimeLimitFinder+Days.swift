/// Days that the text gives: `by November 30, 2016`, `on or before May 29, 2017`, `The deadline is 29 May 2017`.
extension TimeLimitFinder {
  /// A day among several of which the earlier or the later counts: "the earlier of the Sailing Day and June 30, 2022".
  func alternative(_ words: SentenceWords, behind at: Int) -> TimeLimit? {
    guard let end = words.date(at: at + 1), end > at + 1 else { return nil }
    let sentence = words.sentence(at)
    let choices: Set<Word> = ["earlier", "later", "earliest", "latest", "sooner"]
    guard (max(sentence.lowerBound, at - 40)..<at).contains(where: { choices.contains(words[$0]) && words[$0 - 1] == "the" }),
      sentence.contains(where: { words.isAny(.modal, at: $0) && words[$0] != "may" })
    else { return nil }
    return limit(words, on: at + 1..<end, .noLaterThan)
  }

  private static let endings: Set<Word> = ["lapse", "lapses", "expire", "expires", "end", "ends", "terminate", "terminates"]

  /// "shall pay on or before May 29, 2017", "must sow by November 30, 2016", "no later than the close of business on Friday, June 1, 2018",
  /// "shall remain in force until December 31, 2020", "lapses on June 30, 2019".
  func day(_ words: SentenceWords, behind at: Int) -> TimeLimit? {
    guard words.tokens.indices.contains(at + 1), words[at] != "to" || words[at - 1] == "prior" else { return nil }
    // A day begins with a month, a weekday, a figure or "the".
    let next = words.tokens[at + 1]
    guard next.isCapital || next.word.initial.isDigit || ["the", "midnight", "noon", "close", "and"].contains(next.word) else {
      return nil
    }
    if words[at] == "after", words[at - 1] != "not" { return nil }
    let sentence = words.sentence(at)
    // "60 days prior to 31 March 2015", "ten days before May 1, 2018": what another limit is counted from.
    let counted = words[at] == "to" ? at - 2 : at - 1
    if ["to", "before"].contains(words[at]), words.isAny(.timeUnit, at: counted) { return nil }
    // "until and including 30 June 2025"
    let isIncluded = words[at + 1] == "and" && words[at + 2] == "including"
    let start = pastTimeOfDay(words, isIncluded ? at + 3 : at + 1)
    guard let end = words.date(at: start), end > start else { return nil }
    // "was signed by May 1" tells; what somebody shall do binds.
    let isBinding = sentence.contains { words.isAny(.modal, at: $0) && words[$0] != "may" }
    let isBound = (sentence.lowerBound..<at).contains { words.isAny(.modal, at: $0) && words[$0] != "may" }
    // "has not been granted by 1 October 2022": what happens where it is not done by then.
    let isMissed = (max(sentence.lowerBound, at - 6)..<at).contains { words[$0] == "not" }
    let lasts: Set<Word> = [
      "force", "effect", "effective", "valid", "open", "exercised", "exercisable", "use", "continues", "remains", "runs", "run",
      "lasts", "extends",
    ]
    let isLasting = (max(sentence.lowerBound, at - 6)..<at).contains { lasts.contains(words[$0]) }
    let opens = words.tokens[at].isCapital || at > sentence.lowerBound && words.tokens[at - 1].isCapital
    let relation: TimeLimit.Relation
    switch words[at] {
    case "than":
      relation = .noLaterThan
      guard words[at - 1] == "later", ["no", "not"].contains(words[at - 2]) else { return nil }
    case "before":
      relation = .noLaterThan
      guard words[at - 1] == "or" && words[at - 2] == "on" || isBound || opens && isBinding else { return nil }
    case "to":
      relation = .noLaterThan
      guard words[at - 1] == "prior", isBound || opens && isBinding else { return nil }
    case "by":
      relation = .noLaterThan
      guard isBound || isMissed || opens && isBinding else { return nil }
    case "after":
      relation = .noLaterThan
      guard isBound else { return nil }
    case "is":
      // "The deadline for delivery is 29 May 2017", "The last day for payment is May 29, 2017"
      relation = .noLaterThan
      let head = sentence.lowerBound..<min(at, sentence.lowerBound + 12)
      guard
        head.contains(where: {
          words[$0] == "deadline" || words[$0] == "day" && ["last", "latest", "final"].contains(words[$0 - 1])
        })
      else { return nil }
    case "until", "through":
      relation = .lasting
      guard isBound || isLasting else { return nil }
    default:
      // "is payable on 1 September 2022"
      // "due and payable in full on October 31, 2022", "shall pay a fee of $500 on April 15, 2019"
      let isFull = words.matches("in full", endingAt: at) && ["payable", "due"].contains(words[at - 3])
      let isSum =
        isSum(words, endingAt: at) && isBound
        && (sentence.lowerBound..<at).contains { ["pay", "paid", "repay"].contains(words[$0]) }
      let isLatest = words.matches("at the latest", endingAt: at) && isBound
      if ["payable", "due"].contains(words[at - 1]) || isFull || isSum || isLatest || isDoneOn(words, at, end, sentence) {
        relation = .noLaterThan
        break
      }
      relation = .lasting
      // "terminates at 5:00 p.m., Reno time, on December 15, 2021"
      let ends = (max(sentence.lowerBound, at - 14)..<at).last { Self.endings.contains(words[$0]) }
      guard let ends, at - ends <= 3 || words[ends + 1] == "at" else { return nil }
    }
    var found = limit(words, on: start..<end, relation)
    // "before 1 August 2022": the last day is the one before; "on or before" counts it.
    let isBefore = words[at] == "before" && words[at - 1] != "or" || words[at] == "to" && words[at - 1] == "prior"
    if isBefore, let day = found?.date { found?.date = day.adding(days: -1) }
    return found
  }

  /// Whether what somebody must do is to be done on a day: "The Farm shall deliver the seed on September 3, 2016", "On May 29, 2017, the Farm
  /// shall pay". What was done on that day, "the notes issued on May 1, 2010", is no limit.
  private func isDoneOn(_ words: SentenceWords, _ on: Int, _ end: Int, _ sentence: Range<Int>) -> Bool {
    func isModal(_ at: Int) -> Bool {
      ["shall", "must", "will"].contains(words[at]) && words[at + 1] != "be" && words[at + 1] != "not"
    }
    if words.tokens[on].isCapital, words[end] == "," {
      return (end + 1..<max(end + 1, min(end + 8, sentence.upperBound))).contains(where: isModal)
    }
    guard let modal = (max(sentence.lowerBound, on - 14)..<on).last(where: isModal), modal + 1 < on,
      !["mean", "include", "constitute", "have"].contains(words[modal + 1])
    else { return false }
    // "The term of this Lease shall commence on July 19, 1999" says when it begins, and leaves nobody anything to do by then.
    if ["commence", "begin", "start"].contains(words[modal + 1]), modal + 2 == on,
      ["term", "lease", "agreement", "contract", "licence", "license", "period"].contains(words[modal - 1])
        || subject(words, sentence, of: modal).contains(where: { words[$0] == "term" || words[$0] == "period" })
    {
      return false
    }
    let before = words[on - 1]
    // "will work here starting on June 28": when it begins.
    let isTold =
      before.hasSuffix("ed") || words.isAny(.participle, at: on - 1)
      || ["starting", "beginning", "commencing", "effective"].contains(before)
    return !isTold
      && !(modal..<on).contains {
        words.isAny(.condition, at: $0) || ["that", ",", ";", "as", "dated"].contains(words[$0])
      }
  }

  /// Who or what a verb is said of: the words before it, without those that a comma sets apart. In "During the term, the Tenant shall start"
  /// it is the Tenant.
  private func subject(_ words: SentenceWords, _ sentence: Range<Int>, of modal: Int) -> Range<Int> {
    let comma = (sentence.lowerBound..<modal).last { words[$0] == "," }
    // "The term of this Lease, as extended, shall begin": what is set apart behind the subject ends with a comma of its own.
    guard let comma, comma + 1 < modal else { return sentence.lowerBound..<modal }
    return comma + 1..<modal
  }

  /// Whether a sum of money ends at a place: `$5,000 | on`.
  private func isSum(_ words: SentenceWords, endingAt end: Int) -> Bool {
    var start = end
    while words[start - 1].isFigures || start < end && [",", "."].contains(words[start - 1]) { start -= 1 }
    return start < end && Currency.isSignOrCode(words[start - 1])
  }

  /// Behind what stands between "by" and its day: "5:00 p.m. on", "the close of business on Friday,", "the".
  private func pastTimeOfDay(_ words: SentenceWords, _ start: Int) -> Int {
    var at = start
    let isHour = words[at].figures != nil && [":", "p", "a", "pm", "am", "o'clock"].contains(words[at + 1])
    let tells = isHour || ["midnight", "noon", "the", "close"].contains(words[at])
    if tells, words.date(at: at) == nil, let on = (at..<at + 14).first(where: { words[$0] == "on" }),
      words[at] != "the" && words[at] != "close" || words.matches("close of business", at: at)
        || words.matches("close of business", at: at + 1) || words.matches("end of business", at: at + 1)
    {
      at = on + 1
    }
    if words[at] == "the" { at += 1 }
    if CalendarDayFinder.weekdays.contains(words[at]) {
      at += words[at + 1] == "," ? 2 : 1
    }
    return at
  }
}
