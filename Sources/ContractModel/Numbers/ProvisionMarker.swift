/// A printed number as it may begin a provision: `ARTICLE IV`, `Section 4.01`, `4.1`, `(a)`, `1)`, `VII.1.`, `4A`.
struct ProvisionMarker: Equatable {
  enum Keyword: UInt8 { case none, article, section, clause, paragraph, part }
  /// What closes the numeral: `.`, `)`, something else or nothing.
  enum Close: UInt8 { case none, period, bracket }

  var keyword: Keyword
  var opened: Bool
  var close: Close
  /// Dotted parts: `4.01` is 4 and 1; a lone letter or numeral is one part.
  var parts: Numerals
  /// The other reading of a single part: `i` the letter when `parts` holds the Roman numeral, `aa` the first of doubled letters.
  var alternate: Numeral?
  /// The letter of an inserted provision: `A` of `4A`.
  var suffix: UInt8?
  /// The label as printed, keyword included, closing period not: `ARTICLE IV`, `(a)`.
  var label: Range<Int>
  /// The numeral alone, without keyword, brackets or closing punctuation.
  var numeral: Range<Int>
  /// Where the provision's words begin.
  var textStart: Int
  /// Blanks between the label and the words (4 for a tab or a line end).
  var gap: Int

  var isDotted: Bool { parts.count > 1 }
  var values: NumberPath { parts.values }

  /// Whether the numeral is a letter that nothing closes, as drafts print one by slip.
  var isBareLetter: Bool { close == .none && keyword == .none && !parts[0].kind.isArabic && !isDotted }

  /// Whether nothing stands behind the number before `limit`, and it cannot be a word or an amount.
  func isAlone(before limit: Int) -> Bool { textStart >= limit && (close != .none || isDotted || keyword != .none) }

  /// Whether its numeral, or the other way to read it (`(i)` as a letter), passes a test.
  @inline(__always) func mayRead(_ test: (Numeral) -> Bool) -> Bool { test(parts[0]) || alternate.map(test) ?? false }

  /// Whether this is the number behind another of its series: `(iv)` behind `(iii)`, `(j)` behind `(i)`.
  func follows(_ other: ProvisionMarker) -> Bool {
    guard keyword == other.keyword, opened == other.opened, close == other.close, !isDotted, !other.isDotted else { return false }
    return mayRead { mine in other.mayRead { mine.kind == $0.kind && mine.value == $0.value + 1 } }
  }

  /// Whether it is a plain 1, as clauses begin with: `1.`, `Section 1`, and not `(1)`.
  var isFirst: Bool { values == [1] && parts[0].kind.isArabic && !opened && close != .bracket }

  /// Reads a marker at `start`, going no further than `limit`; `bareLetter` admits a lone letter that stands apart, and one that `isGlued`
  /// to a number may lead another: the a of `1.a.ii.`.
  @inline(__always)
  static func parse(
    _ span: Span<UInt8>, _ start: Int, _ limit: Int, bareLetter: Bool = false, isGlued: Bool = false
  ) -> ProvisionMarker? {
    // Most lines begin with a plain word: they are left quickly.
    mayBegin(span, start, limit) ? read(span, start, limit, bareLetter: bareLetter, isGlued: isGlued) : nil
  }

  private static func read(_ span: Span<UInt8>, _ start: Int, _ limit: Int, bareLetter: Bool, isGlued: Bool) -> ProvisionMarker? {
    var i = start
    let keyword = readKeyword(span, &i, limit)
    if keyword != .none, i >= limit { return nil }
    var marker = ProvisionMarker(
      keyword: keyword, opened: false, close: .none, parts: Numerals(), alternate: nil, suffix: nil,
      label: start..<start, numeral: i..<i, textStart: i, gap: 0)
    guard i < limit else { return nil }
    if span[i] == Ascii.open {
      guard keyword == .none || keyword == .paragraph || keyword == .clause || keyword == .section else { return nil }
      marker.opened = true
      i += 1
      while i < limit, span[i] == Ascii.space { i += 1 }
    }
    let numeralStart = i
    guard marker.readNumeral(span, &i, limit) else { return nil }
    marker.numeral = numeralStart..<i
    let bare = i
    // `12.0` is how some print 12 above 12.1.
    let isWhole =
      !marker.opened && marker.parts.count == 2 && marker.parts[0].kind.isArabic && span[bare - 1] == 0x30
      && span[bare - 2] == Ascii.period
    if isWhole { marker.parts = Numerals(marker.parts[0]) }
    if marker.opened {
      while i < limit, span[i] == Ascii.space { i += 1 }
      if i < limit, span[i] == Ascii.period { i += 1 }
      guard i < limit, span[i] == Ascii.close else { return nil }
      i += 1
      marker.close = .bracket
      marker.label = start..<i
      if i < limit, span[i] == Ascii.period || span[i] == Ascii.colon { i += 1 }
    } else {
      marker.label = start..<bare
      if i < limit {
        switch span[i] {
        case Ascii.period:
          marker.close = .period
          i += 1
          if i < limit, span[i] == Ascii.close || span[i] == Ascii.hyphen { i += 1 }
        case Ascii.close:
          marker.close = .bracket
          i += 1
          marker.label = start..<i
          if i < limit, span[i] == Ascii.period { i += 1 }
        case Ascii.colon:
          marker.close = .period
          i += 1
        default: break
        }
      }
    }
    if isWhole, marker.close == .none { marker.close = .period }
    // Letters and small numerals need a mark of their own; dotted numbers and keywords do not.
    if marker.isBareLetter, !bareLetter || bare - numeralStart > 1 { return nil }
    var gap = 0
    var scan = i
    while scan < limit {
      if span[scan] == Ascii.space {
        gap += 1
        scan += 1
      } else if span[scan].isSpace {
        gap += 4
        scan += 1
      } else if span[scan] == 0xC2, scan + 1 < limit, span[scan + 1] == 0xA0 {
        gap += 1
        scan += 2
      } else {
        break
      }
    }
    marker.textStart = scan
    marker.gap = scan >= limit ? 4 : gap
    if gap == 0, scan < limit {
      // Glued: `(a)The`, `(iii)if`, `c.the`, `1.1Term`, `ARTICLE 1—`, `2.1(a)`, `1.(a)`.
      let next = span[scan]
      let glues =
        marker.close == .bracket && (next.isUpper || next == Ascii.quote || next >= 0x80 || next == Ascii.open)
        || marker.leadsWord(span, limit)
        || marker.isDotted && (next.isUpper || next == Ascii.quote || next == 0xE2 || next == Ascii.open)
        || marker.close == .period && (next.isUpper || next == Ascii.open || next == Ascii.quote || next == 0xE2)
        || marker.close == .period && keyword == .none && marker.parts[0].kind.isArabic && next.isLower && scan + 2 < limit
          && span[scan + 1] == Ascii.space && span[scan + 2].isUpper
        || marker.leadsLetter(span, limit) || isGlued && marker.leadsNumeral(span, limit)
        || marker.close == .none && !marker.opened && !marker.isDotted && marker.parts[0].kind.isArabic && keyword == .none
          && next == Ascii.open && scan + 2 < limit
          && (span[scan + 2] == Ascii.close || scan + 3 < limit && span[scan + 3] == Ascii.close)
        || keyword != .none && (next == Ascii.hyphen || next == 0xE2 || next == Ascii.comma || next == Ascii.open)
      guard glues else { return nil }
      // `U.S.`, `A.M.`, `J.P.` are no items.
      if marker.close == .period, !marker.parts[0].kind.isArabic, next.isUpper, keyword == .none {
        guard
          marker.leadsLetter(span, limit)
            || scan + 2 < limit && span[scan + 1].isLetter && (span[scan + 2].isLetter || span[scan + 2] == Ascii.space)
        else { return nil }
      }
    }
    return marker
  }

  /// Whether a word in small letters is glued to a letter or small numeral: `(iii)if`, `c.the`; `e.g.`, `(s)he` and `a.m.` are none.
  private func leadsWord(_ span: Span<UInt8>, _ limit: Int) -> Bool {
    guard keyword == .none, !isDotted, parts[0].kind == .lowerLetter || parts[0].kind == .lowerRoman,
      opened && close == .bracket || !opened && close == .period && parts[0].kind == .lowerLetter, textStart + 2 < limit,
      span[textStart].isLower, span[textStart + 1].isLower
    else { return false }
    let end = (textStart..<limit).first { !span[$0].isLower } ?? limit
    return end < limit && span[end] == Ascii.space && !(end - textStart == 2 && span.matches("he", at: textStart))
  }

  /// Whether a letter with its own mark is glued to the number: `2.A. Grant.`, `SECTION 1.A. Loans.`, `3.1.B. Fees.`.
  ///
  /// Small letters and Roman numbers are so only where nothing else leads: `1.a. Orders`, `I.A. Scope`.
  func leadsLetter(_ span: Span<UInt8>, _ limit: Int) -> Bool {
    let at = textStart
    guard gap == 0, close == .period, at + 2 < limit, span[at].isLetter else { return false }
    if span[at + 2] != Ascii.space, span[at + 2] != Ascii.open {
      // `1.a.ii.`: a numeral is glued to the letter in turn.
      guard span[at].isLower, span[at + 1] == Ascii.period, let numeral = Numeral.roman(span, at + 2, limit),
        numeral.end + 1 < limit, span[numeral.end] == Ascii.period, span[numeral.end + 1] == Ascii.space
      else { return false }
    }
    let isUpper = span[at].isUpper
    guard span[at + 1] == Ascii.period || span[at + 1] == Ascii.close && !isUpper else { return false }
    if parts[0].kind.isArabic { return isUpper || keyword == .none && !isDotted }
    // `I.B. of`: initials.
    return isUpper && keyword == .none && !isDotted && parts[0].kind == .upperRoman && parts[0].value <= 30
      && (span[at + 2] == Ascii.open || at + 3 < limit && span[at + 3].isUpper)
  }

  /// Whether a small Roman numeral with its full stop is glued to the letter: the `a.ii.` of `1.a.ii.`.
  func leadsNumeral(_ span: Span<UInt8>, _ limit: Int) -> Bool {
    guard gap == 0, close == .period, parts[0].kind == .lowerLetter, let numeral = Numeral.roman(span, textStart, limit),
      numeral.end + 1 < limit
    else { return false }
    return span[textStart].isLower && span[numeral.end] == Ascii.period && span[numeral.end + 1] == Ascii.space
  }

  /// Whether the first bytes can be those of a marker: a figure, a bracket, a section sign, or letters as numbers and keywords have.
  @inline(__always) private static func mayBegin(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    guard start < limit else { return false }
    let first = span[start]
    guard first.isLetter else { return first.isDigit || first == Ascii.open || first == 0xC2 }
    return start + 1 >= limit || !span[start + 1].isLetter || canBegin(first, span[start + 1])
  }

  /// Whether two letters can begin a keyword (`AR`, `SE`), a Roman numeral (`XI`) or a doubled letter (`aa`).
  @inline(__always) private static func canBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    func bits(_ letters: StaticString) -> UInt32 {
      var bits: UInt32 = 0
      for k in 0..<letters.utf8CodeUnitCount { bits |= 1 << UInt32(letters.utf8Start[k] & 31) }
      return bits
    }
    func isOne(_ byte: UInt8, of letters: UInt32) -> Bool { letters >> UInt32(byte & 31) & 1 != 0 }
    let romans = bits("ivxlc")
    if isOne(first, of: romans), isOne(second, of: romans) { return true }
    switch first {
    case 0x41: return second.lowercased == 0x72 || second == first
    case 0x43: return isOne(second, of: bits("lhc"))
    case 0x50: return second.lowercased == 0x61 || second == first
    case 0x53: return isOne(second, of: bits("eu")) || second == first
    default: return second == first
    }
  }

  private static func readKeyword(_ span: Span<UInt8>, _ i: inout Int, _ limit: Int) -> Keyword {
    let first = span[i]
    var keyword = Keyword.none
    var length = 0
    // A no-break space ends the word as a blank does.
    func word(_ literal: StaticString, at start: Int) -> Bool {
      guard span.matches(literal, at: start) else { return false }
      let end = start + literal.utf8CodeUnitCount
      return end >= limit || !span[end].isWord || span[end] == 0xC2 && end + 1 < limit && span[end + 1] == 0xA0
    }
    switch first {
    case 0x41 where word("article", at: i): (keyword, length) = (.article, 7)
    case 0x53 where word("section", at: i): (keyword, length) = (.section, 7)
    case 0x53 where word("sec", at: i): (keyword, length) = (.section, 3)
    case 0x53 where word("subpart", at: i): (keyword, length) = (.section, 7)
    case 0x43 where word("clause", at: i): (keyword, length) = (.clause, 6)
    case 0x43 where word("chapter", at: i): (keyword, length) = (.part, 7)
    case 0x50 where word("paragraph", at: i): (keyword, length) = (.paragraph, 9)
    case 0x50 where word("part", at: i): (keyword, length) = (.part, 4)
    case 0xC2 where i + 1 < limit && span[i + 1] == Ascii.section: (keyword, length) = (.section, 2)
    default: return .none
    }
    var next = i + length
    if next < limit, span[next] == Ascii.period { next += 1 }
    while next < limit, span[next].isSpace || span[next] == 0xC2 && next + 1 < limit && span[next + 1] == 0xA0 || span[next] == 0xA0
    {
      next += 1
    }
    i = next
    return keyword
  }

  private mutating func readNumeral(_ span: Span<UInt8>, _ i: inout Int, _ limit: Int) -> Bool {
    guard i < limit else { return false }
    if span[i].isDigit {
      guard let value = Self.readInteger(span, &i, limit) else { return false }
      parts = Numerals(Numeral(kind: .arabic, value: value))
      readDottedParts(span, &i, limit)
      readSuffix(span, &i, limit)
      // `3A.1`: below a clause that was put in.
      if suffix != nil, i + 1 < limit, span[i] == Ascii.period, span[i + 1].isDigit { readDottedParts(span, &i, limit) }
      return true
    }
    guard span[i].isLetter else { return false }
    let upper = span[i].isUpper
    let roman = Numeral.roman(span, i, limit)
    let letter = Numeral.letter(span, i, limit)
    if keyword != .none, let word = Numeral.word(span, i) {
      parts = Numerals(Numeral(kind: .word, value: word.value))
      i = word.end
      return true
    }
    if let roman {
      parts = Numerals(Numeral(kind: upper ? .upperRoman : .lowerRoman, value: roman.value))
      if let letter, letter.end == roman.end {
        alternate = Numeral(kind: upper ? .upperLetter : .lowerLetter, value: letter.value)
      }
      i = roman.end
      // `VII.1.` and `II.5`.
      if upper, !opened { readDottedParts(span, &i, limit) }
      if isDotted { alternate = nil }
      return true
    }
    if let letter {
      parts = Numerals(Numeral(kind: upper ? .upperLetter : .lowerLetter, value: letter.value))
      // `(aa)`, `(bb)`: the first and second of a list below (i), or the 27th and 28th behind (z).
      if !upper, letter.end == i + 2 { alternate = Numeral(kind: .doubledLetter, value: letter.value - 26) }
      i = letter.end
      // `A.001` and `L.201` number drawings.
      if upper, !opened, i + 1 < limit, span[i] == Ascii.period, span[i + 1].isDigit, span[i + 1] != 0x30,
        !(i + 3 < limit && span[i + 2].isDigit && span[i + 3].isDigit)
      {
        readDottedParts(span, &i, limit)
      }
      return true
    }
    return false
  }

  private mutating func readDottedParts(_ span: Span<UInt8>, _ i: inout Int, _ limit: Int) {
    while parts.count < 6, i + 1 < limit, span[i] == Ascii.period, span[i + 1].isDigit {
      var next = i + 1
      guard let value = Self.readInteger(span, &next, limit) else { return }
      parts.append(value)
      i = next
    }
  }

  private mutating func readSuffix(_ span: Span<UInt8>, _ i: inout Int, _ limit: Int) {
    guard !opened, i < limit, span[i].isUpper else { return }
    let next = i + 1 < limit ? span[i + 1] : Ascii.space
    if next == Ascii.period || next.isSpace || next == Ascii.close {
      suffix = span[i]
      i += 1
    }
  }

  private static func readInteger(_ span: Span<UInt8>, _ i: inout Int, _ limit: Int) -> Int? {
    var value = 0
    let start = i
    while i < limit, span[i].isDigit {
      value = value * 10 + Int(span[i] - 0x30)
      i += 1
      if i - start > 3 { return nil }
    }
    return value
  }
}

extension Numeral.Kind {
  var isArabic: Bool { self == .arabic }
}
