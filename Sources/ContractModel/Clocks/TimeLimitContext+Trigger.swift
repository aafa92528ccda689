/// What an amount of time is counted from: the words that lead to it, and where the words for it end.
extension TimeLimitContext {
  /// The words that lead a trigger, from a place behind the unit on.
  func connective(at start: Int) -> (word: Word, next: Int, isBackward: Bool)? {
    var at = start
    // "Within 30 days (or as soon thereafter as available) after"
    if words[at] == "(", let close = (at + 1..<at + 14).first(where: { words[$0] == ")" }), close < sentence.upperBound,
      ["after", "before", "following", "from", "of", "prior"].contains(words[close + 1])
    {
      at = close + 1
    }
    // "(or, in the case of money, five days) after notice"
    if words[at] == ")" { at += 1 }
    // "until six months have elapsed from the Closing Date"
    for phrase: StaticString in ["have elapsed", "has elapsed", "shall have elapsed", "have passed", "has passed", "have expired"]
    where words.matches(phrase, at: at) {
      at += phrase.wordCount
      break
    }
    // "at least 30 days, or in any event as soon as it can, before the change"
    let joint = words[at] == "," ? at + 1 : at
    if words[joint] == "or", ["in", "as", "such"].contains(words[joint + 1]),
      let comma = (joint + 2..<joint + 14).first(where: { words[$0] == "," }),
      ["after", "before", "following", "prior"].contains(words[comma + 1])
    {
      at = comma + 1
    }
    // "increased to one year from nine months": what it was before.
    if words[at] == "from", words[amount - 1] == "to", Self.changes.contains(words[amount - 2]) { return nil }
    // "from 90 days to 30 days before the Break Date"
    if words[at] == "to", words[amount - 1] == "from",
      let second = (at + 1..<min(at + 8, max(at + 1, sentence.upperBound))).first(where: { words.isAny(.timeUnit, at: $0) }),
      PrintedAmount.before(words, second, in: sentence) != nil
    {
      return connective(at: second + 1)
    }
    // "not less than three months nor more than six months before the end": both are counted from what follows the second.
    if words[at] == ",", ["nor", "or", "and", "but"].contains(words[at + 1]) { at += 1 }
    if ["nor", "or", "and", "but"].contains(words[at]), let second = secondAmount(at) {
      return connective(at: words[second] == "," ? second + 1 : second)
    }
    // "beginning twenty days and ending ten days before the Closing Date"
    if words[at] == "and", words[at + 1] == "ending",
      let second = (at + 2..<min(at + 9, max(at + 2, sentence.upperBound))).first(where: { words.isAny(.timeUnit, at: $0) })
    {
      return connective(at: second + 1)
    }
    // "but not more than six months, after the end"
    if words[at] == ",", ["after", "before", "following", "from", "prior"].contains(words[at + 1]),
      isLastOfTwo || words.matches("in any event within", endingAt: amount)
    {
      at += 1
    }
    for skipped: Word in ["'", "s", "period", "periods", "term", "next", "immediately", "first", "day", "window", "anniversary"]
    where words[at] == skipped { at += 1 }
    // "for two years, beginning on the Start Day"
    if words[at] == ",", ["commencing", "beginning", "starting"].contains(words[at + 1]) { at += 1 }
    for phrase: Word in ["immediately", "next", "commencing", "beginning", "starting", "first", "measured", "running", "counted"]
    where words[at] == phrase {
      at += 1
    }
    guard at < sentence.upperBound else { return nil }
    // "three years beginning June 1, 2017"
    if at > start, ["commencing", "beginning", "starting"].contains(words[at - 1]), words.date(at: at) != nil {
      return ("on", at, false)
    }
    if words[at] == ",", words.matches("inclusive of", at: at + 1) { at += 1 }
    // "ten days, counting the Start Day as the first day"
    let counted = words[at] == "," ? at + 1 : at
    if words[counted] == "counting", (counted + 1..<counted + 12).contains(where: { words.matches("as the first", at: $0) }) {
      return ("counting", counted + 1, false)
    }
    // "and expires five years later"
    if words[at] == "later", !["than", "of"].contains(words[at + 1]) { return ("thereafter", at + 1, false) }
    for phrase: StaticString in ["ending on", "ending with", "ending upon", "ending"] where words.matches(phrase, at: at) {
      return ("ending", at + phrase.wordCount, true)
    }
    for phrase: StaticString in ["prior to", "in advance of", "ahead of", "preceding", "before", "previous to", "prior"]
    where words.matches(phrase, at: at) {
      // "30 days prior notice" says "prior" of the notice.
      if words[at] == "prior", words[at + 1] == "written" || words[at + 1] == "notice" { return nil }
      return (words[at], at + phrase.wordCount, true)
    }
    for phrase: StaticString in [
      "from , and including ,", "of , and including ,", "of and including", "from ( and including )", "on and including",
      "on ( and including )", "after , but excluding ,",
      "after and as of", "after but excluding", "after ( but excluding )", "from , but excluding ,", "from but excluding",
      "from ( but excluding )",
      "from ( but not including )", "from , but not including ,", "from but not including", "after ( but not including )",
      "after and excluding", "after ( and not counting )", "after ( but not counting )", "after and not counting",
      "from and excluding", "inclusive of",
      "from and including", "with and including", "on and from", "from and after", "after", "following", "subsequent to", "from",
      "upon", "on and after",
      "as of", "of", "on", "thereafter",
      "since",
      "with",
    ]
    where words.matches(phrase, at: at) {
      // "on" and "upon" count only behind "commencing".
      if at == start, words[at] == "as" || phrase.wordCount == 1 && ["upon", "on", "with"].contains(words[at]) { return nil }
      return (words[at], at + phrase.wordCount, false)
    }
    return nil
  }

  /// Whether an amount is the second of two: "but not more than six months, after the end".
  private var isLastOfTwo: Bool {
    let than = (max(sentence.lowerBound, amount - 3)..<amount).last {
      words[$0] == "than" || words[$0] == "most" || words[$0] == "after" && words[$0 - 1] == "not"
    }
    return than.map { than in
      (max(sentence.lowerBound, than - 3)..<than).contains { ["but", "nor", "and"].contains(words[$0]) }
    } ?? false
  }

  /// Behind the second of two amounts: "nor more than six months | before the end".
  func secondAmount(_ at: Int) -> Int? {
    guard
      let than = words[at + 1] == "within"
        ? at + 1
        : ["not before", "not after", "at most", "at least"].contains(where: { words.matches($0, at: at + 1) })
          ? at + 2
          : (at + 1..<at + 4).first(where: {
            words[$0] == "than" && ["more", "less", "later", "fewer", "earlier", "sooner"].contains(words[$0 - 1])
          })
    else { return nil }
    return (than + 1..<max(than + 1, min(sentence.upperBound, than + 9))).first { words.isAny(.timeUnit, at: $0) }.map { $0 + 1 }
  }

  /// The words that the period is counted from or to.
  func trigger(_ counting: Counting) -> Range<Int>? {
    if connective(at: end) == nil, noticeFollows { return triggerOfNotice }
    guard let connective = connective(at: end) else { return counting.relation == .lasting ? beginning : nil }
    // "and ten days thereafter": from what was named before.
    if connective.word == "thereafter" { return beginning ?? connective.next - 1..<connective.next }
    // "within ten days of receipt", but not "three months of work".
    if connective.word == "of", ![.within, .noLaterThan, .after].contains(counting.relation) { return nil }
    let from = pastDayAfter(connective.next) ?? connective.next
    // "beginning 120 days before and ending 60 days before the Expiry Date", "within ten days before or after the Delivery Date": both of
    // what stands behind the second.
    if words[from] == "and" || words[from] == "or" {
      if ["after", "before", "following"].contains(words[from + 1]) { return named(from: from + 2) }
      let second = (from + 2..<max(from + 2, min(from + 9, sentence.upperBound))).first { words.isAny(.timeUnit, at: $0) }
      if let second, PrintedAmount.before(words, second, in: sentence) != nil, let next = self.connective(at: second + 1)?.next {
        return named(from: next)
      }
    }
    // "the third day after, and not later than the tenth day after, the Handover Date"
    if words[from] == "," {
      guard ["and", "but", "nor", "or"].contains(words[from + 1]) else { return named(from: from + 1) }
      let second = (from + 2..<max(from + 2, min(sentence.upperBound, from + 18))).first {
        words[$0] == "," && ["after", "following", "before", "to", "from", "of"].contains(words[$0 - 1])
      }
      return second.flatMap { named(from: $0 + 1) }
    }
    return named(from: from)
  }

  private static let changes: Set<Word> = [
    "increased", "decreased", "reduced", "extended", "changed", "shortened", "lengthened", "increases", "extends", "reduces",
  ]

  /// Behind "the day after" of "commencing on the day after the Delivery Day", which leaves that day out as counting does anyway.
  private func pastDayAfter(_ at: Int) -> Int? {
    for phrase: StaticString in [
      "the day after", "the day following", "the day immediately following", "the day immediately after",
    ]
    where words.matches(phrase, at: at) {
      return at + phrase.wordCount
    }
    return nil
  }

  /// Whether the day of the event counts: "90 days from and including the Closing Date", "28 days beginning with the Notice Date"; of days
  /// and weeks "28 days commencing on the Delivery Date" too, while "five years commencing on the Launch Date" end on its anniversary.
  func countsFirstDay(_ unit: Period.Unit) -> Bool {
    guard let connective = connective(at: end), pastDayAfter(connective.next) == nil else { return false }
    let begins = ["beginning", "starting", "commencing"].contains(words[connective.next - 2])
    if begins, connective.word == "with" || connective.word == "on" && [.day, .week].contains(unit) { return true }
    if let named = named(from: connective.next), words[named.upperBound] == "inclusive" { return true }
    return words.matches("on and from", endingAt: connective.next) || words.matches("inclusive of", endingAt: connective.next)
      || connective.word == "counting"
      || (max(end, connective.next - 4)..<connective.next).contains { words[$0] == "including" && words[$0 - 1] != "not" }
  }

  /// "begins on the Start Day and continues for three years": what the term begins with.
  private var beginning: Range<Int>? {
    let verbs: [Word] = [
      "begin", "begins", "begun", "beginning", "commence", "commences", "commencing", "start", "starts", "starting", "effect",
      "effective", "force",
    ]
    // "From the Access Date and for a period of three months", "Beginning on the Start Day, and for six months thereafter"
    if ["from", "beginning", "commencing", "starting"].contains(words[sentence.lowerBound]), let found = leadingDay {
      return found
    }
    let places = max(sentence.lowerBound, amount - 24)..<amount
    guard
      let verb = places.last(where: {
        verbs.contains(words[$0]) && ["on", "upon", "with", "from", "as"].contains(words[$0 + 1])
      })
    else { return nil }
    let first = verb + (words[verb + 1] == "as" && words[verb + 2] == "of" ? 3 : 2)
    // Only up to what goes on with the term, perhaps behind an insertion: "and, unless ended earlier, shall continue".
    // The comma of "February 1, 2017" is the day's own.
    let date = words.date(at: first)
    if let date, date < amount, words[date] == "for" { return first..<date }
    guard
      let joint = (min(date ?? first, amount)..<amount).first(where: { ["and", ",", "for"].contains(words[$0]) }), joint > first
    else { return nil }
    // "enters into force on the Start Day for a duration of four years"
    if words[joint] == "for" { return first..<joint }
    let insertion = words[joint + 1] == "," ? (joint + 2..<amount).first { words[$0] == "," } : nil
    let goesFrom = insertion ?? joint
    let goes = goesFrom + 1..<max(goesFrom + 1, min(goesFrom + 5, amount))
    let goesOn: [Word] = [
      "continue", "continues", "continuing", "ends", "ending", "end", "runs", "run", "remain", "remains", "lasts", "last", "shall",
      "expires", "expire", "terminates", "terminate",
    ]
    return goes.contains { goesOn.contains(words[$0]) } ? first..<joint : nil
  }

  /// "From the Access Date and for a period of three months": the day that opens the sentence.
  private var leadingDay: Range<Int>? {
    var first = sentence.lowerBound + 1
    if ["on", "with", "from"].contains(words[first]) { first += 1 }
    guard first < amount, let joint = (first..<amount).first(where: { words[$0] == "and" && words[$0 + 1] == "for" }),
      joint > first, joint - first < 12,
      case let end = words[joint - 1] == "," ? joint - 1 : joint,
      words.date(at: first) == end || !(first..<end).contains(where: { words[$0] == "," })
    else { return nil }
    return first..<end
  }

  /// "three days prior notice of any change": what the notice is given of.
  private var triggerOfNotice: Range<Int>? {
    // "ten Business Days' and not more than 45 days' written notice"
    var end = end
    if words[end] == "'", ["and", "nor", "or", "but"].contains(words[end + 1]) { end = secondAmount(end + 1) ?? end }
    guard var notice = (end..<min(end + 8, sentence.upperBound)).first(where: { words[$0] == "notice" }),
      notice + 1 < sentence.upperBound
    else { return nil }
    // "21 clear days' notice in writing before the Start Date"
    if words[notice + 1] == "in", words[notice + 2] == "writing" || words[notice + 2] == "written" && words[notice + 3] == "form" {
      notice += words[notice + 2] == "writing" ? 2 : 3
    }
    // "ten days' notice before the Closing Date"
    if let connective = connective(at: notice + 1), connective.isBackward { return named(from: connective.next) }
    // "six months' notice expiring on the Expiry Day"
    if ["expiring", "ending", "terminating"].contains(words[notice + 1]), ["on", "at", "with", "upon"].contains(words[notice + 2]) {
      return named(from: notice + 3)
    }
    // "eight days' notice of its stores before the Sailing Date", "notice to the Owner before the Closing Date"
    if ["of", "to"].contains(words[notice + 1]),
      let joint = (notice + 2..<min(notice + 8, sentence.upperBound)).first(where: { connective(at: $0)?.isBackward ?? false }),
      !(notice + 2..<joint).contains(where: { words[$0] == "," || words.isAny(.modal, at: $0) }),
      let next = connective(at: joint)?.next,
      let found = named(from: next)
    {
      return found
    }
    return words[notice + 1] == "of" ? named(from: notice + 2) : nil
  }
}
