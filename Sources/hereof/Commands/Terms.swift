import ArgumentParser
import ContractModel

struct Terms: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: "Print the defined terms of agreements: where each is made and how often used.")
  @OptionGroup var options: CaseOptions

  func run() throws {
    try options.read { member in
      let agreement = member.agreement
      for term in agreement.terms.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) {
        let places = term.definitions.map { definition in
          let place = agreement.place(definition.provision)
          return definition.target.map { "\(place) → \($0)" } ?? place
        }
        StandardOutput.line(
          "\(term.name)  [\(places.joined(separator: ", "))]  \(term.uses.count) \(term.uses.count == 1 ? "use" : "uses")")
      }
    }
  }
}
