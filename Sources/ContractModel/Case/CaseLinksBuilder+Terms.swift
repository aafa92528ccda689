/// Terms of a member that another defines: "capitalized terms have the meanings given in the Lease".
extension CaseLinksBuilder {
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
