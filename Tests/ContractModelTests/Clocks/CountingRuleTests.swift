import ContractModel
import Foundation
import Testing

@Suite struct CountingRuleTests {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "UTC")!
    return calendar
  }()

  private func date(_ iso: String) -> CalendarDate { CalendarDate(iso: iso)! }

  private func foundation(_ date: CalendarDate) -> Date {
    Self.calendar.date(from: DateComponents(year: date.year, month: date.month, day: date.day))!
  }

  private func iso(_ date: Date) -> String {
    let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
    return CalendarDate(year: parts.year!, month: parts.month!, day: parts.day!)!.iso
  }

  @Test func `days and weeks end where Foundation's calendar says, forward and back`() throws {
    var start = date("1899-11-30")
    for step in 0..<2_000 {
      start = try #require(start.adding(days: 17 + step % 13))
      let amount = 1 + step % 400
      for (unit, factor) in [(Period.Unit.day, 1), (.week, 7)] {
        for sign in [1, -1] {
          let ours = CountingRule().due(Period(halves: amount * 2, unit: unit), from: start, isBackward: sign < 0)
          let theirs = Self.calendar.date(byAdding: .day, value: sign * amount * factor, to: foundation(start))!
          #expect(ours?.iso == iso(theirs), "\(start.iso) \(sign * amount) \(unit)")
        }
      }
    }
  }

  /// Foundation's own counting back by months misses a 29th of February (30 March 2002 less 25 months), so its months' lengths are asked.
  @Test func `months, quarters and years end on the same day or the last that Foundation's month has`() throws {
    var start = date("1899-11-30")
    for step in 0..<2_000 {
      start = try #require(start.adding(days: 17 + step % 13))
      let amount = 1 + step % 40
      for (unit, months) in [(Period.Unit.month, 1), (.quarter, 3), (.year, 12)] {
        for sign in [1, -1] {
          let ours = try #require(
            CountingRule().due(Period(halves: amount * 2, unit: unit), from: start, isBackward: sign < 0))
          let length = Self.calendar.range(
            of: .day, in: .month, for: foundation(CalendarDate(year: ours.year, month: ours.month, day: 1)!))!
          #expect(ours.year * 12 + ours.month == start.year * 12 + start.month + sign * amount * months)
          #expect(ours.day == min(start.day, length.count))
        }
      }
    }
  }

  @Test func `business days leave out the weekends of Foundation's calendar and the holidays named`() throws {
    let holidays: Set<CalendarDate> = [date("2004-12-24"), date("2005-01-03")]
    let rule = CountingRule(holidays: holidays)
    var start = date("2004-12-01")
    for amount in 1...30 {
      start = try #require(start.adding(days: 2))
      var day = foundation(start)
      var left = amount
      while left > 0 {
        day = Self.calendar.date(byAdding: .day, value: 1, to: day)!
        if !Self.calendar.isDateInWeekend(day), !holidays.contains(date(iso(day))) { left -= 1 }
      }
      #expect(rule.due(Period(halves: amount * 2, unit: .businessDay), from: start)?.iso == iso(day), "\(start.iso) \(amount)")
    }
  }

  @Test(arguments: [
    ("2004-01-31", 2, Period.Unit.month, "2004-02-29"), ("2003-01-31", 2, .month, "2003-02-28"),
    ("2003-09-01", 3, .month, "2003-10-16"),
    ("2004-02-29", 2, .year, "2005-02-28"), ("2003-01-01", 1, .year, "2003-07-01"), ("2003-01-01", 3, .day, "2003-01-03"),
  ])
  func `months end on their last day, halves of months are fifteen days and of years six months`(
    start: String, halves: Int, unit: Period.Unit, end: String
  ) {
    #expect(CountingRule().due(Period(halves: halves, unit: unit), from: date(start))?.iso == end)
  }

  @Test func `a due date on a rest day stays or moves, as the rule says`() {
    // 5 June 2004 is a Saturday.
    let period = Period(halves: 8, unit: .day)
    for (restDay, end) in [(CountingRule.RestDay.stay, "2004-06-05"), (.next, "2004-06-08"), (.previous, "2004-06-04")] {
      let rule = CountingRule(restDay: restDay, holidays: [date("2004-06-07")])
      #expect(rule.due(period, from: date("2004-06-01"))?.iso == end)
    }
  }

  @Test func `a period that is counted back never moves forward to a day that is too late`() {
    // 16 June 2024 is a Sunday.
    let due = CountingRule(restDay: .next).due(Period(halves: 20, unit: .day), from: date("2024-06-26"), isBackward: true)
    #expect(due?.iso == "2024-06-14")
  }

  @Test(arguments: [
    (TimeLimit.Ends.usual, Period.Unit.day, "2024-06-13", "2024-05-24"), (.firstCounts, .day, "2024-06-12", "2024-05-25"),
    (.bothLeftOut, .day, "2024-06-14", "2024-05-23"), (.firstCounts, .businessDay, "2024-06-14", "2024-05-21"),
    (.bothLeftOut, .businessDay, "2024-06-18", "2024-05-17"),
  ])
  func `the days that bound a period count as the agreement says`(
    ends: TimeLimit.Ends, unit: Period.Unit, after: String, before: String
  ) {
    // 3 June 2024 is a Monday.
    let period = Period(halves: 20, unit: unit)
    #expect(CountingRule().due(period, from: date("2024-06-03"), ends: ends)?.iso == after)
    #expect(CountingRule().due(period, from: date("2024-06-03"), isBackward: true, ends: ends)?.iso == before)
  }

  @Test func `an event that nothing is counted from is named`() {
    var events = Events()
    _ = events.add("Start Date", on: date("2024-06-03"))
    _ = events.add("Strat Date", on: date("2024-06-03"))
    #expect(events.unused(["the Start Date"]) == ["Strat Date"])
  }

  @Test func `what lies beyond the years that are counted has no date, nor has a count of hours`() {
    #expect(CountingRule().due(Period(halves: 2_000, unit: .year), from: date("2004-06-01")) == nil)
    #expect(CountingRule().due(Period(halves: 4, unit: .hour), from: date("2004-06-01")) == nil)
    #expect(CalendarDate(iso: "2003-02-29") == nil)
    #expect(CalendarDate(iso: "2003-2-9") == nil)
  }

  @Test func `numbers without measure count to nothing and never trap`() {
    let day = CalendarDate(year: 2004, month: 2, day: 29)
    for count in [Int.max, .min, 1_000_000_000] {
      #expect(day?.adding(days: count) == nil)
      #expect(day?.adding(months: count) == nil)
    }
    for unit in Period.Unit.allCases {
      let due = day.flatMap { CountingRule().due(Period(halves: .max, unit: unit), from: $0, isBackward: true) }
      #expect(due == nil)
      #expect(!Period(halves: .min, unit: unit).words.isEmpty)
    }
  }
}
