/// The heads of paragraphs that may define a term without quotation marks: by a verb, or as a label with its meaning behind it.
///
/// `Debt means all …` is a head by a verb. `Base Rate: For any day …` and `1.4 Affiliate - an entity …` are labels, which many
/// paragraphs have; they count in a run of them below words such as "the following terms" or a heading of definitions, whatever their
/// meaning is (`Fee: £90`), or in the order of the alphabet, where they have a meaning in words.
struct DefinitionHeads {
  /// The terms that a verb follows, as `Found` where the meaning is known.
  private(set) var verbs: [DefinitionFinder.Found] = []
  /// The labels that are terms.
  private(set) var labels: [DefinitionFinder.Found] = []

  init(_ span: Span<UInt8>, _ paragraphs: [Paragraph], _ emphasis: Emphasis) {
    var run: [Label] = []
    // The number that the entries below words that say that meanings follow have in common.
    var meaning: NumberPath?
    // The paragraph that holds the meaning of a label alone on its line.
    var below: Range<Int>?
    for index in paragraphs.indices {
      let range = paragraphs[index].range
      var at = range.lowerBound
      var number: ProvisionMarker?
      while let marker = ProvisionMarker.parse(span, at, range.upperBound), marker.textStart < range.upperBound,
        marker.textStart > at
      {
        number = marker
        at = marker.textStart
      }
      // `• Debt means …`
      if number == nil { at = Self.behindBullet(span, at, range.upperBound) }
      let isNumbered =
        number.map { $0.keyword != .none || $0.isDotted || $0.close == .period && $0.parts[0].kind.isArabic } ?? false
      var head = Self.head(span, at, range) ?? Self.behindCaption(span, at, range) ?? Self.setApart(span, at, range, emphasis)
      // `1.1 Secret Data. Any …` below "shall have the following definitions:", whose heading is the term.
      if let number, number.isDotted {
        if Self.saysMeanings(span, paragraphs, before: index) { meaning = number.values.parent }
        if head == nil, meaning == number.values.parent { head = Self.captioned(span, at, range) }
      }
      // `Debt:` on a line of its own, and its meaning below; below marks that may be an amount or a remark: `"Control"`, `(with "Controlled by").
      // The power to vote`.
      if head == nil, index + 1 < paragraphs.count, case let next = paragraphs[index + 1].range, !next.isEmpty,
        ColumnDefinitions.begins(span, next.lowerBound)
          || span[at] == Ascii.quote
            && (span[next.lowerBound] == Ascii.open && !Self.isMarker(span, next) || ColumnDefinitions.isAmount(span, next)),
        let words = Self.labelAlone(span, at, range)
      {
        head = .label(words, isInWords: true)
        below = paragraphs[index + 1].range
      } else {
        below = nil
      }
      switch head {
      case .verb(let found):
        verbs.append(found)
        // A list may have both, and begin with either.
        if let last = run.last, index - last.paragraph > 12 { close(&run, span, paragraphs) }
        run.append(
          Label(
            words: found.words, paragraph: index, prefix: run.last?.prefix ?? (isNumbered ? number!.values.first : nil),
            isVerb: true,
            isInWords: true, extent: found.extent))
      case .label(let words, _) where number != nil && !isNumbered && Self.isCaption(span, words):
        // "(c) Single Agreement. All transactions …" is an item with a caption.
        break
      case .label(let words, let isInWords):
        let prefix = isNumbered ? number!.values.first : nil
        let isQuoted = words.lowerBound > range.lowerBound && span[words.lowerBound - 1] == Ascii.quote
        let opening = isQuoted ? words.lowerBound - 1 : words.lowerBound
        let goesOn = run.last.map { $0.prefix == prefix && index - $0.paragraph <= 12 } ?? false
        if !goesOn { close(&run, span, paragraphs) }
        run.append(
          Label(
            words: words, paragraph: index, prefix: prefix, isVerb: false, isInWords: isInWords,
            extent:
              opening..<DefinitionFinder.sentence(
                span, (below ?? range).lowerBound, behind: below?.lowerBound ?? words.upperBound, below ?? range
              ).upperBound))
        continue
      case nil: break
      }
      // The next numbered provision ends a list of terms that have no numbers.
      if isNumbered, let last = run.last, last.prefix != number!.values.first || last.prefix == nil {
        close(&run, span, paragraphs)
      }
    }
    close(&run, span, paragraphs)
  }

  private struct Label {
    var words: Range<Int>
    var paragraph: Int
    /// The first part of its number, if it has one.
    var prefix: Int?
    /// Whether a verb follows it, so that it is a term whatever stands around.
    var isVerb: Bool
    /// Whether its meaning is words of some length, as in a list that nothing announces.
    var isInWords: Bool
    var extent: Range<Int>
  }

  private enum Head {
    case verb(DefinitionFinder.Found)
    case label(Range<Int>, isInWords: Bool)
  }

  /// Over a bullet and the blanks behind it: `• `, `- `, `* `.
  private static func behindBullet(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard start + 4 < end else { return start }
    if span[start] == Ascii.hyphen || span[start] == 0x2A, span[start + 1] == Ascii.space { return span.skipSpaces(start + 1) }
    return Bullet.length(span, start).map { span.skipSpaces(start + $0) } ?? start
  }

  private static func isMarker(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    ProvisionMarker.parse(span, range.lowerBound, range.upperBound) != nil
  }

  /// The words of a paragraph that is a label and nothing else: `Open Hours:`.
  private static func labelAlone(_ span: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Range<Int>? {
    // `"Machine"` in its marks needs no colon.
    if span[start] == Ascii.quote, range.upperBound - start > 3, range.upperBound - start <= 60,
      span[range.upperBound - 1] == Ascii.quote,
      span[start + 1].isUpper, !(start + 1..<range.upperBound - 1).contains(where: { span[$0] == Ascii.quote }),
      TitleWords.isTitle(span, (start + 1)..<(range.upperBound - 1), words: 6), !isField(span, (start + 1)..<(range.upperBound - 1))
    {
      return (start + 1)..<(range.upperBound - 1)
    }
    let end = range.upperBound - 1
    guard end > start + 1, end - start <= 60, span[end] == Ascii.colon, span[start].isUpper,
      TitleWords.isTitle(span, start..<end, words: 6), !fields.contains(span, start..<end),
      !(start..<end).contains(where: { span[$0] == Ascii.comma || span[$0] == Ascii.colon }),
      AttachmentLabel.read(span, start, end) == nil
    else { return nil }
    return start..<end
  }

  // MARK: Labels

  /// Ends a run of labels, which are terms where something says so.
  private mutating func close(_ run: inout [Label], _ span: Span<UInt8>, _ paragraphs: [Paragraph]) {
    defer { run.removeAll(keepingCapacity: true) }
    // Captions end in a full stop too, in the order of their subjects: "Interpretation. …", "Headings. …".
    if run.contains(where: { Self.isCaption(span, $0.words) }), let first = run.first,
      !Self.saysMeanings(span, paragraphs, before: first.paragraph), run.count < 3 || Self.rising(span, run) < run.count - 1
    {
      run.removeAll { Self.isCaption(span, $0.words) }
    }
    guard run.count >= 2, let first = run.first else { return }
    let isAnnounced = Self.isAnnounced(span, paragraphs, before: first.paragraph)
    if !isAnnounced { run.removeAll { !$0.isInWords || $0.isVerb } }
    guard run.count >= (isAnnounced ? 2 : 3) else { return }
    let rising = Self.rising(span, run)
    guard isAnnounced || run.count >= 6 && rising * 20 >= (run.count - 1) * 17 else { return }
    for label in run where !label.isVerb {
      labels.append(DefinitionFinder.Found(kind: .list, words: label.words, extent: label.extent))
    }
  }

  /// How many labels come behind the one before them in the order of the alphabet.
  private static func rising(_ span: Span<UInt8>, _ run: [Label]) -> Int {
    zip(run, run.dropFirst()).count { comesBefore(span, $0.words, $1.words) }
  }

  /// Whether a label ends in a full stop as captions do, and is in no quotation marks: `Season. The months …`.
  private static func isCaption(_ span: Span<UInt8>, _ label: Range<Int>) -> Bool {
    span.byte(label.upperBound) == Ascii.period && (label.lowerBound == 0 || span[label.lowerBound - 1] != Ascii.quote)
  }

  private static func comesBefore(_ span: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    for k in 0..<min(a.count, b.count) {
      let (x, y) = (span[a.lowerBound + k].lowercased, span[b.lowerBound + k].lowercased)
      if x != y { return x < y }
    }
    return a.count < b.count
  }

  /// Whether the words right before a paragraph say that what follows are meanings, "shall have the following definitions:", and all of it.
  private static func saysMeanings(_ span: Span<UInt8>, _ paragraphs: [Paragraph], before index: Int) -> Bool {
    guard index > 0, case let range = paragraphs[index - 1].range, !range.isEmpty, span[range.upperBound - 1] == Ascii.colon else {
      return false
    }
    return (["following definition", "following meaning", "meanings set forth below", "meanings set out below"] as [StaticString])
      .contains { span.firstIndex(of: $0, in: range) != nil }
  }

  /// A title with a full stop and a sentence behind it: `Secret Data. Any …`; a label where words above say that meanings follow.
  private static func captioned(_ span: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Head? {
    guard start < range.upperBound, span[start].isUpper else { return nil }
    let stop = span.firstOffset(of: Ascii.period, in: start..<min(range.upperBound, start + 60))
    guard stop < min(range.upperBound, start + 60), stop > start + 1, span.byte(stop + 1) == Ascii.space,
      span.byte(stop + 2).isUpper,
      nameable(span, start..<stop)
    else { return nil }
    return .label(start..<stop, isInWords: false)
  }

  /// Whether words that announce definitions stand right before a paragraph, or a heading of definitions.
  private static func isAnnounced(_ span: Span<UInt8>, _ paragraphs: [Paragraph], before index: Int) -> Bool {
    for paragraph in paragraphs[max(0, index - 3)..<index] {
      let range = paragraph.range
      for words: StaticString in [
        "following terms", "following definitions", "following words", "following meaning", "terms defined",
        "following expressions",
        "these meanings", "have the meanings",
      ]
      where span.firstIndex(of: words, in: range) != nil { return true }
      guard range.count < 60 else { continue }
      for words: StaticString in ["definition", "interpretation", "meanings", "glossary"]
      where span.firstIndex(of: words, in: range) != nil {
        return true
      }
      // "In this agreement:"
      guard span[range.upperBound - 1] == Ascii.colon else { continue }
      for words: StaticString in [
        "in this agreement", "in this deed", "in these terms", "in these conditions", "in this contract", "in this lease",
      ]
      where span.firstIndex(of: words, in: range) != nil { return true }
    }
    return false
  }

  /// Labels of addresses and signatures, which name no term.
  private static let fields = WordSet(
    "attention", "attn", "telephone", "facsimile", "fax", "email", "address", "name", "title", "date", "dated", "by",
    "phone", "telecopy", "telecopier", "note", "notes", "provided", "if", "to", "from", "re", "cc", "example", "website", "copy",
    "witness", "attest", "its", "between", "and", "source", "page", "first", "second", "third", "fourth", "fifth", "section",
    "article", "clause", "definition", "definitions", "interpretation", "means", "meaning", "term")

  /// Whether a label is a form's: "Date", "Name of Borrower"; "Source Code" and "Title Company" are terms.
  private static func isField(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    guard fields.begins(span, at: words.lowerBound) else { return false }
    let next = span.wordEnd(words.lowerBound) + 1
    return next >= words.upperBound || !span[next].isUpper || !named.begins(span, at: words.lowerBound)
  }

  /// Fields whose word also begins names of things.
  private static let named = WordSet("source", "title", "note", "notes", "date", "name", "page", "first", "second", "third", "copy")

  // MARK: Words

  private static let verbWords = WordSet("means", "mean", "shall", "has", "have", "refers", "will", "is", "are")

  /// The verbs that give a meaning wherever words of a name stand before them: `Staff Posts shall be defined as`.
  static func isDefinedAs(_ span: Span<UInt8>, _ at: Int) -> Bool {
    for words: StaticString in ["shall be defined as", "is defined as", "are defined as", "will be defined as"]
    where span.matchesWord(words, at: at) { return true }
    return false
  }

  /// Whether a verb at a place gives a meaning: `means`, `refers to`.
  private static func givesMeaning(_ span: Span<UInt8>, _ at: Int) -> Bool {
    for words: StaticString in ["means", "mean", "shall mean", "will mean", "refers to", "shall refer to"]
    where span.matchesWord(words, at: at) { return true }
    return isDefinedAs(span, at)
  }

  /// A definition behind a caption that prints its term: `BASE PAY. Base Pay means the pay without a bonus.`
  private static func behindCaption(_ span: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Head? {
    let stop = span.firstOffset(of: Ascii.period, in: start..<min(range.upperBound, start + 80))
    let term = span.skipSpaces(stop + 1)
    guard stop < range.upperBound, span[stop] == Ascii.period, term + (stop - start) < range.upperBound,
      (start..<stop).allSatisfy({ span[$0].lowercased == span[term + $0 - start].lowercased }),
      case .verb(let found)? = head(span, term, range), found.words.count == stop - start
    else { return nil }
    return .verb(found)
  }

  /// A term that is set apart by type, with "is" or "are" behind it or a full stop that is set apart with it: `**Hire Charge** is £200 a
  /// day`, `**Season.** The months from April to October.`
  private static func setApart(_ span: Span<UInt8>, _ start: Int, _ range: Range<Int>, _ emphasis: Emphasis) -> Head? {
    guard start < range.upperBound, span[start].isUpper, var end = emphasis.end(at: start, from: start), end < range.upperBound,
      end - start <= 60
    else { return nil }
    end = span.skipSpaces(endingAt: end)
    let verb = span.skipSpaces(end)
    if span[end - 1] == Ascii.period, verb < range.upperBound, span[verb].isUpper, nameable(span, start..<(end - 1)) {
      return .label(start..<(end - 1), isInWords: false)
    }
    guard end > start + 1, span.matchesWord("is", at: verb) || span.matchesWord("are", at: verb),
      nameable(span, start..<end)
    else { return nil }
    return .label(start..<end, isInWords: range.upperBound - verb >= 24)
  }

  /// Whether words are printed as a term is, and as no field of a form.
  private static func nameable(_ span: Span<UInt8>, _ words: Range<Int>) -> Bool {
    TitleWords.isTitle(span, words, words: 6) && !isField(span, words)
  }

  /// A quoted term with its stop inside the marks and its meaning behind them: `"Advance." A payment under clause 4.`
  private static func quotedLabel(_ span: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Head? {
    guard start + 4 < range.upperBound, span[start] == Ascii.quote, span[start + 1].isUpper else { return nil }
    let close = span.firstOffset(of: Ascii.quote, in: (start + 1)..<min(range.upperBound, start + 80))
    guard close < range.upperBound, span[close] == Ascii.quote else { return nil }
    let isInside = span[close - 1] == Ascii.period || span[close - 1] == Ascii.colon
    guard isInside || close + 1 < range.upperBound && span[close + 1] == Ascii.period else { return nil }
    let words = (start + 1)..<(isInside ? close - 1 : close)
    let meaning = span.skipSpaces(isInside ? close + 1 : close + 2)
    guard meaning < range.upperBound, span[meaning].isUpper, DefinitionFinder.nameable(span, words) else { return nil }
    return label(span, words, isInside ? close + 1 : close + 2, range)
  }

  private static func head(_ span: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Head? {
    guard start < range.upperBound, span[start].isUpper else { return quotedLabel(span, start, range) }
    var at = start
    var words = 0
    var end = start
    while at < range.upperBound, words < 8 {
      // `COMPANY (called "We" below) refers to …`
      if words > 0, span[at] == Ascii.open {
        guard let close = ReferenceOwner.closing(span, at, min(range.upperBound, at + 160)) else { return nil }
        let verb = span.skipSpaces(close + 1)
        return byVerb(span, start..<end, verb..<max(verb, span.wordEnd(verb)), range).map { .verb($0) }
      }
      let wordStart = at
      while at < range.upperBound,
        span[at].isWord || span[at] == Ascii.hyphen || span[at] == Ascii.slash || span[at] == Ascii.apostrophe || span[at] == 0x26
      { at += 1 }
      guard at > wordStart else { return nil }
      if words > 0 {
        if let found = byVerb(span, start..<end, wordStart..<at, range) { return .verb(found) }
        if span[wordStart] == Ascii.hyphen, at == wordStart + 1 { return label(span, start..<end, at, range) }
        if at == wordStart + 3, span.matches("\u{2014}", at: wordStart) { return label(span, start..<end, at, range) }
      }
      let capital = span[wordStart].isUpper || span[wordStart].isDigit
      guard capital || TitleWords.isSmall(span, wordStart..<at) else { return nil }
      words += 1
      end = at
      guard at < range.upperBound else { return nil }
      if span[at] == Ascii.colon { return label(span, start..<end, at + 1, range) }
      guard span[at] == Ascii.space else { return nil }
      if span[at - 1] == Ascii.hyphen { return label(span, start..<(at - 1), at, range) }
      // `Start Date : 1 July`, `Season = the months from April to October`
      let isEqual = span.byte(at + 1) == 0x3D && !span.byte(span.skipSpaces(at + 2)).isDigit
      if at + 2 < range.upperBound, span[at + 1] == Ascii.colon || isEqual { return label(span, start..<end, at + 2, range) }
      at += 1
    }
    return nil
  }

  private static func label(_ span: Span<UInt8>, _ words: Range<Int>, _ end: Int, _ range: Range<Int>) -> Head? {
    guard end + 1 < range.upperBound, span[end] == Ascii.space, words.count >= 2, words.count <= 70,
      !isField(span, words), AttachmentLabel.read(span, words.lowerBound, words.upperBound) == nil
    else { return nil }
    let isInWords =
      range.upperBound - end >= (span[end + 1].isLower ? 10 : 24) && !words.contains(where: { span[$0].isDigit })
    return .label(words, isInWords: isInWords)
  }

  /// A definition whose verb begins at `verb`, behind the words that are its term.
  static func byVerb(_ span: Span<UInt8>, _ term: Range<Int>, _ verb: Range<Int>, _ range: Range<Int>) -> DefinitionFinder.Found? {
    let at = verb.lowerBound
    guard verbWords.contains(span, verb),
      givesMeaning(span, at) || span.matches("has the meaning", at: at) || span.matches("have the meaning", at: at)
        || span.matches("shall have the meaning", at: at),
      !span.matchesWord("this", at: term.lowerBound), !span.matchesWord("the", at: term.lowerBound),
      !span.matchesWord("and", endingAt: term.upperBound), !span.matchesWord("shall", at: term.lowerBound)
    else { return nil }
    let extent = DefinitionFinder.sentence(span, term.lowerBound, behind: term.upperBound, range)
    if givesMeaning(span, at) { return DefinitionFinder.Found(kind: .list, words: term, extent: extent) }
    return DefinitionFinder.pointing(span, term, extent, from: at, range)
  }

  /// A definition by a verb that begins at `start`: `Debt means …`.
  static func byVerb(_ span: Span<UInt8>, at start: Int, _ range: Range<Int>) -> DefinitionFinder.Found? {
    if case .verb(let found) = head(span, start, range) { return found }
    return nil
  }
}
