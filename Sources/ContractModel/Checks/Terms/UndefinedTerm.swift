/// Finds words used as a defined term that nothing defines: "the Effective Date" where no clause says which date that is.
///
/// Only capitalised words in the middle of a sentence that end in a noun contracts define ("Date", "Period", "Products") count, so
/// that names, titles of persons and statutes do not. Where an agreement takes its terms from another the findings are hints only.
enum UndefinedTerm: CheckRule {
  static let code = "undefined-term"
  static let severity = Finding.Severity.warning
  static let summary = "words used like a defined term that nothing defines"
  static let example = "“the Effective Date” where no clause says which date that is"

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var known: Set<String> = []
    for term in agreement.terms {
      known.insert(term.name.lowercasedBytes)
      for definition in term.definitions {
        for form in TermName.forms(bytes(agreement, definition.range)) { known.insert(String(decoding: form, as: UTF8.self)) }
      }
    }
    let parties = agreement.parties.map { $0.name.lowercasedBytes }
    let roles = agreement.parties.compactMap { $0.role.map { Array($0.lowercasedBytes.utf8) } }
    var first: [String: (range: Range<Int>, count: Int, words: Int, isLed: Bool)] = [:]
    var order: [String] = []
    for block in agreement.blocks where block.kind == .paragraph {
      let range = reading.reading(block.range.lowerBound)..<reading.reading(block.range.upperBound)
      guard range.count > 40, !TitleWords.isCapitals(span, range) else { continue }
      for run in TermLikeWords.runs(span, range, roles) {
        let words = run.words
        let printed = reading.source(run.range)
        let key = TermName.key(span, run.range)
        guard !known.contains(key), !isCovered(agreement, printed), !parties.contains(where: { $0.contains(key) }) else { continue }
        if first[key] == nil {
          first[key] = (printed, 1, words, run.isLed)
          order.append(key)
        } else {
          first[key]!.count += 1
        }
      }
    }
    order.removeAll { key in first[key].map { $0.words == 1 && $0.count == 1 } ?? true }
    guard !order.isEmpty else { return [] }
    // What takes its terms from elsewhere, and what is no agreement, defines little itself.
    let incorporates = BorrowedTerms.areUsed(span)
    let isOther = OtherPapers.name(agreement.text) != nil || AmendedText.amends(agreement)
    let second = DefiningWords(agreement)
    return order.compactMap { key in
      guard let found = first[key], !second.define(key) else { return nil }
      let subject = agreement.words(found.range)
      return Finding(
        code, incorporates || isOther || found.count == 1 && !found.isLed ? .info : .warning, found.range, subject: subject,
        message(subject, found.count, incorporates)
      )
    }
  }

  private static func bytes(_ agreement: Agreement, _ range: Range<Int>) -> [UInt8] { Array(agreement.words(range).utf8) }

  /// Whether a place is a term's use or definition, a heading or a reference's words.
  private static func isCovered(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    if let id = agreement.provisions.innermost(at: range.lowerBound), let heading = agreement.provisions[id].heading,
      heading.overlaps(range)
    {
      return true
    }
    return agreement.terms.contains { term in
      holds(term.uses, range) || term.definitions.contains { $0.range.overlaps(range) }
    }
  }

  /// Whether one of some ranges in order covers the end of another: the noun itself is a known term.
  private static func holds(_ ranges: [Range<Int>], _ range: Range<Int>) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < range.upperBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound < range.upperBound
  }

  private static func message(_ words: String, _ count: Int, _ incorporates: Bool) -> String {
    "“\(words)” is used like a defined term\(count > 1 ? ", \(count) times," : "") and defined nowhere"
      + (incorporates ? " here; this agreement takes terms from another." : ".")
  }
}
