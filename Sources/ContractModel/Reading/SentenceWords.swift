/// A paragraph of the reading text cut into words and marks, for scanners that read grammar and not bytes.
///
/// `thirty (30) days' notice` is `thirty ( 30 ) days ' notice`; a hyphen and an apostrophe are marks of their own.
struct SentenceWords {
  struct Word {
    /// In small letters.
    let text: String
    /// Offsets in the reading text.
    let range: Range<Int>
    let isCapital: Bool
  }

  private(set) var words: [Word] = []
  /// For each word, where its sentence begins and ends.
  private var bounds: [Range<Int>] = []

  init(_ span: Span<UInt8>, _ paragraph: Range<Int>) {
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
      var text: [UInt8] = []
      text.reserveCapacity(i - start)
      for k in start..<i { text.append(span[k].lowercased) }
      words.append(Word(text: String(decoding: text, as: UTF8.self), range: start..<i, isCapital: byte.isUpper))
      if byte == Ascii.period, endsSentence(span, i, paragraph.upperBound) {
        close(&sentence)
      }
    }
    close(&sentence)
  }

  private mutating func close(_ sentence: inout Int) {
    let range = sentence..<words.count
    for _ in bounds.count..<words.count { bounds.append(range) }
    sentence = words.count
  }

  private func endsSentence(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Bool {
    guard end < limit else { return true }
    let next = span.skipSpaces(end)
    guard next > end, next < limit,
      span[next].isUpper || span[next].isDigit || span[next] == Ascii.open || span[next] == Ascii.quote
    else { return false }
    // "Inc. Licensee", "No. 5" and initials end nothing; a number with a period leads a provision and ends nothing either.
    guard words.count > 1 else { return false }
    let before = words[words.count - 2]
    if before.text == "." { return true }
    return before.text.utf8.count > 1
      && ![
        "inc", "corp", "ltd", "co", "no", "nos", "mr", "ms", "mrs", "dr", "art", "sec", "st", "llc", "dec", "nov", "oct", "sept",
        "aug", "feb", "jan",
      ].contains(before.text)
      && !(before.text.utf8.allSatisfy(\.isDigit) && before.text.utf8.count < 3)
  }

  var count: Int { words.count }
  var indices: Range<Int> { words.indices }

  /// The word at a place; empty beyond the ends.
  subscript(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  /// The words of the sentence that a word stands in.
  func sentence(_ index: Int) -> Range<Int> { bounds[index] }

  /// Whether words stand from a place on.
  func matches(_ phrase: String, at index: Int) -> Bool {
    var at = index
    for word in phrase.split(separator: " ") {
      guard words.indices.contains(at), words[at].text == word else { return false }
      at += 1
    }
    return true
  }

  /// Whether words end right before a place.
  func matches(_ phrase: String, endingAt index: Int) -> Bool {
    matches(phrase, at: index - phrase.split(separator: " ").count)
  }

  /// Bytes of the reading text from one word to another.
  func range(_ words: Range<Int>) -> Range<Int> {
    self.words[words.lowerBound].range.lowerBound..<self.words[words.upperBound - 1].range.upperBound
  }
}
