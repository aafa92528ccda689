/// Finds attachments that stand in the file and that nothing names.
enum UnreferencedAttachment: CheckRule {
  static let code = "unreferenced-attachment"
  static let severity = Finding.Severity.info
  static let summary = "an exhibit or schedule in the file that nothing names"
  static let example = "Exhibit C, which no clause speaks of"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let tree = agreement.provisions
    var named = Set(agreement.references.filter { $0.status == .attachment }.flatMap(\.targets))
    // "section 2 of Schedule B" names the schedule too, but not from within it.
    for reference in agreement.references {
      let here = reference.provision.flatMap { tree.attachment(of: $0) }
      for target in reference.targetIDs {
        guard let attachment = tree.attachment(of: target), attachment != here else { continue }
        named.insert(tree[attachment].number)
      }
    }
    return tree.indices.compactMap { id in
      guard tree[id].kind == .attachment, !named.contains(tree[id].number) else { return nil }
      let number = tree[id].number
      return Finding(code, .info, tree[id].label, subject: number, "\(number) is in the file and nothing names it.")
    }
  }
}
