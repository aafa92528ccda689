import ContractModel

/// A case in words: its agreements by date, and where they lead to each other.
enum CaseReport {
  static func overview(_ value: Case, _ links: CaseLinks) -> String {
    var out = value.title.isEmpty ? "" : value.title + "\n\n"
    for index in value.byDate {
      let member = value.members[index]
      let agreement = member.agreement
      out += "\(member.date?.iso ?? "no date   ")  \(member.title)  (\(member.path))\n"
      var facts = [member.kind.rawValue]
      if let amended = links.amended[index] {
        facts.append("changes \(value.members[amended].title) (\(value.members[amended].path))")
      } else if member.kind == .amendment {
        facts.append("what it changes is not in the case")
      }
      out += "            " + facts.joined(separator: ", ") + "\n"
      if !agreement.parties.isEmpty {
        let parties = agreement.parties.map { party in party.role.map { "\(party.name) (\($0))" } ?? party.name }
        out += "            between " + parties.joined(separator: ", ") + "\n"
      }
      out += "            \(agreement.provisions.count) provisions, \(agreement.terms.count) terms"
      out += links.borrowed[index].isEmpty ? "" : ", \(links.borrowed[index].count) terms of others"
      out += "\n"
      let absent = Set(
        links.references[index].values.compactMap { target -> String? in
          if case .absent(let name) = target { return name }
          return nil
        })
      if !absent.isEmpty { out += "            names what is not in the case: \(absent.sorted().joined(separator: ", "))\n" }
      for doubt in agreement.health { out += "            doubtful: \(doubt)\n" }
    }
    return out
  }
}
