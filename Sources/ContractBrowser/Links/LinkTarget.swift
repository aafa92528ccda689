import ContractModel

/// Where a link leads.
package enum LinkTarget: Equatable {
  /// One place: the offset to go to, and the words to show there.
  case place(agreement: Int, offset: Int, shown: Range<Int>?, name: String)
  /// A list to choose from.
  case several(agreement: Int, [Int])
  /// Nowhere, and why.
  case nowhere(String)

  /// The target of a mark of the agreement at `index`; `links` leads into the other agreements of the case.
  static func of(_ mark: LinkIndex.Mark, _ index: Int, in value: Case, _ links: CaseLinks?) -> LinkTarget {
    let agreement = value.members[index].agreement
    switch mark.kind {
    case .contents(let id): return provision(id, in: agreement, index)
    case .borrowed: return .nowhere("this term is another agreement's")
    case .changed(let change):
      guard let change = value.members[index].changes?[change], value.members.indices.contains(change.member) else {
        return .nowhere("the amendment is no longer here")
      }
      return instruction(change, in: value)
    case .use(let term):
      return meaning(of: term, except: nil, in: agreement, index, at: mark.range.lowerBound)
    case .definition(let term, let definition):
      return meaning(of: term, except: definition, in: agreement, index)
    case .reference(let id):
      let reference = agreement.references[id]
      let words = agreement.words(reference.range)
      if let across = links?.references[index][id] { return target(across, words, in: value) }
      if !reference.targetIDs.isEmpty {
        if reference.targetIDs.count > 1 { return .several(agreement: index, reference.targetIDs) }
        return provision(reference.targetIDs[0], in: agreement, index)
      }
      switch reference.status {
      case .attachment: return .nowhere("\(reference.targets.joined(separator: ", ")) is named here and is not in the file")
      case .missing, .internal: return .nowhere("\(words) is not in this agreement")
      case .external:
        let owner = reference.owner.map { agreement.words($0) } ?? ""
        return .nowhere(
          owner.isEmpty ? "\(words) belongs to another document or a statute" : "\(words) belongs to another document: \(owner)")
      }
    }
  }

  /// The meaning of a term that another agreement of the case gives, as long as it does.
  static func of(_ borrowed: CaseLinks.BorrowedTerm, in value: Case) -> LinkTarget {
    guard value.members.indices.contains(borrowed.member),
      let term = value.members[borrowed.member].agreement.term(named: borrowed.name)
    else { return .nowhere("“\(borrowed.name)” is no longer defined there") }
    let member = value.members[borrowed.member]
    return named(meaning(of: term, except: nil, in: member.agreement, borrowed.member), member)
  }

  /// Where a reference to another agreement of the case leads.
  private static func target(_ across: CaseLinks.Target, _ words: String, in value: Case) -> LinkTarget {
    switch across {
    case .provisions(let member, let ids):
      if ids.count > 1 { return .several(agreement: member, ids) }
      return named(provision(ids[0], in: value.members[member].agreement, member), value.members[member])
    case .missing(let member): return .nowhere("\(words) is not in \(value.members[member].title)")
    case .paper(let member):
      return .place(agreement: member, offset: 0, shown: nil, name: value.members[member].title)
    case .ambiguous(let members):
      return .nowhere("\(words) may be of \(members.map { value.members[$0].title }.joined(separator: " or of "))")
    case .absent(let name): return .nowhere("\(words) is of the \(name), which is not in this case")
    }
  }

  /// The words of an amendment that ask for a change.
  static func instruction(_ change: AmendedAgreement.Change, in value: Case) -> LinkTarget {
    let member = value.members[change.member]
    let id = member.agreement.provisions.innermost(at: change.range.lowerBound)
    let name = id.map { ProvisionName.long($0, in: member.agreement) } ?? member.title
    return named(.place(agreement: change.member, offset: change.range.lowerBound, shown: change.range, name: name), member)
  }

  /// The target with the agreement it is in.
  private static func named(_ target: LinkTarget, _ member: Case.Member) -> LinkTarget {
    guard case .place(let agreement, let offset, let shown, let name) = target else { return target }
    return .place(agreement: agreement, offset: offset, shown: shown, name: "\(member.title) › \(name)")
  }

  static func provision(_ id: Int, in agreement: Agreement, _ index: Int) -> LinkTarget {
    let provision = agreement.provisions[id]
    return .place(agreement: index, offset: provision.start, shown: provision.label, name: ProvisionName.long(id, in: agreement))
  }

  /// The definition that gives a term's meaning, which for a pointer is the one it points to.
  private static func meaning(of term: Int, except pointer: Int?, in agreement: Agreement, _ index: Int, at place: Int? = nil)
    -> LinkTarget
  {
    let defined = agreement.terms[term]
    // What is defined for some provisions alone leads to what holds where it is used.
    if let place, defined.definitions.contains(where: { !$0.scope.isEmpty }),
      let path = agreement.provisions.innermost(at: place).map({ agreement.provisions.path(to: $0) }),
      let nearest = defined.meaning(within: path), nearest.kind != .reference, nearest.kind != .external
    {
      let name = nearest.provision.map { ProvisionName.long($0, in: agreement) } ?? "the preamble"
      return .place(agreement: index, offset: nearest.range.lowerBound, shown: nearest.range, name: "\(defined.name), \(name)")
    }
    let target = pointer.flatMap { defined.definitions[$0].target } ?? defined.definitions.first { $0.kind == .reference }?.target
    let inTarget = defined.definitions.first { definition in
      guard let target, definition.kind != .reference, let here = definition.provision else { return false }
      return agreement.provisions.path(to: here).contains { agreement.provisions[$0].number == target }
    }
    if let definition = inTarget
      ?? defined.definitions.first(where: { $0.kind == .list || $0.kind == .inline || $0.kind == .party })
    {
      let name = definition.provision.map { ProvisionName.long($0, in: agreement) } ?? "the preamble"
      return .place(
        agreement: index, offset: definition.range.lowerBound, shown: definition.range, name: "\(defined.name), \(name)")
    }
    if let target, let id = agreement.provision(numbered: target) {
      return provision(id, in: agreement, index)
    }
    if defined.definitions.contains(where: { $0.kind == .external }) {
      return .nowhere("“\(defined.name)” is defined in another document")
    }
    return .nowhere("“\(defined.name)” points to \(target ?? "a place") that is not in this agreement")
  }
}
