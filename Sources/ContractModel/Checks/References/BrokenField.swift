/// Finds references that a word processor could not fill in: "see Section Error! Reference source not found."
enum BrokenField: CheckRule {
  static let code = "broken-field"
  static let severity = Finding.Severity.error
  static let summary = "an error message of the word processor, or a 0, in the place of a reference"
  static let example = "“Section Error! Reference source not found.”"

  /// What Word prints where a cross-reference field lost its target, in the languages it is sold in most: how each language begins, and
  /// how it goes on.
  static let messages: [(lead: StaticString, rests: [StaticString])] = [
    (
      "error!",
      [
        " reference source not found", " bookmark not defined", " unknown document property name", " no bookmark name given",
        " no se encuentra el origen de la referencia",
      ]
    ),
    ("fehler!", [" verweisquelle konnte nicht gefunden werden", " textmarke nicht definiert"]),
    ("erreur !", [" source du renvoi introuvable", " signet non"]),
    ("errore.", [" l'origine riferimento non"]),
    ("fout!", [" verwijzingsbron niet gevonden"]),
  ]

  static func findings(_ agreement: Agreement) -> [Finding] {
    let span = agreement.reading.bytes.span
    var out: [Finding] = []
    for (lead, rests) in messages {
      var from = 0
      while let at = span.firstIndex(of: lead, in: from..<span.count) {
        from = at + lead.utf8CodeUnitCount
        guard let rest = rests.first(where: { span.matches($0, at: from) }) else { continue }
        let range = agreement.reading.source(at..<(from + rest.utf8CodeUnitCount))
        let words = agreement.words(range)
        out.append(Finding(code, .error, range, subject: words, "“\(words)” stands where a reference should."))
      }
    }
    // "Section 0": what a field prints whose target has no number; no agreement has a clause 0.
    for reference in agreement.references where reference.status == .missing && reference.targets == ["0"] {
      let words = agreement.words(reference.range)
      out.append(Finding(code, .error, reference.range, subject: words, "“\(words)”: the reference lost what it led to."))
    }
    return out
  }
}
