/// A calendar date as an agreement prints it.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// The year of the Gregorian calendar.
  public let year: Int
  /// From 1 to 12.
  public let month: Int
  /// From 1.
  public let day: Int

  /// ISO 8601, e.g. `2000-11-03`.
  public var iso: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let years = String(year)
    return String(repeating: "0", count: max(0, 4 - years.count)) + years + "-\(two(month))-\(two(day))"
  }

  /// In words: `3 November 2000`.
  public var words: String {
    "\(day) \(["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][month - 1]) \(year)"
  }

  /// 0 for Sunday to 6 for Saturday, in the Gregorian calendar.
  var weekday: Int { (dayNumber + 3) % 7 }

  /// Whether one day is before the other.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  /// Nil for a day that no calendar has, and outside the years 1800 to 2200.
  public init?(year: Int, month: Int, day: Int) {
    guard (1800...2200).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Self.days(in: month, of: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A date as ISO 8601 writes it: `2003-09-01`.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// A date as people write it, where it can be read in one way only: `2003-09-01`, `September 1, 2003`, `1 Sept 2003`; not `1/9/2003`.
  public init?(written text: String) {
    let words = text.split(separator: " ").joined(separator: " ")
    if let iso = CalendarDate(iso: words) {
      self = iso
      return
    }
    let written = Array(words.utf8)
    guard written.contains(where: \.isLetter), let (date, end) = DateParser.parse(written.span, 0),
      end == written.count
    else { return nil }
    self = date
  }

  static func days(in month: Int, of year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  // MARK: Counting

  /// Days since 1 March of the year 0 (Hinnant, "chrono-compatible low-level date algorithms").
  var dayNumber: Int {
    let years = month <= 2 ? year - 1 : year
    let era = years / 400
    let yearOfEra = years - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  private init?(dayNumber: Int) {
    guard dayNumber >= 0 else { return nil }
    let era = dayNumber / 146_097
    let dayOfEra = dayNumber - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The date some days later, or earlier; nil beyond the years that are counted.
  public func adding(days: Int) -> CalendarDate? {
    guard abs(max(days, -.max)) < Self.mostDays else { return nil }
    return CalendarDate(dayNumber: dayNumber + days)
  }

  /// More days than lie between the first and the last year that are counted.
  private static let mostDays = 200_000

  /// The same day some months later; the last of a month that has no such day: 31 January and a month is 28 or 29 February.
  public func adding(months: Int) -> CalendarDate? {
    guard abs(max(months, -.max)) < Self.mostDays else { return nil }
    let total = year * 12 + month - 1 + months
    guard total >= 0 else { return nil }
    let (year, month) = (total / 12, total % 12 + 1)
    return CalendarDate(year: year, month: month, day: min(day, Self.days(in: month, of: year)))
  }
}
