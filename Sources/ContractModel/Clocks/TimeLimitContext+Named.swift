/// The words for a thing or an event that time is counted from, and where they end.
extension TimeLimitContext {
  /// The words of a thing or an event, up to where the clause ends.
  func named(from start: Int) -> Range<Int>? {
    if let choice = choice(from: start) { return choice }
    // "the 1st day of May, 2018"
    var first = words[start] == "the" ? start + 1 : start
    // "Monday, December 31, 2012"
    if CalendarDayFinder.weekdays.contains(words[first]) { first += words[first + 1] == "," ? 2 : 1 }
    var stop = words.date(at: first) ?? start
    while stop < sentence.upperBound, stop - start < 30 {
      let word = words[stop]
      if word == "." && stop + 1 == sentence.upperBound || word == "|" { break }
      // "from the Start Date inclusive" says that the day counts.
      if stop > start, word == "inclusive" { break }
      // "the fiscal year ending June 30, 2018"
      if stop > start, ["ending", "ended"].contains(words[stop - 1]), let end = words.date(at: stop) {
        stop = end
        continue
      }
      // "the day (if any) on which", "the termination, for whatever reason, of this Agreement"
      if let length = Self.insertions.first(where: { words.matches($0, at: stop) })?.wordCount {
        stop += length
        continue
      }
      if words.matches("as the first", at: stop) { break }
      // "the date of his "separation from service"": a term in marks belongs to it.
      if word == "\"", stop > start, let close = (stop + 1..<stop + 9).first(where: { words[$0] == "\"" }),
        close < sentence.upperBound
      {
        stop = close + 1
        continue
      }
      // "within 91 days of such date is greater than": the sentence's own verb.
      if stop == start + 2, ["is", "are", "was", "were"].contains(word), words[start] == "such",
        Self.times.contains(words[start + 1]), !words.isAny(.participle, at: stop + 1), !words[stop + 1].hasSuffix("ed")
      {
        break
      }
      // "the death of, or a claim against, its foreman", "receipt by it, or by its agent, of a bill"
      if word == ",", stop > start, let close = alternativeEnd(stop) {
        stop = close + 1
        continue
      }
      // "the Mill knew, or should have known, of the loss"
      if word == ",", words[stop + 1] == "or",
        words.isAny(.modal, at: stop + 2) || ["should", "ought", "could"].contains(words[stop + 2]),
        words[stop + 3] == "have" || words[stop + 4] == "have", let close = (stop + 4..<stop + 9).first(where: { words[$0] == "," })
      {
        stop = close + 1
        continue
      }
      if stop > start, word == "the", words[stop - 1] == "hereof", words.tokens[stop + 1 < words.count ? stop + 1 : stop].isCapital
      {
        break
      }
      // "12 months after Effective Date US $250,000": the next cell of a row.
      if word == "$" || word == "us" && words[stop + 1] == "$" { break }
      if stop > start, ["eur", "usd", "gbp", "chf", "£", "€"].contains(word) || word.figures != nil && words[stop + 1] == "%" {
        break
      }
      if words.isAny(.clauseCloser, at: stop), !goesOn(stop) { break }
      if words.isAny(.modal, at: stop), !opensClause {
        // "what is paid during the year after the Closing Date shall": all before the verb is its subject.
        break
      }
      if words.isAny(.modal, at: stop) {
        // "after receipt the Licensee shall pay": the clause's own subject is no part of it.
        let subject = (start + 1..<max(stop, start + 1)).last {
          words.isAny(.determiner, at: $0) || words.tokens[$0].isCapital && !words.tokens[$0 - 1].isCapital
        }
        // Where the whole is one run of capitals, its last word is the subject: "the Start Date Tenant shall".
        stop = subject.map { $0 > start + 1 ? $0 : stop - 1 } ?? stop
        while stop > start + 1, words.isAny([.determiner, .article], at: stop - 1) { stop -= 1 }
        break
      }
      // "the Delivery Day and ten (10) days after": another limit; "the Start Date by giving notice": how it is done.
      if stop > start + 1, word == "and" || word == "or",
        words[stop + 1].figures != nil || SpelledNumber.cardinals[words[stop + 1]] != nil
      {
        break
      }
      if stop > start + 1, word == "by", words[stop + 1].hasSuffix("ing") { break }
      if stop > start, Self.closers.contains(where: { words.matches($0, at: stop) }) || isItem(stop) { break }
      // "the Start Date and the Ready Date each remain": the second belongs to the sentence.
      if stop > start, word == "each", let and = (start..<stop).last(where: { words[$0] == "and" && words[$0 + 1] == "the" }) {
        stop = and
        break
      }
      // "the Delivery Date reject the stone": behind a term in capitals a verb in small letters, with what it is done to.
      // "the day on which the Goods leave the Warehouse", "the Depositor finds the loss" go on.
      let isClause = word.hasSuffix("s") || (start..<stop).contains { words[$0] == "which" || words[$0] == "that" }
      if stop > start + 1, !isClause, words.tokens[stop - 1].isCapital, !words.tokens[stop].isCapital, word.initial.isLower,
        !words.isAny([.preposition, .determiner, .condition, .article, .participle], at: stop),
        !["and", "or", "of", "as", "to", "under", "that", "which"].contains(word),
        words.isAny([.determiner, .article], at: stop + 1) || ["its", "their", "his", "her", "all"].contains(words[stop + 1])
      {
        break
      }
      // "the date 90 days after the Start Day | the price is fixed": a clause of its own behind a term in capitals.
      if stop > start + 1, word == "the", words.tokens[stop - 1].isCapital, words.tokens[start].isCapital || words[start] == "the" {
        break
      }
      if stop > start, word == "to" ? isInfinitive(stop) : (word == "and" || word == "or") && verbFollows(stop) { break }
      stop += 1
    }
    while stop > start, ["or", "and", "to", "of", "in", "-", "'"].contains(words[stop - 1]) { stop -= 1 }
    guard stop > start, !(stop == start + 1 && ["the", "a", "such", "its"].contains(words[start])) else { return nil }
    return start..<stop
  }

  /// What goes on with the sentence behind the words for an event.
  private static let closers: [StaticString] = [
    "but", "in order to", "in order that", "and subject to", "and do not", "and does not", "and did not", "in an amount",
    "in the amount", "in accordance",
    "at its own", "at its sole", "at your sole", "at his sole", "at the expense", "at the sole",
  ]

  /// Whether the next item of a list begins behind the sentence before, which its letter joins to it: ". c. As long as".
  private func isItem(_ at: Int) -> Bool {
    words[at] == "." && words[at + 2] == "." && words.tokens.indices.contains(at + 3) && words.tokens[at + 3].isCapital
      && words.range(at + 1..<at + 2).count == 1 && !words.tokens[at + 1].isCapital
      && words[at + 1].initial.isLetter
  }

  /// Whether the amount and what leads it open a clause, whose subject then follows: "Within a day of receipt the Mill shall".
  private var opensClause: Bool {
    var at = amount
    while at > sentence.lowerBound, Self.leadWords.contains(words[at - 1]) { at -= 1 }
    guard at > sentence.lowerBound else { return true }
    return [",", ";", ":", ")", "|", "that", "and", "or", "but", "if", "when", "provided", "."].contains(words[at - 1])
  }

  /// The words of phrases that lead an amount: "within", "not later than", "for a period of", "on or before the".
  private static let leadWords: Set<Word> = [
    "within", "during", "for", "at", "least", "not", "no", "more", "less", "fewer", "later", "earlier", "than", "the", "a", "an",
    "period", "term", "of", "in", "on", "before", "up", "to", "after", "by", "upon", "first", "each", "every", "any", "until",
    "throughout", "from",
  ]

  /// The comma that closes an alternative put between commas, behind which the words for an event go on: "receiving, or learning of, a
  /// claim"; nil where none does.
  private func alternativeEnd(_ comma: Int) -> Int? {
    let hangs = ["of", "against", "to", "from", "by", "for", "with"].contains(words[comma - 1])
    guard words[comma + 1] == "or", !words.isAny(.modal, at: comma + 2),
      let close = (comma + 2..<min(comma + 10, max(comma + 2, sentence.upperBound))).first(where: { words[$0] == "," }),
      !(comma..<close).contains(where: { words.isAny([.modal, .condition], at: $0) })
    else { return nil }
    let goesOn = ["of", "against", "by", "to", "from", "the", "a", "an", "any", "its", "his", "their", "such"].contains(
      words[close + 1])
    // The clause's own subject and verb: ", the Tenant shall".
    let isClause = (close + 1..<close + 7).contains { words.isAny(.modal, at: $0) }
    return goesOn && (hangs || !isClause) ? close : nil
  }

  /// What is put into the words for an event and says no more of it.
  private static let insertions: [StaticString] = [
    "( if any )", ", if any ,", ", for whatever reason ,", ", for any reason ,", ", for any reason whatsoever ,",
    ", howsoever caused ,", ", however caused ,",
  ]

  /// "the later of (a) the Closing Date and (b) receipt of an invoice", "the later to occur of": all that is chosen among.
  private func choice(from start: Int) -> Range<Int>? {
    guard words[start] == "the", ["later", "earlier", "latest", "earliest", "first", "last"].contains(words[start + 1]) else {
      return nil
    }
    var at = start + 2
    if words.matches("to occur", at: at) { at += 2 }
    guard words[at] == "of" else { return nil }
    at += 1
    let first = at
    var joints = 0
    while at < sentence.upperBound, at - start < 48 {
      if words[at] == ";" || words[at] == "." && at + 1 == sentence.upperBound { break }
      if ["and", "or"].contains(words[at]) { joints += 1 }
      // The clause's own subject and verb: ", the Borrower shall".
      if words[at] == ",", joints > 0, (at + 1..<min(at + 8, sentence.upperBound)).contains(where: { words.isAny(.modal, at: $0) })
      {
        break
      }
      if words.isAny(.modal, at: at) { return nil }
      at += 1
    }
    while at > first, [",", "and", "or"].contains(words[at - 1]) { at -= 1 }
    return joints > 0 && at > first ? start..<at : nil
  }

  /// Whether the words go on behind what usually closes them: "the fire, flood, sale or closing", "the date on which the malt was sold",
  /// "such notice that the barley is damp".
  private func goesOn(_ at: Int) -> Bool {
    switch words[at] {
    case ",":
      // "receipt of an invoice, a note and a certificate"
      if ["a", "an", "the", "its", "his", "their"].contains(words[at + 1]),
        let and = (at + 2..<at + 6).first(where: { ["and", "or", ","].contains(words[$0]) }),
        ["a", "an", "the", "its", "his", "their"].contains(words[and + 1])
      {
        return !(at + 1..<and + 8).contains { words.isAny(.modal, at: $0) }
      }
      guard !words.isAny(.determiner, at: at + 1), !words.isAny(.modal, at: at + 1), !words.isAny(.condition, at: at + 1) else {
        return false
      }
      // "the final, sealed and signed map"
      let isOfThings =
        words[at + 2] == "and" && words[at + 1].initial.isLower && !words.tokens[at - 1].isCapital
        && !(at + 1..<at + 9).contains { words.isAny(.modal, at: $0) }
      // "any strike, riot, war, or other stop of its works"
      if words[at + 1] == "or", words[at + 2] == "other" { return true }
      return ([",", "or"].contains(words[at + 2]) || isOfThings) && words[at + 1] != "and" && words[at + 1] != "or"
    case "which":
      let time = words.matches("( if any )", endingAt: at - 1) ? at - 6 : at - 2
      return ["on", "in", "upon", "at", "by"].contains(words[at - 1]) && Self.times.contains(words[time])
    case "on", "in", "upon", "at", "by":
      // "the day (if any) on which"
      let time = words.matches("( if any )", endingAt: at) ? at - 5 : at - 1
      return words[at + 1] == "which" && Self.times.contains(words[time])
    case "that"
    where (at - 5..<at).contains(where: {
      ["notifies", "notify", "notified", "determines", "certifies", "informs", "advises", "told", "tells", "writing"].contains(
        words[$0])
    }): return true
    // "the end of the then current term"
    case "then": return ["current", "existing", "-"].contains(words[at + 1])
    case "that": return ["notice", "evidence", "determination", "certificate", "demand", "notification"].contains(words[at - 1])
    default: return false
    }
  }

  private static let times: Set<Word> = ["date", "day", "time", "month", "quarter", "year", "week", "period"]

  /// Whether "to" leads what is to be done, "to object", and not whom something goes to, "to the Bank".
  private func isInfinitive(_ at: Int) -> Bool {
    guard at + 1 < sentence.upperBound else { return true }
    // "that it wishes to end it", "it was to be delivered"
    if ["wishes", "intends", "elects", "decides", "wants", "was", "were", "is", "are", "him", "her", "them"].contains(words[at - 1])
    {
      return false
    }
    return words[at + 1].initial.isLower && !words.tokens[at + 1].isCapital
      && ![
        "the", "a", "an", "any", "such", "each", "it", "its", "his", "her", "their", "them", "him", "all", "you", "your", "our",
        "us",
      ].contains(words[at + 1])
  }

  /// Whether a new clause begins behind a connecting word: "and Licensee shall", "or (ii)".
  private func verbFollows(_ at: Int) -> Bool {
    if words[at + 1] == "(" { return true }
    return (at + 1..<min(sentence.upperBound, at + 5)).contains { words.isAny(.modal, at: $0) }
  }
}
