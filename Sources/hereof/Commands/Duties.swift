import ArgumentParser
import ContractModel

struct Duties: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties",
    abstract: "Print who shall, may or shall not do what, grouped by party.",
    discussion: "What is printed is computed from words and is no legal advice.")

  @Option(help: "Only those of one party, by its name or role.")
  var party: String?
  @OptionGroup var options: CaseOptions

  func run() throws {
    let loader = options.load()
    let members = loader.members.map { member in (member: member, duties: Duty.all(in: member.agreement).filter(isWanted)) }
    if options.json {
      StandardOutput.write(bytes: DutyReport.json(members))
    } else if !members.isEmpty {
      StandardOutput.write(DutyReport.text(members))
    }
    if !loader.failures.isEmpty { throw Status.failed }
    if party != nil, members.allSatisfy({ $0.duties.isEmpty }) { throw Status.found }
  }

  private func isWanted(_ duty: Duty) -> Bool { party.map { duty.bearer.lowercased() == $0.lowercased() } ?? true }
}
