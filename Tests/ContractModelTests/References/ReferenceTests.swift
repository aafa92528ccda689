import ContractModel
import TestSupport
import Testing

/// References to this agreement's own provisions.
@Suite struct ReferenceTests {
  @Test func `lists and ranges are one reference, expanded to what exists`() {
    #expect(ReferenceProbe.targets("Sections 1, 2.2-2.3 and 3 survive.") == [["1", "2.2", "2.3", "3"]])
    #expect(ReferenceProbe.targets("Sections 1.2 through 1.4 survive.") == [["1.2", "1.3", "1.4"]])
    #expect(ReferenceProbe.targets("ARTICLES 2 OR 3 HEREOF.") == [["2", "3"]])
    #expect(ReferenceProbe.targets("See Section 1.1 and Section 2.1.") == [["1.1"], ["2.1"]])
  }

  @Test func `an item behind an amount is printed`() {
    #expect(
      ReferenceProbe.references("The manager may (a) hire, (b) spend up to $50,000 and (c) sell. Section 4.1(c) needs consent.")
        .map(\.status)
        == [.internal])
  }

  @Test func `titles in brackets stand between the numbers of a list`() {
    #expect(ReferenceProbe.targets("Sections 1.1 (Cap), 1.2 [RATES] and 2.1 (Waiver) survive.") == [["1.1", "1.2", "2.1"]])
  }

  @Test func `a list ends where the sentence's own items go on`() {
    #expect(ReferenceProbe.targets("(i) sums due under Section 4.1(a) and (iii) any cost").first == ["4.1(a)"])
    #expect(ReferenceProbe.targets("as in Sections 1.1 and 1.2; and (e) take any action.") == [["1.1", "1.2"]])
  }

  @Test func `an item of a list in running text leads to the provision that prints it, others are missing`() {
    let found = ReferenceProbe.references(
      "The lessee pays (a) the rent, and (b) the tax (i) of the land. It owes what Section 4.1(b)(i) says, not 4.1(c).")
    #expect(found.map(\.targets) == [["4.1"]])
    #expect(ReferenceProbe.references("It owes (a) rent. Section 4.1(c) is void.").map(\.status) == [.missing])
  }

  @Test func `a number with its unit ends a list`() {
    #expect(ReferenceProbe.targets("Under Section 1.1 and 30 days later it ends.") == [["1.1"]])
  }

  @Test func `what is not there is missing and said so`() {
    let reference = ReferenceProbe.references("As said in Section 9.7 below.")[0]
    #expect(reference.status == .missing)
    #expect(reference.targets == ["9.7"])
  }

  @Test func `of a list the absent ones are kept apart`() {
    let reference = ReferenceProbe.references("Sections 1.1 and 1.9 survive.")[0]
    #expect(reference.status == .internal)
    #expect(reference.targets == ["1.1"])
    #expect(reference.absent == ["1.9"])
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
    #expect(ReferenceProbe.targets("Section 1, 2 or 3 survives.") == [["1", "2", "3"]])
    #expect(ReferenceProbe.targets("Section 1, 2 or 3 days after it.") == [["1"]])
    #expect(ReferenceProbe.references("Section 13(a), 13(c), 14 or 15(d) of the Exchange Act").map(\.status) == [.external])
  }

  @Test func `a full stop behind a number does not end a list`() {
    #expect(ReferenceProbe.targets("Sections 1.2. and 1.3. survive.") == [["1.2", "1.3"]])
    #expect(ReferenceProbe.targets("It is as said in Section 1.2. And Section 1.3 survives.") == [["1.2"], ["1.3"]])
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

  @Test func `numbers that were put in and letters behind periods are read whole`() {
    let text =
      "SALE\n\n1. Goods\n\n1.a. Flour.\n\n1.b. Bread.\n\n3. Place\n\n3.1 Hull.\n\n3A. Tax\n\n3A.1 Paid by one.\n\n3A.2 Not paid, see Clause 3A.1 and Section 1.b.\n\n4. End\n\n4.1 None.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["3A.1"], ["1(b)"]])
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
    #expect(ReferenceProbe.targets("Section 1 or 2, as the case may be, survives.") == [["1", "2"]])
    #expect(ReferenceProbe.targets("Section 1 or 2 barrels are lost.") == [["1"]])
    #expect(ReferenceProbe.targets("Subject to Section 1.1 above and 2.1 below, it holds.") == [["1.1", "2.1"]])
    #expect(ReferenceProbe.targets("Sections 1., 2., and 3. survive.") == [["1", "2", "3"]])
    #expect(
      ReferenceProbe.targets("Sections 1.1, 1.2 (for the warranty period only), 2.1 and 3 survive.") == [
        ["1.1", "1.2", "2.1", "3"]
      ])
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

  @Test func `a subsection is the one of the section around`() {
    let text =
      "A. Grant.\n\nI. Use. You use it.\n\nII. Copy. As Subsection I says.\n\nB. Term.\n\nI. Start. May.\n\nII. End. As Subsection I says.\n"
    let agreement = Fixtures.agreement(of: text)
    #expect(agreement.references.map(\.targets) == [["A.I"], ["B.I"]])
  }

  @Test func `a paragraph's number may stand behind a blank or its word, and an amount behind one is none`() {
    let text =
      "1. SALE\n\n1.1 Goods. As § 2 (2), clause 2 (1) and § 2 para. 2 say, Section 2 (30) days later.\n\n2. PRICE\n\n(1) Ten.\n\n(2) Nine.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["2(2)"], ["2(1)"], ["2(2)"], ["2"]])
  }

  @Test func `what goes to one clause and to another is no range`() {
    #expect(ReferenceProbe.targets("It is subject to clause 1 and to clause 3.") == [["1"], ["3"]])
  }

  @Test(arguments: [
    ("See Clause No. 2.2.", [["2.2"]]), ("See cl. 2.2.", [["2.2"]]), ("See cls 1.1 & 3.2.", [["1.1", "3.2"]]),
    ("See Clause [3].", [["3"]]), ("Conditions 1.1 and 2.1 hold.", [["1.1", "2.1"]]), ("Condition 9 holds.", []),
    ("Siehe Ziffer 3.1.", [["3.1"]]), ("Voir articles 2.1 et 3.1.", [["2.1", "3.1"]]), ("Rule 144 of the exchange holds.", []),
  ])
  func `a provision is called by short words, by numbers in drafts' brackets and in other tongues`(
    sentence: String, targets: [[String]]
  ) {
    #expect(ReferenceProbe.targets(sentence) == targets)
  }

  @Test func `recitals are led to by their letters`() {
    let text =
      "SALE DEED\n\nRECITALS\n\n(A) Oak has a mill.\n\n(B) Elm wants it.\n\nNOW, THEREFORE, they agree:\n\n1. Sale. As in Recital (A), and in Recital B.\n\n2. Law. Ohio.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["Recital A"], ["Recital B"]])
  }

  @Test func `sections that count anew in each article are told by it`() {
    let text = """
      MILL BYLAWS

      ARTICLE 1. NAME

      Section 1. Name. Oak Mill.

      Section 2. Seat. Hull.

      ARTICLE 2. MONEY

      Section 1. Dues. Ten.

      Section 2. Interest. None on dues in Section 1 of this Article.

      ARTICLE 3. SHARES

      Section 1. Size. Equal, save in Section 2 of Article 2, and in Section 2.

      Section 2. Loss. As in Article 1, Section 2.

      """
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["2(1)"], ["2(2)"], ["3(2)"], ["1(2)"]])
  }

  @Test func `items are led to through what they are items of`() {
    let text =
      "1. CARE\n\n1.1 The Miller shall:\n\n(a) sweep;\n\n(b) oil:\n\n(i) wheels; or\n\n(ii) belts; and\n\n(c) lock up.\n\n1.2 Clause 1.1(a), (b)(i) or (c) binds; sub-paragraph (ii) of paragraph (b) of Clause 1.1 does not; Clause 1.1, paragraphs (a) and (c) do.\n"
    #expect(
      Fixtures.agreement(of: text).references.map(\.targets) == [
        ["1.1(a)", "1.1(b)(i)", "1.1(c)"], ["1.1(b)(ii)"], ["1.1(a)", "1.1(c)"],
      ])
  }

  @Test func `an exhibit speaks of the agreement by its name`() {
    let text =
      "MILL LEASE\n\nThis Mill Lease (the \"Lease\") is made by Oak Ltd and Elm Ltd.\n\n1. Rent. Ten.\n\n2. Term. A year.\n\nEXHIBIT A\n\nWORKS\n\n1. Plans. Within Section 2 of the Lease.\n\n2. Cost. As in Section 1.\n"
    #expect(Fixtures.agreement(of: text).references.map(\.targets) == [["2"], ["Exhibit A/1"]])
  }
}
