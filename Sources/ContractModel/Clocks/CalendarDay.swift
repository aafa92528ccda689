/// A day that the calendar tells, counted from the month, quarter or year of an event: "the 15th day of the month following the Closing
/// Date", "the last Business Day of each quarter", "the first Monday after the Delivery Date", "March 15 of each year".
public struct CalendarDay: Sendable, Equatable {
  /// Which days are counted.
  public enum Kind: Sendable, Equatable {
    case day, businessDay
    /// 0 for Sunday to 6 for Saturday.
    case weekday(Int)
  }

  /// Within what the days are counted.
  public enum Span: String, Sendable, Equatable {
    case month, quarter, year
    /// From the event on: "the first Monday after the Delivery Date".
    case event
  }

  /// Which days are counted.
  public var kind = Kind.day
  /// From 1 on; 0 is the last.
  public var number = 0
  /// Within what they are counted.
  public var span = Span.month
  /// How many of these behind that of the event.
  public var behind = 0
  /// Whether it comes in each of them.
  public var isEach = false
  /// The month of a year, from 1 on: "March 15 of each year".
  public var month: Int?
  /// Whether the year or quarter is one of somebody's accounts, which begins on a day that is not known.
  public var isFiscal = false

  /// A day: the last of the event's month unless more is said.
  public init(
    kind: Kind = .day, number: Int = 0, span: Span = .month, behind: Int = 0, isEach: Bool = false, month: Int? = nil,
    isFiscal: Bool = false
  ) {
    self.kind = kind
    self.number = number
    self.span = span
    self.behind = behind
    self.isEach = isEach
    self.month = month
    self.isFiscal = isFiscal
  }

  /// The day, counted from an event; nil beyond the years that are counted, where it comes again and again, and where nothing tells it.
  public func date(from event: CalendarDate, _ rule: CountingRule) -> CalendarDate? {
    guard !isEach, !isFiscal, month == nil else { return nil }
    if span == .event {
      var date: CalendarDate? = event
      for _ in 0..<max(number, 1) {
        repeat { date = date?.adding(days: 1) } while date.map { !isCounted($0, rule) } ?? false
      }
      return date
    }
    let months = span == .month ? 1 : span == .quarter ? 3 : 12
    guard let ofMonth = event.adding(days: 1 - event.day),
      let first = ofMonth.adding(months: behind * months - (ofMonth.month - 1) % months),
      let last = first.adding(months: months)?.adding(days: -1)
    else { return nil }
    if kind == .day { return number == 0 ? last : first.adding(days: min(number - 1, last.dayNumber - first.dayNumber)) }
    var date = number == 0 ? last : first
    var left = max(number, 1)
    while true {
      if isCounted(date, rule) { left -= 1 }
      guard left > 0 else { return date }
      guard let next = date.adding(days: number == 0 ? -1 : 1), next >= first, next <= last else { return nil }
      date = next
    }
  }

  private func isCounted(_ date: CalendarDate, _ rule: CountingRule) -> Bool {
    switch kind {
    case .day: true
    case .businessDay: !rule.isRestDay(date)
    case .weekday(let weekday): date.weekday == weekday
    }
  }

  private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  /// In words: `day 15 of the month after`, `last day of each month`, `first business day of the quarter`.
  public var words: String {
    let name =
      switch kind {
      case .day: "day"
      case .businessDay: "business day"
      case .weekday(let day): Self.weekdays[day]
      }
    if span == .event { return number <= 1 ? "the next \(name)" : "\(name) \(number) after" }
    let suffix = (11...13).contains(number) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    let ordinal = "\(number)\(suffix)"
    let day = number == 0 ? "last \(name)" : kind == .day ? "\(name) \(number)" : "\(ordinal) \(name)"
    let unit = (isFiscal ? "fiscal " : "") + span.rawValue
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    if let month { return (number == 0 ? "last day of" : "\(number)") + " \(months[month - 1]) of each \(unit)" }
    return day
      + (isEach
        ? " of each \(unit)"
        : behind == 0 ? " of the \(unit)" : behind == 1 ? " of the \(unit) after" : " of \(unit) \(behind) after")
  }
}
