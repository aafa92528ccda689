/// Finds a term's words in small letters where the term may be meant: "the licensed property" where "Licensed Property" is defined.
///
/// Only terms of two words and more count, and only behind an article or the like: one word in small letters is mostly just a word.
enum TermCase: CheckRule {
  static let code = "term-case"
  static let severity = Finding.Severity.info
  static let summary = "a defined term's words in small letters"
  static let example = "“the licensed property” where “Licensed Property” is defined"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let terms = agreement.terms.filter { term in
      term.uses.count > 1 && term.name.contains(" ")
        && term.name.split(separator: " ").allSatisfy { $0.first?.isUppercase ?? false }
    }
    guard !terms.isEmpty else { return [] }
    let reading = agreement.reading
    let span = reading.bytes.span
    var first: [Int: (range: Range<Int>, count: Int)] = [:]
    TermUses(terms: terms.map { [Array($0.name.lowercasedBytes.utf8)] }, blocked: []).scan(reading) { index, range in
      guard !range.contains(where: { span[$0].isUpper }), isLed(span, range.lowerBound), !isNamedSo(span, range) else { return }
      // "“Prime Rate” means the bank's prime rate": what a definition is made of.
      let place = reading.source(range)
      guard !terms[index].definitions.contains(where: { $0.extent.contains(place.lowerBound) }) else { return }
      first[index, default: (range, 0)].count += 1
    }
    return terms.indices.compactMap { index in
      guard let found = first[index] else { return nil }
      let place = reading.source(found.range)
      let words = agreement.words(place)
      return Finding(
        code, .info, place, subject: words, message(words, terms[index].name, found.count),
        notes: terms[index].meaning().map { [Finding.Note(range: $0.range, message: "“\(terms[index].name)” is defined here")] }
          ?? [])
    }
  }

  /// Whether the very words are given their name in the same sentence: `the disclosing party (the "Disclosing Party")`, `the consulting
  /// agreement annexed as Exhibit B (the "Consulting Agreement")`.
  private static func isNamedSo(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    var at = words.upperBound
    let limit = min(span.count - words.count - 1, words.upperBound + 120)
    while at < limit, span[at] != Ascii.lineFeed, !(span[at] == Ascii.period && span[at + 1] == Ascii.space) {
      if span[at] == Ascii.quote, words.enumerated().allSatisfy({ span[at + 1 + $0].lowercased == span[$1].lowercased }) {
        return true
      }
      at += 1
    }
    return false
  }

  private static func isLed(_ span: Span<UInt8>, _ start: Int) -> Bool {
    guard start > 1, span[start - 1] == Ascii.space else { return false }
    for word: StaticString in ["the", "such", "any", "all", "its", "their", "each", "this"]
    where span.matchesWord(word, endingAt: start - 1) { return true }
    return false
  }

  private static func message(_ words: String, _ name: String, _ count: Int) -> String {
    "“\(words)” is in small letters\(count > 1 ? ", \(count) times," : "") and “\(name)” is a defined term."
  }
}
