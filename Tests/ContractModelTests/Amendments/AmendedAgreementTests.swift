import ContractModel
import TestSupport
import Testing

@Suite struct AmendedAgreementTests {
  /// The lease of Mill Lane with amendments that hold the given instructions, in order of date.
  private func deal(_ instructions: [String]) -> Case {
    var texts = [("lease.txt", MillLane.lease)]
    for (index, instruction) in instructions.enumerated() {
      let text = MillLane.amendment.replacing("June 1, 2005", with: "June \(index + 1), 2005")
        .replacing("Section 2 of the Lease is hereby deleted.", with: instruction)
      texts.append(("amendment\(index + 1).txt", text))
    }
    return Case(title: "", members: MillLane.members(texts))
  }

  private func amended(_ instructions: String...) -> AmendedAgreement { AmendedAgreement(0, in: deal(instructions)) }

  /// A provision of the agreement as amended, its words folded.
  private func words(_ amended: AmendedAgreement, _ number: String) -> String? {
    amended.agreement.provisions.first { $0.number == number }.map { amended.agreement.words($0.range) }
  }

  private func kinds(_ amended: AmendedAgreement) -> [String] { amended.changes.map { "\($0.provision) \($0.kind.rawValue)" } }

  @Test(arguments: [
    ("Section 2 of the Lease is amended to read as follows: \"2. Rent. Rent is due monthly.\"", "2. Rent. Rent is due monthly."),
    (
      "Section 2 of the Lease is hereby amended and restated in its entirety to read as follows: \"Rent is due monthly.\"",
      "2. Rent is due monthly."
    ),
    (
      "Section 2 of the Lease is deleted in its entirety and the following is inserted in its place: \"2. Rent. None.\"",
      "2. Rent. None."
    ),
  ])
  func `a provision reads as its new words do`(instruction: String, text: String) {
    let amended = amended(instruction)
    #expect(kinds(amended) == ["2 restated"])
    #expect(words(amended, "2") == text)
    #expect(words(amended, "3") == "3. Repairs. Landlord shall repair the Premises.")
  }

  @Test func `new words of several paragraphs come in whole, and are provisions`() {
    let amended = amended(
      "Section 2 of the Lease is amended to read as follows: \"2. Rent. Rent is due:\n\n(a) in May; and\n\n(b) in June.\"")
    #expect(amended.agreement.provisions.map(\.number) == ["1", "2", "2(a)", "2(b)", "3"])
  }

  @Test(arguments: [
    ("Section 2 of the Lease is amended by replacing \"ten (10) days\" with \"five (5) days\".", "within five (5) days after"),
    ("Section 2 of the Lease is amended by substituting \"five (5)\" for \"ten (10)\".", "within five (5) days after"),
    ("Section 2 of the Lease is amended by deleting the words \"of each month\".", "after the first."),
    ("Section 2 of the Lease is amended by inserting \"net\" after \"pay the\".", "pay the net Rent"),
    ("Section 2 of the Lease is amended by adding \"net \" immediately prior to \"Rent within\".", "pay the net Rent within"),
    ("Section 2 of the Lease is amended by adding at the end \" Time is of the essence.\"", "each month. Time is of the essence."),
  ])
  func `words of a provision are replaced, taken out and put in`(instruction: String, text: String) {
    let amended = amended(instruction)
    #expect(words(amended, "2")?.contains(text) == true, "\(words(amended, "2") ?? "") \(amended.changes)")
  }

  @Test func `several provisions are deleted and restated at once, each by its own words`() {
    #expect(kinds(amended("Sections 2 and 3 of the Lease are hereby deleted.")) == ["2 deleted", "3 deleted"])
    let amended = amended(
      "Sections 2 and 3 of the Lease are amended to read as follows:\n\n2. Rent. Rent is due monthly.\n\n3. Repairs. Tenant repairs."
    )
    #expect(kinds(amended) == ["2 restated", "3 restated"])
    #expect(words(amended, "2") == "2. Rent. Rent is due monthly.")
    #expect(words(amended, "3") == "3. Repairs. Tenant repairs.")
  }

  @Test(arguments: [
    (
      "The first sentence of Section 2 of the Lease is amended to read as follows: \"Rent is due in May.\"",
      "2. Rent. Rent is due in May."
    ),
    (
      "Section 2 of the Lease is amended by adding the following sentence at the end thereof: \"Time is of the essence.\"",
      "each month. Time is of the essence."
    ),
    (
      "The following sentence shall be inserted after the first sentence of Section 2 of the Lease: \"It is due in cash.\"",
      "each month. It is due in cash."
    ),
    (
      "References in Section 2 of the Lease to \"ten (10) days\" shall be amended to read \"five (5) days.\"",
      "within five (5) days after"
    ),
    ("The words \"of each month\" are hereby deleted from Section 2 of the Lease.", "after the first."),
    (
      "Section 2 of the Lease is deleted in its entirety. The following is added in substitution thereof: Rent is due in May.",
      "2. Rent is due in May."
    ),
  ])
  func `parts of a provision are changed, and the rest is left`(instruction: String, text: String) {
    let amended = amended(instruction)
    #expect(words(amended, "2")?.contains(text) == true, "\(words(amended, "2") ?? "") \(amended.changes)")
    #expect(words(amended, "3") == "3. Repairs. Landlord shall repair the Premises.")
  }

  @Test(arguments: [
    (
      "A new Section 4 is added to the Lease as follows: \"4. Pets. Tenant may keep a cat.\"", "4",
      "4. Pets. Tenant may keep a cat."
    ),
    ("The following new Section 2A is hereby added to the Lease: \"2A. Pets. A cat.\"", "2A", "2A. Pets. A cat."),
    ("The Lease is amended by adding the following as Section 4: \"Tenant may keep a cat.\"", "4", "4. Tenant may keep a cat."),
  ])
  func `a provision that is new comes behind the one before it`(instruction: String, number: String, text: String) {
    let amended = amended(instruction)
    #expect(kinds(amended) == ["\(number) added"])
    #expect(words(amended, number) == text, "\(amended.agreement.provisions.map(\.number))")
  }

  @Test func `definitions are restated, added in the order of the alphabet, and deleted`() {
    let lease = MillLane.lease.replacing(
      "1. Definitions. \"Premises\" means the ground floor of 4 Mill Lane. \"Rent\" means ten thousand dollars a month.",
      with:
        "1. Definitions.\n\n\"Premises\" means the ground floor of 4 Mill Lane.\n\n\"Rent\" means ten thousand dollars a month.\n\n\"Term\" means ten years."
    )
    func after(_ instruction: String) -> [String] {
      let amendment = MillLane.amendment.replacing("Section 2 of the Lease is hereby deleted.", with: instruction)
      let value = Case(title: "", members: MillLane.members([("lease.txt", lease), ("amendment.txt", amendment)]))
      let amended = AmendedAgreement(0, in: value)
      let definitions = amended.agreement.terms.flatMap(\.definitions).filter { $0.kind == .list }
      return definitions.sorted { $0.extent.lowerBound < $1.extent.lowerBound }.map { amended.agreement.words($0.extent) }
    }
    let premises = "\"Premises\" means the ground floor of 4 Mill Lane."
    let rent = "\"Rent\" means ten thousand dollars a month."
    let term = "\"Term\" means ten years."
    #expect(
      after("The definition of \"Rent\" in Section 1 of the Lease is amended to read as follows: \"Rent\" means nine dollars.")
        == [premises, "\"Rent\" means nine dollars.", term])
    #expect(
      after(
        "The definition of Rent contained in Section 1 of the Lease is amended to read as follows: \"Rent\" means nine dollars.")
        == [premises, "\"Rent\" means nine dollars.", term])
    #expect(after("The definition of \"Rent\" is hereby deleted from Section 1 of the Lease.") == [premises, term])
    #expect(
      after(
        "Section 1 of the Lease is amended by adding the following definitions:\n\n\"Area\" means Mill Lane.\n\n\"Roof\" means the roof."
      )
        == ["\"Area\" means Mill Lane.", premises, rent, "\"Roof\" means the roof.", term])
  }

  @Test func `a provision that is deleted keeps its number and loses its words`() {
    let amended = amended("Section 2 of the Lease is hereby deleted.")
    #expect(kinds(amended) == ["2 deleted"])
    #expect(!amended.agreement.text.string(0..<amended.agreement.text.bytes.count).contains("Tenant shall pay"))
    #expect(words(amended, "3") != nil)
  }

  @Test func `amendments are applied by date, each to what the one before left`() {
    let amended = amended(
      "Section 2 of the Lease is amended by replacing \"ten (10)\" with \"seven (7)\".",
      "Section 2 of the Lease is amended by replacing \"seven (7)\" with \"three (3)\".")
    #expect(words(amended, "2")?.contains("within three (3) days") == true)
    #expect(amended.changes.map(\.member) == [1, 2])
  }

  @Test(arguments: [
    ("Section 9 of the Lease is hereby deleted.", "the agreement has no such provision"),
    ("Section 2 of the Lease is amended by replacing \"twelve\" with \"ten\".", "“twelve” is not in the provision"),
    ("Section 2 of the Lease is amended by replacing \"the\" with \"a\".", "“the” stands in the provision more than once"),
    ("Section 2 of the Lease and Exhibit A are hereby deleted.", "it names several provisions at once"),
    ("The middle sentence of Section 2 of the Lease is deleted.", "it changes a part of the provision that is not told apart"),
    ("The penultimate sentence of Section 2 of the Lease is deleted.", "the provision has 1 sentence"),
    ("The second sentence of Section 2 of the Lease is deleted.", "the provision has 1 sentence"),
    ("A new Section 3 is added to the Lease as follows: \"3. Pets. None.\"", "the agreement has such a provision already"),
    ("A new Section 7 is added to the Lease as follows: \"7. Pets. None.\"", "the agreement has no provision that it would follow"),
    (
      "Section 2 of the Lease is revised only as follows: ten days become five.",
      "it says more than was understood"
    ),
    (
      "Section 1 of the Lease is amended by adding the following definition: \"\"Rent\" means nothing.\"",
      "it is defined there already"
    ),
    ("Upon the closing, Section 2 of the Lease is deleted.", "it takes effect on a condition: “Upon the closing”"),
    ("Section 1 of the Note is deleted.", "it is of the Note, which is not in this case"),
    (
      "Section 2 of the Lease is deleted and Section 3 of the Lease is restated as follows: \"None.\"",
      "it asks for several changes at once"
    ),
    (
      "The first sentence of the second paragraph of Section 2 of the Lease is deleted.",
      "it changes a part of the provision that is not told apart"
    ),
    (
      "Section 2 of the Lease is amended by adding \"(i)\" between the commas.",
      "it says more than was understood"
    ),
    ("The definition of \"Roof\" in Section 1 of the Lease is deleted.", "“Roof” is not defined there in a paragraph of its own"),
    ("Section 2 of the Lease is amended to reflect the market.", "what it changes was not understood"),
  ])
  func `what is not certain is not applied, and why is said`(instruction: String, reason: String) {
    let amended = amended(instruction)
    #expect(amended.changes.map(\.reason) == [reason])
    #expect(amended.agreement.text.bytes == Array(MillLane.lease.utf8))
  }

  @Test func `of an amendment that restates the whole and changes a part of it the part alone is sure`() {
    let amended = amended(
      "Section 2 of the Lease is amended to read: \"Rent is due.\"\n\n2. Time. The first sentence of Section 2 of the Lease is deleted."
    )
    #expect(kinds(amended) == ["2 unapplied", "2 deleted"])
    #expect(words(amended, "2") == "2. Rent.")
  }

  @Test func `new words end with the marks that close them, also where no number sets the next instruction apart`() {
    let amendment = MillLane.amendment.replacing(
      "1. Rent. Section 2 of the Lease is hereby deleted.",
      with:
        "Section 2 of the Lease is amended to read: \"Rent (the \"Price\") is due.\"\n\nSection 3 of the Lease is amended to read: \"No repairs.\""
    )
    let value = Case(title: "", members: MillLane.members([("lease.txt", MillLane.lease), ("amendment.txt", amendment)]))
    let amended = AmendedAgreement(0, in: value)
    #expect(kinds(amended) == ["2 restated", "3 restated"])
    #expect(words(amended, "2") == "2. Rent (the \"Price\") is due.")
    #expect(words(amended, "3") == "3. No repairs.")
  }

  @Test func `each byte leads back to the paper it is from`() throws {
    let value = deal(["Section 2 of the Lease is amended to read as follows: \"2. Rent. Rent is due monthly.\""])
    let amended = AmendedAgreement(0, in: value)
    for (number, member) in [("1", 0), ("2", 1), ("3", 0)] {
      let start = try #require(amended.agreement.provisions.first { $0.number == number }).start
      let origin = amended.origin(of: start)
      #expect(origin.member == member)
      let bytes = value.members[member].agreement.text.bytes
      #expect(bytes[origin.offset] == amended.agreement.text.bytes[start])
    }
  }

  @Test func `the looks, links and losses of a file go with its words into the agreement as amended`() throws {
    let value = deal(["Section 2 of the Lease is amended to read as follows: \"2. Rent. Rent is due monthly.\""])
    let lease = value.members[0].agreement.text
    let repairs = try #require(lease.bytes.firstRange(of: Array("Repairs".utf8)))
    let text = SourceText(
      lease.bytes, styles: [StyleMark(.underline, repairs)], links: [TextLink(repairs, target: 0)],
      leftOut: [
        LeftOut(.deleted, at: repairs.upperBound, "and painting"), LeftOut(.deleted, at: lease.bytes.count, "The end."),
      ])
    let styled = Case(
      title: "", members: [Case.Member(path: "lease.txt", agreement: Agreement(text)), value.members[1]])
    let amended = AmendedAgreement(0, in: styled).agreement.text
    #expect(amended.bytes != lease.bytes)
    #expect(amended.styles.map { "\($0.kind): \(amended.string($0.range))" } == ["underline: Repairs"])
    #expect(amended.links.map { amended.string($0.range) } == ["Repairs"])
    #expect(amended.leftOut.map(\.words) == ["and painting", "The end."])
  }

  @Test func `where the agreement is not in the case its amendments say so`() {
    let alone = Case(title: "", members: MillLane.members([("amendment.txt", MillLane.amendment)]))
    #expect(AmendedAgreement.orphans(in: alone).map(\.reason) == ["the agreement is not in this case"])
    #expect(AmendedAgreement.orphans(in: MillLane.deal()).isEmpty)
  }

  @Test func `an agreement that nothing amends is as it was`() {
    let amended = AmendedAgreement(1, in: MillLane.deal())
    #expect(amended.changes.isEmpty)
    #expect(amended.agreement == MillLane.deal().members[1].agreement)
  }

  @Test func `an agreement as amended takes its own place, and its words are said to be where they are from`() throws {
    let value = deal([
      "Section 2 of the Lease is amended to read as follows: \"2. Rent. Rent is due on the first of the the month.\""
    ])
    .asAmended()
    #expect(value.members.map(\.title) == ["Lease Agreement, as amended", "First Amendment to Lease Agreement"])
    #expect(value.parties.map(\.appearances.count) == [2, 2])
    #expect(value.links.amended == [nil, 0])
    let finding = try #require(Checks.findings(value.members[0].agreement, only: ["doubled-word"]).first)
    var cursor = PositionCursor(value.members[0].agreement.text, path: value.members[0].path)
    let (start, end) = cursor.places(of: finding.range)
    #expect(start.path == "amendment1.txt")
    let bytes = value.members[1].agreement.text.bytes
    #expect(String(decoding: bytes[start.offset..<end.offset], as: UTF8.self) == "the the")
    let repairs = try #require(value.members[0].agreement.provisions.first { $0.number == "3" })
    let place = cursor.place(of: repairs.start)
    #expect((place.path, place.line, place.column) == ("lease.txt", 9, 1))
  }

  @Test func `a range that ends in a letter of several bytes ends behind it in the paper it is from`() throws {
    let value = deal(["Section 2 of the Lease is amended to read as follows: \"2. Rent. Rent is due at the café daily.\""])
      .asAmended()
    let text = value.members[0].agreement.text
    let range = try #require(text.bytes.firstRange(of: Array("café".utf8)))
    var cursor = PositionCursor(text, path: "lease.txt")
    let (start, end) = cursor.places(of: range)
    #expect(
      (start.path, end.path, end.column - start.column, end.offset - start.offset) == ("amendment1.txt", "amendment1.txt", 4, 5))
  }

  @Test(arguments: [
    "All other terms of the Lease remain unchanged.",
    "The Lease, as so changed, shall remain in full force and effect, as all agree.",
    "IN WITNESS WHEREOF, the parties have signed.", "/s/ Ann Birch",
    "Section 3 of the Lease is amended to read as follows:",
  ])
  func `new words end where the amendment closes or asks for more`(next: String) {
    let amended = amended("Section 2 of the Lease is amended to read as follows:\n\n2. Rent. Rent is due monthly.\n\n\(next)")
    #expect(words(amended, "2") == "2. Rent. Rent is due monthly.")
  }

  @Test(arguments: [
    "The term of the Lease is hereby extended by one year and shall end on May 1, 2009.",
    "The deposit is hereby reduced to $400.",
  ])
  func `a new value whose place is not told is listed and not done`(instruction: String) {
    let amended = amended(instruction)
    #expect(amended.changes.map(\.kind) == [.unapplied])
    #expect(amended.changes.allSatisfy { $0.reason != nil })
  }

  @Test func `an amendment changes nothing on a day before its own`() throws {
    var deal = deal(["Section 2 of the Lease is hereby deleted."])
    deal.day = CalendarDate(iso: "2005-05-31")
    let early = AmendedAgreement(0, in: deal)
    #expect(early.changes.map(\.kind) == [.unapplied])
    #expect(early.changes.allSatisfy { $0.reason?.contains("later day") ?? false })
    deal.day = CalendarDate(iso: "2005-06-01")
    #expect(AmendedAgreement(0, in: deal).changes.map(\.kind) == [.deleted])
  }

  @Test func `a page number in a sentence of the agreement is none of its words as amended`() {
    let feet = MillLane.lease.replacing(
      "2. Rent. ", with: "2. Rent. The whole of what is due each month for the\n\n                        - 2 -\n\nhouse is this. ")
    let texts = [
      ("lease.txt", feet),
      (
        "amendment1.txt",
        MillLane.amendment.replacing("Section 2 of the Lease is hereby deleted.", with: "Section 3 of the Lease is hereby deleted.")
      ),
    ]
    let made = AmendedAgreement(0, in: Case(title: "", members: MillLane.members(texts)))
    let words = made.agreement.text.bytes
    #expect(made.changes.contains { $0.kind == .deleted })
    #expect(
      String(decoding: words, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "month for the house is this."))
  }

  @Test func `the feet of the amendment's pages are no new words, nor are marks that open paragraphs anew`() {
    let amended = amended(
      """
      Section 2 of the Lease is amended to read as follows:

      “2. Rent. Rent is due monthly.

      <PAGE> 2

      “It is due in cash.”
      """)
    #expect(words(amended, "2") == "2. Rent. Rent is due monthly. It is due in cash.", "\(amended.changes)")
  }

  @Test func `a letter that agrees to amend is an amendment, and an agreement as restated is none`() {
    func kind(_ text: String) -> Case.Kind { Case.Member(path: "x", agreement: Fixtures.agreement(of: text)).kind }
    #expect(
      kind("Dear Ann,\n\nYou and we have now agreed to amend the Employment Letter as follows:\n\n1. Pay. None.\n") == .amendment)
    #expect(kind("EMPLOYMENT AGREEMENT\n\nThis Amendment is made as of May 1, 2004 between Oak Ltd and Elm Ltd.\n") == .amendment)
    #expect(
      kind("AMENDED AND RESTATED LEASE\n\nThe lease is hereby amended as follows and restated as of May 1, 2004.\n") == .agreement)
  }
}
