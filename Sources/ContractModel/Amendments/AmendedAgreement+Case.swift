extension AmendedAgreement {
  /// The agreement of a case at an index, with all the case's amendments of it; `links` are the case's, where they were made already.
  public init(_ base: Int, in value: Case, _ links: CaseLinks? = nil) {
    let links = links ?? value.links
    var composer = AmendmentComposer(base, value)
    // Amendments of amendments count with what they amend.
    let chain = value.byDate.filter { index in
      var at: Int? = links.amended[index]
      var steps = 0
      while let next = at, next != base, steps < value.members.count {
        at = links.amended[next]
        steps += 1
      }
      return index != base && at == base
    }
    .inOrderOfNumber(in: value)
    for member in chain { composer.apply(member, links.references[member], isNamed: links.isNamed[member]) }
    let restating = value.members.indices.filter { links.restated[$0] == base && !chain.contains($0) }
    let restated = restating.map { member in
      Change(
        kind: .unapplied, member: member, range: 0..<0, provision: "the whole", before: "",
        reason: "it is restated as a whole by another paper", condition: nil)
    }
    self.init(base: base, agreement: composer.agreement, changes: composer.changes + restated, amendments: chain + restating)
  }

  /// The amendments of a case, by index, whose agreement is not in it or not certain: they may be of any.
  public static func unplaced(in value: Case, _ links: CaseLinks) -> [Int] {
    value.members.indices.filter { value.members[$0].kind == .amendment && links.amended[$0] == nil }
  }

  /// What the amendments of a case ask for that cannot be applied, as the agreement they change is not in it.
  public static func orphans(in value: Case, _ links: CaseLinks? = nil) -> [Change] {
    let links = links ?? value.links
    return unplaced(in: value, links).flatMap { member -> [Change] in
      let agreement = value.members[member].agreement
      let planner = AmendmentPlanner(agreement, agreement, base: member, [:], isNamed: true, nil, value.events)
      return AmendmentFinder(agreement).amendments().map { found in
        Change(
          kind: .unapplied, member: member, range: found.range, provision: planner.name(found), before: "",
          reason: "the agreement is not in this case", condition: nil)
      }
    }
  }
}

extension Case {
  /// Appends the amended version of each agreement that has amendments in the case; the same case where no agreement has.
  public func withAmended() -> Case {
    guard members.contains(where: { $0.kind == .amendment || $0.amends != nil }), members.allSatisfy({ $0.changes == nil }) else {
      return self
    }
    let links = links
    let amended = Set(links.amended.compactMap { $0 })
    let composed = amended.sorted().compactMap { base -> Member? in
      let amended = AmendedAgreement(base, in: self, links)
      guard amended.changes.contains(where: { $0.reason == nil }) else { return nil }
      var member = Member(path: members[base].path + ", as amended", agreement: amended.agreement).amended(amended)
      member.givenDate = members[base].givenDate
      return member
    }
    return with(members + composed)
  }

  /// Puts the amended version of each agreement in the place of the agreement.
  public func asAmended() -> Case {
    let links = links
    var members = members
    for base in Set(links.amended.compactMap { $0 }) where members[base].amended == nil {
      members[base] = members[base].amended(AmendedAgreement(base, in: self, links))
    }
    return with(members)
  }
}

extension [Int] {
  /// Members in the order they were in, but for those without a date whose titles count them: "Amendment No. 1" comes before "No. 2".
  fileprivate func inOrderOfNumber(in value: Case) -> [Int] {
    var out: [Int] = []
    for member in self {
      let number = PaperForm.number(of: value.members[member].title)
      let later = out.firstIndex { other in
        guard let number, let theirs = PaperForm.number(of: value.members[other].title), number < theirs else { return false }
        return value.members[member].date == nil || value.members[other].date == nil
      }
      out.insert(member, at: later ?? out.endIndex)
    }
    return out
  }
}
