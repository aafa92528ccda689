import ContractModel
import TestSupport
import Testing

@Suite struct TermDateTests {
  /// The due dates of the limits of a lease that has a sentence, with nothing given.
  private func due(_ sentence: String) -> [String?] {
    let agreement = Fixtures.agreement(
      of: """
        LEASE

        This Lease is made as of May 3, 2010 (the "Signing Date") between Oak Ltd ("Landlord") and Elm Ltd ("Tenant").

        1. Words. "Start Date" means 1 June 2010. "End Date" means the later of 1 June 2020 and the sale of the house.

        2. Time. \(sentence)

        """)
    return TimeLimit.all(in: agreement).map { Events().due($0, in: agreement, by: CountingRule())?.date.iso }
  }

  @Test(arguments: [
    ("Tenant pays within 10 days after the Signing Date.", "2010-05-13"),
    ("Tenant pays within 10 days after the Start Date.", "2010-06-11"),
    ("Tenant gives notice not later than ninety (90) days before December 31, 2012.", "2012-10-02"),
  ])
  func `what the agreement dates itself needs no event`(sentence: String, date: String) {
    #expect(due(sentence) == [date])
  }

  @Test func `a term that means the later of two days has no date`() {
    #expect(due("Tenant leaves within 10 days after the End Date.") == [nil])
  }

  @Test func `a paper that is named by its date is no day`() {
    let agreement = Fixtures.agreement(
      of:
        "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. Loan. Oak has the loan agreement dated as of May 3, 2010 (the \"Loan\").\n\n2. Time. Tenant pays within 10 days after the Loan.\n"
    )
    #expect(TimeLimit.all(in: agreement).map { Events().due($0, in: agreement, by: CountingRule()) } == [nil])
  }

  @Test func `a date that is given goes before the one that is printed`() {
    let agreement = Fixtures.agreement(
      of:
        "LEASE between Oak Ltd (\"Landlord\") and Elm Ltd (\"Tenant\")\n\n1. Start. \"Start Date\" means 1 May 2004.\n\n2. Time. Tenant pays within 10 days after the Start Date.\n"
    )
    var events = Events()
    _ = events.add("Start Date", on: CalendarDate(iso: "2005-01-01")!)
    let limits = TimeLimit.all(in: agreement)
    #expect(limits.map { events.due($0, in: agreement, by: CountingRule())?.date.iso } == ["2005-01-11"])
  }

  @Test func `a day that a line of the cover gives dates what the text calls so and defines nowhere`() {
    let agreement = Fixtures.agreement(
      of:
        "OAR CONTRACT\n\nStart Date: January 5, 2012\n\nThis contract is made between Oak Ltd (\"Maker\") and Elm Ltd (\"Rower\").\n\n"
        + "1. Time. Maker shall begin within ten days of the Start Date.\n")
    let limits = TimeLimit.all(in: agreement)
    #expect(limits.map { Events().due($0, in: agreement, by: CountingRule())?.date.iso } == ["2012-01-15"])
  }

  @Test(arguments: [
    ("2004-05-01", "2004-05-01"), ("May 1, 2004", "2004-05-01"), (" 1 May 2004", "2004-05-01"), ("1/5/2004", nil), ("May", nil),
    ("", nil), ("May 1, 2004 or so", nil),
  ])
  func `a date is taken as people write it where it can be read in one way only`(text: String, iso: String?) {
    #expect(CalendarDate(written: text)?.iso == iso)
  }
}
