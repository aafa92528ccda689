/// Tells the words of a heading from the words of a sentence.
enum TitleWords {
  /// Whether the words of `range` are a title: capitals throughout, or every word but the small ones capitalised.
  static func isTitle(_ span: Span<UInt8>, _ range: Range<Int>, words limit: Int) -> Bool {
    var words = 0
    var i = range.lowerBound
    var capital = false
    while i < range.upperBound {
      while i < range.upperBound, !span[i].isWord { i += 1 }
      let start = i
      while i < range.upperBound, span[i].isWord || span[i] == Ascii.apostrophe { i += 1 }
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

  /// Words a title leaves in small letters.
  static func isSmall(_ span: Span<UInt8>, _ word: Range<Int>) -> Bool {
    switch word.count {
    case 1: return span[word.lowerBound] == 0x61 || span[word.lowerBound] == 0x73
    case 2:
      for small: StaticString in ["of", "to", "in", "on", "by", "or", "as", "at", "an", "if", "no", "is", "be", "up"]
      where span.matches(small, at: word.lowerBound) { return true }
    case 3:
      for small: StaticString in ["and", "the", "for", "not", "its", "per", "any", "nor", "all", "non"]
      where span.matches(small, at: word.lowerBound) { return true }
    case 4:
      for small: StaticString in ["with", "from", "upon", "into", "that", "than", "when", "over"]
      where span.matches(small, at: word.lowerBound) { return true }
    case 5:
      for small: StaticString in ["under", "after", "other", "prior", "until"] where span.matches(small, at: word.lowerBound) {
        return true
      }
    case 6:
      for small: StaticString in ["before", "during", "within", "hereof"] where span.matches(small, at: word.lowerBound) {
        return true
      }
    case 7:
      for small: StaticString in ["between", "against", "without", "through"] where span.matches(small, at: word.lowerBound) {
        return true
      }
    case 9:
      for small: StaticString in ["following", "including", "regarding"] where span.matches(small, at: word.lowerBound) {
        return true
      }
    default: break
    }
    return false
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
}
