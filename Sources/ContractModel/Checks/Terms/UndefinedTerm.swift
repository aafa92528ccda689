/// Finds words used as a defined term that nothing defines: "the Effective Date" where no clause says which date that is.
///
/// Only capitalised words in the middle of a sentence that end in a noun contracts define ("Date", "Period", "Products") count, so
/// that names, titles of persons and statutes do not. Where an agreement takes its terms from another the findings are hints only.
enum UndefinedTerm: CheckRule {
  static let code = "undefined-term"
  static let severity = Finding.Severity.warning
  static let summary = "words used like a defined term that nothing defines"
  static let example = "“the Effective Date” where no clause says which date that is"

  /// More than this many different words are not looked at twice.
  private static let floodLimit = 300

  static func findings(_ agreement: Agreement) -> [Finding] {
    let reading = agreement.reading
    let span = reading.bytes.span
    var known: Set<String> = []
    for term in agreement.terms {
      let name = term.name.lowercasedBytes
      known.insert(name)
      // "Financial Product or Service" is used as "Financial Products or Services" too.
      for joint in [" or ", " and "] {
        guard let found = name.firstRange(of: joint) else { continue }
        let first = name[..<found.lowerBound]
        guard first.contains(" "), !name[found.upperBound...].contains(" ") else { continue }
        known.formUnion([String(first), first + "s"])
      }
      for definition in term.definitions {
        for form in TermName.forms(bytes(agreement, definition.range)) { known.insert(String(decoding: form, as: UTF8.self)) }
      }
    }
    // Where terms are used and made, in order.
    let covered = agreement.terms.flatMap { $0.uses + $0.definitions.map(\.range) }.sorted { $0.upperBound < $1.upperBound }
    let parties = agreement.parties.map { Array($0.name.lowercasedBytes.utf8) }
    let roles = agreement.parties.compactMap { $0.role.map { Array($0.lowercasedBytes.utf8) } }
    var first: [String: Candidate] = [:]
    var order: [String] = []
    for block in agreement.blocks where block.kind == .paragraph {
      let range = reading.reading(block.range.lowerBound)..<reading.reading(block.range.upperBound)
      guard range.count > 40, !TitleWords.isCapitals(span, range) else { continue }
      for run in TermLikeWords.runs(span, reading.wordStarts, range, roles) {
        let printed = reading.source(run.range)
        let key = TermName.key(span, run.range)
        guard !known.contains(key), !isHeading(agreement, printed), !holds(covered, printed) || isKindOfParty(key),
          !isShareOf(known, key), !parties.contains(where: { $0.firstRange(of: Array(key.utf8)) != nil })
        else { continue }
        if first[key] == nil {
          first[key] = Candidate(range: printed, words: run.words, isLed: run.isLed, uses: run.uses)
          order.append(key)
        } else {
          first[key]!.count += 1
          if run.isLed { first[key]!.isLed = true }
        }
      }
    }
    let small = printedSmall(order.filter { first[$0].map { $0.uses > 2 && $0.counts } ?? false }, reading)
    let bodies = bodies(span)
    order.removeAll { key in
      guard let found = first[key], !bodies.contains(key) else { return true }
      // A noun that is seldom a term's must never be printed small.
      return !found.counts || found.uses > 2 && small.contains(key)
    }
    for words in promised(span) {
      let printed = reading.source(words)
      let key = TermName.key(span, words)
      // "Substantially Completed" may be made by "is deemed completed", and the last word of "Change of Control" is no term by itself.
      guard !known.contains(key), !key.hasSuffix("ed"), !holds(covered, printed),
        !order.contains(where: { $0 == key || $0.hasSuffix(" " + key) })
      else { continue }
      order.append(key)
      first[key] = Candidate(range: printed, count: first[key]?.count ?? 1, words: 2, isLed: true, uses: 1)
    }
    joinPlurals(&order, &first)
    guard !order.isEmpty else { return [] }
    // What takes its terms from elsewhere defines little itself.
    let incorporates = BorrowedTerms.areUsed(agreement)
    let amends = AmendedText.amends(agreement)
    let second = DefiningWords(agreement)
    // A text with hundreds of such words is not one that defines its terms, or not one that was understood.
    let isFlooded = order.count > floodLimit
    return order.compactMap { key in
      guard let found = first[key], case let evidence = isFlooded ? .none : second.evidence(key), evidence != .clear else {
        return nil
      }
      let isSure = found.isSure && evidence == .none
      // An amended agreement may well define what its amendment uses once or twice.
      if agreement.amends, !isSure { return nil }
      let subject = agreement.words(found.range)
      return Finding(
        code, isSure && !incorporates && !amends && !isFlooded ? .warning : .info, found.range, subject: subject,
        message(subject, found.count, incorporates, mayBeDefined: evidence == .possible))
    }
  }

  /// A run of words used like a term, with its first place and how often it comes.
  private struct Candidate {
    var range: Range<Int>
    var count = 1
    var words: Int
    /// Whether an article or the like leads it anywhere.
    var isLed: Bool
    /// How often two words and more must come so to be a warning.
    var uses: Int

    /// Whether it is told at all. A lone word without an article must come again and again; a noun that is seldom a term's must be led by
    /// one and come often.
    var counts: Bool {
      if words == 1, !isLed { return count >= 5 }
      return uses > 2 ? isLed && count >= uses : isLed || count >= uses
    }

    /// Whether it comes so often that it is a warning, and no hint.
    var isSure: Bool { count >= uses + (words == 1 ? 1 : 0) && (count > 1 || isLed) }
  }

  /// Makes one of a term in singular and plural, told by the form that comes first: "Trading Day" and "Trading Days".
  private static func joinPlurals(_ order: inout [String], _ first: inout [String: Candidate]) {
    let told = Set(order)
    for key in order {
      let singular = String(decoding: TermName.singular(Array(key.utf8)), as: UTF8.self)
      guard singular != key, told.contains(singular), let many = first[key], let one = first[singular] else { continue }
      let (kept, dropped) = one.range.lowerBound < many.range.lowerBound ? (singular, key) : (key, singular)
      first[kept]!.count = one.count + many.count
      first[dropped] = nil
    }
    order.removeAll { first[$0] == nil }
  }

  /// Those of some words that are used like a term and stand in small letters somewhere: they are no more than words.
  private static func printedSmall(_ keys: [String], _ reading: ReadingText) -> Set<String> {
    guard !keys.isEmpty else { return [] }
    let span = reading.bytes.span
    var byFirst: [Word: [[UInt8]]] = [:]
    for key in keys {
      let bytes = Array(key.utf8)
      byFirst[Word(bytes.span, 0..<bytes.span.wordEnd(0)), default: []].append(bytes)
    }
    var found: Set<String> = []
    reading.wordStarts.forEach(in: 0..<span.count) { at in
      guard span[at].isLower, let wanted = byFirst[Word(span, at..<span.wordEnd(at))] else { return at + 1 }
      for key in wanted where at + key.count <= span.count && key.indices.allSatisfy({ span[at + $0] == key[$0] }) {
        found.insert(String(decoding: key, as: UTF8.self))
      }
      return at + 1
    }
    return found
  }

  /// The committees and councils that are a body's own and have their names by that, in small letters: "the Planning Committee of the Board".
  private static func bodies(_ span: Span<UInt8>) -> Set<String> {
    var out: Set<String> = []
    for noun: StaticString in ["committee", "council"] {
      var from = 0
      while let at = span.firstIndex(of: noun, in: from..<span.count) {
        from = at + noun.utf8CodeUnitCount
        if let own = owned(span, at, end: from) { out.insert(own) }
        guard span.matches(" of ", at: from) else { continue }
        from += 4
        var next = from
        for article: StaticString in ["the ", "its ", "our "] where span.matches(article, at: next) { next += 4 }
        guard next < span.count, span[next].isUpper || span.matchesWord("board", at: next) else { continue }
        // Each run of capitals that ends here may be the name.
        let end = from - 4
        var start = at
        for _ in 0..<5 {
          let before = span.skipSpaces(endingAt: start)
          var word = before
          while word > 0, span[word - 1].isWord { word -= 1 }
          guard before < start, word < before, span[word].isUpper else { break }
          start = word
          out.insert(TermName.key(span, start..<end))
        }
      }
    }
    return out
  }

  /// The name of a body that is somebody's own: the committee of "the Board of Directors (or its Compensation Committee)", of "the Company's
  /// Audit Committee".
  private static func owned(_ span: Span<UInt8>, _ noun: Int, end: Int) -> String? {
    var start = noun
    for _ in 0..<4 {
      let before = span.skipSpaces(endingAt: start)
      if start < noun, span.matchesWord("its", endingAt: before) || span.matches("'s", at: before - 2) {
        return TermName.key(span, start..<end)
      }
      var word = before
      while word > 0, span[word - 1].isWord { word -= 1 }
      guard before < start, word < before, span[word].isUpper else { return nil }
      start = word
    }
    return nil
  }

  /// "the Inventing Party" is another than each "Party", which is defined.
  private static func isKindOfParty(_ key: String) -> Bool {
    let words = key.split(separator: " ")
    return words.count == 2 && (words[1] == "party" || words[1] == "parties")
      && (words[0].hasSuffix("ing") || words[0].hasSuffix("ed"))
  }

  /// "Property Rights" are rights in the "Property" that is defined.
  private static func isShareOf(_ known: Set<String>, _ key: String) -> Bool {
    guard let blank = key.lastIndex(of: " "),
      ["rights", "right", "interest", "interests", "site"].contains(key[key.index(after: blank)...])
    else { return false }
    return known.contains(String(key[..<blank]))
  }

  /// The words that are said to be defined in this very text: "during the Term (as defined herein)".
  private static func promised(_ span: Span<UInt8>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var from = 0
    while let defined = span.firstIndex(of: "defined", in: from..<span.count) {
      from = defined + 7
      // Back to the bracket or the comma.
      var at = defined
      while at > 0, defined - at < 24, span[at] != Ascii.open, span[at] != Ascii.comma { at -= 1 }
      guard DefiningWords.promises(span, at: at),
        let words = UnquotedDefinitions.capitalised(span, endingAt: span.skipSpaces(endingAt: at), 0..<at)
      else {
        continue
      }
      out.append(words)
    }
    return out
  }

  private static func bytes(_ agreement: Agreement, _ range: Range<Int>) -> [UInt8] { Array(agreement.words(range).utf8) }

  /// Whether a place is a heading's.
  private static func isHeading(_ agreement: Agreement, _ range: Range<Int>) -> Bool {
    guard let id = agreement.provisions.innermost(at: range.lowerBound) else { return false }
    return agreement.provisions[id].heading?.overlaps(range) ?? false
  }

  /// Whether one of some ranges in order covers the end of another: the noun itself is a known term.
  private static func holds(_ ranges: [Range<Int>], _ range: Range<Int>) -> Bool {
    let first = ranges.boundary(behindAll: { $0.upperBound < range.upperBound })
    return first < ranges.count && ranges[first].lowerBound < range.upperBound
  }

  private static func message(_ words: String, _ count: Int, _ incorporates: Bool, mayBeDefined: Bool) -> String {
    let use = "“\(words)” is used like a defined term\(count > 1 ? ", \(count) times," : "")"
    if mayBeDefined { return use + " and no words clearly define it." }
    return use + " and defined nowhere" + (incorporates ? " here; this agreement takes terms from another." : ".")
  }
}
