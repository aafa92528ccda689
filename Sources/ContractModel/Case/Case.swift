/// Agreements read together: which of them names which, and what they share.
///
/// ```swift
/// let deal = Case(title: "Lease", members: members)
/// deal.links.references[1][0]  // Section 4 of the Lease, in member 0
/// ```
///
/// A folder without a description is a case too; a description (`CaseDescription`) names what the words leave open.
public struct Case: Sendable, Equatable {
  /// What a paper is to the others.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    case agreement, amendment, letter, exhibit
  }

  /// An agreement of the case and the name it is shown under (a path, or a sample's file name).
  public struct Member: Sendable, Equatable {
    /// The name it is shown under.
    public let path: String
    /// The agreement itself.
    public private(set) var agreement: Agreement
    /// Names by which others may call it, besides its title.
    public var shortNames: [String] = []
    /// Its date where the description gives one.
    public var givenDate: CalendarDate?
    /// What the description says the paper is.
    public var givenKind: Kind?
    /// The path of the agreement it changes, where the description says so.
    public var amends: String?
    /// What amendments did, where this is an agreement as they leave it; no other paper means it, and it names no party anew.
    public internal(set) var amended: AmendedAgreement?
    /// What amendments did; nil for a paper that is no amended version.
    public var changes: [AmendedAgreement.Change]? { amended?.changes }

    /// The same paper as its amendments leave it.
    func amended(_ amended: AmendedAgreement) -> Member {
      var member = self
      member.agreement = amended.agreement
      member.amended = amended
      member.givenKind = .agreement
      return member
    }

    /// An agreement under the name it is shown under.
    public init(path: String, agreement: Agreement) {
      self.path = path
      self.agreement = agreement
    }

    /// The member with other names of its parties, by one they have in it.
    public func naming(_ aliases: [String: [String]]) -> Member {
      var member = self
      member.agreement = agreement.naming(aliases)
      return member
    }

    /// The date of the description, else the one it bears.
    public var date: CalendarDate? { givenDate ?? agreement.date }

    /// The agreement's title, and whether it is as amended; where it has none, its file's name without numbers and dates.
    public var title: String { name + (changes == nil ? "" : ", as amended") }

    private var name: String {
      guard agreement.title == Agreement.untitled else { return agreement.title }
      let last = path.split(separator: "/").last ?? ""
      let stem = last.lastIndex(of: ".").map { last[..<$0] } ?? last
      let words = stem.split { $0 == "_" || $0 == " " || $0 == "-" }.filter { !$0.allSatisfy { $0.isNumber || $0 == "." } }
      return words.isEmpty ? agreement.title : words.joined(separator: " ")
    }

    /// Whether the paper is a form of one to be made: "Form of First Amendment".
    var isForm: Bool { agreement.title.lowercasedBytes.hasPrefix("form of") || PaperForm.isForm(agreement) }

    /// What the description says, else what the paper does.
    public var kind: Kind {
      if let givenKind { return givenKind }
      // A paper without a title is called by its file's name, which may say it.
      if agreement.amends || AmendmentClassifier.titleSays(title) { return .amendment }
      let title = title.lowercasedBytes
      if title.hasPrefix("letter") || title.hasSuffix("letter agreement") || title.hasSuffix("letter") { return .letter }
      for word in ["exhibit", "schedule", "annex", "appendix"] where title.hasPrefix(word) { return .exhibit }
      return .agreement
    }
  }

  /// The name of the case; empty where it has no name.
  public let title: String
  /// The agreements, in the order they were given.
  public private(set) var members: [Member]
  /// What happened when, for what is counted from it.
  public var events = Events()
  /// The day asked about, for amendments that hold from a day or for a time; nil for none in particular.
  public var day: CalendarDate?

  /// A case of the given agreements.
  public init(title: String, members: [Member]) {
    self.title = title
    self.members = members
  }

  /// Whether a member is another one as amended, and not a paper of its own.
  func isCopy(_ index: Int) -> Bool { members[index].amended.map { $0.base != index } ?? false }

  /// The same case with other members.
  public func with(_ members: [Member]) -> Case {
    var value = self
    value.members = members
    return value
  }

  /// How the members name each other; computed anew each time it is asked for.
  public var links: CaseLinks { CaseLinks(self) }

  /// The members' indices in order of date; those without one last, each in the order given.
  public var byDate: [Int] {
    members.indices.sorted { a, b in
      switch (members[a].date, members[b].date) {
      case (let first?, let second?): first == second ? (place(a), a) < (place(b), b) : first < second
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): a < b
      }
    }
  }

  /// The number of an amendment by its title: 2 of `Second Amendment`, `Amendment No. 2`; 0 for other papers.
  private func place(_ index: Int) -> Int {
    let words = members[index].agreement.title.lowercasedBytes.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let noun = words.firstIndex(where: { ["amendment", "addendum", "supplement", "variation"].contains($0) }) else {
      return 0
    }
    if noun > 0, let ordinal = SpelledNumber.ordinals[Word(words[noun - 1])] { return ordinal }
    let behind = words[(noun + 1)...].first { !["no", "number", "nr"].contains($0) }
    return behind.flatMap { Int($0) } ?? 0
  }
}
