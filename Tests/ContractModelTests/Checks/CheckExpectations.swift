import ContractModel
import TestSupport
import Testing

/// What one check finds in a text.
func findings(_ code: String, _ text: String) -> [Finding] {
  Checks.findings(Fixtures.agreement(of: text), only: [code])
}

/// That a check finds something where the marks of a text stand, there alone, and is as sure as is said.
func expect(
  _ code: String, _ source: String, at marks: [Character], _ severity: Finding.Severity, messages: [String]? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let marked = MarkedText(source)
  let found = findings(code, marked.text)
  #expect(found.map(\.range.lowerBound) == marks.map { marked[$0] }, "\(found)", sourceLocation: sourceLocation)
  #expect(found.allSatisfy { $0.severity == severity }, "\(found)", sourceLocation: sourceLocation)
  if let messages { #expect(found.map(\.message) == messages, sourceLocation: sourceLocation) }
}

/// That a check finds nothing in any of some texts.
func expectNone(_ code: String, _ texts: [String], sourceLocation: SourceLocation = #_sourceLocation) {
  for text in texts {
    let found = findings(code, text)
    #expect(found.isEmpty, "\(text): \(found)", sourceLocation: sourceLocation)
  }
}
