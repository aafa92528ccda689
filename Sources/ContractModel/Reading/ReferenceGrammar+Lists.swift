/// The numbers of a reference behind its first, and the words that join them: `2.2-2.3, 3.4 and 4`.
extension ReferenceGrammar {
  static func list(_ span: Span<UInt8>, _ i: inout Int, _ limit: Int, _ words: inout ReferenceWords, attachment: Bool) {
    var isSeries = false
    while words.items.count < 40 {
      // `Sections 9.1 (Cap) and 9.2 (Waiver)`: titles in brackets stand between the numbers of a list.
      // `Section 5 above and 8 below`
      var at = words.plural && !attachment ? pastTitle(span, i, limit) : pastPointer(span, i, limit)
      let isPointed = at > i && !words.plural
      guard let joint = joint(span, &at, limit, slash: words.plural && attachment) else { break }
      let before = at
      var isRepeated = false
      // "and Section 5": with another keyword a new reference begins, but a bare "through Section 5" goes on.
      if let (keyword, _, end) = keyword(span, at) {
        guard joint == .range, keyword == words.keyword else {
          // `Exhibit C, Section II F` and `Article 8, Section C` are one.
          if attachment || words.keyword == .article && !words.plural && words.items.count == 1 && keyword != .article,
            joint == .comma, span[i] == Ascii.comma,
            keyword == .section || keyword == .part || keyword == .article || keyword == .paragraph || keyword == .clause
          {
            var inner = span.skipSpaces(end)
            // "paragraph 2.1 of Schedule 1, paragraph 3 of Schedule 2": the second is of another.
            if let found = item(span, &inner, limit, attachment: false, keyword: keyword), !isOfAnother(span, inner, limit) {
              words.inner.append((keyword, found.path))
              // `Schedule 1, Part A, paragraph 2.1`
              if keyword == .part, inner < limit, span[inner] == Ascii.comma {
                let next = span.skipSpaces(inner + 1)
                if let (deeper, _, end) = self.keyword(span, next), deeper == .paragraph || deeper == .section || deeper == .clause
                {
                  var stop = span.skipSpaces(end)
                  if let found = item(span, &stop, limit, attachment: false, keyword: deeper) {
                    words.inner.append((deeper, found.path))
                    inner = stop
                  }
                }
              }
              while inner + 1 < limit, span[inner] == Ascii.space, span[inner + 1].isUpper,
                inner + 2 >= limit || !span[inner + 2].isWord
              { inner += 2 }
              words.range = words.range.lowerBound..<inner
              i = inner
            }
          }
          break
        }
        at = span.skipSpaces(end)
        isRepeated = true
      }
      // "3.4; and (e) take any action": the next clause of the sentence around.
      if i < limit, span[i] == Ascii.semicolon, at < limit, span[at] == Ascii.open { break }
      guard var next = item(span, &at, limit, attachment: attachment, keyword: words.keyword) else { break }
      if joint == .comma, !words.plural, !isSeries { isSeries = endsInLast(span, at, limit, words.keyword, attachment: attachment) }
      guard
        isPointed
          ? pastPointer(span, at, limit) > at
          : isRepeated || attachment && isAlike(span, words.items[words.items.count - 1], next, i..<before)
            || isSeries && unitFollows(span, at, limit) != true
            || continues(span, words, next, joint, at, limit, attachment: attachment)
      else { break }
      next.upTo = joint == .range
      if next.path[0].first == Ascii.open, let last = words.items.last, last.path.count >= 1 {
        // `4(d)(i) and (ii)`, `2(a) through (d)`: brackets alone replace as many at the end.
        let keep =
          last.path[0].first == Ascii.open && last.path.count == next.path.count
          ? 0 : max(depth(of: next.path[0], behind: last.path, count: next.path.count), last.path[0].first == Ascii.open ? 0 : 1)
        next.path = Array(last.path.prefix(keep)) + next.path
      }
      words.items.append(next)
      words.range = words.range.lowerBound..<at
      i = at
      if at == before { break }
    }
  }

  /// Whether words behind a number, over a title in brackets, say what it is of: "of Part 1", "of Schedule 2".
  private static func isOfAnother(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Bool {
    let at = span.skipSpaces(pastTitle(span, end, limit))
    guard span.matches("of ", at: at) || span.matches("in ", at: at), let next = keyword(span, span.skipSpaces(at + 3)) else {
      return false
    }
    return next.0 == .part || next.0.rawValue >= ReferenceWords.Keyword.exhibit.rawValue
  }

  /// Whether a further attachment is named behind a word for one: `Exhibit D through F`, `Appendix B-1 or B-2`.
  private static func isAlike(
    _ span: Span<UInt8>, _ last: ReferenceWords.Item, _ next: ReferenceWords.Item, _ between: Range<Int>
  ) -> Bool {
    guard last.path.count == 1, next.path.count == 1, case (let first, let second) = (last.path[0], next.path[0]), first != second
    else {
      return false
    }
    if let hyphen = first.firstIndex(of: Ascii.hyphen), hyphen > 0 {
      return second.starts(with: first[...hyphen]) && second.count > hyphen + 1 && second[hyphen + 1].isDigit
    }
    return first.count == 1 && second.count == 1 && first[0].isUpper && second[0] > first[0] && second[0].isUpper
      && span.firstIndex(of: "through", in: between) != nil
  }

  /// How many parts of a number stay above the next item: of `1.1(b)(i) or (c)` the first alone, for (c) goes on with (b) and not with (i).
  private static func depth(of item: [UInt8], behind path: [[UInt8]], count: Int) -> Int {
    let plain = path.count - count
    guard count == 1, plain > 1, item.count > 2, path[plain].count > 2, path[plain - 1].count > 2,
      path[plain - 1].first == Ascii.open
    else { return plain }
    let (last, outer) = (path[plain], path[plain - 1])
    guard let value = Numeral.roman(last.span, 1, last.count - 1)?.value else { return plain }
    // The c of (c) is a hundred, which comes behind no (i).
    let isNext = Numeral.roman(item.span, 1, item.count - 1).map { $0.value > value && $0.value < value + 6 } ?? false
    return !isNext && item.count == 3 && outer.count == 3 && outer[1].isLetter && item[1] > outer[1]
      ? plain - 1 : plain
  }

  /// Whether numbers with commas between go on to a last one behind "and" or "or": the `5, 6 or 13` of "Section 2, 5, 6 or 13".
  private static func endsInLast(
    _ span: Span<UInt8>, _ start: Int, _ limit: Int, _ keyword: ReferenceWords.Keyword, attachment: Bool
  ) -> Bool {
    var at = start
    for _ in 0..<12 {
      guard unitFollows(span, at, limit) != true, let joint = joint(span, &at, limit), joint != .range, at < limit,
        span[at].isDigit || span[at].isUpper, item(span, &at, limit, attachment: attachment, keyword: keyword) != nil
      else { return false }
      if joint != .comma { return unitFollows(span, at, limit) != true }
    }
    return false
  }

  /// Behind words in brackets, `(General Cap)`, `(for the Warranty Period only)`, at `at`; `at` itself where none stand.
  private static func pastTitle(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> Int {
    let open = span.skipSpaces(at < limit && span[at] == Ascii.period ? at + 1 : at)
    guard open + 3 < limit, span[open] == Ascii.openBracket || span[open] == Ascii.open && bracketItem(span, open, limit) == nil,
      span[open + 1].isWord || span[open + 1] == Ascii.quote
    else { return at }
    let closing = span[open] == Ascii.open ? Ascii.close : Ascii.closeBracket
    var close = open + 1
    while close < limit, close - open < 80, span[close] != closing, span[close] != span[open] { close += 1 }
    guard close < limit, span[close] == closing else { return at }
    // Words in small letters are passed over only within a list.
    return span[open + 1].isLower && span.byte(close + 1) != Ascii.comma ? at : close + 1
  }

  /// Behind "above", "below" or "hereof" at `at`; `at` itself where none stands.
  private static func pastPointer(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> Int {
    let start = span.skipSpaces(at)
    guard start > at, start < limit, span[start].isLower else { return at }
    for word: StaticString in ["above", "below", "hereof"] where span.matchesWord(word, at: start) {
      return start + word.utf8CodeUnitCount
    }
    return at
  }

  private enum Joint { case comma, and, either, range }
  private static let joining = WordSet("and", "or", "through")

  /// What joins a number to the next, and the place behind it; a slash does in a list of attachments, `Annexes A/B`.
  private static func joint(_ span: Span<UInt8>, _ at: inout Int, _ limit: Int, slash: Bool = false) -> Joint? {
    var i = at
    var kind: Joint?
    if slash, i + 1 < limit, span[i] == Ascii.slash, span[i + 1].isUpper || span[i + 1].isDigit {
      at = i + 1
      return .either
    }
    if i < limit, span[i] == Ascii.hyphen {
      i += 1
      while i < limit, span[i] == Ascii.hyphen { i += 1 }
      at = span.skipSpaces(i)
      return .range
    }
    // "Sections 3.10. and 3.11."
    if i + 4 < limit, span[i] == Ascii.period,
      span[i + 1] == Ascii.comma || span[i + 1] == Ascii.space && joining.begins(span, at: i + 2) && span[i + 2].isLower
    {
      i += 1
    }
    if i < limit, span[i] == Ascii.comma || span[i] == Ascii.semicolon {
      kind = .comma
      i += 1
    }
    i = span.skipSpaces(i)
    if i < limit, span[i] == Ascii.hyphen, i + 1 < limit, span[i + 1] == Ascii.space {
      at = span.skipSpaces(i + 1)
      return .range
    }
    for word: StaticString in ["and/or", "and", "or", "&"]
    where span.matchesWord(word, at: i) || word.utf8CodeUnitCount == 1 && i < limit && span[i] == 0x26 {
      kind = word.utf8CodeUnitCount == 6 ? .either : .and
      i = span.skipSpaces(i + word.utf8CodeUnitCount)
      break
    }
    // "articles 2.1 et 3.1", "Ziffer 3.1 und 4"
    for word: StaticString in ["et", "und", "oder", "ou", "y"] where kind == nil && span.matchesWord(word, at: i) {
      let next = span.skipSpaces(i + word.utf8CodeUnitCount)
      guard next < limit, span[next].isDigit else { break }
      at = next
      return .either
    }
    // "clause 1 and to clause 3": what is said to be done goes to both.
    if kind == .and, span.matchesWord("to", at: i), span[i].isLower {
      at = span.skipSpaces(i + 2)
      return at < limit ? .and : nil
    }
    for word: StaticString in ["through", "to", "thru"] where span.matchesWord(word, at: i) {
      kind = .range
      i = span.skipSpaces(i + word.utf8CodeUnitCount)
      if span.matches("and including ", at: i) { i = span.skipSpaces(i + 14) }
      break
    }
    if kind == .and || kind == .comma {
      for word: StaticString in ["in", "of", "also"] where span.matchesWord(word, at: i) { return nil }
    }
    guard let kind, i > at, i < limit else { return nil }
    at = i
    return kind
  }

  /// Whether a number behind a joint belongs to the list and does not begin something else ("Section 5 and 30 days").
  private static func continues(
    _ span: Span<UInt8>, _ words: ReferenceWords, _ next: ReferenceWords.Item, _ joint: Joint, _ end: Int, _ limit: Int,
    attachment: Bool
  ) -> Bool {
    let first = next.path[0]
    if attachment {
      // "Exhibit A or B": one of two that stand next to each other.
      let isNext =
        first.count == 1 && words.items.count == 1 && words.items[0].path[0].count == 1 && first[0] == words.items[0].path[0][0] + 1
        && joint == .and && unitFollows(span, end, limit) != true
        && (first[0].isDigit || span.matches("or ", at: span.skipSpaces(endingAt: next.range.lowerBound) - 2))
      return words.plural || isNext || joint == .range && first[0].isDigit
    }
    if first.first == Ascii.open {
      // Brackets alone go on only behind brackets of their class.
      guard let last = words.items.last?.path.last, last.first == Ascii.open else { return words.plural && joint != .comma }
      // "Clause 1.1(a), (b)(i) or (c)": an item of the list's outer letters.
      if joint != .comma, words.items.count > 1, first.count == 3, endsReference(span, end, limit) { return true }
      // "Section 4.1(a) and (iii) any liability": (iii) is the sentence's own.
      if !words.plural, first.count > 3, last.count == 3, Numeral.roman(last.span, 1, 2) == nil { return false }
      if !words.plural, joint != .range, isOfSentence(span, words, last, next, end, limit) { return false }
      return last[1].isDigit == first[1].isDigit && last[1].isUpper == first[1].isUpper || words.plural
    }
    if words.isLettersOnly { return false }
    let dotted = first.contains(Ascii.period) || next.path.count > 1
    let sameShape = words.items[0].path[0].contains(Ascii.period) == first.contains(Ascii.period)
    if let unit = unitFollows(span, end, limit), unit { return false }
    if words.plural || joint == .either { return true }
    if joint == .range { return dotted && sameShape && span[end - 1] != Ascii.comma }
    // "Section 9 or 10 of this Agreement".
    if joint == .and, words.items.count == 1, ReferenceOwner.claim(span, after: end, limit: limit) != .unspecified { return true }
    // "Section 5 or 6, as the case may be".
    return sameShape && (dotted || joint == .and && next.path.count == 1 && endsReference(span, end, limit))
  }

  /// Whether an item behind "clause 2.1(c), or" is one of the sentence around and no clause's: it does not follow on, `Section 6.5(v) and
  /// (ii) the Contractor's liability`, or words stand behind it that begin an item, `clause 2.1(c), or (iii) change in law`.
  private static func isOfSentence(
    _ span: Span<UInt8>, _ words: ReferenceWords, _ last: [UInt8], _ next: ReferenceWords.Item, _ end: Int, _ limit: Int
  ) -> Bool {
    guard next.path.count == 1, let path = words.items.last?.path else { return false }
    let item = next.path[0]
    // "Clause 1.1(a), (b)(i) or (c)" goes on with (b) and not with (i).
    if words.items.count > 1, path.count > 1, case let outer = path[path.count - 2], outer.count == 3, outer.first == Ascii.open,
      item.count == 3, item[1].isLetter, item[1] > outer[1]
    {
      return false
    }
    // "Section 9(h)(i)(2) or (4)"
    if last[1].isDigit, item[1].isDigit { return last == item }
    let joint = span.skipSpaces(words.items[words.items.count - 1].range.upperBound)
    let isApart = joint < span.count && [Ascii.comma, Ascii.semicolon].contains(span[joint])
    let goesOn = endsReference(span, end, limit)
    let isNumeral =
      last.count > 3 || item.count > 3 || last[1].isSmallNumeral && item[1].isSmallNumeral
    let values = [last, item].map { label in
      isNumeral ? Numeral.roman(label.span, 1, label.count - 1)?.value : label.count == 3 && label[1].isLetter ? Int(label[1]) : nil
    }
    // "Section 12.3(b), (i) the rent"
    guard let from = values[0], let to = values[1] else { return isApart || !goesOn }
    if from == to { return true }
    if words.items.count > 1 { return to < from && !goesOn }
    if to == from + 1, !isApart { return false }
    // (x), (y) and (z) are the sentence's.
    if !isNumeral, item[1] >= 0x78, from < 0x76 { return true }
    return !goesOn
  }

  private static let behindReference = WordSet(
    "above", "and", "applies", "apply", "as", "below", "by", "hereof", "if", "in", "is", "may", "of", "or", "shall", "that", "to",
    "which", "will", "without", "has", "have", "are", "was", "were", "do", "does", "must", "can", "cannot", "remains", "remain",
    "stays", "stay", "continues", "continue", "governs", "govern", "sets", "provides", "provide", "requires", "require", "with",
    "for", "from", "would", "exists", "occurs", "ends", "lasts", "prevails", "survives", "survive", "hereto", "only", "also", "not",
    "where", "when", "unless", "except", "but", "so", "than", "then")

  /// Whether what stands behind a number goes with a reference: the end of a clause, or a word no thing is counted by.
  static func endsReference(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Bool {
    let at = span.skipSpaces(end)
    guard at < limit else { return true }
    return span[at] == Ascii.comma || span[at] == Ascii.semicolon || span[at] == Ascii.close || span[at] == Ascii.period
      || at > end && behindReference.begins(span, at: at)
  }

  private static func unitFollows(_ span: Span<UInt8>, _ end: Int, _ limit: Int) -> Bool? {
    let at = span.skipSpaces(end)
    guard at < limit else { return false }
    if span[at] == 0x25 || span[at] == 0x24 { return true }
    for word: StaticString in [
      "days", "day", "years", "months", "business", "percent", "calendar", "hours", "weeks", "consecutive", "u.s.c", "c.f.r", "cfr",
      "usc", "million", "shares",
    ] where span.matches(word, at: at) { return true }
    return false
  }
}
