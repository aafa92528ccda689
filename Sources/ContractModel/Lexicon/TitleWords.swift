/// Tells the words of a heading from the words of a sentence.
enum TitleWords {
  /// Whether the words of `range` are a title: capitals throughout, or every word but the small ones capitalised.
  static func isTitle(_ span: Span<UInt8>, _ range: Range<Int>, words limit: Int) -> Bool {
    var words = 0
    var i = range.lowerBound
    let end = min(range.upperBound, span.count)
    var capital = false
    while i < end {
      while i < end, !span.known(i).isWord { i += 1 }
      let start = i
      while i < end, span.known(i).isWord || span.known(i) == Ascii.apostrophe { i += 1 }
      guard i > start else { break }
      words += 1
      if words > limit { return false }
      if span[start].isLower {
        if !isSmall(span, start..<i), !afterHyphen(span, start, range) { return false }
      } else {
        capital = true
      }
    }
    return capital
  }

  private static func afterHyphen(_ span: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Bool {
    start > range.lowerBound && (span[start - 1] == Ascii.hyphen || span[start - 1] == Ascii.slash)
  }

  private static let small = WordSet(
    "of", "to", "in", "on", "by", "or", "as", "at", "an", "if", "no", "is", "are", "be", "up", "and", "the", "for", "not", "its",
    "per", "any", "nor", "all", "non", "with", "from", "upon", "into", "that", "than", "when", "over", "under", "after", "other",
    "prior",
    "until", "before", "during", "within", "hereof", "between", "against", "without", "through", "following", "including",
    "regarding")

  /// Whether a title leaves a word in small letters.
  static func isSmall(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool {
    // The "s" of "Lender's" too.
    if word.count == 1 { return span[word.lowerBound] == 0x61 || span[word.lowerBound] == 0x73 }
    return small.contains(span, word)
  }

  /// Whether every letter of the range is a capital, and there are two at least.
  static func isCapitals(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var letters = 0
    for i in range {
      if span[i].isLower { return false }
      if span[i].isUpper { letters += 1 }
    }
    return letters >= 2
  }

  /// Whether words that stand alone on a line are a title, in capitals of any kind or short and without a verb.
  static func isTitleAlone(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    isTitle(span, range, words: 12) || range.count < 60 && !hasVerb(span, range)
  }

  /// Whether one of the words, but the first, is a verb or another word of sentences.
  static func hasVerb(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while true {
      at = span.firstOffset(of: Ascii.space, in: at..<range.upperBound)
      guard at < range.upperBound else { return false }
      at += 1
      if verbs.begins(span, at: at) { return true }
    }
  }

  private static let verbs = WordSet(
    "shall", "will", "may", "is", "are", "means", "has", "have", "agrees", "must", "be", "was", "were", "hereby", "does",
    "represents", "warrants", "acknowledges", "not", "which", "who", "that")
}
