/// Groups definitions into terms, settles their kinds and collects their uses.
struct TermParser {
  /// `roles` are the quoted words that are parties' roles and `names` the parties' full names, both as ranges of the reading text;
  /// `pointerTarget` gives the number that the words of a pointer lead to from a provision.
  static func terms(
    _ found: [DefinitionFinder.Found], _ reading: ReadingText, _ tree: ProvisionTree, roles: Set<Range<Int>>, names: [Range<Int>],
    pointerTarget: (ReferenceWords, Int?) -> String?, scopes: DefinitionScope
  ) -> [DefinedTerm] {
    let span = reading.bytes.span
    var scopes = scopes
    var groups: [Group] = []
    var byKey = NameTable(capacity: found.count)
    for item in found {
      let words = reading.source(item.words)
      let provision = tree.innermost(at: words.lowerBound)
      var kind = item.kind
      if roles.contains(item.words) { kind = .party }
      let group = byKey.insert(span, item.words, groups.count)
      if group == groups.count { groups.append(Group(key: bytes(span, item.words).map(\.lowercased))) }
      // One place says it once: "the term "PRC" shall be understood" after "PRC means".
      if kind == .list {
        if groups[group].lastList == Place(provision: provision) { continue }
        groups[group].lastList = Place(provision: provision)
      }
      let definition = Definition(
        kind: kind, range: words, target: target(item, span).flatMap { pointerTarget($0, provision) }, provision: provision,
        extent: reading.source(item.extent), scope: scopes.scope(ofDefinitionAt: item.extent.lowerBound, in: provision))
      let printed = bytes(span, item.words)
      groups[group].definitions.append(definition)
      if !groups[group].printed.contains(printed) { groups[group].printed.append(printed) }
    }
    foldPlurals(&groups, byKey, tree)
    let printed = groups.map(\.printed)
    var used: [(term: Int, place: Range<Int>)] = []
    used.reserveCapacity(span.count / 64)
    var counts = [Int](repeating: 0, count: groups.count)
    // The first use of each term that is not in capitals throughout.
    var mixed = [Range<Int>?](repeating: nil, count: groups.count)
    var cursor = ReadingText.SourceCursor(reading)
    var definitions = RangeCursor(found.map { $0.words })
    // A title is no use.
    var headings = RangeCursor(tree.provisions.compactMap(\.heading))
    let matcher = TermUses(terms: printed, blocked: names.map { bytes(span, $0) })
    matcher.scan(reading) { term, range in
      if let definition = definitions.next(endingAfter: range.lowerBound), definition.overlaps(range) { return }
      if mixed[term] == nil, range.dropFirst().contains(where: { span[$0].isLower }) { mixed[term] = range }
      let place = cursor.source(range)
      if let heading = headings.next(endingAfter: place.lowerBound), heading.lowerBound <= place.lowerBound { return }
      used.append((term, place))
      counts[term] += 1
    }
    var uses = [[Range<Int>]](repeating: [], count: groups.count)
    for term in uses.indices { uses[term].reserveCapacity(counts[term]) }
    for use in used { uses[use.term].append(use.place) }
    return groups.indices.map { index in
      DefinedTerm(
        name: TermName.display(name(groups[index].printed), used: mixed[index].map { bytes(span, $0) }),
        definitions: groups[index].definitions.sorted { $0.range.lowerBound < $1.range.lowerBound },
        uses: uses[index])
    }
  }

  /// The definitions of one term.
  private struct Group {
    /// Its words in small letters.
    let key: [UInt8]
    var printed: [[UInt8]] = []
    var definitions: [Definition] = []
    /// Where a verb last defined it.
    var lastList: Place?
  }

  private struct Place: Equatable {
    let provision: Int?
  }

  /// The form to show: one with small letters where one is printed.
  private static func name(_ printed: [[UInt8]]) -> [UInt8] {
    printed.first { $0.contains { $0.isLower } } ?? printed[0]
  }

  private static func bytes(_ span: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    for i in range { out.append(span[i]) }
    return out
  }

  /// The words that lead to where a term is defined: `Section 8.9`; nil for a definition that is no pointer.
  private static func target(_ item: DefinitionFinder.Found, _ span: Span<UInt8>) -> ReferenceWords? {
    guard item.kind == .reference, let pointer = item.pointer else { return nil }
    return ReferenceGrammar.parse(span, pointer.lowerBound, pointer.upperBound)
  }

  /// A pointer to "Indemnified Party" in 7.2 and "Indemnified Parties" made there are one term; a "Party" and its "Parties" are two.
  private static func foldPlurals(
    _ groups: inout [Group], _ byKey: NameTable, _ tree: ProvisionTree
  ) {
    var removed: Set<Int> = []
    for index in groups.indices {
      for pointer in groups[index].definitions where pointer.kind == .reference {
        guard let target = pointer.target else { continue }
        let lower = groups[index].key
        for form in [TermName.plural(lower), TermName.singular(lower)] {
          guard let other = byKey[form], other != index, !removed.contains(other),
            !removed.contains(index)
          else { continue }
          let stands = groups[other].definitions.contains { definition in
            definition.provision.map { tree.path(to: $0).contains { tree[$0].number == target } } ?? false
          }
          guard stands else { continue }
          groups[index].definitions += groups[other].definitions
          groups[index].printed += groups[other].printed
          removed.insert(other)
        }
      }
    }
    groups = groups.indices.filter { !removed.contains($0) }.map { groups[$0] }
  }

  /// A forward-only cursor over sorted ranges.
  private struct RangeCursor {
    private let ranges: [Range<Int>]
    private var at = 0

    init(_ ranges: [Range<Int>]) { self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound } }

    /// The first range that does not end before a place.
    mutating func next(endingAfter offset: Int) -> Range<Int>? {
      while at < ranges.count, ranges[at].upperBound <= offset { at += 1 }
      return at < ranges.count ? ranges[at] : nil
    }
  }
}
