/// The words of an instruction as its grammar reads them: words in quotation marks, a reference, and new words below a colon are one
/// lexeme each.
///
/// `Section 2.1 of the Lease is amended by replacing "ten" with "five"` is reference, of, the, lease, is, amended, by, replacing, quote,
/// with, quote. An instruction may run over paragraphs: `replacing the following sentence: "…"`, `with the following sentence: "…"`.
struct InstructionWords {
  enum Kind: Equatable {
    case word
    /// Words in quotation marks; the range is that within them.
    case quote
    /// A reference of the agreement, by its index.
    case reference(Int)
    /// New words below a colon.
    case newWords
  }

  struct Lexeme {
    var kind: Kind
    /// A word or a mark; `.none` for other kinds.
    var word: Word = .none
    /// Offsets in the reading text.
    var range: Range<Int>
    var isCapital = false
  }

  private(set) var lexemes: [Lexeme] = []
  /// Whether a noun at the head asks as its verb would, where a sentence above leads it: "(a) the deletion of "ten"".
  var readsNounsAsVerbs = false
  let bytes: [UInt8]
  /// The references in order of place, by where they stand in the reading text.
  private let references: [(index: Int, range: Range<Int>)]

  init(_ bytes: [UInt8], _ references: [(index: Int, range: Range<Int>)]) {
    self.bytes = bytes
    self.references = references
  }

  var count: Int { lexemes.count }
  var isEmpty: Bool { lexemes.isEmpty }

  /// The word at a place; `.none` beyond the ends, and of what is no word.
  subscript(_ index: Int) -> Word { lexemes.indices.contains(index) ? lexemes[index].word : .none }

  func kind(_ index: Int) -> Kind? { lexemes.indices.contains(index) ? lexemes[index].kind : nil }

  func isCapital(_ index: Int) -> Bool { lexemes.indices.contains(index) && lexemes[index].isCapital }

  /// The reference at a place, by its index in the agreement.
  func reference(_ index: Int) -> Int? {
    if case .reference(let found)? = kind(index) { return found }
    return nil
  }

  /// The words in quotation marks at a place.
  func quote(_ index: Int) -> Range<Int>? { kind(index) == .quote ? lexemes[index].range : nil }

  /// A date or an amount that stands at a place without marks, `June 30, 2020` or `$4,200`, and the place behind it.
  func value(_ index: Int) -> (range: Range<Int>, next: Int)? {
    guard kind(index) == .word else { return nil }
    let start = lexemes[index].range.lowerBound
    var end = start
    if let date = DateParser.parse(bytes.span, start) {
      end = date.end
    } else {
      while end < bytes.count,
        [0x24, 0x25, Ascii.comma, Ascii.period].contains(bytes[end]) || bytes[end].isDigit || bytes[end] > 0x7F
      {
        end += 1
      }
      while end > start, [Ascii.comma, Ascii.period].contains(bytes[end - 1]) { end -= 1 }
      guard bytes[start..<end].contains(where: \.isDigit), end >= bytes.count || !bytes[end].isWord else { return nil }
    }
    var next = index
    while next < count, lexemes[next].range.lowerBound < end { next += 1 }
    return (start..<end, next)
  }

  /// Whether a value says by itself what it is, with no noun before it: `$8`, `6.5%`, `June 30, 2020`, and no `12`.
  func isSumOrDay(_ value: Range<Int>) -> Bool {
    Currency.signEnd(bytes.span, at: value.lowerBound) != nil || bytes[value].contains { $0 == 0x25 || $0.isLetter }
  }

  /// Whether the words of a phrase, parted by single blanks, stand from a place on.
  func matches(_ phrase: StaticString, at index: Int) -> Bool {
    phrase.withUTF8Buffer { buffer in
      let span = buffer.span
      var at = index
      var start = 0
      while start < span.count {
        let end = span.firstOffset(of: Ascii.space, in: start..<span.count)
        guard self[at] == Word(span, start..<end), self[at] != .none else { return false }
        at += 1
        start = end + 1
      }
      return true
    }
  }

  /// How many words the first of several phrases has that stands at a place; nil where none does.
  func length(ofAny phrases: [StaticString], at index: Int) -> Int? {
    phrases.first { matches($0, at: index) }.map(\.wordCount)
  }

  /// Words as they are printed, in small letters with single blanks.
  func text(_ range: Range<Int>) -> String {
    range.map { String(decoding: bytes[lexemes[$0].range].map(\.lowercased), as: UTF8.self) }.joined(separator: " ")
  }

  /// Behind the labels that lead an instruction: `(a)`, `2.`, `1.02`, `FIRST:` is none.
  func behindLabel(_ start: Int, before end: Int) -> Int {
    var next = start
    // "Article 1", and on the next line "In Article 3.2 of the Agreement, …": a heading of the amendment.
    if case .reference? = kind(next), isCapital(next + 1), ["in", "the", "a", "for", "after", "at"].contains(self[next + 1]) {
      next += 1
    }
    while next < end {
      if self[next] == "(", self[next + 2] == ")", kind(next + 1) == .word {
        next += 3
      } else if [".", ")"].contains(self[next + 1]), kind(next) == .word, self[next].count <= 5,
        InstructionVerb.of(self[next]) == nil
      {
        next += 2
      } else if [".", "-", ",", "*"].contains(self[next]) || kind(next) == .word && self[next].isFigures {
        next += 1
      } else {
        break
      }
    }
    return next
  }

  /// From one lexeme to another, in the reading text.
  func range(_ range: Range<Int>) -> Range<Int> {
    lexemes[range.lowerBound].range
      .lowerBound..<max(lexemes[range.lowerBound].range.lowerBound, lexemes[range.upperBound - 1].range.upperBound)
  }

  // MARK: Reading

  /// Adds the words of a stretch up to a colon that new words can follow, and says where that colon stands; nil where none does.
  ///
  /// - Parameter introduces: Whether a colon behind the words so far introduces new words; one that does not ends a heading.
  mutating func read(_ words: SentenceWords, _ stretch: Range<Int>, introduces: (InstructionWords) -> Bool) -> Int? {
    var at = stretch.lowerBound
    var next = references.boundary(behindAll: { $0.range.lowerBound < words.tokens[stretch.lowerBound].range.lowerBound })
    while at < stretch.upperBound {
      let token = words.tokens[at]
      if token.word == "\"" {
        // Words that nothing closes here go on in other paragraphs.
        let close = (at + 1..<stretch.upperBound).first { words[$0] == "\"" }
        let end = close.map { words.tokens[$0].range.lowerBound } ?? words.range(stretch).upperBound
        lexemes.append(Lexeme(kind: .quote, range: token.range.upperBound..<max(end, token.range.upperBound)))
        at = close.map { $0 + 1 } ?? stretch.upperBound
        continue
      }
      while next < references.count, references[next].range.upperBound <= token.range.lowerBound { next += 1 }
      if next < references.count, references[next].range.contains(token.range.lowerBound),
        references[next].range.lowerBound >= words.tokens[stretch.lowerBound].range.lowerBound
      {
        let found = references[next]
        lexemes.append(Lexeme(kind: .reference(found.index), range: found.range))
        while at < stretch.upperBound, words.tokens[at].range.lowerBound < found.range.upperBound { at += 1 }
        continue
      }
      if token.word == ":", introduces(self) { return token.range.lowerBound }
      if partsPlace(token.range) {
        lexemes.append(Lexeme(kind: .word, word: ":", range: token.range))
        at += 1
        continue
      }
      if let (verb, end) = nominal(words, at) {
        lexemes.append(Lexeme(kind: .word, word: verb, range: token.range.lowerBound..<words.tokens[end - 1].range.upperBound))
        at = end
        continue
      }
      lexemes.append(Lexeme(kind: .word, word: token.word, range: token.range, isCapital: token.isCapital))
      at += 1
    }
    return nil
  }

  /// Whether a dash with blanks around stands behind the reference at the head, as a colon does: "2.1 Clause 2.2 – omit "ten"".
  private func partsPlace(_ sign: Range<Int>) -> Bool {
    guard reference(count - 1) != nil, behindLabel(0, before: count - 1) == count - 1, sign.lowerBound > 0, sign.count <= 3,
      bytes[sign.lowerBound - 1] == Ascii.space, sign.upperBound < bytes.count, bytes[sign.upperBound] == Ascii.space
    else { return false }
    return bytes[sign] == [Ascii.hyphen] || bytes[sign] == [0xE2, 0x80, 0x93] || bytes[sign] == [0xE2, 0x80, 0x94]
  }

  private static let nominals: [Word: Word] = [
    "addition": "adding", "insertion": "inserting", "deletion": "deleting", "substitution": "substituting",
    "replacement": "replacing",
    "removal": "removing", "omission": "omitting", "restatement": "restating", "cancellation": "cancelling",
  ]

  /// A noun that says what a verb does, behind "by": "by the addition of" reads as "by adding".
  private func nominal(_ words: SentenceWords, _ at: Int) -> (verb: Word, end: Int)? {
    guard ["by", "and"].contains(self[count - 1]) || readsNounsAsVerbs && behindLabel(0, before: count) == count else { return nil }
    let noun = words[at] == "the" || words[at] == "its" ? at + 1 : at
    guard let verb = Self.nominals[words[noun]] else { return nil }
    // "and its replacement with "£44,000""
    if words[at] == "its", ["with", "by"].contains(words[noun + 1]) { return (verb, noun + 1) }
    // "and the substitution therefor of "twelve years""
    let of = words[noun + 1] == "therefor" ? noun + 2 : noun + 1
    return words[of] == "of" ? (verb, of + 1) : nil
  }

  /// Adds new words.
  mutating func add(newWords range: Range<Int>) { lexemes.append(Lexeme(kind: .newWords, range: range)) }
}
