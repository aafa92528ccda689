/// One number of a reference: `2.1(a)(i)`, `VII`, `4-9-505`, `2.C.(iii)`, `A-1`.
extension ReferenceGrammar {
  static func item(_ span: Span<UInt8>, _ i: inout Int, _ limit: Int, attachment: Bool, keyword: ReferenceWords.Keyword)
    -> ReferenceWords.Item?
  {
    let start = i
    var at = i
    var path: [[UInt8]] = []
    var mark: UInt8?
    if attachment, at < limit, span[at] == Ascii.quote || span[at] == Ascii.apostrophe {
      mark = span[at]
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
      // `409A`, and `50AA` of a statute.
      let letters = stop + 1 < limit && span[stop].isUpper && span[stop + 1] == span[stop] ? 2 : 1
      if stop < limit, span[stop].isUpper, stop + letters >= limit || !span[stop + letters].isWord {
        stop += letters
        // `3A.1`: below a clause that was put in.
        while !attachment, stop + 1 < limit, span[stop] == Ascii.period, span[stop + 1].isDigit {
          stop += 1
          while stop < limit, span[stop].isDigit { stop += 1 }
        }
      }
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
        } else if stop + 3 < limit, span[stop + 1].isLower, span[stop + 3].isLower,
          let roman = Numeral.roman(span, stop + 3, limit),
          roman.end >= limit || !span[roman.end].isWord
        {
          // `1.a.ii`
          path.append([Ascii.open, span[stop + 1], Ascii.close])
          path.append([Ascii.open] + bytes(span, (stop + 3)..<roman.end) + [Ascii.close])
          stop = roman.end
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
        guard stop - at <= 8, AttachmentLabel.identifies(span, at..<stop) else { return nil }
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
    if let mark, at < limit, span[at] == mark { at += 1 }
    // `Schedule 1.1(a)` is called by all of its number, `Schedule 2(a)` by what stands before the bracket.
    if attachment, mark == nil, !path.isEmpty, case let start = at - path[0].count, start >= 0,
      case let whole = AttachmentLabel.behindItems(span, start..<at, limit), whole > at
    {
      path[0] = bytes(span, start..<whole)
      at = whole
    }
    if attachment, mark == nil, at < limit, span[at] == Ascii.open, span[at - 1].isDigit, let close = bracketItem(span, at, limit),
      close - at <= 4
    {
      at = close
    }
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
        // `Section 5.1.(a)`
        if span[open] == Ascii.period, open + 1 < limit, span[open + 1] == Ascii.open, path.count == 1 { open += 1 }
        // `§ 1.401(k)-1(d)` of the regulations.
        if span[open] == Ascii.hyphen, open + 1 < limit, span[open + 1].isDigit, path.count > 1, hasThreeFigures(path[0]) {
          open += 1
          while open < limit, span[open].isDigit { open += 1 }
          path.append(bytes(span, next..<open))
          next = open
          continue
        }
        if span[open] == Ascii.space, open + 1 < limit { open += 1 }
        guard span[open] == Ascii.open, let close = bracketItem(span, open, limit) else { break }
        // `Section 5 (a)` joins; `Section 5 (the "X")` does not.
        // `Section 5 (30) days` does not, and `clause 1 (2)` before the end of its clause does.
        if open > next,
          path[0].first == Ascii.open
            || span[open + 1].isDigit && !(span[next - 1].isDigit && close - open <= 4 && endsReference(span, close, limit))
        {
          break
        }
        path.append(bytes(span, open..<close))
        next = close
      }
      at = next
      // `§ 1 para. 2`, `§ 1 Abs. 2`
      for word: StaticString in [" para. ", " abs. "] where path.count == 1 && span[at - 1].isDigit && span.matches(word, at: at) {
        let digits = at + word.utf8CodeUnitCount
        var stop = digits
        while stop < limit, span[stop].isDigit { stop += 1 }
        guard stop > digits else { break }
        path.append([Ascii.open] + bytes(span, digits..<stop) + [Ascii.close])
        at = stop
      }
    }
    i = at
    return ReferenceWords.Item(path: path, range: start..<at)
  }

  /// The end of `(a)`, `(iv)`, `(12)`, `(A)` at `at`.
  static func bracketItem(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> Int? {
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

  static func bytes(_ span: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    for i in range where !span[i].isSpace { out.append(span[i]) }
    return out
  }

  private static func hasThreeFigures(_ number: [UInt8]) -> Bool {
    var digits = 0
    for byte in number where digits < 3 { digits = byte.isDigit ? digits + 1 : 0 }
    return digits >= 3
  }

  /// `409A`, `280G`, `162(m)`, `4999`, `13-1-11`, `1.409A-1`: numbers of the size that statutes and regulations have.
  static func isStatuteNumber(_ number: [UInt8]) -> Bool {
    if number.prefix(while: { $0 != Ascii.period }).count(where: { $0.isDigit }) >= 3 { return true }
    // Behind a period a number of three digits alone may be an agreement's own: `1.101`.
    return hasThreeFigures(number) && !number.allSatisfy { $0.isDigit || $0 == Ascii.period }
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
}
