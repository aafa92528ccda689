import ContractModel
import TestSupport
import Testing

@Suite struct CheckTests {
  private func findings(_ text: String, _ code: String) -> [Finding] {
    Checks.findings(Fixtures.agreement(of: text)).filter { $0.code == code }
  }

  @Test func `a blank is found where it stands`() {
    let marked = MarkedText("1. Law. The laws of 1️⃣[Delaware] govern from June 2️⃣__, 2003.\n")
    #expect(findings(marked.text, "placeholder").map(\.range.lowerBound) == [marked["1️⃣"], marked["2️⃣"]])
    #expect(findings(marked.text, "placeholder").map(\.subject) == ["[Delaware]", "__"])
  }

  @Test func `a changed letter, a redaction and a remark are no blanks`() {
    #expect(findings("1. Text. \"[T]he goods\" [***] [signature page follows] [Reserved] stay.\n", "placeholder").isEmpty)
  }

  @Test func `a missing provision and a missing attachment are found once each`() {
    let text = "1. Sale. As in Section 7 and Exhibit B.\n\n2. Price. As in Exhibit B and Section 1.\n"
    #expect(findings(text, "missing-reference").map(\.subject) == ["Section 7"])
    #expect(findings(text, "missing-attachment").map(\.subject) == ["Exhibit B"])
  }
}
