/// An instruction of an amendment, and what it does to which provision.
struct Amendment {
  enum Change: Equatable {
    /// The provision reads as new words do; ranges are of the amendment's text.
    case restate(Range<Int>)
    case delete
    /// Words go out and others come in; nil for none.
    case substitute(old: Range<Int>, new: Range<Int>?)
    /// Words come in behind others, or at the end.
    case insert(Range<Int>, after: Range<Int>?)
    /// What was asked for was not understood, and why.
    case unknown(String)
  }

  /// The index of the reference that names the provision.
  var reference: Int
  var change: Change
  /// The sentence that asks for it, in the amendment's text.
  var range: Range<Int>
}

/// Finds the instructions of an amendment: `Section 2 is hereby deleted`, `is amended to read as follows: "…"`, `by replacing "ten" with
/// "five"`, `by inserting "net" after "the"`.
struct AmendmentFinder {
  private let agreement: Agreement
  private let span: [UInt8]

  init(_ agreement: Agreement) {
    self.agreement = agreement
    span = agreement.reading.bytes
  }

  /// `names` are the references that name provisions of the amended agreement, by index.
  func amendments(_ names: [Int]) -> [Amendment] {
    let reading = agreement.reading
    var out: [Amendment] = []
    var last = -1
    for index in names {
      let place = reading.reading(agreement.references[index].range.lowerBound)
      guard place > last else { continue }
      let paragraph = paragraph(around: place)
      let words = SentenceWords(reading.bytes.span, paragraph)
      guard let at = words.words.firstIndex(where: { $0.range.upperBound > place }) else { continue }
      let sentence = words.sentence(at)
      let range = words.range(sentence)
      guard let change = change(words, at, sentence, range, index) else { continue }
      // One sentence asks once; a second provision in it is not the one that is changed.
      last = range.upperBound
      out.append(Amendment(reference: index, change: change, range: reading.source(range)))
    }
    return out
  }

  private func paragraph(around place: Int) -> Range<Int> {
    var start = place
    while start > 0, span[start - 1] != Ascii.lineFeed { start -= 1 }
    return start..<span.span.firstOffset(of: Ascii.lineFeed, in: place..<span.count)
  }

  // MARK: Sentences

  private static let verbs: Set<String> = [
    "amended", "deleted", "replaced", "restated", "modified", "added", "inserted", "substituted", "stricken",
  ]

  private func change(_ words: SentenceWords, _ at: Int, _ sentence: Range<Int>, _ range: Range<Int>, _ index: Int) -> Amendment
    .Change?
  {
    let quotes = quotes(range)
    // What is quoted asks for nothing.
    let asking = sentence.filter { index in !quotes.contains { $0.contains(words.words[index].range.lowerBound) } }
    func has(_ phrase: String) -> Bool { asking.contains { words.matches(phrase, at: $0) } }
    guard let verb = sentence.first(where: { $0 >= at && Self.verbs.contains(words[$0]) }),
      ["is", "are", "be", "hereby", "and", "shall"].contains(words[verb - 1]) || words[verb - 2] == "is"
    else { return nil }
    let reference = agreement.references[index]
    if reference.range.isEmpty { return nil }
    let asksForText = has("as follows") || has("the following") || has("in its place") || has("in lieu thereof")
    if asksForText, has("to read") || has("restated") || has("replaced") || has("inserted") || has("substituted") {
      if has("added") && !has("restated") && !has("to read") { return .unknown("adds words at a place that is not certain") }
      guard let text = newText(range, quotes) else { return .unknown("its new words were not found") }
      return .restate(text)
    }
    if let first = quotes.first {
      if has("after") || has("following") || has("immediately after"), has("inserting") || has("adding") || has("inserted"),
        quotes.count == 2
      {
        // "by inserting "net" after "the"", "by inserting after "the" the word "net""
        let after = asking.first { words[$0] == "after" }.map { words.words[$0].range.lowerBound } ?? 0
        let isAfterFirst = after < first.lowerBound
        return .insert(source(isAfterFirst ? quotes[1] : quotes[0]), after: source(isAfterFirst ? quotes[0] : quotes[1]))
      }
      if has("at the end"), quotes.count == 1 { return .insert(source(first), after: nil) }
      if quotes.count == 2,
        has("replacing") || has("replaced") || has("substituting") || has("inserting") || has("substituted") || has("changing")
      {
        // "substituting "five" for "ten""
        let isTurned = has("for") && has("substituting") && !has("deleting")
        return .substitute(old: source(quotes[isTurned ? 1 : 0]), new: source(quotes[isTurned ? 0 : 1]))
      }
      if quotes.count == 1, has("deleting") || has("deleted") || has("striking") {
        return .substitute(old: source(first), new: nil)
      }
      return .unknown("what it changes was not understood")
    }
    if words[verb] == "deleted" || words[verb] == "stricken", !has("replaced"), !has("inserted"), !has("substituted") {
      return .delete
    }
    return words[verb] == "amended" || words[verb] == "deleted" || words[verb] == "restated"
      ? .unknown("what it changes was not understood") : nil
  }

  private func source(_ range: Range<Int>) -> Range<Int> { agreement.reading.source(range) }

  /// The words in quotation marks of a stretch of the reading text.
  private func quotes(_ range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var open: Int?
    for i in range where span[i] == Ascii.quote {
      if let start = open {
        out.append(start..<i)
        open = nil
      } else {
        open = i + 1
      }
    }
    return out.filter { !$0.isEmpty }
  }

  /// What stands behind "as follows:": words in quotation marks, perhaps of several paragraphs, or the rest of the provision.
  private func newText(_ sentence: Range<Int>, _ quotes: [Range<Int>]) -> Range<Int>? {
    let reading = agreement.reading
    let id = agreement.provisions.innermost(at: reading.source(sentence.lowerBound))
    let end = id.map { reading.reading(agreement.provisions[$0].range.upperBound) } ?? span.count
    let colon = (sentence.lowerBound..<min(sentence.upperBound + 1, span.count)).first {
      span[$0] == Ascii.colon || $0 + 1 < span.count && span[$0] == Ascii.period && span[$0 + 1] == Ascii.lineFeed
    }
    guard let colon else { return nil }
    var start = span.span.skipSpaces(colon + 1)
    guard start < end else { return nil }
    if span[start] == Ascii.quote {
      // To the last mark of the provision: within it every paragraph may open one anew.
      guard
        let close = (start + 1..<end).last(where: {
          span[$0] == Ascii.quote && (span[$0 - 1] == Ascii.period || $0 + 3 >= end || isLast($0, end))
        })
      else { return nil }
      start += 1
      return start < close ? reading.source(start..<close) : nil
    }
    var stop = end
    while stop > start, span[stop - 1].isSpace { stop -= 1 }
    return start < stop ? reading.source(start..<stop) : nil
  }

  /// Whether nothing but marks stands between a place and an end.
  private func isLast(_ at: Int, _ end: Int) -> Bool { (at + 1..<end).allSatisfy { !span[$0].isAlphanumeric } }
}
