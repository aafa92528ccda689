import ContractBrowser
import TestSupport
import Testing

/// Headings printed in capitals are shown with one, but what is written in capitals everywhere.
@Suite struct HeadingCaseTests {
  @Test(arguments: [
    ("LIMITATION OF LIABILITY", "Limitation of liability"),
    ("TRANSFERS UNDER THE UK GDPR", "Transfers under the UK GDPR"),
    ("SOW", "SOW"),
    ("ORDER-001 AND ORDER-002", "ORDER-001 and ORDER-002"),
    ("MEANING OF \"BIG MILL\" AND OTHERS", "Meaning of \"BIG MILL\" and others"),
    ("MALLARIN TESLİMİ", "MALLARIN TESLİMİ"),
    ("Notices", "Notices"), ("ADDENDUM FOR THE STATE OF OHIO", "Addendum for the state of Ohio"),
    ("LAWS OF NEW YORK AND OF ENGLAND", "Laws of New York and of England"),
  ])
  func `a heading in capitals`(printed: String, shown: String) { #expect(ProvisionName.sentenceCase(printed) == shown) }

  @Test func `the article before a term is the heading's own`() {
    let agreement = Fixtures.agreement(
      of: "MILL TERMS\n\n1. CHANGES TO THE GRINDING\n\nWhat the mill does (the \"Grinding\") may change.\n\n2. LAW\n\nMaine.\n")
    #expect(ProvisionName.heading(0, in: agreement) == "Changes to the Grinding")
  }
}
