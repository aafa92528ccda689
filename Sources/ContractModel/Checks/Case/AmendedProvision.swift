/// Shows what amendments changed, in an agreement as they leave it, and what they ask for that could not be applied.
enum AmendedProvision: CaseCheckRule {
  static let code = "amended-provision"
  static let severity = Finding.Severity.warning
  static let summary = "in an agreement as amended, a provision that an amendment changed, or asks to change"
  static let example = "“2” restated by the First Amendment"

  static func findings(_ value: Case, _ links: CaseLinks, _ member: Int) -> [Finding] {
    guard let changes = value.members[member].changes else { return [] }
    let agreement = value.members[member].agreement
    return changes.map { change in
      let amendment = value.members[change.member]
      // What changes no provision that is there is said at the beginning.
      let range = change.provision(in: agreement).map { agreement.provisions[$0].label } ?? 0..<min(1, agreement.text.bytes.count)
      let done = change.reason.map { "is not applied: \($0)" } ?? "was \(change.kind.rawValue)"
      return Finding(
        code, .warning, range, subject: change.provision,
        "\(change.provision) \(done), by \(amendment.title): \(shortened(amendment.agreement.words(change.range)))")
    }
  }

  /// At most some 120 characters, cut at a blank.
  private static func shortened(_ words: String) -> String {
    guard words.count > 120 else { return words }
    let cut = words.prefix(117)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + " …"
  }
}
