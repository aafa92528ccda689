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
    // What takes its terms from elsewhere, and what is no agreement, defines little itself.
    let incorporates = incorporates(span)
    let isOther = OtherPapers.name(agreement.text) != nil || AmendedText.amends(agreement)
    let second = DefiningWords(agreement)
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
      for run in runs(span, range, roles) {
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
    return order.compactMap { key in
      guard let found = first[key], found.words > 1 || found.count > 1, !second.define(key) else { return nil }
      let subject = agreement.words(found.range)
      return Finding(
        code, incorporates || isOther || found.count == 1 && !found.isLed ? .info : .warning, found.range, subject: subject,
        message(subject, found.count, incorporates)
      )
    }
  }

  private static func bytes(_ agreement: Agreement, _ range: Range<Int>) -> [UInt8] { Array(agreement.words(range).utf8) }

  /// "Capitalized terms used and not defined herein have the meanings given in the Credit Agreement."
  private static func incorporates(_ span: Span<UInt8>) -> Bool {
    for words: StaticString in [
      "not otherwise defined", "not defined herein", "not defined in this", "undefined capitalized", "but not defined",
      "and not defined",
      "unless otherwise defined herein, ", "not herein defined", "otherwise defined herein have",
    ] where span.firstIndex(of: words, in: 0..<span.count) != nil { return true }
    for words: StaticString in [
      "terms defined therein", "used herein as so defined", "variables have the meaning", "on the cover page",
      "incorporates by reference all",
      "incorporates all of the terms", "schedule is attached to", "exhibit is attached to",
    ]
    where span.firstIndex(of: words, in: 0..<span.count) != nil { return true }
    // "all capitalized terms have the meaning given to them in the Contract", "terms used in this Amendment have the same meaning"
    for lead: StaticString in ["capitalized term", "defined terms", "terms used in this", "terms used herein", "terms used in the"]
    {
      var from = 0
      while let at = span.firstIndex(of: lead, in: from..<span.count) {
        from = at + lead.utf8CodeUnitCount
        let sentence = from..<min(span.count, from + 200)
        guard let meaning = span.firstIndex(of: "meaning", in: sentence) else { continue }
        let rest = meaning..<min(span.count, meaning + 60)
        var isHere = false
        for words: StaticString in [
          "in this", "herein", "in section", "in article", "below", "hereof", "hereto", "meanings:", "following",
        ]
        where span.firstIndex(of: words, in: rest) != nil { isHere = true }
        for paper: StaticString in ["cover page", "order form", "key terms"] where span.firstIndex(of: paper, in: rest) != nil {
          isHere = false
        }
        if !isHere { return true }
      }
    }
    return false
  }

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

  private struct Run {
    var range: Range<Int>
    var words: Int
    /// Whether an article or the like stands before it.
    var isLed: Bool
  }

  /// Runs of capitalised words in mid-sentence that end in a noun contracts define, behind an article or the like.
  ///
  /// Behind a comma may stand a name, so there only what begins with a party's own short name counts: "the Marks, Seller Improvements".
  private static func runs(_ span: Span<UInt8>, _ range: Range<Int>, _ roles: [[UInt8]]) -> [Run] {
    var out: [Run] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard span[i].isUpper, i > range.lowerBound + 1, span[i - 1] == Ascii.space,
        span[i - 2].isLower || span[i - 2] == Ascii.comma && begins(span, i, with: roles)
      else {
        // What a name or a comma leads is skipped whole: the end of "Network Protection Equipment" is no term.
        if span[i].isUpper, i == range.lowerBound || !span[i - 1].isWord {
          i = max(capitalsEnd(span, i, range.upperBound), i + 1)
        } else {
          i += 1
        }
        continue
      }
      let isLed = leadsTerm(span, i - 1)
      let start = i
      var end = i
      var words = 0
      var at = i
      while at < range.upperBound, words < 5 {
        let word = at
        while at < range.upperBound, span[at].isWord || span[at] == Ascii.hyphen { at += 1 }
        guard at > word, span[word].isUpper, at - word > 1, span[word + 1].isLower else { break }
        words += 1
        end = at
        guard at + 1 < range.upperBound, span[at] == Ascii.space else { break }
        // "Change of Control"
        if span.matches(" of ", at: at), at + 4 < range.upperBound, span[at + 4].isUpper { at += 4 } else { at += 1 }
      }
      i = max(end, start + 1)
      // One capitalised word needs an article before it.
      guard words > 1 || words == 1 && isLed, words < 5, end < range.upperBound, isNoun(span, start..<end),
        !isInstitution(span, start..<end)
      else { continue }
      // "the Securities and Exchange Commission" goes on, and a "so-called" thing is a product.
      if span.matches(" and ", at: end), end + 5 < range.upperBound, span[end + 5].isUpper { continue }
      if span.matchesWord("so-called", endingAt: start - 1) { continue }
      // "Equipment/Network Plan" and "Event ofDefault" were cut.
      if span[end] == Ascii.slash || span.matches(" of", at: end) && end + 3 < range.upperBound && span[end + 3].isUpper {
        continue
      }
      // "the Closing Date Schedule 1" and "Notice 5" go on with a number; "Services, Inc." is a name.
      let next = span.skipSpaces(end)
      if next < range.upperBound, span[next].isDigit || span[next] == Ascii.quote || span[next].isUpper && next == end + 1 {
        continue
      }
      if span.matches(", inc", at: end) || span.matches(", llc", at: end) || span.matches(", l", at: end)
        || span.matches(" of the state", at: end)
      {
        continue
      }
      guard !span.matchesWord("the", at: start), !isAnothers(span, start), !isCaption(span, start, range.lowerBound) else {
        continue
      }
      out.append(Run(range: start..<end, words: words, isLed: isLed || span[start - 2] == Ascii.comma || isPlaced(span, end)))
    }
    return out
  }

  /// "the Additional Expenses set forth in Article 6": words that say where their meaning is.
  private static func isPlaced(_ span: Span<UInt8>, _ end: Int) -> Bool {
    for words: StaticString in [" set forth in ", " described in ", " specified in ", " provided for in ", " referred to in "]
    where span.matches(words, at: end) {
      let next = end + words.utf8CodeUnitCount
      return span.matchesWord("article", at: next) || span.matchesWord("section", at: next)
    }
    return false
  }

  /// Where capitalised words one behind another end.
  private static func capitalsEnd(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var i = start
    while i < limit, span[i].isUpper {
      while i < limit, span[i].isWord || span[i] == Ascii.hyphen || span[i] == Ascii.apostrophe { i += 1 }
      guard i + 1 < limit, span[i] == Ascii.space else { break }
      var next = i + 1
      for small: StaticString in ["of ", "for ", "and ", "of the "] where span.matches(small, at: next) {
        let after = next + small.utf8CodeUnitCount
        if after < limit, span[after].isUpper { next = after }
      }
      guard span[next].isUpper else { break }
      i = next
    }
    return i
  }

  /// "HealthGate's Finder Services" is a product, and "such Statistical Release" was named just before.
  private static func isAnothers(_ span: Span<UInt8>, _ start: Int) -> Bool {
    // "Confidential and Proprietary Information" was cut.
    for word: StaticString in [" and ", " or ", " & "] where span.matches(word, at: start - word.utf8CodeUnitCount) {
      var i = start - word.utf8CodeUnitCount
      while i > 0, span[i - 1].isWord || span[i - 1] == Ascii.hyphen { i -= 1 }
      if span[i].isUpper { return true }
    }
    if span[start - 2] == 0x73, start > 2, span[start - 3] == Ascii.apostrophe { return true }
    for word: StaticString in ["such", "said", "these", "those"] where span.matchesWord(word, endingAt: start - 1) { return true }
    return false
  }

  /// Whether a place stands in a bracket right behind a number: "Section 6.4 [Sourcing of Other Products]".
  private static func isCaption(_ span: Span<UInt8>, _ start: Int, _ low: Int) -> Bool {
    var i = start
    while i > low, start - i < 90, span[i] != Ascii.close, span[i] != Ascii.closeBracket {
      i -= 1
      if span[i] == Ascii.open || span[i] == Ascii.openBracket {
        let before = span.skipSpaces(endingAt: i)
        return before > low && span[before - 1].isDigit
      }
    }
    return false
  }

  private static func begins(_ span: Span<UInt8>, _ start: Int, with roles: [[UInt8]]) -> Bool {
    roles.contains { role in
      let end = start + role.count
      return end < span.count && span[end] == Ascii.space && role.indices.allSatisfy { span[start + $0].lowercased == role[$0] }
    }
  }

  /// Whether the words before a place lead a term: an article, a possessive or a word of quantity.
  private static func leadsTerm(_ span: Span<UInt8>, _ end: Int) -> Bool {
    for word: StaticString in [
      "the", "any", "such", "each", "all", "an", "no", "its", "their", "every", "said", "these", "those", "of the",
    ]
    where span.matchesWord(word, endingAt: end) && span[end - word.utf8CodeUnitCount].isLower { return true }
    return false
  }

  /// Whether a word of a name says that it is an office or a statute: "Office of Foreign Assets Control", "Uniform Securities Act".
  private static func isInstitution(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where i == range.lowerBound || span[i - 1] == Ascii.space {
      for word: StaticString in [
        "office", "department", "bureau", "board", "commission", "ministry", "agency", "center", "centers", "federal", "national",
        "act", "code", "administration", "institute", "official", "public", "land",
      ]
      where span.matches(word, at: i)
        && (i + word.utf8CodeUnitCount == range.upperBound || span[i + word.utf8CodeUnitCount] == Ascii.space)
      { return true }
    }
    return false
  }

  /// Whether the last word is a noun that agreements define.
  private static func isNoun(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var start = range.upperBound
    while start > range.lowerBound, span[start - 1].isWord { start -= 1 }
    for noun: StaticString in [
      "date", "period", "term", "price", "expenses", "improvements", "products", "product", "services", "payment", "payments",
      "fee", "fees", "information", "property", "rights", "amount", "amounts", "event", "territory", "technology",
      "documents", "obligations", "premises", "equipment", "software", "materials", "notice", "request", "default", "closing",
      "collateral", "specifications", "deliverables", "royalties", "royalty", "costs", "losses", "damages", "claims",
      "affiliates", "affiliate", "persons", "person", "control", "grant", "release", "shares", "assets", "proceeds", "work",
      "project", "facility", "site", "milestone", "milestones", "invoice", "budget", "records", "marks", "trademarks",
      "patents", "improvement", "address", "percentage", "rate", "value", "sweepstakes", "consideration", "indebtedness",
      "liabilities", "approvals", "permits", "securities", "option", "options", "award", "awards",
    ] where noun.utf8CodeUnitCount == range.upperBound - start && span.matches(noun, at: start) { return true }
    return false
  }

  private static func message(_ words: String, _ count: Int, _ incorporates: Bool) -> String {
    "“\(words)” is used like a defined term\(count > 1 ? ", \(count) times," : "") and defined nowhere"
      + (incorporates ? " here; this agreement takes terms from another." : ".")
  }
}
