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
      if let restated = links.restated[index] {
        facts.append("restates \(value.members[restated].title) (\(value.members[restated].path))")
      }
      out += "            " + facts.joined(separator: ", ") + "\n"
      if !agreement.parties.isEmpty {
        let parties = agreement.parties.map { party in party.role.map { "\(party.name) (\($0))" } ?? party.name }
        out += "            between " + parties.joined(separator: ", ") + "\n"
      }
      out += "            \(agreement.provisions.count) provisions, \(agreement.terms.count) terms"
      out += links.borrowed[index].isEmpty ? "" : ", \(links.borrowed[index].count) terms of others"
      out += "\n"
      if let whole = links.parentDocuments[index] { out += "            a part of the \(whole)\n" }
      let absent = links.absentPapers(of: index)
      if !absent.isEmpty { out += "            names what is not in the case: \(absent.joined(separator: ", "))\n" }
      for doubt in agreement.health { out += "            doubtful: \(doubt)\n" }
    }
    return out
  }

  static func json(_ value: Case, _ links: CaseLinks) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", 1)
      json.field("title", value.title)
      json.key("agreements")
      json.array { json in
        for index in value.byDate {
          let member = value.members[index]
          json.object { json in
            json.field("path", member.path)
            json.field("title", member.title)
            json.field("date", member.date?.iso)
            json.field("kind", member.kind.rawValue)
            json.field("amends", links.amended[index].map { value.members[$0].path })
            json.field("restates", links.restated[index].map { value.members[$0].path })
            json.key("parties")
            json.array { json in
              for party in member.agreement.parties {
                json.object { json in
                  json.field("name", party.name)
                  json.field("role", party.role)
                }
              }
            }
            json.field("sections", member.agreement.provisions.count)
            json.field("terms", member.agreement.terms.count)
            json.field("borrowed", links.borrowed[index].map(\.name))
            json.field("partOf", links.parentDocuments[index])
            json.field("absent", links.absentPapers(of: index))
            json.field("health", member.agreement.health)
          }
        }
      }
    }
    json.lineFeed()
    return json.bytes
  }
}
