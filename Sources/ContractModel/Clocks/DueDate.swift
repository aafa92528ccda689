/// The day on which a time limit ends, with the counting in words.
public struct DueDate: Sendable, Equatable {
  public let date: CalendarDate
  /// The event that it is counted from, as it was given.
  public let event: String
  /// E.g. `30 days after 2003-09-01`.
  public let counting: String
}

/// What happened when: the dates that due dates are counted from.
public struct Events: Sendable, Equatable {
  private var dates: [String: (name: String, date: CalendarDate)] = [:]

  public init() {}

  public static func == (a: Events, b: Events) -> Bool { a.dates.mapValues { $0.date } == b.dates.mapValues { $0.date } }

  public var isEmpty: Bool { dates.isEmpty }

  /// Dates an event; false where it has one already, which stays.
  public mutating func add(_ name: String, on date: CalendarDate) -> Bool {
    let key = Self.key(name)
    guard !key.isEmpty, dates[key] == nil else { return false }
    dates[key] = (name, date)
    return true
  }

  /// These events, and those of others that are not dated here.
  public func completed(by others: Events) -> Events {
    var out = self
    out.dates.merge(others.dates) { own, _ in own }
    return out
  }

  /// The due date of a limit whose trigger is an event that is dated; nil where it is not, and where the limit says no trigger.
  ///
  /// A trigger is an event when it is the same term, or the same words but for articles and "of this Agreement".
  public func due(_ limit: TimeLimit, in agreement: Agreement, by rule: CountingRule) -> DueDate? {
    guard let trigger = limit.trigger else { return nil }
    let words = Self.key(agreement.words(trigger))
    let term = limit.triggerTerm.map { Self.key(agreement.terms[$0].name) }
    var found = term.flatMap { dates[$0] } ?? dates[words]
    if found == nil, words == "date", let date = agreement.date, Self.pointsBack(agreement.words(trigger)) {
      found = ("the date of the agreement", date)
    }
    guard let found, let date = rule.due(limit.period, from: found.date, isBackward: limit.isBackward) else { return nil }
    return DueDate(
      date: date, event: found.name,
      counting: "\(limit.period.words) \(limit.isBackward ? "before" : "after") \(found.date.iso) (\(found.name))")
  }

  /// "the date hereof", "the date of this Agreement", but not "such date".
  private static func pointsBack(_ words: String) -> Bool {
    let words = words.lowercasedBytes
    return words.hasSuffix(" hereof") || words.hasSuffix(" of this agreement")
  }

  /// Words without articles and what only points back to the agreement.
  private static func key(_ words: String) -> String {
    var parts = words.lowercasedBytes.split { $0 == " " || $0 == "\n" }.filter {
      !["the", "a", "an", "such", "this", "of"].contains($0)
    }
    while let last = parts.last, parts.count > 1, ["hereof", "agreement", "hereunder"].contains(last) { parts.removeLast() }
    return parts.joined(separator: " ")
  }
}
