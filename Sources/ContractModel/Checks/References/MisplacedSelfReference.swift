/// Finds provisions that call themselves by another's number: "this Section 8.7" within 8.6.
enum MisplacedSelfReference: CheckRule {
  static let code = "misplaced-self-reference"
  static let severity = Finding.Severity.warning
  static let summary = "“this Section” with the number of another"
  static let example = "“this Section 8.7” within 8.6"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let span = agreement.text.bytes.span
    lazy var printed = PrintedNumberSearch(agreement)
    lazy var amended = AmendedText(agreement)
    return agreement.references.compactMap { reference in
      if let finding = absent(reference, agreement, span), !amended.quotes(at: reference.range.lowerBound) {
        // A provision that is printed and was not read is there all the same: "2.10b Cash Account." beside 2.10.
        return reference.targets.contains(where: { printed.isPrinted($0, trustsSelf: false) || $0.hasSuffix(".0") }) ? nil : finding
      }
      guard reference.status == .internal, reference.targetIDs.count == 1, let target = reference.targetIDs.first,
        let place = reference.provision, span.matchesWord("this", endingAt: span.skipSpaces(endingAt: reference.range.lowerBound)),
        !agreement.provisions.holds(target, place)
      else { return nil }
      let words = agreement.words(reference.range)
      let here = agreement.provisions[place].number
      return Finding(
        code, .info, reference.range, subject: words, "“this \(words)” stands in \(here).",
        notes: [Finding.Note(range: agreement.provisions[target].label, message: "\(words) is here")])
    }
  }

  /// "this Section 4.8" within 4.7, where 4 has no 4.8: the provision was renumbered, and what it calls itself was not.
  private static func absent(_ reference: CrossReference, _ agreement: Agreement, _ span: Span<UInt8>) -> Finding? {
    guard reference.status == .missing, reference.targets.count == 1, let target = reference.targets.first, target != "0",
      let place = reference.provision, span.matchesWord("this", endingAt: span.skipSpaces(endingAt: reference.range.lowerBound))
    else { return nil }
    let tree = agreement.provisions
    // Beside it or above it in the same article: 4.8 within 4.7(b).
    let isNear = tree.path(to: place).contains { id in
      let here = tree[id].number
      guard let dot = target.lastIndex(of: "."), let own = here.lastIndex(of: ".") else { return false }
      return target[..<dot] == here[..<own] && target != here
    }
    guard isNear else { return nil }
    let words = agreement.words(reference.range)
    return Finding(
      code, .warning, reference.range, subject: words,
      "“this \(words)” stands in \(tree[place].number), and there is no such provision.")
  }
}
