import ArgumentParser
import ContractModel

/// What the commands share that print the model: paths, `--json`, and how they end.
struct CaseOptions: ParsableArguments {
  @Argument(help: "Agreements, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Flag(help: "Print the exchange format instead of text.")
  var json = false

  @OptionGroup var reading: ReadingOptions

  /// Opens the paths and hands each agreement on; ends with 2 where one could not be opened.
  func read(_ print: (Case.Member) -> Void) throws {
    let loader = reading.load(paths)
    if json, !loader.members.isEmpty {
      StandardOutput.write(bytes: AgreementJSON.document(loader.members))
    } else {
      for (index, member) in loader.members.enumerated() {
        if loader.members.count > 1 { StandardOutput.line("\(index > 0 ? "\n" : "")\(member.agreement.title) (\(member.path))") }
        print(member)
      }
    }
    if !loader.failures.isEmpty { throw Status.failed }
  }
}
