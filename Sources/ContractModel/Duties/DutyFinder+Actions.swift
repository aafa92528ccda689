/// What is to be done: the words from a verb to where its clause ends.
extension DutyFinder {
  /// The words from behind the verb to where the clause ends: a semicolon, the sentence's end, or "and" with a verb of its own.
  func action(_ words: SentenceWords, _ first: Int, _ sentence: Range<Int>) -> Range<Int> {
    // "shall not be required to, and shall not, work"
    let start = words[first] == "," && words[first - 1] == "not" ? first + 1 : first
    var stop = start
    var hasColon = false
    while stop < sentence.upperBound, stop - start < 120 {
      if words[stop] == ":" { hasColon = true }
      // "shall keep: (i) a log; (ii) the keys": the items are what is kept.
      if words[stop] == ";" {
        let next = ["and", "or"].contains(words[stop + 1]) ? stop + 2 : stop + 1
        guard hasColon, words[next] == "(", words[next + 2] == ")",
          !(next..<next + 8).contains(where: { words.isAny(.dutyVerb, at: $0) })
        else { break }
      }
      if stop > start, words[stop] == ",", anotherBegins(words, stop, sentence) { break }
      // "shall pay the fee, and if it does not, the Cooper may stop work"
      if stop > start, words[stop] == "and", words[stop - 1] == ",", words.isAny(.condition, at: stop + 1),
        let comma = (stop + 1..<max(stop + 1, min(sentence.upperBound, stop + 14))).first(where: { words[$0] == "," }),
        anotherBegins(words, comma, sentence)
      {
        break
      }
      // "shall pay, failing which the Landlord may enter"
      if stop > start, words[stop] == "failing", words[stop + 1] == "which" { break }
      // "shall act alone, and the word "Keys" shall mean all": another clause, whoever does what it says.
      if stop > start, words[stop] == "and", isOtherClause(words, stop, sentence, behind: start) { break }
      // "shall permit, and shall cause its guards to permit, visits": what is permitted has not come yet.
      if stop > start, ["and", "or", "but", "while", "whilst", "whereas", "whereupon"].contains(words[stop]),
        stop - start != 2 || words[stop - 1] != ",",
        verb(words, stop + 1) != nil && !isOfCondition(words, start..<stop) || anotherBegins(words, stop, sentence)
      {
        break
      }
      stop += 1
    }
    while stop > start, [".", ",", ":", "and"].contains(words[stop - 1]) { stop -= 1 }
    // "shall, by notice, ask"
    return words[start] == "," && start + 1 < stop ? start + 1..<stop : start..<stop
  }

  /// Whether a clause with a subject of its own begins behind "and": "and the fee shall be due", but not "and the keys that it may need".
  private func isOtherClause(_ words: SentenceWords, _ joint: Int, _ sentence: Range<Int>, behind start: Int) -> Bool {
    guard words.isAny([.article, .determiner], at: joint + 1) || words[joint + 1] == "it",
      !(max(start, joint - 5)..<joint).contains(where: { words.isAny(.condition, at: $0) || words[$0] == "that" }),
      let modal = (joint + 2..<min(sentence.upperBound, joint + 12)).first(where: { words.isAny(.modal, at: $0) })
    else { return false }
    return !(joint + 2..<modal).contains {
      words.isAny(.condition, at: $0) || ["that", "who", "whom", ",", ";", "("].contains(words[$0])
        || words.isAny(.dutyVerb, at: $0)
    }
  }
}
