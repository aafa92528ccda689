/// The stages from text to agreement, each a function from earlier values to a new one.
package enum AgreementParser {
  /// `finished` is told the name of each stage when it is done, for the benchmark.
  package static func parse(_ text: SourceText, finished: (StaticString) -> Void = { _ in }) -> Agreement {
    var (blocks, pages, contents) = BlockParser.blocks(of: text)
    StyledBlocks.apply(text, to: &blocks)
    finished("blocks")
    let reading = ReadingText(text, blocks)
    let paragraphs = Paragraph.all(blocks, reading)
    finished("reading text")
    let heads = DefinitionHeads(reading.bytes.span, paragraphs, reading.emphasis)
    let (tree, recitals) = ProvisionParser.tree(
      text, blocks, reading, paragraphs, definitions: DefinitionParagraphs.find(reading.bytes.span, paragraphs, heads))
    finished("provisions")
    let keywords = KeywordIndex(reading)
    var found = DefinitionFinder.find(text, reading, paragraphs, heads, keywords)
    finished("definitions")
    let body = bodyStart(tree, recitals, reading)
    let parties = PartyFinder.addingScheduled(
      to: PartyFinder.find(text, blocks, reading, paragraphs, found, keywords, limit: body), text, reading, paragraphs, tree)
    found = DefinitionFinder.adding(roles: parties.bareRoles, to: found, reading.bytes.span, paragraphs)
    let title = TitleFinder.title(text, reading, blocks, paragraphs, limit: body)
    let date = AgreementDate.find(reading.bytes.span, limit: min(body, 12_000))
    let amends = AmendmentClassifier.isAmendment(title, reading, keywords)
    let law = GoverningLaw.find(reading, keywords)
    finished("parties, title, date")
    let items = PrintedItems(reading, paragraphs)
    finished("printed items")
    let resolver = ReferenceResolver(tree, reading, items)
    let scopes = DefinitionScope(reading, tree) { resolver.resolve($0, from: $1, exactly: true).found.first }
    let terms = TermParser.terms(
      found, reading, tree, roles: Set(parties.roles + parties.bareRoles), names: parties.names,
      pointerTarget: { resolver.place(named: $0, from: $1) }, scopes: scopes)
    finished("terms and uses")
    let references = LinkedReferences.add(
      text.links, besides: contents, tree,
      to: ReferenceFinder.find(
        reading, tree, resolver, paragraphs, keywords, names: PaperNames(found, reading, title, amends: amends),
        definitions: DefinitionPlaces(found, reading)))
    finished("references")
    let agreement = Agreement(
      text: text, blocks: splitAtProvisions(blocks, tree), pages: pages, contents: contents, provisions: tree, terms: terms,
      references: references,
      parties: parties.parties, title: title ?? fallbackTitle(reading), amends: amends, date: date, governingLaw: law,
      health: Health.doubts(text, tree, terms, references, blocks, pages), reading: reading, printedItems: items)
    finished("health")
    return agreement
  }

  /// Where the introduction ends, in reading offsets.
  private static func bodyStart(_ tree: ProvisionTree, _ recitals: Recitals, _ reading: ReadingText) -> Int {
    let first =
      tree.provisions.first { $0.kind == .provision }.map { reading.reading($0.start) } ?? min(reading.bytes.count, 20_000)
    if !recitals.range.isEmpty { return min(max(recitals.range.lowerBound, 200), max(first, 200)) }
    return first
  }

  private static func fallbackTitle(_ reading: ReadingText) -> String {
    let span = reading.bytes.span
    if span.firstIndex(of: "dear ", in: 0..<min(span.count, 2_000)) != nil
      || span.firstIndex(of: "this letter", in: 0..<min(span.count, 4_000)) != nil
    {
      return "Letter Agreement"
    }
    return Agreement.untitled
  }

  /// Blocks cut where a provision begins inside one, so that each provision has blocks of its own.
  private static func splitAtProvisions(_ blocks: [Block], _ tree: ProvisionTree) -> [Block] {
    var out: [Block] = []
    out.reserveCapacity(blocks.count + 16)
    var next = 0
    for block in blocks {
      var rest = block
      while next < tree.count, tree[next].start < rest.range.lowerBound { next += 1 }
      var cursor = next
      while cursor < tree.count, tree[cursor].start < rest.range.upperBound {
        let at = tree[cursor].start
        cursor += 1
        guard at > rest.range.lowerBound, rest.kind.isRead else { continue }
        var head = rest
        head.range = rest.range.lowerBound..<at
        // The blanks between belong to neither: tile with a gap.
        out.append(head)
        rest.range = at..<rest.range.upperBound
        rest.continues = false
      }
      out.append(rest)
    }
    return out
  }
}
