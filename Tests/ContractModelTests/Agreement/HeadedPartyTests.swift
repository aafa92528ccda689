import ContractModel
import TestSupport
import Testing

/// Parties below a heading of their own, with addresses, registers and parts on lines of their own; and titles in the case of a sentence.
@Suite struct HeadedPartyTests {
  private static let clauses = "1. Work. The one grinds for the other.\n\n2. Pay. The other pays.\n"

  @Test(arguments: [
    "PARTIES\n\nOak Mills Pty Ltd ACN 123 456 789 of 8 Wray Avenue, Perth (\"Owner\")\n\nShire of Moor of 3 Mill Street (\"Tenant\")\n\nBACKGROUND\n\nA. It is so.\n\n",
    "Parties:\n\n1. Oak Mills Pty Ltd (\"Owner\")\n\n2. Shire of Moor (\"Tenant\")\n\nTerms:\n\n",
    "PARTIES:\n\nOak Mills Pty Ltd (Owner)\n\nShire of Moor (Tenant)\n\nAGREEMENT:\n\n",
  ])
  func `parties stand below their heading without and between them`(head: String) {
    let text = "MILL AGREEMENT\n\n" + head + Self.clauses
    #expect(parties(text) == ["Oak Mills Pty Ltd as Owner", "Shire of Moor as Tenant"])
    #expect(Fixtures.agreement(of: text).provisions.filter { $0.kind == .provision }.map(\.number) == ["1", "2"])
  }

  @Test(arguments: [
    "Between:\n\nThe Trustees of Ford Mill School\n12 Mill Road, Hull\n(the \"Owner\")\n\nand\n\nAnn Fir\n7 Dock Road, Hull\n(the \"Miller\")\n\n",
    "BETWEEN\n\nTHE TRUSTEES OF FORD MILL SCHOOL, of Hull, hereinafter called \"the Owner\" (which shall include her heirs)\n\n...PARTY OF THE FIRST PART\n\nAND\n\nANN FIR, of Hull, hereinafter called \"the Miller\"\n\n...PARTY OF THE SECOND PART\n\n",
  ])
  func `addresses and parts on lines of their own belong to no name`(head: String) {
    #expect(
      parties("MILL AGREEMENT\n\n" + head + Self.clauses).map { $0.lowercased() } == [
        "the trustees of ford mill school as owner", "ann fir as miller",
      ])
  }

  @Test func `WITNESSETH as follows begins the clauses`() {
    let text =
      "THIS DEED is made between Oak Ltd (\"Oak\") and Fir Ltd (\"Fir\").\n\nWITNESSETH as follows:\n\n1. OAK conveys the mill.\n\n2. FIR pays for it.\n"
    #expect(Fixtures.agreement(of: text).provisions.map(\.number) == ["1", "2"])
  }

  @Test(arguments: [
    ("Mill tenancy\n\nIt is made between Oak Ltd (\"Oak\") and Ann Fir (\"Ann\")\n\n", "Mill tenancy"),
    ("DEED OF MILL ARRANGEMENT\n\nTERMS\n\n", "Deed of Mill Arrangement"),
    ("SALE OF A MILL AGREEMENT\n\n", "Sale of a Mill Agreement"), ("OAK LLC AGREEMENT\n\n", "Oak LLC Agreement"),
  ])
  func `a title is what heads the paper, in any case of letters`(head: String, title: String) {
    #expect(Fixtures.agreement(of: head + Self.clauses).title == title)
  }

  @Test(arguments: [
    (
      "This deed is governed by the laws of the United States where they apply and otherwise by the laws of the State of Maine.",
      "State of Maine"
    ),
    ("For transfers where Swiss law applies, the parties keep to it.", nil),
    ("The laws of India govern; the rest is silence.", "India"),
  ])
  func `a law for some cases is not the agreement's`(clause: String, law: String?) {
    #expect(Fixtures.agreement(of: "1. Law. \(clause)\n\n2. Rest. None.\n").governingLaw == law)
  }

  @Test(arguments: [
    "SUPPLY AGREEMENT\n\nPARTIES\n\nYes ( )\n\n1. Goods. All.", "PARTIES\n\n( )", "1. Goods. See clause 2 of the lease",
    "1. 'Guests' Goods", "1. Mill Wheel means",
  ])
  func `a text may end anywhere`(text: String) {
    #expect(Fixtures.agreement(of: text).text.bytes.count == text.utf8.count)
  }
}
