import TestSupport
import Testing

@testable import ContractModel

/// Parties where no sentence introduces them: columns, covers and schedules.
struct PartyPlaceTests {
  private static let clauses = "\n\n1. Work. One grinds for the other.\n\n2. Pay. The other pays.\n"

  @Test func `two columns of a page are labels and names`() {
    #expect(
      parties("MILL AGREEMENT\n\nMiller              Oak Mills Limited\n\nBaker               Elm Stores Limited" + Self.clauses)
        == [
          "Oak Mills Limited as Miller", "Elm Stores Limited as Baker",
        ])
  }

  @Test(arguments: ["and", "- and -", "&"])
  func `a cover names them with "and" on a line between`(joint: String) {
    let cover = "DATED 4 MAY 2021\n\nOAK MILLS LIMITED\n\n\(joint)\n\nELM STORES LIMITED\n\nMILL CONTRACT\n\n"
    #expect(
      parties(cover + "This contract is made on the date above by those named there." + Self.clauses) == [
        "OAK MILLS LIMITED", "ELM STORES LIMITED",
      ])
  }

  @Test func `a schedule lists those that the introduction points to`() {
    let text =
      "SHARE AGREEMENT\n\nBETWEEN:\n\n(1) THE PERSONS whose names and addresses are set out in Schedule 1 (the \"Millers\"); and\n\n"
      + "(2) OAK MILLS LIMITED (the \"Company\").\(Self.clauses)\nSCHEDULE 1\n\nThe Millers\n\nAnn Fir, of 4 Mill Row, Hull\n\nJohn Ash, of 9 Low Street, York\n"
    #expect(
      parties(text) == [
        "THE PERSONS whose names and addresses are set out in Schedule 1 as Millers", "Ann Fir as Millers", "John Ash as Millers",
        "OAK MILLS LIMITED as Company",
      ])
  }

  @Test func `what a schedule says each has to pay is no list of parties`() {
    let text =
      "CREDIT AGREEMENT\n\nThis agreement is made between Oak Mills Limited (the \"Borrower\") and the banks named in Schedule 1 (the \"Banks\").\(Self.clauses)\nSCHEDULE 1\n\n"
      + "Elm Bank of Hull $20,000,000\n\nAsh Bank of York $40,000,000\n"
    #expect(!parties(text).contains { $0.hasPrefix("Elm Bank") || $0.hasPrefix("Ash Bank") })
  }

  @Test func `a capital article belongs to a name, and to no role`() {
    #expect(
      parties(
        "This agreement is made between THE UNIVERSITY OF HULL (the \"Owner\") and The Mill Hotel Company, Inc. (the \"Guest\")."
          + Self.clauses) == ["THE UNIVERSITY OF HULL as Owner", "The Mill Hotel Company, Inc. as Guest"])
  }

  @Test func `a number in a register and who acts stand between a name and its role`() {
    let text = """
      MILL AGREEMENT

      between

      OAK MILLS (PTY) LTD
      (Registration No. 1999/123456/07)
      (hereinafter referred to as the "Miller")

      herein represented by ANN FIR in her capacity as director, she being duly authorised

      and

      ELM STORES CC
      (Registration No. 2001/123456/23)
      (hereinafter referred to as the "Baker")
      """
    #expect(parties(text + Self.clauses) == ["OAK MILLS (PTY) LTD as Miller", "ELM STORES CC as Baker"])
  }

  @Test func `numbered lines right below one another are a party each`() {
    #expect(
      parties(
        "Deed of Variation\n\nParties\n\n1. Oak Mills Limited (Miller)\n2. Elm Stores RTM Company Limited (Baker)\n\nAgreed terms"
          + Self.clauses)
        == ["Oak Mills Limited as Miller", "Elm Stores RTM Company Limited as Baker"])
  }

  @Test func `a form of several words ends a name`() {
    #expect(
      parties(
        "This agreement is made between Fir Polska Sp. z o.o. (the \"Miller\") and Elm Sarl, with its seat in Metz (the \"Baker\")."
          + Self.clauses) == ["Fir Polska Sp. z o.o. as Miller", "Elm Sarl as Baker"])
  }

  @Test func `behind "you" a company's description may come before its short name`() {
    #expect(
      parties(
        "Terms of Use\n\nThese Terms are a contract between you and Oak Audio Ltd, a company registered in Ireland (\"Oak\", \"we\" or \"us\")."
          + Self.clauses
      ).contains("Oak Audio Ltd as Oak"))
  }
}
