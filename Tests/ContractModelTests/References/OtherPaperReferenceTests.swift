import ContractModel
import TestSupport
import Testing

/// References to laws and to other papers, and how this agreement is told from them.
@Suite struct OtherPaperReferenceTests {
  @Test(arguments: [
    "Section 2 (1) no. 3 of the ZPO", "Article 2, paragraph 1, of the Sales Regulation", "Article 2 MAR asks so",
  ])
  func `whose a provision is may stand behind its finer place, or be initials`(citation: String) {
    #expect(ReferenceProbe.references("As \(citation), it holds.").first?.status == .external)
  }

  @Test(arguments: [
    "Section 5-1401 of the New York General Obligations Law", "§ 229.405 of this chapter", "M.G.L. c. 214, §1B",
    "Section 1.409A-3(i)(5) of the Treasury Regulations", "Section 4 of the Company's charter",
    "Section 2(u) of the Federal Insect, Fungus, and Rodent Act", "Section 1(a)12 of the Exchange Act",
    "paragraph (d)(1) of Rule 2a-7", "a Section 83(b) Election",
  ])
  func `statutes, regulations and charters are not this agreement's`(citation: String) {
    #expect(ReferenceProbe.references("Subject to \(citation), it holds.").map(\.status) == [.external])
  }

  @Test func `a paper signed together with this agreement is another one`() {
    let text = """
      This Works Agreement is between Ash and Fir. By the Lease Agreement signed by both together with this Agreement (the "Store
      Lease"), Ash rents a store.

      1. Works. Fir builds as Section 2 of the Store Lease says.

      2. Price. Ash pays the sum.
      """
    #expect(Fixtures.agreement(of: text).references.map(\.status) == [.external])
  }

  @Test func `another document's provisions are external`() {
    for sentence in [
      "Section 1.1 of the Supply Agreement applies.", "Section 1.1 thereof applies.", "Article 2 of the CONTRACT LAW applies.",
      "Under 15 C.F.R. Parts 730-774 it is free.", "Section 409A of the Code applies.", "Code Section 1.1 applies.",
    ] {
      let found = ReferenceProbe.references(sentence)
      #expect(found.map(\.status) == [.external], "\(sentence)")
      #expect(found.first?.targets == [], "\(sentence)")
    }
  }

  @Test func `this agreement's are internal whatever it is called`() {
    for sentence in [
      "Section 1.1 of this Agreement applies.", "Section 1.1 hereof applies.", "this Section 1.1 applies.",
      "section 1.1 above applies.", "§ 1.1 applies.",
    ] {
      #expect(ReferenceProbe.references(sentence).map(\.status) == [.internal], "\(sentence)")
    }
  }

  @Test func `a statute without a provision is no reference`() {
    #expect(ReferenceProbe.references("The Securities Act of 1933 applies, and this Section too.").isEmpty)
  }

  @Test func `one noun may lead two numbers where their owner is named`() {
    #expect(ReferenceProbe.targets("Nothing in Section 1 or 2 of this Agreement limits it.") == [["1", "2"]])
    #expect(ReferenceProbe.references("See Section 13 and 14 of the Securities Exchange Act.").map(\.status) == [.external])
  }

  @Test func `the owner of the last of several is that of all`() {
    #expect(
      ReferenceProbe.references("Under Section 1.1 or Section 2.1 of the Ground Lease it ends.").map(\.status) == [
        .external, .external,
      ])
    #expect(ReferenceProbe.targets("Under Section 1.1 or Section 2.1 of this Agreement it ends.") == [["1.1"], ["2.1"]])
  }

  @Test(arguments: ["Section 4-9-505 of the Commercial Code", "Section 1.368-1(b) of the Income Tax Regulations"])
  func `a number with hyphens is a statute's`(citation: String) {
    let found = ReferenceProbe.references("As \(citation) says, it holds.")
    #expect(found.map(\.status) == [.external])
  }

  @Test func `a law may be named by its initials, or with those of a country`() {
    #expect(ReferenceProbe.references("as section 32(6) of the CCAA says").map(\.status) == [.external])
    #expect(ReferenceProbe.references("as Section 12 of the U.S. Securities Act says").map(\.status) == [.external])
    #expect(ReferenceProbe.references("Section 1.1441-4(a)(3)(ii) of the Regulations").map(\.status) == [.external])
  }

  @Test func `numbers of regulations go on behind their brackets, and are never missing`() {
    #expect(ReferenceProbe.references("as Section 1.409A-1(b)(9)(iii)(A) says").map(\.status) == [.external])
    let found = ReferenceProbe.references("under Treasury Regulation § 1.401(k)-1(d)(2) only")
    #expect(found.map(\.status) == [.external])
    #expect(found[0].range.count == "Treasury Regulation § 1.401(k)-1(d)(2)".utf8.count)
  }

  @Test func `other papers are named with "such" and with their dates`() {
    #expect(ReferenceProbe.references("Sections 1.1 through 1.3 of such plan").map(\.status) == [.external])
    #expect(ReferenceProbe.references("Section 1.1 of your March 25, 2004 Employment Agreement").map(\.status) == [.external])
    #expect(ReferenceProbe.references("Section 1.1 of this Agreement").map(\.status) == [.internal])
  }

  @Test func `an article that is said to be this paper's is no statute's`() {
    let references = Fixtures.agreement(
      of: "SALE\n\n1. Goods. As Art. 5 of this Agreement and Art. 28 of the Data Act say, none.\n\n2. Law. Ohio.\n"
    ).references
    #expect(references.map(\.status) == [.missing, .external])
  }

  @Test func `articles of a European statute are its own`() {
    let found = ReferenceProbe.references("As Art. 28 para. 3 of the data law and Art. 44 et seq. ask.")
    #expect(found.map(\.status) == [.external, .external])
  }

  @Test(arguments: [
    "§ 1 Abs. 3 BUrlG", "§ 2 Kündigungsschutzgesetz", "Section 3 (1) SGB III", "§§ 1 ff. SGB III", "section 2(3) of the BUrlG",
    "Article 2(1)(f) GDPR", "Articles 2 or 3 of the GDPR",
  ])
  func `a law may be named right behind the number, by its short name`(words: String) {
    #expect(ReferenceProbe.references("Leave is given under \(words).").map(\.status) == [.external])
  }

  @Test func `the sign of a law goes on with it to the end of the sentence`() {
    let found = ReferenceProbe.references("Under 12 U.S.C. § 1 et seq., see §§ 2 and 3. Sections 2 and 3 hold too.")
    #expect(found.map(\.status) == [.external, .external, .internal])
  }

  @Test(arguments: [
    "Sections 8 and 50AA of that Act", "sections 1 to 3 of the same Act", "Article 6 of the UK GDPR", "§ 2 Abs. 1 AGBG",
    "§ 4 VOB/B",
    "Section 9 of the bylaws", "clause 9 of the articles of association", "Sections 8.1 and 9.4 of the attached General Conditions",
    "Article 3, Section 3.7 of the Swap Definitions",
  ])
  func `laws and papers known by their kind are not this agreement's`(citation: String) {
    #expect(Set(ReferenceProbe.references("Subject to \(citation), it holds.").map(\.status)) == [.external])
  }

  @Test func `every number that was another paper's is known as such, and so are numbers of a shape this paper has not`() {
    #expect(
      ReferenceProbe.references("Sections 7 and 9 of the Dock Agreement end, but for Section 9(c).").map(\.status) == [
        .external, .external,
      ])
    #expect(
      ReferenceProbe.references("Clause 7.1.1 of the General Conditions ends; clause 9.2.4 stays.").map(\.status) == [
        .external, .external,
      ])
  }

  @Test(arguments: [
    "section 3 of the European Mills (Withdrawal) Act 2018", "the Mills (Rights of Millers) Act 1999 section 1",
    "Article 28 UK GDPR", "Article 6 of Decision (EU) 2021/914", "clause 2.1 of the superior lease", "clause 2.1 of the head lease",
    "Section 2.1 of our Milling Policy", "Article 2 or Section 2.1(c) thereof",
  ])
  func `acts with brackets in their names, decisions and other leases keep their own numbers`(citation: String) {
    #expect(Set(ReferenceProbe.references("This holds under \(citation), as it stands.").map(\.status)) == [.external])
  }

  @Test func `every member of a list belongs to what its last one names`() {
    #expect(
      ReferenceProbe.references("See Annex 1A, Annex 1B and Annex 2 of the Dock Deed as it stands.").map(\.status)
        == [.external, .external, .external])
  }

  @Test(arguments: [
    "Our Refund Policy, section 9, holds.", "See the Weights Act 1985 (sections 9 to 11).", "Under NEC4 clause 60.1 it ends.",
    "Clauses 9 and 10 of the main contract hold.", "See Section 9 of that contract.", "As in section 9 of BS 5839-1.",
    "As in Clause 9 of the Tariff Book.",
  ])
  func `policies, laws, standards and the contract above are other papers`(sentence: String) {
    #expect(ReferenceProbe.references(sentence).allSatisfy { $0.status == .external }, "\(ReferenceProbe.references(sentence))")
  }

  @Test(arguments: [
    "In line with UK GDPR, Article 28(3), data are safe.", "Under the GDPR (Articles 15 to 22) people have rights.",
    "Transfers follow Chapter V (Articles 44 to 50) of the GDPR.",
    "The Lease Agreement dated May 2, 2015, Section 14.2, binds Fir.",
    "Under the Terms of Service (Section 12), Fir may leave.",
    "It is taxed under Section 83 and, if elected, Section 84(b) of the Code.",
    "The bonus is due under Section 17 of the Company's 2015 stock plan.",
    "Fir acts under sections 21 and 22 TUPE at all times.",
    "Fir performs Articles 7 and 11 of the Master Lease, except that Section 7.4(b) shall not apply to the dock.",
  ])
  func `a number that this paper lacks is that of the paper named beside it`(sentence: String) {
    let found = ReferenceProbe.references(sentence)
    #expect(!found.isEmpty && found.allSatisfy { $0.status == .external }, "\(found)")
  }

  @Test func `what is the lease's own or attached to it is the lease's`() {
    let text = """
      GUARANTY

      This Guaranty is made as of May 14, 2014 by Ash Ltd (the "Guarantor"), in favor of Oak Leasing Corp. (the "Lessor").

      The Lessor and Fir Foods, Inc. (the "Lessee") are parties to a Hall Lease dated as of May 1, 2014 (the "Lease").

      1. Pay. Ash pays as the Lease's Exhibit C says.

      2. Form. A form is attached to the Lease as Exhibit D.
      """
    #expect(Fixtures.agreement(of: text).references.map(\.status) == [.external, .external])
  }

  @Test(arguments: [
    "The conditions of paragraphs 2 and 4 of Article 28 apply.", "Clause 2 of Part B of the Rules of the Hop Exchange applies.",
  ])
  func `a provision of an article or part that this paper lacks is no provision of it`(sentence: String) {
    #expect(ReferenceProbe.references(sentence).first?.status == .external)
  }
}
