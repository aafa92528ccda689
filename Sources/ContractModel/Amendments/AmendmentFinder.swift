/// Finds the instructions of an amendment, clause by clause: `Section 2 is hereby deleted`, `is amended to read as follows: "…"`, `by
/// replacing "ten" with "five"`, `A new Section 4.5 is added`, `The last sentence of Section 3 is deleted`.
///
/// A clause names what it changes before its verb ("Section 2 is deleted") or behind it ("is deleted from Section 2"); what is quoted, and
/// the new words themselves, ask for nothing.
struct AmendmentFinder {
  private let agreement: Agreement
  private let span: [UInt8]
  /// The references in order of place, by where they stand in the reading text.
  private let references: [(index: Int, range: Range<Int>)]
  /// Where the amendment closes or asks anew; see `NewWords`.
  private let stops: [Int]

  init(_ agreement: Agreement) {
    self.agreement = agreement
    span = agreement.reading.bytes
    stops = NewWords.stops(of: agreement.reading)
    references = agreement.references.indices.filter { !agreement.references[$0].range.isEmpty }.map { index in
      let range = agreement.references[index].range
      return (index, agreement.reading.reading(range.lowerBound)..<agreement.reading.reading(range.upperBound))
    }
  }

  func amendments() -> [Amendment] {
    var out: [Amendment] = []
    // What stands before is read already: an instruction and its new words.
    var done = 0
    for paragraph in agreement.reading.paragraphs(0..<span.count) where paragraph.upperBound > done {
      guard Self.stems.contains(where: { span.span.firstIndex(of: $0, in: paragraph) != nil }) else { continue }
      let words = SentenceWords(span, paragraph)
      for clause in clauses(words) where words.range(clause).lowerBound >= done {
        guard let found = amendment(AmendingClause(words, clause, span)) else { continue }
        out.append(found.amendment)
        done = max(words.range(clause).upperBound, found.end)
      }
    }
    return out
  }

  private static let stems: [StaticString] = [
    "amend", "delet", "replac", "restated", "added", "insert", "substitut", "stricken", "modified", "revised", "shall read",
    "changed", "renumbered", "corrected", "void", "no further force",
  ]

  /// Sentences, cut at semicolons outside quotation marks.
  private func clauses(_ words: SentenceWords) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var at = 0
    while at < words.count {
      let sentence = words.sentence(at)
      var start = at
      var isQuoted = false
      for index in sentence {
        if words[index] == "\"" {
          isQuoted.toggle()
          // "… instrument." Section 5 is amended": what follows the mark is a sentence of its own.
          if !isQuoted, words[index - 1] == ".", sentence.contains(index + 1), words.tokens[index + 1].isCapital {
            out.append(start..<index + 1)
            start = index + 1
          }
        }
        // "with "7.12". In addition": neither does the period behind the mark end what SentenceWords calls a sentence.
        if words[index] == ".", !isQuoted, words[index - 1] == "\"", sentence.contains(index + 1), words.tokens[index + 1].isCapital
        {
          out.append(start..<index + 1)
          start = index + 1
        }
        if words[index] == ";", !isQuoted, index > start {
          out.append(start..<index)
          start = index + 1
        }
      }
      if start < sentence.upperBound { out.append(start..<sentence.upperBound) }
      at = sentence.upperBound
    }
    return out
  }

  // MARK: One clause

  private func amendment(_ clause: AmendingClause) -> (amendment: Amendment, end: Int)? {
    guard let verb = clause.verb else { return nil }
    let subject = subject(clause, verb)
    let definition = clause.definition
    guard subject != nil || definition != nil else { return nil }
    let reading = agreement.reading
    var amendment = Amendment(
      reference: subject?.index, part: .whole, change: .unknown("what it changes was not understood"),
      range: reading.source(clause.range))
    let newWords = NewWords(agreement, clause, targets: subject.map { numbers($0.range) } ?? [], stops: stops)
    if let definition {
      amendment.part = .definition(String(decoding: span[definition], as: UTF8.self))
    } else if let part = clause.part(subject?.range) {
      amendment.part = part
    }
    if let doubt = doubt(clause, verb, subject, amendment.part) {
      amendment.change = .unknown(doubt)
      return (amendment, newWords.range?.upperBound ?? 0)
    }
    let change = change(clause, verb, subject, newWords)
    amendment.change = change.change
    return (amendment, change.end)
  }

  /// Why a change cannot be applied though its words are understood.
  private func doubt(_ clause: AmendingClause, _ verb: Int, _ subject: (index: Int, range: Range<Int>)?, _ part: Amendment.Part)
    -> String?
  {
    if let doubt = clause.doubt(verb) { return doubt }
    if part == .whole, clause.namesPart { return AmendingClause.ambiguousPart }
    guard let subject else { return nil }
    let first = references.boundary(behindAll: { $0.range.lowerBound < subject.range.upperBound })
    let next = references[first...].prefix { $0.range.lowerBound < clause.range.upperBound }.first {
      !clause.isQuoted($0.range.lowerBound)
    }
    guard let next else { return nil }
    return clause.doubt(of: subject.range, beside: next.range, verb, isSame: { numbers(subject.range) == numbers(next.range) })
  }

  /// The reference that names what a clause changes.
  private func subject(_ clause: AmendingClause, _ verb: Int) -> (index: Int, range: Range<Int>)? {
    let range = clause.range
    var first = references.boundary(behindAll: { $0.range.lowerBound < range.lowerBound })
    var fallback: (index: Int, range: Range<Int>)?
    let verbPlace = clause.words.tokens[verb].range.lowerBound
    while first < references.count, references[first].range.lowerBound < range.upperBound {
      let found = references[first]
      first += 1
      guard !clause.isQuoted(found.range.lowerBound), !clause.isOwn(found.range) else { continue }
      if found.range.lowerBound > verbPlace {
        // "is hereby deleted from Section 4", "shall be added to Section 4"
        if fallback == nil, clause.leadsBack(to: found.range) { return found }
        continue
      }
      // "Article 2, Section 2.3": the inner one is meant.
      if first < references.count, references[first].range.lowerBound - found.range.upperBound <= 2,
        span[found.range.upperBound] == Ascii.comma, !clause.isUnderPreposition(found.range)
      {
        return references[first]
      }
      if !clause.isUnderPreposition(found.range) { return found }
      fallback = fallback ?? found
    }
    return fallback
  }

  /// The numbers that a reference names, in order.
  private func numbers(_ range: Range<Int>) -> [String] {
    let words = ReferenceGrammar.parse(agreement.reading.bytes.span, range.lowerBound, min(span.count, range.upperBound + 1))
    return words.map { $0.items.map { String(decoding: ReferenceResolver.flat($0.path), as: UTF8.self) } } ?? []
  }

  private func change(_ clause: AmendingClause, _ verb: Int, _ subject: (index: Int, range: Range<Int>)?, _ newWords: NewWords)
    -> (change: Amendment.Change, end: Int)
  {
    let unclear = Amendment.Change.unknown("what it changes was not understood")
    let unplaced = Amendment.Change.unknown(AmendingClause.unplaced)
    func source(_ range: Range<Int>) -> Range<Int> { agreement.reading.source(range) }
    let end = newWords.range?.upperBound ?? 0
    func with(_ make: (Range<Int>) -> Amendment.Change) -> (change: Amendment.Change, end: Int) {
      guard let range = newWords.range else { return (.unknown("its new words were not found"), 0) }
      return (make(source(range)), end)
    }
    let adds = clause.hasAny(["added", "adding", "add", "inserted", "inserting", "insert"])
    let replaces = clause.hasAny([
      "restated", "replaced", "replacing", "replace", "substituted", "substituting", "substitution", "lieu", "its place",
      "their place",
      "entirety as follows",
    ])
    let reads = replaces || clause.has("read") || clause.has("reads") || clause.has("provide in")
    if let subject, agreement.references[subject.index].status == .attachment || clause.isAttachment(subject.range) {
      let asksMore = adds || clause.part(subject.range) != nil
      if newWords.asks, reads, !asksMore, let range = newWords.range, !clause.has("attached") {
        return (.restate(source(range)), end)
      }
      return !asksMore && (clause.has("attached") || clause.has("to this amendment"))
        ? (.replaceAttachment, 0)
        : clause.isDeletion(verb)
          ? (.delete, 0)
          : (unclear, 0)
    }
    let quotes = clause.quotes
    if newWords.asks, adds, let first = quotes.first, clause.has("after"), first.upperBound < newWords.range?.lowerBound ?? 0 {
      return with { .insert($0, after: source(first)) }
    }
    // "by striking the last sentence and adding the following"
    if newWords.asks, adds, clause.part(subject?.range) != nil,
      clause.hasAny(["striking", "deleting", "delete", "strike"])
    {
      return with { .restate($0) }
    }
    if newWords.asks, adds, !replaces || clause.isNew(subject?.range) {
      if let subject, clause.isNew(subject.range) { return with { .add($0) } }
      if clause.has("definition") || clause.has("definitions") || clause.has("defined terms") { return with { .define($0) } }
      if clause.has("at the end") || clause.has("to the end") || clause.has("end thereof") || clause.has("end of") {
        return with { .insert($0, after: nil) }
      }
      if let part = clause.part(subject?.range), clause.isBehind(part) { return with { .insert($0, after: nil) } }
      if clause.addsProvision { return with { .addItem($0) } }
      return (unplaced, end)
    }
    if newWords.asks, reads, quotes.count < 2 || newWords.isBehindColon { return with { .restate($0) } }
    if let first = quotes.first {
      if adds, clause.hasAny(["before", "prior to", "preceding"]) {
        return (unplaced, 0)
      }
      if clause.has("after") || clause.has("following"), adds, quotes.count == 2 {
        // "by inserting "net" after "the"", "by inserting after "the" the word "net""
        let isAfterFirst = clause.place(of: "after").map { $0 < first.lowerBound } ?? true
        let after = quotes[isAfterFirst ? 0 : 1]
        return (.insert(source(bare(quotes[isAfterFirst ? 1 : 0], like: after)), after: source(after)), 0)
      }
      if clause.has("at the end") || clause.has("to the end"), quotes.count == 1 { return (.insert(source(first), after: nil), 0) }
      if quotes.count == 2, reads || adds || clause.has("changing") || clause.has("changed") {
        // "substituting "five" for "ten""
        let isTurned = clause.has("for") && clause.has("substituting") && !clause.has("deleting")
        let old = quotes[isTurned ? 1 : 0]
        return (.substitute(old: source(old), new: source(bare(quotes[isTurned ? 0 : 1], like: old))), 0)
      }
      if quotes.count == 1, clause.has("deleting") || clause.has("deleted") || clause.has("striking") || clause.has("stricken") {
        return (.substitute(old: source(first), new: nil), 0)
      }
      if quotes.count == 1, replaces, newWords.range != nil, clause.has("to read") { return with { .restate($0) } }
      return (unclear, 0)
    }
    if clause.isDeletion(verb) {
      // "is deleted in its entirety. The following paragraph is added in substitution thereof: …"
      if let next = newWords.following { return (.restate(source(next)), next.upperBound) }
      return replaces || adds || newWords.asks ? (.unknown("its new words were not found"), 0) : (.delete, 0)
    }
    if let part = clause.part(subject?.range), !reads, !adds, clause.has("deleting") || clause.has("striking"), part != .whole {
      return (.delete, 0)
    }
    return (unclear, 0)
  }

  /// Words without the period that stands inside the marks as the sentence ends there, unless the others have one too.
  private func bare(_ words: Range<Int>, like other: Range<Int>) -> Range<Int> {
    let stops = [Ascii.period, Ascii.comma]
    guard words.count > 1, stops.contains(span[words.upperBound - 1]), !stops.contains(span[other.upperBound - 1]) else {
      return words
    }
    return words.lowerBound..<words.upperBound - 1
  }
}
