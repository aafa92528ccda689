import ContractModel
import TestSupport
import Testing

/// Attachments, and lists and sentences that only name them.
@Suite struct AttachmentListTests {
  @Test func `an exhibit's name in capitals stands by itself`() {
    let text = """
      1. RELEASE. He signs the release in Exhibit A.

      2. TERM. One year.

      EXHIBIT A
      GENERAL RELEASE
      (to be signed last)
      He releases the Seller.
      """
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "2", "Exhibit A"])
    #expect(agreement.references.first?.attached == true)
  }

  @Test func `an exhibit may follow its entry in the list at once`() {
    let text = """
      1. RELEASE. See Exhibit B.

      2. TERM. One year.

      Exhibit A   Form of Note

      Exhibit B   Release

      Exhibit B

      RELEASE

      1. Claims. None are left.
      """
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2", "Exhibit B", "Exhibit B/1"])
  }

  @Test func `a list of exhibits in a provision begins no exhibit`() {
    let text = """
      1. PAPERS

      1.1 Exhibits. The following exhibits are attached:

      Exhibit A:  The Mill
      Exhibit B:  The Ford
      Exhibit C:  The Sacks

      2. WORK

      2.1 Grinding. The miller grinds.
      """
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "1.1", "2", "2.1"])
  }

  @Test func `a list of appendices in a clause begins none, where the clauses go on`() {
    let text =
      "1. Data. As in Appendix 1.\n\n2. Appendices. They are:\n\nAppendix 1: Kinds\n\nAppendix 2: Helpers\n\n3. Signing. Both sign.\n\nAPPENDIX 1: KINDS\n\nNames of bakers.\n\nAPPENDIX 2: HELPERS\n\nBirch Limited.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2", "3", "Appendix 1", "Appendix 2"])
  }

  @Test func `schedules that a sentence lists are none, whatever lines they take`() {
    let text = """
      1. Sale. The seller sells.

      2. Papers. The following schedules are part of this deed:

      SCHEDULE I:    Terms of sale, stay
      and haulage.
      SCHEDULE II:   "Boats"

      3. Law. Ohio.

      SCHEDULE II: BOATS

      1. Ada.

      2. Bess.
      """
    #expect(
      Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2", "3", "Schedule II", "Schedule II/1", "Schedule II/2"])
  }

  @Test(arguments: [
    "          LIST OF MARKS\n            SCHEDULE 1", "          List of Marks\n            Schedule 1", "[SCHEDULE 1]",
    "\"SCHEDULE 1\"",
    "Schedule 1 - What we sell",
  ])
  func `schedules are titled above, behind a dash, and stand in brackets`(heading: String) {
    let text = "1. Marks. They are in Schedule 1.\n\n2. Law. Ohio.\n\n\(heading)\n\nThe heron and the bee.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2", "Schedule 1"])
  }

  @Test func `an old schedule is the one above referred to`() {
    let text =
      "1. Lease. The land is in the First Schedule.\n\n2. Rent. Ten.\n\nTHE FIRST SCHEDULE above referred to\n\nThe Land\n\n1. North field.\n\n2. South field.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "2", "Schedule 1", "Schedule 1/1", "Schedule 1/2"])
    #expect(!agreement.references.contains { !$0.attached })
  }
}
