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
    if last == ")", end - 3 >= sentence.lowerBound, words[end - 3] == "(", let value = words[end - 2].figures {
      // Its words stand before the bracket, or the bracket stands alone.
      let spelled = spelled(words, end - 3, in: sentence)
      if value.isOrdinal { return PrintedAmount(halves: value.number * 2, form: .ordinal, start: spelled?.start ?? end - 3) }
      return PrintedAmount(halves: value.number * 2, form: .number, start: spelled?.start ?? end - 3)
    }
    if last == ")", let open = (max(sentence.lowerBound, end - 6)..<end).last(where: { words[$0] == "(" }) {
      // "six and one-half (6½) months": what the figures cannot say exactly, the words do.
      return spelled(words, open, in: sentence)
    }
    if let value = last.figures {
      // "1.5 years"; "$30 days" and "5.30" are none.
      if end - 3 >= sentence.lowerBound, words[end - 2] == ".", let whole = words[end - 3].figures {
        return last == "5" && !whole.isOrdinal ? PrintedAmount(halves: whole.number * 2 + 1, form: .number, start: end - 3) : nil
      }
      if end - 2 >= sentence.lowerBound, ["$", "/", "%"].contains(words[end - 2]) { return nil }
      return PrintedAmount(halves: value.number * 2, form: value.isOrdinal ? .ordinal : .number, start: end - 1)
    }
    if let spelled = spelled(words, end, in: sentence) { return spelled }
    if last == "a" || last == "an" { return PrintedAmount(halves: 2, form: .article, start: end - 1) }
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
    }
    while start > sentence.lowerBound, values.count < 8 {
      let word = words[start - 1]
      if let value = cardinals[word] {
        values.append(value)
      } else if values.isEmpty, !half, let value = ordinals[word] {
        values.append(value)
        isOrdinal = true
      } else if !values.isEmpty, word == "-" || word == "and", start - 2 >= sentence.lowerBound, cardinals[words[start - 2]] != nil
      {
        // Goes on: "twenty-four", "hundred and eighty"; but "thirty and sixty" are two.
        if word == "and", cardinals[words[start - 2]] != 100 { break }
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

  private static let cardinals: [Word: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
  ]
  private static let ordinals: [Word: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "sixtieth": 60,
    "ninetieth": 90,
  ]
}
