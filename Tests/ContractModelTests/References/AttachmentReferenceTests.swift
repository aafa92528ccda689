import ContractModel
import TestSupport
import Testing

/// References to attachments, to their parts and to what stands in them.
@Suite struct AttachmentReferenceTests {
  /// Two parts of a schedule, each with two paragraphs.
  private static let parts = "Part 1\n\n1. Big.\n\n2. Brown.\n\nPart 2\n\n1. Long.\n\n2. Heavy."

  @Test(arguments: [
    "paragraph 2.1 of Part 2 of Schedule 1", "Schedule 1 (Part 2), paragraph 2.1", "paragraph 2.1 of Schedule 1 (Part 2)",
    "paragraph 2.1 of Schedule 1, Part 2", "Schedule 1 Part 2 paragraph 2.1", "paragraph 2.1, Part 2, Schedule 1",
    "Schedule 1: Part 2: paragraph 2.1", "paragraph 2.1 (rates) of Part 2 of Schedule 1",
    "Schedule 1, at paragraph 2.1 of its Part 2",
    "para 2.1 of Part 2 of Schedule 1",
  ])
  func `the places of an attachment lead to one provision, in whatever order`(words: String) {
    let text =
      "1. GOODS\n\n1.1 As in \(words).\n\n2. PAY\n\n2.1 Ten.\n\nSCHEDULE 1\n\nPart 1: Size\n\n1. Length\n\n1.1 Two.\n\n2. Width\n\n2.1 One.\n\nPart 2: Rates\n\n1. Day\n\n1.1 Five.\n\n2. Night\n\n2.1 Nine.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["Schedule 1/Part 2/2.1"]])
  }

  @Test func `a letter behind an annex names its part, or the annex that has no such part`() {
    let text =
      "1. Grain\n\n1.1 As listed in Annex I.A and in Annex I.C, and in Annex IV.A.\n\nANNEX I\n\nA. Wheat\n\nTen sacks.\n\nB. Rye\n\nFive sacks.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["Annex I/A"], ["Annex I"], ["Annex IV.A"]])
  }

  @Test func `ranges of attachments name each of them`() {
    #expect(ReferenceProbe.targets("Exhibits A-C are annexed.") == [["Exhibit A", "Exhibit B", "Exhibit C"]])
    #expect(ReferenceProbe.targets("Appendices I-III are annexed.") == [["Appendix I", "Appendix II", "Appendix III"]])
    #expect(ReferenceProbe.targets("Exhibits A-1 to A-3 are annexed.") == [["Exhibit A-1", "Exhibit A-2", "Exhibit A-3"]])
    #expect(ReferenceProbe.targets("Annexes I to III are annexed.") == [["Annex I", "Annex II", "Annex III"]])
    #expect(ReferenceProbe.targets("Exhibits C - E are annexed.") == [["Exhibit C", "Exhibit D", "Exhibit E"]])
    #expect(
      ReferenceProbe.targets("Schedules 9 through 12 are annexed.") == [
        ["Schedule 9", "Schedule 10", "Schedule 11", "Schedule 12"]
      ])
    #expect(ReferenceProbe.targets("Annexes A/B are annexed.") == [["Annex A", "Annex B"]])
    #expect(ReferenceProbe.targets("as Exhibit A or B says.") == [["Exhibit A", "Exhibit B"]])
  }

  @Test func `attachments are named, and known to be absent`() {
    let reference = ReferenceProbe.references("See Exhibit C, Section II F - Tests.")[0]
    #expect(reference.status == .attachment)
    #expect(reference.targets == ["Exhibit C"])
    #expect(!reference.attached)
  }

  @Test func `attachments are found by the value of their number`() {
    let text =
      "1. LISTS. The sheep are in Schedule 1, the cows in Schedule Two.\n\nSCHEDULE ONE\n\nSheep.\n\nSCHEDULE II\n\nCows.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.attached) == [true, true])
  }

  @Test func `provisions of an attachment are the attachment's`() {
    let text = """
      1. ONE

      1.1 Two. See Section 2 of Exhibit A. See Section 7 of Exhibit B. See Part (c) of Schedule 9. See Section 2.

      2. TWO

      2.1 The end of the agreement.

      EXHIBIT A
      RULES

      1. First. The first rule of the mill.

      2. Second. The second rule of the mill.
      """
    let found = Fixtures.agreement(of: text).references
    #expect(found.map(\.targets) == [["Exhibit A/2"], [], ["Exhibit B"], ["Schedule 9"], ["2"]])
    #expect(found[0].status == .internal)
  }

  /// A sale with two schedules, the first in parts; the sentence under test is clause 2.2, or paragraph 2 of the second schedule.
  private func inSale(_ sentence: String, inSchedule: Bool = false) -> [[String]] {
    let text =
      "SALE\n\n1. Goods\n\n1.1 The goods are listed.\n\n2. Place\n\n2.1 The place is Hull.\n\n2.2 \(inSchedule ? "None." : sentence)\n\nSCHEDULE 1\n\nGOODS\n\nPart A\n\n1. Size\n\n1.1 Big.\n\n2. Colour\n\n2.1 Brown.\n\nPart B\n\n1. Shape\n\n1.1 Long.\n\n2. Weight\n\n2.1 Heavy.\n\nTHE SECOND SCHEDULE\n\nPrice\n\n1. Sum\n\n1.1 Ten.\n\n2. Time\n\n2.1 \(inSchedule ? sentence : "Noon.")\n"
    return Fixtures.agreement(of: text).references.map(\.targets)
  }

  @Test func `paragraphs of a schedule's parts are told apart`() {
    #expect(inSale("See paragraph 2.1 of Part B of Schedule 1.") == [["Schedule 1/Part B/2.1"]])
    #expect(inSale("See Schedule 1, Part A, paragraph 2.1.") == [["Schedule 1/Part A/2.1"]])
    #expect(inSale("See the Second Schedule.") == [["Schedule 2"]])
    #expect(inSale("See para 2.1 of Sch 2.") == [["Schedule 2/2.1"]])
    #expect(inSale("See paragraph 2.1 of the Second Schedule.") == [["Schedule 2/2.1"]])
    #expect(inSale("See clause 2.1 of Schedule 2.") == [["Schedule 2/2.1"]])
  }

  @Test func `ordinals name attachments up to the twelfth, and no addendum`() {
    #expect(inSale("See the Eleventh Schedule.") == [["Schedule 11"]])
    #expect(inSale("See the First Addendum.").isEmpty)
  }

  @Test func `a clause is the body's and a paragraph the schedule's, where a schedule names them`() {
    #expect(inSale("See clause 2.1.", inSchedule: true) == [["2.1"]])
    #expect(inSale("See paragraph 1.1.", inSchedule: true) == [["Schedule 2/1.1"]])
  }

  @Test func `the clauses of terms that are annexed are their own where they name more of these`() {
    func text(_ clause: String) -> String {
      """
      1. Sale. The seller sells under Schedule 1.

      2. Law. Ohio.

      SCHEDULE 1

      1. Price. Ten.

      2. Stay. As clause \(clause) says.

      3. Dock. As clause 2 says.

      4. End. None.
      """
    }
    #expect(Fixtures.agreement(of: text("4")).references.map(\.targets) == [["Schedule 1"], ["Schedule 1/4"], ["Schedule 1/2"]])
    #expect(Fixtures.agreement(of: text("1")).references.map(\.targets).last == ["2"])
  }

  @Test func `paragraphs of a part are found before and behind its name`() {
    let text = """
      1. Sale. See paragraphs 1 and 2 of Part 2 of Schedule 1; paragraph 1 in Part 1 of Schedule 1; and Part 2 of Schedule 1, paragraph 2.

      SCHEDULE 1

      \(Self.parts)
      """
    #expect(
      Fixtures.agreement(of: text).references.map(\.targets) == [
        ["Schedule 1/Part 2/1", "Schedule 1/Part 2/2"], ["Schedule 1/Part 1/1"], ["Schedule 1/Part 2/2"],
      ])
  }

  @Test func `the one schedule has no number, and its parts are found`() {
    let text = """
      1. Work. See paragraph 2 of Part 1 of the Schedule, and Part 2 of the Schedule.

      THE SCHEDULE

      \(Self.parts)
      """
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["Schedule/Part 1/2"], ["Schedule/Part 2"]])
  }

  @Test func `a letter glued to a number of an attachment is its item`() {
    let agreement = Fixtures.agreement(
      of: """
        MILL WORK

        1. Work. The miller does what Exhibit L says.

        EXHIBIT L

        RULES

        19. STOPPING

        A. For Cause. The owner may stop as Paragraph 19B below says.

        B. At Will. The owner may stop at will.

        20. NOTICES

        A. Notices are in writing.

        B. They are sent by mail.
        """)
    #expect(agreement.references.last?.targets == ["Exhibit L/19(B)"])
  }

  @Test func `a further attachment behind a word for one is another`() {
    #expect(
      ReferenceProbe.targets("The forms are in Exhibit D through F.").flatMap { $0 } == ["Exhibit D", "Exhibit E", "Exhibit F"])
    #expect(ReferenceProbe.targets("The forms are in Appendix B-1 or B-2.").flatMap { $0 } == ["Appendix B-1", "Appendix B-2"])
    #expect(ReferenceProbe.targets("It is made by Exhibit A and B Corp.").flatMap { $0 } == ["Exhibit A"])
  }

  @Test func `a paragraph behind a schedule's name that is said to be of another is that one's`() {
    let schedule = { (n: Int) in "SCHEDULE \(n)\n\nGOODS \(n)\n\n1. Size. Ten.\n\n2. Hue. Blue.\n\n" }
    let agreement = Fixtures.agreement(
      of: "MILL DEED\n\n1. Sale. See paragraph 2 of Schedule 1, paragraph 1 of Schedule 2.\n\n2. Law. Maine.\n\n" + schedule(1)
        + schedule(2))
    #expect(agreement.references.map(\.targets) == [["Schedule 1/2"], ["Schedule 2/1"]])
  }

  @Test func `of two with one number a clause goes before the item of a list`() {
    let agreement = Fixtures.agreement(
      of:
        "MILL TERMS\n\nThese terms are for:\n\n1. Saw\n\n2. Press\n\n3. Lathe\n\nPART A - CARE\n\n1. Visits. Oak visits each month as Section 2 says.\n\n2. Parts. Oak brings parts.\n\nPART B - PAY\n\n3. Fee. Elm pays, and Section 1 stays.\n"
    )
    #expect(agreement.references.map { $0.targetIDs.map { agreement.heading($0) ?? "" } } == [["Parts"], ["Visits"]])
  }

  @Test func `riders, enclosures and addenda are attachments where they are attached`() {
    let agreement = Fixtures.agreement(
      of:
        "MILL DEED\n\n1. Sale. See Addendum 1, Rider B and Enclosure 2, and Rider 7 of the policy.\n\n2. Law. Maine.\n\nSigned by both\n\nADDENDUM 1\n\nGOODS\n\n1. Corn.\n\nRIDER B\n\nCARTS\n\n1. Two.\n\nENCLOSURE 2\n\nPRICES\n\n1. Ten.\n"
    )
    #expect(agreement.references.map(\.targets) == [["Addendum 1"], ["Rider B"], ["Enclosure 2"]])
    #expect(
      agreement.provisions.map(\.number).filter { !$0.isEmpty && !$0.contains("/") } == [
        "1", "2", "Addendum 1", "Rider B", "Enclosure 2",
      ])
  }
}
