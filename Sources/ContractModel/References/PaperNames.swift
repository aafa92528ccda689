/// What an agreement calls itself and other papers, for telling whose provision a reference names.
///
/// `(this "Agreement")` and the title are its own; `the Exchange Law (the "FEL")` and `that certain Lease dated May 1 (the "Lease")` are others'.
struct PaperNames {
  /// Names of this agreement, in lower case.
  private(set) var own: Set<String> = []
  /// Names of other papers and of statutes, in lower case.
  private(set) var others: Set<String> = []
  /// Whether this agreement changes another.
  let amends: Bool

  init(_ found: [DefinitionFinder.Found], _ reading: ReadingText, _ title: String?, amends: Bool) {
    let span = reading.bytes.span
    let name = title?.lowercasedBytes ?? ""
    self.amends = amends
    if !name.isEmpty { own.insert(name) }
    for item in found where item.kind == .inline {
      let before = max(0, item.words.lowerBound - 8)..<item.words.lowerBound
      let key = TermName.key(span, item.words)
      if span.firstIndex(of: "this", in: before) != nil
        || item.words.lowerBound < 3_000 && Self.isPaper(span, item.words) && Self.introduced(span, item.words.lowerBound)
      {
        own.insert(key)
      } else if Self.namesPaper(span, item.words.lowerBound) {
        others.insert(key)
      }
    }
    others.subtract(own)
    // "the Lease" in an OFFICE LEASE, "the Agreement" in one that defines no such name
    let words = name.split(separator: " ")
    if !amends, let kind = words.last.map(String.init), Self.kinds.contains(kind), !others.contains(kind),
      !words.contains(where: { ["of", "to", "for", "under"].contains($0) })
    {
      own.insert(kind)
    }
    for item in found where own.contains(TermName.key(span, item.words)) { places.append(item.words.lowerBound) }
  }

  /// Where the paper's own names are made, in reading offsets: an agreement that is attached has the same name for itself.
  private(set) var places: [Int] = []

  /// How far from the beginning the introduction and the recitals name other papers, in bytes of the reading text.
  private static let head = 6_000

  private static let kinds: Set<String> = [
    "agreement", "contract", "lease", "sublease", "guaranty", "guarantee", "deed", "licence", "license", "plan", "charter",
  ]

  /// The name of another paper in "… of the FEL" behind a reference; nil where none stands.
  func other(_ span: Span<UInt8>, after end: Int) -> Range<Int>? {
    guard !others.isEmpty else { return nil }
    var at = span.skipSpaces(end)
    guard span.matches("of ", at: at) || span.matches("to ", at: at) || span.matches("under ", at: at) else { return nil }
    while at < span.count, span[at] != Ascii.space { at += 1 }
    at = span.skipSpaces(at)
    for article: StaticString in ["the ", "said ", "such ", "that "] where span.matches(article, at: at) {
      at = span.skipSpaces(at + article.utf8CodeUnitCount)
    }
    // The longest run of capitalised words that is a known name.
    var i = at
    var best: Range<Int>?
    for _ in 0..<6 {
      let start = i
      while i < span.count, span[i].isWord || span[i] == Ascii.hyphen { i += 1 }
      guard i > start, span[start].isUpper || TitleWords.isSmall(span, start..<i) else { break }
      if others.contains(TermName.key(span, at..<i)) { best = at..<i }
      guard i < span.count, span[i] == Ascii.space else { break }
      i += 1
    }
    return best
  }

  /// The name of another paper in small letters behind a reference, "clause 14.2 of the lease", "clause 21 of the shareholders' agreement";
  /// nil where the paper's own name has its last word, or says nothing more than "agreement".
  func otherInSmallLetters(_ span: Span<UInt8>, after end: Int) -> Range<Int>? {
    let of = span.skipSpaces(end)
    guard span.matches("of the ", at: of) || span.matches("under the ", at: of) || span.matches("in the ", at: of) else {
      return nil
    }
    let start = span.wordEnd(span.wordEnd(of) + 1) + 1
    var at = start
    for count in 0..<4 {
      let word = at
      while at < span.count, span[at].isLower || span[at] == Ascii.hyphen || span[at] == Ascii.apostrophe { at += 1 }
      guard at > word, at == span.count || !span[at].isWord else { return nil }
      let isAlone = Self.alone.contains(span, word..<at)
      if isAlone || count > 0 && Self.qualified.contains(span, word..<at) {
        // "of the present agreement", "of the lease-back", "of the lease Agreement"
        guard !own.isEmpty, count == 0 || !Self.same.begins(span, at: start),
          at + 1 >= span.count || span[at] != Ascii.space || !span[at + 1].isUpper,
          !isOwn([start..<span.wordEnd(start), word..<span.wordEnd(word)].map { TermName.key(span, $0) })
        else { return nil }
        return start..<at
      }
      guard at < span.count, span[at] == Ascii.space else { return nil }
      at += 1
    }
    return nil
  }

  /// Whether a name of the paper has words: the "Shareholders' Agreement" those of "the shareholders' agreement".
  func isOwn(_ words: [String]) -> Bool {
    own.contains { name in
      let parts = Set(name.split { !$0.isLetter }.map(String.init))
      return words.allSatisfy(parts.contains)
    }
  }

  static let alone = WordSet(
    "lease", "sublease", "mortgage", "indenture", "guaranty", "guarantee", "debenture", "charter", "statute", "treaty")
  static let qualified = WordSet("agreement", "contract", "deed", "plan", "licence", "license", "policy", "bond")
  static let same = WordSet(
    "present", "foregoing", "said", "same", "entire", "whole", "parties", "above", "within", "executed", "signed", "amended",
    "final", "definitive", "relevant")

  /// The initials of another paper right before a reference: "as MSA Section 4.2 requires", "MSA § 6.4".
  func initials(_ span: Span<UInt8>, before words: Range<Int>) -> Range<Int>? {
    let end = span.skipSpaces(endingAt: words.lowerBound)
    var start = end
    while start > 0, span[start - 1].isUpper { start -= 1 }
    guard (2...5).contains(end - start), end + 1 == words.lowerBound, span[end] == Ascii.space, start > 1,
      span[start - 1] == Ascii.space,
      // "ACCORDING TO SECTION 4"
      !span[start - 2].isUpper, words.count < 2 || !span[words.lowerBound + 1].isUpper,
      CorporateEnding.end(span, start) == nil, !TitleWords.isSmall(span, start..<end),
      !own.contains(TermName.key(span, start..<end))
    else { return nil }
    return start..<end
  }

  /// The name of another paper right before a reference that is its own: "the Lease's Exhibit C", "attached to the Lease as Exhibit C".
  func owner(_ span: Span<UInt8>, before words: Range<Int>) -> Range<Int>? {
    guard !others.isEmpty else { return nil }
    var end = span.skipSpaces(endingAt: words.lowerBound)
    let isAttached = span.matchesWord("as", endingAt: end)
    if isAttached {
      end = span.skipSpaces(endingAt: end - 2)
    } else if span.matches("'s", at: end - 2) {
      end -= 2
    } else {
      return nil
    }
    let words = Self.wordsOfName(span, endingAt: end)
    let named = words.last { others.contains(TermName.key(span, $0.lowerBound..<end)) }.map { $0.lowerBound..<end }
    guard isAttached, let name = named else { return named }
    var before = span.skipSpaces(endingAt: name.lowerBound)
    if span.matchesWord("the", endingAt: before) { before = span.skipSpaces(endingAt: before - 3) }
    let isSaid = ["attached to", "annexed to", "appended to", "scheduled to"].contains { span.matchesWord($0, endingAt: before) }
    return isSaid ? name : nil
  }

  /// Whether the words before the bracket at a place name a paper or a law: `the Securities Exchange Act of 1934 (the "…`.
  private static func namesPaper(_ span: Span<UInt8>, _ words: Int) -> Bool {
    var at = words
    let limit = max(0, words - 40)
    while at > limit, span[at - 1] != Ascii.open { at -= 1 }
    guard at > limit else { return false }
    at -= 1
    let before = max(0, at - 120)..<at
    if span.firstIndex(of: "that certain", in: before) != nil { return true }
    var end = at
    // "a Hall Lease dated as of May 1, 2014 (the "Lease")" at the head; a form that is attached so names the agreement it is attached to.
    if words < Self.head, let dated = span.firstIndex(of: " dated ", in: max(0, at - 48)..<at) { end = dated }
    while end > 0, span[end - 1] == Ascii.space || span[end - 1] == Ascii.comma { end -= 1 }
    var word = end
    while word > 0, span[word - 1].isWord { word -= 1 }
    if word < end, span[word].isUpper, ReferenceOwner.isDocumentWord(span, word..<end) {
      // "This Supply Agreement (the "Agreement")" is its own, whatever `this` stands before.
      return span.firstIndex(of: "this ", in: before) == nil
    }
    return false
  }

  private static func isPaper(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    for word: StaticString in ["agreement", "contract", "lease", "plan", "amendment", "note", "letter"]
    where span.matchesWord(word, endingAt: words.upperBound) { return true }
    return false
  }

  /// Whether the bracket at a place opens right behind the agreement's own name: `This Supply Agreement (the "Agreement")`.
  ///
  /// The lease of "a lease signed together with this Agreement (the "Store Lease")" is another paper: what is named is not "this".
  private static func introduced(_ span: Span<UInt8>, _ at: Int) -> Bool {
    let before = max(0, at - 120)..<at
    guard let this = span.firstIndex(of: "this ", in: before) else { return false }
    if ["with this ", "the this "].contains(where: { span.firstIndex(of: $0, in: before) != nil }) { return false }
    return span.firstIndex(of: ")", in: this..<at) == nil && span.firstIndex(of: "dated", in: this..<at) == nil
  }
}
