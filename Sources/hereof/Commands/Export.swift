import ArgumentParser
import ContractModel

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Write the model of agreements for other programs.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case json }

  @Option(help: "The format to write.")
  var format = Format.json
  @Argument(help: "Agreements, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Flag(help: "Leave the findings empty: nothing is proofread.")
  var noFindings = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let loader = reading.load(paths)
    guard !loader.members.isEmpty else { throw Status.failed }
    switch format {
    case .json:
      StandardOutput.write(
        bytes: AgreementJSON.document(loader.members, findings: noFindings ? loader.members.map { _ in [] } : nil))
    }
    if !loader.failures.isEmpty { throw Status.failed }
  }
}
