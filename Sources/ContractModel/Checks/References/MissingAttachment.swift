/// Finds attachments that are named and do not stand in the file: "Exhibit A" where nothing is attached. One finding an attachment.
enum MissingAttachment: CheckRule {
  static let code = "missing-attachment"
  static let severity = Finding.Severity.warning
  static let summary = "an exhibit or schedule that is named and not in the file"
  static let example = "“Exhibit A” where nothing is attached"

  static func findings(_ agreement: Agreement) -> [Finding] {
    var seen: Set<String> = []
    let span = agreement.text.bytes.span
    return agreement.references.filter { $0.status == .attachment && !$0.attached }.compactMap { reference in
      // "schedule 40 pipe" is no attachment, and "Attachment 2 of Exhibit B" is a part of one.
      guard let name = reference.targets.first, span[reference.range.lowerBound].isUpper,
        !isPart(span, reference.range.upperBound), seen.insert(name).inserted
      else { return nil }
      return Finding(code, .warning, reference.range, subject: name, message(name))
    }
  }

  private static func isPart(_ span: Span<UInt8>, _ end: Int) -> Bool {
    let next = span.skipSpaces(end)
    guard span.matchesWord("of", at: next) else { return false }
    let word = span.skipSpaces(next + 2)
    for kind: StaticString in ["exhibit", "schedule", "annex", "appendix", "attachment"] where span.matchesWord(kind, at: word) {
      return true
    }
    return false
  }

  private static func message(_ name: String) -> String { "\(name) is named here and is not in the file." }
}
