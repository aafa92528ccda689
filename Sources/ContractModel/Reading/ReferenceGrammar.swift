/// Reads the words of a reference: keyword, then numbers joined by commas, "and", "or", "through" and dashes.
///
/// `Sections 2.2-2.3, 3.4-3.5 and 4-8`, `Section 4(d)(i) and (ii)`, `clauses (iii) through (vi)`, `Articles 10, 11.4 and 13`, `§§ 12, 14`,
/// `Exhibit C, Section II F`, `Schedules 1 and 2`.
struct ReferenceWords {
  enum Keyword: UInt8 {
    case section, article, clause, paragraph, part, recital, exhibit, schedule, annex, appendix, attachment, annexure, annexe,
      addendum, rider, enclosure, statute
  }

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

  /// What of an attachment is meant: `Part A` and `paragraph 2.1` of `Schedule 1, Part A, paragraph 2.1`.
  var inner: [(keyword: Keyword, path: [[UInt8]])] = []

  var isAttachment: Bool { keyword.rawValue >= Keyword.exhibit.rawValue && keyword != .statute }
  var isLettersOnly: Bool { keyword != .recital && items.first.map { $0.path[0].first == Ascii.open } ?? false }
  /// Whether the word means a provision or an attachment in some papers alone, `Condition 4`, `Rule 2`, `Subpart 2.1`, `Addendum 1`, and is
  /// one where it leads somewhere.
  var isTentative = false
}

enum ReferenceGrammar {
  /// The reference that begins at `at`, if one does.
  static func parse(_ span: Span<UInt8>, _ at: Int, _ limit: Int) -> ReferenceWords? {
    // "the First Schedule" is Schedule 1; "the First Addendum" is a paper of its own.
    if let ordinal = AttachmentLabel.ordinal(span, at, limit), !AttachmentLabel.mayNamePaper(ordinal.name),
      let kind = kinds.first(where: { $0.name == ordinal.name })?.keyword
    {
      let range = at..<ordinal.end
      return ReferenceWords(
        keyword: kind, plural: false, items: [ReferenceWords.Item(path: [Array(String(ordinal.value).utf8)], range: range)],
        range: range, keywordRange: range)
    }
    guard let (keyword, plural, end) = keyword(span, at) else { return nil }
    var i = end
    while i < limit, span[i] == Ascii.space || span[i] == 0xC2 || span[i] == 0xA0 { i += 1 }
    guard i < limit, i > end || keyword == .section || keyword == .statute else { return nil }
    // "clause No. 3", "Clause number 2.2"
    for word: StaticString in ["no. ", "nos. ", "number ", "numbers "] where span.matches(word, at: i) {
      let next = span.skipSpaces(i + word.utf8CodeUnitCount)
      if next < limit, span[next].isDigit { i = next }
      break
    }
    var words = ReferenceWords(keyword: keyword, plural: plural, items: [], range: at..<end, keywordRange: at..<end)
    words.isTentative = isTentative(span, at, keyword)
    let isPart = isPartWord(span, at)
    // "Clause [5]" of a draft
    if keyword == .clause || keyword == .section, span[i] == Ascii.openBracket, i + 1 < limit, span[i + 1].isDigit {
      var inner = i + 1
      guard let only = item(span, &inner, limit, attachment: false, keyword: keyword), inner < limit,
        span[inner] == Ascii.closeBracket
      else { return nil }
      words.items = [only]
      words.range = at..<(inner + 1)
      return words
    }
    let attachment = words.isAttachment
    guard let first = item(span, &i, limit, attachment: attachment, keyword: keyword) else { return nil }
    words.items.append(first)
    words.range = at..<i
    if keyword == .article, let end = statuteTail(span, i, limit) {
      words.keyword = .statute
      words.range = at..<end
      return words
    }
    list(span, &i, limit, &words, attachment: attachment)
    // "clauses (1) through (7), inclusive, of Section 3.4"
    if words.items.contains(where: \.upTo) {
      for tail: StaticString in [", inclusive, of ", " inclusive of ", " (inclusive) of "] where span.matches(tail, at: i) {
        i += tail.utf8CodeUnitCount - 4
        words.range = at..<i
      }
    }
    takeItems(span, &i, limit, &words)
    // "Items (a) and (c) of Clause 1.1": a word for a part of something is one where what it is of is named.
    if isPart {
      let of = span.skipSpaces(i)
      guard span.matches("of ", at: of), let (outer, _, _) = self.keyword(span, span.skipSpaces(of + 3)),
        !span.matches("item", at: at) || outer.rawValue < ReferenceWords.Keyword.exhibit.rawValue
      else { return nil }
    }
    return words
  }

  /// Takes the items that are named behind their clause: `Clause 1.1, paragraphs (a) and (b)` is 1.1(a) and 1.1(b).
  private static func takeItems(_ span: Span<UInt8>, _ i: inout Int, _ limit: Int, _ words: inout ReferenceWords) {
    guard !words.isAttachment, !words.plural, words.items.count == 1, !words.isLettersOnly, words.inner.isEmpty, i < limit,
      span[i] == Ascii.comma, case let at = span.skipSpaces(i + 1), let next = keyword(span, at), next.0 == .paragraph,
      let inner = parse(span, at, limit), inner.isLettersOnly, !span.matches("of ", at: span.skipSpaces(inner.range.upperBound))
    else { return }
    let path = words.items[0].path
    words.items = inner.items.map { ReferenceWords.Item(path: path + $0.path, upTo: $0.upTo, range: $0.range) }
    words.range = words.range.lowerBound..<inner.range.upperBound
    i = inner.range.upperBound
  }

  /// Whether a keyword is one in some papers only: an addendum or a rider may as well be a paper of its own.
  private static func isTentative(_ span: Span<UInt8>, _ at: Int, _ keyword: ReferenceWords.Keyword) -> Bool {
    span.matches("condition", at: at) || span.matches("rule", at: at) || span.matches("subpart", at: at)
      || kinds.contains { $0.keyword == keyword && AttachmentLabel.mayNamePaper($0.name) }
  }

  /// Whether a keyword is a word for a part of a provision, which names nothing by itself.
  private static func isPartWord(_ span: Span<UInt8>, _ at: Int) -> Bool {
    for word: StaticString in ["item", "limb", "point"] where span.matches(word, at: at) { return true }
    return false
  }

  /// Attachments by the word that names them.
  static let kinds: [(name: String, keyword: ReferenceWords.Keyword)] = [
    ("Exhibit", .exhibit), ("Schedule", .schedule), ("Annex", .annex), ("Appendix", .appendix), ("Attachment", .attachment),
    ("Annexure", .annexure), ("Annexe", .annexe), ("Addendum", .addendum), ("Rider", .rider), ("Enclosure", .enclosure),
  ]

  /// Where the finer place in a European statute ends: `Art. 28 para. 3`, `Art. 4 No. 7`, `Art. 44 et seq.`, `Art. 32 para. 1 lit. d)`.
  private static func statuteTail(_ span: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    var end: Int?
    var at = start
    while at + 4 < limit, span[at] == Ascii.space {
      let next = at + 1
      if span.matches("et seq", at: next) {
        return min(limit, next + 6 + (next + 6 < limit && span[next + 6] == Ascii.period ? 1 : 0))
      }
      guard
        let word = (["para. ", "para ", "no. ", "lit. ", "abs. ", "nr. ", "sentence ", "par. "] as [StaticString]).first(where: {
          span.matches($0, at: next)
        })
      else { break }
      var stop = next + word.utf8CodeUnitCount
      let first = stop
      while stop < limit, span[stop].isDigit { stop += 1 }
      if stop == first, stop < limit, span[stop].isLower { stop += 1 }
      guard stop > first else { break }
      if stop < limit, span[stop] == Ascii.close { stop += 1 }
      end = stop
      at = stop
    }
    return end
  }

  // MARK: Keywords

  /// Where a shortened keyword ends, with its period, when a number follows: `para. 4`, `cl 2.2`.
  private static func shortEnd(_ span: Span<UInt8>, _ end: Int) -> Int? {
    let stop = end + (span.byte(end) == Ascii.period ? 1 : 0)
    let next = span.skipSpaces(stop)
    return next > stop && next < span.count && (span[next].isDigit || span[next] == Ascii.open) ? stop : nil
  }

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
      // `Sch. A`, `Sch 2`
      if word("sch"), span[at].isUpper, let stop = span.matches("sch. ", at: at) ? at + 4 : shortEnd(span, at + 3) {
        return (.schedule, false, stop)
      }
      if word("subpart"), span.byte(span.skipSpaces(at + 7)).isDigit { return (.section, false, end("subpart")) }
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
      if span.matches("art. ", at: at), span[at].isUpper { return (.article, false, at + 4) }
      if span.matches("arts. ", at: at), span[at].isUpper { return (.article, true, at + 5) }
      if word("articles") { return (.article, true, end("articles")) }
      if word("annex") { return (.annex, false, end("annex")) }
      if word("annexe") { return (.annexe, false, end("annexe")) }
      if word("annexes") { return (.annex, true, end("annexes")) }
      if word("annexure") { return (.annexure, false, end("annexure")) }
      if word("annexures") { return (.annexure, true, end("annexures")) }
      if word("appendix") { return (.appendix, false, end("appendix")) }
      if word("appendices") { return (.appendix, true, end("appendices")) }
      if word("attachment") { return (.attachment, false, end("attachment")) }
      if word("attachments") { return (.attachment, true, end("attachments")) }
      if word("addendum"), span[at].isUpper { return (.addendum, false, end("addendum")) }
      if word("addenda"), span[at].isUpper { return (.addendum, true, end("addenda")) }
    case 0x63:
      if word("clause") { return (.clause, false, end("clause")) }
      if word("clauses") { return (.clause, true, end("clauses")) }
      for short: StaticString in ["cl", "cls"] where word(short) {
        if let stop = shortEnd(span, end(short)) { return (.clause, short.utf8CodeUnitCount == 3, stop) }
      }
      for name: StaticString in ["condition", "conditions"] where word(name) {
        let next = span.skipSpaces(end(name))
        if next < span.count, span[next].isDigit { return (.clause, name.utf8CodeUnitCount == 10, end(name)) }
      }
    case 0x72:
      if word("recital") { return (.recital, false, end("recital")) }
      if word("recitals") { return (.recital, true, end("recitals")) }
      for name: StaticString in ["rule", "rules"] where word(name) {
        let next = span.skipSpaces(end(name))
        if next < span.count, span[next].isDigit { return (.clause, name.utf8CodeUnitCount == 5, end(name)) }
      }
      if word("rider"), span[at].isUpper { return (.rider, false, end("rider")) }
      if word("riders"), span[at].isUpper { return (.rider, true, end("riders")) }
    case 0x69:
      if word("item") { return (.paragraph, false, end("item")) }
      if word("items") { return (.paragraph, true, end("items")) }
    case 0x6C:
      if word("limb") { return (.paragraph, false, end("limb")) }
      if word("limbs") { return (.paragraph, true, end("limbs")) }
    case 0x7A:
      if word("ziffer") { return (.clause, false, end("ziffer")) }
      if word("ziffern") { return (.clause, true, end("ziffern")) }
      if span.matches("ziff. ", at: at) { return (.clause, false, at + 5) }
    case 0x65:
      if word("exhibit") { return (.exhibit, false, end("exhibit")) }
      if word("exhibits") { return (.exhibit, true, end("exhibits")) }
      if word("enclosure"), span[at].isUpper { return (.enclosure, false, end("enclosure")) }
      if word("enclosures"), span[at].isUpper { return (.enclosure, true, end("enclosures")) }
    case 0x70:
      if word("paragraph") { return (.paragraph, false, end("paragraph")) }
      if word("paragraphs") { return (.paragraph, true, end("paragraphs")) }
      for short: StaticString in ["para", "paras"] where word(short) {
        if let stop = shortEnd(span, end(short)) { return (.paragraph, short.utf8CodeUnitCount == 5, stop) }
      }
      if word("point") { return (.paragraph, false, end("point")) }
      if word("points") { return (.paragraph, true, end("points")) }
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
}
