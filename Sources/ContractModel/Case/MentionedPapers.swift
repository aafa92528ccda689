/// The other papers that an agreement names in its text, whether it refers to their provisions or not: "the Joint Venture Contract".
struct MentionedPapers {
  /// Full names, each once, in order of place.
  private(set) var names: [String] = []
  /// The paper that this one says it is a part of: "This contract is one appendix to the Joint Venture Contract".
  private(set) var whole: String?

  private static let lastWords: Set<String> = [
    "agreement", "contract", "lease", "indenture", "deed", "guaranty", "note", "mortgage", "letter", "amendment",
  ]
  private static let kinds: [StaticString] = ["agreement", "contract", "indenture", "lease"]
  /// At most this many matches are examined.
  private static let limit = 2_000

  /// `papers` are those it gives short names to.
  init(_ agreement: Agreement, _ papers: [NamedPaper]) {
    let span = agreement.reading.bytes.span
    let own = PaperDirectory.words(agreement.title)
    var seen: Set<String> = []
    func take(_ name: String) {
      let words = PaperDirectory.words(name)
      // Its own name, whole or in part, is no other paper's.
      guard (2...6).contains(words.count), !words.contains("all"), let last = words.last, Self.lastWords.contains(last),
        !Set(words).isSubset(of: own), !Set(own).isSubset(of: words) || own.isEmpty
      else { return }
      if seen.insert(words.joined(separator: " ")).inserted { names.append(name) }
    }
    for paper in papers where paper.date != nil { take(paper.name) }
    // "under a purchase agreement of the same day (the "Purchase Agreement")": its own words stand before the bracket.
    for term in agreement.terms {
      guard PaperDirectory.words(term.name).last.map(Self.lastWords.contains) ?? false,
        let definition = term.definitions.first(where: { $0.kind == .inline })
      else { continue }
      let at = agreement.reading.reading(definition.range.lowerBound)
      let before = max(0, at - 260)..<at
      let words = String(decoding: agreement.reading.bytes[before], as: UTF8.self).lowercased()
      if words.contains("that certain") || words.contains(term.name.lowercased()) { take(term.name) }
    }
    // What the agreement defines itself is no paper that stands elsewhere, unless it says which.
    let defined = Set(agreement.terms.map(\.name.lowercasedBytes))
    var looks = 0
    for kind in Self.kinds {
      var from = 0
      while looks < Self.limit, let at = span.firstIndex(of: kind, in: from..<span.count) {
        from = at + kind.utf8CodeUnitCount
        guard span[at].isUpper, from >= span.count || !span[from].isWord else { continue }
        looks += 1
        guard let start = Self.start(span, of: at) else { continue }
        let name = String(decoding: agreement.reading.bytes[start..<from], as: UTF8.self)
        guard !defined.contains(name.lowercasedBytes) else { continue }
        take(name)
        if whole == nil, Self.saysPartOf(span, start) { whole = name }
      }
    }
  }

  /// Where the capitalised words begin that end in a word for a paper, behind "the"; nil where the word stands alone.
  private static func start(_ span: Span<UInt8>, of word: Int) -> Int? {
    var start = word
    var count = 0
    while start > 1, span[start - 1] == Ascii.space, count < 7 {
      var before = start - 1
      while before > 0, span[before - 1].isWord || span[before - 1] == Ascii.hyphen { before -= 1 }
      guard before < start - 1, span[before].isUpper, !span.matchesWord("the", at: before), !span.matchesWord("this", at: before)
      else {
        break
      }
      start = before
      count += 1
    }
    // Capitals all the way are a heading's.
    guard count > 0, (start..<word).contains(where: { span[$0].isLower }) else { return nil }
    return start > 4 && span.matches("the ", at: start - 4) ? start : nil
  }

  /// "is one appendix to the", "is an exhibit to the" before a name.
  private static func saysPartOf(_ span: Span<UInt8>, _ name: Int) -> Bool {
    let before = max(0, name - 60)..<name
    guard let this = span.firstIndex(of: "this ", in: before) else { return false }
    for words: StaticString in ["appendix to the ", "exhibit to the ", "schedule to the ", "annex to the ", "attachment to the "] {
      if let at = span.firstIndex(of: words, in: this..<name), at + words.utf8CodeUnitCount == name { return true }
    }
    return false
  }
}
