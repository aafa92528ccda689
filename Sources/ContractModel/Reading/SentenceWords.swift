/// A paragraph of the reading text cut into words and marks, for scanners that read grammar and not bytes.
///
/// `thirty (30) days' notice` is `thirty ( 30 ) days ' notice`; a hyphen and an apostrophe are marks of their own. One value is filled
/// again for each paragraph, so that a text of any length takes the room of its longest.
struct SentenceWords {
  /// A word or a mark where it stands.
  struct Token {
    let word: Word
    /// Offsets in the reading text.
    let range: Range<Int>
    let classes: WordClass
    /// Whether its first letter is a capital.
    let isCapital: Bool
    /// Its sentence, by number.
    let sentence: Int
  }

  private let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  /// The sentences as ranges of tokens; each ends where the next begins.
  private var sentences: [Range<Int>] = []

  /// `bytes` are those of the reading text.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(_ bytes: [UInt8], _ paragraph: Range<Int>) {
    self.bytes = bytes
    read(paragraph)
  }

  /// Calls `visit` with the words of each paragraph of a text, in order.
  static func forEachParagraph(of reading: ReadingText, _ visit: (borrowing SentenceWords) -> Void) {
    var words = SentenceWords(reading.bytes)
    var start = 0
    while start < reading.bytes.count {
      let end = reading.bytes.span.firstOffset(of: Ascii.lineFeed, in: start..<reading.bytes.count)
      words.read(start..<end)
      visit(words)
      start = end + 1
    }
  }

  /// Takes the words of another paragraph in the place of those it has.
  private mutating func read(_ paragraph: Range<Int>) {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    let bytes = bytes
    let span = bytes.span
    var i = paragraph.lowerBound
    var sentence = 0
    while i < paragraph.upperBound {
      let byte = span[i]
      if byte == Ascii.space {
        i += 1
        continue
      }
      let start = i
      i += 1
      if byte.isWord { while i < paragraph.upperBound, span[i].isWord { i += 1 } }
      let word = Word(span, start..<i)
      tokens.append(
        Token(word: word, range: start..<i, classes: .of(word), isCapital: byte.isUpper, sentence: sentences.count))
      if byte == Ascii.period, endsSentence(span, i, paragraph.upperBound, from: sentence) { close(&sentence) }
    }
    if sentence < tokens.count { close(&sentence) }
  }

  private mutating func close(_ sentence: inout Int) {
    sentences.append(sentence..<tokens.count)
    sentence = tokens.count
  }

  /// `first` is the sentence's first word.
  private func endsSentence(_ span: Span<UInt8>, _ end: Int, _ limit: Int, from first: Int) -> Bool {
    guard end < limit else { return true }
    let next = span.skipSpaces(end)
    guard next > end, next < limit,
      span[next].isUpper || span[next].isDigit || span[next] == Ascii.open || span[next] == Ascii.quote
    else { return false }
    // "Inc. Licensee", "No. 5" and initials end nothing; a number with a period leads a provision and ends nothing either.
    guard tokens.count > 1 else { return false }
    let before = tokens[tokens.count - 2]
    if before.word == "." { return true }
    // "in the manner of Exhibit C. The Lessor": the letter names something, and is no initial.
    if before.word.count == 1, before.isCapital, tokens.count > 2, Self.letteredNouns.contains(tokens[tokens.count - 3].word) {
      return true
    }
    // "in Plant A. The Owner", "of Birch Co. If": the next word opens a sentence, and no name.
    if tokens.count - first > 3, Self.openers.begins(span, at: next) {
      let noun = tokens[tokens.count - 3]
      if before.word.count == 1, before.isCapital, noun.word.count > 1 { return true }
      if before.classes.contains(.abbreviation), before.isCapital { return true }
      if before.word.isFigures { return !Self.letteredNouns.contains(noun.word) }
    }
    // "at Dock No. 4. Seller", "under clause (b). Seller": a label would stand at the head.
    if before.word.isFigures, tokens.count - first > 4, tokens[tokens.count - 3].word == ".", tokens[tokens.count - 4].word == "no"
    {
      return true
    }
    if before.word == ")" { return tokens.count - first > 5 }
    return before.word.count > 1 && !before.classes.contains(.abbreviation) && !(before.word.isFigures && before.word.count < 3)
  }

  private static let openers = WordSet(
    "the", "this", "these", "each", "any", "all", "no", "if", "in", "upon", "such", "for", "it", "its", "notwithstanding", "except",
    "when",
    "where", "unless", "every", "nothing", "neither", "on", "as", "to", "subject")

  private static let letteredNouns: Set<Word> = [
    "exhibit", "schedule", "annex", "appendix", "attachment", "part", "class", "series", "article", "section", "clause",
    "paragraph", "item", "rule", "condition", "tranche", "phase",
  ]

  var count: Int { tokens.count }
  var indices: Range<Int> { tokens.indices }

  /// The word at a place; `.none` beyond the ends.
  subscript(_ index: Int) -> Word { tokens.indices.contains(index) ? tokens[index].word : .none }

  /// Whether the word at a place is of a class; false beyond the ends.
  func isAny(_ classes: WordClass, at index: Int) -> Bool {
    tokens.indices.contains(index) && !tokens[index].classes.isDisjoint(with: classes)
  }

  /// The words of the sentence that a word stands in.
  func sentence(_ index: Int) -> Range<Int> { sentences[tokens[index].sentence] }

  /// Whether the words of a phrase, parted by single blanks, stand from a place on.
  func matches(_ phrase: StaticString, at index: Int) -> Bool {
    phrase.withUTF8Buffer { matches($0.span, at: index) }
  }

  /// The token behind a date that is printed from a token on: `December 31, 2012`; nil where none is.
  func date(at index: Int) -> Int? {
    guard tokens.indices.contains(index), let end = DateParser.parse(bytes.span, tokens[index].range.lowerBound)?.end else {
      return nil
    }
    return tokens[index...].firstIndex { $0.range.lowerBound >= end } ?? tokens.count
  }

  /// The month that a word in capitals names, from 1 on.
  func month(at index: Int) -> Int? {
    guard tokens.indices.contains(index), tokens[index].isCapital,
      let (month, end) = DateParser.month(bytes.span, tokens[index].range.lowerBound), end >= tokens[index].range.upperBound
    else { return nil }
    return month
  }

  /// Whether the words of a phrase end right before a place.
  func matches(_ phrase: StaticString, endingAt index: Int) -> Bool { matches(phrase, at: index - phrase.wordCount) }

  func matches(_ phrase: [UInt8], at index: Int) -> Bool { matches(phrase.span, at: index) }

  private func matches(_ phrase: Span<UInt8>, at index: Int) -> Bool {
    var at = index
    var start = 0
    while start < phrase.count {
      let end = phrase.firstOffset(of: Ascii.space, in: start..<phrase.count)
      guard tokens.indices.contains(at), tokens[at].word == Word(phrase, start..<end) else { return false }
      at += 1
      start = end + 1
    }
    return true
  }

  /// Bytes of the reading text from one word to another.
  func range(_ words: Range<Int>) -> Range<Int> {
    tokens[words.lowerBound].range.lowerBound..<tokens[words.upperBound - 1].range.upperBound
  }

  /// Words in small letters with single blanks between them.
  func text(_ words: Range<Int>) -> String {
    words.map { index in String(decoding: bytes[tokens[index].range].map(\.lowercased), as: UTF8.self) }.joined(separator: " ")
  }
}

extension StaticString {
  /// How many words it has, parted by single blanks.
  var wordCount: Int {
    withUTF8Buffer { bytes in unsafe bytes.reduce(1) { $0 + ($1 == Ascii.space ? 1 : 0) } }
  }
}
