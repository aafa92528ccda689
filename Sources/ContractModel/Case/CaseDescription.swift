/// What somebody wrote down of a case: which papers it has, what they are to each other, who is who, and what happened when.
///
/// Plain values: whoever reads the file it stands in hands them on. Papers are in the order given.
public struct CaseDescription: Sendable, Equatable {
  /// What is said of one agreement; nil and empty where nothing is.
  public struct Paper: Sendable, Equatable {
    /// Its path, from the folder of the description.
    public var path: String
    /// Names by which others call it.
    public var names: [String] = []
    /// The date, where the paper does not say it rightly.
    public var date: CalendarDate?
    /// What the paper is to the others.
    public var kind: Case.Kind?
    /// The path of the agreement it changes.
    public var amends: String?

    /// A paper by its path.
    public init(path: String) { self.path = path }
  }

  /// The name of the case.
  public var title: String?
  /// The papers that something is said of.
  public var papers: [Paper] = []
  /// Other names of parties, by one that they have in an agreement.
  public var aliases: [String: [String]] = [:]
  /// What happened when.
  public var events = Events()

  /// A description that says nothing.
  public init() {}

  /// What cannot be: papers that change each other in a circle, and an amendment dated before what it amends; each with its paper.
  public func contradictions(_ dates: (String) -> CalendarDate?) -> [(paper: String, words: String)] {
    let byPath = Dictionary(papers.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var out: [(String, String)] = []
    for paper in papers {
      guard let amended = paper.amends else { continue }
      guard let base = byPath[amended] else {
        out.append((paper.path, "\(paper.path) amends \(amended), which the case does not list"))
        continue
      }
      var seen: Set<String> = [paper.path]
      var at: Paper? = base
      while let next = at, seen.insert(next.path).inserted { at = next.amends.flatMap { byPath[$0] } }
      if at?.path == paper.path { out.append((paper.path, "\(paper.path) amends itself, by way of \(amended)")) }
      if let date = paper.date ?? dates(paper.path), let earlier = base.date ?? dates(amended), date < earlier {
        out.append((paper.path, "\(paper.path) (\(date.iso)) is dated before what it amends, \(amended) (\(earlier.iso))"))
      }
    }
    return out
  }
}

extension Case {
  /// The case with what a description says of its members; `name` gives the path that the description has for a member.
  public init(title: String, members: [Member], description: CaseDescription, name: (Member) -> String) {
    let papers = Dictionary(description.papers.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(
      title: description.title ?? title,
      members: members.map { member in
        var described = member.naming(description.aliases)
        guard let paper = papers[name(member)] else { return described }
        described.shortNames = paper.names
        described.givenDate = paper.date
        described.givenKind = paper.kind
        described.amends = paper.amends
        return described
      })
    events = description.events
  }
}
