/// Finds every reference in the reading text and says where it leads.
struct ReferenceFinder {
  let reading: ReadingText
  let tree: ProvisionTree
  let resolver: ReferenceResolver
  let names: PaperNames
  let definitions: DefinitionPlaces
  let items: PrintedItems
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
    // "Rule 144", "Conditions 1 to 3", "Addendum 2 to the Lease" of another paper are no words for a place of this one.
    guard words.isTentative || words.keyword == .recital, let reference else { return reference }
    return reference.status == .internal || reference.status == .attachment && reference.absent.isEmpty ? reference : nil
  }

  private mutating func found(_ span: Span<UInt8>, _ words: ReferenceWords, _ paragraph: Range<Int>) -> CrossReference? {
    let start = reading.source(words.range.lowerBound)
    let here = tree.scope(at: start)
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
    if claim == .unspecified, let name = names.owner(span, before: words.range) { claim = .other(name) }
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
      // "Articles 7 and 11 of the Master Lease, except that Section 7.4(b)": below a number that is the other's in the sentence.
      if claim == .unspecified, let other = lastOwned, other >= paragraph.lowerBound,
        isOneSentence(span, other..<words.range.lowerBound), let dot = words.items[0].path[0].firstIndex(of: Ascii.period),
        let index = externalNumbers[ReferenceResolver.flat([Array(words.items[0].path[0][..<dot])])],
        elsewhere[index].at >= paragraph.lowerBound
      {
        return external(words.range, here, owner: elsewhere[index].owner.map { reading.source($0) })
      }
      // "the lease of March 1, 2018, in particular its Section 12": a number that this paper lacks is the other's that the sentence names.
      if claim == .unspecified, names.namesOther(span, inSentenceOf: words.range, from: paragraph.lowerBound) {
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

  /// A reference of words of the reading text to provisions of the file.
  func leading(_ words: Range<Int>, to ids: [Int], absent: [String] = [], _ here: Int?) -> CrossReference {
    CrossReference(
      range: reading.source(words), status: .internal, targets: ids.map(name), targetIDs: ids, absent: absent, attached: false,
      provision: here, owner: nil)
  }

  /// The number of a provision, or the words of a caption.
  private func name(_ id: Int) -> String {
    guard tree[id].number.isEmpty, let heading = tree[id].heading else { return tree[id].number }
    return String(decoding: reading.bytes[reading.reading(heading)], as: UTF8.self)
  }

  func external(_ words: Range<Int>, _ here: Int?, owner: Range<Int>?) -> CrossReference {
    CrossReference(
      range: reading.source(words), status: .external, targets: [], targetIDs: [], absent: [], attached: false, provision: here,
      owner: owner)
  }

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
}
