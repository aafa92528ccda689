/// A length of time as an agreement prints it: `thirty (30) days`, `a month and a half`.
public struct Period: Sendable, Equatable {
  /// What a period is counted in.
  public enum Unit: String, Sendable, Equatable, CaseIterable {
    case hour, day, businessDay, week, month, quarter, year
  }
  /// How many halves of the unit: 3 for a month and a half.
  public let halves: Int
  /// What it is counted in.
  public let unit: Unit

  /// A period of so many half units: `halves: 3, unit: .month` is a month and a half; one of more than a million units is a million.
  public init(halves: Int, unit: Unit) {
    self.halves = min(max(halves, 0), 2_000_000)
    self.unit = unit
  }

  /// In words: `30 days`, `1.5 months`, `5 business days`.
  public var words: String {
    let name = unit == .businessDay ? "business day" : unit.rawValue
    return "\(halves / 2)\(halves % 2 == 0 ? "" : ".5") \(name)\(halves == 2 ? "" : "s")"
  }
}

/// A time limit of an agreement: how long, counted how, and from what.
///
/// ```swift
/// TimeLimit.all(in: agreement).first?.period.words  // "30 days"
/// ```
///
/// Ranges are byte offsets into the source text. What nothing is said of is nil: no trigger is made up.
public struct TimeLimit: Sendable, Equatable {
  /// How a limit bounds what it is about.
  public enum Relation: String, Sendable, Equatable {
    /// Inside the period: "within 30 days", "30 days to cure".
    case within
    /// When the period is over: "30 days after notice".
    case after
    /// Counted back: "30 days before the Closing", "on 30 days' notice".
    case before
    /// "at least", "not less than"
    case atLeast
    /// "no later than", "not more than"
    case noLaterThan
    /// How long something lasts: "for a term of five years".
    case lasting = "for"
  }

  /// Which of the two days that bound a period count.
  public enum Ends: Sendable, Equatable {
    /// The last, and not the day of the event.
    case usual
    /// Both: "within 90 days from and including the Closing Date".
    case firstCounts
    /// Neither: "ten clear days before the meeting".
    case bothLeftOut

    /// In words, to stand behind how a date is counted.
    var words: String {
      switch self {
      case .usual: ""
      case .firstCounts: ", which counts"
      case .bothLeftOut: ", in clear days"
      }
    }
  }

  /// From the amount to the unit.
  public internal(set) var range: Range<Int>
  /// How long it is.
  public internal(set) var period: Period
  /// How it bounds what it is about.
  public internal(set) var relation: Relation
  /// Whether it is counted back from the trigger.
  public internal(set) var isBackward = false
  /// Which of the days that bound it count.
  public internal(set) var ends = Ends.usual
  /// Whether something counts as done when the time is over: "deemed received five days after mailing".
  public internal(set) var isDeemed = false
  /// The day on which something must be done, where the text gives it: "on or before May 29, 2017"; its period is none.
  public internal(set) var date: CalendarDate?
  /// The day that the calendar tells: "the 15th day of the month following the Closing Date"; its period is none.
  public internal(set) var calendarDay: CalendarDay?
  /// How many days behind what is counted it falls: -1 for "the day before the third anniversary of the Closing Date".
  public internal(set) var offset = 0
  /// Whether it comes again and again: "each anniversary of the Closing Date".
  public internal(set) var isRecurring = false
  /// The words it is counted from.
  public internal(set) var trigger: Range<Int>?
  /// The defined term that the trigger is, by its index.
  public let triggerTerm: Int?
  /// The provision it stands in.
  public let provision: Int?

  /// Whether it ends on the day before its period does, as years do: "until the day before the third anniversary of the Closing Date".
  private var endsADayBefore: Bool { offset == -1 && period.unit == .year }

  /// The days that are counted besides, to stand behind how a date is counted.
  var offsetWords: String {
    if endsADayBefore { return ", the day before" }
    return offset == 0 ? "" : " and \(abs(offset)) day\(abs(offset) == 1 ? "" : "s")"
  }

  /// What it bounds in words: `30 days`, `2017-05-29`, `every year`.
  public var words: String {
    date?.iso ?? calendarDay?.words
      ?? (isRecurring
        ? "every \(period.halves == 2 ? period.unit.rawValue : period.words)"
        : period.words + (endsADayBefore ? "" : offsetWords))
  }

  /// The time limits of an agreement, in order of place. Linear in its length.
  public static func all(in agreement: Agreement) -> [TimeLimit] { TimeLimitFinder(agreement).limits() }
}
