import ArgumentParser
import ContractBrowser
import ContractModel

struct Outline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline", abstract: "Print the provisions of agreements, one a line.")
  @OptionGroup var options: CaseOptions
  @Flag(help: "Print the tree with kinds, byte ranges and reasons, and the numbers that begin no provision.") var dump = false

  func run() throws {
    try options.read { member in
      let agreement = member.agreement
      if dump {
        for line in agreement.provisions.dump(agreement.text, refused: true) { StandardOutput.line(line) }
        return
      }
      for id in agreement.provisions.indices {
        let provision = agreement.provisions[id]
        StandardOutput.line(String(repeating: "  ", count: provision.depth) + ProvisionName.long(id, in: agreement))
      }
      for doubt in agreement.health where !ReadingOptions.isGrave(doubt) { StandardError.say("\(member.path): \(doubt)") }
    }
  }
}
