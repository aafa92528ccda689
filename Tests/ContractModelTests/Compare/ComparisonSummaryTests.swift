import ContractModel
import Foundation
import TestSupport
import Testing

/// What matters first between two versions, and what does not.
@Suite struct ComparisonSummaryTests {
  private func agreement(_ provisions: String) -> Agreement {
    Fixtures.agreement(
      of: """
        MILL AGREEMENT

        This Mill Agreement is made on May 1, 2020 between Oak Limited (the "Seller") and Elm Limited (the "Buyer").

        \(provisions)

        """)
  }

  private func summary(_ old: String, _ new: String) -> ComparisonSummary {
    ComparisonSummary(Comparison(agreement(old), agreement(new)))
  }

  private func figures(_ old: String, _ new: String) -> [String] {
    let (before, after) = (agreement(old), agreement(new))
    return ComparisonSummary(Comparison(before, after)).figures.map {
      "\(before.words($0.old)) > \(after.words($0.new))"
    }
  }

  private static let clauses = """
    1. The Seller grinds the grain within a week.

    2. What Section 3 says of the grain holds for the flour.

    3. The grain is kept dry from the day on which it comes.

    """

  @Test func `a reference whose number stayed when its provision got another is told, with headings and without`() {
    let new = Self.clauses.replacingOccurrences(
      of: "3. The grain", with: "3. The sacks are counted twice, at the door and at the scale.\n\n4. The grain")
    let found = summary(Self.clauses, new).references
    #expect(found.count == 1)
  }

  @Test func `a list of numbers that is printed alike has no word changed, and is told once`() {
    let old =
      "1. Care. The mill is kept clean.\n\n2. Secrets. Each is silent.\n\n3. Sums. Rent is due.\n\n4. End. Sections 2 or 3 survive."
    let new =
      "1. Secrets. Each is silent.\n\n2. Sums. Rent is due.\n\n3. Wheel. It turns by the river all year.\n\n4. End. Sections 2 or 3 survive."
    let (before, after) = (agreement(old), agreement(new))
    let comparison = Comparison(before, after)
    let last = comparison.rows.last { $0.new != nil && after.heading($0.new!) == "End" }
    #expect(last?.kind == .same)
    #expect(ComparisonSummary(comparison).references.count == 1)
  }

  @Test(arguments: [
    ("Rent is EUR 500 a month.", "Rent is USD 500 a month.", "EUR 500 a month > USD 500 a month"),
    ("Notice is three months.", "Notice is three years.", "three months > three years"),
    ("It ends on 31 December 2025.", "It ends on 31 January 2026.", "31 December 2025 > 31 January 2026"),
    ("The cap is USD 2 million in all.", "The cap is without limit in all.", "USD 2 million in all > "),
  ])
  func `units, currencies, whole dates and sums that went are figures`(old: String, new: String, told: String) {
    #expect(figures("1. Sums. " + old, "1. Sums. " + new) == [told])
  }

  @Test func `a sum that went with its sentence is told`() {
    let old =
      "1. Work. The Seller keeps books for six years and shows them to the Buyer on demand, and it insures all of the flour for $5,000 in each year."
    #expect(figures(old, "1. Work. Nothing is agreed.") == ["$5,000 > "])
  }

  @Test func `the number of a provision is no sum`() {
    let old = "1. Care. It is kept clean.\n\n2. Law. The law of Ohio governs it."
    let new = "1. Care. It is kept clean.\n\n2. Roof. It is mended.\n\n3. Law. The law of Ohio governs it."
    #expect(figures(old, new).isEmpty)
  }

  @Test func `a provision that was joined to another is put aside, and one that was split off too`() {
    let apart = "1. Work. The Seller grinds the grain.\n\n2. The Buyer pays for it within a week of that.\n\n3. Law. Ohio."
    let joined = "1. Work. The Seller grinds the grain. The Buyer pays for it within a week of that.\n\n2. Law. Ohio."
    for (old, new) in [(apart, joined), (joined, apart)] {
      let comparison = Comparison(agreement(old), agreement(new))
      #expect(comparison.isSame)
      #expect(comparison.noise.splits == 1)
    }
  }

  @Test func `what stands in a provision that moved is carried by it`() {
    let first =
      "1. Change. While the mill changes hands:\n\n(a) the wheel is stopped and oiled; and\n\n(b) the sluice is shut by both.\n\n"
    let others = "N. Care. The mill is kept clean by those who use it.\n\nM. Rent. The rent is paid on the first of May.\n\n"
    let old = first + others.replacingOccurrences(of: "N.", with: "2.").replacingOccurrences(of: "M.", with: "3.")
    let new =
      others.replacingOccurrences(of: "N.", with: "1.").replacingOccurrences(of: "M.", with: "2.")
      + first.replacingOccurrences(of: "1. Change", with: "3. Change")
    let comparison = Comparison(agreement(old), agreement(new))
    let moved = comparison.rows.filter { $0.kind == .moved }
    #expect(moved.filter { !$0.isCarried }.count == 1)
    #expect(moved.filter(\.isCarried).count == 2)
  }

  @Test func `commas and quotation marks count as no words`() {
    let comparison = Comparison(
      agreement("1. Fee. The fee is ten."), agreement("1. Fee. The fee is ten.\n\n2. Other. \"Flour\" means flour, and bran."))
    #expect(comparison.rows.first { $0.kind == .added }?.inserted == 6)
  }

  @Test func `a foot that counts pages is none of the words`() {
    let old = (1...9).map { "\($0). Load. The mill grinds load number \($0) by hand and no other way.\n\n" }
    let new = old.enumerated().map { $1 + ($0 % 3 == 2 ? "Oak Elm Mill Agreement - Page \($0 / 3 + 1) of 3\n\n" : "") }
    #expect(Comparison(agreement(old.joined()), agreement(new.joined())).isSame)
  }

  @Test(arguments: [
    ("1. Rent falls due within 10 business days.", "1. Rent falls due within 10 days.", ["10 business days. > 10 days."]),
    ("1. Rent falls due ten days before May.", "1. Rent falls due ten days after May.", ["days before May > days after May"]),
    ("1. The lease ends on June 1, 2024.", "1. The lease ends on July 1, 2024.", ["June 1, 2024 > July 1, 2024"]),
    ("1. The lease ends on 1 June 2024 at noon.", "1. The lease ends on 1st June, 2024 at noon.", []),
    ("1. The rent is 500 dollars a month.", "1. The rent is 500 euros a month.", ["500 dollars a month > 500 euros a month"]),
    (
      "1. The Buyer pays 500 dollars in May and brings sacks for the grain of the whole year.",
      "1. In May the Buyer brings sacks for the grain of the whole year and pays 500 dollars.", []
    ),
    ("1. The Buyer pays.", "1. The Buyer pays under clause 9.", []),
  ])
  func `a figure is told with what it counts, and not where it moved, names a provision or is one day`(
    old: String, new: String, wanted: [String]
  ) { #expect(figures(old, new) == wanted) }

  @Test func `references to attachments that went, came or shifted are told`() {
    let exhibits = "EXHIBIT A\n\nMILLS\n\nThe old mill.\n\nEXHIBIT B\n\nSACKS\n\nThe grey sacks.\n"
    let body = "1. Things. The Seller keeps Exhibit A and Exhibit B.\n\n2. Law. Ohio.\n\n"
    let gone = summary(body + exhibits, body + "EXHIBIT A\n\nMILLS\n\nThe old mill.\n")
    #expect(gone.references.map(\.new) == [[]])
    let shifted = summary(
      body + exhibits,
      body
        + "EXHIBIT A\n\nCARTS\n\nThe two carts.\n\nEXHIBIT B\n\nMILLS\n\nThe old mill.\n\nEXHIBIT C\n\nSACKS\n\nThe grey sacks.\n")
    #expect(shifted.references.count == 2)
  }

  @Test func `a reference that was put in and leads nowhere is told`() {
    let found = summary("1. The Buyer pays.\n\n2. Law. Ohio.", "1. The Buyer pays under clause 9.\n\n2. Law. Ohio.")
    #expect(found.references.map(\.old) == [[]] && found.references.map(\.new) == [[]])
  }

  @Test(arguments: [
    (
      "1. Words. \"Mill\" means:\n\n(a) the old mill; or\n\n(b) the blue mill.\n\n2. Use. The Mill is used.",
      "1. Words. \"Mill\" means:\n\n(a) the old mill; or\n\n(b) the green mill.\n\n2. Use. The Mill is used."
    ),
    (
      "1. The Seller lets the red mill on the river (the \"Mill\").\n\n2. Use. The Mill is used.",
      "1. The Seller lets the blue mill on the river (the \"Mill\").\n\n2. Use. The Mill is used."
    ),
  ])
  func `a term means something else where its items or the words before its bracket do`(old: String, new: String) {
    #expect(summary(old, new).terms.map(\.name) == ["Mill"])
  }

  @Test func `a term that is defined no more tells who uses it still`() {
    let new = agreement("1. Use. The Mill is used.\n\n2. Law. Ohio.")
    let terms = ComparisonSummary(
      Comparison(agreement("1. \"Mill\" means the old mill on the hill.\n\n2. Use. The Mill is used.\n\n3. Law. Ohio."), new)
    ).terms
    #expect(terms.map { $0.users.map { new.provisions[$0].number } } == [["1"]])
  }

  @Test func `who is called otherwise throughout bears the same duties`() {
    let text = "1. Seller shall grind the grain.\n\n2. Seller shall keep the mill.\n\n3. Buyer shall pay."
    let old = Fixtures.agreement(
      of: "MILL AGREEMENT\n\nThis is made between Oak Limited (\"Seller\") and Elm Limited (\"Buyer\").\n\n" + text)
    let new = Fixtures.agreement(
      of: "MILL AGREEMENT\n\nThis is made between Oak Limited (\"Miller\") and Elm Limited (\"Buyer\").\n\n"
        + text.replacingOccurrences(of: "Seller", with: "Miller"))
    let found = ComparisonSummary(Comparison(old, new))
    #expect(found.renamed.map { $0.old + " > " + $0.new } == ["Seller > Miller"])
    #expect(found.duties.isEmpty && found.terms.isEmpty)
  }

  @Test func `a second bearer of a duty is told with the first`() {
    let found = summary("1. Seller shall wash the sacks.", "1. Seller and Buyer shall wash the sacks.").duties
    #expect(found.map { $0.oldBearers + " > " + $0.newBearers } == ["Seller > Seller and Buyer"])
  }

  @Test func `a duty whose bearer and gainer changed places is told`() throws {
    let turned = summary(
      "1. Sacks. The Seller shall indemnify the Buyer against every loss.\n\n2. Law. Ohio.\n",
      "1. Sacks. The Buyer shall indemnify the Seller against every loss.\n\n2. Law. Ohio.\n"
    ).duties
    #expect(turned.map { "\($0.oldBearers) > \($0.newBearers)" } == ["Seller > Buyer"])
  }
}
