/// What a sentence has said up to a place: its colons, its first `then` and its first modal verb.
///
/// Read on from verb to verb, so that a sentence with many duties is gone over once.
struct SentenceOpening {
  private var sentence = 0..<0
  /// The tokens read so far.
  private var end = 0
  private var colons: [Int] = []
  private var then: Int?
  private var modal: Int?

  private static let colon = Word(":")
  private static let thenWord = Word("then")

  /// Reads on to a token; another sentence begins anew.
  mutating func read(_ words: SentenceWords, _ sentence: Range<Int>, upTo place: Int) {
    if sentence != self.sentence {
      self = SentenceOpening()
      self.sentence = sentence
      end = sentence.lowerBound
    }
    while end < place {
      if words[end] == Self.colon { colons.append(end) }
      if then == nil, words[end] == Self.thenWord { then = end }
      if modal == nil, words.isAny(.modal, at: end) { modal = end }
      end += 1
    }
  }

  /// The last colon before a token that was read.
  func colon(before place: Int) -> Int? {
    let index = colons.boundary { $0 < place }
    return index > 0 ? colons[index - 1] : nil
  }

  func saysThen(before place: Int) -> Bool { then.map { $0 < place } ?? false }
  func hasModal(before place: Int) -> Bool { modal.map { $0 < place } ?? false }
}
