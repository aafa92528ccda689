/// Leads the numbers of a reference to provisions of the tree.
///
/// A number is looked up as printed first, then by value (`2.5` finds `II.5`, `Article 4` finds `IV`); inside an attachment its own
/// numbers come first. Ranges are expanded to the siblings that stand between. An item of a list in running text leads to the provision
/// whose words it is among.
final class ReferenceResolver {
  let tree: ProvisionTree
  let reading: ReadingText
  let items: PrintedItems
  /// The first provision of each number.
  var byNumber: NameTable
  /// Numbers that are looked up under another key than they are printed; made when a number is first not found as printed.
  lazy var byValue: NameTable = {
    var table = NameTable()
    for id in tree.indices where tree[id].kind == .provision && !Self.isPlain(tree[id].number) {
      let number = Array(tree[id].number.utf8)
      // `Part II` by the value of its numeral.
      if number.starts(with: "Part ".utf8) { table.insert(Array("part ".utf8) + Self.valueKey(Array(number.dropFirst(5))), id) }
      let key = Self.valueKey(number)
      if key != number.map(\.lowercased) { table.insert(key, id) }
      // Provisions printed `(3)` at the top are spoken of as "Section 3".
      if key.first == Ascii.open, let close = key.firstIndex(of: Ascii.close) {
        table.insert(Array(key[1..<close] + key[(close + 1)...]), id)
      }
    }
    return table
  }()
  var attachments = NameTable()
  /// `Schedule 1` of one printed `SCHEDULE ONE` or `Schedule I`.
  lazy var attachmentsByValue: NameTable = {
    var table = NameTable()
    for id in tree.indices where tree[id].kind == .attachment {
      let number = Array(tree[id].number.utf8)
      guard let blank = number.firstIndex(of: Ascii.space) else { continue }
      table.insert(number[...blank] + Self.valueKey(Array(number[(blank + 1)...])), id)
    }
    return table
  }()

  /// Attachments that have no identifier, the one of their kind: `Schedule`, `Master Annex`.
  lazy var unnumberedAttachments: [(name: String, id: Int)] = tree.indices.compactMap { id in
    guard tree[id].kind == .attachment,
      let last = tree[id].number.split(separator: " ").last, AttachmentLabel.words.contains(where: { $0.name == last })
    else { return nil }
    return (tree[id].number, id)
  }

  /// The first provision of each heading.
  private lazy var byHeading: NameTable = {
    var table = NameTable(capacity: tree.count)
    for id in tree.indices where [.provision, .heading, .caption].contains(tree[id].kind) {
      guard let heading = tree[id].heading else { continue }
      let words = reading
      table.insert(words.bytes.span, words.reading(heading), id)
    }
    return table
  }()

  init(_ tree: ProvisionTree, _ reading: ReadingText, _ items: PrintedItems) {
    self.items = items
    self.tree = tree
    self.reading = reading
    byNumber = NameTable(capacity: tree.count)
    // Of several with one number a clause with a title and words goes before the item of a list: "1. Saw" of what is sold, `1. Visits. Oak
    // visits each month.`
    let lone = tree.indices.filter { tree[$0].kind == .provision && !tree[$0].number.contains(where: { !$0.isNumber }) }
    if Set(lone.map { tree[$0].number }).count < lone.count {
      for id in lone where tree[id].heading != nil && tree[id].range.upperBound - tree[id].bodyStart > 4 {
        byNumber.insert(tree[id].number, id)
      }
    }
    for id in tree.indices {
      switch tree[id].kind {
      case .attachment: attachments.insert(tree[id].number, id)
      case .recital: byNumber.insert("recital" + tree[id].number.dropFirst(7), id)
      case .provision:
        byNumber.insert(tree[id].number, id)
        if let plain = Self.withoutTerm(tree[id].number) { byNumber.insert(plain, id) }
      case .heading, .caption: break
      }
    }
    guard tree.papers.count > 1 else { return }
    byNumberInPaper = tree.papers.map { _ in NameTable() }
    for id in tree.indices where tree[id].kind == .provision { byNumberInPaper[tree[id].paper].insert(tree[id].number, id) }
  }

  /// The first provision of each number in each paper; none where there is one paper.
  private var byNumberInPaper: [NameTable] = []

  /// Whether attachments that were asked for call provisions of their own clauses.
  private var ownClauses: [Int: Bool] = [:]

  /// The children of provisions that were asked for.
  var childrenOf: [Int?: [Int]] = [:]

  struct Outcome {
    var found: [Int] = []
    var absent: [String] = []
  }

  /// `exactly` leaves out items of running text, which lead to the provision that holds them.
  func resolve(_ words: ReferenceWords, from here: Int?, exactly: Bool = false) -> Outcome {
    var outcome = Outcome()
    let scope = here.flatMap { tree.attachment(of: $0) }
    for (index, item) in words.items.enumerated() {
      let id = find(item.path, words.keyword, scope, here) ?? (exactly ? nil : holder(item.path, words.keyword, scope, here))
      if item.upTo, index > 0 {
        if let id, let from = find(words.items[index - 1].path, words.keyword, scope, here), from < id {
          // Everything of the same level between the two ends.
          for between in (from + 1)...id
          where tree[between].kind != .caption
            && (tree[between].depth == tree[id].depth && tree[between].parent == tree[id].parent || between == id
              || tree[between].depth == tree[from].depth && tree[between].kind == .provision
                && tree[between].depth <= tree[id].depth)
          {
            if !outcome.found.contains(between) { outcome.found.append(between) }
          }
          continue
        }
      }
      if let id {
        if !outcome.found.contains(id) { outcome.found.append(id) }
      } else {
        let name = String(decoding: Self.flat(item.path), as: UTF8.self)
        if !outcome.absent.contains(name) { outcome.absent.append(name) }
      }
    }
    return outcome
  }

  /// The number of the first provision or attachment that words name, whether it is there or not.
  func place(named words: ReferenceWords, from here: Int?) -> String? {
    if words.isAttachment { return resolveAttachments(words).names.first }
    let outcome = resolve(words, from: here)
    return outcome.found.first.map { tree[$0].number } ?? outcome.absent.first
  }

  /// The provision that has words of the reading text for its heading.
  func titled(_ words: Range<Int>) -> Int? {
    let reading = reading
    return byHeading[reading.bytes.span, words]
  }

  /// The provisions that items lead to by a rule of their own, with their siblings between the ends of a range; without what is not there.
  func places(_ items: [ReferenceWords.Item], by find: ([[UInt8]]) -> Int?) -> [Int] { placesAndGaps(items, by: find).places }

  /// The same where each item is there; nil where one is not.
  func allPlaces(_ items: [ReferenceWords.Item], by find: ([[UInt8]]) -> Int?) -> [Int]? {
    let (places, hasGaps) = placesAndGaps(items, by: find)
    return hasGaps ? nil : places
  }

  private func placesAndGaps(_ items: [ReferenceWords.Item], by find: ([[UInt8]]) -> Int?) -> (places: [Int], hasGaps: Bool) {
    var out: [Int] = []
    var hasGaps = false
    // What the item before leads to.
    var previous: Int?
    for item in items {
      let id = find(item.path)
      defer { previous = id }
      guard let id else {
        hasGaps = true
        continue
      }
      if item.upTo, let from = previous, from < id, tree[from].parent == tree[id].parent {
        out += ((from + 1)..<id).filter { tree[$0].parent == tree[id].parent && !out.contains($0) }
      }
      if !out.contains(id) { out.append(id) }
    }
    return (out, hasGaps)
  }

  /// Provisions whose number others have too.
  lazy var byRepeatedNumber: [String: [Int]] = {
    Dictionary(
      grouping: tree.indices.filter { tree[$0].kind == .provision },
      by: { (Self.withoutTerm(tree[$0].number) ?? tree[$0].number).lowercasedBytes }
    )
    .filter { $0.value.count > 1 }
  }()

  /// The provisions of an attachment's parts without the part's name, `Schedule 1/2.1` of `Schedule 1/Part A/2.1`; -1 where two parts have one.
  lazy var inOnePart: NameTable = {
    var first = NameTable()
    var twice: Set<Int> = []
    var keys: [(key: [UInt8], id: Int)] = []
    for id in tree.indices {
      let number = Array(tree[id].number.utf8)
      guard let last = number.lastIndex(of: Ascii.slash), number[..<last].contains(Ascii.slash),
        let attachment = tree.attachment(of: id), attachment != id
      else { continue }
      let key = Array(tree[attachment].number.utf8) + number[last...]
      let known = first.insert(key, id)
      if known != id { twice.insert(known) }
      keys.append((key, id))
    }
    guard !twice.isEmpty else { return first }
    var table = NameTable()
    for (key, id) in keys { table.insert(key, twice.contains(id) ? -1 : id) }
    return table
  }()

  /// The part of an attachment that holds a provision, as it is called: `Part A`.
  func part(of here: Int) -> [UInt8]? {
    for id in tree.path(to: here) {
      for part in tree[id].number.split(separator: "/").dropFirst() where part.hasPrefix("Part ") || part.hasPrefix("Chapter ") {
        return Array(part.prefix { $0 != "(" }.utf8)
      }
    }
    return nil
  }

  private func find(_ path: [[UInt8]], _ keyword: ReferenceWords.Keyword, _ scope: Int?, _ here: Int?) -> Int? {
    // A paper's numbers are its own.
    if let here, !byNumberInPaper.isEmpty, scope == nil, let id = byNumberInPaper[tree[here].paper][Self.flat(path)] { return id }
    if keyword == .part { return findPart(path, scope) }
    if keyword == .recital {
      // `Recital (A)` of one printed `A.` or `(A)`.
      return byNumber[
        Array("recital ".utf8) + Self.flat([path[0].filter { $0 != Ascii.open && $0 != Ascii.close }] + path.dropFirst())]
    }
    var number = Self.flat(path)
    // "clause 2.1" is the body's, from a schedule too; "paragraph 2.1" is the schedule's own.
    if keyword == .clause, let scope, let id = byNumber[number], !hasOwnClauses(scope) { return id }
    if keyword == .paragraph, let scope, let here,
      let id = part(of: here).flatMap({ find(path, in: scope, part: $0) }) ?? find(path, in: scope, part: nil)
    {
      return id
    }
    if keyword == .article, let word = Numeral.word(number.span, 0) { number = Array(String(word.value).utf8) }
    if let scope {
      let own = Array(tree[scope].number.utf8) + [Ascii.slash] + number
      if let id = byNumber[own] { return id }
      let value = Self.valueKey(own)
      if let id = [byValue[value], byNumber[value]].compactMap({ $0 }).min() { return id }
    }
    if let id = ownOfArticle(path, keyword, here) { return id }
    if let id = byNumber[number] { return id }
    let value = Self.valueKey(number)
    if let id = [byValue[value], byNumber[value]].compactMap({ $0 }).min() { return id }
    // `Article III.1` where articles count their sections anew: III(1).
    if let dot = number.lastIndex(of: Ascii.period),
      let id = byNumber[number[..<dot] + [Ascii.open] + number[(dot + 1)...] + [Ascii.close]]
    {
      return id
    }
    // `Section 2.5B.2` of an item printed `2.` below the `B.` of 2.5.
    if let letter = number.indices.dropFirst().dropLast().first(where: {
      number[$0].isUpper && number[$0 - 1].isDigit && number[$0 + 1] == Ascii.period
    }) {
      let items = number[letter...].split(separator: Ascii.period).flatMap { [Ascii.open] + $0 + [Ascii.close] }
      if let id = byNumber[number[..<letter] + items] { return id }
    }
    // `Article III(1)` of one printed `1.` below `III.`.
    if let open = number.firstIndex(of: Ascii.open), open > 0, let close = number[open...].firstIndex(of: Ascii.close),
      let id = byNumber[number[..<open] + [Ascii.period] + number[(open + 1)..<close] + number[(close + 1)...]]
    {
      return id
    }
    // `2.9` of a provision printed `2.09`, and the other way round.
    if let dot = number.firstIndex(of: Ascii.period), dot + 1 < number.count {
      let rest = number[(dot + 1)...]
      let figures = rest.prefix { $0.isDigit }
      let other: [UInt8] =
        figures.count == 1
        ? Array(number[...dot] + [0x30] + rest)
        : figures.count == 2 && figures.first == 0x30 ? Array(number[...dot] + rest.dropFirst()) : []
      if let id = byNumber[other] { return id }
    }
    // `Section 2.10b` of a provision printed `b.` below 2.10.
    if let last = number.last, last.isLetter, number.count > 1, number[number.count - 2].isDigit {
      let item = Array(number.dropLast()) + [Ascii.open, last, Ascii.close]
      if let scope, let id = byNumber[Array(tree[scope].number.utf8) + [Ascii.slash] + item] { return id }
      if let id = byNumber[item] { return id }
    }
    // "Subsection IV" is the one of the section around: `A.IV`.
    if keyword == .paragraph, path.count == 1, let here {
      for id in tree.path(to: here).reversed() {
        if let id = byNumber[Array(tree[id].number.utf8) + [Ascii.period] + number] { return id }
      }
    }
    // `Section 5(a)` printed as one, where (a) has no number of its own, leads to 5.
    return nil
  }

  /// Whether an attachment calls provisions of its own clauses, as a set of terms does that is annexed: more of the clauses it names are in
  /// it alone than in the body alone.
  private func hasOwnClauses(_ attachment: Int) -> Bool {
    if let known = ownClauses[attachment] { return known }
    let name = Array(tree[attachment].number.utf8) + [Ascii.slash]
    let range = reading.reading(tree[attachment].start)..<reading.reading(tree[attachment].range.upperBound)
    let reading = reading
    let span = reading.bytes.span
    var own = 0
    var at = range.lowerBound
    while at < range.upperBound {
      if span[at].lowercased == 0x63, let words = ReferenceGrammar.parse(span, at, range.upperBound), words.keyword == .clause,
        !words.isLettersOnly, ReferenceOwner.claim(span, words, limit: range.upperBound) == .unspecified
      {
        let number = Self.flat(words.items[0].path)
        switch (byNumber[name + number], byNumber[number]) {
        case (.some, nil): own += 1
        case (nil, .some): own -= 1
        default: break
        }
      }
      at = span.firstOffset(of: Ascii.space, in: at..<range.upperBound) + 1
    }
    ownClauses[attachment] = own > 0
    return own > 0
  }

  /// `Part II` and `Part 2(b)`, in the attachment around first; a part printed in Roman numerals by its value too.
  private func findPart(_ path: [[UInt8]], _ scope: Int?) -> Int? {
    guard let first = path.first else { return nil }
    let rest = path.count > 1 ? [Ascii.slash] + Self.flat(path.dropFirst()) : []
    for number in [first, Self.valueKey(first)] {
      let key = Array("Part ".utf8) + number + rest
      if let scope, let id = byNumber[Array(tree[scope].number.utf8) + [Ascii.slash] + key] { return id }
      if let id = byNumber[key] ?? byValue[key] { return id }
      // The only attachment without an identifier has the paper's parts.
      if unnumberedAttachments.count == 1,
        let id = byNumber[Array(unnumberedAttachments[0].name.utf8) + [Ascii.slash] + key]
      {
        return id
      }
    }
    return nil
  }

  /// The provision that prints the last parts of a number as items of its running text: 5 for `5(b)(ii)`.
  private func holder(_ path: [[UInt8]], _ keyword: ReferenceWords.Keyword, _ scope: Int?, _ here: Int?) -> Int? {
    var outer = path
    var items: [[UInt8]] = []
    while outer.count > 1, let last = outer.last, last.first == Ascii.open {
      outer.removeLast()
      items.insert(last, at: 0)
      guard let id = find(outer, keyword, scope, here) else { continue }
      let low = reading.reading(tree[id].bodyStart)
      let high = min(reading.reading(tree[id].range.upperBound), low + 20_000)
      return self.items.appearInOrder(items, in: low..<max(low, high)) ? id : nil
    }
    return nil
  }

  /// The parts of a number in one: `2.1`, `(a)` as `2.1(a)`.
  static func flat(_ path: some Collection<[UInt8]>) -> [UInt8] {
    if path.count == 1, let only = path.first { return only }
    var bytes: [UInt8] = []
    for part in path { bytes += part }
    return bytes
  }

  /// `1.1(a)` of `1.1 "Debt"(a)`; nil for a number without a term in it.
  static func withoutTerm(_ number: String) -> String? {
    guard let first = number.firstIndex(of: "\""), let last = number.lastIndex(of: "\""), first < last else { return nil }
    return String(number[..<first].dropLast() + number[number.index(after: last)...])
  }

  /// Whether a number is its own value: figures first, no attachment's name before them and no `.0` behind.
  private static func isPlain(_ number: String) -> Bool {
    guard let first = number.utf8.first, first.isDigit, !number.utf8.contains(Ascii.slash) else { return false }
    return !number.utf8.contains(0x30) || !number.contains(".0")
  }

  /// A number with its Roman and spelled parts as figures, and without the zero of a number that has none below: `II.5` and `2.5` are both
  /// `2.5`, `17.0(B)` and `17(b)` are both `17(b)`.
  static func valueKey(_ number: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    let span = number.span
    var i = 0
    var top = true
    while i < number.count {
      if top, number[i].isLetter, let roman = Numeral.roman(span, i, number.count) {
        out += Array(String(roman.value).utf8)
        i = roman.end
        top = false
        continue
      }
      if top, number[i].isLetter, let word = Numeral.word(span, i) {
        out += Array(String(word.value).utf8)
        i = word.end
        top = false
        continue
      }
      top = number[i] == Ascii.slash
      if number[i] == Ascii.period, i + 1 < number.count, number[i + 1] == 0x30,
        i + 2 == number.count || number[i + 2] == Ascii.open
      {
        i += 2
        continue
      }
      // `3.01` and `3.1` stay apart, but a zero before a lone digit is kept as printed.
      out.append(number[i].lowercased)
      i += 1
    }
    return out
  }
}
