/// Finds terms that are used only once, or only within the definition of another: "US Licensor", which only helps to define "Licensors".
enum UsedOnce: CheckRule {
  static let code = "used-once"
  static let severity = Finding.Severity.info
  static let summary = "a term that is used only once, or only to define another"
  static let example = "“US Licensor”, which only the definition of “Licensors” uses"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let makings = agreement.terms.indices.flatMap { term in agreement.terms[term].definitions.map { (term: term, definition: $0) } }
      .sorted { $0.definition.range.lowerBound < $1.definition.range.lowerBound }
    // A definition that a use can stand in, or right before, begins no further from it than the longest is.
    let reach = makings.reduce(160) { max($0, $1.definition.extent.count) }
    let span = agreement.text.bytes.span
    return agreement.terms.indices.compactMap { index in
      let term = agreement.terms[index]
      guard let first = term.uses.first, let definition = term.meaning(), definition.kind != .party || term.uses.count == 1 else {
        return nil
      }
      let place = definition.range
      let note = Finding.Note(range: first, message: "its only use")
      let low = makings.boundary(behindAll: { $0.definition.range.lowerBound < first.lowerBound - reach })
      let high = makings.boundary(behindAll: { $0.definition.range.lowerBound <= first.lowerBound + reach })
      let users = makings[low..<high].filter { other, definition in
        guard other != index, let last = term.uses.last else { return false }
        guard last.upperBound <= definition.extent.upperBound else { return false }
        if first.lowerBound >= definition.extent.lowerBound { return definition.kind == .list }
        return first.lowerBound < definition.range.lowerBound && isOneBracket(span, first.lowerBound..<definition.range.lowerBound)
      }
      // Of several, the one whose term stands nearest.
      if let user = users.min(by: { distance($0.definition.range, first) < distance($1.definition.range, first) }) {
        let other = agreement.terms[user.term].name
        return Finding(code, .info, place, subject: agreement.words(place), onlyDefines(term.name, other), notes: [note])
      }
      guard term.uses.count == 1 else { return nil }
      return Finding(code, .info, place, subject: agreement.words(place), once(term.name), notes: [note])
    }
  }

  /// Whether the words before a term are of the same bracket: (the Seller and the Lessor together the "Owners").
  private static func isOneBracket(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count < 160 && span.firstOffset(of: Ascii.close, in: range) == range.upperBound
  }

  private static func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int { abs(a.lowerBound - b.lowerBound) }

  private static func once(_ name: String) -> String { "“\(name)” is defined and used only once." }
  private static func onlyDefines(_ name: String, _ other: String) -> String {
    "“\(name)” is used only to define “\(other)”."
  }
}
