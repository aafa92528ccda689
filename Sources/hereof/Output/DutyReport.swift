import ContractModel

/// Duties as text, grouped by who bears them, or JSON.
enum DutyReport {
  typealias Member = (member: Case.Member, duties: [Duty])

  static func text(_ members: [Member]) -> String {
    var out = ""
    for (member, duties) in members {
      out += "\(member.agreement.title) (\(member.path))\n"
      let groups = Dictionary(grouping: duties, by: \.bearer)
      var told: Set<String> = []
      for bearer in duties.map(\.bearer) where told.insert(bearer).inserted {
        out += "\n  \(bearer)\n"
        for modality in Duty.Modality.allCases {
          for duty in groups[bearer] ?? [] where duty.modality == modality {
            let place = member.agreement.place(duty.provision)
            let condition = member.agreement.condition(of: duty).map { " (\(shortened($0)))" } ?? ""
            var done = member.agreement.readingWords(duty.action)
            // "The fee is payable by the Owner", "and paid by the Owner"
            if duty.object != nil, !done.hasPrefix("be ") { done = "be " + done }
            let object = duty.object.map { shortened(member.agreement.readingWords($0)) + " " } ?? ""
            out += "    [\(place)] \(object)\(modality.words) \(shortened(done))\(condition)\n"
          }
        }
      }
      out += "\n"
    }
    return out + ClockReport.notice + "\n"
  }

  /// At most some 160 characters, cut at a blank.
  private static func shortened(_ words: String) -> String {
    guard words.count > 160 else { return words }
    let cut = words.prefix(157)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + " …"
  }

  static func json(_ members: [Member]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", 1)
      json.field("notice", ClockReport.notice)
      json.key("duties")
      json.array { json in
        for (member, duties) in members {
          let places = Places(member)
          for duty in duties {
            json.object { json in
              json.field("path", member.path)
              json.field("section", duty.provision.map { member.agreement.name(of: $0) })
              json.field("bearer", duty.bearer)
              json.field("party", duty.party.map { member.agreement.parties[$0].name })
              json.field("modality", duty.modality.rawValue)
              json.field("condition", member.agreement.condition(of: duty))
              json.field("object", duty.object.map { member.agreement.readingWords($0) })
              json.field("action", member.agreement.readingWords(duty.action))
              places.write(duty.range, &json)
            }
          }
        }
      }
    }
    json.lineFeed()
    return json.bytes
  }
}
