/// How days are counted: what is not in an agreement's words is decided here, and said.
///
/// ```swift
/// CountingRule().due(Period(halves: 2, unit: .month), from: CalendarDate(iso: "2004-01-31")!)?.iso  // "2004-02-29"
/// ```
///
/// The day of the event is not counted. A month ends on the day of the same number, or on the last of a shorter month; half a month is 15
/// days, half a year six months. Business days leave out weekends and holidays. A day that is reached on one of these stays, or moves;
/// of a period that is counted back, it moves back, as a later day would come too late (Federal Rules of Civil Procedure 6(a)(5)).
public struct CountingRule: Sendable, Equatable {
  /// What becomes of a due date on a day of rest.
  public enum RestDay: String, Sendable, Equatable, CaseIterable {
    case stay, next, previous
  }

  /// What becomes of a due date on a weekend or holiday.
  public var restDay: RestDay
  /// Days of the week without business: 0 for Sunday to 6 for Saturday.
  public var weekend: Set<Int>
  /// Days without business besides the weekend.
  public var holidays: Set<CalendarDate>

  /// A rule; weekdays count from Sunday as 0.
  public init(restDay: RestDay = .stay, weekend: Set<Int> = [0, 6], holidays: Set<CalendarDate> = []) {
    self.restDay = restDay
    // A week must have a day of business.
    self.weekend = weekend.count < 7 ? weekend : []
    self.holidays = holidays
  }

  /// The day a period ends that begins with an event, or that ends with it; nil beyond the years that are counted, and for hours.
  public func due(
    _ period: Period, from event: CalendarDate, isBackward: Bool = false, ends: TimeLimit.Ends = .usual
  ) -> CalendarDate? {
    let sign = isBackward ? -1 : 1
    let whole = period.halves / 2
    // What counting the day of the event, or leaving out both days, adds.
    let more = ends == .firstCounts ? -1 : ends == .bothLeftOut ? 1 : 0
    let half = period.halves % 2
    let reached: CalendarDate? =
      switch period.unit {
      case .hour: nil
      case .day: event.adding(days: sign * (whole + half))
      case .week: event.adding(days: sign * (whole * 7 + half * 4))
      case .month: event.adding(months: sign * whole)?.adding(days: sign * half * 15)
      case .quarter: event.adding(months: sign * (whole * 3))?.adding(days: sign * half * 45)
      case .year: event.adding(months: sign * (whole * 12 + half * 6))
      case .businessDay:
        event.adding(days: ends == .firstCounts ? -sign : 0).flatMap {
          businessDay(whole + half + max(more, 0), from: $0, sign)
        }
      }
    guard let reached, period.unit != .businessDay else { return reached }
    let last = more == 0 ? reached : reached.adding(days: sign * more)
    guard let last, restDay != .stay else { return last }
    return moved(last, restDay == .next && !isBackward ? 1 : -1)
  }

  /// Whether a day is of the weekend or a holiday.
  public func isRestDay(_ date: CalendarDate) -> Bool { weekend.contains(date.weekday) || holidays.contains(date) }

  private func businessDay(_ count: Int, from event: CalendarDate, _ sign: Int) -> CalendarDate? {
    var date: CalendarDate? = event
    var left = count
    while left > 0, let next = date?.adding(days: sign) {
      date = next
      if !isRestDay(next) { left -= 1 }
    }
    return left == 0 ? date : nil
  }

  private func moved(_ date: CalendarDate, _ sign: Int) -> CalendarDate? {
    var date = date
    while isRestDay(date) {
      guard let next = date.adding(days: sign) else { return nil }
      date = next
    }
    return date
  }

  /// The rule in words, for every output that counts.
  public var words: String {
    let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    let rest = weekend.sorted().map { days[$0] }.joined(separator: ", ")
    let moves =
      switch restDay {
      case .stay: "a due date on a rest day stays"
      case .next: "a due date on a rest day moves to the next business day, and back where it is counted back"
      case .previous: "a due date on a rest day moves to the business day before"
      }
    return
      "The day of the event is not counted; a month ends on the day of the same number or on its last; rest days are \(rest.isEmpty ? "none of the week" : rest)"
      + (holidays.isEmpty ? ", no holidays named" : " and \(holidays.count) holidays") + "; \(moves)."
  }
}
