/// The numbering series that are open at a place of the text, outermost first, and the rule by which a number joins them.
///
/// A number is believed because its series is coherent, not because a line begins with a digit: it goes on with an open series
/// (`3.2` after `3.1`, `(b)` after `(a)`), opens one below the provision it stands in (`(a)`, `1.`, `8.1` under 8), or, standing at
/// the head of a paragraph, skips or repeats a number as drafts do.
struct NumberingSeries {
  /// What the numbers of one series have in common.
  struct Style: Equatable {
    enum Form: UInt8 {
      case decimal, bracketedArabic, upperLetter, lowerLetter, upperRoman, lowerRoman, doubledLetter

      /// The form of an item by the kind of its numeral.
      init(_ kind: Numeral.Kind) {
        self =
          switch kind {
          case .arabic, .word: .bracketedArabic
          case .upperLetter: .upperLetter
          case .lowerLetter: .lowerLetter
          case .upperRoman: .upperRoman
          case .lowerRoman: .lowerRoman
          case .doubledLetter: .doubledLetter
          }
      }
    }
    var keyword: ProvisionMarker.Keyword
    var form: Form
    var opened: Bool
    var bracket: Bool
    /// How many dotted parts; 1 for letters.
    var parts: Int

    /// Another for each style.
    var key: Int {
      Int(keyword.rawValue) << 16 | Int(form.rawValue) << 8 | parts << 2 | (opened ? 2 : 0) | (bracket ? 1 : 0)
    }
  }

  struct Level {
    var style: Style
    var values: NumberPath
    var indent: Int
    var id: Int
    /// Where its first number and its last stand.
    var firstItemStart: Int
    var start: Int
    /// Whether its last provision has a heading.
    var isTitled: Bool
    /// Whether its last provision begins a paragraph.
    var isStrong: Bool
    var value: Int { values[values.count - 1] }
  }

  var levels: [Level] = []
  /// The last number of each series that stood below a group when the next group began: clauses 1 and 2 of Part I, of which Part II may
  /// go on with 3. By keyword.
  private var running: [ProvisionMarker.Keyword: Int] = [:]
  /// The last item below the clause before the one that has just begun.
  private(set) var lastItem: (style: Style, value: Int)?
  /// Whether lines are paragraphs as the file has them.
  let hasParagraphs: Bool
  /// Whether an attachment has begun.
  var isInAttachment = false

  init(hasParagraphs: Bool) { self.hasParagraphs = hasParagraphs }

  /// What becomes of a candidate: the number of levels kept above it, and the style and values it has there.
  struct Placement {
    var parentDepth: Int
    var style: Style
    var values: NumberPath
  }

  mutating func reset() {
    levels.removeAll()
    running.removeAll()
    lastItem = nil
  }

  /// Opens or continues a level with the provision `id`.
  mutating func enter(_ placement: Placement, id: Int, _ candidate: ProvisionCandidate) {
    let before = placement.parentDepth < levels.count ? levels[placement.parentDepth] : nil
    if let before, before.style == placement.style, Self.groups(before.style.keyword), placement.parentDepth + 1 < levels.count {
      let child = levels[placement.parentDepth + 1]
      if child.style.form == .decimal, child.style.parts == 1 { running[child.style.keyword] = child.value }
    }
    let goesOn = before?.style == placement.style && !restarts(placement)
    let firstItemStart = goesOn ? before!.firstItemStart : candidate.start
    // What the next clause's list may go on with: (c) below 2 behind (b) below 1.
    lastItem = nil
    if let before, before.style == placement.style, before.style.form == .decimal, placement.parentDepth + 1 < levels.count {
      let item = levels[placement.parentDepth + 1]
      if item.style.form != .decimal { lastItem = (item.style, item.value) }
    }
    levels.removeSubrange(min(placement.parentDepth, levels.count)...)
    levels.append(
      Level(
        style: placement.style, values: placement.values, indent: candidate.indent, id: id, firstItemStart: firstItemStart,
        start: candidate.start, isTitled: candidate.heading != nil, isStrong: candidate.isStrong))
  }

  /// The same for series that are open alike.
  var key: Int {
    var key = 0
    for level in levels {
      key = (key &* 31 &+ level.style.key) &* 0x2545_F491_4F6C_DD1D
      key ^= level.values.key &* 0x9E37_79B9
    }
    return key
  }

  /// Whether a number without a keyword is the next of the innermost series, with no other way to read it.
  func isPlainNext(_ candidate: ProvisionCandidate) -> Bool {
    let marker = candidate.marker
    guard let last = levels.last, marker.alternate == nil, marker.suffix == nil, last.style.keyword == .none else { return false }
    if last.style.form == .decimal {
      return marker.parts[0].kind.isArabic && !marker.opened && marker.close != .bracket
        && (marker.close != .none || marker.isDotted) && marker.values.count == last.values.count
        && marker.values.parent == last.values.parent && marker.values.last == last.value + 1
        && (marker.isDotted || levels.count == 1)
    }
    return !marker.isDotted && Style.Form(marker.parts[0].kind) == last.style.form && marker.opened == last.style.opened
      && (marker.close == .bracket) == last.style.bracket && marker.close != .none && marker.parts[0].value == last.value + 1
  }

  /// Whether provisions with a keyword hold others that may be numbered through all of them.
  static func groups(_ keyword: ProvisionMarker.Keyword) -> Bool { keyword == .part || keyword == .section || keyword == .article }

  /// Where a number goes on that the group before the open one left off.
  private func goesOnInGroup(_ keyword: ProvisionMarker.Keyword, _ value: Int) -> Int? {
    guard running[keyword] == value - 1,
      let group = levels.lastIndex(where: { Self.groups($0.style.keyword) && $0.style.keyword != keyword }),
      !levels[(group + 1)...].contains(where: { $0.style.keyword == keyword && $0.style.form == .decimal })
    else { return nil }
    return group + 1
  }

  /// Whether a placement begins a list of items anew beside one of the same look: the second of `"Debt" means (a) …, (b) …` and
  /// `"Rent" means (a) …`.
  func restarts(_ placement: Placement) -> Bool {
    guard placement.parentDepth > 0, placement.parentDepth < levels.count, placement.style.keyword == .none else { return false }
    return placement.values.last == 1 && levels[placement.parentDepth].style == placement.style
  }

  /// Closes the items that a definition at `definition` has opened; the provisions that so end, outermost first.
  mutating func closeItems(of definition: Int) -> [Int] {
    guard let first = levels.firstIndex(where: { $0.firstItemStart > definition }), first > 0,
      levels[first - 1].start <= definition,
      levels[first].style.keyword == .none, levels[first].style.opened || levels[first].style.form != .decimal
    else { return [] }
    defer { levels.removeSubrange(first...) }
    return levels[first...].map(\.id)
  }

  /// The provision a placement's parent is.
  func parent(_ placement: Placement) -> Int? { placement.parentDepth > 0 ? levels[placement.parentDepth - 1].id : nil }

  /// Where the candidate at `index` fits; nil when it does not.
  func place(_ candidates: [ProvisionCandidate], _ index: Int) -> Placement? {
    let candidate = candidates[index]
    let marker = candidate.marker
    // The 2 of `2.B.` is the provision that is open.
    if candidate.leadsItem {
      let isOpen = levels.contains {
        ($0.style.form == .decimal || !marker.parts[0].kind.isArabic && $0.style.form == Style.Form(marker.parts[0].kind))
          && $0.values == marker.values
      }
      if isOpen || marker.parts[0].kind == .upperRoman && !marker.opened && marker.close == .period { return nil }
    }
    if marker.keyword == .article || marker.keyword == .part { return placeArticle(candidates, index) }
    if marker.isDotted { return placeDotted(candidates, index) }
    if marker.parts[0].kind.isArabic || marker.parts[0].kind == .word {
      return marker.opened || marker.close == .bracket ? placeItem(candidates, index) : placeSingle(candidates, index)
    }
    if marker.keyword == .section { return placeSingle(candidates, index) }
    return placeItem(candidates, index)
  }

  // MARK: Articles

  private func placeArticle(_ candidates: [ProvisionCandidate], _ index: Int) -> Placement? {
    let candidate = candidates[index]
    let style = Style(keyword: candidate.marker.keyword, form: .decimal, opened: false, bracket: false, parts: 1)
    let value = value(of: candidate.marker, in: style)
    let short = candidate.end - candidate.start < 160 || candidate.lead != .paragraph
    guard candidate.marker.parts.count == 1 else { return placeDotted(candidates, index) }
    if let at = levels.firstIndex(where: { $0.style.keyword == style.keyword && $0.style.parts == 1 }) {
      let last = levels[at].value
      if value == last + 1 { return Placement(parentDepth: at, style: style, values: [value]) }
      // A skipped article, unless the one between comes later: then this is a reference that begins a line.
      if value > last, value <= last + 3, short, candidate.isStrong, !articleFollows(candidates, index, last + 1) {
        return Placement(parentDepth: at, style: style, values: [value])
      }
      return nil
    }
    if candidate.isStrong, short, let depth = goesOnInGroup(style.keyword, value) {
      return Placement(parentDepth: depth, style: style, values: [value])
    }
    if candidate.marker.keyword == .part, !short || !candidate.isStrong { return nil }
    guard value == 1 || candidate.isStrong && short && value < 40 else { return nil }
    if !candidate.isStrong, !levels.isEmpty, !successorFollows(candidates, index, [value]) { return nil }
    // While other numbers run at the top, an article must open a series of its own.
    if !levels.isEmpty, value != 1, !successorFollows(candidates, index, [value]) { return nil }
    // "PART A" may hold articles; an article stands in a part, else at the top.
    let parentDepth = candidate.marker.keyword == .article ? (levels.first?.style.keyword == .part ? 1 : 0) : 0
    return Placement(parentDepth: parentDepth, style: style, values: [value])
  }

  /// The value of a lone numeral behind a keyword: the C of `PART C` is a letter behind `PART B`, and no hundred.
  private func value(of marker: ProvisionMarker, in style: Style) -> Int {
    let last = levels.last { $0.style.keyword == style.keyword && $0.style.parts == 1 }?.value
    if let other = marker.alternate, marker.keyword != .none, let last, other.value == last + 1 { return other.value }
    return marker.parts[0].value
  }

  private func articleFollows(_ candidates: [ProvisionCandidate], _ index: Int, _ value: Int) -> Bool {
    candidates[(index + 1)...].prefix(400).contains { next in
      next.marker.keyword == candidates[index].marker.keyword && next.isStrong && next.marker.parts.count == 1
        && next.marker.parts[0].value == value
        && next.end - next.start < 160
    }
  }

  // MARK: Dotted numbers

  private func placeDotted(_ candidates: [ProvisionCandidate], _ index: Int) -> Placement? {
    let candidate = candidates[index]
    let values = candidate.marker.values
    let prefix = values.parent
    let last = values[values.count - 1]
    let style = Style(keyword: candidate.marker.keyword, form: .decimal, opened: false, bracket: false, parts: values.count)
    // A sibling: the same prefix, a later last part.
    if let at = levels.lastIndex(where: {
      $0.style.form == .decimal && $0.values.count == values.count && $0.values.parent == prefix
    }) {
      let before = levels[at].value
      let step = last - before
      // `1.2A` behind 1.2: one that was put in.
      if step == 1 || step == 0 && candidate.marker.suffix != nil {
        return Placement(parentDepth: at, style: style, values: values)
      }
      guard candidate.isStrong || step == 2 && resumesAfterLostNumber(candidates, index, values) else { return nil }
      if step > 1, step <= 10 || successorFollows(candidates, index, values) {
        return step <= 4 || successorFollows(candidates, index, values) || candidate.heading != nil
          ? Placement(parentDepth: at, style: style, values: values) : nil
      }
      if step == 0, candidate.heading != nil || successorFollows(candidates, index, values) {
        return Placement(parentDepth: at, style: style, values: values)
      }
      // 1.1 again far below 1.9: a slip such as `3.1` printed for 3.11.
      if step < 0, successorFollows(candidates, index, values), candidate.heading != nil {
        return Placement(parentDepth: at, style: style, values: values)
      }
      return nil
    }
    // A first child of a number that is open.
    if let at = levels.lastIndex(where: { level in
      (level.style.form == .decimal || level.style.form == Style.Form(candidate.marker.parts[0].kind) && !level.style.opened)
        && level.values == prefix
    }) {
      if last <= 1 { return Placement(parentDepth: at + 1, style: style, values: values) }
      guard candidate.isStrong || startsAfterLostFirst(candidates, index, values),
        last <= 3 || successorFollows(candidates, index, values)
      else { return nil }
      return Placement(parentDepth: at + 1, style: style, values: values)
    }
    // The first of the next article, whose own heading bears no number (or was not seen).
    let decimals = levels.firstIndex { $0.style.form == .decimal && $0.values.count == values.count }
    if let at = decimals {
      let before = levels[at].values
      if values[0] == before[0] + 1 || values[0] == before[0] + 2 && candidate.isStrong, last <= 1,
        values.dropFirst().allSatisfy({ $0 <= 1 })
      {
        return Placement(parentDepth: depthForNumberWithoutItsArticle(at), style: style, values: values)
      }
      guard candidate.isStrong, candidate.heading != nil, values[0] >= before[0], values[0] <= before[0] + 2, last <= 2 else {
        return nil
      }
      return Placement(parentDepth: depthForNumberWithoutItsArticle(at), style: style, values: values)
    }
    guard candidate.isStrong || last <= 1 || last <= 3 && startsAfterLostFirst(candidates, index, values) else { return nil }
    guard last <= 1 || successorFollows(candidates, index, values) else { return nil }
    // No dotted number is open yet: it stands below a lone number or article with its first part, or at the top.
    if let open = levels.lastIndex(where: { $0.style.form == .decimal && $0.style.parts == 1 && $0.style.keyword != .part }) {
      // `4.1` below article 3 is no child of it; only a fresh start may follow.
      guard values[0] == levels[open].value + 1, values.count == 2 else {
        return nil
      }
      return Placement(parentDepth: open, style: style, values: values)
    }
    guard
      values[0] <= 1 || candidate.isStrong && successorFollows(candidates, index, values) || levels.isEmpty && candidate.isStrong
    else { return nil }
    return Placement(
      parentDepth: levels.isEmpty
        ? 0
        : (levels[0].style.form == .decimal || levels[0].style.form == .upperLetter || levels[0].style.form == .upperRoman
          ? min(1, levels.count) : 0), style: style, values: values)
  }

  /// The level below which a number without its article stands: that article's own parent.
  private func depthForNumberWithoutItsArticle(_ at: Int) -> Int {
    guard at > 0 else { return 0 }
    let above = levels[at - 1]
    return above.style.form == .decimal && above.style.parts < levels[at].style.parts && above.style.keyword == .none ? at - 1 : at
  }

  // MARK: Lone numbers

  private func placeSingle(_ candidates: [ProvisionCandidate], _ index: Int) -> Placement? {
    let candidate = candidates[index]
    let marker = candidate.marker
    let style = Style(keyword: marker.keyword, form: .decimal, opened: false, bracket: false, parts: 1)
    let value = value(of: marker, in: style)
    let bare = marker.close == .none && marker.keyword == .none && !candidate.opensChildren && !candidate.leadsItem
    let fits = levels.indices.filter {
      levels[$0].style.keyword == marker.keyword && levels[$0].style.form == .decimal && levels[$0].style.parts == 1
    }
    let next = fits.filter { levels[$0].value + 1 == value }
    if let inner = next.last {
      // Where both an inner and an outer list could go on, indents decide.
      if let outer = next.first, outer != inner,
        abs(levels[outer].indent - candidate.indent) + 2 < abs(levels[inner].indent - candidate.indent)
      {
        return Placement(parentDepth: outer, style: style, values: [value])
      }
      if bare, candidate.heading == nil, !firstChildFollows(candidates, index) { return nil }
      return Placement(parentDepth: inner, style: style, values: [value])
    }
    if candidate.isStrong, !bare || candidate.heading != nil, let depth = goesOnInGroup(marker.keyword, value) {
      return Placement(parentDepth: depth, style: style, values: [value])
    }
    // `1A. Charge` behind 1.1: a clause put in behind its number.
    if marker.suffix != nil, candidate.isStrong, !bare || candidate.heading != nil,
      let at = fits.last(where: { levels[$0].value == value })
    {
      return Placement(parentDepth: at, style: style, values: [value])
    }
    // An excerpt in bare numbers: `5 RENT`, and 5.1 below it.
    if value > 1, bare, levels.isEmpty, candidate.heading != nil, firstChildFollows(candidates, index) {
      return Placement(parentDepth: 0, style: style, values: [value])
    }
    if value == 1, !bare || levels.isEmpty && candidate.heading != nil && successorFollows(candidates, index, [1], bare: true) {
      guard candidate.isStrong || successorFollows(candidates, index, [1]) || firstChildFollows(candidates, index) else {
        return nil
      }
      // A list inside a provision may be numbered like the provisions; a third of the kind is the second begun anew.
      let alike = levels.indices.filter { levels[$0].style == style }
      // A list that nothing announces stands beside the one before it: "Division 2" between them. At the top of a body it does so below
      // a caption that ends the clauses: "RULES FOR PAYMENT", then 1. and 2., and no clause that goes on.
      let isApart = candidate.isBelowCaption || !candidate.isLedIn && alike.last == levels.count - 1
      let open =
        isApart
        ? alike.filter { $0 > 0 || isInAttachment || candidate.isBelowCaption && !topGoesOn(candidates, index) } : []
      let beside = open.last { levels[$0].isTitled == (candidate.heading != nil) } ?? open.last
      let parentDepth = beside ?? (alike.count >= 2 ? alike[1] : openBelow(candidate))
      if parentDepth > 0, !successorFollows(candidates, index, [1]), !firstChildFollows(candidates, index) {
        return candidate.isStrong && marker.keyword != .none
          ? Placement(parentDepth: parentDepth, style: style, values: [value]) : nil
      }
      return Placement(parentDepth: parentDepth, style: style, values: [value])
    }
    guard candidate.isStrong || resumesAfterLostNumber(candidates, index, [value]), !bare else { return nil }
    if let at = fits.first {
      let last = levels[at].value
      if value > last, value <= last + 3, candidate.heading != nil || successorFollows(candidates, index, [value]) {
        // Only if the number between does not come later.
        return numberFollows(candidates, index, last + 1, before: value + 1)
          ? nil : Placement(parentDepth: at, style: style, values: [value])
      }
      if value == last, candidate.heading != nil || marker.suffix != nil, marker.close == .period || marker.keyword != .none,
        at == 0 || levels.count == at + 1
      {
        return Placement(parentDepth: at, style: style, values: [value])
      }
      return nil
    }
    // `3.` after 2.9, or after 3.1 that came before its article's number.
    if let at = levels.firstIndex(where: { $0.style.form == .decimal && $0.style.parts > 1 }),
      at == 0 || levels[at - 1].style.parts > 1 || levels[at - 1].style.form != .decimal,
      value == levels[at].values[0] + 1 || value == levels[at].values[0], candidate.heading != nil
    {
      return Placement(parentDepth: at, style: style, values: [value])
    }
    if fits.isEmpty, levels.isEmpty || levels[0].style.keyword == .article {
      // `Section 201` alone in Article Two: its hundreds tell where it belongs.
      let isOfArticle = marker.keyword == .section && value % 100 == 1 && value > 100 && levels.first?.value == value / 100
      guard isOfArticle || successorFollows(candidates, index, [value]) || levels.isEmpty && firstChildFollows(candidates, index),
        value <= 3 || marker.keyword != .none
          // An excerpt begins with any number: `5. Covenants`, and `5.1 Books` or `6. Liens` below it.
          || levels.isEmpty && candidate.heading != nil
            && (candidate.lead == .paragraph || successorFollows(candidates, index, [value + 1]))
      else { return nil }
      return Placement(parentDepth: openBelow(candidate), style: style, values: [value])
    }
    return nil
  }
}
