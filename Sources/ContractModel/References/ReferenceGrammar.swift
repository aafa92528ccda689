/// Reads the words of a reference: keyword, then numbers joined by commas, "and", "or", "through" and dashes.
///
/// `Sections 2.2-2.3, 3.4-3.5 and 4-8`, `Section 4(d)(i) and (ii)`, `clauses (iii) through (vi)`, `Articles 10, 11.4 and 13`, `§§ 12, 14`,
/// `Exhibit C, Section II F`, `Schedules 1 and 2`.
struct ReferenceWords {
  enum Keyword: UInt8 { case section, article, clause, paragraph, part, exhibit, schedule, annex, appendix, attachment, statute }

  /// One number of a list; `upTo` says it is the far end of a range that began with the one before.
  struct Item {
    var path: [[UInt8]]
    var upTo = false
    var range: Range<Int>
  }

  var keyword: Keyword
  var plural: Bool
  var items: [Item]
  /// From the keyword to the last number, in reading offsets.
  var range: Range<Int>
  var keywordRange: Range<Int>

  var isAttachment: Bool { keyword.rawValue >= Keyword.exhibit.rawValue && keyword != .statute }
  var isLettersOnly: Bool { items.first.map { $0.path[0].first == Ascii.open } ?? false }
}

enum ReferenceGrammar {
  /// The reference that begins at `at`, if one does.
  static func parse(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> ReferenceWords? {
    guard let (keyword, plural, end) = keyword(span, at) else { return nil }
    var i = end
    while i < limit, span[i] == Ascii.space || span[i] == 0xC2 || span[i] == 0xA0 { i += 1 }
    guard i < limit, i > end || keyword == .section || keyword == .statute else { return nil }
    var words = ReferenceWords(keyword: keyword, plural: plural, items: [], range: at..<end, keywordRange: at..<end)
    let attachment = words.isAttachment
    guard let first = item(span, &i, limit, attachment: attachment, keyword: keyword) else { return nil }
    words.items.append(first)
    words.range = at..<i
    list(span, &i, limit, &words, attachment: attachment)
    return words
  }

  // MARK: Keywords

  static func keyword(_ span: Span<UInt8>, _ at: Int) -> (ReferenceWords.Keyword, plural: Bool, end: Int)? {
    func word(_ literal: StaticString) -> Bool { span.matchesWord(literal, at: at) }
    func end(_ literal: StaticString) -> Int { at + literal.utf8CodeUnitCount }
    guard at < span.count else { return nil }
    switch span[at].lowercased {
    case 0x73:
      if word("section") { return (.section, false, end("section")) }
      if word("sections") { return (.section, true, end("sections")) }
      if word("schedule") { return (.schedule, false, end("schedule")) }
      if word("schedules") { return (.schedule, true, end("schedules")) }
      if word("sec"), at + 3 < span.count, span[at + 3] == Ascii.period { return (.section, false, at + 4) }
      if span.matches("ss.", at: at), span[at] == 0x73 { return (.section, false, at + 3) }
      for literal: StaticString in ["subsection", "sub-section", "subparagraph", "sub-paragraph", "subclause", "sub-clause"] {
        if span.matches(literal, at: at) {
          let stop = end(literal)
          let plural = stop < span.count && span[stop].lowercased == 0x73
          return (.paragraph, plural, stop + (plural ? 1 : 0))
        }
      }
    case 0x61:
      if word("article") { return (.article, false, end("article")) }
      if word("articles") { return (.article, true, end("articles")) }
      if word("annex") { return (.annex, false, end("annex")) }
      if word("annexes") { return (.annex, true, end("annexes")) }
      if word("appendix") { return (.appendix, false, end("appendix")) }
      if word("appendices") { return (.appendix, true, end("appendices")) }
      if word("attachment") { return (.attachment, false, end("attachment")) }
      if word("attachments") { return (.attachment, true, end("attachments")) }
    case 0x63:
      if word("clause") { return (.clause, false, end("clause")) }
      if word("clauses") { return (.clause, true, end("clauses")) }
    case 0x65:
      if word("exhibit") { return (.exhibit, false, end("exhibit")) }
      if word("exhibits") { return (.exhibit, true, end("exhibits")) }
    case 0x70:
      if word("paragraph") { return (.paragraph, false, end("paragraph")) }
      if word("paragraphs") { return (.paragraph, true, end("paragraphs")) }
      if word("part"), span[at].isUpper { return (.part, false, end("part")) }
      if word("parts"), span[at].isUpper { return (.part, true, end("parts")) }
    case 0x74:
      if word("title"), span[at].isUpper { return (.statute, false, end("title")) }
    case Ascii.open:
      // EDGAR's plain text prints the section sign as (S).
      if at + 3 < span.count, span[at + 1] == 0x53, span[at + 2] == Ascii.close,
        ReferenceOwner.hasStatutePrefix(span, at) || span[at + 3].isDigit
      {
        return (.section, false, at + 3)
      }
    case 0xC2:
      if at + 1 < span.count, span[at + 1] == Ascii.section {
        let double = at + 3 < span.count && span[at + 2] == 0xC2 && span[at + 3] == Ascii.section
        return (.section, double, at + (double ? 4 : 2))
      }
    default: break
    }
    return nil
  }

  // MARK: Numbers

  private static func item(_ span: Span<UInt8>, _ i: inout Int, _ limit: Int, attachment: Bool, keyword: ReferenceWords.Keyword)
    -> ReferenceWords.Item?
  {
    let start = i
    var at = i
    var path: [[UInt8]] = []
    var quoted = false
    if attachment, at < limit, span[at] == Ascii.quote {
      quoted = true
      at += 1
    }
    guard at < limit else { return nil }
    if span[at].isDigit {
      var stop = at
      while stop < limit, span[stop].isDigit { stop += 1 }
      // Dotted parts, a joined letter (409A), a hyphen in rule numbers (1.1502-6, A-1).
      while stop + 1 < limit, span[stop] == Ascii.period, span[stop + 1].isDigit {
        stop += 1
        while stop < limit, span[stop].isDigit { stop += 1 }
      }
      if stop < limit, span[stop].isUpper, stop + 1 >= limit || !span[stop + 1].isWord { stop += 1 }
      if stop < limit, span[stop].isLower, stop + 1 >= limit || !span[stop + 1].isWord, keyword == .section { stop += 1 }
      if !attachment { stop = pastHyphens(span, stop, from: at, limit) }
      if attachment, stop + 1 < limit, span[stop] == Ascii.hyphen, span[stop + 1].isAlphanumeric {
        stop += 1
        while stop < limit, span[stop].isAlphanumeric { stop += 1 }
      }
      guard stop - at <= 14, stop >= limit || !span[stop].isLetter && span[stop] != 0x25 else { return nil }
      path.append(bytes(span, at..<stop))
      // `8.a` and `6.l`: a letter behind the period.
      if !attachment, stop + 1 < limit, span[stop] == Ascii.period, span[stop + 1].isLetter,
        stop + 2 < limit, !span[stop + 2].isWord
      {
        let isClosed = span[stop + 2] == Ascii.period
        // `2.C.(iii)`, `2.C.` at the end of a sentence, and no initials.
        if !isClosed || stop + 3 >= limit || !span[stop + 3].isWord {
          path.append([Ascii.open, span[stop + 1], Ascii.close])
          stop += isClosed && stop + 3 < limit && span[stop + 3] == Ascii.open ? 3 : 2
        }
      }
      at = stop
    } else if span[at] == Ascii.open, !attachment {
      guard let close = bracketItem(span, at, limit) else { return nil }
      path.append(bytes(span, at..<close))
      at = close
    } else if span[at].isLetter {
      if attachment {
        var stop = at
        while stop < limit,
          span[stop].isAlphanumeric
            || (span[stop] == Ascii.hyphen || span[stop] == Ascii.period) && stop + 1 < limit && span[stop + 1].isAlphanumeric
              && !span[stop + 1].isLower
        { stop += 1 }
        guard stop - at <= 8, AttachmentFinder.identifies(span, at..<stop) else { return nil }
        path.append(bytes(span, at..<stop))
        at = stop
      } else if let roman = Numeral.roman(span, at, limit), span[at].isUpper, roman.end >= limit || !span[roman.end].isWord {
        var stop = roman.end
        while stop + 1 < limit, span[stop] == Ascii.period, span[stop + 1].isDigit {
          stop += 1
          while stop < limit, span[stop].isDigit { stop += 1 }
        }
        path.append(bytes(span, at..<stop))
        at = stop
      } else if keyword == .article || keyword == .section || keyword == .part, span[at].isUpper, let word = Numeral.word(span, at)
      {
        path.append(bytes(span, at..<word.end))
        at = word.end
      } else if let letter = Numeral.letter(span, at, limit), letter.end == at + 1, span[at].isUpper {
        // `Article A`, `paragraph B`; not the article "A" of a sentence.
        guard span[at] != 0x41 || keyword != .section || at + 1 < limit && span[at + 1] != Ascii.space else { return nil }
        var stop = at + 1
        while stop + 1 < limit, span[stop] == Ascii.period, span[stop + 1].isDigit {
          stop += 1
          while stop < limit, span[stop].isDigit { stop += 1 }
        }
        path.append(bytes(span, at..<stop))
        at = stop
      } else {
        return nil
      }
    } else {
      return nil
    }
    if quoted, at < limit, span[at] == Ascii.quote { at += 1 }
    // `Paragraph 12 a)`
    if !attachment, at + 2 < limit, span[at] == Ascii.space, span[at + 1].isLower, span[at + 2] == Ascii.close,
      span[at - 1].isDigit
    {
      path.append([Ascii.open, span[at + 1], Ascii.close])
      at += 3
    }
    if !attachment {
      var next = at
      while next < limit {
        var open = next
        if span[open] == Ascii.space, open + 1 < limit { open += 1 }
        guard span[open] == Ascii.open, let close = bracketItem(span, open, limit) else { break }
        // `Section 5 (a)` joins; `Section 5 (the "X")` does not.
        if open > next, span[open + 1].isDigit || path[0].first == Ascii.open { break }
        path.append(bytes(span, open..<close))
        next = close
      }
      at = next
    }
    i = at
    return ReferenceWords.Item(path: path, range: start..<at)
  }

  /// The end of `(a)`, `(iv)`, `(12)`, `(A)` at `at`.
  private static func bracketItem(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> Int? {
    var i = at + 1
    while i < limit, span[i] == Ascii.space { i += 1 }
    let start = i
    while i < limit, span[i].isAlphanumeric, i - start < 6 { i += 1 }
    let stop = i
    while i < limit, span[i] == Ascii.space { i += 1 }
    guard stop > start, i < limit, span[i] == Ascii.close else { return nil }
    if span[start].isDigit {
      for k in start..<stop where !span[k].isDigit { return nil }
      return stop - start <= 3 ? i + 1 : nil
    }
    let single = Numeral.letter(span, start, stop)?.end == stop && stop - start <= 2
    let roman = Numeral.roman(span, start, stop)?.end == stop
    return single || roman ? i + 1 : nil
  }

  private static func bytes(_ span: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    for i in range where !span[i].isSpace { out.append(span[i]) }
    return out
  }

  // MARK: Lists

  private static func list(_ span: Span<UInt8>, _ i: inout Int, _ limit: Int, _ words: inout ReferenceWords, attachment: Bool) {
    var isSeries = false
    while words.items.count < 40 {
      // `Sections 9.1 (Cap) and 9.2 (Waiver)`: titles in brackets stand between the numbers of a list.
      var at = words.plural && !attachment ? pastTitle(span, i, limit) : i
      guard let joint = joint(span, &at, limit) else { break }
      let before = at
      // "and Section 5": with another keyword a new reference begins, but a bare "through Section 5" goes on.
      if let (keyword, _, end) = keyword(span, at) {
        guard joint == .range, keyword == words.keyword else {
          // `Exhibit C, Section II F` is one.
          if attachment, joint == .comma, keyword == .section || keyword == .part || keyword == .article || keyword == .paragraph {
            var inner = span.skipSpaces(end)
            if item(span, &inner, limit, attachment: false, keyword: keyword) != nil {
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
      }
      // "3.4; and (e) take any action": the next clause of the sentence around.
      if i < limit, span[i] == Ascii.semicolon, at < limit, span[at] == Ascii.open { break }
      guard var next = item(span, &at, limit, attachment: attachment, keyword: words.keyword) else { break }
      if joint == .comma, !words.plural, !isSeries { isSeries = endsInLast(span, at, limit, words.keyword, attachment: attachment) }
      guard
        isSeries && unitFollows(span, at, limit) != true
          || continues(span, words, next, joint, at, limit, attachment: attachment)
      else { break }
      next.upTo = joint == .range
      if next.path[0].first == Ascii.open, let last = words.items.last, last.path.count >= 1 {
        // `4(d)(i) and (ii)`, `2(a) through (d)`: brackets alone replace as many at the end.
        let keep =
          last.path[0].first == Ascii.open && last.path.count == next.path.count
          ? 0 : max(last.path.count - next.path.count, last.path[0].first == Ascii.open ? 0 : 1)
        next.path = Array(last.path.prefix(keep)) + next.path
      }
      words.items.append(next)
      words.range = words.range.lowerBound..<at
      i = at
      if at == before { break }
    }
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

  /// Behind a title in brackets, `(General Cap)`, at `at`; `at` itself where none stands.
  private static func pastTitle(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> Int {
    let open = span.skipSpaces(at)
    guard open + 3 < limit, span[open] == Ascii.openBracket || span[open] == Ascii.open && bracketItem(span, open, limit) == nil,
      span[open + 1].isUpper || span[open + 1] == Ascii.quote
    else { return at }
    let closing = span[open] == Ascii.open ? Ascii.close : Ascii.closeBracket
    var close = open + 1
    while close < limit, close - open < 80, span[close] != closing, span[close] != span[open] { close += 1 }
    return close < limit && span[close] == closing ? close + 1 : at
  }

  private enum Joint { case comma, and, either, range }
  private static let joining = WordSet("and", "or", "through")

  private static func joint(_ span: Span<UInt8>, _ at: inout Int, _ limit: Int) -> Joint? {
    var i = at
    var kind: Joint?
    if i < limit, span[i] == Ascii.hyphen {
      i += 1
      while i < limit, span[i] == Ascii.hyphen { i += 1 }
      at = span.skipSpaces(i)
      return .range
    }
    // "Sections 3.10. and 3.11."
    if i + 4 < limit, span[i] == Ascii.period, span[i + 1] == Ascii.space, joining.begins(span, at: i + 2), span[i + 2].isLower {
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
    if attachment { return words.plural || joint == .range && first[0].isDigit }
    if first.first == Ascii.open {
      // Brackets alone go on only behind brackets of their class.
      guard let last = words.items.last?.path.last, last.first == Ascii.open else { return words.plural && joint != .comma }
      // "Section 4.1(a) and (iii) any liability": (iii) is the sentence's own.
      if !words.plural, first.count > 3, last.count == 3, Numeral.roman(last.span, 1, 2) == nil { return false }
      return last[1].isDigit == first[1].isDigit && last[1].isUpper == first[1].isUpper || words.plural
    }
    if words.isLettersOnly { return false }
    let dotted = first.contains(Ascii.period) || next.path.count > 1
    let sameShape = words.items[0].path[0].contains(Ascii.period) == first.contains(Ascii.period)
    if let unit = unitFollows(span, end, limit), unit { return false }
    if words.plural || joint == .either { return true }
    if joint == .range { return dotted && sameShape && span[end - 1] != Ascii.comma }
    // "Section 9 or 10 of this Agreement".
    if joint == .and, words.items.count == 1, ReferenceOwner.claim(span, after: end, limit: limit) != .unsaid { return true }
    return dotted && sameShape
  }

  /// Where a number ends that goes on behind hyphens as those of statutes and regulations do; a range of two (`2-4`) does not.
  ///
  /// `5-1401`, `4-9-505`, `1.409A-3`, `1.368-1`.
  private static func pastHyphens(_ span: Span<UInt8>, _ stop: Int, from start: Int, _ limit: Int) -> Int {
    var end = stop
    var hyphens = 0
    var figures = 0
    while end + 1 < limit, span[end] == Ascii.hyphen, span[end + 1].isDigit {
      let first = end + 1
      end = first
      while end < limit, span[end].isDigit { end += 1 }
      hyphens += 1
      figures = max(figures, end - first)
    }
    // `1.1441-4`: three figures and more behind a period.
    var last = stop
    while last > start, span[last - 1].isDigit { last -= 1 }
    let hasLongPart = last > start && stop - last >= 3 && span[last - 1] == Ascii.period
    return hyphens > 1 || figures > 2 || span[stop - 1].isUpper || hasLongPart ? end : stop
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
