import ArgumentParser
import ContractModel

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the model of agreements for other programs.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, text }

  @Option(help: "json: the model; text: the text it was read from, to which its offsets lead.")
  var format = Format.json
  @Argument(help: "Agreements, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Flag(help: "Leave the findings empty: nothing is proofread.")
  var noFindings = false

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    if format == .text {
      return try reading.forEach(paths) { StandardOutput.write(bytes: SafeText.bytes($0.agreement.text)) }
    }
    let loader = reading.load(paths)
    AgreementJSON.write(
      loader.members, loader.links, findings: noFindings ? loader.members.map { _ in [] } : nil, to: StandardOutput.write(bytes:))
    if !loader.failures.isEmpty { throw Status.failed }
  }
}
