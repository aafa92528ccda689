import ContractModel
import TestSupport
import Testing

/// Days that the calendar tells, and what comes again and again. The Start Date of the contract is May 1, 2004.
@Suite struct CalendarDayTests {
  private func agreement(_ sentence: String) -> Agreement {
    Fixtures.agreement(
      of:
        "TIDE MILL LEASE\n\nThis lease is made as of April 1, 2004 between Weir Ltd (\"Landlord\") and Sluice Ltd (\"Tenant\").\n\n"
        + "1. Words. \"Start Date\" means May 1, 2004.\n\n2. Duty. \(sentence)\n")
  }

  private func limits(_ sentence: String) -> [String] {
    let agreement = agreement(sentence)
    return TimeLimit.all(in: agreement).map { limit in
      "\(limit.relation.rawValue) \(limit.words)"
        + (limit.trigger.map { " | " + agreement.words($0) } ?? "")
    }
  }

  private func due(_ sentence: String) -> [String] {
    let agreement = agreement(sentence)
    return TimeLimit.all(in: agreement).compactMap { Events().due($0, in: agreement, by: CountingRule())?.date.iso }
  }

  @Test(arguments: [
    ("Tenant shall pay on the first Business Day of each month.", ["after 1st business day of each month"]),
    ("Tenant shall report by the end of each fiscal quarter.", ["noLaterThan last day of each fiscal quarter"]),
    ("Tenant shall meet Landlord by March 15 of each year.", ["noLaterThan 15 March of each year"]),
    ("Tenant shall meet Landlord on the last day of February in each year.", ["after last day of February of each year"]),
    ("Rent for a month is due on the 15th day of the following month.", ["after day 15 of the month after"]),
    ("The rent rises on each anniversary of the Start Date.", ["after every year | the Start Date"]),
    ("The rent is reviewed on every fifth anniversary of the Start Date.", ["after every 5 years | the Start Date"]),
    ("This lease is made on the 6th day of March, 2004.", []),
  ])
  func `what comes again and again is told, and a date of the signing is none`(sentence: String, wanted: [String]) {
    #expect(limits(sentence) == wanted)
  }

  @Test(arguments: [
    ("Tenant shall pay by the last Business Day of the month in which the Start Date falls.", ["2004-05-31"]),
    ("Tenant shall pay by the third Business Day of the month following the Start Date.", ["2004-06-03"]),
    ("Tenant shall pay on the last day of the calendar quarter in which the Start Date occurs.", ["2004-06-30"]),
    ("Tenant shall report by the end of the calendar year in which the Start Date occurs.", ["2004-12-31"]),
    ("Tenant shall finish on or before the first Monday after the Start Date.", ["2004-05-03"]),
    ("Tenant shall finish on or before the first Business Day of October, 2005.", ["2005-10-03"]),
    ("The term ends on the day before the third anniversary of the Start Date.", ["2007-04-30"]),
    (
      "Tenant shall leave on the earlier of (a) ninety days after the Start Date and (b) June 30, 2005.",
      ["2004-07-30", "2005-06-30"]
    ),
    ("The term begins on the Start Date and, unless ended earlier, shall continue for a period of two years.", ["2006-05-01"]),
    ("This lease shall commence on the Start Date and continue for a period of three years thereafter.", ["2007-05-01"]),
    ("From the Start Date and for a period of three months the Tenant pays no rent.", ["2004-08-01"]),
    ("Tenant may stay until six months have elapsed from the Start Date.", ["2004-11-01"]),
    ("Landlord may survey the mill at any time from 90 days to 30 days before the Start Date.", ["2004-02-01", "2004-04-01"]),
    ("Tenant shall give six months' notice expiring on the Start Date.", ["2003-11-01"]),
    ("Tenant may stay for ninety days commencing on the day after the Start Date.", ["2004-07-30"]),
    ("Tenant shall report by the end of the fiscal year in which the Start Date occurs.", []),
  ])
  func `a day of the calendar is counted from its event`(sentence: String, wanted: [String]) {
    #expect(due(sentence) == wanted, "\(limits(sentence))")
  }

  @Test(arguments: [
    (
      "Tenant shall pay within ten days after the later of (a) the Start Date and (b) receipt of a bill.",
      ["within 10 days | the later of (a) the Start Date and (b) receipt of a bill"]
    ),
    (
      "Tenant shall pay within nine days after the day on which the Goods leave the mill.",
      ["within 9 days | the day on which the Goods leave the mill"]
    ),
    (
      "Tenant shall pay within 30 days of the end of the month in which the bill is received.",
      ["within 30 days | the end of the month in which the bill is received"]
    ),
  ])
  func `an event is read to its end`(sentence: String, wanted: [String]) { #expect(limits(sentence) == wanted) }

  @Test(arguments: [
    (
      "The fee is payable on the 1st day of January, April and October.",
      ["after 1 January of each year", "after 1 April of each year", "after 1 October of each year"]
    ),
    (
      "Rent is payable on 25 March, 24 June and 29 September in each year.",
      ["after 25 March of each year", "after 24 June of each year", "after 29 September of each year"]
    ),
    (
      "Dues are paid on the 15th and the last day of each month.", ["after day 15 of each month", "after last day of each month"]
    ),
    ("The fee was paid on the 1st day of January and April 2003.", []),
  ])
  func `each day of a list that comes again is told`(sentence: String, wanted: [String]) { #expect(limits(sentence) == wanted) }

  @Test(arguments: [
    ("Tenant shall bid from ninety (90) to sixty (60) days before the Start Date.", ["2004-02-01", "2004-03-02"]),
    (
      "Tenant may call for a test in the period beginning 90 days before and ending 60 days before the Start Date.",
      ["2004-02-01", "2004-03-02"]
    ),
    ("Tenant shall pay within 14 days of the 1st day of May, 2018.", ["2018-05-15"]),
    ("Tenant shall report within 45 days following the fiscal year ending June 30, 2018.", ["2018-08-14"]),
    ("Landlord shall give 21 clear days' notice in writing before the Start Date.", ["2004-04-09"]),
    ("Tenant shall pay 2½ months after the Start Date.", ["2004-07-16"]),
    ("Tenant shall pay 2 1/2 months after the Start Date.", ["2004-07-16"]),
    ("Tenant shall pay two (2) and one-half months after the Start Date.", ["2004-07-16"]),
    ("Tenant shall pay within ten days of, and including, the Start Date.", ["2004-05-10"]),
    (
      "Tenant shall pay $5,000 on March 1, 2018; $6,000 on March 1, 2019; and $7,000 on March 1, 2020.",
      ["2018-03-01", "2019-03-01", "2020-03-01"]
    ),
  ])
  func `windows, halves and days in other words have their dates`(sentence: String, wanted: [String]) {
    #expect(due(sentence) == wanted)
  }

  @Test(arguments: [
    ("Tenant shall deliver the keys on September 3, 2016.", ["2016-09-03"]),
    ("On May 29, 2017, the Tenant shall pay.", ["2017-05-29"]),
    ("The deadline for delivery is 29 May 2017.", ["2017-05-29"]),
    ("Tenant shall pay not after May 29, 2017.", ["2017-05-29"]),
    ("Tenant shall pay by 5 p.m. on 29 May 2017.", ["2017-05-29"]),
    ("The rent was paid on May 1, 2010.", []),
    ("During the term, the Tenant shall start on May 1, 2020.", ["2020-05-01"]),
    ("The term of this lease, unless extended, shall start on May 1, 2020.", []),
    ("Tenant shall pay within a year and a day after the Start Date.", ["2005-05-02"]),
    ("Tenant shall pay within eighteen months and ten days after the Start Date.", ["2005-11-11"]),
    ("Tenant shall pay within three quarters of a year after the Start Date.", ["2005-02-01"]),
    ("Tenant shall report within 15 days after the end of the month in which the Start Date occurs.", ["2004-06-15"]),
    ("Tenant shall pay ten days after the date of this Lease.", ["2004-04-11"]),
    ("Tenant shall pay within 90 days, inclusive of the Start Date.", ["2004-07-29"]),
    ("Tenant shall pay within ten days, counting the Start Date as the first day.", ["2004-05-10"]),
    ("Tenant shall pay within ten days from (but not including) the Start Date.", ["2004-05-11"]),
    ("Tenant may renew at least 30 days, and at most 90 days, before the Start Date.", ["2004-04-01", "2004-02-01"]),
    ("Tenant shall answer not before 7 days and not after 21 days from the Start Date.", ["2004-05-08", "2004-05-22"]),
    ("Tenant shall pay within 14 days of Monday, May 3, 2004.", ["2004-05-17"]),
    ("Tenant shall pay within ten days of the first day of June, 2004.", ["2004-06-11"]),
  ])
  func `days, periods of two units and windows in many forms have their dates`(sentence: String, wanted: [String]) {
    #expect(due(sentence) == wanted)
  }
}
