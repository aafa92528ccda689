import ContractModel
import TestSupport
import Testing

@Suite struct TimeLimitTests {
  private func agreement(_ sentence: String) -> Agreement {
    Fixtures.agreement(
      of:
        "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. Start. \"Start Date\" means 1 May 2004.\n\n2. Time. \(sentence)\n"
    )
  }

  /// Each limit as its words, and the trigger where there is one.
  private func limits(_ sentence: String) -> [String] {
    let agreement = agreement(sentence)
    return TimeLimit.all(in: agreement).map { limit in
      "\(limit.isDeemed ? "deemed " : "")\(limit.relation.rawValue) \(limit.words)" + (limit.isBackward ? " back" : "")
        + (limit.trigger.map { " | " + agreement.words($0) } ?? "")
    }
  }

  @Test(arguments: [
    ("Tenant shall pay within thirty (30) days after receipt of the bill.", "within 30 days | receipt of the bill"),
    ("Tenant has 10 business days from the Start Date to object.", "after 10 business days | the Start Date"),
    ("It ends a month and a half following the Start Date.", "after 1.5 months | the Start Date"),
    ("Landlord may enter on five (5) days' prior written notice.", "before 5 days back"),
    ("The lease runs for two (2) years, beginning on the Start Date.", "for 2 years | the Start Date"),
    ("This lease begins on June 1, 2017 and ends two (2) years thereafter.", "after 2 years | June 1, 2017"),
    ("The lease starts on the Start Date for a term of two (2) years.", "for 2 years | the Start Date"),
    ("The lease shall start on the Start Date and run for eighteen (18) months.", "for 18 months | the Start Date"),
    ("The lease runs for three (3) years beginning June 1, 2017.", "for 3 years | June 1, 2017"),
    ("Tenant shall pay promptly, and in any event within ten days, after the Start Date.", "within 10 days | the Start Date"),
    (
      "A fee is due ten (10) days after the day (if any) on which leave is given.",
      "after 10 days | the day (if any) on which leave is given"
    ),
    (
      "Tenant shall pay within 13 days after receipt of the final, sealed and signed map.",
      "within 13 days | receipt of the final, sealed and signed map"
    ),
    (
      "Tenant shall leave within 9 days after the end, for whatever reason, of the lease.",
      "within 9 days | the end, for whatever reason, of the lease"
    ),
    (
      "Within ten (10) days after the last day of each quarter the Tenant shall send a list.",
      "within 10 days | the last day of each quarter"
    ),
    ("Prior notification of at least 10 days is needed for a visit.", "atLeast 10 days back"),
    ("Tenant tells Landlord at least 60 calendar days prior to the end of the term.", "atLeast 60 days back | the end of the term"),
    ("Rent is due no later than one year after the Start Date.", "noLaterThan 1 year | the Start Date"),
    ("The lease runs for a term of twenty-five years from the Start Date.", "for 25 years | the Start Date"),
    ("A letter is deemed received three days after it is sent.", "deemed after 3 days | it is sent"),
    ("It closes on the tenth (10th) business day after the Start Date.", "after 10 business days | the Start Date"),
    ("Tenant shall cure in a 90-day period.", "within 90 days"),
    ("The option lasts one hundred and eighty days.", "for 180 days"),
    ("Within 20 days of the Start Date Tenant shall insure.", "within 20 days | the Start Date"),
    ("An audit may be held once every six months.", "within 6 months"),
    ("It applies during the two (2) weeks ending on the Start Date.", "within 2 weeks back | the Start Date"),
    ("The lease ends on the third anniversary of the Start Date.", "after 3 years | the Start Date"),
    ("Tenant pays by the first (1st) anniversary of the Start Date.", "noLaterThan 1 year | the Start Date"),
    ("Tenant shall paint within a fortnight after the Start Date.", "within 2 weeks | the Start Date"),
    ("Rent is due six and one-half (6½) months after the Start Date.", "after 6.5 months | the Start Date"),
    ("Within 90 days from and including the Start Date Tenant shall insure.", "within 90 days | the Start Date"),
    ("Landlord shall give ten clear days' notice before the Start Date.", "before 10 days back | the Start Date"),
    ("Tenant gives at least 8 days' notice of its stores before the Start Date.", "atLeast 8 days back | the Start Date"),
    ("Tenant pays not later than the second annual anniversary of the Start Date.", "noLaterThan 2 years | the Start Date"),
    ("Tenant shall pay on or before May 29, 2017.", "noLaterThan 2017-05-29"),
    ("Tenant must sow by November 30, 2016.", "noLaterThan 2016-11-30"),
    (
      "Tenant calls within ten days after the fire, flood, sale or closing of the mill.",
      "within 10 days | the fire, flood, sale or closing of the mill"
    ),
    ("Tenant pays nine months after the date on which the mill opened.", "after 9 months | the date on which the mill opened"),
    (
      "Tenant shall answer within 12 days after such notice that the roof is wet.",
      "within 12 days | such notice that the roof is wet"
    ),
    ("Tenant may leave, and ten days thereafter Landlord may let.", "after 10 days | thereafter"),
    ("Landlord may visit upon at least three business days prior written notification.", "atLeast 3 business days back"),
    ("Tenant may end a lease that is late by over ten days.", "after 10 days"),
    ("Tenant has not baked within the past five years.", "before 5 years back"),
    ("This lease begins on the Start Date and continues for three years.", "for 3 years | the Start Date"),
    (
      "Rent is due by the fifteenth (15th) day of the month following the Start Date.",
      "noLaterThan day 15 of the month after | the Start Date"
    ),
    ("Landlord counts on the last day of the month in which the Start Date falls.", "after last day of the month | the Start Date"),
    ("Tenant reports on or before the tenth day of each calendar month.", "noLaterThan day 10 of each month"),
    ("Tenant reports by the fifteenth of each month.", "noLaterThan day 15 of each month"),
    ("The option may be exercised until 31 December 2023.", "for 2023-12-31"),
    ("The lease remains in force until and including 30 June 2025.", "for 2025-06-30"),
    ("The sum is payable on 1 September 2022.", "noLaterThan 2022-09-01"),
    ("It ends where the permit has not been granted by 1 October 2022.", "noLaterThan 2022-10-01"),
    ("The lease terminates at 5:00 p.m., Salem time, on December 15, 2021.", "for 2021-12-15"),
    ("Tenant tells Landlord fourteen days ahead of the Start Date.", "before 14 days back | the Start Date"),
    ("Tenant pays within 30 days (or as soon thereafter as it can) after the Start Date.", "within 30 days | the Start Date"),
    (
      "Tenant pays within ten days after receipt of the bill, the list and the deed.",
      "within 10 days | receipt of the bill, the list and the deed"
    ),
    ("Notice is given before 60 days after the end of the then current term.", "after 60 days | the end of the then current term"),
    ("Landlord may end a lease where the delay exceeds six weeks.", "after 6 weeks"),
  ])
  func `amount, unit, counting and trigger are read`(sentence: String, limit: String) {
    #expect(limits(sentence) == [limit])
  }

  @Test func `both ends of a window are counted from what the second names`() {
    #expect(
      limits("Tenant may renew not less than three months nor more than six months before the Start Date.") == [
        "atLeast 3 months back | the Start Date", "noLaterThan 6 months back | the Start Date",
      ])
  }

  @Test(arguments: [
    ("within 90 calendar days from and including the Start Date", TimeLimit.Ends.firstCounts),
    ("ten clear days before the Start Date", .bothLeftOut),
    ("within 90 days from the Start Date", .usual),
  ])
  func `which of the days that bound a period count is read`(words: String, ends: TimeLimit.Ends) {
    #expect(TimeLimit.all(in: agreement("Tenant pays \(words).")).map(\.ends) == [ends])
  }

  @Test(arguments: [
    "Interest is computed on a year of 360 days.", "Rent is $500 a month and ten percent per year.", "Tenant is 18 years of age.",
    "He is paid two years' salary.", "It is due on the 15th day of March.", "Tenant works 10 hours per week.",
    "The bond yields as a 30-year Treasury.", "It was signed a year ago.", "The manager has four weeks of vacation a year.",
    "The mill may close in such ten (10) day period.", "The lease was signed by May 1, 2003.",
  ])
  func `rates, ages, bases and dates are no limits`(sentence: String) { #expect(limits(sentence).isEmpty) }

  @Test func `a day that is given is its own due date`() {
    let agreement = agreement("Tenant shall pay on or before May 29, 2017.")
    let due = TimeLimit.all(in: agreement).map { Events().due($0, in: agreement, by: CountingRule())?.date.iso }
    #expect(due == ["2017-05-29"])
  }

  @Test func `a heading sets no limit`() {
    let agreement = Fixtures.agreement(of: "1. Five Days. Tenant shall pay within six days after notice.\n\n2. Law. None.\n")
    #expect(TimeLimit.all(in: agreement).map(\.words) == ["6 days"])
  }

  @Test func `a limit knows its provision, its words and the term that triggers it`() throws {
    let agreement = agreement("Tenant pays within 30 days of the Start Date of this Agreement.")
    let limit = try #require(TimeLimit.all(in: agreement).first)
    #expect(limit.provision.map { agreement.provisions[$0].number } == "2")
    #expect(agreement.words(limit.range) == "30 days")
    #expect(limit.triggerTerm.map { agreement.terms[$0].name } == "Start Date")
  }

  @Test func `the limits of the sample contract are those its provisions set`() {
    let agreement = Agreement(SourceText(Fixtures.bytes("contract-for-technology-investment")))
    let found = TimeLimit.all(in: agreement).map { limit in
      "\(limit.provision.map { agreement.provisions[$0].number } ?? "-") \(limit.period.words)"
    }
    for wanted in [
      "6.3 30 days", "7.1 3 days", "7.1 20 days", "7.1(a) 1 month", "7.1(b) 1.5 months", "7.3 6 months", "7.4 6 months",
      "11.1 10 years",
      "11.2 60 days", "11.3(a) 60 days", "13.3 14 days", "13.3 1 business day",
    ] { #expect(found.contains(wanted), "\(wanted) is not among \(found)") }
  }

  // MARK: Events

  private func due(_ sentence: String, _ event: String, _ date: String, rule: CountingRule = CountingRule()) -> [String] {
    let agreement = agreement(sentence)
    var events = Events()
    _ = events.add(event, on: CalendarDate(iso: date)!)
    return TimeLimit.all(in: agreement).compactMap { events.due($0, in: agreement, by: rule)?.date.iso }
  }

  @Test func `a dated event gives a due date, by its term or its words, and no other does`() {
    #expect(due("Pay within 30 days of the Start Date.", "start date", "2004-05-01") == ["2004-05-31"])
    #expect(due("Pay within ten days after receipt of the bill.", "receipt of bill", "2004-05-01") == ["2004-05-11"])
    #expect(due("Give notice 60 days before the Start Date.", "Start Date", "2004-05-01") == ["2004-03-02"])
    #expect(due("Pay within ten days after delivery.", "Start Date", "2004-05-01").isEmpty)
    #expect(due("Pay within ten days.", "Start Date", "2004-05-01").isEmpty)
  }

  @Test func `an event is dated once`() {
    var events = Events()
    let date = CalendarDate(iso: "2004-05-01")!
    let added = ["the Start Date", "START DATE", "the"].map { events.add($0, on: date) }
    #expect(added == [true, false, false])
  }

  @Test(arguments: [
    (
      "Tenant may leave on not less than thirty (30) nor more than sixty (60) days' notice before the Start Date.",
      ["atLeast 30 days back | the Start Date", "noLaterThan 60 days back | the Start Date"]
    ),
    (
      "Tenant shall call between 30 and 60 days before the Start Date.",
      ["atLeast 30 days back | the Start Date", "before 60 days back | the Start Date"]
    ),
  ])
  func `both ends of a window are limits`(sentence: String, wanted: [String]) { #expect(limits(sentence) == wanted) }

  @Test(arguments: [
    "The rate rises by one quarter of one percent.", "It is any day other than a Business Day.",
    "He signs the Five-Year Lease Agreement.", "The gate is open twenty four hours a day.",
  ])
  func `shares, kinds of days, titles and hours of opening are no limits`(sentence: String) { #expect(limits(sentence).isEmpty) }

  @Test func `a day of a month is due in the month of its event or the one behind it`() throws {
    let delivery = try #require(CalendarDate(iso: "2024-02-09"))
    let rule = CountingRule()
    #expect(CalendarDay(number: 15, behind: 1).date(from: delivery, rule)?.iso == "2024-03-15")
    #expect(CalendarDay(number: 0).date(from: delivery, rule)?.iso == "2024-02-29")
    #expect(CalendarDay(number: 31, behind: 2).date(from: delivery, rule)?.iso == "2024-04-30")
    #expect(CalendarDay(number: 1, isEach: true).date(from: delivery, rule) == nil)
  }

  @Test(arguments: [
    ("Tenant shall leave prior to September 1, 2017.", ["noLaterThan 2017-08-31"]),
    ("The option lapses on June 30, 2019.", ["for 2019-06-30"]),
    ("This lease shall remain in force until December 31, 2020.", ["for 2020-12-31"]),
    ("On or before the 5th day of July, 2018, the Tenant shall pay.", ["noLaterThan 2018-07-05"]),
    ("By 5:00 p.m. on August 7, 2017 the Tenant shall pay.", ["noLaterThan 2017-08-07"]),
    ("Not later than the close of business on Friday, June 1, 2018, the Tenant shall pay.", ["noLaterThan 2018-06-01"]),
    ("Tenant shall pay by 2018-02-15.", ["noLaterThan 2018-02-15"]),
    ("It was signed by June 1, 2018.", []),
    (
      "Tenant may fish for three years ending on the third anniversary of the Start Date.",
      ["for 3 years back | the third anniversary of the Start Date"]
    ),
    ("The Tenant shall start the works on May 1, 2004.", ["noLaterThan 2004-05-01"]),
    ("Tenant shall pay half a year after the Start Date.", ["after 0.5 years | the Start Date"]),
    ("Tenant shall pay two and a half years after the Start Date.", ["after 2.5 years | the Start Date"]),
    (
      "Tenant tells Landlord at least 3 months, but not more than 6 months, before the Start Date.",
      ["atLeast 3 months back | the Start Date", "noLaterThan 6 months back | the Start Date"]
    ),
    ("Tenant shall pay on the 15th of each month.", ["after day 15 of each month"]),
    ("Tenant shall pay at the end of the month in which the Start Date occurs.", ["after last day of the month | the Start Date"]),
    ("Who is in excess of seven days late pays.", ["after 7 days"]),
    ("The guest has five weeks of paid leave.", []),
    ("Rent is due nine days after the Start Date EUR 40 more.", ["after 9 days | the Start Date"]),
    ("The lease takes effect on the Start Date and remains in force for six months.", ["for 6 months | the Start Date"]),
    (
      "Tenant pays within ten days after receipt of a bill, a note and a plan.",
      ["within 10 days | receipt of a bill, a note and a plan"]
    ),
    (
      "Tenant shall give notice 30 days before the third anniversary of the Start Date.",
      ["before 30 days back | the third anniversary of the Start Date"]
    ),
  ])
  func `days that are given, halves, windows with commas and events in more words`(sentence: String, found: [String]) {
    #expect(limits(sentence) == found)
  }

  @Test func `a limit is counted from an anniversary of a day that is dated, and from and including a day`() throws {
    let notice = agreement("Tenant shall give notice 30 days before the third anniversary of the Start Date.")
    let limit = try #require(TimeLimit.all(in: notice).first)
    #expect(Events().due(limit, in: notice, by: CountingRule())?.date.iso == "2007-04-01")
    let stay = agreement("Tenant may stay ten days from, and including, the Start Date.")
    let days = try #require(TimeLimit.all(in: stay).first)
    #expect(Events().due(days, in: stay, by: CountingRule())?.date.iso == "2004-05-10")
  }

  @Test(arguments: [
    "The Tenant leaves a deposit of two (2) months' charges.", "A week has five (5) working days.",
    "The term of this Lease shall commence on May 1, 2004.",
  ])
  func `a sum counted in months, what a week has and the day a term begins are no limits`(sentence: String) {
    #expect(limits(sentence).isEmpty)
  }

  @Test func `of two amounts of notice both are counted back`() {
    #expect(
      limits("Landlord may enter on not less than 90 days' and not more than 180 days' written notice.")
        == ["atLeast 90 days back", "noLaterThan 180 days back"])
  }

  @Test func `days beginning with a day count it`() {
    let agreement = agreement("Tenant shall insure for 28 days beginning with the Start Date.")
    #expect(TimeLimit.all(in: agreement).map(\.ends) == [.firstCounts])
  }

  @Test(arguments: [
    ("The rate is fixed until two (2) years and six (6) months after the Start Date.", ["30 months | the Start Date"]),
    (
      "A claim shall be made within thirty (30) days after the Start Date and ten (10) days after the loss.",
      ["30 days | the Start Date", "10 days | the loss"]
    ),
    ("Tenant may leave 18 months after the Start Date by giving notice.", ["18 months | the Start Date"]),
  ])
  func `years and months are one amount, and an event ends where another limit or the way to do it begins`(
    sentence: String, wanted: [String]
  ) {
    let found = limits(sentence)
    #expect(found.count == wanted.count && zip(found, wanted).allSatisfy { $0.hasSuffix($1) }, "\(found)")
  }

  @Test(arguments: [
    (
      "Tenant makes an offer no later than 45 days, and no earlier than 75 days, prior to the Start Date.",
      ["noLaterThan 45 days back | the Start Date", "after 75 days back | the Start Date"]
    ),
    (
      "Notice is sent at least 15, but not more than 45, days before the Start Date.",
      ["atLeast 15 days back | the Start Date", "noLaterThan 45 days back | the Start Date"]
    ),
    (
      "Tenant may draw not earlier than the third (3rd) day after, and not later than the tenth (10th) day after, the Start Date.",
      ["after 3 days | the Start Date", "noLaterThan 10 days | the Start Date"]
    ),
    ("Tenant gives notice at least sixty (60) days prior to 31 March 2015.", ["atLeast 60 days back | 31 March 2015"]),
    (
      "Tenant may cure within ten (10) days after notice. If that ten (10) day period ends, it is late.",
      ["within 10 days | notice"]
    ),
    ("A hand earns ten pounds for a five-day week.", []),
    ("The note is due and payable in full on October 31, 2022.", ["noLaterThan 2022-10-31"]),
    ("Tenant shall pay a fee of $500 on April 15, 2019.", ["noLaterThan 2019-04-15"]),
  ])
  func `two ends of a window share their event, and what was counted is not listed again`(sentence: String, wanted: [String]) {
    #expect(limits(sentence) == wanted)
  }

  @Test(arguments: [
    // What stands before the verb is its subject.
    ("All paid during the six-month period following the Date of Ending shall count.", ["within 6 months | the Date of Ending"]),
    ("Shares that would vest in the 180 days following the Stone Sale will count.", ["within 180 days | the Stone Sale"]),
    ("Within 10 days after receipt the Tenant shall pay.", ["within 10 days | receipt"]),
    // What goes on with the sentence is no event.
    ("It is sent within 30 days of such Stone Event and subject to a note from Oak.", ["within 30 days | such Stone Event"]),
    ("It is paid within 30 days of such notice in an amount that is fair.", ["within 30 days | such notice"]),
    ("He has it for 6 months from the end of his work at his sole cost.", ["for 6 months | the end of his work"]),
    ("The Tenant pays within five years from the Due Date. c. As long as it pays, it stays.", ["within 5 years | the Due Date"]),
    ("It signs within 35 days following the Ending Day and does not recall it.", ["within 35 days | the Ending Day"]),
    (
      "Each shall tell the other at least thirty (30) days, or in any event as soon as it can, before the Start Date.",
      ["atLeast 30 days back | the Start Date"]
    ),
    (
      "He resigns no more than 90 days after the Landlord requires him to move.",
      ["noLaterThan 90 days | the Landlord requires him to move"]
    ),
    (
      "It comes no later than the second day before the day on which the note is to be issued.",
      ["noLaterThan 2 days back | the day on which the note is to be issued"]
    ),
    ("No claim may be brought more than one year after the Start Date.", ["noLaterThan 1 year | the Start Date"]),
    // No time that runs.
    ("Three quarters (3/4) of its amount is paid, and the other one-quarter is not.", []),
    ("What is spent in one calendar year does not count for another.", []),
    ("It is made this 3 day of September, 2004.", []),
    ("The Tenant keeps to this two-year \"pause rule\".", []),
    ("The time is increased to one year from the nine months above.", ["for 1 year"]),
    ("The Tenant will live here starting on June 28, 2004 with its staff.", []),
    (
      "It is paid within six months after the date of his \"leave of work\".",
      ["within 6 months | the date of his \"leave of work\""]
    ),
    ("Bonds that end within 91 days of such date is greater than ten.", ["within 91 days | such date"]),
    ("He leaves within 61 days of the stone event in order to be paid.", ["within 61 days | the stone event"]),
    ("A part is due after your one-year anniversary here.", []),
    ("The Tenant must pay before 1 August 2022.", ["noLaterThan 2022-07-31"]),
    (
      "Rain may be claimed between 10 and 20 days after the Start Date.",
      ["atLeast 10 days | the Start Date", "noLaterThan 20 days | the Start Date"]
    ),
    (
      "It sends its plan not later than the tenth Business Day before the Start Date send its plan.",
      ["noLaterThan 10 business days back | the Start Date"]
    ),
  ])
  func `a trigger is the whole event and nothing behind it, and what runs is a time`(sentence: String, wanted: [String]) {
    #expect(limits(sentence) == wanted)
  }

  /// A paragraph that begins with a day was read without end.
  @Test(
    .timeLimit(.minutes(1)), arguments: ["On May 1, 2004 it ended.", "2003 on May 1, 2004", "on May 1, 2004, $5, on May 2, 2004"])
  func `a paragraph that begins with figures or with a day is read to its end`(paragraph: String) {
    let text = "LEASE\n\n1. Rent. Ann pays.\n\n" + paragraph + "\n\nThe Tenant shall pay $5 on May 3, 2004.\n"
    #expect(TimeLimit.all(in: Fixtures.agreement(of: text)).last?.date?.iso == "2004-05-03")
  }
}
