import ContractModel
import Foundation
import TestSupport
import Testing

/// A file may hold several papers, each with numbers of its own.
@Suite struct PaperTests {
  private static let terms = """
    TERMS OF THE MILL

    1. Use. You may use the mill.

    2. Fees. You pay as Section 3 says.

    3. Law. Ohio law governs.

    ADDITIONAL TERMS FOR BAKERS

    1. Scope. These terms are for bakers. "Oven" means an oven.

    2. Return. You may return flour, and Section 3 applies.

    3. Courts. The courts of Hull decide.

    """
  private static let amendment = """
    FIRST AMENDMENT TO MILL AGREEMENT

    This First Amendment is made May 1, 2020 between Oak, Inc. ("Miller") and Elm Ltd ("Baker").

    1. Change. The Mill Agreement reads as set out below.

    2. Fee. Baker pays five dollars.

    3. Law. Ohio law governs.

    OAK, INC.

    By: ____________________

    MILL AGREEMENT

    This Mill Agreement (this "Agreement") is made May 1, 2020 between Oak, Inc. ("Miller") and Elm Ltd ("Baker").

    1. WORDS. "Flour" means flour.

    2. WORK. Miller grinds.

    3. NOTICES. Notices under this Section 3 are written, and Section 2 stays in force.

    4. LAW. Ohio law governs.

    """

  /// The canonical numbers of a text's provisions, in order.
  private func numbers(_ text: String) -> [String] { Fixtures.agreement(of: text).provisions.map(\.number) }

  private func leads(_ agreement: Agreement) -> [String] {
    agreement.references.map { reference in
      "\(agreement.words(reference.range)) → \(reference.targetIDs.map { agreement.heading($0) ?? "" }.joined())"
    }
  }

  @Test func `a translation behind its original is a paper of its own, and its references stay in it`() {
    let agreement = Fixtures.agreement(
      of: """
        CONTRATO DE MOLIENDA

        1. Objeto. El Molinero muele el trigo del Panadero conforme a la cláusula 2.

        2. Precio. Cinco euros por saco, y los sacos se devuelven.

        3. Ley. Se rige por la ley española; la cláusula 2 subsiste.

        MILLING AGREEMENT

        1. Object. The Miller grinds the wheat of the Baker under clause 2.

        2. Price. Five euros for each sack, and the sacks are returned.

        3. Law. The law of Spain governs; clause 2 of this agreement survives.
        """)
    #expect(agreement.provisions.papers.count == 2)
    let translated = agreement.references.suffix(2)
    #expect(translated.map { $0.targetIDs.map { agreement.heading($0) ?? "" } } == [["Price"], ["Price"]])
  }

  @Test func `a second set of terms has numbers of its own, and does not hang below the first's last`() {
    let agreement = Fixtures.agreement(of: Self.terms)
    #expect(agreement.provisions.map { "\($0.paper):\($0.number)" } == ["0:1", "0:2", "0:3", "1:", "1:1", "1:2", "1:3"])
    #expect(agreement.provisions[3].kind == .caption && agreement.heading(3) == "ADDITIONAL TERMS FOR BAKERS")
    #expect(agreement.provisions.papers.map { $0.title.map { agreement.words($0) } } == [nil, "ADDITIONAL TERMS FOR BAKERS"])
    #expect(leads(agreement) == ["Section 3 → Law", "Section 3 → Courts"])
    #expect(!agreement.words(agreement.provisions[2].range).contains("ADDITIONAL"))
    #expect(Checks.findings(agreement, only: ["numbering", "ambiguous-reference"]).isEmpty)
  }

  @Test func `the agreement behind its amendment is a paper of its own`() {
    let agreement = Fixtures.agreement(of: Self.amendment)
    #expect(agreement.provisions.map(\.paper) == [0, 0, 0, 1, 1, 1, 1, 1])
    #expect(leads(agreement) == ["Section 3 → NOTICES", "Section 2 → WORK"])
    #expect(Checks.findings(agreement, only: ["numbering", "ambiguous-reference", "duplicate-term"]).isEmpty)
  }

  @Test func `a heading with a paper's noun begins no paper where numbers go on`() {
    let agreement = Fixtures.agreement(
      of: "MILL AGREEMENT\n\n1. Use. None.\n\n2. Fees. None.\n\nFURTHER TERMS\n\n3. Law. None.\n\n4. End. None.\n")
    #expect(agreement.provisions.papers.count == 1)
    #expect(agreement.provisions.map(\.number) == ["1", "2", "3", "4"])
  }

  @Test func `a second title of the file's first level begins another set of terms`() {
    let text =
      "Ferry Terms\n\n1. Seats. One each.\n\n2. Fares. As Section 3 says.\n\n3. Law. Maine.\n\nTerms for Goods\n\n1. Weight. Ten stone.\n\n2. Fares. As Section 3 of these terms says.\n\n3. Loss. None.\n"
    let bytes = Array(text.utf8)
    let second = text.components(separatedBy: "Terms for Goods")[0].utf8.count
    let agreement = Agreement(
      SourceText(bytes, styles: [StyleMark(.heading, 0..<11, level: 1), StyleMark(.heading, second..<second + 15, level: 1)]))
    #expect(agreement.provisions.papers.count == 2)
    #expect(leads(agreement) == ["Section 3 → Law", "Section 3 → Loss"])
  }

  @Test func `lists below captions at the end of a body stand beside its clauses`() {
    let clauses =
      "FERRY DEED\n\n1. Seats. The ferry has ten seats for those who pay, and room for as many as stand.\n\n2. Fares. They are paid.\n\n"
    #expect(
      numbers(
        clauses
          + "RULES ON BOARD\n\n1. Dogs stay on deck.\n\n2. Nobody smokes.\n\nRULES ON LAND\n\n1. The gate shuts at six.\n\n2. Bags are left.\n"
      ) == ["1", "2", "", "1", "2", "", "1", "2"])
    // Where the clauses go on behind them, they are of the clause above.
    #expect(
      numbers(
        clauses + "3. Care. All take care.\n\nRULES ON BOARD\n\n1. dogs stay on deck;\n\n2. nobody smokes.\n\n4. Law. Maine.\n"
      )
      .suffix(1) == ["4"])
  }
}
