import ContractModel

/// The agreements that the browser shows and what was found out about them: a value that never changes once it is made.
///
/// What takes long is found out beside the thread that draws: `nextWork` says what there is to do, and `with(_:)` makes the library that
/// knows its result. A result for a text that has been replaced since is dropped.
package struct Library: Sendable {
  /// Grows with each library that has other agreements than the one before; results of work carry it.
  package let generation: Int
  package let agreements: Case
  /// For each member, the generation in which its text came in: what was found out about a text that was replaced is known no more.
  let stamps: [Int]
  /// How the agreements name each other; nil while that is not known, and where there is only one.
  let links: CaseLinks?
  /// The parties of the case; nil while they are not known.
  let parties: [CaseParty]?
  let overview: CaseOverview
  private let studies: [Stamp: Study]
  /// What checks find in each agreement, with what the case explains and adds; what was found before the case changed is shown until it
  /// is found anew.
  private let findings: [Stamp: Found]

  /// What checks found, and what they knew of the case.
  fileprivate struct Found: Sendable {
    let basis: Basis
    let findings: [Finding]
  }

  /// What findings follow from besides the text: the case, and whether it was known how its agreements name each other.
  fileprivate struct Basis: Equatable, Sendable {
    let generation: Int
    let isLinked: Bool
  }

  private var basis: Basis { Basis(generation: generation, isLinked: links != nil) }

  /// A text of a member.
  struct Stamp: Hashable, Sendable {
    let member: Int
    let generation: Int
  }

  /// What was found out about one agreement alone.
  struct Study: Sendable {
    let findings: [Finding]
    let limits: [TimeLimit]
  }

  package init(_ agreements: Case) {
    self.init(
      generation: 0, agreements: agreements, stamps: agreements.members.map { _ in 0 }, links: nil, parties: nil,
      overview: CaseOverview(agreements, nil), studies: [:], findings: [:])
  }

  private init(
    generation: Int, agreements: Case, stamps: [Int], links: CaseLinks?, parties: [CaseParty]?, overview: CaseOverview,
    studies: [Stamp: Study], findings: [Stamp: Found]
  ) {
    self.generation = generation
    self.agreements = agreements
    self.stamps = stamps
    self.links = links
    self.parties = parties
    self.overview = overview
    self.studies = studies
    self.findings = findings
  }

  package var count: Int { agreements.members.count }

  func stamp(_ index: Int) -> Stamp { Stamp(member: index, generation: stamps[index]) }

  /// The time limits of an agreement, in order of place; nil while they are not known.
  func limits(_ index: Int) -> [TimeLimit]? { studies[stamp(index)]?.limits }

  /// What a reader should know of an agreement; nil while it is not known.
  func findings(_ index: Int) -> [Finding]? { findings[stamp(index)]?.findings }

  // MARK: Other agreements

  /// The library with more agreements behind those it had.
  func taking(_ value: Case) -> Library {
    let next = generation + 1
    let stamps = stamps.prefix(value.members.count) + Array(repeating: next, count: max(0, value.members.count - stamps.count))
    return Library(
      generation: next, agreements: value, stamps: Array(stamps), links: nil, parties: nil,
      overview: CaseOverview(value, nil, known: overview.known), studies: studies, findings: findings)
  }

  /// The library with a new reading of a file in the place of the old one.
  func replacing(_ index: Int, by member: Case.Member) -> Library {
    var members = agreements.members
    members[index] = member
    var stamps = stamps
    stamps[index] = generation + 1
    var known = overview.known
    known[index] = nil
    let value = agreements.with(members)
    return Library(
      generation: generation + 1, agreements: value, stamps: stamps, links: nil, parties: nil,
      overview: CaseOverview(value, nil, known: known), studies: studies, findings: findings)
  }

  // MARK: Work

  /// Something to find out.
  package enum Task: Hashable, Sendable {
    /// What checks find in a member alone, and its time limits.
    case study(Int)
    /// How the agreements name each other, and who their parties are.
    case links
    /// What checks find in a member with what its case explains.
    case findings(Int)
  }

  /// What the browser asks of the program: to run this beside, and to hand the result back.
  package struct Work: Sendable {
    package let task: Task
    package let run: @Sendable () -> Result
  }

  /// What work found out, stamped with what it was about.
  package struct Result: Sendable {
    package let task: Task
    fileprivate let generation: Int
    fileprivate let outcome: Outcome

    fileprivate enum Outcome: Sendable {
      case study(Stamp, Study)
      /// Without links where there is only one agreement.
      case links(CaseLinks?, [CaseParty])
      case findings(Stamp, Found)
    }
  }

  /// The next thing to find out that nobody is at yet; `shown` are the members in sight.
  func nextWork(
    shown: [Int], isWhole: Bool, without running: Set<Task>, _ check: @escaping @Sendable (Case.Member) -> [Finding]
  ) -> Work? {
    for index in shown where index < count && studies[stamp(index)] == nil && !running.contains(.study(index)) {
      return study(index, check)
    }
    if isWhole, parties == nil, count > 0, !running.contains(.links) { return linking }
    for index in shown where index < count && findings[stamp(index)]?.basis != basis && !running.contains(.findings(index)) {
      guard let study = studies[stamp(index)], count == 1 || links != nil else { continue }
      return combining(index, study)
    }
    return nil
  }

  private func study(_ index: Int, _ check: @escaping @Sendable (Case.Member) -> [Finding]) -> Work {
    let (member, stamp, generation) = (agreements.members[index], stamp(index), generation)
    return Work(task: .study(index)) {
      Result(
        task: .study(index), generation: generation,
        outcome: .study(stamp, Study(findings: check(member), limits: TimeLimit.all(in: member.agreement))))
    }
  }

  private var linking: Work {
    let (value, generation) = (agreements, generation)
    return Work(task: .links) {
      Result(task: .links, generation: generation, outcome: .links(value.members.count > 1 ? value.links : nil, value.parties))
    }
  }

  private func combining(_ index: Int, _ study: Study) -> Work {
    let (value, links, stamp, generation, basis) = (agreements, links, stamp(index), generation, basis)
    return Work(task: .findings(index)) {
      let all = links.map { Checks.findings(study.findings, in: value, $0, member: index) } ?? study.findings
      let found = Found(basis: basis, findings: all.filter { $0.severity > .info })
      return Result(task: .findings(index), generation: generation, outcome: .findings(stamp, found))
    }
  }

  /// The library that knows a result; the same where the result is about what is no more.
  func with(_ result: Result) -> Library {
    switch result.outcome {
    case .study(let stamp, let study):
      guard stamps.indices.contains(stamp.member), self.stamp(stamp.member) == stamp else { return self }
      var studies = studies
      studies[stamp] = study
      return changed(studies: studies)
    case .links(let links, let parties):
      guard result.generation == generation else { return self }
      return changed(links: links, parties: parties)
    case .findings(let stamp, let found):
      guard result.generation == generation, self.stamp(stamp.member) == stamp else { return self }
      var findings = findings
      findings[stamp] = found
      return changed(findings: findings)
    }
  }

  private func changed(
    links newLinks: CaseLinks? = nil, parties newParties: [CaseParty]? = nil, studies newStudies: [Stamp: Study]? = nil,
    findings newFindings: [Stamp: Found]? = nil
  ) -> Library {
    Library(
      generation: generation, agreements: agreements, stamps: stamps, links: newLinks ?? links, parties: newParties ?? parties,
      overview: newLinks == nil ? overview : CaseOverview(agreements, newLinks, known: overview.known),
      studies: newStudies ?? studies, findings: newFindings ?? findings)
  }
}
