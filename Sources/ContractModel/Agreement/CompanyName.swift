/// The words of a company's name without what it is: `acme`, `technology` of "ACME TECHNOLOGY, INC."
struct CompanyName: Equatable {
  let words: [String]
  /// Whether it ends in "Inc.", "Limited" or the like.
  let isCompany: Bool

  private static let forms: Set<String> = [
    "inc", "incorporated", "corp", "corporation", "llc", "ltd", "limited", "lp", "llp", "plc", "co", "company", "gmbh", "ag", "sa",
    "nv", "bv", "na", "lllp", "pty", "pte", "kk", "srl", "spa", "ab", "oy", "as",
  ]

  init(_ name: String) {
    var words = Self.words(of: name)
    let whole = words.count
    while words.count > 1, let last = words.last, Self.forms.contains(last) { words.removeLast() }
    isCompany = words.count < whole
    if words.first == "the" { words.removeFirst() }
    self.words = words
  }

  static func == (a: CompanyName, b: CompanyName) -> Bool { a.words == b.words }

  /// The words of a name in small letters; `L.L.C.` is `llc`, `(Nevada)` is `nevada`.
  static func words(of name: String) -> [String] {
    name.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "/" }.map {
      $0.filter { $0.isLetter || $0.isNumber || $0 == "&" }
    }
    .filter { !$0.isEmpty && $0 != "and" && $0 != "&" }
  }

  /// Whether this is another name but for one word, spelt otherwise or left out.
  ///
  /// A word put in is mostly no part of the name: "BUYER Acme, Inc.", "Acme, Inc., individually".
  func isNearly(_ other: CompanyName) -> Bool {
    if words.count == other.words.count {
      let apart = zip(words, other.words).filter { $0 != $1 }
      guard apart.count == 1, let (a, b) = apart.first else { return false }
      // "Acme One" and "Acme Two" are two; "Technology" and "Technologies" are one.
      return EditDistance.between(a, b) <= 3 && a.prefix(4) == b.prefix(4) && min(a.utf8.count, b.utf8.count) > 4
        || EditDistance.between(a, b) == 1 && min(a.utf8.count, b.utf8.count) > 5
    }
    let long = other.words
    guard long.count == words.count + 1, words.count > 2 else { return false }
    return long.indices.contains { left in long.indices.filter { $0 != left }.map { long[$0] } == words }
  }

  /// Whether two names may be parts of one that goes on over a line's end: a long word of one is in the other.
  func isAkin(_ other: CompanyName) -> Bool {
    words.contains { $0.utf8.count > 3 && other.words.contains($0) }
  }
}
