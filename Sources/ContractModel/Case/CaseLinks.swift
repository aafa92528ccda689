/// Where the members of a case lead into each other: references to a sister's provisions, and terms that a sister defines.
public struct CaseLinks: Sendable, Equatable {
  /// Where a reference to another paper leads.
  public enum Target: Sendable, Equatable {
    /// To provisions of a member.
    case provisions(member: Int, ids: [Int])
    /// To a member that has no such provision.
    case missing(member: Int)
    /// To a member as a whole, which is an attachment filed as a paper of its own.
    case paper(member: Int)
    /// To one of several members that bear the name.
    case ambiguous([Int])
    /// To a paper that is not in the case, by its name.
    case absent(String)
  }

  /// A term that a member uses with the meaning a sister gives it.
  public struct BorrowedTerm: Sendable, Equatable {
    /// The name as the sister has it.
    public let name: String
    /// The agreement that defines the term, by its index in the case.
    public let member: Int
    /// The term, by its index in that agreement.
    public let term: Int
    /// Ranges of the words that use it, in order.
    public let uses: [Range<Int>]
  }

  /// For each member, by the index of its reference; references to unnamed papers and statutes are not among them, nor are its own, but for
  /// those to attachments that are members themselves.
  public let references: [[Int: Target]]
  /// For each member, the terms it takes from others.
  public let borrowed: [[BorrowedTerm]]
  /// For each member that changes another, which; nil for others, and where that one is not in the case.
  public let amended: [Int?]
  /// The member that each member restates as a whole: "amends and restates in its entirety the Supply Agreement dated …".
  public let restated: [Int?]
  /// For each member, the papers it names that the case has not, by name.
  public let absent: [[String]]
  /// For each member, the paper it says it is an appendix, exhibit or the like of; nil for others.
  public let parentDocuments: [String?]

  /// For each member, the others that its references and terms lead to.
  let named: [Set<Int>]
  let terms: SharedTerms
  /// For each member, whether it calls the paper it changes by a short name that leads to it: "(the "Lease")".
  let isNamed: [Bool]

  /// The papers that a member names, or refers to by their provisions, and the case has not: each once, in order of place.
  public func absentPapers(of member: Int) -> [String] {
    var names = absent[member]
    var seen = Set(names.map(\.lowercasedBytes))
    for (_, target) in references[member].sorted(by: { $0.key < $1.key }) {
      if case .absent(let name) = target, seen.insert(name.lowercasedBytes).inserted { names.append(name) }
    }
    return names
  }

  init(_ value: Case) {
    let builder = Builder(value)
    amended = value.members.indices.map { builder.amended($0) }
    restated = value.members.indices.map { builder.restated($0) }
    let amended = amended
    isNamed = value.members.indices.map { index in amended[index].map { builder.names($0, in: index) } ?? false }
    let mentioned = value.members.indices.map { builder.mentioned($0, amended[$0]) }
    absent = mentioned.map(\.absent)
    parentDocuments = value.members.indices.map { builder.wholes[$0]?.whole ?? mentioned[$0].whole }
    references = value.members.indices.map { builder.references($0, amended[$0]) }
    borrowed = value.members.indices.map { builder.borrowed($0, amended[$0]) }
    let (references, borrowed) = (references, borrowed)
    named = value.members.indices.map { member in
      var out = Set(borrowed[member].map(\.member))
      for target in references[member].values {
        switch target {
        case .provisions(let sister, _), .paper(let sister): out.insert(sister)
        case .missing, .ambiguous, .absent: break
        }
      }
      return out
    }
    terms = SharedTerms(value.members)
  }
}

/// Builds the links of a case; names are looked up once a member.
private struct Builder {
  let value: Case
  let directory: PaperDirectory
  let papers: [[NamedPaper]]
  /// For each member, its named papers by what they are called.
  let papersByKey: [[String: NamedPaper]]
  /// The members that say they are attachments of another paper.
  let wholes: [Int: AttachmentPaper]
  /// Those whose paper is a member, by it and by their names in small letters.
  private let attachments: [Int: [String: Int]]

  init(_ value: Case) {
    self.value = value
    directory = PaperDirectory(value.members)
    papers = value.members.map { value.members.count > 1 ? NamedPaper.all(in: $0.agreement) : [] }
    papersByKey = papers.map { Dictionary($0.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }) }
    var wholes: [Int: AttachmentPaper] = [:]
    var attachments: [Int: [String: Int]] = [:]
    for index in value.members.indices where value.members.count > 1 && !value.isCopy(index) {
      guard let paper = AttachmentPaper(value.members[index].agreement) else { continue }
      if paper.isSaid { wholes[index] = paper }
      if case .member(let whole) = directory.find(paper.whole, date: nil, from: index), whole != index {
        attachments[whole, default: [:]][paper.name.lowercasedBytes] = index
        wholes[index] = paper
      }
    }
    self.wholes = wholes
    self.attachments = attachments
  }

  // MARK: Papers

  /// The member that words of a member name: its own short name for a paper, or the paper's name.
  func member(named words: String, in index: Int) -> PaperDirectory.Outcome {
    var key = words.lowercasedBytes
    for article in ["the ", "said ", "such ", "that ", "certain "] where key.hasPrefix(article) { key.removeFirst(article.count) }
    if let paper = papersByKey[index][key] {
      let found = directory.find(paper.name, date: paper.date, from: index)
      if found != .none || paper.date != nil { return found }
    }
    return directory.find(words, date: nil, from: index)
  }

  /// Whether one of the short names that a member gives papers leads to another.
  func names(_ other: Int, in index: Int) -> Bool {
    papers[index].contains { member(named: $0.key, in: index) == .member(other) }
  }

  /// The words of a paper's full name, where it was given a short one.
  private func paperWords(_ name: String, in index: Int) -> [String] {
    PaperDirectory.words(papersByKey[index][name.lowercasedBytes]?.name ?? name)
  }

  /// The member that a member changes: as described, else what its title names behind "to", else what its introduction does.
  func amended(_ index: Int) -> Int? {
    let member = value.members[index]
    if let path = member.amends { return value.members.firstIndex { $0.path == path || $0.path.hasSuffix("/" + path) } }
    guard member.kind == .amendment else { return nil }
    let reading = member.agreement.reading
    let span = reading.bytes.span
    // The introduction names the paper with its date; only where it does not, the title alone tells.
    let head = 0..<min(span.count, 4_000)
    // What it changes is named at its head, and not in the words that it gives anew.
    let tree = member.agreement.provisions
    let opening = max(8_000, (tree.provisions.first { $0.kind == .provision }?.start ?? 0) + 2_000)
    var names = papers[index].filter { $0.date != nil && $0.place < opening }.map { (name: $0.name, date: $0.date) }
    if let paper = NamedPaper.paper(span, head, fromEnd: false, endingIn: "agreement"), let date = paper.date, date != member.date {
      names.append((paper.name, date))
    }
    if names.isEmpty, let paper = NamedPaper.uncapitalised(span, head), let date = paper.date, date != member.date {
      names.append((paper.name, date))
    }
    if names.isEmpty, let range = member.title.lowercasedBytes.ranges(of: " to ").first {
      let title = member.title.lowercasedBytes
      names.append((String(title[range.upperBound...].prefix { $0 != "," }), nil))
    }
    return changed(names, by: index)
  }

  /// The first member that one of some names with their days leads to, between the same parties.
  private func changed(_ names: [(name: String, date: CalendarDate?)], by index: Int) -> Int? {
    for (name, date) in names {
      // "an agreement dated 3 March 2019": nothing but the day and the parties tells which.
      var outcome = directory.find(name, date: date, from: index)
      if outcome == .none, PaperDirectory.words(name).count < 2 { outcome = directory.find(date, from: index) }
      guard case .member(let found) = outcome,
        directory.sharesParties(index, found, atLeast: date != nil && value.members[found].date == date ? 1 : 2),
        !directory.contradict(index, found),
        date != nil && value.members[found].date == date || directory.mayBeBetweenTheSame(index, found)
      else { continue }
      return found
    }
    return nil
  }

  /// The member that a member restates: of its name and the day that it gives.
  func restated(_ index: Int) -> Int? {
    guard value.members[index].title.lowercasedBytes.contains("restated"), !value.isCopy(index) else { return nil }
    let reading = value.members[index].agreement.reading
    let span = reading.bytes.span
    let head = 0..<min(span.count, 4_000)
    let phrases: [StaticString] = [
      "amends and restates", "amend and restate", "amended and restated in its entirety", "restates in its entirety",
    ]
    var said: Int?
    for phrase in phrases where said == nil { said = span.firstIndex(of: phrase, in: head) }
    guard let at = said else { return nil }
    var names = papers[index].filter { $0.date != nil }.map { (name: $0.name, date: $0.date) }
    if let paper = NamedPaper.paper(span, at..<min(span.count, at + 400), fromEnd: false, endingIn: "agreement") {
      names.append((paper.name, paper.date))
    }
    return changed(names.filter { $0.date != value.members[index].date }, by: index)
  }

  /// The papers that a member names and that no member is, and the one it is a part of.
  func mentioned(_ index: Int, _ amended: Int?) -> (absent: [String], whole: String?) {
    guard value.members.count > 1, !value.isCopy(index) else { return ([], nil) }
    let papers = MentionedPapers(value.members[index].agreement, papers[index])
    let absent = papers.names.filter { name in
      if let amended, directory.resembles(amended, PaperDirectory.words(name)) { return false }
      return member(named: name, in: index) == .none
    }
    return (absent, papers.whole)
  }

  // MARK: References

  func references(_ index: Int, _ amended: Int?) -> [Int: CaseLinks.Target] {
    guard value.members.count > 1 else { return [:] }
    let agreement = value.members[index].agreement
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: [Int: CaseLinks.Target] = [:]
    var resolvers: [Int: ReferenceResolver] = [:]
    var named: [String: PaperDirectory.Outcome] = [:]
    func outcome(_ name: String) -> PaperDirectory.Outcome {
      let found = named[name] ?? member(named: name, in: index)
      named[name] = found
      return found
    }
    lazy var given = given(in: agreement)
    func isGiven(_ words: ReferenceWords) -> Bool { words.items.contains { given.contains(ReferenceResolver.flat($0.path)) } }
    for (number, reference) in agreement.references.enumerated() {
      // "This Exhibit B is attached to the Supply Agreement"
      if reference.status == .attachment, let own = wholes[index]?.name, reference.targets == [own], !reference.attached {
        out[number] = .paper(member: index)
        continue
      }
      if reference.status == .attachment, !reference.attached, let name = reference.targets.first,
        let paper = attachments[index]?[name.lowercasedBytes]
      {
        out[number] = .paper(member: paper)
      }
      guard reference.status == .external else { continue }
      let target: Int
      var scope: Int?
      if let owner = reference.owner {
        let name = agreement.words(owner)
        switch outcome(name) {
        case .member(let found): target = found
        case .several(let found):
          out[number] = .ambiguous(found)
          continue
        case .none:
          // "paragraph 2 of Exhibit C of the Lease"
          if let (label, paper) = Self.attachment(named: name), case .member(let found) = outcome(paper),
            case let tree = value.members[found].agreement.provisions,
            let id = tree.indices.first(where: {
              tree[$0].kind == .attachment && tree[$0].number.lowercasedBytes == label.lowercasedBytes
            })
          {
            (target, scope) = (found, id)
            break
          }
          // In an amendment "the Agreement" is the one it changes.
          guard let amended, Self.isPlain(name) || directory.resembles(amended, paperWords(name, in: index))
          else {
            if Self.isPaper(name) { out[number] = .absent(name) }
            continue
          }
          target = amended
        }
      } else if let amended, value.members[index].kind == .amendment {
        target = amended
      } else if let name = pointedBack(
        span, reading.reading(reference.range.lowerBound)..<reading.reading(reference.range.upperBound), index),
        case .member(let found) = outcome(name)
      {
        target = found
      } else {
        continue
      }
      let start = reading.reading(reference.range.lowerBound)
      let end = reading.reading(reference.range.upperBound)
      guard let words = ReferenceGrammar.parse(span, start, min(span.count, end + 1)), !words.isLettersOnly else { continue }
      let resolver = resolvers[target] ?? value.members[target].agreement.resolver()
      resolvers[target] = resolver
      if words.isAttachment {
        // What is not in the file may be filed elsewhere.
        let found = resolver.resolveAttachments(words)
        if !found.found.isEmpty {
          out[number] = .provisions(member: target, ids: found.found)
        } else if let paper = found.names.first.flatMap({ attachments[target]?[$0.lowercasedBytes] }) {
          out[number] = .paper(member: paper)
        }
        continue
      }
      let found = resolver.resolve(words, from: scope).found
      if !found.isEmpty {
        out[number] = .provisions(member: target, ids: found)
      } else if target != amended || !isGiven(words) {
        out[number] = .missing(member: target)
      }
    }
    return out
  }

  /// The paper named before a reference that points back to it: "the Lease is known. Section 4.1 thereof", "Section 4.1 of such agreement".
  private func pointedBack(_ span: Span<UInt8>, _ range: Range<Int>, _ index: Int) -> String? {
    let next = span.skipSpaces(range.upperBound)
    let pointers: [StaticString] = [
      "thereof", "thereto", "therein", "of such agreement", "of that agreement", "of said agreement", "of such lease",
      "of that lease",
      "of the same",
    ]
    guard pointers.contains(where: { span.matchesWord($0, at: next) }) else { return nil }
    var start = range.lowerBound
    while start > 0, span[start - 1] != Ascii.lineFeed { start -= 1 }
    // The name that stands last in the paragraph is meant.
    var best: (at: Int, name: String)?
    for paper in papers[index] {
      guard case .member = member(named: paper.key, in: index) else { continue }
      let key = Array(paper.key.utf8)
      var at = range.lowerBound - key.count
      while at >= start, at > best?.at ?? -1 {
        if span[at].lowercased == key[0], (0..<key.count).allSatisfy({ span[at + $0].lowercased == key[$0] }),
          at == 0 || !span[at - 1].isWord, !span[at + key.count].isWord
        {
          best = (at, paper.key)
          break
        }
        at -= 1
      }
    }
    return best?.name
  }

  /// The numbers that paragraphs of an amendment begin with, which are those of the provisions it gives as new: `Section 3.4. Insurance.`
  private func given(in agreement: Agreement) -> Set<[UInt8]> {
    let reading = agreement.reading
    let span = reading.bytes.span
    var out: Set<[UInt8]> = []
    func take(_ start: Int, _ paragraph: Range<Int>) {
      var at = start
      if span.matchesWord("section", at: at) { at = span.skipSpaces(at + 7) }
      var end = at
      while end < paragraph.upperBound, span[end].isAlphanumeric || [Ascii.period, Ascii.open, Ascii.close].contains(span[end]) {
        end += 1
      }
      while end > at, span[end - 1] == Ascii.period { end -= 1 }
      // What ends the paragraph is a number alone.
      if end > at, end < paragraph.upperBound { out.insert(Array(reading.bytes[at..<end])) }
    }
    for paragraph in reading.paragraphs(0..<reading.bytes.count) where !paragraph.isEmpty {
      if span[paragraph.lowerBound] != Ascii.quote { take(paragraph.lowerBound, paragraph) }
      // `A new Section 8 is added: "Section 8. Returns. …"`
      var from = paragraph.lowerBound
      while case let quote = span.firstOffset(of: Ascii.quote, in: from..<paragraph.upperBound), quote < paragraph.upperBound {
        from = quote + 1
        if quote == paragraph.lowerBound || span[quote - 1] == Ascii.space, from < paragraph.upperBound { take(from, paragraph) }
      }
    }
    return out
  }

  /// The attachment and the paper that words name: "Exhibit C of the Lease".
  private static func attachment(named words: String) -> (label: String, paper: String)? {
    var bytes = Array(words.utf8)
    if words.lowercasedBytes.hasPrefix("the ") { bytes.removeFirst(4) }
    let span = bytes.span
    guard let (label, end) = AttachmentLabel.read(span, 0, span.count) else { return nil }
    for joint: StaticString in [" of the ", " to the ", " of ", " to "] where span.matches(joint, at: end) {
      return (label, String(decoding: bytes[(end + joint.utf8CodeUnitCount)...], as: UTF8.self))
    }
    return nil
  }

  /// Whether one word names whatever agreement is spoken of; "the Note", "the Plan" and "the Amendment" are papers of their own.
  private static func isPlain(_ name: String) -> Bool {
    let words = PaperDirectory.words(name)
    return words.count == 1 && !PaperDirectory.ownKinds.contains(words[0]) && !besides.contains(words[0])
  }

  /// Papers that stand beside an agreement or change it.
  private static let besides: Set<String> = [
    "amendment", "addendum", "certificate", "schedule", "rider", "handbook", "manual", "rules", "regulations", "articles",
    "memorandum", "statement", "order", "code", "act", "law", "laws", "statute", "proposal", "budget", "guidelines", "policies",
  ]

  /// Whether a name is of a paper that could be in a case, and not of a statute.
  private static func isPaper(_ name: String) -> Bool {
    let words = PaperDirectory.words(name)
    guard let last = words.last else { return false }
    if words.count == 1 { return PaperDirectory.ownKinds.contains(last) }
    return words.contains(where: PaperDirectory.ownKinds.contains)
      || words.contains("memorandum") || words.contains("statement")
      || [
        "agreement", "contract", "lease", "note", "indenture", "deed", "guaranty", "mortgage", "amendment", "letter", "licence",
        "license", "undertaking", "addendum",
      ].contains(last)
      // "Heads of Terms", "Purchase Order"
      || words.count > 1 && ["terms", "sheet", "order", "conditions", "protocol", "warranty"].contains(last)
  }

  // MARK: Terms

  func borrowed(_ index: Int, _ amended: Int?) -> [CaseLinks.BorrowedTerm] {
    guard value.members.count > 1 else { return [] }
    let agreement = value.members[index].agreement
    var sources: [Int] = []
    if let amended, BorrowedTerms.areUsed(agreement) || value.members[index].kind == .amendment { sources.append(amended) }
    if let named = sourceOfDefinitions(index), !sources.contains(named) { sources.append(named) }
    guard !sources.isEmpty else { return [] }
    let own = Set(agreement.terms.filter { $0.meaning()?.kind != .external }.map { $0.name.lowercasedBytes })
    var names: [(member: Int, term: Int, name: String)] = []
    var seen = own
    for source in sources {
      for (term, defined) in value.members[source].agreement.terms.enumerated()
      where seen.insert(defined.name.lowercasedBytes).inserted { names.append((source, term, defined.name)) }
    }
    let uses = BorrowedTerms.places(of: names.map(\.name), besides: agreement.terms.map(\.name), in: agreement)
    return names.indices.compactMap { i in
      uses[i].isEmpty
        ? nil : CaseLinks.BorrowedTerm(name: names[i].name, member: names[i].member, term: names[i].term, uses: uses[i])
    }
  }

  /// The member whose meanings are taken: "capitalized terms not defined herein have the meanings given in the Purchase Agreement".
  private func sourceOfDefinitions(_ index: Int) -> Int? {
    let agreement = value.members[index].agreement
    let span = agreement.reading.bytes.span
    var from = 0
    while let at = span.firstIndex(of: "meaning", in: from..<span.count) {
      from = at + 7
      let before = max(0, at - 260)..<at
      guard
        span.firstIndex(of: "defined", in: before) != nil || span.firstIndex(of: "capitalized", in: before) != nil
          || span.firstIndex(of: "terms used", in: before) != nil
      else { continue }
      guard let place = span.firstIndex(of: " in ", in: at..<min(span.count, at + 80)),
        let paper = NamedPaper.paper(span, place..<min(span.count, place + 160), fromEnd: false),
        case .member(let found) = member(named: paper.name, in: index)
      else { continue }
      return found
    }
    return nil
  }
}
