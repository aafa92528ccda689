import ArgumentParser
import ContractBrowser
import ContractModel

struct Outline: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print the provisions of agreements, one a line.")
  @OptionGroup var options: CaseOptions

  func run() throws {
    try options.read { member in
      let agreement = member.agreement
      for id in agreement.provisions.indices {
        let provision = agreement.provisions[id]
        StandardOutput.line(String(repeating: "  ", count: provision.depth) + ProvisionName.long(id, in: agreement))
      }
      for doubt in agreement.health { StandardError.say("\(member.path): \(doubt)") }
    }
  }
}
