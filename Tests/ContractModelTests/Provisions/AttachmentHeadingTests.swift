import ContractModel
import TestSupport
import Testing

/// Where the body begins behind a short table of contents, and where attachments begin, however their headings are written.
@Suite struct AttachmentHeadingTests {
  /// The canonical numbers of a text's provisions, in order.
  private func numbers(_ text: String) -> [String] { Fixtures.agreement(of: text).provisions.map(\.number) }

  @Test(arguments: [
    "TABLE OF CONTENTS\n\n1.   Sale ................ 1\n2.   Price ............... 2", "CONTENTS\n\n1. Sale\n\n2. Price",
    "CONTENTS\n\n1.   Sale ................ 1",
  ])
  func `a short table of contents ends where the body begins`(contents: String) {
    let text =
      "SALE DEED\n\n\(contents)\n\nThis deed is made on 1 May 2020 between Ash plc (\"Ash\") and Bay plc (\"Bay\").\n\n1.   Sale. Ash sells pears.\n\n2.   Price. Nine.\n\n     (a)  In cash.\n"
    #expect(numbers(text) == ["1", "2", "2(a)"])
  }

  @Test(arguments: [
    "Schedule 1\nList of the mills", "Schedule 1 - What is let\n", "(SCHEDULE 1)\n", "SCHEDULE #1\n",
    "SCHEDULE 1, RULES OF THE MILL\n",
    "Schedule - 1: Rules\n",
  ])
  func `an attachment is seen however its heading is written`(heading: String) {
    let text = "LEASE\n\n1. Rent. See Schedule 1.\n\n2. Law. Maine.\n\n\(heading)\n\n1. Ten.\n\n2. Six.\n"
    #expect(numbers(text) == ["1", "2", "Schedule 1", "Schedule 1/1", "Schedule 1/2"])
  }

  @Test func `numbers right below the heading of an attachment are its own, and entries of a list are none`() {
    let text =
      "LEASE\n\n1. Rent. These are annexed:\n\nAnnex 1 – Mills\nAnnex 2 – Dams\n\n2. Law. Maine.\n\nAnnex 1 – Cold mills\n1. Ten.\n2. Six.\n\nAnnex 2 – Dams\n1. One.\n"
    #expect(numbers(text) == ["1", "2", "Annex 1", "Annex 1/1", "Annex 1/2", "Annex 2", "Annex 2/1"])
  }

  @Test func `a label that a comma ends, and nothing behind it, begins nothing`() {
    let text = "LEASE\n\n1. Rent. See Exhibit B.\n\n2. Law. Ohio.\n\nEXHIBIT B, \n\nThe mill has lifts.\n"
    #expect(numbers(text) == ["1", "2"])
  }

  @Test(arguments: ["", "\n", "\n\n \n"])
  func `a label that ends the file has no words below it`(end: String) throws {
    let agreement = Fixtures.agreement(of: "LEASE\n\n1. Rent. See Schedule I.\n\n2. Law. Maine.\n\nSCHEDULE I" + end)
    let schedule = try #require(agreement.provisions.last)
    #expect(schedule.number == "Schedule I")
    #expect(schedule.bodyStart == schedule.label.upperBound)
  }

  @Test(arguments: [
    "SCHEDULE\n\nThe goods\n\nOak boards.\n", "THE SCHEDULE\n\nOak boards.\n", "Schedule: The goods\n\nOak boards.\n",
  ])
  func `the one schedule that the words speak of is seen, and they lead to it`(schedule: String) {
    let agreement = Fixtures.agreement(
      of: "SALE\n\n1. Goods. Ash sells what the Schedule describes.\n\n2. Law. Maine.\n\n\(schedule)")
    #expect(agreement.provisions.map(\.number) == ["1", "2", "Schedule"])
    #expect(agreement.references.map(\.targets) == [["Schedule"]])
  }

  @Test func `a schedule that nothing speaks of, and one that titles an exhibit, begin nothing`() {
    #expect(numbers("SALE\n\n1. Goods. All.\n\n2. Law. Maine.\n\nSCHEDULE\n\nOak boards.\n") == ["1", "2"])
    #expect(
      numbers("SALE\n\n1. Goods. See Exhibit E and the Schedule.\n\n2. Law. Maine.\n\nEXHIBIT E\n\nSCHEDULE\n\nOak boards.\n") == [
        "1", "2", "Exhibit E",
      ])
  }

  @Test func `an exhibit alone at the head of a page goes on with no note before it, and a note's mark is no title`() {
    let text =
      "SALE\n\n1. Goods. See Schedule A and Exhibit A.\n\n2. Law. Maine.\n\n<PAGE>\n\nSchedule A\u{B9}\n\nMills\n\n\u{B9}To name all mills of Oak\n\n<PAGE>\n\nExhibit A\n\nJOINDER\n\nAnn joins.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.provisions.map(\.number) == ["1", "2", "Schedule A", "Exhibit A"])
    #expect(agreement.provisions.indices.compactMap { agreement.heading($0) }.suffix(2) == ["Mills", "JOINDER"])
  }

  private static let signed = """
    MILL SALE

    1. Sale. The mill is sold as Exhibit A says.

    2. Price. Exhibit B has the price.

    By: ______


    """

  @Test(arguments: [
    (
      "EXHIBIT A FINAL RELEASE The undersigned releases the seller from all that it owes.\n\nEXHIBIT B\n\nPRICES\n\nTen pounds.",
      ["Exhibit A": "FINAL RELEASE", "Exhibit B": "PRICES"]
    ),
    ("EXHIBIT A\n\nEXHIBIT B\n\nEXHIBIT C", ["Exhibit A": nil, "Exhibit B": nil, "Exhibit C": nil]),
    ("LIST OF EXHIBITS\n\nEXHIBIT A\n\nEXHIBIT B", [:]),
    ("EXHIBIT A\n\nEXHIBIT B\n\nEXHIBIT A\n\nThe Mill\n\nIt stands by the river.", ["Exhibit A": "The Mill", "Exhibit B": nil]),
  ])
  func `behind the signatures an attachment has its text on its line, or none`(tail: String, attachments: [String: String?]) {
    let agreement = Fixtures.agreement(of: Self.signed + tail + "\n")
    var found: [String: String?] = [:]
    for provision in agreement.provisions.provisions where provision.kind == .attachment {
      found[provision.number] = .some(provision.heading.map { agreement.words($0) })
    }
    #expect(found == attachments)
  }

  @Test(arguments: [
    "CONTENTS\n\nARTICLE 1 YARD ... 1\n\nARTICLE 2 RENT ... 2", "TABLE OF CONTENTS\n\nARTICLE 1 YARD\n\nARTICLE 2 RENT",
    "TABLE OF ARTICLES\n\n1. YARD\n\n2. RENT\n\n3. REST",
  ])
  func `contents of a few articles end where the first has its title on the next line`(contents: String) {
    let text =
      "LEASE\n\n\(contents)\n\nARTICLE 1\n\nYARD\n\n1.1 Gate. The gate is let; Article 2.\n\nARTICLE 2\n\nRENT\n\n2.1 Sum. Ten.\n\nARTICLE 3\n\nREST\n\n3.1 Law. Maine.\n"
    #expect(numbers(text) == ["1", "1.1", "2", "2.1", "3", "3.1"])
  }

  @Test(arguments: [
    "E X H I B I T  A", "EXHIBIT: A", "EXHIBIT -A-", "EXHIBIT (A)", "EXHIBIT\u{2014}A", "EXHIBIT #A", "ANNEXURE\u{2013}II",
    "Exhibit A\nGoods\nChairs of ash.",
  ])
  func `marks about the letter of an attachment keep it from nothing`(heading: String) {
    let tree = Fixtures.agreement(of: "LEASE\n\n1. Rent. Ten.\n\n2. Law. Maine.\n\n\(heading)\n\nChairs and tables.\n").provisions
    #expect(tree.map(\.kind) == [.provision, .provision, .attachment])
  }

  @Test func `a letter that is attached is called by its subject, and a remark is no title`() {
    let agreement = Fixtures.agreement(
      of:
        "DEED\n\n1. Sale. Sold.\n\n2. Law. Maine.\n\nEXHIBIT A\n\n[Letterhead of the Mill]\n\nRe: End of the Lease\n\nWe end it.\n\nEXHIBIT B\n\n[Attached]\n"
    )
    #expect(agreement.heading(2) == "End of the Lease")
    #expect(agreement.heading(3) == nil)
  }

  @Test(arguments: ["Schedule 1 (Prices and payment)", "Schedule 1. Description of the goods", "Schedule 1 Prices and delivery"])
  func `a title in the case of a sentence stands behind a label where numbers begin below it`(heading: String) {
    #expect(
      numbers("SALE\n\n1. Goods. Sold.\n\n2. Law. Ohio.\n\n\(heading)\n\n1. Flour. Ten.\n\n2. Bread. Five.\n")
        == ["1", "2", "Schedule 1", "Schedule 1/1", "Schedule 1/2"])
  }

  @Test func `a label that a broken sentence ends with is no heading`() {
    let text =
      "SALE\n\n1. Goods. Sold.\n\n2. Waivers. Each waiver that the seller gives to the buyer shall be issued in the form of\n\nSchedule H-1.\n\n3. Law. Ohio.\n"
    #expect(numbers(text) == ["1", "2", "3"])
  }

  @Test(arguments: [
    "1. Sale ................ 1\n2. Price ............... 2\n3. Law ................. 2",
    "1.   Sale        1\n2.   Price        2", "1.\tSale\t1\n\n2.\tPrice\t2",
  ])
  func `few entries with pages and no title are contents where the first comes again`(contents: String) {
    let agreement = Fixtures.agreement(of: "DEED\n\n\(contents)\n\n1. Sale\n\nSold under clause 2.\n\n2. Price\n\nTen.\n")
    #expect(agreement.provisions.map(\.number) == ["1", "2"])
    #expect(agreement.references.map(\.targets) == [["2"]])
  }

  @Test func `a list of prices that nothing repeats is none`() {
    let text = "SALE\n\n1. Saws    20\n\n2. Axes    30\n\n3. Law. Ohio law governs.\n"
    #expect(numbers(text).last == "3")
    #expect(numbers(text).count == 3)
  }

  @Test func `a schedule that is called by a section's item is one of its own, and its references lead to it`() {
    let agreement = Fixtures.agreement(
      of:
        "DEED\n\n1. Sale. Oak sells what Schedule 1.1(a) lists, and not what Schedule 1.1(b) lists.\n\n2. Law. Ohio.\n\nSchedule 1.1(a)\n\nAssets sold\n\nSaws.\n\nSchedule 1.1(b)\n\nAssets kept\n\nNails.\n"
    )
    #expect(agreement.provisions.map(\.number) == ["1", "2", "Schedule 1.1(a)", "Schedule 1.1(b)"])
    #expect(agreement.references.map(\.targets) == [["Schedule 1.1(a)"], ["Schedule 1.1(b)"]])
    #expect(agreement.references.map(\.attached) == [true, true])
  }

  @Test func `an item of a schedule is found in it where no schedule is called so`() {
    let agreement = Fixtures.agreement(
      of:
        "DEED\n\n1. Sale. Oak sells what Schedule 1.1(b) says.\n\n2. Law. Ohio.\n\nSchedule 1.1\n\nAssets\n\n(a) Saws.\n\n(b) Axes.\n"
    )
    #expect(agreement.references.map(\.attached) == [true])
    #expect(agreement.references.allSatisfy { $0.absent.isEmpty })
  }
}
