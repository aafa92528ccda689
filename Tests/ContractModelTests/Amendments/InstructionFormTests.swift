import ContractModel
import TestSupport
import Testing

/// The ways in which amendments ask for changes, each on a short kiln lease of our own.
@Suite struct InstructionFormTests {
  private static let lease = """
    KILN LEASE

    This Kiln Lease is made as of March 3, 2011 between Alder Clay Ltd ("Owner") and Birch Pots Ltd ("Potter").

    1. Words. In this lease:

    "Fee" means $700 a month.

    "End Date" means April 30, 2015.

    "Yard" means the yard at Ford Lane.

    2. Fee. Potter shall pay the Fee as Exhibit B. Owner shall send a note each month. The note is a receipt.

    3. Kilns.

    (a) Potter may fire the kilns by day.

    (b) The price of a kiln is $9,100.

    (c) Owner shall sweep the chimney.

    4. Records. Potter shall keep: (i) a book of firings, (ii) the bills for wood, and (iii) a list of shards.

    5. Moving. Potter shall not take the kilns out of the Yard.

    6. Fire. Potter shall insure the kilns against fire.

    EXHIBIT B

    By hand to the Owner's clerk.

    """

  private static let probe = AmendmentProbe(
    agreement: lease, title: "Kiln Lease", name: "Lease", parties: [("Alder Clay Ltd", "Owner"), ("Birch Pots Ltd", "Potter")])

  private func amended(_ instruction: String, asOf day: String? = nil, _ event: (name: String, day: String)? = nil)
    -> AmendedAgreement
  { Self.probe.amended(instruction, asOf: day, event) }

  @Test(arguments: [
    ("1. The Lease is amended by deleting Section 5 in its entirety.", ["5 deleted"], "5. 6. Fire."),
    (
      "1. The parties agree to delete Section 6 of the Lease and replace it with the following: \"None.\"", ["6 restated"],
      "6. None."
    ),
    (
      "The Lease is changed so:\n\n1. By substituting the following for Section 6 of the Lease: \"6. Fire. None.\"", ["6 restated"],
      "6. Fire. None."
    ),
    ("1. FIRE: Section 6 of the Lease is hereby deleted.", ["6 deleted"], "Yard. 6. EXHIBIT"),
    ("1. Delete Section 5 of the Lease in its entirety.", ["5 deleted"], "5. 6. Fire."),
    ("1. Section 3 of the Lease is varied: \"by day\" becomes \"by night\".", ["3 substituted"], "kilns by night."),
    ("1. Section 5 of the Lease shall cease to have effect.", ["5 deleted"], "5. 6. Fire."),
    ("1. In Section 6 of the Lease \"fire\" is to be read as \"flood\".", ["6 substituted"], "against flood."),
    (
      "1. The Lease shall be varied as follows: in Section 5, \"kilns\" shall become \"pots\"; and in Section 6, \"fire\" shall become \"flood\".",
      ["5 substituted", "6 substituted"], "shall not take the pots out"
    ),
    (
      "1. Section 6 of the Lease shall be cancelled and substituted as follows: \"6. Fire. None.\"", ["6 restated"],
      "6. Fire. None."
    ),
    (
      "1. Section 6 of the Lease shall be and hereby is restated to be as set forth below.\n\n\"6. Fire. None.\"", ["6 restated"],
      "6. Fire. None."
    ),
    (
      "1. Section 6 of the Lease is hereby deleted in its entirety and replaced with \"[Reserved]\".", ["6 restated"],
      "6. [Reserved]"
    ),
    (
      "1. Section 6 of the Lease which provides:\n\n6. Fire. Potter shall insure the kilns against fire.\n\nis hereby amended to provide as follows:\n\n6. Fire. None.",
      ["6 restated"], "6. Fire. None."
    ),
    (
      "1. Section 5 of the Lease is amended so that whereas it formerly read:\n\n\"Potter shall not take the kilns out of the Yard.\"\n\nit shall now read:\n\n\"Potter may move a kiln.\"",
      ["5 substituted"], "5. Moving. Potter may move a kiln."
    ),
    (
      "1. The section of the Lease entitled \"Fire\" is hereby amended and restated as follows:\n\nFire. None.", ["6 restated"],
      "6. Fire. None."
    ),
    (
      "1. \"Section 6. Fire\" of the Lease is hereby amended by replacing \"fire\" with \"flood\".", ["6 substituted"],
      "against flood."
    ),
    (
      "1. The following sections of the Lease are amended and restated as follows:\n\n\"5. Moving. None.\"\n\n\"6. Fire. None.\"",
      ["5 restated", "6 restated"], "5. Moving. None. 6. Fire. None."
    ),
    (
      "1. Section 3 of the Lease is hereby amended by deleting subsection (b) thereof and substituting in its place the following:\n\n\"(b) The price of a kiln is $8,000.\"",
      ["3(b) restated"], "by day. (b) The price of a kiln is $8,000. (c) Owner"
    ),
    (
      "1. Section 3 of the Lease is modified as follows:\n\n3(c) Owner shall sweep nothing.", ["3(c) restated"],
      "$9,100. 3(c) Owner shall sweep nothing. 4."
    ),
    (
      "1. Clause (iii) of Section 4 of the Lease is amended to read as follows: \"(iii) a list of shards and cracks.\"",
      ["4(iii) restated"], "(ii) the bills for wood, and (iii) a list of shards and cracks."
    ),
    (
      "1. Clause (ii) of Section 4 of the Lease is amended to read as follows: \"(ii) the bills for wood and coal,\"",
      ["4(ii) restated"], "(i) a book of firings, (ii) the bills for wood and coal, and (iii)"
    ),
    (
      "1. The first sentence of Section 2 of the Lease is hereby replaced with the following sentence:\n\nPotter shall pay in clay.",
      ["2 restated"], "2. Fee. Potter shall pay in clay. Owner shall send a note each month. The note"
    ),
    (
      "1. Section 2 of the Lease is amended by replacing the following sentence:\n\n\"Owner shall send a note each month.\"\n\nwith the following sentence:\n\n\"Owner shall send a note each week.\"",
      ["2 substituted"], "Exhibit B. Owner shall send a note each week. The note"
    ),
    (
      "1. All references in the Lease to \"April 30, 2015\" shall be deemed references to \"April 30, 2018\".", ["1 substituted"],
      "means April 30, 2018."
    ),
    (
      "1. Section 3 of the Lease is amended by substituting $8,000 for $9,100.", ["3 substituted"],
      "The price of a kiln is $8,000."
    ),
    (
      "1. Section 3(b) of the Lease is amended by deleting $9,100 and inserting $8,000 in its place.", ["3(b) substituted"],
      "The price of a kiln is $8,000."
    ),
    (
      "1. The definition of \"End Date\" in the Lease is amended to replace April 30, 2015 with May 1, 2016.",
      ["“End Date” substituted"], "means May 1, 2016."
    ),
    (
      "1. The End Date under the Lease is hereby extended from April 30, 2015 to April 30, 2019.", ["“End Date” substituted"],
      "means April 30, 2019."
    ),
    (
      "1. Exhibit B to the Lease is hereby supplemented with the following:\n\n\"Or by post.\"", ["Exhibit B inserted"],
      "clerk. Or by post."
    ),
    (
      "1. Section 6 of the Lease is amended to substitute the word \"flood\" for the word \"fire\".", ["6 substituted"],
      "against flood."
    ),
    (
      "1. Section 6 of the Lease is amended by changing the reference to \"fire\" to \"flood\".", ["6 substituted"],
      "against flood."
    ),
    ("1. Amend Section 6 of the Lease to delete \"fire\" and replace it with \"flood\".", ["6 substituted"], "against flood."),
    (
      "1. Section 5 of the Lease is deleted in its entirety, and the following new Section 5 is inserted in lieu thereof: \"5. Moving. None.\"",
      ["5 restated"], "5. Moving. None."
    ),
    (
      "1. Section 3 of the Lease is amended by adding the following new subsection (d): \"(d) Owner may look in.\"", ["3(d) added"],
      "chimney. (d) Owner may look in. 4."
    ),
  ])
  func `an instruction is understood in the form it is given`(instruction: String, changes: [String], words: String) {
    let amended = amended(instruction)
    #expect(amended.changes.map { "\($0.provision) \($0.kind.rawValue)" } == changes, "\(amended.changes.map(\.reason))")
    #expect(amended.allWords.contains(words), "\(amended.allWords)")
    // What was not named stays.
    #expect(amended.allWords.contains("\"Yard\" means the yard at Ford Lane."))
  }

  @Test func `of several definitions each is restated, and the others stay`() {
    for lead in [
      "1. The following definitions in Section 1 of the Lease are hereby amended and restated in their entirety to read as follows:",
      "1. The definitions of \"Fee\" and \"End Date\" in Section 1 of the Lease are restated as follows:",
    ] {
      let amended = amended("\(lead)\n\n\"Fee\" means $800 a month.\n\n\"End Date\" means May 31, 2016.")
      #expect(amended.changes.map { "\($0.provision) \($0.kind.rawValue)" } == ["1 “Fee” restated", "1 “End Date” restated"])
      #expect(amended.allWords.contains("In this lease: \"Fee\" means $800 a month. \"End Date\" means May 31, 2016. \"Yard\""))
    }
  }

  @Test func `words that are replaced wherever they stand are replaced at each place`() {
    let amended = amended(
      "1. The Lease is amended by replacing the word \"kilns\" with the words \"kilns and wheels\" wherever it appears.")
    #expect(amended.changes.map(\.provision) == ["3(a)", "5", "6"])
    #expect(amended.changes.allSatisfy { $0.kind == .substituted })
    #expect(amended.allWords.contains("insure the kilns and wheels against"))
  }

  @Test func `what is amended twice is read the second time as the first left it`() {
    let amended = amended(
      "1. Section 6 of the Lease is amended by replacing \"fire\" with \"flood\".\n\n2. Section 6 of the Lease is further amended by replacing \"against flood\" with \"against flood and hail\"."
    )
    #expect(amended.changes.map(\.kind) == [.substituted, .substituted])
    #expect(amended.allWords.contains("against flood and hail."))
  }

  @Test func `items below an instruction are of the provision that it names`() {
    let amended = amended(
      "1. Section 6 of the Lease is amended as follows:\n\n(a) by replacing \"fire\" with \"flood\";\n\n(b) by deleting the words \"the kilns\"."
    )
    #expect(amended.changes.map { "\($0.provision) \($0.kind.rawValue)" } == ["6 substituted", "6 substituted"])
    #expect(amended.allWords.contains("shall insure against flood."))
  }

  @Test(arguments: [
    ("1. Section 5 of the Heads of Terms is hereby deleted.", "it is of the Heads of Terms, which is not in this case"),
    (
      "The monthly sum in Section 1 of the Lease is amended to read as follows: \"$900\"",
      "it changes a part of the provision that is not told apart"
    ),
    (
      "Section 2 of the Lease is amended to read in part as follows: \"Potter shall pay in clay.\"",
      "it gives a part of the provision and does not say which"
    ),
    (
      "Section 6 of the Lease is amended to read as follows: \"; provided that Potter may not.\"",
      "it changes a part of the provision that is not told apart"
    ),
    ("Section 3 of the Lease is restated as follows: \"3. Kilns. *** (c) Owner sweeps.\"", "its new words leave something out"),
    ("Section 6 of the Lease is amended as follows: fire shall be changed to flood.", "what it changes was not understood"),
    (
      "Section 1 of the Lease is amended by deleting the following definitions: \"Fee\" and \"Yard\".",
      "what it changes was not understood"
    ),
    (
      "Exhibit B to the Lease is amended by adding the following at the end of Section 2 thereof: \"None.\"",
      "Exhibit B has no such paragraph"
    ),
    (
      "Section 6 of the Lease is amended by deleting \"fire\" and adding \"hail\" after \"storm\".",
      "another part of the same instruction cannot be applied"
    ),
    (
      "Section 6 of the Brick Agreement is hereby deleted in its entirety.",
      "it is of the Brick Agreement, which is not in this case"
    ),
  ])
  func `what is not certain is declined, and nothing is changed`(instruction: String, reason: String) {
    let amended = amended("1. \(instruction)")
    #expect(amended.changes.first?.reason == reason)
    #expect(amended.agreement.text.bytes == Array(Self.lease.utf8))
  }

  @Test(arguments: [
    "WHEREAS, Potter has asked that Section 5 of the Lease be deleted;",
    "1. Nothing herein shall be read as meaning that Section 5 of the Lease is deleted.",
    "1. Owner may agree at Potter's wish that Section 5 of the Lease be deleted.",
    "1. Section 5 of the Lease may be amended in writing.",
    "1. Section 5 of the Lease shall not be deleted.",
  ])
  func `what is told, wished, allowed or denied changes nothing`(words: String) {
    let amended = amended(words)
    #expect(amended.changes.isEmpty)
    #expect(amended.amendments == [1])
  }

  @Test(arguments: [
    "Effective upon the building of a second yard, Section 5 of the Lease is hereby deleted in its entirety.",
    "If Potter builds a second yard, Section 5 of the Lease shall be deleted.",
    "Solely with respect to a second yard, Section 5 of the Lease is deleted.",
    "Section 5 of the Lease is hereby deleted; provided that it shall go on for a second yard.",
    "Until a second yard is built, Section 5 of the Lease is deleted.",
  ])
  func `what hangs on something is not done, and the words it hangs on are given`(instruction: String) {
    let amended = amended("1. \(instruction)")
    #expect(amended.changes.count == 1)
    #expect(amended.changes.first?.reason?.contains("second yard") == true)
    #expect(amended.agreement.text.bytes == Array(Self.lease.utf8))
  }

  @Test func `what hangs on an event is done where the event is dated, and by the day asked about`() {
    let words = "1. Effective upon the building of a second yard, Section 5 of the Lease is hereby deleted in its entirety."
    let event = ("building of a second yard", "2014-02-01")
    #expect(amended(words, event).changes.map(\.kind) == [.deleted])
    #expect(amended(words, asOf: "2014-03-01", event).changes.map(\.kind) == [.deleted])
    #expect(amended(words, asOf: "2014-01-01", event).changes.map(\.kind) == [.unapplied])
  }

  @Test(
    arguments: [
      ("Effective June 1, 2014, Section 5 of the Lease is deleted.", nil, true),
      ("Effective June 1, 2014, Section 5 of the Lease is deleted.", "2014-05-31", false),
      ("Effective June 1, 2014, Section 5 of the Lease is deleted.", "2014-06-01", true),
      ("Section 5 of the Lease is deleted with effect from June 1, 2014.", "2014-05-31", false),
      ("Section 5 of the Lease is deleted with effect from June 1, 2014.", "2014-06-01", true),
      ("Until June 1, 2014, Section 5 of the Lease is deleted.", nil, false),
      ("Until June 1, 2014, Section 5 of the Lease is deleted.", "2014-05-31", true),
      ("Until June 1, 2014, Section 5 of the Lease is deleted.", "2014-06-02", false),
    ] as [(String, String?, Bool)])
  func `what holds from a day or for a time is done on the days it holds`(instruction: String, day: String?, isDone: Bool) {
    let change = amended("1. \(instruction)", asOf: day).changes.first
    #expect((change?.reason == nil) == isDone)
    #expect(change?.condition?.contains("June 1, 2014") == true)
  }

  @Test func `conditions of the amendment itself are told beside the change`() {
    let change = amended("1. Subject to the satisfaction of the conditions in Section 2 below, Section 5 of the Lease is deleted.")
      .changes.first
    #expect(change?.kind == .deleted)
    #expect(change?.condition == "Subject to the satisfaction of the conditions in Section 2 below")
  }

  @Test(arguments: [
    "Section 3 of the Lease is amended by deleting the second item.",
    "Section 3 of the Lease is amended by deleting (b) and (c).",
    "Section 3 of the Lease is amended by substituting $8,000 for $9,10.",
    "Section 3 of the Lease is amended by substituting 8 for 9.",
    "Section 2 of the Lease is amended by replacing the figure with \"$800\".",
    "Section 6 of the Lease is amended by deleting the requirement that it be kept.",
    "Exhibit B of the Lease is amended by deleting the third row.",
    "Exhibit B of the Lease is amended by deleting the second sentence.",
    "Section 5 of the Lease shall be amended to \"the Sheds\".",
    "The definition of \"End Date\" in Section 1 of the Lease is amended by replacing the date with \"May 1, 2016\".",
    "Section 1 of the Lease is amended by deleting the terms \"Fee\" and \"Yard\".",
    "Section 3 of the Lease is amended by deleting sub-clause 2.",
    "The Lease is amended by replacing \"kilns\" with \"ovens\" wherever it appears other than in Section 5.",
  ])
  func `what is changed and was not understood leaves everything as it is, and is listed`(instruction: String) {
    let amended = amended("1. " + instruction)
    #expect(!amended.changes.isEmpty)
    #expect(amended.changes.allSatisfy { $0.kind == .unapplied }, "\(amended.changes)")
    #expect(
      amended.allWords.contains("(b) The price of a kiln is $9,100.") && amended.allWords.contains("\"Fee\" means $700 a month."))
  }

  @Test(arguments: [
    (
      "1. The Lease shall be varied as follows:\n\n(a) in Section 2, \"each month\" shall be deleted and replaced with \"each year\"; and\n\n(b) Section 6 shall be deleted.",
      ["2", "6"]
    ),
    ("1. In Section 2 of the Lease, delete \"each month\" and insert \"each year\".", ["2"]),
    ("1. In Section 2 of the Lease, for the words \"each month\", the words \"each year\" shall be substituted.", ["2"]),
    ("1. The words \"each month\" in Section 2 of the Lease shall be replaced with \"each year\".", ["2"]),
    ("1. Section 2 of the Lease is varied by the deletion of \"each month\" and its replacement with \"each year\".", ["2"]),
    (
      "1. Section 2 of the Lease is varied by the deletion of \"each month\" and the substitution therefor of \"each year\".", ["2"]
    ),
    ("1. Section 2 of the Lease shall stand amended by replacing \"each month\" with \"each year\".", ["2"]),
    (
      "1. With effect from the date of this Amendment, in Section 2 of the Lease \"each month\" is replaced with \"each year\".",
      ["2"]
    ),
  ])
  func `lists, imperatives and older forms of asking are carried out`(instruction: String, sections: [String]) {
    let amended = amended(instruction)
    #expect(amended.changes.map(\.provision) == sections, "\(amended.changes)")
    #expect(amended.changes.allSatisfy { $0.reason == nil }, "\(amended.changes)")
    #expect(amended.allWords.contains("Owner shall send a note each year."))
  }

  @Test(arguments: [
    "The effectiveness of Section 1 is contingent on the consent of the bank.",
    "This Amendment shall be null and void if the yard is sold.",
    "The following shall be satisfied before the amendment set forth above takes effect: the fee is paid.",
  ])
  func `what the closing sections make a change hang on is kept with it`(condition: String) {
    let change = amended("Section 1. Section 5 of the Lease is deleted.\n\nSection 2. \(condition)").changes.first
    #expect(change?.condition != nil, "\(String(describing: change))")
  }

  @Test func `a day that the amendment gives a name dates its changes`() {
    let words =
      "1. On and as of the Amendment Start Date, Section 5 of the Lease is deleted.\n\n2. \"Amendment Start Date\" means June 1, 2014."
    #expect(amended(words, asOf: "2014-05-31").changes.map(\.kind) == [.unapplied])
    #expect(amended(words, asOf: "2014-06-01").changes.map(\.kind) == [.deleted])
  }

  @Test func `figures within figures stay`() {
    let change = amended("1. Section 3 of the Lease is amended by replacing \"100\" with \"200\" wherever it appears.").changes
      .first
    #expect(change?.kind == .unapplied)
  }
}
