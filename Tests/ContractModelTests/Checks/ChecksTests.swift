import ContractModel
import TestSupport
import Testing

@Suite struct ChecksTests {
  @Test func `every check has a code of its own, a sentence and an example`() {
    #expect(Set(Checks.all.map(\.code)).count == Checks.all.count)
    #expect(Checks.all.allSatisfy { !$0.summary.isEmpty && !$0.example.isEmpty })
  }

  /// Asking for warnings leaves out checks that only give hints: none of those may know better.
  @Test(.heavy) func `no check is surer than it says`() {
    for text in Fixtures.texts {
      let agreement = Agreement(SourceText(text.bytes))
      for finding in Checks.findings(agreement) {
        let check = Checks.all.first { $0.code == finding.code }
        #expect(check.map { finding.severity <= $0.severity } == true, "\(text.name): \(finding)")
      }
      #expect(Checks.findings(agreement, least: .warning) == Checks.findings(agreement).filter { $0.severity > .info })
    }
  }

  @Test func `the first sample has the slips its seed has, and no others`() {
    let found = Checks.findings(Fixtures.licenseBack).map { "\($0.code) \($0.subject)" }
    for wanted in [
      "undefined-term Effective Date", "placeholder [Delaware]", "missing-attachment Schedule 1.1", "used-once US LICENSOR",
      "used-once FOREIGN LICENSOR", "term-variant Licensor", "lone-item 3.2.1", "doubled-punctuation ..",
      "party-name VALENCE TECHNOLOGIES, INC.", "party-name VALENCE CAYMAN ISLANDS LIMITED",
    ] { #expect(found.contains(wanted), "\(wanted)") }
    let sure = Checks.findings(Fixtures.licenseBack).filter { $0.severity > .info }.map(\.code)
    #expect(
      sure.sorted() == ["doubled-punctuation", "missing-attachment", "party-name", "party-name", "placeholder", "undefined-term"])
  }

  @Test func `the second sample has the slips its seed has, and no others`() {
    let found = Checks.findings(Fixtures.technology).filter { $0.severity > .info }.map { "\($0.code) \($0.subject)" }
    #expect(
      found.sorted() == [
        "duplicate-term PRC", "missing-attachment Exhibit A", "party-name Cheng Mengli", "placeholder __",
        "undefined-term Additional Expenses", "undefined-term Valence Improvements",
      ])
  }
}
