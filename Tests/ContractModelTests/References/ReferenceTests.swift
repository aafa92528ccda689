import ContractModel
import TestSupport
import Testing

@Suite struct ReferenceTests {
  /// Twelve short provisions, and the sentence under test as the last.
  private func references(_ sentence: String) -> [CrossReference] {
    var text = ""
    for article in 1...3 {
      text += "\(article). TOPIC\n\n"
      for section in 1...4 { text += "\(article).\(section) Title. The text of a provision stands here.\n\n" }
    }
    return Fixtures.agreement(of: text + "4. LAST\n\n4.1 Test. \(sentence)\n").references
  }

  private func targets(_ sentence: String) -> [[String]] { references(sentence).map(\.targets) }

  @Test func `lists and ranges are one reference, expanded to what exists`() {
    #expect(targets("Sections 1, 2.2-2.3 and 3 survive.") == [["1", "2.2", "2.3", "3"]])
    #expect(targets("Sections 1.2 through 1.4 survive.") == [["1.2", "1.3", "1.4"]])
    #expect(targets("ARTICLES 2 OR 3 HEREOF.") == [["2", "3"]])
    #expect(targets("See Section 1.1 and Section 2.1.") == [["1.1"], ["2.1"]])
  }

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

  @Test func `ranges of attachments name each of them`() {
    #expect(targets("Exhibits A-C are annexed.") == [["Exhibit A", "Exhibit B", "Exhibit C"]])
    #expect(targets("Appendices I-III are annexed.") == [["Appendix I", "Appendix II", "Appendix III"]])
    #expect(targets("Exhibits A-1 to A-3 are annexed.") == [["Exhibit A-1", "Exhibit A-2", "Exhibit A-3"]])
    #expect(targets("as Exhibit A or B says.") == [["Exhibit A", "Exhibit B"]])
  }

  @Test(arguments: [
    "Section 2 (1) no. 3 of the ZPO", "Article 2, paragraph 1, of the Sales Regulation", "Article 2 MAR asks so",
  ])
  func `whose a provision is may stand behind its finer place, or be initials`(citation: String) {
    #expect(references("As \(citation), it holds.").first?.status == .external)
  }

  @Test func `an item behind an amount is printed`() {
    #expect(
      references("The manager may (a) hire, (b) spend up to $50,000 and (c) sell. Section 4.1(c) needs consent.").map(\.status)
        == [.internal])
  }

  @Test func `titles in brackets stand between the numbers of a list`() {
    #expect(targets("Sections 1.1 (Cap), 1.2 [RATES] and 2.1 (Waiver) survive.") == [["1.1", "1.2", "2.1"]])
  }

  @Test func `a list ends where the sentence's own items go on`() {
    #expect(targets("(i) sums due under Section 4.1(a) and (iii) any cost").first == ["4.1(a)"])
    #expect(targets("as in Sections 1.1 and 1.2; and (e) take any action.") == [["1.1", "1.2"]])
  }

  @Test func `an item of a list in running text leads to the provision that prints it, others are missing`() {
    let found = references(
      "The lessee pays (a) the rent, and (b) the tax (i) of the land. It owes what Section 4.1(b)(i) says, not 4.1(c).")
    #expect(found.map(\.targets) == [["4.1"]])
    #expect(references("It owes (a) rent. Section 4.1(c) is void.").map(\.status) == [.missing])
  }

  @Test(arguments: [
    "Section 5-1401 of the New York General Obligations Law", "§ 229.405 of this chapter", "M.G.L. c. 214, §1B",
    "Section 1.409A-3(i)(5) of the Treasury Regulations", "Section 4 of the Company's charter",
  ])
  func `statutes, regulations and charters are not this agreement's`(citation: String) {
    #expect(references("Subject to \(citation), it holds.").map(\.status) == [.external])
  }

  @Test func `a number with its unit ends a list`() {
    #expect(targets("Under Section 1.1 and 30 days later it ends.") == [["1.1"]])
  }

  @Test func `what is not there is missing and said so`() {
    let reference = references("As said in Section 9.7 below.")[0]
    #expect(reference.status == .missing)
    #expect(reference.targets == ["9.7"])
  }

  @Test func `of a list the absent ones are kept apart`() {
    let reference = references("Sections 1.1 and 1.9 survive.")[0]
    #expect(reference.status == .internal)
    #expect(reference.targets == ["1.1"])
    #expect(reference.absent == ["1.9"])
  }

  @Test func `another document's provisions are external`() {
    for sentence in [
      "Section 1.1 of the Supply Agreement applies.", "Section 1.1 thereof applies.", "Article 2 of the CONTRACT LAW applies.",
      "Under 15 C.F.R. Parts 730-774 it is free.", "Section 409A of the Code applies.", "Code Section 1.1 applies.",
    ] {
      let found = references(sentence)
      #expect(found.map(\.status) == [.external], "\(sentence)")
      #expect(found.first?.targets == [], "\(sentence)")
    }
  }

  @Test func `this agreement's are internal whatever it is called`() {
    for sentence in [
      "Section 1.1 of this Agreement applies.", "Section 1.1 hereof applies.", "this Section 1.1 applies.",
      "section 1.1 above applies.", "§ 1.1 applies.",
    ] {
      #expect(references(sentence).map(\.status) == [.internal], "\(sentence)")
    }
  }

  @Test func `a statute without a provision is no reference`() {
    #expect(references("The Securities Act of 1933 applies, and this Section too.").isEmpty)
  }

  @Test func `attachments are named, and known to be absent`() {
    let reference = references("See Exhibit C, Section II F - Tests.")[0]
    #expect(reference.status == .attachment)
    #expect(reference.targets == ["Exhibit C"])
    #expect(!reference.attached)
  }

  @Test func `letters lead to the nearest provision above that has them`() {
    let text =
      "1. LIST\n\n1.1 Items. These are they:\n\n(a) one;\n\n(b) two.\n\n1.2 Rule. All but clause (b) of Section 1.1 end.\n\n1.3 More. They are:\n\n(a) here, as in clause (b) below;\n\n(b) there.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["1.1(b)"], ["1.3(b)"]])
  }

  @Test func `Roman numbers are found by their value`() {
    let text = "ARTICLE I\nSALE\n\nI.1. Goods. Apples are sold here.\n\nI.2. Place. As said in Section 1.1, here.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["I.1"]])
  }

  @Test func `one noun may lead two numbers where their owner is named`() {
    #expect(targets("Nothing in Section 1 or 2 of this Agreement limits it.") == [["1", "2"]])
    #expect(references("See Section 13 and 14 of the Securities Exchange Act.").map(\.status) == [.external])
  }

  @Test func `the owner of the last of several is that of all`() {
    #expect(references("Under Section 1.1 or Section 2.1 of the Ground Lease it ends.").map(\.status) == [.external, .external])
    #expect(targets("Under Section 1.1 or Section 2.1 of this Agreement it ends.") == [["1.1"], ["2.1"]])
  }

  @Test(arguments: ["Section 4-9-505 of the Commercial Code", "Section 1.368-1(b) of the Income Tax Regulations"])
  func `a number with hyphens is a statute's`(citation: String) {
    let found = references("As \(citation) says, it holds.")
    #expect(found.map(\.status) == [.external])
  }

  @Test func `a letter and a bracket behind full stops are parts of the number`() {
    let text = "1. FEES\n\nA. Amount. Ten.\n\nB. Timing.\n\n(i) In May.\n\n(ii) In June.\n\n2. TERM\n\nSee Section 1.B.(i) above.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets.first) == ["1(B)(i)"])
  }

  @Test func `a section printed with a zero is found without it`() {
    let text = "Section 2.08 Rent. Ten.\n\nSection 2.09 Term. One year, see Section 2.8.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["2.08"]])
  }

  @Test func `a clause named behind a list in its own sentence is that list's`() {
    let text = """
      1. FEES

      (a) Rent. The lessee pays.

      (b) Tax. It gives notice of (a) a default and (b) an event that would be a default named in clause (a) above.

      (c) Other. All but what clause (a) says.
      """
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["1(b)"], ["1(a)"]])
  }

  @Test func `capital items are not sought among small ones where their list is printed`() {
    let text = """
      1. FEES

      (a) Rent. The lessee pays (A) at once or (B) in May.

      (b) Tax. It is paid in time. It is due (A) yearly. Clause (A) holds.
      """
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["1(b)"]])
  }

  @Test func `a part is no article`() {
    let text = "ARTICLE I\nFEES\n\n1.1 Rent. As Part I of the form says.\n\nARTICLE II\nTERM\n\n2.1 Term. One year.\n"
    #expect(!Fixtures.agreement(of: text).references.contains { $0.targets == ["I"] })
  }

  @Test func `one noun may lead a list that ends in a last number`() {
    #expect(targets("Section 1, 2 or 3 survives.") == [["1", "2", "3"]])
    #expect(targets("Section 1, 2 or 3 days after it.") == [["1"]])
    #expect(references("Section 13(a), 13(c), 14 or 15(d) of the Exchange Act").map(\.status) == [.external])
  }

  @Test func `a law may be named by its initials, or with those of a country`() {
    #expect(references("as section 32(6) of the CCAA says").map(\.status) == [.external])
    #expect(references("as Section 12 of the U.S. Securities Act says").map(\.status) == [.external])
    #expect(references("Section 1.1441-4(a)(3)(ii) of the Regulations").map(\.status) == [.external])
  }

  @Test func `attachments are found by the value of their number`() {
    let text =
      "1. LISTS. The sheep are in Schedule 1, the cows in Schedule Two.\n\nSCHEDULE ONE\n\nSheep.\n\nSCHEDULE II\n\nCows.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.attached) == [true, true])
  }

  @Test func `a full stop behind a number does not end a list`() {
    #expect(targets("Sections 1.2. and 1.3. survive.") == [["1.2", "1.3"]])
    #expect(targets("It is as said in Section 1.2. And Section 1.3 survives.") == [["1.2"], ["1.3"]])
  }

  @Test func `a period may stand between a number and its bracket`() {
    let text =
      "1. ONE\n\n1.1 Two. It has:\n\n(a) a first part;\n\n(b) a second part.\n\n2. TWO\n\n2.1 See Section 1.1.(a) and Sections 1.1.(a) or (b).\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["1.1(a)"], ["1.1(a)", "1.1(b)"]])
  }

  @Test func `items "of this Section" lead to the item`() {
    let text =
      "1. ONE\n\n1.1 Two. It has:\n\n(a) a first part;\n\n(b) what paragraph (a) of this Section 1.1 leaves.\n\n2. TWO\n\n2.1 The end.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["1.1(a)"]])
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

  @Test func `numbers of regulations go on behind their brackets, and are never missing`() {
    #expect(references("as Section 1.409A-1(b)(9)(iii)(A) says").map(\.status) == [.external])
    let found = references("under Treasury Regulation § 1.401(k)-1(d)(2) only")
    #expect(found.map(\.status) == [.external])
    #expect(found[0].range.count == "Treasury Regulation § 1.401(k)-1(d)(2)".utf8.count)
  }

  @Test func `other papers are named with "such" and with their dates`() {
    #expect(references("Sections 1.1 through 1.3 of such plan").map(\.status) == [.external])
    #expect(references("Section 1.1 of your March 25, 2004 Employment Agreement").map(\.status) == [.external])
    #expect(references("Section 1.1 of this Agreement").map(\.status) == [.internal])
  }

  @Test func `a provision is found among many hundreds, in letters of any case`() {
    var text = ""
    for number in 1...900 {
      text += "\(number). Topic\n\nA. The first part of what is said here.\n\nB. The second part of it.\n\n"
    }
    text += "901. Last. See SECTION 899(B) and Section 898(a).\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["899(B)"], ["898(A)"]])
  }

  @Test func `a heading may stand for a number`() {
    let text = """
      1. FEES

      1.1 Rates and Taxes. As the Section entitled "Governing Law," the Sections titled "Fees" and "Governing Law" and the Article
      captioned Rates and Taxes say, and as no Section entitled "Peace" and no Section entitled "Fees" of the Elm Lease says.

      2. LAW

      2.1 Governing Law. The law of Ohio governs.
      """
    let found = Fixtures.agreement(of: text).references
    #expect(found.map(\.targets) == [["2.1"], ["1", "2.1"], ["1.1"]])
    #expect(found.allSatisfy { $0.status == .internal })
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
    #expect(inSale("See paragraph 2.1 of the Second Schedule.") == [["Schedule 2/2.1"]])
    #expect(inSale("See clause 2.1 of Schedule 2.") == [["Schedule 2/2.1"]])
  }

  @Test func `ordinals name attachments up to the twelfth, and no addendum`() {
    #expect(inSale("See the Eleventh Schedule.") == [["Schedule 11"]])
    #expect(inSale("See the First Addendum.").isEmpty)
  }

  @Test func `an article that is said to be this paper's is no statute's`() {
    let references = Fixtures.agreement(
      of: "SALE\n\n1. Goods. As Art. 5 of this Agreement and Art. 28 of the Data Act say, none.\n\n2. Law. Ohio.\n"
    ).references
    #expect(references.map(\.status) == [.missing, .external])
  }

  @Test func `a clause is the body's and a paragraph the schedule's, where a schedule names them`() {
    #expect(inSale("See clause 2.1.", inSchedule: true) == [["2.1"]])
    #expect(inSale("See paragraph 1.1.", inSchedule: true) == [["Schedule 2/1.1"]])
  }

  @Test func `numbers that were put in and letters behind periods are read whole`() {
    let text =
      "SALE\n\n1. Goods\n\n1.a. Flour.\n\n1.b. Bread.\n\n3. Place\n\n3.1 Hull.\n\n3A. Tax\n\n3A.1 Paid by one.\n\n3A.2 Not paid, see Clause 3A.1 and Section 1.b.\n\n4. End\n\n4.1 None.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["3A.1"], ["1(b)"]])
  }

  @Test func `articles of a European statute are its own`() {
    let found = references("As Art. 28 para. 3 of the data law and Art. 44 et seq. ask.")
    #expect(found.map(\.status) == [.external, .external])
  }

  @Test func `letters lead to the items of their own definition, or of the one that is named`() {
    let text = """
      1. Words.

      "Charge" means any of:

      (a) a mortgage;

      (b) a lien; or

      (c) a pledge.

      "Debt" means:

      (a) money owed by note;

      (b) money like that in paragraph (a) above; and

      (c) what paragraph (b) of the definition of Charge and clause (b) of this definition name.

      2. Pay. The Debt is paid.

      """
    let agreement = Fixtures.agreement(of: text)
    let led = agreement.references.map { reference in
      "\(agreement.words(reference.range)): \(reference.targetIDs.map { agreement.words(agreement.provisions[$0].range) })"
    }
    #expect(
      led == [
        "paragraph (a): [\"(a) money owed by note;\"]", "paragraph (b) of the definition of Charge: [\"(b) a lien; or\"]",
        "clause (b): [\"(b) money like that in paragraph (a) above; and\"]",
      ])
  }

  @Test(arguments: [
    "§ 1 Abs. 3 BUrlG", "§ 2 Kündigungsschutzgesetz", "Section 3 (1) SGB III", "§§ 1 ff. SGB III", "section 2(3) of the BUrlG",
    "Article 2(1)(f) GDPR", "Articles 2 or 3 of the GDPR",
  ])
  func `a law may be named right behind the number, by its short name`(words: String) {
    #expect(references("Leave is given under \(words).").map(\.status) == [.external])
  }

  @Test func `the sign of a law goes on with it to the end of the sentence`() {
    let found = references("Under 12 U.S.C. § 1 et seq., see §§ 2 and 3. Sections 2 and 3 hold too.")
    #expect(found.map(\.status) == [.external, .external, .internal])
  }

  @Test func `a paragraph of a definition is its own, and another's where the words say so`() {
    let text = """
      1. WORDS

      1.1 In this agreement:

      "Charge" means any of:

      (a) a mortgage;

      (b) a lien.

      "Debt" means:

      (a) money owed; and

      (b) money as in paragraph (a) above, secured by paragraph (b) of the definition of Charge.

      2. SALE

      2.1 Sold.
      """
    #expect(
      Fixtures.agreement(of: text).references.map(\.targets) == [["1.1 \"Debt\"(a)"], ["1.1 \"Charge\"(b)"]])
  }

  @Test func `numbers are joined in the singular too, over full stops, pointers and remarks`() {
    #expect(targets("Section 1 or 2, as the case may be, survives.") == [["1", "2"]])
    #expect(targets("Section 1 or 2 barrels are lost.") == [["1"]])
    #expect(targets("Subject to Section 1.1 above and 2.1 below, it holds.") == [["1.1", "2.1"]])
    #expect(targets("Sections 1., 2., and 3. survive.") == [["1", "2", "3"]])
    #expect(targets("Sections 1.1, 1.2 (for the warranty period only), 2.1 and 3 survive.") == [["1.1", "1.2", "2.1", "3"]])
  }

  @Test func `a number is found with and without a zero behind it, in an attachment first`() {
    let text = """
      1. Sale. The terms of Schedule 1 apply.

      SCHEDULE 1

      TERMS

      1.0 Price. The price is ten, as Section 2 says.

      2.0 Stay. The boat stays.

      (A) At the dock.

      (B) In the yard, but for Section 2.A.

      3.0 End. Section 11 ends nothing.
      """
    #expect(
      Fixtures.agreement(of: text).references.map(\.targets) == [["Schedule 1"], ["Schedule 1/2.0"], ["Schedule 1/2.0(A)"], ["11"]])
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

  @Test func `a subsection is the one of the section around`() {
    let text =
      "A. Grant.\n\nI. Use. You use it.\n\nII. Copy. As Subsection I says.\n\nB. Term.\n\nI. Start. May.\n\nII. End. As Subsection I says.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.references.map(\.targets) == [["A.I"], ["B.I"]])
  }

  @Test(arguments: [
    "Sections 8 and 50AA of that Act", "sections 1 to 3 of the same Act", "Article 6 of the UK GDPR", "§ 2 Abs. 1 AGBG",
    "§ 4 VOB/B",
    "Section 9 of the bylaws", "clause 9 of the articles of association", "Sections 8.1 and 9.4 of the attached General Conditions",
    "Article 3, Section 3.7 of the Swap Definitions",
  ])
  func `laws and papers known by their kind are not this agreement's`(citation: String) {
    #expect(Set(references("Subject to \(citation), it holds.").map(\.status)) == [.external])
  }

  @Test func `paragraphs of a part are found before and behind its name`() {
    let text = """
      1. Sale. See paragraphs 1 and 2 of Part 2 of Schedule 1; paragraph 1 in Part 1 of Schedule 1; and Part 2 of Schedule 1, paragraph 2.

      SCHEDULE 1

      Part 1

      1. Big.

      2. Brown.

      Part 2

      1. Long.

      2. Heavy.
      """
    #expect(
      Fixtures.agreement(of: text).references.map(\.targets) == [
        ["Schedule 1/Part 2/1", "Schedule 1/Part 2/2"], ["Schedule 1/Part 1/1"], ["Schedule 1/Part 2/2"],
      ])
  }

  @Test func `every number that was another paper's is known as such, and so are numbers of a shape this paper has not`() {
    #expect(
      references("Sections 7 and 9 of the Dock Agreement end, but for Section 9(c).").map(\.status) == [.external, .external])
    #expect(references("Clause 7.1.1 of the General Conditions ends; clause 9.2.4 stays.").map(\.status) == [.external, .external])
  }

  @Test(arguments: [
    "section 3 of the European Mills (Withdrawal) Act 2018", "the Mills (Rights of Millers) Act 1999 section 1",
    "Article 28 UK GDPR", "Article 6 of Decision (EU) 2021/914", "clause 2.1 of the superior lease", "clause 2.1 of the head lease",
    "Section 2.1 of our Milling Policy", "Article 2 or Section 2.1(c) thereof",
  ])
  func `acts with brackets in their names, decisions and other leases keep their own numbers`(citation: String) {
    #expect(Set(references("This holds under \(citation), as it stands.").map(\.status)) == [.external])
  }

  @Test func `every member of a list belongs to what its last one names`() {
    #expect(
      references("See Annex 1A, Annex 1B and Annex 2 of the Dock Deed as it stands.").map(\.status)
        == [.external, .external, .external])
  }

  @Test func `the one schedule has no number, and its parts are found`() {
    let text = """
      1. Work. See paragraph 2 of Part 1 of the Schedule, and Part 2 of the Schedule.

      THE SCHEDULE

      Part 1

      1. Big.

      2. Brown.

      Part 2

      1. Long.

      2. Heavy.
      """
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["Schedule/Part 1/2"], ["Schedule/Part 2"]])
  }
}
