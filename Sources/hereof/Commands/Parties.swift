import ArgumentParser
import ContractModel

struct Parties: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parties",
    abstract: "Print who is a party to which agreements of a case, in which role and under which names, and who signs for them.")
  @OptionGroup var options: CaseOptions

  func run() throws {
    let loader = options.load()
    let value = loader.value
    if options.json { StandardOutput.write(bytes: Self.document(value)) } else { Self.print(value) }
    if !loader.failures.isEmpty { throw Status.failed }
  }

  private static func print(_ value: Case) {
    for party in value.parties {
      StandardOutput.line(party.name + (party.variants.isEmpty ? "" : "  (also \(party.variants.joined(separator: ", ")))"))
      for appearance in party.appearances {
        let member = value.members[appearance.member]
        let signed = appearance.signatories.isEmpty ? "" : ", signed by \(appearance.signatories.joined(separator: ", "))"
        StandardOutput.line("  \(appearance.role ?? "party"), \(member.title)\(signed) (\(member.path))")
        if let words = member.agreement.parties[appearance.party].description.words { StandardOutput.line("    \(words)") }
      }
    }
  }

  private static func document(_ value: Case) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", 1)
      json.key("parties")
      json.array { json in
        for party in value.parties {
          json.object { json in
            json.field("name", party.name)
            json.field("variants", party.variants)
            json.key("agreements")
            json.array { json in
              for appearance in party.appearances {
                let member = value.members[appearance.member]
                json.object { json in
                  json.field("path", member.path)
                  json.field("title", member.title)
                  json.field("role", appearance.role)
                  let description = member.agreement.parties[appearance.party].description
                  json.field("description", description.words)
                  json.field("kind", description.kind)
                  json.field("place", description.place)
                  json.field("number", description.number)
                  json.field("address", description.address)
                  json.field("signatories", appearance.signatories)
                }
              }
            }
          }
        }
      }
    }
    json.lineFeed()
    return json.bytes
  }
}
