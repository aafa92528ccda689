/// What happened when: the dates that due dates are counted from.
public struct Events: Sendable, Equatable {
  private var dates: [String: (name: String, date: CalendarDate)] = [:]

  /// No events.
  public init() {}

  /// Whether the same events have the same dates.
  public static func == (a: Events, b: Events) -> Bool { a.dates.mapValues { $0.date } == b.dates.mapValues { $0.date } }

  /// Whether no event is dated.
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

  /// The event of a name, by the same words but for articles and "of this Agreement"; nil where it is not dated.
  func event(_ words: String) -> (name: String, date: CalendarDate)? { dates[Self.key(words)] }

  /// The names of the events that have happened by a day; of all where none is given.
  func happened(by day: CalendarDate?) -> [String] {
    dates.values.filter { event in day.map { event.date <= $0 } ?? true }.map(\.name).sorted()
  }

  /// The names of the events that are none of those used; in order.
  public func unused(_ used: some Sequence<String>) -> [String] {
    let used = Set(used.map(Self.key))
    return dates.filter { !used.contains($0.key) }.map(\.value.name).sorted()
  }

  /// What papers call themselves: "the date of this Lease".
  static let ownNames: Set<String> = [
    "agreement", "lease", "contract", "deed", "letter", "note", "plan", "guaranty", "guarantee", "indenture", "license", "licence",
    "sublease", "addendum", "amendment", "bond", "debenture", "policy", "order",
  ]

  /// Words without articles and what only points back to the agreement.
  static func key(_ words: String) -> String {
    var parts = words.lowercasedBytes.split { $0 == " " || $0 == "\n" }.filter {
      !["the", "a", "an", "such", "this", "of"].contains($0)
    }
    // "the date of this Lease Agreement"; "the date of the Lease" may be another's.
    let isOwn = words.lowercasedBytes.contains(" this ")
    while let last = parts.last, parts.count > 1,
      ["hereof", "agreement", "hereunder"].contains(last) || isOwn && ownNames.contains(String(last))
    { parts.removeLast() }
    return parts.joined(separator: " ")
  }
}
