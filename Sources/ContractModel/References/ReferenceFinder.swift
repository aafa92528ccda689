/// Finds every reference in the reading text and says where it leads.
struct ReferenceFinder {
  let reading: ReadingText
  let tree: ProvisionTree
  let resolver: ReferenceResolver
  private let names: PaperNames
  private let definitions: DefinitionPlaces
  private let items: PrintedItems
  private var standardClauses: StandardClauses
  /// Where a number was last said to be another document's, and by which words.
  private var elsewhere: [(at: Int, owner: Range<Int>?)] = []
  /// Where the last reference ended that names a law or another paper, behind it or before it.
  private var lastOwned: Int?
  /// Where the last provision of a law ended.
  private var lastLaw: Int?
  /// The place in `elsewhere` of each such number.
  private var externalNumbers = NameTable()

  /// `names` are what the agreement calls itself and other papers.
  static func find(
    _ reading: ReadingText, _ tree: ProvisionTree, _ resolver: ReferenceResolver, _ paragraphs: [Paragraph],
    _ keywords: KeywordIndex, names: PaperNames, definitions: DefinitionPlaces
  ) -> [CrossReference] {
    var finder = ReferenceFinder(reading: reading, tree: tree, resolver: resolver, names: names, definitions: definitions)
    var out: [CrossReference] = []
    let span = reading.bytes.span
    // Above the first provision a paragraph that begins with one is a filing caption.
    let firstBody = tree.provisions.first.map { reading.reading($0.start) } ?? 400
    var next = 0
    keywords.forEach(.reference, in: paragraphs) { keyword, paragraph in
      // "the Second Schedule" begins before its keyword.
      let place = AttachmentLabel.ordinalBefore(span, keyword, from: paragraph.lowerBound) ?? keyword
      guard place >= next else { return }
      guard let words = ReferenceGrammar.parse(span, place, paragraph.upperBound) else {
        if let reference = finder.titled(span, place, paragraph.upperBound) ?? finder.unnumbered(span, place, paragraph) {
          next = reading.reading(reference.range.upperBound)
          out.append(reference)
        }
        return
      }
      if tree.begins(at: reading.source(place)) || finder.isRunningHead(span, words, paragraph) {
        next = words.keywordRange.upperBound
        return
      }
      let caption = words.isAttachment && place == paragraph.lowerBound && place < firstBody
      next = max(words.range.upperBound, place + 1)
      guard let reference = finder.reference(span, words, paragraph), !caption || reference.attached else { return }
      // "clause (b) of Section 1.1" is one.
      next = max(next, reading.reading(reference.range.upperBound))
      out.append(reference)
    }
    return out
  }

  private init(
    reading: ReadingText, tree: ProvisionTree, resolver: ReferenceResolver, names: PaperNames, definitions: DefinitionPlaces
  ) {
    self.definitions = definitions
    self.reading = reading
    self.tree = tree
    self.resolver = resolver
    self.names = names
    items = resolver.items
    standardClauses = StandardClauses(reading: reading, tree: tree)
  }

  /// How many full stops numbers of other papers have that were named, and those of this paper.
  private var dotsElsewhere: Set<Int> = []
  private lazy var ownDots: Set<Int> = Set(tree.lazy.map { provision in provision.number.utf8.count { $0 == Ascii.period } })

  private func dots(_ words: ReferenceWords) -> Int { words.items[0].path[0].count { $0 == Ascii.period } }

  /// Whether the paper calls provisions of its own articles.
  private lazy var hasArticles: Bool = tree.contains {
    reading.bytes.span.matches("art", at: reading.reading($0.label.lowerBound))
  }

  /// A caption line of an attachment or section that is no reference: the whole paragraph is the words.
  private func isRunningHead(_ span: Span<UInt8>, _ words: ReferenceWords, _ paragraph: Range<Int>) -> Bool {
    // "THE SECOND SCHEDULE"
    let isFirst =
      words.range.lowerBound == paragraph.lowerBound
      || words.range.lowerBound == paragraph.lowerBound + 4 && span.matches("the ", at: paragraph.lowerBound)
    return isFirst && paragraph.upperBound - words.range.upperBound <= 2
      || isFirst && paragraph.count < 90 && words.isAttachment
        && TitleWords.isTitle(span, paragraph, words: 14)
  }

  private mutating func reference(_ span: Span<UInt8>, _ words: ReferenceWords, _ paragraph: Range<Int>) -> CrossReference? {
    let reference = found(span, words, paragraph)
    // "Rule 144", "Conditions 1 to 3" of another paper are no words for a provision of this one.
    if words.isTentative || words.keyword == .recital, reference?.status != .internal { return nil }
    return reference
  }

  private mutating func found(_ span: Span<UInt8>, _ words: ReferenceWords, _ paragraph: Range<Int>) -> CrossReference? {
    let start = reading.source(words.range.lowerBound)
    let here = tree.innermost(at: start)
    var claim = ReferenceOwner.claim(span, words, limit: paragraph.upperBound)
    // "Section 3 of the Lease" in an exhibit is the lease's, where the exhibit does not call itself so.
    var body = here
    if case .other(let name) = claim, !name.isEmpty, isOwn(span, name) {
      claim = .this
      if let scope = here.flatMap({ tree.attachment(of: $0) }), !names.places.contains(where: { holds(scope, $0) }) { body = nil }
    }
    if case .other(let name) = claim, span.matchesWord("chapter", at: name.lowerBound), hasChapters { claim = .this }
    let said = precededByThis(span, words.range.lowerBound)
    if said { claim = .this }
    if claim == .unspecified, let name = names.other(span, after: words.range.upperBound) { claim = .other(name) }
    if claim == .unspecified, let name = names.otherInSmallLetters(span, after: words.range.upperBound) { claim = .other(name) }
    if claim == .unspecified, !words.isAttachment, let name = names.initials(span, before: words.range) { claim = .other(name) }
    if claim == .unspecified, words.keyword == .clause, span[words.keywordRange.lowerBound].isUpper, !words.isTentative,
      standardClauses.haveClause(namedIn: here)
    {
      claim = .otherDocument
    }
    if claim == .unspecified, !words.isAttachment, isChanged(span, words) { claim = .otherDocument }
    if claim == .unspecified, let owner = sharedOwner(span, words, paragraph.upperBound) { claim = owner }
    if claim == .unspecified, !words.isAttachment, namedJustBefore(span, words.range.lowerBound) {
      note(words, nil)
      return external(words.range, here, owner: nil)
    }
    let prefix = ReferenceOwner.statutePrefix(span, words.range.lowerBound)
    // "12 U.S.C. § 1 et seq., see §§ 24 and 93a": the sign goes on with the law it was printed for in the sentence.
    if prefix == nil, claim == .unspecified, span[words.range.lowerBound] == 0xC2, let last = lastLaw, !said,
      isOneSentence(span, last..<words.range.lowerBound)
    {
      return external(words.range, here, owner: nil)
    }
    if let prefix, !said {
      lastLaw = words.range.upperBound
      lastOwned = lastLaw
      let row = (prefix.included ? prefix.start : words.range.lowerBound)..<words.range.upperBound
      return external(row, here, owner: nil)
    }
    switch claim {
    case .other(let name):
      lastOwned = words.range.upperBound
      if let reference = ofTitled(span, words, name, here) { return reference }
      note(words, name)
      return external(words.range, here, owner: reading.source(name))
    case .otherDocument:
      note(words, nil)
      return external(words.range, here, owner: nil)
    case .this, .unspecified: break
    }
    // "Art. 28" is a statute's where the paper has no articles of its own.
    if claim == .unspecified, words.keyword == .article, span.matches("art.", at: words.range.lowerBound), !hasArticles {
      return external(words.range, here, owner: nil)
    }
    if words.keyword == .statute {
      if span.matches("art", at: words.range.lowerBound) { return external(words.range, here, owner: nil) }
      return claim == .this || !span[words.range.upperBound - 1].isUpper && !span[words.range.upperBound - 1].isDigit
        ? nil : external(words.range, here, owner: nil)
    }
    if let reference = inAttachment(span, words, here, paragraph.upperBound) { return reference }
    if words.isAttachment {
      if let id = resolver.resolveAttachments(words).found.first { named[words.keyword] = id }
      return attachment(span, words, here)
    }
    if let reference = inContainer(span, words, here, paragraph.upperBound) { return reference }
    if let reference = ofPart(span, words, here, paragraph.upperBound) { return reference }
    if let reference = ofUnnumberedAttachment(span, words, here) { return reference }
    if let outer = attachmentBehind(span, words, paragraph.upperBound) {
      guard let scope = resolver.resolveAttachments(outer).found.first else {
        // The attachment's name is a reference by itself.
        return words.isLettersOnly ? nil : external(words.range, here, owner: reading.source(outer.range))
      }
      if let reference = reference(words, of: outer, in: scope, here) { return reference }
    }
    if words.isLettersOnly { return letters(span, words, here, paragraph) }
    let outcome = resolver.resolve(words, from: body)
    if outcome.found.isEmpty {
      if claim == .unspecified, let known = knownElsewhere(words), words.range.lowerBound - known.at < 12_000 {
        return external(words.range, here, owner: known.owner.map { reading.source($0) })
      }
      // "Subparagraph 9.7.1" in a paper that has no number of three parts, where another's 3.18.1 was named.
      let dots = dots(words)
      if claim == .unspecified, dots > 0, dotsElsewhere.contains(dots), !ownDots.contains(dots) {
        return external(words.range, here, owner: nil)
      }
      // "section 6 of the Electricity Act 1989 applies, and section 19 allows charges": in small letters it goes on with the law.
      if claim == .unspecified, span[words.keywordRange.lowerBound].isLower, let law = lastOwned, law >= paragraph.lowerBound,
        isOneSentence(span, law..<words.range.lowerBound)
      {
        return external(words.range, here, owner: nil)
      }
      // "ss. 73 and 73A" are an Act's.
      if claim == .unspecified, span.matches("ss.", at: words.keywordRange.lowerBound) {
        return external(words.range, here, owner: nil)
      }
      // What an amendment does not have itself is the amended agreement's, "this Section" in words it inserts too.
      if names.amends { return external(words.range, here, owner: nil) }
      if claim == .unspecified, ReferenceGrammar.isStatuteNumber(words.items[0].path[0]) || words.keyword == .part {
        return external(words.range, here, owner: nil)
      }
      return CrossReference(
        range: reading.source(words.range), status: .missing, targets: outcome.absent, targetIDs: [], absent: [], attached: false,
        provision: here, owner: nil)
    }
    // "said Section 4(d)" of an agreement named before.
    if claim == .unspecified, let known = known(words.items[0].path[...]), words.range.lowerBound - known.at < 4_000,
      saidBefore(span, words.range.lowerBound) || titleDisagrees(span, words, outcome.found[0])
    {
      return external(words.range, here, owner: known.owner.map { reading.source($0) })
    }
    return leading(words.range, to: outcome.found, absent: outcome.absent, here)
  }

  /// The attachment of each kind that was named last: "that Schedule".
  var named: [ReferenceWords.Keyword: Int] = [:]

  private func holds(_ id: Int, _ place: Int) -> Bool { tree[id].range.contains(reading.source(place)) }

  /// Whether the paper has chapters over its articles.
  private lazy var hasChapters: Bool = tree.contains {
    reading.bytes.span.matches("chapter", at: reading.reading($0.label.lowerBound))
  }

  /// Whether no sentence ends in a stretch of the text.
  private func isOneSentence(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count < 160
      && !range.contains {
        span[$0] == Ascii.period && span.known($0 + 1) == Ascii.space && span.known($0 + 2).isUpper || span[$0] == Ascii.lineFeed
      }
  }

  /// What the last of several says for all: "Section 13 or Section 15(d) of the Exchange Act", "Article 3, Section 3.7 of the Definitions".
  private func sharedOwner(_ span: Span<UInt8>, _ words: ReferenceWords, _ limit: Int) -> ReferenceOwner.Claim? {
    var end = words.range.upperBound
    for _ in 0..<8 {
      var at = span.skipSpaces(end)
      // "Article 9 (Survival) and Sections 11.2 (Copies) and 11.3 (Costs) of the Merger Agreement"
      if at < limit, span[at] == Ascii.open, let close = ReferenceOwner.closing(span, at, limit), close - at < 100 {
        end = close + 1
        at = span.skipSpaces(end)
      }
      // "Annex 1A, Annex 1B and Annex II of the Addendum"
      if at < limit, span[at] == Ascii.comma,
        let next = ReferenceGrammar.parse(span, span.skipSpaces(behindAnd(span, at + 1)), limit),
        next.keyword == words.keyword
      {
        at = behindAnd(span, at + 1)
      }
      // "Article VIII or Section 7.1(c) thereof"
      var isJoined = false
      for joint: StaticString in ["or ", "and "] where span.matches(joint, at: at) {
        at += joint.utf8CodeUnitCount
        isJoined = true
      }
      let isFiner = at == end && at < limit && span[at] == Ascii.comma && (words.keyword == .article || words.keyword == .part)
      if isFiner { at = span.skipSpaces(at + 1) }
      guard at > span.skipSpaces(end), let next = ReferenceGrammar.parse(span, at, limit),
        next.keyword == words.keyword || isFiner && next.keyword == .section
          || isJoined && !next.isAttachment && !words.isAttachment && next.keyword != .statute
      else { return nil }
      switch ReferenceOwner.claim(span, next, limit: limit) {
      case .other(let name): return isOwn(span, name) ? nil : .other(name)
      case .otherDocument: return .otherDocument
      case .this: return nil
      case .unspecified: end = next.range.upperBound
      }
    }
    return nil
  }

  /// Over blanks and an "and" or "or".
  private func behindAnd(_ span: Span<UInt8>, _ start: Int) -> Int {
    let at = span.skipSpaces(start)
    for joint: StaticString in ["and ", "or "] where span.matches(joint, at: at) {
      return span.skipSpaces(at + joint.utf8CodeUnitCount)
    }
    return at
  }

  /// A reference of words of the reading text to provisions of the file.
  func leading(_ words: Range<Int>, to ids: [Int], absent: [String] = [], _ here: Int?) -> CrossReference {
    CrossReference(
      range: reading.source(words), status: .internal, targets: ids.map { tree[$0].number }, targetIDs: ids, absent: absent,
      attached: false, provision: here, owner: nil)
  }

  func external(_ words: Range<Int>, _ here: Int?, owner: Range<Int>?) -> CrossReference {
    CrossReference(
      range: reading.source(words), status: .external, targets: [], targetIDs: [], absent: [], attached: false, provision: here,
      owner: owner)
  }

  /// `clause (ii) above`, `paragraph (b) of this Section`, `clause (iii) of Section 4.2`.
  private func letters(_ span: Span<UInt8>, _ words: ReferenceWords, _ here: Int?, _ paragraph: Range<Int>) -> CrossReference? {
    var range = words.range
    let end = endOfSiblings(span, words, paragraph.upperBound)
    let of = span.skipSpaces(end)
    if span.matches("of ", at: of) {
      var at = span.skipSpaces(of + 3)
      // "paragraph (a)(i) of this Section 2.04"
      let isThis = span.matches("this ", at: at)
      if isThis { at = span.skipSpaces(at + 5) }
      if at < paragraph.upperBound, let outer = ReferenceGrammar.parse(span, at, paragraph.upperBound), !outer.isAttachment,
        !outer.isLettersOnly
      {
        if ReferenceOwner.isExternal(span, outer, limit: paragraph.upperBound) {
          return external(
            end == words.range.upperBound ? words.range.lowerBound..<outer.range.upperBound : words.range, here, owner: nil)
        }
        var joined = words
        joined.items = words.items.map { ReferenceWords.Item(path: outer.items[0].path + $0.path, upTo: $0.upTo, range: $0.range) }
        if end == words.range.upperBound { range = words.range.lowerBound..<outer.range.upperBound }
        var outcome = resolver.resolve(joined, from: here)
        if outcome.found.isEmpty, isThis, let here { outcome.found = resolver.resolveLetters(words, from: here, sameCase: true) }
        if outcome.found.isEmpty { outcome = resolver.resolve(outer, from: here) }
        if outcome.found.isEmpty, names.amends || knownElsewhere(outer) != nil { return external(range, here, owner: nil) }
        guard !outcome.found.isEmpty else {
          return CrossReference(
            range: reading.source(range), status: .missing, targets: outcome.absent, targetIDs: [], absent: [], attached: false,
            provision: here, owner: nil)
        }
        return CrossReference(
          range: reading.source(range), status: .internal, targets: outcome.found.map { tree[$0].number }, targetIDs: outcome.found,
          absent: outcome.absent, attached: false, provision: here, owner: nil)
      }
      // "sub-paragraph (ii) of paragraph (a) of Clause 9.1"
      if end == words.range.upperBound, at < paragraph.upperBound,
        let outer = ReferenceGrammar.parse(span, at, paragraph.upperBound), outer.isLettersOnly,
        let reference = items(span, words, of: outer, here, paragraph)
      {
        return reference
      }
      if let reference = ofDefinition(span, words, at, here, paragraph) { return reference }
      if span.matches("the definition", at: at) { return nil }
    }
    guard let here else { return nil }
    // "(i) the rent and (ii) the tax … clause (ii)": the sentence's own items come first, then the provisions around.
    let body = min(max(paragraph.lowerBound, reading.reading(tree[here].bodyStart)), words.range.lowerBound)
    var ids = isPrinted(words, in: body..<words.range.lowerBound) ? [here] : []
    // Letters of the other case only where no others are found.
    for sameCase in [true, false] where ids.isEmpty {
      ids = resolver.resolveLetters(words, from: here, sameCase: sameCase)
      if ids.isEmpty, hasRun(words, here, sameCase: sameCase) { ids = [here] }
    }
    guard !ids.isEmpty else {
      return CrossReference(
        range: reading.source(range), status: .missing,
        targets: words.items.map { String(decoding: ReferenceResolver.flat($0.path), as: UTF8.self) }, targetIDs: [], absent: [],
        attached: false, provision: here, owner: nil)
    }
    return CrossReference(
      range: reading.source(range), status: .internal, targets: ids.map { tree[$0].number }, targetIDs: ids, absent: [],
      attached: false, provision: here, owner: nil)
  }

  /// Where the last of several items ends that are named one by one: the (e) of "clause (b), clause (d) or clause (e) of Section 5.1".
  private func endOfSiblings(_ span: Span<UInt8>, _ words: ReferenceWords, _ limit: Int) -> Int {
    var end = words.range.upperBound
    for _ in 0..<8 where !span.matches("of ", at: span.skipSpaces(end)) {
      var at = span.skipSpaces(end)
      if at < limit, span[at] == Ascii.comma { at += 1 }
      at = behindAnd(span, at)
      guard at > end, let next = ReferenceGrammar.parse(span, at, limit), next.keyword == words.keyword, next.isLettersOnly else {
        return words.range.upperBound
      }
      end = next.range.upperBound
    }
    return span.matches("of ", at: span.skipSpaces(end)) ? end : words.range.upperBound
  }

  /// "sub-paragraph (ii) of paragraph (a)", "limb (i) of paragraph (a) of Clause 9.1": an item of an item, or the item that prints it.
  private func items(
    _ span: Span<UInt8>, _ words: ReferenceWords, of outer: ReferenceWords, _ here: Int?, _ paragraph: Range<Int>
  ) -> CrossReference? {
    // No number has so many parts; what goes on for longer is no number.
    guard let here, outer.items.count == 1, outer.items[0].path.count + words.items[0].path.count < 10 else { return nil }
    var joined = outer
    joined.items = words.items.map { ReferenceWords.Item(path: outer.items[0].path + $0.path, upTo: $0.upTo, range: $0.range) }
    joined.range = words.range.lowerBound..<outer.range.upperBound
    let of = span.skipSpaces(outer.range.upperBound)
    if span.matches("of ", at: of), ReferenceGrammar.parse(span, span.skipSpaces(of + 3), paragraph.upperBound) != nil {
      return letters(span, joined, here, paragraph)
    }
    for words in [joined, outer] {
      let ids = resolver.resolveLetters(words, from: here, sameCase: true)
      if !ids.isEmpty { return leading(joined.range, to: ids, here) }
    }
    return nil
  }

  /// "clause (b) of the definition of Charge", "paragraph (a) of this definition": an item of a definition, printed as a provision.
  private func ofDefinition(_ span: Span<UInt8>, _ words: ReferenceWords, _ start: Int, _ here: Int?, _ paragraph: Range<Int>)
    -> CrossReference?
  {
    var stretch: Range<Int>?
    var end = words.range.upperBound
    // "of this definition": "this" is passed over before.
    if span.matchesWord("definition", at: start), span.matches("this ", at: start - 5) || span.matches("such ", at: start - 5) {
      stretch = definitions.around(words.range.lowerBound)
    } else {
      for lead: StaticString in ["the definition of ", "the defined term ", "the definition for "]
      where span.matches(lead, at: start) {
        if let found = definitions.named(span, at: start + lead.utf8CodeUnitCount, paragraph.upperBound) {
          stretch = found.stretch
          end = found.end
        }
      }
    }
    guard let stretch else { return nil }
    let ids = resolver.resolveLetters(
      words, behind: reading.source(stretch.lowerBound), before: reading.source(stretch.upperBound - 1) + 1)
    return ids.isEmpty ? nil : leading(words.range.lowerBound..<end, to: ids, here)
  }

  /// Whether running text prints the first and the last of the items that are meant, as items of a list and not as references.
  private func isPrinted(_ words: ReferenceWords, in range: Range<Int>) -> Bool {
    [words.items[0], words.items[words.items.count - 1]].allSatisfy { item in
      items.isPrinted(ReferenceResolver.flat(item.path.suffix(1)), within: range)
    }
  }

  /// Whether the provision's own words print the item that is meant: "(i) …, (ii) … and (iii) … the events in clause (ii)".
  private func hasRun(_ words: ReferenceWords, _ here: Int, sameCase: Bool) -> Bool {
    var top = here
    while let parent = tree[top].parent, tree[parent].kind == .provision { top = parent }
    let range = reading.reading(tree[top].start)..<min(reading.reading(tree[top].range.upperBound), words.range.lowerBound + 4_000)
    return items.isPrinted(ReferenceResolver.flat(words.items[0].path.suffix(1)), in: range, but: words.range, sameCase: sameCase)
  }

  /// Whether another document is named right before: "provisions of the Supply Agreement, including Section 9".
  private func namedJustBefore(_ span: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at > 0, span[at - 1] == Ascii.space { at -= 1 }
    for word: StaticString in [
      "agreement, including", "plan, including", "lease, including", "contract, including", "agreement, specifically",
      "agreement, namely",
    ]
    where span.matches(word, at: at - word.utf8CodeUnitCount) {
      // "this Award Agreement, including"
      var end = at - word.utf8CodeUnitCount
      for _ in 0..<4 where end > 0 {
        if span.matchesWord("this", endingAt: end - 1) { return false }
        end -= 1
        while end > 0, span[end - 1].isWord { end -= 1 }
      }
      return true
    }
    return lawOrForm(span, start, at)
  }

  /// Whether a policy, a law or a standard form is named right before: "Seller Policy, section 7", "Consumer Rights Act 2015 (sections 19
  /// to 22)", "NEC4 clause 60.1".
  private func lawOrForm(_ span: Span<UInt8>, _ start: Int, _ before: Int) -> Bool {
    var end = before
    let isApart = end > 1 && (span[end - 1] == Ascii.comma || span[end - 1] == Ascii.open)
    if isApart {
      end -= 1
      while end > 0, span[end - 1] == Ascii.space { end -= 1 }
    }
    var word = end
    while word > 0, span[word - 1].isWord { word -= 1 }
    guard word < end, span[start].isLower || isApart else { return false }
    if !isApart {
      // `NEC4`, `UCP 600`: capitals with figures.
      var first = word
      if (word..<end).allSatisfy({ span[$0].isDigit }), word > 1, span[word - 1] == Ascii.space {
        first = word - 1
        while first > 0, span[first - 1].isWord { first -= 1 }
      }
      let letters = (first..<end).prefix { span[$0].isUpper }.count
      return letters >= 2 && span[end - 1].isDigit
        && (first..<end).allSatisfy { span[$0].isUpper || span[$0].isDigit || span[$0] == Ascii.space }
    }
    var name = word
    if end - word == 4, (word..<end).allSatisfy({ span[$0].isDigit }), word > 1 {
      // "Act 2015"
      name = word - 1
      while name > 0, span[name - 1].isWord { name -= 1 }
      return span.matchesWord("act", at: name) && span[name].isUpper
    }
    guard span[name].isUpper, Self.policies.contains(span, name..<end), name > 1, span[name - 1] == Ascii.space else {
      return false
    }
    var first = name - 1
    while first > 0, span[first - 1].isWord { first -= 1 }
    return span[first].isUpper && !span.matchesWord("this", at: first) && !names.own.contains(TermName.key(span, first..<end))
  }
  private static let policies = WordSet(
    "policy", "notice", "code", "handbook", "guidelines", "rules", "manual", "charter", "regulations", "statutes")

  /// Notes that the numbers of a reference are another document's.
  private mutating func note(_ words: ReferenceWords, _ owner: Range<Int>?) {
    dotsElsewhere.insert(dots(words))
    for item in words.items {
      let index = externalNumbers.insert(ReferenceResolver.flat(item.path), elsewhere.count)
      if index == elsewhere.count { elsewhere.append((words.range.lowerBound, owner)) }
      elsewhere[index] = (words.range.lowerBound, owner)
    }
  }

  private func known(_ path: ArraySlice<[UInt8]>) -> (at: Int, owner: Range<Int>?)? {
    externalNumbers.count == 0 ? nil : externalNumbers[ReferenceResolver.flat(path)].map { elsewhere[$0] }
  }

  /// Where a number, or the number it lies below, was said to be another document's.
  func knownElsewhere(_ words: ReferenceWords) -> (at: Int, owner: Range<Int>?)? {
    let path = words.items[0].path
    for length in stride(from: path.count, to: 0, by: -1) {
      if let known = known(path.prefix(length)) { return known }
    }
    return nil
  }

  private func precededByThis(_ span: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at > 0, span[at - 1] == Ascii.space { at -= 1 }
    return span.matchesWord("this", endingAt: at)
  }

  private func saidBefore(_ span: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at > 0, span[at - 1] == Ascii.space { at -= 1 }
    return span.matchesWord("said", endingAt: at) || span.matchesWord("such", endingAt: at)
  }

  /// `Section 9, Confidential Information` where our 9 bears another heading.
  private func titleDisagrees(_ span: Span<UInt8>, _ words: ReferenceWords, _ id: Int) -> Bool {
    var at = span.skipSpaces(words.range.upperBound)
    guard at < span.count, span[at] == Ascii.comma || span[at] == Ascii.open else { return false }
    at = span.skipSpaces(at + 1)
    guard at < span.count, span[at].isUpper, let heading = tree[id].heading else { return false }
    let place = reading.reading(heading.lowerBound)
    for k in 0..<5 where span[min(at + k, span.count - 1)].lowercased != span[min(place + k, span.count - 1)].lowercased {
      return true
    }
    return false
  }

  /// Whether the words around say that the provision is changed, as an amendment says of the agreement it amends.
  private func isChanged(_ span: Span<UInt8>, _ words: ReferenceWords) -> Bool {
    guard names.amends else { return false }
    var at = span.skipSpaces(words.range.upperBound)
    if at < span.count, span[at] == Ascii.comma { at = span.skipSpaces(at + 1) }
    for change: StaticString in [
      "is hereby amended", "is amended", "are amended", "are hereby amended", "shall be amended", "is hereby deleted", "is deleted",
      "shall be deleted", "is hereby replaced", "is replaced", "is restated", "is hereby restated", "to read",
    ] where span.matches(change, at: at) { return true }
    var end = words.range.lowerBound
    while end > 0, span[end - 1] == Ascii.space { end -= 1 }
    for verb: StaticString in ["amend", "amending", "delete", "deleting", "replace", "replacing", "new"]
    where span.matchesWord(verb, endingAt: end) { return true }
    return false
  }

  func isOwn(_ span: Span<UInt8>, _ name: Range<Int>) -> Bool {
    names.own.contains(TermName.key(span, name))
  }
}
