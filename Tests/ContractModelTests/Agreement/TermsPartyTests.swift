import ContractModel
import TestSupport
import Testing

/// Parties of terms that are put to whoever uses a thing, and of papers that introduce nobody.
@Suite struct TermsPartyTests {
  private func parties(_ introduction: String) -> [String] {
    let text = "MILL TERMS\n\n" + introduction + "\n\n1. Work. The one grinds for the other.\n\n2. Pay. The other pays.\n"
    return Fixtures.agreement(of: text).parties.map { $0.name + ($0.role.map { " as " + $0 } ?? "") }
  }

  @Test(arguments: [
    (
      "These terms contain the agreement between you and Oak Mills Limited and, where you live in Wales, Elm Mills UK Limited.",
      ["you", "Oak Mills Limited", "Elm Mills UK Limited"]
    ),
    (
      "This is a legal agreement between you (either a person or a firm, referred to below as 'You') and Oakwood. Read it.",
      ["you as You", "Oakwood"]
    ),
    (
      "These terms are an agreement between Oak Corporation (or one of its affiliates) and you. They apply to the mill.",
      ["Oak Corporation", "you"]
    ),
    (
      "This addendum is part of the agreement between Customer and Oak Mills Inc. (\"OMI\").",
      ["Customer as Customer", "Oak Mills Inc. as OMI"]
    ),
    // The place that tells most, and the company that a definition gives.
    (
      "This is a contract between you and Oak. It is an agreement between you and Oak Mills Inc. (\"Oak\").",
      ["you", "Oak Mills Inc. as Oak"]
    ),
    // Nobody with a name.
    ("This is a contract between Customer and Provider about flour.", []),
    ("The contract is between the Company and United Rivers where they meet.", []),
  ])
  func `who uses a thing is a party without a name`(introduction: String, found: [String]) {
    #expect(parties(introduction) == found)
  }

  @Test(arguments: [
    (
      "PARTIES (1) Oak Mills Limited is a company incorporated in England whose office is at 3 High Street, Leeds (the \"Miller\"); and (2) Jane Fir of 4 Low Road, York (the \"Baker\").",
      ["Oak Mills Limited as Miller", "Jane Fir as Baker"]
    ),
    (
      "BETWEEN: Ann Fir, of Reno, Nevada (\"Miller\").\n\nAND: Oak Foods, Inc., a company of Nevada (the \"Baker\").",
      ["Ann Fir as Miller", "Oak Foods, Inc. as Baker"]
    ),
    (
      "THIS DEED is made on 4 May 2019 by ASH AND ELM JOINT VENTURE, an Ohio general partnership (\"Miller\"), in favour of First Fir Bank, a bank (\"Baker\").",
      ["ASH AND ELM JOINT VENTURE as Miller", "First Fir Bank as Baker"]
    ),
    (
      "dated as of June 3, 2014\n\nFIRST OAK BANK\n\nand\n\nOAK BOND GUARANTOR LP\n\nhave entered into trades.",
      ["FIRST OAK BANK", "OAK BOND GUARANTOR LP"]
    ),
    (
      "Elm College (the \"College\") recognizes the Union of Elm Millers (the \"Union\") as the voice of the staff.",
      ["Elm College as College", "Union of Elm Millers as Union"]
    ),
    (
      "This page is run by oakWorks (hereby referred to as \"Service Provider\").",
      ["oakWorks as Service Provider"]
    ),
    ("\"Company\" refers to Oak e. K., Mill Street 3, Berlin.", ["Oak e. K. as Company"]),
  ])
  func `papers that say otherwise who makes them`(introduction: String, found: [String]) {
    #expect(parties(introduction) == found)
  }
}
