/// Finds references that a word processor could not fill in: "see Section Error! Reference source not found."
enum BrokenField: CheckRule {
  static let code = "broken-field"
  static let severity = Finding.Severity.error
  static let summary = "an error message of the word processor in the place of a reference"
  static let example = "“Section Error! Reference source not found.”"

  /// What Word prints where a cross-reference field lost its target, in the languages it is sold in most.
  private static let messages: [StaticString] = [
    "error! reference source not found", "error! bookmark not defined", "error! unknown document property name",
    "error! no bookmark name given", "fehler! verweisquelle konnte nicht gefunden werden", "fehler! textmarke nicht definiert",
    "erreur ! source du renvoi introuvable", "erreur ! signet non", "error! no se encuentra el origen de la referencia",
    "errore. l'origine riferimento non", "fout! verwijzingsbron niet gevonden",
  ]

  static func findings(_ agreement: Agreement) -> [Finding] {
    let span = agreement.reading.bytes.span
    var out: [Finding] = []
    for lead in leads {
      var from = 0
      while let at = span.firstIndex(of: lead, in: from..<span.count) {
        from = at + lead.utf8CodeUnitCount
        guard let message = messages.first(where: { span.matches($0, at: at) }) else { continue }
        let range = agreement.reading.source(at..<(at + message.utf8CodeUnitCount))
        let words = agreement.words(range)
        out.append(Finding(code, .error, range, subject: words, "“\(words)” stands where a reference should."))
      }
    }
    return out
  }

  /// What the messages begin with.
  private static let leads: [StaticString] = ["error!", "fehler!", "erreur !", "errore. l", "fout!"]
}
