/// Finds attachments that are named and do not stand in the file: "Exhibit A" where nothing is attached. One finding an attachment.
enum MissingAttachment {
  static let code = "missing-attachment"

  static func findings(_ agreement: Agreement) -> [Finding] {
    var seen: Set<String> = []
    return agreement.references.filter { $0.status == .attachment && !$0.attached }.compactMap { reference in
      guard let name = reference.targets.first, seen.insert(name).inserted else { return nil }
      return Finding(code, .warning, reference.range, subject: name, message(name))
    }
  }

  private static func message(_ name: String) -> String { "\(name) is named here and is not in the file." }
}
