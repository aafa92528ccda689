/// The languages that agreements are drafted and translated in, told apart by their smallest words.
enum Language: CaseIterable {
  case english, german, french, spanish, italian, portuguese, dutch

  /// Words of ASCII that are in every few lines of one language and are rare in the others, each in one list.
  private var smallWords: WordSet {
    switch self {
    case .english: Self.englishWords
    case .german: Self.germanWords
    case .french: Self.frenchWords
    case .spanish: Self.spanishWords
    case .italian: Self.italianWords
    case .portuguese: Self.portugueseWords
    case .dutch: Self.dutchWords
    }
  }

  private static let englishWords = WordSet(
    "the", "of", "and", "shall", "by", "this", "with", "under", "is", "are", "from", "will", "be", "which", "not")
  private static let germanWords = WordSet(
    "der", "die", "das", "und", "den", "dem", "ist", "nicht", "mit", "von", "zu", "zur", "zum", "wird", "werden", "sich", "auf",
    "eine", "einer", "diese", "dieser", "dieses")
  private static let frenchWords = WordSet(
    "le", "les", "et", "du", "des", "dans", "est", "par", "une", "ou", "sont", "aux", "sur", "sera", "qui", "cette")
  private static let spanishWords = WordSet("el", "los", "las", "y", "por", "esta", "estas", "estos", "conforme", "cual", "sus")
  private static let italianWords = WordSet(
    "il", "gli", "di", "della", "delle", "dei", "sono", "che", "nel", "nella", "alla", "dal", "questo", "ai")
  private static let portugueseWords = WordSet("os", "dos", "em", "uma", "ao", "aos", "pela", "pelo", "nos", "seu", "sua")
  private static let dutchWords = WordSet(
    "het", "een", "van", "dat", "voor", "zijn", "aan", "wordt", "niet", "deze", "worden", "tot", "bij")

  /// The language of some lines; nil where too few words tell it, or two languages are mixed in them.
  static func of(_ span: Span<UInt8>, _ range: Range<Int>) -> Language? {
    var counts = [Int](repeating: 0, count: allCases.count)
    var at = range.lowerBound
    while at < range.upperBound {
      guard span[at].isWord else {
        at += 1
        continue
      }
      var end = at
      while end < range.upperBound, span[end].isWord { end += 1 }
      if end - at <= 8 {
        for (place, language) in allCases.enumerated() where language.smallWords.contains(span, at..<end) { counts[place] += 1 }
      }
      at = end
    }
    let order = counts.indices.sorted { counts[$0] > counts[$1] }
    guard counts[order[0]] >= 3, counts[order[0]] >= 2 * counts[order[1]] else { return nil }
    return allCases[order[0]]
  }
}
