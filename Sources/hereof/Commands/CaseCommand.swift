import ArgumentParser
import ContractModel

/// `hereof case`: what is in a case, and a description of it to keep.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Print what is in a case, or write a description of it.",
    subcommands: [Overview.self], defaultSubcommand: Overview.self)

  struct Overview: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the agreements by date: what each is, what it changes, who its parties are, what is doubtful.")
    @Argument(help: "Agreements, folders, or - for standard input.", completion: .file())
    var paths: [String]
    @OptionGroup var reading: ReadingOptions

    func run() throws {
      let loader = reading.load(paths)
      let value = loader.value
      if !value.members.isEmpty { StandardOutput.write(CaseReport.overview(value, value.links)) }
      if !loader.failures.isEmpty { throw Status.failed }
    }
  }
}
