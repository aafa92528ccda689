/// Builds the links of a case; names are looked up once a member.
struct CaseLinksBuilder {
  let value: Case
  let directory: PaperDirectory
  let papers: [[NamedPaper]]
  /// For each member, its named papers by what they are called.
  let papersByKey: [[String: NamedPaper]]
  /// The members that say they are attachments of another paper.
  let attachedMembers: [Int: AttachmentPaper]
  /// Those whose paper is a member, by it and by their names in small letters.
  let attachments: [Int: [String: Int]]

  init(_ value: Case) {
    self.value = value
    directory = PaperDirectory(value.members)
    papers = value.members.map { value.members.count > 1 ? NamedPaper.all(in: $0.agreement) : [] }
    papersByKey = papers.map { Dictionary($0.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }) }
    var attachedMembers: [Int: AttachmentPaper] = [:]
    var attachments: [Int: [String: Int]] = [:]
    for index in value.members.indices where value.members.count > 1 && !value.isCopy(index) {
      guard let paper = AttachmentPaper(value.members[index].agreement) else { continue }
      if paper.isSaid { attachedMembers[index] = paper }
      if case .member(let whole) = directory.find(paper.whole, date: nil, from: index), whole != index {
        attachments[whole, default: [:]][paper.name.lowercasedBytes] = index
        attachedMembers[index] = paper
      }
    }
    self.attachedMembers = attachedMembers
    self.attachments = attachments
  }

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
  func paperWords(_ name: String, in index: Int) -> [String] {
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
}
