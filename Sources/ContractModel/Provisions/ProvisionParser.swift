/// Builds the provision tree from the reading text: candidates, series, recitals, attachments, numbers.
struct ProvisionParser {
  let reading: ReadingText
  private let blocks: [Block]
  private let paragraphs: [Paragraph]
  private var series: NumberingSeries
  var drafts: [Draft] = []
  /// Whether plain numbers run on through sections, which is known when all are there.
  private(set) var runsThroughSections = false
  private var refused: [(label: Range<Int>, reason: RefusedNumber.Reason)] = []

  /// A provision before its number and extent are known; offsets in the reading text.
  struct Draft {
    var kind: Provision.Kind
    var marker: ProvisionMarker?
    var printed: String
    var start: Int
    var label: Range<Int>
    var heading: Range<Int>?
    var body: Int
    var parent: Int?
    var style: NumberingSeries.Style?
    var lead: Provision.Lead?
    /// Where it ends before the next provision begins.
    var end: Int?
    var paper: Int
    /// The level from 1 that the file gives its heading; 0 where it gives none.
    var level = 0
  }

  /// Where papers begin, in the reading text, and the titles that begin them.
  private(set) var papers: [(start: Int, title: Range<Int>?)] = [(0, nil)]
  /// The attachment that began last, by its draft.
  private var openAttachment: Int?
  /// The paragraphs that the file says are headings, with their levels from 1; 0 where it gives none.
  private(set) var givenHeadings: [Int: Int] = [:]
  /// The captions between numbered provisions that were not added yet.
  var captions: ArraySlice<Captions.Caption> = []

  /// `definitions` are where the paragraphs of definitions lists begin, in order.
  static func tree(
    _ text: SourceText, _ blocks: [Block], _ reading: ReadingText, _ paragraphs: [Paragraph],
    definitions: [Int]
  ) -> (tree: ProvisionTree, recitals: Recitals) {
    var parser = ProvisionParser(reading: reading, blocks: blocks, paragraphs: paragraphs, hasParagraphs: text.hasParagraphs)
    var (candidates, given) = ProvisionCandidates(reading, paragraphs, blocks, text).collected
    parser.givenHeadings = given
    var contentsEnd = 0
    if let entries = RepeatedContents.find(candidates, reading.bytes.span) {
      contentsEnd = candidates[entries.upperBound].start
      candidates.removeSubrange(entries)
    }
    let recitals = Recitals.find(reading.bytes.span, paragraphs)
    let headings = HeadingOutline.find(text, blocks, reading, paragraphs, candidates)
    if headings.isEmpty { parser.captions = Captions.find(text, blocks, reading, paragraphs, given: given)[...] }
    parser.mark(&candidates)
    let tree = parser.parse(candidates, recitals, definitions, headings, contentsEnd: contentsEnd, in: text)
    return (tree, recitals)
  }

  /// Marks the candidates right below a caption, and those that the words before them lead to.
  private func mark(_ candidates: inout [ProvisionCandidate]) {
    let span = reading.bytes.span
    for index in candidates.indices where candidates[index].marker.parts[0].value == 1 {
      let end = span.skipSpaces(endingAt: max(0, candidates[index].start - 1))
      guard end > 0 else { continue }
      let above = paragraphs[max(0, candidates[index].paragraph - 1)].range
      candidates[index].isLedIn =
        [Ascii.colon, Ascii.comma, Ascii.hyphen].contains(span[end - 1]) || span[end - 1].isLetter && above.count > 60
    }
    var below: Set<Int> = []
    for caption in captions {
      if let next = paragraphs[(caption.paragraph + 1)...].firstIndex(where: { !$0.range.isEmpty }) { below.insert(next) }
    }
    guard !below.isEmpty else { return }
    for index in candidates.indices where candidates[index].lead == .paragraph && below.contains(candidates[index].paragraph) {
      candidates[index].isBelowCaption = true
    }
  }

  private init(
    reading: ReadingText, blocks: [Block], paragraphs: [Paragraph], hasParagraphs: Bool
  ) {
    self.reading = reading
    self.blocks = blocks
    self.paragraphs = paragraphs
    series = NumberingSeries(hasParagraphs: hasParagraphs)
  }

  /// `definitions` are where the paragraphs of a definitions list begin, `headings` the captions that are the outline.
  private mutating func parse(
    _ candidates: [ProvisionCandidate], _ recitals: Recitals, _ definitions: [Int], _ headings: [Range<Int>], contentsEnd: Int,
    in text: SourceText
  ) -> ProvisionTree {
    let reading = self.reading
    let span = reading.bytes.span
    let bodyStart = max(
      recitals.range.upperBound, contentsEnd,
      candidates.first {
        $0.isStrong && ($0.marker.keyword != .none || $0.marker.parts[0].value == 1) && !recitals.range.contains($0.start)
          && !recitals.parties.contains($0.start)
      }?.start ?? 0)
    let attachments = AttachmentFinder.find(span, paragraphs, bodyStart: bodyStart) { place in
      text.bytes[reading.source(place)].isLineEnd
    }
    let papers = PaperBeginnings(
      reading: reading, paragraphs: paragraphs, hasParagraphs: series.hasParagraphs, givenHeadings: givenHeadings)
    // Before its first provision an agreement that is restated "to read as follows" speaks of itself.
    let first = candidates.indices.first {
      !recitals.range.contains(candidates[$0].start) && !recitals.parties.contains(candidates[$0].start)
        && series.place(candidates, $0) != nil
    }
    let decisions = OutlineDecoder(
      papers: papers, candidates: candidates, recitals: recitals, definitions: definitions,
      resets: (attachments.map(\.label.lowerBound) + headings.map(\.lowerBound)).sorted(), attachments: attachments.map(\.label),
      quotations: QuotedProvisions.find(span, paragraphs).filter { $0.lowerBound > first.map { candidates[$0].start } ?? 0 }
    ).decide()
    var nextAttachment = 0
    var nextHeading = 0
    // What numbers without a place below others stand in.
    var above: Int?
    var lastParagraph = 0
    var definition = 0
    /// Adds the attachments and captions that begin at `limit` or before it.
    func addTops(until limit: Int) {
      while true {
        let attachment = nextAttachment < attachments.count ? attachments[nextAttachment].label.lowerBound : .max
        let heading = nextHeading < headings.count ? headings[nextHeading].lowerBound : .max
        guard min(attachment, heading) <= limit, min(attachment, heading) < .max else { return }
        addCaptions(until: min(attachment, heading), parent: above)
        if heading < attachment {
          above = addHeading(headings[nextHeading])
          nextHeading += 1
        } else {
          above = addAttachment(attachments[nextAttachment])
          nextAttachment += 1
        }
      }
    }
    for index in candidates.indices {
      let candidate = candidates[index]
      while definition < definitions.count, definitions[definition] <= candidate.start {
        closeItems(definitions, definition)
        definition += 1
      }
      addTops(until: candidate.start)
      var kind = Provision.Kind.provision
      let placement: NumberingSeries.Placement
      switch decisions[index] {
      case .refuse(let reason):
        refused.append((candidate.marker.label, reason))
        continue
      case .recital(let place):
        kind = .recital
        placement = place
      case .provision(let place):
        if let last = drafts.last, last.kind == .recital { series.reset() }
        placement = place
      case .paper(let place):
        let title = papers.title(above: candidate, behind: lastParagraph)
        addCaptions(until: title?.lowerBound ?? candidate.start, parent: above)
        beginPaper(at: candidate, title: title, parent: above)
        placement = place
      }
      let parent = series.parent(placement) ?? above
      addCaptions(until: candidate.start, parent: parent)
      let id = drafts.count
      drafts.append(
        Draft(
          kind: kind, marker: candidate.marker, printed: printed(span, candidate.marker), start: candidate.start,
          label: candidate.marker.label, heading: candidate.heading, body: candidate.body, parent: parent, style: placement.style,
          lead: candidate.lead, paper: self.papers.count - 1, level: givenHeadings[candidate.paragraph] ?? 0))
      endItems(before: placement, definitions)
      series.enter(placement, id: id, candidate)
      lastParagraph = candidate.paragraph
    }
    while definition < definitions.count {
      closeItems(definitions, definition)
      definition += 1
    }
    addTops(until: .max)
    addCaptions(until: .max, parent: above)
    // What stands behind the recitals is none of the last one: "NOW, THEREFORE, the parties agree as follows:".
    for id in drafts.indices where drafts[id].kind == .recital && recitals.range.contains(drafts[id].start) {
      drafts[id].end = min(drafts[id].end ?? .max, recitals.range.upperBound)
    }
    return finish(span, definitions)
  }

  /// Begins another paper: what is open ends at its title, which is a place of the outline.
  private mutating func beginPaper(at candidate: ProvisionCandidate, title: Range<Int>?, parent: Int?) {
    let start = title?.lowerBound ?? candidate.start
    for level in series.levels { drafts[level.id].end = start }
    papers.append((start, title))
    series.reset()
    if let title, drafts.last(where: { $0.start <= start })?.start != start { addCaption(title, level: 0, parent: parent) }
  }

  /// A definition ends the items of the one before it.
  private mutating func closeItems(_ definitions: [Int], _ index: Int) {
    guard index > 0 else { return }
    for id in series.closeItems(of: definitions[index - 1]) { drafts[id].end = definitions[index] }
  }

  /// Items that begin anew belong to a definition: those before them ended where definitions began, `(d) "Year" is a calendar year.` before
  /// `"Debt" means (a) …`.
  private mutating func endItems(before placement: NumberingSeries.Placement, _ definitions: [Int]) {
    guard series.restarts(placement), let last = series.levels.last?.start else { return }
    let next = definitions.boundary(behindAll: { $0 <= last })
    guard next < definitions.count, definitions[next] < drafts[drafts.count - 1].start else { return }
    for level in series.levels[placement.parentDepth...] {
      drafts[level.id].end = min(drafts[level.id].end ?? .max, definitions[next])
    }
  }

  private func printed(_ span: Span<UInt8>, _ marker: ProvisionMarker) -> String {
    var bytes: [UInt8] = []
    for i in marker.numeral where !span[i].isSpace { bytes.append(span[i]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func addAttachment(_ start: AttachmentFinder.Start) -> Int {
    series.reset()
    drafts.append(
      Draft(
        kind: .attachment, marker: nil, printed: start.number, start: start.label.lowerBound, label: start.label,
        heading: start.heading,
        body: start.body, parent: nil, style: nil, paper: papers.count - 1))
    openAttachment = drafts.count - 1
    return drafts.count - 1
  }

  /// A caption begins lists anew; it stands in the attachment that is open.
  private mutating func addHeading(_ range: Range<Int>) -> Int {
    series.reset()
    drafts.append(
      Draft(
        kind: .heading, marker: nil, printed: "", start: range.lowerBound, label: range.lowerBound..<range.lowerBound,
        heading: range,
        body: range.upperBound, parent: openAttachment,
        style: nil, paper: papers.count - 1))
    return drafts.count - 1
  }

  // MARK: The tree

  private mutating func finish(_ span: Span<UInt8>, _ definitions: [Int]) -> ProvisionTree {
    var provisions: [Provision] = []
    provisions.reserveCapacity(drafts.count)
    runsThroughSections = numbersRunThroughSections()
    let restarting = groupsThatRestart()
    let terms = termsOfItems(span, definitions)
    var previousEnd = 0
    for index in drafts.indices {
      let draft = drafts[index]
      var number = draft.printed
      var depth = 0
      if draft.kind == .recital {
        number = "Recital \(draft.printed)"
        if let parent = draft.parent.map({ provisions[$0] }) {
          if draft.style?.parts == 1 { number = "\(parent.number)(\(draft.printed))" }
          depth = parent.depth + 1
        }
      } else if draft.kind == .provision {
        number = self.number(draft, parent: draft.parent.map { provisions[$0] }, restarting)
        if let term = terms[index], let parent = draft.parent.map({ provisions[$0].number }), number.hasPrefix(parent) {
          number = "\(parent) \"\(term)\"\(number.dropFirst(parent.count))"
        }
        depth = draft.parent.map { provisions[$0].depth + 1 } ?? 0
      } else if draft.kind == .heading || draft.kind == .caption {
        depth = draft.parent.map { provisions[$0].depth + 1 } ?? 0
      }
      let start = max(reading.source(draft.start), previousEnd)
      previousEnd = start
      // What was taken for a heading and is the whole of its words is the body.
      let heading = heading(draft, index, span)
      let body = heading == nil ? min(draft.heading?.lowerBound ?? draft.body, draft.body) : draft.body
      provisions.append(
        Provision(
          kind: draft.kind, number: number, label: reading.source(draft.label), heading: heading,
          bodyStart: reading.source(min(body, reading.bytes.count)), range: start..<start, parent: draft.parent,
          depth: depth, paper: draft.paper, lead: draft.lead))
    }
    setExtents(&provisions)
    return ProvisionTree(
      provisions: provisions,
      papers: papers.map { Paper(title: $0.title.map { reading.source($0) }, start: $0.start == 0 ? 0 : reading.source($0.start)) },
      refused: refused.map { RefusedNumber(label: reading.source($0.label), reason: $0.reason) })
  }

  /// The terms that items of definitions stand under, by draft, where the items of several definitions of a clause bear the same letters:
  /// `1.1 "Charge"(a)` and `1.1 "Debt"(a)`.
  private func termsOfItems(_ span: Span<UInt8>, _ definitions: [Int]) -> [Int: String] {
    var holders: [Int: Int] = [:]
    var seen: Set<String> = []
    var repeating: Set<Int> = []
    for index in drafts.indices where drafts[index].kind == .provision {
      let draft = drafts[index]
      guard let parent = draft.parent, drafts[parent].kind == .provision,
        draft.style.map({ $0.parts == 1 && $0.keyword == .none }) ?? false
      else { continue }
      let definition = definitions.boundary(behindAll: { $0 <= draft.start }) - 1
      guard definition >= 0, definitions[definition] > drafts[parent].start else { continue }
      holders[index] = definition
      if !seen.insert("\(parent) \(draft.printed)").inserted { repeating.insert(parent) }
    }
    guard !repeating.isEmpty else { return [:] }
    return holders.filter { drafts[$0.key].parent.map(repeating.contains) ?? false }.compactMapValues {
      term(span, at: definitions[$0])
    }
  }

  /// The term that a paragraph of a definitions list defines; nil where nothing says how far it goes.
  private func term(_ span: Span<UInt8>, at start: Int) -> String? {
    let limit = min(span.count, start + 90)
    var words = start..<limit
    if span[start] == Ascii.quote {
      words = (start + 1)..<span.firstOffset(of: Ascii.quote, in: (start + 1)..<limit)
    } else {
      let ends: [StaticString] = [" means", " shall mean", " has the meaning", ":"]
      guard let end = ends.compactMap({ span.firstIndex(of: $0, in: words) }).min() else { return nil }
      words = start..<end
    }
    guard !words.isEmpty, words.upperBound < limit, words.allSatisfy({ span[$0] >= 0x20 && span[$0] != Ascii.quote }) else {
      return nil
    }
    return String(decoding: words.map { span[$0] }, as: UTF8.self)
  }

  private func heading(_ draft: Draft, _ index: Int, _ span: Span<UInt8>) -> Range<Int>? {
    guard var heading = draft.heading ?? headingBeforeNext(draft, index, span), !isWholeSentence(heading, of: index, span) else {
      return nil
    }
    // A heading ends where the next provision of its line begins.
    if index + 1 < drafts.count, drafts[index + 1].start < heading.upperBound {
      heading = heading.lowerBound..<max(heading.lowerBound, drafts[index + 1].start)
    }
    var end = heading.upperBound
    while end > heading.lowerBound, [Ascii.space, Ascii.period, Ascii.semicolon].contains(span[end - 1]) { end -= 1 }
    guard (heading.lowerBound..<end).contains(where: { span[$0].isWord && !span[$0].isDigit || span[$0] == Ascii.openBracket })
    else { return nil }
    return reading.source(heading.lowerBound..<end)
  }

  /// Whether what reads as a heading is all that a provision says: `2.2 The Fixed Fee excludes VAT.` with nothing behind it or below.
  private func isWholeSentence(_ heading: Range<Int>, of index: Int, _ span: Span<UInt8>) -> Bool {
    let draft = drafts[index]
    let isLast = index + 1 == drafts.count
    let limit = isLast ? span.count : drafts[index + 1].start
    guard draft.kind == .provision, isLast || drafts[index + 1].parent != index,
      limit >= heading.upperBound, heading.upperBound < span.count, span[heading.upperBound] == Ascii.period,
      reading.emphasis.end(at: heading.lowerBound, from: draft.start) == nil
    else { return false }
    var next = heading.upperBound + 1
    while next < limit, span[next].isSpace { next += 1 }
    guard next >= limit || isLast && (SigningLine.begins(span, next..<limit) || SigningLine.opensSignatures(span, next..<limit))
    else { return false }
    return heading.count(where: { span[$0] == Ascii.space }) >= 2 && !TitleWords.isTitle(span, heading, words: 20)
      && !TitleWords.isCapitals(span, heading)
  }

  /// In running text: the title words between a number and the first provision below it, `ARTICLE 2 - FORMATION 2.1 The …`.
  private func headingBeforeNext(_ draft: Draft, _ index: Int, _ span: Span<UInt8>) -> Range<Int>? {
    guard let marker = draft.marker, index + 1 < drafts.count, drafts[index + 1].parent == index else { return nil }
    var start = marker.textStart
    var end = drafts[index + 1].start
    while end > start, span[end - 1].isSpace { end -= 1 }
    while start < end, !span[start].isWord, span[start] != Ascii.quote { start += 1 }
    guard start < end, end - start < 140, TitleWords.isTitle(span, start..<end, words: 16),
      span.firstOffset(of: Ascii.lineFeed, in: start..<end) >= end
    else { return nil }
    return start..<end
  }

  private func setExtents(_ provisions: inout [Provision]) {
    let last = blocks.last { $0.kind.isRead }?.range.upperBound ?? 0
    var open: [Int] = []
    var reach: [Int: Int] = [:]
    for index in provisions.indices {
      let start = provisions[index].start
      while let top = open.last, provisions[index].parent != top {
        close(&provisions, top, at: start, &reach)
        open.removeLast()
      }
      open.append(index)
    }
    let end = max(last, provisions.last?.start ?? 0)
    for index in open.reversed() { close(&provisions, index, at: end, &reach) }
  }

  /// Ends a provision where the next one begins, or where a definition ended it, but not before what stands below it; `reach` is where
  /// that ends.
  private func close(_ provisions: inout [Provision], _ id: Int, at end: Int, _ reach: inout [Int: Int]) {
    let own = drafts[id].end.map { reading.source($0) } ?? end
    let stop = max(provisions[id].start, min(end, own), reach[id] ?? 0)
    provisions[id].range = provisions[id].start..<stop
    if let parent = provisions[id].parent { reach[parent] = max(reach[parent] ?? 0, stop) }
  }
}
