/// The day on which a time limit ends, with the counting in words.
public struct DueDate: Sendable, Equatable {
  /// The day on which the limit ends.
  public let date: CalendarDate
  /// The event that it is counted from, as it was given.
  public let event: String
  /// E.g. `30 days after 2003-09-01`.
  public let counting: String
}

extension Events {
  /// The due date of a limit whose trigger is an event that is dated; nil where it is not, and where the limit says no trigger.
  ///
  /// What is given goes before what the agreement prints: a trigger that is a date, or a term that it dates.
  /// A trigger is an event when it is the same term, or the same words but for articles and "of this Agreement".
  public func due(_ limit: TimeLimit, in agreement: Agreement, by rule: CountingRule) -> DueDate? {
    if let date = limit.date {
      return DueDate(date: date, event: agreement.words(limit.range), counting: "as the agreement gives it")
    }
    guard let trigger = limit.trigger else { return nil }
    let words = agreement.words(trigger)
    let term = limit.triggerTerm.map { agreement.terms[$0].name }
    var found = term.flatMap(event) ?? event(words)
    if found == nil, Self.key(words) == "date", let date = agreement.date, Self.pointsBack(agreement.words(trigger)) {
      found = ("the date of the agreement", date)
    }
    if found == nil, let date = agreement.date(printedAt: trigger) { found = (words, date) }
    if found == nil, let index = limit.triggerTerm, let date = agreement.date(ofTerm: index) {
      found = ("\(agreement.terms[index].name), as the agreement dates it", date)
    }
    if found == nil { found = agreement.date(labelled: words).map { (words, $0) } }
    if found == nil { found = anniversary(words, in: agreement) }
    if found == nil { found = end(words, in: agreement, rule) }
    // What comes again and again ends on no one day.
    if limit.isRecurring { return nil }
    if let found, let day = limit.calendarDay {
      return day.date(from: found.date, rule).map {
        DueDate(date: $0, event: found.name, counting: "\(day.words), \(found.date.iso) (\(found.name))")
      }
    }
    guard let found,
      let date = rule.due(limit.period, from: found.date, isBackward: limit.isBackward, ends: limit.ends)?.adding(
        days: limit.offset)
    else { return nil }
    return DueDate(
      date: date, event: found.name,
      counting:
        "\(limit.period.words) \(limit.isBackward ? "before" : "after") \(found.date.iso) (\(found.name))\(limit.ends.words)\(limit.offsetWords)"
    )
  }

  /// "the end of the calendar quarter in which the Opening Day occurs", where that day is dated.
  private func end(_ words: String, in agreement: Agreement, _ rule: CountingRule) -> (name: String, date: CalendarDate)? {
    let lower = words.lowercasedBytes
    guard lower.hasPrefix("the end of the "), let of = lower.firstRange(of: " in which ") else { return nil }
    let spans: [(String, CalendarDay.Span)] = [("month", .month), ("quarter", .quarter), ("year", .year)]
    let noun = lower[..<of.lowerBound]
    guard !noun.contains("fiscal"), !noun.contains("financial"), let span = spans.first(where: { noun.hasSuffix($0.0) })?.1 else {
      return nil
    }
    var name = String(words[of.upperBound...])
    for verb in [" occurs", " falls", " ends", " occurred"] where name.hasSuffix(verb) { name.removeLast(verb.count) }
    guard let date = date(of: name, in: agreement), let end = CalendarDay(span: span).date(from: date, rule) else { return nil }
    return (words, end)
  }

  /// "the third anniversary of the Opening Day", where that day is dated.
  private func anniversary(_ words: String, in agreement: Agreement) -> (name: String, date: CalendarDate)? {
    guard let of = words.firstRange(of: " anniversary of ") else { return nil }
    let number = words[..<of.lowerBound].split { $0 == " " || $0 == "(" }.lazy.compactMap { word in
      SpelledNumber.ordinals[Word(word.lowercased())] ?? Word(word.lowercased()).figures.map(\.number)
    }.first
    guard let number, let date = date(of: String(words[of.upperBound...]), in: agreement),
      let day = date.adding(months: 12 * number)
    else { return nil }
    return (words, day)
  }

  /// The day of an event that is given, or of a term that the agreement dates: "the Opening Day".
  private func date(of name: String, in agreement: Agreement) -> CalendarDate? {
    if let given = event(name) { return given.date }
    var key = name.lowercasedBytes
    if key.hasPrefix("the ") { key.removeFirst(4) }
    return agreement.term(named: key).flatMap(agreement.date(ofTerm:))
  }

  /// "the date hereof", "the date of this Agreement", but not "such date".
  private static func pointsBack(_ words: String) -> Bool {
    let words = words.lowercasedBytes
    if words.hasSuffix(" hereof") { return true }
    // "the date of this Lease Agreement"
    guard words.contains(" of this "), let last = words.split(separator: " ").last else { return false }
    return Events.ownNames.contains(String(last))
  }
}
