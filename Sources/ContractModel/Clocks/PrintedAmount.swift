/// A number as it is printed before a unit of time: `thirty (30)`, `30`, `30th`, `one and one-half`, `a`.
struct PrintedAmount {
  enum Form { case number, ordinal, article }
  var halves: Int
  var form: Form
  /// The first word of it.
  var start: Int

  /// The amount that ends right before a word of a sentence.
  static func before(_ words: SentenceWords, _ end: Int, in sentence: Range<Int>) -> PrintedAmount? {
    guard end > sentence.lowerBound else { return nil }
    let last = words[end - 1]
    if last == ")", let open = (max(sentence.lowerBound, end - 8)..<end).last(where: { words[$0] == "(" }) {
      // "(18-1/2)"
      if words.matches("- 1 / 2 )", endingAt: end), open == end - 7, let whole = words[open + 1].figures {
        let spelled = spelled(words, open, in: sentence)
        return PrintedAmount(halves: whole.number * 2 + 1, form: .number, start: spelled?.start ?? open)
      }
      // Its words stand before the bracket, or the bracket stands alone; of "six and one-half (6½)" the words say all there is.
      let spelled = spelled(words, open, in: sentence)
      guard open == end - 3, let value = words[end - 2].figures else { return spelled }
      return PrintedAmount(halves: value.number * 2, form: value.isOrdinal ? .ordinal : .number, start: spelled?.start ?? open)
    }
    if let value = last.figures {
      // "1.5 years"; "$30 days" and "5.30" are none.
      if end - 3 >= sentence.lowerBound, words[end - 2] == ".", let whole = words[end - 3].figures {
        return last == "5" && !whole.isOrdinal ? PrintedAmount(halves: whole.number * 2 + 1, form: .number, start: end - 3) : nil
      }
      // "2 1/2 months"
      if words.matches("1 / 2", endingAt: end), end - 4 >= sentence.lowerBound, let whole = words[end - 4].figures, !whole.isOrdinal
      {
        return PrintedAmount(halves: whole.number * 2 + 1, form: .number, start: end - 4)
      }
      if end - 2 >= sentence.lowerBound, ["$", "/", "%"].contains(words[end - 2]) { return nil }
      return PrintedAmount(halves: value.number * 2, form: value.isOrdinal ? .ordinal : .number, start: end - 1)
    }
    // "2½ months"
    if let whole = last.figuresBeforeHalf { return PrintedAmount(halves: whole * 2 + 1, form: .number, start: end - 1) }
    if let spelled = spelled(words, end, in: sentence) { return spelled }
    if last == "a" || last == "an" {
      // "half a year"
      let isHalf = end - 2 >= sentence.lowerBound && words[end - 2] == "half"
      return PrintedAmount(halves: isHalf ? 1 : 2, form: isHalf ? .number : .article, start: isHalf ? end - 2 : end - 1)
    }
    return nil
  }

  /// Words of a number, read back from a place: "one hundred and eighty", "twenty-four", "one and one-half", "thirtieth".
  private static func spelled(_ words: SentenceWords, _ end: Int, in sentence: Range<Int>) -> PrintedAmount? {
    var start = end
    var isOrdinal = false
    var values: [Int] = []
    var half = false
    if words.matches("and one - half", endingAt: start) || words.matches("and one half", endingAt: start) {
      half = true
      start -= words[start - 2] == "-" ? 4 : 3
    } else if words.matches("- and - a - half", endingAt: start) {
      // "two-and-a-half months"
      half = true
      start -= 6
    } else if words.matches("and a half", endingAt: start) {
      half = true
      start -= 3
    } else if words.matches("one - half", endingAt: start) || words.matches("one half", endingAt: start) {
      // "one-half month"
      return PrintedAmount(halves: 1, form: .number, start: start - (words[start - 2] == "-" ? 3 : 2))
    }
    // "two (2) and one-half months"
    if half, words[start - 1] == ")", let whole = before(words, start, in: sentence), whole.form == .number {
      return PrintedAmount(halves: whole.halves + 1, form: .number, start: whole.start)
    }
    while start > sentence.lowerBound, values.count < 8 {
      let word = words[start - 1]
      if let value = cardinal(word) {
        values.append(value)
      } else if values.isEmpty, !half, let value = SpelledNumber.ordinals[word] {
        values.append(value)
        isOrdinal = true
      } else if !values.isEmpty, word == "-" || word == "and", start - 2 >= sentence.lowerBound,
        let next = cardinal(words[start - 2])
      {
        // Goes on: "twenty-four", "hundred and eighty"; but "thirty and sixty" are two.
        if word == "and", next != 100 { break }
      } else {
        break
      }
      start -= 1
    }
    guard !values.isEmpty else { return nil }
    while start < end, words[start] == "-" || words[start] == "and" { start += 1 }
    var total = 0
    for value in values.reversed() { total = value == 100 ? max(total, 1) * 100 : total + value }
    return PrintedAmount(halves: total * 2 + (half ? 1 : 0), form: isOrdinal ? .ordinal : .number, start: start)
  }

  /// A word of a number up to "hundred": periods are counted in no more.
  private static func cardinal(_ word: Word) -> Int? { SpelledNumber.cardinals[word].flatMap { $0 <= 100 ? $0 : nil } }
}
